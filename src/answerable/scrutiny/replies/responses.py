"""The statutory response: its dates, and what is recorded for each recommendation.

Police Act 1996 s.55: comments within 56 days beginning with the day of publication, with an
explanation for each recommendation (DOMAIN 4). Three dates are kept apart (letter, published,
sent). The page states dates only; it never says “late” or “in breach”.
"""

from dataclasses import dataclass
from datetime import date

from answerable.ledger.register import Register, Version
from answerable.scrutiny.accountability.finding_sources import by_inspectors
from answerable.scrutiny.clocks import Window, window
from answerable.scrutiny.matter import report_of
from answerable.scrutiny.phrases import on_day, plural
from answerable.scrutiny.progress import findings
from answerable.scrutiny.replies.response_steps import LETTER, taken
from answerable.scrutiny.standing import Progress
from answerable.vocabulary.facts import ResponseGiven
from answerable.vocabulary.finding_kinds import AFI, CAUSE, RECOMMENDATION, family
from answerable.vocabulary.language import marked, say
from answerable.vocabulary.regimes import Label, Regime

NOT_HELD = marked("not in our sources")


@dataclass(frozen=True)
class Explanation:
    """What is recorded as the answer to one recommendation."""

    finding: Progress
    version: Version | None

    @property
    def number(self) -> str:
        """The number that the report gives it; else the one under which the register holds it."""
        return _number(self.finding)

    @property
    def words(self) -> str:
        """The answer's text; or that no source of ours has one."""
        text = self.version.fact.get("text") if self.version else None
        return text or say("Explanation: {not_held}.", not_held=NOT_HELD)


@dataclass(frozen=True)
class StepTaken:
    """A step of the duty, and the fact that says it was taken; None: not in our sources."""

    step: Label
    version: Version | None


@dataclass(frozen=True)
class StatutoryResponse:
    """The response to one report, as the register's dates show it."""

    report: str
    published: date | None
    window: Window | None
    letter: Version | None
    comments_published: date | None
    explanations: tuple[Explanation, ...]
    steps: tuple[StepTaken, ...]
    sentence: str
    versions: tuple[Version, ...]
    others: tuple[Explanation, ...] = ()
    """Causes of concern, then areas for improvement: a reply may speak of them too."""

    @property
    def explained(self) -> int:
        """For how many recommendations an explanation is held."""
        return sum(1 for e in self.explanations if e.version)

    @property
    def complete(self) -> bool:
        """Is every step and every recommendation on record? False says nothing of the law."""
        whole = bool(self.explanations) and self.explained == len(self.explanations)
        return whole and all(s.version for s in self.steps)

    @property
    def completeness(self) -> str:
        """“Explanations held for 3 of 9 recommendations.”"""
        n = len(self.explanations)
        return say(
            "Explanations held for {explained} of {n} {recommendations}.",
            explained=self.explained,
            n=n,
            recommendations=plural("recommendation", n),
        )


def response(
    register: Register, *, report: str, regime: Regime, clock: str = "comments-on-report"
) -> StatutoryResponse:
    """The response to a report, by the report's part of its references.

    Steps are `ResponseStepTaken` facts in the stream `response/<report>`; the letter is such a
    step, else the `ResponseGiven` that names the law; explanations stand in the recommendations'
    streams. What inspectors did not publish has no clock of this law.
    """
    every = findings(register, names=regime.names)
    found = sorted((f for f in every if report_of(f.reference) == report), key=by_number)
    published = min((f.first.fact.valid.start for f in found), default=None)
    inspected = not found or any(by_inspectors(f.first.fact) for f in found)
    has_clock = inspected and any(c.id == clock for c in regime.clocks)
    running = (
        window(regime=regime, clock=clock, starts=published, applies_to=register.institution)
        if has_clock and published
        else None
    )
    stages = taken(register, report)
    duty = regime.duty(regime.clock(clock).duty) if has_clock else None
    steps = tuple(StepTaken(step, stages.get(step.key)) for step in (duty.steps if duty else ()))
    letters = [
        v
        for v in register.versions_of(ResponseGiven)
        if v.fact.get("law") and report_of(v.fact.stream) == report
    ]
    letter = stages.get(LETTER.key) or min(letters, key=lambda v: v.fact.valid.start, default=None)
    out = stages.get("published")
    comments = out.fact.valid.start if out else None
    explanations = tuple(Explanation(f, _answer(f)) for f in found if f.kind == RECOMMENDATION)
    behind = list({v.entry_id: v for v in (letter, *stages.values()) if v}.values())
    behind += [e.version for e in explanations if e.version]
    return StatutoryResponse(
        report=report,
        published=published,
        window=running,
        letter=letter,
        comments_published=comments,
        explanations=explanations,
        steps=steps,
        sentence=_sentence(letter, running, comments, on=register.valid),
        versions=tuple(behind),
        others=tuple(
            Explanation(f, _answer(f))
            for kind in (CAUSE, AFI)
            for f in found
            if family(f.kind) == kind
        ),
    )


def by_number(finding: Progress) -> tuple[str, int, str]:
    """Findings of a report in the order of the report, whichever was put right last."""
    number = _number(finding)
    return finding.kind, int(number) if number.isdecimal() else 0, number


def _number(finding: Progress) -> str:
    tail = finding.reference.rpartition("/")[2]
    return finding.number or (tail if tail.isdecimal() else "")


def _answer(finding: Progress) -> Version | None:
    given = [v for v in finding.versions if isinstance(v.fact, ResponseGiven)]
    return given[-1] if given else None


def _sentence(
    letter: Version | None, running: Window | None, comments: date | None, *, on: date
) -> str:
    dated = (
        say("Letter dated {day}.", day=on_day(letter.fact.valid.start))
        if letter
        else (say("Date of a letter: {not_held}.", not_held=NOT_HELD))
    )
    clock = f" {running.sentence(on)}" if running else ""
    when = on_day(comments) if comments else NOT_HELD
    return say(
        "{dated}{clock} Date of publication of comments: {when}.",
        dated=dated,
        clock=clock,
        when=when,
    )
