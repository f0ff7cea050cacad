"""Forms that record one fact: shown, sent, refused in words, or written."""

from collections.abc import Callable, Mapping
from secrets import token_hex
from typing import Any, Protocol

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from answerable.operations.pages import acts, days, which_body
from answerable.operations.pages.acts import Act
from answerable.operations.pages.forms import read_only
from answerable.operations.pages.look import Look
from answerable.vocabulary.refusal import Conflict, Refusal
from answerable.web.forms import sequence
from answerable.web.refusals import status_of
from answerable.web.request import actor, clock, look, may_write, page

FORM, SECTIONS = "forms/form.html", "sections.html"
NOT_FILLED = 422


class Receipt(Protocol):
    """What an operation answers: the entries that it made."""

    @property
    def first(self) -> int:
        """The first of them."""

    @property
    def streams(self) -> tuple[str, ...]:
        """References of what they are about."""


Write = Callable[[dict[str, Any], Mapping[str, str]], Receipt]


def act(
    request: HttpRequest,
    *,
    asked: Callable[[Look], Act],
    write: Write,
    then: Callable[[Receipt], str],
) -> HttpResponse:
    """One form from question to entry. `write` is told who, when, key and what was read."""
    seen = look(request)
    shown = asked(seen)
    if not may_write(request):
        status = 403 if request.method == "POST" else 200
        closed = read_only(seen, title=shown.title, institution=shown.institution)
        return page(request, SECTIONS, closed, status=status)
    key = request.POST.get("key") or token_hex(16)
    if request.method != "POST":
        given = {name: value for name, value in request.GET.dict().items() if name != "key"}
        return page(request, FORM, acts.form(seen, shown, key=key, posted=given, error=""))
    posted = request.POST.dict()
    common = {
        "by": actor(request),
        "at": clock(request),
        "key": key,
        "seen": sequence(posted.get("seen")),
    }
    read = days.read(shown.fields, posted)
    if read.errors:
        form = acts.form(seen, shown, key=key, posted=posted, error="", errors=read.errors)
        return page(request, FORM, form, status=NOT_FILLED)
    try:
        receipt = write(common, read.values)
    except Refusal as refusal:
        status = 409 if isinstance(refusal, Conflict) else status_of(refusal)
        form = acts.form(
            seen, shown, key=key, posted=posted, error=refusal.sentence, box=refusal.box
        )
        return page(request, FORM, form, status=status)
    return redirect(then(receipt))


def about_a_body(
    request: HttpRequest, *, title: str, operation: str, form: Callable[[str], HttpResponse]
) -> HttpResponse:
    """The form about the institution that the address names, or the page that asks which."""
    seen, given = look(request), request.GET.dict()
    if institution := which_body.named(seen, given.get("body", ""), operation=operation):
        return form(institution)
    asked = which_body.asked(seen, given, title=title, operation=operation)
    return page(request, SECTIONS, asked, status=404 if given.get("body") else 200)
