"""Search in the full text of documents that anybody may see at a view's dates.

Which documents those are, the projection says (`search.py`): it holds public values alone. Words
that are withheld lie under a cover on the page of a document, so a paragraph with any is left out.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from answerable.store.engine.words import plain, stem
from answerable.store.papers import documents, word_index
from answerable.store.papers.word_index import Paragraph
from answerable.store.reads import fits, registers, search

MOST_FOUND = 100
MOST_READ = 500
"""Paragraphs that are looked at for one query, which a word of every paragraph would find."""
MOST_PLACES = 3
"""Paragraphs of one document that are told."""

Spans = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class InText:
    """The paragraphs of a document that fit best, the best first; `fit` as in `fits.py`."""

    filed: search.Filed
    paragraphs: tuple[Paragraph, ...]
    fit: int


def search_in(
    words: Sequence[str],
    *,
    telling: Sequence[str] = (),
    counted: str = "",
    valid: date,
    known: int,
    said: date | None = None,
    institution: str = "",
    about: str = "",
    hidden: Callable[[], Mapping[str, Spans]],
) -> tuple[InText, ...]:
    """Documents of which one paragraph has all words, each once, the best first; at most 100.

    Of each the three paragraphs that fit best. `telling` are the telling words of a sentence, of
    which most are looked for where no paragraph has all; `about` narrows these to a body that the
    sentence names. `counted`: what a sentence asks the number of; a paragraph with a number of it
    and another telling word comes first. `hidden` gives the places of each document that are
    withheld.
    """
    asked = plain(" ".join(words))
    if not asked:
        return ()
    seen, covered = _seen(valid, known, said), hidden()
    with word_index.finding() as find:
        reading = _Reading(seen, covered, find)
        reading.take(fits.fits(asked), institution)
        if counted and len(telling) >= fits.FEWEST:
            wanted = (
                (fits.TELLING, groups) for _, groups in fits.most_fits(telling, least=fits.FEWEST)
            )
            reading.take(wanted, institution or about, where=_numbers_of(counted))
        if telling:
            reading.take(fits.telling_fits(telling), institution or about)
            if not reading.found:
                reading.take(fits.most_fits(telling), institution or about)
    found = (InText(filed, tuple(p), fit) for filed, p, fit in reading.found.values())
    return tuple(sorted(found, key=lambda one: (one.fit, -one.filed.seq)))


@dataclass(slots=True)
class _Reading:
    """Paragraphs taken from the index in turn, until enough were looked at."""

    seen: Mapping[str, tuple[search.Filed, ...]]
    covered: Mapping[str, Spans]
    find: word_index.Find
    found: dict[str, tuple[search.Filed, list[Paragraph], int]] = field(default_factory=dict)
    left: int = MOST_READ

    def take(
        self,
        asked: Iterable[fits.Asked],
        institution: str,
        where: Callable[[str], object] = bool,
    ) -> None:
        """What the index has of each in turn; of paragraphs only those of which `where` holds."""
        for fit, wanted in asked:
            for sha256, paragraph in self.find(wanted):
                self.left -= 1
                if self.left < 0:
                    return
                if where(paragraph.text):
                    self._add(sha256, paragraph, fit, institution)

    def _add(self, sha256: str, paragraph: Paragraph, fit: int, institution: str) -> None:
        if _covered(paragraph, self.covered.get(sha256, ())):
            return
        if sha256 in self.found:
            held = self.found[sha256][1]
            if len(held) < MOST_PLACES and paragraph not in held:
                held.append(paragraph)
        elif len(self.found) < MOST_FOUND:
            filed = _for(self.seen.get(sha256, ()), institution)
            if filed:
                self.found[sha256] = (filed, [paragraph], fit)


def _numbers_of(word: str) -> Callable[[str], object]:
    """Does a text have a number of something: “94 visits”, “94 overdue visits”?"""
    return re.compile(rf"\b\d[\d,]*(?:\s+[^\W\d]+){{0,2}}?\s+{re.escape(stem(word))}", re.I).search


def ready(*, valid: date, known: int) -> int:
    """Take in the words of the documents of a view; how many documents it has."""
    return len(_seen(valid, known, None))


def _for(filed: Sequence[search.Filed], institution: str) -> search.Filed | None:
    return next((f for f in filed if institution in ("", f.institution)), None)


def _covered(paragraph: Paragraph, spans: Spans) -> bool:
    return any(start < paragraph.stop and paragraph.start < end for start, end in spans)


def _seen(valid: date, known: int, said: date | None) -> Mapping[str, tuple[search.Filed, ...]]:
    """The documents of a view; the words of those that are new are taken in first."""

    def made() -> Mapping[str, tuple[search.Filed, ...]]:
        found = search.documents(valid=valid, known=known, said=said)
        _take_in(found.keys() - word_index.held())
        return found

    return registers.kept(("in documents", valid, known, said), made)


def _take_in(shas: set[str]) -> None:
    """Put the words of some documents into the index; one that was never read has none."""
    for sha256 in sorted(shas):
        try:
            text = documents.text(sha256)
        except documents.NoSuchDocument:
            continue
        documents.index_words(text)
