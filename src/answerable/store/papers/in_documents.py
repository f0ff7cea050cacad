"""Search in the full text of documents that anybody may see at a view's dates.

Which documents those are, the projection says (`search.py`): it holds public values alone. Words
that are withheld lie under a cover on the page of a document, so a paragraph with any is left out.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from answerable.store.engine.words import plain
from answerable.store.papers import documents, word_index
from answerable.store.papers.word_index import Paragraph
from answerable.store.reads import registers, search

MOST_FOUND = 100
MOST_READ = 500
"""Paragraphs that are looked at for one query, which a word of every paragraph would find."""

Spans = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class InText:
    """The paragraph of a document that fits best; `fit` as in `search.py`."""

    filed: search.Filed
    paragraph: Paragraph
    fit: int


def search_in(
    words: Sequence[str],
    *,
    valid: date,
    known: int,
    said: date | None = None,
    institution: str = "",
    hidden: Callable[[], Mapping[str, Spans]],
) -> tuple[InText, ...]:
    """Documents of which one paragraph has all words, each once, the best first; at most 100.

    `hidden` gives the places of each document that are withheld.
    """
    asked = plain(" ".join(words))
    if not asked:
        return ()
    seen, covered = _seen(valid, known, said), hidden()
    found: dict[str, InText] = {}
    left = MOST_READ
    for fit, wanted in search.fits(asked):
        for sha256, paragraph in word_index.find(wanted):
            left -= 1
            if left < 0 or len(found) >= MOST_FOUND:
                break
            filed = None if sha256 in found else _for(seen.get(sha256, ()), institution)
            if filed and not _covered(paragraph, covered.get(sha256, ())):
                found[sha256] = InText(filed, paragraph, fit)
    return tuple(sorted(found.values(), key=lambda one: (one.fit, -one.filed.seq)))


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
