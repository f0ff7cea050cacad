"""Commands of links for members of a panel: link make, list, revoke."""

from dataclasses import asdict
from typing import Annotated

import typer

from answerable.cli import door


def register(app: typer.Typer) -> None:
    """Add the commands of this subject."""
    links = typer.Typer(help="Read-only links for members of a panel, without an account.")
    links.command(name="make")(make)
    links.command(name="list")(list_)
    links.command(name="revoke")(revoke)
    app.add_typer(links, name="panel-link")


def make(
    pages: Annotated[list[str], typer.Argument(help="Addresses of pages and packs.")],
    *,
    name: Annotated[str, typer.Option("--for", help="For whom: a person or a group.")],
    until: Annotated[
        str | None,
        typer.Option("--until", help="Day on which it ends; default: in four weeks."),
    ] = None,
    site: Annotated[
        str, typer.Option("--site", help="Address of the site; else ANSWERABLE_SITE.")
    ] = "",
    by: door.By = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Make a link to some pages; it is shown once."""
    with door.shown_refusals():
        from answerable.operations import site_address
        from answerable.operations.rights import panel_links

        made = panel_links.make(
            by=door.actor(by),
            at=door.now(),
            label=name,
            paths=pages,
            until=door.day(until, what="end of the link"),
        )
        link = f"{(site or site_address.site()).rstrip('/')}{made.path}"
        if as_json:
            door.say({"for": made.label, "link": link, "ends": made.ends}, as_json=True)
        else:
            door.say((link, f"For {made.label}, until {made.ends}. It is not shown again."))


def list_(*, by: door.By = None, home: door.Home = None, as_json: door.Json = False) -> None:
    """The links of a body, and how often each was opened."""
    with door.shown_refusals():
        from answerable.operations.rights import panel_links

        found = panel_links.every(by=door.actor(by))
        if as_json:
            door.say([asdict(one) for one in found], as_json=True)
            return
        door.say(
            [
                f"{one.id:>4}  {one.label}: until {one.expires_at[:10]}, opened {one.opened} times"
                + (f", called back {one.revoked_at[:10]}" if one.revoked_at else "")
                for one in found
            ]
            or ["No link was made."]
        )


def revoke(
    number: Annotated[int, typer.Argument(help="Its number in `link list`.")],
    *,
    by: door.By = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Call a link back: it opens nothing from now on."""
    with door.shown_refusals():
        from answerable.operations.rights import panel_links

        panel_links.revoke(by=door.actor(by), at=door.now(), number=number)
        done = {"revoked": number}
        door.say(done if as_json else f"Link {number} opens nothing more.", as_json=as_json)
