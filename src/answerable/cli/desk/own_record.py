"""The command that begins a record of one's own: init."""

from datetime import date
from typing import Annotated

import typer

from answerable.cli import door
from answerable.cli.changing import BadOption
from answerable.vocabulary.access import Role

HOLDERS = {"commissioner": Role.COMMISSIONER, "chief-officer": Role.CHIEF_OFFICER}
HOLDER_PARTS = 3


def register(app: typer.Typer) -> None:
    """Add the command of this subject."""
    app.command()(init)


def init(
    *,
    regime: Annotated[
        str,
        typer.Option(
            "--regime", help="police-england-wales, police-england-wales-mayor, or generic."
        ),
    ] = "",
    institution: Annotated[str, typer.Option("--institution", help="Its id or its name.")] = "",
    oversight: Annotated[
        str, typer.Option("--oversight", help="Who holds it to account: id or name.")
    ] = "",
    holder: Annotated[
        list[str] | None,
        typer.Option(
            "--holder",
            help="Who holds a post: commissioner=NAME=2024-05-09, or chief-officer=...; repeat.",
        ),
    ] = None,
    kind: Annotated[
        str,
        typer.Option(
            "--kind",
            help="What the institution is, such as “County council”, where the catalogue does not "
            "hold it: it is then named here. Only with --regime generic.",
        ),
    ] = "",
    oversight_kind: Annotated[
        str,
        typer.Option(
            "--oversight-kind",
            help="The same of who holds it to account; of an institution of the catalogue it is "
            "then named in place of the body of the list, such as “Police, Fire and Crime "
            "Commissioner”.",
        ),
    ] = "",
    inspectorate: Annotated[
        list[str] | None,
        typer.Option("--inspectorate", help="Name of who inspects or audits it; repeat."),
    ] = None,
    law: Annotated[
        str, typer.Option("--law", help="On which basis it is held to account, if there is one.")
    ] = "",
    key: door.CommandKey = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Make an empty home the record of your own body: its offices, and who holds them."""
    with door.shown_refusals():
        from answerable.operations import installation

        installation.require_named(regime=regime, institution=institution, oversight=oversight)
        made = installation.init(
            at=door.now(),
            key=door.command_key(key),
            regime=regime,
            institution=institution,
            oversight=oversight,
            holders=[installation.Holder(*_holder(text)) for text in holder or ()],
            named=[
                *([installation.Named(institution, kind)] if kind else []),
                *(
                    [installation.Named(oversight, oversight_kind, "oversight")]
                    if oversight_kind
                    else []
                ),
                *(installation.Named(name, "", "inspectorate") for name in inspectorate or ()),
            ],
            law=law,
        )
        door.say(made if as_json else made.text, as_json=as_json)


def _holder(text: str) -> tuple[Role, str, date]:
    parts = text.split("=")
    role = HOLDERS.get(parts[0])
    since = door.day(parts[-1], what="day") if len(parts) == HOLDER_PARTS else None
    if role is None or since is None:
        raise BadOption(
            f"“{text[:60]}” names no holder. Write the office, the name and the first day: "
            "commissioner=Jo Example=2024-05-09."
        )
    return role, parts[1], since
