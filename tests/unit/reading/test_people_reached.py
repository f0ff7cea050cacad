"""People whom a sentence asks somebody to tell, and posts that are nobody's name."""

import pytest
from tests.unit.reading.making import reading_of


def _people(words: str) -> list[str]:
    found = [one for one in reading_of(words).lines() if one["kind"] == "person"]
    return [one["fields"]["name"] for one in found]


@pytest.mark.parametrize(
    "words",
    [
        "Please tell Ezmara Quill if you need a ramp.",
        "Tell Ezmara Quill by Friday whether you are coming.",
        "Tenants who want a key should tell Ezmara Quill.",
    ],
)
def test_somebody_to_be_told_is_a_person(words: str) -> None:
    assert _people(words) == ["Ezmara Quill"]


@pytest.mark.parametrize(
    "words",
    [
        "Please tell Dunford Council if you need a ramp.",
        "Inspectors were told that the figures tell Dunford Trust nothing.",
    ],
)
def test_a_body_or_a_part_of_a_paper_is_nobody(words: str) -> None:
    assert _people(words) == []


def test_the_words_of_a_post_are_no_name() -> None:
    words = "Yours sincerely\n\nUna Orme\n\nDirector General Operations"
    assert "General Operations" not in _people(words)
    assert "Una Orme" in _people(words)
