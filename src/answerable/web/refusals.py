"""How a Refusal is shown: a page with its sentence, never a stack of code."""

import logging
from collections.abc import Callable
from secrets import token_hex
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse

from answerable.operations import trouble
from answerable.operations.access import NotAllowed
from answerable.operations.pages.documents import held_words
from answerable.operations.pages.parts import Link
from answerable.operations.pages.refused import refused, way_on
from answerable.publishing.sensitivity.model import HeldBack
from answerable.vocabulary.language import say
from answerable.vocabulary.refusal import Refusal
from answerable.web.request import actor, clock, look, may_write, offers_roles, page

log = logging.getLogger(__name__)
NOT_YOURS, NOT_THERE, NOT_SO = 403, 404, 405
NO_ROOM = frozenset({trouble.Trouble.code, "no_room"})
NOT_FOUND = frozenset(
    {
        *("no_such_case", "no_such_body", "no_such_item", "no_such_reference"),
        *("no_such_document", "no_such_session", "no_such_entry", "unknown_measure", "not_yet"),
        *("no_such_candidate", "no_such_report", "bad_reference", "no_such_table", "no_such_pack"),
        *("no_such_invitation", "no_such_token", "no_such_link", "no_such_file"),
        "no_such_conflict",
        "no_such_part",
        "no_such_guide",
    }
)


def status_of(refusal: Refusal) -> int:
    """Of a form that comes back: 403 for what this office may not do, 503 for a full disk and its
    like, else 422."""
    if refusal.code in NO_ROOM:
        return 503
    return NOT_YOURS if refusal.code == NotAllowed.code else 422


def _held(request: HttpRequest, refusal: HeldBack) -> HttpResponse:
    """A paper that is held back: its passages to an office that may act; to others none."""
    if not (may_write(request) and held_words.may_see(actor(request), refusal.about)):
        shown = refused(Refusal(held_words.for_readers()), at=clock(request))
        return page(request, "errors/refusal.html", shown, status=422)
    found = held_words.held(
        look(request), refusal, paper=request.get_full_path(), key=token_hex(16)
    )
    return page(request, "errors/held.html", found, status=422)


def _told(request: HttpRequest, answer: HttpResponse) -> HttpResponse:
    """An address that takes no such request: a page that helps in the place of an empty one."""
    if answer.content or request.method == "HEAD":
        return answer
    sending = "GET" in answer.headers.get("Allow", "")
    sentence = (
        say(
            "This address is a page to read, and takes nothing that is sent to it. Open it again, "
            "and send the form that stands on it."
        )
        if sending
        else say("This address only takes what a form sends. Go back to the page of that form.")
    )
    way = Link(label=say("Open this page"), url=request.path) if sending else None
    shown = refused(Refusal(sentence), at=clock(request), changed=sending, way=way)
    helpful = page(request, "errors/refusal.html", shown, status=NOT_SO)
    helpful.headers["Allow"] = answer.headers.get("Allow", "")
    return helpful


class Refusals:
    """Middleware: a Refusal that no form caught becomes a helpful page, 403, 404 or 422; and so
    does a request that an address does not take, 405."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        answer = self._get_response(request)
        return _told(request, answer) if answer.status_code == NOT_SO else answer

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Show a refusal, or a full disk and its like; leave all else to be a defect."""
        refusal = exception if isinstance(exception, Refusal) else trouble.in_words(exception)
        if refusal is None:
            return None
        if refusal is not exception:
            log.error("Where the home lies: %s", exception, exc_info=exception)
        if isinstance(refusal, HeldBack) and refusal.found and request.method == "GET":
            return _held(request, refusal)
        status = NOT_THERE if refusal.code in NOT_FOUND else status_of(refusal)
        shown = refused(
            refusal,
            at=clock(request),
            found=status != NOT_THERE,
            changed=request.method == "POST",
            way=way_on(request.path, request.GET.dict().items()) if status == NOT_THERE else None,
            office=f"/roles/?next={quote(request.path)}"
            if status == NOT_YOURS and offers_roles(request)
            else "",
        )
        return page(request, "errors/refusal.html", shown, status=status)
