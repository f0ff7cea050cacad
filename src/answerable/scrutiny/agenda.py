"""The agenda of the next session: items with their reasons, and a suggested question for each.

Pure function of a register on the day of the session. A question asks for assurance: what, by
when, shown by what; never how to deploy (Policing Protocol Order 2023; DOMAIN 3.1). Its words
come from reviewed templates (`catalogue/questions/*.toml`) that are handed in.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from answerable.ledger.register import Register, Version
from answerable.scrutiny import phrases
from answerable.scrutiny.clocks import Window
from answerable.scrutiny.phrases import number, on_day, plural, start, times
from answerable.scrutiny.progress import actions, findings
from answerable.scrutiny.standing import Progress
from answerable.vocabulary.facts import FindingLinked, ItemTaken, MeetingHeld
from answerable.vocabulary.regimes import Names, Regime
from answerable.vocabulary.times import in_words, last_day

REPEATS = ("asked-before", "same-as")


class Reason(StrEnum):
    """Why an item is on the agenda, in the order in which items come."""

    RELAPSED = "relapsed"
    OVERDUE = "overdue"
    STATUTORY_WINDOW = "statutory-window"
    PROMISED_TO_SESSION = "promised-to-session"
    MOVED = "moved"
    SLIPPING = "slipping"
    UNPROVEN = "unproven"
    REPEAT = "repeat"
    QUIET = "quiet"

    @property
    def order(self) -> int:
        """Position, from 0."""
        return list(Reason).index(self)


@dataclass(frozen=True)
class Question:
    """A reviewed template for one reason; `{text}`, `{due}` and `{reference}` are filled in."""

    id: str
    reason: Reason
    assurance: str
    by_when: str
    shown_by: str

    def ask(self, item: "AgendaItem") -> str:
        """The question for one item, as one text."""
        words = " ".join((self.assurance, self.by_when, self.shown_by))
        for name, value in item.fillings.items():
            words = words.replace(f"{{{name}}}", value)
        return words


@dataclass(frozen=True)
class Why:
    """One reason in words, with the facts behind it."""

    reason: Reason
    words: str
    versions: tuple[Version, ...]


@dataclass(frozen=True)
class AgendaItem:
    """A proposed item. The first reason decides its place; the others stand beside it.

    `also` names the actions that answer this finding and would come for the same reason.
    """

    reference: str
    title: str
    reasons: tuple[Why, ...]
    progress: Progress | None
    question: str = ""
    also: tuple[str, ...] = ()

    @property
    def fillings(self) -> Mapping[str, str]:
        """What a template may name."""
        due = self.progress.due if self.progress else None
        return {
            "text": self.title.rstrip("."),
            "due": in_words(due) if due else "a date to be agreed",
            "reference": self.reference,
        }


def agenda(
    register: Register,
    *,
    on: date,
    names: Names | None = None,
    regime: Regime | None = None,
    questions: Sequence[Question] = (),
    oversight: str | None = None,
    windows: Mapping[str, Window] | None = None,
) -> tuple[AgendaItem, ...]:
    """Proposed items for a session on a day, most pressing first.

    `oversight` is the body whose sessions count; `windows` the statutory windows that run or
    ended, by the reference of their report.
    """
    names = names or (regime.names if regime else Names())
    quiet = regime.quiet_sessions if regime else 3
    held = _sessions(register, oversight)
    since = held[-1].fact.valid.start if held else date.min
    taken = register.of(ItemTaken)
    proposed = []
    for item in (*findings(register, names=names), *actions(register, names=names)):
        if item.open or item.slipped_back:
            why = [
                *_of_state(item, on=on, since=since, names=names),
                *_repeats(register, item),
                *_quiet(item, items=taken, held=held, quiet=quiet),
            ]
            if why:
                proposed.append(AgendaItem(item.reference, _title(item), tuple(why), item))
    for reference, running in (windows or {}).items():
        if running.state(on) == "running":
            words = running.sentence(on)
            found = register.versions_of(stream=reference)[:1]
            why_window = Why(Reason.STATUTORY_WINDOW, words, found)
            title = f"Response to the report {reference}"
            proposed.append(AgendaItem(reference, title, (why_window,), None))
    ordered = sorted(_folded(proposed), key=_place)
    return tuple(_with_question(item, questions) for item in ordered)


def _of_state(item: Progress, *, on: date, since: date, names: Names) -> list[Why]:
    found = []
    moves = tuple(m.version for m in item.moves)
    if item.slipped_back and item.relapse and item.closed_before:
        behind = (item.closed_before.version, item.relapse)
        found.append(Why(Reason.RELAPSED, item.sentence, behind))
    if item.overdue:
        days = item.days_overdue
        words = f"Due {in_words(item.due or '')}, {days} {plural('day', days)} ago."
        found.append(Why(Reason.OVERDUE, words, (item.first, *moves)))
    if item.waiting and item.due and since < last_day(item.due) <= on and not item.overdue:
        words = f"Promised for this session: due {in_words(item.due)}."
        found.append(Why(Reason.PROMISED_TO_SESSION, words, (item.first, *moves)))
    if item.moves and item.open:
        words = f"Moved {times(len(item.moves))}. {phrases.due_words(item, names)}"
        found.append(Why(Reason.MOVED, words, moves))
    if item.slipping and not item.overdue and not item.moves:
        words = f"Promised, and due {in_words(item.due or '')}."
        found.append(Why(Reason.SLIPPING, words, (item.first,)))
    if item.unproven:
        found.append(Why(Reason.UNPROVEN, _unproven(item, names), item.versions))
    return found


def _unproven(item: Progress, names: Names) -> str:
    if item.unproven == "not verified":
        return f"{start(names.institution)} says it is done. Nobody else has checked yet."
    return f"Checked. {phrases.effect(item, names=names) or 'No evidence yet that it worked.'}"


def _repeats(register: Register, item: Progress) -> list[Why]:
    return [
        Why(Reason.REPEAT, f"Asked before: {v.fact.get('other')}.", (v,))
        for v in register.versions_of(FindingLinked, stream=item.reference)
        if v.fact.get("kind") in REPEATS
    ]


def _quiet(
    item: Progress, *, items: Sequence[ItemTaken], held: Sequence[Version], quiet: int
) -> list[Why]:
    """Sessions since it was last an item, or since it was published; findings only."""
    if item.kind == "action":
        return []
    taken = {
        taken.meeting
        for taken in items
        if {item.reference, item.theme, item.parent} & {*(taken.about or ())} - {None}
    }
    since = [m for m in held if m.fact.valid.start > item.first.fact.valid.start]
    silent = 0
    for meeting in reversed(since):
        if meeting.fact.stream in taken:
            break
        silent += 1
    if silent < quiet:
        return []
    last = [m for m in held if m.fact.stream in taken]
    words = f"Not an item in the last {number(silent)} sessions of which we hold papers"
    words += f"; last on {on_day(last[-1].fact.valid.start)}." if last else "."
    return [Why(Reason.QUIET, words, tuple(since[-silent:]))]


def _sessions(register: Register, oversight: str | None) -> list[Version]:
    held = {
        v.fact.stream: v
        for v in register.versions_of(MeetingHeld)
        if oversight is None or v.fact.get("body") == oversight
    }
    return sorted(held.values(), key=lambda v: v.fact.valid.start)


def _title(item: Progress) -> str:
    if item.text:
        return item.text
    kind = item.kind.replace("-", " ")
    state = "withheld" if item.withheld else "words not in our sources"
    name = f"{kind} {item.number}" if item.number else kind
    return f"{start(name)}: {state}"


def _folded(proposed: Sequence[AgendaItem]) -> list[AgendaItem]:
    """One item for a finding and the actions that answer it, where both have one first reason."""
    first = {item.reference: min(w.reason.order for w in item.reasons) for item in proposed}
    under: dict[str, list[str]] = {}
    for item in proposed:
        for action in item.progress.answered_by if item.progress else ():
            if first.get(action) == first[item.reference]:
                under.setdefault(item.reference, []).append(action)
    gone = {action for actions_ in under.values() for action in actions_}
    return [
        replace(item, also=tuple(under.get(item.reference, ())))
        for item in proposed
        if item.reference not in gone
    ]


def _place(item: AgendaItem) -> tuple[int, int, int, str]:
    """By first reason; then the longest overdue, the most often moved, the reference."""
    first = min(why.reason.order for why in item.reasons)
    overdue = item.progress.days_overdue if item.progress else 0
    moved = len(item.progress.moves) if item.progress else 0
    return (first, -overdue, -moved, item.reference)


def _with_question(item: AgendaItem, questions: Sequence[Question]) -> AgendaItem:
    ordered = tuple(sorted(item.reasons, key=lambda why: why.reason.order))
    item = replace(item, reasons=ordered)
    template = next((q for q in questions if q.reason is ordered[0].reason), None)
    return replace(item, question=template.ask(item) if template else "")
