"""Commands of closing: offer-evidence, claim-closure, accept-claim, close, reopen."""

from pathlib import Path
from typing import Annotated

import typer

from answerable.cli import door
from answerable.cli.changing import On, Reference, file_bytes, show, told
from answerable.vocabulary.access import Classification
from answerable.vocabulary.ladder import ClosingGround
from answerable.vocabulary.refusal import Refusal

SignedWith = Annotated[
    Path | None,
    typer.Option(
        "--signed-with", help="The key file of the body that acts; it signs.", metavar="FILE"
    ),
]


def register(app: typer.Typer) -> None:
    """Add the commands of this subject."""
    app.command(name="offer-evidence")(offer_evidence)
    app.command(name="claim-closure")(claim_closure)
    app.command(name="accept-claim")(accept_claim)
    app.command()(close)
    app.command()(reopen)


def offer_evidence(
    reference: Reference,
    files: Annotated[list[Path], typer.Argument(help="Files that show it.", metavar="FILE...")],
    *,
    text: Annotated[str, typer.Option("--text", help="What they show.")],
    marking: Annotated[
        Classification, typer.Option("--class", help="public, internal or restricted.")
    ] = Classification.PUBLIC,
    ground: Annotated[
        str, typer.Option("--ground", help="The legal ground; restricted files need one.")
    ] = "",
    review: Annotated[
        str | None,
        typer.Option(
            "--review",
            help="When that is looked at again; restricted files need a day.",
            metavar="YYYY-MM-DD",
        ),
    ] = None,
    on: On = None,
    by: door.By = None,
    seen: door.Seen = None,
    key: door.CommandKey = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Keep files that are said to show something, and record their SHA-256."""
    with door.shown_refusals():
        from answerable.operations.findings import closing

        receipt = closing.offer_evidence(
            **told(by=by, seen=seen, key=key, on=on),
            reference=reference,
            files=[file_bytes(file) for file in files],
            text=text,
            marking=marking,
            ground=ground,
            review=review,
        )
        show(receipt, as_json=as_json)


def claim_closure(
    reference: Reference,
    *,
    text: Annotated[str, typer.Option("--text", help="The institution's words.")],
    evidence: Annotated[
        list[str] | None,
        typer.Option("--evidence", help="A kept file that shows it; repeat.", metavar="SHA256"),
    ] = None,
    signed_with: SignedWith = None,
    on: On = None,
    by: door.By = None,
    seen: door.Seen = None,
    key: door.CommandKey = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Record that the institution says it is done. It closes nothing."""
    with door.shown_refusals():
        from answerable.operations.findings import closing

        common = told(by=by, seen=seen, key=key, on=on)
        receipt = closing.claim_closure(
            **common,
            reference=reference,
            text=text,
            evidence=tuple(evidence or ()),
            key_file=signed_with,
        )
        show(receipt, as_json=as_json)


def accept_claim(
    reference: Reference,
    *,
    text: Annotated[str, typer.Option("--text", help="The oversight body's words.")],
    signed_with: SignedWith = None,
    on: On = None,
    by: door.By = None,
    seen: door.Seen = None,
    key: door.CommandKey = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Record that the oversight body accepts the claim. The owner closes, not this."""
    with door.shown_refusals():
        from answerable.operations.findings import closing

        common = told(by=by, seen=seen, key=key, on=on)
        receipt = closing.accept_claim(
            **common, reference=reference, text=text, key_file=signed_with
        )
        show(receipt, as_json=as_json)


def close(
    reference: Reference,
    *,
    ground: Annotated[
        ClosingGround, typer.Option("--ground", help="signed, published, letter or historical.")
    ],
    document: Annotated[
        str | None,
        typer.Option("--document", help="The kept file that says so.", metavar="SHA256"),
    ] = None,
    signed_with: SignedWith = None,
    quote: Annotated[
        str | None, typer.Option("--quote", help="Its exact words; a letter may do without.")
    ] = None,
    text: Annotated[str | None, typer.Option("--text", help="In our own words.")] = None,
    on: On = None,
    by: door.By = None,
    seen: door.Seen = None,
    key: door.CommandKey = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Record that the owner of a finding closed it: signed with its own key, or in a kept file."""
    with door.shown_refusals():
        from answerable.operations.findings import closing

        if ground is ClosingGround.SIGNED:
            if signed_with is None:
                raise Refusal("The ground “signed” needs the owner's key: --signed-with FILE.")
            signed = closing.verify_closure(
                **told(by=by, seen=seen, key=key, on=on),
                reference=reference,
                key_file=signed_with,
                text=text,
            )
            show(signed, as_json=as_json)
            return
        if document is None:
            raise Refusal(
                "This ground rests on a kept file: --document SHA256. Keep it first with "
                "`answerable read FILE --publisher BODY`."
            )
        receipt = closing.state_closure(
            **told(by=by, seen=seen, key=key, on=on),
            reference=reference,
            ground=ground,
            document=document,
            quote=quote,
            text=text,
        )
        show(receipt, as_json=as_json)


def reopen(
    reference: Reference,
    *,
    reason: Annotated[str, typer.Option("--reason", help="Why it is open again.")],
    on: On = None,
    by: door.By = None,
    seen: door.Seen = None,
    key: door.CommandKey = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Record that a closed finding is open again."""
    with door.shown_refusals():
        from answerable.operations.findings import closing

        common = told(by=by, seen=seen, key=key, on=on)
        show(closing.reopen(**common, reference=reference, reason=reason), as_json=as_json)
