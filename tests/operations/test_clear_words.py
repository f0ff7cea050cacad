"""What the check before publishing found clear is not looked at again; what it holds always is."""

from dataclasses import replace

import pytest

from answerable.operations import sensitivity
from answerable.operations.clear_words import BYTES, ClearWords
from answerable.publishing.sensitivity import check
from answerable.publishing.sensitivity.model import Held, Passage, Subjects

CLEAR = Passage("a", "The force should visit every shop.")
SECRET = Passage("b", "Work is slow: the force manages 14 OCGs.")


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Words that the rules were asked about."""
    found: list[str] = []
    own = check.alone

    def alone(passage: Passage, subjects: Subjects) -> tuple[Held, ...]:
        found.append(passage.text)
        return own(passage, subjects)

    monkeypatch.setattr(check, "alone", alone)
    return found


def test_clear_words_are_looked_at_once_and_words_that_are_held_each_time(
    home: object, asked: list[str]
) -> None:
    with sensitivity.remembering(b"") as words:
        first = sensitivity.held([CLEAR, SECRET])
        kept = words.taken()
        assert words.taken() == b""
    assert [one.where for one in first] == ["b"]
    assert len(kept) == BYTES
    asked.clear()
    with sensitivity.remembering(kept):
        assert sensitivity.held([CLEAR, SECRET]) == first
    assert CLEAR.text not in asked
    assert SECRET.text in asked
    assert sensitivity.held([CLEAR, SECRET]) == first, "and nothing is remembered afterwards"
    assert CLEAR.text in asked


def test_what_was_clear_among_other_subjects_or_other_words_is_looked_at(
    home: object, asked: list[str]
) -> None:
    subjects = sensitivity.subjects()
    before = ClearWords(subjects, b"")
    assert before.has(CLEAR)
    kept = before.taken()
    asked.clear()
    assert ClearWords(subjects, kept).has(CLEAR)
    assert asked == []
    assert ClearWords(replace(subjects, names=frozenset({"another"})), kept).has(CLEAR)
    assert ClearWords(subjects, kept).has(replace(CLEAR, around="Beside it."))
    assert len(asked) == 2
