"""Commands of duplicates, judgements, objectives and evidence that was looked at."""

from typing import Annotated

import typer

from answerable.cli import door
from answerable.cli.changing import On, Reference, show, told


def register(app: typer.Typer) -> None:
    """Add the commands of this subject."""
    app.command()(merge)
    app.command()(split)
    app.command(name="follow-again")(follow_again)
    app.command()(transfer)
    app.command(name="judge-plan")(judge_plan)
    app.command()(objective)
    app.command(name="link-objective")(link_objective)
    app.command(name="plan-test")(plan_test)
    app.command(name="check-evidence")(check_evidence)


def merge(
    reference: Reference,
    into: Annotated[str, typer.Argument(help="The item under which it is followed.")],
    *,
    reason: Annotated[str, typer.Option("--reason", help="Why.")],
    on: On = None,
    by: door.By = None,
    seen: door.Seen = None,
    key: door.CommandKey = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Follow a duplicate under another item; both histories stay."""
    with door.shown_refusals():
        from answerable.operations.plans import duplicates

        receipt = duplicates.merge(
            **told(by=by, seen=seen, key=key, on=on),
            reference=reference,
            into=into,
            reason=reason,
        )
        show(receipt, as_json=as_json)


def split(
    reference: Reference,
    *,
    into: Annotated[list[str], typer.Option("--into", help="The words of a part; repeat.")],
    reason: Annotated[str, typer.Option("--reason", help="Why.")],
    on: On = None,
    by: door.By = None,
    seen: door.Seen = None,
    key: door.CommandKey = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Follow one action or finding as several actions; a finding itself stays one."""
    with door.shown_refusals():
        from answerable.operations.plans import duplicates

        receipt = duplicates.split(
            **told(by=by, seen=seen, key=key, on=on),
            reference=reference,
            into=into,
            reason=reason,
        )
        show(receipt, as_json=as_json)


def follow_again(
    reference: Reference,
    *,
    reason: Annotated[str, typer.Option("--reason", help="Why.")],
    on: On = None,
    by: door.By = None,
    seen: door.Seen = None,
    key: door.CommandKey = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Take back a merging, a splitting or a passing on: it is followed on its own again."""
    with door.shown_refusals():
        from answerable.operations.plans import duplicates

        receipt = duplicates.follow_again(
            **told(by=by, seen=seen, key=key, on=on), reference=reference, reason=reason
        )
        show(receipt, as_json=as_json)


def transfer(
    reference: Reference,
    *,
    to: Annotated[str, typer.Option("--to", help="The body or board that follows it.")],
    reason: Annotated[str, typer.Option("--reason", help="Why.")],
    on: On = None,
    by: door.By = None,
    seen: door.Seen = None,
    key: door.CommandKey = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Pass on what is not ours; it is discharged here."""
    with door.shown_refusals():
        from answerable.operations.plans import duplicates

        receipt = duplicates.transfer(
            **told(by=by, seen=seen, key=key, on=on),
            reference=reference,
            to=to,
            reason=reason,
        )
        show(receipt, as_json=as_json)


def judge_plan(
    reference: Annotated[str, typer.Argument(help="A plan, by its reference.")],
    judgement: Annotated[
        str, typer.Argument(help="“assured”, “partly assured” or “not assured”.")
    ],
    *,
    reason: Annotated[str, typer.Option("--reason", help="Why.")],
    meeting: Annotated[
        str | None, typer.Option("--meeting", help="The session in which it was made.")
    ] = None,
    on: On = None,
    by: door.By = None,
    seen: door.Seen = None,
    key: door.CommandKey = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Record what the body that holds to account thinks of a plan."""
    with door.shown_refusals():
        from answerable.operations.plans import plans

        receipt = plans.judge_plan(
            **told(by=by, seen=seen, key=key, on=on),
            reference=reference,
            judgement=judgement,
            reason=reason,
            meeting=meeting,
        )
        show(receipt, as_json=as_json)


def objective(
    institution: Annotated[str, typer.Argument(help="Whose register it is.")],
    *,
    title: Annotated[str, typer.Option("--title", help="Its title.")],
    plan: Annotated[str, typer.Option("--plan", help="The plan in which it stands.")],
    text: Annotated[str, typer.Option("--text", help="Its words.")] = "",
    on: On = None,
    by: door.By = None,
    seen: door.Seen = None,
    key: door.CommandKey = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Set an objective of the police and crime plan."""
    with door.shown_refusals():
        from answerable.operations.plans import plans

        receipt = plans.set_objective(
            **told(by=by, seen=seen, key=key, on=on),
            institution=institution,
            title=title,
            plan=plan,
            text=text,
        )
        show(receipt, as_json=as_json)


def link_objective(
    reference: Reference,
    name: Annotated[str, typer.Argument(help="The objective.", metavar="OBJECTIVE")],
    *,
    reason: Annotated[str, typer.Option("--reason", help="Why.")],
    on: On = None,
    by: door.By = None,
    seen: door.Seen = None,
    key: door.CommandKey = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Record that a finding bears on an objective."""
    with door.shown_refusals():
        from answerable.operations.plans import plans

        receipt = plans.link_objective(
            **told(by=by, seen=seen, key=key, on=on),
            reference=reference,
            objective=name,
            reason=reason,
        )
        show(receipt, as_json=as_json)


def plan_test(
    body: Annotated[str, typer.Argument(help="An institution, or who holds it to account.")],
    *,
    by: door.By = None,
    valid: door.Valid = None,
    known: door.Known = None,
    said: door.Said = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Say which parts of a plan each open recommendation has, and how plans were judged."""
    with door.shown_refusals():
        from answerable.operations.pages.look import Look
        from answerable.operations.pages.plans import plan as pages

        look = Look(
            at=door.now(),
            actor=door.actor(by),
            valid=door.day(valid, what="valid date"),
            known=known,
            said=door.day(said, what="said date"),
        )
        door.say(pages.lines(look, body), as_json=as_json)


def check_evidence(
    entry: Annotated[int, typer.Argument(help="The entry that offers it.")],
    result: Annotated[str, typer.Argument(help="“shows it”, “shows part” or “does not show it”.")],
    *,
    reason: Annotated[str, typer.Option("--reason", help="What you saw.")],
    on: On = None,
    by: door.By = None,
    seen: door.Seen = None,
    key: door.CommandKey = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Record what somebody else than who offered it found in evidence."""
    with door.shown_refusals():
        from answerable.operations.plans import evidence_kept

        receipt = evidence_kept.check_evidence(
            **told(by=by, seen=seen, key=key, on=on),
            entry=entry,
            result=result,
            reason=reason,
        )
        show(receipt, as_json=as_json)
