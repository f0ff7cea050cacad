"""A grade that the layout gives: alone in its cell or on its line."""

import re
from collections.abc import Iterator, Mapping

from answerable.reading.bodies_meant import Named
from answerable.reading.gazetteer import Body
from answerable.reading.grades.given_for.grade_fields import scale as scale_of
from answerable.reading.grades.given_for.programmes import cycle_of
from answerable.reading.layout.canonical_text import Block
from answerable.reading.material import Material
from answerable.reading.records import Record, Value, record
from answerable.reading.scales import GRADE, GRADE_RE, OUTCOME, PROGRESS, label

# Behind a grade may stand when it was given, or what it was: "Good (2027/28: Adequate)".
_WHEN = (
    r"(?:[\s,(]+(?:\d{1,2} )?(?:(?-i:[A-Z])[a-z]{2,8}\.? )?(?:19|20)\d\d\)?"
    r"|\s*\((?:previous|last|was|prior|formerly|in |(?:19|20)\d\d)[^()]{0,50}\))?"
)
ALONE = re.compile(rf"^[\s\"“‘'*]*({GRADE}){_WHEN}[\s\"”’'*.↑↓→←➔↔]*$", re.IGNORECASE)
_OUTCOME_ALONE = re.compile(rf"^[\s\"“‘'*]*({OUTCOME})(?: ?\([1-4]\))?[\s\"”’'*.↑↓→←➔]*$", re.I)
_PROGRESS_ALONE = re.compile(rf"^[\s\"“‘'*]*({PROGRESS})[\s\"”’'*.]*$", re.I)


def graded(material: Material, words: str) -> re.Match[str] | None:
    """A cell or line that holds a grade and nothing else; `group(1)` is the grade."""
    if len(words) > 60:
        return None
    match = ALONE.match(words) or (_OUTCOME_ALONE.match(words) if material.prison else None)
    if match is None and material.progress:
        match = _PROGRESS_ALONE.match(words)
    if match is None and len(words) < _LETTERS:
        mark = _MARK.fullmatch(words)
        return mark if mark is not None and mark[1] in material.grade_key else None
    return match


_LETTERS = 6
_MARK = re.compile(r"\s*([A-Z]{1,3}\d?)\s*")


def label_words(words: str) -> str:
    """The grade in the words of a cell."""
    alone = ALONE.match(words) or _OUTCOME_ALONE.match(words) or _PROGRESS_ALONE.match(words)
    match = alone or GRADE_RE.search(words)
    if match is None:
        return words
    return match.group(1) if match.re.groups else match.group()


def laid_out(
    material: Material,
    span: tuple[int, int],
    words: str,
    named: Named | None,
    *,
    question: str | None,
    rule: str,
    standing: str,
    weight: int,
    value: str | None = None,
    where: tuple[int, int] | None = None,
    cycle: str | None = None,
    apart: str = "",
) -> Record:
    """A grade of the layout; `where` is the place of its question.

    `apart`: what tells it from another grade on its words.
    """
    body: Body | None = named.body if named else None
    given: dict[str, Value] = {
        "institution": body.name if body else None,
        "institution_id": body.id if body else None,
        "question": question,
        "value": value or material.grade_key.get(words.strip()) or label(label_words(words)),
        "value_words": label_words(words),
        "scale": scale_of(material),
        "cycle": cycle,
        "standing": standing,
    }
    inferred = {"institution": named.inferred} if named and named.inferred else {}
    if cycle is None:
        given["cycle"], told = cycle_of(material, "", standing)
        inferred |= {"cycle": told} if told else {}
    marks = {"question": where} if where else {}
    if named and named.span:
        marks["institution"] = named.span
    return record(
        "grade",
        span,
        rule,
        given=given,
        support=marks,
        inferred=inferred,
        weight=weight,
        key=f"{question or ''}{apart}",
    )


# "Downgrade from G1", "Up from adequate", in a column beside the grade of now.
_FORMER = re.compile(
    r"(?:(?:up|down)grad(?:e|ed)|up|down|improve[ds]?|fallen|fell|changed?|moved|dropped|raised"
    r"|lowered|previously|formerly|was)[ :]*(?:from |was )?(?P<words>[A-Za-z][A-Za-z0-9 ]{1,22}?)"
    r"(?: in (?:19|20)\d\d)?",
    re.IGNORECASE,
)


def former(
    material: Material,
    block: Block,
    named: Named | None,
    question: str,
    given: Mapping[int, re.Match[str]],
) -> Iterator[Record]:
    """The grade before, where a cell beside the grade of now tells from which one it changed."""
    for place, cell in enumerate(block.cells):
        told = _FORMER.fullmatch(material.canonical.exact(cell).strip())
        former = graded(material, told["words"]) if told and place not in given else None
        if told is None or former is None:
            continue
        begin = material.text.find(told["words"], cell.start, cell.end) + former.start(1)
        yield laid_out(
            material,
            (begin, begin + len(former.group(1))),
            former.group(1),
            named,
            question=" ".join(question.split()),
            rule="grade.table",
            standing="previous",
            weight=90,
        )
