"""Commands of parties' keys: key new, key enrol, key rotate, key revoke, key list."""

from pathlib import Path
from typing import Annotated

import typer

from answerable.cli import door
from answerable.vocabulary.access import Actor

Begins = Annotated[
    str | None, typer.Option("--from", help="Counts from this day on.", metavar="YYYY-MM-DD")
]
Ends = Annotated[
    str | None, typer.Option("--until", help="The day on which it ends.", metavar="YYYY-MM-DD")
]
KeyFile = Annotated[Path, typer.Argument(help="The file of the key.", metavar="FILE")]
VerifierKey = Annotated[
    str, typer.Argument(help="The new key as `key new` printed it.", metavar="VKEY")
]


def register(app: typer.Typer) -> None:
    """Add the commands of this subject."""
    keys = typer.Typer(
        no_args_is_help=True, help="Keys with which bodies sign their own decisions."
    )
    for command in (new, enrol, rotate, revoke):
        keys.command()(command)
    keys.command(name="list")(list_keys)
    app.add_typer(keys, name="key")


def new(
    file: KeyFile,
    *,
    body: Annotated[str, typer.Option("--body", help="Whose key it is, such as hmicfrs.")],
    as_json: door.Json = False,
) -> None:
    """Make a key in a file of your own. Nothing is recorded; never hand the file on."""
    with door.shown_refusals():
        from answerable.operations.record import party_keys

        made = party_keys.new_key(file=file, body=body)
        lines = [f"Kept in {made.file}. What others need of it:", made.verifier_key]
        door.say(made if as_json else lines, as_json=as_json)


def enrol(
    verifier_key: VerifierKey,
    *,
    office: Annotated[str, typer.Option("--office", help="The office that it is for.")],
    begins: Begins = None,
    ends: Ends = None,
    root: Annotated[
        Path | None,
        typer.Option(
            "--root", help="The body's root key, where a policy names one.", metavar="FILE"
        ),
    ] = None,
    by: door.By = None,
    seen: door.Seen = None,
    key: door.CommandKey = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Record that a key counts for an office of the body that it names."""
    with door.shown_refusals():
        from answerable.operations.record import party_keys

        receipt = party_keys.enrol(
            by=_actor(by),
            at=door.now(),
            key=door.command_key(key),
            seen=seen,
            vkey=verifier_key,
            office=office,
            begins=door.day(begins, what="first day") or door.today(),
            ends=door.day(ends, what="last day"),
            root_file=root,
        )
        door.receipt(receipt, as_json=as_json)


def rotate(
    old: KeyFile,
    verifier_key: VerifierKey,
    *,
    begins: Begins = None,
    ends: Ends = None,
    by: door.By = None,
    seen: door.Seen = None,
    key: door.CommandKey = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Record a new key for the same office, signed with the old one."""
    with door.shown_refusals():
        from answerable.operations.record import party_keys

        receipt = party_keys.rotate(
            by=door.actor(by),
            at=door.now(),
            key=door.command_key(key),
            seen=seen,
            vkey=verifier_key,
            key_file=old,
            begins=door.day(begins, what="first day") or door.today(),
            ends=door.day(ends, what="last day"),
        )
        door.receipt(receipt, as_json=as_json)


def revoke(
    key_id: Annotated[str, typer.Argument(help="Its 8 digits, as `key list` shows them.")],
    *,
    body: Annotated[str, typer.Option("--body", help="Whose key it is.")],
    reason: Annotated[str, typer.Option("--reason", help="Why it is not trusted any more.")],
    since: Annotated[
        str | None,
        typer.Option("--since", help="Doubted from this day on.", metavar="YYYY-MM-DD"),
    ] = None,
    by: door.By = None,
    seen: door.Seen = None,
    key: door.CommandKey = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Record that a key is not to be trusted from a day on."""
    with door.shown_refusals():
        from answerable.operations.record import party_keys

        receipt = party_keys.revoke(
            by=_actor(by),
            at=door.now(),
            key=door.command_key(key),
            seen=seen,
            body=body,
            key_id=key_id,
            since=door.day(since, what="day") or door.today(),
            reason=reason,
            on=door.today(),
        )
        door.receipt(receipt, as_json=as_json)


def list_keys(
    body: Annotated[str, typer.Argument(help="A body; default: all.")] = "",
    *,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Say which keys are enrolled, for whom, from when, and which are doubted."""
    with door.shown_refusals():
        from dataclasses import asdict

        from answerable.operations.record import party_keys

        found = party_keys.enrolled(body=body)
        if as_json:
            door.say([asdict(one) for one in found], as_json=True)
            return
        if not found:
            door.say("No key is enrolled.")
        for one in found:
            until = f" to {one.ends}" if one.ends else ""
            doubt = f", doubted since {one.doubted}" if one.doubted else ""
            door.say(f"{one.key_id}  {one.body}, {one.office}, from {one.begins}{until}{doubt}")
            door.say(f"          {one.vkey}")


def _actor(by: str | None) -> Actor:
    """Whoever runs the installation, unless an office is named."""
    if by is not None:
        return door.actor(by)
    from answerable.operations import people

    return people.administrator()
