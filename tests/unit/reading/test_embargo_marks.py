"""What says at its head that it is not out yet, and what only speaks of an embargo."""

import pytest

from answerable.reading.formats import canonical
from answerable.reading.layout.canonical_text import CanonicalText
from answerable.reading.layout.embargo_marks import embargo_of, is_draft

_TEXT = "The force should write a plan by 30 September 2031.\n\n"


def text(top: str) -> CanonicalText:
    return canonical(f"{top}\n\n{_TEXT * 10}".encode(), media_type="text/plain")


@pytest.mark.parametrize(
    ("top", "day"),
    [
        ("DRAFT - EMBARGOED UNTIL 00:01 ON 10 DECEMBER 2031", "2031-12-10"),
        ("Embargoed until 00.01 on Thursday 10th December 2031", "2031-12-10"),
        ("Strictly embargoed to 10/12/2031", "2031-12-10"),
        ("Embargo: 10 December 2031, 00:01", "2031-12-10"),
        ("Not for publication before 10 December 2031", "2031-12-10"),
        ("Embargo: 9 December 2031\n\nEMBARGOED UNTIL 10 DECEMBER 2031", "2031-12-10"),
        ("Embargoed until noon", ""),
        ("Embargoed until 41 December 2031", ""),
        ("Published 10 December 2031", ""),
        (_TEXT * 10 + "Embargoed until 10 December 2031", ""),
    ],
)
def test_the_end_of_an_embargo_stands_at_the_head(top: str, day: str) -> None:
    """Protects a report that is not out from being filed for everybody."""
    assert embargo_of(text(top)) == day


@pytest.mark.parametrize(
    ("top", "expected"),
    [
        ("NOT FOR PUBLICATION", True),
        ("For factual accuracy check only. Not for publication.", True),
        ("Draft report: for factual accuracy checking", True),
        ("The force answered the factual accuracy check.", False),
        ("This line is not for publication by the force alone.", False),
        ("Custody inspection", False),
    ],
)
def test_a_draft_says_so_in_a_line_of_its_own(top: str, expected: bool) -> None:
    """Protects a published report that only tells of its draft from being refused."""
    assert is_draft(text(top)) is expected
