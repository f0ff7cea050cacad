"""Originals kept by their SHA-256, and their canonical text beside them.

A file is on the disk, whole and synced, before the command that names it is sent.
"""

import hashlib
import json
import os
import re
import secrets
from functools import lru_cache
from pathlib import Path
from typing import Any

from answerable.reading.layout.canonical_text import Block, CanonicalText, Span
from answerable.store.engine import start
from answerable.store.papers import word_index
from answerable.vocabulary.refusal import Refusal

MOST_TEXTS = 4
_SHA256 = re.compile(r"[0-9a-f]{64}")


class NoSuchDocument(Refusal):
    """A file that is not kept here, or is no longer what it was."""

    code = "no_such_document"


def digest(data: bytes) -> str:
    """The SHA-256 under which a file's bytes are kept."""
    return hashlib.sha256(data).hexdigest()


def keep(data: bytes) -> str:
    """Keep a file's bytes; their SHA-256, by which it is found again."""
    sha256 = digest(data)
    path = _path(sha256)
    if not path.exists():
        write_whole(path, data)
    return sha256


def original(sha256: str) -> bytes:
    """The bytes of a file, checked against their name."""
    try:
        data = _path(sha256).read_bytes()
    except FileNotFoundError:
        raise NoSuchDocument(
            f"The file {sha256} is not kept here. Read it again with `answerable read FILE`."
        ) from None
    if hashlib.sha256(data).hexdigest() != sha256:
        raise NoSuchDocument(
            f"The file kept as {sha256} has changed on the disk. Restore it from a backup."
        )
    return data


def held() -> tuple[str, ...]:
    """SHA-256 of every file that is kept, in order."""
    folder = start.ready().documents
    return tuple(sorted(p.name for p in folder.glob("*/*") if _SHA256.fullmatch(p.name)))


def forget(sha256: str) -> None:
    """Remove a file and its text, for an erasure; its SHA-256 stays where it was written."""
    for path in (_text_path(sha256), _path(sha256)):
        path.unlink(missing_ok=True)
    word_index.drop(sha256)


def keep_text(text: CanonicalText) -> None:
    """Keep the canonical text of an original, so that it is not read twice."""
    path = _text_path(text.sha256)
    again = path.exists()
    write_whole(path, json.dumps(_plain(text), ensure_ascii=False).encode())
    if again and text.sha256 in word_index.held():
        index_words(text)


def index_words(text: CanonicalText) -> None:
    """Let a text be found by its words, paragraph by paragraph."""
    word_index.take_in(
        text.sha256,
        (
            word_index.Paragraph(b.start, b.end, text.text[b.start : b.end])
            for b in text.blocks
            if b.end > b.start
        ),
    )


def text(sha256: str) -> CanonicalText:
    """The canonical text of an original that was read."""
    path = _text_path(sha256)
    try:
        state = path.stat()
        return _text(path, state.st_ino, state.st_mtime_ns)
    except FileNotFoundError:
        raise NoSuchDocument(
            f"The file {sha256} has not been read here. Read it with `answerable read FILE`."
        ) from None


def text_state(sha256: str) -> tuple[int, int] | None:
    """What a kept text is known by while it stays as it is; None where none is kept."""
    try:
        state = _text_path(sha256).stat()
    except FileNotFoundError:
        return None
    return state.st_ino, state.st_mtime_ns


@lru_cache(maxsize=MOST_TEXTS)
def _text(path: Path, *_state: int) -> CanonicalText:
    """A kept text, as the file stands; the steps of one import ask for the same one again."""
    raw = json.loads(path.read_bytes())
    return CanonicalText(
        **{
            **raw,
            "blocks": tuple(_block(block) for block in raw["blocks"]),
            "page_starts": tuple(raw["page_starts"]),
            "warnings": tuple(raw["warnings"]),
        }
    )


def _plain(text: CanonicalText) -> dict[str, Any]:
    """What `_text` reads back; written out by hand, as thousands of cells are many."""
    made = {name: getattr(text, name) for name in CanonicalText.__slots__}
    return {**made, "blocks": [_plain_block(block) for block in text.blocks]}


def _plain_block(block: Block) -> dict[str, Any]:
    made = {name: getattr(block, name) for name in Block.__slots__}
    lead = block.lead_in
    return {
        **made,
        "lead_in": lead and {"start": lead.start, "end": lead.end},
        "cells": [{"start": cell.start, "end": cell.end} for cell in block.cells],
    }


def _block(raw: dict[str, Any]) -> Block:
    return Block(
        **{
            **raw,
            "lead_in": raw["lead_in"] and Span(**raw["lead_in"]),
            "cells": tuple(Span(cell["start"], cell["end"]) for cell in raw["cells"]),
            "cell_paths": tuple(raw["cell_paths"]),
            "header": tuple(raw["header"]),
        }
    )


def _path(sha256: str) -> Path:
    if not _SHA256.fullmatch(sha256):
        raise NoSuchDocument(f"“{sha256[:70]}” is not the SHA-256 of a file: 64 hex digits.")
    return start.ready().documents / sha256[:2] / sha256


def _text_path(sha256: str) -> Path:
    path = _path(sha256)
    return path.with_name(f"{path.name}.text.json")


def write_whole(path: Path, data: bytes) -> None:
    """Whole or not at all: a synced temporary file, renamed, and the folder synced."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        with temporary.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise NoSuchDocument(
            f"The file could not be kept: {error.strerror}. Free some space and try again."
        ) from None
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
