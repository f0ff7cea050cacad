"""Sessions: the agenda that the record proposes, and what was taken and agreed."""

import re
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from threading import Lock

from answerable.ledger.book import Receipt
from answerable.ledger.register import Register
from answerable.operations import access, catalogue, quoting
from answerable.operations.measures import signals
from answerable.operations.quoting import Quoted
from answerable.operations.recording import book
from answerable.operations.sessions import reports
from answerable.operations.sessions.meeting_file import Minutes
from answerable.scrutiny.accountability.finding_sources import by_inspectors
from answerable.scrutiny.plans import link_doubt
from answerable.scrutiny.plans.link_doubt import Link
from answerable.scrutiny.plans.log_headings import headings
from answerable.scrutiny.plans.plans import NotPossible
from answerable.scrutiny.progress import findings
from answerable.scrutiny.sessions import agenda as proposals
from answerable.scrutiny.sessions import minutes, theme_order
from answerable.scrutiny.sessions import together as grouping
from answerable.scrutiny.sessions.agenda import AgendaItem
from answerable.scrutiny.subject import subject_of
from answerable.scrutiny.week import reply_windows
from answerable.store.engine import start
from answerable.store.reads import oversight, registers, visibility
from answerable.vocabulary.access import Actor
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import FindingPublished
from answerable.vocabulary.refusal import Refusal
from answerable.vocabulary.regimes import Regime

MOST_KEPT = 4
_OF_TIME = re.compile(r"\b(?:20\d\d|\d\d|q[1-4]|actions?|log|quarter|year)\b|\W")
"""What a heading of a log may say that names no theme."""


class NothingToScrutinise(Refusal):
    """A body about which, or about whose institutions, the record holds nothing."""

    code = "no_such_body"


def agenda(
    *,
    actor: Actor,
    body: str,
    on: date,
    known: int | None = None,
    said: date | None = None,
    theme: str | None = None,
) -> tuple[AgendaItem, ...]:
    """Proposed items for a session on a day, most pressing first, each with its reasons.

    `body` is the institution, or the body that holds it to account. A thematic session takes its
    `theme` first. Actions that would flood the agenda come together by owner and theme.
    """
    proposed: list[AgendaItem] = []
    for institution in institutions_of(body):
        found = _kept.get(institution, actor=actor, on=on, known=known, said=said)
        proposed += found.about(theme) if theme else found.together
    return tuple(proposed)


def on_case(
    *,
    actor: Actor,
    institution: str,
    theme: str,
    on: date,
    known: int | None = None,
    said: date | None = None,
) -> tuple[AgendaItem, ...]:
    """Of the proposed items of an institution, those about one subject of its findings.

    What would flood it is grouped among these alone: it hangs on nothing of another subject.
    """
    found = _kept.get(institution, actor=actor, on=on, known=known, said=said)
    about = subject_of(found.register, theme)

    def belongs(item: AgendaItem) -> bool:
        if about.streams & {item.reference, *item.also}:
            return True
        return item.progress is None and any(
            about.holds(version) for why in item.reasons for version in why.versions
        )

    return grouping.together(
        [item for item in found.items if belongs(item)],
        questions=catalogue.questions(),
        themes=found.themes,
    )


@dataclass(frozen=True)
class Proposed:
    """What the record proposes about one institution, each item by itself."""

    register: Register
    regime: Regime
    items: tuple[AgendaItem, ...]

    @cached_property
    def themes(self) -> Mapping[str, str]:
        """Finding -> its theme in words; action -> the heading of its log it stands under."""
        words = {theme.key: theme.words for theme in self.regime.themes}
        stands = headings(self.register).items()
        return {action: words for action, words in stands if not _only_a_year(words)} | {
            f.stream: words.get(f.theme, f.theme.replace("-", " "))
            for f in self.register.of(FindingPublished)
            if f.theme
        }

    @cached_property
    def doubtful(self) -> frozenset[Link]:
        """Links of the items to findings that nobody has confirmed, and that may not be meant."""
        held = [i.progress for i in self.items if i.progress and i.progress.kind == "action"]
        return link_doubt.doubtful(held, findings(self.register))

    @cached_property
    def together(self) -> tuple[AgendaItem, ...]:
        """With the actions that would flood it in groups."""
        return grouping.together(
            self.items,
            questions=catalogue.questions(),
            themes=self.themes,
            doubtful=self.doubtful,
        )

    def about(self, theme: str) -> tuple[AgendaItem, ...]:
        """For a thematic session: its theme first; what would flood each part together."""
        register, regime = self.register, self.regime
        about = theme_order.is_about(register, theme=theme, regime=regime, doubtful=self.doubtful)
        asked = {question.reason: question for question in catalogue.questions()}
        more = theme_order.besides(
            self.items,
            findings(register, names=regime.names),
            about=about,
            question=asked.get(proposals.Reason.THEME),
        )
        return grouping.together(
            theme_order.theme_first(
                register,
                (*self.items, *more),
                theme=theme,
                regime=regime,
                doubtful=self.doubtful,
            ),
            questions=catalogue.questions(),
            themes=self.themes,
            about=about,
            subject=theme,
            doubtful=self.doubtful,
        )


