"""How much scrutiny each theme gets: always of the papers that we hold, never of what took place.

Sessions with the theme on the agenda, of sessions held; days since somebody last asked about it;
questions without an answer on record; and how many of those sessions came before and since the
last report on the theme.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from answerable.ledger.register import Register
from answerable.scrutiny.answering import answered
from answerable.scrutiny.phrases import number, on_day, plural, start
from answerable.vocabulary.facts import (
    ActionPromised,
    AnswerGiven,
    FindingPublished,
    ItemTaken,
    MeetingHeld,
    PlanAdopted,
    QuestionAsked,
    QuestionEnded,
)
from answerable.vocabulary.language import marked, say
from answerable.vocabulary.regimes import Regime
from answerable.vocabulary.times import first_day

OF_OUR_PAPERS = marked("of the papers we hold")


@dataclass(frozen=True, slots=True)
class Intensity:
    """Scrutiny of one theme, as far as papers are held."""

    theme: str
    words: str
    sessions: int
    held: int
    last_asked: date | None
    unanswered: int
    published: date
    before: int
    since: int

    def sentence(self, on: date) -> str:
        """“On the agenda of 3 of 7 sessions of the papers we hold; last asked 40 days ago ...”."""
        if not self.held:
            return say("No session is on record, {of_our_papers}.", of_our_papers=OF_OUR_PAPERS)
        told = [
            say(
                "On the agenda of {sessions} of {held} sessions, {of_our_papers}",
                sessions=self.sessions,
                held=self.held,
                of_our_papers=OF_OUR_PAPERS,
            )
        ]
        if self.last_asked is None:
            told.append(say("no question on record"))
        else:
            days = (on - self.last_asked).days
            told.append(
                say(
                    "last asked {days} {what} ago",
                    days=number(days) if days else "no",
                    what=plural("day", days),
                )
            )
        if self.unanswered:
            n = self.unanswered
            told.append(
                say(
                    "{count} {what} without an answer on record",
                    count=number(n),
                    what=plural("question", n),
                )
            )
        if self.sessions:
            told.append(
                say(
                    "{before} before the report of {day}, and {since} since",
                    before=_sessions(self.before),
                    day=on_day(self.published),
                    since=_sessions(self.since),
                )
            )
        return start("; ".join(told)) + "."


def _sessions(n: int) -> str:
    return f"{number(n)} {plural('session', n)}" if n else say("no session")


def intensity(register: Register, *, regime: Regime) -> tuple[Intensity, ...]:
    """Every theme with a finding on record, the least asked first. One pass over the register."""
    of_stream, published = _themes(register)
    held = {m.stream: first_day(str(m.date)) for m in register.of(MeetingHeld) if m.date}
    taken = _taken(register, of_stream, published)
    questions = _questions(register, taken)
    made = []
    for theme, out in published.items():
        meetings = {m for (m, _), themes in taken.items() if theme in themes and m in held}
        asked = [q for q in questions if theme in q.themes]
        made.append(
            Intensity(
                theme=theme,
                words=regime.theme(theme).words,
                sessions=len(meetings),
                held=len(held),
                last_asked=max((q.on for q in asked), default=None),
                unanswered=sum(1 for q in asked if not q.answered),
                published=out,
                before=sum(1 for m in meetings if held[m] < out),
                since=sum(1 for m in meetings if held[m] >= out),
            )
        )
    return tuple(sorted(made, key=lambda i: (i.last_asked or date.min, i.theme)))


@dataclass(frozen=True, slots=True)
class _Question:
    themes: frozenset[str]
    on: date
    answered: bool


def _themes(register: Register) -> tuple[dict[str, set[str]], dict[str, date]]:
    """Stream -> its themes, and theme -> the day of its last report."""
    of_stream: dict[str, set[str]] = {}
    published: dict[str, date] = {}
    for finding in register.of(FindingPublished):
        if finding.theme:
            of_stream.setdefault(finding.stream, set()).add(finding.theme)
            day = finding.valid.start
            published[finding.theme] = max(day, published.get(finding.theme, day))
    linked = answered(register)
    for version in register.versions_of(ActionPromised, PlanAdopted):
        stream = version.fact.stream
        for name in (*(version.fact.get("answers") or ()), *linked.get(stream, ())):
            if name in of_stream:
                of_stream.setdefault(stream, set()).update(of_stream[name])
    return of_stream, published


def _taken(
    register: Register, of_stream: Mapping[str, Iterable[str]], published: Mapping[str, date]
) -> dict[tuple[str, str], frozenset[str]]:
    """(session, number of its item) -> the themes that it took."""
    found: dict[tuple[str, str], frozenset[str]] = {}
    for item in register.of(ItemTaken):
        themes = {name for name in item.about or () if name in published}
        for name in item.about or ():
            themes.update(of_stream.get(name, ()))
        found[item.meeting or item.stream, str(item.number)] = frozenset(themes)
    return found


def _questions(
    register: Register, taken: Mapping[tuple[str, str], frozenset[str]]
) -> list[_Question]:
    ended = register.versions_of(AnswerGiven, QuestionEnded)
    streams = {v.fact.stream for v in ended}
    refs = {v.fact.ref for v in ended if v.fact.ref}
    found = []
    for version in register.versions_of(QuestionAsked):
        fact = version.fact
        item = f"{fact.get('meeting')}/item/{fact.get('item')}"
        answered = item in streams or fact.stream in streams or version.entry_id in refs
        themes = taken.get((str(fact.get("meeting")), str(fact.get("item"))), frozenset())
        found.append(_Question(themes, fact.valid.start, answered))
    return found
