"""My week by e-mail and as a calendar: ask for it, confirm it, stop it."""

from answerable.operations import held_mails
from answerable.operations.pages.forms import Field, FormPage, Hidden, acting
from answerable.operations.pages.look import Look, banner, only_here
from answerable.operations.pages.parts import (
    Aside,
    FormError,
    Link,
    Notice,
    Section,
    SectionsPage,
)
from answerable.vocabulary.language import marked, say
from answerable.vocabulary.times import in_words

TITLE = marked("My week by e-mail and as a calendar")


def form(look: Look, *, asked: str = "", error: str = "", calendar: str = "") -> FormPage:
    """Ask for the weekly mail; the address of the calendar, where it was asked for."""
    notice = None
    if asked:
        notice = Notice(title=say("One more step"), words=_asked(look, asked))
    elif calendar:
        notice = Notice(
            title=say("The address of your calendar"),
            words=say(
                "Copy it into your calendar program: {base}{calendar}",
                base=look.base.rstrip("/"),
                calendar=calendar,
            )
            + only_here(look),
            url=calendar,
            label=say("Open the calendar"),
        )
    return FormPage(
        title=TITLE,
        area="week",
        sentence=say("One mail a week, only when there is something to do. It ends in one click."),
        banner=acting(look),
        as_at=look.as_at(),
        notice=notice,
        warning="" if asked else _kept_back(look),
        errors=(FormError(words=error, target="email"),) if error else (),
        action="/week/mail/",
        button=say("Send my week to this address"),
        hidden=(Hidden(name="want", value="mail"),),
        fields=(
            Field(
                name="email",
                label=say("E-mail address"),
                hint=say("Words marked as not public are never in a mail."),
                error=error,
                kind="email",
                autocomplete="email",
            ),
        ),
        cancel=Link(label=say("Back to my week"), url="/week/"),
        aside=(
            Aside(
                title=say("As a calendar"),
                paragraphs=(
                    say(
                        "Deadlines and sessions of your week for Outlook or any other "
                        "calendar. Whoever has the address can read it, without words "
                        "that are not public."
                    ),
                ),
                links=(Link(label=say("Get the address of my calendar"), url="/week/calendar/"),),
            ),
        ),
    )


def _asked(look: Look, asked: str) -> str:
    if kept := _kept_back(look):
        return say(
            "The mail to {asked} is made. {kept} Open the page in it when it comes, and confirm.",
            asked=asked,
            kept=kept,
        )
    return say(
        "A mail is on its way to {asked}. Open the page in it and "
        "confirm; nothing else is sent before that.",
        asked=asked,
    )


def _kept_back(look: Look) -> str:
    """What an officer is told while mails do not leave; empty where they do."""
    held = held_mails.held_up(at=look.at)
    if held is None:
        return ""
    if not held.server:
        return say(
            "This site has no mail server yet, so mails wait and none is lost. Ask whoever runs "
            "it to name one."
        )
    return say(
        "A mail has waited since {day} and the mail server has not taken it. None is lost, and "
        "each is tried again every hour. Tell whoever runs the site.",
        day=in_words(held.since.date().isoformat()) if held.since else "",
    )


def calendar_form(look: Look) -> FormPage:
    """One button: a secret address is made only when it is asked for."""
    return FormPage(
        title=say("The address of my calendar"),
        area="week",
        sentence=say(
            "The address is secret: whoever has it can read your deadlines and sessions."
        ),
        banner=acting(look),
        as_at=look.as_at(),
        action="/week/mail/",
        button=say("Show me the address"),
        hidden=(Hidden(name="want", value="calendar"),),
        cancel=Link(label=say("Back to my week"), url="/week/"),
    )


def answer(look: Look, token: str, *, kind: str, known: bool) -> FormPage:
    """The page of a link in a mail: one button, because programs open links by themselves.

    `known`: somebody asked for it, and it was not stopped since.
    """
    words = {
        "confirm": (say("Confirm your weekly mail"), say("Yes, send my week to this address")),
        "stop": (say("Stop your weekly mail"), say("Stop it and forget the address")),
    }
    title, button = words[kind]
    return FormPage(
        title=title,
        area="week",
        sentence=say("One click, and it is done.")
        if known
        else say("Nobody asked for this, or it was stopped already. There is nothing to do."),
        banner=banner(),
        as_at=look.as_at(),
        action=f"/week/mail/{token}/{kind}/",
        button=button if known else "",
    )


def done(look: Look, *, kind: str, found: bool) -> SectionsPage:
    """What became of it."""
    words = {
        "confirm": say("Your week comes by e-mail from now on, once a week."),
        "stop": say("No mail is sent any more, and the address is forgotten."),
    }
    return SectionsPage(
        title=say("Confirmed") if kind == "confirm" else say("Stopped"),
        area="week",
        sentence=words[kind]
        if found
        else say("Nobody asked for this, or it was stopped already."),
        banner=banner(),
        as_at=look.as_at(),
        sections=(
            Section(
                title=say("Where to go on"),
                links=(Link(label=say("Back to my week"), url="/week/"),),
            ),
        ),
    )
