"""Sign-in, the second factor, one's own account: words and boxes; the door checks what is typed.

Names of boxes are those that the library behind the door reads.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from answerable.operations import access, accounts, inviting
from answerable.operations.pages.forms import Field, FormPage, Hidden, who
from answerable.operations.pages.look import Look, banner
from answerable.operations.pages.naming import body_words
from answerable.operations.pages.parts import (
    Aside,
    FormError,
    Item,
    Link,
    Section,
    SectionsPage,
)
from answerable.store.accounts import Account
from answerable.vocabulary.times import in_words

HOME = "/account/"
PASSWORD_HINT = "At least 12 characters; three words that nobody would guess are good."  # noqa: S105  # a hint
CODE = Field(
    name="code",
    label="Code",
    hint="Six digits from your authenticator app, or one of your recovery codes.",
    autocomplete="one-time-code",
)


@dataclass(frozen=True, kw_only=True)
class FactorPage(FormPage):
    """The set-up of a second factor: a picture to scan, and the same secret to type."""

    picture: str = ""
    secret: str = ""


@dataclass(frozen=True, kw_only=True)
class CodesPage(SectionsPage):
    """Recovery codes, each to be used once."""

    codes: tuple[str, ...] = ()


def sign_in(look: Look, *, name: str, next_url: str, errors: Sequence[FormError]) -> FormPage:
    """User name or address, and password."""
    return FormPage(
        title="Sign in",
        area="home",
        sentence="For offices with an account. Everything public can be read without one.",
        banner=banner(),
        as_at=look.as_at(),
        errors=tuple(errors),
        action="/account/sign-in/",
        button="Sign in",
        hidden=(Hidden(name="next", value=next_url),) if next_url else (),
        fields=(
            Field(
                name="login",
                label="User name or e-mail address",
                value=name,
                autocomplete="username",
            ),
            Field(
                name="password",
                label="Password",
                kind="password",
                autocomplete="current-password",
            ),
        ),
        cancel=Link(label="Read without an account", url="/"),
        aside=(
            Aside(
                title="No account, or no password?",
                paragraphs=(
                    "Accounts are given by invitation. Whoever gives accounts in your office "
                    "can send a new link when a password or a telephone is lost.",
                ),
            ),
        ),
    )


def code(look: Look, *, errors: Sequence[FormError], again: bool = False) -> FormPage:
    """The second step of signing in, or of something that asks for it `again`."""
    return FormPage(
        title="Confirm that it is you" if again else "Second step",
        area="home",
        sentence="Type the code that your authenticator app shows now.",
        banner=banner(),
        as_at=look.as_at(),
        errors=tuple(errors),
        action=f"{HOME}confirm-code/" if again else f"{HOME}code/",
        button="Go on",
        fields=(CODE,),
        cancel=Link(label="Leave it", url="/"),
    )


def password_again(look: Look, *, next_url: str, errors: Sequence[FormError]) -> FormPage:
    """Before something that protects the account: the password once more."""
    return FormPage(
        title="Confirm that it is you",
        area="home",
        sentence="Type your password again before you go on.",
        banner=banner(),
        as_at=look.as_at(),
        errors=tuple(errors),
        action=f"{HOME}confirm/",
        button="Go on",
        hidden=(Hidden(name="next", value=next_url),) if next_url else (),
        fields=(
            Field(
                name="password",
                label="Password",
                kind="password",
                autocomplete="current-password",
            ),
        ),
        cancel=Link(label="Leave it", url=HOME),
    )


def second_factor(
    look: Look, *, picture: str, secret: str, errors: Sequence[FormError]
) -> FactorPage:
    """Set up codes: scan or type the secret, then type the first code."""
    return FactorPage(
        title="Set up your second factor",
        area="home",
        sentence="Your account acts for its office once this is done.",
        banner=banner(),
        as_at=look.as_at(),
        errors=tuple(errors),
        action=f"{HOME}second-factor/",
        button="Turn it on",
        picture=picture,
        secret=" ".join(secret[i : i + 4] for i in range(0, len(secret), 4)),
        fields=(
            Field(
                name="code",
                label="The six digits that the app shows now",
                autocomplete="one-time-code",
            ),
        ),
        cancel=Link(label="Later", url=HOME),
    )


def recovery_codes(look: Look, *, codes: Sequence[str], shown: bool) -> CodesPage:
    """The codes to keep on paper; shown right after they were made."""
    return CodesPage(
        title="Recovery codes",
        area="home",
        sentence="Each code signs you in once, when you have lost your telephone."
        if shown
        else "Your codes are shown only right after you have confirmed that it is you.",
        banner=banner(),
        as_at=look.as_at(),
        codes=tuple(codes) if shown else (),
        sections=(
            Section(
                title="Keep them apart from your telephone",
                paragraphs=("Print this page, or write them down. Nobody can read them to you.",),
                links=(
                    Link(label="Make new codes", url=f"{HOME}recovery-codes/new/"),
                    Link(label="Your account", url=HOME),
                ),
            ),
        ),
    )


def new_codes(look: Look, *, left: int) -> FormPage:
    """Make ten new codes; the old ones end."""
    return FormPage(
        title="Make new recovery codes",
        area="home",
        sentence=f"You have {left} unused codes. New ones end them.",
        banner=banner(),
        as_at=look.as_at(),
        action=f"{HOME}recovery-codes/new/",
        button="Make new codes",
        cancel=Link(label="Keep the old ones", url=HOME),
    )


def new_password(look: Look, *, errors: Sequence[FormError]) -> FormPage:
    """Change one's own password."""
    return FormPage(
        title="Change your password",
        area="home",
        sentence="Your other sessions end.",
        banner=banner(),
        as_at=look.as_at(),
        errors=tuple(errors),
        action=f"{HOME}password/",
        button="Change it",
        fields=(
            Field(
                name="oldpassword",
                label="Your password now",
                kind="password",
                autocomplete="current-password",
            ),
            *_twice(),
        ),
        cancel=Link(label="Keep it", url=HOME),
    )


