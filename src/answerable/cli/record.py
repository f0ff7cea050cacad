"""Commands of the record for others: checkpoint, proof, witness, export."""

from pathlib import Path
from typing import Annotated

import typer

from answerable.cli import door


def register(app: typer.Typer) -> None:
    """Add the commands of this subject."""
    app.command()(checkpoint)
    app.command()(proof)
    app.command()(witness)
    app.command()(export)
    app.command(name="import-record")(import_record)


def checkpoint(
    *,
    signer: Annotated[
        Path | None,
        typer.Option(
            "--signer", help="The log's key file (else signer.json in the home).", metavar="FILE"
        ),
    ] = None,
    new: Annotated[
        str | None,
        typer.Option(
            "--new", help="Make a key first, named after the log's address.", metavar="ADDRESS"
        ),
    ] = None,
    cosigned: Annotated[
        list[Path] | None,
        typer.Option("--cosigned", help="A witness's file; may be repeated.", metavar="FILE"),
    ] = None,
    by: door.By = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Sign the record as it stands, publish it in the home's log folder, print the signed note."""
    with door.shown_refusals():
        from answerable.operations.record import record

        made = record.checkpoint(
            at=door.now(),
            key_file=signer,
            new=new,
            cosigned=tuple(cosigned or ()),
            by=door.actor(by) if by else None,
        )
        if as_json:
            door.say(made, as_json=True)
        else:
            door.say(made.note.rstrip("\n"))
            seen = ", ".join(made.witnesses) or "recorded, not yet witnessed"
            door.say(f"{made.size} entries: {made.file}. Witnesses: {seen}.")
            if new:
                door.say(f"Give this key to whoever checks the record: {made.verifier_key}")


def proof(
    reference: Annotated[str, typer.Argument(help="An entry's number or a reference.")],
    *,
    out: Annotated[Path, typer.Option("--out", help="The folder to write to.", metavar="DIR")],
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Write the entries of an item with their proofs and, where it is closed, its bundle."""
    with door.shown_refusals():
        from answerable.operations.record import record

        made = record.proof(reference=reference, out=out)
        door.say([str(path) for path in made], as_json=as_json)


def witness(
    log: Annotated[str, typer.Argument(help="The folder or the https address of a log.")],
    *,
    state: Annotated[
        Path, typer.Option("--state", help="This witness's own folder.", metavar="DIR")
    ],
    key: Annotated[Path, typer.Option("--key", help="This witness's key file.", metavar="FILE")],
    out: Annotated[
        Path, typer.Option("--out", help="Where the cosigned note goes.", metavar="FILE")
    ],
    new: Annotated[
        str | None, typer.Option("--new", help="Make a key of that name first.", metavar="NAME")
    ] = None,
    as_json: door.Json = False,
) -> None:
    """See that a log only grew, and sign that it did. Exit code 1 when it did not."""
    with door.shown_refusals():
        from answerable.operations.record import witness as operation

        found = operation.witness(
            log=log, state=state, key_file=key, out=out, at=door.now(), new=new
        )
        if as_json:
            door.say(found, as_json=True)
        else:
            door.say(found.words)
            if found.line:
                door.say(found.line.rstrip("\n"))
            if new:
                key_text = operation.verifier_key(key)
                door.say(f"Give this key to the log and to its readers: {key_text}")
    if not found.holds:
        raise typer.Exit(door.DOES_NOT_HOLD)


def export(
    folder: Annotated[Path, typer.Argument(help="A new folder.", metavar="DIR")],
    *,
    by: door.By = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Write the whole public record as files that prove themselves, with their verifiers."""
    with door.shown_refusals():
        from answerable.operations.output import exporting

        made, count = exporting.export(out=folder, by=door.actor(by) if by else None)
        if as_json:
            door.say({"folder": str(made), "files": count}, as_json=True)
        else:
            door.say(f"{count} files in {made}. To check them: python3 verify.py export . POLICY")


def import_record(
    folder: Annotated[Path, typer.Argument(help="An export of another home.", metavar="DIR")],
    *,
    policy: Annotated[
        Path | None,
        typer.Option(
            "--policy", help="Whose signatures count (else policy in the home).", metavar="FILE"
        ),
    ] = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Check an export whole and take it into an empty home: the same entries, the same root."""
    with door.shown_refusals():
        from answerable.operations.record import arrival

        made = arrival.import_record(folder=folder, policy=policy, at=door.now())
        line = (
            f"{made.size} entries, root {made.root}, {made.checkpoints} checkpoints, "
            f"{made.documents} documents. Values that are not public were not in the export."
        )
        door.say(made if as_json else line, as_json=as_json)
