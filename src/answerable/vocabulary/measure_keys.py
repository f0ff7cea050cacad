"""The keys of a measure's file, one by one: the right type, or a refusal in words."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from answerable.vocabulary.refusal import Refusal


class MeasureRefused(Refusal):
    """A measure's file cannot be used as it stands."""

    code = "measure_refused"


def exactly(raw: Mapping[str, Any], keys: Iterable[str], name: str) -> None:
    """All of these keys and no other, in the measure called `name`."""
    wanted = set(keys)
    if unknown := sorted(set(raw) - wanted):
        raise MeasureRefused(
            f"The measure {name} has the unknown key “{unknown[0]}”. Correct its spelling or "
            "take it out.",
            code="unknown_key",
        )
    if missing := sorted(wanted - set(raw)):
        raise MeasureRefused(
            f"The measure {name} does not say “{missing[0]}”. Add it.", code="missing_key"
        )


def wrong(name: str, key: str, wanted: str) -> MeasureRefused:
    """The refusal that says what a key must be."""
    return MeasureRefused(f"In the measure {name}, “{key}” must be {wanted}.", code="wrong_value")


def table(raw: Any, key: str, name: str) -> Mapping[str, Any]:
    """A table of the file."""
    if not isinstance(raw, Mapping):
        raise wrong(name, key, "a table of its own")
    return raw


def text(raw: Mapping[str, Any], key: str, name: str, *, empty: bool = False) -> str:
    """A text; blank only where `empty` allows it."""
    value = raw[key]
    if not isinstance(value, str) or not (empty or value.strip()):
        raise wrong(name, key, "a text")
    return value.strip()


def word(raw: Mapping[str, Any], key: str, words: tuple[str, ...], name: str) -> Any:
    """One of the words that the vocabulary has."""
    if raw[key] not in words:
        raise wrong(name, key, f"one of {', '.join(words)}")
    return raw[key]


def number(raw: Mapping[str, Any], key: str, name: str, *, above: float) -> float:
    """A number above a bound."""
    value = raw[key]
    if isinstance(value, bool) or not isinstance(value, int | float) or not value > above:
        raise wrong(name, key, f"a number above {above}")
    return value


def day(raw: Mapping[str, Any], key: str, name: str) -> date:
    """A TOML date, without a time."""
    value = raw[key]
    if type(value) is not date:
        raise wrong(name, key, "a date such as 2026-11-09, without quotation marks")
    return value
