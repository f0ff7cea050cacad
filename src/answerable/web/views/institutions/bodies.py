"""Home, bodies and cases."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from answerable.operations.pages.institutions import bodies as listed
from answerable.operations.pages.institutions import body as pages
from answerable.operations.pages.institutions import case as cases
from answerable.operations.pages.institutions import home as front
from answerable.vocabulary import language
from answerable.web.published import CSV, file
from answerable.web.request import look, page


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The case in front of a demonstration; else what there is to read."""
    seen = look(request)
    key = front.front(seen)
    if key is not None:
        return page(request, "findings/case.html", cases.case(seen, key))
    return page(request, "home.html", front.home(seen))


@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """Everything there is to read."""
    return page(request, "home.html", front.home(look(request)))


@require_safe
def bodies(request: HttpRequest) -> HttpResponse:
    """The list of bodies."""
    return page(request, "bodies/list.html", listed.bodies(look(request)))


@require_safe
def body(request: HttpRequest, body_id: str) -> HttpResponse:
    """One body."""
    return page(request, "bodies/body.html", pages.body(look(request), body_id))


@require_safe
def case(request: HttpRequest, reference: str) -> HttpResponse:
    """One case."""
    return page(request, "findings/case.html", cases.case(look(request), cases.key_of(reference)))


@require_safe
def case_days(request: HttpRequest, reference: str) -> HttpResponse:
    """The days of one case, from the inspection to proof, as a reader without an account."""
    key = cases.key_of(reference)
    return file(
        request,
        CSV,
        lambda seen: cases.days_csv(seen, key),
        what=("case-days", key.reference, language.code()),
        name=f"answerable-{key.reference.replace('/', '-')}-timeline-public.csv",
    )
