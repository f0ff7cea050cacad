"""A column of owners that stands, as text, behind its paragraphs or below them."""

import pytest
from tests.unit.reading.making import reading_of

_MET = (
    "# Orme Community Council\n\nMinutes of the meeting held on 4 March 2031\n\n# Present\n\n"
    "Cllr Tom Moss (TM), Chair\n\nUna Lark (UL), Clerk\n\n# Matters arising\n\n"
)
_OTHER = "\n\nThe hedge was low. Clerk to ring the county. Clerk"


def _actions(words: str) -> list[tuple[str, str | None]]:
    return [
        (one["quote"]["exact"], one["fields"]["owner"])
        for one in reading_of(_MET + words, kind="minutes").lines()
        if one["kind"] == "action"
    ]


@pytest.mark.parametrize(
    ("words", "exact", "owner"),
    [
        ("It was proposed by Cllr. T. Moss, seconded by Cllr. Bryn Vale and unanimously agreed "
         "that the form would be posted to the agency. Clerk",
         "the form would be posted to the agency", "Clerk"),
        ("It was proposed by Cllr. Vale and agreed to buy from Marl Signs as this was cheaper."
         " Cllr. Bryn Vale", "buy from Marl Signs", "Cllr. Bryn Vale"),
        ("The Return to be signed by the Chair and sent to the auditors.\n\nCllr. O. Reeve/Clerk",
         "signed by the Chair and sent to the auditors", "Cllr. O. Reeve/Clerk"),
        ("It was agreed that the Clerk approach the forester about the two ash trees. Clerk",
         "approach the forester about the two ash trees", "Clerk"),
    ],
)  # fmt: skip
def test_whoever_stands_behind_a_paragraph_owns_its_task(
    words: str, exact: str, owner: str
) -> None:
    assert (exact, owner) in _actions(words + _OTHER)


@pytest.mark.parametrize(
    "words",
    [
        "The minutes were signed by the Chair. Clerk",
        "The Chair thanked all who had come. Cllr. Bryn Vale",
        "The report was noted.\n\nClerk",
        "A letter had been sent by the county. XYZ",
    ],
)
def test_a_name_behind_what_is_only_told_makes_no_task(words: str) -> None:
    assert _actions(words + _OTHER) == [("ring the county", "Clerk")]


@pytest.mark.parametrize(
    ("words", "exact", "owner"),
    [
        ("(5.6) Bramble on Mill Walk - UL to ask the district to cut it weekly.\n\nUL",
         "ask the district to cut it weekly", "UL"),
        ("It was agreed that the Director of Nursing would write to the ward.\n\nTM",
         "write to the ward", "TM"),
        ("The Chair agreed to write to the minister about the cut.\n\nACTION: Una Lark",
         "write to the minister about the cut", "Una Lark"),
    ],
)  # fmt: skip
def test_what_a_bare_mark_closes_begins_with_what_is_to_be_done(
    words: str, exact: str, owner: str
) -> None:
    assert (exact, owner) in _actions(words)
