"""Who answers for the data, retention, legal holds, and the documents about privacy."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from answerable.operations.output import privacy_documents
from answerable.operations.pages.rights import privacy as pages
from answerable.operations.rights import privacy
from answerable.vocabulary.refusal import Refusal
from answerable.web.refusals import status_of
from answerable.web.request import actor, clock, look, page
from answerable.web.views.published.packs import TYPES

FORM, SECTIONS = "forms/form.html", "sections.html"


@require_safe
def retention(request: HttpRequest) -> HttpResponse:
    """What is kept, how long, why."""
    return page(request, SECTIONS, pages.retention(look(request)))


@require_safe
@never_cache
def holds(request: HttpRequest) -> HttpResponse:
    """Legal holds that are open."""
    return page(request, SECTIONS, pages.held(look(request)))


@require_safe
@never_cache
def documents(request: HttpRequest) -> HttpResponse:
    """The two documents, to be downloaded."""
    return page(request, SECTIONS, pages.documents(look(request)))


@require_safe
@never_cache
def document(request: HttpRequest, kind: str) -> HttpResponse:
    """The record of processing or the draft of an impact assessment, as a Word file."""
    answer = HttpResponse(privacy_documents.docx(look(request), kind), content_type=TYPES["docx"])
    answer.headers["Content-Disposition"] = f'attachment; filename="internal-{kind}.docx"'
    return answer


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def controller(request: HttpRequest) -> HttpResponse:
    """Name who answers for the data."""
    seen, posted = look(request), request.POST.dict()
    if request.method != "POST":
        return page(request, FORM, pages.form(seen))
    try:
        privacy.name_controller(
            by=actor(request),
            at=clock(request),
            name=posted.get("name", ""),
            address=posted.get("address", ""),
            officer=posted.get("officer", ""),
            registration=posted.get("registration", ""),
        )
    except Refusal as refusal:
        form = pages.form(seen, posted=posted, error=refusal.sentence)
        return page(request, FORM, form, status=status_of(refusal))
    return redirect("/about/privacy/")
