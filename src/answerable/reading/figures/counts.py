"""Numbers of things and spans of time: "16 sessions", "three chief constables", "six years"."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from answerable.reading.clauses import Passage
from answerable.reading.deadlines import DATE, DEADLINE
from answerable.reading.figures import count_ellipsis
from answerable.reading.figures.count_units import unit_of
from answerable.reading.figures.money import AMOUNT
from answerable.reading.material import Material
from answerable.reading.numbers import BEGINS, NUMBER, value
from answerable.reading.records import Record, Value, record
from answerable.reading.worded import worded

_COUNT = re.compile(
    rf"(?<![\w£$€.,/:’'–-])(?P<n>{NUMBER})(?: or (?:more|fewer))?"
    rf"(?P<rest>(?: \(\d{{1,3}}(?:\.\d)?%\))?(?: of (?:the|its|their|our|these|those"
    rf"|all)(?= [A-Za-z]))?"
    r"(?: (?!and\b|or\b|to\b)[A-Za-z][A-Za-z’'/-]*)"
    r"(?:,? (?:[A-Za-z][A-Za-z’'/-]*|&)){0,8})",
    re.IGNORECASE,
)
_TIME_WORDS = "year month week day hour minute decade"
_TIME = frozenset(_TIME_WORDS.split())
_LABEL_LEFT = re.compile(
    r"(?:\b(?:[Pp]age|[Ss]ections?|[Pp]aragraphs?|[Pp]ara|[Aa]ppendix|[Aa]nnex|[Ii]tems?"
    r"|[Mm]inutes?"
    r"|[Qq]|[Pp]art|[Cc]hapter|[Vv]ersion|[Pp]hase|[Tt]ier|[Ll]evel|[Gg]rade"
    r"|[Rr]egulation"
    r"|[Rr]ecommendations?|AFI|[Ff]igure|[Tt]able|[Rr]ound|[Ss]treets|[Rr]ef|[Nn]o\.?|[Nn]umber"
    r"|[Rr]oom"
    r"|[Oo]ption|[Cc]lause|[Aa]rticle|[Ss]chedule|[Rr]ule|[Oo]bjective|PCO|PC|[Aa]ge[ds]?|[Aa]ct"
    r"|[Oo]peration|[Ss]tage|[Ww]ard|[Uu]nit|[Aa]ction|PEEL|[Ss]ince|[Ff]loor|[Oo]utcome"
    r"|[Gg]roup|[Tt]ranche|[Bb]and|[Cc]ategory|[Ww]ave|[Cc]ohort|[Vv]olume|[Ss]trand|[Tt]heme"
    r"|[Pp]illar|[Pp]riority|[Cc]ell|[Ll]ine|[Qq]uestion)|"
    r"\d[.,:/]|%) ?$"
)
# "31 August 14", "year 11": a day or a label up to so many; "In the year 57 men" counts.
_MONTH_LEFT = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r" ?$"
)
_YEAR_LEFT = re.compile(r"\b(?:year|[Qq]uarter) ?$")
_DAYS, _YEARS = 31, 13
# "In her ward three young men": most labels stand before figures alone.
_LABEL_BEFORE_WORD = re.compile(
    r"\b(?:page|section|paragraph|appendix|annex|item|quarter|part|chapter|version|phase|tier"
    r"|level|grade|recommendation|round|room|option|clause|article|schedule|rule|objective|age[ds]?"
    r"|year|stage|since|floor|outcome) $",
    re.IGNORECASE,
)
# "Five of the eight recommendations" counts five, by all these words, and eight.
_PART = worded(
    " of ",
    rf"(?<![\w£$€.,/:’'–-])(?P<n>{NUMBER}) (?:out )?of "
    rf"(?:the |its |their |our |these |those |all |(?:the )?[a-z-]+[’']s? )?"
    rf"(?P<all>{NUMBER})(?= [A-Za-z])(?! per ?cent)",
    re.IGNORECASE,
)
_NO_ONE = re.compile(r"\b(?:no|any|every|some|each|this|that|another|which) $", re.IGNORECASE)
# "14 or 16 operators" counts both.
_EITHER = worded(" or ", rf"(?<![\w£$€.,/:’'–-])(?P<n>{NUMBER}) or $", re.IGNORECASE)
_AGENDA_LINE = re.compile(r"\d{1,3} (?:[A-Z][a-z]+|[A-Z]{2,})\b")
# "More than six months" and "up to 38 people" are bounds, not guesses.
_APPROXIMATE = re.compile(
    r"\b(?:about|around|approximately|approx\.?|nearly|almost|roughly|some|just over|just under"
    r"|circa|an estimated)\s*$",
    re.IGNORECASE,
)
# "999 calls" are calls to a number, not nine hundred and ninety-nine of them.
_TELEPHONE = re.compile(
    r"(?:999|101|111|112|119|105)(?: (?:and|or|/) ?(?:999|101|111))?"
    r" (?:(?:emergency|non-emergency|answer\w*) )?(?:calls?|waits?|callers?|services?|numbers?"
    r"|lines?|demand|performance|call[- ]?\w+)\b",
    re.IGNORECASE,
)

# "You must respond within 56 days": how long the law or a letter gives, and nothing counted.
_TO_ANSWER = re.compile(
    r"\b(?:respond|response|reply|replies|publish(?:ed|es)?|appeal|submit(?:s|ted)?|send|returned"
    r"|comments)\b[^.;]*\b[Ww]ithin (?:the |a )?(?:next |further |first |maximum of |period of )?$"
)
_SENTENCE = 160  # characters before a number that may say what has to be done
_RATIO = worded(" in | out of ", rf"\b{NUMBER} (?:in|out of)(?: every)? $", re.IGNORECASE)


def records(material: Material) -> Iterator[Record]:
    """Counts in prose, list items and quoted words."""
    so_far: list[Record] = []
    for passage in (*material.passages, *material.cells):
        if passage.kind in ("heading", "row", "letterhead") or passage.section == "next-meeting":
            continue
        if BEGINS.search(material.text, passage.body, passage.end) is None:
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
        if (pattern is not DEADLINE or not match.group("within"))
        and (pattern is not DATE or not _no_day(match, material.text))
    )


def _no_day(match: re.Match[str], text: str) -> bool:
    """Whether a number behind a month is no day of it: "In December 1,902 men", "In May 38"."""
    if not match["month2"] or match["year2"]:
        return False
    return int(match["day2"]) > _DAYS or _THOUSANDS.match(text, match.end()) is not None


_THOUSANDS = re.compile(r",\d{3}\b")


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
    parts: dict[int, re.Match[str]] = {}
    for place in BEGINS.finditer(text, at, passage.end):
        if place.start() < at:
            continue
        part = _PART.match(text, place.start(), passage.end)
        if part is not None:
            # "is one of six forces" counts six; "One of the three was closed" counts both
            if value(part["n"]) != 1 or part["n"] == "One":
                parts[part.start("all")] = part
            at = part.start("all")
            continue
        match = _COUNT.match(text, place.start(), passage.end)
        if match is None:
            continue
        at = match.end("n")
        if _taken(taken, match.start("n")):
            continue
        if match.start() == passage.start and _AGENDA_LINE.match(text, match.start(), passage.end):
            continue
        found = unit_of(match.group("n"), match.group("rest"))
        number = value(match.group("n"))
        if found is None or number is None:
            continue
        begin = match.start("n")
        left = text[max(passage.start, begin - 24) : begin]
        if not _counts(text, match, number, left, passage, part=begin in parts):
            continue
        unit, length, qualifier = found
        ahead = max(passage.start, begin - _SENTENCE)
        if unit in _TIME and _TO_ANSWER.search(text, ahead, begin):
            continue
        end = match.start("rest") + length
        at = max(at, end)
        other = parts.get(begin) or _EITHER.search(text, max(passage.start, begin - 30), begin)
        if other is not None and (fewer := value(other["n"])) is not None:
            near = _APPROXIMATE.search(
                text[max(passage.start, other.start() - 24) : other.start()]
            )
            yield _count(
                (other.start("n"), end if begin in parts else other.end("n")),
                fewer,
                unit,
                None,
                near is not None,
                key="part" if begin in parts else "",
            )
        close = begin not in parts and _APPROXIMATE.search(left) is not None
        close = close or match["n"][-2:] == "of"  # "a couple of hours"
        yield _count((begin, end), number, unit, qualifier, close)


def _counts(
    text: str, match: re.Match[str], number: float, left: str, passage: Passage, *, part: bool
) -> bool:
    """Whether a number counts: not a label, a year, a telephone number or a ratio."""
    before = text[max(passage.start, match.start() - 20) : match.start()]
    if not part and _RATIO.search(before):
        return False  # "one in five victims" counts no five victims
    if _TELEPHONE.match(text, match.start("n"), passage.end):
        return False
    written = match.group("n")
    label = _LABEL_LEFT if written[0].isdecimal() else _LABEL_BEFORE_WORD
    if written[0].isdecimal() and (
        (number <= _DAYS and _MONTH_LEFT.search(left))
        or (number <= _YEARS and _YEAR_LEFT.search(left))
    ):
        return False
    if label.search(left) or (1900 <= number <= 2099 and written.isdecimal()):
        return False
    pronoun = match.group("rest").startswith(" of ") or _NO_ONE.search(left)
    return not (number == 1 and pronoun)  # "one of the forces", "no one thinks"


def _count(
    span: tuple[int, int],
    number: float,
    unit: str,
    qualifier: str | None,
    near: bool,
    *,
    key: str = "",
) -> Record:
    given: dict[str, Value] = {
        "n": number,
        "unit": unit,
        "qualifier": qualifier,
        "approximate": near,
    }
    rule = "count.time" if unit in _TIME else "count.things"
    return record("count", span, rule, given=given, weight=45, key=key)


def _taken(spans: list[tuple[int, int]], at: int) -> bool:
    """Whether an offset lies in one of the sorted spans (a date inside a deadline ends first)."""
    place = bisect_right(spans, (at, 10**9))
    return any(start <= at < end for start, end in spans[max(0, place - 3) : place])
