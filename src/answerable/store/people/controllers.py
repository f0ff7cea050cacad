"""Who answers for the personal data in this installation; the last to be named is in force."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from answerable.store.engine import database, start
from answerable.store.people.accounts import insert

_COLUMNS = ("name", "address", "officer", "registration", "named_by", "named_at")
_COUNTED = {
    "documents": "SELECT count(*) FROM entry WHERE type = 'DocumentFiled'",
    "entries": "SELECT size FROM head",
    "sealed": "SELECT count(*) FROM payload WHERE sealed IS NOT NULL",
    "accounts": "SELECT count(*) FROM login WHERE left_at IS NULL",
    "closed": "SELECT count(*) FROM login WHERE left_at IS NOT NULL",
    "links": "SELECT count(*) FROM panel_link",
    "readings": "SELECT count(*) FROM read_log",
    "waiting": "SELECT count(*) FROM candidate WHERE state = 'waiting'",
    "drafts": "SELECT count(*) FROM draft",
    "subscriptions": "SELECT count(*) FROM subscription",
}


@dataclass(frozen=True, slots=True)
class Controller:
    """The controller of the data, how to write to it, and its data protection officer."""

    name: str
    address: str
    officer: str
    registration: str
    named_by: str
    named_at: str


def current() -> Controller | None:
    """Who is named now; None where nobody is."""
    start.ready()
    found = database.rows(
        f"SELECT {', '.join(_COLUMNS)} FROM data_controller ORDER BY id DESC LIMIT 1"  # noqa: S608  # constants
    )
    return Controller(*found[0]) if found else None


def name(
    *, name: str, address: str, officer: str, registration: str, by: str, at: datetime
) -> None:
    """Name a controller; the earlier one stays in the table."""
    start.ready()
    row = (name, address, officer, registration, by, at.isoformat())
    with database.transaction() as to:
        insert(to, "data_controller", dict(zip(_COLUMNS, row, strict=True)))


def counts() -> Mapping[str, int]:
    """How much of each kind this installation holds."""
    start.ready()
    return {kind: int(database.rows(sql)[0][0]) for kind, sql in _COUNTED.items()}
