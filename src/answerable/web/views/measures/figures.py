"""Load figures: handed in, looked at, loaded once; by an office that may."""

from collections.abc import Callable
from functools import wraps
from secrets import token_hex

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from answerable.operations.measures import upload_runs, uploads
from answerable.operations.pages.measures import load_figures as pages
from answerable.operations.pages.measures import load_preview as previews
from answerable.operations.pages.measures import load_progress as waiting
from answerable.vocabulary.refusal import Refusal
from answerable.web.forms import sequence
from answerable.web.refusals import status_of
from answerable.web.request import actor, clock, look, may_write, page

HAND_IN, LOOK, PROGRESS = "figures/hand_in.html", "figures/look.html", "figures/progress.html"
SECTIONS = "sections.html"
either = require_http_methods(["GET", "HEAD", "POST"])
View = Callable[..., HttpResponse]


def _working(view: View) -> View:
    """The page for an office that may load figures; for anybody else, why not."""

    @wraps(view)
    def shown(request: HttpRequest, *args: str, **named: str) -> HttpResponse:
        seen = look(request)
        if may_write(request) and pages.may(seen):
            return view(request, *args, **named)
        status = 403 if request.method == "POST" else 200
        return page(request, SECTIONS, pages.closed(seen), status=status)

    return shown


@either
@_working
def hand_in(request: HttpRequest) -> HttpResponse:
    """Hand in a table or pasted cells; then how it is written."""
    if request.method != "POST":
        return page(request, HAND_IN, pages.hand_in(look(request)))
    posted = request.POST.dict()
    try:
        query = {**posted, "released": pages.released(posted)}
        asked = pages.asked(query)
        sha = uploads.keep_upload(by=actor(request), body=asked.body, data=_given(request))
    except Refusal as refusal:
        shown = pages.hand_in(look(request), posted=posted, error=refusal.sentence)
        return page(request, HAND_IN, shown, status=status_of(refusal))
    return redirect(pages.address(sha, query))


@either
@_working
def table(request: HttpRequest, sha: str) -> HttpResponse:
    """How a table is written and what it gives; posted, it is loaded."""
    query, seen = request.GET.dict(), look(request)
    if request.method != "POST":
        shown = previews.preview(seen, sha, query, key=token_hex(16))
        return page(request, LOOK, shown, status=422 if shown.errors else 200)
    posted = request.POST.dict()
    key = posted.get("key") or token_hex(16)
    try:
        run = upload_runs.begin_load(
            by=seen.actor,
            at=clock(request),
            key=key,
            seen=sequence(posted.get("seen")),
            sha=sha,
            asked=pages.asked(query),
        )
        loaded = run.wait(upload_runs.AT_ONCE)
    except Refusal as refusal:
        shown = previews.preview(seen, sha, query, key=token_hex(16), error=refusal.sentence)
        return page(request, LOOK, shown, status=status_of(refusal))
    if loaded is None:
        return redirect(pages.address(sha, query, "progress/", key=key))
    return redirect(waiting.written(sha, query, loaded.measures[0].receipt))


@require_safe
@_working
def progress(request: HttpRequest, sha: str) -> HttpResponse:
    """How far a long load is; once it is noted, what was loaded."""
    query, key = request.GET.dict(), request.GET.get("key", "")
    far = upload_runs.how_far(by=actor(request), key=key, asked=pages.asked(query))
    if far.receipt is not None:
        return redirect(waiting.written(sha, query, far.receipt))
    still = "still" in request.GET
    shown = waiting.progress(look(request), sha, query, far, key=key, by_itself=not still)
    return page(request, PROGRESS, shown)


@require_safe
@_working
def rejects(request: HttpRequest, sha: str) -> HttpResponse:
    """Everything that would be left out, as CSV."""
    asked = pages.asked(request.GET.dict())
    text = uploads.look_at(by=actor(request), sha=sha, asked=asked).rejects_csv()
    answer = HttpResponse(text, content_type="text/csv; charset=utf-8")
    answer.headers["Content-Disposition"] = 'attachment; filename="left-out.csv"'
    return answer


@require_safe
@_working
def done(request: HttpRequest, sha: str) -> HttpResponse:
    """What was loaded."""
    shown = waiting.done(
        look(request),
        pages.asked(request.GET.dict()),
        first=sequence(request.GET.get("first")) or 0,
        count=sequence(request.GET.get("count")) or 0,
    )
    return page(request, SECTIONS, shown)


@require_POST
@_working
def forget(request: HttpRequest, sha: str) -> HttpResponse:
    """Drop a table that was only looked at."""
    asked = pages.asked(request.GET.dict())
    uploads.forget_upload(by=actor(request), body=asked.body, sha=sha)
    return redirect(pages.ADDRESS)


def _given(request: HttpRequest) -> bytes:
    """The bytes that were handed in: a file, else pasted cells."""
    file = request.FILES.get("file")
    if file is not None and file.size:
        data: bytes = file.read(uploads.MOST_BYTES + 1)
        return data
    return request.POST.get("pasted", "").replace("\r\n", "\n").encode()
