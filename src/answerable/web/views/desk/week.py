"""My week: what the acting office has to do; by e-mail, and as a calendar."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from answerable.operations.notices import chase_file, digests, week_calendar
from answerable.operations.notices.mailing import NotAnAddress
from answerable.operations.pages.desk import week as pages
from answerable.operations.pages.desk import week_mail as mail
from answerable.operations.pages.forms import read_only
from answerable.vocabulary.refusal import Refusal
from answerable.web.refusals import status_of
from answerable.web.request import actor, clock, look, may_write, page

FORM, SECTIONS = "forms/form.html", "sections.html"
CALENDAR = "text/calendar; charset=utf-8"
either = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def week(request: HttpRequest) -> HttpResponse:
    """Overdue, due soon, waiting for others."""
    return page(request, "week/week.html", pages.week(look(request)))


@either
def by_mail(request: HttpRequest) -> HttpResponse:
    """Ask for the week by e-mail, or for the address of its calendar."""
    seen = look(request)
    if not may_write(request):
        shown = read_only(seen, title=mail.TITLE)
        return page(request, SECTIONS, shown, status=403 if request.method == "POST" else 200)
    if request.method != "POST":
        return page(request, FORM, mail.form(seen))
    try:
        if request.POST.get("want") == "calendar":
            token = digests.calendar_token(by=actor(request), at=clock(request))
            return page(request, FORM, mail.form(seen, calendar=f"/week/calendar/{token}.ics"))
        email = request.POST.get("email", "")
        digests.subscribe(by=actor(request), at=clock(request), email=email)
    except Refusal as refusal:
        return page(
            request, FORM, mail.form(seen, error=refusal.sentence), status=status_of(refusal)
        )
    return page(request, FORM, mail.form(seen, asked=email))


@require_safe
def chase(request: HttpRequest) -> HttpResponse:
    """The chase draft about one item or to one owner, as a mail to be opened and sent."""
    asked, seen = request.GET, look(request)
    if owner := asked.get("owner", ""):
        name, data = chase_file.owner_file(seen, owner=owner, body=asked.get("body", ""))
    else:
        name, data = chase_file.chase_file(seen, asked.get("item", ""))
    answer = HttpResponse(data, content_type=chase_file.MEDIA_TYPE)
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


@require_safe
def calendar_address(request: HttpRequest) -> HttpResponse:
    """Ask for the secret address of the calendar."""
    return page(request, FORM, mail.calendar_form(look(request)))


@require_safe
def calendar(request: HttpRequest, token: str) -> HttpResponse:
    """The calendar of the office behind a secret address."""
    office = digests.behind(token, kind=digests.CALENDAR, at=clock(request))
    if office is None:
        raise NotAnAddress("This calendar is there no more. Ask for a new address.")
    seen = replace(look(request), actor=office, valid=None, known=None, said=None)
    answer = HttpResponse(week_calendar.week_calendar(seen), content_type=CALENDAR)
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


@either
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """The owner of the address says yes; a link alone does not, for programs open links."""
    seen = look(request)
    if request.method != "POST":
        return page(
            request,
            FORM,
            mail.answer(seen, token, kind="confirm", known=digests.known(token=token)),
        )
    found = digests.confirm(token=token, at=clock(request))
    return page(request, SECTIONS, mail.done(seen, kind="confirm", found=found))


@csrf_exempt  # a mail program stops it in one click (RFC 8058); the token says whose it is
@either
def stop(request: HttpRequest, token: str) -> HttpResponse:
    """No mail any more."""
    seen = look(request)
    if request.method != "POST":
        return page(
            request, FORM, mail.answer(seen, token, kind="stop", known=digests.known(token=token))
        )
    digests.stop(token=token)
    return page(request, SECTIONS, mail.done(seen, kind="stop", found=True))
