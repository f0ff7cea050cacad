"""The record: its entries, moved deadlines and corrections; one item; one entry."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from answerable.ledger.register import Register, Version
from answerable.operations.pages import everything, naming
from answerable.operations.pages.look import ZONE, Look, banner, day_of_view
from answerable.operations.pages.paging import Pages
from answerable.operations.pages.parts import Aside, Cell, Item, Link, Page, Table
from answerable.operations.pages.record import blocks, drift, states, witnessed
from answerable.operations.pages.record.onward import seen_at
from answerable.operations.pages.record.verify import Check, check
from answerable.scrutiny import drift as drifting
from answerable.scrutiny.stated_day import stated_day
from answerable.store.book import book
from answerable.store.reads import registers
from answerable.store.reads.lookup import NotOnRecord, Place, find
from answerable.store.reads.registers import NotYet
from answerable.vocabulary.facts import Corrected, DueDateMoved, FindingPublished, Withdrawn
from answerable.vocabulary.language import marked, say
from answerable.vocabulary.refusal import Refusal
from answerable.vocabulary.times import in_words

MOST_MOVED = 50
"""Moves and corrections on the page of the whole record; the others stand with their items."""
EVERY = 10_000
NOT_PUBLIC = marked("Not public")
_CRUMB = Link(label=marked("Check the record"), url="/history/")


class NoSuchReference(Refusal):
    """A reference under which nothing was ever written."""

    code = "no_such_reference"


@dataclass(frozen=True, kw_only=True)
class HistoryPage(Page):
    """What was checked, what moved, what was corrected, and the entries."""

    check: Check | None = None
    moved: Table | None = None
    corrections: Table | None = None
    changes: Table | None = None
    entries: Table | None = None
    pages: Pages | None = None


def history(look: Look) -> HistoryPage:
    """The whole record: deadlines, corrections, and the newest entries first."""
    begin, end, older = blocks.newest(look)
    held = replace(look, said=None)
    items = dict.fromkeys(v.fact.stream for v in everything.of_types(held, DueDateMoved))
    moved = _moved(look, everything.of_streams(held, items), most=MOST_MOVED)
    corrections = _corrections(
        look, everything.of_types(held, Corrected, Withdrawn), most=MOST_MOVED
    )
    checked = check(look)
    return HistoryPage(
        title=say("The record, and whether it was altered"),
        area="history",
        sentence=_sentence(checked, moved, corrections),
        banner=banner(),
        past=look.past(),
        as_at=look.as_at(),
        check=checked,
        moved=moved.table,
        corrections=corrections.table,
        entries=entries_table(look, held, begin=begin, end=end),
        pages=Pages(label=say("Pages of entries"), next=older) if older else None,
        aside=(
            Aside(
                title=say("The record"),
                facts=(
                    Item(label=say("Entries"), words=f"{end:,}"),
                    witnessed.of_record(look.head.size),
                    Item(label=say("Deadlines moved"), words=moved.words),
                    Item(label=say("Corrections"), words=corrections.words),
                ),
                links=(Link(label=say("Check it yourself"), url="/history/verify/"),),
            ),
        ),
    )


def as_at_address(look: Look, day: str, rest: str) -> str:
    """The numbered address of a page at a day: valid on it, with the last entry of its end.

    Only final when the day is over (LEDGER section 10). Refuses a day before the record began.
    """
    on = day_of_view(day, what=say("day"))
    known = registers.known_on(on)
    if known < 0:
        raise NotYet(
            say(
                "The record has no entry of {day} or before: it began later.",
                day=in_words(on.isoformat()),
            )
        )
    return replace(look, valid=on, known=known, said=None).url(f"/{rest.lstrip('/')}")


def item(look: Look, reference: str) -> HistoryPage:
    """Everything written about one item, in order, with what was moved and what was corrected."""
    place = _place(reference.strip("/"))
    seen = everything.of_stream(replace(look, said=None), place.stream)
    moved = _moved(look, seen, register=look.register(place.institution))
    corrections = _corrections(look, seen)
    first = next(iter(seen), None)
    title = naming.told(first.fact) if first else place.stream
    stated = first.fact if first else None
    name = naming.finding_words(stated) if isinstance(stated, FindingPublished) else place.stream
    links: tuple[Link, ...] = ()
    if first:
        shown = seen_at(look, first).url(naming.path_of(first.fact, seq=first.seq))
        links = (Link(label=say("The page of this item"), url=shown),)
    n = len(seen)
    entries = say("1 entry has") if n == 1 else say("{n} entries have", n=f"{n:,}")
    return HistoryPage(
        title=say(
            "History of {name}: {body}", name=name, body=naming.body_words(place.institution)
        ),
        area="history",
        sentence=say("{entries} been written about this: {title}", entries=entries, title=title)
        if first
        else say("Nothing about {stream} is public at these dates.", stream=place.stream),
        crumbs=(_CRUMB,),
        banner=banner(place.institution),
        past=look.past(),
        as_at=look.as_at(),
        moved=moved.table,
        corrections=corrections.table,
        changes=_changes(look, seen),
        aside=(
            *states.of_copy(look),
            Aside(
                title=say("This item"),
                facts=(
                    Item(label=say("Reference"), words=place.stream),
                    Item(label=say("Deadline moved"), words=moved.words),
                    *_drift(seen),
                    Item(label=say("Corrected"), words=corrections.words),
                ),
                links=(
                    *links,
                    Link(label=say("Check that nothing was altered"), url="/history/verify/"),
                ),
            ),
        ),
    )


def _place(reference: str) -> Place:
    try:
        return find(reference)
    except NotOnRecord as unknown:
        raise NoSuchReference(unknown.sentence) from None


@dataclass(frozen=True, slots=True)
class _Counted:
    """The latest rows of a table, and how many there are of all."""

    table: Table | None
    n: int

    @property
    def words(self) -> str:
        return f"{self.n:,}" if self.n else "none"


def _counted(
    rows: Sequence[tuple[str | Cell, ...]], *, caption: str, head: tuple[str, ...], most: int
) -> _Counted:
    shown = tuple(rows[-most:])
    if len(shown) < len(rows):
        caption = say(
            "{caption}. The last {count} of {count2}; the others stand with items",
            caption=caption,
            count=len(shown),
            count2=f"{len(rows):,}",
        )
    table = Table(caption=caption, head=head, rows=shown) if rows else None
    return _Counted(table, len(rows))


def _sentence(checked: Check, moved: _Counted, corrections: _Counted) -> str:
    n, k = moved.n, corrections.n
    deadlines = {0: "No deadline was moved", 1: "1 deadline was moved"}.get(
        n, f"{n:,} deadlines were moved"
    )
    put_right = {0: "nothing was corrected", 1: "1 entry was corrected"}.get(
        k, f"{k:,} entries were corrected"
    )
    return say(
        "{checked} {deadlines}, and {put_right}; nothing is overwritten.",
        checked=checked.words[0],
        deadlines=deadlines,
        put_right=put_right,
    )


def entries_table(look: Look, held: Look, *, begin: int, end: int) -> Table:
    """Entries from `begin` up to `end`, newest first; `held` is the look without a said date."""
    by_seq = everything.of_entries(held, range(begin, end))
    rows = []
    for entry in reversed(list(book().entries(begin=begin, end=end))):
        version = by_seq.get(entry.seq)
        link = look.url(f"/history/entry/{entry.seq}/")
        rows.append(
            (
                Cell(words=f"{entry.seq:,}", url=link),
                written(entry.recorded_at),
                naming.body_words(version.by.body) if version else NOT_PUBLIC,
                naming.body_marked(version.fact.institution) if version else NOT_PUBLIC,
                _what(look, version) if version else NOT_PUBLIC,
            )
        )
    return Table(
        caption=say("Newest first"),
        head=(say("Entry"), say("Written"), "By", say("About"), say("What")),
        rows=tuple(rows),
    )


def _what(look: Look, version: Version) -> Cell:
    url = seen_at(look, version).url(naming.path_of(version.fact, seq=version.seq))
    return Cell(words=naming.told(version.fact), url=url)


def written(at: datetime) -> str:
    """When an entry was written, London time."""
    local = at.astimezone(ZONE)
    return f"{in_words(local.date().isoformat())}, {local:%H:%M}"


def _drift(seen: Sequence[Version]) -> Iterator[Item]:
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


def _moved(
    look: Look, seen: Iterable[Version], *, register: Register | None = None, most: int = EVERY
) -> _Counted:
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


def _corrections(look: Look, seen: Iterable[Version], *, most: int = EVERY) -> _Counted:
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


def _changes(look: Look, seen: Sequence[Version]) -> Table | None:
    rows = [
        (
            Cell(words=f"{v.seq:,}", url=look.url(f"/history/entry/{v.seq}/")),
            stated_day(v.fact),
            naming.told(v.fact),
            naming.body_words(v.by.body),
            written(v.recorded_at),
            *states.cell(seen, v),
        )
        for v in seen
        if not isinstance(v.fact, Corrected | Withdrawn)
    ]
    if not rows:
        return None
    head = (say("Entry"), say("True from"), say("What"), say("Written by"), say("Written"))
    return Table(
        caption=say("In the order of the record"),
        head=(*head, say("State")) if len(rows[0]) > len(head) else head,
        rows=tuple(rows),
    )
