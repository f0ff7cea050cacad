"""Money: each amount in its state, no sum of two states, and no figure where there is none."""

import re

import pytest
from django.test import Client

from answerable.operations.pages.accountability.money_stated import amount_words
from answerable.vocabulary import facts as f
from answerable.vocabulary.access import Classification
from answerable.vocabulary.times import Period, first_day
from tests.web.small_home import FORCE, RECOMMENDATION, SmallHome, append, made

URL = f"/money/{FORCE}/"


def amount(value: str | None, state: str | None, on: str, **more: object) -> f.MoneyStated:
    given: dict[str, object] = {"line": "fund", "currency": "GBP", "period": "2025/26", **more}
    return f.MoneyStated(
        institution=FORCE,
        stream="money/anyshire/fund",
        valid=Period(first_day(on)),
        said=on,
        amount=value,
        state=state,
        purpose="Visits",
        payer="anyshire-pcc",
        **given,  # type: ignore[arg-type]  # fields of the fact
    )


@pytest.fixture
def small(home: object) -> SmallHome:
    home_of = made()
    append(
        amount("100000", "budgeted", "2025-02-06"),
        amount("60000.50", "awarded", "2025-09-25", about=(RECOMMENDATION,)),
        amount("45000", "awarded", "2025-09-26", line="other"),
        amount("15000", None, "2025-10-01", line="third"),
        amount("777.31", "paid", "2025-10-02", classes={"amount": Classification.RESTRICTED}),
        f.ClaimMade(
            institution=FORCE,
            stream="claim/anyshire/funding",
            valid=Period(first_day("2026-05-14")),
            said="2026-05-14",
            scope="“generous funding” for visits",
            quote="The Commissioner gave generous funding.",
        ),
        by="anyshire-pcc/governance-officer",
    )
    return home_of


def shown(client: Client, query: str = "") -> str:
    answer = client.get(f"{URL}{query}")
    assert answer.status_code == 200
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


def headings(client: Client) -> list[str]:
    html = client.get(URL).content.decode()
    found = re.findall(r'<h2 class="app-heading[^>]*>(.*?)</h2>', html)
    return [heading for heading in found if heading != "Sources"]


def test_states_stand_apart_in_the_order_in_which_money_moves(
    small: SmallHome, client: Client
) -> None:
    assert headings(client) == [
        *("Budgeted", "Awarded", "Paid", "State not clear"),
        "One line in several states: Fund",
        "Each line from pound to proof",
        "Said without a figure",
    ]


def test_nothing_is_added_up(small: SmallHome, client: Client) -> None:
    text = shown(client)
    for stated in ("£100,000", "£60,000.50", "£45,000", "£15,000"):
        assert stated in text
    for total in ("105,000.50", "160,000.50", "205,000.50", "220,000.50"):
        assert total not in text


def test_a_statement_without_a_sum_says_so(small: SmallHome, client: Client) -> None:
    text = shown(client)
    assert "generous funding" in text
    assert "No figure in our sources." in text


def test_an_amount_leads_to_the_finding_that_its_source_names(
    small: SmallHome, client: Client
) -> None:
    assert f'href="/findings/{RECOMMENDATION}/"' in client.get(URL).content.decode()


def test_what_is_withheld_is_called_so(small: SmallHome, client: Client) -> None:
    text = shown(client)
    assert "Withheld" in text
    assert "777.31" not in text


def test_an_earlier_day_shows_less(small: SmallHome, client: Client) -> None:
    text = shown(client, "?valid=2025-03-01")
    assert "£100,000" in text
    assert "£45,000" not in text


def test_a_body_without_money_says_so(small: SmallHome, client: Client) -> None:
    answer = client.get("/money/west-mercia-police/")
    assert "No sum of money is in our sources." in answer.content.decode()
    assert client.get("/money/nowhere/").status_code == 404
    assert "£100,000" in client.get("/money/anyshire-pcc/", follow=True).content.decode()


@pytest.mark.parametrize(
    ("amount_", "currency", "words"),
    [
        ("538496.32", "GBP", "£538,496.32"),
        ("1000000", "GBP", "£1,000,000"),
        ("5", "EUR", "5.00 EUR".replace(".00", "")),
        ("NaN", "GBP", "No figure in our sources."),
        ("much", "GBP", "No figure in our sources."),
        (None, None, "No figure in our sources."),
    ],
)
def test_amounts_in_words(amount_: str | None, currency: str | None, words: str) -> None:
    assert amount_words(amount_, currency) == words
