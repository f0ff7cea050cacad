"""Commands of findings from every source: file-finding, import-findings."""

from pathlib import Path
from typing import Annotated

import typer

from answerable.cli import door
from answerable.cli.changing import Document, On, Quote, file_bytes, quoted, show, told

Body = Annotated[str, typer.Argument(help="The institution.")]
Source = Annotated[str, typer.Option("--source", help="A source of the regime.")]


def register(app: typer.Typer) -> None:
    """Add the commands of this subject."""
    app.command(name="file-finding")(file_finding)
    app.command(name="import-findings")(import_findings)


def file_finding(
    body: Body,
    *,
    source: Source,
    text: Annotated[str, typer.Option("--text", help="Its words.")],
    owner: Annotated[str, typer.Option("--owner", help="Who made it.")],
    kind: Annotated[
        str,
        typer.Option(
            "--kind",
            help="recommendation, area-for-improvement, cause-of-concern, "
            "accelerated-cause-of-concern, or practice, which asks for nothing.",
        ),
    ] = "recommendation",
    number: Annotated[str, typer.Option("--number", help="Its number there.")] = "",
    due: Annotated[str, typer.Option("--due", help="When it is due.")] = "",
    theme: Annotated[str, typer.Option("--theme", help="Its subject.")] = "",
    on: On = None,
    document: Document = None,
    quote: Quote = None,
    by: door.By = None,
    seen: door.Seen = None,
    key: door.CommandKey = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """File a finding of an audit, a coroner, the panel, the office itself or another source."""
    with door.shown_refusals():
        from answerable.operations.findings import findings

        common = told(by=by, seen=seen, key=key, on=on) | {"words": quoted(document, quote)}
        receipt = findings.file_finding(
            **common,
            institution=body,
            origin=source,
            text=text,
            owner=owner,
            kind=kind,
            number=number,
            due=due,
            theme=theme,
        )
        show(receipt, as_json=as_json)


def import_findings(
    body: Body,
    file: Annotated[Path, typer.Argument(help="CSV, XLSX or ODS.", metavar="FILE")],
    *,
    source: Source = "portal",
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show the difference, record nothing.")
    ] = False,
    on: On = None,
    by: door.By = None,
    seen: door.Seen = None,
    key: door.CommandKey = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Take in an export of findings: the difference with --dry-run, else recorded whole."""
    with door.shown_refusals():
        from answerable.operations.findings import findings

        common = told(by=by, seen=seen, key=key, on=on)
        found = findings.export(file_bytes(file), name=file.name, dated=common["on"])
        if dry_run:
            changes = findings.difference(
                by=common["by"], on=common["on"], institution=body, source=source, found=found
            )
            rows = [f"{c.kind}: {c.ref}: {c.text[:80]} ({c.state or 'no state'})" for c in changes]
            door.say(rows, as_json=as_json)
            return
        receipt = findings.import_findings(**common, institution=body, source=source, found=found)
        show(receipt, as_json=as_json)
