"""My week: overdue; due in 7, 14 and 28 days; waiting for others; nothing else.

Computed from the rows of a register and the few facts that are no rows: replies that the law
asks for, and questions of a session that nobody has answered. Each entry says what it waits for.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from answerable.ledger.register import Register, Version
from answerable.scrutiny.accountability import source_clocks
from answerable.scrutiny.accountability.finding_sources import by_inspectors
from answerable.scrutiny.clocks import Window, window
from answerable.scrutiny.matter import report_of
from answerable.scrutiny.phrases import log_date, number, on_day, plural, start, stop, times
from answerable.scrutiny.plans.desk import Item
from answerable.scrutiny.replies.response_steps import PUBLISHED, UNDER
from answerable.scrutiny.sessions import question_ends, replies
from answerable.vocabulary.facts import FindingPublished, ResponseStepTaken, StageReached
from answerable.vocabulary.language import marked, say, say_many
from answerable.vocabulary.regimes import Names, Regime
from answerable.vocabulary.times import in_words

SPANS = (7, 14, 28)
MOST_LATER = 3
REPLY, QUESTION, ANSWER = "reply", "question", "answer"
LAW = (REPLY, ANSWER)
"""What a law asks of a body: its words say how many days are left."""
STILL_ASKED = 56
"""Days after a statutory period for which a reply that is not on record stays in the week."""
NOT_HELD = marked("Its publication is not on our record.")


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the week. `days` is negative once the date has passed; None without a date."""

    reference: str
    institution: str
    kind: str
    text: str | None
    marked: bool
    owner: str | None
    due: str | None
    days: int | None
    why: str
    seq: int


@dataclass(frozen=True, slots=True)
class Week:
    """What an office has to do, soonest first."""

    overdue: tuple[Entry, ...]
    due: tuple[tuple[int, tuple[Entry, ...]], ...]
    waiting: tuple[Entry, ...]
    later: tuple[Entry, ...] = ()
    """The first few after the last span: they are no work of this week."""

    @property
    def every(self) -> tuple[Entry, ...]:
        """All lines, in the order of the page."""
        return (*self.overdue, *(e for _, found in self.due for e in found), *self.waiting)

    def only(self, references: frozenset[str]) -> "Week":
        """The lines about these alone."""

        def these(found: tuple[Entry, ...]) -> tuple[Entry, ...]:
            return tuple(entry for entry in found if entry.reference in references)

        return Week(
            these(self.overdue),
            tuple((span, these(found)) for span, found in self.due),
            these(self.waiting),
            these(self.later),
        )

    @property
    def sentence(self) -> str:
        """“Two items are overdue, four are due in the next 28 days, one waits for others.”

        What the law asks stands under a heading of its own, and is counted before the rest.
        """
        late, soon = self._counted(law=False)
        wait, law = len(self.waiting), self._law
        if not (late or soon or wait):
            nothing = (
                say("Nothing else is overdue, due in the next 28 days, or waiting for others.")
                if law
                else say("Nothing is overdue, due in the next 28 days, or waiting for others.")
            )
            return " ".join(filter(None, (stop(law) if law else "", nothing, self._next)))
        waits = _waits(wait)
        told = start(
            say(
                "{many}, {many2}, {word} {word2} for others.",
                many=_many(late, "overdue", other=bool(law)),
                many2=_many(soon, say("due in the next 28 days"), other=bool(law)),
                word=number(wait) if wait else say("nothing"),
                word2=waits if wait else say("waits"),
            )
        )
        return f"{stop(law)} {told}" if law else told

    def _counted(self, *, law: bool) -> tuple[int, int]:
        """How many are overdue and due: of what the law asks, or of all else."""
        late = sum((e.kind in LAW) is law for e in self.overdue)
        return late, sum((e.kind in LAW) is law for _, found in self.due for e in found)

    @property
    def _law(self) -> str:
        """“Of what the law asks, one is overdue, two are due in the next 28 days”; or nothing."""
        late, soon = self._counted(law=True)
        told = [_few(late, say("overdue"))] if late else []
        told += [_few(soon, say("due in the next 28 days"))] if soon else []
        return say("Of what the law asks, {told}", told=", ".join(told)) if told else ""

    @property
    def _next(self) -> str:
        """“The next is due on 31 December 2026.”; empty where nothing has a date."""
        if not self.later or self.later[0].due is None:
            return ""
        return say("The next is due {day}.", day=in_words(self.later[0].due))

    @property
    def known(self) -> str:
        """Of a body that keeps its own record elsewhere: what there is, and never that nothing is.

        “Two items are overdue, one waits for others, as far as our sources say.”; empty for none.
        """
        late, soon = self._counted(law=False)
        wait, law = len(self.waiting), self._law
        other = bool(law)
        told = [_many(late, say("overdue"), other=other)] if late else []
        told += [_many(soon, say("due in the next 28 days"), other=other)] if soon else []
        if wait:
            waits = say("{word} {word2} for others", word=number(wait), word2=_waits(wait))
            told.append(waits)
        if not (told or law):
            return ""
        if not told:
            return say("{told}, as far as our sources say.", told=law)
        words = start(say("{told}, as far as our sources say.", told=", ".join(told)))
        return f"{stop(law)} {words}" if law else words


