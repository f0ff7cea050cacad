"""What was corrected and reported; the forms to report a mistake and to reply."""

from collections.abc import Callable
from secrets import token_hex
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from answerable.operations.findings import redress
from answerable.operations.pages.findings import redress as forms
from answerable.operations.pages.forms import FormPage
from answerable.operations.pages.record import corrections as pages
from answerable.vocabulary.refusal import Refusal
from answerable.web.forms import sequence
from answerable.web.refusals import status_of
from answerable.web.request import CAME_FROM, actor, clock, look, may_write, page

FORM, SECTIONS = "forms/form.html", "sections.html"
either = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def corrections(request: HttpRequest) -> HttpResponse:
    """The list; `?reported=N` thanks a reader, `?written=N` names what an officer just wrote."""
    written = sequence(request.GET.get("written"))
    shown = pages.corrections(
        look(request),
        number=max(1, sequence(request.GET.get("page")) or 1),
        reported=sequence(request.GET.get("reported")),
        written=written,
        back=request.session.get(CAME_FROM, "") if written is not None else "",
    )
    return page(request, SECTIONS, shown)


@either
def report(request: HttpRequest) -> HttpResponse:
    """Report a mistake in the line of `?entry=N`; elsewhere, to whom to write."""
    return _redress(
        request,
        form=forms.report_form,
        write=redress.report_mistake,
        reply=False,
        then=lambda first, _entry: redirect(f"/corrections/?reported={first}#mistakes"),
    )


@either
def reply(request: HttpRequest) -> HttpResponse:
    """Reply to the line of `?entry=N`, as the body that it is about."""
    written = sequence(request.GET.get("written"))
    if request.method != "POST" and written is not None:
        shown = forms.replied(look(request), _entry(request), written=written)
        return page(request, SECTIONS, shown)
    return _redress(
        request,
        form=forms.reply_form,
        write=redress.reply,
        reply=True,
        then=lambda first, entry: redirect(f"/corrections/reply/?entry={entry}&written={first}"),
    )


def _redress(
    request: HttpRequest,
    *,
    form: Callable[..., FormPage],
    write: Callable[..., Any],
    reply: bool,
    then: Callable[[int, int], HttpResponse],
) -> HttpResponse:
    seen, entry = look(request), _entry(request)
    if not may_write(request):
        status = 403 if request.method == "POST" else 200
        return page(request, SECTIONS, forms.elsewhere(seen, entry, reply=reply), status=status)
    key = request.POST.get("key") or token_hex(16)
    if request.method != "POST":
        return page(request, FORM, form(seen, entry, key=key))
    posted = request.POST.dict()
    try:
        receipt = write(
            by=actor(request),
            at=clock(request),
            key=key,
            seen=sequence(posted.get("seen")),
            entry=entry,
            text=posted.get("text", ""),
        )
    except Refusal as refusal:
        shown = form(seen, entry, key=key, posted=posted, error=refusal.sentence)
        return page(request, FORM, shown, status=status_of(refusal))
    return then(receipt.first, entry)


def _entry(request: HttpRequest) -> int:
    """The entry that the page is about; without one, no entry has that number."""
    found = sequence(request.POST.get("entry") or request.GET.get("entry"))
    if found is None:
        raise redress.NoSuchLine("Say which entry: the links on a line name it.")
    return found
