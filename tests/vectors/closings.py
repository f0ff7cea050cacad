"""Invented logs with a closed finding, for both verifiers: every ground, and ways to forge one."""

import base64
import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from answerable.ledger import canonical, checkpoint, merkle, tiles
from answerable.ledger.checkpoint import WITNESS, Signer
from answerable.ledger.entry import By, Entry, leaf_of, signed_message
from answerable.vocabulary.access import Classification

FORCE, BOARD, OWNER = "anyshire-police", "anyshire-pcc", "anyshire-inspectorate"
FINDING = "anyshire-inspectorate/2026/anyshire/theft/recommendation/1"
LETTER = "Dear Chief Constable,\n\nRecommendation 1 is closed.\n"
DOC = hashlib.sha256(b"the letter").hexdigest()
QUOTE = "Recommendation 1 is closed."
BEGAN = datetime(2026, 1, 5, 9, tzinfo=UTC)


def key(name: str, words: str = "") -> Signer:
    return Signer(name, hashlib.sha256(f"{name} {words}".encode()).digest())


LOG = key("answerable.example/anyshire")
SEER = Signer("w1.example", hashlib.sha256(b"seer").digest(), WITNESS)
ROOT_OF_OWNER = key(OWNER, "root")
KEYS = {body: key(body, "office") for body in (FORCE, BOARD, OWNER)}


def policy(*, accepts: str = "signed published letter historical", roles: str = "") -> str:
    return (
        f"log {LOG.verifier_key}\nwitness {SEER.verifier_key}\nquorum 1\n"
        f"body {ROOT_OF_OWNER.verifier_key}\naccepts {accepts}\n"
        + (roles or f"role {FORCE} institution\nrole {BOARD} oversight\nrole {OWNER} owner\n")
    )


@dataclass
class Log:
    """A log as it grows; `add` gives the id of the entry."""

    entries: list[Entry] = field(default_factory=list)

    def root(self, size: int) -> bytes:
        return merkle.root_of([merkle.leaf_hash(e.leaf) for e in self.entries[:size]])

    def node(self, level: int, index: int) -> bytes:
        width = 1 << level
        part = self.entries[index * width : (index + 1) * width]
        return merkle.root_of([merkle.leaf_hash(e.leaf) for e in part])

    def add(
        self,
        kind: str,
        *,
        by: str,
        stream: str = FINDING,
        signer: Signer | None = None,
        person: str = "",
        ref: str | None = None,
        doc: str | None = None,
        seen: Any = "head",
        valid: str | None = None,
        until: str | None = None,
        institution: str = FORCE,
        classes: dict[str, Classification] | None = None,
        **values: Any,
    ) -> str:
        seq = len(self.entries)
        at = BEGAN + timedelta(days=seq)
        values = {"quote": None, "said": None, "source": None, **values}
        entry_id = hashlib.sha256(f"closing {seq}".encode()).hexdigest()[:32]
        head = {"size": seq, "root": self.root(seq).hex()}
        person = hashlib.sha256(f"person {person or by}".encode()).hexdigest()[:32]

        def leaf(sig: str | None) -> tuple[bytes, Any]:
            salts = iter(bytes([seq % 256, j]) * 8 for j in range(64))
            return leaf_of(
                type_name=kind,
                field_set=1,
                values=values,
                classes={
                    name: (classes or {}).get(name, Classification.PUBLIC) for name in values
                },
                envelope={
                    "institution": institution,
                    "stream": stream,
                    "valid": [valid or at.date().isoformat(), until],
                    "doc": doc,
                    "ref": ref,
                    "seen": (head if seen == "head" else seen) if signer else None,
                },
                entry_id=entry_id,
                by=By(by, person, signer.key_id.hex() if signer and sig else None, sig),
                recorded_at=at,
                regressed=False,
                salt=lambda: next(salts),
            )

        made = leaf(base64.b64encode(bytes(64)).decode() if signer else None)
        if signer:
            message = signed_message(canonical.read(made[0]), origin=LOG.name)
            made = leaf(base64.b64encode(signer.sign(message)).decode())
        self.entries.append(Entry(seq, *made))
        return entry_id

    def enrol(self, body: str, **more: Any) -> str:
        signer = more.pop("key", KEYS[body])
        by_root = ROOT_OF_OWNER if body == OWNER else None
        return self.add(
            "KeyEnrolled",
            by=body,
            **{
                "stream": f"key/{signer.key_id.hex()}",
                "signer": by_root,
                "vkey": signer.verifier_key,
                "body": body,
                "office": "head",
                "person": None,
                **more,
            },
        )

    def finding(self, **more: Any) -> str:
        return self.add("FindingPublished", by=BOARD, **{"owner": OWNER, "text": "Visit.", **more})

    def note(self, size: int | None = None) -> str:
        count = len(self.entries) if size is None else size
        text = checkpoint.text_of(origin=LOG.name, size=count, root=self.root(count))
        return checkpoint.note(
            text,
            checkpoint.signature_line(text, LOG),
            checkpoint.cosignature_line(text, SEER, at=1_787_933_400),
        )

    def bundle(
        self,
        *,
        only: Callable[[Entry], bool] = lambda _: True,
        texts: dict[str, str] | None = None,
    ) -> bytes:
        size = len(self.entries)
        names_it = any(e.content["fact"]["doc"] == DOC for e in self.entries if only(e))
        return tiles.bundle_file(
            stream=FINDING,
            entries=[
                (e, merkle.inclusion(self.node, e.seq, size)) for e in self.entries if only(e)
            ],
            checkpoint=self.note(),
            texts=({DOC: LETTER} if names_it else {}) if texts is None else texts,
        )


