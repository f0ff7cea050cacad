"""Commands of the record for others: checkpoint, proof, witness, export."""

from pathlib import Path
from typing import Annotated

import typer

from answerable.cli import door


def register(app: typer.Typer) -> None:
    """Add the commands of this subject."""
    app.command()(checkpoint)
    app.command()(sign)
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
            "--new",
            help="Make a key first, named after the log's address; with --prepare the name alone.",
            metavar="ADDRESS",
        ),
    ] = None,
    cosigned: Annotated[
        list[Path] | None,
        typer.Option("--cosigned", help="A witness's file; may be repeated.", metavar="FILE"),
    ] = None,
    prepare: Annotated[
        Path | None,
        typer.Option(
            "--prepare",
            help="Sign nothing: write what a key elsewhere is to sign.",
            metavar="FILE",
        ),
    ] = None,
    signed: Annotated[
        Path | None,
        typer.Option("--signed", help="Publish what `sign` signed elsewhere.", metavar="FILE"),
    ] = None,
    rotate: Annotated[
        bool,
        typer.Option("--rotate", help="Change the log's key: an entry that the old key signs."),
    ] = False,
    by: door.By = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Sign the record as it stands, publish it in the home's log folder, print the signed note."""
    with door.shown_refusals():
        from answerable.operations import people
        from answerable.operations.record import elsewhere, record, rotation

        actor, lines = door.actor(by) if by else None, tuple(cosigned or ())
        if rotate:
            done = rotation.rotate(
                by=actor or people.administrator(),
                at=door.now(),
                key=door.command_key(None),
                key_file=signer,
            )
            words = [
                f"Entry {done.entry} names the new key, signed with the old one: {done.proof[0]}",
                f"Give this key to whoever checks the record: {done.new}",
            ]
            door.say(done if as_json else words, as_json=as_json)
            return
        if prepare is not None:
            written = str(elsewhere.prepare(out=prepare, name=new, by=actor))
            door.say({"file": written} if as_json else written, as_json=as_json)
            return
        if signed is not None:
            made = elsewhere.take(signed=signed, at=door.now(), cosigned=lines, by=actor)
        else:
            made = record.checkpoint(
                at=door.now(), key_file=signer, new=new, cosigned=lines, by=actor
            )
        if as_json:
            door.say(made, as_json=True)
        else:
            door.say(made.note.rstrip("\n"))
            seen = ", ".join(made.witnesses) or "recorded, not yet witnessed"
            door.say(f"{made.size} entries: {made.file}. Witnesses: {seen}.")
            if new:
                door.say(f"Give this key to whoever checks the record: {made.verifier_key}")


def sign(
    text: Annotated[Path, typer.Argument(help="What `checkpoint --prepare` wrote.")],
    log: Annotated[str, typer.Argument(help="The folder or the https address of the log.")],
    *,
    signer: Annotated[
        Path, typer.Option("--signer", help="The log's key file, on this machine.", metavar="FILE")
    ],
    out: Annotated[
        Path, typer.Option("--out", help="Where the signed note goes.", metavar="FILE")
    ],
    new: Annotated[bool, typer.Option("--new", help="Make the key first.")] = False,
    as_json: door.Json = False,
) -> None:
    """Sign a checkpoint where the key is kept: no home folder, only the files of the log."""
    with door.shown_refusals():
        from answerable.operations.record import sign as operation

        made = operation.sign(text=text, log=log, key_file=signer, out=out, new=new)
        lines = [made.note.rstrip("\n")]
        if new:
            lines.append(f"Give this key to the log's home and its readers: {made.verifier_key}")
        door.say(made if as_json else lines, as_json=as_json)


def proof(
    reference: Annotated[str, typer.Argument(help="An entry's number or a reference.")],
    *,
    out: Annotated[Path, typer.Option("--out", help="The folder to write to.", metavar="DIR")],
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Write the entries of an item with their proofs and, where it is closed, its bundle.

    Where the closing quotes a file that is not ours to give, the verifier answers NOT ALL CHECKED
    and names the file by its SHA-256.
    """
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
        door.say(made if as_json else [line, *made.unchecked], as_json=as_json)
