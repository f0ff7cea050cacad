"""Does the record hold together? Everything in the tables set against the leaves.

Reads the file as it lies, with no cache and no projection between. What is found names the
entry. Without a checkpoint kept elsewhere a rewrite of everything, head included, looks whole.
"""

from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, field
from itertools import compress, groupby, islice
from operator import itemgetter
from pathlib import Path
from typing import Any

from answerable.ledger import canonical, merkle
from answerable.ledger.commitments import Payload
from answerable.ledger.entry import Entry, faults
from answerable.ledger.verify import Policy
from answerable.store.checks import beside, signed_check
from answerable.store.checks.beside import Batch
from answerable.store.checks.tree_check import TreeCheck
from answerable.store.engine import database
from answerable.store.engine.dialect import Connection, Engine
from answerable.store.engine.keys import Key, Keys, opened
from answerable.vocabulary.access import Classification
from answerable.vocabulary.refusal import Refusal

MOST_FAULTS, BATCH = 20, 200
ACTOR = "import"
"""The actor of the command that says up to which entry a record is a copy."""

ENOUGH = 1_000
"""Faults kept before the first 20 are chosen; a record that is all wrong need not be listed.

More than one batch can have: so the lowest are among them.
"""

_ENTRIES = """
SELECT seq, entry_id, institution, stream, type, class, recorded_at, valid_from, valid_to, leaf,
    leaf_hash FROM entry ORDER BY seq"""
_PAYLOADS = """
SELECT e.seq, p.field, p.salt, p.value, CASE WHEN p.class <> e.class OR p.state <> 'held'
    OR p.sealed IS NOT NULL OR p.key_id IS NOT NULL THEN 1 END  -- nothing, where all is plain
FROM entry AS e {joined} payload AS p ON p.entry_id = e.entry_id ORDER BY e.seq, p.field"""
_OF_ENTRY = """
SELECT field, salt, value, class, sealed, key_id, state FROM payload
WHERE entry_id = ? ORDER BY field"""
_LEAVES = "SELECT seq, leaf, leaf_hash FROM entry ORDER BY seq"
_STRAY = """SELECT entry_id, field FROM payload
WHERE entry_id NOT IN (SELECT entry_id FROM entry) ORDER BY entry_id, field LIMIT 20"""
_BYTES = {bytes, type(None)}
_RANK = [marking.value for marking in Classification]  # from the lowest to the highest


@dataclass(frozen=True, slots=True)
class Fault:
    """What does not hold; `entry` None when it is the record as a whole."""

    entry: int | None
    sentence: str

    def __str__(self) -> str:
        where = "the record" if self.entry is None else f"entry {self.entry}"
        return f"{where}: {self.sentence}"


@dataclass(frozen=True, slots=True)
class Verification:
    """What was checked, and the first faults in the order of the record."""

    size: int
    root: str
    faults: tuple[Fault, ...]
    tree_only: bool
    checkpoints: int
    unopened: int
    signed: int = 0
    """Of the checkpoints, those whose signatures were checked with a policy's keys."""
    absent: int = 0
    """Values that a copy of an export does not have: they were not public."""
    files: int = 0
    """Filed documents whose bytes on the disk have the SHA-256 that the record holds."""

    @property
    def holds(self) -> bool:
        """Nothing was found."""
        return not self.faults


@dataclass
class _Found:
    faults: list[Fault] = field(default_factory=list)
    unopened: int = 0
    copied: int = 0
    values: int = 0
    gone: dict[tuple[str, str], int] = field(default_factory=dict)
    away: dict[tuple[str, str], int] = field(default_factory=dict)
    absent: int = 0
    erasures: set[tuple[str, str]] = field(default_factory=set)
    markings: set[tuple[str, str]] = field(default_factory=set)
    last_stamp: str = ""

    def add(self, entry: int | None, sentence: str) -> None:
        if len(self.faults) < ENOUGH:
            self.faults.append(Fault(entry, sentence))


