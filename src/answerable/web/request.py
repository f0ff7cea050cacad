"""Request to Actor, clock and as-at dates: what every view reads from outside."""

from dataclasses import replace
from datetime import UTC, datetime

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from answerable.config import config
from answerable.operations import people
from answerable.operations.pages.look import Look, look_from, undated
from answerable.operations.pages.parts import Page
from answerable.operations.rights import accounts
from answerable.vocabulary.access import Actor

OFFICE = "office"
CAME_FROM = "answerable.came_from"
"""In the session of whoever puts a line right: the page on which it stood."""
LOOK = "answerable.look"
"""Set by a mirror in this process; a client can set no name that does not begin with HTTP_."""
ACTOR = "answerable.actor"
"""Set by the view of a link for a panel in this process; as above."""
MENU = "answerable.menu"
"""Set by the same view: the pages of the link, in place of the areas of the site."""
ACCOUNT = "answerable.account"
ROLES = "answerable.roles"
"""Both are found out once for a request."""
LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})


def clock(_request: HttpRequest) -> datetime:
    """The clock of the site: read here and handed on."""
    return datetime.now(UTC)  # noqa: TID251  # the door is where the clock is read


FORWARDED = (
    *("HTTP_X_FORWARDED_FOR", "HTTP_FORWARDED", "HTTP_X_REAL_IP", "HTTP_X_FORWARDED_HOST"),
    *("HTTP_X_FORWARDED_PROTO", "HTTP_X_FORWARDED_SERVER", "HTTP_VIA", "HTTP_CF_CONNECTING_IP"),
)


def on_loopback(request: HttpRequest) -> bool:
    """Does the request come from this machine, to this machine? Only then are roles offered.

    A proxy on this machine connects from it too, for readers anywhere: what was forwarded is
    never taken for a request from here, and nothing that asks for another site.
    """
    if any(name in request.META for name in FORWARDED):
        return False
    try:
        host = request.get_host().rsplit(":", 1)[0].strip("[]")
    except DisallowedHost:
        return False
    return request.META.get("REMOTE_ADDR") in LOOPBACK and host in LOOPBACK


def offers_roles(request: HttpRequest) -> bool:
    """May an office be chosen in one click? Only here, and only where nobody signs in."""
    if ROLES not in request.META:
        here = config().on_loopback and on_loopback(request)
        request.META[ROLES] = here and not accounts.exist()
    return bool(request.META[ROLES])


def account(request: HttpRequest) -> Actor | None:
    """The office of whoever signed in, with a second factor; None for everybody else."""
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return None
    if ACCOUNT not in request.META:
        user = request.user
        found = accounts.acting(user.pk, at=clock(request)) if user.is_authenticated else None
        request.META[ACCOUNT] = found
    known: Actor | None = request.META[ACCOUNT]
    return known


def may_write(request: HttpRequest) -> bool:
    """Are forms offered: to whoever signed in, and on this machine where offices are chosen?"""
    return account(request) is not None or offers_roles(request)


def actor(request: HttpRequest) -> Actor:
    """Who asks, on which day: whoever signed in; else an office chosen here; else a reader.

    An office of another home, which a browser may still remember, is nobody here.
    """
    return replace(_actor(request), on=clock(request).date())


def _actor(request: HttpRequest) -> Actor:
    if isinstance(given := request.META.get(ACTOR), Actor):
        return given
    if (signed_in := account(request)) is not None:
        return signed_in
    if not offers_roles(request):
        return people.reader()
    office = request.session.get(OFFICE)
    known = bool(office) and office in dict(people.offices())
    return people.acting_as(office) if known else people.reader()


def look(request: HttpRequest) -> Look:
    """The reader, the moment and the dates of a request."""
    fixed = request.META.get(LOOK)
    if isinstance(fixed, Look):
        return fixed if fixed.path != "/" else replace(fixed, path=request.path)
    return look_from(
        request.GET.dict(),
        at=clock(request),
        path=undated(request.path, request.GET.dict().items()),
        actor=actor(request),
        base=request.build_absolute_uri("/"),
    )


def page(request: HttpRequest, template: str, shown: Page, *, status: int = 200) -> HttpResponse:
    """A page from its view data."""
    return render(request, template, {"page": shown}, status=status)
