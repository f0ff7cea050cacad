"""The command that names who answers for the data, for a home that nobody signs in to yet."""

from typing import Annotated

import typer

from answerable.cli import door


def register(accounts: typer.Typer) -> None:
    """Add the command of this subject to those of accounts."""
    accounts.command(name="controller")(controller)


def controller(
    name: Annotated[str, typer.Argument(help="Who answers for the data.")],
    *,
    address: Annotated[
        str, typer.Option("--address", help="How one writes to it: an address, or one for mail.")
    ],
    officer: Annotated[
        str, typer.Option("--officer", help="Its data protection officer, by office and address.")
    ] = "",
    registration: Annotated[
        str,
        typer.Option("--registration", help="Its number with the Information Commissioner."),
    ] = "",
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Name who answers for the data; the page about privacy says so from now on."""
    with door.shown_refusals():
        from answerable.operations import people
        from answerable.operations.rights import privacy

        made = privacy.name_controller(
            by=people.administrator(),
            at=door.now(),
            name=name,
            address=address,
            officer=officer,
            registration=registration,
        )
        door.say(
            made if as_json else f"{made.name} answers for the data: see /about/privacy/.",
            as_json=as_json,
        )
