"""What the papers of a session hold as said to a question that nobody has ended.

An answer that puts a question off leaves it open, and is an answer all the same: whoever reads
that a question waits reads who said what to it.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from answerable.ledger.register import Register, Version
from answerable.scrutiny.phrases import number, on_day, start, stop
from answerable.scrutiny.sessions.exchanges import exchanges
from answerable.scrutiny.sessions.question_ends import puts_off
from answerable.vocabulary.facts import AnswerGiven, ItemTaken, QuestionAsked
from answerable.vocabulary.language import say
from answerable.vocabulary.offices import spoken

LONGEST, _ITEM = 240, "/item/"


@dataclass(frozen=True, slots=True)
class _Papers:
    """What sessions hold, sorted once for all the questions of a register.

    `items` and `asked` by session, `said` by the session under whose item it stands; `places`
    of answers in the record, by the stream that each stands in and by the entry that it names.
    """

    items: Mapping[str, Sequence[Version]]
    asked: Mapping[str, Sequence[Version]]
    said: Mapping[str, Sequence[Version]]
    given: Sequence[Version]
    places: Mapping[str, Sequence[int]]

    def own(self, asked: Version) -> list[Version]:
        """The answers that name the question itself, in the order of the record."""
        names = (asked.fact.stream, asked.entry_id)
        places = {place for name in names for place in self.places.get(name, ())}
        return [self.given[place] for place in sorted(places)]


def item_of(register: Register, asked: Version) -> str:
    """The reference of the item under which a question was asked; as it is named, if unknown."""
    named = str(asked.fact.get("item") or "")
    items = _papers(register).items.get(_meeting(asked), ())
    return next((v.fact.stream for v in items if str(v.fact.get("number")) == named), named)


def answers(register: Register, asked: Version, *, words: str = "") -> tuple[Version, ...]:
    """The answers to a question, in order. `words`: the minutes of its session as signed.

    Without the words, the answers of a whole item stand with each of its questions.
    """
    papers, meeting = _papers(register), _meeting(asked)
    item = item_of(register, asked)
    paired = exchanges(
        papers.items.get(meeting, ()),
        papers.asked.get(meeting, ()),
        papers.said.get(meeting, ()),
        (),
        words=words,
    )
    entry = asked.entry_id
    found = [
        a
        for one in paired
        if one.item == item and any(v.entry_id == entry for v in one.asked)
        for a in one.answers
    ]
    return tuple({v.entry_id: v for v in (*papers.own(asked), *found)}.values())


def told(register: Register, asked: Version) -> str:
    """“Asked on 27 November 2026. The chief constable said: “…” That put the question off.”"""
    when = say("Asked on {day}.", day=on_day(asked.fact.valid.start))
    found = answers(register, asked)
    if not found:
        return say("{when} No answer is on record.", when=when)
    if len(found) > 1:
        return say(
            "{when} {count} answers are minuted under its item; nobody has ended the question.",
            when=when,
            count=start(number(len(found))),
        )
    return f"{when} {answered(found[0])}"


def answered(answer: Version) -> str:
    """One answer, who gave it, and that it left the question open."""
    fact = answer.fact
    words = str(fact.get("text") or "")
    after = (
        say("That put the question off.") if puts_off(words) else say("Nobody has ended it yet.")
    )
    if not words or "text" in fact.classes or len(words) > LONGEST:
        return say("An answer is minuted under its item. {after}", after=after)
    office = fact.get("by_office")
    who = say("the {office}", office=spoken(office)) if office else say("an office not named")
    return say("{who} said: “{words}” {after}", who=start(who), words=stop(words), after=after)


def _papers(register: Register) -> _Papers:
    return register.once("papers of sessions", lambda: _sorted(register))


def _sorted(register: Register) -> _Papers:
    given = register.versions_of(AnswerGiven)
    said: dict[str, list[Version]] = defaultdict(list)
    places: dict[str, list[int]] = defaultdict(list)
    for place, version in enumerate(given):
        for meeting in _above(version.fact.stream):
            said[meeting].append(version)
        for name in filter(None, (version.fact.stream, version.fact.ref)):
            places[name].append(place)
    return _Papers(
        items=_by_meeting(register.versions_of(ItemTaken)),
        asked=_by_meeting(register.versions_of(QuestionAsked)),
        said=said,
        given=given,
        places=places,
    )


def _by_meeting(versions: Sequence[Version]) -> Mapping[str, Sequence[Version]]:
    found: dict[str, list[Version]] = defaultdict(list)
    for version in versions:
        found[_meeting(version)].append(version)
    return found


def _above(stream: str) -> Iterator[str]:
    """The session of which a stream is an item or a part of one."""
    parts = stream.split(_ITEM)
    return (_ITEM.join(parts[:n]) for n in range(1, len(parts)))


def _meeting(version: Version) -> str:
    return str(version.fact.get("meeting") or "")
