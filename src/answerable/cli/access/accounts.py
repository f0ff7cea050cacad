"""Commands of accounts: add, invite, renew, roles, review, leave, list."""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Any, Protocol

import typer

from answerable.cli import changing, door
from answerable.cli.access import controllers, tokens
from answerable.vocabulary.access import Role

Name = Annotated[str, typer.Argument(help="The user name, such as j.ashe.")]
Office = Annotated[
    str, typer.Option("--office", help="The office, as body/office.", metavar="OFFICE")
]
Roles = Annotated[
    list[str], typer.Option("--role", help="A role, such as governance-officer; may be repeated.")
]
Email = Annotated[str, typer.Option("--email", help="Where to write to; it signs in too.")]
Holding = Annotated[
    str, typer.Option("--holding", help="substantive, temporary or acting.", metavar="HOW")
]
Ends = Annotated[
    str | None,
    typer.Option("--ends", help="Day from which the office acts no more.", metavar="YYYY-MM-DD"),
]


class Account(Protocol):
    """The parts of an account that are printed."""

    @property
    def name(self) -> str:
        """The user name."""

    @property
    def body(self) -> str:
        """The body it acts for."""

    @property
    def office(self) -> str:
        """The office in it."""

    @property
    def roles(self) -> tuple[Role, ...]:
        """What it may do."""

    @property
    def holding(self) -> str:
        """How the office is held."""

    @property
    def ends(self) -> str | None:
        """The day from which it acts no more."""

    @property
    def review_by(self) -> str | None:
        """The next look at its roles."""

    @property
    def active(self) -> bool:
        """Whether it is open."""

    @property
    def left_at(self) -> str | None:
        """When it was closed."""

    @property
    def second_factor(self) -> bool:
        """Whether codes are set up."""


def register(app: typer.Typer) -> None:
    """Add the commands of this subject."""
    accounts = typer.Typer(help="Who signs in, as which office, with which roles.")
    for name, command in (
        *(("add", add), ("invite", invite), ("renew", renew), ("roles", roles)),
        *(("review", review), ("leave", leave), ("list", list_)),
    ):
        accounts.command(name=name)(command)
    tokens.register(accounts)
    controllers.register(accounts)
    app.add_typer(accounts, name="account")


