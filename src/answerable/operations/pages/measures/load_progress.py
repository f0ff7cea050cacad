"""Load figures, last step: how far a long load is, and what was loaded."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from answerable.ledger.book import Receipt
from answerable.ledger.register import Version
from answerable.operations.measures import evidence
from answerable.operations.measures.upload_runs import Far
from answerable.operations.measures.uploads import Asked
from answerable.operations.pages.forms import acting
from answerable.operations.pages.look import ZONE, Look
from answerable.operations.pages.measures import load_figures
from answerable.operations.pages.naming import body_words
from answerable.operations.pages.parts import Aside, FormError, Link, Page, Section, SectionsPage
from answerable.vocabulary.facts import ObservationsLoaded
from answerable.vocabulary.language import say

EVERY = 3
"""Seconds after which the page asks again by itself."""


@dataclass(frozen=True, kw_only=True)
class LoadProgressPage(Page):
    """How far; `refresh` is in seconds, 0 for never."""

    refresh: int
    doing: str
    onward: tuple[Link, ...]


def written(sha: str, query: Mapping[str, str], receipt: Receipt) -> str:
    """Where it is said what was loaded."""
    told = urlencode({"first": receipt.first, "count": receipt.count})
    return f"{load_figures.address(sha, query, 'done/')}&{told}"


def progress(
    look: Look, sha: str, query: Mapping[str, str], far: Far, *, key: str, by_itself: bool
) -> LoadProgressPage:
    """At work, refused, or stopped before it was noted."""
    asked = load_figures.asked(query)
    here = load_figures.address(sha, query, "progress/", key=key)
    onward = [Link(label=say("Look at the table again"), url=load_figures.address(sha, query))]
    if far.at_work:
        onward = [Link(label=say("Ask again now"), url=here)]
        if by_itself:
            onward.append(Link(label=say("Stop asking by itself"), url=f"{here}&still=1"))
    return LoadProgressPage(
        title=say("The figures are being loaded") if far.at_work else say("Nothing was loaded"),
        area="bodies",
        sentence=_sentence(far),
        banner=acting(look, asked.body),
        as_at=look.as_at(),
        crumbs=(Link(label=load_figures.TITLE, url=load_figures.ADDRESS),),
        errors=(FormError(words=far.refused.sentence),) if far.refused else (),
        refresh=EVERY if far.at_work and by_itself else 0,
        doing=far.doing if far.at_work else "",
        onward=tuple(onward),
        aside=(
            Aside(
                title=say("You may close this page"),
                paragraphs=(
                    say(
                        "The load goes on. If the machine stops before it is noted, load the "
                        "same table again: what was kept already is not kept twice."
                    ),
                ),
            ),
        ),
    )


def _sentence(far: Far) -> str:
    if far.refused:
        return far.refused.sentence
    if far.begun is None:
        return say("This load ended before it was noted on the record.")
    return say("Begun at {time}.", time=f"{far.begun.astimezone(ZONE):%H:%M:%S}")


def done(look: Look, asked: Asked, *, first: int, count: int) -> SectionsPage:
    """What was loaded, from its entry."""
    measure = evidence.measure_named(asked.measure)
    entry = _entry(look, asked)
    fact = entry.fact if entry else None
    words = say("These figures were on the record already; nothing was written.")
    if count and isinstance(fact, ObservationsLoaded):
        words = say(
            "{rows} figures are loaded and {rejects} rows or cells were left out.",
            rows=f"{fact.rows or 0:,}",
            rejects=f"{fact.rejects or 0:,}",
        )
    number = entry.seq if entry else first
    return SectionsPage(
        title=say("The figures are loaded"),
        area="bodies",
        sentence=words,
        banner=acting(look, asked.body),
        as_at=look.as_at(),
        crumbs=(Link(label=load_figures.TITLE, url=load_figures.ADDRESS),),
        sections=(
            Section(
                title=say("Where to go on"),
                links=(
                    Link(
                        label=f"{measure.title}: {body_words(asked.body)}",
                        url=f"/measures/{measure.id}/{asked.body}/",
                    ),
                    Link(label=say("Every body of this measure"), url=f"/measures/{measure.id}/"),
                    Link(label=say("Its entry"), url=f"/history/entry/{number}/"),
                    Link(label=say("Load more figures"), url=load_figures.ADDRESS),
                ),
            ),
        ),
    )


def _entry(look: Look, asked: Asked) -> Version | None:
    """The newest load of the measure on this record."""
    stream = evidence.stream_of(asked.measure, asked.body)
    found = look.register(asked.body).versions_of(ObservationsLoaded, stream=stream)
    return max(found, key=lambda version: version.seq, default=None)
