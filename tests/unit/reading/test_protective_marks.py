"""Protective marks: what bears one, and what only speaks of one."""

import pytest

from answerable.reading.formats import canonical
from answerable.reading.layout.protective_marks import mark_of, refuse_secret
from answerable.vocabulary.refusal import Refusal

_TEXT = "The force should write a plan by 30 September 2031.\n\n"


def mark(top: str, *, media_type: str = "text/plain", body: str = _TEXT * 20) -> str:
    return mark_of(canonical(f"{top}\n\n{body}".encode(), media_type=media_type))


@pytest.mark.parametrize(
    ("top", "expected"),
    [
        ("SECRET", "SECRET"),
        ("UK SECRET", "SECRET"),
        ("SECRET – UK EYES ONLY", "SECRET"),
        ("TOP SECRET STRAP1", "TOP SECRET"),
        ("Classification: SECRET", "SECRET"),
        ("OFFICIAL-SENSITIVE", "OFFICIAL-SENSITIVE"),
        ("OFFICIAL - SENSITIVE [PERSONAL]", "OFFICIAL-SENSITIVE"),
        ("Official Sensitive", "OFFICIAL-SENSITIVE"),
        ("Protective marking: OFFICIAL-SENSITIVE: COMMERCIAL", "OFFICIAL-SENSITIVE"),
        ("Marlshire Police\n\nPlan for 2031\n\nSECRET", "SECRET"),
        ("Action Log – OFFICIAL-SENSITIVE – as at 20 November 2026", "OFFICIAL-SENSITIVE"),
        ("Action log | Official-Sensitive", "OFFICIAL-SENSITIVE"),
        ("OFFICIAL-SENSITIVE - improvement plan", "OFFICIAL-SENSITIVE"),
        ("Improvement plan - SECRET - May 2031", "SECRET"),
        ("SECRET - what became of an inquiry", ""),
        ("Its plan was OFFICIAL-SENSITIVE – it said so in May.", ""),
        ("OFFICIAL", ""),
        ("Secret", ""),
        ("SECRET POLICING INQUIRY", ""),
        ("This paper is not SECRET.", ""),
        ("The force rated its plan OFFICIAL-SENSITIVE.", ""),
        ("| OFFICIAL | SECRET | TOP SECRET |", ""),
    ],
)
def test_a_mark_stands_alone_at_the_top(top: str, expected: str) -> None:
    """Protects a marked document from being read, and an unmarked one from being refused."""
    assert mark(top) == expected


def test_a_mark_stands_at_the_foot_and_not_in_the_middle() -> None:
    """Protects a report whose middle lists the marks that exist."""
    assert mark("Plan", body=_TEXT * 20 + "SECRET\n") == "SECRET"
    assert mark("Plan", body=_TEXT * 20 + "SECRET\n\n" + _TEXT * 20) == ""


def test_the_higher_of_two_marks_counts() -> None:
    """Protects from the lower mark of a cover letter."""
    assert mark("OFFICIAL-SENSITIVE\n\nSECRET") == "SECRET"


def test_a_mark_in_a_web_table_and_a_subject_line() -> None:
    """Protects the forms that a workbook and an e-mail give it."""
    table = "<html><body><table><tr><td>SECRET</td><td></td></tr><tr><td>a</td><td>b</td></tr>"
    assert mark(table, media_type="text/html", body="") == "SECRET"
    head = "From: a@b.example\nTo: c@d.example\nSubject: {}\nMIME-Version: 1.0"
    title = table.replace("SECRET", "Log – OFFICIAL-SENSITIVE – May 2031")
    assert mark(title, media_type="text/html", body="") == "OFFICIAL-SENSITIVE"
    letter = head.format("[OFFICIAL-SENSITIVE] Plan")
    assert mark(letter, media_type="message/rfc822", body="Act.") == "OFFICIAL-SENSITIVE"
    assert mark(head.format("SECRET santa"), media_type="message/rfc822", body="Act.") == ""


def test_secret_is_refused_in_a_sentence_that_says_what_to_do() -> None:
    """Protects a clerk who was sent such a file."""
    with pytest.raises(Refusal, match=r"marked SECRET.*security officer") as refused:
        refuse_secret(canonical(f"SECRET\n\n{_TEXT}".encode()))
    assert refused.value.code == "marked-secret"
    refuse_secret(canonical(f"OFFICIAL-SENSITIVE\n\n{_TEXT}".encode()))
