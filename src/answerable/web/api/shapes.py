"""The shape of a command's body, made of the operation's own typed parameters, and back again.

Every field is known, of its own kind, and bounded: a text has at most 8,000 characters and no
character that no text holds, a number fits the record, a date is one that the record can mean.
"""

import types
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from inspect import Parameter, getdoc, signature
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    JsonValue,
    WithJsonSchema,
    create_model,
)

from answerable.operations.pages.look import FIRST_YEAR, LAST_YEAR
from answerable.operations.quoting import LONGEST
from answerable.vocabulary.fact_base import Value

MOST_PARTS, MOST_DEPTH, LARGEST = 200, 6, 10**15
CONFIG = ConfigDict(extra="forbid", strict=True, validate_by_name=False, validate_by_alias=True)
WORDS: Mapping[str, str] = {
    "institution": "Id of the body that it is about.",
    "reference": "Reference of the thing that it is about, as in the lists.",
    "on": "The day from which it is true.",
    "reason": "Why, in words that will be published.",
    "text": "The words.",
    "words": "The exact words of a kept file that say so; without them it is our own record.",
    "document": "SHA-256 of a kept file.",
    "quote": "Words that stand once in that file.",
    "entry": "Sequence number of the entry that it is about.",
    "target": "The entry that it is about, by sequence number or id.",
    "owner": "Office that it belongs to.",
    "authoriser": "Office that authorised it.",
    "answers": "References of the findings that it answers.",
    "evidence": "References of evidence on record.",
    "due": "When it is due, as precise as its source: 2026, 2026-05 or 2026-05-21.",
    "session": "Reference of the session.",
    "candidate": "Name of a candidate that waits to be looked at.",
}
"""Parameter -> what it says, where its name does not say enough."""
OF_READINGS: Mapping[str, str] = {
    "reason": "Why, in words that stay with the reading.",
    "second": "The first words of the second part, as they stand once in the reading.",
    "other": "Name of the reading that it is joined with.",
    "last": "The last words that belong to it, as they stand after it in the document.",
    "kind": "Kind that it is read as, such as recommendation or commitment.",
}
"""The same of operations that make no entry."""


def _sayable(text: str) -> str:
    if "\x00" in text:
        raise ValueError("a text holds no character of number 0")
    return text


def _plain(value: JsonValue, depth: int = 0) -> JsonValue:
    match value:
        case float():
            raise ValueError("the record holds no number with a point: give it as a text")
        case int() if not -LARGEST <= value <= LARGEST:
            raise ValueError("the number is too large")
        case str():
            if len(value) > LONGEST:
                raise ValueError(f"a text has at most {LONGEST} characters")
            _sayable(value)
        case list() | dict():
            if depth >= MOST_DEPTH or len(value) > MOST_PARTS:
                raise ValueError("that is too deep or has too many parts")
            for part in value.values() if isinstance(value, dict) else value:
                _plain(part, depth + 1)
            for name in value if isinstance(value, dict) else ():
                _plain(name)
    return value


def _readable(day: date) -> date:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValueError(f"the record has nothing to say about the year {day.year}")
    return day


Text = Annotated[str, Field(max_length=LONGEST), AfterValidator(_sayable)]
Whole = Annotated[int, Field(ge=-LARGEST, le=LARGEST)]
Day = Annotated[date, AfterValidator(_readable)]
KINDS = ("string", "integer", "boolean", "null", "array", "object")
Plain = Annotated[JsonValue, AfterValidator(_plain), WithJsonSchema({"type": list(KINDS)})]


def body_of(do: Callable[..., object], *, name: str, without: AbstractSet[str]) -> type[BaseModel]:
    """The shape of what an operation is told, without what the door says itself."""
    found: dict[str, Any] = {}
    parameters = signature(do).parameters
    words = WORDS if "key" in parameters else {**WORDS, **OF_READINGS}
    for parameter in parameters.values():
        if parameter.name not in without:
            default = ... if parameter.default is Parameter.empty else parameter.default
            found[parameter.name] = _field(parameter.name, parameter.annotation, default, words)
    return create_model(name, __config__=CONFIG, __doc__=getdoc(do), **found)


def values_of(body: BaseModel) -> dict[str, Any]:
    """What the operation is called with."""
    return {name: _back(getattr(body, name)) for name in type(body).model_fields}


def _field(
    name: str, hint: Any, default: Any, words: Mapping[str, str] = WORDS
) -> tuple[Any, Any]:
    # A name that the language keeps for itself has a line after it in Python alone.
    return (shape(hint), Field(default, alias=name.rstrip("_"), description=words.get(name)))


def shape(hint: Any) -> Any:
    """The shape of one type of the operations."""
    simple = {str: Text, int: Whole, date: Day, bool: bool, types.NoneType: None, Any: Plain}
    if hint in simple:
        return simple[hint]
    if isinstance(hint, type):
        part: Any = hint
        return part if issubclass(hint, Enum) else _model(part)
    return Plain if hint == Value else _of_parts(hint)


def _of_parts(hint: Any) -> Any:
    inner = get_args(hint)
    match get_origin(hint):
        case origin if origin in (types.UnionType, Union):
            return Union[tuple(shape(part) for part in inner)]  # noqa: UP007  # made at run time
        case origin if origin in (Sequence, tuple):
            of: Any = shape(inner[0])
            return Annotated[tuple[of, ...], Field(max_length=MOST_PARTS)]
        case origin if origin is Mapping:
            value: Any = shape(inner[1])
            return Annotated[dict[Text, value], Field(max_length=MOST_PARTS)]
    raise TypeError(f"A command cannot be told {hint}.")


_MADE_OF: dict[type[BaseModel], type[Any]] = {}


@cache
def _model(cls: type[Any]) -> type[BaseModel]:
    if not is_dataclass(cls):
        raise TypeError(f"A command cannot be told {cls.__name__}.")
    hints = get_type_hints(cls)
    found: dict[str, Any] = {}
    for part in fields(cls):
        default = ... if part.default is MISSING else part.default
        found[part.name] = _field(part.name, hints[part.name], default)
    made: type[BaseModel] = create_model(
        cls.__name__, __config__=CONFIG, __doc__=getdoc(cls), **found
    )
    _MADE_OF[made] = cls
    return made


def _back(value: Any) -> Any:
    if isinstance(value, BaseModel):
        return _MADE_OF[type(value)](**values_of(value))
    if isinstance(value, tuple):
        return tuple(_back(part) for part in value)
    return value
