"""Commands of reading: read."""

import sys
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from answerable.cli import door
from answerable.vocabulary.refusal import Refusal

if TYPE_CHECKING:
    from answerable.operations.documents.reader import Meta

MOST_BYTES = 50_000_000
Format = Literal["jsonl", "text", "table"]


class NoFile(Refusal):
    """A file that cannot be read from the disk."""

    code = "no_file"


def register(app: typer.Typer) -> None:
    """Add the commands of this subject."""
    app.command()(read)


def read(
    file: Annotated[
        str, typer.Argument(help="A document, a folder of them, or - for standard input.")
    ],
    *,
    form: Annotated[
        Format | None, typer.Option("--format", help="jsonl, text or table; keeps nothing.")
    ] = None,
    publisher: Annotated[str | None, typer.Option(help="Who published it.")] = None,
    title: Annotated[str | None, typer.Option(help="Its title.")] = None,
    published: Annotated[
        str | None, typer.Option(help="When it was published.", metavar="YYYY-MM-DD")
    ] = None,
    source: Annotated[str | None, typer.Option(help="Its address.", metavar="URL")] = None,
    media_type: Annotated[str | None, typer.Option(help="Its type, if it must be said.")] = None,
    kind: Annotated[
        str | None,
        typer.Option(help="What it is, if it does not show it: inspection-report, minutes."),
    ] = None,
    by: door.By = None,
    seen: door.Seen = None,
    key: door.CommandKey = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Read a document: with --format print what it states; without, keep it and open a review.

    Pasted text (-) without --format shows what the record holds on each statement.
    """
    with door.shown_refusals():
        from answerable.operations.accountability import against
        from answerable.operations.documents import (
            folder,
            handling,
            publication_day,
            reader,
            reading,
        )

        publication_day.require_past(published, today=door.today())
        if file != "-" and Path(file).is_dir():
            if form or title or source or media_type:
                raise NoFile("Of a folder only --publisher, --published and --kind can be said.")
            meta = reader.Meta(publisher=publisher, published=published, kind=kind)
            _folder(Path(file), meta, by=by, seen=seen, key=key, as_json=as_json)
            return
        data = _bytes(file)
        plain = file == "-"
        meta = reader.Meta(
            name=None if plain else Path(file).name,
            title=title,
            publisher=publisher,
            published=published,
            source=source,
            media_type=media_type or ("text/plain" if plain else None),
            kind=kind,
        )
        if form is None and plain:
            compared = against.compare_pasted(data, on=door.today())
            door.say(compared if as_json else against.in_lines(compared), as_json=as_json)
            return
        if form is None:
            filed = reading.read(
                by=door.actor(by),
                at=door.now(),
                key=door.command_key(key),
                seen=seen,
                data=data,
                meta=meta,
            )
            _warn(filed.read.warnings)
            if handling.is_sensitive(filed.read.text):
                _warn((handling.WARNING,))
            waits = folder.counted(filed.waiting)
            door.say(
                [
                    f"Kept as {filed.document[:12]}. {waits} for a person:",
                    f"  answerable review {filed.document[:12]}",
                ]
            )
            return
        found = reading.parse(data, meta=meta)
        _warn(found.warnings)
        if form == "jsonl":
            door.out_bytes(found.jsonl.encode())
        elif form == "text":
            door.out_bytes(found.text.text.encode())
        else:
            door.say([row(line) for line in found.lines[1:]])


def _folder(
    folder: Path,
    meta: "Meta",
    *,
    by: str | None,
    seen: int | None,
    key: str | None,
    as_json: bool,
) -> None:
    """Read a folder with its progress on the screen; exit code 2 where a file was refused."""
    from answerable.operations.documents import folder as folders

    def told(one: folders.One, number: int, total: int) -> None:
        typer.echo(door.visible(f"{number} of {total}  {one.name}: {one.words}"), err=True)

    done = folders.read(
        by=door.actor(by),
        at=door.now(),
        key=door.command_key(key),
        seen=seen,
        folder=folder,
        meta=meta,
        told=told,
    )
    refused = [one for one in done if one.document is None]
    waits = folders.counted(sum(one.waiting for one in done))
    words = f"{len(done) - len(refused)} documents are kept; {waits} for a person."
    more = f" {len(refused)} files were not read." if refused else ""
    door.say([asdict(one) for one in done] if as_json else words + more, as_json=as_json)
    if refused:
        raise typer.Exit(door.REFUSED)


def _bytes(file: str) -> bytes:
    if file == "-":
        return sys.stdin.buffer.read(MOST_BYTES + 1)
    if Path(file).exists() and not Path(file).is_file():
        raise NoFile(
            f"{file} is not a plain file but a pipe or a device, which may never end. Save its "
            "words in a file and read that, or send them to “answerable read -”."
        )
    try:
        with Path(file).open("rb") as opened:
            return opened.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise NoFile(f"There is no file {file}. Check the name.") from None
    except OSError as error:
        raise NoFile(f"{file} cannot be read: {error.strerror}.") from None


def _warn(warnings: tuple[str, ...]) -> None:
    for words in warnings:
        typer.echo(f"Warning: {words}", err=True)


def row(record: Mapping[str, Any]) -> str:
    """A record on one line of a screen."""
    fields = {k: v for k, v in record["fields"].items() if v not in (None, [], "")}
    said = ", ".join(f"{name} {value}" for name, value in fields.items())
    return f"{record['id']}  {record['kind']:<20} “{record['quote']['exact']}”  {said}"
