"""Keys for programs: each of one account, kept as a digest, with scopes and an end."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from answerable.store.engine import database, start
from answerable.store.people.accounts import insert
from answerable.store.people.invitations import digest

USE_IS_KEPT_EVERY = timedelta(minutes=1)
"""The last use is written at most so often: a program that reads much writes little."""
_COLUMNS = (
    *("id", "label", "login_id", "scopes", "made_at", "expires_at", "revoked_at", "last_used_at"),
)


@dataclass(frozen=True, slots=True)
class AccessToken:
    """A key for programs: of which account, for what, until when, and when it was last used."""

    id: int
    label: str
    login_id: int
    scopes: tuple[str, ...]
    made_at: str
    expires_at: str
    revoked_at: str | None
    last_used_at: str | None

    def open(self, at: datetime) -> bool:
        """Does it still open anything?"""
        return self.revoked_at is None and at < datetime.fromisoformat(self.expires_at)


def keep(
    *,
    token: str,
    login: int,
    label: str,
    scopes: Sequence[str],
    at: datetime,
    expires: datetime,
) -> None:
    """A new key; of the secret only the digest stays."""
    start.ready()
    with database.transaction() as to:
        insert(
            to,
            "access_token",
            {
                "token": digest(token),
                "label": label,
                "login_id": login,
                "scopes": json.dumps(list(scopes)),
                "made_at": at.isoformat(),
                "expires_at": expires.isoformat(),
            },
        )


def of(token: str) -> AccessToken | None:
    """The key behind a secret."""
    found = _found("token = ?", digest(token))
    return found[0] if found else None


def of_login(login: int) -> tuple[AccessToken, ...]:
    """Keys of an account, the latest first."""
    return _found("login_id = ?", login)


def revoke(number: int, *, login: int, at: datetime) -> bool:
    """End a key of an account; False where there is none that is not ended yet."""
    start.ready()
    with database.transaction() as to:
        done = to.execute(
            "UPDATE access_token SET revoked_at = ?"
            " WHERE id = ? AND login_id = ? AND revoked_at IS NULL RETURNING id",
            (at.isoformat(), number, login),
        )
        return bool(done.fetchall())


def used(token: AccessToken, *, at: datetime) -> None:
    """Write down that it was used, to the minute."""
    last = token.last_used_at
    if last is not None and at - datetime.fromisoformat(last) < USE_IS_KEPT_EVERY:
        return
    with database.transaction() as to:
        to.execute(
            "UPDATE access_token SET last_used_at = ? WHERE id = ?", (at.isoformat(), token.id)
        )


def _found(where: str, value: Any) -> tuple[AccessToken, ...]:
    start.ready()
    found = database.rows(
        f"SELECT {', '.join(_COLUMNS)} FROM access_token WHERE {where} ORDER BY id DESC",  # noqa: S608  # constants
        (value,),
    )
    return tuple(_token(row) for row in found)


def _token(row: Sequence[Any]) -> AccessToken:
    held = dict(zip(_COLUMNS, row, strict=True))
    scopes = held["scopes"]
    held["scopes"] = tuple(json.loads(scopes) if isinstance(scopes, str) else scopes)
    return AccessToken(**held)
