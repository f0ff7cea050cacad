"""Commands of packs of forms and of the check before publication."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from answerable.cli import door
from answerable.cli.changing import Document, On, Quote, quoted, show, told
from answerable.vocabulary.refusal import Refusal

Body = Annotated[str, typer.Argument(help="The institution.")]
Pack = Annotated[str, typer.Argument(help="The pack, for example serious-organised-crime.")]
Form = Annotated[str, typer.Argument(help="The form, for example local-profiles.")]
About = Annotated[str, typer.Option("--about", help="The institution it is about.")]


class NotReadable(Refusal):
    """A file that cannot be read, or an answer without a field."""

    code = "not_readable"


def register(app: typer.Typer) -> None:
    """Add the commands of this subject."""
    app.command(name="form")(form)
    app.command(name="answer-form")(answer_form)
    app.command(name="decide-release")(decide_release)
    app.command(name="check-text")(check_text)
    app.command(name="release-text")(release_text)


def form(
    pack: Pack,
    form: Form,
    body: Body,
    *,
    by: door.By = None,
    on: On = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Show a form about an institution, as it stands."""
    with door.shown_refusals():
        from answerable.operations.pages.accountability import form_answers as pages
        from answerable.operations.pages.look import Look

        look = Look(at=door.now(), valid=door.day(on, what="day"))
        if by:
            look = replace(look, actor=door.actor(by))
        door.say(pages.lines(look, pack, form, body), as_json=as_json)


def answer_form(
    pack: Pack,
    form: Form,
    body: Body,
    *,
    field: Annotated[
        list[str], typer.Option("--field", help="FIELD=ANSWER; repeat for each field.")
    ],
    on: On = None,
    document: Document = None,
    quote: Quote = None,
    by: door.By = None,
    seen: door.Seen = None,
    key: door.CommandKey = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Record answers to a form; each is marked as its pack says."""
    with door.shown_refusals():
        from answerable.operations.accountability import form_answers

        parts = [one.partition("=") for one in field]
        if wrong := [name for name, sign, _ in parts if not sign]:
            raise NotReadable(f"Write FIELD=ANSWER, not “{wrong[0][:40]}”.")
        common = told(by=by, seen=seen, key=key, on=on) | {"words": quoted(document, quote)}
        receipt = form_answers.answer_form(
            **common,
            institution=body,
            pack=pack,
            form=form,
            answers={name.strip(): value for name, _, value in parts},
        )
        show(receipt, as_json=as_json)


def decide_release(
    pack: Pack,
    form: Form,
    field: Annotated[str, typer.Argument(help="The field.")],
    body: Body,
    *,
    definitions: Annotated[str, typer.Option("--definitions", help="What the words mean.")],
    reason: Annotated[str, typer.Option("--reason", help="Why words on it may be public.")],
    review: Annotated[str, typer.Option("--review", help="When it is looked at again.")],
    on: On = None,
    by: door.By = None,
    seen: door.Seen = None,
    key: door.CommandKey = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Record definitions and the decision that words on a field may be public."""
    with door.shown_refusals():
        from answerable.operations.accountability import form_answers

        receipt = form_answers.decide_release(
            **told(by=by, seen=seen, key=key, on=on),
            institution=body,
            pack=pack,
            form=form,
            field=field,
            definitions=definitions,
            reason=reason,
            review=review,
        )
        show(receipt, as_json=as_json)


def check_text(
    file: Annotated[list[Path], typer.Argument(help="Text files, checked together.")],
    *,
    about: About = "",
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Say what of a text may not be published, and why; exit 1 where something is held."""
    with door.shown_refusals():
        from answerable.operations import sensitivity

        passages = [
            passage
            for path in file
            for passage in sensitivity.passages_of(_text(path), where=path.name)
        ]
        found = sensitivity.held(passages, institution=about)
        words = [f"{one.sentence} Held: “{one.words[:200]}”" for one in found]
        door.say(found if as_json else words or ["Nothing is held."], as_json=as_json)
    if found:
        raise typer.Exit(1)


def release_text(
    file: Annotated[Path, typer.Argument(help="A file with the exact text that is held.")],
    *,
    about: About,
    reason: Annotated[str, typer.Option("--reason", help="Why it may be public.")],
    review: Annotated[str, typer.Option("--review", help="When it is looked at again.")] = "",
    on: On = None,
    by: door.By = None,
    seen: door.Seen = None,
    key: door.CommandKey = None,
    home: door.Home = None,
    as_json: door.Json = False,
) -> None:
    """Let a held text be published; who and why goes on the record."""
    with door.shown_refusals():
        from answerable.operations import releasing

        receipt = releasing.release(
            **told(by=by, seen=seen, key=key, on=on),
            institution=about,
            text=_text(file),
            reason=reason,
            review=review,
        )
        show(receipt, as_json=as_json)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise NotReadable(f"{path} cannot be read as a text file.") from None
