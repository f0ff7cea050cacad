"""Verdicts of an installation: the terms on the record, the figures held, and what follows.

A verdict is worked out here and then recorded; it is never typed. Members of one family,
of one body or of several, are judged together by the rule that was fixed with it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from answerable.evidence.cases import Body, Case, CaseRefused
from answerable.evidence.judgement import judge_all
from answerable.evidence.protocol import AlphaTable, Protocol, digest
from answerable.evidence.verdicts import Judgement, Method
from answerable.ledger.book import Receipt
from answerable.ledger.register import Register, Version
from answerable.operations import access
from answerable.operations.measures import evidence, opinions
from answerable.operations.measures.evidence_files.alphas import alpha_table
from answerable.operations.measures.evidence_files.coverages import coverage_table
from answerable.operations.measures.families import Family, family_named
from answerable.operations.recording import book
from answerable.scrutiny.plans.plans import ALONE
from answerable.store.reads import registers
from answerable.vocabulary.access import Actor
from answerable.vocabulary.documents import Source
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import ProtocolFixed, VerdictGiven
from answerable.vocabulary.measures import Measure
from answerable.vocabulary.refusal import Refusal
from answerable.vocabulary.times import Period, day

ENGINES: Mapping[Method, str] = {
    "comparative_its": "comparative-its/1",
    "single_its": f"{ALONE}/1",
}
SIGNIFICANT = ".9g"


class NothingFixed(Refusal):
    """A verdict was asked for without terms that were fixed beforehand."""

    code = "nothing_fixed"


@dataclass(frozen=True)
class Terms:
    """A protocol as it stands in the record: its registration, with the family it names."""

    fact: ProtocolFixed
    protocol: Protocol
    peers: tuple[str, ...]
    family: Family
    entry: Version


def terms(register: Register, *, measure: Measure, body: str) -> Terms | None:
    """What was fixed beforehand for a measure of a body, or None.

    Refuses terms whose recorded hash is another: then they are not those that were fixed.
    """
    stream = evidence.stream_of(measure.id, body)
    found = register.versions_of(ProtocolFixed, stream=stream)
    entry = max(found, key=lambda v: (v.fact.valid.start, v.recorded_from), default=None)
    fact = entry.fact if entry else None
    if entry is None or not isinstance(fact, ProtocolFixed):
        return None
    if fact.action_date is None or measure.direction == "neutral":
        return None
    protocol, family = protocol_of(fact, measure, body), family_named(register, fact)
    if fact.protocol_sha256 not in (None, protocol_digest(fact, protocol, body, family)):
        raise NothingFixed(
            f"The terms of {measure.id} for {body} are not those whose hash was recorded. Look "
            "at the history of the measure: its definition or its family may have changed since."
        )
    return Terms(fact, protocol, fact.peers or (), family, entry)


def protocol_of(fact: ProtocolFixed, measure: Measure, body: str) -> Protocol:
    """What recorded terms mean for a measure of a body; of several looks, the last."""
    chosen, looks = fact.selection or (), fact.looks or ()
    return Protocol(
        action=day(fact.action_date or ""),
        direction="increase" if measure.direction == "increase" else "decrease",
        kind=measure.kind,
        washout=fact.wash_out or 0,
        selection=(day(chosen[0]), day(chosen[1])) if len(chosen) == 2 else None,
        minimum_change=float(fact.minimum_change or measure.minimum_important_change),
        alpha=float(fact.alpha) if fact.alpha else None,
        looks=len(looks) or 1,
        look_at=looks[-1] if looks else None,
        breaks=tuple(b.begins for b in measure.breaks_for(body)),
        sha256=fact.protocol_sha256,
    )


def protocol_digest(fact: ProtocolFixed, protocol: Protocol, body: str, family: Family) -> str:
    """The hash of everything fixed beforehand, with the family and its rule."""
    return digest(
        protocol,
        measure=fact.measure or "",
        body=body,
        peers=fact.peers or (),
        family=family.members,
        family_rule=family.rule,
    )


def judge(
    register: Register, *, measure: Measure, body: str, on: date, look_at: int | None = None
) -> Judgement | None:
    """The verdict by the terms that were fixed beforehand; None where there are none.

    Months that a check stopped count as missing. A definition overdue for review on that day is
    not judged. With several looks: that of `look_at` months, else the latest look for which
    figures are held, so that a verdict at one look is not changed by the next.
    """
    fixed = terms(register, measure=measure, body=body)
    if fixed is None:
        return None
    alphas = alpha_table()
    own = _case(fixed, measure, body, on, look_at)
    cases = [own]
    pending = 0
    for name, of in fixed.family.members:
        if (name, of) == (measure.id, body):
            continue
        other = evidence.measure_named(name)
        also = terms(_record_of(of, register), measure=other, body=of)
        named = also is not None and also.family.same(fixed.family)
        case = _case(also, other, of, on, look_at) if also is not None and named else None
        if case is not None and _can_be_read(case, alphas):
            cases.append(case)
        else:
            pending += 1
    return judge_all(
        cases,
        family_rule=fixed.family.rule,
        alphas=alphas,
        coverages=coverage_table(),
        pending=pending,
    )[0]


def _record_of(body: str, register: Register) -> Register:
    """What every reader sees of another body of a family, at the same dates.

    Never more than that: else a verdict would hang on who asks for it.
    """
    if body == register.institution:
        return register
    return registers.register(body, valid=register.valid, known=register.known, said=register.said)


def _case(
    fixed: Terms, measure: Measure, body: str, on: date, look_at: int | None
) -> tuple[Case, Protocol]:
    target = opinions.numbers(measure, body)
    protocol = replace(
        fixed.protocol,
        definition_reviewed=not measure.review.overdue(on=on),
        look_at=_look(fixed, target, look_at),
    )
    peers = tuple(opinions.numbers(measure, peer) for peer in fixed.peers)
    return Case(measure.id, target, peers), protocol


def _look(fixed: Terms, target: Body, asked: int | None) -> int | None:
    """The look that is taken: as asked, else the latest whose last month is held."""
    looks = fixed.fact.looks or ()
    if len(looks) < 2 or asked is not None:
        return asked if asked in looks else fixed.protocol.look_at
    action = fixed.protocol.action
    held = max(target.series.dates, default=action)
    # Periods are months or quarters: the last one begins this many months after the action.
    months = 12 * (held.year - action.year) + held.month - action.month + 1
    washed = months - (fixed.fact.wash_out or 0)
    return max((look for look in looks if look <= washed), default=looks[0])


def _can_be_read(case: tuple[Case, Protocol], alphas: AlphaTable) -> bool:
    """Are there figures at all? What comes later in the family waits for its own."""
    try:
        judge_all([case], alphas=alphas)
    except CaseRefused:
        return False
    return True


def record_verdict(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None = None,
    institution: str,
    measure: str,
    on: date,
    said: str | None = None,
) -> Receipt:
    """Work out the verdict of a measure and record it, with its interval and what would show.

    The entry refers to the terms that it was given by.
    """
    access.require(by, "judge", about=institution)
    known = evidence.measure_named(measure)
    told = _told(known, institution, on)

    def decide(register: Register) -> list[Fact]:
        found = judge(register, measure=known, body=institution, on=on)
        fixed = terms(register, measure=known, body=institution)
        if found is None or fixed is None:
            raise nothing_fixed(measure, institution)
        return [
            VerdictGiven(
                institution=institution,
                stream=evidence.stream_of(measure, institution),
                valid=Period(on),
                ref=fixed.entry.entry_id,
                said=said,
                source=Source(kind="record"),
                quote=told.get(found.sentence, found.sentence),
                measure=measure,
                verdict=found.verdict,
                effect=_text(found.effect),
                low=_text(found.interval_low),
                high=_text(found.interval_high),
                detectable=_text(found.smallest_detectable_effect),
                engine=ENGINES[found.method],
            )
        ]

    return book().append(about=institution, decide=decide, by=by, at=at, key=key, seen=seen)


def given(register: Register, *, measure: str, body: str) -> Sequence[Version]:
    """Every verdict on the record, the first first: one at a look is not changed by the next."""
    return register.versions_of(VerdictGiven, stream=evidence.stream_of(measure, body))


def _told(measure: Measure, body: str, on: date) -> dict[str, str]:
    """The sentence of the verdict as it stands now, and the same with what a second method says.

    That takes seconds, so it is asked before the record is held for writing.
    """
    found = judge(registers.register(body, valid=on), measure=measure, body=body, on=on)
    if found is None or found.effect is None:
        return {}
    second = opinions.words(opinions.asked(measure, body, found))
    return {found.sentence: f"{found.sentence} {second}"}


def nothing_fixed(measure: str, body: str) -> NothingFixed:
    """Why there can be no verdict yet."""
    return NothingFixed(
        f"No protocol was fixed for {measure} of {body}. Fix it before the figures are loaded, "
        "else a verdict cannot count as fixed beforehand."
    )


def _text(number: float | None) -> str | None:
    return None if number is None else format(number, SIGNIFICANT)
