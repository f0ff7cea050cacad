"""Invitations to an account: the secret of a link is kept as its digest."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from answerable.store.engine import database, start
from answerable.store.people.accounts import insert, roles_of
from answerable.vocabulary.access import Role

_INVITATION = (
    *("id", "name", "email", "body", "office", "roles", "holding", "ends"),
    *("invited_by", "invited_at", "expires_at", "used_at", "revoked_at"),
)


@dataclass(frozen=True, slots=True)
class Invitation:
    """An account that was offered: to whom, as what, until when."""

    id: int
    name: str
    email: str
    body: str
    office: str
    roles: tuple[Role, ...]
    holding: str
    ends: str | None
    invited_by: str
    invited_at: str
    expires_at: str
    used_at: str | None
    revoked_at: str | None

    def open(self, at: datetime) -> bool:
        """Can it still be used?"""
        return (
            self.used_at is None
            and self.revoked_at is None
            and at < datetime.fromisoformat(self.expires_at)
        )


def digest(token: str) -> str:
    """What is kept of a secret."""
    return hashlib.sha256(token.encode()).hexdigest()


def keep(
    *,
    token: str,
    name: str,
    email: str,
    body: str,
    office: str,
    roles: Iterable[Role],
    holding: str,
    ends: str | None,
    invited_by: str,
    at: datetime,
    expires: datetime,
) -> None:
    """A new invitation; earlier ones of the same name that are open are called back."""
    start.ready()
    with database.transaction() as to:
        to.execute(
            "UPDATE invitation SET revoked_at = ?"
            " WHERE name = ? AND used_at IS NULL AND revoked_at IS NULL",
            (at.isoformat(), name),
        )
        insert(
            to,
            "invitation",
            {
                "token": digest(token),
                "name": name,
                "email": email,
                "body": body,
                "office": office,
                "roles": json.dumps([role.value for role in roles]),
                "holding": holding,
                "ends": ends,
                "invited_by": invited_by,
                "invited_at": at.isoformat(),
                "expires_at": expires.isoformat(),
            },
        )


def of(token: str) -> Invitation | None:
    """The invitation behind a secret, used and old ones too."""
    found = _found("token = ?", digest(token))
    return found[0] if found else None


def every() -> tuple[Invitation, ...]:
    """All of them, the latest first."""
    return _found("1 = ?", 1)


def use(number: int, *, at: datetime) -> bool:
    """Mark it as used; False where somebody else just did."""
    return _mark("used_at", number, at=at)


def revoke(number: int, *, at: datetime) -> bool:
    """Call it back; False where it was used or called back before."""
    return _mark("revoked_at", number, at=at)


def _mark(column: str, number: int, *, at: datetime) -> bool:
    start.ready()
    with database.transaction() as to:
        done = to.execute(
            f"UPDATE invitation SET {column} = ?"  # noqa: S608  # one of two names above
            " WHERE id = ? AND used_at IS NULL AND revoked_at IS NULL RETURNING id",
            (at.isoformat(), number),
        )
        return bool(done.fetchall())


def _found(where: str, value: Any) -> tuple[Invitation, ...]:
    start.ready()
    found = database.rows(
        f"SELECT {', '.join(_INVITATION)} FROM invitation WHERE {where} ORDER BY id DESC",  # noqa: S608  # constants
        (value,),
    )
    return tuple(_invitation(row) for row in found)


def _invitation(row: Sequence[Any]) -> Invitation:
    held = dict(zip(_INVITATION, row, strict=True))
    return Invitation(**{**held, "roles": roles_of(held["roles"])})
