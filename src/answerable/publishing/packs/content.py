"""What a pack says, apart from its form: parts in order, numbered sources, and how to check it.

The same content always makes the same bytes in each form: nothing here knows the time of day.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class PackLine:
    """A label and its words; `sources` are numbers of the list of sources, from 1."""

    label: str
    words: str
    note: str = ""
    sources: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PackTable:
    """A table with a heading for every column; `widths` are shares of the width of a page."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PackPart:
    """One part: paragraphs, lines, a table, or one sentence that says that nothing is held."""

    title: str
    key: str
    paragraphs: tuple[str, ...] = ()
    lines: tuple[PackLine, ...] = ()
    table: PackTable | None = None
    absent: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PackSource:
    """One source: its title and date, where it stands on the site, the address it is about."""

    number: int
    title: str
    place: str
    page: str
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """A pack. `banner` says what kind of facts these are; `notice` whose words the summaries are.

    `own` is a paper that an office writes itself, such as minutes: it has no list of sources where
    none is cited. `signed` is the SHA-256 of the words that were signed.
    `root` is that of the record once entry `known` was in it, in hex; `on` the valid date.
    `site` is the address under which others reach the record; empty where there is none.
    """

    title: str
    body: str
    sentence: str
    banner: str
    marking: str
    on: date
    on_words: str
    known: int
    root: str
    check: str
    site: str
    parts: tuple[PackPart, ...]
    sources: tuple[PackSource, ...]
    said_words: str = ""
    notice: str = ""
    language: str = "en-GB"
    name: str = "Answerable"
    colour: str = "#5a2d81"
    own: bool = False
    signed: str = ""

    @property
    def foot(self) -> str:
        """The line at the foot of every page and sheet: dates, entry, root."""
        said = f"; {self.said_words}" if self.said_words else ""
        return f"As at {self.on_words}{said}. Entry {self.known:,}. Root {self.root[:16]}."

    @property
    def head(self) -> str:
        """The line at the head of every page and sheet: marking and kind of facts."""
        return " · ".join(part for part in (self.marking.upper(), self.banner) if part)

    @property
    def how_to_check(self) -> tuple[str, ...]:
        """How a reader checks that this pack says what the record said."""
        return (
            f"Made from the record as at {self.on_words}, entry {self.known:,}.",
            f"Root of the record at that entry: {self.root}.",
            *((f"SHA-256 of the words that were signed: {self.signed}.",) if self.signed else ()),
            f"Compare it {f'at {self.check}, or ' if self.site else ''}with “answerable verify” "
            "on a copy of the record. It shows that what was recorded is unchanged, not that it "
            "is true.",
            "A body may reply to any line of it, and anybody may report a mistake"
            + (f": {self.site}/corrections/." if self.site else "."),
            f"{self.name} is not a government website.",
        )

    @property
    def lists_sources(self) -> bool:
        """Whether it has a list of sources, or the sentence that none is held."""
        return bool(self.sources) or not self.own

    @property
    def stamp(self) -> datetime:
        """The date in the file's own data: midnight of the valid date, never the time of day."""
        return datetime.combine(self.on, time(), UTC)


def plain(pack: Pack) -> dict[str, Any]:
    """The pack as JSON can hold it, for a template."""
    return {
        "title": pack.title,
        "colour": pack.colour,
        "body": pack.body,
        "sentence": pack.sentence,
        "head": pack.head,
        "banner": pack.banner,
        "notice": pack.notice,
        "foot": pack.foot,
        "check": pack.how_to_check,
        "lists_sources": pack.lists_sources,
        "parts": [
            {
                "title": part.title,
                "paragraphs": part.paragraphs,
                "lines": [
                    {
                        "label": line.label,
                        "words": line.words,
                        "note": line.note,
                        "sources": line.sources,
                    }
                    for line in part.lines
                ],
                "table": part.table
                and {
                    "head": part.table.head,
                    "rows": part.table.rows,
                    "widths": part.table.widths,
                },
                "absent": part.absent,
            }
            for part in pack.parts
        ],
        "sources": [
            {
                "number": source.number,
                "title": source.title,
                "place": source.place,
                "page": f"{pack.site}{source.page}" if pack.site else source.page,
                "address": source.address,
            }
            for source in pack.sources
        ],
    }
