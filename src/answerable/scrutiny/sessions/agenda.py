"""The agenda of the next session: items with their reasons, and a suggested question for each.

Pure function of a register on the day of the session. A question asks for assurance: what, by
when, shown by what; never how to deploy (Policing Protocol Order 2023; DOMAIN 3.1). Its words
come from reviewed templates (`catalogue/questions/*.toml`) that are handed in.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from answerable.ledger.register import Register
from answerable.scrutiny.clocks import Window
from answerable.scrutiny.phrases import on_day, start
from answerable.scrutiny.progress import actions, findings
from answerable.scrutiny.sessions import agenda_reasons, silence
from answerable.scrutiny.sessions.agenda_reasons import Reason, Signal, Why
from answerable.scrutiny.standing import Progress
from answerable.vocabulary.language import say
from answerable.vocabulary.offices import of_overseer
from answerable.vocabulary.regimes import Names, Regime
from answerable.vocabulary.times import in_words

__all__ = ["AgendaItem", "Question", "Reason", "Signal", "Why", "agenda"]


INNER = str.maketrans("“”", "‘’")
"""Quotation marks inside quotation marks."""


@dataclass(frozen=True)
class Question:
    """A reviewed template for one reason; `{text}`, `{due}` and `{reference}` are filled in.

    One for a group of actions may also name `{many}`, `{first}`, `{next}` and `{times}`.

    `panel` is what a panel may ask the body that holds to account about the same thing.
    """

    id: str
    reason: Reason
    assurance: str
    by_when: str
    shown_by: str
    panel: str

    def ask(self, item: "AgendaItem") -> str:
        """The question for one item, as one text."""
        return self._filled(" ".join((self.assurance, self.by_when, self.shown_by)), item)

    def ask_overseer(self, item: "AgendaItem") -> str:
        """The panel's question about one item."""
        return self._filled(self.panel, item)

    def _filled(self, words: str, item: "AgendaItem") -> str:
        words = words.replace("“{text}”", item.named)
        for name, value in item.fillings.items():
            words = words.replace(f"{{{name}}}", value)
        return start(words)


