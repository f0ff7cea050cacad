"""Offices of a body and who held them, in order; what was open when an office changed hands.

What was open is the institution's, not a person's: nothing is counted by holder. Where sources
give dates that differ, all of them stand side by side.
"""

from dataclasses import dataclass
from datetime import date

from answerable.ledger.register import Register, Version
from answerable.operations import catalogue
from answerable.operations.pages import naming, whose
from answerable.operations.pages.look import Look, banner
from answerable.operations.pages.parts import (
    Aside,
    Cell,
    Link,
    Row,
    Section,
    SectionsPage,
    SourceItem,
    Table,
)
from answerable.operations.pages.proof import Proof
from answerable.scrutiny import phrases
from answerable.scrutiny.accountability import memory
from answerable.scrutiny.accountability.memory import OfficeMemory, Term
from answerable.scrutiny.standing import Progress
from answerable.scrutiny.tenures import UNKNOWN, Stated
from answerable.vocabulary.language import marked, say
from answerable.vocabulary.times import in_words

NOT_KNOWN = marked("Not in our sources")
OPEN = marked("Open means that our sources do not say that it was closed by that day.")
NO_COUNTS = marked(
    "What was open is listed for the institution on a day. It is no "
    "account of a person, and nothing is counted by person."
)


@dataclass(frozen=True, kw_only=True)
class PeoplePage(SectionsPage):
    """Two sections for each office: its holders, and what stood open when it changed hands."""

    sources: tuple[SourceItem, ...] = ()


def people(look: Look, body: str) -> PeoplePage:
    """The offices of a body; of an institution, also those of the body that oversees it."""
    institution = whose.institution_of(body)
    register = look.register(institution)
    proof = Proof(look, register)
    told = _offices(register, body, institution)
    name = naming.body_words(body)
    disputed = any(term.holding.disputed for office in told for term in office.terms)
    return PeoplePage(
        title=say("Who held office: {name}", name=name),
        area="bodies",
        sentence=_sentence(told, disputed=disputed),
        banner=banner(institution),
        past=look.past(),
        as_at=look.as_at(),
        crumbs=(
            Link(label=say("Bodies"), url=look.url("/bodies/")),
            Link(label=name, url=look.url(f"/bodies/{body}/")),
        ),
        sections=tuple(
            section
            for office in told
            for section in (_holders(office, proof), _changes(office, look))
        ),
        sources=proof.items(_behind(told)),
        aside=(
            Aside(title=say("How to read this"), paragraphs=(NO_COUNTS,)),
            Aside(
                title=say("Look closer"),
                links=(
                    Link(label=say("What was asked for"), url=look.url(f"/bodies/{institution}/")),
                    Link(label=say("Money"), url=look.url(f"/money/{institution}/")),
                ),
            ),
        ),
    )


def _offices(register: Register, body: str, institution: str) -> tuple[OfficeMemory, ...]:
    names = catalogue.names_of(institution, on=register.valid)
    found = (
        memory.memory(register, office=office, tenures=catalogue.tenures(), names=names)
        for office in memory.offices(register)
    )
    return tuple(o for o in found if o.terms and body in (institution, o.body))


def _sentence(told: tuple[OfficeMemory, ...], *, disputed: bool) -> str:
    if not told:
        return say("Who held office here is not in our sources.")
    latest = [
        f"{office.title or office.office}: {office.terms[-1].holding.person}" for office in told
    ]
    words = say("The latest in our sources. {values}.", values="; ".join(latest))
    return (
        say("{words} Sources differ on some dates; all of them stand below.", words=words)
        if disputed
        else words
    )


def _holders(office: OfficeMemory, proof: Proof) -> Section:
    title = office.title or office.office
    return Section(
        title=title,
        id=office.office,
        table=Table(
            caption=say(
                "{title}: holders in order, each date as its source states it", title=title
            ),
            head=(say("Holder"), say("How"), say("From"), "To", say("Source")),
            rows=tuple(
                (
                    term.holding.person,
                    term.holding.holding.capitalize(),
                    _dates(term.holding.begins),
                    _dates(term.holding.ends),
                    _source(term, proof),
                )
                for term in office.terms
            ),
        ),
    )


def _dates(dates: tuple[Stated, ...]) -> Cell:
    """Every date that a source gives, side by side."""
    stated = list(dict.fromkeys(s.words for s in dates))
    if not stated:
        return Cell(words=UNKNOWN.capitalize())
    return Cell(
        words=stated[0],
        note=say("also: {values}", values=", ".join(stated[1:])) if stated[1:] else "",
    )


def _source(term: Term, proof: Proof) -> Cell:
    links = proof.links(s.version for s in (*term.holding.begins, *term.holding.ends))
    if not links:
        return Cell(words=NOT_KNOWN)
    rest = ", ".join(link.label for link in links[1:])
    return Cell(
        words=links[0].label, url=links[0].url, note=say("and {rest}", rest=rest) if rest else ""
    )


def _changes(office: OfficeMemory, look: Look) -> Section:
    """What was open in the institution on the days on which the office changed hands."""
    days = sorted(
        {
            (day, kind, _stated(dates, day)): items
            for term in office.terms
            for day, kind, dates, items in (
                (term.began, "began", term.holding.begins, term.open_at_start),
                (term.ended, "ended", term.holding.ends, term.open_at_end),
            )
            if day is not None
        }.items(),
        key=lambda pair: pair[0],
    )
    return Section(
        title=say(
            "{title}: what was open when the office changed hands",
            title=office.title or office.office,
        ),
        id=f"{office.office}-open",
        paragraphs=(OPEN,),
        rows=tuple(
            Row(
                title=say("A term {kind}: {words}", kind=kind, words=words),
                sentence="" if items else say("Nothing on our record was open on that day."),
                links=tuple(_link(item, look) for item in items),
            )
            for (_, kind, words), items in days
        ),
        absent="" if days else say("No day on which it changed hands is in our sources."),
    )


def _stated(dates: tuple[Stated, ...], day: date) -> str:
    """The day that is looked at; where the source gives less than a day, which one is read."""
    words = in_words(day.isoformat())
    if any(s.date == day.isoformat() for s in dates):
        return words
    given = ", ".join(dict.fromkeys(in_words(s.date) for s in dates))
    return say("{given} (looked at on {words})", given=given, words=words)


def _link(item: Progress, look: Look) -> Link:
    kind = item.kind.replace("-", " ").capitalize()
    words = phrases.start(item.text) if item.text else say("its words are not in our sources")
    return Link(
        label=naming.short(f"{kind} {item.number or ''}".strip() + f": {words}"),
        url=look.url(f"/findings/{item.reference}/"),
    )


def _behind(told: tuple[OfficeMemory, ...]) -> tuple[Version, ...]:
    return tuple(
        stated.version
        for office in told
        for term in office.terms
        for stated in (*term.holding.begins, *term.holding.ends)
    )
