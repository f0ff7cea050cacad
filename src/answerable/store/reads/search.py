"""Search over projections at a view's dates: public values only, as they may be shown now.

A projection holds every version with its dates, and no value that is not public at the end of
the record; so a past view is answered from it too, and nothing found need be withheld.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from answerable.ledger.entry import STAMP
from answerable.reading.layout.pieces import CELL_BREAK
from answerable.store.engine import database, start
from answerable.store.engine.projection import BETWEEN
from answerable.store.engine.tables import SEARCHED
from answerable.store.engine.words import LONGEST_WORD, mark, plain
from answerable.store.reads.fits import NAMED, Asked, fits, most_fits, telling_fits

MOST_FOUND = 500
MOST_TYPED = 40
MOST_NUMBERED = 25
_LOG = "/log/"

# What a source dated “2024-05” says is only sure to be out when May is over.
_SAID = "said <= CASE length(said) WHEN 10 THEN ? WHEN 7 THEN ? ELSE ? END"
_HELD = (
    "s.recorded_from <= ? AND (s.recorded_to IS NULL OR ? < s.recorded_to)"
    " AND s.valid_from <= ? AND (s.valid_to IS NULL OR ? < s.valid_to)"
)
Condition = tuple[str, tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Found:
    """A version of a fact in which all words stand: what it is, and how well it fits."""

    id: int
    kind: str
    institution: str
    seq: int
    doc: str | None
    fit: int


@dataclass(frozen=True, slots=True)
class Filed:
    """A document that anybody may see: for whom it was filed, its title, its day."""

    doc: str
    institution: str
    seq: int
    title: str
    said: str | None


@dataclass(frozen=True, slots=True)
class Told:
    """What is shown of something found."""

    entry_id: str
    type: str
    institution: str
    stream: str
    seq: int
    valid_from: str
    said: str | None
    kind: str
    text: str
    doc: str | None
    quote: str | None

    @property
    def first(self) -> str:
        """The first value that is not empty: the words themselves, without theme or number."""
        return self.text.partition(BETWEEN)[0]

    @property
    def words_of_source(self) -> str | None:
        """The quote; of a row of a log none, as its text says what was read of it and no more."""
        row = self.quote is not None and _LOG in self.stream and CELL_BREAK in self.quote
        return None if row else self.quote


def words_of(query: str) -> tuple[str, ...]:
    """The words of a query, as they were written: at most forty, none too long.

    What has neither a letter nor a number is no word.
    """
    kept = (word for word in query.split() if len(word) <= LONGEST_WORD and plain(word))
    return tuple("".join(filter(str.isprintable, word)) for word in kept)[:MOST_TYPED]


def search(
    words: Sequence[str],
    *,
    valid: date,
    known: int,
    said: date | None = None,
    institution: str = "",
    kind: str = "",
    after: int | None = None,
) -> tuple[Found, ...]:
    """Facts in which all words stand, in any order and any case.

    Exact phrases first, then whole words, then stems and beginnings of words; the latest first
    among equals. At most 500. No words find nothing; of more than eight only their phrase is
    looked for. A kind or a body narrows where named; so does an entry, after which something was
    recorded or put right.
    """
    asked = plain(" ".join(words))
    where = _where(valid, known, said, about=(institution, kind), after=after)
    return _found(fits(asked) if asked else (), where, institution=institution, kind=kind)


def by_telling(
    telling: Sequence[str],
    *,
    valid: date,
    known: int,
    said: date | None = None,
    institution: str = "",
    kind: str = "",
    after: int | None = None,
    most: bool = False,
    least: int = 0,
) -> tuple[Found, ...]:
    """Facts in which all telling words of a sentence stand; with `most`, else most of them.

    `telling` are plain words, at most eight; `least` of them are enough, else half. Those with
    more of them come first.
    """
    if not telling:
        return ()
    where = _where(valid, known, said, about=(institution, kind), after=after)
    found = _found(telling_fits(telling), where, institution=institution, kind=kind)
    if found or not most:
        return found
    return _found(most_fits(telling, least=least), where, institution=institution, kind=kind)


def _found(
    asked: Iterable[Asked], where: Sequence[Condition], *, institution: str, kind: str
) -> tuple[Found, ...]:
    """What an index has, each once at its best fit."""
    start.ready()
    engine = database.engine()
    narrowed = {"kind": kind, "body": institution}
    marks = [(mark(what, value),) for what, value in narrowed.items() if value]
    told = " AND ".join(condition for condition, _ in where)
    values = [value for _, given in where for value in given]
    found: dict[int, Found] = {}
    for fit, wanted in asked:
        if len(found) < MOST_FOUND:
            rows = database.rows(
                f"SELECT s.id, s.kind, s.institution, s.seq, s.doc {engine.found} AND {told}"
                f" ORDER BY {engine.newest} LIMIT {MOST_FOUND}",
                (engine.pattern([*wanted, *marks]), *values),
            )
            for row in rows:
                number, sort, about, seq, doc = row
                found.setdefault(number, Found(number, sort, about, seq, doc, fit))
    return tuple(sorted(found.values(), key=lambda f: (f.fit, -f.seq))[:MOST_FOUND])


def numbered(
    ends: Sequence[str],
    *,
    valid: date,
    known: int,
    said: date | None = None,
    institution: str = "",
    kind: str = "",
) -> tuple[Found, ...]:
    """Findings and actions whose reference ends so, such as “recommendation/6”; latest first."""
    if not ends:
        return ()
    start.ready()
    conditions = list(_conditions(valid, known, said, institution, kind))
    where = " AND ".join(condition for condition, _ in conditions)
    like = " OR ".join("s.stream LIKE ?" for _ in ends)
    rows = database.rows(
        "SELECT s.id, s.kind, s.institution, s.seq, s.doc FROM searchable AS s"  # noqa: S608  # constants
        f" WHERE s.type IN ('FindingPublished', 'ActionPromised') AND ({like}) AND {where}"
        f" ORDER BY s.seq DESC LIMIT {MOST_NUMBERED}",
        [*(f"%/{end}" for end in ends), *(v for _, given in conditions for v in given)],
    )
    return tuple(
        Found(number, sort, about, seq, doc, NAMED) for number, sort, about, seq, doc in rows
    )


def told(ids: Iterable[int]) -> Mapping[int, Told]:
    """What some of the things found say, by their ids."""
    start.ready()
    wanted = sorted(set(ids))
    if not wanted:
        return {}
    marks = ", ".join("?" * len(wanted))
    rows = database.rows(
        "SELECT id, entry_id, type, institution, stream, seq, valid_from, said, kind, text, doc,"  # noqa: S608  # marks only
        f" quote FROM searchable WHERE id IN ({marks})",
        wanted,
    )
    return {number: Told(*rest) for number, *rest in rows}


def documents(
    *, valid: date, known: int, said: date | None = None
) -> Mapping[str, tuple[Filed, ...]]:
    """Every document that anybody may see at some dates, the latest filing first."""
    start.ready()
    engine = database.engine()
    conditions = list(_conditions(valid, known, said, "", "document"))
    where = " AND ".join(condition for condition, _ in conditions)
    rows = database.rows(
        "SELECT s.doc, s.institution, s.seq, s.text, s.said"
        f" {engine.found} AND {where} AND s.doc IS NOT NULL ORDER BY {engine.newest}",
        (
            engine.pattern([(mark("kind", "document"),)]),
            *(value for _, given in conditions for value in given),
        ),
    )
    found: dict[str, list[Filed]] = {}
    for row in rows:
        found.setdefault(str(row[0]), []).append(Filed(*row))
    return {doc: tuple(filed) for doc, filed in found.items()}


def every(*, valid: date, known: int, said: date | None = None) -> Iterator[tuple[int, Told]]:
    """All that can be found at some dates, with its number, in the order of the record."""
    start.ready()
    conditions = list(_conditions(valid, known, said, "", ""))
    where = " AND ".join(condition for condition, _ in conditions)
    rows = database.rows(
        "SELECT s.id, s.entry_id, s.type, s.institution, s.stream, s.seq, s.valid_from, s.said,"  # noqa: S608  # constants
        f" s.kind, s.text, s.doc, s.quote FROM searchable AS s WHERE {where} ORDER BY s.id",
        [value for _, given in conditions for value in given],
    )
    for number, *rest in rows:
        yield number, Told(*rest)


def changed(
    *, after: int, valid: date, known: int, said: date | None = None
) -> Iterator[tuple[int, Told, bool]]:
    """What was recorded, put right or withdrawn after an entry: number, words, does it stand?"""
    start.ready()
    conditions = list(_conditions(valid, known, said, "", ""))
    stands = " AND ".join(condition for condition, _ in conditions)
    rows = database.rows(
        f"SELECT CASE WHEN {stands} THEN 1 ELSE 0 END, s.id, s.entry_id, s.type, s.institution,"  # noqa: S608  # constants
        " s.stream, s.seq, s.valid_from, s.said, s.kind, s.text, s.doc, s.quote"
        " FROM searchable AS s"
        " WHERE s.recorded_from <= ? AND (s.recorded_from > ? OR s.recorded_to > ?) ORDER BY s.id",
        [*(value for _, given in conditions for value in given), known, after, after],
    )
    for holds, number, *rest in rows:
        yield number, Told(*rest), bool(holds)


def stamps(seqs: Iterable[int]) -> Mapping[int, datetime]:
    """When some entries were recorded."""
    start.ready()
    wanted = sorted(set(seqs))
    if not wanted:
        return {}
    marks = ", ".join("?" * len(wanted))
    found = database.rows(
        f"SELECT seq, recorded_at FROM entry WHERE seq IN ({marks})",  # noqa: S608  # marks only
        wanted,
    )
    return {int(seq): datetime.strptime(at, STAMP).replace(tzinfo=UTC) for seq, at in found}


def _where(
    valid: date, known: int, said: date | None, *, about: tuple[str, str], after: int | None
) -> list[Condition]:
    """`about`: the institution and the kind, each perhaps empty."""
    made = list(_conditions(valid, known, said, *about))
    if after is not None:
        made.append(("s.recorded_from > ?", (after,)))
    return made


def _conditions(
    valid: date, known: int, said: date | None, institution: str, kind: str
) -> Iterator[Condition]:
    day = valid.isoformat()
    yield _HELD, (known, known, day, day)
    if said is not None:
        yield _SAID, _over(said)
    if institution:
        yield "s.institution = ?", (institution,)
    if kind:
        yield "s.kind = ?", (kind,)


def _over(day: date) -> tuple[str, str, str]:
    """A day, the last month that is over by its end, and the last year that is."""
    next_day = day + timedelta(days=1)
    month = next_day.replace(day=1) - timedelta(days=1)
    return (day.isoformat(), month.isoformat()[:7], str(next_day.year - 1).zfill(4))


__all__ = [
    "MOST_FOUND",
    "SEARCHED",
    "Filed",
    "Found",
    "Told",
    "by_telling",
    "changed",
    "documents",
    "every",
    "search",
    "stamps",
    "told",
    "words_of",
]
