"""A value as a person types it, in the form in which its field is kept."""

import re
from dataclasses import fields
from typing import Any, get_args, get_origin

from answerable.scrutiny.accountability.amounts import amount_of
from answerable.vocabulary.documents import Source
from answerable.vocabulary.fact_base import Fact, Value
from answerable.vocabulary.facts import MoneyStated
from answerable.vocabulary.refusal import Refusal

_YES_OR_NO = {"yes": True, "true": True, "no": False, "false": False}
_WHOLE = re.compile(r"-?[0-9]{1,15}")


def as_kept(fact: Fact, field: str, value: Value) -> Value:
    """Whole number, yes or no, list, amount in pounds or text; a Refusal names what it takes.

    What a program sends as a value of another kind is not taken for this one.
    """
    takes = _takes(type(fact), field)
    if not isinstance(value, str):
        return fitting(type(fact), field, value)
    if isinstance(fact, MoneyStated) and field == "amount":
        return amount_of(value)
    if str in takes:
        return value
    if bool in takes:
        return _yes_or_no(field, value)
    return _number(field, value) if int in takes else _parts(value)


def fitting(kind: type[Fact], field: str, value: Value) -> Value:
    """The value, or a Refusal where a field of such facts keeps no value of its kind."""
    takes = _takes(kind, field)
    value = list(value) if isinstance(value, tuple) else value
    if value is None or type(value) in takes or (isinstance(value, dict) and Source in takes):
        return value
    of = {get_args(kind)[0] for kind in takes if get_origin(kind) is tuple}
    if isinstance(value, list) and of and all(type(one) in of for one in value):
        return value
    words = "text" if str in takes else "a whole number" if int in takes else "a list of texts"
    raise Refusal(f"The {field} is {words}; {str(value)[:40]} is not.")


def _takes(kind: type[Fact], field: str) -> tuple[Any, ...]:
    kept: Any = next(f.type for f in fields(kind) if f.name.rstrip("_") == field)
    return get_args(kept) or (kept,)


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
