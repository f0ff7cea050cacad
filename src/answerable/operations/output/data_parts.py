"""The open data of a mirror, body by body: of those that nothing was written about since, the
rows are taken from the files of the earlier mirror.

Rows of a body hang on its own entries alone, those of figures on every load too and on no step of
a finding, and stand together in every file. So a change of one body costs the reading of that
body; the bytes are those of the files made from nothing.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import groupby
from pathlib import Path

from answerable.operations.data_tables import BY_NAME, FIGURES, TABLES
from answerable.operations.output import publishing
from answerable.operations.pages.look import Look
from answerable.publishing import open_data, sqlite_file
from answerable.publishing.open_data import Row, Table
from answerable.publishing.sqlite_file import Part, Same

FOLDER = "/data/"
SQLITE = "answerable.sqlite"
Lengths = Mapping[str, int]
"""Body -> bytes of its rows in a file, in the order of the file."""
_FORMS: Mapping[str, Callable[[Table, Sequence[Row]], bytes]] = {
    "csv": open_data.csv_bytes,
    "jsonl": open_data.jsonl_bytes,
}


class DataFiles:
    """The files at the dates of a look; made in one process, as they hang on each other."""

    def __init__(
        self,
        look: Look,
        *,
        out: Path | None = None,
        quiet: AbstractSet[str] = frozenset(),
        stepped: AbstractSet[str] = frozenset(),
        figures_stand: bool = False,
        lengths: Mapping[str, Lengths] | None = None,
    ) -> None:
        """`out` holds an earlier mirror, `lengths` what its files say of each body; `quiet` are
        those of which nothing was written since, `stepped` those of which only steps of findings
        were; `figures_stand`: no figures were noted since."""
        self._look, self._out, self._quiet = publishing.public(look), out, quiet
        self._stepped = stepped
        self._figures_stand = figures_stand
        self._old = lengths or {}
        self._texts: dict[str, tuple[bytes, Lengths, bool]] = {}

    def made(self, address: str) -> tuple[bytes, Lengths] | None:
        """Bytes of a file, and of the rows of each body; None for what is no file of rows."""
        name = address.removeprefix(FOLDER)
        stem, _, ending = name.rpartition(".")
        if name == SQLITE:
            return self._sqlite(), {}
        if not address.startswith(FOLDER) or stem not in BY_NAME:
            return None
        table = BY_NAME[stem]
        if ending in _FORMS:
            data, lengths, _ = self._text(table, ending)
            return data, lengths
        return (self._parquet(table), {}) if ending == "parquet" else None

    def _text(self, table: Table, form: str) -> tuple[bytes, Lengths, bool]:
        """A table as text, its parts, and whether it is what the earlier mirror has."""
        name = f"{table.name}.{form}"
        if name not in self._texts:
            old, held = self._earlier(name), self._old.get(f"{FOLDER}{name}", {})
            head = _FORMS[form](table, ())
            at, places = len(head), {}
            for body, length in held.items():
                places[body] = slice(at, at + length)
                at += length
            if at != len(old):  # not the file that the list speaks of: all is made anew
                places = {}
            parts = {}
            for body in publishing.in_table(table):
                if self._stands(table, body) and body in places:
                    parts[body] = old[places[body]]
                else:
                    parts[body] = _FORMS[form](table, self._rows(table, body))[len(head) :]
            data = b"".join((head, *parts.values()))
            lengths = {body: len(part) for body, part in parts.items()}
            self._texts[name] = (data, lengths, bool(places) and data == old)
        return self._texts[name]

    def _parquet(self, table: Table) -> bytes:
        data, _, same = self._text(table, "jsonl")
        if same and (old := self._earlier(f"{table.name}.parquet")):
            return old
        return publishing.parquet_of(table, map(json.loads, data.splitlines()))

    def _sqlite(self) -> bytes:
        earlier = self._earlier(SQLITE)
        tables: dict[Table, tuple[Part, ...]] = {}
        for table in TABLES:
            held = self._old.get(f"{FOLDER}{table.name}.jsonl", {}) if earlier else {}
            tables[table] = tuple(self._parts(table, held))
        about = {table: (rows,) for table, rows in publishing.about_tables(self._look).items()}
        return sqlite_file.spliced({**tables, **about}, earlier=earlier)

    def _parts(self, table: Table, held: Lengths) -> Iterator[Part]:
        """The rows of a table: those of bodies that stand are taken at once where they adjoin."""

        def stands(body: str) -> bool:
            return body in held and self._stands(table, body)

        for same, bodies in groupby(publishing.in_table(table), stands):
            if same:
                yield Same(tuple(bodies))
            else:
                yield from (self._rows(table, body) for body in bodies)

    def _stands(self, table: Table, body: str) -> bool:
        """Are the rows of a body what they were? Its figures may be noted on another's record."""
        quiet = body in self._quiet or body not in publishing.institutions()
        if table is FIGURES:
            return self._figures_stand and (quiet or body in self._stepped)
        return quiet

    def _rows(self, table: Table, body: str) -> tuple[Row, ...]:
        register = self._look.register(body)
        return register.once(
            (DataFiles, table), lambda: publishing.rows_of(self._look, table, body)
        )

    def _earlier(self, name: str) -> bytes:
        """A file of the earlier mirror; nothing where there is none."""
        target = self._out / FOLDER.strip("/") / name if self._out else None
        return target.read_bytes() if target and target.is_file() else b""
