"""What changed this month: the latest entries, body by body, as a reader may see them."""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from itertools import islice

from answerable.ledger.register import Version
from answerable.operations.pages import naming
from answerable.operations.pages.look import Look
from answerable.operations.pages.parts import Link, Row
from answerable.store.reads import recent, registers, visibility
from answerable.vocabulary.facts import (
    ClosureStated,
    ClosureVerified,
    Corrected,
    DueDateMoved,
    FindingPublished,
    GradeGiven,
    MeetingHeld,
    Reopened,
    RungReached,
    VerdictGiven,
)
from answerable.vocabulary.language import say
from answerable.vocabulary.times import in_words

DAYS = 31
MOST_BODIES, MOST_LINES = 6, 3
_TOLD = (
    VerdictGiven,
    ClosureVerified,
    ClosureStated,
    Reopened,
    DueDateMoved,
    RungReached,
    GradeGiven,
    FindingPublished,
    MeetingHeld,
    Corrected,
)
"""What a reader comes back for, in this order; other entries are counted only."""


def since(look: Look) -> str:
    """“since 26 October 2026”."""
    return say("since {day}", day=in_words((look.on - timedelta(days=DAYS)).isoformat()))


def changes(look: Look) -> tuple[Row, ...]:
    """Bodies of which something was recorded in the last 31 days, the latest first."""
    known = look.head.size - 1 if look.known is None else look.known
    stamp = (look.on - timedelta(days=DAYS)).isoformat()
    of_body: dict[str, list[str]] = {}
    for entry in recent.recorded_since(stamp, known=known):
        if entry.institution:
            of_body.setdefault(entry.institution, []).append(entry.entry_id)
    rows = (_row(look, body, ids, known) for body, ids in of_body.items())
    return tuple(islice((row for row in rows if row is not None), MOST_BODIES))


def _row(look: Look, body: str, entry_ids: Sequence[str], known: int) -> Row | None:
    seen = list(_visible(look, body, entry_ids, known))
    if not seen:
        return None
    told = sorted(
        (v for v in seen if isinstance(v.fact, _TOLD)),
        key=lambda v: (next(i for i, t in enumerate(_TOLD) if isinstance(v.fact, t)), -v.seq),
    )
    n = len(seen)
    return Row(
        title=naming.body_marked(body),
        url=look.url(f"/bodies/{body}/"),
        sentence=say(
            "{n} {word} recorded.",
            n=f"{n:,}",
            word=say("entry was") if n == 1 else say("entries were"),
        ),
        links=tuple(
            Link(label=naming.told(v.fact), url=look.url(naming.path_of(v.fact, seq=v.seq)))
            for v in told[:MOST_LINES]
        ),
    )


def _visible(look: Look, body: str, entry_ids: Sequence[str], known: int) -> Iterable[Version]:
    past = registers.history(body)
    allowed = visibility.clearance(look.actor, institution=body, on=look.today)
    for version in visibility.redacted(
        past.of_entries(entry_ids), now=visibility.marks_now(past), allowed=allowed
    ):
        start = version.fact.valid.start
        if version.visible(valid=start, known=known, said=look.said):
            yield version
