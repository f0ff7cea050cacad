"""Rows of a log in which somebody is named or can be reached, by what an import would say.

What stands in the cell of an owner and is neither a post nor the initials of one is a name; the
same word in other cells of that log is then a name too.
"""

import re
from collections.abc import Sequence

from answerable.operations import sensitivity
from answerable.publishing.sensitivity import contacts
from answerable.publishing.sensitivity.contacts import Told
from answerable.publishing.sensitivity.words_of_people import person
from answerable.scrutiny.plans.action_log import Change
from answerable.vocabulary.posts import names_in

_SMALL = re.compile(r"(?<!\S)[^\w@]*([a-z]+)\b(?!\S*@)")
"""A word in small letters; none of a mail address, in which a name is written small."""


def found(changes: Sequence[Change]) -> list[tuple[Change, tuple[Told, ...]]]:
    """The rows whose words would become public by this import, and what in them is personal."""
    names = sensitivity.subjects().names
    owners = _owners(changes, names)
    told = ((change, contacts.told(_words(change), names, owners=owners)) for change in changes)
    return [(change, words) for change, words in told if words]


def _owners(changes: Sequence[Change], public: frozenset[str]) -> frozenset[str]:
    """The surnames of owners in a log; a word that it also writes small is none, as “custody”."""
    cells = [dict(c.entry.cells) for c in changes if c.entry is not None]
    named = {
        name
        for words in {one.get(field) for one in cells for field in ("owner", "lead")}
        for name in names_in(words)
        if person(name, public)
    }
    if not named:
        return frozenset()
    surnames = {name.split()[-1] for name in named}
    small = {word for one in cells for text in one.values() for word in _SMALL.findall(text)}
    return frozenset(name for name in surnames if name.casefold() not in small)


def _words(change: Change) -> str:
    if change.kind == "new" and change.entry is not None:
        return "\n".join(filter(None, change.entry.cells.values()))
    return "\n".join(change.what) if change.kind == "changed" else ""
