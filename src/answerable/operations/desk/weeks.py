"""The week of an acting office, over every institution that it answers for."""

from dataclasses import dataclass
from urllib.parse import quote

from answerable.operations import catalogue, people
from answerable.operations.desk.rows import Asking, institutions, rows
from answerable.scrutiny import chase
from answerable.scrutiny.week import Entry, Week, week

MOST_SHOWN = 25
"""Lines of one part; the register shows all, in pages."""


@dataclass(frozen=True, slots=True)
class OfWeek:
    """The week about one institution."""

    institution: str
    week: Week


def weeks(look: Asking) -> tuple[OfWeek, ...]:
    """One week for each institution that the acting office answers for."""
    return tuple(
        OfWeek(
            name,
            week(
                look.register(name),
                rows(look, name).items,
                on=look.on,
                regime=catalogue.regime_of(name),
                oversight=catalogue.oversight_of(name) or "",
            ),
        )
        for name in institutions(look)
    )


def sender(look: Asking) -> str:
    """“Governance officer, West Mercia Police and Crime Commissioner”."""
    actor = look.actor
    title = dict(people.offices()).get(f"{actor.body}/{actor.office}", actor.office)
    body = catalogue.bodies().get(actor.body)
    return f"{title}, {body.name}" if body else title


def mailto(entry: Entry, *, sent_by: str) -> str:
    """A link that opens the chase draft in the person's own mail program, with no address yet."""
    draft = chase.draft(entry, sender=sent_by)
    body = draft.body.replace("\n", "\r\n")
    return f"mailto:?subject={quote(draft.subject, safe='')}&body={quote(body, safe='')}"
