"""A document with the words that count marked, each with the fact that rests on them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from answerable.ledger.register import Version
from answerable.operations.pages import everything, naming
from answerable.operations.pages.documents.text_blocks import Mark, TextBlock, blocks
from answerable.operations.pages.look import Look, banner
from answerable.operations.pages.paging import Pages, pages
from answerable.operations.pages.parts import Aside, Item, Link, Page
from answerable.operations.pages.proof import summary_notice
from answerable.reading.layout.canonical_text import CanonicalText
from answerable.store.papers import documents
from answerable.vocabulary.facts import DocumentFiled
from answerable.vocabulary.language import marked, say
from answerable.vocabulary.refusal import Refusal
from answerable.vocabulary.times import in_words

COVER = "█"
MOST_ROWS = 600
"""Blocks on one page of a document that holds more rows than this."""
MOST_USED = 20
"""Facts that are listed beside a document; each is marked in its words too."""
OWN_FORM_NOTICE = marked("An invented document of the demonstration: no body of this name exists.")


class NoSuchDocument(Refusal):
    """A document that the record does not name at these dates."""

    code = "no_such_document"


@dataclass(frozen=True, kw_only=True)
class DocumentPage(Page):
    """The text of a document in its blocks."""

    notice_words: str
    blocks: tuple[TextBlock, ...]
    sha256: str
    pages: Pages | None = None


def document(
    look: Look,
    sha: str,
    *,
    entry: int | None = None,
    place: tuple[int, int] | None = None,
    part: int | None = None,
) -> DocumentPage:
    """The page of a document; `entry` is the one whose words are shown first, or a `place` is.

    A table of very many rows comes in parts: the one asked for, or the one that holds the words.
    """
    filed, stated = _of(look, sha)
    text = documents.text(sha)
    here = next((v for v in stated if v.seq == entry), None)
    hidden = everything.withheld_spans(look, sha)
    title = filed.title or say("Document {sha}", sha=sha[:12])
    marks = (*_marks(look, stated, here), *_place(text, place))
    within, through = _part(look, sha, text, marks, part)
    return DocumentPage(
        title=title,
        area="bodies",
        sentence=_sentence(filed, stated, here),
        crumbs=_crumbs(look, filed),
        banner=banner(filed.institution),
        past=look.past(),
        as_at=look.as_at(),
        notice_words=_notice(filed),
        blocks=blocks(text, marks, hidden=hidden, within=within),
        sha256=sha,
        pages=through,
        aside=_aside(look, filed, stated),
        alternates=(
            Link(
                label=say("Plain text in which places are counted"),
                url=look.url(_path(sha, "text")),
            ),
        ),
    )


def _part(
    look: Look, sha: str, text: CanonicalText, marks: Sequence[Mark], asked: int | None
) -> tuple[tuple[int, int] | None, Pages | None]:
    """Which blocks stand on this page, and the way to the others; all of a text that is no log."""
    rows = sum(block.kind == "row" for block in text.blocks)
    if rows <= MOST_ROWS:
        return None, None
    count = -(-len(text.blocks) // MOST_ROWS)
    place = next((mark.start for mark in marks if mark.here), None)
    if asked is None and place is not None:
        before = sum(block.end <= place for block in text.blocks)
        asked = before // MOST_ROWS + 1
    number = min(max(asked or 1, 1), count)
    return ((number - 1) * MOST_ROWS, number * MOST_ROWS), pages(
        label=say("Parts of this document"),
        number=number,
        count=count,
        url=lambda part: look.url(f"/documents/{sha}/?part={part}"),
    )


def plain_text(look: Look, sha: str) -> str:
    """The canonical text that all places count in; what is withheld is covered, not cut out."""
    _of(look, sha)
    text = documents.text(sha).text
    for start, end in everything.withheld_spans(look, sha):
        text = text[:start] + COVER * (end - start) + text[end:]
    return text


def _of(look: Look, sha: str) -> tuple[DocumentFiled, tuple[Version, ...]]:
    """What the file is, and every fact that rests on words of it."""
    files = (v.fact for v in everything.of_types(look, DocumentFiled))
    same = [f for f in files if isinstance(f, DocumentFiled) and f.doc == sha]
    filed = same[-1] if same else None
    resting = everything.of_document(look, sha)
    stated = [v for v in resting if not isinstance(v.fact, DocumentFiled)]
    if filed is None:
        raise NoSuchDocument(
            say(
                "The record names no document {sha} at these dates. Look at "
                "today, or find the document through the page of its body.",
                sha=sha[:12],
            )
        )
    return filed, tuple(stated)


def _marks(look: Look, stated: Sequence[Version], here: Version | None) -> list[Mark]:
    """One mark a place. Of several facts on the same words one with its own page is linked."""
    best: dict[tuple[int, int], Version] = {}
    for version in stated:
        source = version.fact.source
        if source is None or source.start is None or source.end is None:
            continue
        place = (source.start, source.end)
        known = best.get(place)
        if known is None or _own_page(version) > _own_page(known):
            best[place] = version
    ours = here.fact.source if here else None
    return [
        Mark(
            start,
            end,
            link=_link(look, version),
            here=ours is not None and (start, end) == (ours.start, ours.end),
        )
        for (start, end), version in sorted(best.items())
    ]


def _place(text: CanonicalText, place: tuple[int, int] | None) -> Iterator[Mark]:
    """The place that an address names, such as one that a search found, where the text has it."""
    if place is not None and 0 <= place[0] < place[1] <= len(text.text):
        yield Mark(*place, here=True)


def _own_page(version: Version) -> int:
    path = naming.path_of(version.fact, seq=version.seq)
    return ("/history/" not in path) + path.startswith("/findings/")


def _link(look: Look, version: Version) -> Link:
    path = naming.path_of(version.fact, seq=version.seq)
    label = naming.told(version.fact).partition(":")[0]
    if path.startswith("/findings/"):
        kind, number = version.fact.stream.split("/")[-2:]
        kind = "action" if version.fact.stream.startswith("action/") else kind
        label = f"{kind.replace('-', ' ').capitalize()} {number}"
    return Link(label=label, url=look.url(path))


def _sentence(filed: DocumentFiled, stated: Sequence[Version], here: Version | None) -> str:
    what = say("Our summary") if filed.standing == "summary" else say("This document")
    if here is not None and here.fact.source and here.fact.source.start is not None:
        about = naming.told(here.fact)
        return say(
            "The words behind entry {seq} are marked below. {about}",
            seq=f"{here.seq:,}",
            about=naming.stop(about),
        )
    n = len(stated)
    if not n:
        return say(
            "{what} is kept, and no fact of the record rests on it at these dates.", what=what
        )
    facts = say("fact of the record rests") if n == 1 else say("facts of the record rest")
    return say(
        "{n} {facts} on words of {what}{what2}. Each is marked below.",
        n=n,
        facts=facts,
        what=what[0].lower(),
        what2=what[1:],
    )


def _notice(filed: DocumentFiled) -> str:
    if filed.standing == "summary":
        return summary_notice(filed)
    return OWN_FORM_NOTICE if filed.standing == "own-form" else ""


def _crumbs(look: Look, filed: DocumentFiled) -> tuple[Link, ...]:
    name = naming.body_words(filed.institution)
    return (
        Link(label=say("Bodies"), url=look.url("/bodies/")),
        Link(label=name, url=look.url(f"/bodies/{filed.institution}/")),
    )


def _aside(look: Look, filed: DocumentFiled, stated: Sequence[Version]) -> tuple[Aside, ...]:
    summary = filed.standing == "summary"
    dated = in_words(filed.published) if filed.published else say("Not in our sources")
    facts = [
        Item(
            label=say("Written by"),
            words=say("Answerable: our summary") if summary else _publisher(filed),
        ),
        Item(label=say("Date of the original") if summary else say("Published"), words=dated),
    ]
    places: list[Link] = []
    if filed.about and filed.about.startswith(("https://", "http://")):
        places.append(Link(label=say("The original, on another site"), url=filed.about))
    parts = [Aside(title=say("What this is"), facts=tuple(facts), links=tuple(places))]
    used = tuple(dict.fromkeys(_used(look, version) for version in stated[:MOST_USED]))
    more = len(stated) - MOST_USED
    rest = say("And {more:,} more: each is marked in the words.", more=more) if more > 0 else ""
    if used:
        parts.append(
            Aside(title=say("What rests on it"), links=used, paragraphs=(rest,) if rest else ())
        )
    return tuple(parts)


def _publisher(filed: DocumentFiled) -> str:
    return naming.body_words(filed.publisher) if filed.publisher else say("Not in our sources")


def _used(look: Look, version: Version) -> Link:
    path = f"/documents/{version.fact.source.doc}/" if version.fact.source else "/"
    words = "#words" if version.fact.quote else ""
    url = look.url(f"{path}?entry={version.seq}{words}")
    return Link(label=naming.told(version.fact), url=url)


def _path(sha: str, part: str) -> str:
    return f"/documents/{sha}/{part}/"
