"""The report cards of schools: safeguarding that is met, and areas at the expected standard.

"Met" and "expected" are everyday words, so they are read only in a paper that gives a school
grades of a report card, and only beside safeguarding or behind "at the".
"""

import re
from collections.abc import Iterator

from answerable.reading.clauses import Passage
from answerable.reading.grades.given_for.grade_bodies import of_sentence
from answerable.reading.grades.given_for.grade_fields import body_fields
from answerable.reading.material import Material
from answerable.reading.records import Record, Value, record
from answerable.reading.worded import worded

_CARD = worded(
    "strong standard|needs attention|urgent improvement|report card|evaluation area",
    r"\b(?:strong standard|needs attention|urgent improvement|report card|evaluation areas?)\b",
    re.IGNORECASE,
)
_MET = worded(
    "met",
    r"\b(?P<q>safeguarding)(?: standards?)?[\"”’']?"
    r"(?: ?[|:–—-]| (?:is|are|was|were|has been|have been|had been)(?: now| all| fully"
    r"| found to be| judged(?: to be| as)?| rated| graded)?"
    r"| (?:judged|rated|graded|marked)(?: as)?)?"
    r"\s+[\"“‘']?(?P<g>(?:not )?met)\b(?! (?:by|with|the|our|all|every)\b)",
    re.IGNORECASE,
)
_AT = worded(
    "expected standard",
    r"(?:^|(?<=[.;:] ))(?:The |Our |For |We are pleased that |Inspectors (?:found|judged) that )?"
    r"(?P<q>[A-Za-z][^.;:|\n]{2,80}?),?(?: we)? (?:is|are|was|were|meets?|met|reach(?:es|ed)?)"
    r" (?:both |all |each )?(?:judged |rated |graded |found )?(?:to be |as )?(?:at |of )?"
    r"(?:the |an? )?[\"“‘']?(?P<g>expected standard)\b",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"\b(?:not|no|if|whether|should|must|would|could|until|means?|when|where|pupils?|children"
    r"|boys|girls|half|per cent|third|quarter)\b|%",
    re.IGNORECASE,
)
_PARTED = re.compile(r", and |, (?!and )| and for ")


def records(material: Material) -> Iterator[Record]:
    """One grade for safeguarding that is met, and one for each area at the expected standard."""
    if not _CARD.search(material.text):
        return
    for passage in material.passages:
        if passage.section == "definitions":
            continue
        words = material.text[passage.start : passage.end]
        for found in _MET.finditer(words):
            if not _NOT.search(words[: found.start("g")]):
                yield _grade(material, passage, found, found["q"])
        for found in _AT.finditer(words):
            if not _NOT.search(words[: found.start("g")]):
                for question in _PARTED.split(found["q"]):
                    yield _grade(material, passage, found, question.strip(" ,"))


def _grade(material: Material, passage: Passage, found: re.Match[str], question: str) -> Record:
    given: dict[str, Value] = {
        "question": question,
        "value": " ".join(found["g"].lower().split()),
        "value_words": found["g"],
        "scale": None,
        "standing": "awarded",
    }
    span = passage.start + found.start("g"), passage.start + found.end("g")
    named = of_sentence(material, passage, span)[-1]
    support, inferred = body_fields(given, named, "institution")
    return record(
        "grade",
        span,
        "grade.school-card",
        given=given,
        support=support,
        inferred=inferred,
        weight=84,
        key=question,
    )
