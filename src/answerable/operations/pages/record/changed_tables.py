"""What moved and what was corrected, as tables: for the whole record and for one item."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from answerable.ledger.register import Register, Version
from answerable.operations.pages import everything, naming
from answerable.operations.pages.look import Look
from answerable.operations.pages.parts import Cell, Item, Table
from answerable.operations.pages.record import drift
from answerable.scrutiny import drift as drifting
from answerable.vocabulary.facts import Corrected, DueDateMoved, Withdrawn
from answerable.vocabulary.language import say
from answerable.vocabulary.times import in_words

EVERY = 10_000


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
    rows: Sequence[tuple[str | Cell, ...]], *, caption: str, head: tuple[str, ...], most: int
) -> Counted:
    shown = tuple(rows[-most:])
    if len(shown) < len(rows):
        caption = say(
            "{caption}. The last {count} of {count2}; the others stand with items",
            caption=caption,
            count=len(shown),
            count2=f"{len(rows):,}",
        )
    table = Table(caption=caption, head=head, rows=shown) if rows else None
    return Counted(table, len(rows))


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


def moved(
    look: Look, seen: Iterable[Version], *, register: Register | None = None, most: int = EVERY
) -> Counted:
    """Every due date that moved: why; `register` for one item's page."""
    due: dict[str, str | None] = {}
    named: dict[str, str] = {}
    rows: list[tuple[str | Cell, ...]] = []
    for version in sorted(seen, key=lambda v: (v.fact.valid.start, v.seq)):
        fact = version.fact
        words = named.setdefault(fact.stream, naming.told(fact))
        if isinstance(fact, DueDateMoved):
            before = due.get(fact.stream)
            rows.append(
                (
                    Cell(
                        words=words,
                        url=look.url(f"/history/item/{fact.stream}/"),
                        note=naming.body_marked(fact.institution),
                    ),
                    in_words(before) if before else say("Not in our sources"),
                    in_words(fact.due) if fact.due else say("No date"),
                    in_words(fact.valid.start.isoformat()),
                    _agreed(fact, register),
                    fact.reason or say("Not in our sources"),
                    Cell(words=f"{version.seq:,}", url=look.url(f"/history/entry/{version.seq}/")),
                )
            )
        if hasattr(fact, "due"):
            due[fact.stream] = fact.get("due")
    head: tuple[str, ...] = (
        say("Item"),
        say("From"),
        say("To"),
        say("Agreed on"),
        say("Agreed by"),
        say("Why"),
        say("Entry"),
    )
    if register is not None:  # the page of one item need not name it in each row
        head, rows = head[1:], [row[1:] for row in rows]
    return _counted(rows, caption=say("Both dates stay on the record"), head=head, most=most)


def corrections(look: Look, seen: Iterable[Version], *, most: int = EVERY) -> Counted:
    """What we had written down wrongly, and what should not have been written at all."""
    known = list(seen)
    before = _before(look, known)
    rows: list[tuple[str | Cell, ...]] = []
    for version in known:
        fact = version.fact
        if not isinstance(fact, Corrected | Withdrawn):
            continue
        unknown: tuple[str, int | None] = (say("Not shown"), None)
        old, seq = before.get((fact.ref or "", version.seq), unknown)
        target = f"/history/entry/{seq}/" if seq is not None else f"/history/item/{fact.stream}/"
        right = (
            naming.field_value(fact.field or "", fact.value)
            if isinstance(fact, Corrected)
            else "withdrawn"
        )
        rows.append(
            (
                Cell(
                    words=say("Entry {seq:,}", seq=seq) if seq is not None else fact.stream,
                    url=look.url(target),
                    note=naming.body_marked(fact.institution),
                ),
                naming.field_words(fact.field or "")
                if isinstance(fact, Corrected)
                else say("all of it"),
                old,
                right or say("Not shown"),
                fact.reason or say("No reason is shown"),
                naming.body_words(version.by.body),
                Cell(words=f"{version.seq:,}", url=look.url(f"/history/entry/{version.seq}/")),
            )
        )
    return _counted(
        rows,
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
