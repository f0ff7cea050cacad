"""The head of minutes below the title of the page that shows them."""

import pytest
from tests.unit.reading.making import reading_of


def _this(words: str) -> list[tuple[str, str | None]]:
    return [
        (one["quote"]["exact"], one["fields"]["date"])
        for one in reading_of(words, kind="minutes").lines()
        if one["kind"] == "meeting" and one["fields"]["standing"] == "this"
    ]


@pytest.mark.parametrize(
    ("words", "quote"),
    [
        (
            "Governing body meeting – 7 April, 2031\n\nPage contents\n\nVale Governing Body "
            "in Public\n\nHeld on 7th April 2031 online\n\nPresent: Ada Moss (Chair)",
            "Vale Governing Body in Public\n\nHeld on 7th April 2031 online",
        ),
        (
            "Joint Ethics Committee – 7 April 2031\n\nMinutes\n\nDate: 7 April 2031\n\nTime: 1pm"
            "\n\nPresent: Ada Moss (Chair)",
            "Date: 7 April 2031",
        ),
    ],
)
def test_the_head_below_the_title_of_its_page(words: str, quote: str) -> None:
    assert len(_this(words)) == 2
    assert _this(words)[1] == (quote, "2031-04-07")


@pytest.mark.parametrize(
    "words",
    [
        "Joint Ethics Committee – 7 April 2031\n\nDate: 9 June 2031\n\nPresent: Ada Moss (Chair)",
        "Joint Ethics Committee – 7 April 2031\n\nThe plan was agreed and runs from 7 April 2031."
        "\n\nPresent: Ada Moss (Chair)",
        "Joint Ethics Committee – 7 April 2031\n\nPapers published: 7 April 2031",
    ],
)
def test_other_lines_tell_of_no_second_head(words: str) -> None:
    assert len(_this(words)) == 1
