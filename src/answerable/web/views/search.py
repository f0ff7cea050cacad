"""Search, as a plain form that can be linked to; its news by e-mail."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from answerable.operations.notices import digests, search_alerts
from answerable.operations.output.mirror import Fixed
from answerable.operations.pages import search as pages
from answerable.operations.pages import search_index
from answerable.operations.pages import search_mail as mail
from answerable.operations.pages.saved_search import saved
from answerable.vocabulary.refusal import Refusal
from answerable.web.api import limits
from answerable.web.forms import sequence
from answerable.web.refusals import status_of
from answerable.web.request import clock, look, may_write, page

FORM, SECTIONS = "forms/form.html", "sections.html"
TOO_OFTEN = "Too many mails were asked for from here. Try again in a minute."
either = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Exact words first; `kind`, `body` and `page` narrow and go on."""
    seen = look(request)
    if isinstance(seen, Fixed) and not request.GET:
        return page(request, "search/index.html", search_index.index_page(seen))
    shown = pages.search(
        seen,
        request.GET.get("q", ""),
        kind=request.GET.get("kind", ""),
        body=request.GET.get("body", ""),
        number=sequence(request.GET.get("page")) or 1,
    )
    return page(request, "search/results.html", shown)


@either
def by_mail(request: HttpRequest) -> HttpResponse:
    """Ask for news of the search of `?q=…&kind=…&body=…`; anybody may."""
    seen, posted = look(request), request.method == "POST"
    given = request.POST if posted else request.GET
    wanted = saved(given.dict())
    if not mail.sends(own=may_write(request)):
        return page(request, SECTIONS, mail.no_mail(seen, wanted), status=403 if posted else 200)
    if not posted:
        return page(request, FORM, mail.form(seen, wanted))
    email, at = given.get("email", ""), clock(request)
    if limits.asked("address", limits.address(request), "mail", at=at) is not None:
        return page(request, FORM, mail.form(seen, wanted, error=TOO_OFTEN), status=429)
    try:
        search_alerts.follow(search=wanted, email=email, at=at)
    except Refusal as refusal:
        shown = mail.form(seen, wanted, error=refusal.sentence)
        return page(request, FORM, shown, status=status_of(refusal))
    return page(request, FORM, mail.form(seen, wanted, asked=email))


@either
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """The owner of the address says yes; a link alone does not, for programs open links."""
    seen, found = look(request), search_alerts.asked(token)
    if request.method != "POST":
        return page(request, FORM, mail.answer(seen, token, found, kind="confirm"))
    if found is not None:
        digests.confirm(token=token, at=clock(request))
    return page(request, SECTIONS, mail.done(seen, kind="confirm", search=found))


@csrf_exempt  # a mail program stops it in one click (RFC 8058); the token says whose it is
@either
def stop(request: HttpRequest, token: str) -> HttpResponse:
    """No mail any more."""
    seen, found = look(request), search_alerts.asked(token)
    if request.method != "POST":
        return page(request, FORM, mail.answer(seen, token, found, kind="stop"))
    if found is not None:
        digests.stop(token=token)
    return page(request, SECTIONS, mail.done(seen, kind="stop", search=found))
