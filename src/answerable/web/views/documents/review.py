"""Review: a person accepts, corrects or rejects what a machine read; only on this machine."""

from secrets import token_hex

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from answerable.operations.documents import deciding, reading_runs, recut
from answerable.operations.documents import read_as as kinds
from answerable.operations.pages.documents import about_finding, answering
from answerable.operations.pages.documents import candidate as candidates
from answerable.operations.pages.documents import hand_in as handing
from answerable.operations.pages.documents import hand_in_progress as progress_pages
from answerable.operations.pages.documents import put_aside as aside
from answerable.operations.pages.documents import review as pages
from answerable.operations.pages.documents.waiting import IN_RUNNING_TEXT
from answerable.operations.pages.parts import FormError
from answerable.vocabulary.refusal import Conflict, Refusal
from answerable.web.forms import sequence, sha256
from answerable.web.refusals import status_of
from answerable.web.request import actor, clock, look, may_write, offers_roles, page

SECTIONS, CANDIDATE, CONFLICT = "sections.html", "review/candidate.html", "errors/conflict.html"
FORM, UPLOAD, PROGRESS = "forms/form.html", "forms/upload.html", "review/progress.html"
_RECUT = {"second": "split", "last": "longer", "other": "merged", "as": "read-as"}
_READ = {False: "read", True: "welsh"}


@require_safe
def queue(request: HttpRequest) -> HttpResponse:
    """What waits for a person; for readers only that it waits."""
    seen = look(request)
    if not _open(request):
        return page(request, SECTIONS, pages.closed(seen, here=offers_roles(request)))
    shown = pages.queue(
        seen,
        document=sha256(request.GET.get("document")),
        kind=request.GET.get("kind", ""),
        number=sequence(request.GET.get("page")) or 1,
        done=request.GET.get("done", ""),
    )
    return page(request, "review/queue.html", shown)


@require_http_methods(["GET", "HEAD", "POST"])
def hand_in(request: HttpRequest) -> HttpResponse:
    """Hand in a document; then its review."""
    seen = look(request)
    if not (may_write(request) and handing.may(seen)):
        status = 403 if request.method == "POST" else 200
        return page(request, SECTIONS, handing.closed(seen), status=status)
    if request.method != "POST":
        return page(request, UPLOAD, handing.form(seen))
    posted = request.POST.dict()
    key = posted.get("key") or token_hex(16)
    files = (*request.FILES.getlist(handing.FILE), *request.FILES.getlist("folder"))
    if errors := handing.amiss(posted, files=bool(files)):
        return page(request, UPLOAD, handing.form(seen, posted=posted, errors=errors), status=422)
    try:
        if files and not any(file.size for file in files):
            raise reading_runs.NotHandedIn("The file is empty: there is nothing in it to read.")
        run = reading_runs.begin_reading(
            by=actor(request),
            at=clock(request),
            key=key,
            seen=sequence(posted.get("seen")),
            files=[
                reading_runs.Handed(file.name or "report", file.chunks())
                for file in files
                if file.size
            ],
            meta=handing.meta(posted),
            typed=posted,
        )
    except Refusal as refusal:
        errors = (FormError(words=refusal.sentence, target=handing.FILE),)
        shown = handing.form(seen, posted=posted, errors=errors)
        return page(request, UPLOAD, shown, status=status_of(refusal))
    return _handed_in(request, run.wait(reading_runs.AT_ONCE), key) or redirect(
        progress_pages.address(key)
    )


@require_safe
def hand_in_progress(request: HttpRequest, key: str) -> HttpResponse:
    """How far the reading of what was handed in is; then what became of each file."""
    seen = look(request)
    if not (may_write(request) and handing.may(seen)):
        return page(request, SECTIONS, handing.closed(seen))
    far = reading_runs.how_far(by=actor(request), key=key)
    if answer := _handed_in(request, far, key):
        return answer
    by_itself = "still" not in request.GET
    return page(
        request, PROGRESS, progress_pages.progress(seen, far, key=key, by_itself=by_itself)
    )


@require_POST
def hand_in_stop(request: HttpRequest, key: str) -> HttpResponse:
    """Read no further file of what was handed in."""
    seen = look(request)
    if not (may_write(request) and handing.may(seen)):
        return page(request, SECTIONS, handing.closed(seen), status=403)
    reading_runs.stop_reading(by=actor(request), key=key)
    return redirect(progress_pages.address(key))


