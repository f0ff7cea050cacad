"""Take an export of another home into an empty one, after checking all of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from answerable.ledger import canonical, tiles, verify
from answerable.ledger.commitments import Payload
from answerable.operations.record import record
from answerable.reading.layout.canonical_text import Block, CanonicalText
from answerable.store.engine import start
from answerable.store.moves import importing
from answerable.store.moves.importing import Note, NotTaken
from answerable.store.papers import documents
from answerable.store.reads import registers

_WRONG = (verify.Fails, OSError, KeyError, TypeError, ValueError, AttributeError, IndexError)


@dataclass(frozen=True, slots=True)
class Taken:
    """What was taken in: entries, their root, checkpoints, documents; and, a line each, closings
    that quote a file which was not in the export.
    """

    size: int
    root: str
    checkpoints: int
    documents: int
    unchecked: tuple[str, ...] = ()


def import_record(*, folder: Path, policy: Path | None = None, at: datetime) -> Taken:
    """The public record of an export (LEDGER section 7) as this home's record, same root.

    The export is checked whole by the offline verifier with the keys of the `policy` (`policy`
    in the home when none is given); anything that does not hold is refused with its reason and
    the home stays empty.
    """
    settings = start.ready()
    if registers.head().size:
        raise NotTaken("This home has a record already. Take the export into an empty home.")
    place = settings.home / record.POLICY if policy is None else policy
    try:
        rules = verify.policy_of(place.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        raise NotTaken(
            f"The policy {place} cannot be read. Write whose signatures you trust into it, one a "
            "line, such as: log VKEY."
        ) from None
    except verify.Fails as fault:
        raise NotTaken(f"{place}: {fault}.") from None
    try:
        _, *unchecked, _ = verify.export(folder, rules)
        head = verify.checkpoint(_text(folder / "checkpoint"), rules, rules.quorum)
        notes = [_note(file) for file in (folder / "checkpoint", *_earlier(folder))]
        importing.take(
            _entries(folder, head.size), size=head.size, root=head.root, notes=notes, at=at
        )
    except _WRONG as fault:
        raise NotTaken(f"The export does not hold, so nothing was taken in: {fault}.") from None
    kept = [_document(file) for file in sorted((folder / "files").glob("*.txt"))]
    sizes = {note.size for note in notes}
    return Taken(head.size, head.root.hex(), len(sizes), len(kept), tuple(unchecked))


def _entries(folder: Path, size: int) -> Iterator[tuple[bytes, list[Payload]]]:
    """Leaves with their public values, file by file."""
    for index in range(-(-size // tiles.WIDTH)):
        width = min(tiles.WIDTH, size - index * tiles.WIDTH)
        bundle = (folder / tiles.path("entries", index, width=width)).read_bytes()
        name = tiles.path("entries", index).removeprefix("tile/entries/")
        lines = (folder / f"payloads/{name}.jsonl").read_bytes().split(b"\n")
        at = 0
        for line in lines[:width]:
            end = at + 2 + int.from_bytes(bundle[at : at + 2], "big")
            yield bundle[at + 2 : end], _payloads(canonical.read(line))
            at = end


def _payloads(shown: Any) -> list[Payload]:
    rows = [] if shown is None else shown["payloads"]
    return [
        Payload(field, bytes.fromhex(salt), canonical.write(value)) for field, value, salt in rows
    ]


def _note(file: Path) -> Note:
    """A signed note in its parts: what the log signed, and the lines of others below it."""
    text, _, lines = _text(file).partition("\n\n")
    origin, size, root = text.split("\n")
    every = [(line.split(" ")[1], line) for line in lines.splitlines(keepends=True)]
    own = "".join(line for name, line in every if name == origin)
    others = tuple((name, line) for name, line in every if name != origin)
    return Note(int(size), verify.unpacked(root), f"{text}\n\n{own}", others)


def _earlier(folder: Path) -> list[Path]:
    return sorted((folder / "checkpoints").glob("*"))


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8")


def _document(file: Path) -> str:
    """Keep an original with its text; the blocks are its paragraphs, at the same places."""
    digest = documents.keep(file.with_suffix("").read_bytes())
    text, at, blocks = _text(file), 0, []
    for number, words in enumerate(text.split("\n\n"), start=1):
        blocks.append(Block("paragraph", at, at + len(words), f"paragraph {number}"))
        at += len(words) + 2
    documents.keep_text(CanonicalText(text, tuple(blocks), digest, "text/plain"))
    return digest
