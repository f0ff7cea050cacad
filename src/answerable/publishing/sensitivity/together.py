"""What signs give away together: the general rules of the check.

No sign is held for itself. A sentence is held where signs of several classes stand in it: one
person, a matter that must stay unknown and particulars that fit few; a covert means and its place,
hour or target; an action to come and its target; the strength of the police and its gap. A second
sentence that goes on about the same person (“She …”) is read together with the first.
"""

import re
from collections.abc import Callable, Iterator

from answerable.publishing.sensitivity.cells import matter
from answerable.publishing.sensitivity.flaws import flawed, unwell
from answerable.publishing.sensitivity.identifiers import identifier
from answerable.publishing.sensitivity.matters import DEFINITE, GUARDED_ROLE, named
from answerable.publishing.sensitivity.model import LAW_ENFORCEMENT, PEOPLE, Held, Passage
from answerable.publishing.sensitivity.numbers import cleaned, numbers
from answerable.publishing.sensitivity.plain import in_lines, plain
from answerable.publishing.sensitivity.public_numbers import of_the_country
from answerable.publishing.sensitivity.seen import seen
from answerable.publishing.sensitivity.signs import WEAK, particulars
from answerable.publishing.sensitivity.unpublished import a_price, too_few, unpublished
from answerable.publishing.sensitivity.weighed import HELD, anchored, weight

_PERSON, _TACTIC = "what identifies a person", "a tactic, a source or an operation"
_ONE, _MANY, _NO_MATTER, _TWO = 2, 5, 5, 2
"""What particulars must weigh, two each and one if weak, about one person and about several."""
_OF_A_RULE = 3
"""What they must weigh more where the sentence reads like a rule, which speaks of nobody."""
_WEIGHED = "Its particulars, taken together, may tell of one person, a source or an operation."
_DOTTED = re.compile(r"\b[A-Z]\. ?[A-Z]\.(?! ?[A-Z])")
"""Initials written as of somebody who must not be named; “KL” is how minutes call an officer."""
_GOES_ON = re.compile(
    r"^(?:(?:[Aa]nd |[Bb]ut |[Tt]oday |[Nn]ow |[Ss]ince then |[Ll]ater )?"
    r"(?:[Ss]he|[Hh]e|[Hh]er|[Hh]is|[Tt]hey|[Tt]heir|[Tt]he (?:boy|girl|child|woman|man|family"
    r"|couple|mother|father|victim|witness|complainant|informant|source|suspect|lad|patient"
    r"|detainee|officer))\b)"
)


def together(passage: Passage, names: frozenset[str]) -> Iterator[Held]:
    """Each sentence, or two that go on about one person, in which signs combine."""
    text = plain(passage.text)
    before, last = "", -1
    for words, line in zip(*in_lines(text), strict=True):
        before, last = (before if line == last else ""), line
        sentence = matter(words)
        told = tactic(sentence) or unpublished(f"{before} {sentence}")
        if told:
            yield Held(_TACTIC, passage.where, words, told, LAW_ENFORCEMENT)
        if why := a_person(sentence, names):
            yield Held(_PERSON, passage.where, words, why, PEOPLE)
        elif before and _GOES_ON.match(sentence) and (why := a_person_told_on(before, sentence)):
            yield Held(_PERSON, passage.where, f"{before} {words}", why, PEOPLE)
        elif not told and _weighs(sentence, names):
            yield Held(_PERSON, passage.where, words, _WEIGHED, PEOPLE)
        before = sentence


def _weighs(sentence: str, names: frozenset[str]) -> bool:
    heavy = weight(sentence, names) >= HELD and anchored(sentence, names)
    return heavy and not of_the_country(sentence)


