"""Gradings of social landlords in sentences: C1 to C4, G1 to G4, V1 to V4.

The letter says what is graded: consumer standards, governance, financial viability. Read only in
a paper that speaks of them (`Material.grade_key` holds the marks); tables are read as any grade.
"""

import re
from collections.abc import Iterator

from answerable.reading.clauses import Passage
from answerable.reading.grades.given_for.grade_bodies import of_sentence
from answerable.reading.grades.laid_out.grade_layout import laid_out
from answerable.reading.material import Material
from answerable.reading.numbers import NUMBER
from answerable.reading.records import Record

_MARK = re.compile(r"(?<![\w/-])(?P<g>[CGV][1-4])(?![\w-])")
_QUESTIONS = {"C": "consumer", "G": "governance", "V": "viability"}
_PREVIOUS = re.compile(
    r"\b(?:previous(?:ly)?|formerly|had been|last (?:grad\w+|time|year|judge?ment)|earlier)\b"
    r"[^.;]{0,60}$|\bfrom(?: an?)?$",
    re.IGNORECASE,
)
_WAS_THEN = re.compile(r"[\"”’']? (?:in (?:19|20)\d\d\b|before|previously|last (?:time|year))")
_SCALE = re.compile(
    r"\b[CGV][1-4](?:,| or| to|/|–|-) ?[CGV][1-4](?:,| or| to|/) |\b[CGV][1-4] (?:means"
    r"|is given|is the (?:highest|lowest|best|worst))\b"
    r"|\b(?P<a>[CGV])1 (?:to|-|–) (?P=a)4\b"
)
_DOUBT = re.compile(
    r"\b(?:if|whether|could|would|should|(?-i:may)|might|hop(?:e[sd]?|ing)|aim(?:ed|s|ing)?|target"
    r"|return(?:ing)? to|back to|towards?|not|means?|never|until|below|above)\b[^.;:]{0,50}$",
    re.IGNORECASE,
)

# "gave three councils and a housing association a C3": how many, and of nobody by name.
_SEVERAL = re.compile(
    rf"\b{NUMBER} (?:[a-z]+ ){{0,2}}(?:councils|authorities|landlords|associations|providers)"
    r"(?: and (?:an?|one|two|three) [a-z ]{3,30}?)?"
    r"(?: (?:have|had|has|were|are|was))?(?: (?:get|gets|got|received|given|been given|been handed"
    r"|handed|with))?(?: an?)?[\s\"“‘']*$",
    re.IGNORECASE,
)


def records(material: Material) -> Iterator[Record]:
    """One grade for each mark that a sentence or a line gives."""
    if "C1" not in material.grade_key:
        return
    for passage in material.passages:
        if passage.section == "definitions" or passage.kind == "row":
            continue
        words = material.text[passage.start : passage.end]
        if not _SCALE.search(words):
            yield from _marks(material, passage, words)


def _marks(material: Material, passage: Passage, words: str) -> Iterator[Record]:
    for found in _MARK.finditer(words):
        left = words[max(0, found.start() - 90) : found.start()].rstrip(" \"“‘'(")
        if _DOUBT.search(left) or _SEVERAL.search(left):
            continue
        former = _PREVIOUS.search(left) or _WAS_THEN.match(words, found.end())
        span = passage.start + found.start(), passage.start + found.end()
        for place, named in enumerate(of_sentence(material, passage, span)):
            yield laid_out(
                material,
                span,
                found["g"],
                named,
                question=_QUESTIONS[found["g"][0]],
                rule="grade.landlord",
                standing="previous" if former else "awarded",
                weight=80,
                apart=f"{place:02d}" if place else "",
            )
