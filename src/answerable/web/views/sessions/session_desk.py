"""The day of a session: build the agenda, take the minutes, check and sign them."""

import json
from secrets import token_hex

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from answerable.operations.drafts import Clash, Saved
from answerable.operations.output import agenda_paper, draft_minutes, session_papers
from answerable.operations.pages.documents import held_words
from answerable.operations.pages.forms import read_only
from answerable.operations.pages.parts import FormError
from answerable.operations.pages.sessions import amend as amending
from answerable.operations.pages.sessions import brief as briefs
from answerable.operations.pages.sessions import build_agenda, done, live, sign_last, sign_minutes
from answerable.operations.sessions import (
    agenda_boxes,
    owner_offers,
    session_draft,
    signing,
)
from answerable.operations.sessions.amending import amend_minutes
from answerable.vocabulary.refusal import Conflict, Refusal
from answerable.web.forms import sequence
from answerable.web.refusals import NOT_YOURS, status_of
from answerable.web.request import actor, clock, look, may_write, offers_roles, page
from answerable.web.views.published.packs import TYPES

BUILD, LIVE, SIGN = "sessions/build.html", "sessions/live.html", "sessions/sign.html"
FORM, SECTIONS = "forms/form.html", "sections.html"
JSON = "application/json"
MOST_MARKS = 500_000
either = require_http_methods(["GET", "HEAD", "POST"])


@never_cache
@either
def build(request: HttpRequest, body: str, day: str) -> HttpResponse:
    """Put the agenda in order: up, down, by number, leave out, put back, add."""
    if not may_write(request):
        return _closed(request, "Build the agenda")
    seen, posted = look(request), request.POST.dict()
    if request.method != "POST":
        shown = build_agenda.build(seen, body, day, saved="saved" in request.GET)
        return page(request, BUILD, shown)
    session = f"session/{body}/{day}"
    try:
        if posted.get("change") == "begin":
            session_draft.begin_agenda(by=actor(request), at=clock(request), session=session)
        else:
            change, _, item = posted.get("change", "").partition(":")
            boxes = _typed(request)
            if clashes := _kept(request, session, boxes):
                shown = build_agenda.build(seen, body, day, typed=boxes, clashes=clashes)
                return page(request, BUILD, shown, status=409)
            values = _values(posted, change, item)
            session_draft.change_agenda(
                by=actor(request),
                at=clock(request),
                session=session,
                change=change,
                item=item,
                values=values,
            )
    except Refusal as refusal:
        errors = (FormError(words=refusal.sentence, target=posted.get("box", "")),)
        shown = build_agenda.build(seen, body, day, errors=errors, typed=_typed(request))
        return page(request, BUILD, shown, status=status_of(refusal))
    box = posted.get("box", "")
    after = f"build/?saved#{box}"
    if posted.get("then") == "live":  # where an item was added, its page opens at the next one
        after = "live/" if posted.get("change") == "begin" else "live/#add"
    return redirect(f"/sessions/{body}/{day}/{after}")


def _kept(request: HttpRequest, session: str, boxes: dict[str, str]) -> tuple[Clash, ...]:
    """Save every box of the agenda before its change; those in which somebody was faster."""
    if not boxes:
        return ()
    return agenda_boxes.save_agenda(
        by=actor(request),
        at=clock(request),
        session=session,
        typed=boxes,
        shown=_marks(request.POST.get("shown", "")),
    ).clashes


def _values(posted: dict[str, str], change: str, item: str) -> dict[str, str]:
    """What a change needs: the boxes of an own item, the reason of one left out, all numbers."""
    of = {"add": "new", "leave-out": item, "question": item}.get(change, "")
    names = ("title", "question", "left", "why", "about")
    found = {n: posted.get(f"f:{of}:{n}") or posted.get(n) for n in names}
    values = {n: words for n, words in found.items() if words}
    return values | {n: w for n, w in posted.items() if n.startswith("number-")}


@never_cache
@either
def minutes(request: HttpRequest, body: str, day: str) -> HttpResponse:
    """Take the minutes; a script asks for JSON, a person without one gets the page again."""
    if not may_write(request):
        return _closed(request, "Take the minutes")
    seen = look(request)
    if request.method != "POST":
        return page(request, LIVE, live.live(seen, body, day, saved="saved" in request.GET))
    if JSON in request.headers.get("Accept", ""):
        return _by_script(request, body, day)
    posted = request.POST.dict()
    session, typed, ask = f"session/{body}/{day}", _typed(request), posted.get("ask", "")
    try:
        clashes = _save(request, session, typed).clashes
        if ask and not clashes:
            by, at = actor(request), clock(request)
            session_draft.put_question(by=by, at=at, session=session, item=ask)
        own, _, offer = posted.get("own", "").partition(":")
        if own and not clashes:
            owner_offers.take(
                by=actor(request), at=clock(request), session=session, item=own, name=offer
            )
    except Refusal as refusal:
        shown = live.live(
            seen, body, day, typed=typed, errors=(FormError(words=refusal.sentence),)
        )
        return page(request, LIVE, shown, status=status_of(refusal))
    if clashes:
        return page(request, LIVE, live.live(seen, body, day, clashes=clashes), status=409)
    to = "sign/" if posted.get("then") == "sign" else f"live/?saved#{ask or own or 'save'}"
    return redirect(f"/sessions/{body}/{day}/{to}")


