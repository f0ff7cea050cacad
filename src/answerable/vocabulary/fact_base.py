"""What every fact carries, and how its values become JSON and come back."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any, ClassVar, Self

from answerable.vocabulary.access import Classification
from answerable.vocabulary.documents import Source
from answerable.vocabulary.times import Period

Value = str | int | bool | None | list["Value"] | dict[str, "Value"]
Words = tuple[str, ...] | None
"""A list of references, offices or digests; None where it is unknown."""

ENVELOPE = ("institution", "stream", "valid", "doc", "ref", "classes")


@dataclass(frozen=True, kw_only=True)
class Fact:
    """Something said to be true from a date, with its source and exact words.

    The envelope stands in the public leaf: `institution` (whom the register is about),
    `stream` (the finding, action, meeting, ...), `valid` (the half-open period in which the
    fact is true), `doc` (SHA-256 of the source file), `ref` (entry id of what is corrected,
    accepted, closed). Everything else is a value behind a salted commitment. A value that
    is None is empty, unknown to an older field set, or erased.

    `classes` marks single fields that are not public. `said` is the publication date, with
    its real precision (`2024-05`), of the earliest source that states the fact.
    """

    SET: ClassVar[int] = 1

    institution: str
    stream: str
    valid: Period
    doc: str | None = None
    ref: str | None = None
    classes: Mapping[str, Classification] = field(default_factory=dict)
    said: str | None = None
    source: Source | None = None
    quote: str | None = None

    @classmethod
    def field_names(cls) -> tuple[str, ...]:
        """The type's field set, in alphabetical order."""
        return tuple(sorted(_attributes(cls)))

    def values(self) -> dict[str, Value]:
        """Field -> JSON value, for every field of the set."""
        return {name: _to_json(self.get(name)) for name in self.field_names()}

    def get(self, name: str) -> Any:
        """The value of a field by its name in the leaf."""
        return getattr(self, name if hasattr(self, name) else name + "_")

    def with_value(self, name: str, value: Value) -> Self:
        """The same fact with one field changed (a correction) or emptied (an erasure)."""
        attribute = name if hasattr(self, name) else name + "_"
        return replace(self, **{attribute: _from_json(name, value)})

    @classmethod
    def build(cls, *, values: Mapping[str, Value], **envelope: Any) -> Self:
        """The fact again from its envelope and values; fields it does not know stay unknown."""
        attributes = _attributes(cls)
        return cls(
            **envelope,
            **{
                attributes[name]: _from_json(name, value)
                for name, value in values.items()
                if name in attributes
            },
        )


_ATTRIBUTES: dict[type[Fact], Mapping[str, str]] = {}
"""By type; a record of a million entries asks a million times."""


def _attributes(cls: type[Fact]) -> Mapping[str, str]:
    """Field of the leaf -> the attribute that holds it, for every field of a type's set."""
    found = _ATTRIBUTES.get(cls)
    if found is None:
        found = {f.name.rstrip("_"): f.name for f in fields(cls) if f.name not in ENVELOPE}
        _ATTRIBUTES[cls] = found
    return found


def _to_json(value: Any) -> Value:
    if isinstance(value, Source):
        return {f.name: getattr(value, f.name) for f in fields(Source)}
    if isinstance(value, tuple):
        return [_to_json(item) for item in value]
    return value  # type: ignore[no-any-return]  # str, int, bool and None are JSON already


def _from_json(name: str, value: Value) -> Any:
    if name == "source" and isinstance(value, dict):
        return Source(**value)  # type: ignore[arg-type]  # written by _to_json above
    return tuple(value) if isinstance(value, list) else value
