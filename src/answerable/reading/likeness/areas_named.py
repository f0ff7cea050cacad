"""Areas for improvement that one sentence names in a row, each for itself.

"Two areas for improvement: quicker answers to letters and fuller notes of visits" names two; so
does a row parted by semicolons. Where the sentence says how many, a row of another length is kept
whole, since "and" joins words within an area as often as two areas.
"""

import re

from answerable.reading.modals import obliged

_NAMED = re.compile(
    r"\b(?:(?P<many>one|two|three|four|five|six|seven|eight) (?:\w+ )?)?areas\b[^.:]{0,90}?"
    r"(?::|,? (?:among them|namely|these are)) (?=\w)",
    re.IGNORECASE,
)
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight")
_PARTED = re.compile(r"; (?:and )?")
_JOINED = re.compile(r",? and |, ")
_LEAST_OF_A_ROW = 3
_SHORTEST = 8


def areas_named(words: str) -> list[tuple[int, int]]:
    """Beginning and end of each area that a sentence names in a row; empty where it names none."""
    named = _NAMED.search(words)
    if named is None:
        return []
    first, last = named.end(), len(words.rstrip(" .;"))
    if any(one.end < last for one in obliged(words) if one.end > first):
        return []  # a duty: what is to be done may hold commas of its own
    apart = _between(words, first, last, _PARTED)
    if len(apart) == 1:
        apart = _between(words, first, last, _JOINED)
        many = named["many"]
        right = (
            len(apart) == _NUMBERS.index(many.lower()) + 1
            if many
            else len(apart) >= _LEAST_OF_A_ROW
        )
        if not right:
            return []
    return apart if all(end - begin >= _SHORTEST for begin, end in apart) else []


def _between(words: str, first: int, last: int, mark: re.Pattern[str]) -> list[tuple[int, int]]:
    spans = []
    for one in mark.finditer(words, first, last):
        spans.append((first, one.start()))
        first = one.end()
    return [*spans, (first, last)]
