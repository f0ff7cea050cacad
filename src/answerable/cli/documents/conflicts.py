"""Commands of conflicts between sources: conflicts, resolve."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from answerable.cli import door

if TYPE_CHECKING:
    from answerable.operations.documents.conflicts import Conflict


def register(app: typer.Typer) -> None:
    """Add the commands of this subject."""
    app.command()(conflicts)
    app.command()(resolve)


def conflicts(
    body: Annotated[str, typer.Argument(help="Id of a body.", metavar="BODY")],
    *,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Where our sources state different values of one thing, and which stands for now."""
    with door.shown_refusals():
        from answerable.operations.documents import conflicts as operation

        found = operation.of(body, on=door.today())
        if as_json:
            door.say([_row(one) for one in found], as_json=True)
            return
        lines = []
        for one in found:
            lines.append(f"{one.stream}  {one.field}")
            lines += [f"    {s.value}: “{s.versions[0].fact.quote}”" for s in one.stated]
            row = _row(one)
            stands = f"{row['stands']}: {row['reason']}" if row["stands"] else "not decided"
            lines.append(f"    Stands for now: {stands}")
        door.say(lines or ["Our sources do not differ."])


def _row(one: "Conflict") -> dict[str, Any]:
    return {
        "reference": one.stream,
        "field": one.field,
        "values": {s.value: [v.fact.quote for v in s.versions] for s in one.stated},
        "stands": one.standing,
        "reason": one.resolved.fact.get("reason") if one.resolved else None,
    }


def resolve(
    reference: Annotated[str, typer.Argument(help="What it is about.", metavar="REFERENCE")],
    *,
    field: Annotated[str, typer.Option("--field", help="The field, such as n, date or from.")],
    value: Annotated[str, typer.Option("--value", help="The value that stands for now.")],
    reason: Annotated[str, typer.Option("--reason", help="Why, in words.")],
    by: door.By = None,
    seen: door.Seen = None,
    key: door.CommandKey = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Say which of two sources' values stands for now, and why; both stay on the record."""
    with door.shown_refusals():
        from answerable.operations.documents import conflicts as operation

        receipt = operation.resolve_conflict(
            by=door.actor(by),
            at=door.now(),
            key=door.command_key(key),
            seen=seen,
            reference=reference,
            field=field,
            value=value,
            reason=reason,
            on=door.today(),
        )
        door.receipt(receipt, as_json=as_json)
