"""Registers cached by head and extended entry by entry; the head; days to sequence numbers."""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Iterator
from contextlib import contextmanager, nullcontext
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from threading import RLock, local
from typing import Any, TypeVar, cast
from zoneinfo import ZoneInfo

from answerable.ledger.entry import STAMP, Entry
from answerable.ledger.register import History, Register
from answerable.store.engine import database, start
from answerable.store.engine.entries import read_opened
from answerable.store.engine.keys import Keys, keys_of
from answerable.store.reads import moments, visibility
from answerable.store.reads.staying import staying
from answerable.vocabulary.access import READER, Actor
from answerable.vocabulary.refusal import Refusal

ZONE = ZoneInfo("Europe/London")
_SAYS_MORE = (
    "SELECT 1 FROM entry WHERE institution = ?"
    " AND type NOT IN ('KeyEnrolled', 'KeyRotated', 'KeyRevoked') LIMIT 1"
)
MANY = 2_000
"""Entries of the record from which on reading them is worth being left undisturbed."""
MOST_SEEN = 8
"""Registers of one institution that are kept."""
MOST_MADE = 48
"""Things made of the whole record that are kept: every kind that pages share, and a comparison of
each measure. With as few as of one institution they would push each other out."""

T = TypeVar("T")
Read = Callable[[], tuple[Iterable[Entry], int]]
"""Gives entries about one institution, and the size of the record below which they are all."""


class NotYet(Refusal):
    """A sequence number that the record has not reached."""

    code = "not_yet"


head = moments.head


class Histories:
    """Every version about each institution that was asked for, as far as the record was read."""

    def __init__(self, keys: Keys) -> None:
        self._keys = keys
        self._lock = RLock()
        self._held: dict[str, tuple[History, int]] = {}
        self._read: dict[str, Read] = {}

    def upto(self, institution: str, size: int) -> History:
        """The history of an institution, extended to a size of the record at least."""
        with self._lock:
            # Put back only when the fold was whole: what failed half way is read again.
            held = self._held.pop(institution) if institution in self._held else None
            history, done = held or self._begun(institution)
            if done < size:
                with staying() if size - done > MANY else nullcontext():
                    history.extend(
                        read_opened(about=institution, begin=done, end=size, keys=self._keys)
                    )
            self._held[institution] = (history, max(done, size))
            return history

    def beyond(self, institution: str, size: int) -> bool:
        """Was the history read further than to a size of the record?"""
        with self._lock:
            return institution in self._held and self._held[institution][1] > size

    def begin(self, institution: str, read: Read) -> None:
        """Begin with entries that were read before, once they are asked for; of what is held
        already nothing changes.
        """
        with self._lock:
            self._read[institution] = read

    def _begun(self, institution: str) -> tuple[History, int]:
        history = History(institution)
        if (read := self._read.pop(institution, None)) is None:
            return history, 0
        entries, size = read()
        history.extend(entries)
        return history, size

    def add(self, institution: str, entries: Iterable[Entry], size: int) -> None:
        """Extend by entries just made, which nobody need read again."""
        history = self._held[institution][0]
        history.extend(entries)
        self._held[institution] = (history, size)

    def forget(self) -> None:
        """Drop what may hold entries that were not committed."""
        with self._lock:
            self._held.clear()
            self._read.clear()


class _Deciding(local):
    histories: Histories | None = None
    seen: "_Seen | None" = None


_deciding = _Deciding()


@contextmanager
def deciding(histories: Histories) -> Iterator[None]:
    """In this thread, read what is written and not yet committed, and leave no trace of it.

    A decision has to see what stands before it in the same batch. If the batch is then undone,
    no reader may have seen it.
    """
    _deciding.histories, _deciding.seen = histories, _Seen()
    try:
        yield
    finally:
        _deciding.histories = _deciding.seen = None


class _Readers:
    """The histories that readers of this process share, for the home in force."""

    def __init__(self) -> None:
        self._of: tuple[Path, str] | None = None
        self._histories: Histories | None = None
        self._lock = RLock()

    def histories(self) -> Histories:
        if _deciding.histories is not None:
            return _deciding.histories
        settings = start.ready()
        with self._lock:
            if self._histories is None or self._of != (settings.home, settings.book):
                self._of = (settings.home, settings.book)
                self._histories = Histories(keys_of(settings))
            return self._histories


_readers = _Readers()


