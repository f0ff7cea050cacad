"""The switch of languages: a reader's choice is kept, and the page shown again."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from answerable.operations import languages
from answerable.vocabulary.language import ENGLISH
from answerable.web.languages import COOKIE, SECONDS


@require_safe
@never_cache
def choose(request: HttpRequest, code: str) -> HttpResponse:
    """Keep the language and go back; English is the cookie's end."""
    if code != ENGLISH and code not in languages.installed():
        raise Http404
    back = request.GET.get("back", "/")
    if not url_has_allowed_host_and_scheme(back, allowed_hosts=None):
        back = "/"
    answer = redirect(back)
    if code == ENGLISH:
        answer.delete_cookie(COOKIE, samesite="Lax")
    else:
        answer.set_cookie(
            COOKIE,
            code,
            max_age=SECONDS,
            samesite="Lax",
            secure=request.is_secure(),
            httponly=True,
        )
    return answer
