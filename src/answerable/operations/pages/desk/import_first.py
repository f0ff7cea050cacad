"""What must be looked at first in the difference of an import: each doubt with its rows."""

import re
from collections.abc import Mapping, Sequence

from answerable.operations.pages.desk.import_lines import fold, line
from answerable.operations.pages.desk.import_notes import Report
from answerable.operations.pages.parts import Section
from answerable.operations.plans.log_compared import Asked
from answerable.scrutiny.plans.action_log import Change, LogEntry
from answerable.vocabulary.language import say
from answerable.vocabulary.office_slips import slips
from answerable.vocabulary.offices import nobody
from answerable.vocabulary.times import in_words

MOST_OF_EACH = 100
MONTHS_OF_A_YEAR = 12
MOST_NAMES = 10
_NUMBERS = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-]\d{2,4}")
_YEAR = re.compile(r"\b20\d\d\b")
DAY = len("2026-11-02")


def first_of_all(
    changes: Sequence[Change], known: Mapping[str, Report], about: Asked
) -> tuple[Section, ...]:
    """What a person must look at before a long log is trusted: each doubt with its rows.

    What is said to be done needs no date any more, so it stands last and asks for nothing.
    """
    new = [(c, c.entry) for c in changes if c.kind == "new" and c.entry is not None]
    undated = [(c, e) for c, e in new if e.due is None]
    words = _words_rule([e for _, e in new if _worked_out(e)], about)
    stated = [(c, c.entry.owner or "") for c in changes if c.entry is not None]
    near = slips(owner for _, owner in stated)
    slipped = [c for c, owner in stated if owner in near and c.kind in ("new", "changed")]
    either = [e.cells["due"] for _, e in new if _either_way(e)]
    doubts = (
        ("no-date", say("Without a date, and open"), [c for c, e in undated if not e.done], ""),
        (
            "worked-out",
            say("Dates worked out from words"),
            [c for c, e in new if _worked_out(e)],
            words,
        ),
        ("no-owner", say("Without an owner"), [c for c, e in new if nobody(e.owner)], ""),
        ("owner-slip", say("An owner one letter from another"), slipped, _slip_rule(near)),
        (
            "day-first",
            say("Dates read with the day first"),
            [c for c, e in new if _either_way(e)],
            say("“{typed}” is read as day, then month.", typed=either[0]) if either else "",
        ),
        (
            "done-without-date",
            say("Without a date, and said to be done"),
            [c for c, e in undated if e.done],
            say("Nothing is due of these any more; there is nothing to mend."),
        ),
    )

    def counts(found: Sequence[Change]) -> dict[str, str]:
        return {"count": f"{len(found):,}", "count2": f"{len(new):,}"}

    return tuple(
        Section(
            title=(
                say("{title}: {count} of {count2} new rows", title=title, **counts(found))
                if name == "done-without-date"
                else say(
                    "Look at these first. {title}: {count} of {count2} new rows",
                    title=title,
                    **counts(found),
                )
            ),
            id=name,
            fold=fold(len(found), MOST_OF_EACH),
            rows=tuple(line(change, known) for change in found[:MOST_OF_EACH]),
            paragraphs=(
                *((rule,) if rule else ()),
                *(
                    (
                        say(
                            "{value} more are not listed here; once recorded, the register "
                            "lists them.",
                            value=f"{len(found) - MOST_OF_EACH:,}",
                        ),
                    )
                    if len(found) > MOST_OF_EACH
                    else ()
                ),
            ),
        )
        for name, title, found, rule in doubts
        if found
    )


def _worked_out(entry: LogEntry) -> bool:
    """A whole day that the log says in words, such as “end of Q3”, without its year."""
    typed = entry.cells.get("due", "").strip()
    worded = bool(typed) and not typed[0].isdigit() and _YEAR.search(typed) is None
    return worded and len(entry.due or "") == DAY


def _words_rule(found: Sequence[LogEntry], about: Asked) -> str:
    """From which day words such as “end of Q3” were counted, and how to say another year."""
    if not found:
        return ""
    typed = found[0].cells["due"]
    return say(
        "“{typed}” is read as {day}: the next one after the date of the log, {dated}, and "
        "quarters are of the year from 1 April. Where a row means an earlier one, write its year "
        "into the log, such as “{again} 2025/26”, before you record it.",
        typed=typed,
        day=in_words(found[0].due or ""),
        dated=in_words(about.dated.isoformat()),
        again=typed,
    )


def _slip_rule(near: Mapping[str, str]) -> str:
    """Which name may be a slip of which."""
    told = "; ".join(f"“{one}”, “{other}”" for one, other in list(near.items())[:MOST_NAMES])
    return say("Is it a slip? {told}. Mend it in the log, or it is a new owner.", told=told)


def _either_way(entry: LogEntry) -> bool:
    """A typed date that could be read with the month first too, such as 12/09/2025."""
    found = _NUMBERS.fullmatch(entry.cells.get("due", "").strip())
    if found is None:
        return False
    first, second = int(found[1]), int(found[2])
    return first != second and max(first, second) <= MONTHS_OF_A_YEAR
