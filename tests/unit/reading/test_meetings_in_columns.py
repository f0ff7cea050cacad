"""A table whose column names the meeting of each row tells of each meeting once."""

import pytest
from tests.unit.reading.making import reading_of


def _met(words: str, kind: str = "other") -> list[tuple[object, object, object]]:
    found = reading_of(words, kind=kind).records
    return [
        (one.fields["date"], one.fields["body"], one.fields["standing"])
        for one in found
        if one.kind == "meeting"
    ]


def _table(*rows: str) -> str:
    return "\n\n".join(f"| {row}" for row in rows)


def test_a_plan_names_each_meeting_once_and_takes_its_body_and_year_from_its_title() -> None:
    plan = "# Housing Repairs Board plan, October 2031\n\n" + _table(
        "Meeting | Item | Purpose | Lead",
        "5 Oct | Damp | For decision | Head of Repairs",
        "5 Oct | Lifts | For information | Head of Estates",
        "12 Oct | Roofs | For decision | Head of Repairs",
    )
    assert _met(plan) == [
        ("2031-10-05", "Housing Repairs Board", "next"),
        ("2031-10-12", "Housing Repairs Board", "next"),
    ]


def test_a_forward_plan_names_the_body_of_each_row() -> None:
    plan = "# Forward plan of key decisions\n\n" + _table(
        "Meeting | Matter | Lead member",
        "Cabinet 17 February 2031 | School meals | Cllr Norah Fell",
        "Cabinet 17 March 2031 | Libraries | Cllr Owen Marl",
        "Scrutiny Committee, 26 March 2031 | Pay | Cllr Una Orme",
    )
    assert _met(plan) == [
        ("2031-02-17", "Cabinet", "next"),
        ("2031-03-17", "Cabinet", "next"),
        ("2031-03-26", "Scrutiny Committee", "next"),
    ]


@pytest.mark.parametrize(
    "head",
    [
        "Meeting date",
        "Date of meeting",
        "Date of the board",
        "Meeting and date",
        "Panel",
        "Board date",
        "Committee",
        "Session",
        "Meeting (date)",
        "Meeting held",
    ],
)
def test_the_column_has_many_names(head: str) -> None:
    plan = _table(
        f"Ref | {head} | Matter | Decision maker",
        "1 | 4 March 2031 | Count the keys | Ada Moss",
        "2 | 6 May 2031 | Paint the hall | Tom Fell",
    )
    assert [one[0] for one in _met(plan)] == ["2031-03-04", "2031-05-06"]


@pytest.mark.parametrize(
    "rows",
    [
        ("Due | Action | Owner", "4 March 2031 | Count | Ada", "6 May 2031 | Paint | Tom"),
        ("Meeting | Matter", "4 March 2031 | Keys", "Housing | Paint"),
        ("Next meeting | Group", "4 March 2031 | Walkers", "6 May 2031 | Singers"),
        ("Meeting | Members", "by 4 March 2031 | 12", "by 6 May 2031 | 14"),
        ("Meeting | Matter", "4 March 2031 (cancelled) | Keys", "6 May 2031 | Paint"),
        ("Meeting | Action | Owner", "4 March 2031 | Count | Ada", "6 May 2031 | Paint | Tom"),
        ("Meeting | Minute | Outcome", "4 March 2031 | 7 | Sent", "6 May 2031 | 8 | Kept"),
        ("Meeting | Members", "March 2031 | 12", "April 2031 | 14"),
    ],
)
def test_other_columns_of_days_tell_of_no_meeting(rows: tuple[str, ...]) -> None:
    assert _met(_table(*rows)) == []
