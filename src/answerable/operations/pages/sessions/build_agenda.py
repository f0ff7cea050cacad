"""Build the agenda of a planned session: each item with its reason and question, in your order."""

import json
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from answerable.operations.drafts import Clash
from answerable.operations.pages import naming
from answerable.operations.pages.forms import Choice, acting
from answerable.operations.pages.look import Look
from answerable.operations.pages.naming import short
from answerable.operations.pages.parts import Aside, FormError, Link, Notice, Page
from answerable.operations.pages.sessions.agenda import REASONS
from answerable.operations.pages.sessions.forward_plan import url_of
from answerable.operations.pages.sessions.grouped import members
from answerable.operations.pages.sessions.planned_session import without_questions
from answerable.operations.pages.short import with_short
from answerable.operations.sessions import (
    agenda_boxes,
    draft_items,
    reports,
    session_draft,
    standing_items,
)
from answerable.operations.sessions.session_draft import Open
from answerable.scrutiny.phrases import number, plural, start
from answerable.scrutiny.progress import findings, progress
from answerable.scrutiny.sessions.agenda import AgendaItem
from answerable.scrutiny.standing import Progress
from answerable.vocabulary.facts import ActionPromised
from answerable.vocabulary.finding_kinds import CAUSE, family
from answerable.vocabulary.language import marked, say, say_many
from answerable.vocabulary.times import in_words

MOST_MORE = 20
MOST_FINDINGS = 300
MOST_ACTIONS = 100
ACTION = "action/"
_SAVED = marked("The agenda stands as you left it.")
NO_WORDS = marked("words not in our sources")


@dataclass(frozen=True, slots=True, kw_only=True)
class OnAgenda:
    """One item: its place, words, why it is there, and the question that could be asked.

    `actions` are those of a group, each with its page; `moved` is what the record says of it now
    that it did not say when the item was drafted. `asked` and `left` stand in its boxes, `theirs`
    is the question that somebody else saved meanwhile; `open`: something was typed there; `after`:
    the anchor of the item that follows.
    """

    key: str
    number: int
    title: str
    why: str
    question: str
    url: str
    first: bool
    last: bool
    actions: tuple[Link, ...] = ()
    standing: bool = False
    moved: tuple[str, ...] = ()
    asked: str = ""
    left: str = ""
    theirs: str = ""
    open: bool = False
    after: str = ""

    @property
    def box(self) -> str:
        """Where on the page it stands: the place to come back to."""
        return f"item-{self.key}"


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """An item that is not taken, and why."""

    key: str
    title: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class More:
    """What else the record proposes."""

    reference: str
    title: str
    label: str
    words: str


@dataclass(frozen=True, kw_only=True)
class BuildPage(Page):
    """The shapes stand at the head of `sessions/build.html`."""

    action: str
    begun: bool
    revision: str
    items: tuple[OnAgenda, ...]
    left: tuple[LeftOut, ...]
    more: tuple[More, ...]
    more_count: int
    register_url: str
    findings: tuple[Choice, ...]
    typed: dict[str, str]
    shown: str

    @property
    def moved(self) -> int:
        """How many items have moved on the record since they were drafted."""
        return sum(bool(item.moved) for item in self.items)


def _places(
    found: session_draft.Open, items: Sequence[OnAgenda], more: Sequence[object]
) -> tuple[Link, ...]:
    """The parts of the page, for a keyboard: twenty items are more than a hundred presses."""
    begun = found.draft is not None
    return (
        Link(label=say("The items ({count})", count=len(items)), url="#agenda"),
        *((Link(label=say("Add an item of your own"), url="#add"),) if begun else ()),
        *((Link(label=say("Left out"), url="#left-out"),) if found.left else ()),
        *((Link(label=say("What else the record proposes"), url="#more"),) if more else ()),
    )


