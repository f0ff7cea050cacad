"""Lists of questions in one stretch of words: "Preventing crime; Custody", one a line, or commas.

A comma parts two questions only where each side is the name of one, since "Building, supporting
and protecting the workforce" is a single question.
"""

import re
from collections.abc import Iterator

from answerable.reading.clauses import bullet
from answerable.reading.grades.given_for.question_names import is_name

_STRONG = re.compile(r"\s*[;\n•]\s*(?:and )?")
_WEAK = re.compile(r", (?:and )?| and ")
_EDGES = " \t.,;•–-"
_LONGEST = 110


def parted(words: str) -> list[tuple[int, int]]:
    """The places of each question in the words, without marks: all of it where it is one."""
    strong = list(_pieces(words, _STRONG))
    if len(strong) > 1:
        return strong
    weak = list(_pieces(words, _WEAK))
    several = len(weak) > 1 and all(is_name(words[begin:end]) for begin, end in weak)
    return weak if several and not is_name(words.strip(_EDGES)) else strong


def _pieces(words: str, mark: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    at = 0
    for begin, end in [*(one.span() for one in mark.finditer(words)), (len(words), len(words))]:
        piece = words[at:begin]
        first = len(piece) - len(piece.lstrip(_EDGES))
        first = max(first, bullet(piece))
        last = len(piece.rstrip(_EDGES))
        if first < last:
            yield at + first, at + last
        at = end


_NO_TITLE = re.compile(
    r"\d{4}|[!?:]|\b(?:is|was|were|are|has|had|should|must|will|not|who|which|we|it)\b"
)


def titular(words: str) -> bool:
    """Whether words can be the name of a question: short, no sentence, no date."""
    return 2 < len(words) < _LONGEST and _NO_TITLE.search(words) is None
