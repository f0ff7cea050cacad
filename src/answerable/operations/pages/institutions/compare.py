"""Then and now: what changed between two dates, what was known then and what was learnt later."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from answerable.ledger.register import Register, Version
from answerable.operations import catalogue
from answerable.operations.pages import ways
from answerable.operations.pages.institutions.body import NoSuchBody
from answerable.operations.pages.institutions.compare_folds import Apart, Fold, apart
from answerable.operations.pages.look import Look, banner, day_of_view
from answerable.operations.pages.naming import short
from answerable.operations.pages.parts import Aside, Cell, Item, Link, Page, Table
from answerable.operations.pages.proof import Proof, cell_with_redress
from answerable.scrutiny import compare as room
from answerable.scrutiny.compare import Comparison, Row
from answerable.scrutiny.phrases import number, on_day, plural, start
from answerable.store.reads import registers
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import GradeGiven, ItemTaken, MeetingHeld
from answerable.vocabulary.language import marked, say
from answerable.vocabulary.times import in_words

NOT_KNOWN = marked("Not in our sources.")
MOST = 8
MOST_STATED = 200
MOST_ROWS = 100
SUMMARIES = marked(
    "These sentences are from summaries written for this "
    "demonstration from public pages; each names the address it "
    "summarises. They are not the originals’ words."
)
_ADVERSE = re.compile(r"\b(?:overdue|slipped back|found again|moved)\b", re.IGNORECASE)
STATES = {"new": "new", "gone": "changed", "not one line": "changed"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """One end of the comparison: `value` is ISO, `label` in words."""

    value: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """What a source stated, with the way to its words."""

    words: str
    source: Link | None


@dataclass(frozen=True, kw_only=True)
class ComparePage(Page):
    """The comparison; the shapes stand at the head of `compare/compare.html`."""

    a: Day
    b: Day
    action: str
    rows: Table
    new: Table | None
    folds: tuple[Fold, ...]
    known_then: tuple[Stated, ...]
    learnt_later: tuple[Stated, ...]
    known_more: tuple[Stated, ...] = ()
    learnt_more: tuple[Stated, ...] = ()
    presets: tuple[Link, ...] = ()
    keep: tuple[Item, ...] = ()
    how: tuple[str, ...] = ()


def compare(look: Look, institution: str, *, a: str | None, b: str | None) -> ComparePage:
    """Two dates of one institution, the earlier as sources had said by then.

    Without dates: the day of the last session that was held, else of the latest graded report,
    and the day that is looked at. What was recorded after the entry that is looked at counts for
    neither.
    """
    body = catalogue.bodies().get(institution)
    if body is None:
        raise NoSuchBody(
            say("No body is called “{name}”. See the list of bodies.", name=institution[:60])
        )
    on = look.on
    today = replace(look, valid=on, said=None).register(institution)
    first = day_of_view(a, what=say("date")) if a else _first_day(today, on)
    second = day_of_view(b, what=say("date")) if b else on
    early, late = min(first, second), max(first, second)
    then = replace(look, valid=early, said=early).register(institution)
    now = replace(look, valid=late, said=late).register(institution)
    regime = catalogue.regime_of(institution, on=on)
    found = room.compare(then, now, regime=regime)
    proof = Proof(replace(look, valid=None, said=None), now)
    known, learnt = _stated(found.known_then, proof), _stated(found.learnt_later, proof)
    parts = apart(sorted(found.rows, key=lambda r: r.kind == "same"), proof, since=early)
    silent = [row for row in parts.others if row.then == row.now == NOT_KNOWN]
    told = [row for row in parts.others if not row.then == row.now == NOT_KNOWN]
    return ComparePage(
        title=say("Then and now: {name}", name=body.name),
        area="compare",
        sentence=_sentence(found, parts, early),
        banner=banner(institution),
        as_at=look.as_at(),
        alternates=ways.packs(look, "changes", f"{institution}/{early}/{late}"),
        crumbs=(
            Link(label=say("Bodies"), url="/bodies/"),
            Link(label=body.name, url=f"/bodies/{institution}/"),
        ),
        a=Day(value=early.isoformat(), label=in_words(early.isoformat())),
        b=Day(value=late.isoformat(), label=in_words(late.isoformat())),
        action=f"/compare/{institution}/",
        presets=_presets(institution, today.of(GradeGiven), today.of(MeetingHeld), on),
        new=_new(parts.new, early),
        folds=parts.folds,
        rows=Table(
            caption=say(
                "What stood on {day}, and what stands on {day2}",
                day=in_words(early.isoformat()),
                day2=in_words(late.isoformat()),
            ),
            head=(say("What"), say("Then"), say("Now"), say("Change")),
            rows=(*(_row(row, look) for row in told[:MOST_ROWS]), *_more(told), *_unknown(silent)),
        ),
        known_then=known[:MOST],
        known_more=known[MOST:MOST_STATED],
        learnt_later=learnt[:MOST],
        learnt_more=learnt[MOST:MOST_STATED],
        summary_notice="" if body.invented else SUMMARIES,
        how=(
            say(
                "“Known then” means that a source had published it by that day. "
                "It is read from the sources' dates; the record itself began "
                "later and cannot prove it."
            ),
            say(
                "A row is better or worse only where one scale and one cycle "
                "allow it. Grades of different cycles are not one line."
            ),
            *_beyond(len(known), len(learnt)),
        ),
        aside=(Aside(title=say("Two days")),),
    )


def _beyond(*counts: int) -> tuple[str, ...]:
    """Said where a page does not show every statement."""
    if all(count <= MOST_STATED for count in counts):
        return ()
    return (
        say(
            "Of more than {most_stated} statements the newest are shown; the open data has all.",
            most_stated=MOST_STATED,
        ),
    )


def institutions(look: Look) -> tuple[Link, ...]:
    """Bodies that can be compared with themselves over time."""
    return tuple(
        Link(label=catalogue.bodies()[name].name, url=f"/compare/{name}/")
        for name in registers.reported()
        if name in catalogue.bodies() and look.register(name).of(GradeGiven)
    )


def _first_day(register: Register, today: date) -> date:
    """What an office asks most is what changed since it last met; else since the last report."""
    held = [m.valid.start for m in register.of(MeetingHeld) if m.valid.start < today]
    return max(held or (g.valid.start for g in register.of(GradeGiven)), default=today)


def _sentence(found: Comparison, parts: Apart, early: date) -> str:
    n = len(parts.new)
    if not n:
        return found.sentence
    return start(
        say(
            "{count} {findings} put on the record since {day}. {rest}",
            count=number(n),
            findings=plural("finding", n),
            day=on_day(early),
            rest=found.sentence,
        )
    )


def _new(rows: Sequence[Row], early: date) -> Table | None:
    """Findings that came on the record after the first day, whenever they were published."""
    if not rows:
        return None
    return Table(
        caption=say("Put on the record since {day}", day=on_day(early)),
        head=(say("Finding"), say("Where it stands"), say("Came on the record")),
        rows=tuple(
            (
                Cell(words=_title(row), url=f"/findings/{row.key}/"),
                start(row.now),
                in_words(row.recorded.isoformat()) if row.recorded else "",
            )
            for row in rows[:MOST_ROWS]
        ),
    )


def _presets(
    institution: str,
    graded: tuple[GradeGiven, ...],
    sessions: tuple[MeetingHeld, ...],
    today: date,
) -> tuple[Link, ...]:
    """Since the last session before today, which is what is asked most; then since reports."""
    held = sorted({m.valid.start for m in sessions if m.valid.start < today}, reverse=True)[:1]
    reports = sorted({g.valid.start for g in graded}, reverse=True)[:3]
    return tuple(
        Link(
            label=say("{day} ({what}) and today", day=in_words(d.isoformat()), what=what),
            url=f"/compare/{institution}/?a={d}&b={today}",
        )
        for what, days in ((say("last session"), held), ("report", reports))
        for d in days
    )


def _row(row: Row, look: Look) -> tuple[str | Cell, ...]:
    grade = row.key.startswith("grade/")
    title = Cell(words=_title(row), url="" if grade else f"/findings/{row.key}/")
    state = STATES.get(row.kind, row.kind)
    note = row.kind if row.kind in ("not one line", "gone") else ""
    change = Cell(words="", state=state, note=note)
    if row.versions and (grade or row.kind == "worse" or _ADVERSE.search(f"{row.then} {row.now}")):
        change = cell_with_redress(change, row.versions[-1], about=_title(row), look=look)
    return (title, start(row.then), start(_now(row)), change)


def _now(row: Row) -> str:
    """How it stands; of what is new and of which no step is known, since when it is there."""
    if row.kind != "new" or row.now != NOT_KNOWN or not row.versions:
        return row.now
    return say(
        "Stated on {day}. No step towards it is in our sources.",
        day=on_day(row.versions[-1].fact.valid.start),
    )


def _title(row: Row) -> str:
    """Its words; where none are held, which one of the report it is."""
    if row.title != row.key:
        return short(start(row.title))
    kind, number = row.key.split("/")[-2:]
    return f"{kind.replace('-', ' ').capitalize()} {number}"


def _more(rows: Sequence[Row]) -> tuple[tuple[str | Cell, ...], ...]:
    """One line for the rows beyond those shown, which change least."""
    more = len(rows) - MOST_ROWS
    if more <= 0:
        return ()
    words = say(
        "{more} {rows} more; each has its history on its own page",
        more=f"{more:,}",
        rows=plural("row", more),
    )
    return ((words, "", "", Cell(words="")),)


def _unknown(rows: Sequence[Row]) -> tuple[tuple[str | Cell, ...], ...]:
    """One line for all findings of which no source says anything on either day."""
    if not rows:
        return ()
    n = len(rows)
    words = say(
        "{n} {findings} of which our sources say nothing on either day",
        n=n,
        findings=plural("finding", n),
    )
    return ((words, NOT_KNOWN, NOT_KNOWN, Cell(words=say("Not known"))),)


def _stated(versions: Sequence[Version], proof: Proof) -> tuple[Stated, ...]:
    """The words of facts, the newest source first, each words once; no bare headings."""
    telling = (v for v in versions if not isinstance(v.fact, MeetingHeld | ItemTaken))
    newest = sorted(telling, key=lambda v: v.fact.said or "", reverse=True)
    found: dict[str, Stated] = {}
    for version in newest:
        words = _with_question(version.fact)
        if words and words not in found:
            found[words] = Stated(words=words, source=proof.link(version))
    return tuple(found.values())


def _with_question(fact: Fact) -> str:
    """The quote; a grade whose words do not name its question gets it: “Good” says little."""
    words, asked = fact.quote or "", fact.get("question") if isinstance(fact, GradeGiven) else None
    return f"{asked}: {words}" if asked and words and str(asked) not in words else words