class _Seen:
    """What was made of the record and asked for last: pages ask for the same registers again.

    It is kept in groups, one for each institution and one for the whole record, each for one
    state only; so nothing outlives a new marking or an erasure, and an entry about one
    institution costs the others nothing.
    """

    def __init__(self) -> None:
        self._lock = RLock()
        self._groups: dict[Hashable, tuple[int, OrderedDict[Hashable, Any]]] = {}

    def get(
        self,
        group: Hashable,
        state: int,
        key: Hashable,
        made: Callable[[], T],
        *,
        most: int = MOST_SEEN,
    ) -> T:
        with self._lock:
            held = self._of(group, state)
            found = cast("T | None", held.get(key))
            if found is not None:
                held.move_to_end(key)
        if found is None:
            found = made()
            with self._lock:
                if held is self._of(group, state):
                    held[key] = found
                    while len(held) > most:
                        held.popitem(last=False)
        return found

    def _of(self, group: Hashable, state: int) -> OrderedDict[Hashable, Any]:
        known = self._groups.get(group)
        if known is None or known[0] < state:
            known = self._groups[group] = (state, OrderedDict())
        return known[1] if known[0] == state else OrderedDict()


_of_readers = _Seen()


def _seen() -> _Seen:
    """What readers share; inside an append, what the decisions of one batch share."""
    return _of_readers if _deciding.seen is None else _deciding.seen


def kept(key: tuple[object, ...], made: Callable[[], T]) -> T:
    """What follows from the state of the record and a key alone; made again when that changes.

    Never None, and never what hangs on who asks unless the key says who.
    """
    settings = start.ready()

    def shared() -> T:
        _sharing.depth += 1
        try:
            return made()
        finally:
            _sharing.depth -= 1

    group = (settings.home, settings.book)
    return _seen().get(group, head().size, key, shared, most=MOST_MADE)


class _Sharing(local):
    depth: int = 0


_sharing = _Sharing()


def sharing() -> bool:
    """Is something being made that later pages get without asking: not what one page looked at?"""
    return _sharing.depth > 0


def register(
    institution: str,
    *,
    valid: date,
    known: int | None = None,
    said: date | None = None,
    actor: Actor = READER,
) -> Register:
    """What an actor sees about an institution at these dates; `known` None is the head.

    Refuses a sequence number that the record has not reached.
    """
    size = head().size
    if known is None:
        known = size - 1
    if not -1 <= known < size:
        raise NotYet(f"The record has no entry {known}: its last one is {size - 1}.")
    histories = _readers.histories()
    past = histories.upto(institution, size)
    # Where nothing was ever marked everybody sees the same, made once for all.
    allowed = (
        visibility.clearance(actor, institution=institution, on=valid)
        if past.ever_marked
        else None
    )
    # Counted before it is asked whether another reader went on: what is kept as the end is it.
    count = past.count
    at_end = known == size - 1 and not histories.beyond(institution, size)
    last = None if at_end else known

    def made() -> Register:
        whole = past.at(valid=valid, known=known, said=said)
        return visibility.seen_by(actor, whole, now=visibility.marks_now(past), on=valid)

    settings = start.configured()  # made ready by `head` above
    group = (settings.home, settings.book, institution)
    found = _seen().get(group, count, (valid, last, said, allowed), made)
    return found.read_at(known)


def history(institution: str) -> History:
    """Every version about an institution, nothing withheld: for rules, never for a page."""
    return _readers.histories().upto(institution, head().size)


def begin_with(institution: str, read: Read) -> None:
    """Entries about an institution below a size, so that readers need only read what follows."""
    _readers.histories().begin(institution, read)


def known_on(day: date) -> int:
    """Sequence number of the last entry recorded by the end of a day in London; -1 for none."""
    start.ready()
    midnight = datetime.combine(day + timedelta(days=1), time(), ZONE).astimezone(UTC)
    found = database.rows(
        "SELECT seq FROM entry WHERE recorded_at < ? ORDER BY seq DESC LIMIT 1",
        (midnight.strftime(STAMP),),
    )
    return int(found[0][0]) if found else -1


def institutions() -> tuple[str, ...]:
    """Institutions with entries, bodies that only have a key among them, by name."""

    def made() -> tuple[str, ...]:
        found = database.rows("SELECT DISTINCT institution FROM entry WHERE institution <> ''")
        return tuple(sorted(str(name) for (name,) in found))

    return kept(("institutions",), made)


def reported() -> tuple[str, ...]:
    """Institutions of which the record says more than that a key counts for them."""

    def made() -> tuple[str, ...]:
        # One entry is enough for each, and the index of institutions leads to it.
        return tuple(name for name in institutions() if database.rows(_SAYS_MORE, (name,)))

    return kept(("reported",), made)
