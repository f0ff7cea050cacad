"""Numbers near a restricted subject, and names and numbers of organised crime groups."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from answerable.publishing.sensitivity.model import Held, Passage, Subject, Subjects
from answerable.publishing.sensitivity.numbers import Number, cleaned, numbers
from answerable.publishing.sensitivity.plain import plain, sentences, tokens

_NEAR = 14
"""Words between a number and a subject: about one clause."""
_SHORT = 6
_MARK = "zsubject"
_POINTING = frozenset(
    (
        *("them", "these", "those", "they", "their", "which", "trained", "figure", "number"),
        *("total", "count", "there", "remainder", "rest", "others", "former", "latter"),
        *("vacant", "vacancies", "grew", "rose", "fell", "previously"),
    )
)
_BREAKS = re.compile(r", (?:while|but|whereas)\b| - ")
_ROMAN = re.compile(r"\b(?=[IVXL]{2,7}\b)X{0,3}(?:IX|IV|VI{0,3}|I{1,3}|)(?= )")
_ORDINAL = (
    r"(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\w+teenth"
    r"|\w+tieth|\d+(?:st|nd|rd|th))"
)
_NO_COUNT = re.compile(r"\b(?:OCG|LRO)s? mapping\b(?! (?:of|shows|holds|has|lists|covers))")


@lru_cache(maxsize=64)
def _pattern(terms: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the terms, singular or plural, s or z, spaced or hyphenated."""
    words = []
    for term in sorted(terms, key=len, reverse=True):
        word = (
            re.escape(plain(term)).replace(r"\ ", r"[\s\-]+").replace("organised", "organi[sz]ed")
        )
        words.append(word)
    return re.compile(rf"\b(?:{'|'.join(words)})(?:'?s)?\b", re.IGNORECASE)


@lru_cache(maxsize=64)
def _stems(terms: tuple[str, ...]) -> frozenset[str]:
    """For each term one word that a text must hold, so that most texts are passed at once."""
    words = (max(re.split(r"[\s,\-]+", plain(t)), key=len) for t in terms)
    return frozenset(w.casefold()[:8].replace("organise", "organi") for w in words)


def mentions(subject: Subject, text: str) -> bool:
    """Does a plain text name the subject?"""
    low = text.casefold()
    if not any(stem in low for stem in _stems(subject.terms)):
        return False
    return _pattern(subject.terms).search(text) is not None


def _elsewhere(subject: Subject, text: str) -> bool:
    """Is the text about another field of work, with no word of this one?"""
    if not subject.elsewhere:
        return False
    return _pattern(subject.elsewhere).search(text) is not None and (
        _pattern(subject.context).search(text) is None
    )


def counted(passage: Passage, subjects: Subjects) -> Iterator[Held]:
    """Numbers near a subject, in one sentence or in two that hang together."""
    text = plain(passage.text)
    around = plain(f"{passage.text} {passage.around}")
    about = [s for s in subjects.counted if mentions(s, text) and not _elsewhere(s, around)]
    if not about:
        return
    told = sentences(text)
    for subject in about:
        for at, sentence in enumerate(told):
            if not mentions(subject, sentence) or _elsewhere(subject, sentence):
                continue
            if number := _in_sentence(sentence, subject):
                yield _held(passage, sentence, subject, number)
            elif _of_many(sentence, subject) and (number := _beside(told, at)):
                pair = " ".join(told[max(0, at - 1) : at + 2])
                yield _held(passage, pair, subject, number)


def named(passage: Passage, subjects: Subjects) -> Iterator[Held]:
    """Names, numbers and references of organised crime groups."""
    text = plain(passage.text)
    for subject in subjects.counted:
        if not subject.named or not mentions(subject, text):
            continue
        for sentence in sentences(text):
            if mentions(subject, sentence) and (found := _name(sentence, subjects)):
                yield Held(
                    what="the name or number of an organised crime group",
                    where=passage.where,
                    words=sentence,
                    why=f"A group is never named, numbered or scored in public ({found}).",
                    ground=subject.ground,
                )


def _held(passage: Passage, words: str, subject: Subject, number: Number) -> Held:
    kind = "a share" if number.share else "a number"
    return Held(
        what=f"{kind} near “{subject.words}”",
        where=passage.where,
        words=words,
        why=f"A number of {subject.words}, or one that gives it, is published in words only.",
        ground=subject.ground,
    )


def _in_sentence(sentence: str, subject: Subject) -> Number | None:
    if _ordinal(sentence, subject):
        return Number(0, 0, "an ordinal", False, "")
    marked = _pattern(subject.terms).sub(_MARK, _NO_COUNT.sub("mapping", cleaned(sentence)))
    marked = _ROMAN.sub(" 14 ", marked)
    for clause in _BREAKS.split(marked):
        low = [t.lower() for t in tokens(clause)]
        places = [at for at, token in enumerate(low) if token == _MARK]
        if not places:
            continue
        for number in numbers(clause):
            if any(abs(number.at - place) <= _NEAR for place in places):
                return number
        if one := _one(low, places):
            return one
    return None


