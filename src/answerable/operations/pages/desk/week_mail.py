"""My week by e-mail and as a calendar: ask for it, confirm it, stop it."""

from answerable.operations.pages.forms import Field, FormPage, Hidden, acting
from answerable.operations.pages.look import Look, banner
from answerable.operations.pages.parts import (
    Aside,
    FormError,
    Link,
    Notice,
    Section,
    SectionsPage,
)

TITLE = "My week by e-mail and as a calendar"


def form(look: Look, *, asked: str = "", error: str = "", calendar: str = "") -> FormPage:
    """Ask for the weekly mail; the address of the calendar, where it was asked for."""
    notice = None
    if asked:
        notice = Notice(
            title="One more step",
            words=f"A mail is on its way to {asked}. Open the page in it and confirm; nothing "
            "else is sent before that.",
        )
    elif calendar:
        notice = Notice(
            title="The address of your calendar",
            words=f"Copy it into your calendar program: {look.base.rstrip('/')}{calendar}",
            url=calendar,
            label="Open the calendar",
        )
    return FormPage(
        title=TITLE,
        area="week",
        sentence="One mail a week, only when there is something to do. It ends in one click.",
        banner=acting(look),
        as_at=look.as_at(),
        notice=notice,
        errors=(FormError(words=error, target="email"),) if error else (),
        action="/week/mail/",
        button="Send my week to this address",
        hidden=(Hidden(name="want", value="mail"),),
        fields=(
            Field(
                name="email",
                label="E-mail address",
                hint="Words marked as not public are never in a mail.",
                error=error,
                kind="email",
                autocomplete="email",
            ),
        ),
        cancel=Link(label="Back to my week", url="/week/"),
        aside=(
            Aside(
                title="As a calendar",
                paragraphs=(
                    "Deadlines and sessions of your week for Outlook or any other calendar. "
                    "Whoever has the address can read it, without words that are not public.",
                ),
                links=(Link(label="Get the address of my calendar", url="/week/calendar/"),),
            ),
        ),
    )


def calendar_form(look: Look) -> FormPage:
    """One button: a secret address is made only when it is asked for."""
    return FormPage(
        title="The address of my calendar",
        area="week",
        sentence="The address is secret: whoever has it can read your deadlines and sessions.",
        banner=acting(look),
        as_at=look.as_at(),
        action="/week/mail/",
        button="Show me the address",
        hidden=(Hidden(name="want", value="calendar"),),
        cancel=Link(label="Back to my week", url="/week/"),
    )


def answer(look: Look, token: str, *, kind: str, known: bool) -> FormPage:
    """The page of a link in a mail: one button, because programs open links by themselves.

    `known`: somebody asked for it, and it was not stopped since.
    """
    words = {
        "confirm": ("Confirm your weekly mail", "Yes, send my week to this address"),
        "stop": ("Stop your weekly mail", "Stop it and forget the address"),
    }
    title, button = words[kind]
    return FormPage(
        title=title,
        area="week",
        sentence="One click, and it is done."
        if known
        else "Nobody asked for this, or it was stopped already. There is nothing to do.",
        banner=banner(),
        as_at=look.as_at(),
        action=f"/week/mail/{token}/{kind}/",
        button=button if known else "",
    )


def done(look: Look, *, kind: str, found: bool) -> SectionsPage:
    """What became of it."""
    words = {
        "confirm": "Your week comes by e-mail from now on, once a week.",
        "stop": "No mail is sent any more, and the address is forgotten.",
    }
    return SectionsPage(
        title="Confirmed" if kind == "confirm" else "Stopped",
        area="week",
        sentence=words[kind] if found else "Nobody asked for this, or it was stopped already.",
        banner=banner(),
        as_at=look.as_at(),
        sections=(
            Section(title="Where to go on", links=(Link(label="Back to my week", url="/week/"),)),
        ),
    )
