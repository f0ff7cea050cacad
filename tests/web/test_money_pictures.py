"""The page of a line of money draws its steps; a withheld sum is in no length and no word."""

import re
from dataclasses import replace

import pytest
from django.test import Client

from answerable.vocabulary.access import Classification
from tests.unit.publishing.test_grade_charts import found
from tests.unit.publishing.test_money_charts import bars
from tests.web.small_home import FORCE, RECOMMENDATION, append, made
from tests.web.test_money import amount

PAGE = f"/money/{FORCE}/fund/"
HIDDEN = {"classes": {"amount": Classification.RESTRICTED}}


def drawn(client: Client) -> tuple[str, list[str]]:
    html = client.get(PAGE).content.decode()
    (figure,) = re.findall(r'<figure class="app-chart">.*?</figure>', html, re.S)
    return figure, re.findall(r"<svg.*?</svg>", figure, re.S)


def test_each_amount_is_a_bar_and_what_nobody_states_is_a_gap(
    home: object, client: Client
) -> None:
    made()
    append(
        amount("100000", "budgeted", "2025-02-06"),
        amount("60000.50", "awarded", "2025-09-25", about=(RECOMMENDATION,)),
        amount("15000", "returned", "2026-03-31"),
        amount("777.31", "paid", "2025-10-02", **HIDDEN),
    )
    figure, pictures = drawn(client)
    assert f'href="/data/money.csv?body={FORCE}"' in figure
    assert "777.31" not in figure
    for svg in pictures:
        shown = bars(svg)
        full = shown[0][1]
        assert [width / full for _, width, _ in shown] == pytest.approx([1, 0.6, 0.15], abs=0.01)
        gaps = [c for c in found(svg, "circle") if c.get("stroke-dasharray")]
        assert len(gaps) == 4 + 1  # bought, counted, measure, what came of it; and the legend
        words = " ".join(t.text or "" for t in found(svg, "text"))
        for said in ("Budgeted", "£60,000.50", "Withheld", "Returned", "What came of it"):
            assert said in words
        assert "Approved" not in words  # a state that no source gives is no gap
    assert (figure, pictures) == drawn(client)


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"period": "2024/25"}, "another period"),
        ({"currency": "EUR"}, "another currency"),
        (HIDDEN, "withheld: one amount alone has no length to compare"),
    ],
)
def test_amounts_that_are_not_alike_have_no_length(
    home: object, client: Client, more: dict[str, object], why: str
) -> None:
    made()
    append(
        amount("100000", "budgeted", "2025-02-06"), amount("777.31", "paid", "2025-09-25", **more)
    )
    figure, pictures = drawn(client)
    assert all(not bars(svg) for svg in pictures), why
    assert "£100,000" in figure


def test_a_line_of_which_no_source_states_a_sum_says_so(home: object, client: Client) -> None:
    made()
    append(amount(None, None, "2025-02-06"))
    figure, pictures = drawn(client)
    assert "State not clear" in figure
    assert all(not bars(svg) for svg in pictures)


def test_of_many_purposes_a_few_are_named_and_the_rest_counted(
    home: object, client: Client
) -> None:
    made()
    days = ("2025-02-06", "2025-03-06", "2025-04-06", "2025-05-06", "2025-06-06")
    facts = [amount("100", "awarded", day) for day in days]
    append(*(replace(fact, purpose=f"Purpose {n}") for n, fact in enumerate(facts)))
    figure, _ = drawn(client)
    assert "Purpose 1." in figure
    assert "Purpose 2." not in figure
    assert "and 3 more in the list below" in figure
    assert "Purpose 4." in client.get(PAGE).content.decode()
