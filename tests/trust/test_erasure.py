"""Promise P5, and the law: what is erased is gone from every byte, and nothing under a hold is.

Each test that looks for words finds them before, or it would prove nothing (G-03).
"""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from answerable.cli import ledger as ledger_commands
from answerable.cli import removal as removal_commands
from answerable.ledger import verify
from answerable.ledger.book import Book
from answerable.operations.output import exporting
from answerable.operations.record import ledger, record, removal
from answerable.reading.layout.canonical_text import CanonicalText
from answerable.store.engine import database
from answerable.store.engine.keys import Keys
from answerable.store.papers import documents, review
from answerable.store.reads import registers
from answerable.vocabulary.access import READER, Classification
from answerable.vocabulary.facts import ActionPromised, Erased
from answerable.vocabulary.refusal import Refusal
from tests.factories import COMMISSIONER, FORCE, fact
from tests.trust.cast import AT, OFFICER, add, found, promised

CANARY = "canary sings at midnight"
DAY = date(2026, 2, 1)
BY = f"{COMMISSIONER}/governance-officer"
Run = Callable[..., Result]
_numbers = iter(range(1_000))


@pytest.fixture
def run(book: Book) -> Run:
    app = typer.Typer()
    ledger_commands.register(app)
    removal_commands.register(app)
    return lambda *words: CliRunner().invoke(app, [str(word) for word in words])


def told() -> dict[str, object]:
    return {"by": OFFICER, "at": AT, "key": f"e-{next(_numbers)}", "seen": None, "on": DAY}


def erase(target: int, *fields: str, **more: object) -> removal.Removed:
    asked = {"target": str(target), "fields": fields, "basis": "UK GDPR Article 17", **more}
    return removal.erase(**told(), **asked)  # type: ignore[arg-type]  # test data


def hold(scope: str = "", kind: str = "inquiry") -> int:
    made = removal.hold(
        **told(), institution=FORCE, kind=kind, scope=scope, reason="An inquiry sits."  # type: ignore[arg-type]  # test data
    )  # fmt: skip
    return made.first


def everywhere(home: Path) -> dict[str, bytes]:
    """Every byte of the home, the write-ahead log as it lies: nothing is emptied for the test."""
    return {str(p.relative_to(home)): p.read_bytes() for p in home.rglob("*") if p.is_file()}


def holding(home: Path, words: str = CANARY) -> set[str]:
    return {name for name, data in everywhere(home).items() if words.encode() in data}


def test_erased_words_are_in_no_byte_of_the_home(book: Book, home: Path) -> None:
    doc = documents.keep(f"A letter: {CANARY}.".encode())
    documents.keep_text(CanonicalText(CANARY, (), doc, "text/plain"))
    other = documents.keep(b"another letter")
    offered = [("claim", {"text": f"They say: {CANARY}", "quote": "x"}, "r", "high")]
    review.offer(document=doc, found=offered)
    review.offer(document=other, found=[*offered, ("claim", {"text": "kept"}, "r", "high")])
    add(book, promised(1, text=CANARY, quote=CANARY, doc=doc), promised(2))
    assert holding(home) >= {f"documents/{doc[:2]}/{doc}", f"documents/{doc[:2]}/{doc}.text.json"}
    assert any(name.startswith("answerable.sqlite") for name in holding(home)), "the control"
    assert len(found("canary")) == 1

    done = erase(0, "text", "quote", with_file=True)
    assert holding(home) == set()
    assert done.file_removed == doc
    assert "Backups made before now" in done.left[0]
    assert found("canary") == []
    rows = database.rows("SELECT record FROM candidate")
    assert [json.loads(record)["text"] for (record,) in rows] == ["kept"]
    assert ledger.verify().holds
    seen = registers.register(FORCE, valid=DAY, known=0, actor=OFFICER)
    (version,) = seen.versions_of(ActionPromised)[:1]
    assert (version.fact.text, dict(version.erased)) == (None, {"text": 2, "quote": 2})


WORD = "zqxjkcanar"
"""No other word begins so: the index writes a word without what it shares with the last one."""


