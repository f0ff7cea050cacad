"""Where each form in which others tell what was asked may be read."""

import re

from answerable.reading.clauses import Passage
from answerable.reading.findings.asking.asking_demanded import DEMANDED_FORMS, may_be_demanded
from answerable.reading.findings.asking.asking_of_anyone import ANYONE_FORMS, OF_NAMED, OF_VOICE
from answerable.reading.findings.asking.asking_outside import EXPERT, OUTSIDE_FORMS
from answerable.reading.findings.asking.asking_reported import REPORTED_FORMS, may_be_reported
from answerable.reading.findings.asking.asking_spoken import SPOKEN_FORMS, may_be_spoken
from answerable.reading.findings.asking.asking_studied import STUDIED_FORMS
from answerable.reading.findings.telling_forms import (
    BELOW_NAMED,
    OF_OUTSIDERS,
    TOLD_FORMS,
)
from answerable.reading.material import Material
from answerable.reading.worded import once

PLACED = tuple(
    name
    for name, _ in (
        *STUDIED_FORMS,
        *TOLD_FORMS,
        *ANYONE_FORMS,
        *OUTSIDE_FORMS,
        *REPORTED_FORMS,
        *SPOKEN_FORMS,
        *DEMANDED_FORMS,
    )
)
"""Forms that not every place may have."""
_TALK = ("minutes", "decision", "plan", "register")


def may_stand(material: Material, passage: Passage, rule: str, do: str) -> bool:
    """Whether a form in which others tell what was asked may be read at this place."""
    kind = material.profile.type
    if rule in SPOKEN:
        return may_be_spoken(material, passage, rule, do)
    if rule in BELOW_NAMED:
        told = kind not in ("inspection-report", "inspection-letter", *_TALK)
        return told and _announced(material, passage)
    if rule in (*_REPORTED, *_DEMANDED):
        may_be = may_be_reported if rule in _REPORTED else may_be_demanded
        return may_be(material, passage, rule)
    if rule in (*_OF_THINGS, *_OF_OTHERS):
        return kind not in (_TALK if rule in _OF_OTHERS else ("plan", "register", "decision"))
    if rule in OF_VOICE:
        return _voiced(material, passage, rule) and _BY_LAW.search(do) is None
    return (rule not in _OF_NAMED or named_above(material, passage)) and (
        rule != "it-advises" or _of_expert(material, passage)
    )


_DEMANDED = tuple(name for name, _ in DEMANDED_FORMS)
_REPORTED = tuple(name for name, _ in REPORTED_FORMS)
SPOKEN = tuple(name for name, _ in SPOKEN_FORMS)
"""Forms of anybody with a name, who may also ask for a reply."""
_OF_THINGS = ("thing", "asked-that")
_OF_OTHERS = (*OF_OUTSIDERS, "calls-on", "member-asks", *(name for name, _ in STUDIED_FORMS))
_OF_NAMED = (*OF_NAMED, "commonest", "noun-to", "one-left")


def _of_expert(material: Material, passage: Passage) -> bool:
    """Whether one of the sentences right before tells of somebody from outside."""
    at = material.before(passage)
    for _ in range(_CHAIN):
        if at is None or passage.block - at.block > 1:
            return False
        if EXPERT.search(material.text, at.start, at.end):
            return True
        at = material.before(at)
    return False


def _announced(material: Material, passage: Passage) -> bool:
    """Whether the sentence before names recommendations, or one that such a sentence leads to."""
    at = passage
    for _ in range(_CHAIN):
        above = material.before(at)
        if above is None or above.kind in ("heading", "row") or passage.block - above.block > 1:
            return False
        words = material.text[above.start : above.end]
        if above.block == passage.block and _NAMES.search(words):
            return True
        if _SO_MANY.search(words):
            return True
        if _GOES_ON.search(words) is None:
            return False
        at = above
    return False


_CHAIN = 4  # sentences that go through what one announced
_SO_MANY = re.compile(
    r"\b(?:two|three|four|five|six|some|several|these|following|\d) (?:\w+ )?(?:recommendations"
    r"|suggestions|demands|requests|asks|proposals|things (?:to ask|of|for|that (?:we|I|they)))",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"\b(?:should|must|ought to|needs? to|to)\b", re.IGNORECASE)
_VOICES = ("other", "news", "statement")
_OWN_VOICE = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|us)\b(?![^“”\"]{0,600}[”\"])")
_MASTERS = re.compile(r"\b(?:Commissioner|Mayor|Chief Constable|Chief Fire Officer|Chair)\W*$")
_BY_LAW = re.compile(r"\b56 days\b")
_FOR = re.compile(
    r"\b(?:[Ii]nspect(?:ors?|orate|ion)|HMI\w*|[Ww]atchdog|[Rr]egulator|[Cc]oroner|report)\b"
)


def _voiced(material: Material, passage: Passage, rule: str) -> bool:
    """A paper of a voice of its own that speaks of inspectors, and no word of somebody quoted."""
    return (
        material.profile.type in _VOICES
        and (rule != "voiced" or once(_FOR, material.text) is not None)
        and once(_OWN_VOICE, material.text) is not None
        and _MASTERS.search(material.text.rstrip()[-60:]) is None
        and material.speech_at(passage.start, passage.end) is None
    )


def named_above(material: Material, passage: Passage) -> bool:
    """Whether the paper names recommendations or areas for improvement anywhere above."""
    named = once(_NAMES, material.text)
    return named is not None and named[1] <= passage.end


_NAMES = re.compile(r"\b(?:recommend(?:s|ed|ations?)|areas? for improvement|AFIs?)\b", re.I)
