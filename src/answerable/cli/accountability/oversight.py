"""Commands of succession: oversight, pass-oversight."""

from typing import Annotated

import typer

from answerable.cli import door
from answerable.cli.changing import Document, On, Quote, quoted, show, told

Body = Annotated[str, typer.Argument(help="The institution.")]


def register(app: typer.Typer) -> None:
    """Add the commands of this subject."""
    app.command(name="oversight")(oversight)
    app.command(name="pass-oversight")(pass_oversight)


def oversight(
    body: Body,
    *,
    on: On = None,
    known: door.Known = None,
    said: door.Said = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Say who holds a body to account, from when to when, and what passes on."""
    with door.shown_refusals():
        from answerable.operations.pages.accountability import oversight as pages
        from answerable.operations.pages.look import Look

        look = Look(
            at=door.now(),
            valid=door.day(on, what="day"),
            known=known,
            said=door.day(said, what="said date"),
        )
        door.say(pages.lines(look, body), as_json=as_json)


def pass_oversight(
    body: Body,
    to: Annotated[str, typer.Argument(help="The next body, by its id.")],
    *,
    law: Annotated[str, typer.Option("--law", help="The law or order.")],
    reason: Annotated[str, typer.Option("--reason", help="Why it passes.")],
    on: On = None,
    document: Document = None,
    quote: Quote = None,
    by: door.By = None,
    seen: door.Seen = None,
    key: door.CommandKey = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Record that oversight passes to another body, from the day --on."""
    with door.shown_refusals():
        from answerable.operations.accountability import succession

        common = told(by=by, seen=seen, key=key, on=on) | {"words": quoted(document, quote)}
        receipt = succession.pass_oversight(
            **common, institution=body, to=to, law=law, reason=reason
        )
        show(receipt, as_json=as_json)
