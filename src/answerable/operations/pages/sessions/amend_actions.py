"""Amend signed minutes: boxes of prose, of which actions are made, and actions that were none."""

from collections.abc import Iterator, Mapping, Sequence

from answerable.operations import drafts
from answerable.operations.pages.forms import Field, Tick
from answerable.operations.pages.sessions.held_session import (
    Held,
    action_number,
    came_as_file,
    private_words,
    signed_words,
)
from answerable.operations.sessions.amending import Added, TakenBack
from answerable.reading.actions.typed import typed_minutes
from answerable.scrutiny.plans.assigned import owners
from answerable.scrutiny.plans.plans import NotPossible
from answerable.scrutiny.sessions.minutes_text import not_minuted, prose
from answerable.vocabulary.facts import ActionPromised, ItemTaken
from answerable.vocabulary.language import say
from answerable.vocabulary.times import first_day

PROSE, NONE = "prose-", "none-"
LEFT_OUT = f"{PROSE}left-out"
YES = "yes"
ROW, MOST_ROWS = 70, 12


def boxes(found: Held, posted: Mapping[str, str]) -> dict[str, Field]:
    """Number of an item -> its prose as it was signed, in one box; of one without prose an empty
    box. How an action is written there is told with the first.
    """
    private = prose(private_words(found))
    made: dict[str, Field] = {}
    every = {**_prose(found), **dict.fromkeys(_silent(found), ())}
    for number, lines in sorted(every.items(), key=lambda one: int(one[0])):
        words = "\n".join(lines)
        high = sum(-(-len(line) // ROW) or 1 for line in lines) + 1
        made[number] = Field(
            name=f"{PROSE}{number}",
            label=say("Item {number}, taken in private: noted as prose", number=number)
            if number in private
            else say("Item {number}: noted as prose", number=number)
            if lines
            else say("Item {number}: an action that was left out", number=number),
            hint=""
            if made
            else say(
                "If a line was agreed as an action, write it as one in its place, or under it: "
                "Action: Deputy chief constable, 30 June 2031, send the list. It goes to the "
                "register with its owner and date."
            ),
            value=posted.get(f"{PROSE}{number}", words),
            rows=min(MOST_ROWS, high),
        )
    return made


def left_out(found: Held, posted: Mapping[str, str]) -> Iterator[Field]:
    """In minutes that came as a file, one box for the actions that they do not tell of."""
    if came_as_file(found):
        yield Field(
            name=LEFT_OUT,
            label=say("An action that was left out"),
            hint=say(
                "If something was agreed that these minutes do not say, write it as a line: "
                "Action: Deputy chief constable, 30 June 2031, send the list. It goes to the "
                "register with its owner and date. Everybody can read it."
            ),
            value=posted.get(LEFT_OUT, ""),
            rows=2,
        )


def ticks(found: Held, posted: Mapping[str, str]) -> Iterator[Field]:
    """For each action of the minutes a box to tick, where it was none."""
    marked = tuple(
        Tick(
            name=f"{NONE}{version.seq}",
            value=YES,
            label=say(
                "Action {number}: {words}",
                number=action_number(version.fact.stream) or place,
                words=version.fact.get("text") or "",
            ),
            ticked=posted.get(f"{NONE}{version.seq}") == YES,
        )
        for place, version in enumerate(found.agreed(ActionPromised), start=1)
        if "text" not in version.withheld
    )
    if marked:
        yield Field(
            name="taken-back",
            label=say("Take back what was no action"),
            hint=say(
                "Tick what nobody agreed to do. It leaves the register; its line stays in the "
                "minutes, with why."
            ),
            ticks=marked,
        )


def taken_back(found: Held, posted: Mapping[str, str], *, reason: str) -> list[TakenBack]:
    """The actions that were ticked."""
    return [
        TakenBack(target=str(version.seq), reason=reason)
        for version in found.agreed(ActionPromised)
        if posted.get(f"{NONE}{version.seq}") == YES
    ]


def added(found: Held, posted: Mapping[str, str], *, reason: str) -> list[Added]:
    """The actions that were typed into the boxes of prose; refuses every other change of them."""
    boxes = {number: f"{PROSE}{number}" for number in _silent(found)}
    if came_as_file(found):
        boxes[""] = LEFT_OUT
    forgotten = [
        _added(found, line, not_minuted(number), number, reason)
        for number, box in boxes.items()
        for line in _lines(posted.get(box, ""))
    ]
    return forgotten + [
        _added(found, line, was, number, reason)
        for number, lines in _prose(found).items()
        for line, was in _new(lines, posted.get(f"{PROSE}{number}", "\n".join(lines)))
    ]


def _prose(found: Held) -> Mapping[str, Sequence[str]]:
    """Number of an item -> its prose, also of items taken in private for those who may see it."""
    return {**prose(signed_words(found)), **prose(private_words(found))}


def _silent(found: Held) -> list[str]:
    """Numbers of the items without a line of prose; none of those taken in private."""
    if not signed_words(found):
        return []
    noted = _prose(found)
    numbers = [
        str(v.fact.get("number") or "")
        for v in found.of(ItemTaken)
        if "title" not in v.withheld and "title" not in v.fact.classes
    ]
    return [one for one in numbers if one.isdigit() and one not in noted]


def _lines(typed: str) -> list[str]:
    return list(filter(None, map(str.strip, drafts.plain(typed).split("\n"))))


def _new(signed: Sequence[str], typed: str) -> list[tuple[str, str]]:
    """(line that was typed, line that was signed) of each new one, in their order."""
    made: list[tuple[str, str]] = []
    new: list[str] = []
    at = 0
    for line in _lines(typed):
        if line in signed[at:]:
            place = signed.index(line, at)
            made += _paired(new, signed[at:place], before=signed[:at])
            new, at = [], place + 1
        else:
            new.append(line)
    return made + _paired(new, signed[at:], before=signed[:at])


def _paired(
    new: Sequence[str], gone: Sequence[str], *, before: Sequence[str]
) -> list[tuple[str, str]]:
    """Each new line with the signed one in whose place, or under which, it stands."""
    if len(gone) > len(new):
        raise NotPossible(
            say(
                "“{words}” was signed, and cannot be taken out or put in other words here. Say "
                "what is wrong in it when the next session approves these minutes.",
                words=gone[len(new)][:60],
            )
        )
    if not new:
        return []
    stands = [*gone] or [*before[-1:]]
    if not stands:
        raise NotPossible(
            say(
                "“{words}” stands above every line that was signed. Write it in the place of, or "
                "under the line that tells of it.",
                words=new[0][:60],
            )
        )
    return [(line, stands[min(place, len(stands) - 1)]) for place, line in enumerate(new)]


def _added(found: Held, line: str, was: str, item: str, reason: str) -> Added:
    known = owners(found.register)
    read = typed_minutes.lines(line, met=first_day(found.day), owners=known)
    if len(read) != 1 or read[0].kind != "action":
        raise NotPossible(
            say(
                "“{words}” is not read as one action. Write Action: in front of it, then who and "
                "by when, such as Action: Deputy chief constable, 30 June 2031, send the list.",
                words=line[:60],
            )
        )
    one = read[0]
    if not one.office and not one.due:
        raise NotPossible(
            say(
                "“{words}” says neither who nor by when. Write both in front of it, such as "
                "Action: Deputy chief constable, 30 June 2031, send the list.",
                words=line[:60],
            )
        )
    owner = one.named or one.office
    return Added(signed=was, item=item, text=one.text, owner=owner, due=one.due, reason=reason)
