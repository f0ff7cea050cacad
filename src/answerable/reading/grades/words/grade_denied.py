"""Words that are no grade given: denied, hoped for, asked about, of many, or an opinion."""

import re

from answerable.reading.grades.words.grade_shares import of_many
from answerable.reading.grades.words.grade_words import (
    HYPOTHESIS,
    NOBODY_WAS,
    OPINION,
    POLL,
    WISHED,
    WISHED_BY,
    Token,
    denied,
)
from answerable.reading.numbers import NUMBER
from answerable.reading.scales import GRADE
from answerable.reading.worded import worded

# "was not inspected and stays rated as good": the negation is of the clause before.
_STILL = re.compile(r"\band (?=(?:(?:it |they |so )?stays?|remains?|is still|still|keeps?|so)\b)")
# "A unit that scores 6 to 10 is rated requires improvement": of no unit in particular.
_ANY = re.compile(
    r"^\W*(?:When|Where|Once|Whenever) (?:we|Ofsted|inspectors|HMI) (?:have |has )?"
    r"(?:judged?|rated?|find|found|grade) an? \w+ "
    r"|\bto (?:confirm|check|decide|determine|establish|consider) (?:that|whether|if) "
    r"|^\W*(?:An?|Any|Each|Every) (?:\w+ ){1,3}(?:that|which|who|with|scoring|scores)\b"
    r"|^\W*An? (?:grade|rating|judge?ment) of\b|\bwe (?:use|award|give) (?:two|three|four|five"
    r"|six|\d)\b|\b(?:an?|any|every|some) (?:force|service|school|council|trust|prison|unit)"
    r" (?:is|was|are|were|that is(?: (?:rated|judged|graded))?)(?: as| to be)?[\s\"“‘']*$",
    re.IGNORECASE,
)
# "11 assessments are outstanding": not done, and no grade of anybody.
_MANY = worded(
    "assessments|grades|judgements|judgments|ratings",
    rf"\b{NUMBER} (?:\w+ )?(?:assessments|ratings|judge?ments|grades) (?:are|were|remain(?:ed)?)"
    r"(?: still)?$",
    re.IGNORECASE,
)


# "88 grades of good, 79 of adequate": how often, and of no body.
_TALLY = worded(
    " of", rf"\b(?!one of$){NUMBER} (?:(?:grades|judge?ments|ratings) )?of$", re.IGNORECASE
)


# "Is the force inadequate at custody?", "Good at prevention? Join us."
_ASKED = re.compile(r"[^.!;:]{0,120}\?")
_ASKS = re.compile(
    r"\W*(?:Q\d{0,2}[.:]? |Question[.:]? )?(?:(?:Is|Are|Was|Were|Do|Does|Did|Can|Will"
    r"|Would|Has|Have)\b"
    r"(?!.*\b(?:aware|rated|graded|judged|given)\b)|\W*$)"
)


# "rankings ranging from outstanding to inadequate", "rated inadequate or requires improvement".
_SCALE = re.compile(
    rf"\b(?:rang(?:e|es|ed|ing)|var(?:y|ies|ied|ying)|scale|grades|ratings|rankings)"
    rf"(?: \w+)? from(?: an?)?[\s\"“‘']*(?:{GRADE}[\"”’']? (?:down |up |through )?to(?: an?)?"
    rf"[\s\"“‘']*)?$|\b{GRADE}[\"”’']? or[\s\"“‘']*$",
    re.IGNORECASE,
)
_OR = re.compile(rf"[\"”’']? or [\"“‘']?{GRADE}", re.IGNORECASE)


def not_given(token: Token, left: str) -> bool:
    """Negated, hoped for, hypothetical, or the opinion of a survey."""
    clause = _STILL.split(left[-70:])[-1]
    negated = token.label != "not graded" and denied(clause)
    wished = WISHED.search(token.left) is not None or (
        WISHED_BY.match(token.right) is not None
        and re.search(r"\bto be\b", left[-40:]) is not None
    )
    nobody = NOBODY_WAS.search(left) is not None
    return (
        negated
        or _TALLY.search(left) is not None
        or _MANY.search(left) is not None
        or of_many(token.left)
        or _ANY.search(token.left) is not None
        or nobody
        or _SCALE.search(token.left[-70:]) is not None
        or _OR.match(token.right) is not None
        or (_ASKED.match(token.right) is not None and _ASKS.match(token.left) is not None)
        or wished
        or HYPOTHESIS.search(token.left) is not None
        or OPINION.search(token.left) is not None
        or POLL.search(token.left) is not None
        or POLL.search(token.right[:80]) is not None
        or left.endswith(" yet")
    )
