"""One row of the register in words: what was asked, its owner, its dates, how far it got."""

from dataclasses import dataclass

from answerable.operations import access
from answerable.operations.findings import source_words
from answerable.operations.pages.desk import together
from answerable.operations.pages.look import Look
from answerable.operations.pages.parts import Reply
from answerable.operations.pages.proof import office_words, redress_of
from answerable.scrutiny.lateness import since_the_end
from answerable.scrutiny.phrases import plural, start, times
from answerable.scrutiny.plans.desk import Item
from answerable.scrutiny.plans.log_number import known_as
from answerable.vocabulary.facts import FindingPublished
from answerable.vocabulary.language import say, say_many
from answerable.vocabulary.times import in_words

ADVERSE = frozenset({"overdue", "moved", "slipped back"})
"""States of a row on which Reply and Report a mistake stand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterRow:
    """One row, each cell in words. `parts` are those of the number that a log gives it, else
    of its reference, between slashes. `tick`: it can be changed together with others.
    """

    words: str
    url: str
    kind: str
    reference: str
    parts: tuple[str, ...]
    owner: str
    due: str
    due_note: str
    state: str
    stage: str
    note: str
    reply_url: str = ""
    mistake_url: str = ""
    join_url: str = ""
    tick: bool = False
    replies: tuple[Reply, ...] = ()

    @property
    def label(self) -> str:
        """What may be replied to."""
        return self.words


def row(look: Look, item: Item, replies: tuple[Reply, ...] = ()) -> RegisterRow:
    """The row of a finding or an action, with what was replied to it."""
    due = in_words(item.due) if item.due else say("No date")
    note = ""
    if item.moves or (item.due and not item.due_first):
        first = (
            say("first {day}", day=in_words(item.due_first))
            if item.due_first
            else say("first without a date")
        )
        note = (
            say("{first}, moved {times}", first=first, times=times(item.moves))
            if item.moves
            else first
        )
    if item.days_overdue:
        late = since_the_end(item.due) or say(
            "{days_overdue} {days} past",
            days_overdue=f"{item.days_overdue:,}",
            days=plural("day", item.days_overdue),
        )
        note = f"{note}; {late}" if note else late
    if not item.due and item.kind != "action":
        note = _no_day(look, item)
    notes = _marks(item)
    notes += [say("Owner’s own rating: {rating}", rating=item.rating)] if item.rating else []
    if item.source_state:
        notes.append(say("State in its source: “{state}”", state=item.source_state))
    notes += [say("Under “{heading}” in the log", heading=item.heading)] if item.heading else []
    if item.out_of_log:
        day = in_words(item.out_of_log.isoformat())
        notes.append(say("No longer in the log of {day}", day=day))
    notes += [say("Plan on record: {gaps}", gaps=item.gaps)] if item.gaps else []
    notes += [say("Followed {elsewhere}", elsewhere=item.elsewhere)] if item.elsewhere else []
    notes += [say("The same words stand in another row")] if item.twice else []
    known = known_as(look.register(item.institution), item.reference)
    may_join = item.twice and access.may(look.actor, "merge", about=item.institution)
    return RegisterRow(
        words=_words(item),
        url=look.url(f"/findings/{item.reference}/"),
        kind=f"{kind_words(item.kind)} {item.number or ''}".strip(),
        reference=item.reference,
        parts=tuple(known.split("/")) if known else tuple(item.reference.split("/")),
        owner=_owner(item),
        due=due,
        due_note=note,
        state=item.tag.lower(),
        stage=f"{start(item.group)}{_which(item)}",
        note=". ".join(notes),
        tick=together.changes(item) and together.may(look, item.institution),
        join_url=f"/actions/{item.reference}/merge/" if may_join else "",
        **redress_of(look.actor, item.seq if item.tag.lower() in ADVERSE else None, replies),
    )


def _marks(item: Item) -> list[str]:
    """What stands in the row for whoever looks and not for every reader."""
    if item.marked and not item.withheld:
        return [say("Not public")]
    return [say("The owner is not public")] if item.owner_marked else []


def _no_day(look: Look, item: Item) -> str:
    """“By spring 2026”, where its source gives no day."""
    found = look.register(item.institution).of(FindingPublished, stream=item.reference)
    words = source_words.due(found[0]) if found and not item.withheld else ""
    return f"“{start(words)}”" if words else ""


def _owner(item: Item) -> str:
    """Of several who own what answers a finding, no one stands as the one."""
    if item.owner is None:
        return say("No owner on record")
    name = office_words(item.owner)
    if item.other_owners:
        return say_many(
            "Several: the {name} and {count} other",
            "Several: the {name} and {count} others",
            item.other_owners,
            name=name,
        )
    return start(name)


def _words(item: Item) -> str:
    if item.text:
        return start(item.text)
    return say("Withheld") if item.withheld else say("Words not in our sources")


def _which(item: Item) -> str:
    """Inside “done” the page always says which."""
    if item.group != "done":
        return ""
    return say(": they say so") if item.unproven == "not verified" else ": checked"


def kind_words(kind: str) -> str:
    """“Cause of concern”."""
    return start(kind.replace("-", " "))
