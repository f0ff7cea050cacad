"""Commands on charts of held figures and what is fixed about them: charts, rebase, fix-family."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from answerable.cli import changing, door
from answerable.cli.evidence import figures

Measure = Annotated[str, typer.Argument(help="A measure, by its id.")]
Body = Annotated[str, typer.Argument(help="The institution.")]


def register(app: typer.Typer) -> None:
    """Add the commands of this subject."""
    app.command()(charts)
    app.command()(rebase)
    app.command(name="fix-family")(fix_family)


def charts(
    measure: Measure,
    *,
    points: Annotated[
        Path | None, typer.Option("--points", help="Write every period of every chart as CSV.")
    ] = None,
    on: changing.On = None,
    said: door.Said = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Draw every chart of a measure that is held, by the engine of ANSWERABLE_OBSERVATIONS."""
    with door.shown_refusals():
        from answerable.operations.measures import held_charts

        found = held_charts.held_charts(
            measure=measure,
            on=door.day(on, what="day") or door.today(),
            known_on=door.day(said, what="day of what was known"),
        )
        if points is not None:
            figures.write_file(points, found.csv())
        if as_json:
            door.say([asdict(row) for row in found.newest], as_json=True)
        else:
            door.say(found.lines())


def rebase(
    measure: Measure,
    body: Body,
    *,
    first: Annotated[
        str, typer.Option("--from", help="First period of the new limits.", metavar="YYYY-MM-DD")
    ],
    reason: Annotated[
        str, typer.Option("--reason", help="What changed then, and how we know that it lasts.")
    ],
    authoriser: Annotated[str, typer.Option("--authoriser", help="The office that agreed to it.")],
    on: changing.On = None,
    by: door.By = None,
    seen: door.Seen = None,
    key: door.CommandKey = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Set the limits of a chart anew from a period on; the earlier ones stay visible."""
    with door.shown_refusals():
        from answerable.operations.measures import rebasing
        from answerable.vocabulary import times

        receipt = rebasing.rebase_limits(
            by=door.actor(by),
            at=door.now(),
            key=door.command_key(key),
            seen=changing.seen_or_head(seen),
            measure=measure,
            body=body,
            from_=times.day(first, what="first period"),
            on=door.day(on, what="day") or door.today(),
            reason=reason,
            authoriser=authoriser,
        )
        if as_json:
            door.say(receipt, as_json=True)
        else:
            door.receipt(receipt)


def fix_family(
    body: Body,
    *,
    measure: Annotated[
        list[str],
        typer.Option(
            "--measure", help="A measure of the family; of another body: MEASURE/BODY; repeat."
        ),
    ],
    reason: Annotated[str, typer.Option("--reason", help="Why they are judged together.")],
    rule: Annotated[str, typer.Option("--rule", help="bh, by or none.")] = "bh",
    on: changing.On = None,
    by: door.By = None,
    seen: door.Seen = None,
    key: door.CommandKey = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Fix which measures, of one body or several, are judged together, before their terms."""
    with door.shown_refusals():
        from answerable.operations.measures import families

        receipt = families.fix_family(
            by=door.actor(by),
            at=door.now(),
            key=door.command_key(key),
            seen=changing.seen_or_head(seen),
            body=body,
            measures=measure,
            rule=rule,
            reason=reason,
            on=door.day(on, what="day") or door.today(),
        )
        if as_json:
            door.say(receipt, as_json=True)
        else:
            door.receipt(receipt)
