"""The five questions of the regulator of care: each is asked apart, several may share a grade."""

import re

from answerable.reading.grades.words.grade_words import Token
from answerable.reading.scales import GRADE

Question = tuple[str | None, tuple[int, int] | None]

_KEY = r"[\"“‘']?(?:safe|effective|caring|responsive|well[- ]led)\b[\"”’']?"
_LIST = rf"{_KEY}(?:(?:, and|,| and)?(?: how| for| being)? {_KEY}){{0,4}}"
_IT = (
    r"(?:it|they|(?:(?:the|its|their|this) )?(?:services?|home|hospital|practice|surgery|trust"
    r"|agency|clinic|ward|unit|provider|centre|department))"
)
_WHETHER = rf"whether {_IT} (?:is|are|was|were) "
_KEYS = re.compile(
    rf"(?:for )?(?:being |how |whether it is |{_WHETHER})*(?P<all>{_LIST})"
    rf"(?: {_IT}(?: is| are| was| were)?)?$",
    re.IGNORECASE,
)
_ONE = re.compile(r"safe|effective|caring|responsive|well[- ]led", re.IGNORECASE)


def key_questions(question: str | None) -> list[str | None]:
    """Each of the questions of a care regulator that share a grade: "safe and well-led"."""
    match = _KEYS.match(question) if question else None
    if match is None:
        return [question]
    found: list[str | None] = [*_ONE.findall(match["all"])]
    return found


# "with regard to whether services were safe, caring and well-led".
_BEHIND = re.compile(
    r"[\"”’']?,? (?:for|on|in|with regard to|as to|when it comes to) "
    rf"(?P<q>(?:being |how |{_WHETHER})?{_LIST})"
    r"(?=[.,;:]|$| (?:but|while|due|because|after|following)\b"
    rf"| and [\"“‘']?{GRADE})",
    re.IGNORECASE,
)
# "The rating for well-led, caring and effective also remained".
_BEFORE = re.compile(
    rf"\b(?:ratings?|grades?) (?:for|of|on) (?P<q>(?:being |how )?{_LIST})"
    r" (?:has |have |had )?(?:also |all |both )?"
    r"(?:is|was|were|are|remain\w*|stay\w*|been|fell|fallen|dropped|gone|improved|declined)\b"
    r"[^.;]{0,40}$"
    # "How caring and responsive the home is has dropped from good", "ratings for how safe the
    # service is from good": the change of the question.
    rf"|(?:^|[.,;] |\b(?:for|of|on|while|and|but) )(?P<how>how {_LIST} {_IT} (?:is|are|was|were))"
    r" (?:(?:has|have) )?(?:(?:dropped|fallen|fell|gone|moved|improved|risen|declined|changed"
    rf"|been (?:down|up)graded) )?from [\"“‘']*(?:{GRADE}[\"”’']* to [\"“‘']*)?$",
    re.IGNORECASE,
)


def asked_keys(token: Token) -> Question | None:
    """The questions of a care regulator, listed behind a grade or behind "rating for"."""
    behind = _BEHIND.match(token.right)
    if behind is not None:
        return behind["q"], (token.end + behind.start("q"), token.end + behind.end("q"))
    before = _BEFORE.search(token.left)
    if before is None:
        return None
    at = token.start - len(token.left)
    name = "q" if before["q"] else "how"
    return before[name], (at + before.start(name), at + before.end(name))
