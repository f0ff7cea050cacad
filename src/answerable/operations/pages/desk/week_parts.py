"""The parts of a week, and the way past them by keyboard: a list, and a step to the next."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from answerable.operations.pages.desk.week_groups import WeekGroup
from answerable.operations.pages.parts import Link, Section
from answerable.vocabulary.language import say


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekLine:
    """One thing: its words and page, why it is here, whom it waits for, and the mail to send.

    `answers`: where whoever owes it answers, in the place of a mail to oneself.
    """

    title: str
    url: str
    kind: str
    days: str
    why: str
    owner: str
    mail: str
    file: str
    draft: str
    end: str = ""
    answers: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekPart:
    """A heading, its first lines, all by owner where they are many, and where the rest stands."""

    title: str
    id: str
    lines: tuple[WeekLine, ...]
    none: str
    rest: Link | None = None
    groups: tuple[WeekGroup, ...] = ()
    other_groups: tuple[WeekGroup, ...] = ()
    count: int = 0
    before: Link | None = None
    after: Link | None = None


def places(
    first: Sequence[Section], parts: Sequence[WeekPart], last: Sequence[Section]
) -> tuple[Link, ...]:
    """Each part with its count: “Overdue (12)”; nothing where there is one part or none."""
    found = (
        *(_place(f"{s.title} ({len(s.rows):,})", s.id) for s in first if s.id),
        *(_place(f"{part.title} ({part.count:,})", part.id) for part in parts),
        *(_place(s.title, s.id) for s in last if s.id),
    )
    return found if len(found) > 1 else ()


def linked(parts: Sequence[WeekPart]) -> tuple[WeekPart, ...]:
    """The parts, each that holds something with the way to the one after and before it."""
    return tuple(
        replace(
            part,
            after=_beside(say("Go to the next part"), parts[at + 1 : at + 2]),
            before=_beside(say("Go to the part before"), parts[max(at - 1, 0) : at]),
        )
        if part.count
        else part
        for at, part in enumerate(parts)
    )


def _place(label: str, anchor: str) -> Link:
    return Link(label=label, url=f"#{anchor}")


def _beside(words: str, beside: Sequence[WeekPart]) -> Link | None:
    return next((_place(f"{words}: {part.title}", part.id) for part in beside), None)
