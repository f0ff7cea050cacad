"""A server answers as soon as its first page is ready, and goes on with the others meanwhile."""

from collections.abc import Callable
from datetime import datetime
from threading import Event
from threading import enumerate as running
from typing import Any

import pytest

from answerable.operations import warming
from answerable.vocabulary.refusal import Refusal
from answerable.web import server

LONG = 30


def loaded(warm: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> object:
    monkeypatch.setattr(warming, "warm", warm)
    monkeypatch.setattr(server, "MOST_WAITED", LONG)
    return server._Site({}).load()


def test_the_first_question_waits_for_the_first_page_and_for_no_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked, ended = Event(), Event()

    def warm(*, at: datetime, opened: Callable[[], None]) -> None:
        opened()
        asked.wait(LONG)
        ended.set()

    assert callable(loaded(warm, monkeypatch))
    assert not ended.is_set(), "it answers while other pages are made"
    asked.set()
    _ended()
    assert ended.is_set()


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
@pytest.mark.parametrize("failure", [Refusal("It cannot be read."), ValueError("A defect.")])
def test_a_page_that_cannot_be_made_keeps_no_other_waiting(
    monkeypatch: pytest.MonkeyPatch, failure: Exception
) -> None:
    waited = list[bool]()

    class Waited(Event):
        def wait(self, timeout: float | None = None) -> bool:
            waited.append(super().wait(timeout))
            return waited[-1]

    def warm(*, at: datetime, opened: Callable[[], None]) -> None:
        raise failure

    monkeypatch.setattr(server, "Event", Waited)
    assert callable(loaded(warm, monkeypatch))
    _ended()
    assert waited == [True], "told, not waited out"


def _ended() -> None:
    """What began beside a test ends in it, with whatever it says."""
    for thread in running():
        if thread.name == "warming":
            thread.join(LONG)
