"""Letters that stand for grades: "O = outstanding, G = good", said in the document itself.

A letter alone says nothing: it is a grade only in a document whose own key gives at least two.
"RI" alone in a cell is never anything else than "requires improvement".
"""

import re

from answerable.reading.scales import GRADE, label
from answerable.reading.worded import worded

_PAIR = worded(
    "adequate|exceptional|expected standard|good|insufficient evidence to rate"
    "|needs attention|no grade|not graded|not inspected|not judged|not rated"
    "|outstanding|require improvement|required improvement|requires improvement"
    "|requires-improvement|requiring improvement|strong standard|ungraded"
    "|urgent improvement",
    rf"(?<![\w=])[\"“‘'(]?(?P<mark>[A-Z]{{1,3}}\d?)[\"”’')]? ?(?:=|:|–|-|means|stands for|is) ?"
    rf"[\"“‘']?(?P<grade>{GRADE})(?=[\"”’']?(?:\W|$))",
    re.IGNORECASE,
)
_OTHER_WAY = worded("(|=", rf"(?P<grade>{GRADE}) ?[(=] ?(?P<mark>[A-Z]{{1,3}}\d?)(?=[),;.\s]|$)")
# The gradings of landlords: consumer, governance and viability, one to four.
_OF_LANDLORDS = worded(
    "C1|C2|C3|C4|ousing regulator|Consumer grade|Consumer grading|Consumer standard"
    "|Regulator|regulator|Grad|grad|Regulatory judgement|Regulatory judgment"
    "|consumer grade|consumer grading|consumer standard|regulatory judgement"
    "|regulatory judgment",
    r"\bRegulator of Social Housing\b|\b[Rr]egulatory judge?ments?\b|\b[Cc]onsumer standards?\b"
    r"|\b[Cc]onsumer grad(?:e|ing)s?\b|\b[Gg]rad(?:ed|ing|e) [^.;\n]{0,30}?\bC[1-4](?:, |/"
    r"| and )G[1-4]\b"
    r"|\b[Rr]egulator\b[^.;\n]{0,60}? C[1-4]\b|\bC[1-4] (?:from|by) the (?:housing )?regulator\b"
    r"|\b[Hh]ousing regulator\b|\b(?:landlord|tenants|council|association)\b[^.;\n]{0,40}?"
    r" (?:an? )?[\"“‘']?C[1-4][\"”’']? grade\b"
    r"|\bC[1-4] (?:landlord|for (?:how|consumer|its|our|their)|and G[1-4])"
    r"|\b(?:handed|given|awarded|graded|rated|got|keeps?|kept|stays? at|fell to|down to) (?:an? )?"
    r"[\"“‘']?C[1-4]\b[^.;\n]{0,60}?\b(?:governance|viability|finances)\b"
    r"[^.;\n]{0,40}? [GV][1-4]\b",
)
_LANDLORDS = {f"{letter}{number}": f"{letter}{number}" for letter in "CGV" for number in "1234"}
_FEWEST = 2
_ALWAYS = {"RI": "requires improvement"}


def key_of(text: str) -> dict[str, str]:
    """Each letter that the document explains, with its grade."""
    found: dict[str, str] = dict(_LANDLORDS) if _OF_LANDLORDS.search(text) else {}
    for pattern in (_PAIR, _OTHER_WAY):
        for match in pattern.finditer(text):
            if match["mark"].isupper() and match["mark"] not in found:
                found[match["mark"]] = label(match["grade"].lower())
    return _ALWAYS | found if len(set(found.values())) >= _FEWEST else _ALWAYS
