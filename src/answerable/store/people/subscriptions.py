"""Who gets what by mail or by a calendar's address: asked for, confirmed, stopped, by its token.

A row keeps a number that is nobody's secret; the token is that number with the site's signature,
so that whoever sees the table alone can open nothing.
"""

import hmac
import json
import secrets
from base64 import urlsafe_b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from answerable.store.engine import database, start
from answerable.store.people.accounts import insert

SIGNATURE = 32
_COLUMNS = "token, email, query, confirmed_at, seen"


@dataclass(frozen=True, slots=True)
class Subscription:
    """What is sent, to which address; `confirmed` None until its owner said so.

    `seen` is the last entry of the record that was looked at for it.
    """

    token: str
    email: str
    query: Mapping[str, str]
    confirmed: str | None
    seen: int = -1


def ask(
    *, email: str, query: Mapping[str, str], at: datetime, seen: int, confirmed: bool = False
) -> Subscription:
    """Keep a wish; the same wish again is the first one."""
    start.ready()
    words = json.dumps(dict(query), sort_keys=True)
    with database.transaction() as to:
        where = "SELECT token FROM subscription WHERE email = ? AND query = ?"
        held = to.execute(where, (email, words)).fetchall()
        number = str(held[0][0]) if held else secrets.token_hex(16)
        if not held:
            insert(
                to,
                "subscription",
                {
                    "token": number,
                    "email": email,
                    "query": words,
                    "confirmed_at": at.isoformat() if confirmed else None,
                    "seen": seen,
                    "asked_at": at.isoformat(),
                },
            )
    found = find(_token(number))
    assert found is not None  # noqa: S101  # it was kept above
    return found


def confirm(token: str, *, at: datetime) -> Subscription | None:
    """The owner of the address said yes; None where there is no such wish."""
    found = find(token)
    if found is None:
        return None
    with database.transaction() as to:
        to.execute(
            "UPDATE subscription SET confirmed_at = ? WHERE token = ? AND confirmed_at IS NULL",
            (at.isoformat(), _number(token)),
        )
    return found


def find(token: str) -> Subscription | None:
    """A wish by its token; None where this site did not sign it or nobody wishes it any more."""
    number = _number(token)
    if not hmac.compare_digest(token.encode(), _token(number).encode()):
        return None
    start.ready()
    sql = f"SELECT {_COLUMNS} FROM subscription WHERE token = ?"  # noqa: S608  # constants
    rows = database.rows(sql, (number,))
    return _made(rows[0]) if rows else None


def stop(token: str) -> None:
    """Nothing is sent any more; the address is forgotten."""
    if find(token) is not None:
        with database.transaction() as to:
            to.execute("DELETE FROM subscription WHERE token = ?", (_number(token),))


def looked(token: str, *, upto: int) -> None:
    """Everything up to an entry was looked at: the next mail is about what comes later."""
    with database.transaction() as to:
        to.execute("UPDATE subscription SET seen = ? WHERE token = ?", (upto, _number(token)))


def unconfirmed(email: str) -> int:
    """How many wishes for an address its owner has not confirmed."""
    start.ready()
    asked = "SELECT count(*) FROM subscription WHERE email = ? AND confirmed_at IS NULL"
    return int(database.rows(asked, (email,))[0][0])


def forget_unconfirmed(*, before: datetime) -> None:
    """Addresses whose owners never said yes are not kept."""
    start.ready()
    with database.transaction() as to:
        to.execute(
            "DELETE FROM subscription WHERE confirmed_at IS NULL AND asked_at < ?",
            (before.isoformat(),),
        )


def confirmed(kind: str) -> tuple[Subscription, ...]:
    """Every confirmed wish of a kind, in the order in which they came."""
    start.ready()
    rows = database.rows(
        f"SELECT {_COLUMNS} FROM subscription"  # noqa: S608  # constants
        " WHERE confirmed_at IS NOT NULL ORDER BY id"
    )
    return tuple(made for made in map(_made, rows) if made.query.get("kind") == kind)


def _number(token: str) -> str:
    return token.partition(".")[0]


def _token(number: str) -> str:
    key = f"answerable.subscription:{start.configured().secret_key}".encode()
    mark = urlsafe_b64encode(hmac.digest(key, number.encode(), "sha256")).decode()[:SIGNATURE]
    return f"{number}.{mark}"


def _made(row: database.Row) -> Subscription:
    number, email, query, confirmed_at, seen = row
    told = json.loads(query) if query.startswith("{") else {}
    return Subscription(_token(number), email, told, confirmed_at, int(seen))
