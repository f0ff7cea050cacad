"""Recommendations below the body, the office or the minister whom they are for."""

import pytest
from tests.unit.reading.making import reading_of


def _found(words: str, kind: str = "other") -> list[str]:
    return [
        line["quote"]["exact"]
        for line in reading_of(words, kind=kind).lines()
        if line["kind"] == "recommendation"
    ]


@pytest.mark.parametrize("head", ["Single agency recommendations", "Joint recommendations"])
@pytest.mark.parametrize("body", ["Marlshire Police", "GP Practice", "Holm and Vale NHS Trust"])
def test_below_the_name_of_a_body(head: str, body: str) -> None:
    words = (
        f"# {head}\n\n# {body}\n\n1. To count the keys of each yard.\n\n"
        "2. To read every log each day."
    )
    assert _found(words) == ["count the keys of each yard", "read every log each day"]
    assert _found(words.replace(f"# {body}", "# What we saw")) == []


@pytest.mark.parametrize("head", ["TO THE GOVERNOR", "To the Prison Service"])
def test_orders_and_questions_of_those_who_visit_a_prison(head: str) -> None:
    words = (
        f"Independent Monitoring Board\n\n# {head}\n\n- Mend the cell bells.\n\n"
        "- What steps will be taken to warm the hall?\n\n- Men of the wing were glad."
    )
    assert _found(words) == ["Mend the cell bells", "What steps will be taken to warm the hall?"]


def test_recommendations_made_to_somebody_to_do_a_thing() -> None:
    words = "# News\n\nThe IOPC made two national recommendations to the College and the chiefs"
    assert _found(f"{words} to update the code on stops.", "news") == ["update the code on stops"]
    assert _found(f"{words} in May.", "news") == []
    assert _found("# News\n\nThe IOPC made no recommendations to the chiefs to update it.") == []


def test_to_whom_one_is_addressed_is_not_what_it_asks() -> None:
    words = (
        "# Train 9\n\nWe made two recommendations. The second recommendation, addressed to the"
        " boat operator, is to drill its crews in the use of ladders."
    )
    assert _found(words) == ["drill its crews in the use of ladders"]
