"""Where the original states what we recorded from our own summary of it.

A fact whose quoted words stand once in the original is anchored at once. A summary is in our own
words, so most do not; then what a machine reads in the original is compared with the fact's
values, and a place with the same ones waits for a person, who sees its words.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from answerable.ledger.register import History, Register, Version
from answerable.reading import similar
from answerable.reading.layout.canonical_text import CanonicalText, Span
from answerable.reading.layout.squash import places_of
from answerable.vocabulary.documents import Source
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import (
    ActionPromised,
    ClaimMade,
    DocumentAnchored,
    FindingPublished,
    GradeGiven,
    HoldingBegan,
    HoldingEnded,
    MeetingHeld,
    MoneyStated,
    ResponseGiven,
)
from answerable.vocabulary.finding_kinds import family

KIND = "anchor"
"""The kind of a candidate that says: here the original states this fact."""
RULE = "anchor.values"

Same = Mapping[str, str]

_SAME: Mapping[type[Fact], tuple[frozenset[str], Same, Same]] = {
    # type -> kinds of records, fields that must be equal, fields that must not differ
    GradeGiven: (
        frozenset({"grade"}),
        {"question": "question", "value": "value"},
        {"standing": "standing", "cycle": "cycle"},
    ),
    MoneyStated: (frozenset({"money"}), {"amount": "amount"}, {"state": "state"}),
    ClaimMade: (frozenset({"count", "claim"}), {"n": "n", "unit": "unit"}, {}),
    MeetingHeld: (frozenset({"meeting"}), {"date": "date"}, {"sort": "sort"}),
    HoldingBegan: (frozenset({"person"}), {"person": "name"}, {}),
    HoldingEnded: (frozenset({"person"}), {"person": "name"}, {}),
    ResponseGiven: (frozenset({"response"}), {"response": "response"}, {}),
    ActionPromised: (frozenset({"action", "commitment"}), {"due": "due"}, {}),
    FindingPublished: (
        frozenset({"cause_of_concern", "recommendation", "area_for_improvement", "practice"}),
        {"kind": "kind"},
        {"number": "number", "due": "due"},
    ),
}


@dataclass(frozen=True, slots=True)
class Place:
    """A fact of the record and the words of the original that state it."""

    version: Version
    start: int
    end: int


def open_facts(history: History, *, address: str) -> tuple[Version, ...]:
    """Facts that stand on the record and were recorded from our summary of an address."""
    return tuple(
        version
        for version in history.versions
        if version.recorded_to is None
        and version.fact.quote
        and version.fact.source is not None
        and version.fact.source.kind == "summary"
        and version.fact.source.about == address
        and not isinstance(version.fact, DocumentAnchored)
    )


def anchored(versions: Iterable[Version]) -> frozenset[str]:
    """Entry ids of the facts that were found in an original."""
    return frozenset(
        v.fact.ref
        for v in versions
        if isinstance(v.fact, DocumentAnchored) and v.fact.ref and v.recorded_to is None
    )


def by_words(facts: Sequence[Version], text: CanonicalText) -> tuple[Place, ...]:
    """Facts whose own quote stands once in the original."""
    found = []
    for version in facts:
        places = places_of(version.fact.quote or "", text=text)
        if len(places) == 1:
            found.append(Place(version, places[0].start, places[0].end))
    return tuple(found)


def by_values(facts: Sequence[Version], lines: Sequence[Mapping[str, Any]]) -> tuple[Place, ...]:
    """For each fact the first record of the original with the same values, if there is one."""
    found = []
    for version in facts:
        alike = list(_alike(version.fact, lines))
        if isinstance(version.fact, FindingPublished) and alike:
            ranked = similar.rank(
                version.fact.quote or "",
                earlier=[line["quote"]["exact"] for line in alike],
                top=1,
            )
            alike = [alike[ranked[0].index]]
        if alike:
            quote = alike[0]["quote"]
            found.append(Place(version, quote["start"], quote["end"]))
    return tuple(found)


def fact_of(version: Version, *, text: CanonicalText, span: Span, address: str) -> Fact:
    """The fact that an original states what a fact of the record says."""
    return DocumentAnchored(
        institution=version.fact.institution,
        stream=version.fact.stream,
        valid=version.fact.valid,
        doc=text.sha256,
        ref=version.entry_id,
        said=version.fact.said,
        source=Source(
            kind="original",
            doc=text.sha256,
            about=address,
            page=text.page_of(span.start),
            start=span.start,
            end=span.end,
        ),
        quote=text.exact(span),
        original=text.sha256,
        start=span.start,
        end=span.end,
    )


def still_open(facts: Iterable[Fact], register: Register) -> list[Fact]:
    """Those of the facts whose entry nobody has anchored in the same file."""
    held = {(f.ref, f.original) for f in register.of(DocumentAnchored)}
    return [f for f in facts if (f.ref, f.doc) not in held]


def record(place: Place, *, text: CanonicalText, address: str) -> dict[str, Any]:
    """A candidate for the review: the words of the original beside what we recorded."""
    name = f"{text.sha256}|{KIND}|{place.start}|{place.end}|{place.version.entry_id}"
    return {
        "kind": KIND,
        "id": "r" + hashlib.sha256(name.encode()).hexdigest()[:12],
        "quote": {
            "start": place.start,
            "end": place.end,
            "exact": text.text[place.start : place.end],
            "page": text.page_of(place.start),
        },
        "rule": RULE,
        "fields": {
            "entry": place.version.seq,
            "our_summary_says": place.version.fact.quote,
            "address": address,
        },
    }


def _alike(fact: Fact, lines: Sequence[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    """Records whose values are those of a fact, about nobody else."""
    kinds, equal, no_other = _SAME.get(type(fact), (frozenset(), {}, {}))
    for line in lines:
        if line["kind"] not in kinds:
            continue
        fields = {**line["fields"], "kind": line["kind"].replace("_", "-")}
        about = fields.get("institution_id")
        if about not in (None, fact.institution):
            continue
        if all(_equal(_own(fact, ours), fields.get(its)) for ours, its in equal.items()) and not (
            any(_differ(fact.get(ours), fields.get(its)) for ours, its in no_other.items())
        ):
            yield line


def _own(fact: Fact, name: str) -> object:
    """A value of ours; an accelerated cause of concern stands in a text as a cause of concern."""
    return family(fact.get(name)) if name == "kind" else fact.get(name)


def _equal(ours: object, its: object) -> bool:
    return ours is not None and its is not None and _folded(ours) == _folded(its)


def _differ(ours: object, its: object) -> bool:
    return ours is not None and its is not None and _folded(ours) != _folded(its)


def _folded(value: object) -> object:
    words = "".join(c for c in str(value).casefold() if c.isalnum() or c in " .-").strip()
    try:
        return Decimal(words)
    except InvalidOperation:
        return words
