"""The title that is part of how somebody is named: "Dame Una Orme", "Canon Ada Crewe".

A courtesy title, a rank or a post ("Mr", "Cllr", "Supt") is none: it is left off a name, or is
the role. Only a surname alone keeps its courtesy title: "Ms Orme" is how a letter names her.
"""

import re
from collections.abc import Sequence

from answerable.reading.people.attendance import Sighting

_TITLE = re.compile(
    r"(?<![\w’'])(?P<title>(?:(?:The )?(?:Rt |Very )?Rev(?:d|erend)?\.? (?=Canon|Dr|Prof|Sir)"
    r"|Prof(?:essor|\.)? (?=Sir|Dame|Lord))?(?:Sir|Dame|Dr\.?"
    r"|Prof(?:essor|\.)?|Lord|Lady|Baron(?:ess)?|Canon|Rev(?:d|erend)?\.?|Rabbi|Imam|Bishop|Judge"
    r"|(?<!’s )(?<!'s )(?:Father|Pastor|Monsignor|Archdeacon|Deacon)"
    r"|(?:His|Her) Honour))\s$"
)
_COURTESY = re.compile(r"(?<![\w’'])(?P<title>Mr|Mrs|Ms|Miss|Mx)\.?\s$")
_LONGEST = 26  # characters of a title and the space behind it


def honoured(text: str, name: str, places: Sequence[Sighting]) -> str:
    """A name with the title that stands before it in one of the places that name the person."""
    alone = " " not in name
    for one in places:
        at = text.find(name, one.start, one.end)
        found = _TITLE.search(text, max(0, at - _LONGEST), at) if at >= 0 else None
        courteous = alone and one.role not in ("Councillor", "Cllr")
        if found is None and courteous and at >= 0:
            found = _COURTESY.search(text, max(0, at - _LONGEST), at)
        if found is not None:
            return f"{found['title']} {name}"
    return name
