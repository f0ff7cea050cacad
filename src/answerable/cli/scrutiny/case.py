"""Commands of scrutiny: case, agenda, respond, link, hold-meeting."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from answerable.cli import door
from answerable.cli.changing import (
    Document,
    On,
    Quote,
    Reference,
    file_bytes,
    quoted,
    show,
    told,
    who,
)
from answerable.vocabulary.ladder import Response


def register(app: typer.Typer) -> None:
    """Add the commands of this subject."""
    app.command()(case)
    app.command()(agenda)
    app.command()(respond)
    app.command()(link)
    app.command(name="hold-meeting")(hold_meeting)


def case(
    reference: Annotated[str, typer.Argument(help="A case, a finding or an action.")],
    *,
    valid: door.Valid = None,
    known: door.Known = None,
    said: door.Said = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Say how far a case or a finding has got, each line with its sources."""
    with door.shown_refusals():
        from answerable.operations.pages import told as pages
        from answerable.operations.pages.look import Look

        look = Look(
            at=door.now(),
            valid=door.day(valid, what="valid date"),
            known=known,
            said=door.day(said, what="said date"),
        )
        found = pages.case_or_finding(look, reference)
        door.say(found if as_json else found.text, as_json=as_json)


def agenda(
    body: Annotated[str, typer.Argument(help="An institution, or who holds it to account.")],
    *,
    on: On = None,
    known: door.Known = None,
    said: door.Said = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Propose the next session's items, each with its reason and a question."""
    with door.shown_refusals():
        from answerable.operations.pages import told as pages
        from answerable.operations.pages.look import Look

        day = door.day(on, what="day of the session") or door.today()
        look = Look(at=door.now(), known=known, said=door.day(said, what="said date"))
        items = pages.agenda(look, body=body, on=day)
        if as_json:
            door.say([asdict(item) for item in items], as_json=True)
        else:
            none = ["Nothing is overdue, slipping or unproven on that day."]
            door.say([line for item in items for line in item.text] or none)


def respond(
    reference: Reference,
    response: Annotated[Response, typer.Argument(help="accepted, partly or rejected.")],
    *,
    text: Annotated[str, typer.Option("--text", help="The explanation.")],
    law: Annotated[str | None, typer.Option("--law", help="The duty it answers.")] = None,
    on: On = None,
    document: Document = None,
    quote: Quote = None,
    by: door.By = None,
    seen: door.Seen = None,
    key: door.CommandKey = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Record the answer to a recommendation, with its explanation."""
    with door.shown_refusals():
        from answerable.operations.sessions import scrutiny

        common = told(by=by, seen=seen, key=key, on=on) | {"words": quoted(document, quote)}
        receipt = scrutiny.respond(
            **common, reference=reference, response=response, text=text, law=law
        )
        show(receipt, as_json=as_json)


def link(
    reference: Reference,
    other: Annotated[str, typer.Argument(help="The other finding.")],
    *,
    kind: Annotated[
        str, typer.Option("--kind", help="asked-before, same-as or superseded-by.")
    ] = "asked-before",
    reason: Annotated[str, typer.Option("--reason", help="Why they belong together.")],
    on: On = None,
    document: Document = None,
    quote: Quote = None,
    by: door.By = None,
    seen: door.Seen = None,
    key: door.CommandKey = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Link two findings, and say why."""
    with door.shown_refusals():
        from answerable.operations.findings import linking

        common = told(by=by, seen=seen, key=key, on=on) | {"words": quoted(document, quote)}
        receipt = linking.link_finding(
            **common, reference=reference, other=other, kind=kind, reason=reason
        )
        show(receipt, as_json=as_json)


def hold_meeting(
    file: Annotated[Path, typer.Argument(help="The session as TOML.", metavar="FILE.toml")],
    *,
    document: Document = None,
    quote: Quote = None,
    by: door.By = None,
    seen: door.Seen = None,
    key: door.CommandKey = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Record a session: items, questions, answers, judgements and actions."""
    with door.shown_refusals():
        from answerable.operations.sessions import meeting_file, sessions

        common = who(by=by, seen=seen, key=key)  # the day of a session stands in its file
        held = meeting_file.parse(file_bytes(file))
        receipt = sessions.hold_meeting(**common, held=held, words=quoted(document, quote))
        show(receipt, as_json=as_json)
