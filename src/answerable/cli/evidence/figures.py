"""Commands on figures that are kept: fetch-archive, load, fix-protocol, verdict."""

from pathlib import Path
from typing import Annotated

import typer

from answerable.cli import changing, door

Measure = Annotated[str, typer.Argument(help="A measure, by its id.")]


def register(app: typer.Typer) -> None:
    """Add the commands of this subject."""
    app.command(name="fetch-archive")(fetch_archive)
    app.command()(load)
    app.command(name="fix-protocol")(fix_protocol)
    app.command()(verdict)


def fetch_archive(
    months: Annotated[list[str], typer.Argument(help="Months, like 2025-12.", metavar="MONTH")],
    *,
    to: Annotated[Path, typer.Option("--to", help="The folder for the archives.")] = Path("."),
    as_json: door.Json = False,
) -> None:
    """Fetch monthly archives of data.police.uk; run it again to go on after a stop."""
    with door.shown_refusals():
        from answerable.operations.measures import loading

        found = loading.fetch_archives(months=months, folder=to, told=door.progress)
        if as_json:
            door.say(
                [
                    {"path": str(f.path), "bytes": f.bytes, "sha256": f.sha256, "new": f.new}
                    for f in found
                ],
                as_json=True,
            )
        else:
            door.say(
                f"{f.path}: {f.bytes:,} bytes, SHA-256 {f.sha256}"
                + ("" if f.new else " (was there already)")
                for f in found
            )


def load(
    file: Annotated[Path, typer.Argument(help="A CSV, a workbook, an archive or its folder.")],
    *,
    measure: Annotated[
        list[str] | None,
        typer.Option(
            "--measure",
            help="The measure of the file; of an archive some (repeat), else all of its measures.",
        ),
    ] = None,
    release: Annotated[
        str, typer.Option("--release", help="Which publication it is; a revision has its own.")
    ],
    released_on: Annotated[
        str | None,
        typer.Option("--released-on", help="The day it was published.", metavar="YYYY-MM-DD"),
    ] = None,
    layout: Annotated[
        str,
        typer.Option(
            "--layout", help="own, police-uk, home-office-prc, or a TOML file that states it."
        ),
    ] = "own",
    body: Annotated[
        str | None,
        typer.Option("--body", help="On whose record it is noted; needed for several bodies."),
    ] = None,
    by_area: Annotated[
        bool,
        typer.Option("--by-area", help="Count the named measures of an archive by LSOA too."),
    ] = False,
    rejects: Annotated[
        Path | None, typer.Option("--rejects", help="Write what was left out as CSV.")
    ] = None,
    by: door.By = None,
    seen: door.Seen = None,
    key: door.CommandKey = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Keep the figures of a file and note it on the record; twice changes nothing."""
    with door.shown_refusals():
        from answerable.operations.measures import loading
        from answerable.vocabulary.measures import Vintage

        done = loading.load_file(
            by=door.actor(by),
            at=door.now(),
            key=door.command_key(key),
            seen=seen,
            path=file,
            measures=measure or (),
            release=Vintage(release, door.day(released_on, what="day of release")),
            layout=layout,
            body=body,
            by_area=by_area,
            told=door.progress,
        )
        if rejects is not None:
            write_file(rejects, done.rejects_csv)
        if as_json:
            door.say(done, as_json=True)
            return
        for one in done.measures:
            door.say(f"{one.measure}: {one.rows:,} figures of {one.bodies:,} bodies.")
            door.receipt(one.receipt)
        if done.rejects:
            door.say(f"Left out, {done.rejects:,} in all:")
            door.say(done.first_rejects)


def fix_protocol(
    file: Annotated[Path, typer.Argument(help="The terms as TOML: measure, body, action, peers.")],
    *,
    on: changing.On = None,
    by: door.By = None,
    seen: door.Seen = None,
    key: door.CommandKey = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Fix the terms of a verdict before its figures are held; refused when they are."""
    with door.shown_refusals():
        from answerable.operations.measures import protocols

        done = protocols.fix_protocol(
            by=door.actor(by),
            at=door.now(),
            key=door.command_key(key),
            seen=seen,
            on=door.day(on, what="day") or door.today(),
            text=changing.file_bytes(file).decode("utf-8", errors="replace"),
        )
        if as_json:
            door.say(done, as_json=True)
        else:
            door.receipt(done.receipt)
            door.say(f"SHA-256 of the terms: {done.sha256}")


def verdict(
    measure: Measure,
    body: Annotated[str, typer.Argument(help="The institution.")],
    *,
    record: Annotated[
        bool, typer.Option("--record", help="Put it on the record, with its interval.")
    ] = False,
    on: changing.On = None,
    by: door.By = None,
    seen: door.Seen = None,
    key: door.CommandKey = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Judge a measure of a body by the terms that were fixed beforehand."""
    with door.shown_refusals():
        from answerable.operations.measures import evidence_files, protocols, verdicts

        day = door.day(on, what="day") or door.today()
        answer = protocols.verdict(measure=measure, body=body, on=day)
        if as_json:
            typer.echo(evidence_files.json_line(answer.object()))
        else:
            door.say(answer.lines())
        if record:
            receipt = verdicts.record_verdict(
                by=door.actor(by),
                at=door.now(),
                key=door.command_key(key),
                seen=seen,
                institution=body,
                measure=measure,
                on=day,
            )
            if not as_json:
                door.receipt(receipt)


def write_file(file: Path, text: str) -> None:
    """Write a file that was asked for, or say why not."""
    try:
        file.write_text(text, encoding="utf-8")
    except (OSError, ValueError):
        raise changing.NotGiven(f"The file {file} cannot be written. Check its folder.") from None
