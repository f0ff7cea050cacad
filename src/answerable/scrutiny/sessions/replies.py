"""What the papers of a session hold as said to a question that nobody has ended.

An answer that puts a question off leaves it open, and is an answer all the same: whoever reads
that a question waits reads who said what to it.
"""

from answerable.ledger.register import Register, Version
from answerable.scrutiny.phrases import number, on_day, start, stop
from answerable.scrutiny.sessions.exchanges import exchanges
from answerable.scrutiny.sessions.question_ends import puts_off
from answerable.vocabulary.facts import AnswerGiven, ItemTaken, QuestionAsked
from answerable.vocabulary.language import say
from answerable.vocabulary.offices import spoken

LONGEST = 240


def item_of(register: Register, asked: Version) -> str:
    """The reference of the item under which a question was asked; as it is named, if unknown."""
    named = str(asked.fact.get("item") or "")
    items = _items(register, asked)
    return next((v.fact.stream for v in items if str(v.fact.get("number")) == named), named)


def answers(register: Register, asked: Version, *, words: str = "") -> tuple[Version, ...]:
    """The answers to a question, in order. `words`: the minutes of its session as signed.

    Without the words, the answers of a whole item stand with each of its questions.
    """
    fact = asked.fact
    item = item_of(register, asked)
    given = register.versions_of(AnswerGiven)
    own = [v for v in given if v.fact.stream == fact.stream or v.fact.ref == asked.entry_id]
    paired = exchanges(
        _items(register, asked),
        [v for v in register.versions_of(QuestionAsked) if _meeting(v) == _meeting(asked)],
        [v for v in given if v.fact.stream.startswith(f"{_meeting(asked)}/item/")],
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
    return tuple({v.entry_id: v for v in (*own, *found)}.values())


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


def _items(register: Register, asked: Version) -> tuple[Version, ...]:
    return tuple(v for v in register.versions_of(ItemTaken) if _meeting(v) == _meeting(asked))


def _meeting(version: Version) -> str:
    return str(version.fact.get("meeting") or "")
