"""A document read: its records in contract form, and the sentences that nothing has read."""

import hashlib
import json
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from answerable.reading.actions.tables import action_blocks, action_lines, action_log
from answerable.reading.actions.told import (
    action_closed,
    action_frames,
    action_general,
    action_labelled,
    action_letters,
    action_listed,
    action_lists,
    action_mail,
    action_noted,
    action_ordered,
    action_pointed,
    action_sentences,
    action_settled,
    action_signed,
    action_would,
    actions,
)
from answerable.reading.deadlines import dates
from answerable.reading.due_dates import worked_out
from answerable.reading.figures import counts, figures, money
from answerable.reading.findings import answered, findings, remedies, remedies_told
from answerable.reading.findings.asking import duty_asked
from answerable.reading.findings.causes import (
    cause_about,
    cause_clauses,
    cause_framed,
    cause_inquest,
    cause_listed,
    cause_placed,
    cause_reported,
    cause_retold,
    cause_states,
)
from answerable.reading.findings.duties import duty_named, duty_resolved, duty_subjunctive
from answerable.reading.findings.improvements import (
    improvement_about,
    improvement_lists,
    improvement_sentences,
)
from answerable.reading.findings.issuers import issuers
from answerable.reading.findings.of_any_kind import finding_apposed, finding_blocks, finding_rows
from answerable.reading.gazetteer import Gazetteer
from answerable.reading.grades.given_for import grade_context, grade_meant
from answerable.reading.grades.laid_out import grade_tables
from answerable.reading.grades.regimes import (
    excellent_to_poor,
    landlord_grades,
    outcomes_named,
    prison_outcomes,
    progress_grades,
    school_cards,
)
from answerable.reading.grades.told import grades
from answerable.reading.grades.words.grade_in_causes import outside_causes
from answerable.reading.layout.canonical_text import CanonicalText
from answerable.reading.likeness import likeness as resembling
from answerable.reading.likeness.doubtful import still_unread
from answerable.reading.likeness.weights import Weights
from answerable.reading.material import Material, Meta
from answerable.reading.meetings import meetings
from answerable.reading.people import people
from answerable.reading.profiles import Choice, Profile, choose
from answerable.reading.published import published as published_day
from answerable.reading.records import CONTRACT_VERSION, FIELDS, Record
from answerable.reading.residue import residue
from answerable.reading.settling import (
    settle,
)
from answerable.reading.statements import assurances, claims, promise_lists, responses

NEW_RULE = 0.5
_RULES = (
    grade_tables,
    grades,
    prison_outcomes,
    outcomes_named,
    progress_grades,
    excellent_to_poor,
    landlord_grades,
    school_cards,
    findings,
    cause_about,
    cause_clauses,
    cause_framed,
    cause_inquest,
    cause_listed,
    cause_reported,
    cause_retold,
    cause_placed,
    answered,
    improvement_lists,
    improvement_about,
    improvement_sentences,
    duty_named,
    duty_asked,
    duty_resolved,
    remedies,
    remedies_told,
    duty_subjunctive,
    finding_apposed,
    finding_rows,
    finding_blocks,
    action_log,
    action_lists,
    action_lines,
    action_blocks,
    action_listed,
    action_noted,
    action_sentences,
    action_settled,
    action_signed,
    action_closed,
    action_labelled,
    action_pointed,
    action_frames,
    action_would,
    action_letters,
    action_mail,
    action_ordered,
    action_general,
    actions,
    meetings,
    assurances,
    claims,
    promise_lists,
    money,
    counts,
    figures,
    responses,
)


@dataclass(frozen=True, slots=True)
class Reading:
    """All candidates of one document. `confidences` gives a rule's measured precision."""

    text: CanonicalText
    meta: Meta
    choice: Choice
    records: tuple[Record, ...]
    about: Mapping[str, Any]
    warnings: tuple[str, ...] = ()
    confidences: Mapping[str, float] | None = None

    def lines(self) -> Iterator[dict[str, Any]]:
        """Contract lines: the document, then its records in order, keys in contract order."""
        document = {
            "sha256": self.text.sha256,
            "title": self.meta.title or self.text.title,
            "publisher": self.meta.publisher,
            "published": self.meta.published,
            "source": self.meta.source,
            "media_type": self.text.media_type,
        }
        known = self.confidences or {}
        sha = self.text.sha256
        yield {
            "v": CONTRACT_VERSION,
            "kind": "document",
            "id": identity(sha, "document", 0, 0, 0),
            "document": document,
            "quote": None,
            "rule": f"profile.{self.choice.profile.id}",
            "confidence": self.choice.confidence,
            "fields": {name: self.about.get(name) for name in FIELDS["document"]},
        }
        numbered = list(_numbered(self.records))
        ids = {
            (one.start, one.end, one.kind, nth): identity(sha, one.kind, one.start, one.end, nth)
            for one, nth in numbered
        }
        beside = _Beside(
            [
                (one.start, one.end, ids[(one.start, one.end, one.kind, nth)])
                for one, nth in numbered
                if one.kind != "residue"
            ]
        )
        causes = {
            one.start: ids[(one.start, one.end, one.kind, nth)]
            for one, nth in numbered
            if one.kind == "cause_of_concern"
        }
        for one, nth in numbered:
            fields = {name: _plain(given) for name, given in one.fields.items()}
            if one.kind == "recommendation" and one.key.isdecimal():
                fields["parent"] = causes.get(int(one.key))
            if one.kind == "residue":
                fields["near"] = beside.nearest(one.start, one.end)
            line: dict[str, Any] = {
                "v": CONTRACT_VERSION,
                "kind": one.kind,
                "id": ids[(one.start, one.end, one.kind, nth)],
                "document": document,
                "quote": self._quote(one.start, one.end),
                "rule": one.rule,
                "confidence": 0
                if one.kind == "residue"
                else round(known.get(one.rule, NEW_RULE), 2),
                "fields": fields,
            }
            if one.support:
                line["support"] = {name: self._quote(*span) for name, span in one.support.items()}
            if one.inferred:
                line["inferred"] = dict(one.inferred)
            yield line

    def to_jsonl(self) -> str:
        """The lines as UTF-8 JSON lines with LF ends."""
        return "".join(
            json.dumps(line, ensure_ascii=False, separators=(",", ":")) + "\n"
            for line in self.lines()
        )

    def _quote(self, start: int, end: int) -> dict[str, Any]:
        return {
            "start": start,
            "end": end,
            "exact": self.text.text[start:end],
            "page": self.text.page_of(start),
        }


