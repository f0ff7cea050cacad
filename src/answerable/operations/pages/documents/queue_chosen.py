"""Which of the readings that wait are shown, what the page says of them, and how to choose."""

from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

from answerable.operations.pages.documents import answering
from answerable.operations.pages.documents.waiting import (
    CAN_WAIT,
    EVERY,
    GROUPS,
    HEADED,
    IN_RUNNING_TEXT,
    RESIDUE,
    chosen,
    kind_words,
)
from answerable.operations.pages.forms import Choice, Field
from answerable.operations.pages.look import Look
from answerable.operations.pages.parts import Link
from answerable.store.papers import review
from answerable.store.papers.review import Candidate
from answerable.vocabulary.language import say, say_many

TITLE_CHARACTERS = 24


def in_order(
    look: Look, here: Sequence[Candidate], kind: str
) -> tuple[list[Candidate], list[Candidate]]:
    """Of the chosen kind: what waits for whoever looks; what they answered, for a second person.

    `here`: what waits of the chosen document, or of all. Shown in this order.
    """
    mine: list[Candidate] = []
    answered: list[Candidate] = []
    for one in chosen(here, kind):
        (answered if answering.waits_for_second(look, one) else mine).append(one)
    return mine, answered


def back(found: Candidate, kind: str) -> str:
    """The queue of the document of a reading while others of it wait; else that of all."""
    every = review.waiting(document=found.document)
    left = any(c.id != found.id and c.kind != RESIDUE for c in every)
    return queue_url(document=found.document if left else "", kind=kind)


def sentence(
    here: Sequence[Candidate], kind: str, found: Sequence[Candidate], *, answered: int
) -> str:
    """How many of the chosen kind wait, or that others do; of what is not shown, the numbers.

    `here`: what waits of the chosen document, or of all; `found`: what of it is shown and waits
    for whoever looks; `answered`: how many they have answered, and a second person has not.
    """
    told = _sentence(here, kind, found)
    if not answered:
        return told
    second = say_many(
        "{count} reading that you answered waits for a second person.",
        "{count} readings that you answered wait for a second person.",
        answered,
    )
    return f"{told} {second}"


def _sentence(here: Sequence[Candidate], kind: str, found: Sequence[Candidate]) -> str:
    apart = 0 if shows_numbers(kind) else sum(c.kind in CAN_WAIT for c in here)
    if found:
        n = len(found)
        words = say(
            "{word} for a person.",
            word=say("1 reading waits") if n == 1 else say("{n} readings wait", n=f"{n:,}"),
        )
        return (words if kind else words + _numbers(apart)) + _apart(here, kind)
    if kind and (others := len(chosen(here, ""))):
        return (
            say_many(
                "No more of this kind waits; {count} other reading does.",
                "No more of this kind waits; {count} other readings do.",
                others,
            )
            + _numbers(apart)
            + _apart(here, kind)
        )
    if apart:
        return say("Every finding and grade is decided.") + _numbers(apart)
    return say("Nothing waits for you.")


def others(here: Sequence[Candidate], kind: str, document: str) -> Link | None:
    """The way from a kind of which none is left to what else waits; None where nothing does."""
    if not kind or not chosen(here, ""):
        return None
    return Link(label=say("Show what else waits"), url=queue_url(document=document))


def shows_numbers(kind: str) -> bool:
    """Are the numbers of a report among what this choice shows?"""
    return kind == EVERY or kind in CAN_WAIT or (kind in GROUPS and GROUPS[kind][1] == CAN_WAIT)


def filters(
    every: Sequence[Candidate], named: Mapping[str, str], *, document: str, kind: str
) -> tuple[Field, ...]:
    """The boxes: which document, which kind. `named`: SHA-256 -> title."""
    kinds = sorted({c.kind for c in every} - {RESIDUE})
    apart = kind == IN_RUNNING_TEXT or bool(chosen(every, IN_RUNNING_TEXT))
    groups = [name for name in GROUPS if apart or name != IN_RUNNING_TEXT]
    shas = dict.fromkeys(c.document for c in every)
    any_ = Choice(value="", label=say("All"))
    return (
        Field(
            name="document",
            label=say("Document"),
            value=document,
            choices=(any_, *(Choice(value=sha, label=_in_short(named[sha])) for sha in shas)),
        ),
        Field(
            name="kind",
            label=say("Kind"),
            value=kind,
            choices=(
                Choice(value="", label=say("All but numbers")),
                *(Choice(value=k, label=kind_words(k)) for k in (*groups, EVERY, *kinds)),
            ),
        ),
    )


def taken(named: Mapping[str, str], *, document: str, kind: str) -> tuple[Link, ...]:
    """What was chosen, each with the address without it."""
    made = []
    if document:
        label = named.get(document, document[:12])
        made.append(Link(label=label, url=queue_url(kind=kind)))
    if kind:
        made.append(Link(label=kind_words(kind), url=queue_url(document=document)))
    return tuple(made)


def queue_url(**given: str) -> str:
    """The queue with what was chosen; `page` only from the second on."""
    kept = {
        name: value for name, value in given.items() if value and (name, value) != ("page", "1")
    }
    return f"/review/?{urlencode(kept)}" if kept else "/review/"


def _numbers(n: int) -> str:
    """Numbers of a report that are not shown and can be left; with its space before it."""
    if not n:
        return ""
    return " " + say_many(
        "{count} number is not shown here and can wait: choose “Numbers” to see it.",
        "{count} numbers are not shown here and can wait: choose “Numbers” to see them.",
        n,
    )


def _apart(here: Sequence[Candidate], kind: str) -> str:
    """Findings of running text that stand apart; with its space before it."""
    n = len(chosen(here, IN_RUNNING_TEXT)) if kind == HEADED else 0
    if not n:
        return ""
    return " " + say_many(
        "{count} finding stands in running text and is not shown here: choose “Findings in "
        "running text” to see it.",
        "{count} findings stand in running text and are not shown here: choose “Findings in "
        "running text” to see them.",
        n,
    )


def _in_short(title: str) -> str:
    """A title that fits a phone's width as one of a list; its end often holds the date."""
    half = TITLE_CHARACTERS // 2
    return title if len(title) <= TITLE_CHARACTERS else f"{title[:half]} … {title[-half:]}"
