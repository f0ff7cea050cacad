"""Judgments of assurance: the judgment alone, its level, whose it is and what it is about."""

import pytest
from tests.unit.reading.making import reading_of

Told = tuple[str, str, str | None]


def _assured(words: str, kind: str = "minutes") -> list[Told]:
    return [
        (one["quote"]["exact"], one["fields"]["level"], one["fields"]["by"])
        for one in reading_of(words, kind=kind).lines()
        if one["kind"] == "assurance"
    ]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("The Board was assured.", [("assured", "assured", "Board")]),
        (
            "The Commissioner was not yet fully assured about the lamps.",
            [("not yet fully assured", "partly", "Commissioner")],
        ),
        ("She was no longer assured on lamps.", [("no longer assured", "not-assured", "She")]),
        ("GN and LT were both assured.", [("both assured", "assured", "GN and LT")]),
        ("Lamps: 412 in the queue. JA assured.", [("assured", "assured", "JA")]),
        ("The Panel was only partly assured.", [("only partly assured", "partly", "Panel")]),
        (
            "The Mayor was assured on lamps and not assured on vans.",
            [
                ("assured", "assured", "Mayor"),
                ("not assured", "not-assured", "Mayor"),
            ],
        ),
        ("Lamps: partially assured.", [("partially assured", "partly", None)]),
        ("LAMPS – not assured", [("not assured", "not-assured", None)]),
        (
            "The Mayor recorded that he was:\n\n- assured on lamps;\n\n- not assured on vans.",
            [("assured", "assured", None), ("not assured", "not-assured", None)],
        ),
        (
            "The Committee took partial assurance from the paper.",
            [("took partial assurance", "partly", "Committee")],
        ),
        ("Opinion\n\nLimited assurance", [("Limited assurance", "partly", None)]),
        (
            "PH told of lamps (partial assurance) and vans (substantial assurance).",
            [("partial assurance", "partly", None), ("substantial assurance", "assured", None)],
        ),
        ("The audit of lamps gave no assurance.", [("no assurance", "not-assured", None)]),
    ],
)
def test_a_judgment_is_read_with_its_level(words: str, found: list[Told]) -> None:
    assert _assured(words) == found


@pytest.mark.parametrize(
    "words",
    [
        "The Commissioner sought assurance that the lamps work.",
        "The Chief Constable assured members that no lamp would fail.",
        "Members were assured that the road would be mended by May.",
        "Was the Board assured?",
        "The Panel asked whether the Commissioner was assured.",
        "The system can give reasonable and not absolute assurance.",
        "The Board asked to be assured about lamps.",
        "Quality assurance: a sample of ten lamps.",
    ],
)
def test_what_is_asked_promised_or_told_is_no_judgment(words: str) -> None:
    assert not _assured(words)


def test_what_it_is_about_is_a_field_and_its_support() -> None:
    """Protects the words outside the quote from being lost, and residue from showing them."""
    (one,) = [
        line
        for line in reading_of("The Board was assured about the age of lamps.").lines()
        if line["kind"] == "assurance"
    ]
    assert one["fields"]["about"] == "age of lamps"
    assert one["support"]["about"]["exact"].strip() == "about the age of lamps"


@pytest.mark.parametrize(
    ("row", "level"),
    [
        ("Custody | Audit of records | Assured", "assured"),
        ("Custody | Partly assured | Forms missing", "partly"),
        ("Custody | Dip sample | Not assured; no plan seen", "not-assured"),
    ],
)
def test_a_row_of_judgments_tells_one(row: str, level: str) -> None:
    words = f"Subject of the year\n\n| Subject | Evidence | Judgment\n\n| {row}"
    lines = reading_of(words, kind="minutes").lines()
    found = [one["fields"] for one in lines if one["kind"] == "assurance"]
    assert [(one["about"], one["level"]) for one in found] == [("Custody", level)]


def test_a_row_that_only_asks_for_assurance_tells_none() -> None:
    words = "| Subject | Wanted\n\n| Custody | The Board wants to be assured by May"
    lines = reading_of(words, kind="minutes").lines()
    assert [one for one in lines if one["kind"] == "assurance"] == []
