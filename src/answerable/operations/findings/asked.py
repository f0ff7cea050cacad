"""“Have we been told this before?” Earlier findings, ranked; a person links one or dismisses it.

Nothing is linked by itself, and no reader is shown a likeness that nobody confirmed.
"""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from threading import Lock

from answerable.ledger.book import Receipt
from answerable.ledger.register import Version
from answerable.operations import access, catalogue, place
from answerable.operations.findings import linking
from answerable.operations.quoting import typed
from answerable.reading.similar import Index
from answerable.store.papers import review
from answerable.store.reads import registers
from answerable.vocabulary.access import Actor
from answerable.vocabulary.facts import FindingLinked, FindingPublished
from answerable.vocabulary.refusal import Refusal

KIND, RULE = "likeness", "similar"
SHOWN = 5
_WINDOW = 20
"""So many are ranked, from which those that somebody dismissed or linked are left out."""


class NothingToCompare(Refusal):
    """A finding of which no words are held."""

    code = "nothing_to_compare"


@dataclass(frozen=True, slots=True)
class Likely:
    """An earlier finding that may ask for the same. `near` says why it stands where it does."""

    version: Version
    near: str

    @property
    def finding(self) -> FindingPublished:
        """What was found then."""
        fact = self.version.fact
        assert isinstance(fact, FindingPublished)  # noqa: S101  # only these are gathered
        return fact


def earlier(*, by: Actor, reference: str) -> tuple[Version, tuple[Likely, ...]]:
    """A finding, and the five earlier ones that are most like it; same body and theme first."""
    institution = place.institution_of(reference)
    access.require(by, "link_finding", about=institution)
    new = _published(institution, reference)
    fact = new.fact
    assert isinstance(fact, FindingPublished)  # noqa: S101  # as `_published` gives it
    if not _words(fact):
        raise NothingToCompare(
            "The words of this finding are not in our sources, so there is nothing to compare."
        )
    pool, index = _pool(registers.head().root)
    gone = _decided(reference) | {reference}
    groups = [_group(version, new) for version in pool]
    found = []
    for one in index.rank(_words(fact), top=_WINDOW + len(gone), groups=groups):
        version = pool[one.index]
        if groups[one.index] < _LATER and version.fact.stream not in gone:
            found.append(Likely(version, _NEAR[groups[one.index]]))
    return new, tuple(found[:SHOWN])


def link(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None,
    reference: str,
    other: str,
    reason: str,
) -> Receipt:
    """A person says that it was asked before, and why: on the record."""
    receipt = linking.link_finding(
        by=by,
        at=at,
        key=key,
        seen=seen,
        reference=reference,
        other=other,
        kind="asked-before",
        reason=reason,
        on=at.date(),
    )
    if receipt.count:
        _note(reference, other, state="accepted", by=by, at=at, reason=reason)
    return receipt


def dismiss(
    *, by: Actor, at: datetime, key: str, seen: int | None, reference: str, other: str, reason: str
) -> None:
    """A person says that an earlier finding asks for something else; nothing enters the record."""
    access.require(by, "link_finding", about=place.institution_of(reference))
    place.institution_of(other)
    _note(reference, other, state="rejected", by=by, at=at, reason=typed(reason, what="reason"))


def _note(
    reference: str, other: str, *, state: review.State, by: Actor, at: datetime, reason: str
) -> None:
    new = _published(place.institution_of(reference), reference)
    words = _words(new.fact)
    name = f"{KIND}|{reference}|{other}"
    review.note(
        document=new.fact.doc or "",
        kind=KIND,
        record={
            "id": "r" + hashlib.sha256(name.encode()).hexdigest()[:12],
            "quote": {"start": None, "end": None, "exact": words, "page": None},
            "rule": RULE,
            "fields": {"reference": reference, "other": other},
        },
        rule=RULE,
        state=state,
        by=f"{by.body}/{by.office}",
        at=at,
        reason=reason,
    )


def _decided(reference: str) -> set[str]:
    """Findings that somebody linked to it or dismissed."""
    institution = place.institution_of(reference)
    linked = [
        v.fact
        for v in registers.history(institution).versions
        if isinstance(v.fact, FindingLinked) and v.recorded_to is None
    ]
    found = {f.other for f in linked if f.stream == reference}
    found |= {f.stream for f in linked if f.other == reference}
    for one in review.decided():
        fields = one.record["fields"]
        if one.kind == KIND and fields["reference"] == reference and one.state == "rejected":
            found.add(str(fields["other"]))
    return {name for name in found if name}


_LATER = 9
_NEAR = {
    0: "The same body and the same theme",
    1: "The same body",
    2: "Another body, the same theme",
    3: "Another body",
}


def _group(version: Version, new: Version) -> int:
    """Same body and theme first, then same body, then same theme; later ones last."""
    if version.fact.valid.start >= new.fact.valid.start:
        return _LATER
    same_body = version.fact.institution == new.fact.institution
    theme = version.fact.get("theme")
    same_theme = theme is not None and theme == new.fact.get("theme")
    return (0 if same_theme else 1) if same_body else (2 if same_theme else 3)


class _Kept:
    """The index of the last record that was asked about, grown by the findings that are new.

    `names` are those of the entries, in the order of the texts of the index.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._names: tuple[str, ...] = ()
        self._index = Index((), catalogue.meanings())

    def of(self, held: Mapping[str, str]) -> tuple[tuple[str, ...], Index]:
        """The index of these texts by the ids of their entries."""
        with self._lock:
            known = dict(zip(self._names, self._index.texts, strict=True))
            if not all(held.get(name) == text for name, text in known.items()):
                known, self._names, self._index = {}, (), Index((), catalogue.meanings())
            new = tuple(name for name in held if name not in known)
            if new:
                self._index = self._index.grown([held[name] for name in new])
                self._names = (*self._names, *new)
            return self._names, self._index


_kept = _Kept()


@lru_cache(maxsize=2)
def _pool(_root: str) -> tuple[tuple[Version, ...], Index]:
    """Every finding with words at a head of the record, ready to be compared with."""
    versions = {version.entry_id: version for version in _findings()}
    names, index = _kept.of({name: _words(v.fact) for name, v in versions.items()})
    return tuple(versions[name] for name in names), index


def _findings() -> Iterator[Version]:
    for institution in registers.institutions():
        for version in registers.history(institution).versions:
            public = not version.withheld and not version.erased
            if (
                isinstance(version.fact, FindingPublished)
                and version.recorded_to is None
                and public
                and _words(version.fact)
            ):
                yield version


def _words(fact: object) -> str:
    if not isinstance(fact, FindingPublished):
        return ""
    return fact.text or fact.quote or ""


def _published(institution: str, reference: str) -> Version:
    for version in registers.history(institution).versions:
        if (
            isinstance(version.fact, FindingPublished)
            and version.recorded_to is None
            and version.fact.stream == reference
        ):
            return version
    raise NothingToCompare(f"The record holds no finding {reference}.")
