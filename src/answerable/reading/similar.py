"""Have we been told this before? Character TF-IDF over 3 to 5 letters; a person confirms.

Salton and Buckley (1988) weights: 1 + log of the count, times log((1 + N) / (1 + df)) + 1,
length 1; letters in word bounds, as in the "char_wb" analyser of common tools. Rank only:
measured on hand-made pairs no threshold parts true repeats from others
(`python -m benchmarks.asked_before`).
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Any

import numpy as np
from scipy import sparse

_SPACE = re.compile(r"\W+")


@dataclass(frozen=True, slots=True)
class Likeness:
    """Place of an earlier text in what was handed in, and its cosine (0 to 1)."""

    index: int
    score: float


def grams(words: str) -> Counter[str]:
    """Runs of 3 to 5 letters inside each word, its edges marked by a space."""
    found: Counter[str] = Counter()
    for word in _words(words):
        found.update(_of_word(word))
    return found


def rank(words: str, *, earlier: Sequence[str], top: int = 5) -> tuple[Likeness, ...]:
    """The `top` earlier texts most like `words`, best first; ties keep their order."""
    return Index(tuple(earlier)).rank(words, top=top)


@dataclass(frozen=True)
class Index:
    """Texts made ready to be compared with; made once, asked often."""

    texts: tuple[str, ...]

    def rank(self, words: str, *, top: int = 5) -> tuple[Likeness, ...]:
        """The `top` texts most like `words`, best first; ties keep their order."""
        if not self.texts:
            return ()
        places, weight, matrix, lengths = self._made
        query = np.zeros(len(places))
        unseen = 0.0
        rare = float(np.log(1 + len(self.texts)) + 1.0)
        for gram, count in grams(words).items():
            if gram in places:
                query[places[gram]] = (1.0 + np.log(count)) * weight[places[gram]]
            else:
                unseen += float(((1.0 + np.log(count)) * rare) ** 2)
        both = lengths * np.sqrt(float(query @ query) + unseen)
        scores = np.divide(matrix @ query, both, out=np.zeros(len(self.texts)), where=both > 0)
        order = np.argsort(-scores, kind="stable")[:top]
        return tuple(Likeness(int(place), round(float(scores[place]), 4)) for place in order)

    @cached_property
    def _made(self) -> tuple[dict[str, int], Any, Any, Any]:
        """Place of each gram, its weight, the weighted matrix of texts, and their lengths.

        A text is its words and a word its grams: two thin matrices, multiplied.
        """
        spoken = [_words(text) for text in self.texts]
        vocabulary = {word: n for n, word in enumerate(dict.fromkeys(chain.from_iterable(spoken)))}
        parts = [_of_word(word) for word in vocabulary]
        places = {gram: n for n, gram in enumerate(dict.fromkeys(chain.from_iterable(parts)))}
        texts = _counts(
            [[vocabulary[word] for word in words] for words in spoken], len(vocabulary)
        )
        letters = _counts([[places[gram] for gram in part] for part in parts], len(places))
        matrix = (texts @ letters).tocsr()
        matrix.data = 1.0 + np.log(matrix.data)
        held = np.bincount(matrix.indices, minlength=len(places))
        weight = np.log((1 + len(self.texts)) / (1 + held)) + 1.0
        matrix.data *= weight[matrix.indices]
        lengths = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
        return places, weight, matrix, lengths


def _counts(rows: Sequence[Sequence[int]], columns: int) -> Any:
    """How often each column stands in each row, as a sparse matrix."""
    ends = np.cumsum([0, *(len(row) for row in rows)])
    inside = np.fromiter(chain.from_iterable(rows), dtype=np.int64, count=int(ends[-1]))
    made = sparse.csr_matrix(
        (np.ones(len(inside)), inside, ends), shape=(len(rows), max(columns, 1))
    )
    made.sum_duplicates()
    return made


def _words(text: str) -> list[str]:
    return _SPACE.sub(" ", text.casefold()).split()


def _of_word(word: str) -> list[str]:
    """Runs of 3 to 5 letters of a word with a space at each edge; a short word is one run."""
    edged = f" {word} "
    return [
        edged[start : start + size]
        for size in (3, 4, 5)
        for start in range(max(1, len(edged) - size + 1))
    ]
