"""The days of a case, from the inspection to proof: each kind of event with the dates it has.

Dates are those of the sources that state them, with the precision they have. What has no date in
our sources says so and has no place; what a reader may not see is called withheld.
"""

from collections.abc import Iterable, Sequence, Sized
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Literal

from answerable.ledger.register import Version
from answerable.scrutiny.clocks import about_months
from answerable.scrutiny.matter import Matter
from answerable.scrutiny.phrases import NOT_KNOWN, inside, on_day, plural
from answerable.scrutiny.standing import Progress
from answerable.vocabulary.facts import InspectionRecorded, PlanAdopted, ResponseGiven
from answerable.vocabulary.finding_kinds import CAUSE, family
from answerable.vocabulary.ladder import Rung
from answerable.vocabulary.language import marked, say, say_many
from answerable.vocabulary.times import first_day, in_words

Kind = Literal["event", "due", "done"]
FIELDWORK = "fieldwork"
WITHHELD = marked("Withheld.")
_WHOLE_DAY, _YEAR = len("2024-05-14"), len("2024")
_AFTER = ("answered", "delivered", "verified", "worked")


@dataclass(frozen=True)
class Milestone:
    """One kind of event: `dates` in order (ISO, as stated); `absent` says why there is none."""

    key: str
    label: str
    dates: tuple[str, ...]
    absent: str = ""
    kind: Kind = "event"


@dataclass(frozen=True)
class CaseDays:
    """The way of the latest report: when it came out, what happened when, and it in words.

    `milestones` are in the order of their first dates, those without a date last.
    """

    published: date
    milestones: tuple[Milestone, ...]
    lead: str
    rest: str


def case_days(matter: Matter) -> CaseDays | None:
    """The days of a case; None where no report of it is dated, so that there is no beginning."""
    published = matter.published
    if published is None:
        return None
    made = tuple(sorted(_milestones(matter, published), key=_first))
    return CaseDays(published, made, _lead(made, published), _rest(made, published))


def _first(one: Milestone) -> date:
    return first_day(one.dates[0]) if one.dates else date.max


def _milestones(matter: Matter, published: date) -> Iterable[Milestone]:
    visits = [v for v in matter.of(InspectionRecorded) if matter.is_latest(v)]
    again = [v for v in visits if v.fact.get("visit") == "revisit"]
    came = [v for v in visits if v not in again]
    visited = _stated("visited", say("Inspected"), came[-1:], FIELDWORK)
    yield Milestone("published", say("Report published"), (published.isoformat(),))
    yield visited
    since = min([published, *map(first_day, visited.dates)])
    plans = [v for v in matter.of(PlanAdopted) if v.fact.valid.start >= since]
    if adopted := [v for v in plans if v.fact.get("answers")]:
        yield _of("plan", say("Plan adopted"), adopted)
    if held := [v for v in plans if v not in adopted]:
        yield _of("plan-held", say("A plan was there by"), held)
    answers = [
        v for item in matter.found for v in item.versions if isinstance(v.fact, ResponseGiven)
    ]
    yield _of("answered", say("Answer on record"), answers)
    yield _due(matter)
    sessions = [v for v in matter.on_subject if v.fact.valid.start >= since]
    yield _stated("sessions", say("In a session"), sessions, "date")
    if again:
        yield _stated("revisit", say("Visited again"), again, FIELDWORK)
    news = [i.news for i in matter.found if i.news and i.news.fact.get("text")]
    if news:
        yield _of("news", say("Update on record"), news)
    yield from _steps(matter)


def _steps(matter: Matter) -> Iterable[Milestone]:
    """Said, done by their own word, checked, worked, closed: of what was asked for, else of the
    actions; each with of how many. What some of them reached says nothing of the others.
    """
    causes = [item for item in matter.found if family(item.kind) == CAUSE]
    asked = [item for item in matter.found if item not in causes] or causes
    if not any(item.steps for item in asked):
        asked = list(matter.actions) or asked
    yield _promised(matter, asked)
    for key, label, rung in (
        ("delivered", say("Said to be done"), Rung.DELIVERED),
        ("verified", say("Checked by somebody else"), Rung.VERIFIED),
        ("worked", say("Worked"), Rung.WORKED),
    ):
        reached = _reached(asked, rung)
        streams = {v.fact.stream for v in reached}
        yield _of(key, _counted(label, streams, asked), reached, kind="done")
    for items, label in ((asked, say("Closed")), (causes, say("Cause of concern closed"))):
        closed = [i.closing.version for i in items if i.closing]
        if closed and (items is asked or asked != causes):
            yield _of("closed", _counted(label, closed, items), closed, kind="done")


