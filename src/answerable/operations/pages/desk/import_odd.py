"""How many values of each column are empty or odd, with a few of them, before it is confirmed."""

from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date

from answerable.operations.pages.desk.set_aside import address
from answerable.operations.pages.parts import Link, Section, Table
from answerable.operations.plans import log_statuses
from answerable.operations.plans.log_compared import Asked
from answerable.operations.plans.log_files import Opened
from answerable.reading.actions.logs import status_slips
from answerable.reading.actions.logs.log_rows import due, owners
from answerable.scrutiny.plans import set_aside
from answerable.vocabulary.language import say, say_many
from answerable.vocabulary.office_slips import slips
from answerable.vocabulary.offices import nobody

SHOWN = 3
"""Different odd values of one column that stand on the page, the most frequent first."""

Odd = Callable[[str], bool]


def table(log: Opened, meanings: dict[str, str], about: Asked) -> Table:
    """A row for each column that is read, in the order of the sheet."""
    return Table(
        caption=say("What is empty or odd in each column"),
        head=(say("Column"), say("Holds"), say("Empty"), say("Odd"), say("Which")),
        rows=tuple(
            (label, say(meanings[name]), *_counted(log, name, about))
            for label, name in log.columns.items()
        ),
        numeric=(2, 3),
    )


def _counted(log: Opened, name: str, about: Asked) -> tuple[str, str, str]:
    words = [row.words(name) for row in log.rows]
    held = [one for one in words if one]
    empty = f"{len(words) - len(held):,}"
    tell, why, near = _rule(name, held, about)
    odd = Counter(one for one in held if tell(one))
    if not odd:
        return empty, "0", ""
    first = ", ".join(_odd_one(one, many, near) for one, many in odd.most_common(SHOWN))
    more = len(odd) - SHOWN
    rest = say(" and {more:,} other", more=more) if more > 0 else ""
    return empty, f"{odd.total():,}", f"{why}: {first}{rest}"


def _odd_one(words: str, many: int, near: Mapping[str, str]) -> str:
    """““Complte” (8; “Complete”?)”."""
    if words in near:
        return say(
            "“{words}” ({many}; “{near}”?)", words=words, many=f"{many:,}", near=near[words]
        )
    return f"“{words}” ({many:,})"


def status_lines(log: Opened, meant: log_statuses.Said) -> tuple[str, ...]:
    """Statuses that may be a slip, for a terminal."""
    found = status_slips.slips(row.words("status") for row in log.rows)
    return (
        *(
            say("The status “{words}” may be a slip of “{near}”.", words=words, near=near)
            for words, near in found.items()
        ),
        *told(statuses(log), meant),
    )


def statuses(log: Opened) -> Mapping[str, int]:
    """Each status of a log, in its own words -> rows."""
    return Counter(row.words("status") or "" for row in log.rows)


def section(
    found: Mapping[str, int], meant: log_statuses.Said, *, recorded: str = ""
) -> tuple[Section, ...]:
    """Each status such as “Superseded”, how many rows have it, and what the register makes of it.

    `found`: status -> rows; `meant`: what a person said of such words; `recorded`: whose log it
    is once it is on the record. A word of a log closes nothing: no source says here what became
    of the action.
    """
    lines = told(found, meant)
    if not lines:
        return ()
    rule = (
        say("One reason sets all aside. If they are done, say so in the log and import it again.")
        if recorded
        else say(
            "Once imported, one reason sets all aside. If they are done, say so in the log first."
        )
    )
    aside = Link(label=say("Set them aside at once"), url=address(recorded))
    return (
        Section(
            title=say("A status that is neither open nor done"),
            id="set-aside",
            paragraphs=(*lines, rule),
            links=(aside,) if recorded else (),
        ),
    )


def told(found: Mapping[str, int], meant: log_statuses.Said) -> tuple[str, ...]:
    """A sentence for each status that is neither open nor done, the most frequent first.

    Those that differ in a number only, as “Superseded - see 26/058” does, are one.
    """
    aside = {words: n for words, n in found.items() if log_statuses.sets_aside(words, meant)}
    alike = Counter(map(set_aside.without_number, aside))
    counts: Counter[str] = Counter()
    for words, n in aside.items():
        plain = set_aside.without_number(words)
        counts[plain if alike[plain] > 1 else words] += n
    return tuple(
        say_many(
            "The status “{words}” stands in {count} row: open until set aside.",
            "The status “{words}” stands in {count} rows: open until set aside.",
            many,
            words=words,
        )
        for words, many in counts.most_common()
    )


def _rule(name: str, held: list[str], about: Asked) -> tuple[Odd, str, Mapping[str, str]]:
    """Which values of a column are odd, what that means, and what some may be a slip of."""
    if name in ("due", "revised", "raised"):
        return _no_day(about.dated), say("No day, or one that was worked out"), {}
    if name in ("owner", "lead"):
        near = slips(held)
        why = say("Nobody, or several")
        if near:
            why = say("Nobody, several, or one letter from another name")
        return (lambda words: words in near or _no_one_owner(words)), why, {}
    if name == "status":
        return (
            _no_state(log_statuses.said(about.institution)),
            say("Neither open nor done in words we know, so taken as open"),
            status_slips.slips(held),
        )
    if name == "ref":
        counts = Counter(held)
        return (lambda words: counts[words] > 1), say("Given more than once"), {}
    return (lambda _: False), "", {}


def _no_day(dated: date) -> Odd:
    def tell(words: str) -> bool:
        found, counted = due(words, dated=dated)
        return found is None or counted

    return tell


def _no_one_owner(words: str) -> bool:
    return nobody(words) or len(owners(words)) > 1


def _no_state(meant: log_statuses.Said) -> Odd:
    def tell(words: str) -> bool:
        return log_statuses.known(words, meant) is None or log_statuses.sets_aside(words, meant)

    return tell
