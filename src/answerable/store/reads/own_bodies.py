"""Bodies that a home names itself, because the catalogue does not hold them.

They stand on the record (`BodyNamed`, stream `body/<id>`): its own when the home is set up, a
partner whenever one is named. Pages ask for them at every line, so they are read again only once
somebody saw that the record has grown (`reached`).
"""

from pathlib import Path
from threading import Lock

from answerable.ledger.register import History
from answerable.store.engine import database, start
from answerable.store.engine.entries import of_streams
from answerable.vocabulary.bodies import Body, Oversight
from answerable.vocabulary.facts import BodyNamed

UNDER = "body/"
KINDS = ("institution", "oversight", "partner")
_STREAMS = "SELECT DISTINCT stream FROM entry WHERE stream >= 'body/' AND stream < 'body0'"
Own = tuple[tuple[Body, ...], tuple[Oversight, ...]]
_NOTHING: Own = ((), ())


class _Kept:
    """What each home that was asked about names itself."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._held: dict[tuple[Path, str], tuple[int, Own]] = {}

    def reached(self, size: int) -> None:
        settings = start.configured()
        place = (settings.home, settings.book)
        with self._lock:
            held = self._held.get(place)
        if size <= (held[0] if held else 0) or database.connection().in_transaction:
            return  # nothing new, or not committed: it may yet be undone
        self._keep(place, size, _read(size))

    def get(self) -> Own:
        settings = start.configured()
        place = (settings.home, settings.book)
        with self._lock:
            held = self._held.get(place)
        if held is not None:
            return held[1]
        if not start.exists():
            return _NOTHING
        start.ready()
        size = int(database.rows("SELECT size FROM head")[0][0])
        if not size:
            return _NOTHING
        found = _read(size)
        if not database.connection().in_transaction:  # what is not committed may yet be undone
            self._keep(place, size, found)
        return found

    def _keep(self, place: tuple[Path, str], size: int, found: Own) -> None:
        with self._lock:
            held = self._held.get(place)
            if held is None or held[0] < size:
                self._held[place] = (size, found)


_kept = _Kept()
reached = _kept.reached
"""Somebody saw the record at this size: what it names is read again if it was smaller before."""


def bodies() -> tuple[Body, ...]:
    """The bodies that the home in force names itself."""
    return _kept.get()[0]


def relations() -> tuple[Oversight, ...]:
    """Which of them holds which institution to account."""
    return _kept.get()[1]


def _read(size: int) -> Own:
    bodies: list[Body] = []
    held: list[Oversight] = []
    for (stream,) in database.rows(_STREAMS):
        entries = of_streams((stream,), size=size)
        institution = entries[0].content["fact"]["institution"]
        history = History(institution)
        history.extend(entries)
        for version in history.of_types(BodyNamed):
            fact = version.fact
            if not isinstance(fact, BodyNamed) or version.recorded_to is not None:
                continue
            name = stream.removeprefix(UNDER)
            kind = fact.kind if fact.kind in KINDS else "inspectorate"
            bodies.append(
                Body(
                    id=name,
                    name=fact.name or name,
                    kind=kind,  # type: ignore[arg-type]  # one of four kinds, as just said
                    kind_words=fact.kind_words or "",
                    short=fact.name or name,
                )
            )
            if fact.holds:
                held.append(
                    Oversight(
                        body=name,
                        institution=fact.holds,
                        begins=None,
                        ends=None,
                        legal_basis=fact.law or "",
                    )
                )
    return tuple(bodies), tuple(held)
