"""Standing items of an agenda: which a series has, where they stand, and what is known of each.

The regime names them (`[[standing]]`). The office says which its series have, and adds lines of
its own; until it does, a series has those that the regime gives it. They stand at the start or at
the end of each agenda that is begun after that, the date of the next session last, and take no
place among the brief's questions.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Final

from answerable.ledger.register import Register
from answerable.operations import catalogue
from answerable.operations.sessions.session_plans import own_session
from answerable.scrutiny.phrases import number, on_day, plural, start
from answerable.scrutiny.plans.plans import NotPossible
from answerable.scrutiny.sessions import forward_plan, public_questions
from answerable.scrutiny.sessions.forward_plan import SERIES, Session
from answerable.store.people import drafts as store
from answerable.store.reads import registers
from answerable.vocabulary.access import Actor
from answerable.vocabulary.language import say
from answerable.vocabulary.regimes import END, START, StandingItem
from answerable.vocabulary.times import in_words

KIND: Final = "standing"
OWN: Final = "own"
APOLOGIES, MINUTES, PUBLIC, NEXT = "apologies", "minutes", "public-questions", "next-session"
LONGEST: Final = 120
"""Characters of a line of one's own."""


def chosen(body: str, series: str, *, institution: str, on: date) -> tuple[StandingItem, ...]:
    """The standing items of a series of a body: those at the start, then those at the end."""
    known = catalogue.regime_of(institution, on=on).standing
    held = _held(body).get(series)
    if held is None:
        return tuple(item for item in known if not item.series or series in item.series)
    lines = held.split("\n")
    keys = set(lines[0].split())
    own = tuple(
        StandingItem(f"{OWN}-{place}-{n}", words, place)
        for place in (START, END)
        for n, words in enumerate(_own(lines[1:], place), start=1)
    )
    every = (*(item for item in known if item.key in keys), *own)
    return tuple(sorted(every, key=lambda item: (item.place != START, item.key == NEXT)))


def own_lines(body: str, series: str, place: str) -> tuple[str, ...]:
    """The lines that an office added of its own at the start or the end."""
    return tuple(_own(_held(body).get(series, "").split("\n")[1:], place))


def choose_standing(
    *,
    by: Actor,
    at: datetime,
    institution: str,
    body: str,
    ticked: Mapping[str, Sequence[str]],
    own: Mapping[tuple[str, str], Sequence[str]],
    revision: int,
) -> None:
    """Say which standing items each series has. `own`: (series, place) -> lines of one's own.

    Refused where somebody chose others since the page of this `revision` was read.
    """
    own_session(by, "plan_session", institution=institution, body=body)
    known = [item.key for item in catalogue.regime_of(institution, on=by.on or at.date()).standing]
    fields = {}
    for series in SERIES:
        keys = [key for key in known if key in ticked.get(series, ())]
        lines = [
            f"{place} {' '.join(words.split())[:LONGEST]}"
            for place in (START, END)
            for words in own.get((series, place), ())
            if words.strip()
        ]
        fields[series] = "\n".join((" ".join(keys), *lines))
    store.change(
        kind=KIND,
        about=KIND,
        body=body,
        office=by.office,
        at=at,
        seen=registers.head().size - 1,
        edit=lambda held: _chosen(held, revision, fields),
    )


def revision_of(body: str) -> int:
    """How often the office has chosen; 0 before it did."""
    found = store.get(kind=KIND, about=KIND, body=body)
    return found.revision if found else 0


def _chosen(held: store.Draft | None, read: int, new: Mapping[str, str]) -> Mapping[str, str]:
    if (held.revision if held else 0) != read:
        raise NotPossible(
            say("Somebody chose other standing items since. Look at them again."),
            code="changed",
        )
    return new


def fields(items: Sequence[StandingItem]) -> dict[str, str]:
    """What a draft holds of its standing items, each under a key of its own."""
    made: dict[str, str] = {}
    for item in items:
        key = f"s-{item.key}"
        made |= {f"{key}:title": item.words, f"{key}:standing": item.place}
    return made


def order(items: Sequence[StandingItem], between: Sequence[str]) -> str:
    """The keys of an agenda: the standing items around what the record proposes."""
    at_start = [f"s-{item.key}" for item in items if item.place == START]
    at_end = [f"s-{item.key}" for item in items if item.place == END]
    return " ".join((*at_start, *between, *at_end))


def told(key: str, register: Register, session: Session, held: Mapping[str, str]) -> str:
    """What is known of a standing item of a draft: which minutes, who sent apologies, …

    Of minutes that our record does not hold it says so, to the office that works with it only.
    """
    name = key.removeprefix("s-")
    if name == MINUTES and forward_plan.before(register, session) is None:
        return say("No earlier session of this body is on our record.")
    return to_send(key, register, session, held)


def to_send(key: str, register: Register, session: Session, held: Mapping[str, str]) -> str:
    """The same for a paper that goes out: nothing of what our record lacks."""
    return " ".join(_told(key.removeprefix("s-"), register, session, held))


def noted(key: str, register: Register, session: Session, held: Mapping[str, str]) -> str:
    """What the minutes say under a standing item beneath which nobody typed anything."""
    name = key.removeprefix("s-")
    if name == APOLOGIES:
        return say("They stand at the head of these minutes.") if held.get("apologies") else ""
    if name == MINUTES and held.get("approves") != "yes":
        return ""
    if name == PUBLIC:
        answered = any(held.get(f"p{n}") for n in range(1, len(_asked(register, session)) + 1))
        return say("They stand at the end of these minutes.") if answered else ""
    return " ".join(_told(name, register, session, held))


def _told(
    name: str, register: Register, session: Session, held: Mapping[str, str]
) -> Iterator[str]:
    if name == APOLOGIES and held.get("apologies"):
        yield say("From: {who}.", who="; ".join(held["apologies"].split("\n")))
    if name == MINUTES:
        before = forward_plan.before(register, session)
        if before is None:
            return
        if held.get("approves") == "yes":
            yield say("The minutes of {day} were approved.", day=in_words(before.date))
        else:
            yield f"{before.title}, {in_words(before.date)}."
    if name == PUBLIC:
        n = len(_asked(register, session))
        if n:
            yield start(
                say("{count} {questions} taken in.", count=number(n), questions=_questions(n))
            )
    if name == NEXT:
        following = forward_plan.next_after(register, session)
        if following is not None:
            yield say("{title}, {day}.", title=following.title, day=on_day(following.day))


def _asked(register: Register, session: Session) -> Sequence[object]:
    return public_questions.of_session(register, session.reference)


def _questions(n: int) -> str:
    return f"{plural('question', n)} {say('is') if n == 1 else say('are')}"


def _held(body: str) -> Mapping[str, str]:
    found = store.get(kind=KIND, about=KIND, body=body)
    return found.fields if found else {}


def _own(lines: Sequence[str], place: str) -> Iterator[str]:
    for line in lines:
        at, _, words = line.partition(" ")
        if at == place and words:
            yield words
