"""Commands of claims: claims, make-claim, check-claim, confirm-claim, and on to publication."""

from dataclasses import replace
from typing import Annotated

import typer

from answerable.cli import door
from answerable.cli.changing import Document, On, Quote, quoted, show, told

Claim = Annotated[str, typer.Argument(help="The claim, by its reference.")]
Words = Annotated[str, typer.Option("--text", help="The words.")]


def register(app: typer.Typer) -> None:
    """Add the commands of this subject."""
    app.command(name="claims")(claims)
    app.command(name="make-claim")(make_claim)
    app.command(name="check-claim")(check_claim)
    app.command(name="confirm-claim")(confirm_claim)
    app.command(name="notify-claim")(notify_claim)
    app.command(name="reply-to-claim")(reply_to_claim)
    app.command(name="publish-claim")(publish_claim)


def claims(
    body: Annotated[str, typer.Argument(help="A body; without one, every body.")] = "",
    *,
    state: Annotated[
        str, typer.Option("--state", help="made, checked, confirmed, notified, published.")
    ] = "",
    by: door.By = None,
    valid: door.Valid = None,
    known: door.Known = None,
    said: door.Said = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """List statements that were filed, with the state and the result of each."""
    with door.shown_refusals():
        from answerable.operations.pages.accountability import claim_lines
        from answerable.operations.pages.look import Look

        look = Look(
            at=door.now(),
            valid=door.day(valid, what="valid date"),
            known=known,
            said=door.day(said, what="said date"),
        )
        look = look if by is None else replace(look, actor=door.actor(by))
        rows = claim_lines.lines(look, body=body, state=state)
        door.say(
            [row.plain for row in rows] if as_json else [r.words for r in rows] or ["None."],
            as_json=as_json,
        )


def make_claim(
    body: Annotated[str, typer.Argument(help="The institution that it is about.")],
    *,
    text: Annotated[str, typer.Option("--text", help="The exact words.")],
    office: Annotated[str, typer.Option("--office", help="The office that said it.")],
    address: Annotated[str, typer.Option("--address", help="Where it can be read.")] = "",
    scope: Annotated[str | None, typer.Option("--scope", help="Its scope, as stated.")] = None,
    period: Annotated[str | None, typer.Option("--period", help="Its period: 2018/2023.")] = None,
    n: Annotated[int | None, typer.Option("--n", help="The number that it counts.")] = None,
    unit: Annotated[str | None, typer.Option("--unit", help="What it counts.")] = None,
    on: On = None,
    document: Document = None,
    quote: Quote = None,
    by: door.By = None,
    seen: door.Seen = None,
    key: door.CommandKey = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """File what somebody said: its exact words, who said it, and when."""
    with door.shown_refusals():
        from answerable.operations.accountability import claims as operations

        receipt = operations.make_claim(
            **told(by=by, seen=seen, key=key, on=on),
            institution=body,
            said_words=text,
            by_office=office,
            address=address,
            scope=scope,
            period=period,
            n=n,
            unit=unit,
            words=quoted(document, quote),
        )
        show(receipt, as_json=as_json)


def check_claim(
    claim: Claim,
    *,
    result: Annotated[
        str, typer.Option("--result", help="agrees, differs, part, silent or unsettleable.")
    ] = "",
    grounds: Annotated[str, typer.Option("--grounds", help="What our record holds.")] = "",
    on: On = None,
    by: door.By = None,
    seen: door.Seen = None,
    key: door.CommandKey = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Set a claim against the record; without a result, as the machine proposes. Not public."""
    with door.shown_refusals():
        from answerable.operations.accountability import claims as operations

        receipt = operations.check_claim(
            **told(by=by, seen=seen, key=key, on=on),
            reference=claim,
            result=result,
            grounds=grounds,
        )
        show(receipt, as_json=as_json)


def confirm_claim(
    claim: Claim,
    *,
    result: Annotated[str, typer.Option("--result", help="What you find; the same, or talk.")],
    on: On = None,
    by: door.By = None,
    seen: door.Seen = None,
    key: door.CommandKey = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Confirm a check, as another person than the one who made it."""
    with door.shown_refusals():
        from answerable.operations.accountability import claims as operations

        common = told(by=by, seen=seen, key=key, on=on)
        show(operations.confirm_claim(**common, reference=claim, result=result), as_json=as_json)


def notify_claim(
    claim: Claim,
    *,
    text: Words,
    to: Annotated[str, typer.Option("--to", help="The body; default: the speaker's.")] = "",
    on: On = None,
    by: door.By = None,
    seen: door.Seen = None,
    key: door.CommandKey = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Record that the speaker's body has notice; the regime says how long it may reply."""
    with door.shown_refusals():
        from answerable.operations.accountability import claims as operations

        common = told(by=by, seen=seen, key=key, on=on)
        show(operations.notify_claim(**common, reference=claim, text=text, to=to), as_json=as_json)


def reply_to_claim(
    claim: Claim,
    *,
    text: Words,
    office: Annotated[
        str, typer.Option("--office", help="Of a letter that is filed: who wrote it.")
    ] = "",
    document: Document = None,
    quote: Quote = None,
    on: On = None,
    by: door.By = None,
    seen: door.Seen = None,
    key: door.CommandKey = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Reply to a check as the body that has notice, or file the letter of one."""
    with door.shown_refusals():
        from answerable.operations.accountability import claims as operations

        receipt = operations.reply_to_claim(
            **told(by=by, seen=seen, key=key, on=on),
            reference=claim,
            text=text,
            by_office=office,
            words=quoted(document, quote),
        )
        show(receipt, as_json=as_json)


def publish_claim(
    claim: Claim,
    *,
    on: On = None,
    by: door.By = None,
    seen: door.Seen = None,
    key: door.CommandKey = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Publish a confirmed check with the reply, once that is here or the period is over."""
    with door.shown_refusals():
        from answerable.operations.accountability import claims as operations

        common = told(by=by, seen=seen, key=key, on=on)
        show(operations.publish_claim(**common, reference=claim), as_json=as_json)
