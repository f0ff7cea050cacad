"""The words of news about one institution, so that a search reads only what may fit.

They are kept with what a reader sees of the institution, and made again when that changes: an
entry about one body costs the others nothing. A news is what a log said of a row, time after time,
or whether a session was assured, of which item and why.
"""

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from answerable.ledger.register import Register, Version
from answerable.operations.pages.search_fit import Forms, spaced
from answerable.scrutiny.phrases import start, stop
from answerable.scrutiny.sessions.minutes_text import LEVELS
from answerable.vocabulary.facts import ActionUpdated, AssuranceJudged, ItemTaken
from answerable.vocabulary.language import say
from answerable.vocabulary.times import in_words


class News(NamedTuple):
    """An entry and what it says, with the day that a question may name."""

    version: Version
    text: str
    day: str

    @property
    def held(self) -> str:
        """Its plain words between spaces."""
        return spaced(f"{self.text} {self.day}")


class NewsWords:
    """News in the order of the record, found by how their words begin."""

    def __init__(self, news: Iterable[News]) -> None:
        self._news = tuple(news)
        places: dict[str, array[int]] = defaultdict(lambda: array("I"))
        for nth, one in enumerate(self._news):
            for word in set(one.held.split()):
                places[word].append(nth)
        self._places: Mapping[str, array[int]] = places
        self._words = sorted(places)

    def all_of(self, words: Sequence[Forms]) -> Iterator[News]:
        """Those in which each of some words begins somewhere, the latest first."""
        return self._told(self._all_of(words))

    def most_of(self, words: Sequence[Forms], enough: int) -> Iterator[News]:
        """Those that may have so many of the words: one of all but enough, the rarest."""
        places = sorted(map(self._having, words), key=len)
        return self._told(set().union(*places[: len(words) - enough + 1]))

    def _all_of(self, words: Sequence[Forms]) -> set[int]:
        found: set[int] | None = None
        for word in words:
            there = self._having(word)
            found = there if found is None else found & there
            if not found:
                break
        return found or set()

    def _told(self, places: set[int]) -> Iterator[News]:
        return (self._news[nth] for nth in sorted(places, reverse=True))

    def _having(self, word: Forms) -> set[int]:
        """Places of those in which the word, or what has its stem, begins."""
        found: set[int] = set()
        for begun in {form.lstrip() for form in word[1:]}:
            for other in self._words[bisect_left(self._words, begun) :]:
                if not other.startswith(begun):
                    break
                found.update(self._places[other])
        return found


def of(register: Register) -> NewsWords:
    """The words of the news that stand in a register."""
    return register.once(of, lambda: NewsWords(_news(register)))


def _news(register: Register) -> Iterator[News]:
    titles = {fact.stream: fact.title for fact in register.of(ItemTaken)}
    for version in register.versions_of(ActionUpdated, AssuranceJudged):
        if text := _text(version, titles):
            yield News(version, text, _day(version))


def _text(version: Version, titles: Mapping[str, str | None]) -> str:
    """What was said of an action; of a judgement its level, the item and the reason."""
    fact = version.fact
    if not isinstance(fact, AssuranceJudged):
        return str(fact.get("text") or "")
    level = LEVELS.get(fact.level or "")
    parts = (say(level), titles.get(fact.stream), fact.reason) if level else ()
    return " ".join(stop(start(part)) for part in parts if part)


def _day(version: Version) -> str:
    """The day of a judgement, which a question may name; an action is not asked for by its day."""
    fact = version.fact
    return in_words(fact.valid.start.isoformat()) if isinstance(fact, AssuranceJudged) else ""
