"""Then and now: what changed between two dates, what was known then and what was learnt later."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from answerable.ledger.register import Version
from answerable.operations import catalogue
from answerable.operations.pages import ways
from answerable.operations.pages.forms import acting
from answerable.operations.pages.institutions import (
    compare_days,
    compare_logs,
    compare_rows,
    compare_session,
)
from answerable.operations.pages.institutions.body import NoSuchBody
from answerable.operations.pages.institutions.compare_folds import LEAST, Apart, Fold, apart
from answerable.operations.pages.institutions.compare_since import Since, since
from answerable.operations.pages.look import Look, banner
from answerable.operations.pages.parts import Aside, Cell, Item, Link, Page, Table
from answerable.operations.pages.proof import Proof
from answerable.scrutiny import compare as room
from answerable.scrutiny.compare import Comparison, Row
from answerable.scrutiny.phrases import number, on_day, plural, start
from answerable.store.reads import registers
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import GradeGiven, ItemTaken, MeetingHeld
from answerable.vocabulary.language import marked, say
from answerable.vocabulary.times import first_day, in_words, last_day

MOST = 8
MOST_STATED = 200
SUMMARIES = marked(
    "These sentences are from summaries written for this "
    "demonstration from public pages; each names the address it "
    "summarises. They are not the originals’ words."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """One end of the comparison: `value` is ISO, `label` in words, `what` that day was."""

    value: str
    label: str
    what: str = ""


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
    learnt_note: str = ""
    presets: tuple[Link, ...] = ()
    send: tuple[Link, ...] = ()
    keep: tuple[Item, ...] = ()
    how: tuple[str, ...] = ()
    logs: tuple[str, ...] = ()
    session: Table | None = None
    notes: tuple[str, ...] = ()
    last: str = ""

    @property
    def wrong(self) -> dict[str, str]:
        """Box -> what is wrong with the day in it."""
        return {error.target: error.words for error in self.errors}


def compare(look: Look, institution: str, *, a: str | None, b: str | None) -> ComparePage:
    """Two dates of one institution, the earlier as sources had said by then.

    Without dates: the day of the last session that was held before, else since the session of
    the day itself, else of the latest graded report, and the day that is looked at. What was
    recorded after the entry that is looked at counts for neither.
    """
    body = catalogue.bodies().get(institution)
    if body is None:
        raise NoSuchBody(
            say("No body is called “{name}”. See the list of bodies.", name=institution[:60])
        )
    on = look.on
    today = replace(look, valid=on, said=None).register(institution)
    given = compare_days.days(look, a=a, b=b)
    second = given.b or on
    begin = since(today, a=given.a, b=second, on=on)
    early, late = min(begin.day, second), max(begin.day, second)
    begin = begin if early == begin.day else Since(early)
    known_by = look.known if begin.known is None else begin.known
    then = replace(look, valid=early, said=early, known=known_by).register(institution)
    now = replace(look, valid=late, said=late).register(institution)
    regime = catalogue.regime_of(institution, on=on)
    found = room.compare(then, now, regime=regime)
    proof = Proof(replace(look, valid=None, said=None), now)
    known, learnt = _stated(found.known_then, proof), _stated(found.learnt_later, proof)
    parts = apart(sorted(found.rows, key=lambda r: r.kind == "same"), proof, since=early)
    silent = [row for row in parts.others if row.then == row.now == compare_rows.NOT_KNOWN]
    told = [row for row in parts.others if not row.then == row.now == compare_rows.NOT_KNOWN]
    same = [row for row in told if row.kind == "same"]
    if len(same) >= LEAST:
        told = [row for row in told if row.kind != "same"]
    else:
        same = []
    return ComparePage(
        title=say("Then and now: {name}", name=body.name),
        area="compare",
        sentence=_sentence(found, parts, begin),
        banner=banner(institution) if look.actor.is_public else acting(look, institution),
        as_at=look.as_at(),
        alternates=ways.packs(look, "changes", f"{institution}/{early}/{late}"),
        crumbs=(
            Link(label=say("Bodies"), url="/bodies/"),
            Link(label=body.name, url=f"/bodies/{institution}/"),
        ),
        a=Day(value=given.kept("a", early), label=begin.label, what=begin.what),
        b=Day(value=given.kept("b", late), label=in_words(late.isoformat())),
        action=f"/compare/{institution}/",
        last=max(on, look.today).isoformat(),
        notes=given.notes,
        errors=given.errors,
        presets=_presets(institution, today.of(GradeGiven), today.of(MeetingHeld), on),
        session=compare_session.of_day(look, now, early),
        new=_new(parts.new, early),
        folds=(
            *parts.folds,
            *compare_rows.same(same, look, begin.before),
            *compare_rows.silent(silent),
        ),
        send=_send(look, f"{institution}/{early}/{late}"),
        rows=Table(
            caption=say(
                "What stood on {day}, and what stands on {day2}",
                day=begin.label,
                day2=in_words(late.isoformat()),
            ),
            head=(say("What"), say("Then"), say("Now"), say("Change")),
            rows=(
                *(
                    compare_rows.told(row, look, begin.before)
                    for row in told[: compare_rows.MOST_ROWS]
                ),
                *compare_rows.beyond(told),
                *compare_rows.unknown(silent),
            ),
        ),
        known_then=known[:MOST],
        known_more=known[MOST:MOST_STATED],
        learnt_later=learnt[:MOST],
        learnt_more=learnt[MOST:MOST_STATED],
        learnt_note=_day_not_known(found.learnt_later, early),
        logs=compare_logs.lines(
            found.rows, now.versions, frozenset(v.entry_id for v in then.versions), proof
        ),
        summary_notice="" if body.invented else SUMMARIES,
        how=(
            say(
                "“Published by” a day is read from the dates that the sources give. It says "
                "nothing of when it came on this record, which may be later."
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


def _sentence(found: Comparison, parts: Apart, begin: Since) -> str:
    """The counts, after the findings that are new to the record where there are any."""
    n = len(parts.new)
    told = {"count": number(n), "findings": plural("finding", n), "rest": found.sentence}
    if not n:
        return begin.sentence(found.sentence)
    if begin.told:
        return begin.sentence(say("{count} {findings} put on the record. {rest}", **told))
    day = on_day(begin.day)
    return start(say("{count} {findings} put on the record since {day}. {rest}", day=day, **told))


def _new(rows: Sequence[Row], early: date) -> Table | None:
    """Findings that came on the record after the first day, whenever they were published."""
    if not rows:
        return None
    return Table(
        caption=say("Put on the record since {day}", day=on_day(early)),
        head=(say("Finding"), say("Where it stands"), say("Came on the record")),
        rows=tuple(
            (
                Cell(words=compare_rows.title_of(row), url=f"/findings/{row.key}/"),
                start(compare_rows.stood(row, row.now)),
                in_words(row.recorded.isoformat()) if row.recorded else "",
            )
            for row in rows[: compare_rows.MOST_ROWS]
        ),
    )


def _presets(
    institution: str,
    graded: tuple[GradeGiven, ...],
    sessions: tuple[MeetingHeld, ...],
    today: date,
) -> tuple[Link, ...]:
    """Since the last session, and the one before it where it was held today; since reports."""
    days = sorted({m.valid.start for m in sessions if m.valid.start <= today}, reverse=True)
    held = days[: 2 if days[:1] == [today] else 1]
    reports = sorted({g.valid.start for g in graded}, reverse=True)[:3]
    return tuple(
        Link(
            label=say("{day} ({what}) and today", day=in_words(d.isoformat()), what=what),
            url=f"/compare/{institution}/?a={d}&b={today}",
        )
        for what, d in (
            *((say("last session"), d) for d in held[:1]),
            *((say("session before"), d) for d in held[1:]),
            *((say("report"), d) for d in reports),
        )
    )


def _send(look: Look, reference: str) -> tuple[Link, ...]:
    """The same as a file, offered where the page begins: it is what goes to the commissioner."""
    return tuple(
        Link(label=say("As {form}", form=form), url=pack.url)
        for form, pack in zip(
            ("PDF", "Word", "Excel"), ways.packs(look, "changes", reference), strict=True
        )
    )


def _stated(versions: Sequence[Version], proof: Proof) -> tuple[Stated, ...]:
    """The words of facts, the newest source first, each words once; no bare headings."""
    imported = compare_logs.logs(versions)
    rows = compare_logs.on_record(versions)
    telling = (
        v
        for v in versions
        if not isinstance(v.fact, MeetingHeld | ItemTaken)
        and compare_logs.doc_of(v) not in imported
    )
    newest = sorted(telling, key=lambda v: v.fact.said or "", reverse=True)
    found = {
        f"{doc}: {words}": Stated(words=words, source=proof.link(version))
        for doc, (words, version) in rows.items()
    }
    for version in newest:
        words = _with_question(version.fact)
        if words and words not in found:
            found[words] = Stated(words=words, source=proof.link(version))
    return tuple(found.values())


def _day_not_known(versions: Sequence[Version], early: date) -> str:
    """Said where a source of these gives only a month or a year in which the first day lies."""
    dates = (str(v.fact.said) for v in versions if v.fact.said)
    if not any(first_day(day) <= early < last_day(day) for day in dates):
        return ""
    return say(
        "A source of which only the month or the year is known stands here where that was not "
        "over on {day}. It may have been published before.",
        day=in_words(early.isoformat()),
    )


def _with_question(fact: Fact) -> str:
    """The quote; a grade whose words do not name its question gets it: “Good” says little."""
    words, asked = fact.quote or "", fact.get("question") if isinstance(fact, GradeGiven) else None
    return f"{asked}: {words}" if asked and words and str(asked) not in words else words
