"""Import, third step: new, changed, gone, same; moved dates ask who agreed and why."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from answerable.operations.pages.changing import offices
from answerable.operations.pages.desk import import_against, import_notes, import_personal
from answerable.operations.pages.desk.import_notes import Report, finding_words
from answerable.operations.pages.desk.importing import TITLE, address
from answerable.operations.pages.forms import (
    Choice,
    Field,
    Hidden,
    acting,
)
from answerable.operations.pages.look import Look
from answerable.operations.pages.parts import Aside, FormError, Link, Page, Section
from answerable.operations.pages.parts import Row as Line
from answerable.operations.plans import action_log
from answerable.operations.plans.log_compared import Asked, Compared
from answerable.operations.plans.log_files import NotALog
from answerable.scrutiny.plans import action_log as room
from answerable.scrutiny.plans.action_log import EVERY_OTHER, Agreed, Change, Kind, LogEntry
from answerable.vocabulary.language import say, say_many
from answerable.vocabulary.offices import nobody
from answerable.vocabulary.times import in_words

MOST_MOVED, MOST_LISTED, MOST_OF_EACH, STAND_OPEN = 200, 100, 100, 12
MONTHS_OF_A_YEAR = 12
_NUMBERS = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-]\d{2,4}")
DAY = len("2026-11-02")


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedRow:
    """A moved date: its row, both dates, and the two boxes."""

    title: str
    words: str
    who: Field
    why: Field


@dataclass(frozen=True, kw_only=True)
class DifferencePage(Page):
    """What is new, changed, gone and the same; moved dates ask who agreed and why."""

    action: str
    hidden: tuple[Hidden, ...]
    counts: tuple[tuple[str, str], ...]
    everyone: tuple[Field, ...]
    moved: tuple[MovedRow, ...]
    people: tuple[Field, ...]
    first: tuple[Section, ...]
    sections: tuple[Section, ...]
    button: str
    forget: str


_ORDER: tuple[Kind, ...] = ("new", "changed", "gone", "same")


def difference(
    look: Look,
    document: str,
    about: Asked,
    *,
    key: str,
    posted: Mapping[str, str] | None = None,
    error: str = "",
) -> DifferencePage:
    """New, changed, gone, same; and for each moved date who agreed and why."""
    values = posted or {}
    known = import_notes.reports((about.institution,))
    compared = action_log.compared(by=look.actor, on=look.today, document=document, asked=about)
    changes = compared.changes
    counts = Counter(change.kind for change in changes)
    moved = [c for c in changes if c.moved and c.moved.later]
    writes = counts["new"] + counts["changed"]
    agreeing = offices(look, about.institution)[1:]
    people = import_personal.found(changes)
    asked, mark = import_personal.boxes(people, values)
    return DifferencePage(
        title=say("What this log would change"),
        area="plans",
        sentence=(
            say(
                "{counts} new, {counts2} changed, {counts3} gone, {counts4} the "
                "same. Nothing is written yet.",
                counts=f"{counts['new']:,}",
                counts2=f"{counts['changed']:,}",
                counts3=f"{counts['gone']:,}",
                counts4=f"{counts['same']:,}",
            )
        ),
        banner=acting(look, about.institution),
        as_at=look.as_at(),
        crumbs=(
            Link(label=TITLE, url="/import/"),
            Link(label=say("Columns"), url=address(document, about)),
        ),
        errors=(FormError(words=error),) if error else (),
        action=address(document, about, "difference/"),
        hidden=(
            Hidden(name="key", value=values.get("key") or key),
            Hidden(name="seen", value=str(look.head.size - 1)),
            *mark,
        ),
        counts=tuple((name.capitalize(), f"{counts[name]:,}") for name in _ORDER),
        everyone=_boxes(
            EVERY_OTHER, values, agreeing, say("every moved date below that has none of its own")
        )
        if moved
        else (),
        moved=tuple(_moved(c, values, agreeing) for c in moved[:MOST_MOVED]),
        people=asked,
        first=(
            *import_personal.section(people),
            *import_against.section(document, about, compared.goes_on),
            *import_notes.references(look, document, about, _nowhere(changes), step="difference/"),
        ),
        sections=(*_first_of_all(changes, known, about), *_sections(changes, known)),
        button=say_many("Record this row", "Record these {count} rows", writes)
        if writes
        else say("Record that this log says the same"),
        forget=address(document, about, "forget/"),
        aside=(
            Aside(
                title=say("What will be written"),
                paragraphs=(
                    say(
                        "A new row: a promise, with its cell. A changed row: news in the "
                        "log’s own words. A moved date: only where an office and a "
                        "reason stand; else the date stays and you are asked again next "
                        "time."
                    ),
                    say(
                        "A row that is gone stays on the register until somebody says "
                        "what became of it."
                    ),
                    say(
                        "All of it is written together, or nothing. Thousands of rows "
                        "take up to half a minute; if the page is closed or the machine "
                        "stops meanwhile, look at the difference again: what is left to "
                        "do stands there."
                    ),
                ),
            ),
        ),
    )


def agreements(posted: Mapping[str, str]) -> dict[str, Agreed]:
    """Stream, or all others -> who agreed and why; a half-filled pair is refused in words."""
    found = {}
    for name in (key.removeprefix("who-") for key in posted if key.startswith("who-")):
        pair = (posted[f"who-{name}"].strip(), posted.get(f"why-{name}", "").strip())
        if all(pair):
            found[name] = Agreed(*pair)
        elif any(pair):
            raise NotALog(
                say(
                    "{rpartition}: a moved date needs both, which office agreed and "
                    "why. Fill in both, or leave both empty and the date stays.",
                    rpartition=name.rpartition("/")[2],
                )
            )
    return found


def lines(compared: Compared) -> tuple[str, ...]:
    """A difference for a terminal."""
    changes = compared.changes
    counts = Counter(change.kind for change in changes)
    told = [", ".join(f"{counts[name]:,} {name}" for name in _ORDER)]
    told += [words] if (words := import_against.words(compared.goes_on)) else []
    told += import_personal.lines(changes)
    whose = sorted({change.stream.split("/")[1] for change in changes})
    known = import_notes.reports(whose)
    for change in changes:
        if change.kind == "same":
            continue
        told.append(f"{change.kind}  {change.address}  {change.ref or ''}  {change.text}")
        told += [f"    {words}" for words in _what(change, known)]
    return tuple(told)


def _boxes(
    name: str, values: Mapping[str, str], offices: tuple[Choice, ...], about: str
) -> tuple[Field, Field]:
    return (
        Field(
            name=f"who-{name}",
            label=say("Which office agreed: {about}", about=about),
            value=values.get(f"who-{name}", ""),
            choices=(Choice(value="", label=say("Not said: the date stays")), *offices),
        ),
        Field(
            name=f"why-{name}",
            label=say("Why: {about}", about=about),
            value=values.get(f"why-{name}", ""),
        ),
    )


def _moved(change: Change, values: Mapping[str, str], offices: tuple[Choice, ...]) -> MovedRow:
    who, why = _boxes(change.stream, values, offices, change.ref or change.address)
    return MovedRow(
        title=f"{change.ref or ''} {change.text}".strip(),
        words=_move_words(change),
        who=who,
        why=why,
    )


def _sections(changes: Sequence[Change], known: Mapping[str, Report]) -> tuple[Section, ...]:
    titles = {"new": say("New"), "changed": say("Changed"), "gone": say("Gone from the log")}
    made = []
    for kind, title in titles.items():
        mine = [c for c in changes if c.kind == kind]
        if not mine:
            continue
        more = len(mine) - MOST_LISTED
        made.append(
            Section(
                title=f"{title}: {len(mine):,}",
                id=kind,
                fold=_fold(len(mine), MOST_LISTED),
                rows=tuple(_line(change, known) for change in mine[:MOST_LISTED]),
                paragraphs=(say("{more} more are not listed here.", more=f"{more:,}"),)
                if more > 0
                else (),
            )
        )
    return tuple(made)


def _fold(count: int, most: int) -> str:
    """The words that open a long list; a short one stands open."""
    if count <= STAND_OPEN:
        return ""
    return say("Show these {count} rows", count=f"{min(count, most):,}")


def _first_of_all(
    changes: Sequence[Change], known: Mapping[str, Report], about: Asked
) -> tuple[Section, ...]:
    """What a person must look at before a long log is trusted: each doubt with its rows.

    What is said to be done needs no date any more, so it stands last and asks for nothing.
    """
    new = [(c, c.entry) for c in changes if c.kind == "new" and c.entry is not None]
    undated = [(c, e) for c, e in new if e.due is None]
    words = _words_rule([e for _, e in new if _worked_out(e)], about)
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
            fold=_fold(len(found), MOST_OF_EACH),
            rows=tuple(_line(change, known) for change in found[:MOST_OF_EACH]),
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
    """A whole day that the log says in words, such as “end of Q3”."""
    typed = entry.cells.get("due", "").strip()
    return len(entry.due or "") == DAY and bool(typed) and not typed[0].isdigit()


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


def _either_way(entry: LogEntry) -> bool:
    """A typed date that could be read with the month first too, such as 12/09/2025."""
    found = _NUMBERS.fullmatch(entry.cells.get("due", "").strip())
    if found is None:
        return False
    first, second = int(found[1]), int(found[2])
    return first != second and max(first, second) <= MONTHS_OF_A_YEAR


def _line(change: Change, known: Mapping[str, Report]) -> Line:
    held = change.kind != "new"
    return Line(
        title=f"{change.ref or ''} {change.text}".strip(),
        url=f"/findings/{change.stream}/" if held else "",
        sentence=" ".join(_what(change, known)),
        note=say("Cell {address}", address=change.address),
    )


def _nowhere(changes: Sequence[Change]) -> list[str]:
    """What rows name that is nothing on the record."""
    rows = [c.entry for c in changes if c.entry is not None]
    return [words for e in rows if (words := e.cells.get("rec")) and not e.answers]


def _what(change: Change, known: Mapping[str, Report]) -> list[str]:
    entry = change.entry
    told = [f"{words}." for words in change.what]
    of_due = f"{room.WORDS['due']}: "
    changed = change.kind == "changed" and any(words.startswith(of_due) for words in change.what)
    if changed and entry is not None and entry.due is None:
        told.append(say("It is read as no date, so the date of the register stays."))
    if change.moved:
        told.append(_move_words(change))
    told += [
        say("Now linked to {finding}.", finding=finding_words(name, known))
        for name in change.links
    ]
    if change.heading:
        told.append(say("Under the heading “{heading}”.", heading=change.heading))
    if change.newly_done:
        told.append(say("They say that it is done."))
    if change.undone:
        told.append(say("They no longer say that it is done; it is promised again."))
    if change.owner:
        told.append(say("The register takes this owner: {owner}.", owner=change.owner))
    if change.kind == "new" and entry is not None:
        told += [
            say("It answers {finding}.", finding=finding_words(name, known))
            for name in entry.answers
        ]
        told.append(f"Owner: {entry.owner}." if entry.owner else "No owner.")
        due = entry.cells.get("due")
        read = in_words(entry.due) if entry.due else say("no date")
        told.append(f"Due: {read}." if due in (None, entry.due) else f"Due: {read} (“{due}”).")
    return told


def _move_words(change: Change) -> str:
    if change.moved is None:
        return ""
    before = in_words(change.moved.before) if change.moved.before else say("no date")
    now = in_words(change.moved.now)
    if change.moved.later:
        return say("Due date: {before} on the register, {now} in the log.", before=before, now=now)
    return say(
        "Due date: {before} on the register, {now} in the log, which is "
        "earlier. It is not moved: correct the entry if it was written "
        "down wrongly.",
        before=before,
        now=now,
    )
