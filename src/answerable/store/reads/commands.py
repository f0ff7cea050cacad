"""Commands that were answered, so that repeating one acts once.

The digest is over the facts that were decided. A repeated command is decided again against the
register as it stood the first time; the same facts get the first answer, others are refused.
So a decision must follow from the command's arguments, never from a random number.
"""

import hashlib
import hmac
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime

from answerable.ledger import canonical
from answerable.ledger.book import Receipt
from answerable.ledger.entry import STAMP
from answerable.store.engine.dialect import Connection
from answerable.store.reads.registers import ZONE
from answerable.vocabulary.access import Actor
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.refusal import Refusal


class KeyUsed(Refusal):
    """The key of a command belongs to another one."""

    code = "key_used"


@dataclass(frozen=True, slots=True)
class Answered:
    """A command as it was answered the first time; `day` is the day it was given, in London."""

    digest: str
    receipt: Receipt
    day: date


def find(book: Connection, *, by: Actor, key: str) -> Answered | None:
    """The first answer to an actor's key."""
    row = book.execute(
        "SELECT digest, answer, recorded_at FROM command WHERE actor = ? AND key = ?",
        (_name(by), key),
    ).fetchone()
    if row is None:
        return None
    answer = json.loads(row[1])
    given = datetime.strptime(row[2], STAMP).replace(tzinfo=UTC)
    receipt = Receipt(**{**answer, "streams": tuple(answer["streams"])})
    return Answered(row[0], receipt, given.astimezone(ZONE).date())


def again(
    earlier: Answered, decide: Callable[[], Iterable[Fact]], *, at: datetime, secret: bytes
) -> Receipt:
    """The first receipt, when deciding again gives the same facts; else a refusal."""
    try:
        facts = list(decide())
        today = at.astimezone(ZONE).date()
        same = any(
            digest(facts, today=day, secret=secret) == earlier.digest
            for day in (earlier.day, today)
        )
    except Refusal:
        same = False
    if not same:
        raise KeyUsed(
            "This key was used for another command, which was recorded as entry "
            f"{earlier.receipt.first}. Send a new command with a new key."
        )
    return earlier.receipt


def keep(
    book: Connection,
    *,
    by: Actor,
    key: str,
    digest: str,
    receipt: Receipt,
    at: datetime,
) -> None:
    """Keep the answer, in the transaction of the entries."""
    book.execute(
        "INSERT INTO command (actor, key, digest, first_seq, count, answer, recorded_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            *(_name(by), key, digest, receipt.first, receipt.count),
            *(json.dumps(asdict(receipt)), at.astimezone(UTC).strftime(STAMP)),
        ),
    )


def digest(facts: Sequence[Fact], *, today: date, secret: bytes) -> str:
    """Digest of decided facts under the actor's secret, so that no value can be guessed from it.

    “From today” counts as equal on whichever day a command is repeated.
    """
    plain = [
        [
            *(type(fact).__name__, fact.SET, fact.institution, fact.stream, fact.doc, fact.ref),
            "today" if fact.valid.start == today else fact.valid.start.isoformat(),
            fact.valid.end and fact.valid.end.isoformat(),
            {name: marking.value for name, marking in fact.classes.items()},
            fact.values(),
        ]
        for fact in facts
    ]
    return hmac.new(secret, canonical.write(plain), hashlib.sha256).hexdigest()


def _name(by: Actor) -> str:
    return json.dumps([by.body, by.office, by.person], ensure_ascii=False)
