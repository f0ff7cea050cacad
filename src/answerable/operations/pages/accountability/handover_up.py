"""What ladders propose to a newcomer: a line for each owner and step, and how many it stands for.

A full log gives the same step many times. The line gives the count and leads to its matters; the
workbook lists every one.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from answerable.operations.pages.accountability.escalation import to_words
from answerable.operations.pages.accountability.handover_lists import (
    owner_of,
    owner_words,
    words_of,
)
from answerable.operations.pages.parts import Link
from answerable.operations.pages.proof import Proof
from answerable.publishing.packs.content import PackLine, PackPart, PackTable
from answerable.scrutiny.accountability.escalation import Escalation
from answerable.scrutiny.phrases import on_day, plural
from answerable.scrutiny.plans.log_number import known_as
from answerable.vocabulary.language import marked, say

TITLE = marked("What the ladders propose")
RULE = marked(
    "A ladder is the order in which a matter is told further up: once it has stood past its "
    "date, moved or unanswered for so long, the next office is told. It proposes a step "
    "from a day on; a person takes it, or says why not. That no step is on record does not say "
    "that none was taken."
)


@dataclass(frozen=True, slots=True)
class Group:
    """Matters of one owner for which a ladder proposes the same step, longest proposed first."""

    owner: str | None
    matters: tuple[Escalation, ...]

    @property
    def first(self) -> Escalation:
        """The one for which it has been proposed longest."""
        return self.matters[0]


def groups(shown: Proof, found: Iterable[Escalation]) -> tuple[Group, ...]:
    """By owner, ladder and step; the most matters first."""
    held: dict[tuple[str, str, str], list[Escalation]] = {}
    for one in found:
        key = (owner_of(one.item, shown) or "", one.ladder.id, one.step.id)
        held.setdefault(key, []).append(one)
    made = (
        Group(key[0] or None, tuple(sorted(ones, key=lambda e: (e.since, e.item.reference))))
        for key, ones in held.items()
    )
    return tuple(sorted(made, key=lambda g: (-len(g.matters), g.first.since, g.owner or "")))


def part(shown: Proof, found: tuple[Escalation, ...], *, most: int | None) -> PackPart:
    """A line for each group; where nothing is cut short also every matter, as a table."""
    return PackPart(
        title=str(TITLE),
        key="up",
        paragraphs=(str(RULE),) if found else (),
        lines=tuple(_line(group) for group in groups(shown, found)),
        table=_every(shown, found) if found and most is None else None,
        absent="" if found else say("No ladder asks for a step."),
    )


def link(shown: Proof, institution: str, group: Group) -> Link:
    """From a line to its matters: the one, the overdue ones of the owner, or the whole list."""
    url = shown.look.url
    if len(group.matters) == 1:
        return Link(label=say("The matter"), url=url(f"/findings/{group.first.item.reference}/"))
    own = all(one.item.owner == group.owner for one in group.matters)
    if group.owner and own and group.first.ladder.trigger == "overdue":
        query = urlencode({"body": institution, "view": "overdue", "owner": group.owner})
        return Link(label=say("What is overdue with this owner"), url=url(f"/plans/?{query}"))
    return Link(label=say("Each of them"), url=url(f"/escalation/{institution}/"))


def _line(group: Group) -> PackLine:
    n, first = len(group.matters), group.first
    stays = sum(one.state == "stays" for one in group.matters)
    words = say(
        "{n} {matters}, the first since {day}. Proposed: to {to}, {step}.",
        n=f"{n:,}",
        matters=plural("matter", n),
        day=on_day(first.since),
        to=to_words(first.step.to),
        step=f"{first.step.words[:1].lower()}{first.step.words[1:]}",
    )
    if stays:
        words += say(" Of {stays} a reason why it stays is on record.", stays=f"{stays:,}")
    if n > stays:
        words += say(" Of {rest} no step or reason is on record.", rest=f"{n - stays:,}")
    return PackLine(label=owner_words(group.owner), words=words)


def _every(shown: Proof, found: Iterable[Escalation]) -> PackTable:
    return PackTable(
        head=(
            say("What"),
            say("Owner"),
            say("Proposed since"),
            say("To"),
            say("Step"),
            say("On record"),
        ),
        rows=tuple(
            (
                words_of(one.item, known_as(shown.register, one.item.reference)),
                owner_words(owner_of(one.item, shown)),
                on_day(one.since),
                to_words(one.step.to),
                one.step.words,
                one.why_not,
            )
            for one in found
        ),
        widths=(8, 4, 3, 3, 5, 5),
    )
