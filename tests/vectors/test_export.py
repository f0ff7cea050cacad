"""Promise P3: an export proves itself, and what is wrong with one is named (L-03, L-15).

The folders are made from nothing, so that thousands of entries cost no database.
"""

import hashlib
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from answerable.ledger import canonical, checkpoint, verify
from answerable.ledger.entry import Entry
from tests.vectors import closings, exports
from tests.vectors.exports import Files, Record, grown, laid, manifest

POLICY = verify.policy_of(closings.policy())
SIZES = (1, 2, 3, 255, 256, 257, 300, 512, 513, 700)


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Signatures checked by `cryptography`: test_ed25519.py says that both agree."""
    monkeypatch.setattr(verify, "signed", cache(checkpoint.verifies))


def said(folder: Path) -> str:
    try:
        return verify.export(folder, POLICY)[0]
    except verify.Fails as fault:
        return str(fault)


@pytest.mark.parametrize("size", SIZES)
def test_a_record_of_any_size_holds_with_its_earlier_checkpoints(
    size: int, tmp_path: Path
) -> None:
    earlier = tuple(n for n in (1, 2, 255, 256, 257, 299, 511, 512, 600) if n < size)
    files = grown(size, earlier=earlier).files()
    lines = verify.export(laid(tmp_path, files), POLICY)
    assert lines[0].startswith(f"HOLDS: {len(files)} files, {1 + len(earlier)} ")
    assert lines[1].startswith(f"log {closings.LOG.name}, {size} entries, witnessed by w1.example")


@pytest.mark.parametrize("size", [257, 520])
def test_a_record_holds_whose_full_tiles_no_checkpoint_ended(size: int, tmp_path: Path) -> None:
    files = grown(size).files()
    assert said(laid(tmp_path, files)).startswith("HOLDS")
    del files["tile/entries/000"]
    with pytest.raises(FileNotFoundError, match="tile/entries/000"):
        said(laid(tmp_path / "less", files))


WHOLE = grown(300, earlier=(5, 256, 280)).files()


@pytest.fixture
def files() -> Files:
    """Of 300 entries, with checkpoints at 5, 256 and 280."""
    return dict(WHOLE)


def test_each_file_that_is_missing_or_changed_is_named(files: Files, tmp_path: Path) -> None:
    folder = laid(tmp_path, files)
    for name, data in files.items():
        (folder / name).unlink()
        assert name in said(folder)
        for bad in (data + b" ", data[:-1] + bytes([data[-1] ^ 1])):
            (folder / name).write_bytes(bad)
            assert said(folder).startswith(f"{name} is not the file")
        (folder / name).write_bytes(data)
    assert said(folder).startswith("HOLDS")


COMMITTED = [n for n in WHOLE if n not in ("README.txt", "checkpoint") and "files/" not in n]


@pytest.mark.parametrize("name", COMMITTED)
def test_no_manifest_hides_a_change_of_what_is_committed(
    name: str, files: Files, tmp_path: Path
) -> None:
    data = files[name]
    for number, bad in enumerate(
        [
            data + b" ",
            data[:-1],
            bytes([data[0] ^ 1]) + data[1:],
            data[:-2] + bytes([data[-2] ^ 1]) + data[-1:],
            data[: len(data) // 2],
            b"",
        ]
    ):
        assert not said(laid(tmp_path / str(number), {**files, name: bad})).startswith("HOLDS")


@pytest.mark.parametrize(
    "name",
    ["more.txt", "tile/0/005", "tile/3/000.p/1", "tile/entries/002", "tile/0/000.p/7", "tile/x"],
)
def test_a_file_too_many_is_named(name: str, files: Files, tmp_path: Path) -> None:
    folder = laid(tmp_path, files)
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(b"more")
    assert name in said(folder)
    said_of_all = said(laid(tmp_path / "fits", {**files, name: b"more"}))
    assert (name in said_of_all) == name.startswith("tile/"), said_of_all


@pytest.mark.parametrize("name", [n for n in WHOLE if n.startswith("tile/")])
def test_a_tile_that_is_left_out_is_named_though_the_manifest_leaves_it_out_too(
    name: str, files: Files, tmp_path: Path
) -> None:
    del files[name]
    try:
        told = said(laid(tmp_path, files))
    except FileNotFoundError as missing:
        told = str(missing)
    assert name in told


def test_a_file_stands_under_its_own_hash(files: Files, tmp_path: Path) -> None:
    name = f"files/{hashlib.sha256(exports.DOC).hexdigest()}"
    assert said(laid(tmp_path, {**files, name: b"another"})).startswith(f"{name} is not the file")
    assert said(laid(tmp_path / "b", {**files, f"{name}.txt": b"text"})).startswith("HOLDS")


def test_a_manifest_is_canonical(files: Files, tmp_path: Path) -> None:
    folder = laid(tmp_path, files)
    (folder / "manifest.json").write_bytes(manifest(files) + b"\n")
    assert said(folder).startswith("manifest.json is not canonical")


def test_a_checkpoint_of_another_size_log_or_root_is_named(files: Files, tmp_path: Path) -> None:
    other = grown(3)
    other.add(text="another")
    for _ in range(298):
        other.add()
    cases = {
        "checkpoints/6": files["checkpoints/5"],
        "checkpoints/5": other.note(5, witness=False),
        "checkpoints/280": other.note(280, origin="another.example/log"),
        "checkpoints/301": other.note(301, witness=False),
        "checkpoint": other.note(300),
    }
    for number, (name, data) in enumerate(cases.items()):
        told = said(laid(tmp_path / str(number), {**files, name: data}))
        assert not told.startswith("HOLDS"), name
        assert name in told or name == "checkpoint", told
    unseen = grown(300).note(300, witness=False)
    told = said(laid(tmp_path / "unseen", {**files, "checkpoint": unseen}))
    assert "checkpoint" in told
    assert "witnesses" in told


def test_values_that_are_missing_need_an_entry_that_says_why(tmp_path: Path) -> None:
    def made(change: Callable[[Record], None]) -> str:
        record = grown(3)
        record.add(text="gone", due="2026-01-01")
        change(record)
        gone = record.entries[3].payloads
        folder = laid(tmp_path / str(len(list(tmp_path.iterdir()))), record.files(shown=hidden))
        assert len(gone) == 2
        return said(folder)

    def hidden(payload: object) -> bool:
        return getattr(payload, "value", None) != b'"gone"'

    three = grown(4).entries[3].id
    assert "values are missing" in made(lambda _: None)
    for kind in ("Erased", "Reclassified"):
        assert made(lambda r, kind=kind: r.add(kind, ref=three, fields=["text"])).startswith(  # type: ignore[misc]  # bound in the loop
            "HOLDS"
        )
        other = grown(2).entries[1].id
        for more in (
            {"ref": three, "fields": ["due"]},
            {"ref": other, "fields": ["text"]},
            {"ref": three, "fields": None},
        ):
            told = made(lambda r, kind=kind, more=more: r.add(kind, **more))  # type: ignore[misc]  # as above
            assert "values are missing" in told
    assert "values are missing" in made(lambda r: r.add("Withdrawn", ref=three, fields=["text"]))


def test_what_is_not_public_needs_no_reason(tmp_path: Path) -> None:
    record = grown(2)
    record.add(class_="restricted", text="secret")
    assert said(laid(tmp_path, record.files())).startswith("HOLDS")


def test_stamps_go_up(tmp_path: Path) -> None:
    for number, late in enumerate((1, 0)):
        record = grown(2)
        record.add(late=late)
        told = said(laid(tmp_path / str(number), record.files()))
        assert "the stamp of entry 2" in told


def test_a_sealed_entry_has_no_stamp_of_its_own(tmp_path: Path) -> None:
    for number, (late, holds) in enumerate(((3, True), (1, False))):
        record = grown(2)
        content = canonical.read(record.add().leaf)
        content["by"] |= {"body": "", "person": ""}
        content["recorded_at"] = "2026-01-05T00:00:00.000000Z"
        content["fact"] |= {"type": "Sealed", "institution": "", "stream": "", "pad": ""}
        content["fact"]["commits"] = {"sealed": "0" * 64}
        content["fact"]["class"] = "restricted"
        content["fact"]["pad"] = "x" * (-len(canonical.write(content)) % 256)
        record.entries[2] = Entry(2, canonical.write(content), ())
        record.add(late=late)
        told = said(laid(tmp_path / str(number), record.files()))
        assert told.startswith("HOLDS" if holds else "the stamp of entry 3 "), told


def test_a_bundle_is_checked_with_the_rest(files: Files, tmp_path: Path) -> None:
    """A bundle of another log's entries holds alone and is not of these."""
    bundle = closings.stated("published").bundle()
    told = said(laid(tmp_path, {**files, "closings/a.bundle": bundle}))
    assert not told.startswith("HOLDS")
    broken = canonical.write({**canonical.read(bundle), "v": 2})
    told = said(laid(tmp_path / "b", {**files, "closings/a.bundle": broken}))
    assert told.startswith("closings/a.bundle: ")
    assert "has no such form" in told


