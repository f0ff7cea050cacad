"""Commands of the review: list, accept, correct, reject, cut, join, read as another kind."""

from pathlib import Path
from typing import Annotated, Any

import typer

from answerable.cli import door
from answerable.cli.documents.reading import NoFile, row

Id = Annotated[str, typer.Argument(help="Id of the candidate: r and 12 digits.", metavar="ID")]
Reason = Annotated[str, typer.Option("--reason", help="Why, in words.")]
Set = Annotated[
    list[str] | None, typer.Option("--set", help="FIELD=VALUE; repeat it.", metavar="FIELD=VALUE")
]


def register(app: typer.Typer) -> None:
    """Add the commands of this subject."""
    app.command()(review)
    app.command()(accept)
    app.command()(correct)
    app.command()(reject)
    app.command(name="split-reading")(split_reading)
    app.command(name="join-readings")(join_readings)
    app.command(name="read-as")(read_as)
    app.command()(asked)


def review(
    document: Annotated[str, typer.Argument(help="Start of the document's SHA-256.")] = "",
    *,
    kind: Annotated[str | None, typer.Option(help="Only this kind.")] = None,
    examples: Annotated[
        Path | None,
        typer.Option("--examples", help="Write what persons decided to FILE, as JSON Lines."),
    ] = None,
    rules: Annotated[
        bool, typer.Option("--rules", help="How often each rule was right, from what was decided.")
    ] = False,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """List what waits for a person, each with its quote."""
    with door.shown_refusals():
        from answerable.operations import examples as labelled
        from answerable.operations.documents import deciding

        if examples is not None:
            n = labelled.write(examples)
            door.say(f"{n} decided readings written to {examples}.")
            return
        if rules:
            found = labelled.precision()
            lines = [f"{rule:<40} {found[rule].words()}" for rule in sorted(found)]
            door.say(found if as_json else lines or ["Nobody has decided yet."], as_json=as_json)
            return
        waiting = deciding.waiting(document=document, kind=kind)
        if as_json:
            door.say([dict(c.record) for c in waiting], as_json=True)
        else:
            door.say([row(c.record) for c in waiting] or ["Nothing waits for a person."])


def accept(
    candidate: Id,
    *,
    reason: Reason = "",
    by: door.By = None,
    seen: door.Seen = None,
    key: door.CommandKey = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Confirm a candidate as it was read."""
    with door.shown_refusals():
        from answerable.operations.documents import deciding

        receipt = deciding.accept(
            by=door.actor(by),
            at=door.now(),
            key=door.command_key(key),
            seen=seen,
            candidate=candidate,
            reason=reason,
        )
        _answered(candidate, receipt, as_json=as_json)


def correct(
    what: Annotated[
        str, typer.Argument(help="Id of a candidate, or number of an entry.", metavar="ID")
    ],
    *,
    fields: Set = None,
    reason: Reason = "",
    by: door.By = None,
    seen: door.Seen = None,
    key: door.CommandKey = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Put a reading right and confirm it (r...), or put an entry right that is on the record."""
    with door.shown_refusals():
        from answerable.operations.documents import deciding
        from answerable.operations.record import ledger

        given = _fields(fields)
        actor, at, own = door.actor(by), door.now(), door.command_key(key)
        if what.startswith("r"):
            receipt = deciding.correct(
                by=actor,
                at=at,
                key=own,
                seen=seen,
                candidate=what,
                fields=given,
                reason=reason,
            )
        else:
            name, value = _only(given)
            receipt = ledger.correct(
                by=actor,
                at=at,
                key=own,
                seen=seen,
                target=what,
                field=name,
                value=value,
                reason=reason,
            )
        _answered(what, receipt, as_json=as_json)


def reject(
    candidate: Id,
    *,
    reason: Reason = "",
    by: door.By = None,
    home: door.Home = None,
) -> None:
    """Say that a candidate is not what the document states."""
    with door.shown_refusals():
        from answerable.operations.documents import deciding

        deciding.reject(by=door.actor(by), at=door.now(), candidate=candidate, reason=reason)
        if words := deciding.waits_on(candidate):
            door.say(words)
        else:
            door.say("Rejected; nothing entered the record.")


def split_reading(
    candidate: Id,
    *,
    second: Annotated[
        str, typer.Option("--second", help="First words of the second part, as they stand.")
    ],
    by: door.By = None,
    home: door.Home = None,
) -> None:
    """Cut a reading in two; both parts wait."""
    with door.shown_refusals():
        from answerable.operations.documents import recut

        parts = recut.split(by=door.actor(by), at=door.now(), candidate=candidate, second=second)
        door.say(f"Cut in two: {parts[0]} and {parts[1]} wait.")


def join_readings(
    candidate: Id,
    other: Annotated[str, typer.Argument(help="Id of the other one.", metavar="OTHER")],
    *,
    by: door.By = None,
    home: door.Home = None,
) -> None:
    """Join two readings that are one; it waits."""
    with door.shown_refusals():
        from answerable.operations.documents import recut

        whole = recut.merge(by=door.actor(by), at=door.now(), candidate=candidate, other=other)
        door.say(f"Joined: {whole} waits.")


def read_as(
    candidate: Id,
    kind: Annotated[
        str, typer.Argument(help="What it is, such as action or grade.", metavar="KIND")
    ],
    *,
    by: door.By = None,
    home: door.Home = None,
) -> None:
    """Read the same words as another kind; it waits in the place of the other."""
    with door.shown_refusals():
        from answerable.operations.documents import read_as as operation

        made = operation.read_as(by=door.actor(by), at=door.now(), candidate=candidate, kind=kind)
        door.say(f"Read as {kind}: {made} waits.")


def asked(
    reference: Annotated[str, typer.Argument(help="A finding.", metavar="REFERENCE")],
    *,
    dismiss: Annotated[
        str, typer.Option("--dismiss", help="This earlier finding asks for something else.")
    ] = "",
    reason: Reason = "",
    by: door.By = None,
    seen: door.Seen = None,
    key: door.CommandKey = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Earlier findings that may have asked for the same, ranked; `answerable link` links one."""
    with door.shown_refusals():
        from answerable.operations.findings import asked as operation

        actor, at = door.actor(by), door.now()
        if dismiss:
            operation.dismiss(
                by=actor,
                at=at,
                key=door.command_key(key),
                seen=seen,
                reference=reference,
                other=dismiss,
                reason=reason,
            )
            door.say("Kept as something else; nothing entered the record.")
            return
        _, likely = operation.earlier(by=actor, reference=reference)
        rows = [
            {
                "reference": one.finding.stream,
                "near": one.near,
                "words": one.finding.text or one.finding.quote,
            }
            for one in likely
        ]
        lines = [f"{row['reference']}\n    {row['near']}: “{row['words']}”" for row in rows]
        door.say(rows if as_json else lines or ["Nothing to compare with."], as_json=as_json)


def _answered(what: str, receipt: Any, *, as_json: bool) -> None:
    """The receipt; of an answer that does not decide alone, what it waits for."""
    from answerable.operations.documents import deciding

    words = deciding.waits_on(what) if receipt is None else ""
    if words:
        door.say(words)
    else:
        door.receipt(receipt, as_json=as_json)


def _fields(given: list[str] | None) -> dict[str, str]:
    found = {}
    for pair in given or []:
        name, equals, value = pair.partition("=")
        if not equals or not name:
            raise NoFile(f"“{pair[:40]}” is not FIELD=VALUE.")
        found[name.strip()] = value
    return found


def _only(given: dict[str, str]) -> tuple[str, str]:
    if len(given) != 1:
        raise NoFile("An entry is corrected one field at a time: --set FIELD=VALUE.")
    return next(iter(given.items()))