def add(
    name: Name,
    *,
    office: Office,
    role: Roles,
    password_file: Annotated[
        Path | None,
        typer.Option("--password-file", help="Read the password there; else it is asked for."),
    ] = None,
    email: Email = "",
    holding: Holding = "substantive",
    ends: Ends = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Make an account with a password, such as the first administrator's."""
    with door.shown_refusals():
        from answerable.operations import people
        from answerable.operations.rights import accounts

        first = not accounts.exist()
        made = accounts.add(
            by=people.administrator(),
            at=door.now(),
            name=name,
            office=office,
            roles=role,
            password=_password(password_file),
            email=email,
            holding=holding,
            ends=_day(ends),
        )
        if as_json:
            door.say({"name": made.name, "office": f"{made.body}/{made.office}"}, as_json=True)
        else:
            door.say(
                f"{made.name} may sign in for {made.body}/{made.office}, and sets up a second "
                "factor when they first do."
            )
            if first:
                door.say(
                    "This is the first account: from now on offices act by signing in only, and "
                    "who has chosen an office in a browser is a reader there. Make a link for "
                    "each person who works here, yourself among them: answerable account invite "
                    f"NAME --office {made.body}/governance-officer --role governance-officer"
                )


def invite(
    name: Name,
    *,
    office: Office,
    role: Roles,
    email: Email = "",
    holding: Holding = "substantive",
    ends: Ends = None,
    site: Annotated[
        str, typer.Option("--site", help="Address of the site; else ANSWERABLE_SITE.")
    ] = "",
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Offer an account by a link that is used once and ends after seven days."""
    with door.shown_refusals():
        from answerable.operations import people
        from answerable.operations.rights import inviting

        made = inviting.invite(
            by=people.administrator(),
            at=door.now(),
            name=name,
            office=office,
            roles=role,
            email=email,
            holding=holding,
            ends=_day(ends),
        )
        _link(
            name=made.name,
            path=made.path,
            expires=made.expires,
            mailed=made.mailed,
            site=site,
            as_json=as_json,
        )


def renew(
    name: Name,
    *,
    site: Annotated[
        str, typer.Option("--site", help="Address of the site; else ANSWERABLE_SITE.")
    ] = "",
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """A link by which somebody chooses a new password and second factor."""
    with door.shown_refusals():
        from answerable.operations import people
        from answerable.operations.rights import inviting

        made = inviting.renew(by=people.administrator(), at=door.now(), name=name)
        _link(
            name=made.name,
            path=made.path,
            expires=made.expires,
            mailed=made.mailed,
            site=site,
            as_json=as_json,
        )


def roles(
    name: Name,
    *,
    role: Annotated[
        list[str] | None,
        typer.Option("--role", help="A role instead of those it has; may be repeated."),
    ] = None,
    office: Annotated[
        str, typer.Option("--office", help="Another office of its body.", metavar="OFFICE")
    ] = "",
    holding: Annotated[
        str, typer.Option("--holding", help="substantive, temporary or acting.", metavar="HOW")
    ] = "",
    ends: Ends = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Give an account other roles, another office of its body, or another end."""
    with door.shown_refusals():
        from answerable.operations import people
        from answerable.operations.rights import accounts

        made = accounts.change(
            by=people.administrator(),
            at=door.now(),
            name=name,
            roles=role or (),
            office=office,
            holding=holding,
            ends=_day(ends),
        )
        door.say(_plain([made]) if as_json else _lines([made]), as_json=as_json)


def review(
    name: Name,
    *,
    next_on: Annotated[
        str | None,
        typer.Option("--next", help="Day of the next look; default: in a year.", metavar="DATE"),
    ] = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Say that the roles of an account were looked at and are right."""
    with door.shown_refusals():
        from answerable.operations import people
        from answerable.operations.rights import accounts

        made = accounts.review(
            by=people.administrator(),
            at=door.now(),
            name=name,
            next_on=door.day(next_on, what="next review"),
        )
        door.say(_plain([made]) if as_json else _lines([made]), as_json=as_json)


def leave(name: Name, *, home: door.Home = None, as_json: door.Json = False) -> None:
    """Close an account at once, end its sessions, and list what its office has open."""
    with door.shown_refusals():
        from answerable.operations import people
        from answerable.operations.rights import accounts

        left = accounts.leave(by=people.administrator(), at=door.now(), name=name)
        door.say(left if as_json else left.text, as_json=as_json)


def list_(*, home: door.Home = None, as_json: door.Json = False) -> None:
    """Every account with its office, roles, end and next review, and open inviting."""
    with door.shown_refusals():
        from answerable.operations import people
        from answerable.operations.rights import accounts, inviting

        by, at = people.administrator(), door.now()
        found, offers = accounts.every(by=by), inviting.waiting(by=by, at=at)
        if as_json:
            door.say(
                {"accounts": _plain(found), "invited": [o.name for o in offers]}, as_json=True
            )
            return
        door.say(_lines(found) or ["Nobody has an account."])
        door.say([f"Invited until {o.expires_at[:10]}: {o.name}" for o in offers])


def _link(*, name: str, path: str, expires: str, mailed: bool, site: str, as_json: bool) -> None:
    from answerable.operations import site_address

    link = f"{(site or site_address.site()).rstrip('/')}{path}"
    if as_json:
        door.say({"name": name, "link": link, "ends": expires, "mailed": mailed}, as_json=True)
        return
    door.say(
        (
            f"Give this link to {name} by a way that nobody else reads:",
            link,
            f"It is used once and ends on {expires}. It is not shown again.",
            "It was sent by mail too." if mailed else "No mail was sent.",
        )
    )


def _lines(found: Iterable[Account]) -> list[str]:
    return [
        "  ".join(
            (
                f"{one.name:<20} {one.body}/{one.office}",
                ", ".join(role.value for role in one.roles),
                one.holding + (f" until {one.ends}" if one.ends else ""),
                f"review by {one.review_by or 'no day'}",
                ("" if one.second_factor else "no second factor yet")
                if one.active
                else f"closed {(one.left_at or '')[:10]}",
            )
        ).rstrip()
        for one in found
    ]


def _plain(found: Iterable[Account]) -> list[dict[str, Any]]:
    return [
        {
            **{name: getattr(one, name) for name in ("name", "holding", "ends", "review_by")},
            "office": f"{one.body}/{one.office}",
            "roles": [role.value for role in one.roles],
            "open": one.active,
            "second_factor": one.second_factor,
        }
        for one in found
    ]


def _day(text: str | None) -> str | None:
    found = door.day(text, what="end of the office")
    return found.isoformat() if found else None


def _password(file: Path | None) -> str:
    if file is not None:
        return changing.file_bytes(file).decode("utf-8", errors="replace").strip("\r\n")
    return str(typer.prompt("Password", hide_input=True, confirmation_prompt=True))
