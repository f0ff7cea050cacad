"""What one command writes, inside the appender's transaction.

Entry, payloads, nodes, head, projections and the command's answer go together or not at all.
"""

import secrets
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from answerable.ledger import merkle
from answerable.ledger.book import Receipt
from answerable.ledger.commitments import SALT_BYTES, Payload
from answerable.ledger.entry import STAMP, By, Entry, make_leaf, pseudonym, read_leaf
from answerable.ledger.party import NOBODY, Party, keys_of, may_sign
from answerable.ledger.register import Register
from answerable.store.engine import database, projection, under_way
from answerable.store.engine.dialect import Connection
from answerable.store.engine.keys import Key, Keys, sealed
from answerable.store.reads import commands, references
from answerable.store.reads.registers import ZONE, Histories
from answerable.store.writes import checkpoints, conflicts, removal
from answerable.vocabulary.access import Actor, Classification
from answerable.vocabulary.fact_base import Fact, Value
from answerable.vocabulary.facts import KeyEnrolled, KeyRevoked, KeyRotated
from answerable.vocabulary.refusal import Refusal

HASH_BYTES = 32
TICK = timedelta(microseconds=1)
WAITED = timedelta(seconds=5)
"""A command may have waited this long since its door read the clock; that is no regression."""

_ENTRY = "INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_PAYLOAD = (
    "INSERT INTO payload (entry_id, field, class, salt, value, sealed, key_id, state)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, 'held')"
)


class Damaged(Refusal):
    """The record does not hold together, so nothing is added to it."""

    code = "damaged"


class NotRead(Refusal):
    """A command says that its sender had read an entry that the record does not have."""

    code = "not_read"


@dataclass(frozen=True, slots=True)
class _Tree:
    size: int
    frontier: tuple[bytes, ...]
    last: datetime | None


