"""Words of duties: who may be told to do something, what is done, and the duty itself."""

import re
from dataclasses import dataclass

from answerable.reading.material import Material

_VERB_WORDS = (
    "add address adopt agree appoint arrange assess buy build carry check clarify complete conduct"
    " consider contact create define develop embed ensure establish evaluate expand find give hold"
    " identify implement improve increase introduce make monitor prepare produce provide publish"
    " put recruit record reduce report retrain review set share stop strengthen take tell train"
    " update use work write"
)
VERBS = "|".join(_VERB_WORDS.split())
_STOP = re.compile(r"[\s;.,:]*(?:[;,]? ?\b(?:and|or))?[\s;.,:]*$")


@dataclass(frozen=True, slots=True)
class Duty:
    """What is to be done, by whom, with what verb. `whole`: a later "by …" is its deadline."""

    span: tuple[int, int]
    who: tuple[int, int] | None
    modal: str
    rule: str
    whole: bool = True


# What became of it, or what was seen, behind what is to be done in the same line: "– discharged,
# 164 having been trained", ": not met", "; there were two carers", "and has found £2m".
_STATE = (
    r"(?:not (?:yet )?|partly |partially |fully |now |largely |still )?(?:met|completed?|closed"
    r"|done"
    r"|discharged|open|outstanding|in progress|implemented|superseded|accepted|agreed|rejected)\b"
)
_BEHIND = re.compile(
    rf" [–—-] {_STATE}|: {_STATE}(?=[,.;]|$)"
    r"|; (?:there|it|we|they|this|that|the \w+|[a-z]+ \w+) (?:was|were|is|are|has|have|had)\b"
    r"| \((?:it|we|they|there|this)\b[^()]*\)$"
    r"|,? and (?:has|have|had) (?:since |now |already |not |yet )?(?:found|done|met|made|begun"
    r"|(?!(?:asked|urged|recommended|ordered|required|called)\b)\w+ed)\b"
    r"|, (?:has|had|have|is|was|were|will|would|remains?) (?!(?:which|who|that)\b)"
    r"|, (?:(?:the )?(?:inspect(?:ors?|orate)|report|watchdog|regulator|auditors?|coroner|CQC"
    r"|Ofsted|HMI\w*)|it|they|s?he)"
    r" (?:have |has |also )?(?:said|says|found|added|warned|concluded)\W*$"
    r"|\.?, according to (?:the |its |their |HM |an? )?(?:(?:[Cc]hief |new |police |fire |prison"
    r"s?\b )*(?:[Ii]nspect(?:or|orate|ion)|report|watchdog|regulator|auditor|CQC|Ofsted|HMI\w*))"
)
_LEAST = 12  # characters of what is to be done before what became of it


def bare(material: Material, start: int, end: int) -> tuple[int, int]:
    """Without the end mark, a joining "and", and what became of it."""
    behind = _BEHIND.search(material.text, start + _LEAST, end)
    end = behind.start() if behind else end
    tail = _STOP.search(material.text[start:end])
    stop = start + tail.start() if tail else end
    return (start, stop) if stop > start else (start, end)
