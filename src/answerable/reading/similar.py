"""Have we been told this before? Character TF-IDF over 3 to 5 letters; a person confirms.

Two inspectors seldom use the same words for one thing, so a list of words of one meaning is handed
in (`Meanings`): a text counts as holding a meaning, too, by whatever word it says it.

Salton and Buckley (1988) weights: 1 + log of the count, times log((1 + N) / (1 + df)) + 1,
length 1; letters in word bounds, as in the "char_wb" analyser of common tools. Rank only:
measured on hand-made pairs no threshold parts true repeats from others
(`python -m benchmarks.asked_before`).
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Any

import numpy as np

_SPACE = re.compile(r"\W+")
_MEANING = "\x01"
"""Before the name of a meaning, so that no word is taken for one."""
_WEIGHT = 60
"""Grams that one meaning counts for; the best of 0, 8, 15, 30 and 60 on `benchmarks` dev pairs.
One column of root 60 times the weight gives the same cosines as 60 equal columns."""


@dataclass(frozen=True)
class Meanings:
    """Beginnings of words, or of a few words together, and the meaning that each has."""

    beginnings: Mapping[str, frozenset[str]]

    @classmethod
    def of_lines(cls, lines: Iterable[str]) -> "Meanings":
        """From lines `name: beginning beginning_of_several whole. ...`; `#` begins a remark."""
        found: dict[str, set[str]] = defaultdict(set)
        for line in lines:
            name, colon, words = line.partition(":")
            if colon and not name.startswith("#"):
                for word in words.split():
                    end = " " if word[-1] in "._" else ""
                    found[" ".join(_plain(word.replace("_", " "))) + end].add(name.strip())
        return cls({word: frozenset(names) for word, names in found.items()})

    def of(self, words: Sequence[str]) -> frozenset[str]:
        """The meanings of a text in its words."""
        found: set[str] = set()
        for place, word in enumerate(words):
            alone, begun = self._by_word(word)
            found |= alone
            for beginning, names in begun:
                said = " ".join(words[place : place + beginning.count(" ") + 1])
                if f"{said} ".startswith(beginning):
                    found |= names
        return frozenset(found)

    def _by_word(self, word: str) -> tuple[frozenset[str], list[tuple[str, frozenset[str]]]]:
        """Meanings of a word alone, and those of several words that begin with it."""
        known = self._known.get(word)
        if known is None:
            starts = (f"{word} "[:end] for end in range(1, len(word) + 2))
            alone = [self.beginnings[start] for start in starts if start in self.beginnings]
            known = frozenset(chain.from_iterable(alone)), self._several.get(word, [])
            self._known[word] = known
        return known

    @cached_property
    def _several(self) -> Mapping[str, list[tuple[str, frozenset[str]]]]:
        found: dict[str, list[tuple[str, frozenset[str]]]] = defaultdict(list)
        for beginning, names in self.beginnings.items():
            if " " in beginning.rstrip():
                found[beginning.partition(" ")[0]].append((beginning, names))
        return found

    @cached_property
    def _known(self) -> dict[str, tuple[frozenset[str], list[tuple[str, frozenset[str]]]]]:
        return {}


NO_MEANINGS = Meanings({})


@dataclass(frozen=True, slots=True)
class Likeness:
    """Place of an earlier text in what was handed in, and its cosine (0 to 1)."""

    index: int
    score: float


def rank(
    words: str, *, earlier: Sequence[str], top: int = 5, meanings: Meanings = NO_MEANINGS
) -> tuple[Likeness, ...]:
    """The `top` earlier texts most like `words`, best first; ties keep their order."""
    return Index(tuple(earlier), meanings).rank(words, top=top)


@dataclass(frozen=True)
class Index:
    """Texts made ready to be compared with; made once, asked often, and grown by what is new."""

    texts: tuple[str, ...]
    meanings: Meanings = NO_MEANINGS

    def grown(self, more: Sequence[str]) -> "Index":
        """With more texts after those that are here; only they are taken apart."""
        grown = Index((*self.texts, *more), self.meanings)
        if not self.texts:
            return grown
        places, counts = self._counted
        places, new = self._taken_apart(more, places)
        sparse = _sparse()
        counts = sparse.csr_matrix(
            (counts.data, counts.indices, counts.indptr), shape=(counts.shape[0], new.shape[1])
        )
        grown.__dict__["_counted"] = places, sparse.vstack((counts, new), format="csr")
        return grown

    def rank(
        self, words: str, *, top: int = 5, groups: Sequence[int] | None = None
    ) -> tuple[Likeness, ...]:
        """The `top` texts most like `words`, best first; ties keep their order.

        `groups` gives each text a number; those of a lower one (the same theme) come first.
        """
        if not self.texts:
            return ()
        places, weight, counts, lengths = self._made
        query = np.zeros(len(places))
        unseen = 0.0
        rare = float(np.log(1 + len(self.texts)) + 1.0)
        asked = Counter(chain.from_iterable(map(_grams, self._said(words))))
        for gram, count in asked.items():
            if gram in places:
                query[places[gram]] = (1.0 + np.log(count)) * weight[places[gram]]
            else:
                unseen += float(((1.0 + np.log(count)) * rare * _times(gram)) ** 2)
        both = lengths * np.sqrt(float(query @ query) + unseen)
        scores = np.divide(
            counts @ (query * weight), both, out=np.zeros(len(self.texts)), where=both > 0
        )
        ranks = np.asarray(groups if groups is not None else [0] * len(self.texts))
        order = np.lexsort((-scores, ranks))[:top]
        return tuple(Likeness(int(place), round(float(scores[place]), 4)) for place in order)

    def _said(self, text: str) -> list[str]:
        """The words of a text and its meanings."""
        words = _plain(text)
        return words + [_MEANING + name for name in sorted(self.meanings.of(words))]

    @cached_property
    def _made(self) -> tuple[dict[str, int], Any, Any, Any]:
        """Place of each gram, its weight, the counts of texts, and their lengths once weighted."""
        places, counts = self._counted
        held = np.bincount(counts.indices, minlength=len(places))
        weight = np.log((1 + len(self.texts)) / (1 + held)) + 1.0
        weight[: len(places)] *= np.fromiter(map(_times, places), dtype=float, count=len(places))
        squares = _sparse().csr_matrix(
            (counts.data * counts.data, counts.indices, counts.indptr), shape=counts.shape
        )
        return places, weight, counts, np.sqrt(squares @ (weight * weight))

    @cached_property
    def _counted(self) -> tuple[dict[str, int], Any]:
        """Place of each gram, and 1 + log of how often each stands in each text."""
        return self._taken_apart(self.texts, {})

    def _taken_apart(
        self, texts: Sequence[str], known: Mapping[str, int]
    ) -> tuple[dict[str, int], Any]:
        """Texts by their grams; grams that are not known get the next places.

        A text is its words and a word its grams: two thin matrices, multiplied.
        """
        spoken = [self._said(text) for text in texts]
        vocabulary = {word: n for n, word in enumerate(dict.fromkeys(chain.from_iterable(spoken)))}
        parts = [_grams(word) for word in vocabulary]
        places = dict(known)
        for gram in chain.from_iterable(parts):
            places.setdefault(gram, len(places))
        words = _counts([[vocabulary[word] for word in said] for said in spoken], len(vocabulary))
        letters = _counts([[places[gram] for gram in part] for part in parts], len(places))
        counts = (words @ letters).tocsr()
        counts.data = 1.0 + np.log(counts.data)
        return places, counts


def _sparse() -> Any:
    """SciPy's matrices, loaded when texts are first compared: nobody else waits for them."""
    from scipy import sparse  # noqa: PLC0415  # see above

    return sparse


def _counts(rows: Sequence[Sequence[int]], columns: int) -> Any:
    """How often each column stands in each row, as a sparse matrix."""
    ends = np.cumsum([0, *(len(row) for row in rows)])
    inside = np.fromiter(chain.from_iterable(rows), dtype=np.int64, count=int(ends[-1]))
    made = _sparse().csr_matrix(
        (np.ones(len(inside)), inside, ends), shape=(len(rows), max(columns, 1))
    )
    made.sum_duplicates()
    return made


def _times(gram: str) -> float:
    """How many times the weight of a run of letters."""
    return _WEIGHT**0.5 if gram.startswith(_MEANING) else 1.0


def _plain(text: str) -> list[str]:
    return _SPACE.sub(" ", text.casefold()).split()


def _grams(word: str) -> list[str]:
    """Runs of 3 to 5 letters of a word with a space at each edge; a short word is one run."""
    if word.startswith(_MEANING):
        return [word]
    edged = f" {word} "
    return [
        edged[start : start + size]
        for size in (3, 4, 5)
        for start in range(max(1, len(edged) - size + 1))
    ]
