"""The scale from excellent to poor, in tables of an inspection: everyday words elsewhere."""

import re
from collections.abc import Iterator

from answerable.reading.bodies_meant import by_default
from answerable.reading.grades.laid_out.grade_columns import question_in
from answerable.reading.grades.laid_out.grade_layout import laid_out
from answerable.reading.material import Material
from answerable.reading.records import Record

_HEAD = re.compile(r"\W*(?:overall )?(?:grades?|ratings?|grading|judge?ments?)\W*", re.IGNORECASE)
_WORD = re.compile(r"\s*(?P<grade>excellent|good|fair|poor)\W*", re.IGNORECASE)
_ELSEWHERE = frozenset(("excellent", "fair", "poor"))  # "good" is read on every scale
# What an inspection grades; the elements of a building and what a shop sells are graded too.
_ASKED = re.compile(
    r"\b(?:questions?|themes?|aspects?|judge?ments?|casework|standards?|areas?|domains?)\b",
    re.IGNORECASE,
)
FEWEST = 2


def records(material: Material) -> Iterator[Record]:
    """The grades of a table that uses two words of the scale under "Rating" at least."""
    if "inspect" not in material.lowered:
        return
    found = [
        (index, place, match)
        for index, block in enumerate(material.canonical.blocks)
        if block.kind == "row" and any(_ASKED.search(head) for head in block.header)
        for place, (cell, head) in enumerate(zip(block.cells, block.header, strict=False))
        if place and _HEAD.fullmatch(head)
        if (match := _WORD.fullmatch(material.text, cell.start, cell.end)) is not None
    ]
    if len({match["grade"].casefold() for _, _, match in found}) < FEWEST:
        return
    for index, place, match in found:
        value = match["grade"].casefold()
        if value not in _ELSEWHERE or material.prison:
            continue
        block = material.canonical.blocks[index]
        words = [material.canonical.exact(cell) for cell in block.cells]
        asked = question_in(block.header, words, (place,))
        if asked is None:
            continue
        cell = block.cells[asked]
        yield laid_out(
            material,
            match.span("grade"),
            match["grade"],
            by_default(material, material.passage_of(index)),
            question=" ".join(words[asked].split()),
            rule="grade.excellent-to-poor",
            standing="awarded",
            weight=84,
            value=value,
            where=(cell.start, cell.end),
        )
