"""What the JSON interface lists: bodies, tables of the open data, entries; filtered and paged.

All of it is what the actor of the look may see at its dates; `publishing.public` makes a look a
reader's without an account.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from answerable.operations import catalogue, sensitivity
from answerable.operations.data_tables import ACTIONS, FIGURES, FINDINGS
from answerable.operations.desk.register import Wanted
from answerable.operations.desk.rows import rows as register_rows
from answerable.operations.interface_tables import CASES, PERIODS, REGISTER, TABLES, columns
from answerable.operations.output import catalogue_rows, publishing, table_rows
from answerable.operations.pages import everything, naming
from answerable.operations.pages import search as searching
from answerable.operations.pages.institutions.body import NoSuchBody
from answerable.operations.pages.look import Look
from answerable.operations.pages.record import drift
from answerable.publishing.open_data import Row
from answerable.store.reads import registers
from answerable.vocabulary.refusal import Refusal


class NoSuchItem(Refusal):
    """A reference that a table does not hold at these dates."""

    code = "no_such_item"


@dataclass(frozen=True, slots=True)
class Listed:
    """One page of a list: how many there are in all, and those asked for."""

    total: int
    items: tuple[Mapping[str, Any], ...]


def as_at(look: Look) -> Mapping[str, Any]:
    """The dates in force and the root of the record at them."""
    return asdict(publishing.as_at(look))


def bodies(look: Look, *, kind: str = "", limit: int, offset: int) -> Listed:
    """Bodies that the site knows, by name; of one kind where named."""
    found = sorted(catalogue.bodies().values(), key=lambda b: (b.name, b.id))
    ids = [b.id for b in found if kind in ("", b.kind)]
    return Listed(len(ids), tuple(body(look, b) for b in ids[offset : offset + limit]))


def body(look: Look, body_id: str) -> Mapping[str, Any]:
    """One body: who it is, who holds it to account, and whether anything is on record."""
    known = catalogue.bodies().get(body_id)
    if known is None:
        raise NoSuchBody(f"No body is called “{body_id[:60]}”. See the list of bodies.")
    return {
        "id": known.id,
        "name": known.name,
        "kind": known.kind,
        "kind_words": known.kind_words,
        "invented": known.invented,
        "overseen_by": catalogue.oversight_of(known.id, on=look.on),
        "on_record": known.id in registers.reported(),
        "page": look.url(f"/bodies/{known.id}/"),
    }


def table(look: Look, name: str, *, filters: Mapping[str, str], limit: int, offset: int) -> Listed:
    """Rows of a list whose columns have exactly these values, and that its page would keep."""
    of_body = filters.get("body", "")
    given = {filter_: value for filter_, value in filters.items() if value}
    if TABLES[name] is CASES:
        return Listed(*catalogue_rows.cases(look, of_body, given, limit=limit, offset=offset))
    wanted = {column: given[column] for column in columns(name) if column in given}
    found = [
        row
        for row in _rows(look, name, body=of_body)
        if all(str(row[c] or "") == v for c, v in wanted.items())
    ]
    for keeps in _tests(look, name, given):
        found = [row for row in found if keeps(row)]
    if "sort" not in wanted and (sort := given.get("sort")):  # of sessions it is a column
        found.sort(key=_place(look, of_body, sort))
    return Listed(len(found), _shown(look, name, found[offset : offset + limit]))


def _tests(look: Look, name: str, given: Mapping[str, str]) -> Iterator[Callable[[Row], bool]]:
    """What the filters ask that are no columns: those of the register, and periods of figures."""
    if TABLES[name] is FIGURES and PERIODS.keys() & given.keys():
        first, last = given.get("from", ""), given.get("to", "9999")
        yield lambda row: first <= str(row["period_start"]) <= last
    if TABLES[name] not in (FINDINGS, ACTIONS):
        return
    of_actions = TABLES[name] is ACTIONS
    asked = {n: given[n] for n in (*REGISTER, *(("answers",) if of_actions else ())) if n in given}
    if owner := given.get("owner" if of_actions else "office"):
        asked["owner"] = owner
    if asked:
        want = Wanted(**asked)
        kept = frozenset(
            item.reference
            for institution in publishing.institutions(given.get("body", ""))
            for item in register_rows(look, institution).table.chosen(want)
        )
        yield lambda row: row["reference"] in kept


def _place(look: Look, body: str, sort: str) -> Callable[[Row], tuple[int, str]]:
    """Where a row stands in the registers of some bodies, sorted as the page does; else last."""
    want = Wanted(sort=sort)
    items = (
        item.reference
        for institution in publishing.institutions(body)
        for item in register_rows(look, institution).table.chosen(want)
    )
    places = {reference: place for place, reference in enumerate(items)}
    return lambda row: (places.get(str(row["reference"]), len(places)), str(row["reference"]))


def _shown(look: Look, name: str, found: Sequence[Row]) -> tuple[Row, ...]:
    """Rows as they are sent: to a reader without an account like those of the open data."""
    if not look.actor.is_public or TABLES[name] is FIGURES:
        return tuple(found)
    return tuple(sensitivity.redacted(row, institution=str(row["body"])) for row in found)


def row(look: Look, names: Sequence[str], reference: str) -> Mapping[str, Any]:
    """One row by its reference, in the first of some tables that holds it."""
    for name in names:
        for found in _rows(look, name):
            if found["reference"] == reference:
                return _shown(look, name, (found,))[0]
    raise NoSuchItem(f"Nothing is held under “{reference[:80]}” at these dates.")


def found(look: Look, query: str, *, kind: str, body: str, limit: int, offset: int) -> Listed:
    """What holds all words of a query, exact words first; of one kind or body where named."""
    hits = searching.hits(look, query, kind=kind, body=body)
    shown = hits[offset : offset + limit]
    results = searching.results(look, searching.words_of(query), shown)
    return Listed(
        len(hits),
        tuple(
            {
                "kind": hit.kind,
                "body": hit.institution,
                "title": result.title,
                "text": "".join(piece.words for piece in result.pieces),
                "note": result.note,
                "page": result.url,
            }
            for hit, result in zip(shown, results, strict=True)
        ),
    )


def deadlines(look: Look, *, body: str = "", limit: int, offset: int) -> Listed:
    """Items whose due date moved, of each body the furthest first, with every move in order."""
    moved = [
        {"body": institution, **asdict(item)}
        for institution in publishing.institutions(body)
        for item in drift.deadlines(look, body=institution)
    ]
    return Listed(len(moved), tuple(moved[offset : offset + limit]))


def _rows(look: Look, name: str, *, body: str = "") -> tuple[Row, ...]:
    table = TABLES[name]
    if table in catalogue_rows.MAKERS:
        return catalogue_rows.MAKERS[table](look, body)
    return tuple(
        row
        for institution in publishing.in_table(table, body)
        for row in table_rows.rows(table, look, institution)
    )


def entries(
    look: Look, *, body: str = "", reference: str = "", kind: str = "", after: int, limit: int
) -> Listed:
    """Entries of the record after a sequence number, in order, with their public values."""
    publishing.institutions(body)  # refuses one that is not known
    found = sorted(
        (
            v
            for v in everything.versions(look)
            if v.seq > after
            and body in ("", v.fact.institution)
            and reference in ("", v.fact.stream)
            and kind in ("", type(v.fact).__name__)
        ),
        key=lambda v: v.seq,
    )
    return Listed(
        len(found),
        tuple(
            {
                "seq": v.seq,
                "id": v.entry_id,
                "type": type(v.fact).__name__,
                "body": v.fact.institution,
                "reference": v.fact.stream,
                "recorded_at": v.recorded_at.isoformat(),
                "recorded_by": v.by.body,
                "valid_from": v.fact.valid.start.isoformat(),
                "valid_to": v.fact.valid.end and v.fact.valid.end.isoformat(),
                "corrected_by": list(v.corrections),
                "values": {n: x for n, x in v.fact.values().items() if x is not None},
                "withheld": sorted(v.withheld),
                "page": naming.path_of(v.fact, seq=v.seq),
            }
            for v in found[:limit]
        ),
    )
