"""Amend signed minutes: choose a line, say it as it should read, and why; both words stand."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from answerable.ledger.register import Version
from answerable.operations import access
from answerable.operations.pages import naming
from answerable.operations.pages.forms import Choice, Field, FormPage, Hidden, acting
from answerable.operations.pages.look import Look
from answerable.operations.pages.parts import Aside, FormError, Link
from answerable.operations.pages.sessions.held_session import Held, held, office_words
from answerable.scrutiny.plans.assigned import kept_as
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
from answerable.vocabulary.times import in_words

WHO: Mapping[type, str] = {MeetingHeld: "present", ApologiesGiven: "offices"}
FIELDS: Mapping[type, str] = {
    **WHO,
    ItemTaken: "title",
    QuestionAsked: "text",
    AnswerGiven: "text",
    AssuranceJudged: "reason",
    ActionPromised: "text",
}
"""Type -> the words of it that can be amended; a due date is moved, not amended."""
OWNER = "owner"
"""Of an action the owner can be amended too, as a line of its own."""
_KINDS = {
    MeetingHeld: marked("Who was present"),
    ApologiesGiven: marked("Apologies"),
    ItemTaken: marked("Item"),
    QuestionAsked: marked("Question"),
    AnswerGiven: marked("Answer"),
    AssuranceJudged: marked("Reason of a judgement"),
    ActionPromised: marked("Action"),
}

_HINTS = {
    "present": marked("Offices or names, with commas between them."),
    "offices": marked("Offices or names, with commas between them."),
    OWNER: marked("The office or the name, such as Deputy chief constable."),
}


def amend(
    look: Look,
    body: str,
    day: str,
    *,
    key: str,
    posted: Mapping[str, str],
    errors: tuple[FormError, ...] = (),
) -> FormPage:
    """The form: first the line, then its words."""
    found = held(look, f"session/{body}/{day}")
    institution = found.register.institution
    lines = {line.key: line for line in _lines(found)}
    chosen = lines.get(posted.get("entry", ""))
    now = chosen.words if chosen else ""
    hidden = [
        Hidden(name="seen", value=posted.get("seen") or str(look.head.size - 1)),
        Hidden(name="key", value=posted.get("key") or key),
    ]
    fields: tuple[Field, ...]
    if chosen is None:
        fields = (
            Field(
                name="entry",
                label=say("Which line is wrong?"),
                choices=tuple(Choice(value=n, label=one.label) for n, one in lines.items()),
            ),
        )
    else:
        hidden.append(Hidden(name="entry", value=chosen.key))
        hidden.append(Hidden(name="step", value="save"))
        fields = (
            Field(
                name="words",
                label=say("How it should read: {kinds}", kinds=chosen.kind.lower()),
                hint=_HINTS.get(chosen.field, ""),
                value=posted.get("words", now),
                rows=0 if chosen.field == OWNER else 4,
            ),
            Field(
                name="reason",
                label=say("Why it is amended"),
                hint=say("The reason stands beside both words."),
                value=posted.get("reason", ""),
                rows=2,
            ),
        )
    may = access.may(look.actor, "correct", about=institution)
    return FormPage(
        title=say("Amend the minutes"),
        area="sessions",
        kicker=f"{found.session.fact.get('title') or say('Session')}, {in_words(found.day)}",
        sentence=say("The words as they were signed stay visible beside the new ones."),
        banner=acting(look, institution),
        as_at=look.as_at(),
        crumbs=(
            Link(label=naming.body_words(institution), url=f"/bodies/{institution}/"),
            Link(label=in_words(found.day), url=f"/sessions/{body}/{day}/"),
        ),
        errors=errors,
        action=f"/sessions/{body}/{day}/amend/",
        button=say("Amend this line") if chosen else say("Go on"),
        hidden=tuple(hidden),
        fields=fields,
        warning=""
        if may
        else say("You cannot amend minutes as you are. Act as another office first."),
        aside=(
            Aside(
                title=say("A date that moved"),
                paragraphs=(
                    say(
                        "If the world changed, do not amend: move the date of the action "
                        "on its page."
                    ),
                ),
            ),
        ),
        cancel=Link(label=say("Leave the minutes as they are"), url=f"/sessions/{body}/{day}/"),
    )


def line(
    look: Look, body: str, day: str, posted: Mapping[str, str]
) -> tuple[str, str, str] | None:
    """(entry, field, value) of a line of the session that can be amended; None for another."""
    found, entry = held(look, f"session/{body}/{day}"), posted.get("entry", "")
    chosen = next((one for one in _lines(found) if one.key == entry), None)
    if chosen is None:
        return None
    words = posted.get("words", "").strip()
    if chosen.field == OWNER:
        words = kept_as(found.register, known_office(words) or words)
    elif chosen.field in WHO.values():
        words = ", ".join(known_office(one) or one.strip() for one in words.split(","))
    return str(chosen.version.seq), chosen.field, words


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that can be amended: an entry and one of its fields."""

    version: Version
    field: str

    @property
    def key(self) -> str:
        """What the form carries: `120`, or `120:owner`."""
        return f"{self.version.seq}:{OWNER}" if self.field == OWNER else str(self.version.seq)

    @property
    def kind(self) -> str:
        """What sort of line it is."""
        return (
            say("Owner of an action") if self.field == OWNER else _KINDS[type(self.version.fact)]
        )

    @property
    def words(self) -> str:
        """What it says now."""
        held_ = self.version.fact.get(self.field) or ""
        if self.field == OWNER:
            return office_words(held_)
        return held_ if isinstance(held_, str) else ", ".join(office_words(one) for one in held_)

    @property
    def label(self) -> str:
        """The line in a list to choose from."""
        if self.field == OWNER:
            return say(
                "Owner of “{action}”: {owner}",
                action=naming.short(str(self.version.fact.get("text") or say("withheld"))),
                owner=self.words or say("none"),
            )
        return f"{self.kind}: {naming.short(self.words or 'withheld')}"


def _lines(found: Held) -> Iterator[_Line]:
    for version in (
        found.session,
        *found.register.versions_of(ApologiesGiven, stream=found.stream),
        *found.of(ItemTaken, QuestionAsked, AnswerGiven, AssuranceJudged),
    ):
        yield _Line(version, FIELDS[type(version.fact)])
    for version in found.agreed(ActionPromised):
        yield _Line(version, FIELDS[ActionPromised])
        yield _Line(version, OWNER)
