"""Commands of reading: read, review, accept, correct, reject."""

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from answerable.cli import door
from answerable.vocabulary.refusal import Refusal

MOST_BYTES = 50_000_000
Format = Literal["jsonl", "text", "table"]
Id = Annotated[str, typer.Argument(help="Id of the candidate: r and 12 digits.", metavar="ID")]
Reason = Annotated[str, typer.Option("--reason", help="Why, in words.")]
Set = Annotated[
    list[str] | None, typer.Option("--set", help="FIELD=VALUE; repeat it.", metavar="FIELD=VALUE")
]


class NoFile(Refusal):
    """A file that cannot be read from the disk."""

    code = "no_file"


def register(app: typer.Typer) -> None:
    """Add the commands of this subject."""
    app.command()(read)
    app.command()(review)
    app.command()(accept)
    app.command()(correct)
    app.command()(reject)


def read(
    file: Annotated[str, typer.Argument(help="A document, or - for standard input.")],
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
        from answerable.operations import against, reader, reading

        data = _bytes(file)
        plain = file == "-"
        meta = reader.Meta(
            name=None if plain else Path(file).name,
            title=title,
            publisher=publisher,
            published=published,
            source=source,
            media_type=media_type or ("text/plain" if plain else None),
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
            door.say(
                [
                    f"Kept as {filed.document[:12]}. {filed.waiting} readings wait for a person:",
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
            door.say([_row(line) for line in found.lines[1:]])


def review(
    document: Annotated[str, typer.Argument(help="Start of the document's SHA-256.")] = "",
    *,
    kind: Annotated[str | None, typer.Option(help="Only this kind.")] = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """List what waits for a person, each with its quote."""
    with door.shown_refusals():
        from answerable.operations import reading

        waiting = reading.waiting(document=document, kind=kind)
        if as_json:
            door.say([dict(c.record) for c in waiting], as_json=True)
        else:
            door.say([_row(c.record) for c in waiting] or ["Nothing waits for a person."])


def accept(
    candidate: Id,
    *,
    reason: Reason = "",
    by: door.By = None,
    seen: door.Seen = None,
    key: door.CommandKey = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Confirm a candidate as it was read."""
    with door.shown_refusals():
        from answerable.operations import reading

        receipt = reading.accept(
            by=door.actor(by),
            at=door.now(),
            key=door.command_key(key),
            seen=seen,
            candidate=candidate,
            reason=reason,
        )
        door.receipt(receipt, as_json=as_json)


def correct(
    what: Annotated[
        str, typer.Argument(help="Id of a candidate, or number of an entry.", metavar="ID")
    ],
    *,
    fields: Set = None,
    reason: Reason = "",
    by: door.By = None,
    seen: door.Seen = None,
    key: door.CommandKey = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Put a reading right and confirm it (r...), or put an entry right that is on the record."""
    with door.shown_refusals():
        from answerable.operations import ledger, reading

        given = _fields(fields)
        actor, at, own = door.actor(by), door.now(), door.command_key(key)
        if what.startswith("r"):
            receipt = reading.correct(
                by=actor,
                at=at,
                key=own,
                seen=seen,
                candidate=what,
                fields=given,
                reason=reason,
            )
        else:
            name, value = _only(given)
            receipt = ledger.correct(
                by=actor,
                at=at,
                key=own,
                seen=seen,
                target=what,
                field=name,
                value=value,
                reason=reason,
            )
        door.receipt(receipt, as_json=as_json)


def reject(
    candidate: Id,
    *,
    reason: Reason = "",
    by: door.By = None,
    home: door.Home = None,
) -> None:
    """Say that a candidate is not what the document states."""
    with door.shown_refusals():
        from answerable.operations import reading

        reading.reject(by=door.actor(by), at=door.now(), candidate=candidate, reason=reason)
        door.say("Rejected; nothing entered the record.")


def _bytes(file: str) -> bytes:
    if file == "-":
        return sys.stdin.buffer.read(MOST_BYTES + 1)
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


def _row(record: Mapping[str, Any]) -> str:
    fields = {k: v for k, v in record["fields"].items() if v not in (None, [], "")}
    said = ", ".join(f"{name} {value}" for name, value in fields.items())
    return f"{record['id']}  {record['kind']:<20} “{record['quote']['exact']}”  {said}"


def _fields(given: list[str] | None) -> dict[str, str]:
    found = {}
    for pair in given or []:
        name, equals, value = pair.partition("=")
        if not equals or not name:
            raise NoFile(f"“{pair[:40]}” is not FIELD=VALUE.")
        found[name.strip()] = value
    return found


def _only(given: dict[str, str]) -> tuple[str, str]:
    if len(given) != 1:
        raise NoFile("An entry is corrected one field at a time: --set FIELD=VALUE.")
    return next(iter(given.items()))
