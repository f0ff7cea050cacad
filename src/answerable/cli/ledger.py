"""Commands of the record: verify, rebuild, withdraw, back-up, restore."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from answerable.cli import door


def register(app: typer.Typer) -> None:
    """Add the commands of this subject."""
    app.command()(verify)
    app.command()(rebuild)
    app.command()(withdraw)
    app.command()(changes)
    app.command()(deadlines)
    app.command(name="back-up")(back_up)
    app.command()(restore)
    app.command()(move)


def verify(
    *,
    tree: Annotated[
        bool, typer.Option("--tree", help="Only hash the leaves and compare the tree.")
    ] = False,
    checkpoint: Annotated[
        Path | None,
        typer.Option("--checkpoint", help="A checkpoint that was kept elsewhere.", metavar="FILE"),
    ] = None,
    policy: Annotated[
        Path | None,
        typer.Option(
            "--policy", help="Whose signatures count (else policy in the home).", metavar="FILE"
        ),
    ] = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Check that nothing on the record was altered. Exit code 1 when something was."""
    with door.shown_refusals():
        from answerable.operations.record import ledger

        result = ledger.verify(tree_only=tree, checkpoint=checkpoint, policy=policy)
        if as_json:
            door.say(result, as_json=True)
        else:
            door.say(str(fault) for fault in result.faults)
            door.say(ledger.in_words(result))
    if not result.holds:
        raise typer.Exit(door.DOES_NOT_HOLD)


def rebuild(
    *,
    check: Annotated[
        bool, typer.Option("--check", help="Change nothing; exit code 1 when a table differs.")
    ] = False,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Make the tables of the pages again from the record, or check them against it."""
    with door.shown_refusals():
        from answerable.operations.record import ledger

        states = ledger.rebuild(check=check)
        if as_json:
            door.say([asdict(table) for table in states], as_json=True)
        else:
            door.say(
                f"{t.table}: {t.rows} rows, {t.missing} missing, {t.extra} too many"
                for t in states
            )
    if check and not all(table.same for table in states):
        raise typer.Exit(door.DOES_NOT_HOLD)


def withdraw(
    target: Annotated[str, typer.Argument(help="An entry's number or a reference.")],
    *,
    reason: Annotated[str, typer.Option("--reason", help="Why; it stands beside it.")],
    by: door.By = None,
    seen: door.Seen = None,
    key: door.CommandKey = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Mark an entry that should not have been made; it stays in the history."""
    with door.shown_refusals():
        from answerable.operations.record import ledger

        receipt = ledger.withdraw(
            by=door.actor(by),
            at=door.now(),
            key=door.command_key(key),
            seen=seen,
            target=target,
            reason=reason,
        )
        door.say(receipt if as_json else f"Withdrawn as entry {receipt.first}.", as_json=as_json)


def changes(
    body: Annotated[str, typer.Argument(help="An institution, such as anyshire-police.")],
    *,
    since: Annotated[
        int, typer.Option("--since", help="After this entry; -1 is from the first.", min=-1)
    ],
    known: door.Known = None,
    by: door.By = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Say what changed between two entries: new facts, values put right, facts withdrawn."""
    with door.shown_refusals():
        from answerable.operations import changes as operation
        from answerable.operations import people

        found = operation.changes(
            institution=body,
            since=since,
            known=known,
            on=door.today(),
            actor=door.actor(by) if by else people.reader(),
        )
        if as_json:
            door.say([asdict(line) for line in found], as_json=True)
            return
        for line in found:
            old = "" if line.before is None else f"{line.before} -> "
            new = "withdrawn" if line.after is None else str(line.after)
            door.say(f"{line.seq}  {line.reference}  {line.type} {line.field}: {old}{new}")
        if not found:
            door.say("Nothing about it changed between these entries.")


def deadlines(
    body: Annotated[str, typer.Argument(help="An institution, such as anyshire-police.")],
    *,
    valid: door.Valid = None,
    known: door.Known = None,
    said: door.Said = None,
    by: door.By = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Say which deadlines moved, how far, who agreed to each move and why."""
    with door.shown_refusals():
        from answerable.operations import people
        from answerable.operations.pages.look import Look
        from answerable.operations.pages.record import drift

        look = Look(
            at=door.now(),
            valid=door.day(valid, what="valid date"),
            known=known,
            said=door.day(said, what="date of sources"),
            actor=door.actor(by) if by else people.reader(),
        )
        found = drift.deadlines(look, body=body)
        if as_json:
            door.say([asdict(item) for item in found], as_json=True)
            return
        if not found:
            door.say("No deadline of it has moved.")
        for item in found:
            far = "" if item.days is None else f", {item.days} days"
            door.say(
                f"{item.reference}: {item.first or 'no date'} to {item.now or 'no date'}{far}"
            )
            for move in item.moves:
                who = move.authoriser or "nobody named"
                held = f" (then {move.held_by})" if move.held_by else ""
                why = move.reason or "no reason given"
                to = move.after or "no date"
                door.say(f"  {move.on}: to {to}, by {who}{held}: {why} [entry {move.entry}]")


def back_up(
    file: Annotated[Path, typer.Argument(help="The backup to write.")],
    *,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Copy the home folder into one checked file while it is in use; keys go to FILE.keys."""
    with door.shown_refusals():
        from answerable.operations.record import ledger

        made = ledger.back_up(file, at=door.now())
        lines = [f"{made.size} entries, root {made.root}, {made.bytes:,} bytes: {made.file}"]
        if made.keys is not None:
            lines.append(f"Keep the keys apart, and for a shorter time: {made.keys}")
        door.say(made if as_json else lines, as_json=as_json)


def move(
    address: Annotated[
        str, typer.Argument(help="postgresql://USER@HOST/NAME or sqlite:////PATH/TO/FILE.")
    ],
    *,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Copy the whole record, with its keys and accounts, to another database and check it."""
    with door.shown_refusals():
        from answerable.operations.record import ledger

        made = ledger.move(to=address)
        lines = [
            f"{made.size} entries arrived, root {made.root}, in {made.rows} rows; checked.",
            "Set ANSWERABLE_BOOK to that address to use it. Until then nothing has changed.",
        ]
        door.say(made if as_json else lines, as_json=as_json)


def restore(
    file: Annotated[Path, typer.Argument(help="A backup made by back-up.")],
    *,
    into: Annotated[
        Path | None, typer.Option("--into", help="An empty folder; default: the home folder.")
    ] = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Unpack a backup into an empty folder and check all of it."""
    with door.shown_refusals():
        from answerable.operations.record import ledger

        made = ledger.restore(file, into=into)
        lines = [f"Restored and checked: {made.size} entries, root {made.root}."]
        if made.keys is None:
            lines.append("No keys were beside the backup: sealed values cannot be opened.")
        door.say(made if as_json else lines, as_json=as_json)
