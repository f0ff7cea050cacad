"""Grades that stand before what they are given for: rows "Good | Custody; Vetting", and lines."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from answerable.reading.bodies_meant import Named, by_default
from answerable.reading.clauses import Passage
from answerable.reading.grades.given_for.question_lists import parted, titular
from answerable.reading.grades.given_for.question_names import is_name
from answerable.reading.grades.laid_out.grade_layout import graded, laid_out
from answerable.reading.layout.canonical_text import Block, Span
from answerable.reading.material import Material
from answerable.reading.records import Record
from answerable.reading.scales import GRADE, GRADE_RE, label
from answerable.reading.subject_body import inspected

_NONE = re.compile(r"\W*(?:none|no (?:areas?|questions?|services?)|n/?a|-|–)\W*", re.IGNORECASE)
_HEADS_GRADES = re.compile(r"\W*(?:grades?|ratings?|grading|judge?ments?|outcomes?)\W*", re.I)
_HEADS_OTHERS = re.compile(
    r"\b(?:comments?|notes?|meaning|definition|description|number|count|total|how many|date|score"
    r"|what|why|next|action|status|reason|evidence|summary|forces|services)\b",
    re.IGNORECASE,
)
FEWEST = 2


def rows(material: Material, index: int, block: Block, header: Sequence[str]) -> list[Record]:
    """One grade for each question of a row whose first cell is the grade; else none."""
    cells = [material.canonical.exact(cell).strip() for cell in block.cells]
    first = graded(material, cells[0]) if cells else None
    free = [place for place, words in enumerate(cells) if place and words]
    if first is None or len(free) != 1 or _NONE.fullmatch(cells[free[0]]):
        return []
    heads = [*header, *[""] * len(cells)]
    told = _HEADS_GRADES.fullmatch(heads[0]) is not None
    if _HEADS_OTHERS.search(heads[free[0]]) or not (told or _neighbours(material, index)):
        return []
    cell, begin = block.cells[free[0]], block.cells[0].start + first.start(1)
    span = begin, begin + len(first.group(1))
    parts = parted(material.canonical.exact(cell))
    if not all(titular(material.canonical.exact(cell)[one:two]) for one, two in parts):
        return []
    named = by_default(material, material.passage_of(index))
    return [_record(material, span, _at(cell, part), named) for part in parts]


def _at(cell: Span, part: tuple[int, int]) -> tuple[int, int]:
    return cell.start + part[0], cell.start + part[1]


def _record(
    material: Material, span: tuple[int, int], where: tuple[int, int], named: Named | None
) -> Record:
    """A grade for a question, or for the body whose name stands in its place."""
    words = material.text[slice(*where)]
    bodies = inspected(material.within(*where, weak=True))
    whole = bool(bodies) and (bodies[0].start, bodies[-1].end) == where
    if whole:
        named = Named(bodies[0].body, where)
    return laid_out(
        material,
        span,
        material.text[slice(*span)],
        named,
        question=None if whole else " ".join(words.split()),
        rule="grade.first",
        standing="awarded",
        weight=88,
        where=None if whole else where,
    )


def _neighbours(material: Material, index: int) -> bool:
    """Whether a row beside this one begins with another grade."""
    near = material.canonical.blocks[max(index - 1, 0) : index + 2]
    begun = [
        one.group(1).casefold()
        for block in near
        if block.kind == "row" and block.cells
        if (one := graded(material, material.canonical.exact(block.cells[0]))) is not None
    ]
    return len(set(begun)) >= FEWEST


@dataclass(slots=True)
class _Run:
    """Lines "Outstanding Custody", and the lines below that name more questions of a grade."""

    grades: list[tuple[tuple[int, int], tuple[int, int], Passage]] = field(default_factory=list)
    last: tuple[int, int] | None = None

    def add(self, where: tuple[int, int], passage: Passage) -> None:
        if self.last is not None:
            self.grades.append((self.last, where, passage))


def lines(material: Material) -> Iterator[Record]:
    """Grades of a list whose lines begin with them: two grades and three questions at least."""
    run = _Run()
    for passage in material.passages:
        if not _continues(material, passage, run):
            yield from _told(material, run)
            run = _Run()
    yield from _told(material, run)


_LONGEST = 260
_OPENS = re.compile(rf"(?:\W*none\W*)?{GRADE}", re.IGNORECASE)
_ENDS = re.compile(r"[.!?:;](?:\s|$)")


def _continues(material: Material, passage: Passage, run: _Run) -> bool:
    """Take the grades and questions of a line into the run; False where it ends the run."""
    words = material.text[passage.body : passage.end]
    if passage.kind == "row" or passage.section == "definitions" or len(words) > _LONGEST:
        return False
    if run.last is None and _OPENS.match(words) is None:
        return False
    marks = [one for one in GRADE_RE.finditer(words) if one.group()[0].isupper()]
    if _ENDS.search(words):
        return False
    return _opened(words, passage, marks, run) if marks else _below(words, passage, run)


def _below(words: str, passage: Passage, run: _Run) -> bool:
    """A line without a grade names one more question of the grade above."""
    fits = is_name(words) or (passage.kind != "heading" and titular(words))
    if fits:
        run.add((passage.body, passage.end), passage)
    return fits


def _opened(words: str, passage: Passage, marks: list[re.Match[str]], run: _Run) -> bool:
    """A line with grades: each before its question; words before the first go on from above."""
    head = words[: marks[0].start()].strip()
    bounds = [*(one.start() for one in marks[1:]), len(words)]
    tails = [words[one.end() : end] for one, end in zip(marks, bounds, strict=True)]
    opens = not head or _NONE.fullmatch(head) is not None
    goes_on = run.last is not None and titular(head)
    alone = not head and not tails[0].strip() and run.last is None  # it is read elsewhere
    spoken = any(tail.strip() and not re.match(r" +[A-Z(]", tail) for tail in tails)
    if not (opens or goes_on) or alone or spoken:
        return False
    if not opens:
        run.add((passage.body, passage.body + len(head)), passage)
    for mark, tail in zip(marks, tails, strict=True):
        run.last = passage.body + mark.start(), passage.body + mark.end()
        plain = tail.strip()
        if plain and _NONE.fullmatch(plain) is None:
            begin = passage.body + mark.end() + len(tail) - len(tail.lstrip())
            run.add((begin, begin + len(plain)), passage)
    return True


def _told(material: Material, run: _Run) -> Iterator[Record]:
    text = material.text
    labels = {label(text[slice(*span)]) for span, _, _ in run.grades}
    known = sum(is_name(text[slice(*where)]) for _, where, _ in run.grades)
    if len(labels) < FEWEST or len(run.grades) <= FEWEST or known * 2 < len(run.grades):
        return
    for span, where, passage in run.grades:
        yield _record(material, span, where, by_default(material, passage))
