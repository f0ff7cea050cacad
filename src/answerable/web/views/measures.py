"""A measure of a body: the page and its figures as a file."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from answerable.operations.pages import measure as pages
from answerable.web.request import look, page


@require_safe
def measure(request: HttpRequest, measure: str, body: str) -> HttpResponse:
    """Did it get better, how we know, what we do not."""
    return page(request, "measures/measure.html", pages.measure(look(request), measure, body))


@require_safe
def csv(request: HttpRequest, measure: str, body: str) -> HttpResponse:
    """The figures, one row a period."""
    text = pages.data(look(request), measure, body)
    answer = HttpResponse(text, content_type="text/csv; charset=utf-8")
    answer.headers["Content-Disposition"] = f'attachment; filename="{measure}-{body}.csv"'
    return answer
