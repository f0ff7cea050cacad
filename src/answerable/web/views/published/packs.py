"""Packs: a case, a body or the next session as a file."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from answerable.operations.output import packs as making
from answerable.operations.pages import packs as pages
from answerable.web.published import file
from answerable.web.request import look, page

TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@require_safe
def packs(request: HttpRequest) -> HttpResponse:
    """What packs there are."""
    return page(request, "sections.html", pages.packs(look(request)))


@require_safe
def pack(request: HttpRequest, kind: str, reference: str, form: str) -> HttpResponse:
    """A pack of a kind about a reference: PDF, Word or Excel."""
    return file(
        request,
        TYPES.get(form, "application/octet-stream"),
        lambda seen: making.build(seen, kind=kind, reference=reference, form=form).data,
        what=("pack", kind, reference, form, request.build_absolute_uri("/")),
        name=lambda seen: making.file_name(seen, kind, reference, form),
    )
