"""Owners of the register that may be one: offered in pairs, and a person says of each."""

from secrets import token_hex

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from answerable.operations.pages.desk import same_owner as pages
from answerable.operations.pages.forms import read_only
from answerable.operations.pages.parts import FormError
from answerable.operations.plans import same_owner as doing
from answerable.vocabulary.refusal import Refusal
from answerable.web.changing import FORM, SECTIONS
from answerable.web.refusals import status_of
from answerable.web.request import clock, look, may_write, page


@require_http_methods(["GET", "HEAD", "POST"])
def same_owner(request: HttpRequest, body: str) -> HttpResponse:
    """The pairs; posted, what was said is kept and the register follows it."""
    seen = look(request)
    if not (may_write(request) and pages.may(seen, body)):
        shown = read_only(seen, title=pages.TITLE, institution=body)
        return page(request, SECTIONS, shown, status=403 if request.method == "POST" else 200)
    posted = request.POST.dict()
    key = posted.get("key") or token_hex(16)
    if request.method != "POST":
        return page(request, FORM, pages.form(seen, body, key=key))
    try:
        receipt = doing.make_one(
            by=seen.actor,
            at=clock(request),
            key=key,
            institution=body,
            decided=pages.chosen(posted),
        )
    except Refusal as refusal:
        errors = (FormError(words=refusal.sentence),)
        again = pages.form(seen, body, key=key, errors=errors)
        return page(request, FORM, again, status=status_of(refusal))
    recorded = f"&recorded={receipt.first}" if receipt else ""
    return redirect(f"/plans/?body={body}{recorded}")
