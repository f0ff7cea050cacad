"""Commands of the sources: check, anchor."""

from typing import TYPE_CHECKING, Annotated

import typer

from answerable.cli import door

if TYPE_CHECKING:
    from answerable.operations.documents.sources import Report


def register(app: typer.Typer) -> None:
    """Add the commands of this subject."""
    group = typer.Typer(
        name="sources",
        help="The originals behind our summaries: fetch them, and anchor what the record says.",
        no_args_is_help=True,
        rich_markup_mode=None,
    )
    group.command()(check)
    group.command()(anchor)
    app.add_typer(group)


def check(
    *,
    only: Annotated[
        str | None,
        typer.Option("--only", help="One address, or the start of a document's SHA-256."),
    ] = None,
    by: door.By = None,
    seen: door.Seen = None,
    key: door.CommandKey = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Fetch the originals politely, keep them in the home, anchor facts to their words.

    Needs a network. One request at a time; robots.txt is obeyed. Stop it at any time: it goes on.
    """
    with door.shown_refusals():
        from answerable.operations.documents import source_list, sources

        def told(one: sources.Checked, number: int, total: int) -> None:
            words = f"{number} of {total}  {one.state:<9} {one.address}"
            typer.echo(f"{words}\n    {one.sentence}", err=True)

        report = sources.check_sources(
            by=door.actor(by or source_list.recorder()),
            at=door.now(),
            key=door.command_key(key),
            seen=seen,
            only=only,
            told=told,
        )
        door.say(report if as_json else _lines(report), as_json=as_json)


def anchor(
    entry: Annotated[int, typer.Argument(help="Number of the entry.", metavar="ENTRY")],
    *,
    words: Annotated[str, typer.Option("--words", help="Words that stand in the original once.")],
    by: door.By = None,
    seen: door.Seen = None,
    key: door.CommandKey = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Say by hand where the fetched original states what an entry says."""
    with door.shown_refusals():
        from answerable.operations.documents import source_list, sources

        receipt = sources.anchor(
            by=door.actor(by or source_list.recorder()),
            at=door.now(),
            key=door.command_key(key),
            seen=seen,
            entry=entry,
            words=words,
        )
        door.receipt(receipt, as_json=as_json)


def _lines(report: "Report") -> list[str]:
    states = [one.state for one in report.checked]
    lines = [f"{states.count(state):>4}  {state}" for state in dict.fromkeys(states)]
    proposed = sum(one.proposed for one in report.checked)
    if proposed:
        lines.append(
            f"{proposed} places wait for a person, who sees the original's words: "
            "answerable review --kind anchor"
        )
    found, counts = sum(one.anchored for one in report.checked), report.counts
    return [
        *lines,
        f"{found} facts anchored now; not found in their original: "
        f"{sum(one.not_found for one in report.checked)}",
        f"Anchored to the original: {counts.original}. To our summary: {counts.summary}. "
        f"Not yet: {counts.not_yet}.",
    ]
