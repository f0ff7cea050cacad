"""What a person said of a log: columns, who leads, what statuses, marks, quarters mean.

It is kept in the home: columns and the meaning of lines and colours per head, meanings per
institution and head, rows that are no actions, owners that are one and meanings of a status per
institution, tables and the labels that were read per file.
"""

import json
import os
import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from answerable.store.engine import start

FILE = "import-columns.json"
_KINDS = (
    "columns",
    "leads",
    "meant",
    "places",
    "read",
    "left",
    "owners",
    "statuses",
    "marks",
    "more",
    "beside",
)


@dataclass(frozen=True, slots=True)
class Meant:
    """The report that short numbers mean (empty: none), and the year of quarters (0: not said)."""

    report: str = ""
    year: int = 0


@dataclass(frozen=True, slots=True)
class Left:
    """A row that a person said is no action: its words, which office said so, and on which day."""

    words: str
    office: str
    on: str


def left(institution: str) -> dict[str, Left]:
    """Stream that a row would have -> what was said of it, of an institution's logs."""
    held = _read()["left"].get(institution, {})
    return {stream: Left(**one) for stream, one in held.items()}


def keep_left(institution: str, rows: Mapping[str, Left]) -> None:
    """Remember which rows are no actions, besides those that are known."""
    held = _read()
    held["left"].setdefault(institution, {}).update({s: asdict(one) for s, one in rows.items()})
    _write(held)


def forget_left(institution: str, streams: Iterable[str]) -> None:
    """These rows are actions after all."""
    held = _read()
    for stream in streams:
        held["left"].get(institution, {}).pop(stream, None)
    _write(held)


@dataclass(frozen=True, slots=True)
class Owners:
    """Of an institution: owner -> the owner that it stands for; pairs that are two people."""

    one: Mapping[str, str]
    two: frozenset[tuple[str, str]]


def owners(institution: str) -> Owners:
    """What a person said of owners that are written in several ways."""
    held = _read()["owners"].get(institution, {})
    return Owners(held.get("one", {}), frozenset((a, b) for a, b in held.get("two", ())))


def keep_owners(institution: str, said: Owners) -> None:
    """Remember it in place of what was said before."""
    held = _read()
    two = sorted(said.two)
    held["owners"][institution] = {"one": dict(said.one), "two": two}
    _write(held)


def statuses(institution: str) -> dict[str, str]:
    """Words of a status, in small letters -> `closed`, `open` or `aside`, as a person said."""
    return dict(_read()["statuses"].get(institution, {}))


def keep_statuses(institution: str, said: Mapping[str, str]) -> None:
    """Remember what words of a status mean; a meaning that is empty is forgotten."""
    held = _read()
    every = held["statuses"].get(institution, {}) | dict(said)
    held["statuses"][institution] = {words: state for words, state in every.items() if state}
    _write(held)


def marks(header: Sequence[str]) -> dict[str, str]:
    """`struck`, or a colour -> `closed`, `open`, `left` or `rating`, as was said of it."""
    held = _read()["marks"]
    name = _name(header)
    if name not in held:
        name = _like(header, held) or name
    return dict(held.get(name, {}))


def keep_marks(header: Sequence[str], said: Mapping[str, str]) -> None:
    """Remember what lines and colours of such a log mean, in place of what was said before."""
    held = _read()
    held["marks"][_name(header)] = {mark: meaning for mark, meaning in said.items() if meaning}
    _write(held)


def columns(header: Sequence[str]) -> dict[str, str] | None:
    """Label -> meaning, as somebody confirmed it for this head; None for a new head."""
    found = _read()["columns"].get(_name(header))
    return dict(found) if found is not None else None


def like(header: Sequence[str]) -> dict[str, str]:
    """Label -> meaning (empty: not read) of the labels that a head like this one shares with it.

    The head of last month, say, with “Comments (May)” for “Comments (April)”: half of the labels
    are the same. Empty where no head that somebody confirmed is like it.
    """
    labels = {_label(one): one for one in header}
    best: dict[str, str] = {}
    for name, held in _read()["columns"].items():
        before = json.loads(name)
        meanings = {_label(label): meaning for label, meaning in held.items()}
        shared = {labels[one]: meanings.get(one, "") for one in before if one in labels}
        if len(shared) > len(best) and len(shared) * 2 >= len(labels):
            best = shared
    return best


