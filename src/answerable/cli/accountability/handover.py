"""Command of memory: handover."""

from pathlib import Path
from typing import Annotated

import typer

from answerable.cli import door


def register(app: typer.Typer) -> None:
    """Add the command of this subject."""
    app.command(name="handover")(handover)


def handover(
    body: Annotated[str, typer.Argument(help="The institution.")],
    office: Annotated[
        str, typer.Argument(help="The office; without one, for a successor body.")
    ] = "",
    *,
    form: Annotated[str, typer.Option("--format", help="pdf, docx or xlsx.")] = "pdf",
    out: Annotated[Path, typer.Option("--out", help="The file to write.", metavar="FILE")],
    valid: door.Valid = None,
    known: door.Known = None,
    said: door.Said = None,
    by: door.By = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Write the handover pack of an office, or of a body to its successor; it is internal."""
    with door.shown_refusals():
        from answerable.operations.output import handover as operation
        from answerable.operations.output import publishing
        from answerable.operations.pages.look import Look

        look = Look(
            at=door.now(),
            actor=door.actor(by),
            valid=door.day(valid, what="valid date"),
            known=known,
            said=door.day(said, what="said date"),
        )
        made = operation.build(look, body=body, office=office, form=form)
        publishing.write(out.parent, ((out.name, made.data),))
        told = {"file": str(out), "bytes": len(made.data), "foot": made.foot}
        words = f"{out}: {len(made.data):,} bytes, internal. {made.foot}"
        door.say(told if as_json else words, as_json=as_json)
