"""What was asked of somebody, told in letters, statements and lines; and what only sounds so."""

import pytest
from tests.unit.reading.making import reading_of


def _actions(words: str, kind: str) -> list[tuple[str, str | None]]:
    return [
        (one["quote"]["exact"], one["fields"]["owner_person"] or one["fields"]["owner"])
        for one in reading_of(words, kind=kind).lines()
        if one["kind"] == "action"
    ]


_THERE = "Present: Ada Crewe (AC), Tom Vale (TV), Clerk\n\n# 4. Keys\n\n"


@pytest.mark.parametrize(
    ("kind", "words", "exact", "owner"),
    [
        ("statement", "Ms Orme was brief. I have asked her to count the keys in July.",
         "count the keys in July", "Ms Orme"),
        ("statement", "Una Orme, my Treasurer, has been asked to set the sums out by June.",
         "set the sums out by June", "Una Orme"),
        ("statement", "The Deputy Chief Constable is to explain on 13 August why keys were lost.",
         "explain on 13 August why keys were lost", "Deputy Chief Constable"),
        ("minutes", _THERE + "TV would ask the bank for a list.", "ask the bank for a list",
         "Tom Vale"),
        ("minutes", _THERE + "The Clerk would make the arrangements before May.",
         "make the arrangements before May", "Tom Vale"),
        ("minutes", _THERE + "ACTION AC/31/7 | TV to walk the fence | 4 June 2031",
         "walk the fence", "Tom Vale"),
        ("other", "| ACTION AC/31/7 | TV to check the fence | 4 June 2031", "check the fence",
         "TV"),
        ("minutes", "Present: Ada Crewe (AC), Tom Vale (TV)\n\nApologies:\n\nUna Orme\n\n"
         ">> TV: ask the bank about the doors", "ask the bank about the doors", "Tom Vale"),
    ],
)  # fmt: skip
def test_somebody_was_asked(kind: str, words: str, exact: str, owner: str) -> None:
    assert (exact, owner) in _actions(words, kind)


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("statement", "The Treasurer is to be thanked."),
        ("statement", "The Treasurer is to retire."),
        ("statement", "The Treasurer has to live with that."),
        ("statement", "The force is to have a new store by July."),
        ("statement", "She has been asked whether the keys were lost."),
        ("statement", "I had not asked her to count the keys in July."),
        ("news", "The Treasurer has been asked to leave the room by Friday 4 May."),
        ("press-release", "The constabulary has been asked to provide a plan by 30 June 2031."),
        ("minutes", _THERE + "TV would be glad of a list."),
        ("minutes", _THERE + "TV thought that the bank would ask for a list."),
    ],
)
def test_nobody_was_asked(kind: str, words: str) -> None:
    assert not _actions(words, kind)
