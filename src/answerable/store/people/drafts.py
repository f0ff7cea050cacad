"""Live minutes, agendas and letters while they are made: saved often, deleted at signing.

One draft for each kind and item in a body; its revision rises with every saving. A change reads,
edits and writes in one transaction, so that two people who save at once both keep their words.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from answerable.store.engine import database, start

Fields = Mapping[str, str]
Edit = Callable[["Draft | None"], Fields]


@dataclass(frozen=True, slots=True)
class Draft:
    """What was typed so far. `by`: field -> the office that changed it last, and when."""

    kind: str
    about: str
    body: str
    fields: Fields
    by: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    revision: int = 1
    seen: int = -1
    office: str = ""
    saved_at: str = ""


_SELECT = (
    "SELECT kind, about, body, content, revision, seen, office, saved_at FROM draft"
    " WHERE kind = ? AND about = ? AND body = ?"
)


def get(*, kind: str, about: str, body: str) -> Draft | None:
    """The draft as it stands; None where nobody has begun one."""
    start.ready()
    found = database.rows(_SELECT, (kind, about, body))
    return _draft(found[0]) if found else None


def of_body(*, kind: str, body: str) -> tuple[Draft, ...]:
    """Every draft of a kind in a body, by what it is about."""
    start.ready()
    rows = database.rows(
        "SELECT kind, about, body, content, revision, seen, office, saved_at FROM draft"
        " WHERE kind = ? AND body = ? ORDER BY about",
        (kind, body),
    )
    return tuple(_draft(row) for row in rows)


def change(
    *, kind: str, about: str, body: str, office: str, at: datetime, seen: int, edit: Edit
) -> Draft:
    """Edit a draft, or begin it; the new revision, once it is on the disk.

    `edit` gets the draft as it stands and gives every field; it may be called within the
    database's lock only, so it must be quick and must change nothing else.
    """
    start.ready()
    stamp = at.isoformat()
    with database.transaction() as current:
        row = current.execute(_SELECT, (kind, about, body)).fetchone()
        held = _draft(row) if row else None
        fields = dict(edit(held))
        if held is not None and fields == dict(held.fields):
            return held
        before = held.fields if held else {}
        by = dict(held.by) if held else {}
        by |= {name: (office, stamp) for name, v in fields.items() if before.get(name) != v}
        content = json.dumps(
            {"fields": fields, "by": {k: v for k, v in by.items() if k in fields}},
            ensure_ascii=False,
            sort_keys=True,
        )
        revision = held.revision + 1 if held else 1
        if held is None:
            current.execute(
                "INSERT INTO draft (kind, about, body, office, content, revision, seen, saved_at)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (kind, about, body, office, content, revision, seen, stamp),
            )
        else:
            current.execute(
                "UPDATE draft SET content = ?, revision = ?, office = ?, saved_at = ?"
                " WHERE kind = ? AND about = ? AND body = ?",
                (content, revision, office, stamp, kind, about, body),
            )
        row = current.execute(_SELECT, (kind, about, body)).fetchone()
    return _draft(row)


def delete(*, kind: str, about: str, body: str) -> None:
    """The draft is signed or thrown away."""
    start.ready()
    with database.transaction() as current:
        current.execute(
            "DELETE FROM draft WHERE kind = ? AND about = ? AND body = ?", (kind, about, body)
        )


def _draft(row: database.Row) -> Draft:
    kind, about, body, content, revision, seen, office, saved_at = row
    held = json.loads(content)
    return Draft(
        kind=kind,
        about=about,
        body=body,
        fields=held["fields"],
        by={name: (who, when) for name, (who, when) in held["by"].items()},
        revision=revision,
        seen=seen,
        office=office,
        saved_at=saved_at,
    )
