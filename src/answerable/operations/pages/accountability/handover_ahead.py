"""What lies ahead of a newcomer: sessions in the plan, parts of partners, statements that wait."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice

from answerable.ledger.register import Register, Version
from answerable.operations.pages import naming
from answerable.publishing.packs.content import PackLine, PackPart
from answerable.scrutiny import phrases
from answerable.scrutiny.accountability.partners import Shared, shared
from answerable.scrutiny.claims import claim_cases
from answerable.scrutiny.claims.claim_cases import ClaimCase
from answerable.scrutiny.sessions import forward_plan
from answerable.scrutiny.sessions.forward_plan import Session
from answerable.vocabulary.language import say
from answerable.vocabulary.regimes import Names
from answerable.vocabulary.times import in_words

MOST = 50


@dataclass(frozen=True, slots=True)
class Ahead:
    """Sessions, parts of partners and statements that a newcomer meets, each at most `MOST`."""

    sessions: tuple[Session, ...] = ()
    shared: tuple[Shared, ...] = ()
    waiting: tuple[ClaimCase, ...] = ()

    @property
    def versions(self) -> Iterator[Version]:
        """The facts of which something is told."""
        for session in self.sessions:
            yield from filter(None, (session.planned, *(c.version for c in session.changes)))
        for one in self.shared:
            yield from filter(None, (one.joined, one.answer, *one.item.versions))
        for case in self.waiting:
            yield case.made


def ahead(register: Register, *, on: date, names: Names) -> Ahead:
    """What lies ahead on a record at a day."""
    coming = (s for s in forward_plan.sessions(register) if s.waiting and s.day >= on)
    return Ahead(
        tuple(islice(coming, MOST)), shared(register, names=names)[:MOST], _waiting(register)
    )


def parts(found: Ahead) -> tuple[PackPart, ...]:
    """Three parts; each says so where nothing of its kind is on record."""
    return (
        PackPart(
            title=say("Sessions in the forward plan"),
            key="sessions",
            lines=tuple(
                PackLine(label=f"{s.title}, {in_words(s.date)}", words=s.words)
                for s in found.sessions
            ),
            absent="" if found.sessions else say("No session is planned on this record."),
        ),
        PackPart(
            title=say("Shared with partners"),
            key="partners",
            lines=tuple(_shared(one) for one in found.shared),
            absent="" if found.shared else say("No shared action is on this record."),
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
                for case in found.waiting
            ),
            absent="" if found.waiting else say("None."),
        ),
    )


def _waiting(register: Register) -> tuple[ClaimCase, ...]:
    """Checks that were begun and are not public; what was only said asks nothing of anybody."""
    found = claim_cases.listing(register)
    begun = (
        made
        for state in ("checked", "confirmed", "notified", "replied")
        for made in found.inside(state)
    )
    return tuple(found.case(made) for made in islice(begun, MOST))


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
