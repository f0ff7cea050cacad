"""Numbers that could count something restricted: in figures, words, shares, ratios."""

import re
from dataclasses import dataclass

from answerable.publishing.sensitivity.plain import tokens
from answerable.publishing.sensitivity.public_numbers import without_public_numbers

_UNITS = (
    *("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
    *("twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
    "nineteen",
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_VALUES: dict[str, float] = {w: float(n) for n, w in enumerate(_UNITS, start=2)}
_VALUES |= {w: n * 10 for n, w in enumerate(_TENS, start=2)}
_VALUES |= {"hundred": 100, "dozen": 12, "dozens": 24, "score": 20, "thousand": 1000}
_VALUES |= {"zero": 0, "nil": 0, "couple": 2, "pair": 2, "trio": 3, "quartet": 4, "half": 0.5}
_VALUES |= {"third": 1 / 3, "thirds": 1 / 3, "quarter": 0.25, "quarters": 0.25, "fifth": 0.2}
_VALUES |= {"fifths": 0.2, "sixths": 1 / 6, "tenths": 0.1, "tenth": 0.1, "solitary": 1}
_VALUES |= {"doubled": 2, "doubling": 2, "tripled": 3, "trebled": 3, "halved": 0.5, "twice": 2}
_VALUES |= {"quadrupled": 4, "thrice": 3, "single": 1, "sole": 1, "twofold": 2, "threefold": 3}
_VALUES |= {"teens": 13, "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50}
_AFTER_A_WORD: dict[str, tuple[float, tuple[str, ...]]] = {
    "score": (20, ("a", "one")),
    "figures": (9, ("single", "double")),
    **dict.fromkeys(("single", "sole", "solitary"), (1, ("a", "one", "the", "its"))),
}
"""Words that are numbers only after certain words: “a score”, “in single figures”."""
_MONTHS = frozenset(
    (
        *("january", "february", "march", "april", "may", "june", "july", "august"),
        *("september", "october", "november", "december", "jan", "feb", "mar", "apr", "jun"),
        *("jul", "aug", "sep", "sept", "oct", "nov", "dec"),
    )
)
_MONEY = frozenset(("£", "$", "€", "gbp"))
_MONEY_AFTER = frozenset(("million", "m", "bn", "billion", "pounds", "pence", "k"))
_TIME = frozenset(
    (
        *("day", "days", "week", "weeks", "month", "months", "year", "years", "hour", "hours"),
        *("minute", "minutes", "am", "pm", "noon", "working", "calendar", "mile", "miles"),
        *("metre", "metres", "km", "century", "mb", "kb", "px", "seconds", "quarters", "decade"),
    )
)
_REFERENCE = frozenset(
    (
        *("section", "sections", "s", "ss", "page", "pages", "item", "items", "recommendation"),
        *("recommendations", "paragraph", "concern", "entry", "entries", "version", "q", "part"),
        *("parts", "quarter", "step", "annex", "appendix", "chapter", "table", "figure", "day"),
        *(
            "rec",
            "recs",
            "ref",
            "afi",
            "improvement",
            "article",
            "schedule",
            "regulation",
            "art",
            "agenda",
            "objective",
        ),
        *("risk", "risks", "ground"),
        *("priority", "question", "action", "milestone", "volume", "issue", "act", "week", "year"),
        "level",
    )
)
_HARMLESS = frozenset(
    (
        *("recommendation", "recommendations", "session", "sessions", "force", "forces"),
        *("meeting", "meetings", "cause", "causes", "concern", "body", "bodies", "partner"),
        *("partners", "partnership", "partnerships", "council", "councils", "finding"),
        *("findings", "inspection", "inspections", "inspector", "inspectors", "region"),
        *("regions", "grade", "grades", "scale", "question", "questions", "item", "items"),
        *("area", "areas", "report", "reports", "letter", "letters", "board", "boards"),
        *("district", "districts", "county", "counties", "constable", "constables"),
        *("commissioner", "commissioners", "page", "pages", "paragraph", "paragraphs"),
        *("source", "sources", "document", "documents", "entry", "entries", "date", "dates"),
        *("action", "actions", "step", "steps", "objective", "objectives", "milestone"),
        *("milestones", "response", "responses", "question", "claim", "claims", "theme"),
        *("themes", "site", "sites", "panel", "panels", "member", "members", "cycle", "cycles"),
        *("heading", "headings", "heads", "point", "points", "decision", "decisions", "agency"),
        *("agencies", "unit", "units", "rocu", "hospital", "award", "awards", "fund", "part"),
        *("parts", "order", "orders", "minutes", "agreement", "agreements", "role", "roles"),
        *("link", "links", "lines", "file", "files", "row", "rows", "column", "columns"),
        *(
            "assaults",
            "crimes",
            "offences",
            "burglaries",
            "robberies",
            "stage",
            "stages",
            "rung",
            "rungs",
        ),
        *(
            "workshop",
            "workshops",
            "seminar",
            "seminars",
            "course",
            "courses",
            "briefings",
            "days",
        ),
        *("form", "forms", "chief", "governance", "pillars", "pillar", "key", "national"),
    )
)
_CRIME = frozenset(
    (
        *("crime", "crimes", "robbery", "robberies", "burglary", "burglaries", "offences"),
        *("offence", "theft", "thefts", "violence", "homicide", "outcomes", "population"),
    )
)
_GROWN = frozenset(
    ["as", "more", "higher", "larger", "grew", "grown", "rose", "risen", "multiplied"]
)
_MOVED = frozenset(("rose", "fell", "up", "down", "gained", "lost"))
_ENDS = frozenset(
    (
        *("of", ",", "|", "(", ")", "/", "and", "or", "in", "for", ":", "since", "by", "during"),
        *("after", "before", "until"),
    )
)
"""Words and signs after which a noun is no longer what a number counts."""
_ADJECTIVES = 2
SUBJECT = "zsubject"
"""Stands in a sentence for the words that name a restricted subject."""
_REMOVED = re.compile(
    r"https?://\S+"
    r"|\b[0-9a-f]{12,128}\b"  # a digest
    r"|\"(?:start|end|seq|page)\": \d+"  # places of a quote in a leaf
    r"|\b\d{4}-\d{2}(?:-\d{2})?\b"  # 2025-03-01, 2025-03
    r"|\b\d{1,2}([/.])(?:0?[1-9]|1[0-2])\1\d{2,4}\b"
    r"|\b\d{2}/0\d{2}\b|\baction \d{2,4}[/-]\d{1,4}\b"  # of an action in a log: 26/012
    r"|\b(?:19|20)\d{2}[/-]\d{2,4}\b"  # 2024/25
    r"|\b(?:[01]?\d|2[0-3])[:.][0-5]\d(?:[ ]?[ap]\.?m\.?)?(?![\d%])"
    r"|\b(?!(?:lro|ocg|n|p)s?/)[a-z][a-z-]*/[\w./-]*\d[\w./-]*"  # references and paths
    r"|\b(?-i:(?!OCG|LRO)[A-Z]{1,4})\d{1,3}\b(?!%)"  # a reference: R3, A31, Q2
    r"|\b(?:check|sample|audit|review)s? of \d+ (?:cases|files|records|reports|calls)\b"
    r"|\[\d+(?:, ?\d+)*\]"  # a note
    r"|(?<!\d)0\d{2,4} \d{3} \d{3,4}\b"  # a telephone number
    r"|^\| ?\d{1,2} \|"  # the number of a row
    r"|(?:^|(?<=[;:.] ))\(?\d{1,2}[).] "  # the number of a point
    r"|\bPCC/[A-Z]/\d+/\d+"
    r"|\bEURO? ?\d{4}\b",
    re.IGNORECASE,
)
_DAYS_OF_MONTHS = re.compile(
    r"\b\d{1,2}(?:st|nd|rd|th)?(?: (?:of )?)(?=(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    r"[a-z]{0,6}\b)",
    re.IGNORECASE,
)
_FIRST_YEAR, _LAST_YEAR = 1900, 2100


@dataclass(frozen=True, slots=True)
class Number:
    """A number at a place in the tokens; `noun` is the word that it counts, if one follows."""

    at: int
    value: float
    words: str
    share: bool
    noun: str


def cleaned(sentence: str) -> str:
    """The sentence without dates, times, addresses and references."""
    return _DAYS_OF_MONTHS.sub("", _REMOVED.sub(" ", without_public_numbers(sentence)))


def numbers(sentence: str, *, every: bool = False) -> tuple[Number, ...]:
    """Numbers of a cleaned sentence that no harmless noun, unit, sum of money or date explains."""
    found = tokens(sentence)
    low = tuple(t.lower() for t in found)
    made = []
    for at in range(len(low)):
        value = _value(low, found, at)
        if value is None or (not every and _explained(low, at)):
            continue
        share = _is_share(low, at)
        made.append(Number(at, value, found[at], share, _noun(low, at)))
    return tuple(made)


def _value(low: tuple[str, ...], found: tuple[str, ...], at: int) -> float | None:
    word = low[at]
    if word[0].isdigit():
        plain = re.sub(r"(?:st|nd|rd|th)$", "", word).replace(",", "").rstrip(".")
        return float(plain)
    if word in ("third", "fifth", "tenth", "quarter"):
        before = low[at - 1] if at else ""
        return _VALUES[word] if before in ("a", "one") else None
    if word in _AFTER_A_WORD:
        value, words = _AFTER_A_WORD[word]
        return value if at and low[at - 1] in words else None
    if word == "one":
        return 1 if _one_counts(low, at) else None
    return _VALUES.get(word)


def _one_counts(low: tuple[str, ...], at: int) -> bool:
    """“only one”, “one in three”; “one of the reasons” counts nothing."""
    before = low[at - 1] if at else ""
    after = low[at + 1] if at + 1 < len(low) else ""
    return (
        before
        in ("only", "just", "exactly", "is", "are", "has", ":", "but", "bar", "save", "except")
        or after == "in"
    )


def _is_share(low: tuple[str, ...], at: int) -> bool:
    after = low[at + 1 : at + 3]
    return bool(after) and (after[0] in ("%", "percent") or after == ("per", "cent"))


def _explained(low: tuple[str, ...], at: int) -> bool:
    """Is it money, a date, a period, a reference, a rate of crime, or does it count no subject?"""
    word = low[at]
    before = low[at - 1] if at else ""
    after = low[at + 1] if at + 1 < len(low) else ""
    if before in _MONEY or after in _MONEY_AFTER | _MONTHS | _TIME:
        return True
    dated = word.isdigit() and not _is_share(low, at)
    year = dated and _FIRST_YEAR <= int(word) <= _LAST_YEAR
    if year or (dated and before in _MONTHS and not _by_month(low)):
        return True  # a count as high as a year would be written with a comma
    if _is_share(low, at):
        first = max(0, at - 9)
        about = {
            word
            for n, word in enumerate(low[first : at + 6], start=first)
            if n == 0 or low[n - 1] not in ("organised", "organized")
        }
        return bool(_CRIME & about)
    if after == "times":
        return not _GROWN & set(low)
    if _among_harmless(low, at) or _number_of_harmless(low, at) or _goes_on(low, at):
        return True
    changed = after.startswith("point") and bool(_MOVED & set(low[max(0, at - 3) : at]))
    harmless = _noun(low, at) in _HARMLESS and not _is_part(low, at) and not changed
    return _refers(low, at) or harmless


def _by_month(low: tuple[str, ...]) -> bool:
    """“Jan 4, Feb 6, Mar 3”: months in a row, each with what was counted in it."""
    told = (at for at in range(1, len(low)) if low[at].isdigit() and low[at - 1] in _MONTHS)
    return sum(1 for _ in told) >= _ROW


_ROW = 3


def _number_of_harmless(low: tuple[str, ...], at: int) -> bool:
    """“the number of recommendations on … is one”: what it counts is named before it."""
    if not at or low[at - 1] not in ("is", "was", "are", "were", "stands", "stood", "at", ":"):
        return False
    for back in range(at - 2, 1, -1):
        if low[back - 1 : back + 1] in (("number", "of"), ("count", "of")):
            return low[back + 1] in _HARMLESS
    return False


def _goes_on(low: tuple[str, ...], at: int) -> bool:
    """“two districts done, three to go”, “21 actions, of which 12”: both count one thing."""
    ahead = low[at + 1 : at + 3] in (("to", "go"), ("to", "come"), ("to", "follow"))
    if not ahead and low[max(0, at - 2) : at] != ("of", "which"):
        return False
    counted = (n for n in range(at - 1, -1, -1) if low[n] in _VALUES or low[n].isdigit())
    return (first := next(counted, -1)) >= 0 and _noun(low, first) in _HARMLESS


def _refers(low: tuple[str, ...], at: int) -> bool:
    """Does it name a section, a page, a recommendation: “recommendations 4 and 5”?"""
    back = at - 1
    while back > 1 and low[back] in ("and", ",", "to", "or") and low[back - 1][0].isdigit():
        back -= 2
    return back >= 0 and low[back] in _REFERENCE


def _is_part(low: tuple[str, ...], at: int) -> bool:
    """Is it a numerator or a denominator: “12 of 15”, “3 out of 5”, “4/5”?"""
    after = low[at + 1 : at + 4]
    if after[:1] == ("/",) or (at and low[at - 1] == "/"):
        return True
    follows = (
        after[1:] if after[:1] == ("of",) else after[2:] if after[:2] == ("out", "of") else ()
    )
    if follows[:1] == ("the",):
        follows = follows[1:]
    return bool(follows) and (follows[0][0].isdigit() or follows[0] in _VALUES)


def _among_harmless(low: tuple[str, ...], at: int) -> bool:
    """“two of the nine recommendations”: a part of things that are not restricted."""
    ahead = [w for w in low[at + 1 : at + 4] if w not in ("of", "out", "the")]
    whole = ahead[0] if ahead and low[at + 1 : at + 2] in (("of",), ("out",)) else ""
    if not (whole in _VALUES or whole[:1].isdigit()):
        return False
    return _noun(low, low.index(whole, at + 1)) in _HARMLESS


def _noun(low: tuple[str, ...], at: int) -> str:
    """The first harmless noun within two words after a number; else the next word."""
    window = low[at + 1 : at + 2 + _ADJECTIVES]
    for word in window:
        if word == SUBJECT:
            return word
        if word in _ENDS:
            break
        if word in _HARMLESS:
            return word
    return window[0] if window else ""
