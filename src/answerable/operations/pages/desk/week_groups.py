"""A long part of the week by owner: a count, the oldest, the first few, and the way to the rest.

A hundred rows one under another hide who has to be asked, and so do the five oldest at their head.
Every one is found under its owner, in the register if there are many; the first few of the part
stand after the owners, each with its draft.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from answerable.operations.pages.look import Look
from answerable.operations.pages.naming import short
from answerable.operations.pages.parts import Link, Row
from answerable.operations.pages.proof import office_words
from answerable.scrutiny.lateness import since_the_end
from answerable.scrutiny.phrases import number, plural, start, stop
from answerable.scrutiny.week import Entry
from answerable.vocabulary.language import say

LONG = 8
"""Lines of a part from which its owners stand apart."""
FIRST = 5
MOST_OF_ONE = 10
MOST_OWNERS = 20
"""Owners of a part that stand open to the eye; the others are behind one line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekGroup:
    """One owner: a line that opens, its first rows, and all of them in the register."""

    words: str
    rows: tuple[Row, ...]
    rest: Link


def by_owner(
    look: Look, entries: Sequence[Entry], *, body: str, view: str, url: Callable[[Entry], str]
) -> tuple[WeekGroup, ...]:
    """Every entry under its owner, who has most first; those without an owner last."""
    held: dict[str, list[Entry]] = {}
    for entry in entries:
        held.setdefault(entry.owner or "", []).append(entry)
    order = sorted(held, key=lambda owner: (not owner, -len(held[owner]), owner.casefold()))
    return tuple(_group(look, held[owner], {"body": body, "view": view}, url) for owner in order)


def _group(
    look: Look, found: Sequence[Entry], asked: dict[str, str], url: Callable[[Entry], str]
) -> WeekGroup:
    owner = found[0].owner or ""
    name = start(office_words(owner)) if owner else say("No owner on record")
    past = max((-e.days for e in found if e.days is not None), default=0)
    words = f"{name}: {len(found):,}"
    if past > 0:
        oldest = next(e for e in found if e.days == -past)
        words += (
            say(", the oldest {past}", past=since)
            if (since := since_the_end(oldest.due))
            else say(", the oldest {days} past its date", days=_days(past))
        )
    asked = {**asked, "owner": owner}
    return WeekGroup(
        words=words,
        rows=tuple(
            Row(
                title=start(short(e.text)) if e.text else say("Words not in our sources"),
                url=look.url(url(e)),
                sentence=_late(e, -e.days) if e.days is not None and e.days < 0 else e.why,
            )
            for e in found[:MOST_OF_ONE]
        ),
        rest=Link(
            label=say("All of {name} in the register", name=name)
            if owner
            else say("All of this part in the register"),
            url=look.url(f"/plans/?{urlencode({k: v for k, v in asked.items() if v})}"),
        ),
    )


def _late(entry: Entry, days: int) -> str:
    if since := since_the_end(entry.due):
        return stop(start(since))
    return say("{days} past its date.", days=start(_days(days)))


def _days(many: int) -> str:
    return f"{number(many)} {plural('day', many)}"
