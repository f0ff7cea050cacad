"""Words as cues see them: in small letters, by their stem, and by their class."""

import re
from functools import lru_cache
from typing import NamedTuple

_WORD = re.compile(r"[A-Za-z’']+|\d+|[^\w\s]")
_ENDINGS = (
    *("ations", "ation", "ingly", "ments", "ment", "ings", "ing", "ions", "ion", "ies", "edly"),
    *("ers", "er", "ed", "es", "ly", "s", "e"),
)
_SHORTEST = 3
_CLASSES = {
    "modal": "should must shall ought needs need",
    "will": "will ’ll",
    "may": "may might could can would",
    "report": "said says told reported noted explained added stated confirmed heard advised"
    " described answered replied",
    "agree": "agreed resolved decided approved endorsed accepted undertook promised pledged"
    " committed",
    "ask": "asked requested invited instructed directed required urged tasked ordered called",
    "be": "is are was were be been being",
    "have": "has have had",
    "not": "not no never nor neither without lacks lack lacked cannot fails failed fail failing",
    "we": "we i our my us",
    "they": "it its they their them he she his her",
    "bad": "inadequate poor concern concerns concerned concerning worrying weak weaknesses"
    " unacceptable serious risk risks backlog backlogs delay delays",
    "body": "force constabulary council service authority trust board panel committee"
    " commissioner team department college prison agency",
    "office": "chief director head manager secretary officer superintendent inspector constable"
    " chair clerk deputy assistant governor treasurer lead solicitor",
    "month": "january february march april may june july august september october november"
    " december jan feb mar apr jun jul aug sept oct nov dec",
    "when": "by before until within immediately tomorrow monday tuesday wednesday thursday"
    " friday week month months weeks days end next",
}
_CLASS = {word: name for name, words in _CLASSES.items() for word in words.split()}
_KEPT = """the a an of to in on for with that this these those and or but as at from who which when
if there each every all any"""
_THEMSELVES = frozenset(_KEPT.split())
OTHER = "x"
"""The class of a word of no class."""


class Word(NamedTuple):
    """One word or mark of a passage."""

    plain: str
    stem: str
    sort: str


@lru_cache(maxsize=4096)  # a passage is looked at thrice: itself, and from both its neighbours
def words(text: str) -> tuple[Word, ...]:
    """Words and marks. `plain`: `#` for a number, `Cap` for a name, `UP` for an abbreviation."""
    first, *others = _WORD.findall(text) or [""]
    return (_seen(first, begins=True), *map(_within, others)) if first else ()


def _seen(word: str, *, begins: bool) -> Word:
    plain = _plain(word, begins=begins)
    return Word(plain, _stem(plain), _sort(word))


@lru_cache(maxsize=16384)
def _within(word: str) -> Word:
    return _seen(word, begins=False)


def _plain(word: str, *, begins: bool) -> str:
    if word[0].isdigit():
        return "#"
    if not begins and word[0].isupper() and word[1:].islower():
        return "Cap"
    if len(word) > 1 and word.isupper():
        return "UP"
    return word.lower()


def _stem(word: str) -> str:
    """A word without the commonest endings; crude, and alike for alike words (Lovins 1968)."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word[: -len(ending)]
    return word


def _sort(word: str) -> str:
    small = word.lower()
    if small[0].isdigit():
        return "#"
    if small in _CLASS:
        return _CLASS[small]
    for ending in ("ing", "ed", "ly"):
        if small.endswith(ending):
            return ending.upper()
    if word[0].isupper():
        return "Cap"
    return small if small in _THEMSELVES or not small[0].isalpha() else OTHER
