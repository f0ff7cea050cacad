"""A finding: was it put right?"""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from answerable.operations.pages.findings import finding as pages
from answerable.operations.pages.findings import recommendations as asked
from answerable.operations.pages.institutions import case as cases
from answerable.web.forms import sequence
from answerable.web.request import look, page


@require_safe
def finding(request: HttpRequest, reference: str) -> HttpResponse:
    """One finding or action."""
    recorded = sequence(request.GET.get("recorded"))
    shown = pages.finding(look(request), reference, recorded=recorded)
    return page(request, "findings/finding.html", shown)


@require_safe
def recommendations(request: HttpRequest, reference: str) -> HttpResponse:
    """What the latest report asked for."""
    key = cases.key_of(reference)
    shown = asked.recommendations(look(request), key.institution, key.theme)
    return page(request, "findings/recommendations.html", shown)
