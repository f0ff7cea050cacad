"""Fifty entries of the record on a page whose address and words stay as they are."""

from dataclasses import replace

from answerable.operations.pages.look import Look, banner
from answerable.operations.pages.paging import PageNumber, Pages
from answerable.operations.pages.parts import Link
from answerable.operations.pages.record.blocks import address, count, size, span
from answerable.operations.pages.record.history import HistoryPage, entries_table
from answerable.vocabulary.language import marked, say
from answerable.vocabulary.refusal import Refusal

_CRUMB = Link(label=marked("Check the record"), url="/history/")


class NoSuchBlock(Refusal):
    """Fifty entries that the record does not have."""

    code = "not_yet"


def block(look: Look, n: int) -> HistoryPage:
    """The n-th fifty entries, newest first."""
    last = count(look)
    if not 1 <= n <= last:
        raise NoSuchBlock(
            say("The entries stand on pages 1 to {last}. There is no page {n}.", last=last, n=n)
        )
    begin, end = span(n, size=size(look))
    first, final = f"{begin:,}", f"{max(end - 1, 0):,}"
    return HistoryPage(
        title=say("Entries {first} to {final} of the record", first=first, final=final),
        area="history",
        sentence=say(
            "These are entries {first} to {final}, the newest first. "
            "What was written later stands on later pages and moves nothing here.",
            first=first,
            final=final,
        ),
        crumbs=(_CRUMB,),
        banner=banner(),
        past=look.past(),
        as_at=look.as_at(),
        entries=entries_table(look, replace(look, said=None), begin=begin, end=end),
        pages=Pages(
            label=say("Pages of entries"),
            previous=look.url(address(n + 1)) if n < last else "",
            next=look.url(address(n - 1)) if n > 1 else "",
            numbers=tuple(
                PageNumber(number=k, url=look.url(address(k)), current=k == n)
                for k in (n + 1, n, n - 1)
                if 1 <= k <= last
            ),
        ),
    )
