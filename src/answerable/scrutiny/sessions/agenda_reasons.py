"""Why an item comes on the agenda: found again, newly found, unanswered, overdue, unproven, quiet.

Each reason is found in the record and stands with the facts behind it.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from answerable.ledger.register import Register, Version
from answerable.scrutiny import phrases
from answerable.scrutiny.drift import slips
from answerable.scrutiny.lateness import due_before
from answerable.scrutiny.phrases import on_day, start, stop
from answerable.scrutiny.sessions import minuted, question_ends, replies
from answerable.scrutiny.standing import Progress
from answerable.vocabulary.facts import (
    AssuranceJudged,
    FindingLinked,
    GradeGiven,
    ObservationsLoaded,
    QuestionAsked,
    VerdictGiven,
)
from answerable.vocabulary.language import say
from answerable.vocabulary.regimes import Names, Regime
from answerable.vocabulary.times import in_words, last_day

REPEATS = ("asked-before", "same-as")
WORSENED = "worsened"
_DOUBTS = ("not-assured", "partly")
LEAST_PARTS = 5
"""Of the reference of a finding: who found it, the year, the body, its kind and its number."""


class Reason(StrEnum):
    """Why an item is on the agenda, in the order in which items come."""

    RELAPSED = "relapsed"
    NEW_CONCERN = "new-concern"
    STATUTORY_WINDOW = "statutory-window"
    UNANSWERED = "unanswered"
    NOT_ASSURED = "not-assured"
    OVERDUE = "overdue"
    OVERDUE_TOGETHER = "overdue-together"
    WORSE = "worse"
    PROMISED_TO_SESSION = "promised-to-session"
    MOVED = "moved"
    MOVED_TOGETHER = "moved-together"
    SLIPPING = "slipping"
    SLIPPING_TOGETHER = "slipping-together"
    UNDATED = "undated"
    UNDATED_TOGETHER = "undated-together"
    UNPROVEN = "unproven"
    UNPROVEN_TOGETHER = "unproven-together"
    SET_ASIDE = "set-aside"
    SET_ASIDE_TOGETHER = "set-aside-together"
    REPEAT = "repeat"
    QUIET = "quiet"
    THEME = "theme"

    @property
    def order(self) -> int:
        """Position, from 0."""
        return _ORDER[self]

    @property
    def of_group(self) -> bool:
        """Several actions come as one item for it."""
        return self.value.endswith("-together")


_ORDER = {reason: place for place, reason in enumerate(Reason)}


@dataclass(frozen=True)
class Why:
    """One reason in words, with the facts behind it."""

    reason: Reason
    words: str
    versions: tuple[Version, ...]


@dataclass(frozen=True, slots=True)
class Signal:
    """What the chart of a measure says is worse: since which day it is known, and in words."""

    reference: str
    title: str
    on: date
    words: str


def of_state(item: Progress, *, on: date, since: date, names: Names) -> list[Why]:
    """The reasons that stand in the state of a finding or an action."""
    found = []
    moves = tuple(m.version for m in item.moves)
    if item.waiting and item.log_calls:
        return [Why(Reason.SET_ASIDE, _set_aside(item), item.versions)]
    if item.slipped_back and item.relapse and item.closed_before:
        behind = (item.closed_before.version, item.relapse)
        found.append(Why(Reason.RELAPSED, item.sentence, behind))
    if item.overdue:
        due = due_before(item.due or "", item.days_overdue, on=on)
        words = say("Due {due}.", due=due) + phrases.log_date(item.log_due)
        found.append(Why(Reason.OVERDUE, words, (item.first, *moves)))
    to_session = item.waiting and bool(item.due) and since < last_day(item.due or "") <= on
    if to_session and not item.overdue:
        words = say(
            "Due {day}: after the last session and no later than this one.",
            day=in_words(item.due or ""),
        )
        found.append(Why(Reason.PROMISED_TO_SESSION, words, (item.first, *moves)))
    if item.moved and item.open:
        told = phrases.moved_words if item.overdue else phrases.due_words  # its date is said once
        found.append(Why(Reason.MOVED, told(item, names), moves))
    if slips(item, on=on) and not item.overdue and not item.moved and not to_session:
        words = say("Promised, and due {day}.", day=in_words(item.due or ""))
        found.append(Why(Reason.SLIPPING, words, (item.first,)))
    if item.unproven:
        found.append(Why(Reason.UNPROVEN, _unproven(item, names), item.versions))
    return found


def repeats(register: Register, item: Progress) -> list[Why]:
    """Findings that a person linked as asked before."""
    return [
        Why(
            Reason.REPEAT,
            say("Asked before: {fact}.", fact=named(str(v.fact.get("other")))),
            (v,),
        )
        for v in register.versions_of(FindingLinked, stream=item.reference)
        if v.fact.get("kind") in REPEATS
    ]


def named(reference: str) -> str:
    """A finding by its kind, number and year, as its reference gives them.

    >>> named("hmicfrs/2018/west-mercia/soc/cause-of-concern/1")
    'cause of concern 1 of 2018'
    """
    parts = reference.split("/")
    if len(parts) < LEAST_PARTS or not parts[1].isdigit():
        return reference
    kind = parts[-2].replace("-", " ")
    return say("{kind} {number} of {year}", kind=kind, number=parts[-1], year=parts[1])


def not_assured(item: Progress, *, judged: Mapping[str, Version]) -> list[Why]:
    """Of which the last judgement on record is that the body was not assured, or in part.

    `judged`: what was judged -> the last judgement about it, of whichever session.
    """
    last = judged.get(item.reference)
    level = str(last.fact.get("level")) if last else ""
    if last is None or level not in _DOUBTS:
        return []
    day = on_day(last.fact.valid.start)
    words = (
        say("Judged not assured on {day}.", day=day)
        if level == "not-assured"
        else say("Judged assured in part on {day}.", day=day)
    )
    why = str(last.fact.get("reason") or "")
    return [Why(Reason.NOT_ASSURED, f"{words} {start(stop(why))}" if why else words, (last,))]


def judgements(register: Register) -> Mapping[str, Version]:
    """What was judged -> the last judgement about it."""
    found = sorted(register.versions_of(AssuranceJudged), key=lambda v: v.fact.valid.start)
    under = minuted.items(register)
    return {name: v for v in found for name in minuted.spoken_of(v, under)}


def unanswered(register: Register) -> list[tuple[str, str, Why]]:
    """(reference, words, reason) of every question that still waits for an answer or an end."""
    return [
        (
            asked.fact.stream,
            str(asked.fact.get("text") or say("A question whose words are withheld")),
            Why(Reason.UNANSWERED, replies.told(register, asked), (asked,)),
        )
        for asked in question_ends.unanswered(register)
        if isinstance(asked.fact, QuestionAsked)
    ]


def worse(register: Register, *, since: date, regime: Regime | None) -> list[tuple[str, str, Why]]:
    """(reference, words, reason) of what got worse since the last session: verdicts and grades.

    A grade is worse only than the one before it on the same scale; two scales are never compared.
    """
    found = [
        (
            v.fact.stream,
            str(v.fact.get("measure") or v.fact.stream).replace("-", " "),
            Why(
                Reason.WORSE,
                say("Judged on {day}: it worsened.", day=on_day(v.fact.valid.start)),
                (v,),
            ),
        )
        for v in register.versions_of(VerdictGiven)
        if v.fact.get("verdict") == WORSENED and v.fact.valid.start > since
    ]
    by_question: dict[str, list[Version]] = defaultdict(list)
    for version in register.versions_of(GradeGiven):
        by_question[str(version.fact.get("question"))].append(version)
    for question, grades in by_question.items():
        in_order = sorted(grades, key=lambda v: (v.fact.valid.start, v.seq))
        if len(in_order) > 1 and in_order[-1].fact.valid.start > since:
            why = _fell(in_order[-2], in_order[-1], regime)
            if why is not None:
                found.append((in_order[-1].fact.stream, question, why))
    return found


def signalled(
    register: Register, signals: Sequence[Signal], *, since: date
) -> list[tuple[str, str, Why]]:
    """(reference, words, reason) of measures whose chart is newly worse and that have no verdict.

    Behind each stand the loads of its figures.
    """
    judged = {v.fact.stream for v in register.versions_of(VerdictGiven)}
    return [
        (s.reference, s.title, Why(Reason.WORSE, s.words, loads))
        for s in signals
        if s.on > since and s.reference not in judged
        if (loads := register.versions_of(ObservationsLoaded, stream=s.reference)[-1:])
    ]


def _fell(before: Version, now: Version, regime: Regime | None) -> Why | None:
    scale = regime.scale(now.fact.get("scale")) if regime else None
    if scale is None or before.fact.get("scale") != scale.id:
        return None
    was, is_ = (scale.order(str(v.fact.get("value"))) for v in (before, now))
    if was is None or is_ is None or is_ <= was:
        return None
    words = say(
        "Graded {fact} on {day}; before, {fact2} on the same scale.",
        fact=now.fact.get("value"),
        day=on_day(now.fact.valid.start),
        fact2=before.fact.get("value"),
    )
    return Why(Reason.WORSE, words, (before, now))


def _set_aside(item: Progress) -> str:
    told = say(
        "The log calls it “{words}”; nobody has closed it on our record.", words=item.log_calls
    )
    due = say("Due {day}.", day=in_words(item.due)) if item.due else ""
    return f"{told} {due}".strip()


def _unproven(item: Progress, names: Names) -> str:
    if item.unproven == "not verified":
        return say(
            "{institution} says it is done. Nobody else has checked yet.",
            institution=start(names.doer(item.owner)),
        )
    return say(
        "Checked. {effect}",
        effect=phrases.effect(item, names=names) or "No evidence yet that it worked.",
    )
