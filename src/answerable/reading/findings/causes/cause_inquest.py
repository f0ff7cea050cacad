"""A coroner's matters of concern: a list, or prose, behind the words that announce them.

"The MATTERS OF CONCERN are as follows. –", then perhaps "[BRIEF SUMMARY OF MATTERS OF CONCERN]",
then "(1) …", "1. …" or bullets, each a concern whose first line or sentence names it; what stands
below "(1)" up to "(2)" only tells more of it. A coroner need not say that something falls short:
the form says so. Without a list it is what the coroner is concerned about: "I am concerned
that …".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from answerable.reading.clauses import Passage
from answerable.reading.findings.causes.cause_records import concern
from answerable.reading.material import Material
from answerable.reading.records import Record
from answerable.reading.worded import worded

_BULLETS = "•·▪●*"
_ANNOUNCED = worded(
    "matter of concern|matters of concern",
    r"\bmatters? of concern (?:is|are|was|were)(?= as follows| these\b| ?[:.–—-]|\s*[\n(\[])"
    rf"(?: as follows| these)?[^\w(\[{_BULLETS}]*"
    # What the printed form says in its own place, where the coroner was to write.
    rf"(?:[(\[]\s?brief summary of (?:the )?matters? of concern\s?[)\]][^\w({_BULLETS}]*)?"
    rf"(?P<mark>\(?1[.)]\s|[{_BULLETS}]\s)?",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\(?(?P<number>\d{1,2})[.)]\s+")
_BULLET = re.compile(rf"[{_BULLETS}]\s+")
_ENDS = re.compile(
    r"\baction (?:should|must) be taken\W|\byour response\b|\bcopies and publication\b", re.I
)
_CONCERNED = re.compile(
    r"\b(?:I (?:am|was|remain|continue to be) (?:also |therefore |further |particularly |still "
    r"|very |gravely |most )?concerned(?: (?:that|about|by|at|over))?"
    r"|(?:[Mm]y|[Tt]he)(?: \w+)? (?:concern|issue)"
    r"(?: (?:that )?I (?:had|have|raise|wish to raise))?"
    r" (?:is|was|remains)(?: therefore| also)?(?: that)?"
    r"|[Ii]t (?:is|was)(?: also)? (?:a matter )?of (?:\w+ )?concern(?: to me)? that"
    r"|[Ii]t (?:concerns|concerned|troubles|troubled) me that) "
    r"(?P<one>(?!to\b)[^.;?]{20,400})"
)
_FEWEST = 3  # words


def records(material: Material) -> Iterator[Record]:
    """One concern for each line of such a list, in order, or for each clause of such prose."""
    for one in _stretches(material.text):
        found = (_listed if one.mark else _told)(material, one)
        for start, passage in found:
            if len(material.text[start : passage.end].split()) >= _FEWEST:
                yield concern(material, passage, start, "cause.inquest", weight=93)


def only_tells_more(material: Material, passage: Passage) -> bool:
    """Whether a passage stands in such a list and has no number or bullet of its own."""
    here = (one for one in _stretches(material.text) if one.start <= passage.start < one.end)
    listed = next((one.mark for one in here if one.mark), None)
    return listed is not None and listed.match(material.text, passage.start, passage.end) is None


@dataclass(frozen=True, slots=True)
class _Stretch:
    """What stands behind one announcement, and the mark of the lines of its list, if it is one."""

    start: int
    end: int
    mark: re.Pattern[str] | None


@lru_cache(maxsize=8)
def _stretches(text: str) -> tuple[_Stretch, ...]:
    """From each announcement to the next one or the next part of the form, or to the end."""
    found: list[_Stretch] = []
    heads = list(_ANNOUNCED.finditer(text))
    for nth, one in enumerate(heads):
        after = heads[nth + 1] if nth + 1 < len(heads) else None
        begin = one.start("mark") if one["mark"] else one.end()
        ends = _ENDS.search(text, begin)
        line = text.rfind("\n", begin, ends.start()) if ends else len(text)
        stops = (line if line >= 0 else begin, after.start() if after else len(text))
        mark = _BULLET if one["mark"] and one["mark"][0] in _BULLETS else _NUMBERED
        found.append(_Stretch(begin, min(stops), mark if one["mark"] else None))
    return tuple(found)


def _passages(material: Material, one: _Stretch) -> Iterator[Passage]:
    at = material.around(one.start)
    passage: Passage | None = at if at.start >= one.start else material.after(at)
    while passage is not None and passage.start < one.end and passage.kind != "row":
        yield passage
        passage = material.after(passage)


def _listed(material: Material, one: _Stretch) -> Iterator[tuple[int, Passage]]:
    due = 1  # the number that comes next
    for passage in _passages(material, one):
        mark = one.mark.match(material.text, passage.start, passage.end) if one.mark else None
        number = mark.groupdict().get("number") if mark else None
        if mark is not None and (number is None or int(number) == due):
            due += 1
            yield mark.end(), passage


def _told(material: Material, one: _Stretch) -> Iterator[tuple[int, Passage]]:
    for passage in _passages(material, one):
        told = _CONCERNED.search(material.text, passage.start, passage.end)
        if told is not None and not material.speech_at(passage.start, passage.end):
            yield told.start("one"), replace(passage, end=told.end("one"))
