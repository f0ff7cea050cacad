"""Where each form in which others tell what was asked may be read."""

import re

from answerable.reading.clauses import Passage
from answerable.reading.findings.telling_forms import (
    BELOW_NAMED,
    OF_OUTSIDERS,
    TOLD_FORMS,
)
from answerable.reading.material import Material

TOLD = tuple(name for name, _ in TOLD_FORMS)
_TALK = ("minutes", "decision", "plan", "register")


def may_stand(material: Material, passage: Passage, rule: str) -> bool:
    """Whether a form in which others tell what was asked may be read at this place."""
    if rule in OF_OUTSIDERS:
        return material.profile.type not in _TALK
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


def named_above(material: Material, passage: Passage) -> bool:
    """Whether the paper names recommendations or areas for improvement anywhere above."""
    return _NAMES.search(material.text, 0, passage.end) is not None


_NAMES = re.compile(r"\b(?:recommend(?:s|ed|ations?)|areas? for improvement|AFIs?)\b", re.I)
