"""Commands of escalation: escalation, escalate, decline-escalation."""

from typing import Annotated

import typer

from answerable.cli import door
from answerable.cli.changing import Document, On, Quote, Reference, quoted, show, told

Ladder = Annotated[str, typer.Option("--ladder", help="A ladder of the regime.")]
Step = Annotated[str, typer.Option("--step", help="A step of that ladder.")]
Reason = Annotated[str, typer.Option("--reason", help="Why.")]


def register(app: typer.Typer) -> None:
    """Add the commands of this subject."""
    app.command(name="escalation")(escalation)
    app.command(name="escalate")(escalate)
    app.command(name="decline-escalation")(decline_escalation)


def escalation(
    body: Annotated[str, typer.Argument(help="The institution, or who holds it to account.")],
    *,
    on: On = None,
    known: door.Known = None,
    said: door.Said = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Say what should move up, since when, to whom, and why it has not."""
    with door.shown_refusals():
        from answerable.operations.pages.accountability import escalation as pages
        from answerable.operations.pages.look import Look

        look = Look(
            at=door.now(),
            valid=door.day(on, what="day"),
            known=known,
            said=door.day(said, what="said date"),
        )
        door.say(pages.lines(look, body), as_json=as_json)


def escalate(
    reference: Reference,
    *,
    ladder: Ladder,
    step: Step,
    reason: Reason,
    to: Annotated[str, typer.Option("--to", help="The office; default: the ladder's.")] = "",
    on: On = None,
    document: Document = None,
    quote: Quote = None,
    by: door.By = None,
    seen: door.Seen = None,
    key: door.CommandKey = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Record that a matter moved up a ladder."""
    with door.shown_refusals():
        from answerable.operations.accountability import escalation as operations

        common = told(by=by, seen=seen, key=key, on=on) | {"words": quoted(document, quote)}
        receipt = operations.escalate(
            **common, reference=reference, ladder=ladder, step=step, reason=reason, to=to
        )
        show(receipt, as_json=as_json)


def decline_escalation(
    reference: Reference,
    *,
    ladder: Ladder,
    step: Step,
    reason: Reason,
    on: On = None,
    document: Document = None,
    quote: Quote = None,
    by: door.By = None,
    seen: door.Seen = None,
    key: door.CommandKey = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Record why a matter stays where it is."""
    with door.shown_refusals():
        from answerable.operations.accountability import escalation as operations

        common = told(by=by, seen=seen, key=key, on=on) | {"words": quoted(document, quote)}
        receipt = operations.decline_escalation(
            **common, reference=reference, ladder=ladder, step=step, reason=reason
        )
        show(receipt, as_json=as_json)
