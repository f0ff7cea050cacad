"""The register: filter, sort and page the rows of an institution; the same rows as CSV.

Saved filters come first: overdue, slipping, done and not proven, without an owner, gaps in the
plan. Their counts are of the whole register, so they are the same on every page.
"""

import csv
import io
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import cached_property

from answerable.scrutiny.plans.desk import NO_DATE, Item
from answerable.vocabulary.finding_kinds import family
from answerable.vocabulary.numbered import ends_of
from answerable.vocabulary.offices import one_name
from answerable.vocabulary.refusal import Refusal

PER_PAGE = 50
FORMULA = ("=", "+", "-", "@", "\t", "\r")

VIEWS: Mapping[str, tuple[str, Callable[[Item], bool]]] = {
    "overdue": ("Overdue", lambda i: i.days_overdue > 0),
    "slipping": ("Slipping", lambda i: i.slipping and not i.days_overdue),
    "unproven": ("Done, not proven", lambda i: bool(i.unproven)),
    "no-owner": ("No owner", lambda i: i.unowned),
    "no-date": ("No date", lambda i: i.open and i.due is None),
    "gaps": ("Gaps in the plan", lambda i: bool(i.gaps)),
    "elsewhere": ("Followed elsewhere", lambda i: bool(i.elsewhere)),
    "twice": ("Same words twice", lambda i: i.twice),
}
"""Saved filter -> its words, and which rows it keeps."""
STAGES = ("said", "done", "worked", "not known")
STANDING: Mapping[str, Callable[[Item], bool]] = {
    "open": lambda i: i.open,
    "closed": lambda i: not i.open,
}


def _due(item: Item) -> tuple[object, ...]:
    return (item.last_due, item.reference)


_SORTS: Mapping[str, Callable[[Item], tuple[object, ...]]] = {
    "due": _due,
    "reference": lambda i: (i.reference,),
    "owner": lambda i: (i.owner is None, (i.owner or "").casefold(), *_due(i)),
    "state": lambda i: (i.tag, *_due(i)),
    "words": lambda i: ((i.text or "").casefold(), i.reference),
}
SORTS = tuple(_SORTS)


