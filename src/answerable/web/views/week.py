"""My week: what the acting office has to do."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from answerable.operations.pages import week as pages
from answerable.web.request import look, page


@require_safe
def week(request: HttpRequest) -> HttpResponse:
    """Overdue, due soon, waiting for others."""
    return page(request, "week/week.html", pages.week(look(request)))
