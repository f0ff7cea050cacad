"""Chase drafts of the acting office: about one item, and one mail to each owner."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from answerable.operations import catalogue
from answerable.operations.desk import weeks
from answerable.operations.desk.rows import Asking
from answerable.scrutiny import chase
from answerable.scrutiny.plans.log_number import known_as
from answerable.scrutiny.week import ANSWER, QUESTION, REPLY, Entry, Week
from answerable.vocabulary.offices import one_name, spoken

LEAST_OF_ONE = 3 * len("%0D%0A")
"""Characters of a link that any item takes: the ends of its three lines. More never fit."""
MOST_LINK = 1_900
"""Characters of a mailto link: some mail programs open none that is longer than 2,000."""


@dataclass(frozen=True, slots=True)
class OfOwner:
    """What one owner has overdue or due, soonest first; `past` of them are overdue."""

    owner: str
    entries: tuple[Entry, ...]
    past: int


def draft(look: Asking, entry: Entry) -> chase.Draft:
    """The mail about one item."""
    register = look.register(entry.institution)
    return chase.draft(
        entry,
        sender=weeks.sender(look),
        known_as=known_as(register, entry.reference),
        body=_body(entry.owner),
    )


def to_oneself(look: Asking, owner: str | None) -> bool:
    """Is the owner whoever looks, or its own body? Nobody writes a mail to themselves."""
    actor = look.actor
    body, _, office = (owner or "").rpartition("/")
    if not owner or body not in ("", actor.body):
        return False
    return owner == actor.body or one_name(spoken(office)) == one_name(spoken(actor.office))


def _body(owner: str | None) -> str:
    """The name of an owner that is a body; empty for an office."""
    known = catalogue.bodies().get(owner or "")
    return known.name if known else ""


def owners(week: Week) -> tuple[OfOwner, ...]:
    """Each owner of an overdue or due action, whoever has most first."""
    found: dict[str, list[Entry]] = {}
    for entry in (*week.overdue, *(e for _, due in week.due for e in due)):
        if entry.owner and entry.kind not in (REPLY, ANSWER, QUESTION):
            found.setdefault(entry.owner, []).append(entry)
    every = (
        OfOwner(owner, tuple(held), sum(1 for e in held if (e.days or 0) < 0))
        for owner, held in found.items()
    )
    return tuple(sorted(every, key=lambda one: (-len(one.entries), one.owner)))


def to_owner(look: Asking, entries: Sequence[Entry], *, most: int | None = None) -> chase.Draft:
    """The one mail about all of an owner's items."""
    register = look.register(entries[0].institution)
    listed = entries[:most]
    return chase.to_owner(
        entries,
        sender=weeks.sender(look),
        known_as={e.reference: known_as(register, e.reference) for e in listed},
        body=_body(entries[0].owner),
        most=most,
    )


def owner_mailto(look: Asking, entries: Sequence[Entry]) -> str:
    """A link with as many of the items, from the first, as a mail program opens."""
    fewer, more = 1, min(len(entries), MOST_LINK // LEAST_OF_ONE)
    while fewer < more:
        middle = (fewer + more + 1) // 2
        if len(mailto(to_owner(look, entries, most=middle))) <= MOST_LINK:
            fewer = middle
        else:
            more = middle - 1
    return mailto(to_owner(look, entries, most=fewer))


def mailto(draft: chase.Draft) -> str:
    """A link that opens the draft in the person's own mail program, with no address yet."""
    body = draft.body.replace("\n", "\r\n")
    return f"mailto:?subject={quote(draft.subject, safe='')}&body={quote(body, safe='')}"