def stated(ground: str, **more: Any) -> Log:
    log = Log()
    finding = log.finding()
    begin = LETTER.index(QUOTE)
    source = {"doc": DOC, "start": begin, "end": begin + len(QUOTE)}
    log.add(
        "ClosureStated",
        **{
            **{"by": BOARD, "ref": finding, "doc": DOC, "ground": ground, "text": None},
            **{"quote": QUOTE, "source": source, **more},
        },
    )
    return log


def signed(**more: Any) -> Log:
    log = Log()
    log.enrol(OWNER)
    finding = log.finding()
    log.add(
        "ClosureVerified",
        **{**{"by": OWNER, "signer": KEYS[OWNER], "ref": finding, "text": None}, **more},
    )
    return log


def three(
    claim: dict[str, Any] | None = None,
    accept: dict[str, Any] | None = None,
    close: dict[str, Any] | None = None,
) -> Log:
    log = Log()
    for body in (FORCE, BOARD, OWNER):
        log.enrol(body)
    finding = log.finding()
    proof = {"evidence": ["e" * 64], "text": None}
    claimed = log.add(
        "ClosureClaimed",
        **{"by": FORCE, "signer": KEYS[FORCE], "ref": finding, **proof, **(claim or {})},
    )
    accepted = log.add(
        "ClosureAccepted",
        **{"by": BOARD, "signer": KEYS[BOARD], "ref": claimed, **proof, **(accept or {})},
    )
    log.add(
        "ClosureVerified",
        **{"by": OWNER, "signer": KEYS[OWNER], "ref": accepted, **proof, **(close or {})},
    )
    return log


def rotated() -> tuple[bytes, bytes, str]:
    """An entry by which the log changes its key, its proof, and the new verifier key."""
    log, new = Log(), key(LOG.name, "second")
    log.finding()
    log.add(
        "KeyRotated",
        by=LOG.name,
        signer=LOG,
        institution=LOG.name,
        stream=f"key/{new.key_id.hex()}",
        vkey=new.verifier_key,
    )
    last = log.entries[-1]
    path = merkle.inclusion(log.node, last.seq, len(log.entries))
    extra = tiles.payload_file(last.payloads)
    proof = tiles.proof_file(index=last.seq, path=path, checkpoint=log.note(), extra=extra)
    return last.leaf, proof.encode(), new.verifier_key


def then(log: Log, kind: str, **more: Any) -> Log:
    log.add(kind, **{"by": BOARD, "reason": "Found again.", **more})
    return log


