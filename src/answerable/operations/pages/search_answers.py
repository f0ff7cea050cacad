"""Under a question that was found: what was answered to it, what was agreed, how it ended.

Read as a reader may read it, whoever looks: what search finds is the same for everybody.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from answerable.ledger.register import Register, Version
from answerable.operations.pages.look import Look
from answerable.operations.pages.sessions.held_session import (
    Held,
    NoSuchSession,
    held,
    office_words,
    signed_words,
)
from answerable.scrutiny.phrases import on_day, start, stop
from answerable.scrutiny.progress import progress
from answerable.scrutiny.sessions import question_ends
from answerable.scrutiny.sessions.exchanges import Exchange, exchanges
from answerable.store.reads import search as store
from answerable.vocabulary.access import READER
from answerable.vocabulary.facts import (
    ActionPromised,
    AnswerGiven,
    FindingPublished,
    GradeGiven,
    ItemTaken,
    QuestionAsked,
    ResponseGiven,
)
from answerable.vocabulary.ladder import ANSWER_WORDS
from answerable.vocabulary.language import say

OfBody = Callable[[str], Register]
"""What a reader sees about a body, by its id."""
MOST = 3
"""Answers, and actions, that stand under one question."""


def answers(look: Look) -> Callable[[store.Told], tuple[str, ...]]:
    """What stands under each hit; the record of a body is asked for once, however many it has."""
    seen = replace(look, actor=replace(READER, on=look.today))
    register = cache(seen.register)
    return lambda hit: _under(seen, register, hit)


def _under(look: Look, register: OfBody, hit: store.Told) -> tuple[str, ...]:
    """The lines under a question; what was answered to a finding; the value of a grade."""
    if hit.type == GradeGiven.__name__:
        return _graded(register, hit)
    if hit.type == FindingPublished.__name__:
        return _explained(register, hit)
    if hit.type == QuestionAsked.__name__:
        return _asked(look, register, hit)
    return ()


def _asked(look: Look, register: OfBody, hit: store.Told) -> tuple[str, ...]:
    """What was answered to a question, what was agreed and how it ended."""
    versions = register(hit.institution).versions_of(QuestionAsked, stream=hit.stream)
    asked = next((v for v in versions if v.entry_id == hit.entry_id), None)
    if asked is None:
        return ()
    try:
        found = held(look, str(asked.fact.get("meeting")))
    except NoSuchSession:
        return ()
    paired = exchanges(
        found.of(ItemTaken),
        found.of(QuestionAsked),
        found.of(AnswerGiven),
        found.agreed(ActionPromised),
        words=signed_words(found),
    )
    return tuple(
        line
        for one in paired
        if hit.entry_id in {v.entry_id for v in one.asked}
        for line in _lines(found, one, asked)
    )


def _graded(register: OfBody, hit: store.Told) -> tuple[str, ...]:
    """The grade that was given, for the words of it name the question alone."""
    given = register(hit.institution).versions_of(GradeGiven, stream=hit.stream)
    fact = next((v.fact for v in given if v.entry_id == hit.entry_id), None)
    value = fact.value_words or fact.value if isinstance(fact, GradeGiven) else None
    return (say("Graded {value}.", value=value.replace("-", " ")),) if value else ()


def _explained(register: OfBody, hit: store.Told) -> tuple[str, ...]:
    """The last answer to a recommendation, with its day."""
    given = register(hit.institution).versions_of(ResponseGiven, stream=hit.stream)
    last = given[-1].fact if given else None
    if not isinstance(last, ResponseGiven) or not last.text:
        return ()
    return (
        say(
            "Answered on {day}, {answer}: {text}",
            day=on_day(last.valid.start),
            answer=say(ANSWER_WORDS.get(last.response or "", "not said how")),
            text=stop(last.text),
        ),
    )


def _lines(found: Held, one: Exchange, asked: Version) -> Iterator[str]:
    alone = len(one.asked) == 1
    for version in one.answers[:MOST]:
        words = version.fact.get("text") or version.fact.quote
        if words:
            who = start(office_words(version.fact.get("by_office"))) or say("An answer")
            text = stop(str(words))
            yield (
                say("{who} answered: {text}", who=who, text=text)
                if alone
                else say("{who} answered under this item: {text}", who=who, text=text)
            )
    yield from _agreed(found, one.agreed[:MOST])
    end = question_ends.told(found.register, asked)
    if end:
        yield stop(end)


def _agreed(found: Held, actions: Sequence[Version]) -> Iterator[str]:
    for version in actions:
        item = progress(found.register, version.fact.stream, names=found.names)
        if item.text:
            yield say(
                "Agreed: {text} {owner}. {stands}",
                text=stop(start(item.text)),
                owner=start(office_words(item.owner)) if item.owner else say("No owner yet"),
                stands=" ".join((item.sentence, f"{item.tag}." if item.tag else "")).strip(),
            )
