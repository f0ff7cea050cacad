"""Short forms that the documents of a body write out, for whoever reads pages and papers of it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import lru_cache

from answerable.ledger.register import Register
from answerable.reading.short_forms import ShortForm, short_forms
from answerable.store.papers import documents
from answerable.vocabulary.facts import DocumentFiled

Spans = Mapping[str, Iterable[tuple[int, int]]]
"""Document -> the places of it whose words a reader may not see."""
MOST_FILES = 256
MOST_LINES = 12
_SHORT = re.compile(r"\b[A-Z]{2,7}s?\b")


def used(register: Register, shown: object, *, hidden: Spans) -> tuple[str, ...]:
    """“RSO: registered sex offender”, for each short form in the words of a page or a paper.

    `register` is what its reader sees; `shown` a page, a pack or any part of one. A form that the
    documents write out in two ways, or that the words themselves write out, is left as it is.
    """
    words = "\n".join(_words(shown))
    on_page = dict.fromkeys(map(_one, _SHORT.findall(words)))
    known = _known(register, hidden) if on_page else {}
    found = (known[short] for short in on_page if short in known)
    told = (f"{one.short}: {one.words}" for one in found if f"({one.short})" not in words)
    return tuple(told)[:MOST_LINES]


def _known(register: Register, hidden: Spans) -> Mapping[str, ShortForm]:
    """Short form in the singular -> how the documents write it out, where they all agree."""

    def made() -> Mapping[str, ShortForm]:
        found: dict[str, ShortForm] = {}
        differ: set[str] = set()
        for filed in register.of(DocumentFiled):
            covered = tuple(hidden.get(filed.doc or "", ()))
            sha = filed.doc or ""
            state = documents.text_state(sha) if sha else None
            for one in _of_file(sha, state) if state else ():
                if any(start < one.end and one.start < end for start, end in covered):
                    continue
                before = found.setdefault(_one(one.short), one)
                if _plain(before) != _plain(one):
                    differ.add(_one(one.short))
        return {short: one for short, one in found.items() if short not in differ}

    return register.once("short forms", made)


@lru_cache(maxsize=MOST_FILES)
def _of_file(sha: str, _state: tuple[int, int]) -> tuple[ShortForm, ...]:
    """What one file writes out, as its kept text stands: an erased one is asked for no more."""
    return tuple(short_forms(documents.text(sha).text))


def _one(short: str) -> str:
    return short.removesuffix("s")


def _plain(one: ShortForm) -> str:
    return one.words.casefold().replace("-", " ").removesuffix("s")


def _words(shown: object) -> Iterator[str]:
    """Every text inside a page, in the order of its fields; addresses are no words."""
    if isinstance(shown, str):
        yield shown
    elif isinstance(shown, tuple | list):
        for part in shown:
            yield from _words(part)
    elif is_dataclass(shown) and not isinstance(shown, type):
        for field in fields(shown):
            if field.name not in ("url", "as_at", "banner", "past", "crumbs"):
                yield from _words(getattr(shown, field.name))