def _promised(matter: Matter, asked: Sequence[Progress]) -> Milestone:
    if matter.actions:
        actions = [item.first for item in matter.actions]
        n = len(actions)
        label = say("Promised ({n} {what})", n=n, what=plural("action", n))
        return _of("promised", label, actions)
    steps = _reached(asked, Rung.PROMISED)
    label = _counted(say("Promised"), {v.fact.stream for v in steps}, asked)
    return _of("promised", label, steps)


def _counted(label: str, reached: Sized, items: Sequence[Progress]) -> str:
    """“Worked (1 of 6 findings)”; the label alone where nothing is reached."""
    if not len(reached):
        return label
    what = "action" if all(item.kind == "action" for item in items) else "finding"
    return say(
        "{label} ({count} of {total} {what})",
        label=label,
        count=len(reached),
        total=len(items),
        what=plural(what, len(items)),
    )


def _reached(items: Iterable[Progress], rung: Rung) -> list[Version]:
    return [step.version for item in items for step in item.steps if step.rung is rung]


def _due(matter: Matter) -> Milestone:
    """The dates that findings are due by now; one that was moved stands at its new place."""
    dated = [item for item in matter.found if item.due]
    hidden = sum(not item.due and _hides_due(item) for item in matter.found)
    asked = [item for item in matter.found if family(item.kind) != CAUSE or item.due]
    label = _counted(say("Due"), dated, asked)
    return _made("due", label, [item.due or "" for item in dated], hidden, kind="due")


def _hides_due(item: Progress) -> bool:
    said_by = (item.first, *(move.version for move in item.moves))
    return any("due" in version.withheld for version in said_by)


def _of(key: str, label: str, versions: Iterable[Version], *, kind: Kind = "event") -> Milestone:
    """The days on which some facts begin to be true."""
    return _made(key, label, [v.fact.valid.start.isoformat() for v in versions], kind=kind)


def _stated(key: str, label: str, versions: Sequence[Version], field: str) -> Milestone:
    """The dates that a value of some facts states, else the days on which they begin."""
    shown = [v for v in versions if field not in v.withheld]
    return _made(key, label, map(partial(_date, field), shown), len(versions) - len(shown))


def _made(
    key: str, label: str, dates: Iterable[str], hidden: int = 0, *, kind: Kind = "event"
) -> Milestone:
    """Each date once, in order; `hidden` is how many this reader may not see."""
    ordered = sorted(set(dates), key=lambda stated: (first_day(stated), stated))
    if hidden and ordered:
        label = say("{label} ({count} withheld)", label=label, count=hidden)
    absent = "" if ordered else say(WITHHELD) if hidden else say(NOT_KNOWN)
    return Milestone(key, label, tuple(ordered), absent, kind)


def _date(field: str, version: Version) -> str:
    return str(version.fact.get(field) or version.fact.valid.start.isoformat())


def _lead(made: Sequence[Milestone], published: date) -> str:
    """How long between the visit and the report; plainly, and no closer than is stated."""
    visit, day = next(m for m in made if m.key == "visited"), on_day(published)
    if not visit.dates:
        if visit.absent == say(WITHHELD):
            return say("The report came out on {day}.", day=day)
        return say(
            "The report came out on {day}. Our sources do not say when inspectors visited.",
            day=day,
        )
    stated = visit.dates[0]
    when = in_words(stated)
    months = about_months(first=first_day(stated), last=published)
    if len(stated) == _YEAR or (len(stated) < _WHOLE_DAY and months < 1):
        return say("Inspected in {when}; the report came out on {day}.", when=when, day=day)
    if len(stated) == _WHOLE_DAY:
        apart = (published - first_day(stated)).days
        if apart < 1:
            return say("Inspected on {when}; the report came out on {day}.", when=when, day=day)
        return say(
            "Inspected on {when}; the report came out on {day}, {lag} later.",
            when=when,
            day=day,
            lag=_days(apart),
        )
    return say(
        "Inspected in {when}; the report came out on {day}, about {months} {unit} later.",
        when=when,
        day=day,
        months=months,
        unit=plural("month", months),
    )


def _rest(made: Sequence[Milestone], published: date) -> str:
    """What came after the report, each with its days; then what has no date in our sources."""
    after = [m for m in made if m.key in _AFTER]
    parts = []
    for one in after:
        if one.dates:
            first = first_day(one.dates[0])
            apart = (first - published).days
            parts.append(
                say(
                    "{label}: first on {day}, {lag} after the report.",
                    label=one.label,
                    day=on_day(first),
                    lag=_days(apart),
                )
                if apart > 0
                else say("{label}: first on {day}.", label=one.label, day=on_day(first))
            )
    unknown = [inside(m.label) for m in after if m.absent == say(NOT_KNOWN)]
    if unknown:
        parts.append(say("No date in our sources for: {labels}.", labels="; ".join(unknown)))
    parts.append(say("A step stands at the day of the source that states it."))
    return " ".join(parts)


def _days(count: int) -> str:
    return say_many("{count} day", "{count} days", count)
