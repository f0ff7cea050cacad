"""Who got a sum and in which year, as a sentence says, where the amount on record says otherwise.

“Telford got £1.2m” is not in a record that has the sum for Worcestershire.
"""

import re
from collections.abc import Sequence

from answerable.ledger.register import Version

_NAME = r"((?:[A-Z][\w'-]+)(?: (?:of |the |and |& )?[A-Z][\w'-]+){0,4})"
_GOT = re.compile(
    rf"^(?:In [\d/]+,? )?(?:The )?{_NAME}(?: Council| area)? "
    r"(?:has |have |had |was |were |also |been )*"
    r"(?:got|gets?|received|given|awarded|granted|secured|allocated|paid)\b"
)
_TO = re.compile(
    rf"£[\d.,]+(?:m|k| million| thousand)?(?: [a-z]+){{0,4}} (?:to|for) (?:the )?{_NAME}"
)
_NOBODY = re.compile(
    r"^(?:We|I|It|He|She|They|Our|My|This|That|Ministers?|Government|Over|Around|About|Almost|Nearly"
    r"|More|Some|Only|Just|Half|Home Office|Commissioner|Chief Constable|Police|Force)\b"
)


def named_getter(sentence: str, same: Sequence[Version]) -> str:
    """A name that the sentence says got the sum, where no amount on record has it; else empty."""
    told = " ".join(_words_of(version) for version in same)
    for pattern in (_GOT, _TO):
        for match in pattern.finditer(sentence.replace("\u2019", "'")):
            name = match[1]
            if not _NOBODY.match(name) and not _in(name, told):
                return name
    return ""


def named_year(text: str, same: Sequence[Version]) -> str:
    """The year that a sentence gives a sum, where no amount on record is of it; else empty.

    `text` is in small letters. A year of a since, or one beside another, is of something else.
    """
    named = _IN_A_YEAR.findall(text)
    if len(named) != 1 or len(_ANY_YEAR.findall(text)) > 1:
        return ""
    year, second = int(named[0][0]), bool(named[0][1])
    for version in same:
        held = _years(version)
        if not held or year in held or (not second and year - 1 in held):
            return ""
    return f"{named[0][0]}{named[0][1]}"


_IN_A_YEAR = re.compile(r"\b(?:in|for|during) (?:[a-z]+ )?(20\d\d)(/\d\d)?\b")
_ANY_YEAR = re.compile(r"\b20\d\d\b")


def _years(version: Version) -> frozenset[int]:
    """The years in which the period of an amount begins, and the year in which it was stated."""
    period = str(version.fact.get("period") or "")
    years = [int(year) for year in _ANY_YEAR.findall(period)]
    if not years:
        return frozenset()
    run = range(min(years), max(years) + 1)
    return frozenset((*run, version.fact.valid.start.year))


def _in(name: str, told: str) -> bool:
    """Does each longer word of the name stand in what the record says of the sum?"""
    words = re.findall(r"[a-z]{4,}", name.lower())
    return not words or any(word in told for word in words)


def _words_of(version: Version) -> str:
    fact = version.fact
    held = [str(fact.get(key) or "") for key in ("payer", "recipient", "purpose", "line")]
    source = fact.source
    held.append(str(getattr(source, "quote", "") or ""))
    return " ".join(held).lower().replace("\u2019", "'")
