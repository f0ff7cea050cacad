"""Who may invite, and how: for whoever may not, also in a record with nobody who may."""

from answerable.operations import guides
from answerable.operations.pages.forms import acting
from answerable.operations.pages.look import Look
from answerable.operations.pages.naming import body_words
from answerable.operations.pages.parts import Aside, Link, Section, SectionsPage
from answerable.operations.pages.proof import office_words
from answerable.operations.rights import accounts
from answerable.vocabulary.language import say

GUIDE = "give-accounts-and-roles"


def page(look: Look) -> SectionsPage:
    """Who invites somebody here, and the commands of whoever looks after the machine."""
    body = look.actor.body
    held = accounts.has_administrator(body)
    return SectionsPage(
        title=say("Who may invite a colleague"),
        area="about",
        sentence=say(
            "An administrator invites; you act as {office}, and that office may not.",
            office=office_words(look.actor.office),
        ),
        banner=acting(look),
        as_at=look.as_at(),
        sections=(
            Section(title=say("Ask the administrator"), paragraphs=_ask(body))
            if held
            else Section(
                title=say("Nobody is an administrator here yet"),
                paragraphs=_first(body),
                items=_commands(body),
            ),
            Section(title=say("If you work alone"), paragraphs=_alone()),
        ),
        aside=(
            Aside(
                title=say("How accounts are given"),
                links=(Link(label=guides.guide(GUIDE).title, url=f"/help/{GUIDE}/"),),
            ),
        ),
    )


def _ask(body: str) -> tuple[str, ...]:
    return (
        say(
            "{body} has an administrator. Ask them to sign in and open “Invite somebody” on "
            "Accounts and roles; they get a link for your colleague.",
            body=body_words(body),
        ),
    )


def _first(body: str) -> tuple[str, ...]:
    return (
        say(
            "Whoever looks after the machine that holds this record makes the first one for "
            "{body}, by these commands: an administrator, and an account for each person, you "
            "among them. Each account but the first comes as a link for one person.",
            body=body_words(body),
        ),
    )


def _commands(body: str) -> tuple[str, ...]:
    """The office of an administrator, then one link for whoever runs the register."""
    return (
        f"answerable account add admin --office {body}/administrator --role administrator",
        f"answerable account invite j.ashe --office {body}/governance-officer "
        "--role governance-officer",
        "answerable account --help",
    )


def _alone() -> tuple[str, ...]:
    return (
        say(
            "Nobody needs an account on a machine of their own: at “Act as an office” you choose "
            "any office in one click. A second reader can be another office there."
        ),
        say(
            "From the first account on, offices act by signing in only. So make one for yourself "
            "too before you close this window. An administrator records nothing: whoever does "
            "both has two accounts."
        ),
    )