def test_erased_and_sealed_words_leave_the_index_of_the_search(book: Book, home: Path) -> None:
    add(book, *(promised(n, text=f"Promise {n} of many words.", quote=None) for n in range(40)))
    add(book, promised(50, text=f"They {WORD}ies here.", quote=None))
    add(book, promised(51, text=f"They {WORD}ies there.", quote=None))
    database.connection().execute("PRAGMA wal_checkpoint(TRUNCATE)")
    rows = database.rows("SELECT block FROM search_index_data")
    assert any(WORD.encode() in bytes(block) for (block,) in rows), "the control"
    erase(40, "text")
    assert found(f"{WORD}y") == ["action/51"], "of another entry, and by its stem"
    removal.reclassify(
        **told(), target="41", fields=["text"], marking="restricted", ground="s.31", review=None
    )  # type: ignore[arg-type]  # test data
    assert found(WORD) == []
    assert holding(home, WORD) == set()
    assert holding(home, WORD[1:]) == set()


def test_the_file_stays_and_is_named_unless_it_is_to_go(book: Book, home: Path) -> None:
    doc = documents.keep(CANARY.encode())
    add(book, promised(1, text="other words", doc=doc))
    done = erase(0, "text")
    assert done.file_removed is None
    assert any(doc in line for line in done.left)
    assert holding(home) == {f"documents/{doc[:2]}/{doc}"}


def test_a_sealed_value_goes_with_its_key_and_salt(book: Book, home: Path) -> None:
    add(book, promised(1, text=CANARY, classes={"text": Classification.RESTRICTED}))
    (row,) = database.rows("SELECT key_id, sealed FROM payload WHERE sealed IS NOT NULL")
    key = Keys(home / "keys.sqlite").find([row[0]])[row[0]]
    raw = everywhere(home)
    assert any(key.key in data for data in raw.values()), "the control: the key is there"
    erase(0, "text")
    raw = everywhere(home)
    for secret in (key.key, key.salt, bytes(row[1])):
        assert not any(secret in data for data in raw.values())
    assert ledger.verify().holds


def test_every_other_proof_still_verifies_and_the_export_says_who_erased(
    book: Book, home: Path, tmp_path: Path
) -> None:
    add(book, *(promised(n, text=CANARY) for n in range(5)))
    made = record.checkpoint(at=AT, new="answerable.example/a")
    policy = tmp_path / "policy"
    policy.write_text(f"log {made.verifier_key}\nquorum 0\n")
    record.proof(reference="3", out=tmp_path / "before")
    erase(2, "text")
    record.checkpoint(at=AT)
    record.proof(reference="2", out=tmp_path / "after")
    for folder, entry in (("before", 3), ("after", 2)):
        files = [str(tmp_path / folder / f"{entry}.{kind}") for kind in ("entry", "tlog-proof")]
        assert verify.main(["receipt", *files, str(policy)]) == 0
    out, _ = exporting.export(out=tmp_path / "x")
    assert verify.main(["export", str(out), str(policy)]) == 0


@pytest.mark.parametrize("kind", ["foi", "inquiry", "litigation", "audit"])
def test_under_each_kind_of_hold_nothing_is_erased(book: Book, home: Path, kind: str) -> None:
    add(book, promised(1, text=CANARY, classes={"text": Classification.RESTRICTED}))
    opened = hold("action/1", kind)
    before = everywhere(home)["keys.sqlite"]
    with pytest.raises(Refusal, match=f"under the legal hold of entry {opened}"):
        erase(0, "text")
    assert everywhere(home)["keys.sqlite"] == before
    assert registers.head().size == 2
    seen = registers.register(FORCE, valid=DAY, actor=OFFICER).of(ActionPromised)
    assert seen[0].text == CANARY
    removal.release(**told(), target=str(opened), reason="The inquiry ended.")  # type: ignore[arg-type]  # test data
    erase(0, "text")
    assert registers.register(FORCE, valid=DAY, actor=OFFICER).of(ActionPromised)[0].text is None


