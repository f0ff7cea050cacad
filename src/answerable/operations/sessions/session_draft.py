"""A session in draft: its agenda and its live minutes are one draft, outside the record.

Fields: `order` and `left` (keys of items), and under each key `title`, `about`, `why`,
`question`, `left` (why it is left out), `standing` (start or end: a standing item), `words`,
`level`, `reason`, `ground`, `review`; for the whole `chair`, `present`, `apologies`, `approves`;
`p1` … answers to the public; `end:…` how a question ended. Whoever types saves; signing appends
once and deletes the draft.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Final

from answerable.ledger.register import Register, Version
from answerable.operations import catalogue, drafts
from answerable.operations.drafts import Saved
from answerable.operations.sessions import (
    agenda_changes,
    draft_items,
    presiding,
    sessions,
    standing_items,
)
from answerable.operations.sessions.session_plans import about, own_session
from answerable.scrutiny.phrases import start
from answerable.scrutiny.plans.plans import NotPossible
from answerable.scrutiny.sessions import forward_plan, planning, question_lint
from answerable.scrutiny.sessions.agenda import AgendaItem
from answerable.scrutiny.sessions.forward_plan import Session
from answerable.store.people import drafts as store
from answerable.store.people.drafts import Draft
from answerable.store.reads import registers
from answerable.store.reads.registers import ZONE
from answerable.vocabulary.access import Actor
from answerable.vocabulary.offices import spoken
from answerable.vocabulary.refusal import Refusal

KIND: Final = "session"
ALL: Final = "all"
FIRST_ITEMS: Final = 8
"""So many proposed items stand on an agenda at first; the others can be added."""
OF_ITEM: Final = ("words", "level", "reason", "ground", "review")


CHANGED: Final = (
    "Somebody changed the draft after you read it. Nothing is signed and nothing is lost: read "
    "it again, then sign."
)


class Changed(Refusal):
    """Somebody typed on after the page was read; nothing was signed."""

    code = "changed"


@dataclass(frozen=True)
class Open:
    """A session that is not signed, its register and its draft, if somebody began one."""

    institution: str
    body: str
    session: Session
    register: Register
    draft: Draft | None

    @property
    def fields(self) -> Mapping[str, str]:
        """The fields of the draft."""
        return self.draft.fields if self.draft else {}

    @property
    def order(self) -> tuple[str, ...]:
        """Keys of the items on the agenda, in order."""
        return tuple(self.fields.get("order", "").split())

    @property
    def left(self) -> tuple[str, ...]:
        """Keys of the items that are left out."""
        return tuple(self.fields.get("left", "").split())

    @cached_property
    def following(self) -> date | None:
        """The day of the session after it, if one stands in the plan."""
        after = forward_plan.next_after(self.register, self.session)
        return after.day if after else None

    @property
    def spoken_of(self) -> tuple[Version, ...]:
        """The facts of whatever stands on the agenda, so that no paper tells what is not on it."""
        named = dict.fromkeys(r for key in self.order for r in self.of(key, "about").split())
        return tuple(v for r in named for v in self.register.versions_of(stream=r))

    def of(self, key: str, name: str) -> str:
        """A field of an item."""
        return self.fields.get(f"{key}:{name}", "")

    def stands(self, key: str) -> bool:
        """Whether it is a standing item."""
        return bool(self.of(key, "standing"))

    def moved(self, key: str) -> tuple[str, ...]:
        """What of an item has moved on the record since its words were drawn."""
        return draft_items.moved(
            {n: self.of(key, n) for n in draft_items.WORDS},
            self.register,
            self.session,
            otherwise=self.draft.seen if self.draft else -1,
        )

    def why(self, key: str, *, outgoing: bool = False) -> str:
        """Why an item is on the agenda; of a standing item, what is known of it.

        `outgoing`: for a paper that others read, which tells nothing that our record lacks.
        """
        if self.stands(key):
            known = standing_items.to_send if outgoing else standing_items.told
            return known(key, self.register, self.session, self.fields)
        return self.of(key, "why")


def opened(session: str, *, actor: Actor, at: datetime) -> Open:
    """The session and its draft, for whoever takes its minutes."""
    institution, body = about(session)
    own_session(actor, "draft_minutes", institution=institution, body=body)
    day = at.astimezone(ZONE).date()
    register = registers.register(institution, valid=day, actor=actor)
    found = forward_plan.session(register, session)
    if found is None or found.held is not None:
        if found is not None:  # what a crash after signing left behind
            store.delete(kind=KIND, about=session, body=body)
        found = planning.waiting(register, session)
    return Open(institution, body, found, register, store.get(kind=KIND, about=session, body=body))


def proposed(found: Open, *, actor: Actor) -> tuple[AgendaItem, ...]:
    """What the record proposes for the session, on its day; what is about its theme first."""
    return sessions.agenda(
        actor=actor,
        body=found.institution,
        on=found.session.day,
        theme=found.session.theme,
    )


def begin_agenda(*, by: Actor, at: datetime, session: str) -> Draft:
    """Begin the agenda with what is most pressing; nothing happens where one is begun."""
    found = opened(session, actor=by, at=at)
    items = proposed(found, actor=by)[:FIRST_ITEMS]
    standing = standing_items.chosen(
        found.body,
        found.session.series or "",
        institution=found.institution,
        on=found.session.day,
    )
    fields = standing_items.fields(standing) | {
        "order": standing_items.order(standing, [f"i{n}" for n in range(1, len(items) + 1)]),
        "left": "",
        "next": str(len(items) + 1),
        "chair": start(presiding.head(found.institution, on=found.session.day)),
        "present": "\n".join(_present(found)),
        "apologies": "",
    }
    for n, item in enumerate(items, start=1):
        words_of = draft_items.drawn(item, found.register, found.session)
        fields |= {f"i{n}:{name}": words for name, words in words_of.items()}
    return _changed(found, session, lambda held: held.fields if held else fields, by=by, at=at)


def change_agenda(
    *,
    by: Actor,
    at: datetime,
    session: str,
    change: str,
    item: str = "",
    values: Mapping[str, str] | None = None,
) -> Draft:
    """Move an item up or down, leave it out, put it back, add one, change its question.

    `change`: up, down, order, leave-out, put-back, add, take (a proposed one), question; newer
    (the words that the record has now), kept (those with which it was drafted) or save (nothing
    beside what was typed).
    """
    found = opened(session, actor=by, at=at)
    if found.draft is None:
        raise NotPossible("Nobody has begun this agenda. Begin it first.", code="not_begun")
    given = dict(values or {})
    if change == "take":
        wanted = {i.reference: i for i in proposed(found, actor=by)}.get(item)
        if wanted is None:
            raise NotPossible("The record no longer proposes that item. Add it in your own words.")
        given = draft_items.drawn(wanted, found.register, found.session)
    elif change == "add" and given.get("about"):
        given = draft_items.own(given, found.register, found.session)
    elif change == "newer":
        given = _newer(found, item, proposed(found, actor=by))
    elif change == "kept":
        stamp = draft_items.seen(found.register, found.session)
        given = {f"{item}:{name}": text for name, text in stamp.items()}
    if "question" in given:
        question_lint.check(given["question"])

    def edit(held: Draft | None) -> Mapping[str, str]:
        return agenda_changes.changed(dict(held.fields) if held else {}, change, item, given)

    return _changed(found, session, edit, by=by, at=at)


def _newer(found: Open, item: str, known: Sequence[AgendaItem]) -> dict[str, str]:
    """The words that the record has now, of one item or, for `ALL`, of each that has moved."""
    keys = [key for key in found.order if found.moved(key)] if item == ALL else [item]
    made: dict[str, str] = {}
    for key in keys:
        held = {n: found.of(key, n) for n in draft_items.WORDS}
        words = draft_items.newer(held, known, found.register, found.session)
        made |= {f"{key}:{name}": text for name, text in words.items()}
    return made


def save_minutes(
    *,
    by: Actor,
    at: datetime,
    session: str,
    typed: Mapping[str, str],
    shown: Mapping[str, str],
) -> Saved:
    """Save what was typed so far; nobody overwrites anybody unknowingly."""
    found = opened(session, actor=by, at=at)
    if found.draft is None:
        begin_agenda(by=by, at=at, session=session)
    kept = {name: words for name, words in typed.items() if _may_hold(name, found)}
    return drafts.save(
        kind=KIND, about=session, by=by, body=found.body, at=at, typed=kept, shown=shown
    )


def _may_hold(name: str, found: Open) -> bool:
    key, _, part = name.partition(":")
    if key in ("end", "why"):
        return True
    if part:
        return part in (*OF_ITEM, "title") and key in (*found.order, *found.left)
    return name in ("chair", "present", "apologies", "approves") or (
        name.startswith("p") and name[1:].isdigit()
    )


def _present(found: Open) -> tuple[str, ...]:
    """Who usually comes, in words: whoever holds to account, and the chief officer."""
    head = presiding.head(found.institution, on=found.session.day)
    return tuple(start(one) for one in (head, spoken(chief_officer(found.institution))))


def chief_officer(institution: str) -> str:
    """The short name of the institution's chief officer: `chief-constable`."""
    known = [o for o in catalogue.offices().values() if o.body == institution]
    chief = next((o for o in known if o.level == "chief-officer"), None)
    return chief.title.lower().replace(" ", "-") if chief else "chief-officer"


