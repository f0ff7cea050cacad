"""Commands of an officer's plan: owners, milestones, what it waits for, means."""

from typing import Annotated

import typer

from answerable.cli import door
from answerable.cli.changing import On, Reference, show, told


def register(app: typer.Typer) -> None:
    """Add the commands of this subject."""
    app.command()(reassign)
    app.command(name="reassign-all")(reassign_all)
    app.command()(milestone)
    app.command(name="meet-milestone")(meet_milestone)
    app.command(name="waits-for")(waits_for)
    app.command()(resource)


def reassign(
    reference: Reference,
    owner: Annotated[str, typer.Argument(help="The office that owns it from now on.")],
    *,
    reason: Annotated[str, typer.Option("--reason", help="Why.")],
    authoriser: Annotated[
        str, typer.Option("--authoriser", help="The office that agreed.", metavar="OFFICE")
    ],
    on: On = None,
    by: door.By = None,
    seen: door.Seen = None,
    key: door.CommandKey = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Give an action to another owner; the first stays on the record."""
    with door.shown_refusals():
        from answerable.operations.plans import plans

        receipt = plans.reassign(
            **told(by=by, seen=seen, key=key, on=on),
            reference=reference,
            owner=owner,
            reason=reason,
            authoriser=authoriser,
        )
        show(receipt, as_json=as_json)


def reassign_all(
    institution: Annotated[str, typer.Argument(help="Whose register it is.")],
    owner: Annotated[str, typer.Argument(help="Who leaves, as the register names them.")],
    to: Annotated[str, typer.Argument(help="The office that owns them from now on.")],
    *,
    reason: Annotated[str, typer.Option("--reason", help="Why.")],
    authoriser: Annotated[
        str, typer.Option("--authoriser", help="The office that agreed.", metavar="OFFICE")
    ],
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="List what they hold; record nothing.")
    ] = False,
    on: On = None,
    by: door.By = None,
    seen: door.Seen = None,
    key: door.CommandKey = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Give every open action of an owner who leaves to another: all of them or none."""
    with door.shown_refusals():
        from answerable.operations.pages.desk import reassign_all as pages
        from answerable.operations.pages.look import Look
        from answerable.operations.plans import plans

        if dry_run:
            look = Look(at=door.now(), actor=door.actor(by))
            door.say(pages.lines(look, institution, owner=owner), as_json=as_json)
            return
        receipt = plans.reassign_all(
            **told(by=by, seen=seen, key=key, on=on),
            institution=institution,
            owner=owner,
            to=to,
            reason=reason,
            authoriser=authoriser,
        )
        show(receipt, as_json=as_json)


def milestone(
    reference: Reference,
    *,
    text: Annotated[str, typer.Option("--text", help="What is done by then.")],
    due: Annotated[str, typer.Option("--due", help="By when.", metavar="DATE")],
    again: Annotated[
        str | None, typer.Option("--again", help="The milestone that moves.", metavar="REFERENCE")
    ] = None,
    on: On = None,
    by: door.By = None,
    seen: door.Seen = None,
    key: door.CommandKey = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Set a dated step on the way of an action or a plan, or move one."""
    with door.shown_refusals():
        from answerable.operations.plans import plans

        receipt = plans.set_milestone(
            **told(by=by, seen=seen, key=key, on=on),
            reference=reference,
            text=text,
            due=due,
            again=again,
        )
        show(receipt, as_json=as_json)


def meet_milestone(
    reference: Annotated[str, typer.Argument(help="A milestone, by its reference.")],
    *,
    on: On = None,
    by: door.By = None,
    seen: door.Seen = None,
    key: door.CommandKey = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Record that a milestone is said to be met. It moves no rung."""
    with door.shown_refusals():
        from answerable.operations.plans import plans

        receipt = plans.meet_milestone(
            **told(by=by, seen=seen, key=key, on=on),
            milestone=reference,
        )
        show(receipt, as_json=as_json)


def waits_for(
    reference: Reference,
    other: Annotated[str, typer.Argument(help="The action that it waits for.")],
    *,
    reason: Annotated[str, typer.Option("--reason", help="Why.")],
    on: On = None,
    by: door.By = None,
    seen: door.Seen = None,
    key: door.CommandKey = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Record that an action waits for another; a circle is refused."""
    with door.shown_refusals():
        from answerable.operations.plans import plans

        receipt = plans.state_dependency(
            **told(by=by, seen=seen, key=key, on=on),
            reference=reference,
            other=other,
            reason=reason,
        )
        show(receipt, as_json=as_json)


def resource(
    reference: Reference,
    *,
    text: Annotated[str, typer.Option("--text", help="People, money or equipment.")],
    line: Annotated[str | None, typer.Option("--line", help="A line of the money.")] = None,
    on: On = None,
    by: door.By = None,
    seen: door.Seen = None,
    key: door.CommandKey = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Name what an action may use."""
    with door.shown_refusals():
        from answerable.operations.plans import plans

        receipt = plans.name_resource(
            **told(by=by, seen=seen, key=key, on=on),
            reference=reference,
            text=text,
            line=line,
        )
        show(receipt, as_json=as_json)
