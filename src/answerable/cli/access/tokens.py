"""Commands of tokens for programs, under `account`: make, list, end.

Whoever runs them on the machine that holds the record could act as any office of it already.
"""

from dataclasses import asdict
from typing import Annotated

import typer

from answerable.cli import door

Name = Annotated[str, typer.Argument(help="The user name, such as j.ashe.")]


def register(accounts: typer.Typer) -> None:
    """Add the commands of this subject."""
    for name, command in (("token", token), ("tokens", tokens), ("end-token", end)):
        accounts.command(name=name)(command)


def token(
    name: Name,
    *,
    label: Annotated[str, typer.Option("--for", help="What it is for, in a few words.")],
    scope: Annotated[
        list[str],
        typer.Option(
            "--scope",
            help="read-own, commands, a group such as plans, or an operation; may be repeated.",
        ),
    ],
    until: Annotated[
        str | None,
        typer.Option("--until", help="Day on which it ends; default: in 90 days.", metavar="DATE"),
    ] = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Make a token with which a program acts for an account. It is shown once."""
    with door.shown_refusals():
        from answerable.operations import tokens
        from answerable.operations.rights import accounts

        made = tokens.make(
            account=accounts.open_account(name).id,
            at=door.now(),
            label=label,
            scopes=scope,
            until=door.day(until, what="end of the token"),
        )
        if as_json:
            door.say(made, as_json=True)
            return
        door.say(
            (
                made.secret,
                f"It ends on {made.ends}. It is not shown again. Keep it as you keep a password.",
            )
        )


def tokens(name: Name, *, home: door.Home = None, as_json: door.Json = False) -> None:
    """The tokens of an account: for what, until when, when last used."""
    with door.shown_refusals():
        from answerable.operations import tokens
        from answerable.operations.rights import accounts

        at = door.now()
        found = tokens.own(account=accounts.named(name).id)
        if as_json:
            door.say([{**asdict(one), "open": one.open(at)} for one in found], as_json=True)
            return
        door.say(
            [
                f"{one.id:>4}  {'open until' if one.open(at) else 'over, made until'} "
                f"{one.expires_at[:10]}  {one.label}  ({', '.join(one.scopes)})  "
                f"last used {(one.last_used_at or 'never')[:16]}"
                for one in found
            ]
            or ["This account has no token."]
        )


def end(
    name: Name,
    number: Annotated[int, typer.Argument(help="Number of the token in the list.")],
    *,
    home: door.Home = None,
) -> None:
    """End a token: programs that show it are refused from now on."""
    with door.shown_refusals():
        from answerable.operations import tokens
        from answerable.operations.rights import accounts

        tokens.revoke(account=accounts.named(name).id, at=door.now(), number=number)
        door.say(f"Token {number} of {name} is ended.")