def good() -> Iterator[tuple[str, str, bytes]]:
    """Name, verdict, bundle. What is not all checked is never said to be closed."""
    for ground in ("published", "historical"):
        yield f"{ground}, without its file", less(ground), stated(ground).bundle(texts={})
    earlier = stated("published")
    other = {"doc": "f" * 64, "ground": "published", "text": None, "quote": "All done."}
    earlier.add("ClosureStated", by=BOARD, **other)
    yield "with the file of an earlier one", less("published", "f" * 64), earlier.bundle()
    yield "published", "CLOSED (published)", stated("published").bundle()
    yield "historical", "CLOSED (historical)", stated("historical").bundle()
    yield "letter without its text", "CLOSED (letter)", stated("letter").bundle(texts={})
    yield "without ref", "CLOSED (published)", stated("published", ref=None).bundle()
    yield "quote without place", "CLOSED (published)", stated("published", source=None).bundle()
    wide = {"doc": DOC, "start": 0, "end": len(LETTER)}
    yield "quote in its place", "CLOSED (published)", stated("published", source=wide).bundle()
    yield "signed", "CLOSED (signed).", signed().bundle()
    yield "three", "CLOSED (signed), three signatures", three().bundle()
    two = three(accept={"signer": None}).bundle()
    yield "three of which one is not signed", "CLOSED (signed).", two
    again = then(stated("published"), "Reopened")
    again.add(
        "ClosureStated",
        by=BOARD,
        doc=DOC,
        ground="letter",
        text=None,
    )
    yield "closed, opened, closed", "CLOSED (letter)", again.bundle()
    late = three()
    late.add("MistakeReported", by=BOARD, text="None of it.")
    yield "something after it", "CLOSED (signed), three signatures", late.bundle()
    busy = Log()
    busy.enrol(OWNER)
    finding = busy.finding()
    head = {"size": 2, "root": busy.root(2).hex()}
    busy.add("ActionPromised", by=FORCE, stream="action/9", text="x", due=None)
    busy.add("ClosureVerified", by=OWNER, signer=KEYS[OWNER], ref=finding, seen=head, text=None)
    yield "an entry between", "CLOSED (signed).", busy.bundle()


def less(ground: str, doc: str = DOC) -> str:
    """What is said of a closing whose file is not here."""
    return f"NOT ALL CHECKED ({ground}): it quotes the file {doc}, which is not here"


def bad() -> Iterator[tuple[str, str, bytes]]:
    """Name, what the verdict must say, bundle."""
    yield from without_its_file()
    head = {"size": 1, "root": "0" * 64}
    other = key(OWNER, "stolen")
    yield "own finding", "rule 1", stated_of(owner=FORCE)
    yield "owner not shown", "rule 1", stated_of(classes={"owner": Classification.RESTRICTED})
    yield "owner unknown to the policy", "rule 1", stated_of(owner="somebody")
    yield "another signs", "rule 1", signed_by(BOARD)
    yield "no finding", "rule 1", closing_alone()
    yield "not signed at all", "rule 2", signed(signer=None).bundle()
    yield "seen before the finding", "rule 2", signed(seen={**head, "size": 1}).bundle()
    yield "seen another history", "rule 2", signed(seen={**head, "size": 2}).bundle()
    yield "seen nothing", "rule 2", signed(seen=None).bundle()
    yield "office ended", "rule 2", enrolled(until="2026-01-06")
    yield "office not begun", "rule 2", enrolled(valid="2027-01-01")
    yield "revoked", "rule 2", revoked("2026-01-06")
    yield "revoked without a date", "rule 2", revoked(None)
    yield "not enrolled by its root", "not signed by a key enrolled", enrolled(signer=None)
    yield "key nobody enrolled", "not signed by a key enrolled", signed(signer=other).bundle()
    yield "institution records", "rule 3", stated("published", by=FORCE).bundle()
    yield "no file", "rule 3", stated("letter", doc=None).bundle()
    yield "quote not verbatim", "rule 3", stated("published", quote="It is closed.").bundle()
    moved = {"doc": DOC, "start": 3, "end": 3 + len(QUOTE)}
    yield "quote elsewhere", "rule 3", stated("published", source=moved).bundle()
    cut = {"doc": DOC, "start": LETTER.index(QUOTE), "end": LETTER.index(QUOTE) + 5}
    yield "quote beyond its place", "rule 3", stated("published", source=cut).bundle()
    yield "no quote", "rule 3", stated("historical", quote=None).bundle()
    yield "text of another file", "rule 3", stated("published").bundle(texts={"0" * 64: LETTER})
    yield "stated as signed", "rule 3", stated("signed").bundle()
    yield "ground nobody knows", "rule 1", stated("rumour").bundle()
    yield "one person", "rule 4", three(accept={"person": OWNER}).bundle()
    yield "claim by another", "rule 4", three(claim={"by": BOARD, "signer": KEYS[BOARD]}).bundle()
    yield "other evidence", "rule 4", three(accept={"evidence": ["f" * 64]}).bundle()
    yield "evidence not shown", "rule 4", three(close={"evidence": None}, claim={"evidence": None},
        accept={"evidence": None}).bundle()  # fmt: skip
    yield "acceptance of another history", "rule 4", three(accept={"seen": head}).bundle()
    yield "refers to another", "rule 4", stated("letter", ref="0" * 32).bundle()
    yield "opened again", "rule 5", then(stated("published"), "Reopened").bundle()
    gone = stated("published")
    yield "withdrawn", "rule 1", then(gone, "Withdrawn", ref=gone.entries[-1].id).bundle()
    put = stated("published")
    changed = {"field": "owner", "value": FORCE, "ref": put.entries[0].id}
    yield "owner corrected", "rule 1", then(put, "Corrected", **changed).bundle()
    part = three().bundle(only=lambda e: e.seq != 2)
    yield "enrolment left out", "not signed by a key enrolled", part
    foreign = stated("published")
    foreign.add("ActionPromised", by=FORCE, stream="action/9", text="x", due=None)
    yield "an entry of another item", "rule 1", foreign.bundle()


