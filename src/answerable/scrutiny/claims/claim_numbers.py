"""The numbers of a sentence, in figures or words, without those of its dates and labels."""

import re

from answerable.scrutiny.claims.claim_periods import DATED, YEARS

_WORDS = (
    *("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)
_TENS = {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80}
VALUES: dict[str, int] = {
    **{word: n for n, word in enumerate(_WORDS, start=2)},
    **_TENS,
    **{"ninety": 90, "twice": 2, "dozen": 12, "both": 2},
}
_SIZES = {"m": 1_000_000, "million": 1_000_000, "k": 1_000, "thousand": 1_000, "bn": 10**9}
_NUMBER = re.compile(
    rf"(?<![\w.])£?(?P<n>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?|{'|'.join(VALUES)})"
    r" ?(?P<size>million|thousand|bn|m|k)?(?![\w/-])(?!\.\d)"
)
_PART = re.compile(r"\b(?:a|an|one|over a|two) (?:half|third|thirds|quarter|fifth|tenth)\b")
_MONTH_ONLY = re.compile(
    r"\b\d{1,2} (?:january|february|march|april|may|june|july|august|september|october|november"
    r"|december)\b|\b(?:that|last|this) \d{1,2}\b"
)


def numbers_in(text: str) -> dict[str, str]:
    """Each number of a text in small letters, as plain digits, with the words that state it.

    >>> numbers_in("sixteen sessions from 12 may 2016 and £1.5m in 2022/23")
    {'16': 'sixteen', '1500000': '£1.5m'}
    """
    plain = text
    for dated in (YEARS, DATED, _MONTH_ONLY):
        plain = dated.sub(lambda found: " " * len(found[0]), plain)
    found: dict[str, str] = {}
    for one in _NUMBER.finditer(plain):
        number = one["n"].replace(",", "")
        value = VALUES.get(number)
        amount = float(number) if value is None else float(value)
        amount *= _SIZES.get(one["size"] or "", 1)
        found.setdefault(f"{amount:.2f}".rstrip("0").rstrip("."), one[0].strip())
    for part in _PART.finditer(plain):
        found.setdefault(part[0].split()[-1], part[0])
    return found
