"""The days of a reply: of its clock, of its steps, and what runs beside it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from answerable.ledger.register import Version
from answerable.operations import installation
from answerable.operations.pages.parts import Cell, Table
from answerable.operations.pages.proof import Proof
from answerable.scrutiny import phrases
from answerable.scrutiny.clocks import Window
from answerable.scrutiny.replies.responses import (
    NOT_HELD,
    StatutoryResponse,
    StepTaken,
)
from answerable.vocabulary.facts import ResponseStepTaken
from answerable.vocabulary.language import say


def dates(found: StatutoryResponse, proof: Proof) -> Table:
    """When the report came out, when the period ends, and what was sent and published."""
    last = phrases.on_day(found.window.last_day) if found.window else say("no law sets one")
    firsts = (e.finding.first for e in (*found.explanations, *found.others))
    begun = (v for v in firsts if v.fact.valid.start == found.published)
    out = next((s.version for s in found.steps if s.step.key == "published"), None)
    letter = found.letter.fact.valid.start if found.letter else None
    return Table(
        caption=say("Dates, each apart"),
        head=(say("What"), say("Date")),
        rows=(
            (say("Report published"), _day(found.published, next(begun, None), proof)),
            (say("Last day of the period"), last),
            (say("Date of the letter"), _day(letter, found.letter, proof)),
            (say("Comments published"), _day(found.comments_published, out, proof)),
        ),
    )


def _day(day: date | None, version: Version | None, proof: Proof) -> Cell:
    """A day that a source states, with the way to its words; else that none is held."""
    link = proof.link(version) if version else None
    return Cell(
        words=phrases.on_day(day) if day else NOT_HELD, url=link.url if day and link else ""
    )


def steps(every: Sequence[StepTaken], proof: Proof) -> Table:
    """Each step of the duty, with the day on which it was taken."""
    return Table(
        caption=say("Steps of the duty"),
        head=(say("Step"), say("On record")),
        rows=tuple((taken.step.words, _taken(taken, proof)) for taken in every),
    )


def _taken(taken: StepTaken, proof: Proof) -> Cell:
    if taken.version is None:
        return Cell(words=phrases.start(NOT_HELD))
    fact = taken.version.fact
    link = proof.link(taken.version)
    told = []
    if isinstance(fact, ResponseStepTaken):
        told = [w for w in (fact.text, fact.address) if w]
        told += [say("proof kept: {sha}", sha=sha[:12]) for sha in fact.digests or ()]
    return Cell(
        words=phrases.on_day(fact.valid.start),
        url=link.url if link else "",
        note="; ".join(told),
    )


def beside(window: Window | None) -> tuple[str, ...]:
    """The pre-election periods; in a record of one's own none that the demonstration made up."""
    if window is None:
        return ()
    own = installation.installed() is not None
    told = tuple(p for p in window.pre_election if not (own and p.invented))
    return replace(window, pre_election=told).beside
