"""An address at which there is nothing, and a request that is not understood."""

from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseNotFound,
    HttpResponsePermanentRedirect,
)
from django.template.loader import get_template
from django.urls import is_valid_path
from django.utils.http import escape_leading_slashes
from django.views.defaults import bad_request, page_not_found

from answerable.web import formats
from answerable.web.api.problems import problem

FOR_PROGRAMS = "/api/"


def unknown(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Lead on where only the last stroke is missing; for a file in a form that there is not, name
    the forms that there are; a page that helps for all else, and the same in JSON for programs."""
    path = request.path_info
    if forms := formats.others(path):
        helpful = get_template("404.html").render({"others": forms}, request)
        return HttpResponseNotFound(helpful)
    if request.method in ("GET", "HEAD") and not path.endswith("/") and is_valid_path(f"{path}/"):
        whole = request.get_full_path(force_append_slash=True)
        return HttpResponsePermanentRedirect(escape_leading_slashes(whole))
    if f"{path}/".startswith(FOR_PROGRAMS):
        return problem(
            404, "There is nothing here. /api/v1/ lists what there is.", code="no_such_address"
        )
    return page_not_found(request, exception)


def misunderstood(request: HttpRequest, exception: Exception) -> HttpResponse:
    """It is too large, or asks for another site: a page that helps, JSON for programs."""
    if request.path_info.startswith(FOR_PROGRAMS):
        return problem(
            400,
            "The request was not understood: it is too large, or it asks for another site.",
            code="not_understood",
        )
    return bad_request(request, exception)
