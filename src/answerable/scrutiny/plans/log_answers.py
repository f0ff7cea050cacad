"""Which findings a cell of a log names: `R1`, `AFI 2`, “Recommendation 3”, a whole reference."""

import re
from collections.abc import Mapping
from collections.abc import Set as AbstractSet

NUMBERED = (
    ("recommendation", "recommendations?|recs?|r|"),
    ("area-for-improvement", "areas? for improvement|afis?|a"),
    ("cause-of-concern", "causes? of concern|cocs?|c"),
)
"""Kind of finding -> how logs begin its number: `R1`, `Rec. 1`, `Recommendation 1`, `1`."""
_SHORT = tuple(
    (kind, re.compile(rf"(?:{words})[. ]*(?:nos?[. ]*)?(\d{{1,3}}[a-z]?)[. ]*"))
    for kind, words in NUMBERED
)
_SEVERAL = re.compile(r"\s*(?:&|\+|/|\band\b)\s*")
_RANGE = re.compile(r"([^-–]*?\d{1,3})\s*(?:-|–|\bto\b)\s*([^-–]*)")
_BARE = re.compile(r"\d{1,3}[a-z]?[. ]*")
_POINTED = re.compile(r"\d{1,3}(?:\.\d{1,2})?[a-z]?[. ]*")
_REFERENCE = re.compile(r"[a-z][a-z0-9-]*(?:/[a-z0-9-]+){3,}")
MOST_IN_A_RANGE = 30
_OF_REPORT = re.compile(
    r"^(?P<name>[a-z]{2}[a-z0-9 .,()’'/–-]{0,40}?|(?:20)?\d\d(?:[-–/](?:20)?\d\d)?)[ ,:–-]+"
    r"(?=(?:r|rec|recommendation|afi|areas? for improvement|coc|causes? of concern)s?[. ]*\d)"
)
"""The name of a report before a number: `PEEL R3`, `PEEL 2026 Rec. 3`, `Custody 22 - R5`."""
_WORDS_OR_YEARS = re.compile(r"[a-z]+|\d+")
_UNDER_A_CAUSE = re.compile(
    r"((?:causes? of concern|cocs?|c)[. ]*\d{1,3})[ ,–-]*(?:recommendations?|recs?|r)"
    r"[. ]*(\d{1,3}[a-z]?)"
)
"""`CoC1 R2`: a recommendation of a cause of concern, counted under it and not in the report."""
_COMMA_UNDER_A_CAUSE = re.compile(
    r"((?:causes? of concern|cocs?)[. ]*\d{1,3}) ?, ?((?:recommendations?|recs?|r)[. ]*\d)"
)
Under = Mapping[tuple[str, str], str]
"""A cause of concern and the number of a recommendation under it -> that recommendation."""


def answers(
    words: str | None, *, report: str, known: AbstractSet[str], under: Under | None = None
) -> tuple[str, ...]:
    """The findings that a cell names, each once; short numbers are of the report that is meant.

    `under`: what the report numbers under each cause; else `CoC1 R2` names the cause alone.

    >>> rec = "i/2026/f/custody/recommendation/1"
    >>> answers("Rec. 1; R7", report="i/2026/f/custody", known={rec})
    ('i/2026/f/custody/recommendation/1',)
    >>> answers("Custody R1", report="i/2026/f/custody", known={rec})
    ('i/2026/f/custody/recommendation/1',)
    >>> answers("PEEL R1", report="i/2026/f/custody", known={rec})
    ()
    >>> answers("Custody 2026 Rec. 1", report="i/2026/f/custody", known={rec})
    ('i/2026/f/custody/recommendation/1',)
    >>> answers("Custody 22 - R1", report="i/2026/f/custody", known={rec})
    ()
    """
    found: list[str] = []
    for part in _stated(words or ""):
        of_report = _UNDER_A_CAUSE.sub(r"\1", part)
        if of_report in known:
            found.append(of_report)
        elif report:
            named = [n for n in _numbered(_unnamed(of_report, report), report) if n in known]
            counted = _UNDER_A_CAUSE.search(part)
            own = [(under or {}).get((cause, counted[2])) for cause in named] if counted else []
            found += list(filter(None, own)) or named
    return tuple(dict.fromkeys(found))


def says_which(words: str | None, report: str) -> bool:
    """Does each part of a cell name the report that is meant by a year of it, as `PEEL 2026 R1`?

    >>> [says_which(words, "i/2026/f/custody") for words in ("Custody 26 R1", "Custody R1", "R1")]
    [True, False, False]
    """
    parts = _parts(words or "")
    names = [named["name"] for part in parts if (named := _OF_REPORT.match(part))]
    return (
        bool(parts)
        and len(names) == len(parts)
        and all(re.search(r"\d", name) and _is_of(name, report) for name in names)
    )


def under_a_cause(words: str | None) -> bool:
    """Does a cell name a recommendation by its place under a cause of concern, as `CoC1 R2`?

    It is linked to the cause where the record does not count recommendations under it.
    """
    return _UNDER_A_CAUSE.search((words or "").lower()) is not None


