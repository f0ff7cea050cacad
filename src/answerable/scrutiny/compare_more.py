"""What a comparison tells of a finding or action beside how far it got, and what it is called."""

from collections.abc import Iterator, Mapping
from textwrap import shorten

from answerable.ledger.register import Register, Version
from answerable.scrutiny.cases import said_done
from answerable.scrutiny.phrases import number, on_day
from answerable.scrutiny.plans import log_gone
from answerable.scrutiny.plans.log_number import known_as
from answerable.scrutiny.standing import Progress
from answerable.vocabulary.facts import ActionUpdated
from answerable.vocabulary.ladder import ANSWER_WORDS, Response, Rung
from answerable.vocabulary.language import say
from answerable.vocabulary.offices import spoken
from answerable.vocabulary.regimes import Names
from answerable.vocabulary.times import in_words

MOST_QUOTED = 200
"""So many characters of an answer, or of a log, stand in a row; its page has the whole."""
_LOG = "/log/"
_UNNUMBERED = "row-"
"""Begins the end of a reference that was made of the words of a row."""
_DUE = "Due: "


def name_of(item: Progress, register: Register) -> str:
    """“Cause of concern 1”, “Action 23/061”: its kind and number, to find it again."""
    known = item.number if item.kind != "action" else known_as(register, item.reference)
    *_, before, last = ("", *item.reference.split("/"))
    if not known and before == "log" and last.startswith(_UNNUMBERED):
        return say("Action without a number")
    parted = f"{before}/{last}" if item.kind == "action" and before not in ("log", "") else last
    return f"{item.kind.replace('-', ' ').capitalize()} {known or parted}"


def dates_of_answers(item: Progress | None, items: Mapping[str, Progress]) -> tuple[str, ...]:
    """The dates of the actions that answer a finding and wait; nothing where it says its own."""
    if item is None or item.kind == "action" or item.tag != "Promised":
        return ()
    waiting = [items[name] for name in item.answered_by if name in items and items[name].waiting]
    days = sorted({action.due for action in waiting if action.due})
    if not days:
        return ()
    bare = sum(1 for action in waiting if not action.due)
    none = say("; {count} without a date", count=number(bare)) if bare else ""
    told = ", ".join(in_words(day) for day in days)
    return (say("Dates of the actions: {days}{none}.", days=told, none=none),)


def more(first: Progress, second: Progress) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What changed beside how far it got, then and now: its date, its owner, its own rating, the
    answer to it, overdue, that its log no longer has it, and what only its log says.
    """
    pairs = list(_pairs(first, second))
    if first.sentence == second.sentence and first.due == second.due:
        pairs += [("", words) for words in _log_words(first, second, whole=not pairs)]
    return (
        tuple(then for then, _ in pairs if then),
        tuple(now for _, now in pairs if now),
    )


def news(item: Progress, names: Names) -> tuple[str, ...]:
    """What the institution last said of a finding that it does not call done."""
    said = said_done.news_of(item) if item.kind != "action" and not item.rung else None
    return (said_done.told_news(said, names),) if said else ()


def _pairs(first: Progress, second: Progress) -> Iterator[tuple[str, str]]:
    if first.due != second.due and not (_says_due(first) and _says_due(second)):
        yield "" if _says_due(first) else _due(first), "" if _says_due(second) else _due(second)
    if first.kind == "action" and first.owner != second.owner:
        yield _owned(first), _owned(second)
    before, rating = _rating(first), _rating(second)
    if rating and rating.casefold() != before.casefold():
        own = second.kind == "action" or _rated_itself(second)
        yield _state(before or say("none"), own=own), _state(rating, own=own)
    if (first.response, first.response_text) != (second.response, second.response_text):
        yield _answer(first), _answer(second)
    if second.overdue and not first.overdue:
        yield "", say("It is overdue now.")
    gone = log_gone.gone_since(second.versions)
    if gone is not None and log_gone.gone_since(first.versions) is None:
        yield "", say("No longer in the log of {day}.", day=on_day(gone))


def _log_words(first: Progress, second: Progress, *, whole: bool) -> Iterator[str]:
    """A log's own words for its row, of each log since; a date alone where not `whole`."""
    if _LOG not in second.reference:
        return
    seen = {v.entry_id for v in first.versions}
    for version in second.versions:
        fact = version.fact
        if version.entry_id in seen or not isinstance(fact, ActionUpdated) or fact.classes:
            continue
        if fact.source and fact.source.doc and fact.text and (whole or _DUE in fact.text):
            yield say(
                "The log of {day}: “{words}”",
                day=on_day(fact.valid.start),
                words=shorten(fact.text, MOST_QUOTED, placeholder=" …"),
            )


def _says_due(item: Progress) -> bool:
    """Does its sentence hold its date, or that it has none?"""
    if item.due:
        return in_words(item.due) in item.sentence
    return item.kind == "action" and item.rung is Rung.PROMISED and item.closing is None


def _due(item: Progress) -> str:
    return say("Due {day}.", day=in_words(item.due)) if item.due else say("No date was given.")


def _owned(item: Progress) -> str:
    return say("Owner: {owner}.", owner=spoken(item.owner) if item.owner else say("nobody yet"))


def _ratings(item: Progress) -> list[Version]:
    updates = (v for v in item.versions if isinstance(v.fact, ActionUpdated))
    return [version for version in updates if version.fact.get("rating")]


def _rating(item: Progress) -> str:
    """The last that was given; an update without one takes none away."""
    return next((str(v.fact.get("rating")) for v in reversed(_ratings(item))), "")


def _rated_itself(item: Progress) -> bool:
    """Is the last the institution's own? Of a finding, a register or an export tells another's."""
    last = _ratings(item)[-1]
    return last.by.body == last.fact.institution


def _state(rating: str, *, own: bool) -> str:
    if own:
        return say("Own rating: {rating}.", rating=rating)
    return say("State by a register or an export: {rating}.", rating=rating)


def _answer(item: Progress) -> str:
    if item.response is Response.NONE_YET:
        return ""
    words = shorten(item.response_text or "", MOST_QUOTED, placeholder=" …")
    told = say("Answer on record: {answer}.", answer=say(ANSWER_WORDS[item.response]))
    return f"{told} “{words}”" if words else told
