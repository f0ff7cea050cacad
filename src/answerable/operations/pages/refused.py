"""The page of a refusal: what was asked, and what to do instead."""

from dataclasses import dataclass
from datetime import datetime

from answerable.operations.pages.look import Look
from answerable.operations.pages.parts import Item, Link, Page
from answerable.vocabulary.refusal import Refusal

_HOME = Link(label="Start at the first page", url="/")
_SEARCH = Link(label="Search the record", url="/search/")


@dataclass(frozen=True, kw_only=True)
class RefusalPage(Page):
    """Where to go on, and what had been typed."""

    changed: bool = False
    next: tuple[Link, ...] = ()
    typed: tuple[Item, ...] = ()


def refused(
    refusal: Refusal, *, at: datetime, changed: bool = False, next_: tuple[Link, ...] = ()
) -> RefusalPage:
    """The page of a refusal; `changed`: something was to be written, and was not."""
    return RefusalPage(
        title="That was not done" if changed else "This cannot be shown",
        area="history",
        sentence=refusal.sentence,
        as_at=Look(at=at).as_at(),
        changed=changed,
        next=next_ or (_HOME, _SEARCH),
    )
