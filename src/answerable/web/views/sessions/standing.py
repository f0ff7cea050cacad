"""Which standing items the agendas of a body's series have."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from answerable.operations.pages.forms import read_only
from answerable.operations.pages.parts import FormError
from answerable.operations.pages.sessions import plan_sessions
from answerable.operations.pages.sessions import standing as pages
from answerable.operations.sessions import standing_items
from answerable.vocabulary.refusal import Refusal
from answerable.web.forms import sequence
from answerable.web.refusals import status_of
from answerable.web.request import actor, clock, look, may_write, page


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def standing(request: HttpRequest, body: str) -> HttpResponse:
    """Tick the standing items of each series; add lines of one's own."""
    seen = look(request)
    if not may_write(request):
        status = 403 if request.method == "POST" else 200
        return page(
            request, "sections.html", read_only(seen, title="Standing items"), status=status
        )
    errors: tuple[FormError, ...] = ()
    status = 200
    if request.method == "POST":
        institution, oversight = plan_sessions.whose_sessions(body, on=seen.on)
        ticked, own = pages.typed(dict(request.POST.lists()))
        try:
            standing_items.choose_standing(
                by=actor(request),
                at=clock(request),
                institution=institution,
                body=oversight,
                ticked=ticked,
                own=own,
                revision=sequence(request.POST.get("revision")) or 0,
            )
            return redirect(f"/sessions/{oversight}/?done=standing")
        except Refusal as refusal:
            errors = (FormError(words=refusal.sentence),)
            status = status_of(refusal)
    return page(
        request, "forms/form.html", pages.standing(seen, body, errors=errors), status=status
    )
