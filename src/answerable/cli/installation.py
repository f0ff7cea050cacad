"""Commands of the installation: demo, serve, doctor."""

from typing import Annotated

import typer

from answerable.cli import door


def register(app: typer.Typer) -> None:
    """Add the commands of this subject."""
    app.command()(demo)
    app.command()(serve)
    app.command()(doctor)


def demo(
    *,
    quiet: Annotated[bool, typer.Option("--quiet", help="Print one line only.")] = False,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Load both stories and print, for each, the way from finding to proof."""
    with door.shown_refusals():
        from answerable.operations import demo as operation

        table = operation.load(at=door.now())
        door.say([table[-1]] if quiet else table, as_json=as_json)


def serve(
    *,
    port: Annotated[int, typer.Option("--port", help="Port on this machine.")] = 8000,
    home: door.Home = None,
) -> None:
    """Serve the site on this machine until Ctrl-C."""
    with door.shown_refusals():
        from answerable.operations import languages, site_address, theme
        from answerable.operations.record import ledger
        from answerable.web import server

        server.need_free(port)
        ledger.open_home()
        theme.checked()
        languages.installed()
        site_address.served(port)
        typer.echo(f"Answerable is at http://127.0.0.1:{port}/ - stop it with Ctrl-C.")
        server.serve(port=port)


def doctor(*, home: door.Home = None, as_json: door.Json = False) -> None:
    """Say what is in force, where it came from and what is missing. Exit code 1 for a fault."""
    with door.shown_refusals():
        from answerable.operations import doctor as operation

        found = operation.doctor()
        door.say(found if as_json else found.text, as_json=as_json)
    if not found.holds:
        raise typer.Exit(door.DOES_NOT_HOLD)