def _one(low: Sequence[str], places: Sequence[int]) -> Number | None:
    """“one OCG”, “one mapped group”: the number right before the subject."""
    for place in places:
        for back in (1, 2):
            if place >= back and low[place - back] == "one" and "each" not in low[:place]:
                return Number(place - back, 1, "one", False, _MARK)
    return None


def _of_many(sentence: str, subject: Subject) -> bool:
    """Does it speak of several, or ask how many? “Analyst” alone on a line is a role."""
    if re.search(r"\b(?:number|total|count|how many)\b", sentence, re.IGNORECASE):
        return True
    return any(
        match[0].endswith("s") or " " in match[0].strip()
        for match in _pattern(subject.terms).finditer(sentence)
    )


def _ordinal(sentence: str, subject: Subject) -> bool:
    pattern = _pattern(subject.terms).pattern
    return (
        re.search(rf"\b{_ORDINAL} (?:[a-z]+ )?{pattern}", cleaned(sentence), re.IGNORECASE)
        is not None
    )


def _beside(told: Sequence[str], at: int) -> Number | None:
    """A number in the sentence before or after that speaks of this one."""
    for near in (at + 1, at - 1):
        if not 0 <= near < len(told):
            continue
        sentence = cleaned(told[near])
        words = [w.lower() for w in tokens(sentence)]
        alone = len(words) <= _SHORT and (near > at or len(words) <= _SHORT // 2)
        points = near > at and bool(_POINTING & set(words))
        if (alone or points) and (found := numbers(sentence)):
            bare = [n for n in found if _stands_alone(n, words)]
            if points or bare:
                return (bare or list(found))[0]
    return None


def _stands_alone(number: Number, words: Sequence[str]) -> bool:
    """Is there no other word that the number could count?"""
    rest = [w for w in words if w.isalpha() and w[2:] and w not in _POINTING]
    return len(rest) <= 1


_QUOTED = r"[\"'][A-Z][^\"']{1,40}[\"']"
_CODE = re.compile(
    r"\b(?:OCG|APMIS)[ ]?(?:no\.?|number|ref(?:erence)?\.?|id|code)?[ :#/-]{0,3}"
    r"[A-Z]{0,4}[\-/ ]?(?!(?:19|20)\d\d\b)\d[\w/-]*"
)
_CALLED = re.compile(
    r"\b(?:OCG|gang|crime group|crime family|crime network|network)s? "
    r"(?:is |was |are )?(?:known as|called|named|dubbed|nicknamed|led by|headed by|run by)\b",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"(?:(?<=\s)|(?<=^)|(?<=[(\"']))"
    r"((?:[A-Z][a-z'-]+ |\"[^\"]{2,40}\" |'[^']{2,40}' ){1,4})"
    r"(?i:(?:family )?OCG|gang|crew|firm|cartel|crime family"
    r"|organi[sz]ed crime (?:group|gang|family)"
    r"|crime group|criminal group)\b(?! (?i:mapping|management|tasking|plan|data|profile))"
)
_NO_NAMES = frozenset(
    (
        *("The", "An", "A", "Each", "Every", "Any", "No", "This", "That", "One", "Our", "Its"),
        *("Regional", "National", "Serious", "Local", "New", "Their", "Organised", "Organized"),
        *("Known", "Mapped", "Active", "Police", "Force", "And", "In", "Of", "For", "By", "What"),
        *("Which", "Another", "West", "East", "North", "South", "Most", "Some", "Many", "Few"),
        *("Criminal", "Crime", "Street", "Urban", "Rural", "Drug", "Drugs", "Named", "When"),
        *("Disrupt", "Disrupting", "Tackling", "Mapping", "Map", "Managing", "Whether", "If"),
        *("County", "To", "On", "An", "Is", "Has", "How", "Scoring", "Re", "Prompt", "Every"),
    )
)


def _name(sentence: str, subjects: Subjects) -> str:
    if _CODE.search(sentence):
        return "a reference"
    if _CALLED.search(sentence):
        return "a name"
    for match in _NAMED.finditer(sentence):
        words = match[1].strip()
        if words.startswith(("'", '"')):
            return "a name"
        left = [w for w in words.split() if w not in _NO_NAMES]
        if left and " ".join(left).casefold() not in subjects.names:
            return "a name"
    if re.search(rf"{_QUOTED} (?:OCG|gang|group|crew)\b", sentence):
        return "a name"
    return ""
