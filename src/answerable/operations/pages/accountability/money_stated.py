"""Amounts of money as their sources state them: in words, in order, each with its source."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from answerable.ledger.register import Register, Version
from answerable.operations import catalogue
from answerable.operations.pages import naming
from answerable.operations.pages.look import Look
from answerable.operations.pages.parts import Link, SourceItem
from answerable.operations.pages.proof import Proof
from answerable.scrutiny import phrases
from answerable.vocabulary.facts import FindingPublished, MoneyStated
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


def stated(look: Look, institution: str) -> tuple[Stated, ...]:
    """Every amount in the order of its state, then of its date."""
    register = look.register(institution)
    return told(Proof(look, register), ordered(register))


def line_of(version: Version) -> str | None:
    """The line of money that an amount belongs to; None where its source names none."""
    return version.fact.line if isinstance(version.fact, MoneyStated) else None


def ordered(register: Register) -> list[Version]:
    """Every amount by its state, then by its date; kept while the register stands."""
    return register.once(
        "money in order", lambda: sorted(register.versions_of(MoneyStated), key=_order)
    )


def told(proof: Proof, versions: Iterable[Version]) -> tuple[Stated, ...]:
    """The amounts in words, each with its source."""
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
        words=_words(
            fact.get("purpose"),
            fact.get("payer"),
            fact.get("recipient"),
            cut=state == MoneyState.CUT,
        ),
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


def _words(
    purpose: str | None, payer: str | None, recipient: str | None, *, cut: bool = False
) -> str:
    """What for, from whom to whom; what was cut comes from nobody: it was money from somebody."""
    bodies = catalogue.bodies()
    named = [bodies[who].name if who and who in bodies else who for who in (payer, recipient)]
    way = []
    if named[0]:
        way.append(
            say("of money from {named}", named=named[0])
            if cut
            else say("from {named}", named=named[0])
        )
    way += [say("to {named}", named=named[1])] if named[1] else []
    parts = [naming.stop(purpose) if purpose else say("What for is not in our sources.")]
    if way:
        parts.append(naming.stop(phrases.start(" ".join(way))))
    return " ".join(parts)
