"""Check a text before it is published: what is held, where, why; and the release of it."""

from answerable.operations import access, catalogue, sensitivity
from answerable.operations.pages import acts, naming
from answerable.operations.pages.acts import Act
from answerable.operations.pages.forms import Field, FormPage, acting
from answerable.operations.pages.look import Look
from answerable.operations.pages.parts import Aside, Item, Link
from answerable.operations.sensitivity import passages_of
from answerable.publishing.sensitivity.model import Held
from answerable.store.reads import registers
from answerable.vocabulary.language import marked, say

CLEAR = marked("Nothing in this text is held. A person still reads it before it is published.")
ASK = marked("Paste the words that you mean to publish. Nothing is kept.")


def check_text(look: Look, *, text: str, body: str) -> FormPage:
    """The box for a text, with what of it is held."""
    institution = body if body in catalogue.bodies() else ""
    found = sensitivity.held(passages_of(text), institution=institution) if text.strip() else ()
    sentence = ASK
    if text.strip():
        sentence = (
            CLEAR
            if not found
            else say("{count} of it may not be published as it stands.", count=len(found))
        )
    able = bool(found) and institution and access.may(look.actor, "publish", about=institution)
    release = Link(
        label=say("Release it with a reason"), url=f"/check-text/{institution}/release/"
    )
    known = tuple((b, naming.body_words(b)) for b in registers.institutions())
    return FormPage(
        title=say("Check a text before it is published"),
        area="bodies",
        sentence=sentence,
        banner=acting(look),
        as_at=look.as_at(),
        action="/check-text/",
        button=say("Check this text"),
        answers=tuple(Item(label=f"{h.where}: {h.what}", words=_told(h)) for h in found),
        fields=(
            Field(
                name="institution",
                label=say("About"),
                value=institution,
                hint=say("Then restricted numbers on its record count too."),
                choices=acts.choices(known, first=say("No body in particular")),
            ),
            Field(name="text", label=say("Text"), value=text, rows=12),
        ),
        aside=(
            Aside(
                title=say("What is held"),
                paragraphs=(
                    say(
                        "Numbers near organised crime groups, lead responsible officers, "
                        "analysts, 4P plans and disruptions; names and plans; what "
                        "identifies a protected person; numbers that give a restricted "
                        "one together."
                    ),
                ),
                links=(release,) if able else (),
                screen=True,
            ),
        ),
    )


def release(look: Look, body: str) -> Act:
    """The form that lets a held text be published."""
    return Act(
        title=say("Release a held text"),
        sentence=say("Who released it and why goes on the record; the words themselves do not."),
        action=f"/check-text/{body}/release/",
        button=say("Release this text"),
        operation="publish",
        institution=body,
        back=Link(label=say("Leave it held"), url="/check-text/"),
        warning=say("What is published cannot be called back."),
        fields=(
            Field(name="text", label=say("The exact text"), rows=6),
            Field(
                name="reason",
                label=say("Reason, with the ground on which it may be public"),
                rows=3,
            ),
            Field(name="review", label=say("Review date"), hint=say("For example 2027-11-25.")),
            acts.day_field(look),
        ),
    )


def _told(held: Held) -> str:
    return say(
        "“{held}” {why} Ground: {ground}.", held=held.words[:200], why=held.why, ground=held.ground
    )
