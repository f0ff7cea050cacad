"""Links for members of a panel: made and ended by an office; opened without an account."""

from collections.abc import Iterable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from answerable.operations.pages.documents import held_words
from answerable.operations.pages.rights import panel_choices, panel_named
from answerable.operations.pages.rights import panel_links as pages
from answerable.operations.pages.rights.account_forms import day
from answerable.operations.rights import panel_links
from answerable.publishing.sensitivity.model import HeldBack
from answerable.vocabulary.language import say
from answerable.vocabulary.refusal import Refusal
from answerable.vocabulary.times import first_day
from answerable.web.inside import answered, inner
from answerable.web.refusals import status_of
from answerable.web.request import MENU, actor, clock, look, page

FORM, SECTIONS = "forms/form.html", "sections.html"
NOT_SHOWN = 400
"""The first status of a page that is not shown."""
either = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
@never_cache
def links(request: HttpRequest) -> HttpResponse:
    """The links of one's body, and whether they were opened."""
    return page(request, SECTIONS, pages.links(look(request)))


@require_safe
@never_cache
def link(request: HttpRequest, number: int) -> HttpResponse:
    """One link: what it opens and when it was opened."""
    return page(request, SECTIONS, pages.one(look(request), number))


@never_cache
@either
def new(request: HttpRequest) -> HttpResponse:
    """Make a link; it is shown once."""
    seen, posted = look(request), request.POST.dict()
    if request.method != "POST":
        return page(request, FORM, pages.form(seen))
    ticked = request.POST.getlist(panel_choices.PAGE)
    paths = (*ticked, *posted.get("paths", "").splitlines())
    try:
        until = day(posted, "until")
        _require_open(request, paths)
        made = panel_links.make(
            by=actor(request),
            at=clock(request),
            label=posted.get("label", ""),
            paths=paths,
            until=first_day(until) if until else None,
        )
    except Refusal as refusal:
        form = pages.form(seen, posted=posted, ticked=ticked, error=refusal.sentence)
        return page(request, FORM, form, status=status_of(refusal))
    return page(request, SECTIONS, pages.made(seen, made))


@never_cache
@either
def end(request: HttpRequest, number: int) -> HttpResponse:
    """Call a link back."""
    if request.method != "POST":
        return page(request, FORM, pages.end(look(request), number))
    panel_links.revoke(by=actor(request), at=clock(request), number=number)
    return redirect(f"{pages.LIST}{number}/")


@require_safe
@never_cache
def sent(request: HttpRequest, token: str) -> HttpResponse:
    """What a link opens, for whoever has it."""
    found, _ = panel_links.opened(token=token, at=clock(request))
    request.META[MENU] = panel_named.menu(look(request), found, token)
    return _unlisted(page(request, SECTIONS, pages.sent(look(request), found, token)))


@require_safe
@never_cache
def opened(request: HttpRequest, token: str, number: int) -> HttpResponse:
    """One of its pages, shown as the member of a panel may see it."""
    found, path = panel_links.opened(token=token, at=clock(request), number=number)
    asked = inner(request, path, panel_links.reader(found))
    asked.META[MENU] = panel_named.menu(look(asked), found, token, here=number)
    return _unlisted(answered(asked))


def _require_open(request: HttpRequest, paths: Iterable[str]) -> None:
    """Refuse a link to what its reader would be refused, while whoever makes it can mend that."""
    reader = panel_links.before(actor(request))
    for path in dict.fromkeys(p.strip() for p in paths if p.strip()):
        if why := _closed(inner(request, path, reader)):
            raise panel_links.NotALink(
                say(
                    "“{page}” does not open for whoever has the link: {why} Leave it out, or put "
                    "that right first.",
                    page=panel_named.title(look(request), path),
                    why=why,
                )
            )


def _closed(asked: HttpRequest) -> str:
    """Why a page does not open; empty where it does. What is no page to read is said elsewhere."""
    if not asked.path.startswith(panel_links.READABLE):
        return ""
    try:
        answer = answered(asked)
    except HeldBack as refusal:
        return held_words.in_short(refusal) if refusal.found else refusal.sentence
    except Refusal as refusal:
        return refusal.sentence
    except Http404:
        return say("There is no such page.")
    return say("It is not shown there.") if answer.status_code >= NOT_SHOWN else ""


def _unlisted(answer: HttpResponse) -> HttpResponse:
    """No search engine and no shared cache keeps it: its address is a secret."""
    answer.headers["X-Robots-Tag"] = "noindex, nofollow"
    answer.headers["Cache-Control"] = "private, no-store"
    return answer
