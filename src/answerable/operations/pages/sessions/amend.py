"""Amend signed minutes: every line in a box, put right at once with why; both words stand."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from answerable.ledger.register import Version
from answerable.operations import access, drafts
from answerable.operations.pages import naming
from answerable.operations.pages.forms import Field, FormPage, Hidden, acting
from answerable.operations.pages.look import Look
from answerable.operations.pages.parts import Aside, FormError, Link
from answerable.operations.pages.sessions import amend_actions
from answerable.operations.pages.sessions.held_session import (
    Held,
    action_number,
    held,
    office_words,
)
from answerable.operations.quoting import typed
from answerable.operations.record.ledger import PutRight
from answerable.operations.sessions.amending import Added, TakenBack
from answerable.reading.actions import typed_due
from answerable.scrutiny.phrases import start
from answerable.scrutiny.plans.assigned import kept_as
from answerable.scrutiny.plans.plans import NotPossible
from answerable.vocabulary.fact_base import Value
from answerable.vocabulary.facts import (
    ActionPromised,
    AnswerGiven,
    ApologiesGiven,
    AssuranceJudged,
    ItemTaken,
    MeetingHeld,
    QuestionAsked,
)
from answerable.vocabulary.language import marked, say
from answerable.vocabulary.offices import known_office
from answerable.vocabulary.times import first_day, in_words

WHO: Mapping[type, str] = {MeetingHeld: "present", ApologiesGiven: "offices"}
FIELDS: Mapping[type, str] = {
    **WHO,
    ItemTaken: "title",
    QuestionAsked: "text",
    AnswerGiven: "text",
    AssuranceJudged: "reason",
    ActionPromised: "text",
}
"""Type -> the words of it that can be amended."""
OWNER, DUE = "owner", "due"
"""Of an action the owner and the date can be amended too, each as a line of its own."""
ROW, MOST_ROWS = 70, 8
"""Characters of a row of a box, and the most rows that one is high at first."""
_KINDS = {
    MeetingHeld: marked("Who was present"),
    ApologiesGiven: marked("Apologies"),
    ItemTaken: marked("Title"),
    QuestionAsked: marked("Question"),
    AnswerGiven: marked("Answer"),
    AssuranceJudged: marked("Reason of a judgement"),
}

_WHO_HINT = marked("One office or name a line.")
_OWNER_HINT = marked("The office or the name, such as Deputy chief constable.")
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
    lines = tuple(_lines(found))
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
            *(
                Field(
                    name=f"{BOX}{one.key}",
                    label=one.label,
                    hint=one.hint,
                    value=posted.get(f"{BOX}{one.key}", one.words),
                    rows=one.rows,
                )
                for one in lines
            ),
            *amend_actions.boxes(found, posted),
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
        for one in _lines(found)
        if (words := drafts.plain(posted.get(f"{BOX}{one.key}", one.words)).strip()) != one.words
    ]


def _value(found: Held, line: "_Line", words: str) -> Value:
    if line.field == DUE:
        return _day(words, first_day(found.day))
    if line.field == OWNER:
        return kept_as(found.register, known_office(words) or typed(words, what="owner"))
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


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that can be amended: an entry and one of its fields."""

    version: Version
    field: str
    under: str

    @property
    def key(self) -> str:
        """What its box is called: `120`, or `120:owner`."""
        beside = f":{self.field}" if self.field in (OWNER, DUE) else ""
        return f"{self.version.seq}{beside}"

    @property
    def words(self) -> str:
        """What it says now."""
        held_ = self.version.fact.get(self.field) or ""
        if self.field == OWNER:
            return office_words(held_)
        if self.field == DUE:
            return in_words(held_) if held_ else ""
        if isinstance(held_, str):
            return held_
        return "\n".join(start(office_words(one)) for one in held_)

    @property
    def label(self) -> str:
        """Which line it is: its item and its sort."""
        if self.sort is ActionPromised:
            beside = {OWNER: say(": owner"), DUE: say(": date")}
            return f"{self.under}{beside.get(self.field, '')}"
        kind = say(_KINDS[self.sort])
        return f"{self.under}: {kind.lower()}" if self.under else kind

    @property
    def hint(self) -> str:
        """How to write it, where that is not plain."""
        if self.field == OWNER:
            return say(_OWNER_HINT)
        return say(_WHO_HINT) if self.sort in WHO else ""

    @property
    def rows(self) -> int:
        """So many rows as its words need."""
        lines = self.words.count("\n") + 1
        return max(lines, min(MOST_ROWS, -(-len(self.words) // ROW)))

    @property
    def sort(self) -> type:
        """The type of its fact."""
        return type(self.version.fact)


def _lines(found: Held) -> Iterator[_Line]:
    """Every line in the order of the minutes; what this reader may not see is not among them."""
    away = found.register.versions_of(ApologiesGiven, stream=found.stream)
    items = found.of(ItemTaken)
    names = {v.fact.stream: str(v.fact.get("number")) for v in items}
    said = found.of(QuestionAsked, AnswerGiven, AssuranceJudged)
    every = [(version, "") for version in (found.session, *away)]
    for version in items:
        number = names[version.fact.stream]
        under = say("Item {number}", number=number)
        every.append((version, under))
        every += [(v, under) for v in said if _item(v, names) == number]
    held_ = {v.entry_id for v, _ in every}
    every += [(v, "") for v in said if v.entry_id not in held_]
    for version, under in every:
        field = FIELDS[type(version.fact)]
        if field not in version.withheld:
            yield _Line(version, field, under)
    for place, version in enumerate(found.agreed(ActionPromised), start=1):
        under = say("Action {number}", number=action_number(version.fact.stream) or place)
        if "text" not in version.withheld:
            yield _Line(version, "text", under)
            yield _Line(version, OWNER, under)
            yield _Line(version, DUE, under)


def _item(version: Version, names: Mapping[str, str]) -> str:
    """The number of the item that a line stands under."""
    fact = version.fact
    named = fact.item if isinstance(fact, QuestionAsked | AssuranceJudged) else None
    under = str(named or fact.stream)
    return names.get(under, under.rpartition("/")[2])
