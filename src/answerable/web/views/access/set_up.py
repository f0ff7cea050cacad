"""Set up your own record: only on this machine, and only in an empty home."""

from secrets import token_hex

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from answerable.operations import installation
from answerable.operations.pages.rights import set_up as pages
from answerable.vocabulary.refusal import Refusal
from answerable.web.refusals import status_of
from answerable.web.request import clock, look, on_loopback, page

FORM, SECTIONS = "forms/form.html", "sections.html"


@require_http_methods(["GET", "HEAD", "POST"])
def set_up(request: HttpRequest) -> HttpResponse:
    """The form; posted, the offices that were made."""
    seen = look(request)
    if not on_loopback(request):
        status = 403 if request.method == "POST" else 200
        return page(request, SECTIONS, pages.elsewhere(seen), status=status)
    if (found := pages.page(seen)) is not None:
        return page(request, SECTIONS, found, status=422 if request.method == "POST" else 200)
    key = request.POST.get("key") or token_hex(16)
    if request.method != "POST":
        return page(request, FORM, pages.form(seen, key=key))
    posted = request.POST.dict()
    try:
        wanted = pages.chosen(posted, on=seen.on)
        made = installation.init(
            at=clock(request),
            key=key,
            regime=wanted.regime,
            institution=wanted.institution,
            oversight=wanted.oversight,
            named=wanted.named,
            holders=pages.holders(posted),
        )
    except Refusal as refusal:
        form = pages.form(seen, key=key, posted=posted, error=refusal.sentence)
        return page(request, FORM, form, status=status_of(refusal))
    return page(request, SECTIONS, pages.done(look(request), made))
