"""The week of those who answer for their own body: what it owes, by owner, and where to answer.

An office that holds others to account chases them; a force has nobody to chase for its own
actions. It says how far they have got.
"""

from collections import Counter
from collections.abc import Iterator
from urllib.parse import urlencode

from answerable.operations import access
from answerable.operations.pages.look import Look
from answerable.operations.pages.parts import Aside, Link
from answerable.operations.pages.proof import office_words
from answerable.scrutiny.phrases import start
from answerable.scrutiny.week import Entry, Week
from answerable.vocabulary.access import Role
from answerable.vocabulary.language import marked, say

_ANSWERS = frozenset({Role.FORCE_LIAISON, Role.CHIEF_OFFICER})
_FORMS = (
    ("rung", "reach_rung", marked("Say that it is done")),
    ("update", "update_action", marked("Record news")),
    ("move", "move_due_date", marked("Move the due date")),
)
OVERDUE = marked("What we owe and is overdue")
WAITING = marked("What we said is done, and nobody has checked")


def owes(look: Look, institution: str) -> bool:
    """Does whoever looks answer for this institution itself?"""
    return look.actor.body == institution and bool(look.actor.roles & _ANSWERS)


def answers(look: Look, entry: Entry, *, late: bool) -> tuple[Link, ...]:
    """The forms in which an action that is still owed is answered."""
    if entry.kind != "action" or not late:
        return ()
    return tuple(
        Link(label=say(label), url=f"/actions/{entry.reference}/{form}/")
        for form, operation, label in _FORMS
        if access.may(look.actor, operation, about=entry.institution)
    )


def by_owner(look: Look, institution: str, found: Week) -> Iterator[Aside]:
    """How many overdue actions each owner has, with the way to them."""
    counts = Counter(entry.owner for entry in found.overdue if entry.owner)
    links = tuple(
        Link(
            label=f"{start(office_words(owner))}: {many:,}",
            url=look.url(
                f"/plans/?{urlencode({'body': institution, 'view': 'overdue', 'owner': owner})}"
            ),
        )
        for owner, many in counts.most_common()
    )
    if links:
        yield Aside(title=say("Overdue, by owner"), links=links)
