"""One's own account: as whom one acts, what one can do, and a form that was sent too late."""

from collections.abc import Mapping, Sequence

from answerable.operations import access
from answerable.operations.pages import days
from answerable.operations.pages.forms import FormPage, Hidden, acting, who
from answerable.operations.pages.look import Look, banner
from answerable.operations.pages.parts import (
    FormError,
    Item,
    Link,
    Section,
    SectionsPage,
)
from answerable.operations.rights import accounts
from answerable.store.people.accounts import Account
from answerable.vocabulary.language import marked, say
from answerable.vocabulary.times import in_words

HOME = "/account/"


def sign_out(look: Look) -> FormPage:
    """One click, so that no link signs anybody out."""
    return FormPage(
        title=say("Sign out"),
        area="home",
        sentence=who(look.actor),
        banner=banner(),
        as_at=look.as_at(),
        action=f"{HOME}sign-out/",
        button=say("Sign out"),
        cancel=Link(label=say("Stay"), url=HOME),
    )


def own(look: Look, account: Account, *, typed: bool) -> SectionsPage:
    """One's own account: as whom one acts, and what one can do."""
    acts = account.acts(look.today)
    todo = [Link(label=say("Change your password"), url=f"{HOME}password/")]
    if account.second_factor:
        todo.append(Link(label=say("Your recovery codes"), url=f"{HOME}recovery-codes/"))
    else:
        todo.insert(
            0, Link(label=say("Set up your second factor first"), url=f"{HOME}second-factor/")
        )
    if acts:
        todo.append(Link(label=say("Tokens for programs"), url=f"{HOME}tokens/"))
    if typed:
        todo.insert(0, Link(label=say("Go on with what you had typed"), url=f"{HOME}go-on/"))
    todo.append(Link(label=say("Sign out"), url=f"{HOME}sign-out/"))
    return SectionsPage(
        title=say("Your account"),
        area="home",
        sentence=who(look.actor) if acts else _not_acting(account, look),
        banner=banner(),
        as_at=look.as_at(),
        sections=(
            Section(
                title=say("What you are"),
                items=(
                    say("User name: {name}", name=account.name),
                    say("Roles: {roles_in_words}", roles_in_words=roles_in_words(account.roles)),
                    say("Office: {holding}", holding=account.holding)
                    + (say(", until {day}", day=in_words(account.ends)) if account.ends else ""),
                ),
            ),
            Section(title=say("What you can do here"), links=tuple(todo)),
            *_desk(look),
        ),
    )


def kept_form(
    look: Look, *, path: str, fields: Sequence[tuple[str, str]], signed_in: bool = True
) -> FormPage:
    """A form that was sent after its session had ended or without an office: to be sent again."""
    typed = days.together([(n, v) for n, v in fields if n not in _CARRIED])
    shown = [(n, v) for n, v in typed if v.strip()]
    return FormPage(
        title=say("Go on with what you had typed"),
        area="home",
        sentence=say("Your session had ended. Nothing was written, and nothing you typed is lost.")
        if signed_in
        else say(
            "You had chosen no office that may do this. Nothing was written, and nothing you "
            "typed is lost."
        ),
        banner=banner() if signed_in else acting(look),
        as_at=look.as_at(),
        action=path,
        button=say("Send it now"),
        hidden=tuple(Hidden(name=name, value=value) for name, value in fields),
        answers=tuple(
            Item(label=name.replace("-", " ").replace("_", " ").capitalize(), words=value)
            for name, value in shown
        ),
        cancel=Link(label=say("Open the empty form"), url=path),
    )


def nothing_kept(look: Look) -> SectionsPage:
    """There is no form to go on with."""
    return SectionsPage(
        title=say("Nothing waits to be sent"),
        area="home",
        sentence=say("No form of yours was sent after its session had ended."),
        banner=banner(),
        as_at=look.as_at(),
        sections=(
            Section(title=say("Where to go on"), links=(Link(label=say("Home"), url="/"),)),
        ),
    )


def errors_of(found: Mapping[str, Sequence[str]]) -> tuple[FormError, ...]:
    """What the door found wrong, by box; `__all__` is the form as a whole."""
    return tuple(
        FormError(words=_mended(str(words)), target="" if name == "__all__" else name)
        for name, every in found.items()
        for words in every
    )


def roles_in_words(roles: Sequence[str]) -> str:
    """“governance officer, analyst”."""
    return ", ".join(str(role).replace("-", " ") for role in roles)


_CARRIED = frozenset({"seen", "key", "step", "revision", "next", "on"})
_WORDS = {
    "This field is required.": marked("Fill this in."),
    "Incorrect code.": marked(
        "That code is not right, or not right any more. Type the one shown now."
    ),
}


def _mended(words: str) -> str:
    return _WORDS.get(words, words)


def _not_acting(account: Account, look: Look) -> str:
    if account.ends is not None and account.ends <= look.today.isoformat():
        return say(
            "Your office ended on {day}: you read as a reader does.", day=in_words(account.ends)
        )
    return say("Set up your second factor: until then you read as a reader does.")


def _desk(look: Look) -> tuple[Section, ...]:
    rights = (
        ("see_roles", say("Accounts and roles"), f"{HOME}people/"),
        ("reclassify", say("Marked values and their reviews"), f"{HOME}markings/"),
        ("see_read_log", say("Who read restricted values"), f"{HOME}reading/"),
        ("make_link", say("Links for members of a panel"), f"{HOME}links/"),
        ("hold", say("Legal holds"), f"{HOME}holds/"),
        ("see_roles", say("Documents about privacy"), f"{HOME}privacy/"),
        ("name_controller", say("Who answers for the data"), f"{HOME}controller/"),
    )
    links = tuple(
        Link(label=label, url=url) for right, label, url in rights if access.may(look.actor, right)
    )
    return (Section(title=say("What your office looks after"), links=links),) if links else ()


def account_of(number: int) -> Account:
    """The account of whoever signed in."""
    return accounts.numbered(number)
