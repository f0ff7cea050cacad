"""Review: a person accepts, corrects or rejects what a machine read; only on this machine."""

from secrets import token_hex

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from answerable.operations.documents import reading, recut
from answerable.operations.pages.documents import answering
from answerable.operations.pages.documents import candidate as candidates
from answerable.operations.pages.documents import hand_in as handing
from answerable.operations.pages.documents import review as pages
from answerable.operations.pages.parts import FormError
from answerable.vocabulary.refusal import Conflict, Refusal
from answerable.web.forms import sequence, sha256
from answerable.web.refusals import status_of
from answerable.web.request import actor, clock, look, may_write, offers_roles, page

SECTIONS, CANDIDATE, CONFLICT = "sections.html", "review/candidate.html", "errors/conflict.html"
UPLOAD = "forms/upload.html"


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
    posted, file = request.POST.dict(), request.FILES.get("file")
    try:
        data = handing.checked(file.read(handing.MOST_BYTES + 1) if file else None)
        filed = reading.read(
            by=actor(request),
            at=clock(request),
            key=posted.get("key") or token_hex(16),
            seen=sequence(posted.get("seen")),
            data=data,
            meta=handing.meta(posted, name=(file.name if file else None) or "report"),
        )
    except Refusal as refusal:
        shown = handing.form(seen, posted=posted, error=refusal.sentence)
        return page(request, UPLOAD, shown, status=status_of(refusal))
    return redirect(f"/review/?document={filed.document}&done=read")


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
def merge(request: HttpRequest, name: str) -> HttpResponse:
    """Join two readings that are one."""
    return _recut(request, name, "other")


def _recut(request: HttpRequest, name: str, box: str) -> HttpResponse:
    seen, posted = look(request), request.POST.dict()
    if not _open(request):
        return page(request, SECTIONS, pages.closed(seen, here=offers_roles(request)), status=403)
    by, at, given = actor(request), clock(request), posted.get(box, "")
    try:
        if box == "second":
            to, _ = recut.split(by=by, at=at, candidate=name, second=given)
        else:
            to = recut.merge(by=by, at=at, candidate=name, other=given)
    except Refusal as refusal:
        errors = (FormError(words=refusal.sentence, target=box),)
        again = candidates.candidate(seen, name, key=token_hex(16), posted=posted, errors=errors)
        return page(request, CANDIDATE, again, status=status_of(refusal))
    return redirect(f"/review/{to}/?done={'split' if box == 'second' else 'merged'}#words")


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
    return redirect(f"{after}{'&' if '?' in after else '?'}done={done}")


def _done(
    request: HttpRequest, name: str, decision: str, *, key: str, posted: dict[str, str]
) -> str:
    """What was done: the entry, or that nothing entered the record."""
    by, at, seen = actor(request), clock(request), sequence(posted.get("seen"))
    if decision == "reject":
        reading.reject(by=by, at=at, candidate=name, reason=posted.get("reason", ""))
        return answering.waits(name) or "rejected"
    why = posted.get("why") or posted.get("why-corrected") or ""
    if decision == "correct":
        fields = candidates.changed(name, posted)
        receipt = reading.correct(
            by=by, at=at, key=key, seen=seen, candidate=name, fields=fields, reason=why
        )
    else:
        receipt = reading.accept(by=by, at=at, key=key, seen=seen, candidate=name, reason=why)
    if receipt is None:
        return answering.waits(name) or "kept"
    return str(receipt.first)


def _open(request: HttpRequest) -> bool:
    """Only on this machine, for an office that may confirm a reading."""
    return may_write(request) and pages.may_review(look(request))
