"""News of a search by e-mail: ask for it, confirm it, stop it."""

from answerable.config import config
from answerable.operations.pages.forms import Field, FormPage, Hidden
from answerable.operations.pages.look import Look, banner
from answerable.operations.pages.parts import (
    Aside,
    FormError,
    Link,
    Notice,
    Section,
    SectionsPage,
)
from answerable.operations.pages.saved_search import SavedSearch
from answerable.vocabulary.language import marked, say

TITLE = marked("Follow a search by e-mail")
FORGOTTEN = marked("Nobody asked for this, or it was stopped already. There is nothing to do.")


def sends(*, own: bool) -> bool:
    """Does the site send mail: by a server; or into its outbox, for whoever writes here?"""
    return own or bool(config().smtp)


def form(look: Look, search: SavedSearch, *, asked: str = "", error: str = "") -> FormPage:
    """Ask for the news; `asked` is the address to which the first mail goes."""
    notice = None
    if asked:
        notice = Notice(
            title=say("One more step"),
            words=say(
                "A mail is on its way to {asked}. Open the page in it and "
                "confirm; nothing else is sent before that.",
                asked=asked,
            ),
        )
    return FormPage(
        title=TITLE,
        area="home",
        sentence=say(
            "News of your search for {search}, at most once a day and only "
            "when there is some. It ends in one click.",
            search=search.words,
        ),
        crumbs=(Link(label=say("Back to the search"), url=search.page),),
        banner=banner(),
        as_at=look.as_at(),
        notice=notice,
        errors=(FormError(words=error, target="email"),) if error else (),
        action="/search/mail/",
        button=say("Send me the news"),
        hidden=(
            Hidden(name="q", value=search.q),
            Hidden(name="kind", value=search.kind),
            Hidden(name="body", value=search.body),
        ),
        fields=(
            Field(
                name="email",
                label=say("E-mail address"),
                hint=say("It is used for this alone, and forgotten when you stop it."),
                error=error,
                kind="email",
                autocomplete="email",
            ),
        ),
        aside=(
            Aside(
                title=say("Without an address"),
                paragraphs=(say("A feed reader gets the same news and nobody learns who reads."),),
                links=(Link(label=say("Atom feed of this search"), url=search.feed),),
            ),
        ),
    )


def no_mail(look: Look, search: SavedSearch) -> SectionsPage:
    """This site sends none: the feed says the same."""
    return SectionsPage(
        title=TITLE,
        area="home",
        sentence=say("This site sends no mail. The feed of the search says the same."),
        banner=banner(),
        as_at=look.as_at(),
        sections=(
            Section(
                title=say("Where to go on"),
                links=(
                    Link(label=say("Atom feed of this search"), url=search.feed),
                    Link(label=say("Back to the search"), url=search.page),
                ),
            ),
        ),
    )


def answer(look: Look, token: str, search: SavedSearch | None, *, kind: str) -> FormPage:
    """The page of a link in a mail: one button, because programs open links by themselves."""
    title, button = {
        "confirm": (say("Confirm the news of a search"), say("Yes, send me the news")),
        "stop": (say("Stop the news of a search"), say("Stop it and forget the address")),
    }[kind]
    return FormPage(
        title=title,
        area="home",
        sentence=FORGOTTEN
        if search is None
        else say("Your search: {search}.", search=search.words),
        banner=banner(),
        as_at=look.as_at(),
        action=f"/search/mail/{token}/{kind}/",
        button=button if search else "",
    )


def done(look: Look, *, kind: str, search: SavedSearch | None) -> SectionsPage:
    """What became of it."""
    words = {
        "confirm": say("News of this search comes by e-mail from now on, at most once a day."),
        "stop": say("No mail is sent any more, and the address is forgotten."),
    }
    back = search.page if search else "/search/"
    return SectionsPage(
        title=say("Confirmed") if kind == "confirm" else say("Stopped"),
        area="home",
        sentence=words[kind] if search or kind == "stop" else FORGOTTEN,
        banner=banner(),
        as_at=look.as_at(),
        sections=(
            Section(
                title=say("Where to go on"), links=(Link(label=say("To the search"), url=back),)
            ),
        ),
    )
