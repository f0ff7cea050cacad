"""Correct a line, withdraw it, and answer the reports of mistakes that readers made."""

from collections.abc import Callable, Mapping
from secrets import token_hex
from typing import Any
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from answerable.operations.findings import redress
from answerable.operations.pages.forms import FormPage, read_only
from answerable.operations.pages.record import answer_report
from answerable.operations.pages.record import putting_right as forms
from answerable.operations.pages.record import received as pages
from answerable.operations.record import ledger
from answerable.vocabulary.language import say
from answerable.vocabulary.refusal import Conflict, Refusal
from answerable.web.forms import sequence
from answerable.web.refusals import status_of
from answerable.web.request import CAME_FROM, actor, clock, look, may_write, page

FORM, SECTIONS, CONFLICT = "forms/form.html", "sections.html", "errors/conflict.html"
either = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
@never_cache
def received(request: HttpRequest) -> HttpResponse:
    """The reports that wait for whoever looks, with their clock."""
    number = max(1, sequence(request.GET.get("page")) or 1)
    written = sequence(request.GET.get("written"))
    return page(request, SECTIONS, pages.received(look(request), page=number, written=written))


@either
@never_cache
def correct(request: HttpRequest) -> HttpResponse:
    """One value of the line of `?entry=N`: typed, checked, then written."""
    entry = _entry(request)

    def write(posted: Mapping[str, str]) -> int | None:
        if wrong := forms.missing(posted):
            raise Refusal(wrong)
        return ledger.correct(
            **_common(request, posted),
            target=str(entry),
            field=posted["field"],
            value=posted["value"].strip(),
            reason=posted["reason"],
        ).first

    def check(posted: Mapping[str, str]) -> FormPage | None:
        if posted.get("step") == "save" or forms.missing(posted):
            return None
        return forms.correct_check(look(request), entry, key=posted["key"], posted=posted)

    return _form(request, entry, forms.correct_form, write, check=check)


@either
@never_cache
def withdraw(request: HttpRequest) -> HttpResponse:
    """Withdraw the line of `?entry=N`, with the reason."""
    entry = _entry(request)

    def write(posted: Mapping[str, str]) -> int | None:
        reason = posted.get("reason", "")
        return ledger.withdraw(**_common(request, posted), target=str(entry), reason=reason).first

    return _form(request, entry, forms.withdraw_form, write)


@either
@never_cache
def answer(request: HttpRequest) -> HttpResponse:
    """Say what the report `?entry=N` was found to be."""
    entry = _entry(request)

    def write(posted: Mapping[str, str]) -> int | None:
        if not posted.get("found"):
            raise Refusal("Choose what you found: that the line is put right, or that it stands.")
        return redress.answer_mistake(
            **_common(request, posted),
            report=entry,
            outcome=posted.get("outcome", ""),
            found=posted["found"],
            publish=posted.get("publish") == "yes",
        ).first

    return _form(request, entry, answer_report.answer_form, write, then=pages.LIST.url)


def _form(
    request: HttpRequest,
    entry: int,
    form: Callable[..., FormPage],
    write: Callable[[Mapping[str, str]], int | None],
    *,
    check: Callable[[Mapping[str, str]], FormPage | None] | None = None,
    then: str = "/corrections/",
) -> HttpResponse:
    """The form, the answers to check, or the way on: to the report that a line was mended for."""
    seen = look(request)
    if not may_write(request):
        shut = read_only(seen, title=say("Put a line right"))
        return page(request, SECTIONS, shut, status=403 if request.method == "POST" else 200)
    if request.method != "POST":
        _came_from(request)
        given = {"report": str(sequence(request.GET.get("report")) or "")}
        return page(request, FORM, form(seen, entry, key=token_hex(16), posted=given))
    posted = {"key": token_hex(16), **request.POST.dict()}
    try:
        if check and (checked := check(posted)):
            return page(request, FORM, checked)
        written = write(posted)
    except Conflict as found:
        kept = forms.conflicting(seen, entry, found, posted, action=request.path)
        return page(request, CONFLICT, kept, status=409)
    except Refusal as refusal:
        shown = form(seen, entry, key=posted["key"], posted=posted, error=refusal.sentence)
        return page(request, FORM, shown, status=status_of(refusal))
    report = sequence(posted.get("report"))
    on = f"/corrections/answer/?entry={report}" if report else f"{then}?written={written}"
    return redirect(on)


def _came_from(request: HttpRequest) -> None:
    """Remember the page on which the line stood, so that the list of corrections leads back."""
    parts = urlsplit(request.headers.get("Referer", ""))
    if parts.netloc == request.get_host() and not parts.path.startswith("/corrections/"):
        query = f"?{parts.query}" if parts.query else ""
        request.session[CAME_FROM] = f"{parts.path}{query}"


def _common(request: HttpRequest, posted: Mapping[str, str]) -> dict[str, Any]:
    return {
        "by": actor(request),
        "at": clock(request),
        "key": posted["key"],
        "seen": sequence(posted.get("seen")),
    }


def _entry(request: HttpRequest) -> int:
    """The entry that the page is about; without one, no entry has that number."""
    found = sequence(request.POST.get("entry") or request.GET.get("entry"))
    if found is None:
        raise redress.NoSuchLine("Say which entry: the links on a line name it.")
    return found
