"""Whom a letter or a message is written to, and whom one of its sentences calls by name."""

import re

from answerable.reading.material import Material
from answerable.reading.people.attendance import Sighting

_CALLED = re.compile(r"\W*(?:And |Also )?(?P<who>[A-Z][a-z’'-]+)(?:,| ?[–—-]|:) ")


def called_at(material: Material, words: str) -> str | None:
    """Whom a sentence calls at its beginning: "Lalita, I need you to cost four posts"."""
    called = _CALLED.match(words)
    if called is None:
        return None
    named = called["who"]
    known = any(named in one.split() for one in material.directory.values())
    return named if known else None


def addressee(material: Material) -> str | None:
    """The post, else the name, of the one person to whom a letter is written."""
    greeted = _DEAR.search(material.text[:3000])
    if greeted is not None and _POST.fullmatch(greeted["who"]):
        return greeted["who"]
    to: list[Sighting] = [one for one in material.sightings if one.presence == "addressee"]
    if not to and greeted is not None:
        parts = set(greeted["who"].split())
        to = [one for one in material.sightings if parts & set(one.name.split()) and one.role]
    names = {one.name for one in to}
    if len(names) != 1:
        return None
    return next((one.role for one in to if one.role), None) or greeted_as(material, to[0].name)


def greeted_as(material: Material, name: str) -> str:
    """How a message greets the one to whom it is written, by a part of the name; else the name.

    "Ben,", "Morning Philippa", "Edmund – as promised, a longer one".
    """
    for block in material.canonical.blocks[:_TOP]:
        if block.kind in ("letterhead", "key_value", "row"):
            continue
        opening = _GREETS.match(material.text, block.start, block.end)
        if opening is not None and opening["who"] in name.split():
            return opening["who"]
    return name


_TOP = 12  # blocks of a message in which its reader is greeted
_GREETS = re.compile(
    r"\W*(?:(?:Dear|Hi|Hello|Hiya|Morning|Good morning|Good afternoon|Afternoon|Evening),? )?"
    r"(?P<who>[A-Z][\w’'-]+)(?=\s*(?:[,:!–—-]|$|\n| and\b))"
)
_DEAR = re.compile(
    r"^\W*Dear (?:Mr |Mrs |Ms |Miss |Dr |Sir |Dame )?(?P<who>[A-Z][^\n,:]{1,50})", re.M
)
_POST = re.compile(
    r"(?:(?:Deputy|Assistant|Acting) )?(?:Chief (?:Constable|Executive|Fire Officer)|(?:Police and"
    r" Crime |Police, Fire and Crime )?Commissioner|Mayor|Governor|Home Secretary|Minister"
    r"|Chair(?:man|woman)?|Leader|Director|Clerk|Treasurer)"
)
