"""The register of findings and actions: as a page and as a file."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from answerable.operations import log_export
from answerable.operations.pages import register as pages
from answerable.web.forms import sequence
from answerable.web.request import look, page

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
def register(request: HttpRequest) -> HttpResponse:
    """The register, filtered and sorted by the address."""
    shown = pages.register(
        look(request), request.GET.dict(), page=sequence(request.GET.get("page")) or 1
    )
    return page(request, "plans/register.html", shown)


@require_safe
def csv(request: HttpRequest) -> HttpResponse:
    """The same rows as a file; `?bom=1` begins with the mark that older Excel needs."""
    name, text = pages.data(look(request), request.GET.dict())
    mark = "\ufeff" if request.GET.get("bom") == "1" else ""
    answer = HttpResponse(mark + text, content_type="text/csv; charset=utf-8")
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


@require_safe
def log(request: HttpRequest, body: str) -> HttpResponse:
    """The action log given back as a workbook, for an office that may export."""
    seen = look(request)
    name, data = log_export.export_log(by=seen.actor, institution=body, on=seen.today)
    answer = HttpResponse(data, content_type=XLSX)
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
