"""Accounts: who signs in, in which office, with which roles, until when.

A password is kept as Django keeps it. Leaving closes an account at once: the password, the second
factor and every session go in one transaction. Times are ISO text.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from answerable.store.engine import database, start
from answerable.vocabulary.access import Role

_COLUMNS = (
    *("id", "name", "email", "body", "office", "roles", "is_active", "holding", "ends"),
    *("review_by", "reviewed_by", "reviewed_at", "made_at", "left_at", "last_login"),
)
_SELECT = (
    f"SELECT {', '.join(_COLUMNS)}, EXISTS (SELECT 1 FROM mfa_authenticator AS m"  # noqa: S608  # constants
    " WHERE m.user_id = login.id AND m.type = 'totp') FROM login"
)


@dataclass(frozen=True, slots=True)
class Account:
    """One account as it stands."""

    id: int
    name: str
    email: str
    body: str
    office: str
    roles: tuple[Role, ...]
    active: bool
    holding: str
    ends: str | None
    review_by: str | None
    reviewed_by: str | None
    reviewed_at: str | None
    made_at: str
    left_at: str | None
    last_login: str | None
    second_factor: bool

    def acts(self, on: date) -> bool:
        """May it act on a day: open, with a second factor, and its office not ended?"""
        ended = self.ends is not None and date.fromisoformat(self.ends) <= on
        return self.active and self.second_factor and not ended


def any_open() -> bool:
    """Is there an account that is open?"""
    start.ready()
    return bool(database.rows("SELECT 1 FROM login WHERE is_active = ? LIMIT 1", (True,)))


def by_id(number: int) -> Account | None:
    """The account with a number."""
    return _one("id = ?", number)


def by_name(name: str) -> Account | None:
    """The account with a user name, in any case."""
    return _one("lower(name) = ?", name.strip().lower())


def by_email(email: str) -> Account | None:
    """The account with an address for mail, in any case."""
    return _one("lower(email) = ? AND email <> ''", email.strip().lower())


def every() -> tuple[Account, ...]:
    """All accounts, closed ones too, by body, office and name."""
    start.ready()
    found = database.rows(f"{_SELECT} ORDER BY body, office, name")
    return tuple(_account(row) for row in found)


def make(
    *,
    name: str,
    email: str,
    body: str,
    office: str,
    roles: Iterable[Role],
    holding: str,
    ends: str | None,
    review_by: str,
    password: str,
    at: datetime,
) -> None:
    """Add an account; the name is free."""
    row = {
        "name": name,
        "email": email,
        "body": body,
        "office": office,
        "roles": json.dumps([role.value for role in roles]),
        "is_active": True,
        "holding": holding,
        "ends": ends,
        "review_by": review_by,
        "made_at": at.isoformat(),
        "password": hashed(password),
    }
    with database.transaction() as to:
        insert(to, "login", row)


def set_password(number: int, password: str) -> None:
    """A new password; the second factor and every session of the old one end."""
    with database.transaction() as to:
        to.execute("UPDATE login SET password = ? WHERE id = ?", (hashed(password), number))
        to.execute("DELETE FROM mfa_authenticator WHERE user_id = ?", (number,))
        _end_sessions(to, number)


def change(
    number: int, *, roles: Iterable[Role], holding: str, ends: str | None, office: str
) -> None:
    """Other roles, another office or another end."""
    with database.transaction() as to:
        to.execute(
            "UPDATE login SET roles = ?, holding = ?, ends = ?, office = ? WHERE id = ?",
            (json.dumps([role.value for role in roles]), holding, ends, office, number),
        )


def reviewed(number: int, *, by: str, at: datetime, review_by: str) -> None:
    """Somebody looked at the roles of an account and named the day of the next look."""
    with database.transaction() as to:
        to.execute(
            "UPDATE login SET reviewed_by = ?, reviewed_at = ?, review_by = ? WHERE id = ?",
            (by, at.isoformat(), review_by, number),
        )


def leave(number: int, *, at: datetime) -> int:
    """Close an account at once; how many sessions ended."""
    with database.transaction() as to:
        to.execute(
            "UPDATE login SET is_active = ?, left_at = ?, password = ? WHERE id = ?",
            (False, at.isoformat(), hashed(None), number),
        )
        to.execute("DELETE FROM mfa_authenticator WHERE user_id = ?", (number,))
        to.execute("DELETE FROM access_token WHERE login_id = ?", (number,))
        return _end_sessions(to, number)


def hashed(password: str | None) -> str:
    """How a password is kept; None is one that nobody has."""
    from django.contrib.auth.hashers import make_password  # noqa: PLC0415  # for these commands only

    return make_password(password)


def weaknesses(password: str) -> tuple[str, ...]:
    """Why a password is not taken, each as a sentence."""
    from django.contrib.auth.password_validation import validate_password  # noqa: PLC0415  # as above
    from django.core.exceptions import ValidationError  # noqa: PLC0415

    try:
        validate_password(password)
    except ValidationError as error:
        return tuple(str(message) for message in error.messages)
    return ()


def insert(to: Any, table: str, row: Mapping[str, Any]) -> None:
    """One row into a table of this subject; the names are ours, never a reader's."""
    names, marks = ", ".join(row), ", ".join("?" for _ in row)
    to.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", tuple(row.values()))  # noqa: S608  # constants


def roles_of(value: Any) -> tuple[Role, ...]:
    """Roles from a column of JSON; one engine gives text, the other the list."""
    found = json.loads(value) if isinstance(value, str) else value
    return tuple(Role(role) for role in found if role in list(Role))


def _end_sessions(to: Any, number: int) -> int:
    """Sessions say who they are of only inside: each is opened, and those of the account go."""
    from django.contrib.sessions.backends.db import SessionStore  # noqa: PLC0415  # as above

    opener = SessionStore()
    mine = [
        key
        for key, data in to.execute(
            "SELECT session_key, session_data FROM django_session"
        ).fetchall()
        if str(opener.decode(data).get("_auth_user_id")) == str(number)
    ]
    for key in mine:
        to.execute("DELETE FROM django_session WHERE session_key = ?", (key,))
    return len(mine)


def _one(where: str, value: Any) -> Account | None:
    start.ready()
    found = database.rows(f"{_SELECT} WHERE {where}", (value,))
    return _account(found[0]) if found else None


def _account(row: Sequence[Any]) -> Account:
    held = dict(zip((*_COLUMNS, "second_factor"), row, strict=True))
    return Account(
        id=int(held["id"]),
        roles=roles_of(held["roles"]),
        active=bool(held["is_active"]),
        second_factor=bool(held["second_factor"]),
        last_login=str(held["last_login"])[:16] if held["last_login"] else None,
        **{
            name: held[name]
            for name in (
                *("name", "email", "body", "office", "holding", "ends", "review_by"),
                *("reviewed_by", "reviewed_at", "made_at", "left_at"),
            )
        },
    )
