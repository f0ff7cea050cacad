"""What a query finds: facts of the record, bodies by name, paragraphs of documents; best first.

A query may be a sentence. First its words are looked for as they were written; then its telling
words; and where nothing has all of these, what has most of them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from answerable.operations.pages import everything, offered, search_updates
from answerable.operations.pages.look import Look
from answerable.store.engine.words import plain
from answerable.store.papers import in_documents as texts
from answerable.store.reads import fits, registers
from answerable.store.reads import search as store
from answerable.vocabulary.access import READER
from answerable.vocabulary.numbered import ends_in, ends_of
from answerable.vocabulary.telling_words import (
    asks_what_was_said,
    counted,
    kind_asked,
    telling,
    tells,
)

LAST = 99
"""The fit of a body of which the record says nothing: after every fact."""
_ANSWERS = ("finding", "grade", "response", "question", "meeting", "document", "claim", "money")
_SAID = "question"
MOST_SAID = 5
"""Questions and answers of sessions that are shown for two words of a sentence."""
LEAST_NAME = 2
"""Words of a body’s name that a sentence names it by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """What is looked for. `words` as typed; `telling` plain, at most eight, of a sentence.

    `kind`: what kind of thing it asks for, which comes first; `ends`: how references end that it
    names by number, `numbers` in its words; `about`: the body that it names; `left_out`: its small
    words; `cut`: it has more telling words than are read; `counted`: what it asks the number of;
    `said`: it asks what somebody said.
    """

    words: tuple[str, ...]
    telling: tuple[str, ...] = ()
    kind: str = ""
    ends: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    about: str = ""
    left_out: tuple[str, ...] = ()
    cut: bool = False
    counted: str = ""
    said: bool = False

    @property
    def sentence(self) -> bool:
        """Do its telling words differ from all of them?"""
        return self.telling != plain(" ".join(self.words))


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """What was found, of which kind, about whom; `fit` is lowest where it fits best.

    A body has its `name`; a fact is read from the record when it is shown (`id`), and places of a
    document are told then (`text`); news of an action is no row of the index (`news`). `own`: it
    is not public, and the role of whoever looks sees it.
    """

    kind: str
    institution: str
    fit: int
    id: int | None = None
    name: str = ""
    text: texts.InText | None = None
    news: store.Told | None = None
    own: bool = False


def asking(words: Sequence[str]) -> Asking:
    """What is looked for by the words of a query."""
    alone = ends_of(" ".join(words))
    ends, named = (alone, frozenset(range(len(words)))) if alone else ends_in(words)
    rest = plain(" ".join(word for at, word in enumerate(words) if at not in named))
    about, less = _named_in(rest)
    kept = telling(less) if tells(less) or not ends else ()
    kind, told = kind_asked(kept) if kept != less else ("", kept)
    small = tuple(dict.fromkeys(word for word in less if word not in kept))
    return Asking(
        words=tuple(words),
        telling=told[: fits.MOST_WORDS],
        kind=kind,
        ends=ends,
        numbers=() if alone else tuple(words[at].strip(".,;:?!") for at in sorted(named)),
        about=about,
        left_out=small,
        cut=len(told) > fits.MOST_WORDS,
        counted=counted(less),
        said=asks_what_was_said(less) and len(told) >= fits.FEWEST,
    )


def found(look: Look, wanted: Asking, *, kind: str = "", body: str = "") -> list[Hit]:
    """Everything that is found, the best first; of one kind or body where named."""
    known = look.head.size - 1 if look.known is None else look.known
    facts = [
        Hit(kind=f.kind, institution=f.institution, fit=f.fit, id=f.id)
        for f in once(recorded(look, wanted, kind=kind, body=body, most=True))
    ]
    bodies = (hit for hit in _bodies(wanted.words) if body in ("", hit.institution))
    named = bodies if kind in ("", "body") else ()
    papers = _in_documents(look, wanted, known, body) if kind in ("", "document") else ()
    have = {hit.id for hit in facts}
    facts += [hit for hit in _said(look, wanted, kind, body) if hit.id not in have]
    told = _news(look, wanted, kind, body, facts)
    return sorted((*named, *facts, *told, *papers), key=lambda hit: order(hit, wanted.kind))


def order(hit: Hit, asked: str) -> tuple[int, bool, int, int]:
    """Best first. To a sentence that is not there word for word what it asks for answers first,
    then what others found and judged; the rows of a log come last.
    """
    if hit.fit < fits.TELLING or hit.kind == "body":
        return (hit.fit, False, 0, 0)
    place = _ANSWERS.index(hit.kind) if hit.kind in _ANSWERS else len(_ANSWERS)
    return (fits.TELLING, hit.kind != asked, hit.fit, place)


