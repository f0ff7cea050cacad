"""What a number counts: the unit in the singular, and the words between."""

import re

from answerable.reading.numbers import NUMBER, value

_SHARE = re.compile(
    rf" of (?:the|its|their|our|these|those|all)(?: {NUMBER})?(?= )", re.IGNORECASE
)


_STOPS_WORDS = (
    "of in to with for on at by from that who which were was had have has is are will would can"
    " could"
    " should must do did said says into over under across during since after before until per as"
    " than"
    " when where while but or nor so because if whether being been be it they he she we i you this"
    " these those their its his her our my the a an not no between against through without within"
    " about around including among towards later ago earlier away out up down off there here still"
    " also already only just now then took came went made found showed received attended remain"
    " remained remains"
    " receive live attend say want get give make take come go feel think know need"
    " last next every each both all any including awaiting regarding relating"
    " how what why whether whose whom bears suggests reflects indicates"
)


_STOPS = frozenset(_STOPS_WORDS.split())


_ADJECTIVE_STOPS_WORDS = "and"


_ADJECTIVE_STOPS = frozenset(_ADJECTIVE_STOPS_WORDS.split())


_IRREGULAR = {
    "people": "person",
    "men": "man",
    "women": "woman",
    "children": "child",
    "staff": "staff",
    "police": "police",
    "criteria": "criterion",
    "lives": "life",
    "personnel": "personnel",
    "bodies": "body",
    "analyses": "analysis",
    "data": "data",
    "enquiries": "enquiry",
    "tranches": "tranche",
}


_COMPOUND = {
    "causes of concern": "cause-of-concern",
    "cause of concern": "cause-of-concern",
    "causes for concern": "cause-of-concern",
    "cause for concern": "cause-of-concern",
    "areas for improvement": "area-for-improvement",
    "area for improvement": "area-for-improvement",
    "members of staff": "member of staff",
    "afis": "area-for-improvement",
    "items of business": "item",
    "pieces of work": "piece of work",
    "members of the public": "member of the public",
    "member of the public": "member of the public",
    "member of staff": "member of staff",
    "points of entry": "point of entry",
    "calls for service": "call for service",
    "areas for priority action": "area-for-priority-action",
}


_PAIR_WORDS = (
    "chief constables;chief officers;social workers;special constables;working days"
    ";calendar days;audit records;fire engines;call handlers;call takers;case files;focus groups"
    ";charging points;safety inspectors;police officers;police staff;fire stations;police stations"
    ";care homes;emergency calls;phone calls;hate crimes;control rooms;risk assessments"
    ";search warrants;response officers;neighbourhood officers;safety visits;home visits"
    ";care leavers;foster carers;crime scenes;custody suites;patrol cars;patrol hours"
    ";board meetings;police forces;fire services;team leaders;action plans;improvement plans"
)


_PAIRS = frozenset(_PAIR_WORDS.split(";"))


_SINGULAR_ONE_WORDS = (
    "area cause concern recommendation session meeting action force service year month week"
    " day case"
    " officer"
    " member report inspection death child person hour item question visit complaint"
)


_SINGULAR_ONE = frozenset(_SINGULAR_ONE_WORDS.split())


_NOT_WORDS = (
    "pm am st nd rd th per percent pc cent degrees mph km miles metres o'clock and or to january"
    " february march april"
    " may june july august september october november december th hrs hours' years' million"
    " billion"
    " thousand pounds pence p k m bn"
)


_NOT = frozenset(_NOT_WORDS.split())


_ONE = re.compile(r"(?i)one$|^1$")
_WORD = re.compile(r"[A-Za-z][A-Za-z’'/-]*|&")


def unit_of(number: str, rest: str) -> tuple[str, int, str | None] | None:
    """Unit in the singular, characters of `rest` used, and the words between."""
    words = [(one.group(), one.end()) for one in _WORD.finditer(rest)]
    if not words or words[0][0].lower() in _NOT:
        return None
    share = _SHARE.match(rest)
    if share is not None:
        found = unit_of(number, rest[share.end() :])
        return (found[0], share.end() + found[1], found[2]) if found else None
    plain = rest.strip().lower()
    for compound, unit in _COMPOUND.items():
        place = plain.find(compound)
        if 0 <= place < 40 and _qualifies(plain[:place].split()):
            lead = len(rest) - len(rest.lstrip())
            return unit, lead + place + len(compound), plain[:place].strip() or None
    return _head(number, rest, words)


def _qualifies(between: list[str]) -> bool:
    """Words that may stand before "causes of concern": "nine recommendations and one" may not."""
    return len(between) <= 3 and not any(
        word in _STOPS or word in _ADJECTIVE_STOPS or _plural(word) or value(word) is not None
        for word in between
    )


def _head(
    number: str, rest: str, words: list[tuple[str, int]]
) -> tuple[str, int, str | None] | None:
    single = bool(_ONE.match(number.strip()))
    best: int | None = None
    for place, (word, end) in enumerate(words):
        lower = word.lower()
        if lower in _STOPS or (lower in _ADJECTIVE_STOPS and best is not None):
            break
        if single and place and value(word) is not None:
            break  # "one resident complained four times"
        if single and place and _plural(lower) and lower not in _IRREGULAR:
            break  # "One Planet developments"
        if place and "," in rest[words[place - 1][1] : end] and best is not None:
            break
        if ((_plural(lower) or _ACRONYMS.fullmatch(word)) and not word.isupper()) or (
            single and lower in _SINGULAR_ONE
        ):
            best = place
            if lower in ("years", "months", "weeks", "days", "hours", "minutes"):
                break
        elif best is not None:
            break
    if best is None:
        return None
    head = words[best][0].lower()
    before = [word for word, _ in words[:best]]
    pair = f"{before[-1].lower()} {head}" if before else ""
    acronym = _ACRONYMS.fullmatch(words[best][0]) is not None
    unit = words[best][0][:-1] if acronym else _singular(head)
    if pair in _PAIRS:
        unit = f"{before.pop().lower()} {unit}"
    return unit, words[best][1], " ".join(before) or None


_ACRONYMS = re.compile(r"[A-Z]{2,}s")


def _plural(word: str) -> bool:
    if word in _IRREGULAR:
        return True
    return (
        len(word) > 3
        and word.endswith("s")
        and not word.endswith(("ss", "us", "is", "’s", "'s", "ous"))
        and word
        not in (
            "this",
            "always",
            "serious",
            "various",
            "previous",
            "across",
            "towards",
            "was",
            "has",
        )
    )


def _singular(word: str) -> str:
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    word = word.rstrip("’'")
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") else word
