"""Promise P6: fifty closings forged by SQL on a rebuilt tree; each is shown as not valid (F-02).

The page of the finding says so with the rule, and so do both offline verifiers. Controls: the
same record without the forgery is shown as closed, by all three.
"""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from answerable.config import config
from answerable.ledger import canonical, checkpoint, merkle, verify
from answerable.ledger.book import Book
from answerable.ledger.entry import Entry
from answerable.operations.findings import standing_closing
from answerable.operations.pages.findings.finding import finding
from answerable.operations.pages.look import Look
from answerable.operations.record import record
from answerable.reading import formats
from answerable.scrutiny.progress import progress
from answerable.store.checks.verification import verify as whole
from answerable.store.engine import database
from answerable.store.papers import documents
from answerable.store.reads import registers
from tests.trust.cast import AT
from tests.trust.test_tamper import edited
from tests.vectors import closings, test_twins
from tests.vectors.closings import BOARD, FINDING, FORCE, KEYS, LETTER, OWNER, QUOTE, Log

DATA = LETTER.encode()
READ = formats.canonical(DATA, media_type="text/plain", name="letter.txt")
GROUNDS = ("published", "letter", "historical")
HEAD = {"size": 2, "root": "0" * 64}


def stated(ground: str = "published", owner: str | None = OWNER, **more: Any) -> Log:
    log = Log()
    finding = log.finding(owner=owner)
    values = {"by": BOARD, "ref": finding, "doc": READ.sha256, "quote": QUOTE, "ground": ground}
    log.add("ClosureStated", **{**values, "text": None, **more})
    return log


def signed(
    owner: str | None = OWNER,
    enrol: dict[str, Any] | None = None,
    revoked: str | None = None,
    **more: Any,
) -> Log:
    log = Log()
    if enrol is not None:
        log.enrol(OWNER, institution=OWNER, **enrol)
    finding = log.finding(owner=owner)
    if revoked:
        stream = f"key/{KEYS[OWNER].key_id.hex()}"
        gone: dict[str, Any] = {"from": revoked, "reason": "Lost.", "institution": OWNER}
        root = closings.ROOT_OF_OWNER
        log.add("KeyRevoked", by=OWNER, signer=root, stream=stream, **gone)
    values = {"by": OWNER, "signer": KEYS[OWNER], "ref": finding, "text": None}
    log.add("ClosureVerified", **{**values, **more})
    return log


def altered(change: Callable[[dict[str, Any]], Any]) -> Log:
    """A good closing whose leaf was changed under its signature."""
    log = signed(enrol={})
    last = log.entries[-1]
    leaf = canonical.read(last.leaf)
    change(leaf)
    log.entries[-1] = Entry(last.seq, canonical.write(leaf), last.payloads)
    return log


def forged() -> Iterator[tuple[str, Log]]:
    for ground in GROUNDS:
        yield f"{ground}, by the institution", stated(ground, by=FORCE)
        yield f"{ground}, no file", stated(ground, doc=None)
        for owner in (FORCE, None):
            yield f"{ground}, owner {owner}", stated(ground, owner=owner)
    for ground in ("published", "historical"):
        for quote in (None, "It is closed.", QUOTE.lower(), QUOTE.replace(" ", "  ")):
            yield f"{ground}, quote {quote}", stated(ground, quote=quote)
    for body in (BOARD, OWNER):
        yield f"stated as signed by {body}", stated("signed", by=body)
    good: dict[str, Any] = {"enrol": {}}
    for body in (BOARD, FORCE):
        yield f"signed by {body}", signed(**good, by=body, signer=KEYS[body])
    yield "not signed", signed(**good, signer=None)
    yield "a stolen name", signed(**good, signer=closings.key(OWNER, "stolen"))
    for size in (0, 1, 2, 3, 99):
        yield f"seen {size}", signed(**good, seen={**HEAD, "size": size})
    yield "seen nothing", signed(**good, seen=None)
    for day in ("2026-01-06", "2026-01-07"):
        yield f"office ended {day}", signed(enrol={"valid": "2026-01-05", "until": day})
    for day in ("2026-01-08", "2027-01-01"):
        yield f"office begins {day}", signed(enrol={"valid": day})
    for day in ("2025-01-01", "2026-01-06", "2026-01-08"):
        yield f"key doubted from {day}", signed(**good, revoked=day)
    for owner in (FORCE, BOARD, None):
        yield f"signed, owner {owner}", signed(**good, owner=owner)
    yield "a key that nobody enrolled", signed()
    changes: dict[str, Callable[[dict[str, Any]], Any]] = {
        "day": lambda leaf: leaf["fact"].update(valid=["2026-01-06", None]),
        "end": lambda leaf: leaf["fact"].update(valid=["2026-01-07", "2026-02-01"]),
        "ref": lambda leaf: leaf["fact"].update(ref="0" * 32),
        "file": lambda leaf: leaf["fact"].update(doc="0" * 64),
        "id": lambda leaf: leaf["fact"].update(id="0" * 32),
        "person": lambda leaf: leaf["by"].update(person="0" * 32),
        "what was seen": lambda leaf: leaf["fact"].update(seen={**HEAD, "size": 1}),
        "class": lambda leaf: leaf["fact"].update({"class": "internal"}),
        "a value": lambda leaf: leaf["fact"]["commits"].update(text="0" * 64),
        "signature": lambda leaf: leaf["by"].update(sig="A" * 86 + "=="),
    }
    for name, change in changes.items():
        yield f"{name} changed under the signature", altered(change)


