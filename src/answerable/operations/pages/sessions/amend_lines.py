"""The lines of signed minutes, each with its box: what can be amended, by which name."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from answerable.ledger.register import Version
from answerable.operations.pages.sessions.held_session import (
    Held,
    action_number,
    office_words,
)
from answerable.scrutiny.phrases import start
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
"""Type -> the words of it that can be amended."""
OWNER, DUE, CHAIR = "owner", "due", "chair"
"""Of an action the owner and the date can be amended too, of a session who took the chair; each
as a line of its own."""
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


@dataclass(frozen=True, slots=True)
class Line:
    """A line that can be amended: an entry and one of its fields."""

    version: Version
    field: str
    under: str
    item: str = ""
    """The number of the item whose title it is, or whose it is by its stream."""

    @property
    def begins(self) -> bool:
        """Does the part of the minutes before it end here: at an item, or the first action?"""
        return self.sort in (ItemTaken, ActionPromised)

    @property
    def key(self) -> str:
        """What its box is called: `120`, or `120:owner`."""
        beside = f":{self.field}" if self.field in (OWNER, DUE, CHAIR) else ""
        return f"{self.version.seq}{beside}"

    @property
    def words(self) -> str:
        """What it says now."""
        held_ = self.version.fact.get(self.field) or ""
        if self.field in (OWNER, CHAIR):
            words = office_words(held_)
            return start(words) if self.field == CHAIR else words
        if self.field == DUE:
            return in_words(held_) if held_ else ""
        if isinstance(held_, str):
            return held_
        return "\n".join(start(office_words(one)) for one in held_)

    @property
    def label(self) -> str:
        """Which line it is: its item and its sort."""
        if self.field == CHAIR:
            return say("Chair")
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
        return say(_WHO_HINT) if self.sort in WHO and self.field != CHAIR else ""

    @property
    def rows(self) -> int:
        """So many rows as its words need."""
        lines = self.words.count("\n") + 1
        return max(lines, min(MOST_ROWS, -(-len(self.words) // ROW)))

    @property
    def sort(self) -> type:
        """The type of its fact."""
        return type(self.version.fact)


def lines(found: Held) -> Iterator[Line]:
    """Every line in the order of the minutes; what this reader may not see is not among them."""
    away = found.register.versions_of(ApologiesGiven, stream=found.stream)
    items = found.of(ItemTaken)
    names = {
        v.fact.stream: str(v.fact.get("number") or v.fact.stream.rpartition("/")[2]) for v in items
    }
    said = found.of(QuestionAsked, AnswerGiven, AssuranceJudged)
    every = [(version, "") for version in (found.session, *away)]
    for version in items:
        number = names[version.fact.stream]
        under = say("Item {number}", number=number)
        every.append((version, under))
        every += [(v, under) for v in said if _item(v, names) == number]
    held_ = {v.entry_id for v, _ in every}
    every += [(v, "") for v in said if v.entry_id not in held_]
    if CHAIR not in found.session.withheld:
        yield Line(found.session, CHAIR, "")
    for version, under in every:
        field = FIELDS[type(version.fact)]
        if field not in version.withheld:
            yield Line(version, field, under, names.get(version.fact.stream, ""))
    for place, version in enumerate(found.agreed(ActionPromised), start=1):
        under = say("Action {number}", number=action_number(version.fact.stream) or place)
        if "text" not in version.withheld:
            yield Line(version, "text", under)
            yield Line(version, OWNER, under)
            yield Line(version, DUE, under)


def _item(version: Version, names: Mapping[str, str]) -> str:
    """The number of the item that a line stands under."""
    fact = version.fact
    named = fact.item if isinstance(fact, QuestionAsked | AssuranceJudged) else None
    under = str(named or fact.stream)
    return names.get(under, under.rpartition("/")[2])
