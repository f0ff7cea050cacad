"""The page of a refusal: what was asked, and what to do instead."""

from dataclasses import dataclass
from datetime import datetime

from answerable.operations.pages.look import Look, banner
from answerable.operations.pages.parts import Item, Link, Page
from answerable.vocabulary.language import marked, say
from answerable.vocabulary.refusal import Refusal

_HOME = Link(label=marked("Start at the first page"), url="/")
_BODIES = Link(label=marked("See all bodies"), url="/bodies/")


@dataclass(frozen=True, kw_only=True)
class RefusalPage(Page):
    """Where to go on, and what had been typed."""

    changed: bool = False
    next: tuple[Link, ...] = ()
    typed: tuple[Item, ...] = ()


def refused(
    refusal: Refusal,
    *,
    at: datetime,
    found: bool = True,
    changed: bool = False,
    office: str = "",
    way: Link | None = None,
) -> RefusalPage:
    """The page of a refusal; `changed`: something was to be written, and was not.

    `office`: where another office is chosen, for whoever may not do this as it is. `way` comes
    before all others.
    """
    shown = say("This cannot be shown") if found else say("There is no such page")
    return RefusalPage(
        title=say("That was not done") if changed else shown,
        area="home",
        banner=banner(),
        sentence=refusal.sentence,
        as_at=Look(at=at).as_at(),
        changed=changed,
        next=(
            *((way,) if way else ()),
            *_offices(office),
            _HOME,
            _BODIES,
        ),
    )


def _offices(url: str) -> tuple[Link, ...]:
    return (Link(label=say("Act as another office"), url=url),) if url else ()
