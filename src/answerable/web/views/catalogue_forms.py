"""Forms of the catalogue's packs, and the check of a text before it is published."""

from collections.abc import Mapping
from secrets import token_hex
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from answerable.operations import releasing
from answerable.operations.accountability import form_answers
from answerable.operations.pages.accountability import form_answers as pages
from answerable.operations.pages.documents import check_text as text_pages
from answerable.operations.pages.documents import held_words
from answerable.vocabulary import times
from answerable.vocabulary.refusal import Refusal
from answerable.web.forms import sequence
from answerable.web.refusals import status_of
from answerable.web.request import actor, clock, look, may_write, page
from answerable.web.views.acts import act

COMMON = frozenset({"seen", "key", "on", "csrfmiddlewaretoken"})


@require_safe
def packs(request: HttpRequest, body: str) -> HttpResponse:
    """Every form of every pack, about one body."""
    return page(request, "sections.html", pages.packs(look(request), body))


@require_safe
def form(request: HttpRequest, pack: str, form: str, body: str) -> HttpResponse:
    """One form about one body, as it stands."""
    written = sequence(request.GET.get("written"))
    shown = pages.form(look(request), pack, form, body, written=written)
    return page(request, "sections.html", shown)


@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, pack: str, form: str, body: str) -> HttpResponse:
    """Answer a form."""

    def write(common: dict[str, Any], posted: Mapping[str, str]) -> Any:
        return form_answers.answer_form(
            **common,
            institution=pages.answer(look(request), pack, form, body).institution,
            pack=pack,
            form=form,
            answers={k: v for k, v in posted.items() if k not in COMMON},
            on=times.day(posted.get("on", ""), what="day"),
        )

    return act(
        request,
        asked=lambda seen: pages.answer(seen, pack, form, body),
        write=write,
        then=lambda receipt: f"/forms/{pack}/{form}/{body}/?written={receipt.first}",
    )


@require_http_methods(["GET", "HEAD", "POST"])
def release(request: HttpRequest, pack: str, form: str, body: str) -> HttpResponse:
    """Record the decision to release words on a field."""

    def write(common: dict[str, Any], posted: Mapping[str, str]) -> Any:
        return form_answers.decide_release(
            **common,
            institution=pages.release(look(request), pack, form, body).institution,
            pack=pack,
            form=form,
            field=posted.get("field", ""),
            definitions=posted.get("definitions", ""),
            reason=posted.get("reason", ""),
            review=posted.get("review", ""),
            on=times.day(posted.get("on", ""), what="day"),
        )

    return act(
        request,
        asked=lambda seen: pages.release(seen, pack, form, body),
        write=write,
        then=lambda receipt: f"/forms/{pack}/{form}/{body}/?written={receipt.first}",
    )


@require_http_methods(["GET", "HEAD", "POST"])
def check_text(request: HttpRequest) -> HttpResponse:
    """Check a text and keep nothing: what of it is held, why; or release what is ticked."""
    posted = request.POST.dict() if request.method == "POST" else {}
    ticked = request.POST.getlist(held_words.TICK)
    text, body = posted.get("text", ""), posted.get("institution", "")
    key, error, status = posted.get("key") or token_hex(16), "", 200
    if posted.get(text_pages.RELEASE) and may_write(request):
        try:
            receipt = releasing.release_held(
                by=actor(request),
                at=clock(request),
                key=key,
                seen=sequence(posted.get("seen")),
                institution=body,
                held=held_words.ticked_of(text_pages.held_in(text, body), ticked),
                reason=posted.get("reason", ""),
                review=held_words.review_of(posted),
                on=look(request).today,
            )
        except Refusal as refusal:
            error, status = refusal.sentence, status_of(refusal)
        else:
            return redirect(f"/history/entry/{receipt.first}/")
    shown = text_pages.check_text(
        look(request), text=text, body=body, key=key, posted=posted, ticked=ticked, error=error
    )
    return page(request, "forms/form.html", shown, status=status)
