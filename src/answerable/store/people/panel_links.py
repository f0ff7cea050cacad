"""Links for people without an account, and each time one was opened; secrets are digests."""

import hmac
import json
from base64 import urlsafe_b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from answerable.store.engine import database, start
from answerable.store.people.accounts import insert
from answerable.store.people.invitations import digest

SIGNATURE = 22
_COLUMNS = ("id", "label", "body", "paths", "made_by", "made_at", "expires_at", "revoked_at")


@dataclass(frozen=True, slots=True)
class PanelLink:
    """A link: for whom, what it opens, until when, and how often it was opened."""

    id: int
    label: str
    body: str
    paths: tuple[str, ...]
    made_by: str
    made_at: str
    expires_at: str
    revoked_at: str | None
    opened: int
    last_opened: str | None

    def open(self, at: datetime) -> bool:
        """Does it still open anything?"""
        return self.revoked_at is None and at < datetime.fromisoformat(self.expires_at)


@dataclass(frozen=True, slots=True)
class Opened:
    """A link was opened."""

    path: str
    at: str


def signed(secret: str) -> str:
    """A secret with the site's signature: what the site did not make is not looked up."""
    return f"{secret}.{_signature(secret)}"


def genuine(token: str) -> bool:
    """Did this site sign it?"""
    secret, _, signature = token.rpartition(".")
    return bool(secret) and hmac.compare_digest(signature.encode(), _signature(secret).encode())


def keep(
    *,
    token: str,
    label: str,
    body: str,
    paths: Sequence[str],
    made_by: str,
    at: datetime,
    expires: datetime,
) -> None:
    """A new link."""
    start.ready()
    with database.transaction() as to:
        insert(
            to,
            "panel_link",
            {
                "token": digest(token),
                "label": label,
                "body": body,
                "paths": json.dumps(list(paths)),
                "made_by": made_by,
                "made_at": at.isoformat(),
                "expires_at": expires.isoformat(),
            },
        )


def of(token: str) -> PanelLink | None:
    """The link behind a secret."""
    found = _found("token = ?", digest(token))
    return found[0] if found else None


def made_in(body: str) -> tuple[PanelLink, ...]:
    """Links of a body, the latest first."""
    return _found("body = ?", body)


def revoke(number: int, *, body: str, at: datetime) -> bool:
    """Call a link of a body back; False where there is none that is open."""
    start.ready()
    with database.transaction() as to:
        done = to.execute(
            "UPDATE panel_link SET revoked_at = ?"
            " WHERE id = ? AND body = ? AND revoked_at IS NULL RETURNING id",
            (at.isoformat(), number, body),
        )
        return bool(done.fetchall())


def used(number: int, *, path: str, at: datetime) -> None:
    """Write down that it was opened."""
    with database.transaction() as to:
        insert(to, "panel_link_use", {"link_id": number, "path": path, "at": at.isoformat()})


def uses(number: int) -> tuple[Opened, ...]:
    """When it was opened, the latest first."""
    start.ready()
    found = database.rows(
        "SELECT path, at FROM panel_link_use WHERE link_id = ? ORDER BY id DESC LIMIT 200",
        (number,),
    )
    return tuple(Opened(*row) for row in found)


def _signature(secret: str) -> str:
    key = f"answerable.panel:{start.configured().secret_key}".encode()
    return urlsafe_b64encode(hmac.digest(key, secret.encode(), "sha256")).decode()[:SIGNATURE]


def _found(where: str, value: Any) -> tuple[PanelLink, ...]:
    start.ready()
    names = ", ".join(f"l.{name}" for name in _COLUMNS)
    found = database.rows(
        f"SELECT {names}, (SELECT count(*) FROM panel_link_use AS u WHERE u.link_id = l.id),"  # noqa: S608  # constants
        " (SELECT max(at) FROM panel_link_use AS u WHERE u.link_id = l.id)"
        f" FROM panel_link AS l WHERE {where} ORDER BY l.id DESC",
        (value,),
    )
    return tuple(_link(row) for row in found)


def _link(row: Sequence[Any]) -> PanelLink:
    held = dict(zip((*_COLUMNS, "opened", "last_opened"), row, strict=True))
    paths = held["paths"]
    held["paths"] = tuple(json.loads(paths) if isinstance(paths, str) else paths)
    return PanelLink(**held)
