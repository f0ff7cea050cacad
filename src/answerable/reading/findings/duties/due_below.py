"""The day that a labelled line below a recommendation gives: "Timescale: By March 2031".

Plans print below each one who leads, what the answer is, and last "Target date: 30 June 2031".
The next number, bullet or label of a recommendation ends what is below this one.
"""

import re

from answerable.reading.deadlines import Deadline, dates

_LINE = re.compile(
    r"\W{0,3}(?:(?:Target|Completion|Implementation|Due|Delivery|Deadline)(?: date)?"
    r"|(?:Date|Time) for (?:completion|implementation|delivery)|Timescale|Timeframe|Deadline"
    r"|By when|To be completed by|Complete by)\s?: ?(?P<due>[^\n]{3,50})",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"\W{0,3}(?:\(?(?:\d{1,3}(?:\.\d{1,3})?|[a-z]|[ivx]{1,4})[.)] |[•·▪●*–-] |#"
    r"|(?:Rec(?:ommendation)?|Area for improvement|AFI|Action|Finding|Cause of concern)\b)"
)
_SIGN = re.compile(
    r"date\s?:|due\s?:|timescale|timeframe|deadline|when\s?:|completed? by|for \w+\s?:", re.I
)
_FAR, _LINES = 700, 5


def due_below(text: str, end: int) -> Deadline | None:
    """The day of the first such line among the next few, if no other finding begins before it."""
    if _SIGN.search(text, end, end + _FAR) is None:
        return None
    at, seen = text.find("\n", end, end + _FAR), 0
    while at >= 0 and seen < _LINES:
        stop = text.find("\n", at + 1)
        stop = len(text) if stop < 0 else stop
        if text[at:stop].strip():
            seen += 1
            told = _LINE.match(text, at + 1, stop)
            stated = next(dates(told["due"]), None) if told else None
            if told is not None and stated is not None:
                words = told["due"].strip(" .")
                begin = told.start("due")
                return Deadline(
                    begin, begin + len(words), words, stated.iso, "date", stated.problem
                )
            if _ENDS.match(text, at + 1, stop):
                return None
        at = stop if stop < len(text) else -1
    return None