def build(
    look: Look,
    body: str,
    day: str,
    *,
    errors: tuple[FormError, ...] = (),
    typed: Mapping[str, str] | None = None,
    clashes: Sequence[Clash] = (),
    saved: bool = False,
) -> BuildPage:
    """The agenda as it stands in the draft; before it is begun, what it would begin with.

    `typed`: box -> what was sent and is not saved, as it was refused or somebody was faster.
    """
    found = session_draft.opened(f"session/{body}/{day}", actor=look.actor, at=look.at)
    proposed = session_draft.proposed(found, actor=look.actor)
    held = {r for k in (*found.order, *found.left) for r in found.of(k, "about").split()}
    more = [i for i in proposed if i.reference not in held]
    items = _items(look, found, typed or {}, {c.field: c.theirs for c in clashes})
    if found.draft is None:
        items = _first(look, found, proposed[: session_draft.FIRST_ITEMS])
        more = list(proposed[session_draft.FIRST_ITEMS :])
    return with_short(
        look,
        (found.institution,),
        BuildPage(
            **frame(look, found, title=say("Agenda")),
            sentence=_sentence(found, items),
            errors=(*errors, *(_faster(c) for c in clashes)),
            notice=Notice(title=say("Saved"), words=_SAVED) if saved and found.draft else None,
            action=f"{url_of(found.session)}build/",
            begun=found.draft is not None,
            revision=str(found.draft.revision) if found.draft else "",
            items=tuple(map(_before, items, items[1:])) + items[-1:],
            left=tuple(
                LeftOut(key=k, title=found.of(k, "title"), reason=found.of(k, "left"))
                for k in found.left
            ),
            more=tuple(_more(i) for i in more[:MOST_MORE]),
            more_count=len(more),
            register_url=f"/plans/?body={found.institution}",
            findings=_matters(found, without=held | {i.reference for i in more}),
            typed={
                name: (typed or {}).get(f"new:{name}", found.of("new", name))
                for name in ("title", "why", "about")
            },
            shown=json.dumps(agenda_boxes.marks(found), sort_keys=True),
            places=_places(found, items, more),
            aside=(
                Aside(
                    title=say("Go on"),
                    screen=True,
                    actions=(
                        Link(label=say("Two-page brief"), url=f"{url_of(found.session)}brief/"),
                        Link(label=say("Take the minutes"), url=f"{url_of(found.session)}live/"),
                    ),
                    links=(
                        Link(label=say("Agenda (PDF)"), url=f"{url_of(found.session)}agenda.pdf"),
                        Link(
                            label=say("Agenda (Word)"), url=f"{url_of(found.session)}agenda.docx"
                        ),
                        Link(
                            label=say("Agenda to send out (PDF)"),
                            url=f"{url_of(found.session)}agenda-to-send.pdf",
                        ),
                        Link(
                            label=say("Agenda to send out (Word)"),
                            url=f"{url_of(found.session)}agenda-to-send.docx",
                        ),
                        *without_questions(url_of(found.session)),
                    ),
                ),
                Aside(
                    title=say("Standing items"),
                    screen=True,
                    links=(
                        Link(
                            label=say("Choose which a series has"),
                            url=f"/sessions/{found.body}/standing/",
                        ),
                    ),
                ),
                Aside(
                    title=say("Questions"),
                    paragraphs=(
                        say(
                            "A question asks what assurance can be given, by when, and shown "
                            "by what. One that says how officers or staff should be used is "
                            "refused."
                        ),
                        say(
                            "The chair decides what is taken. What is left out stands in the "
                            "minutes with its reason."
                        ),
                    ),
                ),
            ),
        ),
    )


def frame(look: Look, found: Open, *, title: str) -> dict[str, Any]:
    """What the pages about a session in draft share."""
    session = found.session
    return {
        "title": title,
        "area": "sessions",
        "kicker": say(
            "{title} of {body}, {day}",
            title=session.title,
            body=naming.body_words(found.body),
            day=in_words(session.date),
        ),
        "banner": acting(look, found.institution),
        "as_at": look.as_at(),
        "crumbs": (
            Link(label=naming.body_words(found.institution), url=f"/bodies/{found.institution}/"),
            Link(label=say("Sessions"), url=f"/sessions/{found.body}/"),
            Link(label=in_words(session.date), url=url_of(session)),
        ),
    }


def _faster(clash: Clash) -> FormError:
    return FormError(
        words=say(
            "{by} changed this question first: look at both texts, then save again",
            by=clash.by.replace("-", " ").capitalize(),
        ),
        target=clash.field,
    )


def _items(
    look: Look, found: Open, typed: Mapping[str, str], theirs: Mapping[str, str]
) -> tuple[OnAgenda, ...]:
    order, replies = found.order, reports.titles(found.register)
    return tuple(
        OnAgenda(
            key=key,
            number=place,
            title=start(found.of(key, "title")),
            why=found.why(key),
            question=found.of(key, "question"),
            standing=found.stands(key),
            moved=found.moved(key),
            asked=typed.get(f"{key}:question", found.of(key, "question")),
            left=typed.get(f"{key}:left", found.of(key, "left")),
            theirs=theirs.get(f"{key}:question", ""),
            open=_typed_in(found, key, typed),
            url=_url(look, replies, found.of(key, "about")),
            first=place == 1,
            last=place == len(order),
            actions=_group(look, found, found.of(key, "about").split()),
        )
        for place, key in enumerate(order, start=1)
    )