class _Beside:
    """Records that are read, in the order of their beginnings: which is nearest to a place?"""

    def __init__(self, told: Sequence[tuple[int, int, str]]) -> None:
        """`told`: beginning, end and id of each."""
        self._told = told
        self._starts = [start for start, _, _ in told]
        self._reached = list(accumulate((end for _, end, _ in told), max))

    def nearest(self, start: int, end: int) -> str | None:
        """The id of the nearest record; the first of those that are equally near."""
        before = bisect_right(self._starts, end)
        left = right = None
        if before:
            at = bisect_left(self._reached, min(start, self._reached[before - 1]))
            left = max(start - self._told[at][1], 0), self._told[at][2]
        if before < len(self._told):
            right = self._starts[before] - end, self._told[before][2]
        found = [one for one in (left, right) if one is not None]
        return min(found, key=lambda one: one[0])[1] if found else None


def identity(sha256: str, kind: str, start: int, end: int, nth: int) -> str:
    """`r` and 12 hex of SHA-256 over `sha256|kind|start|end|nth`."""
    words = f"{sha256}|{kind}|{start}|{end}|{nth}"
    return "r" + hashlib.sha256(words.encode()).hexdigest()[:12]


def _plain(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value


def _numbered(records: Sequence[Record]) -> Iterator[tuple[Record, int]]:
    seen: Counter[tuple[str, int, int]] = Counter()
    for one in records:
        span = one.kind, one.start, one.end
        yield one, seen[span]
        seen[span] += 1


def read(
    text: CanonicalText,
    *,
    profiles: Sequence[Profile] = (),
    gazetteer: Gazetteer | None = None,
    meta: Meta | None = None,
    confidences: Mapping[str, float] | None = None,
    likeness: Weights | None = None,
) -> Reading:
    """Read one document. Pure: the same values give the same reading, byte for byte.

    `confidences` maps a rule id to its measured precision, (correct + 1) / (seen + 2).
    `likeness`: what is proposed where no rule reads, and left out where it is unlikely.
    """
    known = meta or Meta()
    choice = choose(
        profiles,
        text=text.text,
        title=known.title or text.title,
        publisher=known.publisher,
        source=known.source,
    )
    material = Material(text, choice.profile, gazetteer or Gazetteer(), known)
    found: list[Record] = []
    for rules in _RULES:
        found.extend(rules.records(material))
    unsure: list[Record] = []
    if likeness is not None:
        found, unsure = resembling.weighed(material, likeness, found)
    found.extend(
        people.records(
            text, material.sightings, material.speeches, material.gazetteer, known.published
        )
    )
    about = _about(material, choice)
    published = about["published"]
    kept = list(grade_context.in_context(material, [*outside_causes(settle(found))]))
    kept = list(grade_meant.with_bodies(material, kept))
    kept = list(counts.outside_deadlines(kept, text.text))
    kept = list(worked_out(kept, published, choice.profile.type))
    kept = list(cause_states.with_states(material, issuers.with_issuers(material, kept)))
    kept.extend(residue.records(material, kept))
    kept.extend(still_unread(unsure, kept))
    kept.sort(key=lambda one: (one.start, one.end, one.kind, one.key, one.rule))
    return Reading(
        text,
        known,
        choice,
        tuple(kept),
        about,
        _warnings(material),
        confidences,
    )


def _about(material: Material, choice: Choice) -> dict[str, Any]:
    text = material.canonical
    subject = material.subject
    mail = text.media_type.startswith("message/")
    published = published_day(text.text, profile=choice.profile.type, mail=mail)
    return {
        "type": choice.profile.type,
        "profile": choice.profile.id,
        "characters": len(text.text),
        "pages": len(text.page_starts) or None,
        "language": _language(text.text),
        "subject": subject.name if subject else None,
        "subject_id": subject.id if subject else None,
        "published": (published.iso if published else None) or material.meta.published,
        "published_words": published.words if published else None,
    }


def _language(text: str) -> str | None:
    head = text[:5000].lower()
    english = len(re.findall(r"\b(?:the|and|of|to)\b", head))
    welsh = len(re.findall(r"\b(?:yr|yn|mae|ac|gan)\b", head))
    if english + welsh < 3:
        return None
    return "en" if english >= welsh else "cy"


def _warnings(material: Material) -> tuple[str, ...]:
    found = list(material.canonical.warnings)
    for one in dates(material.text):
        if one.problem:
            found.append(f"The date “{one.words}” is kept as words: {one.problem}.")
    if material.profile.id == "other":
        found.append("No source profile fits this document; general rules were used.")
    return tuple(found)
