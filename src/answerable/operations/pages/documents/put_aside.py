"""Put what waits of a document aside: all of a wrong file, or its findings of running text."""

from collections.abc import Mapping
from urllib.parse import urlencode

from answerable.operations import access
from answerable.operations.documents import publication_day
from answerable.operations.documents.deciding import NoSuchCandidate
from answerable.operations.pages.documents.waiting import IN_RUNNING_TEXT, called, chosen
from answerable.operations.pages.forms import Field, FormPage, Hidden, acting
from answerable.operations.pages.look import Look
from answerable.operations.pages.parts import Aside, FormError, Item, Link
from answerable.store.papers import review
from answerable.vocabulary.language import say

ADDRESS = "/review/put-aside/"


def address(document: str, kind: str = "") -> str:
    """The form about a document; `kind`: `running-text` for those findings alone."""
    return f"{ADDRESS}?{urlencode({'document': document, **({'kind': kind} if kind else {})})}"


def form(
    look: Look,
    document: str,
    *,
    kind: str = "",
    posted: Mapping[str, str] | None = None,
    error: str = "",
) -> FormPage:
    """Which document, what waits of it, and why. `kind`: `running-text`, or nothing for all."""
    title = called(look).get(document)
    part = kind == IN_RUNNING_TEXT
    waits = review.waiting(document=document) if title else ()
    shown = chosen(waits, kind) if part else waits
    if title is None or not shown:
        raise NoSuchCandidate(say("Nothing of that document waits."))
    kept = {"document": document, **({"kind": kind} if part else {})}
    return FormPage(
        title=say("Put its findings of running text aside")
        if part
        else say("Put all of a document aside"),
        area="review",
        sentence=say("For sentences that are no findings of the report. They can be brought back.")
        if part
        else say("For a wrong file, or one that was handed in twice. It can be brought back."),
        errors=(FormError(words=error, target="reason"),) if error else (),
        banner=acting(look),
        as_at=look.as_at(),
        crumbs=(Link(label=say("What waits for a person"), url="/review/"),),
        action=ADDRESS,
        button=say("Put them aside") if part else say("Put it aside"),
        hidden=tuple(Hidden(name=name, value=value) for name, value in kept.items()),
        answers=(
            Item(label=say("Document"), words=title),
            Item(label=say("Waits of it"), words=f"{len(shown):,}"),
            *(_each(n, one.record["quote"]) for n, one in enumerate(shown, 1) if part),
            Item(label=say("What happens"), words=_what_happens(part=part)),
        ),
        fields=(
            Field(
                name="reason",
                label=say("Why"),
                value=(posted or {}).get("reason", ""),
                error=error,
            ),
        ),
        aside=() if part else _not_for_everybody(look, document),
        cancel=Link(
            label=say("Leave them waiting") if part else say("Leave it waiting"),
            url=f"/review/?{urlencode(kept)}",
        ),
    )


def _each(n: int, quote: Mapping[str, object]) -> Item:
    """One of them, in its words and with its page."""
    words = f"“{quote['exact']}”"
    if quote.get("page"):
        words += " (" + say("page {quote}", quote=quote["page"]) + ")"
    return Item(label=f"{n:,}", words=words)


def _what_happens(*, part: bool) -> str:
    if part:
        return say(
            "None of them waits any more, and none enters the record. The other readings of the "
            "document wait as before. Hand the same file in again, and they wait again."
        )
    return say(
        "Nothing of it waits any more, and nothing that it states enters the record. "
        "What was decided stays, and so does the file itself, for whoever may see it "
        "now. Hand the same file in again, and it waits again."
    )


def _not_for_everybody(look: Look, document: str) -> tuple[Aside, ...]:
    """The way to mark the file, for whoever may."""
    held = publication_day.filed(document)
    if held is None or not access.may(look.actor, "reclassify", about=held.fact.institution):
        return ()
    return (
        Aside(
            title=say("Not for everybody?"),
            paragraphs=(say("Mark the file, and readers see nothing of it."),),
            links=(Link(label=say("Mark this file"), url=f"/account/markings/{held.seq}/"),),
        ),
    )
