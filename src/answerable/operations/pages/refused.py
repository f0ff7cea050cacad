"""The page of a refusal: what was asked, and what to do instead."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode

from answerable.operations.pages.look import DATES, Look, banner, undated
from answerable.operations.pages.parts import Item, Link, Page
from answerable.vocabulary.language import marked, say
from answerable.vocabulary.refusal import Refusal
from answerable.vocabulary.times import in_words

_AS_AT = re.compile(r"/as-at/(\d{4}-\d{2}-\d{2})/(.*)", re.DOTALL)
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


def way_on(path: str, query: Iterable[tuple[str, str]]) -> Link | None:
    """Where a dated address leads at which there is nothing: to what sources had published by
    a day before the record began, else to the same page of today; None without a date.
    """
    given = list(query)
    if early := _AS_AT.fullmatch(path):
        day, rest = early.groups()
        asked = urlencode([*((n, v) for n, v in given if n not in DATES), ("said", day)])
        label = say("Read what sources had published by {day}", day=in_words(day))
        return Link(label=label, url=f"/{rest}?{asked}")
    if DATES.isdisjoint(name for name, _ in given):
        return None
    return Link(label=say("The same page as at today"), url=undated(path, given))


def _offices(url: str) -> tuple[Link, ...]:
    return (Link(label=say("Act as another office"), url=url),) if url else ()
