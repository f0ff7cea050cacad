"""A line or a row of a handover, and what it rests on: the document that states it, its entry."""

from collections.abc import Iterable
from dataclasses import dataclass

from answerable.ledger.register import Version
from answerable.operations.pages.parts import Link
from answerable.operations.pages.proof import Proof
from answerable.vocabulary.language import say

MOST_BEHIND = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstLine:
    """One line of the first page: what it says, the facts behind it, where more of it stands.

    `more` leads to the list that a count counts; what no fact states has that alone.
    """

    label: str
    words: str
    versions: tuple[Version, ...] = ()
    more: Link | None = None


def links(shown: Proof, line: FirstLine) -> tuple[Link, ...]:
    """The words behind a line, one click away; then the list that it counts."""
    behind = shown.links(line.versions[:MOST_BEHIND])
    return (*behind, line.more) if line.more else behind


def sources_words(shown: Proof, versions: Iterable[Version]) -> str:
    """The same on paper: the first documents, each with its entry, and how many more."""
    held = tuple(versions)
    first = "; ".join(dict.fromkeys(source_words(shown, v) for v in held[:MOST_BEHIND]))
    rest = len(held) - MOST_BEHIND
    return say("{first}; and {rest} more", first=first, rest=f"{rest:,}") if rest > 0 else first


def source_words(shown: Proof, version: Version) -> str:
    """“Recommendation letter, 14 May 2024 (entry 23)”; an entry alone where no file is kept."""
    entry = say("Entry {seq}", seq=f"{version.seq:,}")
    link = shown.link(version)
    if link is None or link.label == entry:
        return entry
    return say("{document} ({entry})", document=link.label, entry=entry.lower())
