"""Sessions of accounts end; what somebody was typing meanwhile comes back after they sign in.

A session ends after two hours without a request and twelve hours after signing in. A form that is
sent later is kept on the server, for the same account and the same browser only, and offered
again once they have signed in. Where an office is chosen in one click, a form that was refused for
want of it is kept in the same way, and offered again once one is chosen.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from answerable.web.request import clock, offers_roles

IDLE = timedelta(hours=2)
MOST = timedelta(hours=12)
TICK = timedelta(minutes=1)
BEGAN, SEEN, TYPED = "answerable.began", "answerable.seen", "answerable.typed"
GO_ON = "/account/go-on/"
SIGN_IN = f"/account/sign-in/?next={GO_ON}"
FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")
_NOT_KEPT = "csrfmiddlewaretoken"
_OWN_FORMS = ("/account/", "/roles/")
NOT_YOURS = 403


class Expiry:
    """Middleware: end an old session; keep what was sent with it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self._get_response(request)
        if request.method == "POST":
            _settle(request, response)
        return response

    def process_view(self, request: HttpRequest, *_: Any) -> HttpResponse | None:
        """After the form's mark was checked: end the session here, before any view runs."""
        if settings.SESSION_COOKIE_NAME not in request.COOKIES:
            return None
        if not request.user.is_authenticated:
            return None
        now, session = clock(request), request.session
        began = _moment(session.get(BEGAN)) or now
        seen = _moment(session.get(SEEN)) or now
        if now - seen <= IDLE and now - began <= MOST:
            if SEEN not in session or now - seen > TICK:
                session[BEGAN], session[SEEN] = began.isoformat(), now.isoformat()
            return None
        return _ended(request)


def kept(request: HttpRequest) -> tuple[str, list[tuple[str, str]]] | None:
    """Address and fields of a form that was sent too late, if this account sent it."""
    held = request.session.get(TYPED)
    if held is None:
        return None
    if str(held["login"]) != str(request.user.pk):
        forget(request)
        return None
    return held["path"], [(name, value) for name, value in held["fields"]]


def forget(request: HttpRequest) -> None:
    """Throw away what was kept."""
    request.session.pop(TYPED, None)


def _ended(request: HttpRequest) -> HttpResponse | None:
    login, sent = request.user.pk, request.method == "POST"
    form = sent and request.content_type in FORMS
    fields = _fields(request) if form else []
    logout(request)
    if not sent:
        return None
    if not form:
        return HttpResponse("The session ended: sign in again.", status=401)
    if not request.path.startswith("/account/"):
        path = request.get_full_path()
        request.session[TYPED] = {"login": login, "path": path, "fields": fields}
        return redirect(SIGN_IN)
    return redirect(f"/account/sign-in/?next={request.path}")


def waits(request: HttpRequest) -> bool:
    """Does a form wait for an office to be chosen in this browser?"""
    held = request.session.get(TYPED)
    return held is not None and held["login"] is None and kept(request) is not None


def _settle(request: HttpRequest, response: HttpResponse) -> None:
    """Keep a page's form that was refused for want of an office; forget one that went through."""
    path, held = request.get_full_path(), request.session.get(TYPED)
    html = response.headers.get("Content-Type", "").startswith("text/html")
    checked = getattr(request, "csrf_processing_done", False) and request.content_type in FORMS
    if response.status_code == NOT_YOURS and html and checked and offers_roles(request):
        if not path.startswith(_OWN_FORMS):
            request.session[TYPED] = {"login": None, "path": path, "fields": _fields(request)}
    elif held and waits(request) and held["path"] == path and response.status_code < NOT_YOURS:
        forget(request)


def _fields(request: HttpRequest) -> list[tuple[str, str]]:
    every = request.POST.lists()
    return [(k, str(v)) for k, values in every for v in values if k != _NOT_KEPT]


def _moment(text: Any) -> datetime | None:
    return datetime.fromisoformat(text) if isinstance(text, str) else None
