"""Amend signed minutes: every line in a box, put right at once with why; both words stand."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from answerable.operations import access, drafts
from answerable.operations.pages import naming
from answerable.operations.pages.forms import Field, FormPage, Hidden, acting
from answerable.operations.pages.look import Look
from answerable.operations.pages.parts import Aside, FormError, Link
from answerable.operations.pages.sessions import amend_actions, amend_lines
from answerable.operations.pages.sessions.amend_lines import CHAIR, DUE, OWNER, WHO, Line
from answerable.operations.pages.sessions.held_session import (
    Held,
    held,
)
from answerable.operations.quoting import typed
from answerable.operations.record.ledger import PutRight
from answerable.operations.sessions.amending import Added, TakenBack
from answerable.reading.actions.typed import typed_due
from answerable.scrutiny.plans.assigned import kept_as
from answerable.scrutiny.plans.plans import NotPossible
from answerable.vocabulary.fact_base import Value
from answerable.vocabulary.language import say
from answerable.vocabulary.offices import known_office
from answerable.vocabulary.times import first_day, in_words

BOX, WHY = "line-", "why-"


def amend(
    look: Look,
    body: str,
    day: str,
    *,
    key: str,
    posted: Mapping[str, str],
    errors: tuple[FormError, ...] = (),
) -> FormPage:
    """The form: every line in its box, and why; what is changed is amended at once."""
    found = held(look, f"session/{body}/{day}")
    institution = found.register.institution
    may = access.may(look.actor, "correct", about=institution)
    lines = tuple(amend_lines.lines(found))
    return FormPage(
        title=say("Amend the minutes"),
        area="sessions",
        kicker=f"{found.session.fact.get('title') or say('Session')}, {in_words(found.day)}",
        sentence=say(
            "Put right every line that is wrong, say why, and save once. The words as they were "
            "signed stay visible beside the new ones, each at its line."
        ),
        banner=acting(look, institution),
        as_at=look.as_at(),
        crumbs=(
            Link(label=naming.body_words(institution), url=f"/bodies/{institution}/"),
            Link(label=in_words(found.day), url=f"/sessions/{body}/{day}/"),
        ),
        errors=errors,
        action=f"/sessions/{body}/{day}/amend/",
        button=say("Amend these minutes"),
        hidden=(
            Hidden(name="seen", value=posted.get("seen") or str(look.head.size - 1)),
            Hidden(name="key", value=posted.get("key") or key),
        ),
        fields=(
            *_boxes(found, lines, posted),
            *amend_actions.left_out(found, posted),
            *amend_actions.ticks(found, posted),
            Field(
                name="reason",
                label=say("Why it is amended"),
                hint=say(
                    "The reason stands beside both words, at each line that you changed and that "
                    "has no reason of its own below."
                ),
                value=posted.get("reason", ""),
                rows=2,
            ),
            *(
                Field(
                    name=f"{WHY}{one.key}",
                    label=say("Why: {line}", line=one.label),
                    value=posted.get(f"{WHY}{one.key}", ""),
                    folded=True,
                )
                for one in lines
            ),
        ),
        fold=say("Another reason for one line"),
        warning=""
        if may
        else say("You cannot amend minutes as you are. Act as another office first."),
        aside=(
            Aside(
                title=say("What is amended"),
                paragraphs=(
                    say(
                        "What was written down wrongly. If the world changed, do not amend: move "
                        "the date of the action on its page."
                    ),
                    say(
                        "Of plain prose an action can be made, and nothing else: it is no "
                        "question or answer of the record. Say what else is wrong in it when the "
                        "next session approves these minutes."
                    ),
                ),
            ),
        ),
        cancel=Link(label=say("Leave the minutes as they are"), url=f"/sessions/{body}/{day}/"),
    )


def _boxes(found: Held, lines: Sequence[Line], posted: Mapping[str, str]) -> Iterator[Field]:
    """A box for every line, in the order of the minutes: the prose of an item stands under it.

    How an owner and an action are written is told once.
    """
    prose = amend_actions.boxes(found, posted)
    told: set[str] = set()
    item = ""
    for one in lines:
        if one.begins and item in prose:
            yield prose.pop(item)
        item = one.item if one.begins else item
        hint = "" if one.hint in told else one.hint
        told.add(hint)
        yield Field(
            name=f"{BOX}{one.key}",
            label=one.label,
            hint=hint,
            value=posted.get(f"{BOX}{one.key}", one.words),
            rows=one.rows,
        )
    yield from prose.values()


@dataclass(frozen=True, slots=True)
class Changed:
    """What one sending of the page amends."""

    lines: tuple[PutRight, ...]
    added: tuple[Added, ...]
    taken_back: tuple[TakenBack, ...]


def changed(
    look: Look, body: str, day: str, posted: Mapping[str, str], *, seen: int | None
) -> Changed:
    """Each line that was typed anew since the page was read, with the reason of its own, if any.

    `seen` is the head of the record when it was read: what others amended since is no change of
    whoever sends the page.
    """
    found = held(replace(look, known=seen), f"session/{body}/{day}")
    reason = posted.get("reason", "")
    gone = amend_actions.taken_back(found, posted, reason=reason)
    none = {one.target for one in gone}
    lines = (one for one in _put_right(found, posted) if one.target not in none)
    added = amend_actions.added(found, posted, reason=reason)
    return Changed(tuple(lines), tuple(added), tuple(gone))


def _put_right(found: Held, posted: Mapping[str, str]) -> list[PutRight]:
    return [
        PutRight(
            target=str(one.version.seq),
            field=one.field,
            value=_value(found, one, words),
            reason=posted.get(f"{WHY}{one.key}", "").strip() or posted.get("reason", ""),
        )
        for one in amend_lines.lines(found)
        if (words := drafts.plain(posted.get(f"{BOX}{one.key}", one.words)).strip()) != one.words
    ]


def _value(found: Held, line: Line, words: str) -> Value:
    if line.field == DUE:
        return _day(words, first_day(found.day))
    if line.field == OWNER:
        return kept_as(found.register, known_office(words) or typed(words, what="owner"))
    if line.field == CHAIR:
        return known_office(words) or typed(words, what="chair")
    if line.field in WHO.values():
        return [known_office(one) or one.strip() for one in words.splitlines() if one.strip()]
    return typed(words, what="words")


def _day(words: str, met: date) -> str:
    """The day that the words say, read as in minutes of that day; refuses what is none."""
    due = typed_due.day(words, met=met)
    if due is None:
        raise NotPossible(
            say("“{words}” is no day. Write it as 28 February 2027.", words=words[:40])
        )
    return due
