"""Whose money an amount is."""

import pytest

from answerable.reading.figures.money_parties import payer


@pytest.mark.parametrize(
    ("left", "right", "who"),
    [
        ("We received ", " from the Marl Trust for the hall.", "Marl Trust"),
        ("Marl Trust paid ", " for the hall.", "Marl Trust"),
        ("The trust compared a quote of ", " from Hale and Vale.", None),
        ("The lowest was a tender at ", " from Orme Roofing.", None),
        ("The clerk handed in an invoice for about ", " from Orme Roofing.", None),
        ("A saving of ", " from Estates is planned.", None),
    ],
)
def test_who_names_a_price_does_not_pay_it(left: str, right: str, who: str | None) -> None:
    assert payer(left, right) == who
