"""Then and now: what changed between two dates, and what was learnt later.

A row is better or worse only where a scale and the same cycle allow it, or where a relapse with
a quoted closing is on record; two grades of different cycles are “not one line” (DOMAIN 1).
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from answerable.ledger.register import Register, Version
from answerable.scrutiny.compare_more import dates_of_answers, more, name_of, news
from answerable.scrutiny.grades import NOT_ONE_LINE, Grade, change, grades
from answerable.scrutiny.phrases import NOT_KNOWN, number
from answerable.scrutiny.plans.sure_links import findings
from answerable.scrutiny.progress import actions
from answerable.scrutiny.standing import Progress
from answerable.vocabulary.language import say
from answerable.vocabulary.regimes import Names, Regime
from answerable.vocabulary.times import last_day

Kind = Literal["new", "gone", "same", "changed", "better", "worse", "not one line"]
ORDER: tuple[Kind, ...] = (
    *("worse", "not one line", "better", "changed", "gone", "new"),
    "same",
)
"""What moved stands before what an import added, and what is the same stands last."""


@dataclass(frozen=True)
class Row:
    """One finding, action or graded question at the two dates, in words.

    `name` is its kind and number, as in “Action 23/061”; `recorded` is the day on which it came
    on the record, `began` the one from which it is true; `doc` the file it was read from.
    """

    key: str
    title: str
    then: str
    now: str
    kind: Kind
    versions: tuple[Version, ...]
    recorded: date | None = None
    doc: str = ""
    action: bool = False
    began: date | None = None
    name: str = ""


@dataclass(frozen=True)
class Comparison:
    """The rows, and the facts true at the first date: known then, against learnt later."""

    rows: tuple[Row, ...]
    known_then: tuple[Version, ...]
    learnt_later: tuple[Version, ...]

    def count(self, *kinds: Kind) -> int:
        """How many rows are of these kinds."""
        return sum(1 for row in self.rows if row.kind in kinds)

    @property
    def sentence(self) -> str:
        """“Of the findings, actions and grades, five changed and two are new; 63 are the same.”

        A row of which no source says anything on either day is not the same: it is not known.
        """
        silent = sum(1 for row in self.rows if row.then == row.now == NOT_KNOWN)
        parts = [
            _are(self.count("changed", "gone", "not one line"), say("changed"), say("changed")),
            _are(self.count("new"), say("is new"), say("are new")),
            _are(self.count("better"), say("got better"), say("got better")),
            _are(self.count("worse"), say("got worse"), say("got worse")),
        ]
        moved = [part for part in parts if part]
        same = self.count("same") - silent
        told = say(
            "Of the findings, actions and grades, {parts}",
            parts=_and(moved or [say("none changed")]),
        )
        if same:
            told = f"{told}; {_are(same, say('is the same'), say('are the same'))}"
        if not silent:
            return f"{told}."
        return say(
            "{told}. Of {silent} more our sources say nothing on either day.",
            told=told,
            silent=number(silent),
        )


def _are(n: int, one: str, many: str) -> str:
    """“two are new”; nothing where there is none."""
    return f"{number(n)} {one if n == 1 else many}" if n else ""


def _and(parts: list[str]) -> str:
    """“a, b and c”."""
    *first, last = parts
    return say("{first} and {last}", first=", ".join(first), last=last) if first else last


def compare(
    then: Register, now: Register, *, regime: Regime | None = None, names: Names | None = None
) -> Comparison:
    """Two registers of one institution, the earlier first."""
    words = names or (regime.names if regime else Names())
    rows = [*_grade_rows(then, now, regime), *_item_rows(then, now, words)]
    rows.sort(key=lambda row: ORDER.index(row.kind))
    true_then = [v for v in now.versions if v.fact.valid.holds(then.valid)]
    seen_then = {v.entry_id for v in then.versions}
    known = tuple(v for v in true_then if v.entry_id in seen_then and _said_by(v, then))
    had = {v.entry_id for v in known}
    return Comparison(
        rows=tuple(rows),
        known_then=known,
        learnt_later=tuple(v for v in true_then if v.entry_id not in had),
    )


def _said_by(version: Version, then: Register) -> bool:
    """Had a source stated it by the first date? Without a date of saying: not known."""
    said = version.fact.said
    return said is not None and last_day(said) <= (then.said or then.valid)


def _grade_rows(then: Register, now: Register, regime: Regime | None) -> list[Row]:
    before, after = _by_question(then), _by_question(now)
    rows = []
    for line in dict.fromkeys((*before, *after)):
        first, second = before.get(line), after.get(line)
        kind: Kind
        if first is None or second is None:
            kind = "new" if first is None else "gone"
        elif first.version.entry_id == second.version.entry_id:
            kind = "same"
        else:
            kind = change(first, second, regime=regime)
        tail = f" ({NOT_ONE_LINE})" if kind == "not one line" else ""
        rows.append(
            Row(
                key=f"grade/{line}",
                title=next(grade.asked for grade in (second, first) if grade),
                then=_graded(first),
                now=f"{_graded(second)}{tail}",
                kind=kind,
                versions=tuple(g.version for g in (first, second) if g),
            )
        )
    return rows


def _by_question(register: Register) -> dict[str, Grade]:
    return {grade.line: grade for grade in grades(register)}


def _graded(grade: Grade | None) -> str:
    if grade is None:
        return say("No grade.")
    cycle = f", {grade.cycle}" if grade.cycle else ""
    return f"{grade.words}, {grade.month}{cycle}"


def _item_rows(then: Register, now: Register, names: Names) -> list[Row]:
    before = {i.reference: i for i in (*findings(then, names=names), *actions(then, names=names))}
    after = {i.reference: i for i in (*findings(now, names=names), *actions(now, names=names))}
    rows = []
    for reference in dict.fromkeys((*before, *after)):
        first, second = before.get(reference), after.get(reference)
        shown = second or first
        assert shown is not None  # noqa: S101  # the reference came from one of the two
        stood, stands = more(first, second) if first and second else ((), ())
        said, says = (news(item, names) if item else () for item in (first, second))
        kind = _moved(first, second, more=bool(stands) or said != says)
        if kind != "same":
            stood = (*dates_of_answers(first, before), *stood)
            stands = (*dates_of_answers(second, after), *stands)
        rows.append(
            Row(
                key=reference,
                title=shown.text or reference,
                then=" ".join((first.sentence, *said, *stood))
                if first
                else say("Not on the record."),
                now=" ".join((second.sentence, *says, *stands))
                if second
                else say("Not on the record."),
                kind=kind,
                versions=tuple(i.versions[-1] for i in (first, second) if i),
                recorded=shown.first.recorded_at.date(),
                doc=_doc(shown.first),
                action=shown.kind == "action",
                began=shown.first.fact.valid.start,
                name=name_of(shown, now if second else then),
            )
        )
    return rows


def _doc(version: Version) -> str:
    source = version.fact.source
    return (source.doc if source else None) or ""


def _moved(first: Progress | None, second: Progress | None, *, more: bool = False) -> Kind:
    """A step up the ladder is a change, told in words; only a quoted relapse is worse."""
    if first is None or second is None:
        return "new" if first is None else "gone"
    if second.slipped_back and not first.slipped_back:
        return "worse"
    return "same" if first.sentence == second.sentence and not more else "changed"
