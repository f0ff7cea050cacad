"""Who holds whom to account, when it passes from one body to the next: no thread is lost.

A duty attaches to a role and a date, so what is open moves to the successor on its first day;
what was said, asked and signed before stays with the body that did it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from answerable.ledger.register import Register
from answerable.scrutiny.sourced import OUR_RECORD, Sourced
from answerable.vocabulary.bodies import Oversight
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import OversightPassed
from answerable.vocabulary.language import say
from answerable.vocabulary.refusal import Refusal
from answerable.vocabulary.times import first_day, in_words


class NotPassed(Refusal):
    """Oversight that cannot pass as it was said."""

    code = "not_passed"


@dataclass(frozen=True, slots=True)
class Held:
    """A body that holds an institution to account, and from when to when."""

    body: str
    begins: str | None
    ends: str | None
    law: str
    source: str | None


def relations(
    base: Sequence[Oversight], passings: Iterable[OversightPassed]
) -> tuple[Oversight, ...]:
    """The relations of the catalogue with every passing on the record, in the order of dates."""
    found = list(base)
    for fact in sorted(passings, key=lambda f: f.valid.start):
        day = fact.valid.start.isoformat()
        at = next(
            (
                n
                for n, one in enumerate(found)
                if one.institution == fact.institution
                and one.body == fact.from_
                and _holds(one, fact.valid.start)
            ),
            None,
        )
        if at is None or fact.to is None:
            continue
        found[at] = replace(found[at], ends=day)
        found.append(
            Oversight(
                body=fact.to,
                institution=fact.institution,
                begins=day,
                ends=None,
                legal_basis=fact.law or "",
                source=fact.source.about if fact.source else None,
            )
        )
    return tuple(found)


def holder(held: Iterable[Oversight], institution: str, *, on: date) -> str | None:
    """The body that holds an institution to account on a day."""
    found = [o for o in held if o.institution == institution and _holds(o, on)]
    return found[-1].body if found else None


def line(held: Iterable[Oversight], institution: str) -> tuple[Held, ...]:
    """Every body that has held or will hold an institution to account, in order."""
    found = [o for o in held if o.institution == institution]
    return tuple(
        Held(o.body, o.begins, o.ends, o.legal_basis, o.source)
        for o in sorted(found, key=lambda o: o.begins or "")
    )


def pass_on(
    register: Register,
    *,
    base: Sequence[Oversight],
    to: str,
    on: date,
    law: str,
    reason: str,
    sourced: Sourced = OUR_RECORD,
) -> list[Fact]:
    """Oversight of the register's institution passes to another body on a day."""
    institution = register.institution
    held = relations(base, register.of(OversightPassed))
    from_ = holder(held, institution, on=on)
    if from_ is None:
        raise NotPassed(
            say(
                "No body holds {institution} to account on {day}, so nothing can "
                "pass from it. Put the relation into the catalogue first.",
                institution=institution,
                day=in_words(on.isoformat()),
            )
        )
    if from_ == to:
        raise NotPassed(
            say(
                "{to} holds {institution} to account on that day already.",
                to=to,
                institution=institution,
            )
        )
    later = [
        o for o in held if o.institution == institution and (o.begins or "") >= on.isoformat()
    ]
    if later:
        raise NotPassed(
            say(
                "On {day} oversight passes to {body}. A passing before that one "
                "needs it to be corrected first.",
                day=in_words(str(later[0].begins)),
                body=later[0].body,
            )
        )
    return [
        OversightPassed(
            **sourced.envelope(register, stream=f"oversight/{institution}", on=on),
            from_=from_,
            to=to,
            law=law,
            reason=reason,
        )
    ]


def _holds(one: Oversight, on: date) -> bool:
    begun = one.begins is None or first_day(one.begins) <= on
    return begun and (one.ends is None or on < first_day(one.ends))
