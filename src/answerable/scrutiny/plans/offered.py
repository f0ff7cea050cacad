"""Files that are said to show something, and what somebody else found who looked at them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from answerable.ledger.register import Register, Version
from answerable.scrutiny.plans.plans import NotPossible
from answerable.scrutiny.sourced import OUR_RECORD, Sourced
from answerable.vocabulary.access import Classification
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import EvidenceChecked, EvidenceOffered
from answerable.vocabulary.language import marked, say

RESULTS: Mapping[str, str] = {
    "shows it": marked("It shows what is said"),
    "shows part": marked("It shows part of what is said"),
    "does not show it": marked("It does not show what is said"),
}
_FIELDS = ("digests", "for", "quote", "said", "source", "text")
_CHECKED = ("quote", "reason", "result", "said", "source")


@dataclass(frozen=True)
class Offered:
    """Evidence of an item: its files by SHA-256, what is said of them, and who looked."""

    text: str | None
    digests: tuple[str, ...]
    version: Version
    checks: tuple[Version, ...]


def offered(register: Register, stream: str) -> tuple[Offered, ...]:
    """Evidence of an item in the order of the record, as the register's reader sees it."""
    checks: dict[str, list[Version]] = {}
    for check in register.versions_of(EvidenceChecked, stream=stream):
        checks.setdefault(check.fact.ref or "", []).append(check)
    return tuple(
        Offered(
            text=v.fact.get("text"),
            digests=tuple(v.fact.get("digests") or ()),
            version=v,
            checks=tuple(checks.get(v.entry_id, ())),
        )
        for v in register.versions_of(EvidenceOffered, stream=stream)
    )


def offer(
    register: Register,
    *,
    stream: str,
    digests: Sequence[str],
    text: str,
    on: date,
    marking: Classification = Classification.PUBLIC,
    sourced: Sourced = OUR_RECORD,
) -> list[Fact]:
    """Files for an item. Marked, the whole fact is: a reader does not learn that it is there."""
    marked = marking is not Classification.PUBLIC
    return [
        EvidenceOffered(
            **sourced.envelope(register, stream=stream, on=on),
            for_=stream,
            digests=tuple(digests),
            text=text,
            classes=dict.fromkeys(_FIELDS, marking) if marked else {},
        )
    ]


def check(
    register: Register,
    *,
    entry_id: str,
    result: str,
    reason: str,
    on: date,
    by_body: str,
    by_person: str,
    sourced: Sourced = OUR_RECORD,
) -> list[Fact]:
    """What somebody else found in it. Whoever offered it does not check it, nor its institution.

    `by_person` is the pseudonym of the person in the evidence's stream. A check of evidence that
    is not public is no more public than the evidence.
    """
    held = next((v for v in register.versions_of(EvidenceOffered) if v.entry_id == entry_id), None)
    if held is None:
        raise NotPossible(
            say("The record holds no such evidence at this entry. Look it up again.")
        )
    if result not in RESULTS:
        raise NotPossible(
            say(
                "“{result}” is no result. Use one of: {values}.",
                result=result[:40],
                values=", ".join(RESULTS),
            )
        )
    if held.by.person == by_person:
        raise NotPossible(
            say(
                "You offered this evidence, so somebody else looks at it. Ask "
                "them to record what they find."
            ),
            code="own_work",
        )
    if by_body == register.institution:
        raise NotPossible(
            say(
                "An institution does not check its own evidence. Ask somebody independent to look."
            ),
            code="own_work",
        )
    if on < held.fact.valid.start:
        raise NotPossible(say("That day is before the evidence was offered. Correct the day."))
    mark = held.withheld.get("text")
    return [
        EvidenceChecked(
            **sourced.envelope(register, stream=held.fact.stream, on=on),
            ref=entry_id,
            result=result,
            reason=reason,
            classes=dict.fromkeys(_CHECKED, Classification(mark.classification)) if mark else {},
        )
    ]
