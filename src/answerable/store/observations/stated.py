"""What a layout file may state: which keys, of which kind, and which of them it must have."""

from collections.abc import Mapping
from dataclasses import MISSING, fields
from typing import Any

from answerable.store.observations.refused import LoadRefused


def stated(raw: Mapping[str, Any], layout: type) -> dict[str, Any]:
    """The fields of a dataclass of a layout from the mapping of its TOML file.

    Each value must be of the kind that the field's type says; a list becomes a tuple. Raises
    LoadRefused: `unknown_key`, `missing_key`, `wrong_kind`.
    """
    known = {field.name: field for field in fields(layout)}
    if unknown := sorted(set(raw) - set(known)):
        raise LoadRefused(
            f"The layout of the table has the unknown key “{unknown[0]}”. "
            "Correct its spelling or take it out.",
            code="unknown_key",
        )
    needed = [name for name, field in known.items() if field.default is MISSING]
    if absent := [name for name in needed if name not in raw]:
        raise LoadRefused(
            f"The layout of the table does not state “{absent[0]}”. Write it; "
            f"needed are {', '.join(needed)}.",
            code="missing_key",
        )
    for key, value in raw.items():
        if wanted := _wanted(known[key].type, value):
            raise LoadRefused(
                f"In the layout of the table “{key}” must be {wanted}.", code="wrong_kind"
            )
    return {key: tuple(value) if isinstance(value, list) else value for key, value in raw.items()}


def _wanted(kind: Any, value: Any) -> str:
    """What a value should be where it is something else; empty where it is right."""
    if "Mapping" in str(kind):
        right = isinstance(value, dict) and all(isinstance(v, str) for v in value.values())
        return "" if right else 'a table of names in quotation marks: "Their name" = "our-name"'
    if "tuple" in str(kind):
        right = isinstance(value, list) and all(isinstance(v, str) for v in value)
        return "" if right else 'a list of words in quotation marks: ["one", "two"]'
    if kind is int:
        right = isinstance(value, int) and not isinstance(value, bool) and value >= 1
        return "" if right else "a whole number from 1 on"
    return "" if isinstance(value, str) else "words in quotation marks"
