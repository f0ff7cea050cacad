"""A value as a person types it, in the form in which its field is kept."""

import re
from dataclasses import fields
from typing import get_args

from answerable.scrutiny.accountability.amounts import amount_of
from answerable.vocabulary.fact_base import Fact, Value
from answerable.vocabulary.facts import MoneyStated
from answerable.vocabulary.refusal import Refusal

_YES_OR_NO = {"yes": True, "true": True, "no": False, "false": False}
_WHOLE = re.compile(r"-?[0-9]{1,15}")


def as_kept(fact: Fact, field: str, value: Value) -> Value:
    """Whole number, yes or no, list, amount in pounds or text; a Refusal names what it takes."""
    if not isinstance(value, str):
        return value
    if isinstance(fact, MoneyStated) and field == "amount":
        return amount_of(value)
    takes = get_args(next(f.type for f in fields(fact) if f.name.rstrip("_") == field))
    if str in takes:
        return value
    if bool in takes:
        return _yes_or_no(field, value)
    return _number(field, value) if int in takes else _parts(value)


def _yes_or_no(field: str, value: str) -> bool:
    if value.lower() not in _YES_OR_NO:
        raise Refusal(f"The {field} is yes or no; “{value[:40]}” is neither.")
    return _YES_OR_NO[value.lower()]


def _number(field: str, value: str) -> int:
    if not _WHOLE.fullmatch(value):
        raise Refusal(f"The {field} is a whole number; “{value[:40]}” is not one.")
    return int(value)


def _parts(value: str) -> list[Value]:
    return [part.strip() for part in value.split(",") if part.strip()]
