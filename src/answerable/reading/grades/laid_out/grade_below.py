"""Grades alone on a line: then and now, and below a question that ends in a colon."""

import re
from collections.abc import Iterator

from answerable.reading.bodies_meant import by_default
from answerable.reading.grades.given_for.question_lists import titular
from answerable.reading.grades.laid_out.grade_layout import graded, laid_out
from answerable.reading.layout.canonical_text import Block
from answerable.reading.material import Material
from answerable.reading.records import Record
from answerable.reading.scales import GRADE

_THEN = (
    r"(?:in|at|from)? ?(?:(?:19|20)\d\d(?:[/–-]\d{2,4})?|(?:the|our|its) (?:last|previous)[a-z ]*)"
)
_THEN_NOW = re.compile(
    rf"\W*(?P<then>{GRADE}),? {_THEN}[;,:–-]? ?(?:and |but )?(?:is |it is )?(?:now|today),? "
    rf"(?:is )?(?P<now>{GRADE})\W*",
    re.IGNORECASE,
)
_LONGEST = 120


def records(material: Material) -> Iterator[Record]:
    """One grade, or the one before and the one now, of the question on the line above."""
    blocks = material.canonical.blocks
    for place, block in enumerate(blocks):
        if place == 0 or block.kind == "row" or block.end - block.start > _LONGEST:
            continue
        above = blocks[place - 1]
        if (changed := _THEN_NOW.fullmatch(material.text, block.start, block.end)) is not None:
            question = _question(material, above, colon=False)
            for name, standing in (("then", "previous"), ("now", "awarded")):
                if question is not None:
                    yield _record(material, place, changed.span(name), question, standing)
        elif (question := _question(material, above, colon=True)) is not None:
            words = material.text[block.start : block.end]
            if (alone := graded(material, words)) is not None:
                span = block.start + alone.start(1), block.start + alone.end(1)
                yield _record(material, place, span, question, "awarded")


def _question(material: Material, above: Block, *, colon: bool) -> str | None:
    """The words of the line above, where they are a title; with `colon`, where one ends them."""
    words = " ".join(material.canonical.exact(above).split())
    if len(words) > _LONGEST or (colon and not words.endswith(":")):
        return None
    plain = words.rstrip(": ")
    titled = titular(plain) or above.kind == "heading" or plain.startswith("How ")
    return plain if titled else None


def _record(
    material: Material, place: int, span: tuple[int, int], question: str, standing: str
) -> Record:
    above = material.canonical.blocks[place - 1]
    return laid_out(
        material,
        span,
        material.text[slice(*span)],
        by_default(material, material.passage_of(place)),
        question=question,
        rule="grade.below",
        standing=standing,
        weight=86,
        where=(above.start, above.start + len(material.canonical.exact(above).rstrip(": "))),
    )
