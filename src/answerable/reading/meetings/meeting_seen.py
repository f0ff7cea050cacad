"""Meetings told by whom somebody met on a day, and by "It met on" behind the name of a body."""

import re

from answerable.reading.clauses import Passage
from answerable.reading.deadlines import Stated
from answerable.reading.material import Material

Told = tuple[int, int, str]  # start, end, standing

# "She chairs the group that decides. It met on 4 May and agreed."
_IT_MET = re.compile(r"\W*(?:It|They|We) (?P<met>(?:met|sat)(?: again)?) on (?:\w+day,? )?")
_THAT_MEETS = re.compile(
    r"\b(?:groups?|boards?|panels?|committees?|forums?|partnership|cabinet|council|trustees"
    r"|governors|authority|executive|bench|tribunal|inquiry)\b",
    re.IGNORECASE,
)
# "I met the Chief Constable, Ada Moss, on 4 May", "I am seeing the Minister on 4 May".
_SEEN = re.compile(
    r"\b(?:I|[Ww]e|[Ss]he|[Hh]e|[Tt]hey|[A-Z][a-z]+s)(?:[’'](?:m|re|ll|ve|d)| am| are| is"
    r"| have| had| shall| will|(?: are| is| am) to)? (?:also |then |first |last )?"
    r"(?P<what>(?P<past>met)(?: with)?|meeting(?: with)?|meet(?: with)?|seeing)"
    r" (?:(?:the|your|our|my|his|her|its|their|both|all)"
    r" (?:[\w’'-]+ ){0,3}?)?(?:Chief|Chair|Chairman|Commissioner|Deputy|Director|Governor|Leader"
    r"|Mayor|Minister|Secretary|Superintendent|Inspector|Treasurer|Chancellor|Head|Principal"
    r"|chief|chair|chairman|commissioner|deputy|director|governor|leader|mayor|minister"
    r"|secretary|superintendent|inspector|treasurer|head|headteacher|manager"
    r"|families|relatives|members|residents|parents|tenants|owners|councillors|governors|trustees"
    r"|team)\b"
    r"(?:(?! (?:who|which|that|and|to|at|about|said|was|were|had|has|is)\b)[^.;:\n]){0,60}?,? on"
    r"(?: \w+day,?)? $"
)


def seen(material: Material, passage: Passage, one: Stated, above: Passage | None) -> Told | None:
    """Where such a meeting is told of before its day, and whether it is past."""
    if len(one.iso or "") != len("2031-07-01"):
        return None
    left = material.text[passage.start : one.start]
    met = _IT_MET.fullmatch(left)
    if met is not None and above is not None and above.block == passage.block:
        spoken = _THAT_MEETS.search(material.text, above.start, above.end)
        return (passage.start + met.start("met"), one.end, "previous") if spoken else None
    begin = max(passage.start, one.start - _NEAR)
    found = _SEEN.search(material.text[begin : one.start])
    if found is None:
        return None
    return begin + found.start("what"), one.end, "previous" if found["past"] else "next"


_NEAR = 150  # characters
