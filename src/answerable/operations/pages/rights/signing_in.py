"""Signing in, the second factor and passwords: words and boxes; the door checks what is typed.

Names of boxes are those that the library behind the door reads.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from answerable.operations.pages.forms import Field, FormPage, Hidden
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
from answerable.operations.pages.rights.account import HOME, roles_in_words
from answerable.operations.rights import inviting
from answerable.vocabulary.language import marked, say

PASSWORD_HINT = marked("At least 12 characters; three words that nobody would guess are good.")


CODE = Field(
    name="code",
    label=marked("Code"),
    hint=marked("Six digits from your authenticator app, or one of your recovery codes."),
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


def sign_in(
    look: Look, *, name: str, next_url: str, errors: Sequence[FormError], kept: bool = False
) -> FormPage:
    """User name or address, and password. `kept`: a form that was sent too late waits."""
    return FormPage(
        title=say("Sign in"),
        area="home",
        sentence=say(
            "Your session had ended. What you typed is kept and not written yet: sign in, and go "
            "on with it."
        )
        if kept
        else say("For offices with an account. Everything public can be read without one."),
        banner=banner(),
        as_at=look.as_at(),
        errors=tuple(errors),
        action="/account/sign-in/",
        button=say("Sign in"),
        hidden=(Hidden(name="next", value=next_url),) if next_url else (),
        fields=(
            Field(
                name="login",
                label=say("User name or e-mail address"),
                value=name,
                autocomplete="username",
            ),
            Field(
                name="password",
                label=say("Password"),
                kind="password",
                autocomplete="current-password",
            ),
        ),
        cancel=Link(label=say("Read without an account"), url="/"),
        aside=(
            Aside(
                title=say("No account, or no password?"),
                paragraphs=(
                    say(
                        "Accounts are given by invitation. Whoever gives accounts in "
                        "your office can send a new link when a password or a telephone "
                        "is lost."
                    ),
                ),
            ),
        ),
    )


def code(look: Look, *, errors: Sequence[FormError], again: bool = False) -> FormPage:
    """The second step of signing in, or of something that asks for it `again`."""
    return FormPage(
        title=say("Confirm that it is you") if again else say("Second step"),
        area="home",
        sentence=say("Type the code that your authenticator app shows now."),
        banner=banner(),
        as_at=look.as_at(),
        errors=tuple(errors),
        action=f"{HOME}confirm-code/" if again else f"{HOME}code/",
        button=say("Go on"),
        fields=(CODE,),
        cancel=Link(label=say("Leave it"), url="/"),
    )


def password_again(look: Look, *, next_url: str, errors: Sequence[FormError]) -> FormPage:
    """Before something that protects the account: the password once more."""
    return FormPage(
        title=say("Confirm that it is you"),
        area="home",
        sentence=say("Type your password again before you go on."),
        banner=banner(),
        as_at=look.as_at(),
        errors=tuple(errors),
        action=f"{HOME}confirm/",
        button=say("Go on"),
        hidden=(Hidden(name="next", value=next_url),) if next_url else (),
        fields=(
            Field(
                name="password",
                label=say("Password"),
                kind="password",
                autocomplete="current-password",
            ),
        ),
        cancel=Link(label=say("Leave it"), url=HOME),
    )


def second_factor(
    look: Look, *, picture: str, secret: str, errors: Sequence[FormError]
) -> FactorPage:
    """Set up codes: scan or type the secret, then type the first code."""
    return FactorPage(
        title=say("Set up your second factor"),
        area="home",
        sentence=say("Your account acts for its office once this is done."),
        banner=banner(),
        as_at=look.as_at(),
        errors=tuple(errors),
        action=f"{HOME}second-factor/",
        button=say("Turn it on"),
        picture=picture,
        secret=" ".join(secret[i : i + 4] for i in range(0, len(secret), 4)),
        fields=(
            Field(
                name="code",
                label=say("The six digits that the app shows now"),
                autocomplete="one-time-code",
            ),
        ),
        cancel=Link(label=say("Later"), url=HOME),
    )


def recovery_codes(look: Look, *, codes: Sequence[str], shown: bool) -> CodesPage:
    """The codes to keep on paper; shown right after they were made."""
    return CodesPage(
        title=say("Recovery codes"),
        area="home",
        sentence=say("Each code signs you in once, when you have lost your telephone.")
        if shown
        else say("Your codes are shown only right after you have confirmed that it is you."),
        banner=banner(),
        as_at=look.as_at(),
        codes=tuple(codes) if shown else (),
        sections=(
            Section(
                title=say("Keep them apart from your telephone"),
                paragraphs=(
                    say("Print this page, or write them down. Nobody can read them to you."),
                ),
                links=(
                    Link(label=say("Make new codes"), url=f"{HOME}recovery-codes/new/"),
                    Link(label=say("Your account"), url=HOME),
                ),
            ),
        ),
    )


def new_codes(look: Look, *, left: int) -> FormPage:
    """Make ten new codes; the old ones end."""
    return FormPage(
        title=say("Make new recovery codes"),
        area="home",
        sentence=say("You have {left} unused codes. New ones end them.", left=left),
        banner=banner(),
        as_at=look.as_at(),
        action=f"{HOME}recovery-codes/new/",
        button=say("Make new codes"),
        cancel=Link(label=say("Keep the old ones"), url=HOME),
    )


def new_password(look: Look, *, errors: Sequence[FormError]) -> FormPage:
    """Change one's own password."""
    return FormPage(
        title=say("Change your password"),
        area="home",
        sentence=say("Your other sessions end."),
        banner=banner(),
        as_at=look.as_at(),
        errors=tuple(errors),
        action=f"{HOME}password/",
        button=say("Change it"),
        fields=(
            Field(
                name="oldpassword",
                label=say("Your password now"),
                kind="password",
                autocomplete="current-password",
            ),
            *_twice(),
        ),
        cancel=Link(label=say("Keep it"), url=HOME),
    )


def invited(look: Look, *, token: str, error: str = "") -> FormPage:
    """The page of an invitation: what is offered, and a password to choose."""
    offer = inviting.read(token=token, at=look.at)
    return FormPage(
        title=say("Choose your password"),
        area="home",
        sentence=say(
            "You are invited to act as {office} of {body}.",
            office=offer.office.replace("-", " "),
            body=body_words(offer.body),
        ),
        banner=banner(),
        as_at=look.as_at(),
        errors=(FormError(words=error, target="password1"),) if error else (),
        action=f"{inviting.PATH}{token}/",
        button=say("Open my account"),
        answers=(
            Item(label=say("Your user name"), words=offer.name),
            Item(label=say("Your roles"), words=roles_in_words(offer.roles)),
        ),
        fields=_twice(),
    )


def _twice() -> tuple[Field, ...]:
    return (
        Field(
            name="password1",
            label=say("New password"),
            hint=PASSWORD_HINT,
            kind="password",
            autocomplete="new-password",
        ),
        Field(
            name="password2",
            label=say("The same again"),
            kind="password",
            autocomplete="new-password",
        ),
    )
