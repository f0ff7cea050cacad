"""Numbers of a word that only sometimes means a restricted thing: “eight of the groups”.

Such a word (“group”, “network”, “lead officer”) is everyday language. It counts where the number
counts that word itself, and nothing in the text names another kind of it (“youth group”).
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from answerable.publishing.sensitivity.compared import told_by_comparison
from answerable.publishing.sensitivity.model import Passage, Subject, Subjects
from answerable.publishing.sensitivity.numbers import SUBJECT, Number, cleaned, numbers
from answerable.publishing.sensitivity.plain import in_lines, plain, tokens

_AFTER = 12
"""Words after the word within which a bare number counts it: “groups stood, in June, at 18”."""
_BESIDE = 3
"""Words on each side of the word that may say which kind of it is meant."""
_MANY = frozenset(
    (
        *("number", "numbers", "one", "every", "each", "count", "total", "more", "fewer", "less"),
        *(
            "totals",
            "counts",
            "tally",
            "strength",
            "strong",
            "headcount",
            "establishment",
            "posts",
        ),
    )
)
_SIZE = re.compile(
    r"\b(?:groups|networks|outfits) (?:have|had|share|total|count"
    r"|number) (?:\w+ ){0,2}?(?:\d[\d,]*|[a-z]+)"
    r" (?:members?|people|men|offenders|criminals|associates|nominals|suspects)\b",
    re.IGNORECASE,
)
_BETWEEN = frozenset(
    (
        *("of", "the", "our", "these", "those", "its", "their", "all", "such", "out", "which"),
        *("active", "mapped", "scored", "known", "live", "new", "other", "more", "local", "named"),
        *("remaining", "dormant", "inactive", "last", "worst", "biggest", "smaller"),
        *("separate", "different", "distinct", "high", "risk", "priority", "managed", "organised"),
        *("teams", "officers", "staff", "trained", "posts", "on", "for"),
        *("violent", "armed", "dangerous", "dealing", "drug", "drugs", "criminal", "tracked"),
    )
)
"""Words that may stand between a number and what it counts."""
_LIST = frozenset((":", "|", "=", ",", "(", ")", "", "and", ";"))
_CARRIED = frozenset(
    (
        *(
            "",
            ",",
            "(",
            ")",
            "|",
            "and",
            "but",
            "is",
            "are",
            "was",
            "were",
            "in",
            "at",
            "on",
            "by",
        ),
        *("of", "to", "have", "has", "had", "fewer", "more", "came", "went", "left", "now"),
        *(
            "then",
            "still",
            "remain",
            "up",
            "down",
            "so",
            "from",
            "%",
            "percent",
            "per",
            "go",
            "do",
            "did",
        ),
        *("between", "since", "over", "during", "within", "last", "this", "when", "if", "for"),
        *("as", "than", "or", "that", "which", "who", "with", "strong", "work", "live", "need"),
    )
)
"""Words after a number that name nothing: the number counts what was named before."""


@lru_cache(maxsize=8)
def _words(terms: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(terms)})s?\b", re.IGNORECASE)


@lru_cache(maxsize=8)
def _begun(terms: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(terms)})", re.IGNORECASE)


def loosely(passage: Passage, subjects: Subjects) -> Iterator[tuple[str, Subject, Number]]:
    """Each sentence that counts a loose word, with its subject and the number."""
    text = plain(passage.text)
    for subject in subjects.counted:
        if not subject.loose or not _words(subject.loose).search(text):
            continue
        for sentence in _with_answers(in_lines(text)):
            if _begun(subject.loose_elsewhere).search(_TO_WHOM.sub("", sentence)):
                continue
            if number := _counted(sentence, subject):
                yield sentence, subject, number


_TO_WHOM = re.compile(r"^(?:Dear|Hi|Hello) [^,]{2,40},|^(?:Cllr|Councillor) \w+ asked\b")


def _with_answers(lined: tuple[tuple[str, ...], tuple[int, ...]]) -> Iterator[str]:
    """Sentences; one that asks how many goes together with the next one of its line."""
    told, line = lined
    for at, sentence in enumerate(told):
        after = at + 1 < len(told) and line[at + 1] == line[at]
        if after and "how many" in sentence.lower():
            yield f"{sentence.rstrip('.?;')}, {told[at + 1]}"
        else:
            yield sentence


def _counted(sentence: str, subject: Subject) -> Number | None:
    pattern = _words(subject.loose)
    if not pattern.search(sentence) or _of_another_kind(sentence, subject):
        return None
    if size := _SIZE.search(sentence):
        return Number(0, 0, size[0], False, SUBJECT)
    marked = pattern.sub(SUBJECT, cleaned(sentence))
    if told_by_comparison(marked):
        return Number(0, 0, "a comparison", False, SUBJECT)
    low = [t.lower() for t in tokens(marked)]
    places = [at for at, token in enumerate(low) if token == SUBJECT]
    many = _MANY & set(low) or any(
        w.lower().endswith("s") for told in pattern.findall(sentence) for w in told.split()
    )
    for number in numbers(marked):
        for place in places:
            if _before(low, number.at, place) or (many and _after(low, number, place)):
                return number
    return None


def _of_another_kind(sentence: str, subject: Subject) -> bool:
    """Does a word near say which kind it is: “youth group”, “a group of 20 councillors”?"""
    if not subject.loose_beside:
        return False
    begun = _begun(subject.loose_beside)
    for match in _words(subject.loose).finditer(sentence):
        before = " ".join(sentence[: match.start()].split()[-_BESIDE:])
        after = " ".join(sentence[match.end() :].split()[:_BESIDE])
        if begun.search(f"{before} , {after}"):
            return True
    return False


def _before(low: list[str], at: int, place: int) -> bool:
    """“eight of the groups”, “30 and 35 networks”, “Tier 1: 2, Tier 2: 5 (groups)”."""
    if at >= place:
        return False
    between = low[at + 1 : place]
    between = between[2:] if between[:2] == ["per", "cent"] else between
    if between[:1] in (["%"], ["percent"]):
        between = between[1:]
    if all(word in _BETWEEN or word.endswith("ed") for word in between):
        return True
    return bool(between) and between[-1] in ("(", "|") and set(between) <= _LIST


def _after(low: list[str], number: Number, place: int) -> bool:
    """“Networks in the north: seven”, “of every ten lead officers, seven”, “group … in six”."""
    if not place < number.at <= place + _AFTER:
        return False
    if any(word in (";", "while") for word in low[place : number.at]):
        return False
    return number.share or number.noun in _CARRIED or number.noun == SUBJECT
