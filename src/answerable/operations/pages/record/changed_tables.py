"""What moved and what was corrected, as tables: for the whole record and for one item."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from answerable.ledger.register import Register, Version
from answerable.operations.pages import everything, naming
from answerable.operations.pages.look import Look
from answerable.operations.pages.parts import Cell, Item, Table
from answerable.operations.pages.record import drift
from answerable.scrutiny import drift as drifting
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import Corrected, DueDateMoved, Withdrawn
from answerable.vocabulary.language import say
from answerable.vocabulary.times import in_words

EVERY = 10_000
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Counted:
    """The latest rows of a table, and how many there are of all."""

    table: Table | None
    n: int

    @property
    def words(self) -> str:
        """The number, or that there are none."""
        return f"{self.n:,}" if self.n else "none"


def _counted(
    found: Sequence[T],
    row: Callable[[T], tuple[str | Cell, ...]],
    *,
    caption: str,
    head: tuple[str, ...],
    most: int,
) -> Counted:
    """The rows of the last ones alone are made."""
    shown = tuple(row(one) for one in found[-most:])
    if len(shown) < len(found):
        caption = say(
            "{caption}. The last {count} of {count2}; the others stand with items",
            caption=caption,
            count=len(shown),
            count2=f"{len(found):,}",
        )
    table = Table(caption=caption, head=head, rows=shown) if shown else None
    return Counted(table, len(found))


def days_apart(seen: Sequence[Version]) -> Iterator[Item]:
    """Of an item whose date moved: the first date, the one that stands, and how far apart."""
    moves = [v.fact for v in seen if isinstance(v.fact, DueDateMoved)]
    first = next((v.fact.get("due") for v in seen if hasattr(v.fact, "due")), None)
    last = max(moves, key=lambda fact: fact.valid.start).due if moves else None
    if first is None or last is None:
        return
    yield Item(label=say("First date"), words=in_words(first))
    yield Item(label=say("Date now"), words=in_words(last))
    if (days := drifting.days_between(first, last)) is not None:
        yield Item(label=say("Days between them"), words=f"{days:,}")


def _agreed(fact: DueDateMoved, register: Register | None) -> str:
    """The office or body that agreed to a move and, on an item's page, who held it that day."""
    if not fact.authoriser:
        return say("Not in our sources")
    office = fact.authoriser.rpartition("/")[2].replace("-", " ")
    held = drift.held_then(register, office=fact.authoriser, on=fact.valid.start)
    return say("{office}, held then by {person}", office=office, person=held) if held else office


@dataclass(frozen=True, slots=True)
class _Move:
    """A due date that moved: what names the item, the date before, and the fact of the move."""

    named: Fact
    before: str | None
    fact: DueDateMoved
    seq: int


def moved(
    look: Look, seen: Iterable[Version], *, register: Register | None = None, most: int = EVERY
) -> Counted:
    """Every due date that moved: why; `register` for one item's page."""

    def row(move: _Move) -> tuple[str | Cell, ...]:
        fact = move.fact
        cells = (
            Cell(
                words=naming.told(move.named),
                url=look.url(f"/history/item/{fact.stream}/"),
                note=naming.body_marked(fact.institution),
            ),
            in_words(move.before) if move.before else say("Not in our sources"),
            in_words(fact.due) if fact.due else say("No date"),
            in_words(fact.valid.start.isoformat()),
            _agreed(fact, register),
            fact.reason or say("Not in our sources"),
            Cell(words=f"{move.seq:,}", url=look.url(f"/history/entry/{move.seq}/")),
        )
        return cells[begin:]

    begin = 0 if register is None else 1  # the page of one item need not name it in each row
    head = (
        say("Item"),
        say("From"),
        say("To"),
        say("Agreed on"),
        say("Agreed by"),
        say("Why"),
        say("Entry"),
    )
    return _counted(
        list(_moves(seen)),
        row,
        caption=say("Both dates stay on the record"),
        head=head[begin:],
        most=most,
    )


def _moves(seen: Iterable[Version]) -> Iterator[_Move]:
    due: dict[str, str | None] = {}
    named: dict[str, Fact] = {}
    for version in sorted(seen, key=lambda v: (v.fact.valid.start, v.seq)):
        fact = version.fact
        first = named.setdefault(fact.stream, fact)
        if isinstance(fact, DueDateMoved):
            yield _Move(first, due.get(fact.stream), fact, version.seq)
        if hasattr(fact, "due"):
            due[fact.stream] = fact.get("due")


def corrections(look: Look, seen: Iterable[Version], *, most: int = EVERY) -> Counted:
    """What we had written down wrongly, and what should not have been written at all."""
    known = list(seen)
    before = _before(look, known)

    def row(version: Version) -> tuple[str | Cell, ...]:
        fact = version.fact
        unknown: tuple[str, int | None] = (say("Not shown"), None)
        old, seq = before.get((fact.get("ref") or "", version.seq), unknown)
        target = f"/history/entry/{seq}/" if seq is not None else f"/history/item/{fact.stream}/"
        corrected = fact if isinstance(fact, Corrected) else None
        right = (
            naming.field_value(corrected.field or "", corrected.value)
            if corrected
            else "withdrawn"
        )
        return (
            Cell(
                words=say("Entry {seq:,}", seq=seq) if seq is not None else fact.stream,
                url=look.url(target),
                note=naming.body_marked(fact.institution),
            ),
            naming.field_words(corrected.field or "") if corrected else say("all of it"),
            old,
            right or say("Not shown"),
            fact.get("reason") or say("No reason is shown"),
            naming.body_words(version.by.body),
            Cell(words=f"{version.seq:,}", url=look.url(f"/history/entry/{version.seq}/")),
        )

    return _counted(
        [version for version in known if isinstance(version.fact, Corrected | Withdrawn)],
        row,
        caption=say("The first words stay on the record beside the right ones"),
        head=("Of", say("Field"), say("Was"), "Is", say("Why"), "By", say("Entry")),
        most=most,
    )


def _before(look: Look, known: Sequence[Version]) -> dict[tuple[str, int], tuple[str, int]]:
    """(entry id, sequence of what changed it) -> the value before, and the entry's number."""
    changed_by = {v.seq: v.fact for v in known if isinstance(v.fact, Corrected | Withdrawn)}
    found: dict[tuple[str, int], tuple[str, int]] = {}
    for version in everything.superseded(look):
        if version.recorded_to is None or version.recorded_to not in changed_by:
            continue
        change = changed_by[version.recorded_to]
        if isinstance(change, Corrected) and change.field:
            old = naming.field_value(change.field, version.fact.get(change.field))
        else:
            old = naming.told(version.fact)
        found[(version.entry_id, version.recorded_to)] = (old or "empty", version.seq)
    return found
