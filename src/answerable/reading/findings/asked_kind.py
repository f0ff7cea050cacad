"""Whether what is asked is a recommendation or an area for improvement: by what was named last.

"There are two areas for improvement. They want the force to …" and "It made two recommendations.
They want the force to …" ask in one and the same form. Where neither was named, what inspectors
wish for is an area, and what they tell, order or recommend is a recommendation.
"""

import re

from answerable.reading.clauses import Passage
from answerable.reading.deadlines import deadline
from answerable.reading.findings.telling_forms import INSPECTS
from answerable.reading.material import Material

_NAMED = re.compile(
    r"\b(?P<area>areas? for improvement|AFIs?|areas? (?:to|that need to|which need to) improve)\b"
    r"|\b(?:recommend(?:s|ed|ations?)?|causes? of concern|must|ordered|required)\b",
    re.IGNORECASE,
)
_WISHES = re.compile(
    rf"\b{INSPECTS}(?: (?:also|had|have|has))* (?:want(?:s|ed)?|wish(?:es|ed)?"
    r"|(?:would|[’']d) like|thinks?|thought|feels?|felt|ask(?:s|ed)? for(?= $))\b[^.;]*$"
    r"|\b(?:They|It)(?: also| still| now)? wants? $"
    rf"|\b{INSPECTS}(?:[’']s?|s[’']) (?:\w+ )?(?:view|wish|advice|opinion|point)\b[^.;]*$"
    r"|\brequires? improvement[’'”\"]?\b[^.;]*\btold that it should $",
    re.IGNORECASE,
)
# Who audits, holds an inquest or judges complaints has recommendations and no such areas.
_RECOMMEND = re.compile(r"\b(?:audit|auditors?|coroner|ombudsman|IOPC|peer)\b", re.IGNORECASE)
_ABOVE = 4  # passages


def is_area(material: Material, passage: Passage, at: int) -> bool:
    """Whether an area for improvement was named last before `at`, or inspectors only wish it."""
    here = _last(material, passage.start, at)
    wished = _WISHES.search(material.text, passage.start, at) if here is None else None
    if wished is not None and not _RECOMMEND.search(wished.group()):
        return deadline(material.text, at, passage.end) is None
    return _named(material, passage, at) is True


def wants_better(material: Material, passage: Passage, at: int) -> bool:
    """Whether "asked it to improve …" before `at` names an area, and not a recommendation."""
    named = _named(material, passage, at)
    return named is True or (
        named is None and _ASKED.search(material.text, passage.start, at) is not None
    )


def recommended(material: Material, passage: Passage) -> bool:
    """Whether what stands right above, in this part, is about a concern or recommendations.

    "This cause of concern stays open. Your service should …": no area for improvement.
    """
    above = material.before(passage)
    for _ in range(_ABOVE):
        if above is None or above.heading != passage.heading:
            return False
        named = list(_NAMED.finditer(material.text, above.start, above.end))
        if named:
            over = _OVER.search(material.text, above.start, above.end)
            return over is None and _OF_CONCERN.match(named[-1].group()) is not None
        above = material.before(above)
    return False


_OF_CONCERN = re.compile(r"recommend|causes? of concern", re.IGNORECASE)
_OVER = re.compile(
    r"(?<!\bnot )(?<!\bnot been )(?<!\bnot yet )"
    r"\b(?:closed|addressed|discharged|lifted|removed|no)\b"
)


def of_areas(words: str, above: str) -> bool:
    """Whether a sentence, or the one above it, names areas for improvement and no concern."""
    if "mprove" not in words and "AFI" not in words:
        if "mprove" not in above and "AFI" not in above:
            return False
        words = above if _ORDINAL.match(words) else ""
    return _AREAS.search(words) is not None and _CONCERNS.search(words) is None


_AREAS = re.compile(r"\b(?:areas? (?:for|of) improvement|AFIs?)\b", re.IGNORECASE)
_CONCERNS = re.compile(r"\bconcern|\binadequate\b", re.IGNORECASE)
_ORDINAL = re.compile(r"\W*(?:[Tt]he|[Oo]n the) (?:first|second|third|fourth|other|last)\b")
_ASKED = re.compile(r"\b(?:ask(?:s|ed)?|want(?:s|ed)?|wish(?:es|ed)?|like)\b")


def _named(material: Material, passage: Passage, at: int) -> bool | None:
    """Whether an area or a recommendation was named last before `at`; None: neither."""
    named = _last(material, passage.start, at)
    above = material.before(passage)
    for _ in range(_ABOVE):
        if named is not None or above is None:
            break
        named = _last(material, above.start, above.end)
        above = material.before(above)
    return _of_list(material, passage) if named is None else named


def _of_list(material: Material, passage: Passage) -> bool | None:
    """What the paragraph names from which the list of this line hangs, however far above."""
    if passage.lead is None or passage.start <= passage.lead.start:
        return None
    begin = material.text.rfind("\n\n", 0, passage.lead.start)
    return _last(material, max(begin, 0), passage.lead.end)


def _last(material: Material, start: int, end: int) -> bool | None:
    found = None
    for one in _NAMED.finditer(material.text, start, end):
        found = one["area"] is not None
    return found