def week(
    register: Register, items: Sequence[Item], *, on: date, regime: Regime, oversight: str
) -> Week:
    """The week of whoever answers for one institution, on a day."""
    dated = [_dated(i, on, regime.names) for i in items if i.waiting and i.due]
    dated += _replies(register, items, on=on, regime=regime, oversight=oversight)
    dated += _answers(register, items, on=on, regime=regime)
    dated.sort(key=lambda e: (e.days if e.days is not None else 0, e.reference))
    return Week(
        overdue=tuple(e for e in dated if e.days is not None and e.days < 0),
        due=tuple((span, tuple(_within(dated, span))) for span in SPANS),
        waiting=(*_unproven(items, regime.names), *_unanswered(register)),
        later=_later(dated),
    )


def _later(dated: Iterable[Entry]) -> tuple[Entry, ...]:
    """The first few after the last span, and what the law asks however far it is."""
    found = [e for e in dated if e.days is not None and e.days > SPANS[-1]]
    law = (e for e in found[MOST_LATER:] if e.kind in (REPLY, ANSWER))
    return (*found[:MOST_LATER], *law)


def _within(dated: Iterable[Entry], span: int) -> list[Entry]:
    """Due in this span and in no shorter one."""
    before = max((s for s in SPANS if s < span), default=-1)
    return [e for e in dated if e.days is not None and before < e.days <= span]


def _dated(item: Item, on: date, names: Names) -> Entry:
    left = (item.last_due - on).days
    moved = say(" Moved {times}.", times=times(item.moves)) if item.moves else ""
    first = (
        say(" First due {day}.", day=in_words(item.due_first))
        if item.moves and item.due_first
        else ""
    )
    status = say(" The log says: {words}", words=stop(item.log_status)) if item.log_status else ""
    told = say("Due {day}.{first}{moved}", day=in_words(item.due or ""), first=first, moved=moved)
    return _entry(item, days=left, why=f"{told}{log_date(item.log_due)}{status}")


def _unproven(items: Sequence[Item], names: Names) -> list[Entry]:
    """Said to be done and not checked, or claimed as closed and not closed by its owner."""
    found = []
    for item in items:
        if item.claimed:
            why = say(
                "{institution} asked for it to be closed; its owner has not said.",
                institution=start(names.institution),
            )
        elif item.unproven == "not verified":
            why = say(
                "{institution} says it is done. Nobody else has checked yet.",
                institution=start(names.institution),
            )
        else:
            continue
        found.append(_entry(item, days=None, why=why))
    return found


def _entry(item: Item, *, days: int | None, why: str) -> Entry:
    return Entry(
        reference=item.reference,
        institution=item.institution,
        kind=item.kind,
        text=item.text,
        marked=item.marked,
        owner=item.owner,
        due=item.due,
        days=days,
        why=why,
        seq=item.seq,
    )


class Published(Protocol):
    """What a report's window needs to know of a finding; a row of the desk is one."""

    @property
    def reference(self) -> str:
        """Its reference, which begins with that of its report."""

    @property
    def kind(self) -> str:
        """An action is never published by a report."""

    @property
    def published(self) -> date:
        """The day of its report."""


