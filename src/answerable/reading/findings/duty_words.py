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


def bare(material: Material, start: int, end: int) -> tuple[int, int]:
    """Without the end mark and a joining "and"."""
    tail = _STOP.search(material.text[start:end])
    stop = start + tail.start() if tail else end
    return (start, stop) if stop > start else (start, end)
