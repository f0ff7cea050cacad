"""Handover: by office, on a page and as a file; internal."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from answerable.operations.output import handover as making
from answerable.operations.pages.accountability import handover as pages
from answerable.web.request import look, page
from answerable.web.views.published.packs import TYPES


@require_safe
def handovers(request: HttpRequest, body: str) -> HttpResponse:
    """The offices for which a handover is made."""
    return page(request, "sections.html", pages.handovers(look(request), body))


@require_safe
def handover(request: HttpRequest, body: str, office: str) -> HttpResponse:
    """What is open, due, moved, not proven and agreed, for a newcomer."""
    return page(request, "sections.html", pages.handover(look(request), body, office))


@require_safe
def pack(request: HttpRequest, body: str, office: str, form: str) -> HttpResponse:
    """The same as a file; never kept by a browser or a proxy, because it is internal."""
    made = making.build(
        look(request), body=body, office="" if office == "successor" else office, form=form
    )
    answer = HttpResponse(made.data, content_type=TYPES.get(form, "application/octet-stream"))
    answer["Content-Disposition"] = f'attachment; filename="{made.name}"'
    answer["Cache-Control"] = "no-store"
    return answer
