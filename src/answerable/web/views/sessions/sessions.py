"""Sessions: what was asked, answered and agreed; and the agenda proposed for the next."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from answerable.operations.pages.sessions import agenda as agendas
from answerable.operations.pages.sessions import done, planned_session
from answerable.operations.pages.sessions import session as pages
from answerable.operations.pages.sessions.held_session import NoSuchSession
from answerable.web.forms import sequence
from answerable.web.request import look, page


@require_safe
def session(request: HttpRequest, body: str, day: str) -> HttpResponse:
    """One session of a body, planned or held."""
    seen, what = look(request), request.GET.get("done", "")
    what = what or ("question" if "recorded" in request.GET else "")
    try:
        planned = planned_session.planned(seen, body, day)
    except NoSuchSession:
        if address := planned_session.moved_address(seen, body, day):
            return redirect(address)
        raise
    if planned is not None:
        return page(request, "sections.html", done.told(seen, planned, what))
    held = pages.session(seen, body, day)
    return page(request, "sessions/session.html", done.told(seen, held, what))


@require_safe
def agenda(request: HttpRequest, body: str) -> HttpResponse:
    """What the record proposes for the next session."""
    return page(
        request,
        "sessions/agenda.html",
        agendas.agenda(look(request), body, number_=sequence(request.GET.get("page")) or 1),
    )
