"""Measures: of a body, over every body, all of one body, chosen by an analyst, and judged."""

from datetime import date, datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_safe

from answerable.operations.measures import families, protocols, rebasing
from answerable.operations.pages.measures import (
    compared,
    every,
    explore,
    limits_form,
    method,
    multiples,
    registration,
    terms_form,
)
from answerable.operations.pages.measures import measure as pages
from answerable.vocabulary import times
from answerable.vocabulary.access import Actor
from answerable.web.changing import changed
from answerable.web.request import look, page


@require_safe
def measure(request: HttpRequest, measure: str, body: str) -> HttpResponse:
    """Did it get better, how we know, what we do not."""
    return page(request, "measures/measure.html", pages.measure(look(request), measure, body))


@require_safe
def csv(request: HttpRequest, measure: str, body: str) -> HttpResponse:
    """The figures, one row a period."""
    return _file(pages.data(look(request), measure, body), f"{measure}-{body}")


@require_safe
def measures(request: HttpRequest) -> HttpResponse:
    """Every measure that is held, by subject."""
    return page(request, "sections.html", every.every(look(request)))


@require_safe
def side_by_side(request: HttpRequest, measure: str) -> HttpResponse:
    """Every body in a funnel; never a ranking."""
    own = request.GET.get("body", "")
    shown = compared.compared(look(request), measure, own=own)
    return page(request, "measures/compared.html", shown)


@require_safe
def side_by_side_csv(request: HttpRequest, measure: str) -> HttpResponse:
    """The same, one row a body."""
    return _file(compared.comparison_csv(look(request), measure), f"{measure}-bodies")


@require_safe
def verdict(request: HttpRequest, measure: str, body: str) -> HttpResponse:
    """The verdicts on a measure of a body, with their registration."""
    shown = registration.verdict_page(look(request), measure, body)
    return page(request, "measures/verdict.html", shown)


@require_safe
def of_body(request: HttpRequest, body_id: str) -> HttpResponse:
    """Every measure of a body in small charts."""
    return page(
        request,
        "measures/multiples.html",
        multiples.multiples(look(request), body_id, pack=request.GET.get("pack", "")),
    )


@require_safe
def of_body_csv(request: HttpRequest, body_id: str) -> HttpResponse:
    """The same, one row a measure and period."""
    return _file(multiples.multiples_csv(look(request), body_id), f"{body_id}-measures")


@require_safe
def explored(request: HttpRequest) -> HttpResponse:
    """Measure, bodies and periods as chosen; as known on a day."""
    shown = explore.explore(look(request), request.GET.dict())
    return page(request, "measures/explore.html", shown, status=422 if shown.errors else 200)


@require_safe
def explored_csv(request: HttpRequest) -> HttpResponse:
    """The same, one row a body and period."""
    return _file(explore.explore_csv(look(request), request.GET.dict()), "figures")


@require_safe
def how(request: HttpRequest) -> HttpResponse:
    """How a verdict is worked out, and how often it is wrong."""
    return page(request, "sections.html", method.method(look(request)))


@require_http_methods(["GET", "HEAD", "POST"])
def limits(request: HttpRequest, measure: str, body: str) -> HttpResponse:
    """Set the limits of a chart anew: type, check, write."""

    def do(*, from_: str, **given: Any) -> int:
        begins = times.day(from_, what="first period")
        return rebasing.rebase_limits(**given, measure=measure, body=body, from_=begins).first

    about = limits_form.about_limits(look(request), measure, body)
    return changed(request, limits_form.SET_ANEW, about, do)


@require_http_methods(["GET", "HEAD", "POST"])
def family(request: HttpRequest, body_id: str) -> HttpResponse:
    """Fix which measures of a body are judged together: type, check, write."""

    def do(**given: Any) -> int:
        return families.fix_family(**given, body=body_id).first

    about = limits_form.about_family(look(request), body_id)
    return changed(request, limits_form.TOGETHER, about, do)


@require_http_methods(["GET", "HEAD", "POST"])
def terms(request: HttpRequest, measure: str, body: str) -> HttpResponse:
    """Fix the terms of a verdict before its figures are held: type, check, write."""

    def do(*, by: Actor, at: datetime, key: str, seen: int | None, on: date, **typed: Any) -> int:
        written = terms_form.text(measure=measure, body=body, **typed)
        fixed = protocols.fix_protocol(by=by, at=at, key=key, seen=seen, on=on, text=written)
        return fixed.receipt.first

    about = terms_form.about_terms(look(request), measure, body)
    return changed(request, terms_form.FIX, about, do)


def _file(text: str, name: str) -> HttpResponse:
    answer = HttpResponse(text, content_type="text/csv; charset=utf-8")
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return answer
