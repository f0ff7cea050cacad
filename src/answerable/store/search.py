"""Search over projections at a view's dates: public values only, as they may be shown now.

A projection holds every version with its dates, and no value that is not public at the end of
the record; so a past view is answered from it too, and nothing found need be withheld.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from answerable.ledger.entry import STAMP
from answerable.store import database, start

MOST_FOUND = 500
MOST_WORDS = 8
LONGEST_WORD = 60

SEARCHED: Mapping[str, tuple[str, ...]] = {
    "finding": ("text", "theme", "number"),
    "action": ("text", "owner", "reason"),
    "meeting": ("title", "chair"),
    "question": ("text", "to", "by_office"),
    "grade": ("question", "value_words", "value"),
    "plan": ("title",),
    "response": ("text",),
    "claim": ("scope", "unit", "grounds"),
    "money": ("purpose", "line", "amount", "payer", "recipient"),
    "holding": ("person", "office"),
    "closing": ("text", "reason"),
}
"""Projection -> the columns whose words count; the quote always does."""

# What a source dated “2024-05” says is only sure to be out when May is over.
_SAID = "said <= CASE length(said) WHEN 10 THEN ? WHEN 7 THEN ? ELSE ? END"


@dataclass(frozen=True, slots=True)
class Found:
    """A fact in which all words stand; `exact`: they stand together, as they were asked."""

    table: str
    entry_id: str
    type: str
    institution: str
    stream: str
    seq: int
    valid_from: str
    text: str
    quote: str | None
    exact: bool
    whole: bool

    @property
    def first(self) -> str:
        """The first column that is not empty: the words themselves, without theme or number."""
        return self.text.partition(" · ")[0]


def words_of(query: str) -> tuple[str, ...]:
    """The words that are looked for: at most eight, none longer than a word can be."""
    plain = "".join(c if c.isprintable() else " " for c in query)  # NUL would end a pattern
    return tuple(word for word in plain.split() if len(word) <= LONGEST_WORD)[:MOST_WORDS]


def search(
    words: Sequence[str],
    *,
    valid: date,
    known: int,
    said: date | None = None,
    institution: str | None = None,
    tables: Sequence[str] = tuple(SEARCHED),
) -> tuple[Found, ...]:
    """Facts in which all words stand, in any order and any case.

    Exact phrases first, then whole words, then parts of words; the latest first among equals.
    At most 500. No words find nothing.
    """
    start.ready()
    if not words:
        return ()
    found = [
        hit
        for table in tables
        for hit in _in_table(
            table, words, valid=valid, known=known, said=said, institution=institution
        )
    ]
    found.sort(key=lambda hit: (not hit.exact, not hit.whole, -hit.seq))
    return tuple(found[:MOST_FOUND])


def stamps(seqs: Iterable[int]) -> Mapping[int, datetime]:
    """When some entries were recorded."""
    start.ready()
    wanted = sorted(set(seqs))
    marks = ", ".join("?" * len(wanted))
    found = database.rows(
        f"SELECT seq, recorded_at FROM entry WHERE seq IN ({marks})",  # noqa: S608  # marks only
        wanted,
    )
    return {int(seq): datetime.strptime(at, STAMP).replace(tzinfo=UTC) for seq, at in found}


def holds(text: str, words: Sequence[str]) -> tuple[bool, bool]:
    """Do the words stand in a text as one phrase; does each stand as a whole word?"""
    folded = text.casefold()
    own = {_bare(word) for word in folded.split()}
    wanted = [word.casefold() for word in words]
    phrase = " ".join(wanted)
    return (
        phrase in " ".join(folded.split()),
        all(_bare(word) in own for word in wanted),
    )


def _bare(word: str) -> str:
    return word if word.isalnum() else "".join(c for c in word if c.isalnum())


def _in_table(
    table: str,
    words: Sequence[str],
    *,
    valid: date,
    known: int,
    said: date | None,
    institution: str | None,
) -> list[Found]:
    text = " || ' · ' || ".join(f"coalesce(\"{name}\", '')" for name in SEARCHED[table])
    every = " AND ".join(["lower(words) LIKE lower(?) ESCAPE '\\'"] * len(words))
    day = valid.isoformat()
    rows = database.rows(
        "SELECT entry_id, type, institution, stream, seq, valid_from, text, quote FROM ("  # noqa: S608  # constants
        f"SELECT entry_id, type, institution, stream, seq, valid_from, {text} AS text, quote,"
        f" {text} || ' ' || coalesce(quote, '') AS words"
        f' FROM "{table}" WHERE recorded_from <= ?'
        " AND (recorded_to IS NULL OR ? < recorded_to)"
        " AND valid_from <= ? AND (valid_to IS NULL OR ? < valid_to)"
        f" AND (? IS NULL OR {_SAID}) AND (? IS NULL OR institution = ?)) AS told"
        f" WHERE {every} ORDER BY seq DESC LIMIT {MOST_FOUND}",
        (
            *(known, known, day, day),
            *(said and said.isoformat(), *_over(said)),
            *(institution, institution),
            *(f"%{_literal(word)}%" for word in words),
        ),
    )
    made = []
    for entry_id, kind, about, stream, seq, begins, words_of_row, quote in rows:
        shown = " · ".join(part for part in words_of_row.split(" · ") if part)
        exact, whole = holds(f"{shown} {quote or ''}", words)
        made.append(
            Found(
                *(table, entry_id, kind, about, stream, seq, begins),
                *(shown, quote, exact, whole),
            )
        )
    return made


def _over(day: date | None) -> tuple[str | None, str | None, str | None]:
    """A day, the last month that is over by its end, and the last year that is."""
    if day is None:
        return (None, None, None)
    next_day = day + timedelta(days=1)
    month = next_day.replace(day=1) - timedelta(days=1)
    return (day.isoformat(), month.isoformat()[:7], str(next_day.year - 1).zfill(4))


def _literal(word: str) -> str:
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