def _by_script(request: HttpRequest, body: str, day: str) -> HttpResponse:
    """The same for the page's script: what is saved, and what others wrote."""
    typed = _typed(request)
    try:
        clashes = _save(request, f"session/{body}/{day}", typed).clashes
        told = live.answer(look(request), body, day, clashes=clashes, typed=typed)
    except Refusal as refusal:
        status = status_of(refusal)
        told = {"refused": refusal.sentence}
        if status == NOT_YOURS and offers_roles(request):
            told["office"] = f"/roles/?next={request.path}"
        return JsonResponse(told, status=status)
    return JsonResponse(told, status=409 if clashes else 200)


@never_cache
@require_safe
def brief(request: HttpRequest, body: str, day: str) -> HttpResponse:
    """Three questions, what was said last time, what would count as an answer."""
    return page(request, SECTIONS, briefs.brief(look(request), body, day))


@never_cache
@require_safe
def brief_file(request: HttpRequest, body: str, day: str, form: str) -> HttpResponse:
    """The brief to print or to edit."""
    return _paper(form, *session_papers.brief_file(look(request), body, day, form))


@never_cache
@require_safe
def agenda_file(request: HttpRequest, body: str, day: str, form: str) -> HttpResponse:
    """The agenda as the office works with it."""
    return _paper(form, *agenda_paper.agenda_file(look(request), body, day, form))


@never_cache
@require_safe
def outgoing_agenda(request: HttpRequest, body: str, day: str, form: str) -> HttpResponse:
    """The agenda to send out: not marked internal, without references of the record."""
    with_ = request.GET.get("questions") != "no"
    made = agenda_paper.agenda_file(look(request), body, day, form, outgoing=True, questions=with_)
    return _paper(form, *made)


@never_cache
@require_safe
def draft_file(request: HttpRequest, body: str, day: str, form: str) -> HttpResponse:
    """The minutes as they would be signed now, marked as a draft, to be read round."""
    return _paper(form, *draft_minutes.draft_file(look(request), body, day, form))


def _paper(form: str, name: str, data: bytes) -> HttpResponse:
    response = HttpResponse(data, content_type=TYPES.get(form, "application/octet-stream"))
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@never_cache
@either
def amend(request: HttpRequest, body: str, day: str) -> HttpResponse:
    """Amend lines of signed minutes; both words stand at each."""
    if not may_write(request):
        return _closed(request, "Amend the minutes")
    seen, posted = look(request), request.POST.dict()
    key = posted.get("key") or token_hex(16)
    errors: tuple[FormError, ...] = ()
    status = 200
    if request.method == "POST":
        read = sequence(posted.get("seen"))
        try:
            told = amending.changed(seen, body, day, posted, seen=read)
            amend_minutes(
                by=actor(request),
                at=clock(request),
                key=key,
                seen=read,
                session=f"session/{body}/{day}",
                lines=told.lines,
                added=told.added,
                taken_back=told.taken_back,
            )
            return redirect(f"/sessions/{body}/{day}/?done=amended")
        except Conflict as conflict:  # saved again, it is written after theirs, which was read
            errors = (FormError(words=conflict.sentence, target="reason"),)
            status, posted["seen"] = 409, str(seen.head.size - 1)
        except Refusal as refusal:
            errors = (FormError(words=refusal.sentence, target="reason"),)
            status = status_of(refusal)
    shown = amending.amend(seen, body, day, key=key, posted=posted, errors=errors)
    return page(request, FORM, shown, status=status)


@never_cache
@either
def sign(request: HttpRequest, body: str, day: str) -> HttpResponse:
    """Check every line, say how each question ended, see what is signed, sign once."""
    if not may_write(request):
        return _closed(request, "Sign the minutes")
    seen, key = look(request), request.POST.get("key") or token_hex(16)
    if request.method != "POST":
        shown = sign_minutes.sign(seen, body, day, key=key)
        return page(request, SIGN, done.told(seen, shown, request.GET.get("done", "")))
    session, posted = f"session/{body}/{day}", request.POST.dict()
    try:
        ends = {n: w for n, w in posted.items() if n.startswith(("end:", "why:"))}
        revision = session_draft.say_ends(
            by=actor(request),
            at=clock(request),
            session=session,
            ends=ends,
            revision=sequence(posted.get("revision")) or 0,
        )
        if posted.get("step") == "sign":
            signing.sign_minutes(
                by=actor(request),
                at=clock(request),
                key=key,
                seen=sequence(posted.get("seen")),
                session=session,
                revision=revision,
            )
            return redirect(f"/sessions/{body}/{day}/?done={done.SIGNED}")
        if posted.get("step") == "last":
            return page(request, FORM, sign_last.last(look(request), body, day, key=key))
    except Refusal as refusal:
        errors = held_words.errors(refusal)
        shown = sign_minutes.sign(seen, body, day, key=key, errors=errors)
        return page(request, SIGN, shown, status=status_of(refusal))
    return redirect(f"/sessions/{body}/{day}/sign/?done={done.ENDS}")


def _typed(request: HttpRequest) -> dict[str, str]:
    """Box -> what stands in it; boxes are posted as `f:NAME`."""
    posted = request.POST.dict()
    return {n.removeprefix("f:"): w for n, w in posted.items() if n.startswith("f:")}


def _save(request: HttpRequest, session: str, typed: dict[str, str]) -> Saved:
    return session_draft.save_minutes(
        by=actor(request),
        at=clock(request),
        session=session,
        typed=typed,
        shown=_marks(request.POST.get("shown", "")),
    )


def _marks(text: str) -> dict[str, str]:
    """Box -> digest, as the page carried them; nothing where they cannot be read."""
    if len(text) > MOST_MARKS:
        return {}
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return {str(k): str(v) for k, v in found.items()} if isinstance(found, dict) else {}


def _closed(request: HttpRequest, title: str) -> HttpResponse:
    status = 403 if request.method == "POST" else 200
    return page(request, SECTIONS, read_only(look(request), title=title), status=status)