def without_its_file() -> Iterator[tuple[str, str, bytes]]:
    """Whoever takes the file out of a bundle does not mend what else is wrong with it."""
    wrongs: dict[str, tuple[str, Log]] = {
        "no quote": ("rule 3", stated("published", quote=None)),
        "an empty quote": ("rule 3", stated("published", quote="")),
        "a quote of no words": ("rule 3", stated("published", quote=[QUOTE])),
        "the institution records": ("rule 3", stated("published", by=FORCE)),
        "no document": ("rule 3", stated("published", doc=None)),
        "refers to another": ("rule 4", stated("published", ref="0" * 32)),
        "opened again": ("rule 5", then(stated("published"), "Reopened")),
    }
    for name, (why, log) in wrongs.items():
        yield f"without its file, {name}", why, log.bundle(texts={})
    yield "an empty file", "rule 3", stated("published").bundle(texts={DOC: ""})
    both = {DOC: LETTER, "0" * 64: LETTER}
    yield "the text of one more file", "rule 3", stated("published").bundle(texts=both)
    yield "signed, with a text", "rule 3", signed().bundle(texts={DOC: LETTER})


def stated_of(**more: Any) -> bytes:
    log = Log()
    finding = log.finding(**more)
    log.add("ClosureStated", by=BOARD, ref=finding, doc=DOC, ground="letter", text=None)
    return log.bundle()


def signed_by(body: str) -> bytes:
    log = Log()
    log.enrol(body)
    finding = log.finding()
    log.add("ClosureVerified", by=body, signer=KEYS[body], ref=finding, text=None)
    return log.bundle()


def closing_alone() -> bytes:
    log = Log()
    log.add("ClosureStated", by=BOARD, doc=DOC, ground="letter", text=None)
    return log.bundle()


def enrolled(**more: Any) -> bytes:
    log = Log()
    log.enrol(OWNER, **more)
    finding = log.finding()
    log.add("ClosureVerified", by=OWNER, signer=KEYS[OWNER], ref=finding, text=None)
    return log.bundle()


def revoked(day: str | None) -> bytes:
    log = signed()
    stream = f"key/{KEYS[OWNER].key_id.hex()}"
    classes = {} if day else {"from": Classification.RESTRICTED}
    then(log, "KeyRevoked", stream=stream, classes=classes, **{"from": day or "2026-01-01"})
    return log.bundle()
