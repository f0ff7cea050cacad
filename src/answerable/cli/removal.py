"""Commands of what the law takes away or holds: erase, hold open, hold release, reclassify."""

from typing import Annotated

import typer

from answerable.cli import changing, door

Fields = Annotated[
    str, typer.Option("--fields", help="Names of fields, with commas.", metavar="A,B")
]
Target = Annotated[str, typer.Argument(help="An entry's number.", metavar="SEQ")]
Reason = Annotated[str, typer.Option("--reason", help="Why; it stands on the record.")]


def register(app: typer.Typer) -> None:
    """Add the commands of this subject."""
    app.command()(erase)
    app.command()(reclassify)
    holds = typer.Typer(help="Keep entries from being erased while a matter is open.")
    holds.command(name="open")(hold_open)
    holds.command(name="release")(hold_release)
    app.add_typer(holds, name="hold")


def erase(
    target: Target,
    *,
    fields: Fields,
    basis: Annotated[str, typer.Option("--basis", help="The law that asks for it.")],
    with_file: Annotated[
        bool, typer.Option("--with-file", help="Remove the document behind it too.")
    ] = False,
    on: changing.On = None,
    by: door.By = None,
    seen: door.Seen = None,
    key: door.CommandKey = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Erase values by law. Every proof stays; refused while a legal hold covers the entry."""
    with door.shown_refusals():
        from answerable.operations.record import removal

        done = removal.erase(
            target=target,
            fields=fields.split(","),
            basis=basis,
            with_file=with_file,
            **changing.told(by=by, seen=seen, key=key, on=on),
        )
        if as_json:
            door.say(done, as_json=True)
        else:
            door.receipt(done.receipt)
            door.say(done.left)


def reclassify(
    target: Target,
    *,
    fields: Fields,
    marking: Annotated[
        str, typer.Option("--class", help="public, internal or restricted.", metavar="MARKING")
    ],
    ground: Annotated[str, typer.Option("--ground", help="The ground for the marking.")],
    review: Annotated[
        str | None,
        typer.Option("--review", help="When it is looked at again.", metavar="YYYY-MM-DD"),
    ] = None,
    lower: Annotated[
        bool, typer.Option("--lower", help="Yes, more people may read it, for good.")
    ] = False,
    on: changing.On = None,
    by: door.By = None,
    seen: door.Seen = None,
    key: door.CommandKey = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Mark values anew: raising a marking closes older addresses too."""
    with door.shown_refusals():
        from answerable.operations.record import grounds, removal

        told = changing.told(by=by, seen=seen, key=key, on=on)
        grounds.need(marking=marking, ground=ground, review=review, on=told["on"])
        made = removal.reclassify(
            target=target,
            fields=fields.split(","),
            marking=marking,
            ground=ground,
            review=review,
            lowered=lower,
            **told,
        )
        door.receipt(made, as_json=as_json)


def hold_open(
    institution: Annotated[str, typer.Argument(help="Whom the entries are about.")],
    *,
    kind: Annotated[str, typer.Option("--kind", help="foi, inquiry, litigation or audit.")],
    reason: Reason,
    scope: Annotated[
        str, typer.Option("--scope", help="A reference; default: all about the institution.")
    ] = "",
    on: changing.On = None,
    by: door.By = None,
    seen: door.Seen = None,
    key: door.CommandKey = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Open a legal hold: nothing that it covers is erased until it is released."""
    with door.shown_refusals():
        from answerable.operations.record import removal

        made = removal.hold(
            institution=institution,
            kind=kind,
            scope=scope,
            reason=reason,
            **changing.told(by=by, seen=seen, key=key, on=on),
        )
        door.receipt(made, as_json=as_json)


def hold_release(
    target: Target,
    *,
    reason: Reason,
    on: changing.On = None,
    by: door.By = None,
    seen: door.Seen = None,
    key: door.CommandKey = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """End a legal hold, named by the entry that opened it."""
    with door.shown_refusals():
        from answerable.operations.record import removal

        made = removal.release(
            target=target, reason=reason, **changing.told(by=by, seen=seen, key=key, on=on)
        )
        door.receipt(made, as_json=as_json)
