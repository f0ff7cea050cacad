"""A source's text, with the words behind each fact marked."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from answerable.operations.pages.documents import document as pages
from answerable.web.forms import sequence
from answerable.web.request import look, page


@require_safe
def document(request: HttpRequest, sha: str) -> HttpResponse:
    """The document; `?entry=N` marks the words behind that entry, `?place=N-M` a place."""
    given = request.GET
    begin, _, end = given.get("place", "").partition("-")
    place = (sequence(begin), sequence(end))
    shown = pages.document(
        look(request),
        sha,
        entry=sequence(given.get("entry")),
        place=None if None in place else place,  # type: ignore[arg-type]  # neither is None
        part=sequence(given.get("part")),
    )
    return page(request, "documents/document.html", shown)


@require_safe
def text(request: HttpRequest, sha: str) -> HttpResponse:
    """The canonical text in which all places are counted."""
    return HttpResponse(
        pages.plain_text(look(request), sha), content_type="text/plain; charset=utf-8"
    )
