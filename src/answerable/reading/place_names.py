"""Bodies named by their bare place: where a document names them in full, and where it cannot."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from answerable.reading.gazetteer import Body, Mention, place_of

# "Marlshire’s youth justice service", "Marlshire children’s services": the place of another body.
_SECTOR = (
    r"(?:youth (?:justice|offending)|children[’']s(?: social (?:care|work))?"
    r"|(?:adult )?social (?:care|work)|ambulance|probation|education|health(?:care)?"
    r"|housing|(?:regional )?organised crime|city|county|district|borough|local|parish|unitary)"
)
_HEAD = (
    r"(?:services?|councils?|trusts?|hospitals?|schools?|prisons?|jails?|units?|partnerships?"
    r"|authorit(?:y|ies)|teams?|homes?|colleges?|universit(?:y|ies)|delivery unit|board)\b"
)
_OF_ANOTHER = re.compile(rf"(?:[’']s?)? (?:{_SECTOR} )?{_HEAD}", re.IGNORECASE)
_OF_FIRE = re.compile(
    r"(?:[’']s?)? fire(?: (?:and|&) rescue)? (?:service|brigade|authority)\b", re.I
)


# "St Helens in Marlshire", "near Wexley in Marlshire": the county that a town lies in.
_TOWN_IN = re.compile(
    r"\b(?:in|near|at|of|from|outside|and|to) (?:St |New |Great |Little |Upper |Lower )?"
    r"(?!(?:Police|Officers?|Staff|Inspectors?|Constabulary|January|February|March|April|May|June"
    r"|July|August|September|October|November|December)\b)[A-Z][a-z]+(?:[ -][A-Z][a-z]+)? in $"
)
_BACK = 50  # characters
# "a school in Marlshire", "Alder Court Care Centre near Wexley": where that body lies.
_LIES_IN = re.compile(
    r"\b(?:schools?|academ(?:y|ies)|colleges?|nurser(?:y|ies)|homes?|centres?|hospitals?|hospices?"
    r"|surger(?:y|ies)|practices?|clinics?|prisons?|jails?|trusts?|councils?|universit(?:y|ies)"
    r"|infirmary|childminders?|landlords?|facility|facilities)"
    r" (?:based |located |situated )?(?:in|near|across|outside|around) "
    r"(?:(?:the|rural|north|south|east|west|mid|central|county) ){0,2}$",
    re.IGNORECASE,
)


def of_another(text: str, one: Mention) -> bool:
    """Whether a bare place only says where some other service is."""
    if not one.weak:
        return False
    before = text[max(0, one.start - _BACK) : one.start]
    if _TOWN_IN.search(before) or _LIES_IN.search(before):
        return True
    if one.body.kind != "fire" and _OF_FIRE.match(text, one.end):
        return True
    return one.body.kind in ("force", "fire") and _OF_ANOTHER.match(text, one.end) is not None


def places(text: str, named: Sequence[Mention]) -> Iterator[Mention]:
    """Bare place names of bodies that only this document names in full: "in Orrinshire"."""
    known: dict[str, Body] = {}
    for one in named:
        short = place_of(one.body.name) if one.body.id is None else None
        if short and known.setdefault(short, one.body) != one.body:
            known.pop(short)
    if not known:
        return
    spans = [(one.start, one.end) for one in named]
    starts = [start for start, _ in spans]
    pattern = re.compile(r"\b(?:" + "|".join(map(re.escape, sorted(known))) + r")\b(?! [A-Z])")
    for match in pattern.finditer(text):
        at = bisect_right(starts, match.start()) - 1
        if at < 0 or spans[at][1] <= match.start():
            yield Mention(match.start(), match.end(), known[match.group()], weak=True)
