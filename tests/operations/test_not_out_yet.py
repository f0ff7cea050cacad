"""A file that says that it is not out yet is not filed for everybody."""

from datetime import timedelta

import pytest

from answerable.operations.documents import folder, handling, reading
from answerable.operations.documents.publication_day import NotPublishedYet
from answerable.operations.documents.reader import Meta
from answerable.store.papers import documents
from tests.operations.cast import AT, OFFICER, common

_BODY = (
    "\n\nAnyshire Police: response\n\nBy 30 April 2032, Anyshire Police should make sure that "
    "all assessments are reviewed.\n"
)


def hand_in(top: str, *, internal: bool = False) -> str:
    meta = Meta(name="draft.txt", publisher="anyshire-inspectorate", internal=internal)
    return reading.read(**common(OFFICER), data=(top + _BODY).encode(), meta=meta).document


def until(days: int) -> str:
    day = AT + timedelta(days=days)
    return f"EMBARGOED UNTIL 00:01 ON {day.day} {day:%B} {day.year}"


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("internal", [False, True])
def test_a_file_under_embargo_is_refused_and_not_kept(internal: bool) -> None:
    """Protects an inspectorate's draft from being public before its day."""
    before = frozenset(documents.held())
    with pytest.raises(NotPublishedYet, match="under embargo until"):
        hand_in(until(13), internal=internal)
    assert frozenset(documents.held()) == before


@pytest.mark.usefixtures("home")
def test_an_embargo_that_is_over_holds_nothing_back() -> None:
    """Protects a press notice whose embargo has ended from being refused."""
    assert hand_in(until(0)) in documents.held()


@pytest.mark.usefixtures("home")
def test_a_draft_without_a_day_is_for_the_offices_concerned_or_refused() -> None:
    """Protects a draft that names no day."""
    with pytest.raises(NotPublishedYet, match="for the offices concerned"):
        hand_in("For factual accuracy check only. Not for publication.")
    assert hand_in("Not for publication", internal=True) in documents.held()


@pytest.mark.usefixtures("home")
def test_one_of_several_files_keeps_whom_it_is_for() -> None:
    """Protects notes that are handed in with others, for the offices alone, from every reader."""
    meta = Meta(publisher="anyshire-inspectorate", internal=True)
    done = folder.take(
        **common(OFFICER), name="a.txt", data=f"Our notes{_BODY}".encode(), meta=meta
    )
    assert done.document is not None
    assert handling.is_internal(done.document)