def verify(
    place: Path | Engine,
    *,
    keys: Keys | None,
    tree_only: bool = False,
    checkpoints: Mapping[int, bytes] | None = None,
    policy: Policy | None = None,
    unsafe: tuple[str, ...] = (),
) -> Verification:
    """Check a record, or a database file.

    `checkpoints` are sizes with the roots they had, kept elsewhere; with a `policy` the
    signatures of the stored ones are checked too.
    """
    found = _Found([Fault(None, sentence) for sentence in unsafe])
    compared, signed = dict(checkpoints or {}), 0
    tree = TreeCheck(found.add)
    engine = database.at(place) if isinstance(place, Path) else place
    try:
        # What the database finds wrong with its own file is looked for meanwhile, on another core.
        with ThreadPoolExecutor(1) as aside, engine.reading() as book:
            damage = None if tree_only else aside.submit(_damage, engine)
            for size, root, fault in signed_check.checkpoints(book, policy):
                signed += 1 if policy else 0
                if fault:
                    found.add(None, fault)
                if compared.setdefault(size, root) != root:
                    found.add(None, f"the stored checkpoint of size {size} has another root")
            tree.begin(book, compared)
            found.copied = _copied(book)
            if tree_only:
                for seq, leaf, leaf_hash in book.execute(_LEAVES):
                    _hash(found, tree, seq, leaf, leaf_hash)
            else:
                _entries(found, tree, book, keys, joined=engine.joined)
            tree.finish()
            if damage is not None:
                _after(found, book)
                for sentence in damage.result():
                    found.add(None, sentence)
    except Exception as error:
        if not database.is_error(error) and not isinstance(error, TypeError | ValueError):
            raise
        if database.kind(error) not in (None, "damaged"):
            raise  # it cannot be opened now, which does not say that it is damaged
        found.add(None, f"the database file is damaged ({error})")
    named = sorted((f for f in found.faults if f.entry is not None), key=lambda f: f.entry or 0)
    whole = [f for f in found.faults if f.entry is None]
    return Verification(
        size=tree.size,
        root=merkle.root(tree.frontier).hex(),
        faults=tuple([*named, *whole][:MOST_FAULTS]),
        tree_only=tree_only,
        checkpoints=len(compared),
        unopened=found.unopened,
        absent=found.absent,
        signed=signed,
    )


def _copied(book: Connection) -> int:
    """Up to which entry the record was taken from an export; 0 where it was not."""
    row = book.execute("SELECT max(count) FROM command WHERE actor = ?", (ACTOR,)).fetchone()
    return int(row[0] or 0)


def _entries(
    found: _Found, tree: TreeCheck, book: Connection, keys: Keys | None, *, joined: str
) -> None:
    sealed_by = [k for (k,) in book.execute("SELECT key_id FROM payload WHERE sealed IS NOT NULL")]
    try:
        held = keys.find(sealed_by) if keys and sealed_by else {}
    except Exception as error:
        if not database.is_error(error) or database.kind(error) not in (None, "damaged"):
            raise  # it cannot be opened now, which does not say that it is damaged
        found.add(None, f"the file of its keys is damaged ({error})")
        held = {}
    with closing(beside.answered(_batches(book, joined=joined))) as batches:
        for batch, stamps in batches:
            found.values += sum(len(values) for _, values in batch)
            whole = [_hash(found, tree, row[0], row[9], row[10]) for row, _ in batch]
            for (row, _), stamp in compress(zip(batch, stamps, strict=True), whole):
                if stamp and stamp > found.last_stamp:
                    found.last_stamp = stamp
                    continue
                entry = _entry(found, row, book.execute(_OF_ENTRY, (row[1],)).fetchall(), held)
                _columns(found, row, entry)
                _values(found, row, entry)


def _batches(book: Connection, *, joined: str) -> Iterator[Batch]:
    """Entries with their values, some at a time: one kind of work after the other is quicker."""
    rows = iter(book.execute(_ENTRIES))
    groups = groupby(book.execute(_PAYLOADS.format(joined=joined)), key=itemgetter(0))
    following = next(groups, None)
    while batch := list(islice(rows, BATCH)):
        made = []
        for row in batch:
            if following is not None and following[0] == row[0]:
                made.append((row, list(following[1])))
                following = next(groups, None)
            else:
                made.append((row, []))
        yield made


def _hash(found: _Found, tree: TreeCheck, seq: int, leaf: Any, leaf_hash: Any) -> bool:
    """Grow the tree by one leaf; False when the rest of the entry cannot be read."""
    tree.expect(seq)
    if not isinstance(leaf, bytes):
        found.add(seq, "its public part is not kept as bytes")
        tree.grow(seq, b"")
        return False
    computed = tree.grow(seq, leaf)
    if computed != leaf_hash:
        found.add(seq, "its public part is not the one that was recorded: its hash is another")
        tree.known.add(seq)
    return True


