"""Signs weighed against each other, where no rule of `together` names the combination.

Each sign adds points; words of public business take points away. The points were set by hand after
a trial on the passages of `tests/spec` and on ordinary reports and minutes.
"""

import re

from answerable.publishing.sensitivity.matters import named
from answerable.publishing.sensitivity.seen import seen
from answerable.publishing.sensitivity.signs import particulars

HELD = 8
"""Points from which a sentence is held."""
_PARTICULARS = {
    "an initial": 3,
    "a relative": 3,
    "a place": 3,
    "a habit": 3,
    "a nickname": 3,
    "an age under 18": 3,
    "an origin or a faith": 3,
    "a child": 2,
    "a house": 2,
    "a street": 2,
    "an age": 2,
    "a building": 2,
    "a trade": 2,
    "a car": 2,
    "being the only one": 2,
    "an illness or a mark": 2,
    "a past": 1,
    "a number of children": 1,
    "a school": 1,
    "a day": 1,
}
_SIGNS = {
    "matter": 3,
    "one person": 2,
    "covert": 4,
    "ours": 3,
    "strike": 2,
    "hard strike": 2,
    "crime": 2,
    "hideout": 2,
    "strength": 2,
    "operation": 2,
    "informs": 1,
    "aimed at": 1,
    "police": 1,
    "live": 1,
    "target": 1,
    "gap": 1,
    "clock": 1,
    "day": 1,
    "ahead": 1,
    "lawful": -5,
    "public life": -8,
    "a rule": -6,
}
_BUSINESS = re.compile(
    r"\b(?:forces?|commissioner|panel|board|committee|report(?:ed)?|recommendations?|inspect\w*"
    r"|survey"
    r"|rate|average|per ?cent|scheme|fund\w*|plans?|services?|charity|chair\w*|meetings?|session"
    r"|strategy|policy|budget|programme|project|council\w*|members?|public|county|district|staff"
    r"|training|review\w*|audit\w*|action|item|quarter|years?|months?|national|regional"
    r"|Home Office"
    r"|chief constable|constabulary|authority|partners?|partnership|performance|improv\w*|victims"
    r"|children|residents|young people|cases|crimes|offences|recorded|published|agreed|noted"
    r"|thanked"
    r"|support\w*|provid\w*|offered|should|must|figures?|number of|percent\w*|increase\w*"
    r"|decrease\w*"
    r"|rose|fell|costs?|grants?|website|consultation|precept|patrols|arrests|people|officers "
    r"(?:will be"
    r" (?:at|in)|attended|seized)|community|burglary|complaints|station)\b|[%£]",
    re.IGNORECASE,
)
_NAMED, _LONG = 3, 160


def weight(sentence: str, names: frozenset[str]) -> int:
    """The points of a plain sentence."""
    points = sum(_SIGNS.get(sign, 0) for sign in seen(sentence))
    points += sum(_PARTICULARS.get(told, 0) for told in particulars(sentence))
    points += _NAMED * named(sentence, names)
    points -= 2 * min(3, len(_BUSINESS.findall(sentence)))
    return points - 2 * (len(sentence) > _LONG)


_STRONG = frozenset(
    (
        *("an initial", "a relative", "a habit", "a nickname", "an age under 18", "a house"),
        *("an origin or a faith", "an illness or a mark", "a street", "being the only one"),
    )
)
_HIDDEN = (
    *({"covert"}, {"informs", "one person", "where"}, {"guarded", "kept"}, {"kept", "clock"}),
    *(
        {"hideout", "target", "matter"},
        {"matter", "aimed at", "where"},
        {"matter", "aimed at", "crime", "one person"},
    ),
)
"""Signs of which one whole set tells of something hidden, whoever it is."""


def anchored(sentence: str, names: frozenset[str]) -> bool:
    """Is there one person of whom something is told that fits few, or something hidden?

    A matter of policy has neither: it speaks of people in general, however grave it is.
    """
    found, told = seen(sentence), particulars(sentence)
    if any(signs <= found for signs in _HIDDEN):
        return True
    called = named(sentence, names)
    if not (called or "one person" in found):
        return bool(told & _STRONG) and ("matter" in found or {"aimed at", "target"} <= found)
    if called and {"one person", "matter"} <= found:
        return True
    return bool(told & _STRONG or ("matter" in found and told - {"a child", "a past"}))
