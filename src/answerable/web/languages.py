"""In which language a page is told: chosen by the reader, kept in a cookie.

While no translation is installed nothing is read and nothing varies. Only pages that are read are
told in another language: what is written, what programs fetch and what a mirror keeps are always
in English, so an entry never hangs on the language of whoever made it.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import translation
from django.utils.cache import patch_vary_headers

from answerable.operations import languages
from answerable.web.request import LOOK

COOKIE = "language"
SECONDS = 365 * 24 * 3600
_FOR_PROGRAMS = ("/api/", "/tile/")


def offered(request: HttpRequest) -> bool:
    """May this page be told in another language?"""
    return (
        request.method in ("GET", "HEAD")
        and request.path.endswith("/")
        and not request.path.startswith(_FOR_PROGRAMS)
        and LOOK not in request.META
        and bool(languages.installed())
    )


def _by_django(code: str) -> AbstractContextManager[object]:
    """Its own words, such as those of a form, where it has the language."""
    return translation.override(code) if translation.check_for_language(code) else nullcontext()


class Languages:
    """Middleware, before the kept pages: their tags name the language."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not offered(request):
            return self.get_response(request)
        code = request.COOKIES.get(COOKIE, "")
        if code in languages.installed():
            with languages.spoken(code), _by_django(code):
                made = self.get_response(request)
        else:
            made = self.get_response(request)
        patch_vary_headers(made, ("Cookie",))
        return made