def _columns(found: _Found, row: tuple[Any, ...], entry: Entry) -> None:
    seq = row[0]
    try:
        content = entry.content
    except Refusal:
        return  # `faults` says so, in words
    fact = content["fact"]
    should = (
        *(fact["id"], fact["institution"], fact["stream"], fact["type"], fact["class"]),
        *(content["recorded_at"], *fact["valid"]),
    )
    names = ("entry_id", "institution", "stream", "type", "class")
    for name, mine, theirs in zip(
        (*names, "recorded_at", "valid_from", "valid_to"), row[1:9], should, strict=True
    ):
        if mine != theirs:
            found.add(seq, f"its column {name} says {mine!r}, its public part {theirs!r}")
    if fact["type"] != "Sealed":
        if content["recorded_at"] <= found.last_stamp:
            found.add(seq, "its stamp does not come after the stamp before it")
        found.last_stamp = content["recorded_at"]


def _entry(
    found: _Found, row: tuple[Any, ...], rows: list[tuple[Any, ...]], keys: Mapping[str, Key]
) -> Entry:
    seq, entry_id = row[0], row[1]
    payloads = []
    for name, salt, value, marking, sealed, key_id, state in rows:
        if {type(salt), type(value), type(sealed)} - _BYTES:
            found.add(seq, f"its value “{name}” is not kept as bytes")
            continue
        payload = Payload(name, salt, value, marking, sealed, key_id)
        if payload.erased and state == "absent" and seq < found.copied:
            found.absent += 1
            if payload.classification == Classification.PUBLIC:
                found.away[(entry_id, payload.field)] = seq
        elif payload.erased:
            found.gone[(entry_id, payload.field)] = seq
            if state != "erased":
                found.add(seq, f"its value “{payload.field}” is gone and is not marked as erased")
        elif state != "held":
            found.add(seq, f"its value “{payload.field}” is held and is marked as {state}")
        if sealed is not None:
            try:
                payload = opened(payload, keys, entry_id=entry_id)
            except Refusal:
                found.add(seq, f"its sealed value “{payload.field}” does not open with its key")
        found.unopened += payload.sealed is not None and payload.value is None
        payloads.append(payload)
    return Entry(seq, row[9], tuple(payloads))


def _values(found: _Found, row: tuple[Any, ...], entry: Entry) -> None:
    seq, marking = row[0], row[5]
    for sentence in faults(entry):
        found.add(seq, sentence)
    markings = {payload.classification for payload in entry.payloads}
    if markings and max(markings, key=_rank) != marking:
        found.add(
            seq,
            f"its values are marked {', '.join(sorted(markings))}, its public part says {marking}",
        )
    _erasures(found, entry)


def _rank(marking: str) -> int:
    return _RANK.index(marking) if marking in _RANK else len(_RANK)


def _erasures(found: _Found, entry: Entry) -> None:
    try:
        fact = entry.content["fact"]
        if fact["type"] in ("Erased", "Reclassified"):
            told = found.erasures if fact["type"] == "Erased" else found.markings
            for payload in entry.payloads:
                if payload.field == "fields" and payload.value is not None:
                    told |= {
                        (str(fact["ref"]), str(n)) for n in canonical.read(payload.value) or ()
                    }
    except Refusal:
        return  # `faults` has said what is wrong with it


def _damage(engine: Engine) -> list[str]:
    with engine.reading() as book:
        return list(engine.damage(book))


def _after(found: _Found, book: Connection) -> None:
    for (entry_id, name), seq in found.gone.items():
        if (entry_id, name) not in found.erasures:
            found.add(seq, f"its value “{name}” is gone, and no entry says that it was erased")
    for (entry_id, name), seq in found.away.items():
        if (entry_id, name) not in found.markings:
            found.add(seq, f"its public value “{name}” is not in this copy, and no entry says why")
    if book.execute("SELECT count(*) FROM payload").fetchone()[0] != found.values:
        for entry_id, name in book.execute(_STRAY):
            found.add(None, f"a value “{name}” is kept for {entry_id}, which is no entry")
