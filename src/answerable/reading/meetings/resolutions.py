"""How minutes and notices of decisions word what was resolved, beside "RESOLVED:" itself.

The web pages of councils drop the word: "That the report be noted." is then a paragraph of its
own. What follows "Reasons for the decision:" in a notice is no decision.
"""

import re

from answerable.reading.clauses import Passage
from answerable.reading.material import Material
from answerable.reading.worded import once, worded

_OTHER_HEAD = re.compile(
    r"\W*(?:reasons?|(?:alternative |other )?options?|alternatives?|wards?|publication|date|dates"
    r"|background|details?|contact|call[ -]?in|effective|implementation|report|documents?"
    r"|supporting|additional|consultation|financial|legal|risks?|declarations?|interests?"
    r"|decision (?:maker|status|type|date)|key decision|is key|minutes|accompanying|further"
    r"|purpose|lead|portfolio|conflicts?|any|dispensations?|urgency|exempt)\b[^.:]{0,70}:"
    r"(?!\W*that\b)",
    re.IGNORECASE,
)
_OPENS_LIST = re.compile(
    r"[^.;:?]{0,160}\b(?:resolved|agreed|decided)(?: unanimously)?(?:,? (?:that|to))?\s*:[\s–—-]*",
    re.IGNORECASE,
)
_PART = r"(?:\w+ed|elected|drawn|given|held|kept|known|made|paid|sent|taken|put|set|met|sold)"
_THAT_BE = re.compile(
    rf"That (?P<said>(?:[^.;:]|\.(?=\d)){{3,260}}?\b(?<!will )(?<!would )(?<!may )(?<!can )"
    r"(?<!could )(?<!should )(?<!shall )(?<!must )(?<!might )(?<!cannot )(?<!to )"
    rf"be (?:(?!recommended|asked|requested|invited"
    rf"|called|urged|advised|required|considered)\w+ ){{0,2}}?(?!(?:recommended|asked|invited"
    rf"|called|urged|advised|required|considered|requested(?! from))\b){_PART}\b"
    r"[^;]*?)(?=,? on the grounds?\b|;(?: and)?\s*$|[.;]?\s*$)"
)
_PROPOSES = re.compile(
    r"\b(?:recommend|propos|motion|moved|amendment|to consider|to pass|to resolve|invited to"
    r"|asked to|seconded|following resolution|failed|lost|rejected)",
    re.IGNORECASE,
)
# A page that has no "RESOLVED" is of a meeting that was where it says so.
_WAS_HELD = re.compile(
    r"\b(?:There (?:were|was) no\b|Apologies (?:for absence )?(?:were|was) received"
    r"|(?:Chair(?:man|woman|person)?|Panel|Board|Committee|Members) (?:thanked|noted|received"
    r"|considered|welcomed|agreed)\b|(?:Recommendations?|Decision) approved\b)",
    re.IGNORECASE,
)
_MINUTES_AGREED = worded(
    "inute|otes",
    r"(?:.{0,120}\bMinutes:)?\W*"
    r"(?P<said>(?:The |That the )?(?:[\w-]+ ){0,4}?(?:[Mm]inutes?|[Nn]otes)\b"
    r"(?:[^.;:]|\.(?=\d)){0,140}? (?:was|were) (?:(?!not\b)\w+ ){0,3}?(?:agreed|approved"
    r"|confirmed|accepted|adopted|signed)\b(?:[^.;]|\.(?=\d))*)",
)
_ELECTED = worded(
    "elected|appointed",
    r"(?:.{0,120}\bMinutes:)?\W*(?P<said>[A-Z][\w.’'-]* "
    r"(?:(?:[A-Z][\w.’'-]*|of|de|van|and) ){0,8}"
    r"(?:was|were) (?:duly |unanimously |then |formally )?(?:re-?)?(?:elected|appointed)"
    r"(?: as)?(?: the| its)?(?: new)? (?:[Vv]ice|[Dd]eputy|[Jj]oint|[Cc]o)?[- ]?"
    r"(?:[Cc]hair|[Pp]resident|[Mm]ayor|[Ll]eader|[Cc]onvener)(?:[^.;]|\.(?=\d))*)",
)


def another_head(words: str) -> bool:
    """Whether a line of a notice opens another matter: "Reasons for the decision:"."""
    return _OTHER_HEAD.match(words) is not None


def opens_list(words: str) -> bool:
    """Whether a sentence is only the lead-in of what was resolved: "The Board resolved:-"."""
    return _OPENS_LIST.fullmatch(words.strip()) is not None


def proposes(words: str) -> bool:
    """Whether a sentence says that what stands below it is only asked for, or was lost."""
    return _PROPOSES.search(words) is not None


def resolution(material: Material, passage: Passage, above: str) -> tuple[int, int] | None:
    """Where a paragraph "That … be …" says what was resolved; `above`: what stands over it."""
    if passage.section == "recommendations" or proposes(above) or proposes(passage.heading):
        return None
    found = _THAT_BE.match(material.text, passage.body, passage.end)
    if found is None or once(_WAS_HELD, material.text) is None:
        return None
    return passage.body, found.end("said")


def settled(words: str) -> tuple[int, int] | None:
    """Where a sentence says that minutes were agreed or that somebody was elected."""
    found = (_MINUTES_AGREED.may(words) and _MINUTES_AGREED.match(words)) or (
        _ELECTED.may(words) and _ELECTED.match(words)
    )
    return found.span("said") if found else None
