"""What is asked of an index of words in turn, the best fit first; both databases are asked alike.

An index is asked for groups: one word or phrase of each group must stand in what is found.
"""

from collections.abc import Iterable, Sequence
from itertools import combinations

from answerable.store.engine.words import STEM, stem

MOST_WORDS = 8
"""Telling words that are looked for."""
NAMED, PHRASE, WHOLE, PART, TELLING, FORMS, SOME = range(-1, 6)
"""How well something fits: named by its number; its words together; each whole; only stems.

Then without the small words of a sentence: each telling word whole; only stems; and from `SOME` on
most of them, one more for each that is missing.
"""
FEWEST = 2
"""Telling words that must stand together where not all do."""

Asked = tuple[int, list[tuple[str, ...]]]


def fits(asked: Sequence[str]) -> Iterable[Asked]:
    """All words of a query; each finds all that the last found."""
    if len(asked) > 1:
        yield PHRASE, [(" ".join(asked),)]
    if len(asked) <= MOST_WORDS:
        yield (WHOLE if len(asked) > 1 else PHRASE), [(word,) for word in asked]
        yield PART, [_forms(word) for word in asked]


def telling_fits(telling: Sequence[str]) -> Iterable[Asked]:
    """All telling words of a sentence, whole and then in other forms."""
    yield TELLING, [(word,) for word in telling]
    yield FORMS, [_forms(word) for word in telling]


def most_fits(telling: Sequence[str], *, least: int = 0) -> Iterable[Asked]:
    """Most of the telling words: all but one, then fewer, down to half of them and never to one.

    `least`: down to so many instead. That at least k of n words stand means: one of any
    n - k + 1 of them does.
    """
    least = least or max(FEWEST, -(-len(telling) // 2))
    for missing in range(1, len(telling) - least + 1):
        yield (
            SOME + missing - 1,
            [
                tuple(form for word in some for form in (word, stem(word), f"{stem(word)}{STEM}"))
                for some in combinations(telling, missing + 1)
            ],
        )


def fit_of(held: Sequence[str], asked: Sequence[str]) -> int | None:
    """How well plain words fit that no index holds; None where one asked for is not there."""
    if f" {' '.join(asked)} " in f" {' '.join(held)} ":
        return PHRASE
    if all(word in held for word in asked):
        return WHOLE
    stems = {stem(word) for word in held}
    fit = all(stem(word) in stems or any(h.startswith(word) for h in held) for word in asked)
    return PART if fit else None


def _forms(word: str) -> tuple[str, ...]:
    return (f"{word}*", stem(word), f"{stem(word)}{STEM}")
