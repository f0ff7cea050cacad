"""Commands of redress: report-mistake, answer-mistake, reply."""

from typing import Annotated

import typer

from answerable.cli import door
from answerable.cli.changing import show, who

Entry = Annotated[int, typer.Argument(help="The number of the entry.", min=0)]


def register(app: typer.Typer) -> None:
    """Add the commands of this subject."""
    app.command(name="report-mistake")(report_mistake)
    app.command(name="answer-mistake")(answer_mistake)
    app.command()(reply)


def report_mistake(
    entry: Entry,
    *,
    text: Annotated[str, typer.Option("--text", help="What is wrong.")],
    by: door.By = None,
    seen: door.Seen = None,
    key: door.CommandKey = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Say that a line is wrong; the first entry of the receipt is the reference number."""
    with door.shown_refusals():
        from answerable.operations.findings import redress

        common = who(by=by, seen=seen, key=key)
        show(redress.report_mistake(**common, entry=entry, text=text), as_json=as_json)


def answer_mistake(
    report: Annotated[int, typer.Argument(help="The number of the report.", min=0)],
    *,
    outcome: Annotated[str, typer.Option("--outcome", help="What was found; public.")],
    found: Annotated[
        str, typer.Option("--found", help="corrected (the line was put right) or not-corrected.")
    ] = "",
    publish: Annotated[
        bool, typer.Option("--publish", help="Show the reader's words too.")
    ] = False,
    by: door.By = None,
    seen: door.Seen = None,
    key: door.CommandKey = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Say what was found about a report. A correction is its own command."""
    with door.shown_refusals():
        from answerable.operations.findings import redress

        common = who(by=by, seen=seen, key=key)
        receipt = redress.answer_mistake(
            **common, report=report, outcome=outcome, found=found, publish=publish
        )
        show(receipt, as_json=as_json)


def reply(
    entry: Entry,
    *,
    text: Annotated[str, typer.Option("--text", help="The reply; public at once.")],
    by: door.By = None,
    seen: door.Seen = None,
    key: door.CommandKey = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Reply to a line, as the body that it is about."""
    with door.shown_refusals():
        from answerable.operations.findings import redress

        common = who(by=by, seen=seen, key=key)
        show(redress.reply(**common, entry=entry, text=text), as_json=as_json)
