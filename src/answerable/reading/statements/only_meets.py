"""A sentence that tells when a body meets, or that asks something, and promises nothing."""

import re

_SITS = (
    r"(?:[Bb]oard|[Pp]anel|[Cc]ommittee|[Cc]abinet|[Cc]ouncil|[Aa]uthority|[Gg]roup|[Tt]rustees"
    r"|[Gg]overnors)"
)
_MEETS = re.compile(
    rf"\b(?:{_SITS}|[Ff]orce|[Cc]onstabulary|[Pp]artnership) (?:will|shall|is to)"
    r" (?:now |then |also |next )?(?:look at|review|return to|come back to|meet)"
    rf" (?:it|this|(?:the|our) [\w ]{{0,60}}{_SITS})\b[^.;]{{0,30}} on (?:\w+day,? )?\d"
    r"|\bwill be (?:put |brought )?(?:before|(?:looked at|considered|discussed|debated|heard"
    rf"|scrutinised) by) (?:the|our|a|its) [\w ]{{0,60}}{_SITS}\b"
)
_ASKS = re.compile(
    r"\W*(?:When|Will|Would|What|Who|Why|How|Can|Could|Is|Are|Does|Do)\b[^.]*\?\W*$"
)


def only_meets(words: str) -> bool:
    """Whether a sentence says only when somebody meets, or asks when something will be done."""
    return _MEETS.search(words) is not None or _ASKS.match(words) is not None
