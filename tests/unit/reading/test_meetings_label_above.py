"""A page of a meeting whose labels stand above their values: "Date:", and below it the day."""

import pytest
from tests.unit.reading.making import reading_of


def _meetings(words: str, kind: str = "other") -> list[tuple[str, str | None, str]]:
    return [
        (one["quote"]["exact"], one["fields"]["body"], one["fields"]["date"])
        for one in reading_of(words, kind=kind).lines()
        if one["kind"] == "meeting"
    ]


@pytest.mark.parametrize("kind", ["other", "agenda", "minutes"])
@pytest.mark.parametrize(
    ("words", "found"),
    [
        (
            "20 May 2031\n\nDate:\n\nTuesday, 20 May, 2031\n\nTime:\n\n14:00\n\nLocation:\n\nHome",
            ("Tuesday, 20 May, 2031", None, "2031-05-20"),
        ),
        (
            "# Marl Fire Panel\n\nMeeting date\n\n20/05/2031\n\nVenue\n\nTown Hall",
            ("20/05/2031", "Marl Fire Panel", "2031-05-20"),
        ),
        (
            "Patient Forum\n\nWhen:\n\n20 May 2031, 10am\n\nWhere:\n\nMarl Library",
            ("20 May 2031, 10am", "Patient Forum", "2031-05-20"),
        ),
    ],
)
def test_the_day_below_its_label(
    words: str, found: tuple[str, str | None, str], kind: str
) -> None:
    assert _meetings(words, kind) == [found]


@pytest.mark.parametrize(
    "words",
    [
        "Annual report\n\nDate:\n\n20 May 2031\n\nAuthor:\n\nAda Moss",
        "Date:\n\n20 May 2031\n\nOur accounts are published each year.",
        "Decision notice\n\nDate\n\nPublished on 20 May 2031\n\nTime\n\n9.00",
        "Date:\n\nMay 2031\n\nTime:\n\n14:00",
    ],
)
def test_the_day_of_a_paper_below_its_label(words: str) -> None:
    assert _meetings(words) == []
