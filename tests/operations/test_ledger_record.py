"""The record for others: checkpoints that never take back, proofs and exports that prove
themselves, and nothing restricted in any byte of them."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from answerable.cli import ledger as ledger_commands
from answerable.cli import record as record_commands
from answerable.ledger import canonical, signer, tiles, verify
from answerable.ledger.book import Book
from answerable.ledger.checkpoint import LOG, WITNESS
from answerable.operations.output import exporting
from answerable.operations.record import ledger, record
from answerable.reading.layout.canonical_text import CanonicalText
from answerable.store.book import book as the_book
from answerable.store.engine import database
from answerable.store.engine.triggers import TRIGGERS
from answerable.store.papers import documents
from answerable.store.reads import registers
from answerable.store.writes import checkpoints, log_files
from answerable.vocabulary.access import Classification
from answerable.vocabulary.facts import (
    ClosureStated,
    DocumentFiled,
    Erased,
    FindingPublished,
    Reopened,
    Withdrawn,
)
from answerable.vocabulary.refusal import Refusal
from tests.conftest import use_home
from tests.factories import COMMISSIONER, INSPECTORATE, fact
from tests.trust.cast import AT, add, promised

Run = Callable[..., Result]
NAME = "answerable.example/anyshire"
FINDING = "hmicfrs/2026/anyshire/theft/recommendation/1"
SECRET = "known to the officer alone"


@pytest.fixture
def run(book: Book) -> Run:
    app = typer.Typer()
    ledger_commands.register(app)
    record_commands.register(app)
    add(book, *(promised(n) for n in range(3)))
    return lambda *words: CliRunner().invoke(app, [str(word) for word in words])


def signed(**more: object) -> record.Checkpointed:
    return record.checkpoint(at=AT, **more)  # type: ignore[arg-type]  # test data


# --- the signer ---


def test_the_first_checkpoint_needs_a_key_and_the_next_ones_use_it(run: Run, book: Book) -> None:
    refused = run("checkpoint")
    assert (refused.exit_code, "--new" in refused.output) == (2, True)
    done = run("checkpoint", "--new", NAME)
    assert done.exit_code == 0, done.output
    assert done.output.startswith(f"{NAME}\n3\n")
    assert "recorded, not yet witnessed" in done.output
    again = run("checkpoint", "--new", NAME)
    assert (again.exit_code, "is a key already" in again.output) == (2, True)
    add(book, promised(9))
    assert json.loads(run("checkpoint", "--json").output)["size"] == 4
    assert [one.size for one in checkpoints.kept()] == [3, 4]


def test_the_published_note_verifies_and_the_key_stays_out_of_it(run: Run, home: Path) -> None:
    made = signed(new=NAME)
    note = (home / "log" / "checkpoint").read_text()
    found = verify.checkpoint(note, verify.policy_of(f"log {made.verifier_key}\nquorum 0"), 0)
    assert (found.size, found.root.hex()) == registers.head()
    key = (home / "signer.json").read_text()
    assert (home / "signer.json").stat().st_mode & 0o77 == 0
    seed = json.loads(key)["seed"]
    everything = [p.read_bytes() for p in (home / "log").rglob("*") if p.is_file()]
    assert not any(seed.encode() in data for data in everything)


def test_it_refuses_a_smaller_tree(run: Run, home: Path, book: Book, tmp_path: Path) -> None:
    """After an older backup is restored, the key remembers what it had signed."""
    ledger.back_up(tmp_path / "old.zip", at=AT)
    add(book, promised(7))
    signed(new=NAME)
    ledger.restore(tmp_path / "old.zip", into=tmp_path / "restored")
    shutil.copy(home / "signer.json", tmp_path / "restored")
    use_home(tmp_path / "restored")
    with pytest.raises(Refusal, match="does not sign a smaller one"):
        signed()
    assert checkpoints.kept() == ()
    add(book, promised(8), promised(9))
    with pytest.raises(Refusal, match="are not those that this key has signed"):
        signed()


def test_it_refuses_a_tree_that_is_not_on_the_disk(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(log_files, "write_tiles", lambda **_: None)
    with pytest.raises(Refusal, match="not on the disk"):
        signed(new=NAME)
    assert json.loads((home / "signer.json").read_text())["size"] == 0
    assert not (home / "log" / "checkpoint").exists()


def test_it_refuses_files_that_are_not_those_of_the_record(run: Run, home: Path) -> None:
    signed(new=NAME)
    place = home / "log" / "tile" / "0" / "000.p" / "3"
    place.write_bytes(place.read_bytes()[::-1])
    with pytest.raises(Refusal, match="are not those of the record"):
        signed()


def test_it_refuses_a_leaf_that_was_changed_behind_the_record(run: Run) -> None:
    with database.transaction() as raw:
        raw.execute("DROP TRIGGER entry_no_update")
        raw.execute("UPDATE entry SET leaf = CAST(leaf || ' ' AS BLOB) WHERE seq = 1")
    with pytest.raises(Refusal, match="Entry 1 is not the one that was recorded"):
        signed(new=NAME)


def test_a_crash_after_the_state_was_kept_loses_no_checkpoint(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash(**_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(checkpoints, "keep", crash)
        with pytest.raises(KeyboardInterrupt):
            signed(new=NAME)
    assert not (home / "log" / "checkpoint").exists()
    made = signed()
    assert (home / "log" / "checkpoint").read_text() == made.note
    assert signed().note == made.note


@pytest.mark.parametrize("text", ["", "{}", '{"kind":"log"}', "[]", "null", "\x00"])
def test_a_key_file_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(Refusal, match="not the key file"):
        signer.read(text, kind=LOG)


def test_a_witness_key_never_signs_as_a_log() -> None:
    held = signer.new("w1.example", bytes(32), kind=WITNESS)
    with pytest.raises(Refusal, match="not the key file of a log"):
        signer.read(held.written(), kind=LOG)
    with pytest.raises(Refusal, match="no name for a key"):
        signer.new("two words", bytes(32), kind=LOG)


# --- verify with checkpoints ---


def test_verify_compares_stored_checkpoints_and_their_signatures(run: Run, home: Path) -> None:
    signed(new=NAME)
    done = run("verify")
    assert done.exit_code == 0
    assert "Compared with 1 checkpoint(s); the signatures of 1 of those" in done.output
    (home / "policy").unlink()
    assert "the signatures of 0 of those" in run("verify").output


def forge(sql: str, *values: object) -> None:
    with database.transaction() as raw:
        raw.execute("DROP TRIGGER checkpoint_no_update")
        raw.execute(sql, values)
        raw.execute(TRIGGERS["checkpoint_no_update"])


def test_a_stored_checkpoint_by_another_key_is_told(run: Run, home: Path) -> None:
    made = signed(new=NAME)
    thief = signer.new(NAME, bytes(32), kind=LOG)
    nodes = tiles.nodes_of(log_files.read, made.size)
    root = bytes.fromhex(made.root)
    note, _ = signer.checkpoint(thief, size=made.size, root=root, nodes=nodes)
    forge("UPDATE checkpoint SET note = ?", note.encode())
    done = run("verify")
    assert done.exit_code == 1
    assert "the stored checkpoint of size 3 does not hold" in done.output
    (home / "policy").unlink()
    assert run("verify").exit_code == 0, "the control: without a policy no key is known"


def test_a_stored_checkpoint_that_is_not_its_note_is_told_without_any_policy(
    run: Run, home: Path
) -> None:
    signed(new=NAME)
    (home / "policy").unlink()
    forge("UPDATE checkpoint SET note = CAST(replace(note, '3', '2') AS BLOB)")
    assert "is not that of its note" in run("verify").output


def test_a_checkpoint_kept_elsewhere_must_be_signed_by_the_policy(run: Run, home: Path) -> None:
    signed(new=NAME)
    kept = home.parent / "kept"
    kept.write_text((home / "log" / "checkpoint").read_text())
    assert run("verify", "--checkpoint", kept).exit_code == 0
    note = kept.read_text()
    kept.write_text(note[:-12] + ("A" if note[-12] != "A" else "B") + note[-11:])
    assert run("verify", "--checkpoint", kept).exit_code == 2
    assert run("verify", "--policy", home / "nothing").exit_code == 2


# --- proofs ---


@pytest.fixture
def policy(run: Run, home: Path, book: Book) -> Path:
    """A home with a closed finding, a restricted value and an erased one, and its checkpoint."""
    letter = documents.keep(b"the letter")
    add(
        book,
        fact(
            FindingPublished,
            stream=FINDING,
            on="2026-01-05",
            owner=INSPECTORATE,
            text="Visit every shop.",
        ),
        fact(
            ClosureStated, stream=FINDING, on="2026-02-05", ground="letter", text="Closed.",
            doc=letter,
        ),
        promised(20, text=SECRET, classes={"text": Classification.RESTRICTED}),
        promised(21, owner="inside only", classes={"owner": Classification.INTERNAL}),
        promised(22, text="to be erased"),
    )  # fmt: skip
    last = list(book.entries())[-1]
    add(
        book,
        fact(
            Erased, stream="action/22", on="2026-02-05", ref=last.id, fields=("text",),
            basis="Article 17",
        ),
    )  # fmt: skip
    made = signed(new=NAME)
    file = home.parent / "reader-policy"
    file.write_text(
        f"log {made.verifier_key}\nquorum 0\naccepts letter\nrole {INSPECTORATE} owner\n"
    )
    return file


def test_a_proof_of_an_entry_holds(policy: Path, run: Run, tmp_path: Path) -> None:
    done = run("proof", "0", "--out", tmp_path / "p")
    assert done.output.split() == [str(tmp_path / "p" / n) for n in ("0.entry", "0.tlog-proof")]
    assert verify.main(["receipt", *done.output.split(), str(policy)]) == 0


def test_a_proof_of_a_closed_finding_has_its_bundle(
    policy: Path, run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("proof", FINDING, "--out", tmp_path / "p")
    (bundle,) = (tmp_path / "p").glob("*.bundle")
    assert len(list((tmp_path / "p").iterdir())) == 5
    assert verify.main(["closing", str(bundle), str(policy)]) == 0
    assert f"CLOSED (letter), recorded by {COMMISSIONER}" in capsys.readouterr().out


def test_a_closing_that_quotes_a_file_not_ours_to_give_is_neither_closed_nor_not_valid(
    policy: Path, run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str], made_home: Path
) -> None:
    """Its bundle names the file that a verifier would need; an export with it can be imported."""
    page = documents.keep(b"a page of somebody else")
    add(
        the_book(),
        fact(
            ClosureStated, stream=FINDING, on="2026-02-06", ground="published", text="Closed.",
            quote="is closed", doc=page,
        ),
    )  # fmt: skip
    policy.write_text(policy.read_text().replace("accepts", "accepts published"))
    signed()
    run("proof", FINDING, "--out", tmp_path / "p")
    (bundle,) = (tmp_path / "p").glob("*.bundle")
    assert verify.main(["closing", str(bundle), str(policy)]) == 3
    said = capsys.readouterr().out
    assert said.startswith(f"NOT ALL CHECKED (published): it quotes the file {page}, which is not")
    out, _ = exporting.export(out=tmp_path / "x")
    assert verify.main(["export", str(out), str(policy)]) == 3
    first, second, _ = capsys.readouterr().out.splitlines()
    assert first.startswith("NOT ALL CHECKED, quotes to look up: 1; the rest holds: ")
    assert second.startswith("closings/")
    assert page in second
    use_home(shutil.copytree(made_home, tmp_path / "copy"))
    taken = run("import-record", out, "--policy", policy).output
    assert taken.splitlines()[1] == second


@pytest.mark.parametrize("then", [Reopened, Withdrawn])
def test_an_export_holds_where_a_closing_stands_no_more(
    policy: Path, book: Book, tmp_path: Path, then: type
) -> None:
    closed = next(e for e in book.entries() if e.content["fact"]["type"] == "ClosureStated")
    ref = {} if then is Reopened else {"ref": closed.id}
    add(book, fact(then, stream=FINDING, on="2026-02-06", reason="New facts.", **ref))
    signed()
    out, _ = exporting.export(out=tmp_path / "x")
    assert verify.main(["export", str(out), str(policy)]) == 0


def test_what_came_after_the_checkpoint_has_no_proof_yet(
    policy: Path, run: Run, book: Book, tmp_path: Path
) -> None:
    add(book, promised(99))
    done = run("proof", "action/99", "--out", tmp_path / "p")
    assert (done.exit_code, "after the last checkpoint" in done.output) == (2, True)
    assert run("proof", "nothing/here", "--out", tmp_path / "p").exit_code == 2
    assert not (tmp_path / "p").exists()


# --- export ---


def test_an_export_proves_itself_with_the_verifier_that_lies_in_it(
    policy: Path, run: Run, tmp_path: Path
) -> None:
    done = run("export", tmp_path / "x")
    assert done.exit_code == 0, done.output
    names = {p.name for p in (tmp_path / "x").iterdir()}
    assert names >= {"README.txt", "verify.py", "verify.js", "manifest.json", "checkpoint"}
    assert names >= {"tile", "payloads", "facts.json", "closings", "checkpoints"}
    checked = subprocess.run(
        [sys.executable, "-I", "-S", "verify.py", "export", ".", policy],
        cwd=tmp_path / "x",
        capture_output=True,
        text=True,
        check=False,
    )
    assert (checked.returncode, checked.stdout[:6]) == (0, "HOLDS:"), checked.stdout
    again = run("export", tmp_path / "x")
    assert (again.exit_code, "is not empty" in again.output) == (2, True)


def test_nothing_restricted_internal_or_erased_leaves(policy: Path, tmp_path: Path) -> None:
    out, _ = exporting.export(out=tmp_path / "x")
    record.proof(reference="action/20", out=tmp_path / "p")
    record.proof(reference="action/21", out=tmp_path / "p")
    files = [p for top in (out, tmp_path / "p") for p in top.rglob("*") if p.is_file()]
    raw = b"".join(p.read_bytes() for p in files)
    for word in (SECRET, "inside only", "to be erased"):
        assert word.encode() not in raw
        assert word.encode().hex().encode() not in raw
    assert b"Visit every shop." in raw, "the control: public values are there"


def test_an_export_of_a_record_that_went_on_is_refused(
    policy: Path, book: Book, tmp_path: Path
) -> None:
    add(book, promised(99))
    with pytest.raises(Refusal, match="counts 9 entries and the record 10"):
        exporting.export(out=tmp_path / "x")
    assert not (tmp_path / "x").exists()


def exported(tmp_path: Path) -> Path:
    return exporting.export(out=tmp_path / "x")[0]


def manifest(folder: Path) -> None:
    """Write the manifest anew, as whoever changes the folder would."""
    rows = [
        {
            "bytes": p.stat().st_size,
            "path": p.relative_to(folder).as_posix(),
            "sha256": sha256(p.read_bytes()).hexdigest(),
        }
        for p in sorted(folder.rglob("*"))
        if p.is_file() and p.name != "manifest.json"
    ]
    (folder / "manifest.json").write_bytes(canonical.write({"files": rows, "v": 1}))


def test_every_file_missing_added_changed_or_renamed_is_found(
    policy: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """First against the manifest; then with a manifest that was made to fit (L-15)."""
    whole = exported(tmp_path)
    names = [p.relative_to(whole) for p in sorted(whole.rglob("*")) if p.is_file()]
    free = {"README.txt", "verify.py", "verify.js", "facts.json"}
    found = 0
    for name in names:
        for change in ("missing", "changed", "renamed"):
            for fitted in (False, True):
                copy = tmp_path / "copy"
                shutil.rmtree(copy, ignore_errors=True)
                shutil.copytree(whole, copy)
                data = (copy / name).read_bytes()
                (copy / name).unlink()
                if change == "changed":
                    at = len(data) // 2
                    (copy / name).write_bytes(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :])
                elif change == "renamed":
                    (copy / name).with_name(f"x-{name.name}").write_bytes(data)
                if fitted and name.name != "manifest.json":
                    manifest(copy)
                code = verify.main(["export", str(copy), str(policy)])
                said = capsys.readouterr()
                harmless = fitted and (
                    str(name) in free
                    or name.parts[0] == "data"  # the read-me says so
                    or (name.parts[0] == "checkpoints" and change == "missing")
                    or (name.parts[0] == "closings" and change != "changed")
                )
                assert (code == 0) == harmless, (name, change, fitted, said)
                found += code != 0
    assert found > 45
    (whole / "added").write_text("x")
    assert verify.main(["export", str(whole), str(policy)]) == 1
    assert "added" in capsys.readouterr().out


def test_another_logs_policy_accepts_nothing(policy: Path, tmp_path: Path) -> None:
    whole = exported(tmp_path)
    other = signer.new(NAME, bytes(32), kind=LOG).signer.verifier_key
    policy.write_text(f"log {other}\nquorum 0\n")
    assert verify.main(["export", str(whole), str(policy)]) == 1


def test_a_summary_of_ours_is_given_on_with_its_text_and_an_original_is_not(
    policy: Path, book: Book, tmp_path: Path
) -> None:
    for standing in ("summary", "original"):
        doc = documents.keep(standing.encode())
        documents.keep_text(
            CanonicalText(
                sha256=doc, media_type="text/plain", text=f"{standing} text", blocks=(),
                page_starts=(0,), warnings=(),
            )
        )  # fmt: skip
        add(
            book,
            fact(
                DocumentFiled, stream=f"document/{doc[:8]}", on="2026-01-05", doc=doc,
                title="T", standing=standing,
            ),
        )  # fmt: skip
    signed()
    files = sorted((exported(tmp_path) / "files").iterdir())
    assert [f.read_bytes() for f in files] == [b"summary", b"summary text"]
    assert verify.main(["export", str(tmp_path / "x"), str(policy)]) == 0


def test_who_may_not_sign_or_write_out_the_record_is_refused(run: Run, tmp_path: Path) -> None:
    """Whoever runs the installation may, and the offices that answer for it; a liaison may not."""
    for words in (("checkpoint", "--new", NAME), ("export", tmp_path / "x")):
        refused = run(*words, "--by", "anyshire-police/force-liaison")
        assert refused.exit_code == 2
        assert "may not" in refused.output
    assert (
        run("checkpoint", "--new", NAME, "--by", "anyshire-pcc/governance-officer").exit_code == 0
    )
    assert run("export", tmp_path / "x", "--by", "anyshire-pcc/analyst").exit_code == 0


def test_who_has_a_key_and_no_checkpoint_is_not_sent_to_make_another_key(book: Book) -> None:
    with pytest.raises(Refusal, match="checkpoint --new"):
        record.latest()
    record.name_log(NAME)
    with pytest.raises(Refusal, match="has a key: sign one with `answerable checkpoint`"):
        record.latest()