@dataclass(frozen=True)
class AgendaItem:
    """A proposed item. The first reason decides its place; the others stand beside it.

    `also` names what stands under it: the actions that answer this finding and would come for the
    same reason, or the other actions of a group that would flood the agenda. `group` is what a
    template may name of such a group. `belongs` tells of other items that belong to it, and
    `beside` has their references.
    """

    reference: str
    title: str
    reasons: tuple[Why, ...]
    progress: Progress | None
    also: tuple[str, ...] = ()
    template: Question | None = None
    group: tuple[tuple[str, str], ...] = ()
    belongs: str = ""
    beside: tuple[str, ...] = ()

    @property
    def ours(self) -> bool:
        """Is it an action of whoever holds to account? Nobody is asked for it in the session."""
        found = self.progress
        return found is not None and found.kind == "action" and of_overseer(found.owner)

    @cached_property
    def question(self) -> str:
        """The suggested question; made when it is asked for, as few of many items are shown."""
        return self.template.ask(self) if self.template else ""

    @cached_property
    def panel_question(self) -> str:
        """What a panel may ask the body that holds to account."""
        return self.template.ask_overseer(self) if self.template else ""

    @property
    def summarised(self) -> bool:
        """Do its words stand in a summary of ours that is held? They are no quotation then."""
        first = self.progress.first.fact if self.progress else None
        source = first.source if first and first.get("text") else None
        return source is not None and source.kind == "summary" and bool(source.doc)

    @cached_property
    def named(self) -> str:
        """The item inside a sentence: its words as a quotation, or whose words they are."""
        words = start(self.title.rstrip(".")).translate(INNER)
        if self.summarised and self.progress:
            return say(
                "{name} (in our summary’s words: {words})",
                name=name_of(self.progress),
                words=words,
            )
        return f"“{words}”"

    @property
    def fillings(self) -> Mapping[str, str]:
        """What a template may name."""
        due = self.progress.due if self.progress else None
        return {
            "text": start(self.title.rstrip(".")).translate(INNER),
            "due": in_words(due) if due else say("a date to be agreed"),
            "reference": self.reference,
            **dict(self.group),
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
    signals: Sequence[Signal] = (),
    titles: Mapping[str, str] | None = None,
) -> tuple[AgendaItem, ...]:
    """Proposed items for a session on a day, most pressing first.

    `oversight` is the body whose sessions count; `windows` the statutory windows that run or
    ended, by the reference of their report; `titles` what those reports are called; `signals` what
    the charts say is worse.
    """
    names = names or (regime.names if regime else Names())
    least = regime.quiet_sessions if regime else 3
    among = silence.held(register, oversight)
    judged = agenda_reasons.judgements(register)
    proposed = []
    for item in (*findings(register, names=names), *actions(register, names=names)):
        if item.open or item.slipped_back:
            why = [
                *agenda_reasons.of_state(item, on=on, since=among.last, names=names),
                *silence.new_concern(item, among=among, least=least),
                *silence.undated(item, among=among),
                *agenda_reasons.not_assured(item, judged=judged),
                *agenda_reasons.repeats(register, item),
                *silence.quiet(item, among=among, least=least),
            ]
            if why:
                why.sort(key=lambda one: one.reason.order)
                proposed.append(AgendaItem(item.reference, _title(item), tuple(why), item))
    for reference, title, why_ in (
        *agenda_reasons.unanswered(register),
        *agenda_reasons.worse(register, since=among.last, regime=regime),
        *agenda_reasons.signalled(register, signals, since=among.last),
    ):
        proposed.append(AgendaItem(reference, title, (why_,), None))
    for reference, running in (windows or {}).items():
        if running.state(on) == "running":
            words = say(
                "{told} Counted on {day}.", told=running.sentence(on), day=on_day(on)
            )  # a paper is read before its session
            found = register.versions_of(stream=reference)[:1]
            why_window = Why(Reason.STATUTORY_WINDOW, words, found)
            title = reply_title((titles or {}).get(reference), running.starts)
            proposed.append(AgendaItem(reference, title, (why_window,), None))
    by_reason = {q.reason: q for q in reversed(questions)}
    ordered = sorted(_folded(proposed, by_reason), key=_place)
    return tuple(ordered)


def reply_title(title: str | None, published: date) -> str:
    """“Reply to “PEEL 2026” of 13 October 2026”; by its day alone where no title is held."""
    if title is None:
        return say("Reply to the report of {day}", day=on_day(published))
    return say("Reply to “{title}” of {day}", title=title, day=on_day(published))


def _title(item: Progress) -> str:
    if item.text:
        return item.text
    state = "withheld" if item.withheld else say("words not in our sources")
    return f"{name_of(item)}: {state}"


def name_of(item: Progress) -> str:
    """“Cause of concern 1”."""
    kind = item.kind.replace("-", " ")
    return start(f"{kind} {item.number}" if item.number else kind)


def _folded(
    proposed: Sequence[AgendaItem], questions: Mapping[Reason, Question]
) -> list[AgendaItem]:
    """One item for a finding and the actions that answer it, where both have one first reason."""
    first = {item.reference: item.reasons[0].reason for item in proposed}
    under: dict[str, list[str]] = {}
    for item in proposed:
        for action in item.progress.answered_by if item.progress else ():
            if first.get(action) is first[item.reference]:
                under.setdefault(item.reference, []).append(action)
    gone = {action for actions_ in under.values() for action in actions_}
    return [
        replace(
            item,
            also=tuple(under.get(item.reference, ())),
            template=None if item.ours else questions.get(item.reasons[0].reason),
        )
        for item in proposed
        if item.reference not in gone
    ]


def _place(item: AgendaItem) -> tuple[int, int, int, str]:
    """By first reason; then the longest overdue, the most often moved, the reference.

    What an earlier session agreed for today comes with what it asked: before the action logs.
    """
    found = item.progress
    overdue = found.days_overdue if found else 0
    moved = len(found.moved) if found else 0
    reason = item.reasons[0].reason
    if found and found.agreed and reason in (Reason.OVERDUE, Reason.PROMISED_TO_SESSION):
        reason = Reason.UNANSWERED
    return (reason.order, -overdue, -moved, item.reference)
