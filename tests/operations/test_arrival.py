"""Out and back: an export taken into an empty home has the same root, and hides what was hidden;
a damaged one is refused with the reason, and the home stays empty."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from answerable.ledger import canonical
from answerable.ledger.book import Book
from answerable.ledger.verify import sha256
from answerable.operations.output import exporting
from answerable.operations.record import arrival, ledger, record
from answerable.operations.record.arrival import Taken
from answerable.store.book import book as the_book
from answerable.store.checks import rebuilding
from answerable.store.engine import database
from answerable.store.engine.triggers import TRIGGERS
from answerable.store.reads import queries, registers
from answerable.store.writes import checkpoints
from answerable.vocabulary.access import READER, Classification
from answerable.vocabulary.facts import Corrected, Erased, Reclassified, Withdrawn
from answerable.vocabulary.refusal import Refusal
from tests.conftest import use_home
from tests.factories import FORCE, fact
from tests.trust.cast import AT, OFFICER, add, moved, promised

NAME = "answerable.example/anyshire"
HIDDEN = {"text": Classification.INTERNAL}
WHOLLY = dict.fromkeys(type(promised(0)).field_names(), Classification.RESTRICTED)


@pytest.fixture
def exported(book: Book, tmp_path: Path) -> Path:
    """Two tiles of entries: open, hidden, erased, raised, corrected and withdrawn ones."""
    add(book, *(promised(n) for n in range(250)), promised(250, classes=HIDDEN))
    add(book, promised(251, classes=WHOLLY))
    ids = [entry.id for entry in book.entries()]

    def about(number: int, kind: type, **values: object) -> None:
        add(
            book, fact(kind, stream=f"action/{number}", on="2026-01-05", ref=ids[number], **values)
        )

    about(1, Erased, fields=("text",), basis="Article 17")
    about(2, Reclassified, fields=("text",), class_="internal")
    about(3, Corrected, field="due", value="2026-05-05", reason="Misread.")
    about(4, Withdrawn, reason="Made twice.")
    record.checkpoint(at=AT, new=NAME)
    add(book, *(moved(n, "2026-09-30") for n in range(20)))
    made = record.checkpoint(at=AT)
    (tmp_path / "policy").write_text(f"log {made.verifier_key}\nquorum 0\n")
    return exporting.export(out=tmp_path / "export")[0]


def told() -> tuple[object, ...]:
    """All that a reader without an account sees."""
    seen = registers.register(FORCE, valid=AT.date(), actor=READER)
    facts = [
        (v.fact.values(), v.recorded_from, v.recorded_to, tuple(v.erased), tuple(v.withheld))
        for v in seen.versions
    ]
    rows = {name: queries.rows(name) for name in ("action", "finding")}
    return registers.head(), facts, rows, [(c.size, c.root, c.note) for c in checkpoints.kept()]


def take(folder: Path, made_home: Path) -> Taken:
    """Into an empty home beside the export, which is in force from then on."""
    home = folder.parent / "home-2"
    if not home.exists():
        shutil.copytree(made_home, home)
    use_home(home)
    return arrival.import_record(folder=folder, policy=folder.parent / "policy", at=AT)


def test_the_copy_has_the_same_root_and_says_the_same(exported: Path, made_home: Path) -> None:
    before = told()
    made = take(exported, made_home)
    assert (made.size, made.root) == registers.head() == before[0]
    assert made.checkpoints == 2
    assert told() == before
    assert all(state.same for state in rebuilding.compare())
    checked = ledger.verify()
    assert checked.holds, checked.faults
    # of 250 the text; of 251 all; of 2 the text that was raised
    assert checked.absent == 1 + len(WHOLLY) + 1
    assert "A copy of an export" in ledger.in_words(checked)


def test_the_copy_goes_on_and_its_export_holds_too(exported: Path, made_home: Path) -> None:
    take(exported, made_home)
    add(the_book(), promised(300), moved(5, "2026-12-31"))
    assert ledger.verify().holds
    assert registers.register(FORCE, valid=AT.date(), actor=OFFICER).versions
    with pytest.raises(Refusal, match="a record already"):
        take(exported, made_home)


def test_tables_for_spreadsheets_lie_in_the_export(exported: Path) -> None:
    actions = (exported / "data" / "actions.csv").read_text("utf-8")
    assert "Promise 0." in actions
    assert "Promise 250." not in actions
    assert "actions" in (exported / "data" / "dictionary.csv").read_text("utf-8")


def cut(folder: Path) -> None:
    place = max(folder.glob("tile/entries/*.p/*"))
    place.write_bytes(place.read_bytes()[:-100])


def left_out(folder: Path) -> None:
    (folder / "payloads" / "001.jsonl").unlink()


def reworded(folder: Path) -> None:
    place = folder / "payloads" / "000.jsonl"
    place.write_bytes(place.read_bytes().replace(b"Promise 7.", b"Promise 8.", 1))


def dashed(folder: Path) -> None:
    place = folder / "checkpoint"
    place.write_bytes(place.read_bytes().replace("\u2014".encode(), b"\xe2\x80\x93", 1))


def another(folder: Path) -> None:
    place = folder / "checkpoint"
    place.write_text(place.read_text("utf-8").replace(NAME, "answerable.example/other"), "utf-8")


def doubled(folder: Path) -> None:
    place = folder / "payloads" / "000.jsonl"
    place.write_bytes(place.read_bytes().replace(b'{"payloads"', b'{"v":1,"payloads"', 1))


def floated(folder: Path) -> None:
    place = folder / "payloads" / "000.jsonl"
    place.write_bytes(place.read_bytes().replace(b'"v":1}', b'"v":1.0}', 1))


@pytest.mark.parametrize("refitted", [False, True])
@pytest.mark.parametrize("damage", [cut, left_out, reworded, dashed, another, doubled, floated])
def test_a_damaged_export_is_refused_and_the_home_stays_empty(
    exported: Path, made_home: Path, damage: Callable[[Path], None], refitted: bool
) -> None:
    damage(exported)
    if refitted:  # by somebody who makes the manifest fit
        rows = [
            {"bytes": len(data), "path": path.relative_to(exported).as_posix(), "sha256": digest}
            for path in sorted(exported.rglob("*"))
            if path.is_file() and path.name != "manifest.json"
            for data in (path.read_bytes(),)
            for digest in (sha256(data).hexdigest(),)
        ]
        (exported / "manifest.json").write_bytes(canonical.write({"files": rows, "v": 1}))
    with pytest.raises(Refusal, match=r"does not hold, so nothing was taken in: .{10}"):
        take(exported, made_home)
    assert registers.head().size == 0
    assert database.rows("SELECT count(*) FROM payload") == [(0,)]


def test_another_logs_key_is_refused(exported: Path, made_home: Path) -> None:
    (exported.parent / "policy").write_text(
        "log other.example+e7a3d1b3+AUKD3PqgnMDxJtjkIvBwtrqIqIDgyrt/wDGx2Sj9a+pk\nquorum 0\n"
    )
    with pytest.raises(Refusal):
        take(exported, made_home)
    (exported.parent / "policy").unlink()
    with pytest.raises(Refusal, match="cannot be read"):
        take(exported, made_home)
    assert registers.head().size == 0


def test_a_value_called_absent_that_the_export_had_is_found(
    exported: Path, made_home: Path
) -> None:
    """Nor does calling a value absent help whoever took it out of a record that is no copy."""
    take(exported, made_home)
    with database.transaction() as raw:
        raw.execute("DROP TRIGGER payload_no_update")
        raw.execute(
            "UPDATE payload SET value = NULL, salt = NULL, state = 'absent' WHERE field = 'text'"
            " AND entry_id = (SELECT entry_id FROM entry WHERE seq = 7)"
        )
        raw.execute(TRIGGERS["payload_no_update"])
    found = ledger.verify()
    assert [(fault.entry, "no entry says why" in fault.sentence) for fault in found.faults] == [
        (7, True)
    ]
    with database.transaction() as raw:
        raw.execute("DELETE FROM command WHERE actor = 'import'")
    assert not ledger.verify().holds
