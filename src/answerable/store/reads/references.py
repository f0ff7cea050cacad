"""Facts about other entries: what they refer to must stand in the record and be able to change."""

from dataclasses import replace

from answerable.ledger import holds
from answerable.ledger.register import History, Version
from answerable.vocabulary.access import Classification
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import (
    Corrected,
    Erased,
    HoldOpened,
    HoldReleased,
    Reclassified,
    Withdrawn,
)
from answerable.vocabulary.refusal import Refusal


class Held(Refusal):
    """An erasure that a legal hold forbids."""

    code = "held"


class NoSuchEntry(Refusal):
    """An entry or a field that the record does not have."""

    code = "no_such_entry"


def checked(fact: Fact, history: History) -> Fact:
    """The fact, fit for the record: its `ref` and fields exist, and a correction of a value
    that is not public is no more public than the value.
    """
    if not isinstance(fact, Corrected | Erased | Reclassified | Withdrawn):
        return fact
    target = latest(history, fact.ref or "")
    if target is None:
        raise NoSuchEntry(
            f"No entry {fact.ref} about {fact.institution or 'this'} is on the record."
        )
    if isinstance(fact, Erased):
        about = target.fact
        hold = holds.covering(
            history.of_types(HoldOpened, HoldReleased),
            institution=about.institution,
            stream=about.stream,
        )
        if hold is not None:
            raise Held(
                f"Nothing was erased: entry {target.seq} is under the legal hold of entry "
                f"{hold.seq} ({hold.fact.get('kind')}). Release the hold first, if it has ended."
            )
    if isinstance(fact, Withdrawn):
        if target.recorded_to is not None:
            raise NoSuchEntry(f"Entry {target.seq} is withdrawn already.")
        return fact
    named = (fact.field or "",) if isinstance(fact, Corrected) else (fact.fields or ())
    known = target.fact.field_names()
    for name in named:
        if name not in known:
            raise NoSuchEntry(
                f"Entry {target.seq} has no field “{name}”. It has: {', '.join(known)}."
            )
    if isinstance(fact, Corrected) and target.recorded_to is not None:
        raise NoSuchEntry(f"Entry {target.seq} is withdrawn: record it anew.")
    if isinstance(fact, Corrected) and (held := target.withheld.get(fact.field or "")):
        mark = Classification(held.classification)
        return replace(fact, classes={"value": mark, "quote": mark, **fact.classes})
    return fact


def companions(fact: Fact, history: History) -> list[Fact]:
    """What an erasure or a marking takes with it: corrections repeat the value they correct."""
    if not isinstance(fact, Erased | Reclassified):
        return []
    named = set(fact.fields or ())
    return [
        replace(fact, ref=version.entry_id, fields=("quote", "value"))
        for version in history.about(fact.ref or "")
        if isinstance(version.fact, Corrected) and version.fact.field in named
    ]


def latest(history: History, entry_id: str) -> Version | None:
    """The last version of an entry, open or not."""
    found = history.of_entries([entry_id])
    return found[-1] if found else None
