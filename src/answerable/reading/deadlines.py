"""Dates and deadlines: our own grammar, day before month, precision kept.

A value is ISO 8601 with its real precision (`2024-07-16`, `2024-07`, `2024`); an unknown
year is `XXXX-06-21`. A date that cannot be ("31 June") stays words. Quarters and "the
financial year" are of the year from 1 April to 31 March.
"""

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from answerable.reading.worded import worded

MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
MONTHS |= {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name}
MONTHS["sept"] = 9
SEASONS = ("spring", "summer", "autumn", "winter")
DAYS = tuple(name.lower() for name in calendar.day_name)

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?|JANUARY|FEBRUARY|MARCH|APRIL|MAY"
    r"|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)"
)
_DAY = (
    r"(?:(?:Mon|Tue|Tues|Wed|Wednes|Thu|Thur|Thurs|Fri|Sat|Satur|Sun|MON|TUES|WEDNES|THURS|FRI"
    r"|SATUR|SUN)(?:day|DAY)?,? )"
)
_ORDINAL = "st|nd|rd|th|ST|ND|RD|TH"
_YEAR = r"(?:19|20)\d\d"
_FINANCIAL = rf"{_YEAR}\s?[/–-]\s?(?:20)?\d\d"

# A date begins with one of these; most words are passed over by it at once.
_BEGINS = (
    r"(?=[\dACDFJMNOQSTW]|the \d|quarter |(?:first|second|third|fourth) q|spring|summer|autumn"
    r"|winter)"
)
DATE = re.compile(
    rf"\b{_BEGINS}(?:(?P<iso>{_YEAR}-\d\d-\d\d)\b"
    rf"|(?P<weekday>{_DAY})?(?:the |THE )?(?P<day>\d{{1,2}})(?: ?(?:{_ORDINAL})\b)?"
    rf"(?: day)?(?: of| OF)?[ -]"
    rf"(?P<month>{_MONTH})\b\.?(?:,?[ -](?P<year>{_YEAR})"
    r"|(?<=-\w\w\w)[-’'](?P<yy>\d\d)(?![\d/-]))?(?![\w/])"
    rf"|(?P<month2>{_MONTH}) (?P<day2>\d{{1,2}})(?: ?(?:{_ORDINAL})\b)?"
    rf"(?:,? (?P<year2>{_YEAR}))?(?!\d)"
    rf"|(?P<d>\d{{1,2}})(?:[/.]|-(?=\d\d?-20\d\d\b(?!-\d)))(?P<m>\d{{1,2}})"
    rf"(?:[/.]|(?<=-\d)-|(?<=-\d\d)-)(?P<y>(?:20)?\d\d)\b(?![/.]\d)"
    rf"|(?:Q(?P<quarter>[1-4])|(?P<quarter_word>first|second|third|fourth) quarter"
    rf"|quarter (?P<quarter3>[1-4]\b|one|two|three|four))"
    rf"(?:(?:,| of| -| –)? ?(?:the )?(?P<qyear>{_FINANCIAL}|{_YEAR}))?"
    rf"|(?P<season>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter)(?: of)? (?P<syear>{_YEAR})"
    rf"|(?P<month3>{_MONTH})\b\.?,? (?P<year3>{_YEAR})(?![\d/])"
    rf"|(?P<month4>{_MONTH})[-’'](?P<year4>\d\d)(?![\d/-])"
    rf"|(?P<christmas>Christmas)(?: (?P<cyear>{_YEAR}))?"
    rf"|(?P<fy>{_FINANCIAL})(?!\d))"
)
_IN_DATES = re.compile(r"\d|quarter|Christmas")  # one of these stands in every `DATE`
DEADLINE = worded(
    "'|as a matter of urgency|before |by |during the|immediate effect|immediately"
    "|in the|no later than |not later than |over the|until |within|without delay"
    "|’",
    rf"\b(?:(?P<now>(?:with )?immediate(?:ly| effect)|as a matter of urgency|without delay)"
    rf"|(?P<within>(?:within|(?:in|over"
    rf"|during) the(?= next)) (?:the )?(?:next )?(?:\w+[ -]){{1,3}}?(?:working days?|days?|weeks?"
    rf"|fortnight|months?|years?)(?: of (?:the )?(?:publication|date|receipt)[^,.;:\n]{{0,40}})?"
    rf"|in (?:\w+[ -]){{1,2}}(?:days?|weeks?|months?|years?)[’'] time|in a (?:week|fortnight"
    rf"|month|year)[’']s time)"
    rf"|(?:by|before|no later than|not later than|on or before|until)"
    rf"(?: no later than)? (?P<until>(?:the )?(?:close of (?:play|business)(?: on)? )?"
    rf"(?P<edge>(?:very )?(?:end|beginning|start|middle|close)(?: of)? (?:the )?)?"
    rf"(?P<what>{DATE.pattern[2:]}|(?:next |this |late |early |mid-)?(?:{_MONTH}\b|spring|summer"
    rf"|autumn|winter)"
    rf"|(?:financial |calendar |this |next |the )*(?:year|month|week|quarter)(?:[- ]end)?"
    rf"|{_YEAR}|next meeting|the next [a-z]+(?: meeting)?)))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Stated:
    """A date as written. `iso` is None where the words are not one possible date."""

    start: int
    end: int
    words: str
    iso: str | None
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class Deadline:
    """By when, as written. `basis` is date, within, immediately, or none."""

    start: int
    end: int
    words: str
    due: str | None
    basis: str
    problem: str | None = None


def dates(text: str, start: int = 0, end: int | None = None) -> Iterator[Stated]:
    """Every date stated in a stretch of text, in order."""
    stop = len(text) if end is None else end
    if _IN_DATES.search(text, start, stop) is None:
        return
    for match in DATE.finditer(text, start, stop):
        if match.group("fy") and not _financial(match.group("fy")):
            continue
        if (match.group("d") and not match.group("y")) or _version(match):
            continue
        iso, problem = _iso(match)
        yield Stated(match.start(), match.end(), match.group(), iso, problem)


_WHOLE = len("2031-05-04")


def whole_days(text: str, start: int, end: int) -> list[Stated]:
    """The dates of a stretch of text that tell day, month and year, or no year."""
    return [one for one in dates(text, start, end) if one.iso and len(one.iso) >= _WHOLE]


def _version(match: re.Match[str]) -> bool:
    return bool(match.group("d")) and (int(match["d"]) > 31 or int(match["m"]) > 31)


def deadline(text: str, start: int = 0, end: int | None = None) -> Deadline | None:
    """The first deadline stated in a stretch of text; "without delay" only where no other is."""
    stop = len(text) if end is None else end
    found = (m for m in DEADLINE.finditer(text, start, stop) if not _each_time(text, m))
    match = next(found, None)
    if match is None:
        return None
    if match.group("now"):
        later = DEADLINE.finditer(text, match.end(), stop)
        match = next((one for one in later if not one.group("now")), match)
    span = match.start(), match.end()
    if match.group("now"):
        return Deadline(*span, match.group(), None, "immediately")
    if match.group("within"):
        return Deadline(*span, match.group(), None, "within")
    stated = next(dates(match.group("what")), None)
    if stated is None:
        return Deadline(*span, match.group(), _bare(match.group("what")), "date")
    iso = stated.iso
    edge = (match.group("edge") or "").lower()
    if (
        iso
        and edge.startswith(("end", "very end", "close"))
        and len(iso) == 7
        and not iso.startswith("XXXX")
    ):
        iso = _month_end(iso)
    return Deadline(*span, match.group(), iso, "date", stated.problem)


_EACH = re.compile(
    r"\b(?:every|each|any)\b(?: (?!open\b|outstanding\b|current\b|existing\b|old\b)[\w’'-]+){0,2}?"
    r" (?:case|call|victim|witness|report|referral|complaint|incident|request|crime|allegation"
    r"|offence|detainee|child|enquiry|inquiry|application|contact|suspect|notification|letter"
    r"|visit|alarm|fire|applicant|disclosure)\b(?! (?:review|plan|strategy|audit|policy))"
    r"(?: (?!(?:should|must|shall|will|need|needs|to)\b)[\w’'-]+,?){0,7}? $",
    re.IGNORECASE,
)
_OF_EVENT = re.compile(
    r" of (?:(?:an?|the|their|its|each|every|any|his|her) )?(?:arrival|referral|call|incident"
    r"|crime|arrest|admission|birth|death|charge|sentence|allocation|first contact|request"
    r"|complaint|becoming|coming (?:in|to)|entering|joining|starting|arriving)\b",
    re.IGNORECASE,
)
_BEHIND = 120


def _each_time(text: str, match: re.Match[str]) -> bool:
    """A standard of service: "reviews every case within four weeks", "within a day of arrival"."""
    if not match.group("within"):
        return False
    if _OF_EVENT.match(text, match.end()):
        return True
    before = text[max(0, match.start() - _BEHIND) : match.start()].replace("\n", " ")
    return _EACH.search(before) is not None


def outer(inside: Deadline | None, *around: Deadline | None) -> Deadline | None:
    """By when a duty is to be done, of what it says itself and what the words around it say.

    "By 31 March forces should tell victims within ten days": the day is the deadline of the duty,
    and the ten days are part of what is to be done; so is "without delay" of what is due within
    six months.
    """
    said = [one for one in around if one is not None]
    said.sort(key=lambda one: _TELLS.index(one.basis))
    if inside is None or (said and _TELLS.index(said[0].basis) < _TELLS.index(inside.basis)):
        return said[0] if said else None
    return inside


_TELLS = ("date", "within", "immediately", "none")
"""What says most of a day, first."""


_PERIOD = re.compile(
    rf"(?:[Bb]etween |[Ff]rom |[Dd]uring )?(?P<d1>\d{{1,2}})?(?:st|nd|rd"
    rf"|th)?\s?(?P<m1>{_MONTH})?\s?(?P<y1>{_YEAR})?"
    rf"\s?(?:and|to|until|-|–|—)\s?(?:(?P<d2>\d{{1,2}})(?:st|nd|rd"
    rf"|th)? )?(?P<m2>{_MONTH}),? (?P<y2>{_YEAR})"
)


def period(text: str, start: int, end: int) -> tuple[str, str, int, int] | None:
    """A range such as "between 5 and 7 February 2024": from, to, start and end of the words."""
    match = _PERIOD.search(text, start, end)
    if match is None or not (match["d1"] or match["m1"]):
        return None
    year = match["y1"] or match["y2"]
    month = MONTHS[(match["m1"] or match["m2"]).lower()]
    last = MONTHS[match["m2"].lower()]
    if match["d1"] and match["d2"]:
        first, _ = _checked(year, month, int(match["d1"]), None)
        final, _ = _checked(match["y2"], last, int(match["d2"]), None)
        return (first, final, match.start(), match.end()) if first and final else None
    if match["d1"]:
        return None
    return f"{year}-{month:02d}", f"{match['y2']}-{last:02d}", match.start(), match.end()


def _bare(words: str) -> str | None:
    return words if re.fullmatch(_YEAR, words) else None


def _month_end(iso: str) -> str:
    year, month = int(iso[:4]), int(iso[5:7])
    return f"{iso}-{calendar.monthrange(year, month)[1]:02d}"


def _iso(match: re.Match[str]) -> tuple[str | None, str | None]:
    if match["iso"]:
        return _checked(match["iso"][:4], int(match["iso"][5:7]), int(match["iso"][8:]), None)
    if match["d"]:
        year = match["y"] if len(match["y"]) == 4 else f"20{match['y']}"
        return _checked(year, int(match["m"]), int(match["d"]), None)
    day, month = match["day"] or match["day2"], match["month"] or match["month2"]
    if day:
        return _checked(
            match["year"] or match["year2"] or (match["yy"] and f"20{match['yy']}"),
            MONTHS[month.lower().rstrip(".")],
            int(day),
            match["weekday"],
        )
    if match["month3"]:
        return f"{match['year3']}-{MONTHS[match['month3'].lower()]:02d}", None
    if match["month4"]:
        return f"20{match['year4']}-{MONTHS[match['month4'].lower()]:02d}", None
    return _loose(match), None


def _loose(match: re.Match[str]) -> str | None:
    quarter = match["quarter"] or match["quarter_word"] or match["quarter3"]
    if quarter:
        return _quarter_end(quarter, match["qyear"])
    return None


def _quarter_end(quarter: str, year: str | None) -> str | None:
    """The last day of a quarter of a financial year, only where the year is written as one."""
    words = {
        "first": 1,
        "second": 2,
        "third": 3,
        "fourth": 4,
        "one": 1,
        "two": 2,
        "three": 3,
        "four": 4,
    }
    number = words.get(quarter.lower()) or int(quarter)
    if not year or not _financial(year):
        return None
    first = int(year[:4])
    return (f"{first}-06-30", f"{first}-09-30", f"{first}-12-31", f"{first + 1}-03-31")[number - 1]


def _financial(words: str) -> bool:
    first, last = words[:4], re.split(r"[/–-]", words)[-1].strip()
    return (int(first) + 1) % 100 == int(last[-2:])


def _checked(
    year: str | None, month: int, day: int, weekday: str | None
) -> tuple[str | None, str | None]:
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        return None, "that day does not exist"
    try:
        value = date(int(year or 2000), month, day)
    except ValueError:
        return None, "that day does not exist"
    if year is None:
        return f"XXXX-{month:02d}-{day:02d}", None
    if weekday and not DAYS[value.weekday()].startswith(weekday.strip(", ").lower()[:3]):
        return f"XXXX-{month:02d}-{day:02d}", f"{weekday.strip(', ')} does not agree with the date"
    return value.isoformat(), None
