"""The check before anything is published: every rule over every passage, then combinations."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import chain

from answerable.publishing.sensitivity import (
    counts,
    group_names,
    mosaic,
    people,
    plans,
    together,
)
from answerable.publishing.sensitivity.model import (
    Held,
    HeldBack,
    Known,
    Passage,
    Subjects,
    digest_of,
)

TITLE = ": "
"""Between a title and the sentence about it, in the lines of a paper."""

_NUMBER_OF_ROW = re.compile(r"(?m)^[ \t]*(?:[A-Za-z]{1,4}[-/ ]?)?\d{2,4}[/-]\d{1,4}[ \t]*\|[ \t]*")
"""The first cell of a row of a log, such as 23/023: the number of the row and of nothing in it."""


def held(
    passages: Sequence[Passage],
    *,
    subjects: Subjects,
    known: Sequence[Known] = (),
    released: frozenset[str] = frozenset(),
    beside: Sequence[Passage] = (),
    clear: Callable[[Passage], bool] = lambda _: False,
) -> tuple[Held, ...]:
    """What may not be published of these passages, each once; what was released is left out.

    `beside` is public already: it is held no more, but a passage may give a number together
    with it. `clear` tells of which the caller knows that they give nothing away alone.
    """
    found: dict[tuple[str, str, str], Held] = {}
    for passage in passages:
        if clear(passage):
            continue
        for one in alone(passage, subjects):
            found.setdefault((one.where, one.what, one.words), one)
    for one in mosaic.mosaic(passages, subjects, known, beside):
        found.setdefault((one.where, one.what, one.words), one)
    return tuple(one for one in found.values() if not _let_go(one, released, subjects))


def _let_go(one: Held, released: frozenset[str], subjects: Subjects) -> bool:
    """Were these words released? Those of a title too, where a clear sentence follows it: a paper
    says “Audit the queue: due 1 August 2024.”
    """
    if one.digest in released:
        return True
    parts = one.words.split(TITLE)
    heads = (TITLE.join(parts[:n]) for n in range(1, len(parts)) if released)
    return any(
        digest_of(head) in released and not _of_words(one.words[len(head) :], "", subjects)
        for head in heads
    )


def may_combine(passages: Sequence[Passage], subjects: Subjects) -> bool:
    """Could a passage give a restricted number together with another text? A quick look."""
    return any(mosaic.concerns(passage, subjects) for passage in passages)


def require_clear(found: Sequence[Held]) -> None:
    """Refuse with what, where, why and ground of the first, and how many more there are."""
    if not found:
        return
    more = (
        f" {len(found) - 1} more {'is' if len(found) == 2 else 'are'} held." if found[1:] else ""
    )
    raise HeldBack(
        f"{found[0].sentence}{more} Say it in words without the number or the name, mark it "
        "restricted, or let an office that publishes release it with a reason."
    )


def alone(passage: Passage, subjects: Subjects) -> tuple[Held, ...]:
    """What one passage gives away by itself."""
    found = _of_words(_NUMBER_OF_ROW.sub("", passage.text), passage.around, subjects)
    return tuple(replace(one, where=passage.where) for one in found)


@lru_cache(maxsize=100_000)
def _of_words(text: str, around: str, subjects: Subjects) -> tuple[Held, ...]:
    """Kept by the words alone: the same ones stand in facts, pages and every form of a pack."""
    passage = Passage("", text, around=around)

    def rules() -> Iterator[Iterator[Held]]:
        yield counts.counted(passage, subjects)
        yield group_names.named(passage, subjects)
        yield people.people(passage, subjects.names)
        yield plans.plans(passage)
        yield together.together(passage, subjects.names)

    return tuple(chain.from_iterable(rules()))
