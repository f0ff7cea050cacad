"""The statutory response and the stages before publication: recorded step by step, dates apart."""

import hashlib
from collections.abc import Sequence
from datetime import date, datetime

from answerable.ledger.book import Receipt
from answerable.ledger.register import Register
from answerable.operations import access, catalogue
from answerable.operations.plans import evidence_kept
from answerable.operations.quoting import LONGEST, typed
from answerable.operations.record import grounds
from answerable.operations.recording import book
from answerable.scrutiny.accountability.finding_sources import by_inspectors
from answerable.scrutiny.plans.plans import NotPossible
from answerable.scrutiny.replies import held_explanations, response_steps, stages
from answerable.store.papers import documents
from answerable.store.reads import registers
from answerable.vocabulary.access import Actor
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import FindingPublished
from answerable.vocabulary.identity import reference as checked
from answerable.vocabulary.regimes import Label

CLOCK = "comments-on-report"


class NoSuchReport(NotPossible):
    """A report of which the record holds no finding."""

    code = "no_such_report"


def institution_of(report: str) -> str:
    """The institution whose register holds a finding of a report, or a refusal."""
    under = f"{checked(report)}/"
    for institution in registers.institutions():
        published = registers.history(institution).of_types(FindingPublished)
        if any(v.fact.stream.startswith(under) for v in published):
            return institution
    raise NoSuchReport(
        f"The record holds no finding of a report “{report[:80]}”. Look it up on the page of "
        "the body."
    )


def published_on(report: str) -> date:
    """The day on which the first finding of a report was published, as the record holds it."""
    published = registers.history(institution_of(report)).of_types(FindingPublished)
    mine = (v.fact for v in published if v.fact.stream.startswith(f"{report}/"))
    return min(fact.valid.start for fact in mine)


def steps(institution: str, *, on: date) -> tuple[Label, ...]:
    """What can be recorded of a response under the institution's regime, in order."""
    return response_steps.steps_of(_duty(institution, on))


def duty_of(register: Register, report: str) -> tuple[Label, ...]:
    """The steps in law of the reply to a report; none where it is not one of the inspectors."""
    firsts = [f for f in register.of(FindingPublished) if f.stream.startswith(f"{report}/")]
    if firsts and not any(map(by_inspectors, firsts)):
        return ()
    return tuple(_duty(register.institution, register.valid))


def take_step(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None,
    report: str,
    step: str,
    on: date,
    address: str = "",
    files: Sequence[bytes] = (),
    text: str = "",
) -> Receipt:
    """A step of the response was taken on a day; `files` show it, such as the published page."""
    institution = institution_of(report)
    access.require(by, "take_step", about=institution)
    words = typed(text, what="words of the step") if text.strip() else ""
    if len(address) > LONGEST:
        raise NotPossible("That address is too long to be one. Copy it again.")
    for data in files:
        evidence_kept.kind_of(data)
    digests = tuple(dict.fromkeys(documents.keep(data) for data in files))

    def decide(register: Register) -> list[Fact]:
        published = [
            f.valid.start
            for f in register.of(FindingPublished)
            if f.stream.startswith(f"{report}/")
        ]
        if not published:
            raise NoSuchReport(
                f"No finding of the report “{report[:80]}” stands on the record today. Look it up "
                "on the page of the body."
            )
        taken = response_steps.take_step(
            register,
            report=report,
            step=step,
            on=on,
            published=min(published),
            duty=_duty(institution, on),
            address=address.strip(),
            digests=digests,
            text=words,
        )
        out = step == response_steps.PUBLISHED
        return [*taken, *(held_explanations.release(register, report, on=on) if out else ())]

    return book().append(about=institution, decide=decide, by=by, at=at, key=key, seen=seen)


def reach_stage(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None,
    institution: str,
    report: str,
    stage: str,
    on: date,
) -> Receipt:
    """A stage before publication was reached. It is restricted, the report's name with it."""
    access.require(by, "reach_stage", about=institution)
    token = hashlib.sha256(f"{by.body}/{key}".encode()).hexdigest()[:16]

    def decide(register: Register) -> list[Fact]:
        return stages.reach_stage(register, report=report.strip(), stage=stage, on=on, token=token)

    receipt = book().append(about=institution, decide=decide, by=by, at=at, key=key, seen=seen)
    held = grounds.after(grounds.BEFORE_PUBLICATION, grounds.STAGE_DAYS, on=at.date())
    grounds.state_grounds(
        receipt, lambda _: held, about=institution, by=by, at=at, key=key, on=at.date()
    )
    return receipt


def release_stages(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None,
    institution: str,
    report: str,
    on: date,
    published_as: str = "",
) -> Receipt:
    """The report is out: the dates of its stages become public. It cannot be called back.

    `published_as`: the reference that it has on the record, where that is not `report`.
    """
    access.require(by, "reach_stage", about=institution)

    def decide(register: Register) -> list[Fact]:
        return stages.release(register, report=report, on=on, published_as=published_as)

    return book().append(about=institution, decide=decide, by=by, at=at, key=key, seen=seen)


def _duty(institution: str, on: date) -> Sequence[Label]:
    regime = catalogue.regime_of(institution, on=on)
    if not any(c.id == CLOCK for c in regime.clocks):
        return ()
    duty = regime.duty(regime.clock(CLOCK).duty)
    return duty.steps if duty else ()