def sign_out(look: Look) -> FormPage:
    """One click, so that no link signs anybody out."""
    return FormPage(
        title="Sign out",
        area="home",
        sentence=who(look.actor),
        banner=banner(),
        as_at=look.as_at(),
        action=f"{HOME}sign-out/",
        button="Sign out",
        cancel=Link(label="Stay", url=HOME),
    )


def invited(look: Look, *, token: str, error: str = "") -> FormPage:
    """The page of an invitation: what is offered, and a password to choose."""
    offer = inviting.read(token=token, at=look.at)
    return FormPage(
        title="Choose your password",
        area="home",
        sentence=f"You are invited to act as {offer.office.replace('-', ' ')} of "
        f"{body_words(offer.body)}.",
        banner=banner(),
        as_at=look.as_at(),
        errors=(FormError(words=error, target="password1"),) if error else (),
        action=f"{inviting.PATH}{token}/",
        button="Open my account",
        answers=(
            Item(label="Your user name", words=offer.name),
            Item(label="Your roles", words=roles_in_words(offer.roles)),
        ),
        fields=_twice(),
    )


def own(look: Look, account: Account, *, typed: bool) -> SectionsPage:
    """One's own account: as whom one acts, and what one can do."""
    acts = account.acts(look.today)
    todo = [Link(label="Change your password", url=f"{HOME}password/")]
    if account.second_factor:
        todo.append(Link(label="Your recovery codes", url=f"{HOME}recovery-codes/"))
    else:
        todo.insert(0, Link(label="Set up your second factor first", url=f"{HOME}second-factor/"))
    if typed:
        todo.insert(0, Link(label="Go on with what you had typed", url=f"{HOME}go-on/"))
    todo.append(Link(label="Sign out", url=f"{HOME}sign-out/"))
    return SectionsPage(
        title="Your account",
        area="home",
        sentence=who(look.actor) if acts else _not_acting(account, look),
        banner=banner(),
        as_at=look.as_at(),
        sections=(
            Section(
                title="What you are",
                items=(
                    f"User name: {account.name}",
                    f"Roles: {roles_in_words(account.roles)}",
                    f"Office: {account.holding}"
                    + (f", until {in_words(account.ends)}" if account.ends else ""),
                ),
            ),
            Section(title="What you can do here", links=tuple(todo)),
            *_desk(look),
        ),
    )


def kept_form(look: Look, *, path: str, fields: Sequence[tuple[str, str]]) -> FormPage:
    """A form that was sent after its session had ended, to be sent again."""
    shown = [(n, v) for n, v in fields if v.strip() and n not in _CARRIED]
    return FormPage(
        title="Go on with what you had typed",
        area="home",
        sentence="Your session had ended. Nothing was written, and nothing you typed is lost.",
        banner=banner(),
        as_at=look.as_at(),
        action=path,
        button="Send it now",
        hidden=tuple(Hidden(name=name, value=value) for name, value in fields),
        answers=tuple(
            Item(label=name.replace("-", " ").replace("_", " ").capitalize(), words=value)
            for name, value in shown
        ),
        cancel=Link(label="Open the empty form", url=path),
    )


def nothing_kept(look: Look) -> SectionsPage:
    """There is no form to go on with."""
    return SectionsPage(
        title="Nothing waits to be sent",
        area="home",
        sentence="No form of yours was sent after its session had ended.",
        banner=banner(),
        as_at=look.as_at(),
        sections=(Section(title="Where to go on", links=(Link(label="Home", url="/"),)),),
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
    "This field is required.": "Fill this in.",
    "Incorrect code.": "That code is not right, or not right any more. Type the one shown now.",
}


def _mended(words: str) -> str:
    return _WORDS.get(words, words)


def _twice() -> tuple[Field, ...]:
    return (
        Field(
            name="password1",
            label="New password",
            hint=PASSWORD_HINT,
            kind="password",
            autocomplete="new-password",
        ),
        Field(
            name="password2",
            label="The same again",
            kind="password",
            autocomplete="new-password",
        ),
    )


def _not_acting(account: Account, look: Look) -> str:
    if account.ends is not None and account.ends <= look.today.isoformat():
        return f"Your office ended on {in_words(account.ends)}: you read as a reader does."
    return "Set up your second factor: until then you read as a reader does."


def _desk(look: Look) -> tuple[Section, ...]:
    rights = (
        ("see_roles", "Accounts and roles", f"{HOME}people/"),
        ("reclassify", "Marked values and their reviews", f"{HOME}markings/"),
        ("see_read_log", "Who read restricted values", f"{HOME}reading/"),
        ("make_link", "Links for members of a panel", f"{HOME}links/"),
        ("hold", "Legal holds", f"{HOME}holds/"),
        ("see_roles", "Documents about privacy", f"{HOME}privacy/"),
        ("name_controller", "Who answers for the data", f"{HOME}controller/"),
    )
    links = tuple(
        Link(label=label, url=url) for right, label, url in rights if access.may(look.actor, right)
    )
    return (Section(title="What your office looks after", links=links),) if links else ()


def account_of(number: int) -> Account:
    """The account of whoever signed in."""
    return accounts.numbered(number)
