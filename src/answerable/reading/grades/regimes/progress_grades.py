"""Judgments of progress: good, reasonable, insufficient, no meaningful progress.

Independent reviews of progress in prisons and monitoring visits of Ofsted give them. The words
are everyday ones elsewhere, so they are read only in such a paper (`Material.progress`); tables
and lines are read as any grade is.
"""

import re
from collections.abc import Iterator

from answerable.reading.bodies_meant import by_default
from answerable.reading.clauses import Passage
from answerable.reading.grades.given_for.grade_bodies import of_sentence
from answerable.reading.grades.given_for.grade_fields import body_fields
from answerable.reading.grades.regimes.prison_outcomes import DOUBT
from answerable.reading.material import Material
from answerable.reading.numbers import NUMBER, value
from answerable.reading.records import Record, Value, record
from answerable.reading.scales import PROGRESS, label

_COUNT = re.compile(
    rf"[\"“‘']?(?P<g>{PROGRESS})[\"”’']? (?:in|on|against|for|with) (?:the (?:remaining|other) )?"
    rf"(?P<n>{NUMBER})\b(?: of (?:the |our |its )?(?P<of>{NUMBER}))?"
    r"(?: (?:of them|(?:of the )?(?:key |priority )?"
    r"(?:concerns?|recommendations?|areas?|themes?|issues?)))?",
    re.IGNORECASE,
)
# "four showed reasonable progress", "there were two with no meaningful progress".
_COUNT_BEFORE = re.compile(
    rf"\b(?P<n>{NUMBER})(?: (?:of them|(?:key |priority )?(?:concerns?|recommendations?|areas?"
    rf"|themes?)))?,? (?:showed|had seen|saw|with|at|were|was|of|made|had made) "
    rf"[\"“‘']?(?P<g>{PROGRESS})",
    re.IGNORECASE,
)
_SAID = re.compile(
    rf"\b(?:found|judged|judges|assessed|rated|made|shows?|showed|seen|saw|was|were|been|is|are|be"
    rf"|as|but|and|with|while|though|although|whereas),?(?: that)?(?: there (?:was"
    rf"|had been))?(?: only| to be)?(?: an?)? [\"“‘']?(?P<g>{PROGRESS})[\"”’']?"
    r"(?: (?:had been made|was made))? (?:in|on|against|with|towards) (?P<q>[^.;,:()\n]{3,90})",
    re.IGNORECASE,
)
_LINE = re.compile(
    rf"\W*(?P<q>[A-Z][^:\n]{{2,90}}?)\s*(?:[:–—-])\s*(?P<g>{PROGRESS})\W*", re.IGNORECASE
)
# "Concern: boys were kept apart. Our judgment: reasonable progress", under the head of it.
_JUDGED = re.compile(
    r"\b(?:judge?ment|rating|assessment|verdict|outcome|finding|progress)(?: (?:now|this time"
    r"|at this"
    rf" (?:review|visit)))?\s*[:–—-]\s*[\"“‘']?(?P<g>{PROGRESS})\W*$",
    re.IGNORECASE,
)
# "Reasonable progress." under the head of a concern; "had made insufficient progress", "found
# reasonable progress since January", "insufficient progress on self-harm".
_ALONE = re.compile(rf"\W*(?P<g>{PROGRESS})(?: (?:overall|so far))?\W*", re.IGNORECASE)
_MADE = re.compile(
    rf"\b(?:found|finds|judged|said|says|(?:has|have|had) made|made|showed|saw|seen|with|of|as|and"
    rf"|but|only|that,|:)(?: (?:there was|only|an?|to be|at best))* [\"“‘']?(?P<g>{PROGRESS})"
    r"(?=[\"”’']?(?:\s*[.,;:)]|\s*$| (?:on|in|against|with|towards|since|at|here|there|overall"
    r"|this|by"
    r"|and|but|while|because|had|was)\b))",
    re.IGNORECASE,
)
_ON = re.compile(r"[\"”’']? (?:on|in|against|with|towards) (?P<q>[^.;,:()\n]{3,90})")
_HERE = re.compile(r"(?:this|that|the same) (?:area|concern|theme|matter|respect)", re.IGNORECASE)
_ENDS = re.compile(rf" (?:and|but|while) (?:[\"“‘']?{PROGRESS}|the |there |it |that ).*", re.I)


def records(material: Material) -> Iterator[Record]:
    """Judgments of progress in sentences and lines, and numbers of them."""
    if not material.progress:
        return
    for passage in material.passages:
        if passage.section == "definitions" or passage.kind == "row":
            continue
        words = material.text[passage.start : passage.end]
        if "progress" not in words.lower():
            continue
        line = _LINE.fullmatch(words)
        judged = _JUDGED.search(words)
        if judged is not None and (line is None or judged.start() > 0):
            yield _grade(material, passage, judged, passage.heading.strip())
            continue
        if line is not None:
            yield _grade(material, passage, line, line["q"].strip())
            continue
        yield from _sentence(material, passage, words)


def _sentence(material: Material, passage: Passage, words: str) -> Iterator[Record]:
    counted: set[int] = set()
    for pattern in (_COUNT, _COUNT_BEFORE):
        for found in pattern.finditer(words):
            number = value(found["n"])
            if number is None or found.start("g") in counted or _doubted(words, found.start()):
                continue
            counted.add(found.start("g"))
            total = found.groupdict().get("of")
            given: dict[str, Value] = {
                "value": label(found["g"]),
                "n": number,
                "of": value(total) if total else None,
            }
            support, inferred = body_fields(given, by_default(material, passage), "institution")
            span = passage.start + found.start(), passage.start + found.end()
            yield record(
                "grade_count", span, "grade.progress-count", given=given, support=support,
                inferred=inferred, weight=88,
            )  # fmt: skip
    for found in _SAID.finditer(words):
        if found.start("g") in counted or _doubted(words, found.start()):
            continue
        counted.add(found.start("g"))
        yield _grade(material, passage, found, _ENDS.sub("", found["q"]).strip())
    alone = _ALONE.fullmatch(words)
    for found in [alone] if alone is not None else _MADE.finditer(words):
        if found.start("g") in counted or _doubted(words, found.start("g")):
            continue
        asked = _ON.match(words, found.end("g"))
        question = _ENDS.sub("", asked["q"]).strip() if asked else passage.heading.strip()
        yield _grade(material, passage, found, question)


def _doubted(words: str, at: int) -> bool:
    return DOUBT.search(words[max(0, at - 60) : at]) is not None


def _grade(material: Material, passage: Passage, found: re.Match[str], question: str) -> Record:
    if _HERE.fullmatch(question):
        question = passage.heading.strip()
    given: dict[str, Value] = {
        "question": " ".join(question.split()) or None,
        "value": label(found["g"]),
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
        "grade.progress",
        given=given,
        support=support,
        inferred=inferred,
        weight=86,
    )
