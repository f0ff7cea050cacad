"""What lies ahead of a newcomer: sessions in the plan, parts of partners, statements that wait."""

from datetime import date

from answerable.ledger.register import Register
from answerable.operations.pages import naming
from answerable.publishing.packs.content import PackLine, PackPart
from answerable.scrutiny import phrases
from answerable.scrutiny.accountability.partners import Shared, shared
from answerable.scrutiny.claims import claim_cases
from answerable.scrutiny.claims.claim_cases import ClaimCase
from answerable.scrutiny.sessions import forward_plan
from answerable.vocabulary.language import say
from answerable.vocabulary.regimes import Names
from answerable.vocabulary.times import in_words

MOST = 50


def ahead(register: Register, *, on: date, names: Names) -> tuple[PackPart, ...]:
    """Three parts; each says so where nothing of its kind is on record."""
    coming = [s for s in forward_plan.sessions(register) if s.waiting and s.day >= on][:MOST]
    waiting = _waiting(register)
    parts = shared(register, names=names)[:MOST]
    return (
        PackPart(
            title=say("Sessions in the forward plan"),
            key="sessions",
            lines=tuple(
                PackLine(label=f"{s.title}, {in_words(s.date)}", words=s.words) for s in coming
            ),
            absent="" if coming else say("No session is planned on this record."),
        ),
        PackPart(
            title=say("Shared with partners"),
            key="partners",
            lines=tuple(_shared(one) for one in parts),
            absent="" if parts else say("No shared action is on this record."),
        ),
        PackPart(
            title=say("Statements whose check is not public yet"),
            key="statements",
            lines=tuple(
                PackLine(
                    label=phrases.on_day(case.made.fact.valid.start),
                    words=f"“{case.made.fact.quote or say('Withheld')}” "
                    f"{claim_cases.WORDS[case.state]}.",
                )
                for case in waiting
            ),
            absent="" if waiting else say("None."),
        ),
    )


def _waiting(register: Register) -> list[ClaimCase]:
    """Checks that were begun and are not public; what was only said asks nothing of anybody."""
    found = claim_cases.listing(register)
    begun = (
        made
        for state in ("checked", "confirmed", "notified", "replied")
        for made in found.inside(state)
    )
    return [found.case(made) for made in begun][:MOST]


def _shared(one: Shared) -> PackLine:
    said = one.answer.fact.get("text") if one.answer else None
    told = (
        say("It said: {words}", words=naming.stop(str(said)))
        if said
        else say("It has not answered on this record.")
    )
    return PackLine(
        label=naming.body_words(one.partner),
        words=f"{naming.stop(one.part or say('Its part is not in our sources'))} {told} "
        f"{naming.stop(naming.short(one.item.text or say('Words not in our sources')))}",
    )