def reply_windows(
    items: Iterable[Published], *, regime: Regime, clock: str = "comments-on-report"
) -> dict[str, Window]:
    """Report -> its statutory window, of every report that published one of these findings.

    Hand in those of inspectors alone: the law sets no such window for others.
    """
    if not any(c.id == clock for c in regime.clocks):
        return {}
    published: dict[str, date] = {}
    for item in items:
        if item.kind != "action":
            report = report_of(item.reference)
            published[report] = min(item.published, published.get(report, item.published))
    return {
        report: window(regime=regime, clock=clock, starts=day) for report, day in published.items()
    }


def _replies(
    register: Register, items: Sequence[Item], *, on: date, regime: Regime, oversight: str
) -> list[Entry]:
    """Replies whose publication is not on record, while their period runs and a while after.

    An older report whose reply we do not hold says nothing about an office's week.
    """
    out = {
        v.fact.stream.removeprefix(UNDER)
        for v in register.versions_of(ResponseStepTaken, StageReached)
        if v.fact.stream.startswith(UNDER) and PUBLISHED in v.fact.values().values()
    }
    others = {f.stream for f in register.of(FindingPublished) if not by_inspectors(f)}
    inspected = [item for item in items if item.reference not in others]
    return [
        Entry(
            reference=report,
            institution=register.institution,
            kind=REPLY,
            text=say("Reply to the report of {day}", day=on_day(found.starts)),
            marked=False,
            owner=oversight,
            due=found.last_day.isoformat(),
            days=found.days_left(on),
            why=_window_words(found, on),
            seq=-1,
        )
        for report, found in reply_windows(inspected, regime=regime).items()
        if report not in out
        and (found.state(on) == "running" or 0 < -found.days_left(on) <= STILL_ASKED)
    ]


def _answers(
    register: Register, items: Sequence[Item], *, on: date, regime: Regime
) -> list[Entry]:
    """Answers that the law of a coroner's report, or of another source, asks for."""
    still = {item.reference for item in items if item.open}
    found = []
    for asked, clock in source_clocks.running(register, sources=regime.finding_sources):
        fact, last = asked.fact, clock.last_day
        if last is None or last < on - timedelta(days=STILL_ASKED) or fact.stream not in still:
            continue
        found.append(
            Entry(
                reference=fact.stream,
                institution=register.institution,
                kind=ANSWER,
                text=say("Answer to {source}: {words}", source=fact.get("owner"), words=words)
                if (words := fact.get("text"))
                else None,
                marked="text" in fact.classes,
                owner=fact.get("addressee") or register.institution,
                due=last.isoformat(),
                days=(last - on).days,
                why=clock.sentence(on),
                seq=asked.seq,
            )
        )
    return found


def _window_words(found: Window, on: date) -> str:
    told = found.sentence(on)
    return told if found.state(on) == "running" else f"{told} {NOT_HELD}"


def _unanswered(register: Register) -> list[Entry]:
    """Questions of sessions with neither an answer nor an end, oldest first."""
    return [_question(register, asked) for asked in question_ends.unanswered(register)]


def _question(register: Register, asked: Version) -> Entry:
    fact = asked.fact
    return Entry(
        reference=fact.stream,
        institution=fact.institution,
        kind=QUESTION,
        text=fact.get("text"),
        marked="text" in fact.classes,
        owner=fact.get("to"),
        due=None,
        days=None,
        why=replies.told(register, asked),
        seq=asked.seq,
    )


def _waits(n: int) -> str:
    return "waits" if n == 1 else "wait"


def _many(n: int, words: str, *, other: bool) -> str:
    """“two items are overdue”; `other`: some are told before, and these are besides."""
    if n == 0:
        if other:
            return say("nothing else is {words}", words=words)
        return say("nothing is {words}", words=words)
    item = say_many("other item", "other items", n) if other else plural("item", n)
    return f"{number(n)} {item} {say('is') if n == 1 else say('are')} {words}"


def _few(n: int, words: str) -> str:
    return f"{number(n)} {say('is') if n == 1 else say('are')} {words}"
