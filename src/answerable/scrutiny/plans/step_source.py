"""What a step up the ladder rests on, where somebody said so and no file is quoted.

A letter, a mail or a paper in words, or a session by its reference: one answer of the form of a
step, whose field is the rung.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Final

from answerable.ledger.register import Register, Version
from answerable.scrutiny.plans.plans import NotPossible
from answerable.scrutiny.sourced import OUR_RECORD
from answerable.scrutiny.standing import Step
from answerable.vocabulary.facts import DetailStated, MeetingHeld
from answerable.vocabulary.ladder import Rung
from answerable.vocabulary.language import say

FORM: Final = "step"
SESSION: Final = "session/"


def stated(register: Register, *, stream: str, rung: Rung, source: str, on: date) -> DetailStated:
    """The fact that a step rests on a source. Refused: a session that the record does not hold."""
    if source.startswith(SESSION) and session(register, source) is None:
        raise NotPossible(
            say(
                "The record holds no session {source}. Choose one of those offered.", source=source
            )
        )
    return DetailStated(
        **OUR_RECORD.envelope(register, stream=stream, on=on),
        form=FORM,
        field=rung.value,
        value=source,
    )


def told_by(version: Version) -> bool:
    """Does this fact say what a step rests on?"""
    fact = version.fact
    return isinstance(fact, DetailStated) and fact.get("form") == FORM


def sources(versions: Iterable[Version], steps: Sequence[Step]) -> Mapping[Rung, Version]:
    """Rung -> what says on what it rests, of the steps that stand; said last, it stands."""
    last = {step.rung.value: step for step in steps}
    found: dict[Rung, Version] = {}
    for version in filter(told_by, versions):
        step = last.get(str(version.fact.get("field")))
        if step is not None and version.seq > step.version.seq:
            found[step.rung] = version
    return found


def remembered(register: Register) -> tuple[str, ...]:
    """What steps of an institution rested on before, in words, the last first, each once."""
    values = [
        str(v.fact.get("value") or "") for v in register.versions_of(DetailStated) if told_by(v)
    ]
    words = (value for value in reversed(values) if value and not value.startswith(SESSION))
    return tuple(dict.fromkeys(words))


def sessions(register: Register) -> tuple[MeetingHeld, ...]:
    """The sessions on the record, the last first."""
    held = register.of(MeetingHeld)
    return tuple(sorted(held, key=lambda one: (str(one.date), one.stream), reverse=True))


def session(register: Register, name: str) -> MeetingHeld | None:
    """The session of a reference; None where the record holds none."""
    return next(iter(register.of(MeetingHeld, stream=name)), None)
