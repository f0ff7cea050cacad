"""Take the minutes of a session: one page, saved as one types, by two people if need be."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from answerable.operations.drafts import Clash, mark
from answerable.operations.pages.forms import Choice
from answerable.operations.pages.look import Look
from answerable.operations.pages.parts import Aside, FormError, Link, Notice, Page
from answerable.operations.pages.sessions import live_read
from answerable.operations.pages.sessions.build_agenda import frame
from answerable.operations.pages.sessions.forward_plan import url_of
from answerable.operations.sessions import presiding, session_draft
from answerable.operations.sessions.session_draft import OF_ITEM, Open, chief_officer
from answerable.scrutiny.phrases import number
from answerable.scrutiny.sessions import forward_plan, public_questions
from answerable.store.reads.registers import ZONE
from answerable.vocabulary.language import marked, say, say_many
from answerable.vocabulary.times import in_words

LEVELS = (
    Choice(value="", label=marked("No judgement yet")),
    Choice(value="assured", label=marked("Assured")),
    Choice(value="partly", label=marked("Assured in part")),
    Choice(value="not-assured", label=marked("Not assured")),
)
OF_SESSION = ("chair", "present", "apologies", "approves")


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A box of the page: its text, and what somebody else wrote in it meanwhile."""

    name: str
    text: str
    theirs: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveItem:
    """One item: what is typed under it, how it was understood, and what was judged."""

    key: str
    number: int
    title: Box
    why: str
    question: str
    words: Box
    read: tuple[str, ...]
    presses: tuple[live_read.Press, ...]
    level: Box
    reason: Box
    ground: Box
    review: Box
    standing: bool = False

    @property
    def rows(self) -> int:
        """How high the box is: little is said under a standing item."""
        return 3 if self.standing else 10


@dataclass(frozen=True, kw_only=True)
class LivePage(Page):
    """The shapes stand at the head of `sessions/live.html`."""

    action: str
    begun: bool
    revision: str
    shown: str
    saved: str
    items: tuple[LiveItem, ...]
    assured: str
    levels: tuple[Choice, ...]
    chair: Box
    present: Box
    apologies: Box
    who_hint: str
    approves: Box
    before: str
    public: tuple[tuple[str, Box], ...]


def live(
    look: Look,
    body: str,
    day: str,
    *,
    clashes: Sequence[Clash] = (),
    typed: Mapping[str, str] | None = None,
    errors: tuple[FormError, ...] = (),
    saved: bool = False,
) -> LivePage:
    """The page; after a clash each box holds what you typed, with theirs beside it."""
    found = session_draft.opened(f"session/{body}/{day}", actor=look.actor, at=look.at)
    boxes = _Boxes(found, clashes, typed or {})
    before = forward_plan.before(found.register, found.session)
    waits = before is not None and before.approved is None
    public = public_questions.of_session(found.register, found.session.reference)
    url = url_of(found.session)
    return LivePage(
        **frame(look, found, title=say("Take the minutes")),
        sentence=" ".join((_sentence(found, clashes), *_early(look, found))),
        errors=(
            *errors,
            *(
                FormError(
                    words=say(
                        "{by} changed this box first: look at both texts, then save again",
                        by=c.by.replace("-", " ").capitalize(),
                    ),
                    target=c.field,
                )
                for c in clashes
            ),
        ),
        notice=Notice(title=say("Saved"), words=_saved(found)) if saved and not clashes else None,
        action=f"{url}live/",
        begun=found.draft is not None,
        revision=str(found.draft.revision) if found.draft else "",
        shown=json.dumps(marks(found), sort_keys=True),
        saved=_saved(found),
        items=tuple(
            _item(found, boxes, key, place) for place, key in enumerate(found.order, start=1)
        ),
        places=tuple(
            Link(label=say("Item {number}", number=place), url=f"#{key}")
            for place, key in enumerate(found.order, start=1)
            if found.draft is not None
        ),
        assured=_assured(found),
        levels=LEVELS,
        chair=boxes.of("chair"),
        present=boxes.of("present"),
        apologies=boxes.of("apologies"),
        who_hint=say(
            "Whoever usually comes is filled in: change it to who is here. Chief officers and "
            "statutory officers may stand by name and office, such as “{named} Jane Smith”; "
            "everybody else as a role.",
            named=chief_officer(found.institution).replace("-", " ").title(),
        ),
        approves=boxes.of("approves"),
        before=in_words(before.date) if before and waits else "",
        public=tuple(
            (question.text or say("Withheld"), boxes.of(f"p{n}"))
            for n, question in enumerate(public, start=1)
            if question.open
        ),
        aside=(
            live_read.how_to_type(),
            Aside(
                title=say("Go on"),
                screen=True,
                actions=(
                    Link(label=say("Check and sign"), url=f"{url}sign/"),
                    Link(label=say("Change the agenda"), url=f"{url}build/"),
                ),
            ),
        ),
    )


