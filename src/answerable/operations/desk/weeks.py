"""The week of an acting office, over every institution that it answers for."""

from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock

from answerable.operations import access, catalogue, people
from answerable.operations.desk.rows import Asking, Key, Rows, institutions, rows
from answerable.scrutiny.accountability import partners
from answerable.scrutiny.sessions.intensity import Intensity, intensity
from answerable.scrutiny.week import Week, week

MOST_KEPT = 8
MOST_SHOWN = 20
"""Lines of one part; the register shows all, in pages."""


@dataclass(frozen=True, slots=True)
class OfWeek:
    """The week about one institution, and how much scrutiny each theme of it got."""

    institution: str
    week: Week
    intensity: tuple[Intensity, ...] = ()


class _Kept:
    """The last few weeks that were worked out, each for one state of the record."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._held: OrderedDict[tuple[Key, int], OfWeek] = OrderedDict()

    def get(self, look: Asking, held: Rows) -> OfWeek:
        with self._lock:
            found = self._held.get((held.key, held.size))
        if found is None:
            name = held.institution
            register, regime = look.register(name), catalogue.regime_of(name, on=look.on)
            oversight = catalogue.oversight_of(name, on=look.on) or ""
            found = OfWeek(
                name,
                week(register, held.items, on=look.on, regime=regime, oversight=oversight),
                intensity(register, regime=regime),
            )
            with self._lock:
                self._held[held.key, held.size] = found
                while len(self._held) > MOST_KEPT:
                    self._held.popitem(last=False)
        return found


_kept = _Kept()


def weeks(look: Asking) -> tuple[OfWeek, ...]:
    """One week for each institution that the acting office answers for and that has rows.

    A partner's holds what it has a part in, and nothing of how the theme was scrutinised.
    """
    found = (rows(look, name) for name in institutions(look))
    whole = tuple(_kept.get(look, held) for held in found if held.items)
    if not access.only_partner(look.actor):
        return whole
    return tuple(
        OfWeek(one.institution, one.week.only(_parts(look, one.institution))) for one in whole
    )


def _parts(look: Asking, institution: str) -> frozenset[str]:
    return partners.parts_of(look.register(institution), partner=look.actor.body)


def sender(look: Asking) -> str:
    """“Governance officer, West Mercia Police and Crime Commissioner”."""
    actor = look.actor
    title = dict(people.offices()).get(f"{actor.body}/{actor.office}", actor.office)
    body = catalogue.bodies().get(actor.body)
    return f"{title}, {body.name}" if body else title