class BadFilter(Refusal):
    """A filter or a sort that the register does not have."""

    code = "bad_filter"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked of a register; empty: not filtered by it. `sort` `-due` is the other way.

    `answers`: the reference of a finding, of which the actions that answer it are asked for.
    `rating` and `heading`: the owner's own rating and the heading of the log, in any case.
    """

    view: str = ""
    q: str = ""
    kind: str = ""
    owner: str = ""
    stage: str = ""
    standing: str = ""
    answers: str = ""
    rating: str = ""
    heading: str = ""
    sort: str = "due"

    def __post_init__(self) -> None:
        for name, known in (
            ("view", VIEWS),
            ("stage", STAGES),
            ("standing", STANDING),
            ("sort", SORTS),
        ):
            given = getattr(self, name).removeprefix("-" if name == "sort" else "\0")
            if given and given not in known:
                raise BadFilter(
                    f"The register has no {name} “{given[:40]}”. Use one of: {', '.join(known)}."
                )

    @property
    def chosen(self) -> dict[str, str]:
        """What is set and is not the usual, as the parts of an address."""
        usual = {"sort": "due"}
        found = {f.name: getattr(self, f.name) for f in fields(self)}
        return {n: v for n, v in found.items() if v and v != usual.get(n)}

    def without(self, name: str) -> "Wanted":
        """The same with one filter taken away."""
        return replace(self, **{name: ""})


def wanted(query: Mapping[str, str]) -> Wanted:
    """What an address asks for; parts that are about other things are passed over."""
    names = {f.name for f in fields(Wanted)}
    given = {n: " ".join(v.split())[:200] for n, v in query.items() if n in names}
    return Wanted(**{**given, "sort": given.get("sort") or "due"})


class Table:
    """Rows of a register with what is asked of them again and again worked out once."""

    def __init__(self, items: Sequence[Item]) -> None:
        self.items = _marked_twice(items)
        self._sorted: dict[str, tuple[Item, ...]] = {}

    @cached_property
    def counts(self) -> Mapping[str, int]:
        """Saved filter -> how many rows of the whole register it keeps; and those open."""
        found = {
            name: sum(1 for i in self.items if keeps(i)) for name, (_, keeps) in VIEWS.items()
        }
        return {**found, "open": sum(1 for i in self.items if i.open)}

    @cached_property
    def owners(self) -> tuple[str, ...]:
        """Every owner on the register, in alphabetical order."""
        return tuple(sorted({i.owner for i in self.items if i.owner}, key=str.casefold))

    @cached_property
    def ratings(self) -> tuple[str, ...]:
        """Every rating that owners gave their own actions, once, as the log first writes it."""
        return _once(i.rating or "" for i in self.items)

    @cached_property
    def headings(self) -> tuple[str, ...]:
        """Every heading of the log that a row stands under, once."""
        return _once(i.heading for i in self.items)

    @cached_property
    def _words(self) -> Mapping[str, str]:
        return {
            i.reference: " ".join(
                (i.text or "", i.reference, i.owner or "", i.heading, *map(_in_short, i.answers))
            ).casefold()
            for i in self.items
        }

    def chosen(self, want: Wanted) -> list[Item]:
        """The rows asked for, sorted. Rows without the sorted value come last both ways."""
        found: Sequence[Item] = self._in_order(want.sort)
        for test in _tests(want):
            found = [i for i in found if test(i)]
        ends = ends_of(want.q)
        if ends and (numbered := [i for i in found if _is_named(i, ends)]):
            return numbered
        for word in want.q.casefold().split():
            other = word.replace("/", "-")  # 26/191 of a log is 26-191 in its reference
            found = [i for i in found if any(w in self._words[i.reference] for w in (word, other))]
        return list(found)

    def _in_order(self, sort: str) -> tuple[Item, ...]:
        if sort not in self._sorted:
            name, down = sort.removeprefix("-"), sort.startswith("-")
            missing = [i for i in self.items if _missing(i, name)]
            stated = [i for i in self.items if not _missing(i, name)]
            stated.sort(key=_SORTS[name], reverse=down)
            missing.sort(key=_SORTS[name])
            self._sorted[sort] = (*stated, *missing)
        return self._sorted[sort]


def _once(values: Iterable[str]) -> tuple[str, ...]:
    """Each value once whatever its case, in alphabetical order, as it is written first."""
    found: dict[str, str] = {}
    for value in filter(None, values):
        found.setdefault(value.casefold(), value)
    return tuple(found[key] for key in sorted(found))


def _marked_twice(items: Sequence[Item]) -> tuple[Item, ...]:
    """The rows; open actions that say the same words are marked, for they may be duplicates."""
    words = {i.reference: _bare(i) for i in items}
    seen = Counter(filter(None, words.values()))
    return tuple(replace(i, twice=True) if seen[words[i.reference]] > 1 else i for i in items)


def _bare(item: Item) -> str:
    """Its words without their case and last stop; “” of what is no open action."""
    if item.kind != "action" or not item.open:
        return ""
    return " ".join((item.text or "").casefold().split()).rstrip(".")


def _is_named(item: Item, ends: Sequence[str]) -> bool:
    """It has such a number, or answers what has it."""
    return any(
        f"/{name}".endswith(f"/{end}") for end in ends for name in (item.reference, *item.answers)
    )


def _in_short(reference: str) -> str:
    """`…/recommendation/6` -> “recommendation 6 R6”, as logs and people name a finding."""
    kind, _, number = reference.rpartition("/")
    kind = kind.rpartition("/")[2]
    return f"{kind.replace('-', ' ')} {number} {kind[:1]}{number}"


def _missing(item: Item, name: str) -> bool:
    if name == "due":
        return item.last_due == NO_DATE
    return name == "owner" and item.owner is None


def _tests(want: Wanted) -> list[Callable[[Item], bool]]:
    tests: list[Callable[[Item], bool]] = []
    if want.view:
        tests.append(VIEWS[want.view][1])
    if want.kind:
        tests.append(lambda i: want.kind in (i.kind, family(i.kind)))
    if want.owner:
        owner = one_name(want.owner)
        tests.append(lambda i: i.owner == owner)
    if want.stage:
        tests.append(lambda i: i.group == want.stage)
    if want.standing:
        tests.append(STANDING[want.standing])
    if want.answers:
        tests.append(lambda i: want.answers in i.answers)
    if want.rating:
        rating = want.rating.casefold()
        tests.append(lambda i: (i.rating or "").casefold() == rating)
    if want.heading:
        heading = want.heading.casefold()
        tests.append(lambda i: i.heading.casefold() == heading)
    return tests


HEAD = (
    *("reference", "kind", "words", "owner", "due", "first_due", "times_moved", "state"),
    *("said_done_worked", "days_overdue", "owners_own_rating", "plan_gaps", "followed"),
    *("state_in_source", "marking"),
)


def as_csv(items: Iterable[Item]) -> str:
    """UTF-8 CSV with a head; a cell that a spreadsheet would run as a formula is made text."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(HEAD)
    for i in items:
        cells = (
            *(i.reference, i.kind, i.text or "", i.owner or "", i.due or "", i.due_first or ""),
            *(i.moves, i.tag, i.group, i.days_overdue, i.rating or "", i.gaps, i.elsewhere),
            *(i.source_state or "", _marking(i)),
        )
        writer.writerow([safe(str(cell)) for cell in cells])
    return out.getvalue()


def _marking(item: Item) -> str:
    """Of the row as it stands here; words that are withheld from this reader are named so."""
    return "not public" if item.withheld and item.marked else item.marking.value


def safe(cell: str) -> str:
    """A cell as text: one that begins like a formula gets a leading apostrophe.

    >>> safe("=1+1"), safe("Visit all")
    ("'=1+1", 'Visit all')
    """
    return f"'{cell}" if cell.startswith(FORMULA) else cell
