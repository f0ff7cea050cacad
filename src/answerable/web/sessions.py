"""Sessions of accounts end; what somebody was typing meanwhile comes back after they sign in.

A session ends after two hours without a request and twelve hours after signing in. A form that is
sent later is kept on the server, for the same account and the same browser only, and offered
again once they have signed in. So is one that is sent after they signed out in another tab, or
after the cookie of the session went: a cookie of its own, signed, says whose browser it was. Where
an office is chosen in one click, a form that was refused for want of it is kept in the same way,
and offered again once one is chosen. What is kept is thrown away after twelve hours.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth import logout
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from answerable.operations.rights import accounts
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
            response = _settle(request, response)
        _mark(request, response)
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
    at = _moment(held.get("at"))
    if at is None or clock(request) - at > MOST or str(held["login"]) != str(request.user.pk):
        forget(request)
        return None
    return held["path"], [(name, value) for name, value in held["fields"]]


def forget(request: HttpRequest) -> None:
    """Throw away what was kept."""
    request.session.pop(TYPED, None)


def _ended(request: HttpRequest) -> HttpResponse | None:
    login, sent = request.user.pk, request.method == "POST"
    form = sent and _of_a_page(request)
    logout(request)
    if not sent:
        return None
    if not form:
        return HttpResponse("The session ended: sign in again.", status=401)
    if not request.path.startswith("/account/"):
        _keep(request, login)
        return redirect(SIGN_IN)
    return redirect(f"/account/sign-in/?next={request.path}")


def waits(request: HttpRequest) -> bool:
    """Does a form wait for an office to be chosen in this browser?"""
    held = request.session.get(TYPED)
    return held is not None and held["login"] is None and kept(request) is not None


def _settle(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Keep a page's form that was refused for want of an office or of a session, and then lead to
    the page of signing in; forget one that went through.
    """
    path = request.path
    html = response.headers.get("Content-Type", "").startswith("text/html")
    checked = getattr(request, "csrf_processing_done", False) and _of_a_page(request)
    if response.status_code == NOT_YOURS and html and checked:
        if not path.startswith(_OWN_FORMS) and offers_roles(request):
            _keep(request, None)
        elif not path.startswith(_OWN_FORMS) and (login := _who(request)) is not None:
            _keep(request, login)
            return redirect(SIGN_IN)
    elif response.status_code < NOT_YOURS and _sent(request):
        forget(request)
    return response


def _of_a_page(request: HttpRequest) -> bool:
    """Did a person send a form, and no script in the background, which cannot be led elsewhere?

    A browser asks for `text/html` where the answer is shown as a page; a script of ours does not.
    """
    wanted = request.headers.get("Accept", "")
    return request.content_type in FORMS and (not wanted or "text/html" in wanted)


def _sent(request: HttpRequest) -> bool:
    """Is this the form that was kept, sent again by whoever typed it?"""
    held = request.session.get(TYPED)
    if held is None or held["path"] != request.get_full_path():
        return False
    return bool(held["login"] == request.user.pk)


def _keep(request: HttpRequest, login: int | None) -> None:
    request.session[TYPED] = {
        "login": login,
        "path": request.get_full_path(),
        "fields": _fields(request),
        "at": clock(request).isoformat(),
    }


def _mark(request: HttpRequest, response: HttpResponse) -> None:
    """Tell the browser whose it is, by a signed cookie that opens nothing and goes with it."""
    if settings.SESSION_COOKIE_NAME not in request.COOKIES or not request.user.is_authenticated:
        return
    if _marked(request) != request.user.pk:
        response.set_signed_cookie(
            settings.WHO_COOKIE_NAME,
            str(request.user.pk),
            salt=TYPED,
            secure=settings.SESSION_COOKIE_SECURE,
            httponly=True,
            samesite="Lax",
        )


def _marked(request: HttpRequest) -> int | None:
    try:
        said = request.get_signed_cookie(settings.WHO_COOKIE_NAME, salt=TYPED, max_age=MOST)
    except (KeyError, signing.BadSignature):
        return None
    return int(said) if said else None


def _who(request: HttpRequest) -> int | None:
    """Who was signed in here before, where nobody is now and an account is needed."""
    if request.user.is_authenticated or not accounts.exist():
        return None
    return _marked(request)


def _fields(request: HttpRequest) -> list[tuple[str, str]]:
    every = request.POST.lists()
    return [(k, str(v)) for k, values in every for v in values if k != _NOT_KEPT]


def _moment(text: Any) -> datetime | None:
    return datetime.fromisoformat(text) if isinstance(text, str) else None