def _early(look: Look, found: Open) -> tuple[str, ...]:
    """That the session's day has not come, to whoever opens its minutes."""
    if found.session.day <= look.today:
        return ()
    return (
        say(
            "This session is still to come, on {day}: its minutes are signed from that day.",
            day=in_words(found.session.date),
        ),
    )


def fields(found: Open) -> tuple[str, ...]:
    """The names of the boxes of the page."""
    own = tuple(f"{key}:{name}" for key in found.order for name in ("title", *OF_ITEM))
    public = public_questions.of_session(found.register, found.session.reference)
    return (*OF_SESSION, *own, *(f"p{n}" for n, q in enumerate(public, start=1) if q.open))


def marks(found: Open) -> dict[str, str]:
    """Box -> digest of the text that the page shows in it."""
    return {name: mark(found.fields.get(name, "")) for name in fields(found)}


def answer(
    look: Look, body: str, day: str, *, clashes: Sequence[Clash], typed: Mapping[str, str]
) -> dict[str, object]:
    """What the script is told after a saving: digests, other people's words, lines understood."""
    found = session_draft.opened(f"session/{body}/{day}", actor=look.actor, at=look.at)
    clashing = {c.field for c in clashes}
    held = {name: found.fields.get(name, "") for name in fields(found)}
    return {
        "revision": found.draft.revision if found.draft else 0,
        "saved": _saved(found),
        "shown": marks(found),
        "others": {
            name: words
            for name, words in held.items()
            if name in typed
            and name not in clashing
            and words.split() != typed[name].replace("\r\n", "\n").split()
        },
        "clashes": [
            {"field": c.field, "theirs": c.theirs, "by": c.by.replace("-", " ")} for c in clashes
        ],
        "read": {key: live_read.read(found, key) for key in found.order},
        "presses": {
            key: [asdict(one) for one in live_read.presses(found, key)] for key in found.order
        },
        "items": list(found.order),
    }


class _Boxes:
    """The boxes of the page as they stand, or as they were typed where somebody was faster."""

    def __init__(self, found: Open, clashes: Sequence[Clash], typed: Mapping[str, str]) -> None:
        self._found, self._typed = found, typed
        self._clashes = {c.field: c for c in clashes}

    def of(self, name: str) -> Box:
        clash = self._clashes.get(name)
        if clash is None:
            held = self._found.fields.get(name, "")
            return Box(name=name, text=self._typed.get(name, held))
        return Box(
            name=name,
            text=clash.yours,
            theirs=clash.theirs or "(nothing)",
            by=clash.by.replace("-", " "),
        )


def _item(found: Open, boxes: _Boxes, key: str, place: int) -> LiveItem:
    return LiveItem(
        key=key,
        number=place,
        title=boxes.of(f"{key}:title"),
        why=" ".join((found.why(key), *found.moved(key))).strip(),
        standing=found.stands(key),
        question=found.of(key, "question"),
        words=boxes.of(f"{key}:words"),
        read=tuple(live_read.read(found, key)),
        presses=live_read.presses(found, key),
        level=boxes.of(f"{key}:level"),
        reason=boxes.of(f"{key}:reason"),
        ground=boxes.of(f"{key}:ground"),
        review=boxes.of(f"{key}:review"),
    )


def _saved(found: Open) -> str:
    if found.draft is None:
        return say("Nothing is saved yet.")
    at = f"{datetime.fromisoformat(found.draft.saved_at).astimezone(ZONE):%H:%M:%S}"
    who = found.draft.office.replace("-", " ")
    return say(
        "Last saved at {at} by the {who}, revision {revision}.",
        at=at,
        who=who,
        revision=found.draft.revision,
    )


def _assured(found: Open) -> str:
    """The question under each item, of the post that this body has: “Was the Mayor assured?”."""
    head = presiding.head(found.institution, on=found.session.day)
    return say("Was the {head} assured?", head=head if head == "chair" else head.capitalize())


def _sentence(found: Open, clashes: Sequence[Clash]) -> str:
    if found.draft is None:
        return say(
            "Nobody has begun this agenda. Begin it, and the minutes stand under its items."
        )
    if clashes:
        return say_many(
            "Everything else is saved. In {count} box somebody was faster: both texts stand "
            "below, and nothing is lost.",
            "Everything else is saved. In {count} boxes somebody was faster: both texts stand "
            "below, and nothing is lost.",
            len(clashes),
            shown=number(len(clashes)),
        )
    return say(
        "What you type is saved every few seconds. Nothing enters the record until it is signed."
    )
