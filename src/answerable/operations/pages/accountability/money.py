"""Money of a body by state: what a source says of each amount, and never a sum of two states.

A budget is not a payment: amounts of different states stand apart, in the order in which money
moves. Where somebody speaks of money and our sources hold no figure, the page says so.
"""

from collections import defaultdict
from dataclasses import dataclass

from answerable.ledger.register import Register, Version
from answerable.operations import access
from answerable.operations.pages import acts, naming, whose
from answerable.operations.pages.accountability.money_stated import (
    ADVERSE,
    MEANS,
    NO_FIGURE,
    NONE,
    NOT_CLEAR,
    RULE,
    Stated,
    line_of,
    line_words,
    ordered,
    told,
)
from answerable.operations.pages.look import Look, banner
from answerable.operations.pages.paging import Pages, pages
from answerable.operations.pages.parts import (
    Aside,
    Cell,
    Link,
    Section,
    SectionsPage,
    SourceItem,
    Table,
)
from answerable.operations.pages.proof import Proof, cell_with_redress
from answerable.operations.pages.record.rectified import rectified
from answerable.scrutiny.stated_day import stated_day
from answerable.vocabulary.facts import ClaimMade
from answerable.vocabulary.language import say
from answerable.vocabulary.money import MoneyState

A_PAGE, LINES = 50, 25


@dataclass(frozen=True, kw_only=True)
class MoneyPage(SectionsPage):
    """Sections by state, then lines in several states, then what is said without a figure."""

    sources: tuple[SourceItem, ...] = ()
    pages: Pages | None = None


