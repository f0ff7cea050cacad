"""The lists behind the first page of a handover: what presses most first, cut short on paper."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from answerable.operations.pages.accountability.handover_rows import source_words
from answerable.operations.pages.naming import body_words
from answerable.operations.pages.plans import finding_plan
from answerable.operations.pages.proof import Proof
from answerable.publishing.packs.content import PackPart, PackTable
from answerable.scrutiny import phrases
from answerable.scrutiny.progress import progress
from answerable.scrutiny.standing import Progress
from answerable.vocabulary.finding_kinds import CAUSE, family
from answerable.vocabulary.language import marked, say
from answerable.vocabulary.regimes import Names
from answerable.vocabulary.times import in_words, last_day

NOT_HELD = marked("Not in our sources.")
MOST_ROWS = 12
"""Rows of a list on the page and on paper; the Excel file has every one."""
WHOLE = marked("All of them stand in the Excel file of this handover.")


@dataclass(frozen=True, slots=True)
class Order:
    """In which order a list comes, and how that is said."""

    words: str
    key: Callable[[Progress], tuple[object, ...]]


BY_DUE = Order(
    marked("the earliest date first"), lambda i: (last_day(i.due) if i.due else None, i.reference)
)
PRESSING = Order(
    marked("causes of concern first, then other findings, then actions by their date"),
    lambda i: (family(i.kind) != CAUSE, i.kind == "action", i.due or "9999", i.reference),
)
LAST_CLOSED = Order(
    marked("the latest first"),
    lambda i: (-(i.versions[-1].seq if i.versions else 0), i.reference),
)
MOST_MOVED = Order(marked("the most often moved first"), lambda i: (-len(i.moves), i.reference))
LONGEST = Order(
    marked("the longest wait first"),
    lambda i: (i.steps[-1].on.isoformat() if i.steps else "9999", i.reference),
)


def listed(
    shown: Proof,
    *,
    title: str,
    key: str,
    items: Iterable[Progress],
    names: Names,
    order: Order,
    most: int | None,
) -> PackPart:
    """A list in its order, its first `most` rows; None: every one."""
    found = sorted(items, key=order.key)
    part = PackPart(
        title=title,
        key=key,
        table=PackTable(
            head=(say("What"), say("Owner"), say("Due"), say("Where it stands"), say("Source")),
            rows=tuple(
                (
                    words_of(item),
                    owner_words(owner_of(item, shown)),
                    _due(item, names) if most else _due_day(item),
                    stands(item) if most or not item.moves else _moved(item, names),
                    source_words(shown, item.first),
                )
                for item in found[:most]
            ),
            widths=(8, 4, 4, 6, 4),
        )
        if found
        else None,
        absent="" if found else say("None."),
    )
    return _said(part, most=most, count=len(found), order=str(order.words))


def shortened(part: PackPart, *, most: int | None) -> PackPart:
    """A part with its first `most` lines; None: every one."""
    count = len(part.lines)
    return _said(replace(part, lines=part.lines[:most]), most=most, count=count)


def _said(part: PackPart, *, most: int | None, count: int, order: str = "") -> PackPart:
    """How many of how many are shown, in which order, and where the whole stands."""
    if most is None or count <= most:
        return part
    first = say("{most} of {count} are listed here", most=most, count=f"{count:,}")
    told = f"{first}, {order}. {WHOLE}" if order else f"{first}. {WHOLE}"
    return replace(part, paragraphs=(*part.paragraphs, told))


def _due(item: Progress, names: Names) -> str:
    return phrases.due_words(item, names) if item.due else say("No date in our sources")


def _due_day(item: Progress) -> str:
    """The date alone, by which a workbook sorts; where there is none the cell is empty."""
    return in_words(item.due) if item.due else ""


def _moved(item: Progress, names: Names) -> str:
    """Where it stands and how its date was moved, where the column Due has the date alone."""
    return " ".join(dict.fromkeys((stands(item), phrases.due_words(item, names))))


def stands(item: Progress) -> str:
    """Where it stands; of what nobody reports a step, since when it is late, or that."""
    if item.overdue:
        return say(
            "{days} {days2} past its date. Our sources do not say that it is done.",
            days=f"{item.days_overdue:,}",
            days2=phrases.plural("day", item.days_overdue),
        )
    if item.rung is None and item.sentence == phrases.NOT_KNOWN:
        return say("No step towards it is in our sources.")
    return item.sentence


def owner_of(item: Progress, shown: Proof) -> str | None:
    """Who has to do it; whoever stated a finding does not, but who owns what answers it.

    Where several do, no one of them is named: a newcomer would take it for the lead.
    """
    if item.kind == "action":
        return item.owner
    register = shown.register
    found = (progress(register, r) for r in finding_plan.answering(item, register))
    owners = {action.owner for action in found if action.owner}
    return say("several owners") if len(owners) > 1 else next(iter(owners), None)


def owner_words(owner: str | None) -> str:
    """An owner by its name, or that there is none yet."""
    if owner is None:
        return say("No owner yet")
    if (name := body_words(owner)) != owner:
        return name
    return phrases.start(owner.rpartition("/")[2].replace("-", " "))


def words_of(item: Progress) -> str:
    """“Recommendation 3: …”, or that its words are withheld."""
    if item.withheld:
        return say("Withheld.")
    kind = item.kind.replace("-", " ").capitalize()
    return f"{kind} {item.number or ''}".strip() + f": {item.text or NOT_HELD}"
