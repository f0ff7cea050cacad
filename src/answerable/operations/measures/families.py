"""Measures that are judged together, fixed before their terms: the family, of one body or more.

Many verdicts bring false ones. The rule of the family (`bh`, `by` or `none`) is applied over all
its members at once: one that cannot be judged yet counts as one that shows nothing, so that no
verdict gains from being early. Nothing joins or leaves a family: another is a new one.

A member is a measure of a body. A family over several bodies stands on the record of each of
them, in the same words and made in one step, so that a reader of any of them finds it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import cast, get_args

from answerable.evidence.protocol import FamilyRule
from answerable.ledger.book import Receipt
from answerable.ledger.register import Register, Version
from answerable.operations import access, catalogue
from answerable.operations.quoting import typed
from answerable.operations.recording import book
from answerable.store.reads import registers
from answerable.vocabulary.access import Actor
from answerable.vocabulary.documents import Source
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import FamilyFixed, JointFamilyFixed, ProtocolFixed
from answerable.vocabulary.refusal import Refusal
from answerable.vocabulary.times import Period

Member = tuple[str, str]
"""A measure and the body that it is of."""

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
    """The members judged together, their rule, and the entry that fixed them; none: alone."""

    members: tuple[Member, ...]
    rule: FamilyRule
    entry_id: str | None = None
    fixed_on: date | None = None
    reason: str = ""

    def same(self, other: "Family") -> bool:
        """Is it this family, as it stands on the record of this or another body?"""
        return (self.members, self.rule, self.fixed_on, self.reason) == (
            other.members,
            other.rule,
            other.fixed_on,
            other.reason,
        )


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
    """Record which measures are judged together, before any of their terms.

    Each is a measure of `body`, or `measure/another-body`. Who fixes a family over several bodies
    answers for all of them; it becomes one entry on the record of each.

    Raises FamilyRefused: `unknown_measure`, `unknown_body`, `family_too_small`,
    `family_too_large`, `unknown_rule`, `already_fixed` where terms of one of them stand on the
    record already, or another family of this day, or a family that holds one of them.
    """
    access.require(by, "fix_family", about=body)
    reason = typed(reason, what="reason for judging these together")
    members = _members(measures, body)
    bodies = sorted({of for _, of in members} | {body})
    for other in bodies:
        access.require(by, "fix_family", about=other)
    if rule not in RULES:
        raise FamilyRefused(
            f"“{rule[:20]}” is no rule. Choose one of: {', '.join(RULES)}.", code="unknown_rule"
        )
    family = Family(members, cast("FamilyRule", rule), fixed_on=on, reason=reason)

    def decide(register: Register) -> list[Fact]:
        there = {
            other: register
            if other == body
            else registers.history(other).at(valid=register.valid, known=register.known)
            for other in bodies
        }
        if all(_stands(family, there[other]) for other in bodies):
            return []
        for other in bodies:
            _require_free(family, there[other])
        return [_fact(family, other, several=len(bodies) > 1) for other in bodies]

    return book().append(about=body, decide=decide, by=by, at=at, key=key, seen=seen)


def _members(named: Sequence[str], body: str) -> tuple[Member, ...]:
    found: set[Member] = set()
    for text in named:
        measure, _, of = text.strip().partition("/")
        if measure not in catalogue.measures():
            raise FamilyRefused(
                f"No measure is called “{measure[:60]}”. There are: "
                f"{', '.join(sorted(catalogue.measures()))}.",
                code="unknown_measure",
            )
        if of and of not in catalogue.bodies():
            raise FamilyRefused(
                f"No body is called “{of[:60]}”. Write a member of another body as "
                "measure/body, both by their ids.",
                code="unknown_body",
            )
        found.add((measure, of or body))
    if len(found) < 2:
        raise FamilyRefused(
            "A family is two measures or more. One measure alone needs none.",
            code="family_too_small",
        )
    if len(found) > MOST:
        raise FamilyRefused(f"A family holds at most {MOST:,} measures.", code="family_too_large")
    if body not in {of for _, of in found}:
        raise FamilyRefused(
            "The family has no measure of the body that it is fixed for. Name one, or fix it for "
            "another of its bodies.",
            code="family_without_its_body",
        )
    return tuple(sorted(found))


def _fact(family: Family, body: str, *, several: bool) -> FamilyFixed | JointFamilyFixed:
    on = family.fixed_on or date.min
    stream, valid, source = f"family/{body}/{on.isoformat()}", Period(on), Source(kind="record")
    if several:
        return JointFamilyFixed(
            institution=body,
            stream=stream,
            valid=valid,
            source=source,
            members=tuple(f"{measure}/{of}" for measure, of in family.members),
            rule=family.rule,
            reason=family.reason,
        )
    return FamilyFixed(
        institution=body,
        stream=stream,
        valid=valid,
        source=source,
        measures=tuple(measure for measure, _ in family.members),
        rule=family.rule,
        reason=family.reason,
    )


def _stands(family: Family, register: Register) -> bool:
    """Is it on the record already? Other words for the reason make no other family."""
    return any(
        (held.fixed_on, held.members, held.rule) == (family.fixed_on, family.members, family.rule)
        for held, _ in recorded(register)
    )


def _require_free(family: Family, register: Register) -> None:
    for held, _ in recorded(register):
        if held.fixed_on == family.fixed_on or set(held.members) & set(family.members):
            raise _already(
                f"A family of {_named(held.members)[:200]} was fixed on {held.fixed_on}."
            )
    for terms in register.of(ProtocolFixed):
        if (terms.measure, register.institution) in family.members:
            raise _already(
                f"Terms for {terms.measure} of {register.institution} were fixed on "
                f"{terms.valid.start.isoformat()}, before this family."
            )


def _named(members: Sequence[Member]) -> str:
    return ", ".join(f"{measure} of {of}" for measure, of in members)


def _already(why: str) -> FamilyRefused:
    return FamilyRefused(
        f"{why} Nothing joins or leaves a family once it is fixed: withdraw that entry with a "
        "reason first, or choose other measures.",
        code="already_fixed",
    )


def recorded(register: Register) -> Iterator[tuple[Family, Version]]:
    """Every family on the record of a body, in its order, with its entry."""
    for version in register.versions_of(FamilyFixed, JointFamilyFixed):
        fact = version.fact
        if isinstance(fact, FamilyFixed):
            members = tuple((name, fact.institution) for name in fact.measures or ())
        elif isinstance(fact, JointFamilyFixed):
            members = tuple(_member(text) for text in fact.members or ())
        else:
            continue
        rule = cast("FamilyRule", fact.rule) if fact.rule in RULES else "bh"
        found = Family(members, rule, version.entry_id, fact.valid.start, fact.reason or "")
        yield found, version


def _member(text: str) -> Member:
    measure, _, of = text.partition("/")
    return measure, of


def family_of(register: Register, measure: str) -> Family:
    """The family that holds a measure of this body, or the measure alone under the usual rule."""
    alone = Family(((measure, register.institution),), "bh")
    for found, _ in reversed(tuple(recorded(register))):
        if alone.members[0] in found.members:
            return found
    return alone


def family_named(register: Register, terms: ProtocolFixed) -> Family:
    """The family that recorded terms name by their reference; else the measure alone."""
    measure = terms.measure or ""
    found = family_of(register, measure)
    if terms.ref and found.entry_id == terms.ref:
        return found
    return Family(((measure, register.institution),), "bh")
