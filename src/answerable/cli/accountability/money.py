"""Commands of money: money-line, state-money, commission-service, state-output."""

from typing import Annotated

import typer

from answerable.cli import door
from answerable.cli.changing import Document, On, Quote, quoted, show, told

Body = Annotated[str, typer.Argument(help="The institution.")]
LineName = Annotated[str, typer.Argument(help="The line of money, by its name.")]
About = Annotated[
    list[str] | None, typer.Option("--about", help="A finding or action that it serves.")
]


def register(app: typer.Typer) -> None:
    """Add the commands of this subject."""
    app.command(name="money-line")(money_line)
    app.command(name="state-money")(state_money)
    app.command(name="commission-service")(commission_service)
    app.command(name="state-output")(state_output)


def money_line(
    body: Body,
    line: LineName,
    *,
    valid: door.Valid = None,
    known: door.Known = None,
    said: door.Said = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Follow one line of money from what it is for to what came of it, the gaps said."""
    with door.shown_refusals():
        from answerable.operations.pages.accountability import money_line as pages
        from answerable.operations.pages.look import Look

        look = Look(
            at=door.now(),
            valid=door.day(valid, what="valid date"),
            known=known,
            said=door.day(said, what="said date"),
        )
        door.say(pages.plain(look, body, line), as_json=as_json)


def state_money(
    body: Body,
    line: LineName,
    *,
    amount: Annotated[str, typer.Option("--amount", help="In pounds.")],
    state: Annotated[str, typer.Option("--state", help="One of the eight states.")],
    period: Annotated[str, typer.Option("--period", help="For example 2025/26.")] = "",
    payer: Annotated[str, typer.Option("--from", help="From whom.")] = "",
    recipient: Annotated[str, typer.Option("--to", help="To whom.")] = "",
    purpose: Annotated[str, typer.Option("--purpose", help="What for.")] = "",
    about: About = None,
    document: Document = None,
    quote: Quote = None,
    on: On = None,
    by: door.By = None,
    seen: door.Seen = None,
    key: door.CommandKey = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Record one amount in one state on one day."""
    with door.shown_refusals():
        from answerable.operations.accountability import money

        receipt = money.state_money(
            **told(by=by, seen=seen, key=key, on=on),
            institution=body,
            line=line,
            amount=amount,
            state=state,
            period=period,
            payer=payer,
            recipient=recipient,
            purpose=purpose,
            about=about or (),
            words=quoted(document, quote),
        )
        show(receipt, as_json=as_json)


def commission_service(
    body: Body,
    line: LineName,
    *,
    title: Annotated[str, typer.Option("--title", help="The service.")],
    provider: Annotated[str, typer.Option("--provider", help="Who provides it.")],
    purpose: Annotated[str, typer.Option("--purpose", help="What for.")] = "",
    measure: Annotated[str, typer.Option("--measure", help="A measure of the catalogue.")] = "",
    about: About = None,
    document: Document = None,
    quote: Quote = None,
    on: On = None,
    by: door.By = None,
    seen: door.Seen = None,
    key: door.CommandKey = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Record a service that the money of a line was given for."""
    with door.shown_refusals():
        from answerable.operations.accountability import money

        receipt = money.commission_service(
            **told(by=by, seen=seen, key=key, on=on),
            institution=body,
            line=line,
            title=title,
            provider=provider,
            purpose=purpose,
            measure=measure,
            about=about or (),
            words=quoted(document, quote),
        )
        show(receipt, as_json=as_json)


def state_output(
    body: Body,
    line: LineName,
    *,
    text: Annotated[str, typer.Option("--text", help="What was counted.")],
    n: Annotated[int | None, typer.Option("--n", help="How many.", min=0)] = None,
    unit: Annotated[str, typer.Option("--unit", help="Of what.")] = "",
    period: Annotated[str, typer.Option("--period", help="In which period.")] = "",
    service: Annotated[str, typer.Option("--service", help="The service, by reference.")] = "",
    document: Document = None,
    quote: Quote = None,
    on: On = None,
    by: door.By = None,
    seen: door.Seen = None,
    key: door.CommandKey = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Record what was counted that money bought; an output is no outcome."""
    with door.shown_refusals():
        from answerable.operations.accountability import money

        receipt = money.state_output(
            **told(by=by, seen=seen, key=key, on=on),
            institution=body,
            line=line,
            text=text,
            n=n,
            unit=unit,
            period=period,
            service=service,
            words=quoted(document, quote),
        )
        show(receipt, as_json=as_json)
