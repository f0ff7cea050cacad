"""Import, third step: new, changed, gone, same; moved dates ask who agreed and why."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from answerable.operations.documents import handling
from answerable.operations.pages.desk import (
    import_against,
    import_dates,
    import_held,
    import_leads,
    import_left,
    import_marks,
    import_moved,
    import_notes,
    import_odd,
    import_older,
    import_personal,
    import_statuses,
    same_owner,
)
from answerable.operations.pages.desk.import_first import first_of_all
from answerable.operations.pages.desk.import_lines import fold, line, what
from answerable.operations.pages.desk.import_notes import Report
from answerable.operations.pages.desk.importing import TITLE, address
from answerable.operations.pages.forms import (
    Field,
    Hidden,
    acting,
)
from answerable.operations.pages.look import Look
from answerable.operations.pages.parts import Aside, FormError, Link, Page, Section
from answerable.operations.pages.plans import item_choices
from answerable.operations.plans import action_log, log_files, log_statuses, personal_rows
from answerable.operations.plans.log_compared import Asked, Compared
from answerable.scrutiny.phrases import start
from answerable.scrutiny.plans.action_log import Change, Kind
from answerable.vocabulary.language import marked, say, say_many

MOST_LISTED = 600
MOST_CHECKED = 1_000
"""Rows whose words are checked while somebody waits for the page; those of a longer log are
checked when it is recorded, and the page that comes back then lists what is held."""


@dataclass(frozen=True, kw_only=True)
class DifferencePage(Page):
    """What is new, changed, gone and the same; moved dates ask who agreed and why."""

    action: str
    hidden: tuple[Hidden, ...]
    counts: tuple[tuple[str, str], ...]
    everyone: tuple[Field, ...]
    moved: tuple[import_moved.MovedRow, ...]
    moved_before: tuple[import_moved.MovedRow, ...]
    people: tuple[Field, ...]
    columns: str
    leads: tuple[Field, ...]
    leads_title: str
    leads_hidden: tuple[Hidden, ...]
    first: tuple[Section, ...]
    sections: tuple[Section, ...]
    button: str
    forget: str
    leave: tuple[Field, ...]
    taken_back: tuple[Field, ...]
    same: tuple[Field, ...]
    same_hidden: tuple[Hidden, ...]
    step: Mapping[str, str]


_MARKED = Section(
    title=marked("This log is marked OFFICIAL-SENSITIVE"),
    id="marked",
    paragraphs=(
        marked(
            "Every row of it is restricted from its first moment, on the ground of that mark: the "
            "public register shows that there is a row and nothing of what it says. It is looked "
            "at again after half a year, and somebody lowers the marking of an entry before then "
            "under “Markings”."
        ),
    ),
)
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
    log = log_files.opened(document)
    counts = Counter(change.kind for change in changes if not change.left)
    moved = [c for c in changes if c.moved and c.moved.later and not c.moved.first]
    writes = counts["new"] + counts["changed"] + counts["gone"]
    agreeing = item_choices.owners(look, about.institution)[1:]
    sensitive = handling.is_sensitive(log.text)
    people = [] if sensitive else personal_rows.found(changes)
    held = (
        action_log.held_back(
            by=look.actor, on=look.today, document=document, asked=about, changes=changes
        )
        if values or counts["new"] + counts["changed"] <= MOST_CHECKED
        else {}
    )
    held_asked, held_mark = import_held.boxes(held, values)
    asked, mark = import_personal.boxes(people, values)
    same_boxes, same_hidden = same_owner.of_log(look, about.institution, changes)
    leads = {
        say("who leads"): import_leads.boxes(log),
        say("what a status means"): import_statuses.boxes(log, about.institution),
        say("what a line or a colour means"): import_marks.boxes(log),
    }
    older_asked, older_mark = import_older.boxes(compared, about, values)
    return DifferencePage(
        title=say("What this log would change"),
        area="plans",
        sentence=(
            say(
                "{counts} new, {counts2} changed, {counts3} gone, {counts4} the "
                "same. {left} Nothing is written yet.",
                left=import_left.counted(changes),
                counts=f"{counts['new']:,}",
                counts2=f"{counts['changed']:,}",
                counts3=f"{counts['gone']:,}",
                counts4=f"{counts['same']:,}",
            ).replace("  ", " ")
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
            *held_mark,
            *older_mark,
        ),
        counts=tuple((name.capitalize(), f"{counts[name]:,}") for name in _ORDER),
        everyone=import_moved.every(values, agreeing) if moved else (),
        moved=import_moved.rows(moved, values, agreeing, again=False, dated=about.dated),
        moved_before=import_moved.rows(moved, values, agreeing, again=True, dated=about.dated),
        people=(*older_asked, *held_asked, *asked),
        columns=address(document, about),
        leads=tuple(box for boxes in leads.values() for box in boxes),
        leads_title=start("; ".join(title for title, boxes in leads.items() if boxes)),
        leads_hidden=import_leads.columns(log),
        first=(
            *import_older.section(compared, about),
            *((_MARKED,) if sensitive else ()),
            *import_held.section(changes, held),
            *import_personal.section(people),
            *(() if sensitive else import_notes.not_read(log)),
            *import_against.section(document, about, compared.goes_on),
            *import_statuses.section(log, about.institution),
            *import_marks.section(log),
            *import_odd.section(import_odd.statuses(log), log_statuses.said(about.institution)),
            *import_notes.references(
                look,
                document,
                about,
                _nowhere(changes),
                step="difference/",
                before=_nowhere([c for c in changes if c.kind == "same"]),
            ),
        ),
        sections=(
            *import_dates.sections(changes),
            *first_of_all(changes, known, about),
            *_sections(changes, known),
        ),
        button=say_many("Record this row", "Record these {count} rows", writes)
        if writes
        else say("Record that this log says the same"),
        forget=address(document, about, "forget/"),
        leave=import_left.to_leave(changes),
        taken_back=import_left.to_take_back(changes, about),
        same=same_boxes,
        same_hidden=same_hidden,
        step={
            "leave": import_left.LEAVE,
            "back": import_left.BACK,
            "same": same_owner.STEP,
        },
        aside=(
            Aside(
                title=say("What will be written"),
                paragraphs=(
                    say(
                        "A new row: a promise, with its cell. A changed row: news in the "
                        "log’s own words. A date where there was none is taken. A moved "
                        "date: only where an office and a reason stand; else the date stays "
                        "and you are asked again next time."
                    ),
                    say(
                        "A row that is gone: that it is no longer in the log of this day. Its "
                        "action stays open until somebody says what became of it."
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


def lines(compared: Compared) -> tuple[str, ...]:
    """A difference for a terminal."""
    changes = compared.changes
    counts = Counter(change.kind for change in changes if not change.left)
    told = [", ".join(f"{counts[name]:,} {name}" for name in _ORDER)]
    told += [words] if (words := import_against.words(compared.goes_on)) else []
    told += [words] if (words := import_left.counted(changes)) else []
    told += import_personal.lines(changes)
    whose = sorted({change.stream.split("/")[1] for change in changes})
    known = import_notes.reports(whose)
    for change in changes:
        if change.kind == "same":
            continue
        told.append(f"{change.kind}  {change.address}  {change.ref or ''}  {change.text}")
        told += [f"    {words}" for words in what(change, known)]
    return tuple(told)


def _sections(changes: Sequence[Change], known: Mapping[str, Report]) -> tuple[Section, ...]:
    titles = {"new": say("New"), "changed": say("Changed"), "gone": say("Gone from the log")}
    made = []
    for kind, title in titles.items():
        mine = sorted((c for c in changes if c.kind == kind), key=lambda c: not c.what)
        if not mine:
            continue
        more = len(mine) - MOST_LISTED
        made.append(
            Section(
                title=f"{title}: {len(mine):,}",
                id=kind,
                fold=fold(len(mine), MOST_LISTED),
                rows=tuple(line(change, known) for change in mine[:MOST_LISTED]),
                paragraphs=(
                    *_worded(kind, mine),
                    *((say("{more} more are not listed here.", more=f"{more:,}"),) * (more > 0)),
                ),
            )
        )
    return tuple(made)


def _worded(kind: str, mine: Sequence[Change]) -> tuple[str, ...]:
    """Of changed rows how many have other words in the log: these come first."""
    count = sum(bool(change.what) for change in mine)
    if kind != "changed" or count == len(mine):
        return ()
    return (
        say_many(
            "{count} of them has other words in the log than before, and comes first. Of the "
            "others a date, a link or a heading waits to be recorded.",
            "{count} of them have other words in the log than before, and come first. Of the "
            "others a date, a link or a heading waits to be recorded.",
            count,
        ),
    )


def _nowhere(changes: Sequence[Change]) -> list[str]:
    """What rows name that is nothing on the record."""
    rows = [c.entry for c in changes if c.entry is not None and not c.left]
    return [words for e in rows if (words := e.cells.get("rec")) and not (e.answers or e.older)]
