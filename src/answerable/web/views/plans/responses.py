"""The reply to a report: its clock, its steps, the draft of the letter; stages before that."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from answerable.operations.notices import letters
from answerable.operations.pages.parts import FormError
from answerable.operations.pages.plans import response as pages
from answerable.operations.pages.plans import response_forms as forms
from answerable.operations.plans import evidence_kept
from answerable.operations.plans import response as operations
from answerable.vocabulary.refusal import Conflict, Refusal
from answerable.web.changing import SECTIONS, changed
from answerable.web.forms import sequence
from answerable.web.refusals import status_of
from answerable.web.request import actor, look, may_write, page
from answerable.web.request import clock as now

CLOCK, UPLOAD = "responses/clock.html", "forms/upload.html"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
either = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def clock(request: HttpRequest, report: str) -> HttpResponse:
    """Days left, one explanation for each recommendation, the letter."""
    recorded = sequence(request.GET.get("recorded"))
    return page(request, CLOCK, pages.clock(look(request), report, recorded=recorded))


@require_safe
def draft(request: HttpRequest, report: str) -> HttpResponse:
    """The first draft of the letter as a Word file, for the body that replies."""
    name, data = letters.letter_file(look(request), report)
    answer = HttpResponse(data, content_type=DOCX)
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


@either
def step(request: HttpRequest, report: str) -> HttpResponse:
    """Record one step of the reply, with what shows it."""
    seen = look(request)
    if not may_write(request):
        shown = forms.elsewhere(seen, report)
        return page(request, SECTIONS, shown, status=403 if request.method == "POST" else 200)
    if request.method != "POST":
        return page(request, UPLOAD, forms.step(seen, report))
    posted = request.POST.dict()
    read = forms.asked(seen, posted)
    errors, status = read.errors, 422
    try:
        if not errors:
            values: dict[str, Any] = dict(read.values)
            most = evidence_kept.MOST_BYTES + 1
            receipt = operations.take_step(
                by=actor(request),
                at=now(request),
                key=posted.get("key", ""),
                seen=sequence(posted.get("seen")),
                report=report,
                files=[file.read(most) for file in request.FILES.getlist("file")],
                **values,
            )
            return redirect(f"/responses/{report}/clock/?recorded={receipt.first}")
    except Conflict as conflict:
        posted["seen"] = str(seen.head.size - 1)
        errors, status = (FormError(words=forms.changed_first(conflict)),), 409
    except Refusal as refusal:
        errors = (FormError(words=refusal.sentence),)
        status = status_of(refusal)
    again = forms.step(seen, report, posted=posted, errors=errors)
    return page(request, UPLOAD, again, status=status)


@require_safe
def coming(request: HttpRequest, body: str) -> HttpResponse:
    """Reports on their way, as far as the reader may see them."""
    recorded = sequence(request.GET.get("recorded"))
    return page(request, SECTIONS, forms.coming(look(request), body, recorded=recorded))


@either
def stage(request: HttpRequest, body: str) -> HttpResponse:
    """Record a stage before publication."""
    about = forms.about_stage(look(request), body, forms.STAGE)

    def do(**given: Any) -> int:
        return operations.reach_stage(institution=about.institution, **given).first

    return changed(request, forms.STAGE, about, do)


@either
def release(request: HttpRequest, body: str) -> HttpResponse:
    """The report is out: its stages become public."""
    about = forms.about_stage(look(request), body, forms.RELEASE)

    def do(**given: Any) -> int:
        return operations.release_stages(institution=about.institution, **given).first

    return changed(request, forms.RELEASE, about, do)
