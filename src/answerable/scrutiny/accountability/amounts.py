"""An amount of money as a person types it, in the form in which the record keeps it."""

from decimal import Decimal

from answerable.scrutiny.claims.claim_money import decimal
from answerable.vocabulary.refusal import Refusal


class NotMoney(Refusal):
    """An amount, a state or a reference that cannot be recorded."""

    code = "not_money"


def amount_of(text: str) -> str:
    """`£1,200.50` as the record holds it: `1200.50`."""
    found = decimal(text.replace(",", "").replace("£", "").strip())
    if found is None or found <= 0:
        raise NotMoney("Give the amount in pounds, for example 180000 or 1200.50.", box="amount")
    if found != found.quantize(Decimal("0.01")):
        raise NotMoney("An amount has at most two places after the point.", box="amount")
    return f"{found:f}"
