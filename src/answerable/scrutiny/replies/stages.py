"""Stages before a report is published: dated, and restricted until somebody releases them.

Before publication not even the existence of a report is public, so the report's name stands in
the source of the fact, which is restricted with the rest, and never in a reference: the stream
is `stage/<token>`. The wording of a draft is never held here (DOMAIN 5.1).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from answerable.ledger.register import Register, Version
from answerable.scrutiny.phrases import on_day
from answerable.scrutiny.plans.plans import NotPossible
from answerable.scrutiny.sourced import Sourced
from answerable.vocabulary.access import Classification
from answerable.vocabulary.documents import Source
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import (
    FindingPublished,
    Reclassified,
    StageReached,
    Withdrawn,
)
from answerable.vocabulary.identity import reference
from answerable.vocabulary.language import marked, say
from answerable.vocabulary.times import Period

STAGES: Mapping[str, str] = {
    "debrief": marked("Hot debrief"),
    "draft_received": marked("Draft received"),
    "factual_accuracy_returned": marked("Factual accuracy returned"),
    "embargoed_copy": marked("Embargoed copy received"),
}
"""Stage -> its words, in their order; the next one is the publication."""

UNDER = "stage/"
_HELD_BACK = ("quote", "said", "source", "stage")


@dataclass(frozen=True)
class Coming:
    """A report on its way: the stages reached, in their order, and the findings if it is out."""

    report: str
    reached: tuple[Version, ...]
    held_back: tuple[Version, ...]
    published: date | None


def coming(register: Register) -> tuple[Coming, ...]:
    """Every report of which a stage is on record, as far as the reader of the register sees.

    `held_back` are the stages that only offices see: nobody has released them.
    """
    public = Classification.PUBLIC.value
    released = {
        v.fact.ref for v in register.versions_of(Reclassified) if v.fact.get("class") == public
    }
    found: dict[str, list[Version]] = {}
    for version in register.versions_of(StageReached):
        source = version.fact.source
        if version.fact.stream.startswith(UNDER) and source and source.about:
            found.setdefault(source.about, []).append(version)
    return tuple(
        Coming(
            report,
            tuple(sorted(reached, key=lambda v: (v.fact.valid.start, _order(v), v.seq))),
            tuple(v for v in reached if v.fact.classes and v.entry_id not in released),
            _published(register, report),
        )
        for report, reached in found.items()
    )


def reach_stage(
    register: Register, *, report: str, stage: str, on: date, token: str
) -> list[Fact]:
    """A stage was reached on a day. `token` names the stream and says nothing."""
    if stage not in STAGES:
        raise NotPossible(
            say(
                "“{stage}” is no stage. Use one of: {values}.",
                stage=stage[:40],
                values=", ".join(STAGES),
            )
        )
    report = reference(report)
    out = _published(register, report)
    if out is not None and on > out:
        raise NotPossible(
            say(
                "The report was published on {day}; a stage before that is not later.",
                day=on_day(out),
            )
        )
    held = next((c for c in coming(register) if c.report == report), None)
    for version in held.reached if held else ():
        if version.fact.get("stage") == stage:
            raise NotPossible(
                say(
                    "“{stages}” is on record for {day}. If that day is wrong, correct the entry.",
                    stages=STAGES[stage],
                    day=on_day(version.fact.valid.start),
                )
            )
    sourced = Sourced(source=Source(kind="record", about=report))
    return [
        StageReached(
            **sourced.envelope(register, stream=f"{UNDER}{token}", on=on),
            stage=stage,
            classes=dict.fromkeys(_HELD_BACK, Classification.RESTRICTED),
        )
    ]


def release(register: Register, *, report: str, on: date, published_as: str = "") -> list[Fact]:
    """The report is out: its stages become public. Refused before a finding of it is recorded.

    `published_as` is the reference that it was published under, where its stages were recorded
    under another: they are stated anew under that one, and the old entries are withdrawn.
    """
    held = next((c for c in coming(register) if c.report == report), None)
    if held is None:
        raise NotPossible(say("The record holds no stage of a report {report}.", report=report))
    name = published_as.strip() or report
    out = _published(register, reference(name))
    if out is None:
        raise NotPossible(
            say(
                "The record holds no published finding of that report, so its "
                "stages stay restricted. Record a finding first."
            )
        )
    if not held.held_back:
        raise NotPossible(say("The stages of that report are public already."))
    if late := [v for v in held.held_back if v.fact.valid.start > out]:
        raise NotPossible(
            say(
                "That report was published on {day}, and a stage is on record for {late}. Choose "
                "the report that these stages came before.",
                day=on_day(out),
                late=on_day(late[0].fact.valid.start),
            )
        )
    if name != report:
        return _renamed(register, held, name)
    return [
        Reclassified(
            institution=register.institution,
            stream=version.fact.stream,
            valid=Period(on),
            ref=version.entry_id,
            fields=_HELD_BACK,
            class_=Classification.PUBLIC.value,
            ground=say("The report was published on {day}.", day=on_day(out)),
        )
        for version in held.held_back
    ]


def _renamed(register: Register, held: Coming, name: str) -> list[Fact]:
    """The stages under the name that the report has now; the working name stays restricted."""
    sourced = Sourced(source=Source(kind="record", about=name))
    made: list[Fact] = []
    for version in held.held_back:
        fact = version.fact
        stream = f"{fact.stream}/published"
        made.append(
            StageReached(
                **sourced.envelope(register, stream=stream, on=fact.valid.start),
                stage=fact.get("stage"),
            )
        )
        made.append(
            Withdrawn(
                institution=register.institution,
                stream=fact.stream,
                valid=fact.valid,
                ref=version.entry_id,
                reason=say("The report is published under another name, and stands under that."),
            )
        )
    return made


def _published(register: Register, report: str) -> date | None:
    found = [
        f.valid.start for f in register.of(FindingPublished) if f.stream.startswith(f"{report}/")
    ]
    return min(found, default=None)


def _order(version: Version) -> int:
    stages: Sequence[str] = tuple(STAGES)
    stage = str(version.fact.get("stage"))
    return stages.index(stage) if stage in stages else len(stages)
