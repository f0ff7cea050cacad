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
    r"|(?:would|[’']d) like|thinks?|thought|feels?|felt)\b[^.;]*$"
    rf"|\b{INSPECTS}(?:[’']s?|s[’']) (?:\w+ )?(?:view|wish|advice|opinion|point)\b[^.;]*$"
    r"|\brequires? improvement[’'”\"]?\b[^.;]*\btold that it should $",
    re.IGNORECASE,
)
_ABOVE = 4  # passages


def is_area(material: Material, passage: Passage, at: int) -> bool:
    """Whether an area for improvement was named last before `at`, or inspectors only wish it."""
    named = _last(material, passage.start, at)
    if named is None and _WISHES.search(material.text, passage.start, at):
        return deadline(material.text, at, passage.end) is None
    above = material.before(passage)
    for _ in range(_ABOVE):
        if named is not None or above is None:
            break
        named = _last(material, above.start, above.end)
        above = material.before(above)
    return named is True


def _last(material: Material, start: int, end: int) -> bool | None:
    found = None
    for one in _NAMED.finditer(material.text, start, end):
        found = one["area"] is not None
    return found
