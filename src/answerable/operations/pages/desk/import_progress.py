"""Import, while it is written: how far it is, on a page that asks again by itself."""

from dataclasses import dataclass
from urllib.parse import quote, urlencode

from answerable.ledger.book import Receipt
from answerable.operations.pages.desk import importing
from answerable.operations.pages.desk.importing import TITLE
from answerable.operations.pages.forms import Hidden, acting, carried
from answerable.operations.pages.look import ZONE, Look
from answerable.operations.pages.parts import Aside, FormError, Link, Page
from answerable.operations.plans.import_runs import Far
from answerable.operations.plans.log_compared import Asked
from answerable.vocabulary.language import say

EVERY = 3
"""Seconds after which the page asks again by itself."""


@dataclass(frozen=True, kw_only=True)
class ProgressPage(Page):
    """How far; `made` of `of` for the bar, `again` to ask now, `stop` to ask no more by itself.

    Where nothing is at work, `action` and `hidden` lead back to the difference as it was typed.
    """

    refresh: int
    made: int
    of: int
    again: Link | None
    stop: Link | None
    action: str
    hidden: tuple[Hidden, ...]
    button: str


def address(document: str, about: Asked, key: str) -> str:
    """Where one import is looked at while it is written."""
    return f"{importing.address(document, about, 'progress/')}&key={quote(key)}"


def written(document: str, about: Asked, receipt: Receipt) -> str:
    """Where it is said what was written."""
    told = urlencode({"first": receipt.first, "count": receipt.count})
    return f"{importing.address(document, about, 'done/')}&{told}"


def progress(
    look: Look, document: str, about: Asked, far: Far, *, key: str, by_itself: bool
) -> ProgressPage:
    """Compared, written entry by entry, refused, or stopped before anything was recorded."""
    here = address(document, about, key)
    at_work, typed = far.at_work, dict(far.typed)
    return ProgressPage(
        title=say("The log is being recorded") if at_work else say("Nothing was recorded"),
        area="plans",
        sentence=_sentence(far),
        banner=acting(look, about.institution),
        as_at=look.as_at(),
        crumbs=(
            Link(label=TITLE, url="/import/"),
            Link(label=say("Columns"), url=importing.address(document, about)),
        ),
        errors=(FormError(words=far.refused.sentence),) if far.refused else (),
        refresh=EVERY if at_work and by_itself else 0,
        made=far.made,
        of=far.of,
        again=Link(label=say("Ask again now"), url=here) if at_work else None,
        stop=Link(label=say("Stop asking by itself"), url=f"{here}&still=1")
        if at_work and by_itself
        else None,
        action="" if at_work else importing.address(document, about, "difference/"),
        hidden=(
            Hidden(name="step", value="look"),
            *carried(typed, *(n for n in typed if n.startswith(("who-", "why-")))),
        ),
        button=say("Look at the difference again"),
        aside=(
            Aside(
                title=say("All of it or nothing"),
                paragraphs=(
                    say(
                        "The whole log is recorded at once when the last entry is made. "
                        "If the machine stops before that, nothing of it is on the "
                        "record, and the difference still shows what is left to do."
                    ),
                    say(
                        "You may close this page. The import goes on, and My week shows "
                        "its actions."
                    ),
                ),
            ),
        ),
    )


def _sentence(far: Far) -> str:
    if far.refused:
        return far.refused.sentence
    if far.begun is None:
        return say(
            "This import ended before its last entry was made, so nothing of it is on the record."
        )
    since = f"{far.begun.astimezone(ZONE):%H:%M:%S}"
    if not far.of:
        return say(
            "Begun at {since}. The {rows} rows are compared with the register.",
            since=since,
            rows=f"{far.rows:,}",
        )
    return say(
        "Begun at {since}. {made} of {of} entries are made.",
        since=since,
        made=f"{far.made:,}",
        of=f"{far.of:,}",
    )