def _typed_in(found: Open, key: str, typed: Mapping[str, str]) -> bool:
    """Whether a reason is half typed under an item, or a question that is not saved."""
    left, asked = typed.get(f"{key}:left", found.of(key, "left")), typed.get(f"{key}:question")
    return bool(left.strip()) or asked not in (None, found.of(key, "question"))


def _first(look: Look, found: Open, proposed: Sequence[AgendaItem]) -> tuple[OnAgenda, ...]:
    return tuple(
        OnAgenda(
            key="",
            number=place,
            title=start(item.title),
            why=draft_items.why(item),
            question=item.question,
            url="",
            first=True,
            last=True,
            actions=_group(look, found, (item.reference, *item.also)),
        )
        for place, item in enumerate(proposed, start=1)
    )


def _before(item: OnAgenda, following: OnAgenda) -> OnAgenda:
    """The item with the way to the one that follows it."""
    return replace(item, after=following.box)


def _more(item: AgendaItem) -> More:
    why = item.reasons[0]
    return More(
        reference=item.reference,
        title=start(item.title),
        label=REASONS[why.reason],
        words=why.words,
    )


def _group(look: Look, found: Open, about: Sequence[str]) -> tuple[Link, ...]:
    """Several actions under one item, and no finding: each with its page."""
    many = len(about) > 1 and about[0].startswith(ACTION)
    return members(look, found.register, about) if many else ()


def _matters(found: Open, *, without: Container[str]) -> tuple[Choice, ...]:
    """What an own item can be about: open findings, causes first; then actions not `without`."""
    if not found.draft:
        return ()
    every = [item for item in findings(found.register) if item.open]
    every.sort(key=lambda item: family(item.kind) != CAUSE)
    rest = islice(_actions(found, without), MOST_ACTIONS)
    return (
        Choice(value="", label=say("None of them")),
        *(
            Choice(value=item.reference, label=f"{_kind(item)}: {short(item.text or NO_WORDS)}")
            for item in (*every[:MOST_FINDINGS], *rest)
        ),
    )


def _actions(found: Open, without: Container[str]) -> Iterator[Progress]:
    """Open actions; those promised without a date first, as no day brings them to a session."""
    promised = [f for f in found.register.of(ActionPromised) if f.stream not in without]
    for fact in sorted(promised, key=lambda fact: fact.due or ""):
        item = progress(found.register, fact.stream)
        if item.open:
            yield item


def _kind(item: Progress) -> str:
    kind = start(item.kind.replace("-", " "))
    return f"{kind} {item.number}" if item.number else kind


def _url(look: Look, replies: Container[str], about: str) -> str:
    """The page of a finding or an action; of a reply that is due, its clock."""
    if about.startswith(ACTION) and " " in about:
        return ""  # a group: each action has its own page under it
    reference = about.partition(" ")[0]
    if reference in replies:
        return look.url(f"/responses/{reference}/clock/")
    shown = reference.startswith(ACTION) or "/recommendation/" in reference
    shown = shown or "/cause-of-concern/" in reference or "/area-for-improvement/" in reference
    return look.url(f"/findings/{reference}/") if shown else ""


def _sentence(found: Open, items: Sequence[OnAgenda]) -> str:
    n = len(items)
    if found.draft is None:
        return start(
            say(
                "Nobody has begun this agenda. The record proposes {count} {items} to begin with.",
                count=number(n),
                items=plural("item", n),
            )
        ) + _around(found)
    out = len(found.left)
    said = start(say("{count} {items} on the agenda", count=number(n), items=plural("item", n)))
    if fixed := sum(item.standing for item in items):
        said += say(", of which {count} standing", count=number(fixed))
    if out:
        said = say("{said}; {count} left out", said=said, count=number(out))
    return " ".join((f"{said}.", *moved_words(sum(bool(item.moved) for item in items))))


def moved_words(count: int) -> Iterator[str]:
    """That so many items have moved on the record since they were drafted; nothing for none."""
    if count:
        yield start(
            say_many(
                "{count} of them has moved on the record since it was drafted.",
                "{count} of them have moved on the record since they were drafted.",
                count,
                shown=number(count),
            )
        )


def _around(found: Open) -> str:
    """The standing items that will stand around them."""
    items = standing_items.chosen(
        found.body,
        found.session.series or "",
        institution=found.institution,
        on=found.session.day,
    )
    if not items:
        return ""
    names = "; ".join(start(item.words) for item in items)
    return say(" Around them stand: {names}.", names=names)
