"""Lines of a list of grades that hold two columns: the grade and the one before, or its trend."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from answerable.reading.bodies_meant import by_default
from answerable.reading.clauses import Passage
from answerable.reading.grades.laid_out.grade_layout import laid_out
from answerable.reading.material import Material
from answerable.reading.records import Record

_WORD = (
    r"(?:Outstanding|Good|Adequate|Requires [Ii]mprovement|Inadequate|Excellent|Fair|Poor"
    r"|Not graded)"
)
_NONE = r"(?:[Nn]/?[Aa]|–|-|[Nn]ot (?:inspected|used|graded)|[Nn]one)"
_TREND = r"(?:Improved|Improving|Stable|Declined|Declining|Deteriorated|Deteriorating|No change)"
_LINE = re.compile(
    rf"\W*(?:\d{{0,2}}[A-Z]?(?:\.\d{{1,2}}){{0,2}}\.? )?(?P<q>[A-Z][\w ,/&’'()-]{{2,110}}?)\s+"
    rf"(?:(?P<a>{_WORD})\s+(?:(?P<b>{_WORD})|(?P<t>{_TREND})|{_NONE})|{_NONE}\s+(?P<c>{_WORD}))\W*"
)
_LATEST = re.compile(r"\b(?:this|current|latest|now)\b", re.IGNORECASE)
_EARLIER = re.compile(r"\b(?:previous|last|prior|before|earlier)\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_LABELS = {"excellent", "fair", "poor"}  # of the old baseline assessments
_FAR = 14  # lines between the head of a list and one of its lines, with sub-heads
FEWEST = 2


@dataclass(frozen=True, slots=True)
class _Pair:
    passage: Passage
    match: re.Match[str]


def records(material: Material) -> Iterator[Record]:
    """One grade for each column of such lines, where at least two stand near each other."""
    found = [
        _Pair(passage, match)
        for passage in material.passages
        if passage.kind != "row" and passage.section != "definitions"
        if (match := _LINE.fullmatch(material.text, passage.start, passage.end)) is not None
    ]
    if len(found) < FEWEST or not any(
        two.passage.block - one.passage.block <= FEWEST for one, two in pairwise(found)
    ):
        return
    order = _order(material, found[0].passage)
    for one in found:
        yield from _line(material, one, order)


def _order(material: Material, first: Passage) -> tuple[str, str] | None:
    """Standings of the two columns, by the head above the first line; None if none tells."""
    blocks = material.canonical.blocks
    for block in reversed(blocks[max(0, first.block - _FAR) : first.block]):
        words = material.text[block.start : block.end]
        latest, earlier = _LATEST.search(words), _EARLIER.search(words)
        years = list(_YEAR.finditer(words))
        if latest and (earlier or years):
            other = earlier.start() if earlier else years[-1].start()
            return _standings(first_is_now=latest.start() < other)
        if len(years) == FEWEST and years[0].group() != years[1].group():
            return _standings(first_is_now=years[0].group() > years[1].group())
    return None


def _standings(*, first_is_now: bool) -> tuple[str, str]:
    return ("awarded", "previous") if first_is_now else ("previous", "awarded")


def _line(material: Material, one: _Pair, order: tuple[str, str] | None) -> Iterator[Record]:
    match = one.match
    if match["t"] is not None:
        columns = [("a", "awarded")]
    elif order is None:
        return  # two grades, and nothing says which is the present one
    else:
        columns = [
            (name, standing)
            for name, standing in (("a", order[0]), ("b", order[1]), ("c", order[1]))
            if match[name] is not None
        ]
    where = match.start("q"), match.end("q")
    for name, standing in columns:
        words = match[name].lower()
        if words in _LABELS and match["t"] is None:
            continue
        yield laid_out(
            material,
            match.span(name),
            match[name],
            by_default(material, one.passage),
            question=match["q"].strip(),
            rule="grade.line-of-two",
            standing=standing,
            weight=75,
            value=words if words in _LABELS else None,
            where=where,
        )
