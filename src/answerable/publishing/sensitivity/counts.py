"""Numbers near a restricted subject: in its sentence, or in one that hangs together with it."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from answerable.publishing.sensitivity.compared import told_by_comparison
from answerable.publishing.sensitivity.implied import without_the_word
from answerable.publishing.sensitivity.loose import loosely
from answerable.publishing.sensitivity.model import Held, Passage, Subject, Subjects
from answerable.publishing.sensitivity.numbers import SUBJECT, Number, cleaned, numbers
from answerable.publishing.sensitivity.plain import in_lines, plain, tokens

_NEAR = 14
"""Words between a number and a subject: about one clause."""
_SHORT = 6
_POINTING = frozenset(
    (
        *("them", "these", "those", "they", "their", "which", "trained", "figure", "number"),
        *("total", "count", "there", "remainder", "rest", "others", "former", "latter"),
        *("vacant", "vacancies", "grew", "rose", "fell", "previously"),
    )
)
_BREAKS = re.compile(r", (?:while|but|whereas)\b| - (?=(?:\S+ ){4})")
_POINTS_BACK = re.compile(
    r"^(?:(?:and |but )?(?:all|each|every one|none|most|some|many|both|half|these|those|they|it"
    r"|this|that|which|such|we (?:call|mean)|the subject|the question|the figure"
    r"|the number|the total|the count)\b"
    r"|the (?:rest|others?|remainder|remaining)\b)",
    re.IGNORECASE,
)
_GO_ON = frozenset(
    (
        *("are", "were", "is", "was", "have", "had", "has", "need", "needs", "remain", "remains"),
        *("go", "goes", "left", "do", "did", "will", "would", "could", "can", "may", "work"),
        *("works", "live", "lives", "still", "now", "already", "of", "have", "hold", "holds"),
        *("stay", "stays", "await", "wait", "came", "come", "went", "got", "get", "more", "that"),
    )
)
"""Words after a number that counts what the sentence before spoke of: “Nineteen needed …”."""
_FAR = 2
"""Sentences between a bare answer and the words that say what was asked."""
_ROMAN = re.compile(r"\b(?=[IVXL]{2,7}\b)X{0,3}(?:IX|IV|VI{0,3}|I{1,3}|)(?=[ .,;)]|$)")
_ORDINAL = (
    r"(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\w+teenth"
    r"|\w+tieth|\d+(?:st|nd|rd|th))"
)
_NO_COUNT = re.compile(
    r"\b[Gg]ang [Ss]hows?\b|\b(?:OCG|LRO)s? mapping\b(?! (?:of|shows|holds|has|lists|covers))"
    r"|\b(?:levels?|kinds?|types?|categories) of disruptions?\b(?=[^\d\n]*$)"
    r"|\b(?:LROs?|lead responsible officers?) model\b"
    r"|\bFOURP (?:approach|model|framework|strategy) (?:has|of|with) four (?:strands|parts)\b"
)


_WITHHELD = re.compile(
    r"\b(?:(?:is|are|was|were) not (?:published|given|disclosed)|(?:is|are) withheld"
    r"|not in our sources|(?:will|would|can|could)(?:not| not) be (?:given|published|disclosed"
    r"|released|told))\.?$",
    re.IGNORECASE,
)
"""A sentence that says that its number is not told asks for none of the next one."""


_ASKED = re.compile(r"\?$")


@lru_cache(maxsize=64)
def _pattern(terms: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the terms, singular or plural, s or z, spaced or hyphenated."""
    words = []
    for term in sorted(terms, key=len, reverse=True):
        word = (
            re.escape(plain(term)).replace(r"\ ", r"[\s\-]+").replace("organised", "organi[sz]ed")
        )
        word = word.replace(r"[\s\-]+for[\s\-]+", r"s?[\s\-]+for[\s\-]+")  # “lead officers for …”
        words.append(f"{word[:-1]}(?:y|ie)" if word.endswith("y") else word)
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
    for words, subject, counting in (
        *without_the_word(text, subjects),
        *loosely(passage, subjects),
    ):
        yield _held(passage, words, subject, counting)
    about = [s for s in subjects.counted if mentions(s, text) and not _elsewhere(s, around)]
    if not about:
        return
    told, line = in_lines(text)
    for subject in about:
        for at, sentence in enumerate(told):
            if not mentions(subject, sentence) or _elsewhere(subject, sentence):
                continue
            if number := _in_sentence(sentence, subject):
                yield _held(passage, sentence, subject, number)
            elif number := _near(told, line, at, subject):
                pair = " ".join(told[max(0, at - 1) : at + 2])
                yield _held(passage, pair, subject, number)


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
    marked = _pattern(subject.terms).sub(SUBJECT, _NO_COUNT.sub("mapping", cleaned(sentence)))
    marked = _ROMAN.sub(" 14 ", marked)
    if told_by_comparison(marked):
        return Number(0, 0, "a comparison", False, SUBJECT)
    for clause in _clauses(marked):
        low = [t.lower() for t in tokens(clause)]
        places = [at for at, token in enumerate(low) if token == SUBJECT]
        if not places:
            continue
        for number in numbers(clause):
            if any(abs(number.at - place) <= _NEAR for place in places):
                return number
        if one := _one(low, places):
            return one
    return None


def _clauses(marked: str) -> list[str]:
    """Parts that stand for themselves; a heading before a dash and a question stay whole."""
    parts = _BREAKS.split(marked)
    heading = SUBJECT in parts[0] and len(tokens(parts[0])) <= _SHORT
    return [marked] if heading or "how many" in marked.lower() else parts


