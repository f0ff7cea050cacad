"""Outcomes of prison inspections that are told in other words than those of the reports.

"Reasonably good" and "not sufficiently good" are hardly ever said of anything else in a paper on
the inspection of a prison, so the end of their clause is enough; "poor" and "good" need a test
that somebody scores, or open the sentence: "Poor for safety."
"""

import re
from collections.abc import Iterator

from answerable.reading.clauses import Passage
from answerable.reading.grades.laid_out.grade_layout import laid_out
from answerable.reading.grades.regimes.prison_outcomes import DOUBT, TEST, whose
from answerable.reading.material import Material
from answerable.reading.numbers import NUMBER
from answerable.reading.records import Record
from answerable.reading.scales import OUTCOME

_ENDS = (
    r"(?=[\"”’']?(?:\s*[.,;:)–—]|\s*$| (?:for|in|at|against|on|and|but|while|though|now|this"
    r"|since|last|again|overall|as|when)\b))"
)
_PLAIN = re.compile(
    rf"\b(?P<g>reasonably good|(?:not sufficiently|insufficiently) good){_ENDS}", re.IGNORECASE
)
_SCORED = re.compile(
    rf"\b(?P<q>{TEST})\b[^.;:!?]{{0,60}}?\b(?:judged|scored|rated|graded|assessed|marked|called"
    rf"|branded)(?: (?:it|again|once more|only))?(?: as| to be)? [\"“‘']?(?P<g>{OUTCOME}){_ENDS}",
    re.IGNORECASE,
)
_OPENS = re.compile(
    r"^\W*(?P<g>Poor|Good)[\"”’']? (?:for|in|on) (?P<q>(?!(?:the|a|us|you|them)\b)[a-z]+"
    r"(?: [a-z]+){0,2})(?=\s*[.,;]|\s+is\b)"
)
_TEST_NEAR = re.compile(rf"\b{TEST}\b", re.IGNORECASE)
_SEVERAL = re.compile(rf"{OUTCOME}(?:[\"”’']?,? (?:or )?[\"“‘']?{OUTCOME}){{2,}}", re.IGNORECASE)
_NOW = re.compile(r"\b(?:last|previous|earlier) (?:\w+ )?(?:inspection|visit|time)\b|\bhad been\b")
_COUNTED = re.compile(rf"[\"”’']? (?:in|for|against) (?:all )?(?:the )?{NUMBER}\b", re.IGNORECASE)
# What a heading names, and no other thing of the prison: "we found that it remained".
_THEY = re.compile(r"\b(?:it|they|this|these|outcomes?|the prison|the jail)\b[^,]{0,60}$", re.I)
_NEAR = 90


def records(material: Material) -> Iterator[Record]:
    """One grade for each outcome that such words give."""
    if not material.prison:
        return
    for passage in material.passages:
        if passage.section == "definitions" or passage.kind == "row":
            continue
        words = material.text[passage.start : passage.end]
        plain = words.casefold()
        if ("good" in plain or "poor" in plain) and not _SEVERAL.search(words):
            yield from _told(material, passage, words)


def _told(material: Material, passage: Passage, words: str) -> Iterator[Record]:
    seen: set[int] = set()
    for pattern in (_SCORED, _OPENS, _PLAIN):
        for found in pattern.finditer(words):
            begin, end = found.span("g")
            left = words[max(0, begin - _NEAR) : begin]
            if _COUNTED.match(words, end):
                continue
            if begin in seen or DOUBT.search(left) or left.endswith(("be ", "more than ")):
                continue
            seen.add(begin)
            clause = re.split(r"[.;]", words[:begin])[-1]
            if pattern is _PLAIN and not (_TEST_NEAR.search(clause) or _THEY.search(clause)):
                continue
            question = found.groupdict().get("q") or _near(material, passage, words, begin, end)
            yield laid_out(
                material,
                (passage.start + begin, passage.start + end),
                found["g"],
                whose(material, passage, passage.start + begin),
                question=question,
                rule="grade.outcome-named",
                standing="previous"
                if _NOW.search(re.split(r", (?:with|but)\b", left)[-1])
                else "awarded",
                weight=60,
            )


def _near(material: Material, passage: Passage, words: str, begin: int, end: int) -> str | None:
    """The test that stands behind an outcome, before it in its clause, or in the heading."""
    behind = _TEST_NEAR.search(words[end : end + _NEAR].split(".", maxsplit=1)[0])
    before = list(_TEST_NEAR.finditer(re.split(r"[.;]", words[:begin])[-1]))
    headed = _TEST_NEAR.search(passage.heading)
    last = (before[-1] if before else None) or behind or headed
    return last.group() if last is not None else None
