"""Mark values, see which reviews are due, and who read restricted values."""

from secrets import token_hex

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from answerable.operations.pages.rights import marking_forms
from answerable.operations.pages.rights import markings as pages
from answerable.operations.pages.rights.account_forms import day
from answerable.operations.rights import markings
from answerable.vocabulary.refusal import Refusal
from answerable.web.forms import sequence
from answerable.web.refusals import status_of
from answerable.web.request import actor, clock, look, page

FORM, SECTIONS = "forms/form.html", "sections.html"


@require_safe
@never_cache
def listed(request: HttpRequest) -> HttpResponse:
    """What is marked, and which reviews are due."""
    written = sequence(request.GET.get("written"))
    return page(request, SECTIONS, pages.listed(look(request), written=written))


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def mark(request: HttpRequest, entry: int) -> HttpResponse:
    """Mark values of an entry, with ground and day of review."""
    seen, posted = look(request), request.POST.dict()
    key = posted.get("key") or token_hex(16)
    if request.method != "POST":
        asked = {name: request.GET.get(name, "") for name in ("field", "kind")}
        return page(request, FORM, pages.form(seen, entry, key=key, posted=asked))
    try:
        receipt = markings.mark(
            by=actor(request),
            at=clock(request),
            key=key,
            seen=sequence(posted.get("seen")),
            entry=entry,
            fields=pages.fields(seen, entry, posted),
            kind=posted.get("kind", ""),
            ground=marking_forms.ground(posted),
            review=day(posted, "review"),
            on=seen.today,
            lowered=posted.get("lower") == "yes",
        )
    except Refusal as refusal:
        form = pages.form(seen, entry, key=key, posted=posted, error=refusal.sentence)
        return page(request, FORM, form, status=status_of(refusal))
    return redirect(f"{pages.LIST}?written={receipt.first}")


@require_safe
@never_cache
def reading(request: HttpRequest) -> HttpResponse:
    """Who read which restricted value, the latest first."""
    number = max(1, sequence(request.GET.get("page")) or 1)
    return page(request, SECTIONS, pages.reading_log(look(request), number=number))
