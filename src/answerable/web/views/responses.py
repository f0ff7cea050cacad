"""The reply to a report: its clock, its steps and the draft of the letter."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from answerable.operations.pages import response as pages
from answerable.web.request import look, page


@require_safe
def clock(request: HttpRequest, report: str) -> HttpResponse:
    """Days left, one explanation for each recommendation, the letter."""
    return page(request, "responses/clock.html", pages.clock(look(request), report))
