"""The whole public record as files that prove themselves, and tables of it for spreadsheets."""

import shutil
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path

from answerable.ledger import tiles
from answerable.ledger.entry import STAMP
from answerable.operations import access, people
from answerable.operations.data_tables import TABLES
from answerable.operations.output import publishing
from answerable.operations.pages.look import Look
from answerable.operations.record import record
from answerable.operations.record.record import NotSigned
from answerable.publishing import ledger_export
from answerable.store.engine import database, start
from answerable.store.engine.entries import of_streams, read
from answerable.store.papers import documents
from answerable.store.reads import registers
from answerable.store.writes import checkpoints, log_files
from answerable.store.writes.checkpoints import Signed
from answerable.vocabulary.access import Actor


def export(*, out: Path, by: Actor | None = None) -> tuple[Path, int]:
    """The whole public record as files that prove themselves: the layout of LEDGER section 7.

    `by` None is whoever runs the installation.
    """
    access.require(by or people.administrator(), "export")
    start.ready()
    out = out.absolute()
    try:
        if out.exists() and (not out.is_dir() or any(out.iterdir())):
            raise NotSigned(f"{out} is not empty. Export into a new folder.")
        out.parent.mkdir(parents=True, exist_ok=True)
        with (
            tempfile.TemporaryDirectory(dir=out.parent, prefix=".export-") as temporary,
            database.snapshot(),
        ):
            whole = Path(temporary) / "export"
            count = 0
            for name, data in ledger_export.with_manifest(_export(_at_the_head())):
                target = whole / name
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(data)
                count += 1
            if out.exists():
                out.rmdir()
            shutil.move(whole, out)
    except OSError as error:
        raise NotSigned(f"{out} cannot be written to: {error.strerror}.") from None
    return out, count


def _export(signed: Signed) -> Iterator[tuple[str, bytes]]:
    size = signed.size
    yield from ledger_export.constants(
        browser=files("answerable").joinpath("web/assets/scripts/verify.js").read_bytes()
    )
    yield "checkpoint", signed.note.encode()
    yield from log_files.made(tiles.needed(size))
    earlier = [one for one in checkpoints.kept() if one.size <= size]
    for one in earlier:
        yield f"checkpoints/{one.size}", one.note.encode()
        yield from log_files.made(tiles.partial(one.size))
    yield from ledger_export.payload_files(read(about=None, begin=0, end=size))
    closed = database.rows(
        "SELECT DISTINCT stream FROM entry WHERE type IN ('ClosureVerified', 'ClosureStated')"
        " AND seq < ? ORDER BY stream",
        (size,),
    )
    for (stream,) in closed:
        if record.closed(of_streams([stream], size=size)):
            yield f"closings/{record.file_name(stream)}.bundle", record.bundle(stream, signed)
    signed_at = datetime.strptime(signed.signed_at, STAMP).replace(tzinfo=UTC)
    look = Look(at=signed_at, known=size - 1)
    for table in TABLES if size else ():
        yield f"data/{table.name}.csv", publishing.csv(look, table.name)
    yield "data/dictionary.csv", publishing.dictionary()
    for doc in documents.held():
        if record.public_file(doc):
            yield f"files/{doc}", documents.original(doc)
            yield f"files/{doc}.txt", documents.text(doc).text.encode()


def _at_the_head() -> Signed:
    signed, head = record.latest(), registers.head()
    if signed.size != head.size:
        raise NotSigned(
            f"The last checkpoint counts {signed.size} entries and the record {head.size}. Sign "
            "one with `answerable checkpoint`, then export."
        )
    return signed
