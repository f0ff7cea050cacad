"""The words of a text as the index of the search keeps them, and as a query asks for them.

Both databases get the same plain words, so that both find the same: lower case, no accents, no
signs. A word is also kept by its stem, marked as one, so that *improve* finds *improving*.
"""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

LONGEST_WORD = 60
MOST_INDEXED = 5_000
"""Words of one fact that are kept; its later ones are found by a phrase of its first."""
STEM = "0"
"""What ends a stem in the index, and a mark for a kind or a body."""
_BETWEEN = f"end{STEM}"

_APOSTROPHES = str.maketrans("", "", "'\u2019\u02bc\u00ad")
_VOWELS = frozenset("aeiou")


def plain(text: str) -> tuple[str, ...]:
    """The words of a text, in order."""
    folded = unicodedata.normalize("NFKD", text.translate(_APOSTROPHES)).casefold()
    kept = "".join(c if c.isalnum() else "" if unicodedata.combining(c) else " " for c in folded)
    return tuple(word[:LONGEST_WORD] for word in kept.split())


def indexed(texts: tuple[str, ...], *, kind: str, institution: str) -> str:
    """What the index keeps of some texts: words in order, stems that differ, kind and body.

    Between two texts stands a mark, so that no phrase goes from one into the next.
    """
    parts = [plain(text) for text in texts]
    words = [word for part in parts for word in (*part, _BETWEEN)][:MOST_INDEXED]
    stems = {stem(word) for word in words} - set(words)
    marks = (mark("kind", kind), mark("body", institution))
    return " ".join((*words, *sorted(f"{one}{STEM}" for one in stems), *marks))


def mark(what: str, value: str) -> str:
    """One word that stands for a kind or a body in the index."""
    return f"{what}{''.join(c for c in value if c.isalnum())}{STEM}"


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The stem of an English word by Porter's rules (Program 14(3), 1980); others stay.

    What has a letter or a sign beyond a to z, or only two letters, is its own stem.
    """
    if len(word) < 3 or not (word.isascii() and word.isalpha()):
        return word
    for step in (_plural, _past, _y, _second, _third, _fourth, _last):
        word = step(word)
    return word


def _consonants(word: str) -> Iterator[bool]:
    """Letter by letter; a y after a consonant is a vowel."""
    before = False
    for letter in word:
        before = letter not in _VOWELS and not (letter == "y" and before)
        yield before


def _measure(word: str) -> int:
    """How often a vowel is followed by a consonant."""
    forms = tuple(_consonants(word))
    return sum(not a and b for a, b in pairwise(forms))


def _voiced(word: str) -> bool:
    return not all(_consonants(word))


def _doubled(word: str) -> bool:
    return len(word) > 1 and word[-1] == word[-2] and tuple(_consonants(word))[-1]


def _short(word: str) -> bool:
    """Ends consonant, vowel, consonant, the last not w, x or y."""
    return tuple(_consonants(word))[-3:] == (True, False, True) and word[-1] not in "wxy"


def _plural(word: str) -> str:
    for end, new in (("sses", "ss"), ("ies", "i"), ("ss", "ss"), ("s", "")):
        if word.endswith(end):
            return word.removesuffix(end) + new
    return word


def _past(word: str) -> str:
    if word.endswith("eed"):
        return word[:-1] if _measure(word[:-3]) > 0 else word
    for end in ("ed", "ing"):
        rest = word.removesuffix(end)
        if rest != word and _voiced(rest):
            return _mended(rest)
    return word


def _mended(word: str) -> str:
    if word.endswith(("at", "bl", "iz")):
        return f"{word}e"
    if _doubled(word) and word[-1] not in "lsz":
        return word[:-1]
    return f"{word}e" if _measure(word) == 1 and _short(word) else word


def _y(word: str) -> str:
    return f"{word[:-1]}i" if word.endswith("y") and _voiced(word[:-1]) else word


_SECOND = (
    *(("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance")),
    *(("izer", "ize"), ("bli", "ble"), ("alli", "al"), ("entli", "ent"), ("eli", "e")),
    *(("ousli", "ous"), ("ization", "ize"), ("ation", "ate"), ("ator", "ate")),
    *(("alism", "al"), ("iveness", "ive"), ("fulness", "ful"), ("ousness", "ous")),
    *(("aliti", "al"), ("iviti", "ive"), ("biliti", "ble"), ("logi", "log")),
)
_THIRD = (
    *(("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic")),
    *(("ful", ""), ("ness", "")),
)
_FOURTH = (
    *("al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent"),
    *("ion", "ou", "ism", "ate", "iti", "ous", "ive", "ize"),
)


def _second(word: str) -> str:
    return _replaced(word, _SECOND)


def _third(word: str) -> str:
    return _replaced(word, _THIRD)


def _replaced(word: str, rules: tuple[tuple[str, str], ...]) -> str:
    """By the longest ending that fits, where enough is left before it."""
    for end, new in sorted(rules, key=lambda rule: -len(rule[0])):
        if word.endswith(end):
            rest = word.removesuffix(end)
            return rest + new if _measure(rest) > 0 else word
    return word


def _fourth(word: str) -> str:
    for end in sorted(_FOURTH, key=len, reverse=True):
        if word.endswith(end):
            rest = word.removesuffix(end)
            fits = _measure(rest) > 1 and (end != "ion" or rest.endswith(("s", "t")))
            return rest if fits else word
    return word


def _last(word: str) -> str:
    if word.endswith("e"):
        rest = word[:-1]
        if _measure(rest) > 1 or (_measure(rest) == 1 and not _short(rest)):
            word = rest
    return word[:-1] if word.endswith("ll") and _measure(word[:-1]) > 1 else word
