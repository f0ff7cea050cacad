"""A session from a TOML file: what was taken, asked, answered, judged and agreed.

institution = "anyshire-police"
[meeting]
body = "anyshire-pcc"
date = 2026-09-15
title = "Performance session"
sort = "accountability-session"
[[item]]
number = "1"
title = "Repeat burglary"
about = ["repeat-burglary"]
question = [{ text = "...", to = "chief-constable" }]
answer = [{ text = "...", by_office = "chief-constable" }]
judgement = [{ level = "partly", reason = "..." }]
action = [{ text = "...", owner = "chief-constable", due = "2026-12-31" }]
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, Field, dataclass, fields
from datetime import date
from typing import Any, TypeVar

from answerable.operations.quoting import typed
from answerable.scrutiny.sessions.minutes import Agreed, Answered, Asked, Item, Judged, Meeting
from answerable.vocabulary.identity import reference
from answerable.vocabulary.refusal import Refusal

_T = TypeVar("_T")
_UNDER = {"question": Asked, "answer": Answered, "judgement": Judged, "action": Agreed}


class BadMeeting(Refusal):
    """A file that is no session; the sentence names the place in it."""

    code = "bad_meeting"


@dataclass(frozen=True, slots=True, kw_only=True)
class Minutes:
    """A session about one institution, ready to be recorded."""

    institution: str
    meeting: Meeting
    items: tuple[Item, ...]
    asked: tuple[Asked, ...] = ()
    answers: tuple[Answered, ...] = ()
    judged: tuple[Judged, ...] = ()
    actions: tuple[Agreed, ...] = ()


def parse(data: bytes) -> Minutes:
    """The session of a TOML file, every key known and every value of its kind."""
    try:
        raw = tomllib.loads(data.decode("utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadMeeting(f"This is not a TOML file: {error}.") from None
    unknown = sorted(set(raw) - {"institution", "meeting", "item"})
    if unknown:
        raise BadMeeting(f"A session has no “{unknown[0]}”. It has: institution, meeting, item.")
    institution = raw.get("institution")
    if not isinstance(institution, str):
        raise BadMeeting('Say which institution the session was about: institution = "...".')
    rows = list(_rows(raw, "item", "the file"))
    parts: dict[str, list[Any]] = {name: [] for name in _UNDER}
    items = []
    for place, row in enumerate(rows, start=1):
        where = f"item {place}"
        own = {name: value for name, value in row.items() if name not in _UNDER}
        item = _made(Item, {"number": str(place), **own}, where)
        items.append(item)
        for name, cls in _UNDER.items():
            for inner in _rows(row, name, where):
                given = {**inner, "item": item.number}
                parts[name].append(_made(cls, given, f"{where}, {name}"))
    return Minutes(
        institution=reference(institution),
        meeting=_made(Meeting, raw.get("meeting", {}), "meeting"),
        items=tuple(items),
        asked=tuple(parts["question"]),
        answers=tuple(parts["answer"]),
        judged=tuple(parts["judgement"]),
        actions=tuple(parts["action"]),
    )


def _rows(raw: Mapping[str, Any], name: str, where: str) -> Iterator[Mapping[str, Any]]:
    rows = raw.get(name, [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise BadMeeting(f"In {where}, “{name}” is a list of tables: [[{name}]].")
    yield from rows


def _made(cls: type[_T], given: Any, where: str) -> _T:
    """A value of a type from a table, or a refusal that names the key."""
    known = {f.name: f for f in fields(cls)}  # type: ignore[arg-type]  # dataclasses of minutes.py
    if not isinstance(given, dict):
        raise BadMeeting(f"In the file, “{where}” is a table: [{where}].")
    for name in given:
        if name not in known:
            raise BadMeeting(f"In {where} there is no “{name}”. There is: {', '.join(known)}.")
    missing = [n for n, f in known.items() if f.default is MISSING and n not in given]
    if missing:
        raise BadMeeting(f"In {where}, “{missing[0]}” is missing.")
    return cls(**{name: _value(known[name], value, where) for name, value in given.items()})


def _value(field: Field[Any], value: Any, where: str) -> Any:
    name = field.name
    if field.type == tuple[str, ...]:
        if not isinstance(value, list):
            raise BadMeeting(f"In {where}, “{name}” is a list of texts.")
        return tuple(_text(name, part, where) for part in value)
    if field.type is date:
        if type(value) is not date:
            raise BadMeeting(f"In {where}, write the date without quotes: {name} = 2026-09-15.")
        return value
    return _text(name, value.isoformat() if type(value) is date else value, where)


def _text(name: str, value: Any, where: str) -> str:
    if not isinstance(value, str):
        raise BadMeeting(f"In {where}, “{name}” is not a text in quotes.")
    return typed(value, what=f"“{name}” in {where}")