def test_a_hold_covers_what_stands_under_it_and_nothing_beside_it(book: Book) -> None:
    add(book, promised(1), promised(12), promised(2))
    hold("action/1")
    with pytest.raises(Refusal, match="legal hold"):
        erase(0, "text")
    erase(1, "text")
    hold()
    with pytest.raises(Refusal, match="legal hold"):
        erase(2, "text")


def test_a_hold_is_kept_from_every_way_of_erasing(book: Book) -> None:
    """Not only the operation: the store itself refuses, inside the lock."""
    add(book, promised(1))
    entry = next(iter(book.entries()))
    hold()
    gone = fact(
        Erased, stream="action/1", on="2026-01-05", ref=entry.id, fields=("text",), basis="x"
    )
    with pytest.raises(Refusal, match="legal hold"):
        add(book, gone)


def test_correcting_and_restricting_stay_possible_under_a_hold(book: Book) -> None:
    add(book, promised(1))
    hold()
    ledger.correct(
        by=OFFICER, at=AT, key="c", target="0", field="text", value="Right.", reason="Misread."
    )
    removal.reclassify(
        **told(), target="0", fields=["text"], marking="restricted", ground="s.31", review=None
    )  # type: ignore[arg-type]  # test data
    seen = registers.register(FORCE, valid=DAY, actor=READER).of(ActionPromised)
    assert seen[0].text is None


def test_what_cannot_be_is_refused_in_words(book: Book) -> None:
    add(book, promised(1), promised(1))
    for words, ask in (
        ("has no field", lambda: erase(0, "colour")),
        ("Name the fields", lambda: erase(0, " ")),
        ("legal basis", lambda: erase(0, "text", basis=" ")),
        ("not on the record|Nothing on the record", lambda: erase(99, "text")),
        ("one of these kinds", lambda: hold(kind="whim")),
        ("is called", lambda: hold("action/9")),
        ("not a hold", lambda: removal.release(**told(), target="0", reason="x")),  # type: ignore[arg-type]
    ):
        with pytest.raises(Refusal, match=words):
            ask()
    erase(0, "text")
    with pytest.raises(Refusal, match="Already erased"):
        erase(0, "text")


def test_lowering_a_marking_asks_first(book: Book) -> None:
    add(book, promised(1, text=CANARY, classes={"text": Classification.RESTRICTED}))
    asked = {"target": "0", "fields": ["text"], "marking": "public", "ground": "Released."}
    with pytest.raises(Refusal, match="cannot be called back"):
        removal.reclassify(**told(), **asked, review=None)  # type: ignore[arg-type]  # test data
    removal.reclassify(**told(), **asked, review=None, lowered=True)  # type: ignore[arg-type]  # test data
    assert registers.register(FORCE, valid=DAY).of(ActionPromised)[0].text == CANARY
    with pytest.raises(Refusal, match="public already"):
        removal.reclassify(**told(), **asked, review=None)  # type: ignore[arg-type]  # test data


def test_from_the_command_line(run: Run, book: Book) -> None:
    add(book, promised(1))
    by = ("--by", BY)
    opened = run("hold", "open", FORCE, "--kind", "foi", "--reason", "A request.", *by)
    assert opened.exit_code == 0, opened.output
    asked = ("erase", 0, "--fields", "text", "--basis", "Article 17", *by)
    done = run(*asked)
    assert (done.exit_code, "legal hold of entry 1 (foi)" in done.output) == (2, True)
    assert run("hold", "release", 1, "--reason", "Answered.", *by).exit_code == 0
    done = run(*asked)
    assert (done.exit_code, "Backups made before" in done.output) == (0, True), done.output
    marked = ("--class", "internal", "--ground", "s.22", "--fields", "due")
    assert run("reclassify", 0, *marked, *by).exit_code == 0
    shut = run("reclassify", 0, "--class", "restricted", *marked[2:], *by)
    assert (shut.exit_code, "nothing is restricted for ever" in shut.output) == (2, True)
    force = run("erase", 0, "--fields", "due", "--basis", "x", "--by", "anyshire-pcc/analyst")
    assert (force.exit_code, "may not erase" in force.output) == (2, True)