def put_question(*, by: Actor, at: datetime, session: str, item: str) -> Draft:
    """The suggested question is put under its item, as asked: one more line to type under."""
    found = opened(session, actor=by, at=at)
    question = found.of(item, "question")
    if found.draft is None or not question:
        raise NotPossible("There is no suggested question under that item. Type your own.")

    line = f"Q: {' '.join(question.split())}"

    def asked(words: str) -> str:
        return words if line in words else f"{words}\n{line}".strip()

    return typed_anew(found, session, item, asked, by=by, at=at)


def typed_anew(
    found: Open,
    session: str,
    item: str,
    made: Callable[[str], str],
    *,
    by: Actor,
    at: datetime,
) -> Draft:
    """The lines under an item from now on: `made` of those that stand there by then."""
    box = f"{item}:words"

    def edit(held: Draft | None) -> Mapping[str, str]:
        fields = held.fields if held else {}
        return {**fields, box: made(fields.get(box, ""))}

    return _changed(found, session, edit, by=by, at=at)


def _changed(
    found: Open,
    session: str,
    edit: Callable[[Draft | None], Mapping[str, str]],
    *,
    by: Actor,
    at: datetime,
) -> Draft:
    return store.change(
        kind=KIND,
        about=session,
        body=found.body,
        office=by.office,
        at=at,
        seen=found.register.known,
        edit=edit,
    )


def say_ends(
    *, by: Actor, at: datetime, session: str, ends: Mapping[str, str], revision: int
) -> int:
    """How each question of the draft ended; the revision after that.

    Refused when somebody typed on since the page with this revision was read.
    """
    found = opened(session, actor=by, at=at)
    if found.draft is None or found.draft.revision != revision:
        raise Changed(CHANGED)
    shown = {name: drafts.mark(found.fields.get(name, "")) for name in ends}
    saved = drafts.save(
        kind=KIND,
        about=session,
        by=by,
        body=found.body,
        at=at,
        typed=ends,
        shown=shown,
    )
    return saved.draft.revision
