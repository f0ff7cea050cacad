"""One register of findings from every source, and the forms that add to it."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_safe

from answerable.operations.findings import findings as operations
from answerable.operations.pages import acts, days
from answerable.operations.pages.findings import finding_filing as forms
from answerable.operations.pages.findings import finding_register as pages
from answerable.vocabulary import times
from answerable.web.forms import sequence
from answerable.web.request import look, may_write, page
from answerable.web.views.acts import FORM, NOT_FILLED, about_a_body, act

either = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def register(request: HttpRequest) -> HttpResponse:
    """The findings, by body and by source."""
    given = request.GET
    shown = pages.register(
        look(request),
        body=given.get("body", ""),
        source=given.get("source", ""),
        number=max(1, sequence(given.get("page")) or 1),
        written=sequence(given.get("written")),
    )
    return page(request, "sections.html", shown)


@either
def new(request: HttpRequest) -> HttpResponse:
    """File a finding."""
    return about_a_body(
        request,
        title=forms.NEW,
        operation="file_finding",
        form=lambda institution: _new(request, institution),
    )


def _new(request: HttpRequest, institution: str) -> HttpResponse:
    def write(common: dict[str, Any], posted: Mapping[str, str]) -> Any:
        names = ("origin", "kind", "text", "owner", "number", "due")
        named: dict[str, Any] = {name: posted.get(name, "") for name in names}
        return operations.file_finding(
            **common,
            institution=institution,
            on=times.day(posted.get("on", ""), what="day"),
            **named,
        )

    return act(
        request,
        asked=lambda seen: forms.new(seen, institution),
        write=write,
        then=lambda receipt: f"/findings/?body={institution}&written={receipt.first}",
    )


@either
def take_in(request: HttpRequest) -> HttpResponse:
    """Take in an export: pasted, shown as a difference, then recorded."""
    return about_a_body(
        request,
        title=forms.TAKE_IN,
        operation="import_findings",
        form=lambda institution: _take_in(request, institution),
    )


def _take_in(request: HttpRequest, institution: str) -> HttpResponse:
    posted = request.POST.dict()

    def write(common: dict[str, Any], given: Mapping[str, str]) -> Any:
        return operations.import_findings(
            **common,
            institution=institution,
            source=given.get("source", ""),
            found=forms.read(given.get("cells", ""), on=given.get("on", "")),
            on=times.day(given.get("on", ""), what="day of the export"),
        )

    if request.method == "POST" and posted.get("step") != "save" and may_write(request):
        seen = look(request)
        read = days.read(forms.pasted(seen, institution, {}).fields, posted)
        told = {} if read.errors else read.values
        asked = forms.pasted(seen, institution, told)
        form = acts.form(seen, asked, key="", posted=posted, error="", errors=read.errors)
        return page(request, FORM, form, status=NOT_FILLED if read.errors else 200)
    return act(
        request,
        asked=lambda seen: forms.pasted(seen, institution, {}),
        write=write,
        then=lambda receipt: f"/findings/?body={institution}&written={receipt.first}",
    )
