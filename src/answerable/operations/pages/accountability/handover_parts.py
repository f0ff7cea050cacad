"""The parts of a handover: the first page, then the lists that stand behind it."""

from collections.abc import Iterable

from answerable.operations.pages.accountability import handover_ahead
from answerable.operations.pages.accountability import handover_lists as lists
from answerable.operations.pages.accountability import handover_up as up
from answerable.operations.pages.accountability import money_stated as money
from answerable.operations.pages.accountability.handover_first import Told, first_page
from answerable.operations.pages.accountability.handover_lists import (
    NOT_HELD,
    shortened,
)
from answerable.operations.pages.accountability.handover_rows import FirstLine
from answerable.operations.pages.accountability.handover_seen import Seen
from answerable.operations.pages.look import Look
from answerable.operations.pages.proof import Proof
from answerable.publishing.packs.content import PackLine, PackPart
from answerable.scrutiny.accountability.funding import MoneyLine
from answerable.scrutiny.accountability.handover import AHEAD, Handover
from answerable.scrutiny.stated_day import stated_day
from answerable.vocabulary.language import marked, say

FIRST_PAGE = marked("What matters first")


def first(look: Look, told: Seen) -> tuple[FirstLine, ...]:
    """Some ten lines of what a newcomer must know before the lists, each with its source."""
    return first_page(look, Told(told.institution, told.found, told.names))


def parts(look: Look, told: Seen, *, most: int | None) -> Iterable[PackPart]:
    """The lists, in the order in which a newcomer needs them; of each the first `most`."""
    found = told.found
    shown = Proof(look, look.register(told.institution))
    items = lists.Lists(shown, names=told.names, most=most).listed
    yield items(
        title=say("Past its date"),
        key="late",
        items=[item for item in found.due if item.overdue],
        order=lists.BY_DUE,
    )
    yield items(
        title=say("Due in the next {days} days", days=AHEAD),
        key="due",
        items=[item for item in found.due if not item.overdue],
        order=lists.BY_DUE,
    )
    if found.began is None:
        yield items(
            title=say("Everything that is open"),
            key="open",
            items=found.now,
            order=lists.PRESSING,
        )
    else:
        yield items(
            title=say("Open when the last term began, and still open"),
            key="carried",
            items=found.carried,
            order=lists.PRESSING,
        )
        yield items(
            title=say("First in our sources since then"),
            key="new",
            items=found.new,
            order=lists.PRESSING,
        )
        yield items(
            title=say("Open then, and no longer open"),
            key="ended",
            items=found.ended,
            order=lists.LAST_CLOSED,
        )
    yield items(
        title=say("Dates that were moved"),
        key="moved",
        items=found.moved,
        order=lists.MOST_MOVED,
    )
    yield items(
        title=say("Said to be done, and not proven"),
        key="unproven",
        items=found.unproven,
        order=lists.LONGEST,
    )
    proposed = up.part(shown, found.escalations, most=most)
    for part in (proposed, *_told(found), *handover_ahead.parts(told.ahead), _funds(found)):
        yield shortened(part, most=most)


def _told(found: Handover) -> tuple[PackPart, ...]:
    return (
        PackPart(
            title=say("Agreements to share information"),
            key="agreements",
            lines=tuple(PackLine(label=a.title, words=a.words) for a in found.agreements),
            absent="" if found.agreements else NOT_HELD,
        ),
    )


def _funds(found: Handover) -> PackPart:
    return PackPart(
        title=say("Money, each line by its states"),
        key="money",
        paragraphs=(money.RULE,) if found.money else (),
        lines=tuple(_money(m) for m in found.money),
        absent="" if found.money else money.NONE,
    )


def _money(one: MoneyLine) -> PackLine:
    told = "; ".join(
        f"{v.fact.get('state') or 'state not clear'} "
        f"{money.amount_words(v.fact.get('amount'), v.fact.get('currency'))} "
        f"({stated_day(v.fact)})"
        for v in one.events
    )
    return PackLine(label=one.name.replace("-", " ").capitalize(), words=told or NOT_HELD)
