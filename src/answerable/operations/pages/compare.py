"""Then and now: what changed between two dates, what was known then and what was learnt later."""

from dataclasses import dataclass, replace
from datetime import date

from answerable.ledger.register import Version
from answerable.operations import catalogue
from answerable.operations.pages.look import Look, banner
from answerable.operations.pages.parts import Aside, Cell, Item, Link, Page, Table
from answerable.scrutiny import compare as room
from answerable.scrutiny.compare import Row
from answerable.store import registers
from answerable.vocabulary import times
from answerable.vocabulary.facts import GradeGiven
from answerable.vocabulary.times import in_words

STATES = {"new": "new", "gone": "changed", "not one line": "changed"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """One end of the comparison: `value` is ISO, `label` in words."""

    value: str
    label: str


@dataclass(frozen=True, kw_only=True)
class ComparePage(Page):
    """The comparison; the shapes stand at the head of `compare/compare.html`."""

    a: Day
    b: Day
    action: str
    rows: Table
    known_then: tuple[str, ...]
    learnt_later: tuple[str, ...]
    presets: tuple[Link, ...] = ()
    keep: tuple[Item, ...] = ()
    how: tuple[str, ...] = ()


def compare(look: Look, institution: str, *, a: str | None, b: str | None) -> ComparePage:
    """Two dates of one institution, the earlier as sources had said by then.

    Without dates: the day of the latest graded report, and today.
    """
    body = catalogue.bodies()[institution]
    today = replace(look, valid=look.today, known=None, said=None).register(institution)
    first = times.day(a, what="date") if a else _report_day(today.of(GradeGiven), look.today)
    second = times.day(b, what="date") if b else look.today
    early, late = min(first, second), max(first, second)
    then = replace(look, valid=early, known=None, said=early).register(institution)
    now = replace(look, valid=late, known=None, said=late).register(institution)
    regime = catalogue.regime_of(institution)
    found = room.compare(then, now, regime=regime)
    return ComparePage(
        title=f"Then and now: {body.name}",
        area="compare",
        sentence=found.sentence,
        banner=banner(institution),
        as_at=look.as_at(),
        crumbs=(
            Link(label="Bodies", url="/bodies/"),
            Link(label=body.name, url=f"/bodies/{institution}/"),
        ),
        a=Day(value=early.isoformat(), label=in_words(early.isoformat())),
        b=Day(value=late.isoformat(), label=in_words(late.isoformat())),
        action=f"/compare/{institution}/",
        presets=_presets(institution, today.of(GradeGiven), look.today),
        rows=Table(
            caption=f"What stood on {in_words(early.isoformat())}, and what stands on "
            f"{in_words(late.isoformat())}",
            head=("What", "Then", "Now", "Change"),
            rows=tuple(_row(row) for row in found.rows),
        ),
        known_then=tuple(_words(v) for v in found.known_then if v.fact.quote),
        learnt_later=tuple(_words(v) for v in found.learnt_later if v.fact.quote),
        how=(
            "“Known then” means that a source had published it by that day. It is read from the "
            "sources' dates; the record itself began later and cannot prove it.",
            "A row is better or worse only where one scale and one cycle allow it. Grades of "
            "different cycles are not one line.",
        ),
        aside=(Aside(title="Two days"),),
    )


def institutions(look: Look) -> tuple[Link, ...]:
    """Bodies that can be compared with themselves over time."""
    return tuple(
        Link(label=catalogue.bodies()[name].name, url=f"/compare/{name}/")
        for name in registers.institutions()
        if name in catalogue.bodies() and look.register(name).of(GradeGiven)
    )


def _report_day(graded: tuple[GradeGiven, ...], today: date) -> date:
    return max((g.valid.start for g in graded), default=today)


def _presets(institution: str, graded: tuple[GradeGiven, ...], today: date) -> tuple[Link, ...]:
    days = sorted({g.valid.start for g in graded}, reverse=True)[:3]
    return tuple(
        Link(
            label=f"{in_words(d.isoformat())} (report) and today",
            url=f"/compare/{institution}/?a={d}&b={today}",
        )
        for d in days
    )


def _row(row: Row) -> tuple[str | Cell, ...]:
    grade = row.key.startswith("grade/")
    title = Cell(words=row.title[:160], url="" if grade else f"/findings/{row.key}/")
    state = STATES.get(row.kind, row.kind)
    note = row.kind if row.kind in ("not one line", "gone") else ""
    return (title, row.then, row.now, Cell(words="", state=state, note=note))


def _words(version: Version) -> str:
    said = f" ({in_words(version.fact.said)})" if version.fact.said else ""
    return f"{version.fact.quote}{said}"
