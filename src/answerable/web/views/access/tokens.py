"""One's own tokens for programs: listed, made after the password again, ended."""

from allauth.account.decorators import reauthentication_required
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from answerable.operations import tokens as operations
from answerable.operations.pages.rights import tokens as pages
from answerable.operations.pages.rights.account_forms import day
from answerable.vocabulary.refusal import Refusal
from answerable.vocabulary.times import first_day
from answerable.web.refusals import status_of
from answerable.web.request import clock, look, page

FORM, SECTIONS = "forms/form.html", "sections.html"
either = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
@never_cache
@login_required
def tokens(request: HttpRequest) -> HttpResponse:
    """One's own tokens: for what, until when, when last used."""
    return page(request, SECTIONS, pages.listed(look(request), _own(request)))


@never_cache
@either
@login_required
@reauthentication_required  # type: ignore[untyped-decorator]  # allauth ships no types
def new(request: HttpRequest) -> HttpResponse:
    """Make a token; it is shown once. A stolen session alone makes none."""
    seen, posted = look(request), request.POST.dict()
    if request.method != "POST":
        return page(request, FORM, pages.form(seen))
    try:
        until = day(posted, "until")
        made = operations.make(
            account=_own(request),
            at=clock(request),
            label=posted.get("label", ""),
            scopes=posted.get("scopes", "").replace(",", " ").split(),
            until=first_day(until) if until else None,
        )
    except Refusal as refusal:
        form = pages.form(seen, posted=posted, error=refusal.sentence)
        return page(request, FORM, form, status=status_of(refusal))
    return page(request, SECTIONS, pages.made(seen, made))


@never_cache
@either
@login_required
def end(request: HttpRequest, number: int) -> HttpResponse:
    """End one of one's own tokens."""
    if request.method != "POST":
        return page(request, FORM, pages.end(look(request), _own(request), number))
    operations.revoke(account=_own(request), at=clock(request), number=number)
    return redirect(pages.LIST)


def _own(request: HttpRequest) -> int:
    return int(request.user.pk or 0)
