"""Sessions: what was asked, answered and agreed; and the agenda proposed for the next."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from answerable.operations.pages.sessions import agenda as agendas
from answerable.operations.pages.sessions import planned_session
from answerable.operations.pages.sessions import session as pages
from answerable.web.forms import sequence
from answerable.web.request import look, page


@require_safe
def session(request: HttpRequest, body: str, day: str) -> HttpResponse:
    """One session of a body, planned or held."""
    planned = planned_session.planned(look(request), body, day)
    if planned is not None:
        return page(request, "sections.html", planned)
    return page(request, "sessions/session.html", pages.session(look(request), body, day))


@require_safe
def agenda(request: HttpRequest, body: str) -> HttpResponse:
    """What the record proposes for the next session."""
    return page(
        request,
        "sessions/agenda.html",
        agendas.agenda(look(request), body, number_=sequence(request.GET.get("page")) or 1),
    )
