"""Offices of a body and who held them, in order; what was open when an office changed hands.

What was open is the institution's, not a person's: nothing is counted by holder. Where sources
give dates that differ, all of them stand side by side.
"""

from dataclasses import dataclass

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
from answerable.operations.pages.proof import Proof, redress_urls
from answerable.operations.pages.record.rectified import rectified
from answerable.scrutiny import phrases
from answerable.scrutiny.accountability import memory
from answerable.scrutiny.accountability.memory import Moment, OfficeMemory, Term
from answerable.scrutiny.grades import grades
from answerable.scrutiny.standing import Progress
from answerable.scrutiny.tenures import UNKNOWN, Stated
from answerable.vocabulary.facts import FindingPublished
from answerable.vocabulary.language import marked, say
from answerable.vocabulary.times import in_words

NOT_KNOWN = marked("Not in our sources")
OPEN = marked(
    "Open means that our sources do not say that it was closed by that day. A better grade "
    "since is no closing, and is said beside it. Where sources differ on a day, each of their "
    "days stands."
)
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
            for section in (_holders(office, proof), _changes(office, proof))
        ),
        sources=proof.items(_behind(told)),
        rectified=rectified(look, register, _behind(told)),
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
    return Cell(words=links[0].label, url=links[0].url, more=links[1:])


def _changes(office: OfficeMemory, proof: Proof) -> Section:
    """What was open in the institution on the days on which the office changed hands.

    Where sources differ on a day, each of their days stands, with the sources that give it.
    """
    moments = sorted((m for term in office.terms for m in term.moments), key=lambda m: m.day)
    rows: list[Row] = []
    for before, moment in zip((None, *moments), moments, strict=False):
        rows.append(_change(moment, before, proof))
    return Section(
        title=say(
            "{title}: what was open when the office changed hands",
            title=office.title or office.office,
        ),
        id=f"{office.office}-open",
        paragraphs=(OPEN,),
        rows=tuple(rows),
        absent="" if rows else say("No day on which it changed hands is in our sources."),
    )


def _change(moment: Moment, before: Moment | None, proof: Proof) -> Row:
    """One day; a list that is the same as on the day before it is not written twice."""
    same = before is not None and bool(moment.open) and _same(moment, before)
    told = _by_then(moment, proof)
    if before is not None and same:
        sentence = say("The same as on {day}.", day=in_words(before.day.isoformat()))
    else:
        sentence = "" if moment.open else say("Nothing on our record was open on that day.")
    return Row(
        title=say("A term {kind}: {words}", kind=moment.kind, words=_stated(moment)),
        sentence=sentence,
        note="" if before and same and told == _by_then(before, proof) else told,
        links=(
            *proof.links(s.version for s in moment.stated),
            *(() if same else (_link(item, proof.look) for item in moment.open)),
        ),
        **redress_urls(moment.open[0].first if moment.open else None, proof.look),
    )


def _same(one: Moment, other: Moment) -> bool:
    return [i.reference for i in one.open] == [i.reference for i in other.open]


def _by_then(moment: Moment, proof: Proof) -> str:
    """The latest grades by that day: a grade is no closing, and a reader should know both."""
    if not moment.open:
        return ""
    asked = (i.first.fact for i in moment.open)
    themes = dict.fromkeys(f.theme for f in asked if isinstance(f, FindingPublished))
    by_then = (
        [g for g in grades(proof.register, theme=theme) if g.on <= moment.day]
        for theme in themes
        if theme
    )
    told = [
        say(
            "{question} {value} in the report of {day}",
            question=found[-1].question,
            value=found[-1].value,
            day=phrases.on_day(found[-1].on),
        )
        for found in by_then
        if found
    ]
    return say("The latest grade by then: {values}.", values="; ".join(told)) if told else ""


def _stated(moment: Moment) -> str:
    """The date as stated; where it is less than a day, which day is looked at."""
    finest = moment.stated[0].date
    day = moment.day.isoformat()
    coarser = list(dict.fromkeys(s.words for s in moment.stated if s.date != finest))
    if coarser:
        return say("{words} (also: {values})", words=in_words(finest), values=", ".join(coarser))
    if finest == day:
        return in_words(finest)
    return say("{given} (looked at on {words})", given=in_words(finest), words=in_words(day))


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
