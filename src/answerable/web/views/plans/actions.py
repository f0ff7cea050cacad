"""Forms about actions: move a due date; and who one acts as on this machine."""

from secrets import token_hex

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods

from answerable.operations.pages.desk import move as pages
from answerable.operations.pages.desk import move_typed
from answerable.operations.pages.parts import FormError
from answerable.operations.pages.rights import roles as role_pages
from answerable.operations.sessions import scrutiny
from answerable.vocabulary import times
from answerable.vocabulary.refusal import Conflict, Refusal
from answerable.web import sessions
from answerable.web.forms import sequence
from answerable.web.refusals import status_of
from answerable.web.request import OFFICE, actor, clock, look, may_write, offers_roles, page

FORM, SECTIONS, CONFLICT = "forms/form.html", "sections.html", "errors/conflict.html"
ROLES, WEEK = "/roles/", "/week/"
either = require_http_methods(["GET", "HEAD", "POST"])


@either
def move(request: HttpRequest, reference: str) -> HttpResponse:
    """Move the due date of an action: type, check, write; elsewhere read-only."""
    seen = look(request)
    if not may_write(request):
        status = 403 if request.method == "POST" else 200
        return page(request, SECTIONS, pages.elsewhere(seen, reference), status=status)
    if request.method != "POST":
        entry = sequence(request.GET.get("entry"))
        if entry is not None:
            return page(request, SECTIONS, pages.done(seen, reference, entry=entry))
        return page(request, FORM, pages.form(seen, reference, key=token_hex(16)))
    return _moved(request, reference)


def _moved(request: HttpRequest, reference: str) -> HttpResponse:
    seen, posted = look(request), request.POST.dict()
    key = posted.get("key") or token_hex(16)
    typed = move_typed.read(posted, today=seen.today)
    errors, status = typed.errors, 422
    try:
        if not errors and posted.get("step") != "save":
            return page(request, FORM, pages.check(seen, reference, typed, key=key))
        if not errors and typed.to is not None:
            receipt = scrutiny.move_due_date(
                by=actor(request),
                at=clock(request),
                key=key,
                seen=sequence(posted.get("seen")),
                reference=reference,
                to=typed.to,
                on=times.day(typed.values["on"], what="day of the agreement"),
                reason=posted["reason"],
                authoriser=posted["authoriser"],
            )
            return redirect(f"/actions/{reference}/move/?entry={receipt.first}")
    except Conflict as conflict:
        shown = pages.conflicting(seen, reference, conflict, posted)
        return page(request, CONFLICT, shown, status=409)
    except Refusal as refusal:
        errors = (FormError(words=refusal.sentence),)
        status = status_of(refusal)
    form = pages.form(seen, reference, key=key, posted=posted, errors=errors)
    return page(request, FORM, form, status=status)


@either
def roles(request: HttpRequest) -> HttpResponse:
    """Choose one of the demonstration's offices, or none; only on this machine."""
    seen = look(request)
    if not offers_roles(request):
        status = 403 if request.method == "POST" else 200
        return page(request, SECTIONS, role_pages.roles_elsewhere(seen), status=status)
    back = _inside(request, request.POST.get("next") or request.GET.get("next"))
    if request.method != "POST":
        kept = sessions.waits(request)
        return page(request, FORM, role_pages.roles(seen, next_url=back, kept=kept))
    try:
        office = role_pages.chosen(request.POST.get("office", ""))
    except Refusal as refusal:
        shown = role_pages.roles(seen, next_url=back, error=refusal.sentence)
        return page(request, FORM, shown, status=status_of(refusal))
    if office:
        request.session[OFFICE] = office
        if sessions.waits(request):
            back = sessions.GO_ON
    else:
        request.session.pop(OFFICE, None)
        back = ROLES if back == WEEK else back  # a reader has no week
    return redirect(back)


def _inside(request: HttpRequest, url: str | None) -> str:
    """Where to go on: an address of this site, else the week of whoever one acts as."""
    safe = url and url_has_allowed_host_and_scheme(url, allowed_hosts={request.get_host()})
    return url if url and safe else WEEK
