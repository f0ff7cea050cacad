"""The page of a body opens with an open cause of concern, before anything lesser."""

import pytest

from answerable.ledger.book import Book
from answerable.vocabulary.facts import FindingPublished
from tests.factories import FORCE, fact
from tests.operations.cast import begin
from tests.web.acting import browser, words

REPORT = "hmicfrs/2026/anyshire/peel"


@pytest.fixture(autouse=True)
def record(book: Book) -> None:
    """An area for improvement of a theme that comes first in the alphabet, and a cause."""
    themes = {
        "area-for-improvement": "Building the workforce",
        "cause-of-concern": "Managing risk",
    }
    begin(
        book,
        *(
            fact(
                FindingPublished,
                stream=f"{REPORT}/{kind}/1",
                on="2026-10-20",
                kind=kind,
                number="1",
                theme=theme,
                text="The force should do better.",
            )
            for kind, theme in themes.items()
        ),
    )


def test_a_cause_of_concern_stands_in_the_first_sentence() -> None:
    told = words(browser().get(f"/bodies/{FORCE}/"))
    assert "Managing risk: Inspectors published a cause of concern" in told
    assert "Building the workforce: Inspectors" not in told
