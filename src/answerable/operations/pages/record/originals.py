"""How far the record is anchored, and what came when each source address was last asked."""

from collections import Counter
from urllib.parse import urlsplit

from answerable.operations.documents import source_list
from answerable.operations.documents.source_list import Source
from answerable.operations.pages.look import Look, banner
from answerable.operations.pages.parts import Aside, Card, Cell, Link, Section, SectionsPage, Table
from answerable.store.papers import originals
from answerable.store.papers.originals import Original
from answerable.vocabulary.times import in_words

_STATES = {
    "kept": "Held",
    "gone": "Gone",
    "unread": "Could not be read",
    "robots": "Asks programs to stay away",
    "large": "Too large",
    "time": "Too slow",
}
BREAK = "\u200b"
NOT_ASKED, NOT_REACHED = "Not asked yet", "Not reached"


def cards() -> tuple[Card, ...]:
    """The three counts: facts in the original's words, in ours, and in nobody's held words."""
    found = source_list.counts()
    return (
        Card(
            title="Anchored to the original",
            figure=f"{found.original:,}",
            words="facts whose words were found in the publisher’s own document",
        ),
        Card(
            title="To our summary",
            figure=f"{found.summary:,}",
            words="facts that rest on our own summary of a public page",
        ),
        Card(
            title="Not yet",
            figure=f"{found.not_yet:,}",
            words="facts that name an address of which no words are held",
        ),
    )


def in_short(look: Look) -> Aside:
    """The three counts for the side of a page."""
    found = source_list.counts()
    return Aside(
        title="How far we can show it",
        paragraphs=(
            f"Facts anchored to the original’s words: {found.original:,}. To our summary: "
            f"{found.summary:,}. Not yet: {found.not_yet:,}.",
        ),
        links=(Link(label="Every source, and whether it is still there", url=_url(look)),),
    )


def sources(look: Look) -> SectionsPage:
    """Every address that the record rests on."""
    rows = [(source, originals.known(source.address)) for source in source_list.sources()]
    states = Counter(_state(known) for _, known in rows)
    asked = max((known.day() for _, known in rows if known), default="")
    return SectionsPage(
        title="Sources and their originals",
        area="about",
        sentence=(
            f"The record rests on {len(rows)} public addresses; we hold the original of "
            f"{states['Held'] or 'none'}."
            if rows
            else "The record rests on no public address."
        ),
        crumbs=(Link(label="About this record", url=look.url("/about/")),),
        banner=banner(),
        as_at=look.as_at(),
        sections=(
            Section(title="How far the facts are anchored", id="anchored", cards=cards()),
            Section(
                title="The addresses",
                id="addresses",
                paragraphs=(
                    f"Last asked on {in_words(asked)}."
                    if asked
                    else "Nobody has asked these addresses from this machine yet. Where there is "
                    "a network, the command “answerable sources check” does.",
                ),
                table=_table(look, rows),
            ),
        ),
        aside=(
            Aside(
                title="What is kept",
                paragraphs=(
                    "An original is kept by its digest for whoever checks. Its text is not "
                    "repeated here: readers are shown the words that count, and the address.",
                ),
            ),
        ),
    )


def _table(look: Look, rows: list[tuple[Source, Original | None]]) -> Table:
    return Table(
        caption="Each address, whether its original is held, and when it was last asked",
        head=("What it is", "Address", "Original", "Last asked"),
        rows=tuple(
            (
                Cell(words=source.title, url=look.url(f"/documents/{source.documents[0]}/")),
                Cell(words=_host(source.address), url=source.address),
                Cell(words=_state(known), note=_note(known)),
                in_words(known.day()) if known else "never",
            )
            for source, known in rows
        ),
    )


def _host(address: str) -> str:
    """The name of the site, with places where a narrow screen may break it."""
    return (urlsplit(address).hostname or "").replace(".", f".{BREAK}")


def _state(known: Original | None) -> str:
    if known is None:
        return NOT_ASKED
    return _STATES.get(known.state, NOT_REACHED)


def _note(known: Original | None) -> str:
    if known is None:
        return ""
    if known.state == "kept":
        changed = known.changed_at
        return f"Its words changed; seen on {in_words(changed[:10])}." if changed else ""
    held = " The file that stood there before is held." if known.sha256 else ""
    return f"{known.sentence}{held}"


def _url(look: Look) -> str:
    return look.url("/about/sources/")
