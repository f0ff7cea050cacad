"""The record: its entries, moved deadlines and corrections; one item; one entry."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from answerable.ledger.register import Version
from answerable.operations.pages import everything, naming
from answerable.operations.pages.look import ZONE, Look, banner, day_of_view
from answerable.operations.pages.paging import Pages
from answerable.operations.pages.parts import Aside, Cell, Item, Link, Page, Table
from answerable.operations.pages.record import blocks, changed_tables, states, witnessed
from answerable.operations.pages.record.changed_tables import Counted
from answerable.operations.pages.record.onward import seen_at
from answerable.operations.pages.record.verify import Check, check
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
    moved = changed_tables.moved(look, everything.of_streams(held, items), most=MOST_MOVED)
    corrections = changed_tables.corrections(
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
    moved = changed_tables.moved(look, seen, register=look.register(place.institution))
    corrections = changed_tables.corrections(look, seen)
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
                    *changed_tables.days_apart(seen),
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


def _sentence(checked: Check, moved: Counted, corrections: Counted) -> str:
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
