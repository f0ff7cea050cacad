"""The keys of a regime's or a question's file, one by one: the right type, or a refusal."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from answerable.vocabulary.refusal import Refusal


class RegimeRefused(Refusal):
    """A file of the catalogue that cannot be used; the sentence names the file and the key."""

    code = "regime_refused"


def check_review(raw: Any, name: str) -> None:
    """A file needs an author and another person who checked it, with dates (ARCHITECTURE 6)."""
    keys = frozenset({"author", "authored_on", "checker", "checked_on", "review_by"})
    if not isinstance(raw, Mapping):
        raise wrong(name, "review", "a table")
    if not str(raw.get("checker", "")).strip():
        raise RegimeRefused(
            f"{name} has no checker. A second person must read the file and be named under "
            "[review].",
            code="no_checker",
        )
    exactly(raw, keys, frozenset(), name)
    if str(raw["author"]).strip().lower() == str(raw["checker"]).strip().lower():
        raise RegimeRefused(
            f"{name} was checked by its own author. Ask another person to read it.",
            code="checker_is_author",
        )
    authored, checked, until = (
        day(raw, key, name) for key in ("authored_on", "checked_on", "review_by")
    )
    if not authored <= checked < until:
        raise wrong(name, "review_by", "after checked_on, which is not before authored_on")


def wrong(name: str, key: str, wanted: str) -> RegimeRefused:
    """The refusal that says what a key must be."""
    return RegimeRefused(f"In {name}, {key} must be {wanted}.", code="wrong_value")


def exactly(
    raw: Mapping[str, Any], required: frozenset[str], optional: frozenset[str], name: str
) -> None:
    """The required keys, and no key that nobody reads."""
    if unknown := sorted(set(raw) - required - optional):
        raise RegimeRefused(f"{name} has a key nobody reads: {unknown[0]}.", code="unknown_key")
    if missing := sorted(required - set(raw)):
        raise RegimeRefused(f"{name} lacks the key {missing[0]}.", code="missing_key")


def text(raw: Mapping[str, Any], key: str, name: str) -> str:
    """Some words."""
    value = raw[key]
    if not isinstance(value, str) or not value.strip():
        raise wrong(name, key, "some words")
    return value


def words(raw: Mapping[str, Any], key: str, name: str) -> tuple[str, ...]:
    """A list of words."""
    value = raw[key]
    if not isinstance(value, list) or not all(isinstance(one, str) and one for one in value):
        raise wrong(name, key, "a list of words")
    return tuple(value)


def whole(raw: Mapping[str, Any], key: str, name: str) -> int:
    """A whole number of at least 1."""
    value = raw[key]
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise wrong(name, key, "a whole number of at least 1")
    return value


def day(raw: Mapping[str, Any], key: str, name: str) -> date:
    """A TOML date, without a time."""
    value = raw[key]
    if type(value) is not date:
        raise wrong(name, key, "a date such as 2024-05-14, without quotes")
    return value


def tables(raw: Mapping[str, Any], key: str, name: str) -> list[Mapping[str, Any]]:
    """The tables of a list; none where the key is absent."""
    found = raw.get(key, [])
    if not isinstance(found, list) or not all(isinstance(item, Mapping) for item in found):
        raise wrong(name, key, f"written as [[{key}]]")
    return found
