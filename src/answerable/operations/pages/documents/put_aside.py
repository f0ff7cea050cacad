"""Put all that waits of a document aside: the wrong file, or one that was handed in twice."""

from collections.abc import Mapping

from answerable.operations import access
from answerable.operations.documents import publication_day
from answerable.operations.documents.reading import NoSuchCandidate
from answerable.operations.pages.documents.waiting import called
from answerable.operations.pages.forms import Field, FormPage, Hidden, acting
from answerable.operations.pages.look import Look
from answerable.operations.pages.parts import Aside, FormError, Item, Link
from answerable.store.papers import review
from answerable.vocabulary.language import say

ADDRESS = "/review/put-aside/"


def form(
    look: Look, document: str, *, posted: Mapping[str, str] | None = None, error: str = ""
) -> FormPage:
    """Which document, how much waits of it, and why."""
    title = called(look).get(document)
    waiting = len(review.waiting(document=document)) if title else 0
    if title is None or not waiting:
        raise NoSuchCandidate(say("Nothing of that document waits."))
    return FormPage(
        title=say("Put all of a document aside"),
        area="review",
        sentence=say("For a wrong file, or one that was handed in twice. It can be brought back."),
        errors=(FormError(words=error, target="reason"),) if error else (),
        banner=acting(look),
        as_at=look.as_at(),
        crumbs=(Link(label=say("What waits for a person"), url="/review/"),),
        action=ADDRESS,
        button=say("Put it aside"),
        hidden=(Hidden(name="document", value=document),),
        answers=(
            Item(label=say("Document"), words=title),
            Item(label=say("Waits of it"), words=f"{waiting:,}"),
            Item(
                label=say("What happens"),
                words=say(
                    "Nothing of it waits any more, and nothing that it states enters the record. "
                    "What was decided stays, and so does the file itself, for whoever may see it "
                    "now. Hand the same file in again, and it waits again."
                ),
            ),
        ),
        fields=(
            Field(
                name="reason",
                label=say("Why"),
                value=(posted or {}).get("reason", ""),
                error=error,
            ),
        ),
        aside=_not_for_everybody(look, document),
        cancel=Link(label=say("Leave it waiting"), url=f"/review/?document={document}"),
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
