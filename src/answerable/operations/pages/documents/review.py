"""What a machine read and waits for a person: the queue.

A reading is not public before somebody confirms it, so readers see only that it waits.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from answerable.operations import access, examples
from answerable.operations.documents import publication_day, repeats, running_text
from answerable.operations.pages import forms
from answerable.operations.pages.documents import answering, put_aside, queue_chosen
from answerable.operations.pages.documents.unread import Unread, unread
from answerable.operations.pages.documents.waiting import (
    IN_RUNNING_TEXT,
    RESIDUE,
    address,
    called,
    heading,
    in_document,
    in_running_text,
    kind_words,
    notice,
    rule_words,
    titles,
)
from answerable.operations.pages.forms import Field
from answerable.operations.pages.look import Look
from answerable.operations.pages.naming import body_words
from answerable.operations.pages.paging import Pages, pages
from answerable.operations.pages.parts import Aside, Item, Link, Page, Section, SectionsPage
from answerable.reading.precision import Precision
from answerable.scrutiny.phrases import times
from answerable.store.papers import review
from answerable.store.papers.review import Candidate
from answerable.vocabulary.language import marked, say, say_many
from answerable.vocabulary.times import in_words as times_words

A_PAGE = 20
TITLE = marked("What a machine read, waiting for a person")


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """One candidate in the queue."""

    url: str
    quote: str
    heading: str
    kind: str
    in_document: str
    document: str
    page: str
    rule: str
    confidence: str
    answered: str
    again: str
    stands: str
    state: str


@dataclass(frozen=True, kw_only=True)
class QueuePage(Page):
    """What waits, chosen by document and kind."""

    candidates: tuple[Waiting, ...]
    others: Link | None
    filters: tuple[Field, ...]
    chosen: tuple[Link, ...]
    residue: Unread
    pages: Pages | None
    action: str = "/review/"


def may_review(look: Look) -> bool:
    """Has the reader chosen an office that confirms readings?"""
    return access.may(look.actor, "accept")


def closed(look: Look, *, here: bool) -> SectionsPage:
    """For readers: how many wait, and nothing of what they say. `here`: on this machine."""
    n = len([c for c in review.waiting() if c.kind != RESIDUE])
    waiting = {0: "No reading waits", 1: "1 reading waits"}.get(n, f"{n:,} readings wait")
    choose = Section(
        title=say("To confirm readings"),
        links=(Link(label=say("Choose a governance office"), url="/roles/?next=/review/"),),
    )
    shown = forms.read_only(look, title=TITLE, more=choose if here else None)
    return replace(
        shown,
        sentence=say(
            "{waiting} for a person. What a machine read is not public before an office "
            "has confirmed it.",
            waiting=waiting,
        ),
    )


def queue(
    look: Look, *, document: str = "", kind: str = "", number: int = 1, done: str = ""
) -> QueuePage:
    """What waits, in the order of each document."""
    named, whole = titles(look), called(look)
    every = [c for c in review.waiting() if c.document in named]
    here = [c for c in every if document in ("", c.document)]
    mine, answered = queue_chosen.in_order(look, here, kind)
    found = [*mine, *answered]
    count = max(-(-len(found) // A_PAGE), 1)
    number = min(max(number, 1), count)
    part = found[(number - 1) * A_PAGE : number * A_PAGE]
    known, often = examples.precision(), repeats.times(here)
    apart = running_text.apart(part)
    left = unread(here, named, whole=bool(document))
    return QueuePage(
        title=TITLE,
        area="review",
        sentence=queue_chosen.sentence(
            [c for c in here if c not in answered], kind, mine, answered=len(answered)
        ),
        banner=forms.acting(look),
        as_at=look.as_at(),
        notice=notice(done),
        candidates=tuple(
            _waiting(
                look,
                c,
                whole,
                known,
                kind,
                said=often.get(repeats.key(c) or (), 1),
                stands=in_running_text() if c.id in apart else "",
            )
            for c in part
        ),
        others=queue_chosen.others(here, kind, document),
        filters=queue_chosen.filters(every, named, document=document, kind=kind),
        chosen=queue_chosen.taken(named, document=document, kind=kind),
        residue=left,
        places=_places(mine, left),
        pages=pages(
            label=say("Pages of readings"),
            number=number,
            count=count,
            url=lambda n: queue_chosen.queue_url(document=document, kind=kind, page=str(n)),
        ),
        aside=(
            *_these(found, whole, kind),
            *_this_document(document),
            Aside(
                title=say("Documents"),
                actions=(Link(label=say("Hand in a report"), url="/review/hand-in/"),),
                links=(
                    Link(label=say("Import an action log"), url="/import/"),
                    Link(label=say("Reports on record"), url="/reports/"),
                ),
            ),
            Aside(
                title=say("Who confirms"),
                paragraphs=(
                    forms.who(look.actor),
                    say("Nothing enters the record before a person accepts it."),
                ),
                links=(Link(label=say("Act as somebody else"), url="/roles/?next=/review/"),),
            ),
        ),
    )


def _places(found: Sequence[Candidate], left: Unread) -> tuple[Link, ...]:
    """The parts of the page, for a keyboard."""
    waits = Link(label=say("What waits ({count:,})", count=len(found)), url="#waits")
    unread_ = Link(label=say("Passages that nothing has read"), url="#unread")
    return (waits, *((unread_,) if left.first else ()))


def _these(found: Sequence[Candidate], named: Mapping[str, str], kind: str) -> tuple[Aside, ...]:
    """Of findings of running text: the way to put those of each document aside at once."""
    shas = dict.fromkeys(c.document for c in found) if kind == IN_RUNNING_TEXT else ()
    if not shas:
        return ()
    return (
        Aside(
            title=say("These findings"),
            paragraphs=(say("Look at each first: one of them may be a finding that counts."),),
            links=tuple(
                Link(
                    label=say("Put those of “{title}” aside", title=named[sha]),
                    url=put_aside.address(sha, kind),
                )
                for sha in shas
            ),
        ),
    )


def _this_document(document: str) -> tuple[Aside, ...]:
    """Who published the chosen document, on which day, and how a wrong day is put right."""
    held = publication_day.filed(document) if document else None
    if held is None:
        return ()
    day, publisher = held.fact.get("published"), held.fact.get("publisher")
    told = []
    if (own := publication_day.own(document)) and own.day != day:
        told.append(say("The document itself says “{words}”.", words=own.words))
    if day and (n := len(publication_day.others(document, day))):
        told.append(
            say_many(
                "{count} entry of this document was confirmed under another day of publication "
                "and keeps it. Put it right by itself.",
                "{count} entries of this document were confirmed under another day of "
                "publication and keep it. Put each right by itself.",
                n,
            )
        )
    return (
        Aside(
            title=say("This document"),
            links=(
                Link(
                    label=say("Put all of it aside"),
                    url=put_aside.address(document),
                ),
            ),
            facts=(
                Item(
                    label=say("Published"),
                    words=times_words(day) if day else say("No day was given."),
                ),
                Item(
                    label=say("Published by"),
                    words=body_words(publisher) if publisher else say("Nobody was named."),
                ),
            ),
            paragraphs=(
                *told,
                say(
                    "The days of its findings and the time for the reply count from it. If it "
                    "is wrong, hand the same file in again with the right day."
                ),
            ),
        ),
    )


def _waiting(
    look: Look,
    found: Candidate,
    named: Mapping[str, str],
    known: Mapping[str, Precision],
    kind: str,
    *,
    said: int,
    stands: str,
) -> Waiting:
    """One line; `said`: how often the document says the same; `stands`: where, if apart."""
    quote = found.record["quote"]
    return Waiting(
        url=address(str(found.record["id"]), kind),
        quote=quote["exact"],
        heading=heading(found),
        kind=kind_words(found.kind),
        in_document=in_document(found),
        document=named[found.document],
        page=say("page {quote}", quote=quote["page"]) if quote.get("page") else "",
        rule=rule_words(found.rule),
        confidence=known.get(found.rule, Precision(0, 0)).words(),
        answered=_answered(look, found),
        again=say("The document says it {times}: decided once.", times=times(said))
        if said > 1
        else "",
        stands=stands,
        state=found.state,
    )


def _answered(look: Look, found: Candidate) -> str:
    """Whether two read it, it waits for the second, or for who settles what they answered."""
    if not found.readings:
        return say("Two people confirm this.") if answering.two(look, found) else ""
    if len(found.readings) == 1:
        return say("One reader has answered; it waits for a second.")
    return say("Two readers differ; somebody settles it.")
