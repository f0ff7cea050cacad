"""Two people, one draft: fields are merged, and where both changed one, both texts are kept.

A page carries, for each field, a short digest of the text it showed. A field whose text is still
the shown one was not touched. A touched field is taken unless somebody else changed it since;
then nothing is overwritten: the person sees both texts and decides. A field that comes without a
digest rests on no text, so it never replaces one.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from answerable.store.people import drafts
from answerable.store.people.drafts import Draft
from answerable.store.reads import registers
from answerable.vocabulary.access import Actor
from answerable.vocabulary.refusal import Refusal

SHORT = 12
MOST_FIELDS, LONGEST_FIELD = 2_000, 60_000


class TooLong(Refusal):
    """More than a draft can hold; nothing of it was saved."""

    code = "too_long"


@dataclass(frozen=True, slots=True)
class Clash:
    """A field that two people changed: theirs is saved, yours is not lost and not yet saved."""

    field: str
    theirs: str
    yours: str
    by: str
    at: str


@dataclass(frozen=True, slots=True)
class Saved:
    """The draft after a saving, and the fields in which somebody was faster."""

    draft: Draft
    clashes: tuple[Clash, ...]


def mark(text: str) -> str:
    """A short digest of a field's text, line ends made one."""
    return hashlib.sha256(plain(text).encode()).hexdigest()[:SHORT]


def plain(text: str) -> str:
    """The text as it is kept: line feeds, no space at the end."""
    return text.replace("\r\n", "\n").replace("\r", "\n").rstrip()


def save(
    *,
    kind: str,
    about: str,
    by: Actor,
    body: str,
    at: datetime,
    typed: Mapping[str, str],
    shown: Mapping[str, str],
) -> Saved:
    """Save what was typed. `shown`: field -> digest of the text that the page had shown."""
    clashes: list[Clash] = []

    def edit(held: Draft | None) -> Mapping[str, str]:
        clashes.clear()
        fields = dict(held.fields) if held else {}
        if len(typed) > MOST_FIELDS:
            raise TooLong(f"A draft holds at most {MOST_FIELDS:,} boxes.")
        for name, words in typed.items():
            yours = plain(words)
            if len(yours) > LONGEST_FIELD:
                raise TooLong(
                    f"A text of {len(yours):,} characters is too long for one box; at most "
                    f"{LONGEST_FIELD:,} can be kept. Put a part of it under another item."
                )
            theirs = fields.get(name)
            if theirs is None or yours == theirs:
                fields[name] = yours
                continue
            base = shown.get(name)
            if base is not None and mark(yours) == base:
                continue
            if mark(theirs) == base:
                fields[name] = yours
                continue
            who, when = held.by.get(name, ("", "")) if held else ("", "")
            clashes.append(Clash(name, theirs, yours, who, when))
        return fields

    seen = registers.head().size - 1
    made = drafts.change(
        kind=kind, about=about, body=body, office=by.office, at=at, seen=seen, edit=edit
    )
    return Saved(made, tuple(clashes))
