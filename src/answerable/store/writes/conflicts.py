"""Which facts set the same field, and whether somebody set it after the page was read."""

from collections.abc import Iterable, Mapping
from zoneinfo import ZoneInfo

from answerable.ledger.register import History, Version
from answerable.vocabulary import facts
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.refusal import Conflict

_SETS: Mapping[type[Fact], Mapping[str, str]] = {
    facts.FindingPublished: {"due": "due", "text": "text", "owner": "owner"},
    facts.ActionPromised: {"due": "due", "text": "text", "owner": "owner"},
    facts.DueDateMoved: {"due": "due"},
    facts.ActionReassigned: {"owner": "owner"},
    facts.MilestoneSet: {"due": "due", "text": "text"},
    facts.Merged: {"followed": "into"},
    facts.Split: {"followed": "into"},
    facts.Transferred: {"followed": "to"},
    facts.PlanJudged: {"judgement": "judgement"},
    facts.EvidenceChecked: {"evidence check": "result"},
    facts.ResponseStepTaken: {"step": "recorded"},
    facts.RungReached: {"rung": "rung"},
    facts.Relapsed: {"rung": "rung"},
    facts.DispositionChanged: {"disposition": "disposition"},
    facts.ClosureVerified: {"disposition": "closed"},
    facts.ClosureStated: {"disposition": "closed"},
    facts.Reopened: {"disposition": "open again"},
    facts.ResponseGiven: {"response": "response"},
    facts.MeetingChanged: {"session": "state"},
    facts.QuestionEnded: {"question": "outcome"},
    facts.GradeGiven: {"grade": "value"},
    facts.AssuranceJudged: {"assurance": "level"},
    facts.PlanAdopted: {"version": "version"},
    facts.ClaimChecked: {"result": "result"},
    facts.ClaimConfirmed: {"result": "result"},
    facts.VerdictGiven: {"verdict": "verdict"},
    facts.LimitsRebased: {"limits": "reason"},
    facts.FamilyFixed: {"family": "rule"},
    facts.JointFamilyFixed: {"family": "rule"},
}
"""Type -> what it sets -> the field that holds it, or the words where the type itself says it."""

_TOLD_APART_BY = {
    "grade": ("question", "cycle"),
    "assurance": ("about",),
    "verdict": ("measure",),
    "limits": ("from",),
    "evidence check": ("evidence",),
    "step": ("step",),
}
"""One stream may hold several of these: they differ in what they are about."""


def settings(fact: Fact) -> dict[tuple[str, ...], str]:
    """What a fact sets, and to what. A correction sets the field that it corrects.

    >>> from datetime import date
    >>> from answerable.vocabulary.times import Period
    >>> settings(facts.DueDateMoved(institution="i", stream="s", due="2026-09-30",
    ...                             valid=Period(date(2026, 1, 1))))
    {('due',): '2026-09-30'}
    """
    if isinstance(fact, facts.Corrected):
        return {(fact.field or "",): str(fact.value)}
    names = fact.field_names()
    found = {}
    for what, field in _SETS.get(type(fact), {}).items():
        value = fact.get(field) if field in names else field
        if value is not None:
            about = tuple(_part(fact, name) for name in _TOLD_APART_BY.get(what, ()))
            found[(what, *about)] = str(value)
    return found


def _part(fact: Fact, name: str) -> str:
    """What tells one of several apart: a field, or the entry that it refers to."""
    return str(fact.ref if name == "evidence" else fact.get(name))


def check(decided: Iterable[Fact], *, history: History, seen: int, zone: ZoneInfo) -> None:
    """Raise the first Conflict of decided facts with entries after the one that was seen."""
    later: dict[str, list[Version]] = {}
    for version in history.since(seen):
        later.setdefault(version.fact.stream, []).append(version)
    for fact in decided:
        mine = settings(fact)
        for version in reversed(later.get(fact.stream, ())):
            for what, theirs in settings(version.fact).items():
                if what in mine:
                    hidden = bool(version.withheld)
                    raise Conflict(
                        field=what[0],
                        theirs="not shown to you" if hidden else theirs,
                        yours=mine[what],
                        by=version.by.body,
                        at=version.recorded_at.astimezone(zone),
                    )
