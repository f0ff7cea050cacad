"""One changing form over HTTP: shown, checked, written once; a conflict shows both values."""

from collections.abc import Callable
from secrets import token_hex

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from answerable.operations.pages import changing as pages
from answerable.operations.pages.changing import About, Form
from answerable.operations.pages.forms import read_only
from answerable.operations.pages.parts import FormError
from answerable.vocabulary.refusal import Conflict, Refusal
from answerable.web.forms import sequence
from answerable.web.refusals import status_of
from answerable.web.request import actor, clock, look, may_write, page

FORM, SECTIONS, CONFLICT = "forms/form.html", "sections.html", "errors/conflict.html"


def changed(
    request: HttpRequest, form: Form, about: About, do: Callable[..., int | None]
) -> HttpResponse:
    """A form about one thing. `do` is told who, when, what was read and what was typed, and gives
    the first entry that was written.
    """
    seen = look(request)
    if not may_write(request):
        shown = read_only(seen, title=form.title, institution=about.institution)
        return page(request, SECTIONS, shown, status=403 if request.method == "POST" else 200)
    if request.method != "POST":
        return page(request, FORM, pages.shown(seen, form, about, key=token_hex(16)))
    posted = request.POST.dict()
    key = posted.get("key") or token_hex(16)
    read = pages.read(form, posted, today=seen.today)
    errors, status = read.errors, 422
    try:
        if not errors and form.check and posted.get("step") != "save":
            return page(request, FORM, pages.check(seen, form, about, posted, read, key=key))
        if not errors:
            entry = do(
                by=actor(request),
                at=clock(request),
                key=key,
                seen=sequence(posted.get("seen")),
                **read.values,
            )
            return redirect(f"{about.back}?recorded={entry}")
    except Conflict as conflict:
        kept = pages.conflicting(seen, form, about, conflict, posted)
        return page(request, CONFLICT, kept, status=409)
    except Refusal as refusal:
        errors = (FormError(words=refusal.sentence),)
        status = status_of(refusal)
    again = pages.shown(seen, form, about, key=key, posted=posted, errors=errors)
    return page(request, FORM, again, status=status)
