"""Numbers of things and spans of time: "16 sessions", "three chief constables", "six years"."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from answerable.reading import count_ellipsis
from answerable.reading.clauses import Passage
from answerable.reading.deadlines import DATE, DEADLINE
from answerable.reading.material import Material
from answerable.reading.money import AMOUNT
from answerable.reading.numbers import NUMBER, value
from answerable.reading.records import Record, Value, record

_COUNT = re.compile(
    rf"(?<![\w£$€.,/:’'–-])(?P<n>{NUMBER})(?P<rest>(?: of (?:the|its|their|our|these|those"
    rf"|all)(?: {NUMBER})?(?= [A-Za-z]))?"
    r"(?: (?!and\b|or\b|to\b)[A-Za-z][A-Za-z’'/-]*)"
    r"(?:,? (?:[A-Za-z][A-Za-z’'/-]*|&)){0,8})",
    re.IGNORECASE,
)
_SHARE = re.compile(
    rf" of (?:the|its|their|our|these|those|all)(?: {NUMBER})?(?= )", re.IGNORECASE
)
_TIME_WORDS = "year month week day hour minute decade"
_TIME = frozenset(_TIME_WORDS.split())
_STOPS_WORDS = (
    "of in to with for on at by from that who which were was had have has is are will would can"
    " could"
    " should must do did said says into over under across during since after before until per as"
    " than"
    " when where while but or nor so because if whether being been be it they he she we i you this"
    " these those their its his her our my the a an not no between against through without within"
    " about around including among towards later ago earlier away out up down off there here still"
    " also already only just now then took came went made found showed received attended remain"
    " remained"
    " last next every each both all any including awaiting regarding relating"
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
    "area cause recommendation session meeting action force service year month week day case"
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
_LABEL_LEFT = re.compile(
    r"(?:\b(?:[Pp]age|[Ss]ections?|[Pp]aragraphs?|[Pp]ara|[Aa]ppendix|[Aa]nnex|[Ii]tems?"
    r"|[Mm]inutes?"
    r"|[Qq]uarter|[Qq]|[Pp]art|[Cc]hapter|[Vv]ersion|[Pp]hase|[Tt]ier|[Ll]evel|[Gg]rade"
    r"|[Rr]egulation"
    r"|[Rr]ecommendations?|AFI|[Ff]igure|[Tt]able|[Rr]ound|[Ss]treets|[Rr]ef|[Nn]o\.?|[Nn]umber"
    r"|[Rr]oom"
    r"|[Oo]ption|[Cc]lause|[Aa]rticle|[Ss]chedule|[Rr]ule|[Oo]bjective|PCO|PC|[Aa]ge[ds]?|[Aa]ct"
    r"|year"
    r"|[Oo]peration|[Ss]tage|[Ww]ard|[Uu]nit|[Aa]ction|PEEL|[Ss]ince|[Ff]loor|[Oo]utcome)|"
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r"|\d[.,:/]|%) ?$"
)
_AGENDA_LINE = re.compile(r"\d{1,3} (?:[A-Z][a-z]+|[A-Z]{2,})\b")
# "More than six months" and "up to 38 people" are bounds, not guesses.
_APPROXIMATE = re.compile(
    r"\b(?:about|around|approximately|approx\.?|nearly|almost|roughly|some|just over|just under"
    r"|circa|an estimated)\s*$",
    re.IGNORECASE,
)
_ONE = re.compile(r"(?i)one$|^1$")
# "999 calls" are calls to a number, not nine hundred and ninety-nine of them.
_TELEPHONE = re.compile(
    r"(?:999|101|111|112|119|105)(?: (?:and|or|/) ?(?:999|101|111))?"
    r" (?:(?:emergency|non-emergency|answer\w*) )?(?:calls?|callers?|services?|numbers?|lines?"
    r"|demand|performance|call[- ]?\w+)\b",
    re.IGNORECASE,
)


def records(material: Material) -> Iterator[Record]:
    """Counts in prose, list items and quoted words."""
    so_far: list[Record] = []
    for passage in material.passages:
        if passage.kind in ("heading", "row", "letterhead") or passage.section == "next-meeting":
            continue
        taken = _written(material, passage)
        found = list(_passage(material, passage, taken))
        yield from found
        so_far = [*so_far[-8:], *found]
        yield from count_ellipsis.records_of(material, passage, so_far, taken)


def records_of(material: Material, passage: Passage) -> Iterator[Record]:
    """Counts of one passage."""
    yield from _passage(material, passage, _written(material, passage))


def _written(material: Material, passage: Passage) -> list[tuple[int, int]]:
    """Where dates, deadlines and amounts stand, whose numbers count nothing."""
    return sorted(
        match.span()
        for pattern in (DATE, DEADLINE, AMOUNT)
        for match in pattern.finditer(material.text, passage.start, passage.end)
        if pattern is not DEADLINE or not match.group("within")
    )


def outside_deadlines(found: Sequence[Record], text: str) -> Iterator[Record]:
    """Without the counts that are the deadline of a finding, an action or a promise."""
    held: list[tuple[int, int]] = []
    for one in found:
        words = one.fields.get("due_words") if one.kind != "agenda_item" else None
        if "due" in one.support:
            held.append(one.support["due"])
        elif isinstance(words, str) and (at := text.find(words, one.start - 80, one.end)) >= 0:
            held.append((at, at + len(words)))
    held.sort()
    for one in found:
        if one.kind != "count" or not _taken(held, one.start):
            yield one


def _passage(
    material: Material, passage: Passage, taken: list[tuple[int, int]]
) -> Iterator[Record]:
    text = material.text
    at = passage.body
    while match := _COUNT.search(text, at, passage.end):
        at = match.end("n")
        if _taken(taken, match.start("n")):
            continue
        if match.start() == passage.start and _AGENDA_LINE.match(text, match.start(), passage.end):
            continue
        found = _unit(match.group("n"), match.group("rest"))
        number = value(match.group("n"))
        if found is None or number is None:
            continue
        if _TELEPHONE.match(text, match.start("n"), passage.end):
            continue
        left = text[max(passage.start, match.start() - 24) : match.start()]
        if _LABEL_LEFT.search(left) or (1900 <= number <= 2099 and match.group("n").isdecimal()):
            continue
        unit, length, qualifier = found
        near = _APPROXIMATE.search(left)
        given: dict[str, Value] = {
            "n": number,
            "unit": unit,
            "qualifier": qualifier,
            "approximate": near is not None,
        }
        end = match.start("rest") + length
        at = max(at, end)
        yield record(
            "count",
            (match.start("n"), end),
            "count.time" if unit in _TIME else "count.things",
            given=given,
            weight=45,
        )


def _taken(spans: list[tuple[int, int]], at: int) -> bool:
    """Whether an offset lies in one of the sorted spans (a date inside a deadline ends first)."""
    place = bisect_right(spans, (at, 10**9))
    return any(start <= at < end for start, end in spans[max(0, place - 3) : place])


def _unit(number: str, rest: str) -> tuple[str, int, str | None] | None:
    """Unit in the singular, characters of `rest` used, and the words between."""
    words = [(one.group(), one.end()) for one in re.finditer(r"[A-Za-z][A-Za-z’'/-]*|&", rest)]
    if not words or words[0][0].lower() in _NOT:
        return None
    share = _SHARE.match(rest)
    if share is not None:
        found = _unit(number, rest[share.end() :])
        return (found[0], share.end() + found[1], found[2]) if found else None
    plain = rest.strip().lower()
    for compound, unit in _COMPOUND.items():
        place = plain.find(compound)
        if 0 <= place < 40 and not set(plain[:place].split()) & _STOPS:
            lead = len(rest) - len(rest.lstrip())
            return unit, lead + place + len(compound), plain[:place].strip() or None
    return _head(number, rest, words)


def _head(
    number: str, rest: str, words: list[tuple[str, int]]
) -> tuple[str, int, str | None] | None:
    single = bool(_ONE.match(number.strip()))
    best: int | None = None
    for place, (word, end) in enumerate(words):
        lower = word.lower()
        if lower in _STOPS or (lower in _ADJECTIVE_STOPS and best is not None):
            break
        if place and "," in rest[words[place - 1][1] : end] and best is not None:
            break
        if (_plural(lower) and not word.isupper()) or (single and lower in _SINGULAR_ONE):
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
    unit = _singular(head)
    if pair in _PAIRS:
        unit = f"{before.pop().lower()} {unit}"
    return unit, words[best][1], " ".join(before) or None


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