def test_the_lines_of_the_values_are_those_of_the_entries(files: Files, tmp_path: Path) -> None:
    name = "payloads/001.jsonl"
    lines = files[name].splitlines(keepends=True)
    for number, bad in enumerate(
        (lines[:-1], [*lines, lines[-1]], [*lines, b"\n"], [*lines[:-1], lines[-1].rstrip()])
    ):
        told = said(laid(tmp_path / str(number), {**files, name: b"".join(bad)}))
        assert told == f"{name} has other lines"
    swapped = [lines[1], lines[0], *lines[2:]]
    told = said(laid(tmp_path / "swapped", {**files, name: b"".join(swapped)}))
    assert "of entry 256 is not the one that was committed" in told
    null = [b"null\n", *lines[1:]]
    assert "values are missing" in said(laid(tmp_path / "null", {**files, name: b"".join(null)}))


def test_an_export_of_a_bundle_of_its_own_holds(tmp_path: Path) -> None:
    """The closing of a finding lies in the folder, at the same checkpoint."""
    log = closings.signed()
    record = Record(entries=log.entries, earlier=(1, 2))
    files = {**record.files(), "closings/finding.bundle": log.bundle()}
    lines = verify.export(laid(tmp_path, files), POLICY)
    assert lines[0] == f"HOLDS: {len(files)} files, 4 checkpoints and bundles"
    log = closings.stated("published")
    record = Record(entries=log.entries)
    bare = {**record.files(), "closings/finding.bundle": log.bundle(texts={})}
    first, second, third = verify.export(laid(tmp_path / "bare", bare), POLICY)
    count = f"{len(bare)} files, 2 checkpoints and bundles"
    assert first == f"NOT ALL CHECKED, quotes to look up: 1; the rest holds: {count}"
    assert second.startswith(f"closings/finding.bundle: {closings.less('published')}")
    assert third.startswith(f"log {closings.LOG.name}, 2 entries")
    forged = closings.signed(signer=closings.key(closings.OWNER, "stolen"))
    other = Record(entries=forged.entries)
    told = said(laid(tmp_path / "forged", other.files()))
    assert told.startswith("entry 2")
    assert "not signed by a key enrolled for its body" in told