def recorded(
    look: Look,
    wanted: Asking,
    *,
    kind: str = "",
    body: str = "",
    after: int | None = None,
    most: bool = False,
) -> Sequence[store.Found]:
    """Facts of the record, each once; with `most` also those that have most of the words.

    `after`: only what was recorded or put right after an entry.
    """
    known = look.head.size - 1 if look.known is None or after is not None else look.known

    def of(about: str) -> dict[str, Any]:
        return {
            "valid": look.on,
            "known": known,
            "said": None if after is not None else look.said,
            "institution": about,
            "kind": kind,
        }

    exact = store.search(wanted.words, **of(body), after=after)
    loose: tuple[store.Found, ...] = ()
    if wanted.sentence or not exact:
        loose = store.by_telling(
            wanted.telling, **of(body or wanted.about), after=after, most=most and not exact
        )
    numbered = store.numbered(wanted.ends, **of(body or wanted.about)) if after is None else ()
    every: dict[int, store.Found] = {}
    for one in (*numbered, *exact, *loose):  # a number says best what is meant
        every.setdefault(one.id, one)
    return tuple(every.values())


def once(every: Sequence[store.Found]) -> Iterator[store.Found]:
    """Each file once, whoever it was filed for."""
    files: set[str] = set()
    for one in every:
        if one.kind != "document":
            yield one
        elif one.doc and one.doc not in files:
            files.add(one.doc)
            yield one


def _said(look: Look, wanted: Asking, kind: str, body: str) -> Iterator[Hit]:
    """To a sentence that asks what somebody said: what was asked and answered in sessions, and
    has two of its telling words; with the first, for it is an answer."""
    if not wanted.said or kind not in ("", _SAID):
        return
    known = look.head.size - 1 if look.known is None else look.known
    got = store.by_telling(
        wanted.telling,
        valid=look.on,
        known=known,
        said=look.said,
        institution=body or wanted.about,
        kind=_SAID,
        most=True,
        least=fits.FEWEST,
    )
    for one in got[:MOST_SAID]:
        yield Hit(kind=one.kind, institution=one.institution, fit=fits.TELLING, id=one.id)


def _news(look: Look, wanted: Asking, kind: str, body: str, facts: Sequence[Hit]) -> Iterator[Hit]:
    """News and judgements; what has only most of the words, where no fact has all of them."""
    got = search_updates.news(
        look,
        plain(" ".join(wanted.words)),
        telling=wanted.telling,
        most=not any(fits.NAMED < hit.fit < fits.SOME for hit in facts),
        kind=kind,
        about=body or wanted.about,
    )
    for one in got:
        yield Hit(kind=one.told.kind, institution=one.told.institution, fit=one.fit, news=one.told)


def _in_documents(look: Look, wanted: Asking, known: int, body: str) -> Iterator[Hit]:
    """Paragraphs of documents; public words alone, whoever looks."""
    reader = replace(look, actor=replace(READER, on=look.today))
    got = texts.search_in(
        wanted.words,
        telling=wanted.telling,
        counted=wanted.counted,
        valid=look.on,
        known=known,
        said=look.said,
        institution=body,
        about=wanted.about,
        hidden=lambda: everything.all_withheld(reader),
    )
    for one in got:
        yield Hit(kind="document", institution=one.filed.institution, fit=one.fit, text=one)


def _bodies(words: Sequence[str]) -> Iterator[Hit]:
    """Bodies by their names; one that the record says nothing about comes after all facts."""
    held = registers.institutions()
    asked = plain(" ".join(words))
    for known in offered.bodies():
        text = " · ".join((known.name, *known.aliases))
        fit = fits.fit_of(_name_words(text), asked)
        if fit is not None:
            at = fit if known.id in held else LAST
            yield Hit(kind="body", institution=known.id, fit=at, name=text)


def _named_in(words: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """The body that a sentence names, and the words beside its name; none where only that is said.

    Of several names that fit the longest is meant, and only of a body the record is about.
    """
    best: tuple[str, ...] = ()
    about = ""
    for known in offered.bodies():
        for name in (known.name, *known.aliases):
            told = _name_words(name)
            if len(told) >= max(LEAST_NAME, len(best) + 1) and _begins(words, told) is not None:
                best, about = told, known.id
    at = _begins(words, best) if best else None
    less = () if at is None else (*words[:at], *words[at + len(best) :])
    if about not in registers.institutions() or not less:
        return "", tuple(words)
    return about, less


def _begins(words: Sequence[str], name: Sequence[str]) -> int | None:
    size = len(name)
    starts = range(len(words) - size + 1)
    return next((at for at in starts if tuple(words[at : at + size]) == tuple(name)), None)


@lru_cache(maxsize=2_000)
def _name_words(text: str) -> tuple[str, ...]:
    return plain(text)
