"""The picture of a line of money: its steps from pound to proof, and where our sources stop."""

from collections.abc import Iterable

from answerable.ledger.register import Version
from answerable.operations.pages import naming
from answerable.operations.pages.accountability.money_stated import ADVERSE, line_words
from answerable.operations.pages.accountability.money_words import NOT_HELD, leads_to, mark_words
from answerable.operations.pages.measures.measure_told import Figure
from answerable.operations.pages.proof import Proof
from answerable.publishing.charts import MoneyMark, MoneyStep, money_chart
from answerable.scrutiny.accountability.funding import Step, Trace
from answerable.scrutiny.claims.claim_money import decimal
from answerable.vocabulary.facts import MoneyStated
from answerable.vocabulary.language import say
from answerable.vocabulary.money import MoneyState

MOST_NAMED = 2
"""So many purposes, findings or services of one step are named; the lines of the page name all."""


def figure(found: Trace, proof: Proof) -> Figure:
    """The steps that the record holds and those that lack; the lines of the page are its text.

    A state that no source gives is no gap: money need not be cut or given back. Only where there
    is no amount in any state is that said.
    """
    figured = [v for v in found.line.events if _amount(v) is not None]
    scaled = len(figured) > 1 and _alike(figured)
    institution = proof.register.institution
    drawn = money_chart(
        name="line",
        title=_title(found),
        subtitle=f"{line_words(found.line.name)}, {naming.body_words(institution)}",
        steps=tuple(_step(step, proof, scaled=scaled) for step in _shown(found)),
        note=_note(scaled=scaled, many=len(figured) > 1),
    )
    return Figure(
        title=drawn.title,
        subtitle=drawn.subtitle,
        sentence=drawn.sentence,
        wide=drawn.wide,
        narrow=drawn.narrow,
        csv_url=proof.look.url(f"/data/money.csv?body={institution}"),
    )


def _title(found: Trace) -> str:
    if any(gap not in list(MoneyState) for gap in found.gaps):
        return say("Where our sources follow this money, and where they do not")
    return say("Our sources follow this money to what came of it")


def _note(*, scaled: bool, many: bool) -> str:
    if scaled:
        return say("Each bar is one amount. Amounts of different states are never added.")
    if many:
        return say("The amounts are not of one period and currency, so none is drawn as a bar.")
    return ""


def _shown(found: Trace) -> tuple[Step, ...]:
    states = [step for step in found.steps if step.name in list(MoneyState)]
    if found.line.events:
        return tuple(step for step in found.steps if step.held or step not in states)
    none = Step(say("an amount in any state"), ())
    first = found.steps.index(states[0])
    rest = (step for step in found.steps[first:] if step not in states)
    return (*found.steps[:first], none, *rest)


def _step(step: Step, proof: Proof, *, scaled: bool) -> MoneyStep:
    if step.name in list(MoneyState):
        marks = [
            MoneyMark(
                mark_words(step, version),
                _amount(version) if scaled else None,
                back=step.name in ADVERSE,
            )
            for version in step.versions
        ]
        return MoneyStep(step.name, tuple(dict.fromkeys(marks)))
    told = [naming.short(leads_to(reference, proof).label) for reference in step.refs]
    told += [mark_words(step, version) for version in step.versions]
    named = [words for words in dict.fromkeys(told) if words != NOT_HELD]
    more = len(named) - MOST_NAMED
    if more > 0:
        named = [*named[:MOST_NAMED], say("and {many} more in the list below", many=more)]
    return MoneyStep(step.name, tuple(MoneyMark(words) for words in named))


def _amount(version: Version) -> float | None:
    """A figure that may be drawn: stated, above nothing, not withheld from this reader."""
    fact = version.fact
    if not isinstance(fact, MoneyStated) or "amount" in version.withheld:
        return None
    amount = decimal(fact.amount)
    return float(amount) if amount is not None and amount > 0 else None


def _alike(versions: Iterable[Version]) -> bool:
    """Are all of one known period and one currency? Else their lengths would say too much."""
    kinds = {(v.fact.get("period"), v.fact.get("currency") or "GBP") for v in versions}
    return len(kinds) == 1 and all(period for period, _ in kinds)
