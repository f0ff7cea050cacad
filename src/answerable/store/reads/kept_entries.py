"""Entries about an institution as one file, so that they need not be read from the record again.

Only what is public for good goes into it: where any value was ever marked or erased, there is no
file. An erasure later makes all files of before it worthless, and whoever keeps them asks for
that (`freshness.removed`). What is folded is the same as when read from the record.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, fields
from datetime import date
from functools import cache, lru_cache
from typing import Any

from answerable.ledger.entry import Entry
from answerable.store.engine.entries import read_opened
from answerable.store.engine.keys import keys_of
from answerable.store.engine.start import ready
from answerable.store.reads import registers
from answerable.vocabulary.documents import Source
from answerable.vocabulary.fact_base import ENVELOPE, Fact
from answerable.vocabulary.facts import TYPES, Erased
from answerable.vocabulary.times import Period

_HEAD = ("id", "type", "set", "institution", "stream", "valid", "doc", "ref")


def packed(institution: str, *, before: bytes | None = None) -> bytes | None:
    """The entries about an institution now; `before` is what was packed earlier, read no more.

    None where something of them may not be public, then or later.
    """
    past, size = registers.history(institution), registers.head().size
    if past.ever_marked or past.of_types(Erased) or any(v.erased for v in past.versions):
        return None
    upto, rows = _held(before) if before else (0, [])
    new = read_opened(about=institution, begin=upto, end=size, keys=keys_of(ready()))
    if before and not new:
        return before
    last = rows[-1][0] + 1 if rows else 0
    rows += [_row(entry) for entry in new if entry.seq >= last]
    told = {"upto": rows[-1][0] + 1 if rows else 0, "entries": rows}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()


def begin_with(institution: str, packed: Callable[[], bytes]) -> None:
    """Let the readers of this process begin with what was packed, and read only what follows.

    It is asked for when somebody asks about the institution, and not before.
    """

    def read() -> tuple[Iterable[Entry], int]:
        upto, rows = _held(packed())
        return map(_entry, rows), upto

    registers.begin_with(institution, read)


def _held(data: bytes) -> tuple[int, list[list[Any]]]:
    told = json.loads(data)
    return int(told["upto"]), told["entries"]


def _row(entry: Entry) -> list[Any]:
    head, by = entry.content["fact"], entry.content["by"]
    values = {name: value for name, value in entry.fact.values().items() if value is not None}
    return [
        *(entry.seq, entry.content["recorded_at"], by),
        *(head[name] for name in _HEAD),
        values,
    ]


def _entry(row: list[Any]) -> Entry:
    """The entry with its content and its fact in place: leaf and payloads are not needed."""
    seq, stamp, by, *told, values = row
    head = dict(zip(_HEAD, told, strict=True))
    entry = Entry(seq, b"", ())
    vars(entry)["content"] = {"fact": head, "by": by, "recorded_at": stamp}
    vars(entry)["fact"] = _fact(head, values)
    return entry


def _fact(head: Mapping[str, Any], values: Mapping[str, Any]) -> Fact:
    cls, names, empty = _made_by(head["type"], head["set"])
    fact = object.__new__(cls)  # as its own constructor would, which takes twice as long
    held = {names[name]: _value(value) for name, value in values.items()}
    vars(fact).update(
        empty,
        **held,
        institution=head["institution"],
        stream=head["stream"],
        valid=_period(*head["valid"]),
        doc=head["doc"],
        ref=head["ref"],
        classes={},
    )
    return fact


def _value(value: Any) -> Any:
    if isinstance(value, dict):
        return Source(**value)
    return tuple(value) if isinstance(value, list) else value


@cache
def _made_by(
    name: str, field_set: int
) -> tuple[type[Fact], Mapping[str, str], Mapping[str, object]]:
    """The dataclass of a type, field of the leaf -> its attribute, and what an empty one has."""
    cls = TYPES[(name, field_set)]
    own = [f for f in fields(cls) if f.name not in ENVELOPE]
    empty = {f.name: f.default for f in own if f.default is not MISSING}
    return cls, {f.name.rstrip("_"): f.name for f in own}, empty


@lru_cache(maxsize=16_384)
def _period(start: str, end: str | None) -> Period:
    return Period(date.fromisoformat(start), date.fromisoformat(end) if end else None)
