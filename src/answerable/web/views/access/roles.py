"""Accounts and roles: the table, invitations, review, change, leaving."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from answerable.operations import access
from answerable.operations.pages.rights import account_forms as forms
from answerable.operations.pages.rights import accounts as pages
from answerable.operations.pages.rights import who_invites
from answerable.operations.rights import accounts, inviting
from answerable.vocabulary.refusal import Refusal
from answerable.vocabulary.times import first_day
from answerable.web.refusals import status_of
from answerable.web.request import actor, clock, look, page

FORM, SECTIONS = "forms/form.html", "sections.html"
either = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
@never_cache
def people(request: HttpRequest) -> HttpResponse:
    """Who holds which role in which office, and the next review."""
    return page(request, SECTIONS, pages.table(look(request)))


@require_safe
@never_cache
def person(request: HttpRequest, name: str) -> HttpResponse:
    """One account, and what can be done about it."""
    return page(request, SECTIONS, pages.one(look(request), name))


@never_cache
@either
def change(request: HttpRequest, name: str, what: str) -> HttpResponse:
    """Review, change, renew or close an account."""
    seen = look(request)
    if request.method != "POST":
        return page(request, FORM, forms.form(seen, name, what))
    posted = request.POST.dict()
    try:
        return _changed(request, name, what)
    except Refusal as refusal:
        form = forms.form(seen, name, what, posted=posted, error=refusal.sentence)
        return page(request, FORM, form, status=status_of(refusal))


def _changed(request: HttpRequest, name: str, what: str) -> HttpResponse:
    by, at, posted = actor(request), clock(request), request.POST.dict()
    if what == "renew-password":
        made = inviting.renew(by=by, at=at, name=name)
        return page(request, SECTIONS, forms.linked(look(request), made))
    if what == "close-account":
        left = accounts.leave(by=by, at=at, name=name)
        return page(request, SECTIONS, pages.one(look(request), name, left=left))
    if what == "review-roles":
        on = forms.day(posted, "next")
        accounts.review(by=by, at=at, name=name, next_on=first_day(on) if on else None)
    else:
        account = accounts.open_account(name)
        accounts.change(
            by=by,
            at=at,
            name=name,
            office=_full(forms.office_of(posted), account.body),
            roles=forms.roles(posted),
            holding=posted.get("holding", ""),
            ends=forms.day(posted, "ends"),
        )
    return redirect(f"{pages.TABLE}{name}/")


@never_cache
@either
def invite(request: HttpRequest) -> HttpResponse:
    """Offer an account; the link is shown once."""
    seen, posted = look(request), request.POST.dict()
    if request.method != "POST":
        if not seen.actor.is_public and not access.may(seen.actor, "invite"):
            return page(request, SECTIONS, who_invites.page(seen), status=403)
        return page(request, FORM, forms.invite(seen))
    try:
        made = inviting.invite(
            by=actor(request),
            at=clock(request),
            name=posted.get("name", ""),
            email=posted.get("email", ""),
            office=forms.office_of(posted),
            roles=forms.roles(posted),
            holding=posted.get("holding", "substantive"),
            ends=forms.day(posted, "ends"),
        )
    except Refusal as refusal:
        form = forms.invite(seen, posted=posted, error=refusal.sentence)
        return page(request, FORM, form, status=status_of(refusal))
    return page(request, SECTIONS, forms.linked(seen, made))


@never_cache
@either
def call_back(request: HttpRequest, number: int) -> HttpResponse:
    """Call an invitation back."""
    if request.method != "POST":
        return page(request, FORM, forms.call_back(look(request), number))
    inviting.revoke(by=actor(request), at=clock(request), number=number)
    return redirect(pages.TABLE)


def _full(office: str, body: str) -> str:
    """The office of an account's own body may be typed without the body."""
    return office if "/" in office or not office else f"{body}/{office}"
