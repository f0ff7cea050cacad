"""Labels of a document in any format, placed in the canonical text that the reader made of it.

A label's words are looked for without white space, soft hyphens and the marks that part cells, in
Unicode NFC. Among equal words it takes the same place in order as in the file that the label
counts in. Words that the canonical text does not hold stay unplaced: that label is a miss,
whatever the reader gives.
"""

import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

_LEFT_OUT = "\u00ad|"  # a soft hyphen, and the mark between the cells of a row


class Placed:
    """Labels moved from `words` into `target`.

    `ways` counts how each was placed: alone (the words stand once in both texts), order (equally
    often in both), unequal (not equally often: its place may be wrong), unplaced (nowhere).
    """

    def __init__(self, words: str, target: str, labels: Sequence[Mapping[str, Any]]) -> None:
        self._words = words
        self._source = squashed(words)
        self._places = [at for at, letter in enumerate(target) if _kept(letter)]
        self._letters = "".join(target[at] for at in self._places)
        self._target = target
        self.ways: Counter[str] = Counter()
        self.labels = [self._moved(one) for one in labels]

    def _moved(self, label: Mapping[str, Any]) -> dict[str, Any]:
        quote = label["quote"]
        if quote is None:
            return dict(label)
        wanted = squashed(quote["exact"])
        at = self._place(wanted, len(squashed(self._words[: quote["start"]])))
        if at is None:
            beyond = len(self._target) + 1  # where no record of the reader can stand
            return {**label, "quote": {**quote, "start": beyond, "end": beyond, "exact": ""}}
        start, end = self._places[at], self._places[at + len(wanted) - 1] + 1
        exact = self._target[start:end]
        return {**label, "quote": {**quote, "start": start, "end": end, "exact": exact}}

    def _place(self, wanted: str, origin: int) -> int | None:
        ours, theirs = _found(wanted, self._source), _found(wanted, self._letters)
        nth = ours.index(origin)
        if not theirs:
            self.ways["unplaced"] += 1
            return None
        if len(ours) != len(theirs):
            self.ways["unequal"] += 1
        else:
            self.ways["alone" if len(ours) == 1 else "order"] += 1
        return theirs[min(nth, len(theirs) - 1)]


def squashed(text: str) -> str:
    """The letters of a text: NFC, without white space, soft hyphens and marks between cells."""
    return "".join(letter for letter in unicodedata.normalize("NFC", text) if _kept(letter))


def _kept(letter: str) -> bool:
    return not letter.isspace() and letter not in _LEFT_OUT


def _found(wanted: str, text: str) -> list[int]:
    places = []
    at = text.find(wanted)
    while at >= 0:
        places.append(at)
        at = text.find(wanted, at + 1)
    return places
