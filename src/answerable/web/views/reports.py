"""Reports of inspectorates: the list, and one report over all its bodies."""

from django.http import HttpRequest, HttpResponse

from answerable.operations.pages.institutions import report as pages
from answerable.web.request import look, page


def reports(request: HttpRequest) -> HttpResponse:
    """Every report on record."""
    return page(request, "sections.html", pages.reports(look(request)))


def report(request: HttpRequest, inspectorate: str, cycle: str, subject: str) -> HttpResponse:
    """One report."""
    return page(
        request, "sections.html", pages.report(look(request), inspectorate, cycle, subject)
    )
