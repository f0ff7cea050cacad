"""Commands of the officer's desk: init, week, register, import, export-log."""

from datetime import date
from typing import Annotated

import typer

from answerable.cli import door
from answerable.vocabulary.access import Role
from answerable.vocabulary.refusal import Refusal

HOLDERS = {"commissioner": Role.COMMISSIONER, "chief-officer": Role.CHIEF_OFFICER}
HOLDER_PARTS = 3


class BadHolder(Refusal):
    """A holder that is not written as office, name and day."""

    code = "bad_holder"


def register(app: typer.Typer) -> None:
    """Add the commands of this subject."""
    app.command()(init)
    app.command()(week)
    app.command(name="register")(register_rows)


def init(
    *,
    regime: Annotated[str, typer.Option("--regime", help="police-england-wales, or generic.")],
    institution: Annotated[str, typer.Option("--institution", help="Its id or its name.")],
    oversight: Annotated[
        str, typer.Option("--oversight", help="Who holds it to account: id or name.")
    ],
    holder: Annotated[
        list[str] | None,
        typer.Option(
            "--holder",
            help="Who holds a post: commissioner=NAME=2024-05-09, or chief-officer=...; repeat.",
        ),
    ] = None,
    key: door.CommandKey = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Make an empty home the record of your own body: its offices, and who holds them."""
    with door.shown_refusals():
        from answerable.operations import installation  # noqa: PLC0415  # needs the home

        made = installation.init(
            at=door.now(),
            key=door.command_key(key),
            regime=regime,
            institution=institution,
            oversight=oversight,
            holders=[installation.Holder(*_holder(text)) for text in holder or ()],
        )
        door.say(made if as_json else made.text, as_json=as_json)


def week(
    *,
    by: door.By = None,
    on: door.Valid = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Say what is overdue, due in 7, 14 and 28 days, and waiting for others."""
    with door.shown_refusals():
        from answerable.operations.pages import week as pages  # noqa: PLC0415  # needs the home
        from answerable.operations.pages.look import Look  # noqa: PLC0415

        look = Look(at=door.now(), actor=door.actor(by), valid=door.day(on, what="day"))
        door.say(pages.lines(look), as_json=as_json)


def register_rows(
    body: Annotated[str, typer.Argument(help="An institution; default: the first.")] = "",
    *,
    view: Annotated[
        str, typer.Option("--view", help="overdue, slipping, unproven, no-owner, no-date or gaps.")
    ] = "",
    sort: Annotated[str, typer.Option("--sort", help="due, owner, reference, state, words.")] = "",
    csv: Annotated[bool, typer.Option("--csv", help="Print the rows as CSV.")] = False,
    by: door.By = None,
    valid: door.Valid = None,
    known: door.Known = None,
    said: door.Said = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """List every finding and action: words, owner, due, said, done, worked."""
    with door.shown_refusals():
        from answerable.operations.pages import register as pages  # noqa: PLC0415  # needs the home
        from answerable.operations.pages.look import Look  # noqa: PLC0415

        look = Look(
            at=door.now(),
            actor=door.actor(by),
            valid=door.day(valid, what="valid date"),
            known=known,
            said=door.day(said, what="said date"),
        )
        query = {"body": body, "view": view, "sort": sort}
        if csv:
            door.out_bytes(pages.data(look, query)[1].encode())
        else:
            door.say(pages.lines(look, query), as_json=as_json)


def _holder(text: str) -> tuple[Role, str, date]:
    parts = text.split("=")
    role = HOLDERS.get(parts[0])
    since = door.day(parts[-1], what="day") if len(parts) == HOLDER_PARTS else None
    if role is None or since is None:
        raise BadHolder(
            f"“{text[:60]}” names no holder. Write the office, the name and the first day: "
            "commissioner=Jo Example=2024-05-09."
        )
    return role, parts[1], since
