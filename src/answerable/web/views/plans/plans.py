"""The register of findings and actions, the plan and its gaps, objectives, an owner who leaves."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from answerable.operations.pages.desk import reassign_all as leaving
from answerable.operations.pages.desk import register as pages
from answerable.operations.pages.forms import read_only
from answerable.operations.pages.parts import FormError
from answerable.operations.pages.plans import objectives as objective_pages
from answerable.operations.pages.plans import plan as plan_pages
from answerable.operations.plans import log_export, plans
from answerable.vocabulary.refusal import Conflict, Refusal
from answerable.web.changing import CONFLICT, SECTIONS, changed
from answerable.web.forms import sequence
from answerable.web.refusals import status_of
from answerable.web.request import actor, clock, look, may_write, page

REASSIGN = "plans/reassign.html"
either = require_http_methods(["GET", "HEAD", "POST"])
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
def register(request: HttpRequest) -> HttpResponse:
    """The register, filtered and sorted by the address."""
    shown = pages.register(
        look(request),
        request.GET.dict(),
        page=sequence(request.GET.get("page")) or 1,
        whole=request.GET.get("page") == pages.WHOLE,
        recorded=sequence(request.GET.get("recorded")),
    )
    return page(request, "plans/register.html", shown)


@require_safe
def csv(request: HttpRequest) -> HttpResponse:
    """The same rows as a file; `?bom=1` begins with the mark that older Excel needs."""
    name, text = pages.data(look(request), request.GET.dict())
    mark = "\ufeff" if request.GET.get("bom") == "1" else ""
    answer = HttpResponse(mark + text, content_type="text/csv; charset=utf-8")
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


@require_safe
def log(request: HttpRequest, body: str) -> HttpResponse:
    """The action log given back as a workbook, for an office that may export."""
    seen = look(request)
    name, data = log_export.export_log(by=seen.actor, institution=body, on=seen.today)
    answer = HttpResponse(data, content_type=XLSX)
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


@require_safe
def tested(request: HttpRequest, body: str) -> HttpResponse:
    """The plan and its gaps, and how it was judged."""
    recorded = sequence(request.GET.get("recorded"))
    return page(request, SECTIONS, plan_pages.gaps(look(request), body, recorded=recorded))


@either
def judge(request: HttpRequest, reference: str) -> HttpResponse:
    """The body's dated judgement of a plan."""
    about = plan_pages.about_plan(look(request), reference)

    def do(**given: Any) -> int:
        return plans.judge_plan(reference=reference, **given).first

    return changed(request, plan_pages.JUDGE, about, do)


@require_safe
def objectives(request: HttpRequest, body: str) -> HttpResponse:
    """The objectives, and the findings that bear on each."""
    recorded = sequence(request.GET.get("recorded"))
    shown = objective_pages.objectives_page(look(request), body, recorded=recorded)
    return page(request, SECTIONS, shown)


@either
def set_objective(request: HttpRequest, body: str) -> HttpResponse:
    """Set an objective of the police and crime plan."""
    about = objective_pages.about_objective(look(request), body)

    def do(**given: Any) -> int:
        return plans.set_objective(institution=about.institution, **given).first

    return changed(request, objective_pages.OBJECTIVE, about, do)


@either
def reassign(request: HttpRequest, body: str) -> HttpResponse:
    """An owner leaves: look at what they hold, then give all of it away in one go."""
    seen = look(request)
    if not may_write(request):
        shown = read_only(seen, title=leaving.TITLE, institution=body)
        return page(request, SECTIONS, shown, status=403 if request.method == "POST" else 200)
    if request.method != "POST":
        owner = request.GET.get("owner", "")
        return page(request, REASSIGN, leaving.page(seen, body, owner=owner))
    posted = request.POST.dict()
    read = leaving.asked(posted, seen)
    errors, status = read.errors, 422
    try:
        if not errors:
            values: dict[str, Any] = dict(read.values)
            receipt = plans.reassign_all(
                by=actor(request),
                at=clock(request),
                key=posted.get("key", ""),
                seen=sequence(posted.get("seen")),
                institution=body,
                owner=posted.get("owner", ""),
                among=posted.get("among", "").split(),
                **values,
            )
            query = urlencode({"body": body, "owner": values["to"], "recorded": receipt.first})
            return redirect(f"/plans/?{query}")
    except Conflict as conflict:
        kept = leaving.conflicting(seen, body, conflict, posted)
        return page(request, CONFLICT, kept, status=409)
    except Refusal as refusal:
        errors = (FormError(words=refusal.sentence),)
        status = status_of(refusal)
    again = leaving.page(seen, body, owner=posted.get("owner", ""), posted=posted, errors=errors)
    return page(request, REASSIGN, again, status=status)
