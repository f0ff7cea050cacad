"""News of actions that have the words of a query: what a log said of a row, time after time.

No index holds them, for they are many and short: they are read from what a reader sees, in plain
words that are kept while the record stands. Of one action the news that fits best is told, the
latest of those that fit alike.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from answerable.ledger.register import Version
from answerable.operations.pages import everything
from answerable.operations.pages.look import Look
from answerable.store.engine.words import plain, stem
from answerable.store.reads import fits, registers
from answerable.store.reads.search import Told
from answerable.vocabulary.access import READER
from answerable.vocabulary.facts import ActionUpdated

KIND = "action"
"""Under which kind they are found: with the actions that they tell of."""
_MOST_KEPT = 20_000


@dataclass(frozen=True, slots=True)
class News:
    """What was said of an action, and how well it fits (`fits.py`)."""

    told: Told
    fit: int


def news(
    look: Look,
    asked: Sequence[str],
    *,
    telling: Sequence[str] = (),
    most: bool = False,
    about: str = "",
) -> tuple[News, ...]:
    """The news that has all words or all telling ones; with `most`, else most of the telling.

    `asked` and `telling` are plain words; `about` narrows to a body. The best first.
    """
    if not asked:
        return ()
    best: dict[str, tuple[int, Version]] = {}
    for version, held in _held(replace(look, actor=replace(READER, on=look.today))):
        fit = _fit(held, asked, telling, most=most)
        if fit is None or (about and version.fact.institution != about):
            continue
        before = best.get(version.fact.stream)
        if before is None or (fit, -version.seq) < (before[0], -before[1].seq):
            best[version.fact.stream] = (fit, version)
    found = [News(_told(version), fit) for fit, version in best.values()]
    if any(one.fit < fits.SOME for one in found):
        found = [one for one in found if one.fit < fits.SOME]
    return tuple(sorted(found, key=lambda one: (one.fit, -one.told.seq)))


def _held(look: Look) -> tuple[tuple[Version, str], ...]:
    """Each news that stands at the dates of a look, with its words between spaces."""

    def made() -> tuple[tuple[Version, str], ...]:
        every = everything.of_types(look, ActionUpdated)
        return tuple(
            (version, _spaced(text))
            for version in every
            if _in_force(version, look.on) and (text := version.fact.get("text"))
        )

    return registers.kept(("news of actions", look.on, look.known, look.said), made)


def _in_force(version: Version, day: date) -> bool:
    valid = version.fact.valid
    return valid.start <= day and (valid.end is None or day < valid.end)


@lru_cache(maxsize=_MOST_KEPT)
def _spaced(text: str) -> str:
    return f" {' '.join(plain(text))} "


def _fit(held: str, asked: Sequence[str], telling: Sequence[str], *, most: bool) -> int | None:
    if f" {' '.join(asked)} " in held:
        return fits.PHRASE
    there = sum(_begins(held, word) for word in telling or asked)
    if not there:
        return None
    fit = _of_all(held, asked, fits.WHOLE, fits.PART)
    if fit is None and telling:
        fit = _of_all(held, telling, fits.TELLING, fits.FORMS)
    enough = max(fits.FEWEST, -(-len(telling) // 2))
    if fit is None and most and there >= enough:
        return fits.SOME + len(telling) - there - 1
    return fit


def _of_all(held: str, words: Sequence[str], whole: int, forms: int) -> int | None:
    """How well all of some words fit: each whole, or other forms of some."""
    if all(f" {word} " in held for word in words):
        return whole
    return forms if all(_begins(held, word) for word in words) else None


def _begins(held: str, word: str) -> bool:
    """Does a word, or what has its stem, begin somewhere?"""
    return any(f" {form}" in held for form in {word, stem(word)})


def _told(version: Version) -> Told:
    fact = version.fact
    return Told(
        entry_id=version.entry_id,
        type=ActionUpdated.__name__,
        institution=fact.institution,
        stream=fact.stream,
        seq=version.seq,
        valid_from=fact.valid.start.isoformat(),
        said=fact.said,
        kind=KIND,
        text=str(fact.get("text")),
        doc=None,
        quote=None,
    )
