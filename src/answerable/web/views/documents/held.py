"""A paper that is held back: its passages for an office, and their release with one reason."""

from secrets import token_hex
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from answerable.operations import releasing
from answerable.operations.access import NotAllowed
from answerable.operations.output.packs import NoSuchPack
from answerable.operations.pages.documents import held_words as pages
from answerable.publishing.sensitivity.model import HeldBack
from answerable.vocabulary.access import Actor
from answerable.vocabulary.language import say
from answerable.vocabulary.refusal import Conflict, Refusal
from answerable.web.forms import sequence
from answerable.web.inside import answered, inner
from answerable.web.refusals import status_of
from answerable.web.request import actor, clock, look, may_write, page

TEMPLATE = "errors/held.html"
PAPERS = ("/packs/", "/sessions/")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def held(request: HttpRequest) -> HttpResponse:
    """What of a paper is held; posted, release what is ticked."""
    paper = request.GET.get("of", "")
    if not paper.startswith(PAPERS):
        raise NoSuchPack(say("Name the paper that is held, as on the page of packs."))
    seen, by = look(request), actor(request)
    able = may_write(request) and not by.is_public
    refusal = _held_of(request, paper) if able else None
    if not able or _hidden_from(by, refusal):
        raise NotAllowed(
            say("What is held is seen by the body that it is about, and by who decides on it.")
        )
    written = sequence(request.GET.get("written"))
    if refusal is None:
        return page(request, TEMPLATE, pages.opened(seen, paper=paper, written=written))
    key = request.POST.get("key") or token_hex(16)
    if request.method != "POST":
        form = pages.held(seen, refusal, paper=paper, key=key, written=written)
        return page(request, TEMPLATE, form)
    posted, ticked = request.POST.dict(), request.POST.getlist(pages.TICK)
    try:
        receipt = releasing.release_held(
            by=by,
            at=clock(request),
            key=key,
            seen=sequence(posted.get("seen")),
            institution=refusal.about,
            held=pages.ticked_of(refusal.found, ticked),
            reason=posted.get("reason", ""),
            on=seen.today,
            review=pages.review_of(posted),
        )
    except Refusal as told:
        status = 409 if isinstance(told, Conflict) else status_of(told)
        form = pages.held(
            seen,
            refusal,
            paper=paper,
            key=key,
            posted=posted,
            ticked=ticked,
            error=told.sentence,
        )
        return page(request, TEMPLATE, form, status=status)
    return redirect(f"{pages.URL}?of={quote(paper)}&written={receipt.first}")


def _hidden_from(by: Actor, refusal: HeldBack | None) -> bool:
    return refusal is not None and not pages.may_see(by, refusal.about)


def _held_of(request: HttpRequest, paper: str) -> HeldBack | None:
    try:
        answered(inner(request, paper))
    except HeldBack as refusal:
        if refusal.found:
            return refusal
        raise
    return None
