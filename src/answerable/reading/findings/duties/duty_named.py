"""Recommendations of a sentence with "recommend that": "we recommend that, by June, it …"."""

import re
from collections.abc import Iterator

from answerable.reading.clauses import Passage
from answerable.reading.deadlines import deadline
from answerable.reading.findings.duties.duty_records import duty_record
from answerable.reading.findings.duties.duty_words import bare
from answerable.reading.material import Material
from answerable.reading.modals import SUBJECT
from answerable.reading.records import Record

# "It is recommended that the Panel (a) adopts the procedure; (b) appoints two members."
_LETTERED = re.compile(
    rf"\brecommend(?:s|ed)? that (?P<who>{SUBJECT})(?: should)?:? (?=\(?(?:a|i|1)\) )",
    re.IGNORECASE,
)
_LETTER = re.compile(r"\(?(?:[a-h]|[ivx]{1,4}|\d)\) (?P<do>[a-z][^;]{8,220}?)(?=;|,? and \(|\.?$)")
# "We recommend that, by the end of June, the force extends …".
_THAT = re.compile(
    r"\b(?:[Ww]e|[Ii]|inspectors|HMICFRS|HMI) (?:also |further )?recommend(?:ed)? that,?"
    r" (?:(?:by|within) [^,;.]{3,40}, )?"
    rf"(?P<who>{SUBJECT}) (?P<do>[a-z]+s [^;.]{{8,220}})"
)
_WAS_THAT = re.compile(
    rf"\b[Rr]ecommendation (?:was|is) that (?P<who>{SUBJECT}) (?P<do>[a-z]+s? [^;.]{{8,220}})"
)
_NO_VERB = re.compile(r"(?:is|was|has|does|had|should|must|would|will|could|may|can|needs)\b")
# What a board decides on is a proposal to it, and no finding.
_NOT = re.compile(
    r"\b(?:no|not make|against|considered|whether|if|could|might|supported|approved|carried)\b"
    r"|^\W*Decision\b|\?$"
)


def records(material: Material) -> Iterator[Record]:
    """One recommendation for each clause of such a sentence."""
    for passage in material.passages:
        if passage.kind in ("row", "heading") or passage.section == "definitions":
            continue
        words = material.text[passage.start : passage.end]
        if "ecommend" not in words:
            continue
        yield from _named(material, passage, words)


def _named(material: Material, passage: Passage, words: str) -> Iterator[Record]:
    if _NOT.search(words) is None:
        lettered = _LETTERED.search(words)
        if lettered is not None:
            for each in _LETTER.finditer(words, lettered.end()):
                yield _record(material, passage, each.span("do"), who=lettered.span("who"))
            return
    for pattern in (_THAT, _WAS_THAT):
        told = pattern.search(words)
        if told is not None and not _NO_VERB.match(told["do"]) and not _NOT.search(told.group()):
            yield _record(material, passage, told.span("do"), who=told.span("who"))


def _record(
    material: Material,
    passage: Passage,
    span: tuple[int, int],
    *,
    who: tuple[int, int] | None = None,
    number: tuple[str, str | None] | None = None,
) -> Record:
    at = passage.start
    return duty_record(
        material,
        passage,
        bare(material, at + span[0], at + span[1]),
        who=None if who is None else (at + who[0], at + who[1]),
        modal="recommends",
        due=deadline(material.text, passage.start, passage.end) if who is not None else None,
        cause=None,
        number=number,
        outside=False,
        rule="prose.named-again",
        weight=64,
    )
