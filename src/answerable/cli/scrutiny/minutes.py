"""Commands about the day of a session: begin its agenda, show the draft, brief, sign, approve."""

from pathlib import Path
from typing import Annotated

import typer

from answerable.cli import door
from answerable.cli.changing import On, show, told, who
from answerable.cli.scrutiny.sessions import Session


def register(app: typer.Typer) -> None:
    """Add the commands of this subject."""
    app.command(name="begin-agenda")(begin_agenda)
    app.command(name="draft-minutes")(draft_minutes)
    app.command()(brief)
    app.command(name="sign-minutes")(sign_minutes)
    app.command(name="approve-minutes")(approve_minutes)


def begin_agenda(
    session: Session,
    *,
    by: door.By = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Begin the agenda of a planned session with what is most pressing."""
    with door.shown_refusals():
        from answerable.operations.sessions import session_draft

        made = session_draft.begin_agenda(by=door.actor(by), at=door.now(), session=session)
        count = len(made.fields["order"].split())
        words = f"The agenda of {session} has {count} items; revision {made.revision}."
        door.say(made if as_json else words, as_json=as_json)


def draft_minutes(
    session: Session,
    *,
    by: door.By = None,
    home: door.Home = None,
) -> None:
    """Show the minutes of a session as they would be signed now, and what is to be mended."""
    with door.shown_refusals():
        from answerable.operations.sessions import signing

        door.say(signing.as_it_stands(session, actor=door.actor(by), at=door.now()))


def brief(
    session: Session,
    *,
    out: Annotated[
        Path, typer.Option("--out", help="The file to write: .pdf or .docx.", metavar="FILE")
    ],
    base: Annotated[str, typer.Option("--base", help="Address of the site.")] = "",
    by: door.By = None,
    home: door.Home = None,
) -> None:
    """Write the commissioner's two-page brief for a planned session."""
    with door.shown_refusals():
        from answerable.operations.output import publishing, session_papers
        from answerable.operations.pages.look import Look

        body, _, day = session.removeprefix("session/").partition("/")
        look = Look(at=door.now(), actor=door.actor(by), base=base)
        name, data = session_papers.brief_file(look, body, day, out.suffix.removeprefix("."))
        publishing.write(out.parent, ((out.name, data),))
        door.say(f"{out}: {len(data):,} bytes. Its name on the desk says its marking: {name}")


def sign_minutes(
    session: Session,
    *,
    revision: Annotated[
        int, typer.Option("--revision", help="The revision of the draft that you have read.")
    ],
    by: door.By = None,
    seen: door.Seen = None,
    key: door.CommandKey = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Sign the minutes: everything enters the record at once, and the draft is deleted."""
    with door.shown_refusals():
        from answerable.operations.sessions import signing

        common = who(by=by, seen=seen, key=key)
        receipt = signing.sign_minutes(**common, session=session, revision=revision)
        show(receipt, as_json=as_json)


def approve_minutes(
    session: Session,
    *,
    approved_at: Annotated[str, typer.Option("--at", help="The later session that approves.")],
    on: On = None,
    by: door.By = None,
    seen: door.Seen = None,
    key: door.CommandKey = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Record that a later session approved the minutes of an earlier one."""
    with door.shown_refusals():
        from answerable.operations.sessions import signing

        receipt = signing.approve_minutes(
            **told(by=by, seen=seen, key=key, on=on), session=session, approved_at=approved_at
        )
        show(receipt, as_json=as_json)
