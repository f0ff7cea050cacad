"""Measures of a body that are judged together, fixed before their terms: the family.

Many verdicts bring false ones. The rule of the family (`bh`, `by` or `none`) is applied over all
its measures at once: a measure that cannot be judged yet counts as one that shows nothing, so that
no verdict gains from being early. Nothing joins or leaves a family: another is a new one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import cast, get_args

from answerable.evidence.protocol import FamilyRule
from answerable.ledger.book import Receipt
from answerable.ledger.register import Register
from answerable.operations import access, catalogue
from answerable.operations.quoting import typed
from answerable.operations.recording import book
from answerable.vocabulary.access import Actor
from answerable.vocabulary.documents import Source
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import FamilyFixed, ProtocolFixed
from answerable.vocabulary.refusal import Refusal
from answerable.vocabulary.times import Period

RULES: tuple[str, ...] = get_args(FamilyRule)
RULE_WORDS = {
    "bh": "the rule of Benjamini and Hochberg",
    "by": "the rule of Benjamini and Yekutieli, which holds however the measures depend on "
    "each other",
    "none": "no rule: each measure is judged as if it stood alone",
}
MOST = 1_000


class FamilyRefused(Refusal):
    """Measures that cannot be judged together as asked."""

    code = "family_refused"


@dataclass(frozen=True)
class Family:
    """The measures judged together, their rule, and the entry that fixed them; none: alone."""

    measures: tuple[str, ...]
    rule: FamilyRule
    entry_id: str | None = None
    fixed_on: date | None = None
    reason: str = ""


def fix_family(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None = None,
    body: str,
    measures: Sequence[str],
    rule: str,
    reason: str,
    on: date,
) -> Receipt:
    """Record which measures of a body are judged together, before any of their terms.

    Raises FamilyRefused: `unknown_measure`, `family_too_small`, `family_too_large`,
    `unknown_rule`, `already_fixed` where terms of one of them stand on the record already, or
    another family of this day, or a family that holds one of them.
    """
    access.require(by, "fix_family", about=body)
    reason = typed(reason, what="reason for judging these together")
    chosen = tuple(sorted(set(measures)))
    for name in chosen:
        if name not in catalogue.measures():
            raise FamilyRefused(
                f"No measure is called “{name[:60]}”. There are: "
                f"{', '.join(sorted(catalogue.measures()))}.",
                code="unknown_measure",
            )
    if len(chosen) < 2:
        raise FamilyRefused(
            "A family is two measures or more. One measure alone needs none.",
            code="family_too_small",
        )
    if len(chosen) > MOST:
        raise FamilyRefused(f"A family holds at most {MOST:,} measures.", code="family_too_large")
    if rule not in RULES:
        raise FamilyRefused(
            f"“{rule[:20]}” is no rule. Choose one of: {', '.join(RULES)}.", code="unknown_rule"
        )
    fact = FamilyFixed(
        institution=body,
        stream=f"family/{body}/{on.isoformat()}",
        valid=Period(on),
        source=Source(kind="record"),
        measures=chosen,
        rule=rule,
        reason=reason,
    )

    def decide(register: Register) -> list[Fact]:
        for held in register.of(FamilyFixed):
            if (held.stream, held.measures, held.rule) == (fact.stream, chosen, rule):
                return []
            shared = sorted(set(held.measures or ()) & set(chosen))
            if held.stream == fact.stream or shared:
                raise _already(
                    f"A family of {', '.join(held.measures or ())[:200]} was fixed on "
                    f"{held.valid.start.isoformat()}."
                )
        for terms in register.of(ProtocolFixed):
            if terms.measure in chosen:
                raise _already(
                    f"Terms for {terms.measure} were fixed on {terms.valid.start.isoformat()}, "
                    "before this family."
                )
        return [fact]

    return book().append(about=body, decide=decide, by=by, at=at, key=key, seen=seen)


def _already(why: str) -> FamilyRefused:
    return FamilyRefused(
        f"{why} Nothing joins or leaves a family once it is fixed: withdraw that entry with a "
        "reason first, or choose other measures.",
        code="already_fixed",
    )


def family_of(register: Register, measure: str) -> Family:
    """The family that holds a measure, or the measure alone under the usual rule."""
    for version in reversed(register.versions_of(FamilyFixed)):
        fact = version.fact
        if isinstance(fact, FamilyFixed) and measure in (fact.measures or ()):
            return Family(
                measures=fact.measures or (),
                rule=cast("FamilyRule", fact.rule) if fact.rule in RULES else "bh",
                entry_id=version.entry_id,
                fixed_on=fact.valid.start,
                reason=fact.reason or "",
            )
    return Family((measure,), "bh")


def family_named(register: Register, terms: ProtocolFixed) -> Family:
    """The family that recorded terms name by their reference; else the measure alone."""
    measure = terms.measure or ""
    found = family_of(register, measure)
    return found if terms.ref and found.entry_id == terms.ref else Family((measure,), "bh")
