"""Check a text before it is published: what is held, where, why; and the release of it."""

from collections.abc import Mapping, Sequence

from answerable.operations import access, catalogue, sensitivity
from answerable.operations.pages import acts, naming
from answerable.operations.pages.documents import held_words
from answerable.operations.pages.forms import Choice, DateField, Field, FormPage, Hidden, acting
from answerable.operations.pages.look import Look
from answerable.operations.pages.parts import Aside, FormError, Item
from answerable.operations.sensitivity import passages_of
from answerable.publishing.sensitivity.model import Held
from answerable.store.reads import registers
from answerable.vocabulary.language import marked, say

CLEAR = marked("Nothing in this text is held. A person still reads it before it is published.")
ASK = marked("Paste the words that you mean to publish. Nothing is kept.")


RELEASE = "do"
"""The button that releases what is ticked; the other one checks the text again."""


def held_in(text: str, body: str) -> tuple[Held, ...]:
    """What of a text is held, with what is known of a body where one is named."""
    institution = body if body in catalogue.bodies() else ""
    return sensitivity.held(passages_of(text), institution=institution) if text.strip() else ()


def check_text(
    look: Look,
    *,
    text: str,
    body: str,
    key: str = "",
    posted: Mapping[str, str] | None = None,
    ticked: Sequence[str] = (),
    error: str = "",
) -> FormPage:
    """The box for a text, with what of it is held; an office that may releases it there."""
    institution = body if body in catalogue.bodies() else ""
    found = held_in(text, body)
    sentence = ASK
    if text.strip():
        sentence = (
            CLEAR
            if not found
            else say("{count} of it may not be published as it stands.", count=len(found))
        )
    able = bool(found and institution) and access.may(look.actor, "publish", about=institution)
    known = tuple((b, naming.body_words(b)) for b in registers.institutions())
    return FormPage(
        title=say("Check a text before it is published"),
        area="bodies",
        sentence=sentence,
        banner=acting(look),
        as_at=look.as_at(),
        errors=(FormError(words=error, target="reason"),) if error else (),
        action="/check-text/",
        button=say("Check this text"),
        answers=tuple(Item(label=f"{h.where}: {h.what}", words=_told(h)) for h in found),
        hidden=(
            Hidden(name="seen", value=str(look.head.size - 1)),
            Hidden(name="key", value=key),
        )
        if able
        else (),
        fields=(
            Field(
                name="institution",
                label=say("About"),
                value=institution,
                hint=say("Then restricted numbers on its record count too."),
                choices=acts.choices(known, first=say("No body in particular")),
            ),
            Field(name="text", label=say("Text"), value=text, rows=12),
            *(_release(found, posted or {}, ticked) if able else ()),
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
                screen=True,
            ),
        ),
    )


def _release(
    found: Sequence[Held], posted: Mapping[str, str], ticked: Sequence[str]
) -> tuple[Field | DateField, ...]:
    each = tuple({one.digest: one for one in found}.values())
    return (
        *held_words.release_fields(each, posted, ticked),
        Field(
            name=RELEASE,
            label=say("What is published cannot be called back."),
            one_click=True,
            choices=(Choice(value="release", label=say("Release what is ticked")),),
        ),
    )


def _told(held: Held) -> str:
    return say(
        "“{held}” {why} Ground: {ground}.", held=held.words[:200], why=held.why, ground=held.ground
    )
