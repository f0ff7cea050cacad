"""A source's text, with the words behind each fact marked."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from answerable.operations.pages import kept_back
from answerable.operations.pages.documents import document as pages
from answerable.web.forms import sequence
from answerable.web.refusals import NOT_YOURS
from answerable.web.request import look, offers_roles, page


@require_safe
def document(request: HttpRequest, sha: str) -> HttpResponse:
    """The document; `?entry=N` marks the words behind that entry, `?place=N-M` a place."""
    if kept_back.is_kept_back(look(request), sha):
        return _kept_back(request, sha)
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
    if kept_back.is_kept_back(look(request), sha):
        return _kept_back(request, sha)
    return HttpResponse(
        pages.plain_text(look(request), sha), content_type="text/plain; charset=utf-8"
    )


def _kept_back(request: HttpRequest, sha: str) -> HttpResponse:
    """Its words are for the offices concerned: a page that says what is public of it."""
    office = f"/roles/?next={request.path}" if offers_roles(request) else ""
    shown = kept_back.page(look(request), sha, office=office)
    return page(request, "sections.html", shown, status=NOT_YOURS)