FORGED = list(forged())
GOOD = [*map(stated, GROUNDS), signed(enrol={})]


def put(log: Log) -> None:
    """Write the entries as an administrator of the database could, and make the tree fit."""

    def rows(raw: Any) -> None:
        frontier: tuple[bytes, ...] = ()
        for entry in log.entries:
            content, fact = entry.content, entry.content["fact"]
            leaf_hash = merkle.leaf_hash(entry.leaf)
            columns = (
                *(entry.seq, entry.id, fact["institution"], fact["stream"], fact["type"]),
                *(fact["class"], content["recorded_at"], *fact["valid"], entry.leaf, leaf_hash),
            )
            raw.execute(f"INSERT INTO entry VALUES ({', '.join('?' * 11)})", columns)  # noqa: S608  # question marks only
            for p in entry.payloads:
                raw.execute(
                    "INSERT INTO payload (entry_id, field, class, salt, value, state)"
                    " VALUES (?, ?, ?, ?, ?, 'held')",
                    (entry.id, p.field, p.classification, p.salt, p.value),
                )
            frontier, made = merkle.grow(entry.seq, frontier, leaf_hash)
            raw.executemany("INSERT INTO node VALUES (?, ?, ?)", made)
        head = (len(log.entries), merkle.root(frontier), b"".join(frontier))
        raw.execute("UPDATE head SET size = ?, root = ?, frontier = ?", head)

    database.close()
    edited(config().database, rows)


def shown(log: Log) -> str | None:
    """What the site finds wrong with the closing of the finding, as its page says it."""
    documents.keep(DATA)
    documents.keep_text(READ)
    put(log)
    if log.entries[-1].by.key:  # what was signed names the log
        record.checkpoint(at=AT, new=closings.LOG.name)
    known = registers.register(FORCE, valid=AT.date().replace(month=6))
    item = progress(known, FINDING)
    return standing_closing.fault(known, item) if item.closing else "it is not shown as closed"


@pytest.fixture
def python(monkeypatch: pytest.MonkeyPatch) -> Callable[[bytes], str]:
    """What the verifier says of a bundle; `test_ed25519`: signatures are checked alike."""
    monkeypatch.setattr(verify, "signed", checkpoint.verifies)

    def said(bundle: bytes) -> str:
        try:
            return verify.closing(bundle, verify.policy_of(closings.policy()))[1]
        except (LookupError, TypeError, ValueError, AttributeError) as fault:
            return str(fault)

    return said


def browser(bundles: list[bytes]) -> list[bool]:
    if test_twins.NODE is None:
        pytest.skip("no Node on this machine: the twin is not proven")
    asked = [({"x.bundle": bundle}, closings.policy()) for bundle in bundles]
    return [holds for holds, _ in test_twins.browser(asked)]


@pytest.mark.usefixtures("book")
@pytest.mark.parametrize("log", [log for _, log in FORGED], ids=[name for name, _ in FORGED])
def test_a_closing_that_was_forged_is_shown_as_not_valid(log: Log) -> None:
    assert shown(log) is not None


@pytest.mark.usefixtures("book")
@pytest.mark.parametrize("log", GOOD)
def test_control_the_same_record_without_the_forgery_is_shown_as_closed(log: Log) -> None:
    assert shown(log) is None
    found = whole(database.engine(), keys=None)
    assert found.holds, found.faults


def test_both_verifiers_say_the_same(python: Callable[[bytes], str]) -> None:
    texts = {READ.sha256: READ.text}
    bad = [log.bundle(texts=texts) for _, log in FORGED]
    good = [log.bundle(texts=texts) for log in GOOD[:-1]] + [GOOD[-1].bundle()]
    assert [said for said in map(python, bad) if said.startswith("CLOSED")] == []
    bare = [log.bundle(texts={}) for _, log in FORGED]
    assert [said for said in map(python, bare) if said.startswith("CLOSED")] == []
    assert all(python(bundle).startswith("CLOSED") for bundle in good)
    assert browser([*bad, *good]) == [False] * len(bad) + [True] * len(good)


def test_the_page_names_the_rule(book: Book) -> None:
    assert shown(stated(by=FORCE))
    page = finding(Look(at=AT.replace(month=6)), FINDING)
    assert "not valid. It breaks rule 3" in page.sentence
    assert [line.label for line in page.lines][-1] == "Closing that is not valid"


def test_there_are_fifty_kinds() -> None:
    assert len(FORGED) >= 50
