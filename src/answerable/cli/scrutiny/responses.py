"""Commands of the statutory response: steps, the draft letter, stages before publication."""

from pathlib import Path
from typing import Annotated

import typer

from answerable.cli import door
from answerable.cli.changing import On, file_bytes, show, told
from answerable.vocabulary.refusal import Refusal

Report = Annotated[str, typer.Argument(help="A report, by its part of its references.")]


class NotWritten(Refusal):
    """A file that cannot be written."""

    code = "not_written"


def register(app: typer.Typer) -> None:
    """Add the commands of this subject."""
    app.command(name="response-step")(response_step)
    app.command(name="response-draft")(response_draft)
    app.command()(stage)
    app.command(name="release-stages")(release_stages)


def response_step(
    report: Report,
    step: Annotated[str, typer.Argument(help="letter, published, or another step of the duty.")],
    *,
    address: Annotated[str, typer.Option("--address", help="Where it stands.")] = "",
    proof: Annotated[
        list[Path] | None, typer.Option("--proof", help="A file that shows it; repeat.")
    ] = None,
    text: Annotated[str, typer.Option("--text", help="Words, such as a date set.")] = "",
    on: On = None,
    by: door.By = None,
    seen: door.Seen = None,
    key: door.CommandKey = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Record a step of the statutory response: letter, comments, publication, copies."""
    with door.shown_refusals():
        from answerable.operations.plans import response

        receipt = response.take_step(
            **told(by=by, seen=seen, key=key, on=on),
            report=report,
            step=step,
            address=address,
            files=[file_bytes(file) for file in proof or ()],
            text=text,
        )
        show(receipt, as_json=as_json)


def response_draft(
    report: Report,
    out: Annotated[Path, typer.Argument(help="Where to write it.", metavar="FILE.docx")],
    *,
    by: door.By = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Write the first draft of the reply as a Word file, from the register."""
    with door.shown_refusals():
        from answerable.operations.notices import letters
        from answerable.operations.pages.look import Look

        name, data = letters.letter_file(Look(at=door.now(), actor=door.actor(by)), report)
        try:
            out.write_bytes(data)
        except OSError as error:
            raise NotWritten(f"{out} cannot be written: {error.strerror}.") from None
        door.say(
            {"file": str(out), "name": name} if as_json else f"Written: {out}.", as_json=as_json
        )


def stage(
    institution: Annotated[str, typer.Argument(help="Whom the report is about.")],
    report: Report,
    step: Annotated[
        str,
        typer.Argument(
            help="debrief, draft_received, factual_accuracy_returned or embargoed_copy.",
            metavar="STAGE",
        ),
    ],
    *,
    on: On = None,
    by: door.By = None,
    seen: door.Seen = None,
    key: door.CommandKey = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Record a stage before publication; it is restricted, with the report's name."""
    with door.shown_refusals():
        from answerable.operations.plans import response

        receipt = response.reach_stage(
            **told(by=by, seen=seen, key=key, on=on),
            institution=institution,
            report=report,
            stage=step,
        )
        show(receipt, as_json=as_json)


def release_stages(
    institution: Annotated[str, typer.Argument(help="Whom the report is about.")],
    report: Report,
    *,
    published_as: Annotated[
        str, typer.Option("--as", help="The report's reference now, where it is another.")
    ] = "",
    on: On = None,
    by: door.By = None,
    seen: door.Seen = None,
    key: door.CommandKey = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Make the stages of a published report public. It cannot be called back."""
    with door.shown_refusals():
        from answerable.operations.plans import response

        receipt = response.release_stages(
            **told(by=by, seen=seen, key=key, on=on),
            institution=institution,
            report=report,
            published_as=published_as,
        )
        show(receipt, as_json=as_json)
