"""What a log calls superseded: listed, then set aside at once, all or none."""

from secrets import token_hex

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from answerable.operations.pages import changing
from answerable.operations.pages.desk import set_aside as pages
from answerable.operations.pages.forms import read_only
from answerable.operations.pages.parts import FormError
from answerable.operations.plans import set_aside as doing
from answerable.vocabulary.refusal import Conflict, Refusal
from answerable.web.changing import CONFLICT, FORM, SECTIONS
from answerable.web.forms import sequence
from answerable.web.refusals import status_of
from answerable.web.request import actor, clock, look, may_write, page


@require_http_methods(["GET", "HEAD", "POST"])
def set_aside(request: HttpRequest, body: str) -> HttpResponse:
    """The rows that their log calls superseded, ticked; then set aside with one reason."""
    seen = look(request)
    if not (may_write(request) and pages.may(seen, body)):
        shown = read_only(seen, title=pages.TITLE, institution=body)
        return page(request, SECTIONS, shown, status=403 if request.method == "POST" else 200)
    posted = request.POST.dict()
    key, among = posted.get("key") or token_hex(16), request.POST.getlist(pages.ITEM)
    if request.method != "POST":
        return page(request, FORM, pages.form(seen, body, key=key))
    read = changing.read(pages.FORM, posted, today=seen.today)
    errors, status = read.errors, 422
    try:
        if not errors:
            receipt = doing.set_aside(
                by=actor(request),
                at=clock(request),
                key=key,
                seen=sequence(posted.get("seen")),
                institution=body,
                among=among,
                **read.values,  # type: ignore[arg-type]  # the boxes are its arguments
            )
            return redirect(f"/plans/?body={body}&recorded={receipt.first}")
    except Conflict as conflict:
        kept = pages.conflicting(seen, body, conflict, among, posted)
        return page(request, CONFLICT, kept, status=409)
    except Refusal as refusal:
        errors, status = (FormError(words=refusal.sentence),), status_of(refusal)
    again = pages.form(seen, body, key=key, posted=posted, ticked=among, errors=errors)
    return page(request, FORM, again, status=status)