def _one(low: Sequence[str], places: Sequence[int]) -> Number | None:
    """“one OCG”, “one mapped group”: the number right before the subject."""
    for place in places:
        for back in (1, 2):
            if place >= back and low[place - back] == "one" and "each" not in low[:place]:
                return Number(place - back, 1, "one", False, SUBJECT)
    return None


def _near(told: Sequence[str], line: Sequence[int], at: int, subject: Subject) -> Number | None:
    """A number in a sentence beside one that names the subject, if the two hang together."""
    if _WITHHELD.search(told[at]) or _next_point(told, at):
        return None
    many = _of_many(told[at], subject)
    if many and _ASKED.search(told[at]) and (answer := _answered(told, line, at)):
        return answer
    near = _beside(told, line, at) if many else None
    if near is None and (many or _POINTS_BACK.search(told[at])):
        near = _hangs(told, line, at, subject)
    return near


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
        re.search(
            rf"\b(?:{_ORDINAL} (?:and (?:last|final|latest|newest) )?(?:of (?:our|its|the"
            rf"|their) )?"
            rf"(?:[a-z]+ )?|(?:its|their"
            rf"|our|whose) (?:only|sole|lone) ){pattern}",
            cleaned(sentence),
            re.IGNORECASE,
        )
        is not None
    )


def _beside(told: Sequence[str], line: Sequence[int], at: int) -> Number | None:
    """A bare number in the sentence or line before or after that speaks of this one."""
    for near in (at + 1, at - 1):
        if not 0 <= near < len(told) or abs(line[near] - line[at]) > 1:
            continue  # another paragraph
        sentence = cleaned(told[near])
        words = [w.lower() for w in tokens(sentence)]
        alone = len(words) <= _SHORT and (near > at or len(words) <= _SHORT // 2)
        points = near > at and line[near] == line[at] and bool(_POINTING & set(words))
        if (alone or points) and (found := numbers(sentence)):
            bare = [n for n in found if _stands_alone(n, words)]
            if points or bare:
                return (bare or list(found))[0]
    return None


def _next_point(told: Sequence[str], at: int) -> bool:
    """Does it stand between the numbers of two points of a list: “3. … 4.”?"""
    if not 0 < at < len(told) - 1:
        return False
    here, after = (re.fullmatch(r"(\d{1,2})[.)]", told[n]) for n in (at - 1, at + 1))
    return here is not None and after is not None and int(here[1]) + 1 == int(after[1])


def _hangs(told: Sequence[str], line: Sequence[int], at: int, subject: Subject) -> Number | None:
    """A number in a sentence of the same line that goes on about what this one names."""
    after, before = at + 1, at - 1
    if after < len(told) and line[after] == line[at]:
        found = numbers(cleaned(told[after]))
        counts = [n for n in found if n.at <= _EARLY and _goes_on(n)]
        brief = len(tokens(told[after])) <= _BRIEF and found and _bare(found[0])
        if counts or brief:
            return (counts or list(found))[0]
    points = before >= 0 and line[before] == line[at] and _POINTS_BACK.search(told[at])
    if points and (found := numbers(cleaned(told[before]))):
        # “All lead officers …” names its own noun: before it only a bare number counts.
        named = _own_noun(subject).match(told[at]) is not None
        if left := [n for n in found if not named or _bare(n)]:
            return left[0]
    return _answer(told, line, at)


@lru_cache(maxsize=64)
def _own_noun(subject: Subject) -> re.Pattern[str]:
    terms = _pattern(subject.terms).pattern
    return re.compile(
        rf"(?:all|each|some|most|many|both)(?: of)?(?: the| our)? {terms}", re.IGNORECASE
    )


_BRIEF = 9
"""Words of a sentence that only adds a number: “In June it stood at 19.”"""
_EARLY = 3
"""Words before a number that begins a sentence: “The last six …”, “Of these, nine …”."""


def _goes_on(number: Number) -> bool:
    return number.noun in _GO_ON or number.noun.endswith("ed")


def _bare(number: Number) -> bool:
    """Does it count nothing that its own sentence names?"""
    return number.noun in ("", ",", "of") or number.noun in _GO_ON


def _answer(told: Sequence[str], line: Sequence[int], at: int) -> Number | None:
    """A bare number that ends a sentence near one that names what was asked."""
    if not _POINTS_BACK.search(told[at]) and "how many" not in told[at].lower():
        return None
    for near in range(max(0, at - _FAR), min(len(told), at + _FAR + 1)):
        last = [n for n in numbers(cleaned(told[near])) if not n.noun]
        if near != at and last and line[near] == line[at]:
            return last[0]
    return None


def _answered(told: Sequence[str], line: Sequence[int], at: int) -> Number | None:
    """A bare number in one of the next two sentences after a question about the subject."""
    for near in range(at + 1, min(len(told), at + 1 + _FAR)):
        if abs(line[near] - line[at]) <= near - at and not _WITHHELD.search(told[near]):
            found = [n for n in numbers(cleaned(told[near])) if _bare(n)]
            if found:
                return found[0]
    return None


def _stands_alone(number: Number, words: Sequence[str]) -> bool:
    """Is there no other word that the number could count?"""
    rest = [w for w in words if w.isalpha() and w[2:] and w not in _POINTING]
    return len(rest) <= 1
