"""Commands of the evidence room: chart, judge and impact, on plain CSV files.

They need no home folder. A refusal is printed as `{"refusal": {...}}` on standard output, so
that a program which reads the answer also reads why there is none; the exit code is 2.
"""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from answerable.cli import door, figures, measuring
from answerable.vocabulary.refusal import Refusal

Input = Annotated[str, typer.Argument(metavar="INPUT.csv", help="A CSV file; - reads the input.")]
Exact = Annotated[bool, typer.Option("--exact", help="17 significant digits in JSON.")]
DATE = "YYYY-MM-DD"
NO_ROOM = (
    "The memory of this machine is not enough for this file. Split it, with every series or case "
    "whole in one part, and run each part."
)


def register(app: typer.Typer) -> None:
    """Add the commands of this subject."""
    app.command()(chart)
    app.command()(judge)
    app.command()(impact)
    figures.register(app)
    measuring.register(app)


def chart(
    file: Input,
    *,
    options: Annotated[str, typer.Option("--options", help="CSV of options by series.")] = "",
    direction: Annotated[
        str, typer.Option("--direction", help="Good: increase, decrease or neutral.")
    ] = "increase",
    target: Annotated[str, typer.Option("--target", help="The target.", metavar="X")] = "",
    rebase: Annotated[
        list[str] | None,
        typer.Option("--rebase", help="New limits from this row on; repeat.", metavar=DATE),
    ] = None,
    fix_after: Annotated[
        str, typer.Option("--fix-after", help="Limits from the first N rows.", metavar="N")
    ] = "",
    no_screen: Annotated[
        bool, typer.Option("--no-screen", help="Keep outlying moving ranges.")
    ] = False,
    as_at: Annotated[
        str, typer.Option("--as-at", help="Rows up to this date only.", metavar=DATE)
    ] = "",
    deseason: Annotated[
        bool, typer.Option("--deseason", help="Divide by calendar-month factors.")
    ] = False,
    events: Annotated[
        bool, typer.Option("--events", help="Rows are events: chart the days between them.")
    ] = False,
    points: Annotated[str, typer.Option("--points", help="Write every row; - prints.")] = "",
    summary: Annotated[str, typer.Option("--summary", help="Write each group.")] = "",
    engine: Annotated[
        str,
        typer.Option("--engine", help="kernel, sql or numpy; all give the same labels."),
    ] = "",
    as_json: door.Json = False,
    exact: Exact = False,
) -> None:
    """Draw XmR control charts: where should people look? No verdict."""
    with _refusals():
        from answerable.operations.measures import evidence_files

        answer = evidence_files.chart(
            text=_text(file),
            options_text=_text(options) if options else None,
            direction=direction,
            target=target,
            rebase=rebase or (),
            fix_after=fix_after,
            screen=not no_screen,
            as_at=as_at,
            deseason=deseason,
            engine=engine,
            events=events,
            on=door.today(),
        )
        given = (file, options)
        if points and not (points == "-" and as_json):
            _write(points, answer.points_csv(), given=given)
        if summary:
            _write(summary, answer.summary_csv(), given=given)
        if as_json:
            for made in answer.objects(with_points=points == "-"):
                typer.echo(evidence_files.json_line(made, exact=exact))
        elif "-" not in (points, summary):
            door.say(answer.lines())


def judge(
    file: Input,
    *,
    cases: Annotated[str, typer.Option("--cases", help="CSV of options by case.")] = "",
    action: Annotated[
        str, typer.Option("--action", help="First period of the action.", metavar=DATE)
    ] = "",
    direction: Annotated[str, typer.Option("--direction", help="Good: increase, decrease.")] = "",
    kind: Annotated[str, typer.Option("--kind", help="count, rate, percent or mean.")] = "",
    washout: Annotated[
        str, typer.Option("--washout", help="Periods left out from the action on.", metavar="N")
    ] = "",
    selection_start: Annotated[
        str, typer.Option("--selection-start", help="First triggering period.", metavar=DATE)
    ] = "",
    selection_end: Annotated[
        str, typer.Option("--selection-end", help="Last triggering period.", metavar=DATE)
    ] = "",
    minimum_change: Annotated[
        str, typer.Option("--minimum-change", help="Default 0.10.", metavar="R")
    ] = "",
    alpha: Annotated[
        str, typer.Option("--alpha", help="One-sided, each way; default 0.005.", metavar="A")
    ] = "",
    looks: Annotated[str, typer.Option("--looks", help="1 or 3.")] = "",
    look_at: Annotated[str, typer.Option("--look-at", help="Months: 6, 12 or 24.")] = "",
    breaks: Annotated[
        list[str] | None,
        typer.Option("--break", help="Declared recording change; repeat.", metavar=DATE),
    ] = None,
    family_rule: Annotated[str, typer.Option("--family-rule", help="none, bh or by.")] = "bh",
    family: Annotated[str, typer.Option("--family", help="Write the q-values.")] = "",
    no_peers: Annotated[bool, typer.Option("--no-peers", help="Ignore peers.")] = False,
    as_json: door.Json = False,
    exact: Exact = False,
) -> None:
    """Judge whether a measure changed after an action by more than its peers did."""
    with _refusals():
        from answerable.operations.measures import evidence_files

        answer = evidence_files.judge(
            text=_text(file),
            cases_text=_text(cases) if cases else None,
            options={
                "action": action,
                "direction": direction,
                "kind": kind,
                "washout": washout,
                "selection_start": selection_start,
                "selection_end": selection_end,
                "minimum_change": minimum_change,
                "alpha": alpha,
                "looks": looks,
                "look_at": look_at,
                "break": ";".join(breaks or ()),
                "no_peers": "true" if no_peers else "",
            },
            family_rule=family_rule,
            alphas=evidence_files.alpha_table(),
            on=door.today(),
        )
        if family:
            _write(family, answer.family_csv(), given=(file, cases))
        if as_json:
            for made in answer.objects():
                typer.echo(evidence_files.json_line(made, exact=exact))
        elif family != "-":
            door.say(answer.lines())


