"""The site at one moment, for a mirror of plain files: dates that no address need name."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from functools import cached_property

from answerable.ledger.register import Register
from answerable.operations import accessibility, sensitivity, theme
from answerable.operations.output import publishing
from answerable.operations.pages.look import Look
from answerable.operations.pages.parts import AsAt
from answerable.store.reads import registers
from answerable.store.reads.moments import Head
from answerable.store.writes import log_files
from answerable.vocabulary.refusal import Refusal
from answerable.vocabulary.times import in_words

OPEN_ENTRY = 8_070_605_040_302_010
OPEN_ROOT = "f0e1d2c3b4a59687" * 4
"""Signs that no record has; a root may be cut to its first sixteen letters."""


class NotMirrored(Refusal):
    """A mirror that cannot be made as it was asked for."""

    code = "not_mirrored"


@dataclass(frozen=True)
class Fixed(Look):
    """A look at one entry and one day, whose links name no dates: the mirror is that view.

    The foot names the last entry that the page hangs on. It is known when the page is made, so
    signs stand for it until then (`filled`). `reads` are the institutions that were looked at;
    `sentences` of lists hang on their institution alone, by its name and what they say.
    """

    open: bool = False
    reads: set[str] = field(default_factory=set, compare=False)
    sentences: dict[str, str] = field(default_factory=dict, compare=False)

    def register(self, institution: str) -> Register:
        """As of any look; that the page asked for it is noted."""
        if not registers.sharing():
            self.reads.add(institution)
        return super().register(institution)

    def told(self, institution: str, what: str, made: Callable[[Register], str]) -> str:
        """As of any look, made once; that the page asked for it is noted."""
        if not registers.sharing():
            self.reads.add(institution)
        key = f"{institution}: {what}"
        if key not in self.sentences:
            self.sentences[key] = made(self.register(institution))
        return self.sentences[key]

    @property
    def left_open(self) -> tuple[int, str | None, str] | None:
        """Signs in the place of entry and root."""
        return (OPEN_ENTRY, None, OPEN_ROOT) if self.open else None

    @property
    def is_still(self) -> bool:
        """One day, one entry, one program and its settings: else the mirror is another."""
        return True

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
            entry=str(OPEN_ENTRY) if self.open else f"{max(self.head.size - 1, 0):,}",
            root=OPEN_ROOT[:16] if self.open else self.head.root[:16],
            url="/checkpoint.txt",
            address=f"{self.base}checkpoint.txt",
            page=f"{self.base}{self.path.lstrip('/')}",
        )


def fixed(*, on: date, known: int | None, base: str, clear: bool = False) -> Fixed:
    """The look of a mirror: a day, an entry (None is the last), and the address it will have.

    Refuses where anything public is held; `clear`: the caller asks that itself.
    """
    if not base.startswith(("https://", "http://")):
        raise NotMirrored(f"“{base[:60]}” is not an address: begin it with https://.")
    last = registers.head().size - 1
    if known is not None and not 0 <= known <= last:
        raise NotMirrored(f"The record has no entry {known}: its last one is {last}.")
    if not clear:
        sensitivity.require_publication(on=on)
    theme.checked()
    accessibility.checked()
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


def filled(data: bytes, *, entry: int, root: str) -> bytes:
    """A page with the entry and the root that it hangs on in the place of their signs."""
    if str(OPEN_ENTRY).encode() not in data and OPEN_ROOT[:16].encode() not in data:
        return data
    text = data.decode()
    for sign, value in (
        (f"Entry {OPEN_ENTRY}", f"Entry {entry:,}"),
        (str(OPEN_ENTRY), str(entry)),
        (OPEN_ROOT, root),
        (OPEN_ROOT[:16], root[:16]),
    ):
        text = text.replace(sign, value)
    return text.encode()


MANIFEST = "mirror.txt"
"""Names of the files of a mirror, one a line."""
