"""Money of a body by state: what a source says of each amount, and never a sum of two states.

A budget is not a payment: amounts of different states stand apart, in the order in which money
moves. Where somebody speaks of money and our sources hold no figure, the page says so.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from answerable.ledger.register import Register, Version
from answerable.operations import access, catalogue
from answerable.operations.pages import acts, naming, whose
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
from answerable.scrutiny import phrases
from answerable.scrutiny.stated_day import stated_day
from answerable.vocabulary.facts import ClaimMade, FindingPublished, MoneyStated
from answerable.vocabulary.language import marked, say
from answerable.vocabulary.money import MoneyState

RULE = marked(
    "Each amount stands in the state that its source gives it. "
    "Amounts of different states are never added, and what stands in "
    "one state may be the same money as in another."
)
NONE = marked("No sum of money is in our sources.")
NO_FIGURE = marked("No figure in our sources.")
NOT_CLEAR = marked("State not clear")
A_PAGE, LINES = 50, 25
MEANS = {
    MoneyState.BUDGETED: marked("set aside in a budget"),
    MoneyState.APPROVED: marked("approved to be spent"),
    MoneyState.ALLOCATED: marked("given to somebody’s use"),
    MoneyState.AWARDED: marked("granted to somebody"),
    MoneyState.RECEIVED: marked("said by the recipient to have come"),
    MoneyState.PAID: marked("said to have been paid out"),
    MoneyState.CUT: marked("taken away again"),
    MoneyState.RETURNED: marked("given back"),
}
ADVERSE = (MoneyState.CUT, MoneyState.RETURNED)
"""States in which money was taken back: a body may want to say why."""
_PLACE: dict[str | None, int] = {state.value: n for n, state in enumerate(MoneyState)}
_CURRENCIES = {"GBP": "£"}


@dataclass(frozen=True, kw_only=True)
class MoneyPage(SectionsPage):
    """Sections by state, then lines in several states, then what is said without a figure."""

    sources: tuple[SourceItem, ...] = ()
    pages: Pages | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """One amount as one source states it, in words, with the source."""

    state: str
    line: str
    amount: str
    period: str
    words: str
    against: tuple[Link, ...]
    version: Version
    sources: tuple[SourceItem, ...]
    proof: Link | None


def money(look: Look, body: str, *, number: int = 1, written: int | None = None) -> MoneyPage:
    """The page of a body, or of the institution that it holds to account."""
    institution = whose.institution_of(body)
    register = look.register(institution)
    proof = Proof(look, register)
    every = _ordered(register)
    count = max(1, -(-len(every) // A_PAGE))
    number = min(max(number, 1), count)
    shown = _told(proof, every[(number - 1) * A_PAGE : number * A_PAGE])
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
            *_by_state(shown),
            *_by_line(shown, institution),
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


def stated(look: Look, institution: str) -> tuple[Stated, ...]:
    """Every amount in the order of its state, then of its date."""
    register = look.register(institution)
    return _told(Proof(look, register), _ordered(register))


def _line(version: Version) -> str | None:
    return version.fact.line if isinstance(version.fact, MoneyStated) else None


def _ordered(register: Register) -> list[Version]:
    return register.once(
        "money in order", lambda: sorted(register.versions_of(MoneyStated), key=_order)
    )


def _told(proof: Proof, versions: Iterable[Version]) -> tuple[Stated, ...]:
    return tuple(_stated(version, proof) for version in versions)


def _order(version: Version) -> tuple[int, date, int]:
    """By state, in the order in which money moves; without a state last; then by date."""
    place = _PLACE.get(getattr(version.fact, "state", None), len(_PLACE))
    return place, version.fact.valid.start, version.seq


def _stated(version: Version, proof: Proof) -> Stated:
    fact = version.fact
    state = fact.get("state")
    withheld = "amount" in version.withheld
    return Stated(
        state=state.capitalize() if state else NOT_CLEAR,
        line=fact.get("line") or fact.stream,
        amount=say("Withheld")
        if withheld
        else amount_words(fact.get("amount"), fact.get("currency")),
        period=fact.get("period") or say("Not in our sources"),
        words=_words(fact.get("purpose"), fact.get("payer"), fact.get("recipient")),
        against=tuple(
            Link(
                label=ref.rpartition("/")[0].rpartition("/")[2].replace("-", " ").capitalize()
                + f" {ref.rpartition('/')[2]}",
                url=proof.look.url(f"/findings/{ref}/"),
            )
            for ref in fact.get("about") or ()
            if proof.register.versions_of(FindingPublished, stream=ref)
        ),
        version=version,
        sources=proof.items((version,)),
        proof=proof.link(version),
    )


def amount_words(amount: str | None, currency: str | None) -> str:
    """“£538,496.32”; without a number, that there is none.

    >>> amount_words("1000000", "GBP"), amount_words(None, "GBP")
    ('£1,000,000', 'No figure in our sources.')
    """
    try:
        number = Decimal(amount or "")
    except InvalidOperation:
        return NO_FIGURE
    sign = _CURRENCIES.get(currency or "", "")
    after = "" if sign or not currency else f" {currency}"
    return f"{sign}{number:,.2f}{after}".replace(".00", "") if number.is_finite() else NO_FIGURE


def line_words(name: str) -> str:
    """A line of money as people write it.

    >>> line_words("crime-fund-2025-26")
    'Crime fund 2025/26'
    """
    head, _, year = name.rpartition("-")
    if year.isdigit() and head[-4:].isdigit():
        return phrases.start(f"{head.replace('-', ' ')}/{year}")
    return phrases.start(name.replace("-", " "))


def _words(purpose: str | None, payer: str | None, recipient: str | None) -> str:
    bodies = catalogue.bodies()
    named = [bodies[who].name if who and who in bodies else who for who in (payer, recipient)]
    way = [say("from {named}", named=named[0])] if named[0] else []
    way += [say("to {named}", named=named[1])] if named[1] else []
    parts = [naming.stop(purpose) if purpose else say("What for is not in our sources.")]
    if way:
        parts.append(naming.stop(phrases.start(" ".join(way))))
    return " ".join(parts)


def _by_state(told: tuple[Stated, ...]) -> tuple[Section, ...]:
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
                        _source(one),
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
    rest = ", ".join(link.label for link in one.against[1:])
    return Cell(
        words=one.against[0].label,
        url=one.against[0].url,
        note=say("and {rest}", rest=rest) if rest else "",
    )


def _source(one: Stated) -> Cell:
    cell = (
        Cell(words=one.proof.label, url=one.proof.url)
        if one.proof
        else Cell(words=say("Not in our sources"))
    )
    if one.state.lower() not in ADVERSE:
        return cell
    return cell_with_redress(cell, one.version, about=f"{one.state}: {one.amount}")


def _by_line(told: tuple[Stated, ...], institution: str) -> tuple[Section, ...]:
    """Lines of money of which sources state more than one step."""
    lines: dict[str, list[Stated]] = defaultdict(list)
    for one in told:
        lines[one.line].append(one)
    several = {name: ones for name, ones in lines.items() if len({o.state for o in ones}) > 1}
    return tuple(
        Section(
            title=say("One line in several states: {name}", name=name.replace("-", " ")),
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
                        _source(one),
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
        "names of money", lambda: list(dict.fromkeys(n for v in every if (n := _line(v))))
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
    return (Aside(title=say("Record what happened"), links=(link,), screen=True),)


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
        streams = {_line(v) or v.fact.stream for v in every}
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