def leads() -> dict[str, str]:
    """Words such as `ACC / DCC` -> the one who leads."""
    return dict(_read()["leads"])


def keep(header: Sequence[str], *, columns: Mapping[str, str], leads: Mapping[str, str]) -> None:
    """Remember both; a lead that is empty is forgotten."""
    held = _read()
    held["columns"][_name(header)] = dict(columns)
    held["leads"] = {words: lead for words, lead in (held["leads"] | dict(leads)).items() if lead}
    _write(held)


def meant(institution: str, header: Sequence[str]) -> Meant:
    """What the last log of an institution with this head, or one like it, meant."""
    said = _read()["meant"].get(institution, {})
    name = _name(header)
    if name not in said:
        name = _like(header, said) or name
    found = said.get(name, {})
    return Meant(str(found.get("report", "")), int(found.get("year", 0)))


def keep_meant(institution: str, header: Sequence[str], said: Meant) -> None:
    """Remember what a log means that was recorded."""
    held = _read()
    of = held["meant"].setdefault(institution, {})
    of[_name(header)] = {"report": said.report, "year": said.year}
    _write(held)


def place(document: str) -> str:
    """Where the table begins that somebody chose in a file, by its SHA-256; empty: none chosen."""
    return str(_read()["places"].get(document, ""))


def keep_place(document: str, place: str) -> None:
    """Remember which table of a file is its log."""
    held = _read()
    held["places"][document] = place
    _write(held)


def more(document: str) -> tuple[str, ...]:
    """Where the tables begin that are read besides the log of a file, by its SHA-256."""
    return tuple(_read()["more"].get(document, ()))


def keep_more(document: str, places: Iterable[str]) -> None:
    """Remember which other tables of a file are read with its log."""
    held = _read()
    held["more"][document] = list(places)
    _write(held)


def beside(header: Sequence[str]) -> frozenset[str]:
    """The names of the heads whose tables are read with a log of this head; see `name_of`."""
    return frozenset(_read()["beside"].get(_name(header), ()))


def keep_beside(header: Sequence[str], others: Iterable[Sequence[str]]) -> None:
    """Remember them for the next file with the same log."""
    held = _read()
    held["beside"][_name(header)] = sorted(map(_name, others))
    _write(held)


def name_of(header: Sequence[str]) -> str:
    """What a head is known by here: its labels in small letters."""
    return _name(header)


def read_labels(document: str) -> frozenset[str] | None:
    """The labels under which a log was read that is on record; None where nobody kept them."""
    found = _read()["read"].get(document)
    return frozenset(found) if found is not None else None


def keep_read(document: str, labels: Iterable[str]) -> None:
    """Remember which columns of a log were read when it was recorded, by its SHA-256."""
    held = _read()
    held["read"][document] = sorted(labels)
    _write(held)


def _like(header: Sequence[str], names: Iterable[str]) -> str | None:
    """The name of a head that shares at least half of the labels: of the last month, say."""
    labels = {_label(one) for one in header}
    shared = {name: len(labels & set(json.loads(name))) for name in names}
    best = max(shared, key=lambda name: shared[name], default=None)
    return best if best is not None and shared[best] * 2 >= len(labels) else None


def _write(held: Mapping[str, Any]) -> None:
    """The file is replaced whole."""
    place = start.ready().home / FILE
    temporary = place.with_name(f".{FILE}.{secrets.token_hex(4)}")
    with temporary.open("x", encoding="utf-8") as file:
        json.dump(held, file, ensure_ascii=False, sort_keys=True)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(place)


def _name(header: Sequence[str]) -> str:
    return json.dumps([_label(label) for label in header], ensure_ascii=False)


def _label(label: str) -> str:
    return " ".join(label.split()).lower()


def _read() -> dict[str, Any]:
    try:
        raw = json.loads((start.ready().home / FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        raw = {}
    return {**{kind: {} for kind in _KINDS}, **raw}