def names_a_finding(words: str) -> bool:
    """Is this cell the short number of a finding, with its kind: `R2`, `AFI 1`, `Recs 2 & 3`?

    >>> [names_a_finding(words) for words in ("R2", "AFI 1-4", "PEEL R2", "2", "Red", "Cell A1")]
    [True, True, True, False, False, False]
    >>> [names_a_finding(words) for words in ("NCPI 2025 Rec 9", "PEEL26 CoC1 R2", "AFI9")]
    [True, True, True]
    >>> [names_a_finding(words) for words in ("15/08/23", "Q2 2023/24", "See email 12/2")]
    [False, False, False]
    """
    parts = [_OF_REPORT.sub("", part) for part in _parts(words)]
    return bool(parts) and all(_all_of_it(part) for part in parts)


def means_a_finding(words: str) -> bool:
    """Is this cell meant to name a finding: by its number, or by its whole reference?

    >>> [means_a_finding(words) for words in ("R2", "2", "x/2026/y/peel/recommendation/9")]
    [True, True, True]
    >>> [means_a_finding(words) for words in ("A&A", "PCP", "See email 12/2", "15/08/23")]
    [False, False, False, False]
    """
    parts = _parts(words)
    return is_number(words) or (bool(parts) and all(map(_REFERENCE.fullmatch, parts)))


def is_number(words: str) -> bool:
    """Are these the words of a number, in the column for it: `R2`, also `2` and `4.2`?

    >>> [is_number(words) for words in ("R2", "2", "4.2", "COC1", "A&A", "12/2", "15.08.23")]
    [True, True, True, True, False, False, False]
    """
    parts = _parts(words)
    return names_a_finding(words) or (bool(parts) and all(map(_POINTED.fullmatch, parts)))


def _unnamed(part: str, report: str) -> str:
    """`peel r3`, `peel 2026 r3` of the report of that name and year: `r3`; of another nothing."""
    named = _OF_REPORT.match(part)
    if named is not None:
        return part[named.end() :] if _is_of(named["name"], report) else ""
    words = part.split()
    while len(words) > 1 and _is_of(words[0], report) and not _short(" ".join(words), "")[1]:
        words = words[1:]
    return " ".join(words)


def _is_of(name: str, report: str) -> bool:
    """Are these the words and years of a report? `23-25` is none of `i/2026/f/peel-2025-27`."""
    parts = report.split("/")
    told = _WORDS_OR_YEARS.findall(parts[-1])
    years = {one for one in (*told, *parts[1:2]) if one.isdecimal()}
    may = {*told, *(one[-2:] for one in years), *(f"20{one[-2:]}" for one in years)}
    return all(one in may for one in _WORDS_OR_YEARS.findall(name))


def _numbered(part: str, report: str) -> list[str]:
    """`recs 2 & 3`, `afi 1-4`: a number without a kind is of the kind before it."""
    found: list[str] = []
    before = ""
    for one in _SEVERAL.split(part):
        reach = _RANGE.fullmatch(one)
        kind, first = _short(reach[1] if reach else one, before)
        if not first:
            break  # words, not numbers: a figure behind them is that of a date or of nothing
        before = kind
        last = _short(reach[2], kind) if reach else (kind, first)
        begin, end = (int(n) if n.isdecimal() else 0 for n in (first, last[1]))
        if last[0] == kind and 0 < begin < end < begin + MOST_IN_A_RANGE:
            found += [f"{report}/{kind}/{n}" for n in range(begin, end + 1)]
        else:
            found.append(f"{report}/{kind}/{first}")
    return found


def _all_of_it(part: str) -> bool:
    """Is every word of it a number, the first with its kind: `recs 2 & 3`, `afi 1-4`?"""
    ends: list[str] = []
    for one in _SEVERAL.split(part):
        reach = _RANGE.fullmatch(one)
        ends += reach.groups() if reach else (one,)
    return _BARE.fullmatch(ends[0]) is None and all(_short(end, "")[1] for end in ends)


def _short(words: str, before: str) -> tuple[str, str]:
    """Kind and number of one, a bare number of the kind `before`; else both are empty."""
    for kind, shape in _SHORT:
        if short := shape.fullmatch(words):
            return (before or kind) if _BARE.fullmatch(words) else kind, short[1]
    return "", ""


def _parts(words: str) -> list[str]:
    """What stands between commas, in small letters; of `CoC1 R2` the cause."""
    return [_UNDER_A_CAUSE.sub(r"\1", part) for part in _stated(words)]


def _stated(words: str) -> list[str]:
    """The same, as it is written: `CoC 2, R2` is one, for its comma parts no two findings."""
    whole = _COMMA_UNDER_A_CAUSE.sub(r"\1 \2", words.lower())
    return list(filter(None, map(str.strip, whole.replace(";", ",").split(","))))
