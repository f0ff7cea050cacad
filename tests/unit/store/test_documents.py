"""Originals come back byte for byte or not at all; their text as it was read."""

from pathlib import Path

import pytest

from answerable.reading.layout.canonical_text import Block, CanonicalText, Span
from answerable.store.papers import documents
from answerable.vocabulary.refusal import Refusal


def test_an_original_is_kept_once_and_given_back(home: Path) -> None:
    digest = documents.keep(b"report")
    assert documents.keep(b"report") == digest
    assert documents.original(digest) == b"report"
    assert documents.held() == (digest,)
    assert not list((home / "documents").rglob(".*"))


def test_an_original_that_changed_on_the_disk_is_refused(home: Path) -> None:
    digest = documents.keep(b"report")
    (home / "documents" / digest[:2] / digest).write_bytes(b"forged")
    with pytest.raises(Refusal, match="has changed on the disk"):
        documents.original(digest)


@pytest.mark.parametrize("name", ["0" * 64, "../../etc/passwd", "", "A" * 64])
def test_what_is_not_kept_is_refused(home: Path, name: str) -> None:
    with pytest.raises(Refusal):
        documents.original(name)


def test_canonical_text_comes_back_as_it_was_read(home: Path) -> None:
    digest = documents.keep(b"x")
    text = CanonicalText(
        text="Title\n\na | b",
        blocks=(
            Block("heading", 0, 5, "line 1", level=1, page=1),
            Block(
                "row",
                7,
                12,
                "Sheet1!A5:B5",
                lead_in=Span(0, 5),
                cells=(Span(7, 8), Span(11, 12)),
                cell_paths=("A5", "B5"),
                header=("one", "two"),
            ),
        ),
        sha256=digest,
        media_type="text/plain",
        page_starts=(0,),
        warnings=("odd",),
        title="Title",
    )
    with pytest.raises(Refusal, match="has not been read here"):
        documents.text(digest)
    documents.keep_text(text)
    assert documents.text(digest) == text
    assert documents.held() == (digest,)
