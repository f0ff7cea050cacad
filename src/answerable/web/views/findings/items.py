"""Forms about one finding or action: owner, milestone, means, duplicate, evidence, explanation."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from answerable.operations import place
from answerable.operations.findings import closing
from answerable.operations.pages.parts import FormError
from answerable.operations.pages.plans import evidence_upload, item_forms, milestone_forms
from answerable.operations.pages.rights import marking_forms
from answerable.operations.pages.rights.account_forms import day
from answerable.operations.plans import (
    confirmed,
    duplicates,
    evidence_kept,
    plans,
    steps,
    unlinked,
)
from answerable.operations.sessions import scrutiny
from answerable.vocabulary.access import Classification
from answerable.vocabulary.ladder import ClosingGround, Response, Rung
from answerable.vocabulary.refusal import Refusal
from answerable.web.changing import SECTIONS, changed
from answerable.web.forms import sequence, sha256
from answerable.web.refusals import status_of
from answerable.web.request import actor, clock, look, may_write, page

UPLOAD = "forms/upload.html"
Do = Callable[..., Any]


def _update(*, rating: str, **given: Any) -> Any:
    return scrutiny.update_action(**given, rating=rating or None)


def _respond(*, response: str, **given: Any) -> Any:
    return scrutiny.respond(**given, response=Response(response))


def _rung(*, rung: str, **given: Any) -> Any:
    return steps.say_step(**given, rung=Rung(rung))


def _promise(*, reference: str, owner: str, due: str, **given: Any) -> Any:
    return scrutiny.promise_action(
        **given,
        institution=place.institution_of(reference),
        answers=(reference,),
        owner=owner or None,
        due=due or None,
    )


def _close(*, ground: str, quote: str, **given: Any) -> Any:
    return closing.state_closure(**given, ground=ClosingGround(ground), quote=quote or None)


_DO: Mapping[str, Do] = {
    "update": _update,
    "rung": _rung,
    "promise": _promise,
    "reassign": plans.reassign,
    "milestone": plans.set_milestone,
    "waits": plans.state_dependency,
    "waits-no-more": plans.end_dependency,
    "resource": plans.name_resource,
    "merge": duplicates.merge,
    "split": duplicates.split,
    "follow-again": duplicates.follow_again,
    "transfer": duplicates.transfer,
    "objective": plans.link_objective,
    "answers": confirmed.confirm_link,
    "answers-not": unlinked.take_link_back,
    "respond": _respond,
    "claim": closing.claim_closure,
    "accept": closing.accept_claim,
    "close": _close,
    "reopen": closing.reopen,
    "relapse": scrutiny.relapse,
}


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, reference: str, kind: str) -> HttpResponse:
    """One of the forms about an item."""
    form, about = item_forms.form_of(kind), item_forms.about(look(request), reference, kind)
    if kind == "check-evidence":
        entry = sequence(request.GET.get("entry"))
        about = evidence_upload.about_check(look(request), about, entry)
        return changed(request, form, about, _first(evidence_kept.check_evidence, entry=entry))
    return changed(request, form, about, _first(_DO[kind], reference=reference))


@require_http_methods(["GET", "HEAD", "POST"])
def evidence(request: HttpRequest, reference: str) -> HttpResponse:
    """Offer a file that shows something about an item."""
    seen = look(request)
    if not may_write(request):
        status = 403 if request.method == "POST" else 200
        return page(request, SECTIONS, evidence_upload.elsewhere(seen, reference), status=status)
    if request.method != "POST":
        return page(request, UPLOAD, evidence_upload.form(seen, reference))
    posted = request.POST.dict()
    try:
        receipt = closing.offer_evidence(
            by=actor(request),
            at=clock(request),
            key=posted.get("key", ""),
            seen=sequence(posted.get("seen")),
            reference=reference,
            files=[
                file.read(evidence_kept.MOST_BYTES + 1) for file in request.FILES.getlist("file")
            ],
            text=posted.get("text", ""),
            on=seen.today,
            marking=Classification(posted.get("marking", Classification.RESTRICTED)),
            ground=marking_forms.ground(posted),
            review=day(posted, "review"),
        )
    except Refusal as refusal:
        target = "ground" if refusal.code == "no_ground" else "file"
        error = FormError(words=refusal.sentence, target=target)
        shown = evidence_upload.form(seen, reference, posted=posted, error=error)
        return page(request, UPLOAD, shown, status=status_of(refusal))
    return redirect(f"/findings/{reference}/?recorded={receipt.first}")


@require_safe
def download(request: HttpRequest, sha: str) -> HttpResponse:
    """A file of evidence, to whoever may see the fact that names it."""
    seen = look(request)
    file = evidence_kept.given_out(by=seen.actor, sha=sha256(sha), on=seen.on)
    answer = HttpResponse(file.data, content_type=file.media_type)
    answer.headers["Content-Disposition"] = f'attachment; filename="{file.name}"'
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


@require_http_methods(["GET", "HEAD", "POST"])
def milestone(request: HttpRequest, reference: str, kind: str) -> HttpResponse:
    """Say that a milestone is met, or give it another date."""
    form, about, item = milestone_forms.about(look(request), reference, kind)
    if kind == "met":
        return changed(request, form, about, _first(plans.meet_milestone, milestone=reference))
    do = _first(plans.set_milestone, reference=item, again=reference)
    return changed(request, form, about, do)


def _first(do: Do, **fixed: Any) -> Callable[..., int]:
    def done(**given: Any) -> int:
        receipt = partial(do, **fixed)(**given)
        first: int = receipt.first
        return first

    return done