def money(look: Look, body: str, *, number: int = 1, written: int | None = None) -> MoneyPage:
    """The page of a body, or of the institution that it holds to account."""
    institution = whose.institution_of(body)
    register = look.register(institution)
    proof = Proof(look, register)
    every = ordered(register)
    count = max(1, -(-len(every) // A_PAGE))
    number = min(max(number, 1), count)
    shown = told(proof, every[(number - 1) * A_PAGE : number * A_PAGE])
    unfigured = _without_figure(register)
    behind = (*(t.version for t in shown), *unfigured)
    name = naming.body_words(institution)
    return MoneyPage(
        title=say("Money: {name}", name=name),
        area="bodies",
        sentence=register.once("money in a sentence", lambda: _sentence(every, unfigured)),
        banner=banner(institution),
        past=look.past(),
        as_at=look.as_at(),
        crumbs=(
            Link(label=say("Bodies"), url=look.url("/bodies/")),
            Link(label=name, url=look.url(f"/bodies/{institution}/")),
        ),
        alternates=(
            Link(label=say("Data (CSV)"), url=look.url(f"/data/money.csv?body={institution}")),
        ),
        sections=(
            *_by_state(shown, look),
            *_by_line(shown, institution, look),
            *_all_lines(look, register, every, number),
            _said_without(unfigured, proof),
        ),
        sources=proof.items(behind),
        rectified=rectified(look, register, (t.version for t in shown)),
        pages=pages(
            label=say("Pages of amounts"),
            number=number,
            count=count,
            url=lambda n: look.url(f"/money/{institution}/?page={n}"),
        ),
        notice=acts.recorded(written),
        aside=(
            Aside(title=say("How to read this"), paragraphs=(RULE,)),
            *_record(look, institution),
            Aside(
                title=say("Look closer"),
                links=(
                    Link(label=say("What was asked for"), url=look.url(f"/bodies/{institution}/")),
                    Link(label=say("Who held office"), url=look.url(f"/people/{institution}/")),
                ),
            ),
        ),
    )


def _by_state(told: tuple[Stated, ...], look: Look) -> tuple[Section, ...]:
    states: dict[str, list[Stated]] = defaultdict(list)
    for one in told:
        states[one.state].append(one)
    return tuple(
        Section(
            title=state,
            id=state.lower().replace(" ", "-"),
            paragraphs=(_means(state),),
            table=Table(
                caption=say("{state}: each amount by its source", state=state),
                head=(
                    say("Amount"),
                    say("Period"),
                    say("What for"),
                    say("Against"),
                    say("Source"),
                ),
                rows=tuple(
                    (
                        one.amount,
                        one.period,
                        one.words,
                        _against(one),
                        _source(one, look),
                    )
                    for one in ones
                ),
                numeric=(0,),
            ),
        )
        for state, ones in states.items()
    )


def _means(state: str) -> str:
    if state == NOT_CLEAR:
        return say("The source’s verb does not say which state it is in. Read its words.")
    return f"{state}: {MEANS[MoneyState(state.lower())]}."


def _against(one: Stated) -> Cell:
    if not one.against:
        return Cell(words=say("No finding named"))
    first, *more = one.against
    return Cell(words=first.label, url=first.url, more=tuple(more))


def _source(one: Stated, look: Look) -> Cell:
    cell = (
        Cell(words=one.proof.label, url=one.proof.url)
        if one.proof
        else Cell(words=say("Not in our sources"))
    )
    if one.state.lower() not in ADVERSE:
        return cell
    return cell_with_redress(cell, one.version, about=f"{one.state}: {one.amount}", look=look)


def _by_line(told: tuple[Stated, ...], institution: str, look: Look) -> tuple[Section, ...]:
    """Lines of money of which sources state more than one step."""
    lines: dict[str, list[Stated]] = defaultdict(list)
    for one in told:
        lines[one.line].append(one)
    several = {name: ones for name, ones in lines.items() if len({o.state for o in ones}) > 1}
    return tuple(
        Section(
            title=say("One line in several states: {name}", name=line_words(name)),
            id=f"line-{name}",
            paragraphs=(
                say("The steps that sources state, by date. They are not parts of a sum."),
            ),
            links=(Link(label=say("From pound to proof"), url=f"/money/{institution}/{name}/"),),
            table=Table(
                caption=say("Each step as its source states it"),
                head=(say("Date"), say("State"), say("Amount"), say("What for"), say("Source")),
                rows=tuple(
                    (
                        stated_day(one.version.fact),
                        one.state,
                        one.amount,
                        one.words,
                        _source(one, look),
                    )
                    for one in sorted(ones, key=lambda o: o.version.fact.valid.start)
                ),
                numeric=(2,),
            ),
        )
        for name, ones in several.items()
    )


def _all_lines(
    look: Look, register: Register, every: list[Version], number: int
) -> tuple[Section, ...]:
    """Every line of money, each followed from pound to proof on a page of its own."""
    names = register.once(
        "names of money", lambda: list(dict.fromkeys(n for v in every if (n := line_of(v))))
    )
    begin = (number - 1) * LINES
    shown = names[begin : begin + LINES]
    if not shown:
        return ()
    return (
        Section(
            title=say("Each line from pound to proof"),
            id="lines",
            links=tuple(
                Link(
                    label=line_words(name),
                    url=look.url(f"/money/{register.institution}/{name}/"),
                )
                for name in shown
            ),
        ),
    )


def _record(look: Look, institution: str) -> tuple[Aside, ...]:
    if look.actor.is_public or not access.may(look.actor, "state_money", about=institution):
        return ()
    link = Link(label=say("Record an amount"), url=f"/money/{institution}/state/")
    return (Aside(title=say("Record what happened"), links=(link,)),)


def _without_figure(register: Register) -> tuple[Version, ...]:
    return register.once(
        "money without a figure",
        lambda: tuple(
            v
            for v in register.versions_of(ClaimMade)
            if isinstance(v.fact, ClaimMade) and v.fact.n is None and "funding" in _scope(v.fact)
        ),
    )


def _scope(fact: ClaimMade) -> str:
    return (fact.scope or "").lower()


def _said_without(found: tuple[Version, ...], proof: Proof) -> Section:
    return Section(
        title=say("Said without a figure"),
        id="no-figure",
        table=Table(
            caption=say("Statements about money that carry no sum"),
            head=(say("What was said"), say("Figure"), say("Source")),
            rows=tuple(
                (
                    version.fact.quote or naming.told(version.fact),
                    NO_FIGURE,
                    Cell(words=link.label, url=link.url) if link else say("Not in our sources"),
                )
                for version in found
                for link in (proof.link(version),)
            ),
        )
        if found
        else None,
        absent="" if found else say("Our sources hold no statement about money without a figure."),
    )


def _sentence(every: list[Version], unfigured: tuple[Version, ...]) -> str:
    if not every:
        first = NONE
    else:
        streams = {line_of(v) or v.fact.stream for v in every}
        many = (
            say("one line")
            if len(streams) == 1
            else say("{count} lines", count=f"{len(streams):,}")
        )
        first = say(
            "Our sources state amounts on {many} of money, each in its own state.", many=many
        )
        if not any(getattr(v.fact, "about", None) for v in every):
            first += say(" None of them is set against a finding by its source.")
    return (
        say("{first} Money is also spoken of without a figure.", first=first)
        if unfigured
        else first
    )
