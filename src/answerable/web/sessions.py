"""Sessions of accounts end; what somebody was typing meanwhile comes back after they sign in.

A session ends after two hours without a request and twelve hours after signing in. A form that is
sent later is kept on the server, for the same account and the same browser only, and offered
again once they have signed in.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from answerable.web.request import clock

IDLE = timedelta(hours=2)
MOST = timedelta(hours=12)
TICK = timedelta(minutes=1)
BEGAN, SEEN, TYPED = "answerable.began", "answerable.seen", "answerable.typed"
GO_ON = "/account/go-on/"
SIGN_IN = f"/account/sign-in/?next={GO_ON}"
FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")
_NOT_KEPT = "csrfmiddlewaretoken"


class Expiry:
    """Middleware: end an old session; keep what was sent with it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self._get_response(request)

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
    fields = (
        [(k, v) for k, values in request.POST.lists() for v in values if k != _NOT_KEPT]
        if form
        else []
    )
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


def _moment(text: Any) -> datetime | None:
    return datetime.fromisoformat(text) if isinstance(text, str) else None
