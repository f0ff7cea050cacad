"""A question and its grade in one: a line "Custody (inadequate)", a cell "Prevention: good"."""

import re
from collections.abc import Iterator

from answerable.reading.bodies_meant import by_default
from answerable.reading.grades.given_for.question_lists import titular
from answerable.reading.grades.given_for.question_names import is_name
from answerable.reading.grades.laid_out.grade_layout import laid_out
from answerable.reading.material import Material
from answerable.reading.records import Record
from answerable.reading.scales import GRADE

_NUMBER = r"\s*(?:\d{1,2}(?:\.\d{1,2})*[.)]?\s+)?"
_LINE = re.compile(
    rf"{_NUMBER}(?P<q>[A-Z][^.!?;:()\n]{{2,110}}?) [(\[](?:graded |rated |judged |grade: )?"
    rf"(?P<grade>{GRADE})[)\]]:?",
    re.IGNORECASE,
)
_CELL = re.compile(
    rf"{_NUMBER}(?P<q>[A-Z][^.!?;:()\n]{{2,110}}?)(?: ?[:–—-] ?| ?[(\[]|\n)"
    rf"(?P<grade>{GRADE})[)\]]?",
    re.IGNORECASE,
)
# "Question and grade", "Test (rating)": what such a cell stands under.
_HEAD = re.compile(r"\b(?:grades?|graded|ratings?|judge?ments?)\b", re.IGNORECASE)
_LONGEST = 160


def records(material: Material) -> Iterator[Record]:
    """One grade for each such line of a paper that names a known question so, and each cell."""
    yield from _lines(material)
    yield from _cells(material)


def _lines(material: Material) -> Iterator[Record]:
    found = [
        (passage, match)
        for passage in material.passages
        if passage.kind != "row" and passage.section != "definitions"
        if passage.end - passage.body < _LONGEST and material.text[passage.end - 1] in ")]:"
        if (match := _LINE.fullmatch(material.text, passage.body, passage.end)) is not None
        if titular(match["q"])
    ]
    if not any(is_name(match["q"]) for _, match in found):
        return
    for passage, match in found:
        yield _record(material, match, passage.block)


def _cells(material: Material) -> Iterator[Record]:
    found = [
        (index, match)
        for index, block in enumerate(material.canonical.blocks)
        if block.kind == "row"
        for cell, head in zip(block.cells, block.header, strict=False)
        if cell.end - cell.start < _LONGEST and _HEAD.search(head)
        if (match := _CELL.fullmatch(material.text, cell.start, cell.end)) is not None
    ]
    if any(is_name(match["q"]) for _, match in found):
        yield from (_record(material, match, index) for index, match in found)


def _record(material: Material, match: re.Match[str], block: int) -> Record:
    return laid_out(
        material,
        match.span("grade"),
        match["grade"],
        by_default(material, material.passage_of(block)),
        question=" ".join(match["q"].split()),
        rule="grade.in-one",
        standing="awarded",
        weight=86,
        where=match.span("q"),
    )
