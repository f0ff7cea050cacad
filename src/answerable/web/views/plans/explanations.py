"""All explanations of a report on one page: what was typed is kept first, then recorded."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from answerable.operations.pages.look import Look
from answerable.operations.pages.parts import FormError
from answerable.operations.pages.plans import explanations as pages
from answerable.operations.pages.plans import explanations_typed as reading
from answerable.operations.plans import explanations as operations
from answerable.vocabulary.refusal import Conflict, Refusal
from answerable.web.changing import SECTIONS
from answerable.web.forms import sequence
from answerable.web.refusals import status_of
from answerable.web.request import actor, clock, look, may_write, page

EXPLANATIONS = "responses/explanations.html"


@require_http_methods(["GET", "HEAD", "POST"])
def explanations(request: HttpRequest, report: str) -> HttpResponse:
    """Every recommendation with its boxes; `keep` keeps a draft, else all is recorded at once."""
    seen = look(request)
    if not may_write(request):
        shown = pages.elsewhere(seen, report)
        return page(request, SECTIONS, shown, status=403 if request.method == "POST" else 200)
    if request.method != "POST":
        notice = pages.notice(
            kept=request.GET.get("kept") == "yes", recorded=sequence(request.GET.get("recorded"))
        )
        return page(request, EXPLANATIONS, pages.form(seen, report, notice=notice))
    try:
        return _sent(request, seen, report)
    except Refusal as refusal:
        errors = (FormError(words=refusal.sentence),)
        again = pages.form(seen, report, typed=request.POST.dict(), errors=errors)
        return page(request, EXPLANATIONS, again, status=status_of(refusal))


def _sent(request: HttpRequest, seen: Look, report: str) -> HttpResponse:
    posted = request.POST.dict()
    mine = reading.boxes(posted)
    saved = operations.keep_explanations(
        by=actor(request),
        at=clock(request),
        report=report,
        boxes=mine,
        shown=reading.rested(posted),
    )
    keeps = posted.get("do") == "keep"
    theirs = {} if keeps else reading.brought(mine, saved)
    if saved.clashes or theirs:
        errors = (pages.CHANGED,) if theirs else ()
        again = pages.form(
            seen, report, typed=posted | theirs, errors=errors, clashes=saved.clashes
        )
        return page(request, EXPLANATIONS, again, status=409)
    if keeps:
        return redirect(f"{pages.url(report)}?kept=yes")
    read = reading.read(seen, report, posted)
    if read.errors:
        again = pages.form(seen, report, typed=posted, errors=read.errors)
        return page(request, EXPLANATIONS, again, status=422)
    since = sequence(posted.get("seen"))
    try:
        receipt = operations.explain_all(
            by=actor(request),
            at=clock(request),
            key=posted.get("key", ""),
            seen=since,
            report=report,
            answers=read.answers,
            on=read.on,
        )
    except Conflict:
        again = pages.form(seen, report, typed=posted, since=since)
        return page(request, EXPLANATIONS, again, status=409)
    if not read.later:
        return redirect(f"/responses/{report}/clock/?recorded={receipt.first}")
    operations.keep_explanations(
        by=actor(request),
        at=clock(request),
        report=report,
        boxes={name: mine[name] for name in (f"answer-{one}" for one in read.later)},
        shown={},
    )
    return redirect(f"{pages.url(report)}?recorded={receipt.first}")
