"""The language that a page is told in: English, unless a door asked for another.

An English sentence is its own key. `say` gives it back as it is while nobody asked for another
language; a door that did sets the words for as long as it makes one page. What a source said, and
names of people, bodies and documents, never pass through here: they are placed into a sentence.
Facts are always written in English, so the same act makes the same entry in every language.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from html import escape
from typing import Protocol

ENGLISH = "en"


class Words(Protocol):
    """The sentences of one language."""

    @property
    def code(self) -> str:
        """The tag of the language, such as `cy`."""

    def one(self, text: str) -> str:
        """A sentence; the English one where nobody has translated it."""

    def many(self, one: str, many: str, count: int) -> str:
        """The form that a count asks for; languages have up to six."""


_WORDS: ContextVar[Words | None] = ContextVar("words", default=None)


@contextmanager
def spoken(words: Words | None) -> Iterator[None]:
    """Tell what is made inside in other words than English ones."""
    before = _WORDS.set(words)
    try:
        yield
    finally:
        _WORDS.reset(before)


def code() -> str:
    """The tag of the language in force."""
    words = _WORDS.get()
    return words.code if words else ENGLISH


def say(text: str, /, **values: object) -> str:
    """A sentence in the language in force, with its values in their places.

    >>> say("Known since {day}.", day="14 May 2024")
    'Known since 14 May 2024.'
    """
    words = _WORDS.get()
    if words is not None and text:
        text = words.one(text)
    return text.format(**values) if values else text


def say_many(one: str, many: str, /, count: int, **values: object) -> str:
    """The sentence for one or for several; `{count}` stands for the number.

    >>> say_many("{count} finding", "{count} findings", 2)
    '2 findings'
    """
    words = _WORDS.get()
    english = one if count == 1 else many
    text = english if words is None else words.many(one, many, count)
    return text.format(count=values.pop("shown", f"{count:,}"), **values)


class Marked(str):
    """A sentence of a table that tells itself where it is shown, put into another, or printed.

    It compares and sorts as the English one, so a table may be asked by it in any language.
    """

    __slots__ = ()

    def __str__(self) -> str:
        return say(self[:])

    def __format__(self, spec: str) -> str:
        return format(say(self[:]), spec)

    def __html__(self) -> str:
        """The words with what a page would read as tags made harmless; templates ask for this."""
        return escape(say(self[:]))


def marked(text: str, /) -> str:
    """A sentence of a table that is made before anybody asks.

    >>> f"{marked('Not in our sources.')}"
    'Not in our sources.'
    """
    return Marked(text)