def _handed_in(request: HttpRequest, far: reading_runs.Far, key: str) -> HttpResponse | None:
    """Of a single file that is done: its review, or the form with why it was not read."""
    if far.at_work or far.total != 1 or not far.done:
        return None
    one = far.done[0]
    if one.document is not None:
        return redirect(f"/review/?document={one.document}&done={_READ[bool(one.welsh)]}")
    posted = {**far.typed, "key": key}
    errors = (FormError(words=one.words, target=handing.FILE),)
    shown = handing.form(look(request), posted=posted, errors=errors)
    return page(request, UPLOAD, shown, status=422 if request.method == "POST" else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def put_aside(request: HttpRequest) -> HttpResponse:
    """Put all that waits of a document aside, or its findings of running text."""
    seen, posted = look(request), request.POST.dict()
    if not _open(request):
        status = 403 if request.method == "POST" else 200
        shown = pages.closed(seen, here=offers_roles(request))
        return page(request, SECTIONS, shown, status=status)
    document = sha256(posted.get("document") or request.GET.get("document"))
    kind = posted.get("kind") or request.GET.get("kind", "")
    part = kind == IN_RUNNING_TEXT
    if request.method != "POST":
        return page(request, FORM, aside.form(seen, document, kind=kind))
    try:
        deciding.put_aside(
            by=actor(request),
            at=clock(request),
            document=document,
            reason=posted.get("reason", ""),
            in_running_text=part,
        )
    except Refusal as refusal:
        again = aside.form(seen, document, kind=kind, posted=posted, error=refusal.sentence)
        return page(request, FORM, again, status=status_of(refusal))
    return redirect(f"/review/?document={document}&done={kind}" if part else "/review/?done=aside")


@require_safe
def candidate(request: HttpRequest, name: str) -> HttpResponse:
    """One candidate beside its source."""
    seen = look(request)
    if not _open(request):
        return page(request, SECTIONS, pages.closed(seen, here=offers_roles(request)))
    done, kind = request.GET.get("done", ""), request.GET.get("kind", "")
    shown = candidates.candidate(seen, name, key=token_hex(16), done=done, kind=kind)
    return page(request, CANDIDATE, shown)


@require_POST
def accept(request: HttpRequest, name: str) -> HttpResponse:
    """Confirm it as it was read."""
    return _decide(request, name, "accept")


@require_POST
def correct(request: HttpRequest, name: str) -> HttpResponse:
    """Confirm it with fields put right."""
    return _decide(request, name, "correct")


@require_POST
def reject(request: HttpRequest, name: str) -> HttpResponse:
    """Say that the document does not state it."""
    return _decide(request, name, "reject")


@require_POST
def split(request: HttpRequest, name: str) -> HttpResponse:
    """Cut a reading in two."""
    return _recut(request, name, "second")


@require_POST
def go_on(request: HttpRequest, name: str) -> HttpResponse:
    """Let a reading go on to words that stand after it."""
    return _recut(request, name, "last")


@require_POST
def merge(request: HttpRequest, name: str) -> HttpResponse:
    """Join two readings that are one."""
    return _recut(request, name, "other")


@require_POST
def read_as(request: HttpRequest, name: str) -> HttpResponse:
    """Let the words wait as a reading of another kind."""
    return _recut(request, name, "as")


def _recut(request: HttpRequest, name: str, box: str) -> HttpResponse:
    seen, posted = look(request), request.POST.dict()
    if not _open(request):
        return page(request, SECTIONS, pages.closed(seen, here=offers_roles(request)), status=403)
    by, at, given = actor(request), clock(request), posted.get(box, "")
    try:
        if box == "second":
            to, _ = recut.split(by=by, at=at, candidate=name, second=given)
        elif box == "last":
            to = recut.go_on(by=by, at=at, candidate=name, last=given)
        elif box == "as":
            to = kinds.read_as(by=by, at=at, candidate=name, kind=given)
        else:
            to = recut.merge(by=by, at=at, candidate=name, other=given)
    except Refusal as refusal:
        errors = (FormError(words=refusal.sentence, target=box),)
        again = candidates.candidate(seen, name, key=token_hex(16), posted=posted, errors=errors)
        return page(request, CANDIDATE, again, status=status_of(refusal))
    return redirect(f"/review/{to}/?done={_RECUT[box]}#words")


def _decide(request: HttpRequest, name: str, decision: str) -> HttpResponse:
    seen, posted = look(request), request.POST.dict()
    if not _open(request):
        return page(request, SECTIONS, pages.closed(seen, here=offers_roles(request)), status=403)
    key = posted.get("key") or token_hex(16)
    kind = request.GET.get("kind", "")
    after = candidates.following(name, kind)
    try:
        done = _done(request, name, decision, key=key, posted=posted)
    except Conflict as conflict:
        shown = candidates.conflicting(
            seen, name, conflict, posted, action=request.get_full_path()
        )
        return page(request, CONFLICT, shown, status=409)
    except Refusal as refusal:
        target = "reason" if decision == "reject" else ""
        errors = (FormError(words=refusal.sentence, target=target),)
        again = candidates.candidate(seen, name, key=key, posted=posted, errors=errors, kind=kind)
        return page(request, CANDIDATE, again, status=status_of(refusal))
    words = "#words" if after.startswith("/review/r") else ""
    return redirect(f"{after}{'&' if '?' in after else '?'}done={done}{words}")


def _done(
    request: HttpRequest, name: str, decision: str, *, key: str, posted: dict[str, str]
) -> str:
    """What was done: the entry, or that nothing entered the record."""
    by, at, seen = actor(request), clock(request), sequence(posted.get("seen"))
    if decision == "reject":
        deciding.reject(by=by, at=at, candidate=name, reason=posted.get("reason", ""))
        return answering.waits(name) or "rejected"
    why = posted.get("why") or posted.get("why-corrected") or ""
    if decision == "correct":
        fields = candidates.changed(name, posted)
        receipt = deciding.correct(
            by=by, at=at, key=key, seen=seen, candidate=name, fields=fields, reason=why
        )
    else:
        receipt = deciding.accept(
            by=by,
            at=at,
            key=key,
            seen=seen,
            candidate=name,
            reason=why,
            findings=about_finding.ticked(posted),
        )
    if receipt is None:
        return answering.waits(name) or "kept"
    return str(receipt.first)


def _open(request: HttpRequest) -> bool:
    """Only on this machine, for an office that may confirm a reading."""
    return may_write(request) and pages.may_review(look(request))
