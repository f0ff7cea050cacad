"""The site at one moment, for a mirror of plain files: dates that no address need name."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cached_property
from pathlib import Path

from answerable.operations import sensitivity
from answerable.operations.output import publishing
from answerable.operations.pages.look import Look
from answerable.operations.pages.parts import AsAt
from answerable.store import log_files, registers
from answerable.store.registers import Head
from answerable.vocabulary.refusal import Refusal
from answerable.vocabulary.times import in_words


class NotMirrored(Refusal):
    """A mirror that cannot be made as it was asked for."""

    code = "not_mirrored"


@dataclass(frozen=True)
class Fixed(Look):
    """A look at one entry and one day, whose links name no dates: the mirror is that view."""

    @cached_property
    def head(self) -> Head:
        """The record as large as it was at the entry."""
        now = registers.head()
        known = now.size - 1 if self.known is None else self.known
        if known == now.size - 1:
            return now
        return Head(known + 1, publishing.root(Look(at=self.at), known))

    @property
    def is_past(self) -> bool:
        """The mirror has no today beside it."""
        return False

    @property
    def query(self) -> str:
        """Nothing: every address of the mirror is at the same dates."""
        return ""

    def as_at(self) -> AsAt:
        """The foot: the day in place of the time of day, so that the bytes stay the same."""
        return AsAt(
            words=in_words(self.on.isoformat()),
            entry=f"{max(self.head.size - 1, 0):,}",
            root=self.head.root[:16],
            url="/checkpoint.txt",
            address=f"{self.base}checkpoint.txt",
        )


def fixed(*, on: date, known: int | None, base: str) -> Fixed:
    """The look of a mirror: a day, an entry (None is the last), and the address it will have."""
    if not base.startswith(("https://", "http://")):
        raise NotMirrored(f"“{base[:60]}” is not an address: begin it with https://.")
    last = registers.head().size - 1
    if known is not None and not 0 <= known <= last:
        raise NotMirrored(f"The record has no entry {known}: its last one is {last}.")
    sensitivity.require_publication(on=on)
    at = datetime.combine(on, time(12), UTC)
    return Fixed(
        at=at, valid=on, known=last if known is None else known, base=f"{base.rstrip('/')}/"
    )


def checkpoint(look: Look) -> bytes:
    """What the foot of each page leads to: dates, root, and the signed note where there is one."""
    at = publishing.as_at(look)
    words = [
        f"Valid date: {at.valid}",
        f"Last entry: {at.known}",
        f"Entries: {look.head.size}",
        f"Root: {look.head.root}",
        publishing.notice(),
        "Compare the root with that of the live site, of a witness, or of a copy of the record.",
    ]
    note = log_files.folder() / log_files.CHECKPOINT
    signed = note.read_text(encoding="utf-8") if note.is_file() else ""
    lines = signed.split("\n")
    same = len(lines) > 1 and lines[1] == str(look.head.size)
    words.append(f"\nSigned checkpoint:\n{signed}" if same else "\nNo signature of this size yet.")
    return ("\n".join(words).rstrip() + "\n").encode()


def write(folder: Path, files: dict[str, bytes]) -> int:
    """Write what changed and remove what is no longer there; how many files changed.

    Refuses a folder that holds files and no earlier mirror.
    """
    mark = folder / MANIFEST
    if folder.is_dir() and any(folder.iterdir()) and not mark.is_file():
        raise NotMirrored(f"{folder} holds files that are no mirror. Name an empty folder.")
    before = set(mark.read_text(encoding="utf-8").split("\n")) if mark.is_file() else set()
    changed = [
        name
        for name, data in files.items()
        if not ((folder / name).is_file() and (folder / name).read_bytes() == data)
    ]
    listed = "\n".join(sorted(files)) + "\n"
    publishing.write(folder, {**files, MANIFEST: listed.encode()}.items())
    for name in before - set(files) - {"", MANIFEST}:
        (folder / name).unlink(missing_ok=True)
    return len(changed)


MANIFEST = "mirror.txt"
"""Names of the files of a mirror, one a line."""
