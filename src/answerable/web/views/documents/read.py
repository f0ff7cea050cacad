"""Read an article against the record. Nothing pasted is kept, cached or written to a log."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from answerable.operations.documents import reader
from answerable.operations.pages.documents import read as pages
from answerable.web.forms import sha256
from answerable.web.request import look, page


@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_post_parameters("text")
@never_cache
def read(request: HttpRequest) -> HttpResponse:
    """The form; or, posted, each statement with what our record holds on it."""
    if request.method == "POST":
        shown = pages.read(look(request), request.POST.get("text", ""))
        status = 422 if shown.error else 200
    else:
        shown = pages.form(look(request), example=sha256(request.GET.get("example")))
        reader.expect()
        status = 200
    return page(request, "read/read.html", shown, status=status)