class Writer:
    """Decides and writes commands; keeps the histories that decisions rest on."""

    def __init__(self, keys: Keys) -> None:
        self._keys = keys
        self.histories = Histories(self._keys)
        self._secrets: dict[str, bytes] = {}
        self._touched = False
        self._removed = False

    def begin(self, into: Connection) -> None:
        """Take up the head as it stands; refuse to add to a record that is damaged."""
        self._into = into
        self._removed = False
        size, root, packed = into.execute(database.engine().head).fetchone()
        frontier = tuple(packed[at : at + HASH_BYTES] for at in range(0, len(packed), HASH_BYTES))
        last = into.execute(
            "SELECT seq, recorded_at FROM entry ORDER BY seq DESC LIMIT 1"
        ).fetchone()
        if size != (last[0] + 1 if last else 0) or merkle.root(frontier) != root:
            raise Damaged(
                "The head of the record does not fit its entries, so nothing was recorded. "
                "Run `answerable verify`, then restore a backup."
            )
        stamp = last and datetime.strptime(last[1], STAMP).replace(tzinfo=UTC)
        self._tree = _Tree(size, frontier, stamp)

    def record(
        self,
        *,
        about: str,
        decide: Callable[[Register], Sequence[Fact]],
        by: Actor,
        at: datetime,
        key: str,
        seen: int | None,
        party: Party | None = None,
    ) -> Receipt:
        """Decide and write one command, or give the first answer to the same command again."""
        self._touched = False
        secret = self._secret_of(by.person)
        size = self._tree.size
        history = self.histories.upto(about, size)
        if earlier := commands.find(self._into, by=by, key=key):
            then = history.at(valid=earlier.day, known=earlier.receipt.first - 1)
            return commands.again(earlier, lambda: decide(then), at=at, secret=secret)
        if seen is not None and seen >= size:
            raise NotRead(
                f"Nobody can have read entry {seen}: the record ends at entry {size - 1}. "
                "Read it again, then send the number of its last entry."
            )
        decided = list(decide(history.at(valid=at.astimezone(ZONE).date(), known=size - 1)))
        if seen is not None:
            for institution in dict.fromkeys(fact.institution for fact in decided):
                past = self.histories.upto(institution, size)
                conflicts.check(
                    (f for f in decided if f.institution == institution),
                    history=past,
                    seen=seen,
                    zone=ZONE,
                )
        facts: list[Fact] = []
        for fact in decided:
            past = self.histories.upto(fact.institution, size)
            facts += [references.checked(fact, past), *references.companions(fact, past)]
        digest = commands.digest(decided, today=at.astimezone(ZONE).date(), secret=secret)
        self._touched = True
        if party is not None:
            self._may_sign(party, facts, by=by, at=at)
        sign = None if party is None else _Signing(party, self._shown(seen))
        try:
            receipt = self._write(facts, by=by, at=at, key=key, secret=secret, sign=sign)
        finally:
            under_way.ended(key)
        commands.keep(self._into, by=by, key=key, digest=digest, receipt=receipt, at=at)
        return receipt

    def undo(self) -> None:
        """A command was refused; what it may have left in the histories goes too."""
        if self._touched:
            self.histories.forget()

    def committed(self) -> None:
        """After the commit: keys of erased values are destroyed, and the log file is emptied."""
        if self._removed:
            removal.finish(self._into, self._keys, at=self._tree.last)

    def forget(self) -> None:
        """The transaction failed: nothing that it held counts."""
        self.histories.forget()

    def _secret_of(self, person: str) -> bytes:
        if person not in self._secrets:
            self._secrets[person] = self._keys.secret_of(person)
        return self._secrets[person]

    def _may_sign(self, party: Party, facts: Iterable[Fact], *, by: Actor, at: datetime) -> None:
        """Refuse what the verifiers would refuse: a key that is not of this body, or not now."""
        history = self.histories.upto(by.body, self._tree.size)
        keys = keys_of(history.of_types(KeyEnrolled, KeyRotated, KeyRevoked))
        recorded = at.astimezone(UTC).date()
        for fact in facts:
            may_sign(party, keys, body=by.body, on=fact.valid.start, recorded=recorded)

    def _shown(self, seen: int | None) -> dict[str, Value]:
        """The tree that the signer had read: its size and root."""
        size = self._tree.size if seen is None else seen + 1
        root = merkle.root(self._tree.frontier)
        if size < self._tree.size:
            root = merkle.range_root(checkpoints.node, 0, size) if size else merkle.EMPTY_ROOT
        return {"root": root.hex(), "size": size}

    def _write(
        self,
        facts: Sequence[Fact],
        *,
        by: Actor,
        at: datetime,
        key: str,
        secret: bytes,
        sign: "_Signing | None" = None,
    ) -> Receipt:
        tree = self._tree
        first, last = tree.size, tree.last
        frontier, nodes = tree.frontier, []
        entries: list[Entry] = []
        regressed = last is not None and at + WAITED < last
        for seq, fact in enumerate(facts, start=first):
            if (seq - first) % under_way.STEP == 0:
                under_way.tell(key, seq - first, len(facts))
            last = at if last is None else max(at, last + TICK)
            leaf, payloads = _leaf(
                fact,
                by=By(by.body, pseudonym(secret, fact.stream)),
                recorded_at=last.astimezone(UTC),
                regressed=regressed,
                sign=sign,
            )
            entries.append(Entry(seq, leaf, payloads))
            frontier, made = merkle.grow(seq, frontier, merkle.leaf_hash(leaf))
            nodes += made
        size, root = first + len(entries), merkle.root(frontier)
        self._insert(entries)
        self._into.executemany("INSERT INTO node (level, idx, hash) VALUES (?, ?, ?)", nodes)
        if entries:
            self._into.execute(
                "UPDATE head SET size = ?, root = ?, frontier = ?",
                (size, root, b"".join(frontier)),
            )
        removed = removal.apply(self._into, facts, self._keys)
        self._project(entries, before=first, size=size)
        if removed:
            database.engine().purge(self._into)
        self._removed |= removed
        self._tree = _Tree(size, frontier, last)
        streams = tuple(dict.fromkeys(fact.stream for fact in facts))
        return Receipt(first, len(entries), size, root.hex(), streams)

    def _insert(self, entries: Iterable[Entry]) -> None:
        entry_rows, payload_rows, keys = [], [], list[Key]()
        for entry in entries:
            content, fact = entry.content, entry.content["fact"]
            entry_rows.append(
                (
                    *(entry.seq, entry.id, fact["institution"], fact["stream"], fact["type"]),
                    *(fact["class"], content["recorded_at"], *fact["valid"]),
                    *(entry.leaf, merkle.leaf_hash(entry.leaf)),
                )
            )
            for payload in entry.payloads:
                kept = payload
                if payload.classification == Classification.RESTRICTED:
                    kept, key = sealed(payload, entry_id=entry.id)
                    keys.append(key)
                payload_rows.append(_payload_row(entry.id, kept))
        if keys:
            self._keys.keep(keys)
        self._into.executemany(_ENTRY, entry_rows)
        self._into.executemany(_PAYLOAD, payload_rows)

    def _project(self, entries: Sequence[Entry], *, before: int, size: int) -> None:
        by_institution: dict[str, list[Entry]] = {}
        for entry in entries:
            by_institution.setdefault(entry.content["fact"]["institution"], []).append(entry)
        for institution, found in by_institution.items():
            history = self.histories.upto(institution, before)
            self.histories.add(institution, found, size)
            projection.project(self._into, database.engine(), history, found)


@dataclass(frozen=True, slots=True)
class _Signing:
    party: Party
    seen: Mapping[str, Value]


def _leaf(
    fact: Fact, *, by: By, recorded_at: datetime, regressed: bool, sign: _Signing | None
) -> tuple[bytes, tuple[Payload, ...]]:
    """Leaf and payloads; signed ones are made twice, since the signature stands in the leaf."""
    entry_id = secrets.token_hex(16)
    salts = [secrets.token_bytes(SALT_BYTES) for _ in fact.values()]

    def made(by: By) -> tuple[bytes, tuple[Payload, ...]]:
        left = iter(salts)
        return make_leaf(
            fact,
            entry_id=entry_id,
            by=by,
            recorded_at=recorded_at,
            regressed=regressed,
            salt=lambda: next(left),
            seen=None if sign is None else sign.seen,
        )

    if sign is None:
        return made(by)
    unsigned, _ = made(replace(by, key=sign.party.key_id, sig=NOBODY))
    sig = sign.party.sign(read_leaf(unsigned))
    return made(replace(by, key=sign.party.key_id, sig=sig))


def _payload_row(entry_id: str, payload: Payload) -> tuple[str | bytes | None, ...]:
    return (
        *(entry_id, payload.field, payload.classification, payload.salt, payload.value),
        *(payload.sealed, payload.key_id),
    )
