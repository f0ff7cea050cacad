"""Whose promise or statement a clause is, where its own sentence names whose it is.

The nearest beginning counts: of "the Commissioner was worried but the Chief Constable assured him
that … and promised an update" the promise is the Chief Constable's. Who stands behind "to",
"asked" or "told" is spoken to, and speaks for nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from answerable.reading.clauses import Passage
from answerable.reading.material import Material
from answerable.reading.roles import ROLE, SURNAME
from answerable.reading.speech import SAID, TITLED

_POST: Final = (
    rf"(?:{ROLE}|[Cc]hief [Cc]onstable|[Dd]eputy [Cc]hief [Cc]onstable"
    r"|[Aa]ssistant [Cc]hief [Cc]onstable|[Cc]hief [Ff]ire [Oo]fficer|[Cc]hief [Ee]xecutive"
    r"|[Dd]eputy [Mm]ayor|[Tt]reasurer|Cabinet)"
)
_GROUP: Final = (
    r"(?:[Ii]nspectorates?|[Ff]orce|[Cc]onstabulary|[Ss]ervice|[Aa]uthority|[Tt]rust|[Cc]ouncil"
    r"|[Cc]ommittee|[Pp]anel|[Bb]oard|[Cc]abinet|[Oo]ffice|[Ii]nspectors"
    r"|(?:[a-z]+ ){0,2}(?:[Ii]nspection|[Aa]udit|[Pp]eer) [Tt]eam)"
)
"""A group is named by “the”: “a panel will start” is what is promised, not who promises."""
_SUBJECT: Final = re.compile(
    rf"(?<![\w’'-])(?:(?:[Tt]he|[Oo]ur) (?P<group>{_GROUP})(?![\w-])"
    rf"|(?:(?:[Tt]he|[Oo]ur) )?(?:(?P<title>{TITLED}) (?P<surname>{SURNAME})"
    rf"|(?P<role>{_POST})(?![\w-])(?! [A-Z][a-z])|(?P<letters>[A-Z]{{2,8}})(?![\w-])"
    rf"|(?P<name>[A-Z][a-zà-ÿ’'-]+(?: [A-Z][\w’'-]+){{0,2}})))"
)
_OBJECT: Final = re.compile(
    r"\b(?:to|by|with|from|of|for|at|on|about|asked|told|assured|thanked|informed|invited|advised"
    r"|between|against|and its|through|via|under|per)(?: the| our| its| their)? ?$",
    re.IGNORECASE,
)
_UNDERTAKES: Final = re.compile(
    rf"\b(?:{SAID}|undertook|undertakes?|agreed|agrees|committed|commits|offered|offers|intends?"
    r"|plans?|expects?|hopes?|aims?|gave (?:an?|his|her|their|its) (?:\w+ )?(?:undertaking"
    r"|commitment|assurance|word|promise|pledge)|giving (?:his|her|their) word|reassured"
    r"|conceded|provided|gave|repeated|maintained|made clear|was clear|made it clear)\b"
)
_MODAL: Final = re.compile(
    r"\b(?:will|shall|would(?! like\b)|(?:is|are|was|were) to|(?:is|are) going to)\b"
    r"|[’'](?:ll|d)\b"
)
MOST_BETWEEN: Final = 60
"""Characters between who speaks and the verb."""


@dataclass(frozen=True, slots=True)
class Named:
    """Who begins a clause: an office or body as written, a person, and where it ends."""

    by: str | None
    person: str | None
    end: int


def promiser(material: Material, passage: Passage, at: int, end: int) -> Named | None:
    """Who says or promises what stands between two places; None where the sentence names nobody.

    First whoever says, promises or undertakes it, nearest before; then whoever is to do it.
    """
    modal = _MODAL.search(material.text, at, end)
    verbs = list(_UNDERTAKES.finditer(material.text, passage.start, end))
    before = [v for v in verbs if v.start() <= (modal.start() if modal else end)]
    named = list(_subjects(material, passage.start, end))
    for verb in reversed(before):
        if (one := _nearest(material.text, named, verb.start())) is not None:
            return one
    if modal is None:
        return None
    one = _nearest(material.text, named, modal.start())
    return one if one is not None and one.end - passage.body <= MOST_BETWEEN * 2 else None


def _nearest(text: str, named: list[Named], place: int) -> Named | None:
    """The last one that stands shortly before a verb, in its own clause."""
    near = [one for one in named if 0 <= place - one.end <= MOST_BETWEEN]
    if not near or re.search(r"[.;:?!]\s", text[near[-1].end : place]):
        return None
    return near[-1]


def _subjects(material: Material, start: int, end: int) -> Iterator[Named]:
    for found in _SUBJECT.finditer(material.text, start, end):
        if _OBJECT.search(material.text, max(start, found.start() - 24), found.start()):
            continue
        if material.text[found.end() : found.end() + 2] in ("’s", "'s"):
            continue
        if one := _who(material, found):
            yield one


def _who(material: Material, found: re.Match[str]) -> Named | None:
    known, at = material.directory, found.end()
    if found["title"]:
        name = known.get(found["surname"], f"{found['title']} {found['surname']}")
        return Named(material.roles.get(name), name, at)
    if role := found["group"] or found["role"]:
        return Named(role, None, at)
    person = known.get(found["letters"] or found["name"])
    if person is not None:
        return Named(material.roles.get(person), person, at)
    bodies = [m for m in material.within(found.start(), at) if m.end >= at - 1]
    return Named(bodies[-1].body.name, None, max(at, bodies[-1].end)) if bodies else None
