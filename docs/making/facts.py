"""`facts.md`: every type of fact with its field set, from the vocabulary."""

import types
import typing
from collections.abc import Iterator

from answerable.vocabulary.fact_base import ENVELOPE, Fact
from answerable.vocabulary.facts import TYPES
from docs.making.markdown import code, first_paragraph, page, table

ENVELOPE_WORDS = {
    "institution": "Whom the register is about.",
    "stream": "What the fact is about: a finding, an action, a session, a document.",
    "valid": "From when, and until when, the fact is true. The last day is not part of it.",
    "doc": "SHA-256 of the file that states it.",
    "ref": "The entry that is corrected, accepted or closed.",
    "classes": "Fields that are not public, and how they are marked.",
}
EVERY = {
    "said": "When the earliest source that states the fact was published.",
    "source": "The kind of source, its address, and where in its text the words stand.",
    "quote": "The exact words.",
}


def make() -> str:
    """The page."""
    return page(
        "Facts",
        "A fact is something said to be true from a date, with its source and exact words. "
        "Nothing on the record is updated: a change is a new fact. A field set that was "
        "released never changes; a new field makes a new set.",
        "## What every fact has in public",
        table(("Name", "What it holds"), _words(ENVELOPE, ENVELOPE_WORDS)),
        "## What every fact has behind a commitment",
        "Each of these, and each field below, is kept beside a salted commitment. It can be "
        "shown, sealed or erased, and the proof of the rest still holds.",
        table(("Name", "What it holds"), _words(tuple(EVERY), EVERY)),
        "## The types",
        table(
            ("Type", "Set", "What it says", "Fields"),
            (
                (code(name), str(number), first_paragraph(cls.__doc__), ", ".join(_own(cls)))
                for (name, number), cls in TYPES.items()
            ),
        ),
        source="`src/answerable/vocabulary/facts/`",
    )


def _words(names: tuple[str, ...], words: dict[str, str]) -> Iterator[tuple[str, str]]:
    return ((code(name), words[name]) for name in names)


def _own(cls: type[Fact]) -> Iterator[str]:
    hints = typing.get_type_hints(cls)
    for name in cls.field_names():
        if name not in EVERY:
            hint = hints.get(name, hints.get(name + "_"))
            yield f"{code(name)}{_kind(hint)}"


def _kind(hint: object) -> str:
    """What a field holds, where it is not text."""
    parts = typing.get_args(hint) if isinstance(hint, types.UnionType) else (hint,)
    if any(typing.get_origin(part) is tuple for part in parts):
        return " (list)"
    if int in parts and str not in parts:
        return " (number)"
    return ""
