"""Who asks the interface: a program with a token, or anybody; never a browser's session.

A cookie opens nothing here, so no page of another site can send a command in a person's name.
"""

from collections.abc import Collection

from django.http import HttpRequest, HttpResponse

from answerable.operations import people, tokens
from answerable.operations.tokens import Bearer
from answerable.vocabulary.refusal import Refusal
from answerable.web.api import limits
from answerable.web.api.limits import TooOften
from answerable.web.api.problems import problem
from answerable.web.request import ACTOR, clock

REALM = 'Bearer realm="Answerable"'
SCHEME = "bearer"
MOST_NAMED = 5
HOW = (
    "Make a token on the page of your account, under “Tokens for programs”, and send it as "
    "“Authorization: Bearer TOKEN”."
)


class Stopped(Exception):
    """The question goes no further; `answer` says why."""

    def __init__(self, answer: HttpResponse) -> None:
        super().__init__(answer.status_code)
        self.answer = answer


def enter(request: HttpRequest, *, what: str) -> Bearer | None:
    """The token of a request, or None for anybody; from here on it is asked as that.

    `what` is read or write. Raises Stopped for a token that opens nothing, and for one who asks
    too often.
    """
    try:
        found = _bearer(request)
    except Refusal as refusal:
        _count("address", limits.address(request), what, request)
        raise Stopped(
            problem(
                401,
                refusal.sentence,
                code=refusal.code,
                headers={"WWW-Authenticate": f'{REALM}, error="invalid_token"'},
            )
        ) from None
    if found is None:
        _count("address", limits.address(request), what, request)
    else:
        _count("token", str(found.number), what, request)
    request.META[ACTOR] = found.actor if found else people.reader()
    return found


def must_bring(found: Bearer | None, *, why: str = "This changes the record") -> Bearer:
    """The token, or a 401 that says why, and how to get one."""
    if found is None:
        raise Stopped(
            problem(
                401,
                f"{why}, so it needs a token. {HOW}",
                code="no_token",
                headers={"WWW-Authenticate": REALM},
            )
        )
    return found


def within(found: Bearer, scope: str) -> None:
    """Stop what a token was not made for."""
    try:
        found.require(scope)
    except tokens.OutOfScope as refusal:
        raise Stopped(
            problem(
                403,
                refusal.sentence,
                code=refusal.code,
                headers={
                    "WWW-Authenticate": f'{REALM}, error="insufficient_scope", scope="{scope}"'
                },
            )
        ) from None


def known_only(request: HttpRequest, names: Collection[str]) -> None:
    """Stop a question with a parameter that is none of it: a slip would narrow nothing unseen."""
    other = [name for name in request.GET if name not in names]
    if other:
        named = ", ".join(f"“{name[:40]}”" for name in other[:MOST_NAMED])
        there = f"There are: {', '.join(names)}." if names else "It takes none."
        raise Stopped(
            problem(
                422, f"This address has no parameter {named}. {there}", code="unknown_parameter"
            )
        )


def _bearer(request: HttpRequest) -> Bearer | None:
    given = request.headers.get("Authorization")
    if given is None:
        return None
    scheme, _, secret = given.strip().partition(" ")
    if scheme.lower() != SCHEME or not secret.strip():
        raise tokens.NotAToken(f"This is no token of ours. {HOW}")
    return tokens.bearer(secret=secret.strip(), at=clock(request))


def _count(who: str, name: str, what: str, request: HttpRequest) -> None:
    over: TooOften | None = limits.asked(who, name, what, at=clock(request))
    if over is not None:
        raise Stopped(
            problem(
                429,
                f"That was more than {over.most} times in a minute. Ask again in "
                f"{over.seconds} seconds.",
                code="too_often",
                headers={"Retry-After": str(over.seconds)},
            )
        )
