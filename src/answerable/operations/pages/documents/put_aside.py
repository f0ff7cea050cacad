"""Put all that waits of a document aside: the wrong file, or one that was handed in twice."""

from collections.abc import Mapping

from answerable.operations.documents.reading import NoSuchCandidate
from answerable.operations.pages.documents.waiting import called
from answerable.operations.pages.forms import Field, FormPage, Hidden, acting
from answerable.operations.pages.look import Look
from answerable.operations.pages.parts import FormError, Item, Link
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
                    "Nothing of it waits any more, and nothing enters the record. What was "
                    "decided stays. Hand the same file in again, and it waits again."
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
        cancel=Link(label=say("Leave it waiting"), url=f"/review/?document={document}"),
    )
