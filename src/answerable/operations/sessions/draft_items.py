"""The words of an item of an agenda in draft, and what has moved on the record since then.

An item keeps the words with which it was drafted until somebody takes the newer ones. It knows
the last entry of the record that it saw and the day of the session for which its days count.
"""

from collections.abc import Iterator, Mapping, Sequence
from textwrap import shorten
from typing import Final

from answerable.ledger.register import Register, Version
from answerable.operations import catalogue
from answerable.scrutiny.phrases import due_words, number, start
from answerable.scrutiny.plans.plans import NotPossible
from answerable.scrutiny.progress import progress
from answerable.scrutiny.sessions import question_ends
from answerable.scrutiny.sessions.agenda import AgendaItem
from answerable.scrutiny.sessions.forward_plan import Session
from answerable.vocabulary.facts import (
    ActionPromised,
    ActionReassigned,
    ActionUpdated,
    AnswerGiven,
    ClosureAccepted,
    ClosureClaimed,
    ClosureStated,
    ClosureVerified,
    Corrected,
    DispositionChanged,
    DueDateMoved,
    FindingPublished,
    QuestionAsked,
    QuestionEnded,
    Relapsed,
    Reopened,
    ResponseGiven,
    RungReached,
    Withdrawn,
)
from answerable.vocabulary.language import marked, say, say_many
from answerable.vocabulary.refusal import Refusal
from answerable.vocabulary.times import in_words

TELLING: Final = (
    *(DueDateMoved, RungReached, ActionUpdated, ActionReassigned, Relapsed, Reopened),
    *(ClosureClaimed, ClosureAccepted, ClosureVerified, ClosureStated, DispositionChanged),
    *(ResponseGiven, AnswerGiven, QuestionEnded, Corrected, Withdrawn),
)
"""Facts that change what an agenda says of an item."""
MOST: Final = 3
LONGEST: Final = 90
MOST_UNDER: Final = 500
"""References under one item of a draft: a group of actions names each of them."""
SEEN, MET = "seen", "met"
WORDS: Final = ("about", "why", "question", "asked", SEEN, MET)
NO_WORDS: Final = marked("A finding whose words are not in our sources")


def seen(register: Register, session: Session) -> dict[str, str]:
    """What an item keeps of the moment in which its words were drawn."""
    return {SEEN: str(register.known), MET: session.date}


def drawn(item: AgendaItem, register: Register, session: Session) -> dict[str, str]:
    """What a draft holds of a proposed item; `asked` is its question as it was proposed."""
    return {
        "title": start(item.title),
        "about": " ".join((item.reference, *item.also[:MOST_UNDER])),
        "why": why(item),
        "question": item.question,
        "asked": item.question,
        **seen(register, session),
    }


def own(given: Mapping[str, str], register: Register, session: Session) -> dict[str, str]:
    """An item of one's own about a finding or an action: its words stand where none are typed."""
    reference = given["about"].strip()
    kinds = (FindingPublished, ActionPromised)
    if not any(register.versions_of(kind, stream=reference) for kind in kinds):
        raise NotPossible("The record holds no such finding or action. Choose one from the list.")
    about = progress(register, reference)
    return {
        **given,
        "about": reference,
        "title": given.get("title", "").strip() or start(about.text or NO_WORDS),
        "why": given.get("why", "").strip() or about.sentence,
        **seen(register, session),
    }


def why(item: AgendaItem) -> str:
    """Why an item is proposed, in at most three sentences; and what belongs to it."""
    told = (*(one.words for one in item.reasons[:MOST]), item.belongs)
    return " ".join(filter(None, told))


def newer(
    held: Mapping[str, str], proposed: Sequence[AgendaItem], register: Register, session: Session
) -> dict[str, str]:
    """The words that the record has now; a question in one's own words stays.

    Of one that the record proposes no more, how it stands.
    """
    about = held["about"].split()
    wanted = set(about)
    item = next((i for i in proposed if wanted & {i.reference, *i.also}), None)
    if item is None:
        told = " ".join(words for r in about[:MOST] if (words := _stands(register, r)))
        return {"why": told, **seen(register, session)}
    made = drawn(item, register, session)
    if held["question"] != held["asked"]:
        del made["question"]
    if not item.reasons[0].reason.of_group:
        del made["title"]
    return made


def moved(
    held: Mapping[str, str], register: Register, session: Session, *, otherwise: int
) -> tuple[str, ...]:
    """What the record says now of the things of an item that moved since its words were drawn.

    `otherwise`: the last entry that the draft saw when it was begun, for an item without its own.
    """
    since = int(held[SEEN]) if held[SEEN].isdigit() else otherwise
    told = []
    met = in_words(held[MET] or _day_at(session, since))
    if met != in_words(session.date) and met in held["why"]:
        now = in_words(session.date)
        told.append(say("The session was to be on {then} and is on {now}.", then=met, now=now))
    about = held["about"].split()
    changed = [r for r in about if _news(register, r, since)]
    stands = _stands if len(about) == 1 else _told
    told += [words for r in changed[:MOST] if (words := stands(register, r))]
    if more := len(changed[MOST:]):
        told.append(
            say_many(
                "{count} more has moved.",
                "{count} more have moved.",
                more,
                shown=start(number(more)),
            )
        )
    return tuple(told)


def _day_at(session: Session, seen: int) -> str:
    """The day of the session as the record had it at an entry."""
    days = [c.date for c in session.changes if c.date and c.version.seq <= seen]
    return days[-1] if days else session.first_date


def _told(register: Register, reference: str) -> str:
    """How one of several things stands, after its words."""
    words = _stands(register, reference)
    found = register.versions_of(ActionPromised, stream=reference)
    named = (
        shorten(start(str(found[-1].fact.get("text"))), width=LONGEST, placeholder=" …")
        if found
        else ""
    )
    return f"“{named}”: {words}" if named and words else words


def _news(register: Register, reference: str, seen: int) -> bool:
    return any(v.recorded_from > seen for v in _versions(register, reference))


def _versions(register: Register, reference: str) -> Iterator[Version]:
    """The telling facts of a thing, and its first where it was corrected since."""
    for version in register.versions_of(stream=reference):
        if isinstance(version.fact, TELLING) or version.corrections:
            yield version


def _stands(register: Register, reference: str) -> str:
    """“Visit each victim again: the force says it is done. Due 30 September 2024. …”"""
    asked = register.versions_of(QuestionAsked, stream=reference)
    if asked:
        ended = question_ends.told(register, asked[-1])
        given = register.versions_of(AnswerGiven, stream=reference)
        answer = say("Answered: {words}", words=given[-1].fact.get("text")) if given else ""
        return " ".join(filter(None, (ended and f"{ended}.", answer)))
    if not register.versions_of(stream=reference):
        return say("The record holds it no more.")
    names = catalogue.names_of(register.institution, on=register.valid)
    try:
        item = progress(register, reference, names=names)
    except Refusal:
        return ""
    due = due_words(item, names) if item.due else ""
    return item.sentence if due in item.sentence else f"{item.sentence} {due}"
