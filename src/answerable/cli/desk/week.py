"""Commands of the week: week, digest, tick."""

from typing import Annotated

import typer

from answerable.cli import door


def register(app: typer.Typer) -> None:
    """Add the commands of this subject."""
    app.command()(week)
    app.command()(digest)
    app.command()(tick)


def week(
    *,
    by: door.By = None,
    on: door.Valid = None,
    known: door.Known = None,
    said: door.Said = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Say what is overdue, due in 7, 14 and 28 days, and waiting for others."""
    with door.shown_refusals():
        from answerable.operations.pages.desk import week as pages
        from answerable.operations.pages.look import Look

        look = Look(
            at=door.now(),
            actor=door.actor(by),
            valid=door.day(on, what="day"),
            known=known,
            said=door.day(said, what="said date"),
        )
        door.say(pages.lines(look), as_json=as_json)


def digest(
    *,
    to: Annotated[
        str, typer.Option("--to", help="Send it to this address now.", metavar="ADDRESS")
    ] = "",
    by: door.By = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Say the week of an office as its mail would, or send it once."""
    with door.shown_refusals():
        from answerable.operations.notices import digests
        from answerable.operations.pages.look import Look

        look = Look(at=door.now(), actor=door.actor(by))
        if to:
            sent = digests.send_now(look=look, to=to)
            door.say(sent if as_json else sent.text, as_json=as_json)
            return
        words = digests.words(look) or "Nothing to do: no mail would be sent."
        door.say({"text": words} if as_json else words, as_json=as_json)


def tick(*, home: door.Home = None, as_json: door.Json = False) -> None:
    """Do what is due: weekly mails, once each; then try every mail that waits. For cron."""
    with door.shown_refusals():
        from answerable.operations.notices import digests

        sent = digests.tick(at=door.now())
        door.say(sent if as_json else sent.text, as_json=as_json)
