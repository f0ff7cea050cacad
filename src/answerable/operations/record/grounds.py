"""What is restricted when it is written: on which ground, and when it is looked at again.

The marking itself stands in the fact from its first moment. Ground and day follow in an entry of
their own that is as restricted as the fact, so that nobody learns from it that there is one.
Killed between the two, the fact is restricted all the same, stands among the markings that are
due, and the same key sent again adds what is missing.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from answerable.ledger.book import Receipt
from answerable.ledger.register import Register, Version
from answerable.operations.recording import book
from answerable.store.reads import registers
from answerable.store.reads.lookup import Place, find
from answerable.vocabulary.access import Actor, Classification
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import Reclassified
from answerable.vocabulary.language import say
from answerable.vocabulary.refusal import Refusal
from answerable.vocabulary.times import Period

PERSONAL = "Personal data: UK GDPR, Data Protection Act 2018"
BEFORE_PUBLICATION = "Before publication: the report is not out yet"
PERSONAL_DAYS, STAGE_DAYS = 365, 182
"""After which a name, and a stage of a report that is not out, are due for review."""


class NoGround(Refusal):
    """Something was to be restricted without a ground, or without a day to look at it again."""

    code = "no_ground"


@dataclass(frozen=True, slots=True)
class Held:
    """Why values are restricted, and the day (ISO) on which that is looked at again."""

    ground: str
    review: str


def need(*, marking: str, ground: str, review: str | None, on: date) -> Held | None:
    """The ground and the day; refused where a restricted marking lacks one; else None."""
    if marking != Classification.RESTRICTED:
        return None
    ground = ground.strip()
    if not ground:
        raise NoGround(
            say("Say on which legal ground it is restricted, or choose who else may see it.")
        )
    if not review:
        raise NoGround(say("Say when this is looked at again: nothing is restricted for ever."))
    return Held(ground, day(review, on=on))


def after(ground: str, days: int, *, on: date) -> Held:
    """A ground that goes without saying, looked at again after some days."""
    return Held(ground, (on + timedelta(days=days)).isoformat())


def day(review: str, *, on: date) -> str:
    """The day of a review, as it was given: from tomorrow to two years from now."""
    try:
        given = date.fromisoformat(review)
    except ValueError:
        raise NoGround(
            say("“{review}” is no date. Write it as 2027-01-31.", review=review[:40])
        ) from None
    if not on < given <= on.replace(day=1, year=on.year + 2):
        raise NoGround(say("The day is from tomorrow to two years from now."))
    return review


def of_entry(place: Place) -> Held | None:
    """Ground and day on which values of an entry are restricted now, where both are named."""
    last = registers.history(place.institution).of_entries([place.entry_id or ""])[-1]
    return next(
        (Held(m.ground, m.review) for m in last.withheld.values() if m.ground and m.review), None
    )


def state_grounds(
    receipt: Receipt,
    why: Callable[[Version], Held | None],
    *,
    about: str,
    by: Actor,
    at: datetime,
    key: str,
    on: date,
) -> None:
    """Put ground and day of what was just written restricted on the record, as restricted."""
    marked = tuple(_marked(receipt, why))
    if not marked:
        return

    def decide(_: Register) -> list[Fact]:
        return [_fact(version, names, held, on) for version, names, held in marked]

    book().append(about=about, decide=decide, by=by, at=at, key=f"{key}/ground", seen=None)


def _marked(
    receipt: Receipt, why: Callable[[Version], Held | None]
) -> Iterator[tuple[Version, tuple[str, ...], Held]]:
    for seq in range(receipt.first, receipt.last + 1):
        place = find(str(seq))
        version = registers.history(place.institution).of_entries([place.entry_id or ""])[0]
        names = tuple(
            name
            for name, marking in version.fact.classes.items()
            if marking is Classification.RESTRICTED
        )
        held = why(version) if names else None
        if held is not None:
            yield version, names, held


def _fact(version: Version, names: tuple[str, ...], held: Held, on: date) -> Fact:
    fact = Reclassified(
        institution=version.fact.institution,
        stream=version.fact.stream,
        valid=Period(on),
        ref=version.entry_id,
        fields=names,
        class_=Classification.RESTRICTED.value,
        ground=held.ground,
        review=held.review,
    )
    return replace(fact, classes=dict.fromkeys(fact.values(), Classification.RESTRICTED))