def tactic(sentence: str) -> str:
    """Why a sentence gives away means, strength or an action to come; empty where it does not."""
    flaw = "It gives a flaw in what is guarded." if flawed(sentence) else ""
    if why := unpublished(sentence) or a_price(sentence) or flaw:
        return why
    found = seen(sentence)
    if "code" in found:
        return "It gives a code or a key."
    if {"hideout", "where"} <= found and "no hideout" not in found:
        return "It gives where somebody is kept safe."
    if "source" in found:
        return "It tells of a source."
    if "lawful" in found or of_the_country(sentence):
        return ""
    return next((why for why, told in _TACTICS if told(found, sentence)), "")


def _covert(found: frozenset[str], sentence: str) -> bool:
    if "covert" not in found:
        return False
    placed = not found.isdisjoint(("where", "clock", "day", "target"))
    return placed or "a car" in particulars(sentence) or bool(numbers(cleaned(sentence)))


def _to_come(found: frozenset[str], _sentence: str) -> bool:
    if "strike" not in found:
        return False
    timed = not found.isdisjoint(("day", "clock"))
    if "hard strike" in found and timed:
        return True
    aimed = not found.isdisjoint(("target", "hard strike", "clock")) or {"day", "where"} <= found
    return "ahead" in found and aimed


def _operation(found: frozenset[str], _sentence: str) -> bool:
    return {"operation", "live", "aimed at"} <= found and "public life" not in found


def _guarded(found: frozenset[str], _sentence: str) -> bool:
    return {"guarded", "kept"} <= found and not found.isdisjoint(("clock", "where"))


def _gap(found: frozenset[str], _sentence: str) -> bool:
    return "gap" in found and not found.isdisjoint(("strength", "clock"))


_TACTICS: tuple[tuple[str, Callable[[frozenset[str], str], bool]], ...] = (
    ("It gives who or what helps the police unseen.", lambda found, _: "ours" in found),
    ("It gives a covert means with its place, its time, its target or its number.", _covert),
    ("It gives an action that is to come.", _to_come),
    ("It gives an operation with its aim.", _operation),
    ("It gives where or when a guarded thing can be met.", _guarded),
    ("It gives a gap in what the police can do.", _gap),
    (
        "It gives the strength of the police at an hour.",
        lambda found, _: {"count", "clock", "strength"} <= found,
    ),
)


def a_person(sentence: str, names: frozenset[str]) -> str:
    """Why a sentence makes one person known; empty where it does not."""
    ill = "It tells of the health of one person." if unwell(sentence) else ""
    if why := identifier(sentence) or too_few(sentence, names) or ill:
        return why
    told, found = particulars(sentence), seen(sentence)
    if {"an initial", "an age under 18"} <= told:
        return _told(told)
    if "public life" in found:
        return ""
    called = named(sentence, names)
    ruled = "a rule" in found and DEFINITE.search(sentence) is None
    guarded = GUARDED_ROLE.search(sentence) is not None
    one = "one person" in found or guarded or _DOTTED.search(sentence) is not None
    if {"informs", "crime"} <= found and (one or called):
        return "It gives who gives information."
    weight = 2 * len(told) - len(told & WEAK) + guarded
    if "matter" in found:
        needed = (_ONE if one or called else _MANY) + _OF_A_RULE * ruled
        return _told(told) if weight + called >= needed else ""
    young = "an age under 18" in told
    alone = (one or called) and not ruled
    return _told(told) if alone and weight + young >= _NO_MATTER else ""


def a_person_told_on(before: str, sentence: str) -> str:
    """Why two sentences together make one person known: the matter in one, who it is in both."""
    first, second = particulars(before), particulars(sentence)
    found = seen(before) | seen(sentence)
    if not second or found & {"public life", "a rule"} or "matter" not in found:
        return ""
    if "one person" in seen(before) and len(first | second) >= _TWO:
        return _told(first | second)
    return ""


def _told(found: frozenset[str]) -> str:
    if not found:
        return "It names a person in a matter that must stay unknown."
    return f"Together these may fit one person alone: {', '.join(sorted(found))}."
