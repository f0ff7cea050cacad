"""Tokens: a person lets a program act for their own account, for named things, until a day.

A token never does more than its account, and ends with it: whether the account still acts is
asked at every use. The secret is shown once; its SHA-256 is kept.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from secrets import token_urlsafe

from answerable.operations.commands import COMMANDS, GROUPS
from answerable.operations.rights import accounts
from answerable.operations.rights.accounts import day_of
from answerable.store.people import tokens
from answerable.store.people.tokens import AccessToken
from answerable.store.reads import registers
from answerable.vocabulary.access import Actor
from answerable.vocabulary.refusal import Refusal
from answerable.vocabulary.times import in_words

PREFIX = "answerable_"
"""So that programs which look for lost secrets know one."""
READ, ALL = "read-own", "commands"
SCOPES = (READ, ALL, *GROUPS, *COMMANDS)
DAYS, MOST_DAYS, MOST_TOKENS, MOST_LABEL = 90, 366, 20, 100


class NotAToken(Refusal):
    """A token that cannot be made, found or used; the sentence says what to do."""

    code = "not_a_token"


class OutOfScope(Refusal):
    """A token that was not made for what was asked."""

    code = "out_of_scope"


@dataclass(frozen=True, slots=True)
class Made:
    """A new token, shown once."""

    label: str
    secret: str
    ends: str


@dataclass(frozen=True, slots=True)
class Bearer:
    """Whom a token acts as, and what it was made for."""

    number: int
    actor: Actor
    scopes: frozenset[str]

    def require(self, scope: str) -> None:
        """Refuse what the token was not made for; `scope` is `read-own` or an operation."""
        command = COMMANDS.get(scope)
        enough = {scope} if command is None else {scope, command.group, ALL}
        if not enough & self.scopes:
            raise OutOfScope(
                f"This token was not made for “{scope}”. It is for: "
                f"{', '.join(sorted(self.scopes))}. Make another one on the page of your account."
            )


def make(
    *, account: int, at: datetime, label: str, scopes: Sequence[str], until: date | None = None
) -> Made:
    """A token of an account, for whoever has signed in as it."""
    if accounts.acting(account, at=at) is None:
        raise NotAToken(
            "This account does not act now: set up its second factor, or ask whoever gives roles."
        )
    named = " ".join(label.split())
    if not named or len(named) > MOST_LABEL:
        raise NotAToken("Say what the token is for, in a few words: the name stands in the list.")
    today = day_of(at)
    ends = until or today + timedelta(days=DAYS)
    if not today < ends <= today + timedelta(days=MOST_DAYS):
        raise NotAToken("A token ends on a day from tomorrow to a year from now.")
    if len([one for one in tokens.of_login(account) if one.open(at)]) >= MOST_TOKENS:
        raise NotAToken(f"An account has {MOST_TOKENS} tokens at most: end one that is not used.")
    secret = f"{PREFIX}{token_urlsafe(32)}"
    tokens.keep(
        token=secret,
        login=account,
        label=named,
        scopes=_known(scopes),
        at=at,
        expires=datetime.combine(ends, time(), registers.ZONE),
    )
    return Made(named, secret, in_words(ends.isoformat()))


def own(*, account: int) -> tuple[AccessToken, ...]:
    """The tokens of an account, the latest first."""
    return tokens.of_login(account)


def one(*, account: int, number: int) -> AccessToken:
    """One token of an account."""
    found = next((token for token in own(account=account) if token.id == number), None)
    if found is None:
        raise NotAToken(f"This account has no token {number}.", code="no_such_token")
    return found


def revoke(*, account: int, at: datetime, number: int) -> None:
    """End a token: it opens nothing from now on."""
    if not tokens.revoke(number, login=account, at=at):
        raise NotAToken(f"This account has no token {number} that is open.", code="no_such_token")


def bearer(*, secret: str, at: datetime) -> Bearer:
    """Whom a secret acts as now. One sentence for all that is wrong: nothing is given away."""
    found = tokens.of(secret) if secret.startswith(PREFIX) else None
    actor = accounts.acting(found.login_id, at=at) if found and found.open(at) else None
    if found is None or actor is None:
        raise NotAToken(
            "This token opens nothing: it is not one of ours, is over, was ended, or its account "
            "acts no more. Make a new one on the page of your account."
        )
    tokens.used(found, at=at)
    return Bearer(found.id, actor, frozenset(found.scopes))


def _known(scopes: Sequence[str]) -> tuple[str, ...]:
    wanted = tuple(dict.fromkeys(scope.strip() for scope in scopes if scope.strip()))
    if not wanted:
        raise NotAToken(f"Say what the token is for: {READ}, {ALL}, {', '.join(GROUPS)}.")
    if wrong := [scope for scope in wanted if scope not in SCOPES]:
        raise NotAToken(
            f"“{wrong[0][:60]}” is nothing that a token can be for. Name {READ}, {ALL}, a group "
            f"({', '.join(GROUPS)}) or an operation of /api/v1/openapi.json."
        )
    return wanted
