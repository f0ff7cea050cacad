"""Forms of the catalogue's packs, and the check of a text before it is published."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_safe

from answerable.operations import releasing
from answerable.operations.accountability import form_answers
from answerable.operations.pages.accountability import form_answers as pages
from answerable.operations.pages.documents import check_text as text_pages
from answerable.vocabulary import times
from answerable.web.forms import sequence
from answerable.web.request import look, page
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
    """Check a text and keep nothing: what of it may not be published, and why."""
    given = request.POST.get("text", "") if request.method == "POST" else ""
    body = request.POST.get("institution", "") if request.method == "POST" else ""
    seen = look(request)
    return page(request, "forms/form.html", text_pages.check_text(seen, text=given, body=body))


@require_http_methods(["GET", "HEAD", "POST"])
def release_text(request: HttpRequest, body: str) -> HttpResponse:
    """Let a held text be published, with the reason on the record."""

    def write(common: dict[str, Any], posted: Mapping[str, str]) -> Any:
        return releasing.release(
            **common,
            institution=body,
            text=posted.get("text", ""),
            reason=posted.get("reason", ""),
            review=posted.get("review", ""),
            on=times.day(posted.get("on", ""), what="day"),
        )

    return act(
        request,
        asked=lambda seen: text_pages.release(seen, body),
        write=write,
        then=lambda receipt: f"/history/entry/{receipt.first}/",
    )
