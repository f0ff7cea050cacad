"""What is said of earlier answers to a reading, and the boxes that settle, cut and re-sort it."""

from collections.abc import Mapping, Sequence

from answerable.operations import catalogue
from answerable.operations.documents import candidates, read_as, two_readers
from answerable.operations.pages import naming
from answerable.operations.pages.documents.field_labels import label
from answerable.operations.pages.documents.waiting import find, kind_words
from answerable.operations.pages.forms import Choice, Field
from answerable.operations.pages.look import Look
from answerable.operations.pages.parts import Item, Table
from answerable.operations.rights import accounts
from answerable.store.papers.review import Candidate
from answerable.vocabulary.language import say

BRIEF = 28


def mine(look: Look, found: Candidate) -> bool:
    """Has this reader answered already?"""
    return any(one.person == look.actor.person for one in found.readings)


def waits_for_second(look: Look, found: Candidate) -> bool:
    """Has this reader answered, and does it wait for another person?"""
    return len(found.readings) == 1 and mine(look, found)


def two(look: Look, found: Candidate) -> str:
    """That two people confirm it, told before the first does; empty where one is enough."""
    if found.state != "waiting" or len(found.readings) > 1:
        return ""
    if not two_readers.needs_two(found, candidates.about(found), on=look.on):
        return ""
    if accounts.exist():
        return say(
            "Two people confirm this, each signed in as themselves: one person is never both."
        )
    return say(
        "Two people confirm this. Nobody signs in on this machine, so it cannot tell one person "
        "from another: whoever sits here can act as both offices. See to it that they are two."
    )


def act_url(look: Look, found: Candidate, url: str, *, mine: bool) -> str:
    """Where the second person chooses an office, after the first, where nobody signs in."""
    waits_for_second = mine and found.state == "waiting" and len(found.readings) == 1
    return f"/roles/?next={url}" if waits_for_second and not accounts.exist() else ""


def answered(look: Look, found: Candidate, *, mine: bool) -> str:
    """What is said of earlier answers: never what a first one was to whoever reads second.

    Before any, that a second one is needed.
    """
    if found.state != "waiting":
        return ""
    if not found.readings:
        rule = two(look, found)
        after = say(
            "Your answer is the first: it enters the record once the second person has given "
            "theirs without seeing it."
        )
        return f"{rule} {after}" if rule else ""
    told = _earlier(found, mine=mine)
    return f"{told} {two(look, found)}".strip()


def _earlier(found: Candidate, *, mine: bool) -> str:
    if len(found.readings) > 1:
        return say(
            "Two readers answered differently. Settle it: accept or correct "
            "it, or reject it, with your reason."
        )
    if mine:
        return say(
            "You have answered this. It waits for a second reader, who does not see your answer."
        )
    return say(
        "Somebody has answered this, and the regime asks for two "
        "readers. You see their answer when you have given yours."
    )


def second(look: Look, found: Candidate, *, mine: bool) -> tuple[Item, ...]:
    """Who may read second, and what an office of one does: nothing waits without a way on."""
    if found.state != "waiting" or len(found.readings) > 1 or (found.readings and not mine):
        return ()
    if not two_readers.needs_two(found, candidates.about(found), on=look.on):
        return ()
    body = candidates.about(found)
    rule = catalogue.regime_of(body, on=look.on).id if body else ""
    signs_in = accounts.exist()
    return (
        Item(
            label=say("Who reads second"),
            words=say(
                "Another person with the role of governance officer or commissioner signs in and "
                "answers it here."
            )
            if signs_in
            else say(
                "Another person acts as the commissioner, or as another governance office, and "
                "answers it here."
            ),
        ),
        Item(
            label=say("If you work alone"),
            words=say(
                "Ask whoever administers this site to invite the commissioner, or a colleague, "
                "at /account/invite/. Until then it waits and is not on the record; you can "
                "confirm everything else."
            )
            if signs_in
            else say(
                "Until a second person answers it waits and is not on the record; you can confirm "
                "everything else. On a site of several machines people sign in: /account/invite/."
            ),
        ),
        Item(
            label=say("Which rule asks for it"),
            words=say(
                "The line two_readers of the regime {rule}: a choice of this project, no law.",
                rule=rule,
            ),
        ),
    )


def differences(found: Candidate) -> Table | None:
    """Both answers, once there are two that differ."""
    if found.state != "waiting" or len(found.readings) < 2:
        return None
    rows = [
        (
            label(found.kind, d.name),
            shown(d.first) or "nothing",
            shown(d.second) or "nothing",
        )
        for d in two_readers.differences(found, found.readings)
    ]
    return Table(
        caption=say("Where the two readers differ"),
        head=(say("What"), say("First reader"), say("Second reader")),
        rows=tuple(rows),
    )


def why(name: str, found: Candidate, posted: Mapping[str, str]) -> Field | None:
    """Whoever settles what two readers answered differently says why."""
    if len(found.readings) < 2:
        return None
    return Field(
        name=name, label=say("Why this answer stands"), value=posted.get(name, ""), rows=2
    )


def split_field(posted: Mapping[str, str]) -> Field:
    """Where to cut."""
    return Field(
        name="second",
        label=say("It is two: first words of the second part"),
        hint=say("Copy them from the exact words above."),
        value=posted.get("second", ""),
    )


def longer_field(posted: Mapping[str, str]) -> Field:
    """Up to where it goes on."""
    return Field(
        name="last",
        label=say("It goes on: its last words"),
        hint=say(
            "Copy them from the source’s words, such as the end of a sentence cut by a line."
        ),
        value=posted.get("last", ""),
    )


def merge_field(others: Sequence[Candidate]) -> Field:
    """What to join it with."""
    return Field(
        name="other",
        label=say("It is one with"),
        value=str(others[-1].record["id"]),
        choices=tuple(
            Choice(
                value=str(other.record["id"]),
                label=f"“{in_brief(other.record['quote']['exact'])}”",
            )
            for other in others
        ),
    )


def read_as_field(found: Candidate, posted: Mapping[str, str]) -> Field | None:
    """Which kind it is instead; None where it can be no other. None is chosen beforehand."""
    kinds = read_as.kinds(found)
    if not kinds:
        return None
    return Field(
        name="as",
        label=say("Read it as"),
        hint=say(
            "“{words}” then waits as that kind, with what both kinds have in common.",
            words=naming.short(found.record["quote"]["exact"]),
        ),
        value=posted.get("as", ""),
        choices=(
            Choice(value="", label=say("Choose a kind")),
            *(Choice(value=kind, label=kind_words(kind)) for kind in kinds),
        ),
    )


def in_brief(words: str) -> str:
    """The beginning of words, short enough for a list on a phone."""
    return words if len(words) <= BRIEF else f"{words[:BRIEF].rpartition(' ')[0]} …"


def waits(name: str) -> str:
    """What an answer that does not decide alone leaves it waiting for: `first` or `differs`."""
    found = find(name)
    if found.state != "waiting" or not found.readings:
        return ""
    return "first" if len(found.readings) == 1 else "differs"


def shown(value: object) -> str:
    """A value of a field, as its box shows it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value == [] else naming.value_words(value)
