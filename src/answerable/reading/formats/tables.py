"""Tables of any format: banner rows, the header row, rows; or a list of keys and values."""

import re
from collections.abc import Sequence

from answerable.reading.layout.lines import is_known_key
from answerable.reading.layout.pieces import Piece, flow, row

_LONGEST_KEY = 40
_SHORTENED = re.compile(r"\b(nos?|refs?|recs?)\.$", re.IGNORECASE)
"""The stop of “Recommendation No.” ends no sentence."""
_FIGURES = re.compile(r"[£$€]?-?[\d,.\s/:%-]+[mk]?")
_HEADER_WORD = re.compile(
    r"\b(?:ref(?:erence)?|no|number|item|name|role|title|post|position|organisation|initials|"
    r"action|actions|"
    r"owner|lead|responsible|due|deadline|date|target|status|rag|progress|update|comments?|"
    r"notes?|question|"
    r"area|pillar|grade|grading|rating|judgement|judgment|previous|current|recommendation|theme|force|"
    r"body|measure|"
    r"value|amount|total|cost|budget|actual|variance|year|month|quarter|period|description|"
    r"decision|risk|"
    r"priority|outcome|response|accepted|source|raised|completed?|type|category|id)\b",
    re.IGNORECASE,
)
_YEARS = re.compile(r"(?:19|20)\d\d(?:\s?[/–-]\s?(?:20)?\d\d)?")
_SENTENCE = re.compile(r"[.!?]$")


def table_pieces(
    rows: Sequence[Sequence[str]],
    *,
    paths: Sequence[str],
    headers: int | None = None,
    header_texts: Sequence[Sequence[str]] = (),
    inherited: tuple[str, ...] = (),
    banners: frozenset[int] | None = None,
    cell_paths: Sequence[Sequence[str]] | None = None,
    page: int | None = None,
) -> list[Piece]:
    """Pieces of a table, its rows padded to one width.

    `headers` is how many rows at the top are headers and `banners` which rows are one cell
    over the whole width, if the file says; a banner is a heading, not a row.
    `header_texts` are the header rows with the words of a wide cell over each column, and
    `inherited` the header of a table that goes on from another page. Two columns of labels
    and values become `key_value`s.
    """
    width = max((len(cells) for cells in rows), default=0)
    padded = [[*cells, *[""] * (width - len(cells))] for cells in rows]
    kept = [index for index, cells in enumerate(padded) if any(cell.strip() for cell in cells)]
    wide = {
        index
        for index in kept
        if (banners is None or index in banners) and _is_banner(padded[index])
    }
    body = [index for index in kept if index not in wide]
    filled = [padded[index] for index in body]
    as_pairs = headers is None and not inherited and is_key_value_table(filled)
    if as_pairs or inherited:
        head: list[int] = []
    elif headers is None:
        head = body[:1] if is_header(filled) else []
    else:
        head = [index for index in body if index < headers]
    names = _names(header_texts, width) or header_names([padded[index] for index in head])
    pieces = []
    for index in kept:
        cells, path = padded[index], paths[index]
        if index in wide:
            pieces.append(_banner(cells, path, page))
        elif as_pairs:
            pieces.append(pair(cells[0], cells[1], path=path, page=page))
        else:
            own = inherited or (names if head and index > head[-1] else ())
            places = cell_paths[index] if cell_paths else ()
            pieces.append(row(cells, path=path, cell_paths=places, header=own, page=page))
    return pieces


def _names(header_texts: Sequence[Sequence[str]], width: int) -> tuple[str, ...]:
    return header_names([[*cells, *[""] * (width - len(cells))][:width] for cells in header_texts])


def header_names(rows: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """One name for each column; two header rows are joined by a space."""
    if not rows:
        return ()
    return tuple(
        " ".join(dict.fromkeys(part for part in map(flow, column) if part))
        for column in zip(*rows, strict=True)
    )


def is_header(rows: Sequence[Sequence[str]]) -> bool:
    """The first row names the columns: short, distinct, no figures, all but the first filled.

    A list of names and posts has a first row of that form too. So a word that heads columns
    must stand in it, or figures stand below it, or there are more than two columns.
    """
    if len(rows) < 2:
        return False
    first = [flow(cell) for cell in rows[0]]
    if not all(first[1:]) or len(set(first)) != len(first):
        return False
    if not is_header_word(first[0]) and any(map(_YEARS.fullmatch, first)):
        return False  # "Crime | 2027 | 2028" may be a row of figures
    if not all(_heads(cell) for cell in first):
        return False
    if any(is_header_word(cell) for cell in first) or len(first) > 2:
        return True
    return any(
        sum(bool(_FIGURES.fullmatch(flow(cells[column]))) for cells in rows[1:]) * 2
        > len(rows) - 1
        for column in range(len(first))
    )


def _heads(cell: str) -> bool:
    """A name, or a year or cycle: "2027/28"."""
    year = _YEARS.fullmatch(cell) is not None
    return year or (is_label(cell) and not _FIGURES.fullmatch(cell))


def is_header_word(cell: str) -> bool:
    """A word that heads columns in action logs, grade tables, minutes and registers."""
    return _HEADER_WORD.search(cell) is not None and len(cell.split()) <= 6


def is_label(cell: str) -> bool:
    """A cell that names something: short, no sentence, mostly not figures."""
    figures = sum(map(str.isdigit, cell))
    ends = _SENTENCE.search(_SHORTENED.sub(r"\1", cell))
    return len(cell) <= 60 and not ends and figures * 2 <= len(cell)


def is_key_value_table(rows: Sequence[Sequence[str]]) -> bool:
    """Two columns, and the first holds keys: they end in a colon, or most are known ones."""
    if not rows or len(rows[0]) != 2:
        return False
    keys = [flow(cells[0]) for cells in rows]
    if not all(keys) or any(len(key) > _LONGEST_KEY for key in keys):
        return False
    if all(key.endswith(":") for key in keys):
        return True
    known = sum(is_known_key(key.rstrip(":").strip()) for key in keys)
    return known * 2 > len(keys) and is_known_key(keys[0].rstrip(":").strip())


def pair(key: str, value: str, *, path: str, page: int | None = None) -> Piece:
    """A key and its value as one line: "Date: 16 July 2024". The value may hold LF."""
    label = flow(key).rstrip(":").rstrip()
    value = value.strip()
    return Piece("key_value", f"{label}: {value}".strip(), path, page=page, cells=(label, value))


def _is_banner(cells: Sequence[str]) -> bool:
    return len(cells) > 1 and bool(cells[0].strip()) and not any(map(str.strip, cells[1:]))


def _banner(cells: Sequence[str], path: str, page: int | None) -> Piece:
    text = flow(cells[0])
    if len(text) > 160:
        return Piece("paragraph", text, path, page=page)
    return Piece("heading", text, path, level=6, page=page)
