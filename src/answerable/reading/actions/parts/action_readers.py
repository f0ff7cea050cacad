"""Whom a letter or a message is written to, and whom one of its sentences calls."""

import re

from answerable.reading.clauses import Passage
from answerable.reading.material import Material
from answerable.reading.people.attendance import Sighting

_CALLED = re.compile(r"\W*(?:And |Also )?(?P<who>[A-Z][a-z’'-]+)(?:,| ?[–—-]|:) ")
# "Heads of department, please", "Could everyone", "would a volunteer": many, none by name.
_MANY = (
    r"(?:[Ee]veryone|[Ee]verybody|[Aa]ll|[Cc]olleagues|[Mm]embers|[Ss]taff|[Pp]artners|[Tt]eam"
    r"|[Vv]olunteers|[Gg]overnors|[Tt]rustees|[Cc]ouncillors|[Rr]esidents|[Nn]eighbours|[Ff]riends"
    r"|(?:[Hh]eads|[Cc]hairs|[Ll]eads) of [a-z]+)"
)
_CALLS_MANY = re.compile(
    rf"\W*(?:(?P<who>{_MANY})(?:,| ?[–—-]|:) "
    rf"|(?:[Cc]ould|[Cc]an|[Ww]ould|[Ww]ill) (?P<all>{_MANY})\b)"
)


def called_at(material: Material, passage: Passage) -> str | None:
    """Whom a sentence calls at its beginning, or else its paragraph does.

    "Lalita, I need you to cost four posts", "Sol: they want more patrols. Please count them".
    """
    block = material.canonical.blocks[passage.block]
    for start in dict.fromkeys((passage.start, block.start)):
        words = material.text[start : passage.end]
        many = _CALLS_MANY.match(words)
        if many is not None:
            return many["who"] or many["all"]
        called = _CALLED.match(words)
        if called is not None and any(
            called["who"] in one.split() for one in material.directory.values()
        ):
            return called["who"]
    return None


def addressee(material: Material) -> str | None:
    """The post, else the name, of the one to whom a letter is written; "members" for many."""
    greeted = _DEAR.search(material.text[:3000])
    if greeted is not None and _NO_NAME.fullmatch(greeted["who"]):
        group = _TO_MANY.search(material.text[:1000]) if greeted["who"] == "all" else None
        return group["who"] if group is not None else greeted["who"]
    to: list[Sighting] = [one for one in material.sightings if one.presence == "addressee"]
    if not to and greeted is not None:
        parts = set(greeted["who"].split())
        met = [one for one in material.sightings if parts & set(one.name.split())]
        to = [one for one in met if one.role] or met
    names = {one.name for one in to}
    surname = all(" " not in one for one in names) and not any(one.role for one in to)
    if greeted is not None and surname and len(names) < _TWO:
        return _greeted(material.text[:_TOP], greeted) or next(iter(names), None)
    if len(names) != 1:
        return None
    return next((one.role for one in to if one.role), None) or to[0].name


def _greeted(top: str, greeted: re.Match[str]) -> str | None:
    """ "Dear Ms Farrow": by the whole name above it, else as greeted; a first name says little."""
    who = greeted["who"].strip()
    if " " in who or not greeted["title"]:
        return None
    name = re.escape(who)
    whole = re.search(
        rf"\b(?:[A-Z][\w’-]+ {name}|{name} [A-Z][\w’-]+)\b(?=\s*[,\n])", top[: greeted.start()]
    )
    return whole.group() if whole is not None else f"{greeted['title'].strip()} {who}"


_TWO = 2  # people: nobody knows to which of them
_TOP = 3000  # characters in which a letter greets
_DEAR = re.compile(
    r"^\W*Dear (?P<title>Mr |Mrs |Ms |Miss |Dr |Sir |Dame |Sister |Rev |Father )?"
    r"(?P<who>[A-Za-z][^\n,:]{1,50})",
    re.M,
)
# "To: All superintendents <list@…>" above "Dear all".
_TO_MANY = re.compile(r"^To: \"?(?P<who>(?:All )?[A-Za-z][A-Za-z &-]{2,40}s)\"? <[^<>\n]+>$", re.M)
_NO_NAME = re.compile(
    r"(?:(?:Deputy|Assistant|Acting) )?(?:Chief (?:Constable|Executive|Fire Officer)|(?:Police and"
    r" Crime |Police, Fire and Crime )?Commissioner|Mayor|Governor|Home Secretary|Minister"
    rf"|Chair(?:man|woman)?|Leader|Director|Clerk|Treasurer)|(?:all )?{_MANY}"
)
