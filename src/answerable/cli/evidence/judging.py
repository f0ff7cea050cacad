"""Commands of the evidence room: chart, judge and impact, on plain CSV files.

They need no home folder. A refusal is printed as `{"refusal": {...}}` on standard output, so
that a program which reads the answer also reads why there is none; the exit code is 2.
"""

from typing import Annotated

import typer

from answerable.cli import door
from answerable.cli.plain_files import refusals, text_of, write

Input = Annotated[str, typer.Argument(metavar="INPUT.csv", help="A CSV file; - reads the input.")]
Exact = Annotated[bool, typer.Option("--exact", help="17 significant digits in JSON.")]
DATE = "YYYY-MM-DD"


def register(app: typer.Typer) -> None:
    """Add the commands of this subject."""
    app.command()(chart)
    app.command()(judge)
    app.command()(impact)


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
    with refusals():
        from answerable.operations.measures import evidence_files

        answer = evidence_files.chart(
            text=text_of(file),
            options_text=text_of(options) if options else None,
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
            write(points, answer.points_csv(), given=given)
        if summary:
            write(summary, answer.summary_csv(), given=given)
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
    with refusals():
        from answerable.operations.measures import evidence_files

        answer = evidence_files.judge(
            text=text_of(file),
            cases_text=text_of(cases) if cases else None,
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
            write(family, answer.family_csv(), given=(file, cases))
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
    predictors: Annotated[
        str,
        typer.Option("--predictors", help="CSV: a row a unit, a column a predictor."),
    ] = "",
    predictor_time: Annotated[
        list[str] | None,
        typer.Option("--predictor-time", help="The outcome then is a predictor; repeat."),
    ] = None,
    predictor_weights: Annotated[
        str,
        typer.Option("--predictor-weights", help="CSV predictor,weight; without it fitted."),
    ] = "",
    training_predictors: Annotated[
        str,
        typer.Option("--training-predictors", help="Earlier predictors: learn the weights there."),
    ] = "",
    fit_from: Annotated[
        str, typer.Option("--fit-from", help="First time the weights are fitted to.")
    ] = "",
    fit_to: Annotated[
        str, typer.Option("--fit-to", help="Last time the weights are fitted to.")
    ] = "",
    as_json: door.Json = False,
    exact: Exact = False,
) -> None:
    """Ask other methods for a second opinion: synthetic control and its relatives."""
    with refusals():
        from answerable.operations.measures import evidence_files

        answer = evidence_files.impact(
            text=text_of(file),
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
            by=evidence_files.PredictorFiles(
                predictors=text_of(predictors) if predictors else None,
                weights=text_of(predictor_weights) if predictor_weights else None,
                training=text_of(training_predictors) if training_predictors else None,
                outcomes_at=predictor_time or (),
                fit_from=fit_from,
                fit_to=fit_to,
            ),
        )
        if as_json:
            for made in answer.objects():
                typer.echo(evidence_files.json_line(made, exact=exact))
        else:
            door.say(answer.lines())
