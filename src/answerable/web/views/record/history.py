"""The record: entries, one item, one entry, and the check that nothing was altered."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from answerable.operations.pages.record import block as fifty
from answerable.operations.pages.record import blocks
from answerable.operations.pages.record import entry as entries
from answerable.operations.pages.record import history as pages
from answerable.operations.pages.record import verify as checking
from answerable.web.forms import sequence
from answerable.web.request import look, page


@require_safe
def history(request: HttpRequest) -> HttpResponse:
    """What was checked, what moved, what was corrected, and the newest entries."""
    number = sequence(request.GET.get("page")) or 1
    if number > 1:  # as older links count, from the newest
        return redirect(blocks.moved_to(look(request), number))
    return page(request, "history/history.html", pages.history(look(request)))


@require_safe
def entries_block(request: HttpRequest, block: int) -> HttpResponse:
    """Fifty entries, counted from the first."""
    return page(request, "history/history.html", fifty.block(look(request), block))


@require_safe
def item(request: HttpRequest, reference: str) -> HttpResponse:
    """Everything written about one item."""
    return page(request, "history/history.html", pages.item(look(request), reference))


@require_safe
def entry(request: HttpRequest, seq: int) -> HttpResponse:
    """One entry with its leaf and its values."""
    return page(request, "history/entry.html", entries.entry(look(request), seq))


@require_safe
def as_at(request: HttpRequest, day: str, rest: str) -> HttpResponse:
    """`/as-at/2024-07-16/findings/...`: the same page as the record stood at the end of a day."""
    return redirect(pages.as_at_address(look(request), day, rest))


@require_safe
def verify(request: HttpRequest) -> HttpResponse:
    """Check the record; `?entry=N&root=R` compares with what a printed page said."""
    shown = checking.verify(
        look(request),
        entry=sequence(request.GET.get("entry")),
        noted=request.GET.get("root", ""),
    )
    return page(request, "history/verify.html", shown)
