"""How far the reading of what was handed in is, file by file, on a page that asks again."""

from collections.abc import Mapping
from dataclasses import dataclass

from answerable.operations.documents.folder import One
from answerable.operations.documents.reading_runs import Far
from answerable.operations.pages import naming
from answerable.operations.pages.documents.hand_in import ADDRESS, TITLE
from answerable.operations.pages.documents.waiting import called
from answerable.operations.pages.forms import acting
from answerable.operations.pages.look import ZONE, Look
from answerable.operations.pages.parts import Aside, Link, Page, Row
from answerable.vocabulary.language import say

EVERY = 3
"""Seconds after which the page asks again by itself."""


@dataclass(frozen=True, kw_only=True)
class ReadingProgressPage(Page):
    """How far: `made` of `of` files, what became of each, and how to stop.

    `refresh` is in seconds, 0 for never; `stop_url` is empty where nothing is left to stop.
    """

    refresh: int
    made: int
    of: int
    files: tuple[Row, ...]
    refused: tuple[Row, ...]
    again: Link | None
    still: Link | None
    stop_url: str
    onward: tuple[Link, ...]


def address(key: str, step: str = "far") -> str:
    """Where one run is looked at, or stopped."""
    return f"{ADDRESS}{key}/{step}/"


def progress(look: Look, far: Far, *, key: str, by_itself: bool) -> ReadingProgressPage:
    """Read so far, what waits of each, and why a file was not read."""
    here, kept = address(key), [one for one in far.done if one.document is not None]
    named = called(look) if kept else {}
    return ReadingProgressPage(
        title=say("The documents are being read") if far.at_work else _ended(far, len(kept)),
        area="review",
        sentence=_sentence(far),
        banner=acting(look),
        as_at=look.as_at(),
        crumbs=(
            Link(label=say("What waits for a person"), url="/review/"),
            Link(label=TITLE, url=ADDRESS),
        ),
        refresh=EVERY if far.at_work and by_itself else 0,
        made=len(far.done),
        of=far.total,
        files=tuple(_row(one, named) for one in kept),
        refused=tuple(Row(title=one.name, note=one.words) for one in far.done if not one.document),
        again=Link(label=say("Ask again now"), url=here) if far.at_work else None,
        still=Link(label=say("Stop asking by itself"), url=f"{here}?still=1")
        if far.at_work and by_itself
        else None,
        stop_url=address(key, "stop") if far.at_work and not far.stopped else "",
        onward=(
            Link(label=say("What waits for a person"), url="/review/"),
            Link(label=say("Hand in more"), url=ADDRESS),
        ),
        aside=(
            Aside(
                title=say("File by file"),
                paragraphs=(
                    say(
                        "Each file is kept, and what it states waits for a person, as "
                        "soon as it is read. You may close this page; the reading goes "
                        "on."
                    ),
                    say(
                        "If you stop, what was read stays. Hand in the same files again "
                        "to go on: those that were read are passed over."
                    ),
                ),
            ),
        ),
    )


def _row(one: One, named: Mapping[str, str]) -> Row:
    """A document by its title and who published it; the file that it came in stands beside."""
    to = f"/review/?document={one.document}"
    return Row(
        title=named.get(one.document or "", one.name),
        sentence=say("File: {name}", name=one.name),
        note=naming.stop(one.words[:1].upper() + one.words[1:]),
        links=(Link(label=say("Review it"), url=to),),
    )


def _ended(far: Far, kept: int) -> str:
    if far.begun is None:
        return say("This reading is not known here")
    return say(
        "{kept} of {total} documents {word} read",
        kept=kept,
        total=far.total,
        word=say("is") if kept == 1 else say("are"),
    )


def _sentence(far: Far) -> str:
    if far.begun is None:
        return say(
            "It ended when the site was stopped, or it is long over. What "
            "was read before waits in the queue; hand the files in again to "
            "go on."
        )
    since = say("Begun at {astimezone}.", astimezone=f"{far.begun.astimezone(ZONE):%H:%M:%S}")
    if far.at_work and far.stopped:
        return say("{since} The file that is being read now is the last.", since=since)
    if far.at_work:
        return say(
            "{since} {count} of {total} {word} done.",
            since=since,
            count=len(far.done),
            total=far.total,
            word=say("file") if far.total == 1 else say("files"),
        )
    left, refused = far.total - len(far.done), sum(one.document is None for one in far.done)
    told = [
        say(
            "{left} {word} not begun, because somebody stopped it",
            left=left,
            word=say("was") if left == 1 else say("were"),
        )
    ] * bool(left)
    told += [
        say("{refused} could not be read; the reason stands beside each", refused=refused)
    ] * bool(refused)
    return f"{'; '.join(told)}." if told else say("Every file was read.")
