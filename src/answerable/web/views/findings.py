"""A finding: was it put right?"""

from django.http import HttpRequest, HttpResponse

from answerable.operations.pages import case as cases
from answerable.operations.pages import finding as pages
from answerable.operations.pages import recommendations as asked
from answerable.web.request import look, page


def finding(request: HttpRequest, reference: str) -> HttpResponse:
    """One finding or action."""
    return page(request, "findings/finding.html", pages.finding(look(request), reference))


def recommendations(request: HttpRequest, reference: str) -> HttpResponse:
    """What the latest report asked for."""
    key = cases.key_of(reference)
    shown = asked.recommendations(look(request), key.institution, key.theme)
    return page(request, "findings/recommendations.html", shown)
