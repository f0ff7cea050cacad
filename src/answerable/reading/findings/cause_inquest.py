"""A coroner's matters of concern: a numbered list behind the words that announce it.

"The MATTERS OF CONCERN are as follows. –", then perhaps "[BRIEF SUMMARY OF MATTERS OF CONCERN]",
then "(1) …" or "1. …", each a concern whose first line or sentence names it; what stands below
"(1)" up to "(2)" only tells more of it. A coroner need not say that something falls short: the
form says so.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from answerable.reading.clauses import Passage
from answerable.reading.findings.cause_records import concern
from answerable.reading.material import Material
from answerable.reading.records import Record
from answerable.reading.worded import worded

_ANNOUNCED = worded(
    "matter of concern|matters of concern",
    r"\bmatters? of concern (?:is|are|was|were)(?: as follows| these)?[^\w(\[]*"
    # What the printed form says in its own place, where the coroner was to write.
    r"(?:[(\[]\s?brief summary of (?:the )?matters? of concern\s?[)\]][^\w(]*)?"
    r"(?=\(?1[.)]\s)",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\(?(?P<number>\d{1,2})[.)]\s+")
_ENDS = re.compile(
    r"\baction (?:should|must) be taken\W|\byour response\b|\bcopies and publication\b", re.I
)
_FEWEST = 3  # words


def records(material: Material) -> Iterator[Record]:
    """One concern for each number of such a list, in its order from one on."""
    for start, end in _stretches(material.text):
        due = 1
        at = material.around(start)
        passage: Passage | None = at if at.start >= start else material.after(at)
        while passage is not None and passage.start < end and passage.kind != "row":
            number = _NUMBERED.match(material.text, passage.start, passage.end)
            if number is not None and int(number["number"]) == due:
                due += 1
                if len(material.text[number.end() : passage.end].split()) >= _FEWEST:
                    yield concern(material, passage, number.end(), "cause.inquest", weight=93)
            passage = material.after(passage)


def only_tells_more(material: Material, passage: Passage) -> bool:
    """Whether a passage stands in such a list and has no number of its own."""
    here = any(start <= passage.start < end for start, end in _stretches(material.text))
    return here and _NUMBERED.match(material.text, passage.start, passage.end) is None


@lru_cache(maxsize=8)
def _stretches(text: str) -> tuple[tuple[int, int], ...]:
    """From the first number of each list to the next part of the form, or to the end."""
    found = []
    for one in _ANNOUNCED.finditer(text):
        ends = _ENDS.search(text, one.end())
        found.append((one.end(), ends.start() if ends else len(text)))
    return tuple(found)