def impact(
    file: Input,
    *,
    treated: Annotated[
        list[str] | None, typer.Option("--treated", help="A treated unit; repeat.")
    ] = None,
    start: Annotated[str, typer.Option("--start", help="First treated time.")] = "",
    unit_column: Annotated[str, typer.Option("--unit-column", help="Its name.")] = "unit",
    time_column: Annotated[str, typer.Option("--time-column", help="Its name.")] = "time",
    value_column: Annotated[str, typer.Option("--value-column", help="Its name.")] = "value",
    method: Annotated[str, typer.Option("--method", help="sc, sdid, did or all.")] = "all",
    exclude: Annotated[
        list[str] | None, typer.Option("--exclude", help="A unit to leave out; repeat.")
    ] = None,
    placebo: Annotated[str, typer.Option("--placebo", help="exact, draws or none.")] = "exact",
    replications: Annotated[
        str, typer.Option("--replications", help="How many draws.", metavar="N")
    ] = "200",
    seed: Annotated[str, typer.Option("--seed", help="Seed of the draws.", metavar="N")] = "1",
    jackknife: Annotated[
        bool, typer.Option("--jackknife", help="Leave out one unit at a time.")
    ] = False,
    log: Annotated[bool, typer.Option("--log", help="Compare logarithms.")] = False,
    as_json: door.Json = False,
    exact: Exact = False,
) -> None:
    """Ask other methods for a second opinion: synthetic control and its relatives."""
    with _refusals():
        from answerable.operations.measures import evidence_files

        answer = evidence_files.impact(
            text=_text(file),
            treated=treated or (),
            start=start,
            unit_column=unit_column,
            time_column=time_column,
            value_column=value_column,
            method=method,
            exclude=exclude or (),
            placebo=placebo,
            replications=replications,
            seed=seed,
            jackknife=jackknife,
            log=log,
        )
        if as_json:
            for made in answer.objects():
                typer.echo(evidence_files.json_line(made, exact=exact))
        else:
            door.say(answer.lines())


@contextmanager
def _refusals() -> Iterator[None]:
    """Print a refusal as this section's contract has it, and end with exit code 2."""
    try:
        yield
    except MemoryError:
        from answerable.operations.measures import evidence_files

        said = {"code": "file_too_large", "message": NO_ROOM, "where": ""}
        typer.echo(evidence_files.json_line({"refusal": said}))
        raise typer.Exit(door.REFUSED) from None
    except Refusal as refusal:
        from answerable.operations.measures import evidence_files

        said = {
            "code": refusal.code,
            "message": refusal.sentence,
            "where": getattr(refusal, "where", ""),
        }
        typer.echo(evidence_files.json_line({"refusal": said}))
        raise typer.Exit(door.REFUSED) from None


def _text(name: str) -> str:
    """The text of a file or of standard input."""
    from answerable.operations.measures import evidence_files

    try:
        if name == "-":
            most = evidence_files.most()
            data = sys.stdin.buffer.read() if most is None else sys.stdin.buffer.read(most + 1)
        else:
            evidence_files.require_room(Path(name).stat().st_size, name=name)
            data = Path(name).read_bytes()
        evidence_files.require_room(len(data), name=name)
    except (OSError, ValueError):
        raise evidence_files.FileRefused(
            f"The file {name} cannot be read. Check its name and that it may be opened.",
            code="file_not_read",
            where=name,
        ) from None
    return evidence_files.decoded(data)


def _write(name: str, text: str, *, given: Sequence[str]) -> None:
    """Write a file of the answer, or standard output for `-`; never over what was given."""
    from answerable.operations.measures import evidence_files

    if name == "-":
        door.out_bytes(text.encode())
        return
    if Path(name).resolve() in {Path(one).resolve() for one in given if one not in ("", "-")}:
        raise evidence_files.FileRefused(
            f"The file {name} was given to be read, so it is not written over. Name another.",
            code="file_not_written",
            where=name,
        )
    try:
        Path(name).write_bytes(text.encode())
    except (OSError, ValueError):
        raise evidence_files.FileRefused(
            f"The file {name} cannot be written. Check its folder and that it may be written to.",
            code="file_not_written",
            where=name,
        ) from None
