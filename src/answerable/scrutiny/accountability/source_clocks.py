"""The period that a source other than an inspection gives to answer a finding, as a regime has it.

The regime's file names the law and the days; the day from which they run is the finding's own.
An export says no such day, so the end of the period is then said to be unknown.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from answerable.ledger.register import Register, Version
from answerable.scrutiny.phrases import number, on_day, plural, start
from answerable.vocabulary.escalation import FindingSource
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import FindingPublished, ResponseGiven
from answerable.vocabulary.finding_kinds import asks
from answerable.vocabulary.language import say

INSPECTION = "inspection"


@dataclass(frozen=True, slots=True)
class SourceClock:
    """The clock of one finding. `starts` None: the day from which it runs is not held.

    `last_day` None: no period is on record for the source, or the start is not held.
    """

    source: FindingSource
    starts: date | None
    last_day: date | None
    answered: Version | None = None

    def sentence(self, on: date) -> str:
        """When an answer is due and by which law; a date, never “late” or “in breach”."""
        if self.source.answer_days is None:
            return say("{clock}.", clock=start(self.source.clock))
        days, law = self.source.answer_days, self.source.law or self.source.clock
        if self.last_day is None or self.starts is None:
            return say(
                "{days} days to answer ({law}). The day from which they run is not in our "
                "sources, so the last day is unknown.",
                days=days,
                law=law,
            )
        last = on_day(self.last_day)
        runs = say(
            "{days} days {counted} {day}, the day on our record; {law}",
            days=days,
            counted=say("beginning with") if self.source.counts_first_day else say("from"),
            day=on_day(self.starts),
            law=law,
        )
        if self.answered is not None:
            day = on_day(self.answered.fact.valid.start)
            return say(
                "Answered on {day}; the last day was {last} ({runs}).",
                day=day,
                last=last,
                runs=runs,
            )
        left = (self.last_day - on).days
        if left < 0:
            return say(
                "The period to answer ended on {last} ({runs}). No answer is on our record.",
                last=last,
                runs=runs,
            )
        if left == 0:
            return say("The last day to answer is today ({runs}).", runs=runs)
        return say(
            "{left} left: answer due {last} ({runs}).",
            left=start(f"{number(left)} {plural('day', left)}"),
            last=last,
            runs=runs,
        )


def source_clock(
    register: Register, finding: Fact, *, sources: tuple[FindingSource, ...]
) -> SourceClock | None:
    """The clock of a finding that inspectors did not publish; None for theirs and for an action,
    and for practice, which asks for no answer.

    Theirs is the law on comments, which is about the whole report (`clocks`, `responses`).
    """
    if not isinstance(finding, FindingPublished) or not asks(finding.kind):
        return None
    origin = finding.origin or INSPECTION
    source = next((s for s in sources if s.key == origin), None)
    if source is None or origin == INSPECTION:
        return None
    starts = starts_on(finding, source)
    said = register.versions_of(ResponseGiven, stream=finding.stream)
    return SourceClock(source, starts, ends_on(starts, source), next(iter(said), None))


def starts_on(finding: Fact, source: FindingSource) -> date | None:
    """The day from which a period runs; None for a row of an export, which says none."""
    exported = f"{source.key}/{finding.institution}/recommendation/"
    return None if finding.stream.startswith(exported) else finding.valid.start


def ends_on(starts: date | None, source: FindingSource) -> date | None:
    """The last day of the source's period to answer, where both are held."""
    if source.answer_days is None or starts is None:
        return None
    return starts + timedelta(days=source.answer_days - source.counts_first_day)


def running(
    register: Register, *, sources: tuple[FindingSource, ...]
) -> tuple[tuple[Version, SourceClock], ...]:
    """Findings with a last day to answer and no answer on record, in the record's order."""
    found = (
        (v, source_clock(register, v.fact, sources=sources))
        for v in register.versions_of(FindingPublished)
    )
    return tuple(
        (v, clock) for v, clock in found if clock and clock.last_day and not clock.answered
    )
