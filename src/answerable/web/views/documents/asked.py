"""Asked before? An office links a finding to an earlier one, or says that it is another thing."""

from secrets import token_hex

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from answerable.operations.findings import asked as operation
from answerable.operations.pages.findings import asked as pages
from answerable.operations.pages.parts import FormError
from answerable.vocabulary.refusal import Refusal
from answerable.web.forms import sequence
from answerable.web.refusals import status_of
from answerable.web.request import actor, clock, look, may_write, page

SECTIONS, ASKED = "sections.html", "review/asked.html"


@require_http_methods(["GET", "HEAD", "POST"])
def asked(request: HttpRequest, reference: str) -> HttpResponse:
    """Earlier findings beside a new one; elsewhere read-only."""
    seen = look(request)
    if not (may_write(request) and pages.may_link(seen, reference)):
        status = 403 if request.method == "POST" else 200
        return page(request, SECTIONS, pages.closed(seen), status=status)
    if request.method != "POST":
        done = request.GET.get("done", "")
        shown = pages.asked_page(seen, reference, key=token_hex(16), done=done)
        return page(request, ASKED, shown)
    posted = request.POST.dict()
    key = posted.get("key") or token_hex(16)
    try:
        done = _decide(request, reference, posted, key=key)
    except Refusal as refusal:
        errors = (FormError(words=refusal.sentence),)
        again = pages.asked_page(seen, reference, key=key, errors=errors)
        return page(request, ASKED, again, status=status_of(refusal))
    return redirect(f"/asked/{reference}/?done={done}")


def _decide(request: HttpRequest, reference: str, posted: dict[str, str], *, key: str) -> str:
    by, at, seen = actor(request), clock(request), sequence(posted.get("seen"))
    other, reason = posted.get("other", ""), posted.get("reason", "")
    if posted.get("decision") == "dismiss":
        operation.dismiss(
            by=by, at=at, key=key, seen=seen, reference=reference, other=other, reason=reason
        )
        return "dismissed"
    receipt = operation.link(
        by=by, at=at, key=key, seen=seen, reference=reference, other=other, reason=reason
    )
    return str(receipt.first)
