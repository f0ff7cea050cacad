"""The steps of the statutory response: which there are, and what recording one needs.

The dates stay apart (DOMAIN 4): the letter, the publication of the comments, and each copy sent.
Publication is shown by the address at which the comments stand, and by a kept copy of the page.
"""

from collections.abc import Sequence
from datetime import date
from typing import Final

from answerable.ledger.register import Register, Version
from answerable.scrutiny.phrases import on_day
from answerable.scrutiny.plans.plans import NotPossible
from answerable.scrutiny.sourced import OUR_RECORD, Sourced
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import ResponseStepTaken, StageReached
from answerable.vocabulary.language import marked, say
from answerable.vocabulary.regimes import Label

LETTER: Final = Label(key="letter", words=marked("Letter dated"))
PUBLISHED: Final = "published"
UNDER: Final = "response/"
_SCHEMES = ("https://", "http://")


def steps_of(duty: Sequence[Label]) -> tuple[Label, ...]:
    """What can be recorded: the steps of the duty, and the letter before its publication."""
    at = next((n for n, step in enumerate(duty) if step.key == PUBLISHED), len(duty))
    return (*duty[:at], LETTER, *duty[at:])


def taken(register: Register, report: str) -> dict[str, Version]:
    """Step -> the fact that says it was taken.

    Of several the earliest publication counts, and the latest of any other step. Older records
    say it by a stage in the same stream.
    """
    found: dict[str, Version] = {}
    versions = register.versions_of(ResponseStepTaken, StageReached, stream=f"{UNDER}{report}")
    for version in sorted(versions, key=lambda v: (v.fact.valid.start, v.seq)):
        fact = version.fact
        step = fact.step if isinstance(fact, ResponseStepTaken) else fact.get("stage")
        if step and not (step == PUBLISHED and step in found):
            found[step] = version
    return found


def take_step(
    register: Register,
    *,
    report: str,
    step: str,
    on: date,
    published: date,
    duty: Sequence[Label],
    address: str = "",
    digests: Sequence[str] = (),
    text: str = "",
    sourced: Sourced = OUR_RECORD,
) -> list[Fact]:
    """A step was taken on a day. `published` is the day of the report; `duty` its steps in law."""
    known = {one.key: one for one in steps_of(duty)}
    if step not in known:
        raise NotPossible(
            say(
                "“{step}” is no step here. Use one of: {values}.",
                step=step[:40],
                values=", ".join(known),
            )
        )
    if on < published:
        raise NotPossible(
            say(
                "{day} is before the report was published, on {day2}. Correct the day.",
                day=on_day(on),
                day2=on_day(published),
            )
        )
    if on > register.valid:
        raise NotPossible(
            say("{day} is still to come. Record the step once it is taken.", day=on_day(on))
        )
    if address and not address.startswith(_SCHEMES):
        raise NotPossible("An address begins with https:// or http://. Copy it from the page.")
    if step == PUBLISHED and not address:
        raise NotPossible(
            say(
                "Give the address at which the comments are published, and a "
                "copy of the page if you can: that is the proof of publication."
            )
        )
    before = taken(register, report).get(step)
    if before is not None and before.fact.valid.start == on:
        raise NotPossible(
            say(
                "“{words}” is on record for {day}. If that is wrong, correct the entry.",
                words=known[step].words,
                day=on_day(on),
            )
        )
    return [
        ResponseStepTaken(
            **sourced.envelope(register, stream=f"{UNDER}{report}", on=on),
            step=step,
            address=address or None,
            digests=tuple(digests) or None,
            text=text or None,
        )
    ]
