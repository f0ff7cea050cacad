"""Who you act as on this machine: one of the demonstration's offices, or a reader."""

from answerable.operations import installation, people
from answerable.operations.pages.forms import (
    Choice,
    Field,
    FormPage,
    Hidden,
    acting,
    read_only,
    who,
)
from answerable.operations.pages.look import Look
from answerable.operations.pages.naming import body_words
from answerable.operations.pages.parts import Aside, FormError, Link, SectionsPage
from answerable.vocabulary.language import marked, say

KEPT = marked("What you had typed waits: choose the office for it, and it comes back.")
TITLE = marked("Choose who you act as")


def roles(look: Look, *, next_url: str, error: str = "", kept: bool = False) -> FormPage:
    """Every office of the demonstration, and none; a choice lasts for this browser.

    `kept`: a form that was sent without the office for it waits, and comes back with the choice.
    """
    actor = look.actor
    current = "" if actor.is_public else f"{actor.body}/{actor.office}"
    own = installation.installed()
    offices = tuple(
        Choice(value=name, label=f"{words}, {body_words(name.partition('/')[0])}")
        for name, words in people.offices()
    )
    return FormPage(
        title=TITLE,
        area="about",
        sentence=f"{who(actor)} {say(KEPT)}" if kept else who(actor),
        banner=acting(look),
        as_at=look.as_at(),
        errors=(FormError(words=error, target="office"),) if error else (),
        action="/roles/",
        button="",
        hidden=(Hidden(name="next", value=next_url),),
        fields=(
            Field(
                name="office",
                label=say("Offices of {name}", name=own.name)
                if own
                else say("Offices of the demonstration"),
                hint=say("One click, and you act as this office. ")
                + (
                    say("Whoever uses this machine can choose any of them.")
                    if own
                    else say("Nobody real signs in here.")
                ),
                one_click=True,
                value=current,
                error=error,
                choices=(Choice(value="", label=say("A reader, without an office")), *offices),
            ),
        ),
        cancel=Link(label=say("Leave it as it is"), url=next_url),
        aside=(
            Aside(
                title=say("What an office may do"),
                paragraphs=(
                    say(
                        "The offices of an institution write about it; those of who "
                        "holds it to account write about that institution; an "
                        "inspector verifies."
                    ),
                    say("What you write is recorded by the server, without a signature."),
                ),
                links=(Link(label=say("Review what a machine read"), url="/review/"),),
            ),
        ),
    )


def roles_elsewhere(look: Look) -> SectionsPage:
    """The same from elsewhere: there are no roles there."""
    return read_only(look, title=TITLE)


def chosen(office: str) -> str:
    """The office that was chosen, checked; empty for a reader."""
    if office:
        people.acting_as(office)
    return office
