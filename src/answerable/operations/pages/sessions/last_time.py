"""What was said last time about a matter: the answers, the judgement, the news, each with its day.

Of minutes that were read from a file it tells their own words, where a person said about which
finding they are.
"""

from collections.abc import Iterator, Sequence

from answerable.ledger.register import Register, Version
from answerable.operations.pages.look import Look
from answerable.operations.pages.sessions.held_session import Held, signed_words
from answerable.scrutiny.answering import answered
from answerable.scrutiny.phrases import on_day, start, stop
from answerable.scrutiny.sessions import minuted, question_ends, replies
from answerable.scrutiny.sessions.exchanges import exchanges
from answerable.scrutiny.sessions.minutes_text import LEVELS, office_words
from answerable.vocabulary.facts import (
    ActionPromised,
    ActionUpdated,
    AnswerGiven,
    AssuranceJudged,
    ItemTaken,
    MeetingHeld,
    QuestionAsked,
    RungReached,
)
from answerable.vocabulary.language import marked, say

LONGEST = 420
ANSWERS = 3
"""Answers of the last session that a matter is told with."""
NOTHING = marked("Nothing is on our record of what was said about it.")


def last_time(look: Look, register: Register, about: list[str]) -> tuple[str, ...]:
    """The last answers, judgement and news about these things, each with its day and speaker.

    Of a question that comes back, what was said to it, and how the item that it stood under ended;
    of an action, what was said under the item under which a session agreed it.
    """
    subjects = set(about)
    asked = [v for v in register.versions_of(QuestionAsked) if v.fact.stream in subjects]
    under = {replies.item_of(register, v) for v in asked} | _agreed_under(look, register, about)
    taken = [
        v
        for v in register.versions_of(ItemTaken)
        if v.fact.stream in under or subjects & {*(v.fact.get("about") or ())}
    ]
    read = minuted.lines(register, about)
    items = {v.fact.stream for v in taken}
    found: list[str] = []
    for question in asked:
        found += _to_question(look, register, question)
    answers = [v for v in register.versions_of(AnswerGiven) if v.fact.stream in items]
    if answers and not asked:
        day_of = max(v.fact.valid.start for v in answers)
        latest = sorted((v for v in answers if v.fact.valid.start == day_of), key=lambda v: v.seq)
        found += [_answer(v) for v in latest[-ANSWERS:]]
    judged = [v for v in register.versions_of(AssuranceJudged) if v.fact.stream in items]
    told_below = {v.entry_id for v in judged}
    found += [_minuted(v) for v in read if v.entry_id not in told_below and not _is_heading(v)]
    if taken and not found:
        day = on_day(max(v.fact.valid.start for v in taken))
        found.append(say("It was an item on {day}; no answer is minuted there.", day=day))
    if judged:
        level = LEVELS.get(str(judged[-1].fact.get("level")), "judged")
        found.append(
            say("Judged {level} on {day}.", level=level, day=on_day(judged[-1].fact.valid.start))
        )
        if why := judged[-1].fact.get("reason"):
            found.append(stop(start(str(why))))
    news = [v for r in about[:5] for v in register.versions_of(ActionUpdated, stream=r)]
    if news:
        found.append(_said(max(news, key=lambda v: v.fact.valid.start), say("an update")))
    steps = [v for r in about[:5] for v in register.versions_of(RungReached, stream=r)]
    if steps and not found:
        last = max(steps, key=lambda v: v.fact.valid.start)
        found.append(
            say(
                "Said to be {rung} on {day}.",
                rung=last.fact.get("rung"),
                day=on_day(last.fact.valid.start),
            )
        )
    return tuple(found) or _of_findings(register, about) or (NOTHING,)


def _of_findings(register: Register, about: Sequence[str]) -> tuple[str, ...]:
    """Of an action of which nothing was said: what minutes say of the finding that it answers."""
    linked = answered(register)
    named = dict.fromkeys(finding for action in about for finding in linked.get(action, ()))
    told = " ".join(_minuted(version) for version in minuted.lines(register, named))
    return (say("About what it answers: {told}", told=told),) if told else ()


def _is_heading(version: Version) -> bool:
    """Are the words of an item its own title alone, such as “2. Problem-solving plans”?"""
    fact = version.fact
    title = fact.title if isinstance(fact, ItemTaken) else None
    return bool(title) and str(fact.quote).endswith(str(title))


def _minuted(version: Version) -> str:
    """What the minutes of a session say, in their own words; of a judgement how it was judged."""
    fact = version.fact
    if isinstance(fact, AssuranceJudged):
        level = LEVELS.get(str(fact.level), "judged")
        return say("Judged {level} on {day}.", level=level, day=on_day(fact.valid.start))
    return say(
        "The minutes of {day} say: “{words}”",
        day=on_day(fact.valid.start),
        words=short(str(fact.quote or fact.get("text") or say("the words are not held"))),
    )


def _agreed_under(look: Look, register: Register, about: Sequence[str]) -> set[str]:
    """The items under which the signed minutes have these actions; else what they answer."""
    found: set[str] = set()
    for action in (v for r in about for v in register.versions_of(ActionPromised, stream=r)):
        met = register.versions_of(MeetingHeld, stream=str(action.fact.get("plan") or ""))
        if not met:
            continue
        session = Held(look, register, met[-1])
        items = session.of(ItemTaken)
        paired = exchanges(
            items,
            session.of(QuestionAsked),
            session.of(AnswerGiven),
            session.agreed(ActionPromised),
            words=signed_words(session),
        )
        under = {one.item for one in paired if any(_same(v, action) for v in one.agreed)}
        findings = {*(action.fact.get("answers") or ())}
        found |= under or {
            v.fact.stream for v in items if findings & {*(v.fact.get("about") or ())}
        }
    return found


def _same(one: Version, other: Version) -> bool:
    return one.entry_id == other.entry_id


def _to_question(look: Look, register: Register, question: Version) -> Iterator[str]:
    """The answers to a question that comes back; that it has none is said with its day."""
    answers = replies.answers(register, question, words=_signed(look, register, question))
    if not answers:
        day = on_day(question.fact.valid.start)
        yield say("It was asked on {day}; no answer to it is minuted.", day=day)
    for answer in answers:
        yield _answer(answer)
        if question_ends.puts_off(str(answer.fact.get("text") or "")):
            yield say("That put the question off.")


def _answer(version: Version) -> str:
    office = office_words(version.fact.get("by_office") or "")
    return _said(version, say("the {office_words}", office_words=office))


def _signed(look: Look, register: Register, question: Version) -> str:
    """The signed minutes of the session in which a question was asked; nothing without them."""
    session = str(question.fact.get("meeting") or "")
    held = register.versions_of(MeetingHeld, stream=session)
    return signed_words(Held(look, register, held[-1])) if held else ""


def _said(version: Version, who: str) -> str:
    words = short(str(version.fact.get("text") or say("the words are not held")))
    return say(
        "On {day}, {who}: “{words}”", day=on_day(version.fact.valid.start), who=who, words=words
    )


def short(words: str) -> str:
    """Words cut at a word, and ended."""
    if len(words) <= LONGEST:
        return stop(words) if words else ""
    return words[:LONGEST].rsplit(" ", 1)[0] + " …"
