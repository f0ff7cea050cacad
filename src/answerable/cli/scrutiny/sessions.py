"""Commands of the forward plan: plan, list and move sessions; papers; public questions."""

from pathlib import Path
from typing import Annotated

import typer

from answerable.cli import door
from answerable.cli.changing import On, file_bytes, show, told
from answerable.vocabulary import times

Session = Annotated[str, typer.Argument(help="A session, as session/BODY/DATE.")]
Body = Annotated[str, typer.Argument(help="An institution, or who holds it to account.")]


def register(app: typer.Typer) -> None:
    """Add the commands of this subject."""
    app.command(name="plan-sessions")(plan_sessions)
    app.command(name="forward-plan")(forward_plan)
    app.command(name="change-session")(change_session)
    app.command(name="require-paper")(require_paper)
    app.command(name="receive-paper")(receive_paper)
    app.command(name="take-public-question")(take_public_question)
    app.command(name="end-question")(end_question)
    app.command()(invitation)


def plan_sessions(
    body: Body,
    *,
    series: Annotated[
        str,
        typer.Option("--series", help="performance, thematic, public or governance-board."),
    ],
    first: Annotated[str, typer.Option("--first", help="The first date.", metavar="YYYY-MM-DD")],
    every: Annotated[
        str, typer.Option("--every", help="once, month, two-months, quarter or half-year.")
    ] = "once",
    times_: Annotated[int, typer.Option("--times", help="How many sessions.")] = 1,
    theme: Annotated[
        list[str] | None, typer.Option("--theme", help="A theme; several are dealt out in turn.")
    ] = None,
    time: Annotated[str | None, typer.Option("--time", help="Such as 10:00.")] = None,
    place: Annotated[str | None, typer.Option("--place", help="Where.")] = None,
    on: On = None,
    by: door.By = None,
    seen: door.Seen = None,
    key: door.CommandKey = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Put a series of sessions in the forward plan, with the deadlines of their papers."""
    with door.shown_refusals():
        from answerable.operations.sessions import session_plans

        common = told(by=by, seen=seen, key=key, on=on)
        institution, oversight = session_plans.whose(body, on=common["on"])
        receipt = session_plans.plan_sessions(
            **common,
            institution=institution,
            body=oversight,
            series=series,
            sessions=session_plans.dates(
                first=times.day(first, what="first date"),
                every=every,
                count=times_,
                themes=theme or (),
                time=time,
                place=place,
            ),
        )
        show(receipt, as_json=as_json)


def forward_plan(
    body: Body,
    *,
    valid: door.Valid = None,
    known: door.Known = None,
    said: door.Said = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """List the sessions of the next twelve months by date, with their papers."""
    with door.shown_refusals():
        from answerable.operations.pages.look import Look
        from answerable.operations.pages.sessions import forward_plan as pages

        look = Look(
            at=door.now(),
            valid=door.day(valid, what="valid date"),
            known=known,
            said=door.day(said, what="said date"),
        )
        rows = pages.rows(look, body)
        door.say(
            rows if as_json else ["; ".join(row) for row in rows] or [pages.NO_PLAN],
            as_json=as_json,
        )


def change_session(
    session: Session,
    *,
    state: Annotated[
        str, typer.Option("--state", help="postponed, brought-forward, cancelled or inquorate.")
    ],
    reason: Annotated[str, typer.Option("--reason", help="Why.")],
    to: Annotated[
        str | None, typer.Option("--to", help="The new date.", metavar="YYYY-MM-DD")
    ] = None,
    on: On = None,
    by: door.By = None,
    seen: door.Seen = None,
    key: door.CommandKey = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Postpone, bring forward or cancel a planned session, or say that it was not quorate."""
    with door.shown_refusals():
        from answerable.operations.sessions import session_plans

        receipt = session_plans.change_session(
            **told(by=by, seen=seen, key=key, on=on),
            session=session,
            state=state,
            to=door.day(to, what="new date"),
            reason=reason,
        )
        show(receipt, as_json=as_json)


def require_paper(
    session: Session,
    *,
    office: Annotated[str, typer.Option("--from", help="The office that writes it.")],
    question: Annotated[str, typer.Option("--question", help="What the paper must answer.")],
    scope: Annotated[str | None, typer.Option("--scope", help="Its scope.")] = None,
    comparator: Annotated[
        str | None, typer.Option("--comparator", help="With what it compares.")
    ] = None,
    due: Annotated[
        str | None,
        typer.Option("--due", help="Default: the regime's rule.", metavar="YYYY-MM-DD"),
    ] = None,
    on: On = None,
    by: door.By = None,
    seen: door.Seen = None,
    key: door.CommandKey = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Ask in writing for a paper for a planned session."""
    with door.shown_refusals():
        from answerable.operations.sessions import session_plans

        receipt = session_plans.require_paper(
            **told(by=by, seen=seen, key=key, on=on),
            session=session,
            office=office,
            question=question,
            scope=scope,
            comparator=comparator,
            due=door.day(due, what="deadline"),
        )
        show(receipt, as_json=as_json)


def receive_paper(
    paper: Annotated[str, typer.Argument(help="The requirement, as session/BODY/DATE/paper/N.")],
    *,
    file: Annotated[
        list[Path] | None, typer.Option("--file", help="A file of the paper.", metavar="FILE")
    ] = None,
    text: Annotated[str | None, typer.Option("--text", help="What came, in words.")] = None,
    on: On = None,
    by: door.By = None,
    seen: door.Seen = None,
    key: door.CommandKey = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Record that a paper came, with its files."""
    with door.shown_refusals():
        from answerable.operations.sessions import session_plans

        receipt = session_plans.receive_paper(
            **told(by=by, seen=seen, key=key, on=on),
            paper=paper,
            text=text,
            files=tuple(file_bytes(one) for one in file or ()),
        )
        show(receipt, as_json=as_json)


def take_public_question(
    session: Session,
    *,
    text: Annotated[str, typer.Option("--text", help="The question in its own words; public.")],
    asker: Annotated[
        str | None, typer.Option("--asker", help="Who asks; restricted, never public.")
    ] = None,
    on: On = None,
    by: door.By = None,
    seen: door.Seen = None,
    key: door.CommandKey = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Take in a question from the public for a planned session."""
    with door.shown_refusals():
        from answerable.operations.sessions import public_questions

        receipt = public_questions.take_public_question(
            **told(by=by, seen=seen, key=key, on=on), session=session, text=text, asker=asker
        )
        show(receipt, as_json=as_json)


def end_question(
    question: Annotated[str, typer.Argument(help="A question of a session, by its reference.")],
    outcome: Annotated[str, typer.Argument(help="answered, acted-on, proved or dropped.")],
    *,
    reason: Annotated[str | None, typer.Option("--reason", help="Why, or what proves it.")] = None,
    action: Annotated[
        str | None, typer.Option("--action", help="The action that came of it.")
    ] = None,
    on: On = None,
    by: door.By = None,
    seen: door.Seen = None,
    key: door.CommandKey = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Bring a question to its end outside a session."""
    with door.shown_refusals():
        from answerable.operations.sessions import public_questions

        receipt = public_questions.end_question(
            **told(by=by, seen=seen, key=key, on=on),
            question=question,
            outcome=outcome,
            reason=reason,
            action=action,
        )
        show(receipt, as_json=as_json)


def invitation(
    session: Session,
    *,
    out: Annotated[Path, typer.Option("--out", help="The file to write.", metavar="FILE")],
    base: Annotated[str, typer.Option("--base", help="Address of the site.")] = "",
    home: door.Home = None,
) -> None:
    """Write the invitation to a session as a calendar file (ICS)."""
    with door.shown_refusals():
        from answerable.operations.notices import invitations
        from answerable.operations.output import publishing
        from answerable.operations.pages.look import Look

        _, _, rest = session.partition("session/")
        body, _, day = rest.partition("/")
        made = invitations.invitation(Look(at=door.now(), base=base), body, day)
        publishing.write(out.parent, ((out.name, made),))
        door.say(f"{out}: {len(made):,} bytes.")
