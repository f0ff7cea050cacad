"""Findings of every source in one register; an export of a source as a difference to confirm.

A state in a source's own word stays the source's: it moves no step and closes nothing. A row that
says closed is shown, and closed by a step of its own, on the ground that is held.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from answerable.ledger.register import Register, Version
from answerable.scrutiny.progress import progress
from answerable.scrutiny.sourced import Sourced
from answerable.scrutiny.standing import Progress
from answerable.vocabulary.escalation import FindingSource
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import ActionPromised, ActionUpdated, FindingPublished
from answerable.vocabulary.language import say
from answerable.vocabulary.refusal import Refusal
from answerable.vocabulary.regimes import Names

INSPECTION = "inspection"
Kind = Literal["new", "changed", "gone", "same"]


class NotAFinding(Refusal):
    """A source, a kind or a row that cannot be taken."""

    code = "not_a_finding"


@dataclass(frozen=True, slots=True)
class Filed:
    """A finding by its reference, with its source and the day from which it holds: what the order
    and the count of many need."""

    reference: str
    source: str
    on: date


@dataclass(frozen=True)
class Listed:
    """A finding with the source that it comes from, and its state in that source's own word."""

    item: Progress
    source: str
    state: str | None


@dataclass(frozen=True, slots=True)
class ExportRow:
    """A row of an export: its reference here, its words, its state, its date, where it stands.

    `number` is its number as the source writes it; None where no column gives one.
    """

    ref: str
    text: str
    state: str | None
    due: str | None
    sourced: Sourced
    number: str | None = None


@dataclass(frozen=True, slots=True)
class RowChange:
    """What a row means for the register; `before` is the state that was known."""

    kind: Kind
    stream: str
    ref: str
    text: str
    state: str | None = None
    before: str | None = None
    row: ExportRow | None = None


def filed(register: Register) -> tuple[Filed, ...]:
    """Every finding, the latest published first, before anybody asks where it stands."""
    firsts: dict[str, Version] = {}
    for version in register.versions_of(FindingPublished, ActionPromised):
        first = firsts.setdefault(version.fact.stream, version)
        if _order(version) < _order(first):
            firsts[version.fact.stream] = version
    found = [firsts[stream] for stream in register.streams(FindingPublished)]
    return tuple(
        Filed(first.fact.stream, source_of(first.fact), first.fact.valid.start)
        for first in sorted(found, key=_order, reverse=True)
    )


def _order(version: Version) -> tuple[date, int]:
    return version.fact.valid.start, version.seq


def one(register: Register, reference: str, *, names: Names | None = None) -> Listed:
    """A finding and where it stands."""
    item = progress(register, reference, names=names)
    return Listed(item, source_of(item.first.fact), _state(register, item))


def listed(register: Register, *, names: Names | None = None) -> tuple[Listed, ...]:
    """Every finding and where it stands, the latest published first."""
    return tuple(one(register, finding.reference, names=names) for finding in filed(register))


def source_of(finding: Fact) -> str:
    """The key of the source; what says nothing else comes from an inspection report."""
    return str(finding.get("origin") or INSPECTION)


def by_inspectors(finding: Fact) -> bool:
    """Whether the law on comments on inspectors' reports is about it: not a coroner's report.

    What says nothing else comes from an inspection report (Police Act 1996, section 55).
    """
    return source_of(finding) == INSPECTION


def difference(
    register: Register, rows: Sequence[ExportRow], *, source: str, owner: str
) -> tuple[RowChange, ...]:
    """Every row in the order of the export, then what the last export held and this one lacks."""
    under = prefix(register.institution, source)
    held = {f.item.reference: f for f in listed(register) if f.item.reference.startswith(under)}
    by_words = {_plain(f.item.text): f for f in listed(register) if f.item.text}
    changes, here = [], set()
    for row in rows:
        stream = f"{under}{row.ref}"
        known = held.get(stream) or by_words.get(_plain(row.text))
        name = known.item.reference if known else stream
        here.add(name)
        before = known.state if known else None
        kind: Kind = "new" if known is None else ("same" if before == row.state else "changed")
        changes.append(RowChange(kind, name, row.ref, row.text, row.state, before, row))
    gone = [
        RowChange("gone", ref, ref.removeprefix(under), f.item.text or "", None, f.state)
        for ref, f in held.items()
        if ref not in here
    ]
    return (*changes, *gone)


def facts(
    register: Register,
    changes: Sequence[RowChange],
    *,
    source: str,
    owner: str,
    on: date,
) -> list[Fact]:
    """What is recorded of a difference that a person confirmed. Nothing is overwritten."""
    made: list[Fact] = []
    for change in changes:
        row = change.row
        if row is None or change.kind == "same":
            continue
        envelope = row.sourced.envelope(register, stream=change.stream, on=on)
        if change.kind == "new":
            made.append(
                FindingPublished(
                    **envelope,
                    kind="recommendation",
                    number=row.number,
                    owner=owner,
                    addressee=register.institution,
                    text=row.text,
                    due=row.due,
                    due_basis="date" if row.due else None,
                    origin=source,
                )
            )
        if row.state:
            before = say(" (before: {before})", before=change.before) if change.before else ""
            made.append(
                ActionUpdated(
                    **envelope,
                    text=say(
                        "The source’s own state: {state}{before}.", state=row.state, before=before
                    ),
                    rating=row.state,
                )
            )
    return made


def prefix(institution: str, source: str) -> str:
    """What the references of an export's findings begin with."""
    return f"{source}/{institution}/recommendation/"


def _state(register: Register, item: Progress) -> str | None:
    news = register.versions_of(ActionUpdated, stream=item.reference)
    rated = [v.fact.get("rating") for v in news if v.fact.get("rating")]
    return str(rated[-1]) if rated else None


def _plain(text: str | None) -> str:
    return " ".join((text or "").casefold().split()).rstrip(".")


def known_source(key: str, sources: Sequence[FindingSource]) -> FindingSource:
    """A source of the regime by its key, or a refusal that lists them."""
    by_key: Mapping[str, FindingSource] = {s.key: s for s in sources}
    if key not in by_key:
        raise NotAFinding(
            say(
                "No source is called “{key}”. Sources: {values}.",
                key=key[:40],
                values=", ".join(by_key),
            )
        )
    return by_key[key]
