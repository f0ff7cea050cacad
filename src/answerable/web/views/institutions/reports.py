"""Reports of inspectorates: the list, and one report over all its bodies."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from answerable.operations.pages.institutions import report as one
from answerable.operations.pages.institutions import reports as every
from answerable.web.request import look, page


@require_safe
def reports(request: HttpRequest) -> HttpResponse:
    """Every report on record."""
    return page(request, "sections.html", every.reports(look(request)))


@require_safe
def report(request: HttpRequest, inspectorate: str, cycle: str, subject: str) -> HttpResponse:
    """One report."""
    found = one.report(look(request), inspectorate, cycle, subject)
    return page(request, "sections.html", found)
