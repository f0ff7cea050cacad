"""What a source states at one step of a line of money, in words, and where a step leads."""

from answerable.ledger.register import Version
from answerable.operations import catalogue
from answerable.operations.pages import naming
from answerable.operations.pages.accountability.money_stated import amount_words
from answerable.operations.pages.parts import Link
from answerable.operations.pages.proof import Proof
from answerable.scrutiny.accountability.funding import Step
from answerable.scrutiny.phrases import number, start
from answerable.scrutiny.stated_day import stated_day
from answerable.vocabulary.facts import MoneyStated, OutputStated, ServiceCommissioned
from answerable.vocabulary.language import marked, say
from answerable.vocabulary.money import MoneyState

NOT_HELD = marked("Not in our sources.")


def step_words(step: Step, version: Version) -> str:
    """“£60,000, 25 September 2025, to Anyshire Victim Care.”; of a purpose, what it is for."""
    fact = version.fact
    if step.name == "what it is for":
        return naming.stop(start(fact.get("purpose") or NOT_HELD))
    if isinstance(fact, MoneyStated):
        return naming.stop(f"{amount_on(version)}{_way(fact, payer=True)}")
    if isinstance(fact, ServiceCommissioned):
        on = stated_day(fact)
        return naming.stop(
            say("{title}, by {provider}, {on}", title=fact.title, provider=fact.provider, on=on)
        )
    if isinstance(fact, OutputStated):
        count = f" ({number(fact.n)} {fact.unit or ''})".rstrip() if fact.n else ""
        return naming.stop(f"{fact.text or NOT_HELD}{count}")
    return naming.stop(naming.told(fact))


def mark_words(step: Step, version: Version) -> str:
    """The same for a picture, which has less room: of an amount, only to whom it goes."""
    fact = version.fact
    if isinstance(fact, MoneyStated) and step.name != "what it is for":
        return f"{amount_on(version)}{_way(fact, payer=False)}"
    return naming.short(step_words(step, version))


def amount_on(version: Version) -> str:
    """“£60,000, 25 September 2025”; that it is withheld, or that there is no figure."""
    fact = version.fact
    withheld = "amount" in version.withheld
    amount = (
        say("Withheld") if withheld else amount_words(fact.get("amount"), fact.get("currency"))
    )
    return f"{amount}, {stated_day(fact)}"


def _way(fact: MoneyStated, *, payer: bool) -> str:
    bodies = catalogue.bodies()
    begin = "of money from" if fact.state == MoneyState.CUT else "from"
    ways = ((begin, fact.payer if payer else None), ("to", fact.recipient))
    named = {way: bodies[who].name if who in bodies else who for way, who in ways if who}
    return "".join(f", {way} {who}" for way, who in named.items())


def leads_to(reference: str, proof: Proof) -> Link:
    """The page of a measure, finding or action that a step names."""
    if reference in catalogue.measures():
        measure = catalogue.measures()[reference]
        url = proof.look.url(f"/measures/{measure.id}/{proof.register.institution}/")
        return Link(label=measure.title, url=url)
    held = proof.register.versions_of(stream=reference)
    label = naming.told(held[0].fact) if held else reference
    return Link(label=label, url=proof.look.url(f"/findings/{reference}/"))
