"""The `answerable` command: parser, exit codes, how a defect is shown."""

import sys
from importlib.metadata import version
from typing import Annotated

import typer

from answerable.cli import (
    accountability,
    accounts,
    conflicts,
    desk,
    door,
    evidence,
    installation,
    ledger,
    links,
    publishing,
    reading,
    reviewing,
    scrutiny,
    sources,
)

app = typer.Typer(
    name="answerable",
    help="Hold a public service to account: from finding to proof.\n\n"
    "Exit codes: 0 done; 1 checked, and it does not hold; 2 refused or wrong usage; 70 defect.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def _version(shown: bool) -> None:
    if shown:
        typer.echo(f"answerable {version('answerable')}")
        raise typer.Exit


@app.callback()
def _root(
    shown: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say the version.")
    ] = False,
) -> None:
    pass


for room in (
    installation,
    accountability,
    accounts,
    links,
    desk,
    reading,
    reviewing,
    sources,
    conflicts,
    scrutiny,
    evidence,
    ledger,
    publishing,
):
    room.register(app)


def main() -> None:
    """Run the command. What is neither done nor refused is a defect: exit code 70."""
    try:
        app()  # ends by itself with 0, 1 or 2; wrong usage is 2
    except Exception as defect:  # the outermost door: everything else is a defect
        from answerable.operations import trouble

        if refusal := trouble.in_words(defect):
            typer.echo(refusal.sentence, err=True)
            sys.exit(door.REFUSED)
        typer.echo(
            f"This is a defect of Answerable, not a fault of yours: {defect!r}. "
            "Nothing was half written. Please report what you did.",
            err=True,
        )
        sys.exit(door.DEFECT)
