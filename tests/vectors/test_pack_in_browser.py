"""Promise P3: a pack names a tree; the browser says whether this record had it, and never more.

Node runs the browser's file as it is served.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from answerable.ledger.book import Book
from answerable.operations.output import exporting
from answerable.operations.record import record
from answerable.publishing.packs.content import Pack
from answerable.publishing.packs.excel import xlsx_bytes
from answerable.publishing.packs.pdf import pdf_bytes
from answerable.publishing.packs.word import docx_bytes
from tests.trust.cast import AT, add, promised
from tests.unit.publishing.test_packs import PACK
from tests.vectors.test_twins import NODE, browser

pytestmark = pytest.mark.skipif(NODE is None, reason="no Node on this machine: not proven")

FORMS: dict[str, Callable[[Pack], bytes]] = {
    "pack.docx": docx_bytes,
    "pack.xlsx": xlsx_bytes,
    "pack.pdf": pdf_bytes,
}
SIZE, LATER = 40, 43
"""Entries when the pack was made, and now."""


@dataclass(frozen=True)
class Record:
    """A pack's root, what may lie beside the pack, and whose signatures count."""

    root: str
    beside: dict[str, dict[str, bytes]]
    policy: str

    def pack(self, name: str, **changed: Any) -> bytes:
        made = replace(PACK, known=SIZE - 1, root=self.root)
        return FORMS[name](replace(made, **changed))


@pytest.fixture
def held(book: Book, tmp_path: Path) -> Record:
    add(book, *(promised(number) for number in range(SIZE)))
    then = record.checkpoint(at=AT, new="answerable.example/a")
    add(book, *(promised(number) for number in range(LATER - SIZE)))
    now = record.checkpoint(at=AT)
    files = record.proof(reference=str(SIZE), out=tmp_path / "p")
    out, _ = exporting.export(out=tmp_path / "x")
    whole = {p.relative_to(out).as_posix(): p.read_bytes() for p in out.rglob("*") if p.is_file()}
    return Record(
        root=then.root,
        beside={
            "the checkpoint of its day": {"checkpoint": then.note.encode()},
            "the receipt of the next entry": {path.name: path.read_bytes() for path in files},
            "the whole export": whole,
        },
        policy=f"log {now.verifier_key}\nquorum 0\n",
    )


def test_a_pack_of_each_form_is_set_against_the_record(held: Record) -> None:
    asked = [
        ({name: held.pack(name), **files}, held.policy)
        for name in FORMS
        for files in held.beside.values()
    ]
    names = [name for name in FORMS for _ in held.beside]
    for name, (holds, lines) in zip(names, browser(asked), strict=True):
        assert holds, lines
        assert lines[0] == (
            f"HOLDS: {name} names the root that this record had at entry {SIZE - 1}. "
            "Its words were not compared."
        )
        assert lines[-1].startswith("log answerable.example/a, ")


def test_a_pack_of_another_tree_does_not_hold(held: Record) -> None:
    other = ("0" if held.root[0] != "0" else "1") + held.root[1:]
    asked = [
        ({name: held.pack(name, **changed), **files}, held.policy)
        for name in FORMS
        for changed in ({"root": other}, {"known": SIZE - 2})
        for files in held.beside.values()
    ]
    assert [holds for holds, _ in browser(asked)] == [False] * len(asked)


def test_what_cannot_be_compared_is_said(held: Record) -> None:
    name = "pack.docx"
    twice = replace(PACK.parts[0], paragraphs=(f"Root of the record at that entry: {'0' * 64}.",))
    good = held.pack(name)
    beside = held.beside["the checkpoint of its day"]
    asked = [
        ({name: good}, held.policy),
        ({name: held.pack(name, known=1_039), **beside}, held.policy),
        ({name: held.pack(name, parts=(twice,)), **beside}, held.policy),
        ({name: good[:-60], **beside}, held.policy),
        ({name: b"no zip", **beside}, held.policy),
        ({"other.pdf": b"%PDF-1.7\n", **beside}, held.policy),
        ({name: good, **beside}, held.policy.replace("quorum 0\n", "")),
    ]
    answers = browser(asked)
    assert [holds for holds, _ in answers] == [False] * len(asked)
    said = [lines[0] for _, lines in answers]
    assert f"choose with it the checkpoint of {SIZE} entries" in said[0]
    assert "choose with it the checkpoint of 1040 entries" in said.pop(1)
    assert "does not name one entry and one root" in said[1]
    assert "not a whole file" in said[2]
    assert "not a whole file" in said[3]
    assert "does not name one entry and one root" in said[4]
