"""Commands of partners: to name, join and list them, their agreements and their answers."""

from typing import Annotated

import typer

from answerable.cli import door
from answerable.cli.changing import Document, On, Quote, Reference, quoted, show, told


def register(app: typer.Typer) -> None:
    """Add the commands of this subject."""
    app.command(name="partners")(partners)
    app.command(name="name-partner")(name_partner)
    app.command(name="join-partner")(join_partner)
    app.command(name="make-agreement")(make_agreement)
    app.command(name="answer-as-partner")(answer_as_partner)


def partners(
    body: Annotated[str, typer.Argument(help="An institution or a partner.")],
    *,
    on: On = None,
    known: door.Known = None,
    said: door.Said = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Say who shares which action, and when agreements are to be reviewed."""
    with door.shown_refusals():
        from answerable.operations.pages.accountability import partners as pages
        from answerable.operations.pages.look import Look

        look = Look(
            at=door.now(),
            valid=door.day(on, what="day"),
            known=known,
            said=door.day(said, what="said date"),
        )
        door.say(pages.lines(look, body), as_json=as_json)


def name_partner(
    body: Annotated[str, typer.Argument(help="The institution.")],
    *,
    name: Annotated[str, typer.Option("--name", help="The partner's whole name.")],
    kind: Annotated[
        str, typer.Option("--kind", help="What it is, such as “County council”.")
    ] = "",
    on: On = None,
    by: door.By = None,
    seen: door.Seen = None,
    key: door.CommandKey = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Name a partner that no list holds, since a day; accounts are then given to ID/partner."""
    with door.shown_refusals():
        from answerable.operations.accountability import partners as operations

        common = told(by=by, seen=seen, key=key, on=on)
        receipt = operations.name_partner(**common, institution=body, name=name, kind=kind)
        show(receipt, as_json=as_json)


def join_partner(
    reference: Reference,
    partner: Annotated[str, typer.Argument(help="The partner, by its id or name.")],
    *,
    part: Annotated[str, typer.Option("--part", help="What it does.")],
    agreement: Annotated[
        str, typer.Option("--agreement", help="The agreement, by reference.")
    ] = "",
    on: On = None,
    document: Document = None,
    quote: Quote = None,
    by: door.By = None,
    seen: door.Seen = None,
    key: door.CommandKey = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Name a partner in an action or a finding."""
    with door.shown_refusals():
        from answerable.operations.accountability import partners as operations

        common = told(by=by, seen=seen, key=key, on=on) | {"words": quoted(document, quote)}
        receipt = operations.join_partner(
            **common, reference=reference, partner=partner, part=part, agreement=agreement
        )
        show(receipt, as_json=as_json)


def make_agreement(
    body: Annotated[str, typer.Argument(help="The institution.")],
    *,
    title: Annotated[str, typer.Option("--title", help="Its title; again, to renew it.")],
    party: Annotated[list[str], typer.Option("--party", help="A party; repeat for each.")],
    review: Annotated[str, typer.Option("--review", help="When to look at it again.")] = "",
    text: Annotated[str, typer.Option("--text", help="What is shared.")] = "",
    on: On = None,
    document: Document = None,
    quote: Quote = None,
    by: door.By = None,
    seen: door.Seen = None,
    key: door.CommandKey = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Record an agreement to share information, with its review date."""
    with door.shown_refusals():
        from answerable.operations.accountability import partners as operations

        common = told(by=by, seen=seen, key=key, on=on) | {"words": quoted(document, quote)}
        receipt = operations.make_agreement(
            **common, institution=body, title=title, parties=party, review=review, text=text
        )
        show(receipt, as_json=as_json)


def answer_as_partner(
    reference: Reference,
    *,
    text: Annotated[str, typer.Option("--text", help="The answer.")],
    on: On = None,
    by: door.By = None,
    seen: door.Seen = None,
    key: door.CommandKey = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Answer for your part of an action, as the partner that has it."""
    with door.shown_refusals():
        from answerable.operations.accountability import partners as operations

        common = told(by=by, seen=seen, key=key, on=on)
        receipt = operations.answer_as_partner(**common, reference=reference, text=text)
        show(receipt, as_json=as_json)
