"""The check before anything is published: every rule over every passage, then combinations."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import chain

from answerable.publishing.sensitivity import counts, group_names, mosaic
from answerable.publishing.sensitivity.model import Held, HeldBack, Known, Passage, Subjects
from answerable.publishing.sensitivity.plain import as_written, sentences

_NUMBER_OF_ROW = re.compile(
    r"(?m)^[ \t]*(?:[A-Za-z]{1,4}[-/ ]?)?\d{2,4}[/-]\d{1,4}[ \t]*\|[ \t]*"
    r"|^[ \t]*\|?[ \t]*\d{1,3}[ \t]*\|[ \t]*(?=(?:[^\s|]+ ){3,}[^|\n]*(?:\|[^|\n]*){2})"
)
"""The first cell of a row of a log, such as 23/023, or 9 before a cell of words and two cells
more: the number of the row and of nothing in it."""


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
    return tuple(one for one in found.values() if one.digest not in released)


def of_facts(
    found: Sequence[Held],
    *,
    facts: Sequence[Passage],
    subjects: Subjects,
    released: frozenset[str] = frozenset(),
) -> tuple[Held, ...]:
    """What is held of a paper, by the words of the facts that it repeats.

    `facts` are public. A sentence that joins the words of one with a date or a state is held only
    where those words are, and then for where they stand: a release of them holds for it too.
    Numbers that combine are held as they are.
    """
    made: dict[tuple[str, str, str], Held] = {}
    for one in found:
        for told in _of_fact(one, facts, subjects):
            if told.digest not in released:
                made.setdefault((told.where, told.what, told.words), told)
    return tuple(made.values())


def placed(found: Sequence[Held], facts: Sequence[Passage]) -> tuple[Held, ...]:
    """The same, each with the fact where its words stand, if they are those of one and no more."""
    from answerable.publishing.sensitivity.joined import joined  # noqa: PLC0415  # as below

    stand = ((one, joined(one.words, facts)) for one in found)
    return tuple(
        replace(one, where=fact.fact.where) if fact and not fact.rest else one
        for one, fact in stand
    )


def _of_fact(one: Held, facts: Sequence[Passage], subjects: Subjects) -> tuple[Held, ...]:
    from answerable.publishing.sensitivity.joined import adds, joined  # noqa: PLC0415  # as below

    found = joined(one.words, facts)
    if found is None:
        return (one,)
    by_itself = one.what in {held.what for held in _of_words(one.words, "", subjects)}
    several = len(sentences(one.words)) > 1
    ours = not (adds(found.rest, subjects) or _of_words(found.rest, "", subjects))
    if by_itself and ours and not several:
        return alone(found.fact, subjects)
    return (replace(one, where=found.fact.where),)


def may_combine(passages: Sequence[Passage], subjects: Subjects) -> bool:
    """Could a passage give a restricted number together with another text? A quick look."""
    return any(mosaic.concerns(passage, subjects) for passage in passages)


def require_clear(found: Sequence[Held], *, about: str = "") -> None:
    """Refuse with what, where, why and ground of the first, and how many more there are."""
    if not found:
        return
    more = (
        f" {len(found) - 1} more {'is' if len(found) == 2 else 'are'} held." if found[1:] else ""
    )
    raise HeldBack(
        f"{found[0].sentence}{more} Say it in words without the number or the name, mark it "
        "restricted, or let an office that publishes release it with a reason.",
        found=found,
        about=about,
    )


def alone(passage: Passage, subjects: Subjects) -> tuple[Held, ...]:
    """What one passage gives away by itself."""
    found = _of_words(_NUMBER_OF_ROW.sub("", passage.text), passage.around, subjects)
    return tuple(replace(one, where=passage.where) for one in found)


@lru_cache(maxsize=100_000)
def _of_words(text: str, around: str, subjects: Subjects) -> tuple[Held, ...]:
    """Kept by the words alone: the same ones stand in facts, pages and every form of a pack."""
    # Their patterns take a quarter of the time of a start, and who only reads needs none of them.
    from answerable.publishing.sensitivity import people, plans, together  # noqa: PLC0415

    passage = Passage("", text, around=around)

    def rules() -> Iterator[Iterator[Held]]:
        yield counts.counted(passage, subjects)
        yield group_names.named(passage, subjects)
        yield people.people(passage, subjects.names)
        yield plans.plans(passage)
        yield together.together(passage, subjects.names)

    found = chain.from_iterable(rules())
    return tuple(replace(one, words=as_written(text, one.words)) for one in found)
