"""Numbers as written in words or figures."""

import re

_UNIT_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
    " fifteen sixteen seventeen eighteen nineteen"
)
UNITS = _UNIT_WORDS.split()
_TEN_WORDS = "twenty thirty forty fifty sixty seventy eighty ninety"
TENS = _TEN_WORDS.split()
WORDS: dict[str, int] = {word: value for value, word in enumerate(UNITS)}
WORDS |= {word: 20 + 10 * place for place, word in enumerate(TENS)}
WORDS |= {f"{tens}-{unit}": WORDS[tens] + WORDS[unit] for tens in TENS for unit in UNITS[1:10]}
WORDS |= {"dozen": 12, "a dozen": 12, "half a dozen": 6, "a couple of": 2}
WORDS |= {"hundred": 100, "a hundred": 100, "one hundred": 100}

_WORD = "|".join(sorted((w.replace("-", "[- ]") for w in WORDS if w != "zero"), key=len)[::-1])
NUMBER = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,7}}|(?:{_WORD})\b)"
# Where a number may begin. Letters are tried by their first, which is ten times as fast as NUMBER.
BEGINS = re.compile(
    r"\b(?=[0-9otfsenahdOTFSENAHDZz])(?:[0-9]|[Oo]ne|ONE|[Tt](?:wo|en|hree|hirt|welve|went)"
    r"|T(?:WO|EN|HREE|HIRT|WELVE|WENT)|[Ff](?:our|ive|ift|ort)|F(?:OUR|IVE|IFT|ORT)|[Ss](?:ix|even)"
    r"|S(?:IX|EVEN)|[Ee](?:ight|leven)|E(?:IGHT|LEVEN)|[Nn]in|NIN|[Aa] (?:dozen|hundred|couple of)"
    r"|[Hh]undred|[Hh]alf a dozen|[Dd]ozen)"
)
_CLEAN = re.compile(r"[\s-]+")


def value(words: str) -> int | None:
    """The whole number that the words say, or None."""
    plain = words.replace(",", "").strip().lower()
    if plain.isdecimal():
        return int(plain)
    plain = _CLEAN.sub(" ", plain)
    return WORDS.get(plain, WORDS.get(plain.replace(" ", "-")))