def _only_a_year(heading: str) -> bool:
    """“2023 actions” and “Q1 2026” sort a log by time: they name no theme."""
    return not _OF_TIME.sub("", heading.casefold())


def hold_meeting(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None,
    held: Minutes,
    words: Quoted | None = None,
) -> Receipt:
    """A session took place: its items, questions, answers and judgements, and what was agreed.

    A judgement of assurance is the oversight body's own act: it needs that permission too.
    """
    access.require(by, "hold_meeting", about=held.institution)
    if held.judged:
        access.require(by, "judge_assurance", about=held.institution)
    if by.body != held.meeting.body and oversight.overseen_now(by.body, on=by.on):
        raise NotPossible(
            f"An office of {by.body} records its own sessions, not those of {held.meeting.body}."
        )
    sourced = quoting.sourced(words, about=held.institution)

    def decide(register: Register) -> list[Fact]:
        return minutes.record(
            register,
            meeting=held.meeting,
            items=held.items,
            asked=held.asked,
            answers=held.answers,
            judged=held.judged,
            actions=held.actions,
            sourced=sourced,
        )

    return book().append(about=held.institution, decide=decide, by=by, at=at, key=key, seen=seen)


def institutions_of(body: str) -> tuple[str, ...]:
    """Those that a body holds to account, by name; else the institution itself.

    A line about the overseer's own office, such as of old minutes, does not turn its sessions
    to that office.
    """
    held = registers.reported()
    found = tuple(name for name in held if name in oversight.ever_overseen(body))
    if not found and body in held:
        return (body,)
    if not found:
        raise NothingToScrutinise(
            f"The record holds nothing about “{body[:60]}”, nor about an institution that it "
            f"holds to account. It holds: {', '.join(held) or 'nothing yet'}."
        )
    return found


@dataclass(frozen=True, slots=True)
class _Published:
    """A finding, as far as the window of its report needs it."""

    reference: str
    kind: str
    published: date


class _Kept:
    """The agendas that were proposed last, each for one state of the record.

    With 10,000 actions one takes about a second; a page that is looked at again need not.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._held: OrderedDict[tuple[object, ...], Proposed] = OrderedDict()

    def get(
        self, institution: str, *, actor: Actor, on: date, known: int | None, said: date | None
    ) -> Proposed:
        allowed = visibility.clearance(actor, institution=institution, on=on)
        home, size = start.ready().home, registers.head().size
        key = (home, size, institution, on, known, said, allowed)
        with self._lock:
            found = self._held.get(key)
        if found is None:
            found = _proposed(institution, actor=actor, on=on, known=known, said=said)
            with self._lock:
                self._held[key] = found
                while len(self._held) > MOST_KEPT:
                    self._held.popitem(last=False)
        return found


def _proposed(
    institution: str, *, actor: Actor, on: date, known: int | None, said: date | None
) -> Proposed:
    register = registers.register(institution, valid=on, known=known, said=said, actor=actor)
    regime = catalogue.regime_of(institution, on=on)
    found = (
        _Published(v.fact.stream, str(v.fact.get("kind")), v.fact.valid.start)
        for v in register.versions_of(FindingPublished)
        if by_inspectors(v.fact)
    )
    items = proposals.agenda(
        register,
        on=on,
        regime=regime,
        questions=catalogue.questions(),
        oversight=catalogue.oversight_of(institution, on=on),
        windows=reply_windows(found, regime=regime),
        signals=signals.newly_worse(register, known=known, said=said),
        titles=reports.titles(register),
    )
    return Proposed(register, regime, items)


_kept = _Kept()
