"""Text as a reader sees it: tricks of spelling undone, then sentences and tokens."""

import html
import re
import unicodedata
from functools import lru_cache

_TAG = re.compile(r"<[^<>]{0,400}>")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_ACRONYM_WORD = re.compile(r"\b(OCG|LRO)(?=[A-Z][a-z])")
_DOTTED = re.compile(r"\b([A-Z])\.[ ]?([A-Z])\.[ ]?([A-Z])\b\.?")
_DOTTED_LOW = re.compile(r"\b(o)\.[ ]?(c)\.[ ]?(g)\b\.?|\b(l)\.[ ]?(r)\.[ ]?(o)\b\.?")
_SPACED = re.compile(r"\b([Oo][ ][Cc][ ][Gg]|[Ll][ ][Rr][ ][Oo])(?:[ ]?([Ss]))?\b")
_FOUR_P = re.compile(r"\b(?:4|four)[ \-]{0,2}Ps?\b(?:'s)?", re.IGNORECASE)


class _Signs(dict[int, str | int | None]):
    """Signs as they are read; an invisible one is left out, and any other stays as it is."""

    def __missing__(self, sign: int) -> int | None:
        return None if unicodedata.category(chr(sign)) == "Cf" else sign


_LOOKALIKE = (
    "\u041e\u0421\u0420\u0410\u0415\u0422\u041d\u0406\u041a\u041c\u0412\u0425\u043e"
    "\u0441\u0440\u0430\u0435\u0456\u0445"  # Cyrillic
    "\u039f\u0391\u0395\u0399\u03a4"  # Greek
)
_QUOTES = "\u2019\u2018\u201c\u201d\u2013\u2014"
_SIGNS = _Signs()
_SIGNS |= {ord(a): b for a, b in zip(_LOOKALIKE, "OCPAETHIKMBXocpaeixOAEIT", strict=True)}
_SIGNS |= {ord(a): b for a, b in zip(_QUOTES, ("'", "'", '"', '"', "-", " - "), strict=True)}
_ZERO_O = re.compile(r"\b0CG(s?)\b|\bLR0(s?)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.!?;])\s+|(?<=[.!?]\")\s+(?=[A-Z])|\n+")
_ABBREVIATED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|St|no|No|ref|Ref|approx|c|s|ss|e\.g|i\.e|[ap]\.m|cf|Insp|Sgt|Supt|Det|Cllr"
    r"|[A-HJ-Z])\.$"
)
TOKEN = re.compile(
    r"\d+(?:,\d{3})*(?:\.\d+)?(?:st|nd|rd|th)?|[^\W\d_]+(?:'[^\W\d_]+)?|[%£$€/:|,()=+<>~]"
)


@lru_cache(maxsize=20_000)
def plain(text: str) -> str:
    """The text without markup, invisible signs, lookalike letters and split acronyms."""
    if "<" in text:
        text = _TAG.sub(" ", text)
    text = html.unescape(text)
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text).translate(_SIGNS)
    text = _ACRONYM_WORD.sub(r"\1 ", _CAMEL.sub(" ", text.replace("_", " ")))
    text = _DOTTED.sub(r"\1\2\3", text)
    text = _DOTTED_LOW.sub(lambda m: "OCG" if m[1] else "LRO", text)
    text = _SPACED.sub(lambda m: m[1].replace(" ", "").upper() + (m[2] or ""), text)
    text = _ZERO_O.sub(lambda m: "OCG" if "c" in m[0].lower() else "LRO", text)
    return _FOUR_P.sub("FOURP", text)


def as_written(text: str, words: str) -> str:
    """Words of a plain text as they stand in the text that it was made of.

    Where more than spaces was undone, they stay plain.

    >>> as_written("AF/366 | PEEL26 CoC1 R5 | HoC", "PEEL26 Co C1 R5 | Ho C")
    'PEEL26 CoC1 R5 | HoC'
    >>> as_written("0CG", "OCG")
    'OCG'
    """
    wanted = "".join(words.split())
    places = [at for at, sign in enumerate(text) if not sign.isspace()]
    start = "".join(text.split()).find(wanted) if wanted else -1
    if start < 0:
        return words
    return " ".join(text[places[start] : places[start + len(wanted) - 1] + 1].split())


def sentences(text: str) -> tuple[str, ...]:
    """Sentences and lines of a plain text; an abbreviation ends none."""
    found: list[str] = []
    for piece in _SENTENCE.split(text):
        part = " ".join(piece.split())
        if not part:
            continue
        if found and _ABBREVIATED.search(found[-1]):
            found[-1] = f"{found[-1]} {part}"
        else:
            found.append(part)
    return tuple(found)


def in_lines(text: str) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """The same sentences, and for each the number of its line."""
    told: list[str] = []
    line: list[int] = []
    for number, part in enumerate(text.split("\n")):
        found = sentences(part)
        told += found
        line += [number] * len(found)
    return tuple(told), tuple(line)


def tokens(sentence: str) -> tuple[str, ...]:
    """Words, numbers and the signs that matter."""
    return tuple(TOKEN.findall(sentence))
