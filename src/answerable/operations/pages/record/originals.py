"""How far the record is anchored, and what came when each source address was last asked."""

from collections import Counter
from dataclasses import replace
from urllib.parse import urlsplit

from answerable.operations.documents import source_list
from answerable.operations.documents.source_list import Source
from answerable.operations.pages.look import Look, banner
from answerable.operations.pages.parts import Aside, Card, Cell, Link, Section, SectionsPage, Table
from answerable.store.papers import originals
from answerable.store.papers.originals import Original
from answerable.vocabulary.language import marked, say
from answerable.vocabulary.times import in_words

_STATES = {
    "kept": marked("Held"),
    "gone": marked("Gone"),
    "unread": marked("Could not be read"),
    "robots": marked("Asks programs to stay away"),
    "large": marked("Too large"),
    "time": marked("Too slow"),
}
BREAK = "\u200b"
NOT_ASKED, NOT_REACHED = marked("Not asked yet"), marked("Not reached")


def cards() -> tuple[Card, ...]:
    """The three counts: facts in the original's words, in ours, and in nobody's held words."""
    found = source_list.counts()
    return (
        Card(
            title=say("Anchored to the original"),
            figure=f"{found.original:,}",
            words=say("facts whose words were found in the publisher’s own document"),
        ),
        Card(
            title=say("To our summary"),
            figure=f"{found.summary:,}",
            words=say("facts that rest on our own summary of a public page"),
        ),
        Card(
            title=say("Not yet"),
            figure=f"{found.not_yet:,}",
            words=say("facts that name an address of which no words are held"),
        ),
    )


def in_short(look: Look) -> Aside:
    """The three counts for the side of a page."""
    found = source_list.counts()
    return Aside(
        title=say("How far we can show it"),
        paragraphs=(
            say(
                "Facts anchored to the original’s words: {original}. To our "
                "summary: {summary}. Not yet: {not_yet}.",
                original=f"{found.original:,}",
                summary=f"{found.summary:,}",
                not_yet=f"{found.not_yet:,}",
            ),
        ),
        links=(Link(label=say("Every source, and whether it is still there"), url=_url(look)),),
    )


def sources(look: Look) -> SectionsPage:
    """Every address that the record rests on."""
    rows = [(source, originals.known(source.address)) for source in source_list.sources()]
    states = Counter(_state(known) for _, known in rows)
    asked = max((known.day() for _, known in rows if known), default="")
    return SectionsPage(
        title=say("Sources and their originals"),
        area="about",
        sentence=(
            say(
                "The record rests on {count} public addresses; we hold the original of {states}.",
                count=len(rows),
                states=states["Held"] or "none",
            )
            if rows
            else say("The record rests on no public address.")
        ),
        crumbs=(Link(label=say("About this record"), url=look.url("/about/")),),
        banner=banner(),
        as_at=look.as_at(),
        sections=(
            Section(title=say("How far the facts are anchored"), id="anchored", cards=cards()),
            Section(
                title=say("The addresses"),
                id="addresses",
                paragraphs=(
                    say("Last asked on {day}.", day=in_words(asked))
                    if asked
                    else say(
                        "Nobody has asked these addresses from this machine yet. Where "
                        "there is a network, the command “answerable sources check” does."
                    ),
                ),
                table=_table(look, rows),
            ),
        ),
        aside=(
            Aside(
                title=say("What is kept"),
                paragraphs=(
                    say(
                        "An original is kept by its digest for whoever checks. Its text "
                        "is not repeated here: readers are shown the words that count, "
                        "and the address."
                    ),
                ),
            ),
        ),
    )


def _table(look: Look, rows: list[tuple[Source, Original | None]]) -> Table:
    now = replace(look, valid=None, said=None)  # every source stands here, whatever the dates
    return Table(
        caption=say("Each address, whether its original is held, and when it was last asked"),
        head=(say("What it is"), say("Address"), say("Original"), say("Last asked")),
        rows=tuple(
            (
                Cell(words=source.title, url=now.url(f"/documents/{source.documents[0]}/")),
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
        return (
            say("Its words changed; seen on {day}.", day=in_words(changed[:10])) if changed else ""
        )
    held = say(" The file that stood there before is held.") if known.sha256 else ""
    return f"{known.sentence}{held}"


def _url(look: Look) -> str:
    return look.url("/about/sources/")
