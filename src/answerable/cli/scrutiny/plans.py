"""Commands of plans and actions: adopt-plan, promise, update, move-date, reach, relapse."""

from typing import Annotated

import typer

from answerable.cli import door
from answerable.cli.changing import Document, On, Quote, Reference, quoted, show, told
from answerable.vocabulary.ladder import Rung

Answers = Annotated[
    list[str] | None, typer.Option("--answers", help="A finding that it answers; repeat.")
]


def register(app: typer.Typer) -> None:
    """Add the commands of this subject."""
    app.command(name="adopt-plan")(adopt_plan)
    app.command()(promise)
    app.command()(update)
    app.command(name="move-date")(move_date)
    app.command()(reach)
    app.command()(relapse)


def adopt_plan(
    institution: Annotated[str, typer.Argument(help="Whose plan it is.")],
    *,
    title: Annotated[str, typer.Option("--title", help="Its title.")],
    owner: Annotated[str | None, typer.Option("--owner", help="Body or office.")] = None,
    version: Annotated[str | None, typer.Option("--version", help="Its version.")] = None,
    answers: Answers = None,
    on: On = None,
    document: Document = None,
    quote: Quote = None,
    by: door.By = None,
    seen: door.Seen = None,
    key: door.CommandKey = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Record that a plan was adopted, and which findings it answers."""
    with door.shown_refusals():
        from answerable.operations.sessions import scrutiny

        receipt = scrutiny.adopt_plan(
            **told(by=by, seen=seen, key=key, on=on),
            words=quoted(document, quote),
            institution=institution,
            title=title,
            owner=owner,
            version=version,
            answers=tuple(answers or ()),
        )
        show(receipt, as_json=as_json)


def promise(
    institution: Annotated[str, typer.Argument(help="Whose action it is.")],
    *,
    text: Annotated[str, typer.Option("--text", help="What will be done.")],
    owner: Annotated[str | None, typer.Option("--owner", help="The office that will.")] = None,
    due: Annotated[str | None, typer.Option("--due", help="By when.")] = None,
    plan: Annotated[str | None, typer.Option("--plan", help="The plan or session.")] = None,
    answers: Answers = None,
    measure: Annotated[str | None, typer.Option("--measure", help="What will show it.")] = None,
    on: On = None,
    document: Document = None,
    quote: Quote = None,
    by: door.By = None,
    seen: door.Seen = None,
    key: door.CommandKey = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Record an action that somebody promised."""
    with door.shown_refusals():
        from answerable.operations.sessions import scrutiny

        receipt = scrutiny.promise_action(
            **told(by=by, seen=seen, key=key, on=on),
            words=quoted(document, quote),
            institution=institution,
            text=text,
            owner=owner,
            due=due,
            plan=plan,
            answers=tuple(answers or ()),
            measure=measure,
        )
        show(receipt, as_json=as_json)


def update(
    reference: Reference,
    *,
    text: Annotated[str, typer.Option("--text", help="The news.")],
    rating: Annotated[
        str | None, typer.Option("--rating", help="The owner's own rating, in its words.")
    ] = None,
    on: On = None,
    document: Document = None,
    quote: Quote = None,
    by: door.By = None,
    seen: door.Seen = None,
    key: door.CommandKey = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Record news of an action. It moves no rung."""
    with door.shown_refusals():
        from answerable.operations.sessions import scrutiny

        common = told(by=by, seen=seen, key=key, on=on) | {"words": quoted(document, quote)}
        receipt = scrutiny.update_action(**common, reference=reference, text=text, rating=rating)
        show(receipt, as_json=as_json)


def move_date(
    reference: Reference,
    *,
    to: Annotated[str, typer.Option("--to", help="The new date.", metavar="DATE")],
    reason: Annotated[str, typer.Option("--reason", help="Why it moves.", metavar="WORDS")],
    authoriser: Annotated[
        str, typer.Option("--authoriser", help="The office that agreed.", metavar="OFFICE")
    ],
    on: On = None,
    document: Document = None,
    quote: Quote = None,
    by: door.By = None,
    seen: door.Seen = None,
    key: door.CommandKey = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Record that a later date was agreed; the first date stays visible."""
    with door.shown_refusals():
        from answerable.operations.sessions import scrutiny

        receipt = scrutiny.move_due_date(
            **told(by=by, seen=seen, key=key, on=on),
            words=quoted(document, quote),
            reference=reference,
            to=to,
            reason=reason,
            authoriser=authoriser,
        )
        show(receipt, as_json=as_json)


def reach(
    reference: Reference,
    rung: Annotated[Rung, typer.Argument(help="The next step of the ladder.")],
    *,
    evidence: Annotated[
        list[str] | None,
        typer.Option("--evidence", help="A kept file that shows it; repeat.", metavar="SHA256"),
    ] = None,
    on: On = None,
    document: Document = None,
    quote: Quote = None,
    by: door.By = None,
    seen: door.Seen = None,
    key: door.CommandKey = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Record one step up the ladder: delivered, verified, worked, sustained."""
    with door.shown_refusals():
        from answerable.operations.sessions import scrutiny

        common = told(by=by, seen=seen, key=key, on=on) | {"words": quoted(document, quote)}
        receipt = scrutiny.reach_rung(
            **common, reference=reference, rung=rung, evidence=tuple(evidence or ())
        )
        show(receipt, as_json=as_json)


def relapse(
    reference: Reference,
    *,
    reason: Annotated[str, typer.Option("--reason", help="Where it was found again.")],
    rung: Annotated[Rung | None, typer.Option("--rung", help="Where it stands now.")] = None,
    on: On = None,
    document: Document = None,
    quote: Quote = None,
    by: door.By = None,
    seen: door.Seen = None,
    key: door.CommandKey = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Record that a finding was found again after a closing that is quoted."""
    with door.shown_refusals():
        from answerable.operations.sessions import scrutiny

        common = told(by=by, seen=seen, key=key, on=on) | {"words": quoted(document, quote)}
        receipt = scrutiny.relapse(**common, reference=reference, reason=reason, rung=rung)
        show(receipt, as_json=as_json)
