"""Explanations before the reply is published: shown to the offices concerned until then.

Where the law has a reply published, what our own record explains is part of a reply that is not
out. It is internal, with every value, so that nobody else learns that there is one; the step that
records the publication makes it public. What a source says of itself stands as the source does.
"""

from collections.abc import Sequence
from datetime import date

from answerable.ledger.register import Register, Version
from answerable.scrutiny.matter import report_of
from answerable.scrutiny.phrases import on_day
from answerable.scrutiny.replies.response_steps import PUBLISHED, taken
from answerable.vocabulary.access import Classification
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import Reclassified, ResponseGiven
from answerable.vocabulary.language import say
from answerable.vocabulary.regimes import Label
from answerable.vocabulary.times import Period


def waits(register: Register, report: str, *, duty: Sequence[Label]) -> bool:
    """Is the reply to a report one that is published, and not published yet?

    `duty`: the steps of the reply in law, none where no law asks for one.
    """
    due = any(step.key == PUBLISHED for step in duty)
    return due and PUBLISHED not in taken(register, report)


def held_back(register: Register, report: str) -> tuple[Version, ...]:
    """The last explanation of each recommendation, where the offices concerned alone see it.

    One that was written anew before the reply went out was never part of it. One that somebody has
    marked since is theirs to release.
    """
    marked_since = {v.fact.ref for v in register.versions_of(Reclassified)}
    last = {
        v.fact.stream: v
        for v in sorted(register.versions_of(ResponseGiven), key=lambda v: v.seq)
        if report_of(v.fact.stream) == report
    }
    return tuple(
        v
        for v in last.values()
        if v.fact.classes.get("text") is Classification.INTERNAL and v.entry_id not in marked_since
    )


def release(register: Register, report: str, *, on: date) -> list[Fact]:
    """The reply is out: its explanations become public with the day of the publication."""
    return [
        Reclassified(
            institution=register.institution,
            stream=version.fact.stream,
            valid=Period(register.valid),
            ref=version.entry_id,
            fields=tuple(version.fact.classes),
            class_=Classification.PUBLIC.value,
            ground=say("The reply was published on {day}.", day=on_day(on)),
        )
        for version in held_back(register, report)
    ]
