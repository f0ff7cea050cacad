"""A short question whose words stand nowhere together: what has one of them, the rarest first."""

from dataclasses import replace
from typing import Final

from answerable.operations.pages import search_hits
from answerable.operations.pages.look import Look
from answerable.operations.pages.search_hits import Asking, Hit, order
from answerable.store.reads import fits

ALONE: Final = 50
"""The fit of what has the rarest word alone; one more for the next word. Worse than `SOME`."""
MOST_WORDS: Final = 3
"""Of a longer question one word says too little, and is offered as a link."""
MOST_OF_A_WORD: Final = 10


def found(look: Look, wanted: Asking, *, kind: str = "", body: str = "") -> list[Hit]:
    """Everything that is found; to a question that no fact and no paper fits, what has one word.

    One search for each word, at most three, and only where there is nothing else.
    """
    every = search_hits.found(look, wanted, kind=kind, body=body)
    few = wanted.sentence and fits.FEWEST <= len(wanted.telling) <= MOST_WORDS
    if not few or any(hit.kind != "body" for hit in every):
        return every
    words = [_of(look, wanted, word, kind=kind, body=body) for word in wanted.telling]
    taken: dict[object, Hit] = {}
    for rank, hits in enumerate(sorted(filter(None, words), key=len)):
        for hit in hits[:MOST_OF_A_WORD]:
            taken.setdefault(_name(hit), replace(hit, fit=ALONE + rank))
    return sorted((*every, *taken.values()), key=lambda hit: order(hit, wanted.kind))


def _of(look: Look, wanted: Asking, word: str, *, kind: str, body: str) -> list[Hit]:
    one = Asking(words=(word,), telling=(word,), about=wanted.about, kind=wanted.kind)
    every = search_hits.found(look, one, kind=kind, body=body or wanted.about)
    return [hit for hit in every if hit.kind != "body"]


def _name(hit: Hit) -> object:
    """By what a thing found is told from others."""
    if hit.text is not None:
        return hit.text.filed.doc
    return hit.id if hit.id is not None else hit.news
