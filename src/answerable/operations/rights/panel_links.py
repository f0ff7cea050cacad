"""Links for members of a panel: read-only, for named pages, until a day; each opening is logged.

What a link opens is shown as the public sees it: a link tells which page was sent to whom, and
opens nothing that is marked. It ends by its day or when it is called back.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from secrets import token_urlsafe
from urllib.parse import urlsplit

from answerable.operations import access
from answerable.operations.rights.accounts import day_of
from answerable.store.people import panel_links
from answerable.store.people.panel_links import Opened, PanelLink
from answerable.store.reads import registers
from answerable.vocabulary.access import Actor, Role
from answerable.vocabulary.refusal import Refusal
from answerable.vocabulary.times import in_words

PATH = "/panel/"
DAYS, MOST_DAYS, MOST_PATHS = 28, 366, 20
READABLE = (
    *("/packs/", "/bodies/", "/cases/", "/findings/", "/sessions/", "/measures/", "/compare/"),
    *("/money/", "/people/", "/history/", "/corrections/", "/documents/"),
)
"""Pages to read; a link never leads to a form or to work."""

_SEARCH = "/search/"
_OF_THE_OFFICE = re.compile(r"/sessions/[^/]+/(?:plan|standing|\d{4}-\d{2}-\d{2}[^/]*/[^/])")
"""Work on a session: its brief, its agenda, its draft. Its own page is for everybody."""


class NotALink(Refusal):
    """A link that cannot be made or opened; the sentence says what to do."""

    code = "not_a_link"


@dataclass(frozen=True, slots=True)
class Made:
    """A new link, shown once."""

    label: str
    path: str
    ends: str


def make(
    *, by: Actor, at: datetime, label: str, paths: Sequence[str], until: date | None = None
) -> Made:
    """A link for a named person or group to some pages and packs."""
    access.require(by, "make_link")
    named = " ".join(label.split())
    if not named:
        raise NotALink("Say for whom the link is: the name stands in the list and in the log.")
    today = day_of(at)
    ends = until or today + timedelta(days=DAYS)
    if not today < ends <= today + timedelta(days=MOST_DAYS):
        raise NotALink("A link ends on a day from tomorrow to a year from now.")
    wanted = tuple(dict.fromkeys(_readable(path) for path in paths if path.strip()))
    if not wanted or len(wanted) > MOST_PATHS:
        raise NotALink(
            f"Tick or name the pages that it opens: one to {MOST_PATHS}; these are {len(wanted)}."
        )
    token = panel_links.signed(token_urlsafe(24))
    panel_links.keep(
        token=token,
        label=named,
        body=by.body,
        paths=wanted,
        made_by=f"{by.body}/{by.office}",
        at=at,
        expires=datetime.combine(ends, time(), registers.ZONE),
    )
    return Made(named, f"{PATH}{token}/", in_words(ends.isoformat()))


def every(*, by: Actor) -> tuple[PanelLink, ...]:
    """The links of the actor's body, the latest first."""
    access.require(by, "make_link")
    return panel_links.made_in(by.body)


def openings(*, by: Actor, number: int) -> tuple[PanelLink, tuple[Opened, ...]]:
    """One link of the actor's body, and when it was opened."""
    link = next((one for one in every(by=by) if one.id == number), None)
    if link is None:
        raise NotALink(f"There is no link number {number} of your body.", code="no_such_link")
    return link, panel_links.uses(number)


def revoke(*, by: Actor, at: datetime, number: int) -> None:
    """Call a link back: it opens nothing from now on."""
    access.require(by, "make_link")
    if not panel_links.revoke(number, body=by.body, at=at):
        raise NotALink(
            f"Link number {number} is not open: `answerable panel-link list` names them."
        )


def opened(*, token: str, at: datetime, number: int | None = None) -> tuple[PanelLink, str]:
    """What a link opens, logged: its own page, or the page of a number from 1.

    Refused in the same sentence whether it never was, is over or was called back.
    """
    link = panel_links.of(token) if panel_links.genuine(token) else None
    if link is None or not link.open(at):
        raise NotALink(
            "This link is over, or was called back. Ask whoever sent it for a new one.",
            code="no_such_link",
        )
    if number is not None and not 1 <= number <= len(link.paths):
        raise NotALink("This link opens no such page.", code="no_such_link")
    path = "" if number is None else link.paths[number - 1]
    panel_links.used(link.id, path=path, at=at)
    return link, path


def reader(link: PanelLink) -> Actor:
    """Who reads by a link."""
    return _member(link.body, link.id)


def before(by: Actor) -> Actor:
    """Who would read by a link that somebody is about to make."""
    access.require(by, "make_link")
    return _member(by.body, 0)


def _member(body: str, number: int) -> Actor:
    return Actor(body, "panel-member", f"panel/{number}", frozenset({Role.PANEL_MEMBER}))


def _readable(address: str) -> str:
    parts = urlsplit(address.strip())
    path = f"{parts.path}?{parts.query}" if parts.query else parts.path
    if _OF_THE_OFFICE.match(parts.path):
        raise NotALink(
            f"“{address.strip()[:80]}” is the office’s own work, which the panel would be "
            "refused. Send the session’s page, or its minutes once they are signed."
        )
    if parts.path.startswith(_SEARCH):
        raise NotALink(
            "A search finds what is public, and opens for anybody at its own address: send that "
            "beside the link. In the link name the pages that it found, such as a finding, or a "
            "document with its place."
        )
    if not parts.path.startswith(READABLE) or ".." in parts.path:
        raise NotALink(
            f"“{address.strip()[:80]}” is not a page to read here. Copy the address of a pack, "
            "a body, a finding, a session, a measure or of money or people."
        )
    return path
