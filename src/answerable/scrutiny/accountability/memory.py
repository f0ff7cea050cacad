"""What an office inherited and left: dated facts by office; no count by person (DOMAIN 11)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from answerable.ledger.register import Register
from answerable.scrutiny.earlier import earlier
from answerable.scrutiny.progress import actions, findings
from answerable.scrutiny.standing import Progress
from answerable.scrutiny.tenures import Holding, Stated, holdings
from answerable.vocabulary.bodies import Tenure
from answerable.vocabulary.facts import OfficeDefined
from answerable.vocabulary.regimes import Names
from answerable.vocabulary.times import first_day, last_day


@dataclass(frozen=True)
class Moment:
    """An end of a term as sources date it: the sources of one date, and what was open then.

    Where sources differ, each date is a moment of its own. `day` is the day looked at: of a
    month or a year its last day for a start, its first for an end.
    """

    kind: Literal["began", "ended"]
    day: date
    stated: tuple[Stated, ...]
    open: tuple[Progress, ...]


@dataclass(frozen=True)
class Term:
    """One holding of an office, with what stood open in the institution at its two ends.

    The lists are of the institution on a day, not of the person: nothing is counted per holder.
    `ended` None: no end is stated, so `open_at_end` is empty and not known.
    """

    holding: Holding
    began: date | None
    ended: date | None
    open_at_start: tuple[Progress, ...]
    open_at_end: tuple[Progress, ...]
    moments: tuple[Moment, ...] = ()


@dataclass(frozen=True)
class OfficeMemory:
    """An office and its holders, in order."""

    office: str
    title: str | None
    body: str | None
    terms: tuple[Term, ...]


def memory(
    register: Register,
    *,
    office: str,
    tenures: Iterable[Tenure] = (),
    names: Names | None = None,
) -> OfficeMemory:
    """The holders of an office, and what was open when each began and ended.

    Where a source gives only a month, the start is read at its last day and the end at its
    first: what is listed was open while the person was surely in office.
    """
    defined = next((f for f in register.of(OfficeDefined) if _is(f, office)), None)
    terms = []
    for holding in holdings(register, office=office, tenures=tenures):
        dated = any(not stated.seen for stated in holding.begins)
        began = holding.first_range[1] if dated else None
        ended = holding.last_range[0] if holding.last_range else None
        terms.append(
            Term(
                holding=holding,
                began=began,
                ended=ended,
                open_at_start=_open(register, on=began, names=names),
                open_at_end=_open(register, on=ended, names=names),
                moments=_moments(register, holding, names=names),
            )
        )
    return OfficeMemory(
        office=office,
        title=defined.title if defined else None,
        body=defined.body if defined else None,
        terms=tuple(terms),
    )


def offices(register: Register) -> tuple[str, ...]:
    """The offices that the register defines, as they stand in their streams' last part."""
    return tuple(f.stream.removeprefix("office/") for f in register.of(OfficeDefined))


def _moments(register: Register, holding: Holding, *, names: Names | None) -> tuple[Moment, ...]:
    """Each date that a source gives for an end of the term; a day stands for its month too."""
    found = []
    dated = [s for s in holding.begins if not s.seen]
    for stated in _by_date(dated):
        day = last_day(_finest(stated))
        found.append(Moment("began", day, stated, _open(register, on=day, names=names)))
    for stated in _by_date(list(holding.ends)):
        day = first_day(_finest(stated))
        found.append(Moment("ended", day, stated, _open(register, on=day, names=names)))
    return tuple(found)


def _by_date(stated: list[Stated]) -> tuple[tuple[Stated, ...], ...]:
    """The sources of each date, a month with a day in it; the date that they share is first."""
    finest = dict.fromkeys(
        s.date
        for s in stated
        if not any(o.date != s.date and o.date.startswith(s.date) for o in stated)
    )
    groups = (
        tuple(sorted((s for s in stated if one.startswith(s.date)), key=lambda s: -len(s.date)))
        for one in finest
    )
    return tuple(groups)


def _finest(stated: tuple[Stated, ...]) -> str:
    return stated[0].date


def _is(fact: OfficeDefined, office: str) -> bool:
    return fact.stream in (office, f"office/{office}")


def _open(register: Register, *, on: date | None, names: Names | None) -> tuple[Progress, ...]:
    if on is None:
        return ()
    then = earlier(register, on=on)
    return tuple(
        item for item in (*findings(then, names=names), *actions(then, names=names)) if item.open
    )
