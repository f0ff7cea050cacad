"""Whose promise it is: the one who speaks nearest before, never whoever is spoken to."""

import pytest
from tests.unit.reading.making import GAZETTEER

from answerable.reading.formats import canonical
from answerable.reading.material import Material, Meta
from answerable.reading.profiles import Profile
from answerable.reading.statements.promisers import promiser

PROFILE = Profile(id="minutes", type="minutes")
HEAD = (
    "Anyshire Accountability Board\nMinutes of the meeting of 12 April 2026\n"
    "Present:\nPriya Desai (PD), Chief Constable\nTom Hale (TH), Commissioner\n"
    "Ann Orme (AO), Chief Finance Officer\n\n"
)


def named(words: str, span: str) -> tuple[str | None, str | None] | None:
    """Office and person that the sentence names for a span of it."""
    text = canonical((HEAD + words + "\n").encode(), media_type="text/plain", name="a.txt")
    made = Material(text, PROFILE, GAZETTEER, Meta())
    at = made.text.index(span)
    found = promiser(made, made.around(at), at, at + len(span))
    return (found.by, found.person) if found else None


@pytest.mark.parametrize(
    ("words", "span", "office", "person"),
    [
        (
            "The Commissioner was worried about posts but the Chief Constable assured him that "
            "plans were on track and promised an update by the end of May.",
            "promised an update by the end of May",
            *("Chief Constable", None),
        ),
        (
            "AO gave an undertaking that the audit would be finished by June.",
            "the audit would be finished by June",
            *("Chief Finance Officer", "Ann Orme"),
        ),
        ("The Authority will ask for a revisit.", "will ask for a revisit", "Authority", None),
        (
            "Ms Orme told the Commissioner that a draft would be ready in June.",
            "a draft would be ready in June",
            *("Chief Finance Officer", "Ann Orme"),
        ),
        (
            "The Chief Executive apologised and said that it would be with members by 4 July.",
            "it would be with members by 4 July",
            *("Chief Executive", None),
        ),
        ("HMICFRS will test this in June.", "will test this in June", "HMICFRS", None),
    ],
)
def test_the_nearest_who_speaks_or_acts_is_named(
    words: str, span: str, office: str | None, person: str | None
) -> None:
    assert named(words, span) == (office, person)


@pytest.mark.parametrize(
    ("words", "span"),
    [
        ("A youth panel will start in September.", "will start in September"),
        ("Five more inspectors will qualify by May.", "will qualify by May"),
        ("A letter to the Chief Constable will be sent by May.", "will be sent by May"),
        ("There would be no backlog by the end of March.", "would be no backlog"),
    ],
)
def test_what_is_promised_and_who_is_written_to_promise_nothing(words: str, span: str) -> None:
    assert named(words, span) is None
