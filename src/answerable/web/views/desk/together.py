"""Several rows of the register at once: chosen there, looked at, then all of them or none."""

from secrets import token_hex

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from answerable.operations.pages.desk import together as pages
from answerable.operations.pages.forms import read_only
from answerable.operations.pages.parts import FormError
from answerable.operations.plans import together
from answerable.vocabulary.refusal import Conflict, Refusal
from answerable.web.changing import CONFLICT, FORM, SECTIONS
from answerable.web.forms import sequence
from answerable.web.refusals import status_of
from answerable.web.request import actor, clock, look, may_write, page


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, body: str) -> HttpResponse:
    """The rows that are ticked, what they are given, what would come of it; then written."""
    seen = look(request)
    if not may_write(request):
        shown = read_only(seen, title=pages.TITLE, institution=body)
        return page(request, SECTIONS, shown, status=403 if request.method == "POST" else 200)
    given = request.POST if request.method == "POST" else request.GET
    posted = given.dict()
    step, key = request.POST.get("step", ""), posted.get("key") or token_hex(16)
    among = pages.chosen(seen, body, posted, given.getlist(pages.ITEM))
    if step not in ("check", "save"):
        return page(request, FORM, pages.form(seen, body, among, key=key, posted=posted))
    read, told = pages.asked(posted, today=seen.today)
    errors, status = read.errors, 422
    try:
        if told is not None and step == "check":
            found = pages.outcomes(seen, body, among, told)
            return page(request, FORM, pages.check(seen, body, found, told, posted, key=key))
        if told is not None:
            receipt = together.change_together(
                by=actor(request),
                at=clock(request),
                key=key,
                seen=sequence(posted.get("seen")),
                institution=body,
                among=among,
                asked=told,
            )
            return redirect(pages.register_address(body, posted, recorded=str(receipt.first)))
    except Conflict as conflict:
        kept = pages.conflicting(seen, body, conflict, among, posted)
        return page(request, CONFLICT, kept, status=409)
    except Refusal as refusal:
        errors, status = (FormError(words=refusal.sentence),), status_of(refusal)
    again = pages.form(seen, body, among, key=key, posted=posted, errors=errors)
    return page(request, FORM, again, status=status)
