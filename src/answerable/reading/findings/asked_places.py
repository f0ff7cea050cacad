"""Where each form in which others tell what was asked may be read."""

import re

from answerable.reading.clauses import Passage
from answerable.reading.findings.asking_of_anyone import ANYONE_FORMS, OF_NAMED, OF_VOICE
from answerable.reading.findings.telling_forms import (
    BELOW_NAMED,
    OF_OUTSIDERS,
    TOLD_FORMS,
)
from answerable.reading.material import Material

PLACED = tuple(name for name, _ in (*TOLD_FORMS, *ANYONE_FORMS))
"""Forms that not every place may have."""
_TALK = ("minutes", "decision", "plan", "register")


def may_stand(material: Material, passage: Passage, rule: str) -> bool:
    """Whether a form in which others tell what was asked may be read at this place."""
    if rule in OF_OUTSIDERS:
        return material.profile.type not in _TALK
    if rule in OF_VOICE:
        return _voiced(material, passage)
    if rule in OF_NAMED:
        return named_above(material, passage)
    if rule in BELOW_NAMED:
        above = material.before(passage)
        same = above is not None and above.block == passage.block
        told = material.profile.type not in ("inspection-report", "inspection-letter", *_TALK)
        return (
            same
            and told
            and above is not None
            and _NAMES.search(material.text, above.start, above.end) is not None
        )
    return True


_VOICES = ("other", "news", "statement")
_OWN_VOICE = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|us)\b(?![^“”\"]*[”\"])")
_MASTERS = re.compile(r"\b(?:Commissioner|Mayor|Chief Constable|Chief Fire Officer|Chair)\W*$")
_FOR = re.compile(
    r"\b(?:[Ii]nspect(?:ors?|orate|ion)|HMI\w*|[Ww]atchdog|[Rr]egulator|[Cc]oroner|report)\b"
)


def _voiced(material: Material, passage: Passage) -> bool:
    """A paper of a voice of its own that speaks of inspectors, and no word of somebody quoted."""
    return (
        material.profile.type in _VOICES
        and _FOR.search(material.text) is not None
        and _OWN_VOICE.search(material.text) is not None
        and _MASTERS.search(material.text.rstrip()[-60:]) is None
        and material.speech_at(passage.start, passage.end) is None
    )


def named_above(material: Material, passage: Passage) -> bool:
    """Whether the paper names recommendations or areas for improvement anywhere above."""
    return _NAMES.search(material.text, 0, passage.end) is not None


_NAMES = re.compile(r"\b(?:recommend(?:s|ed|ations?)|areas? for improvement|AFIs?)\b", re.I)
