"""A force, a fire or a youth justice service that a paper names by its overseer or its place.

"Marlshire Police and Crime Panel" holds the police of Marlshire to account, and "Marlshire Fire
Authority" its fire service; the body itself need not be named. A known force of the place comes
from the gazetteer; else its name has the form that the paper's own words give it.
"""

import re
from functools import lru_cache

from answerable.reading.gazetteer import Body, Gazetteer
from answerable.reading.worded import Worded, worded

_PLACE = r"(?P<{}>[A-Z][\w-]+(?:(?: (?:and|&|of))? [A-Z][\w-]+){{0,3}}?)"
_FORCE = worded(
    "olice|OLICE|rime Commissioner|onstabulary|hief constable|control room|detectives|OPCC|PFCC"
    "|PCC|PEEL|hief Constable|accountability meeting|forces",
    rf"\b{_PLACE.format('a')}(?:[’']s)? (?:(?:Police(?:,? Fire)? and Crime"
    r"|POLICE(?:,? FIRE)? AND CRIME) (?:Panel|Commissioner|PANEL|COMMISSIONER)"
    r"|Police, Fire and Crime (?:Panel|Commissioner)"
    r"|OPCC\b|PFCC\b|PCC\b|PEEL\b|Police Federation\b|accountability meeting)"
    rf"|\b(?:Crime Commissioner|Chief Constable|PCC|PFCC|OPCC) (?:for|of) {_PLACE.format('b')}"
    r"(?=[^\w ]| [^A-Z]|$)"
    rf"|(?<![\w’'-] )\b{_PLACE.format('d')} (?:is|was) (?:now )?one of (?:only |just )?(?:the )?"
    r"(?:[a-z]+|\d+) forces\b"
    rf"|\b{_PLACE.format('c')}[’']s (?:police|constabulary|chief constable"
    r"|control room|detectives)\b",
)
_FIRE = worded(
    "ire |IRE ",
    rf"\b{_PLACE.format('a')}(?:[’']s)? (?:(?:Combined )?Fire (?:and Rescue )?Authority"
    r"|(?:COMBINED )?FIRE (?:AND RESCUE )?AUTHORITY|fire (?:and rescue )?(?:service|brigade"
    r"|authority|chiefs?|bosses|crews))"
    rf"|\bChief Fire Officer (?:for|of) {_PLACE.format('b')}(?=[^\w ]| [^A-Z]|$)",
)
_YOUTH = worded(
    "outh |YJMB|YJS",
    rf"\b{_PLACE.format('a')}(?:[’']s)? (?:(?:Youth Justice|youth justice|Youth Offending"
    r"|youth offending) (?:service|team|Management Board|management board|Partnership)|YJMB\b"
    r"|YJS\b)"
    rf"|\b[Yy]outh (?:justice|offending) services? in {_PLACE.format('b')}(?=[^\w ]| [^A-Z]|$)",
)
_BY_SORT = {"force": _FORCE, "fire service": _FIRE, "youth justice service": _YOUTH}
_ENDINGS = {
    "fire service": "Fire and Rescue Service",
    "youth justice service": "Youth Justice Service",
}
_KINDS = {"fire service": "fire", "youth justice service": "provider"}
_NO_PLACE = re.compile(
    r"(?:The|A|An|Public|Quarterly|Monthly|Weekly|Strategic|Performance|Board|Our|This"
    r"|Your|Each|Every|Office|Police|Fire|Combined|Deputy|Chief|New|Former|Meet"
    r"|Minutes|Report|And|HM|His|Her|Acting|Assistant|Crime|Annual|Last|In|Of|From"
    r"|Old|Joint|Re|To|What)"
    r"(?: (?:of|for|the|to|from))?(?: |$)",
    re.IGNORECASE,
)


def overseen(text: str, sort: str, gazetteer: Gazetteer) -> Body | None:
    """The body of the one place whose overseer a paper names, or that it serves."""
    pattern = _BY_SORT.get(sort)
    found = _places(text, pattern) if pattern is not None else frozenset()
    if len(found) != 1:
        return None
    (place,) = found
    if sort in _ENDINGS:
        return Body(f"{place} {_ENDINGS[sort]}", None, _KINDS[sort])
    known = [one.body for one in gazetteer.mentions(place) if one.body.kind == "force"]
    if known:
        return known[0]
    form = "Constabulary" if _CONSTABULARY.search(text) else "Police"
    return Body(f"{place} {form}", None, "force")


_CONSTABULARY = re.compile(r"(?<!of )(?<!OF )\b[Cc]onstabulary\b")


@lru_cache(maxsize=16)
def _places(text: str, pattern: Worded) -> frozenset[str]:
    """The places that a pattern finds in a whole paper, in plain letters; looked for once."""
    found = set()
    for match in pattern.finditer(text):
        name = next(one for one in match.groups() if one is not None)
        while (begins := _NO_PLACE.match(name)) is not None:
            name = name[begins.end() :]
        name = name.replace(" & ", " and ")
        if name:
            found.add(name.title().replace(" And ", " and ") if name.isupper() else name)
    return frozenset(found)
