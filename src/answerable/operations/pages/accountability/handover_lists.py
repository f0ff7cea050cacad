"""The lists behind the first page of a handover: what presses most first, cut short on paper."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from answerable.operations.pages.accountability.handover_rows import source_words
from answerable.operations.pages.item_words import no_day
from answerable.operations.pages.naming import body_words
from answerable.operations.pages.plans import finding_plan
from answerable.operations.pages.proof import Proof
from answerable.publishing.packs.content import PackPart, PackTable
from answerable.scrutiny import phrases
from answerable.scrutiny.lateness import since_the_end
from answerable.scrutiny.plans.link_doubt import in_doubt
from answerable.scrutiny.plans.log_number import known_as
from answerable.scrutiny.progress import progress
from answerable.scrutiny.standing import Progress
from answerable.vocabulary.finding_kinds import AFI, CAUSE, RECOMMENDATION, family
from answerable.vocabulary.language import marked, say
from answerable.vocabulary.offices import spoken
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
    marked("the earliest date first, and last what a log sets aside"),
    lambda i: (bool(i.log_calls), last_day(i.due) if i.due else None, i.reference),
)
PRESSING = Order(
    marked("causes of concern first, then other findings, then actions by their date"),
    lambda i: (family(i.kind) != CAUSE, i.kind == "action", i.due or "9999", i.reference),
)
LAST_CLOSED = Order(
    marked("the latest first"),
    lambda i: (-(i.versions[-1].seq if i.versions else 0), i.reference),
)
MOST_MOVED = Order(marked("the most often moved first"), lambda i: (-len(i.moved), i.reference))
LONGEST = Order(
    marked("the longest wait first"),
    lambda i: (i.steps[-1].on.isoformat() if i.steps else "9999", i.reference),
)


class Lists:
    """The lists of one handover: on paper no matter is a row twice, and a list says where it is.

    `most` rows stand in each list; None: every one of each, as a workbook is filtered.
    """

    def __init__(self, shown: Proof, *, names: Names, most: int | None) -> None:
        self._shown, self._names, self._most = shown, names, most
        self._above: dict[str, str] = {}

    def listed(self, *, title: str, key: str, items: Iterable[Progress], order: Order) -> PackPart:
        """A list in its order: of each kind at least the first, and no row that stands above."""
        found = sorted(items, key=order.key)
        new = [i for i in found if self._most is None or i.reference not in self._above]
        rows = new if self._most is None else _of_every_kind(new, self._most)
        above = Counter(self._above[i.reference] for i in found if i.reference in self._above)
        if self._most is not None:
            self._above |= {i.reference: title for i in rows}
        return PackPart(
            title=title,
            key=key,
            paragraphs=tuple(self._said(found, len(rows), above, order)),
            table=self._table(rows) if rows else None,
            absent="" if found else say("None."),
        )

    def _table(self, rows: Sequence[Progress]) -> PackTable:
        paper = self._most is not None
        return PackTable(
            head=(say("What"), say("Owner"), say("Due"), say("Where it stands"), say("Source")),
            rows=tuple(
                (
                    words_of(item, known_as(self._shown.register, item.reference)),
                    owner_words(owner_of(item, self._shown)),
                    _due(item, self._names) if paper else _due_day(item),
                    stands(item) if paper or not item.moves else _moved(item, self._names),
                    source_words(self._shown, item.first),
                )
                for item in rows
            ),
            widths=(8, 4, 4, 6, 4),
        )

    def _said(
        self, found: Sequence[Progress], rows: int, above: Mapping[str, int], order: Order
    ) -> Iterator[str]:
        """How many there are of each kind, which stand above, and where the whole stands."""
        if self._most is None or not found:
            return
        if rows < len(found):
            yield say("In all: {kinds}.", kinds=kinds_of(found))
        if above:
            told = "; ".join(f"{title} ({n:,})" for title, n in above.items())
            yield say("These stand above and are not listed again: {told}.", told=told)
        if rows + sum(above.values()) < len(found):
            several = len({family(i.kind) for i in found}) > 1
            yield say(
                "{most} are listed here, {order}{kinds}. {whole}",
                most=rows,
                order=order.words,
                kinds=say(", and of each kind at least the first") if several else "",
                whole=WHOLE,
            )


def kinds_of(found: Iterable[Progress]) -> str:
    """“2 causes of concern, 9 recommendations, 147 actions”, in the order of the list."""
    counts = Counter(family(item.kind) or item.kind for item in found)
    return ", ".join(
        f"{n:,} {phrases.plural(kind.replace('-', ' '), n)}"
        for kind, n in sorted(counts.items(), key=lambda pair: _place(pair[0]))
    )


_KINDS = (CAUSE, RECOMMENDATION, AFI)


def _place(kind: str) -> tuple[bool, int]:
    """Findings as inspectors name them, then others, then actions."""
    return kind == "action", _KINDS.index(kind) if kind in _KINDS else len(_KINDS)


def _of_every_kind(found: Sequence[Progress], most: int) -> list[Progress]:
    """The first `most`, among them the first of each kind, in the order in which they came."""
    first = {family(item.kind): item.reference for item in reversed(found)}
    kept = set(first.values())
    for item in found:
        if len(kept) >= most:
            break
        kept.add(item.reference)
    return [item for item in found if item.reference in kept]


def shortened(part: PackPart, *, most: int | None) -> PackPart:
    """A part with its first `most` lines; None: every one."""
    count = len(part.lines)
    cut = replace(part, lines=part.lines[:most])
    if most is None or count <= most:
        return cut
    first = say("{most} of {count} are listed here", most=most, count=f"{count:,}")
    return replace(cut, paragraphs=(*cut.paragraphs, f"{first}. {WHOLE}"))


def _due(item: Progress, names: Names) -> str:
    if item.due:
        return phrases.due_words(item, names)
    return no_day(item) or say("No date in our sources")


def _due_day(item: Progress) -> str:
    """The date alone, by which a workbook sorts; where there is none the cell is empty."""
    return in_words(item.due) if item.due else ""


def _moved(item: Progress, names: Names) -> str:
    """Where it stands and how its date was moved, where the column Due has the date alone."""
    return " ".join(dict.fromkeys((stands(item), phrases.due_words(item, names))))


def stands(item: Progress) -> str:
    """Where it stands; of what nobody reports a step, since when it is late, or that."""
    if item.overdue:
        late = phrases.start(since_the_end(item.due)) or say(
            "{days} {days2} past its date",
            days=f"{item.days_overdue:,}",
            days2=phrases.plural("day", item.days_overdue),
        )
        if item.log_calls:
            return say(
                "{late}. The log calls it “{words}”; nobody has closed it on our record.",
                late=late,
                words=item.log_calls,
            )
        return say("{late}. Our sources do not say that it is done.", late=late)
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
    every = [progress(register, r) for r in finding_plan.answering(item, register)]
    found = [action for action in every if not in_doubt(action, item)]
    owners = {action.owner for action in found if action.owner}
    return say("several owners") if len(owners) > 1 else next(iter(owners), None)


def owner_words(owner: str | None) -> str:
    """An owner by its name, or that there is none yet."""
    if owner is None:
        return say("No owner yet")
    if (name := body_words(owner)) != owner:
        return name
    return phrases.start(spoken(owner))


def words_of(item: Progress, in_log: str = "") -> str:
    """“Recommendation 3: …”, an action by its number in the log; or that it is withheld."""
    if item.withheld:
        return say("Withheld.")
    kind = item.kind.replace("-", " ").capitalize()
    return f"{kind} {item.number or in_log}".strip() + f": {item.text or NOT_HELD}"
