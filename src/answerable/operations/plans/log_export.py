"""The action log given back as a workbook: its own columns and words, and what changed since."""

from collections.abc import Iterable, Mapping
from datetime import date

from answerable.ledger.register import Register, Version
from answerable.operations import access, catalogue
from answerable.operations.plans import log_compared, log_families, log_files, log_proposed
from answerable.operations.plans.log_compared import Asked
from answerable.operations.plans.log_files import NotALog, Opened
from answerable.publishing.action_log import Workbook, xlsx
from answerable.reading.actions.logs import log_labels
from answerable.reading.actions.logs.log_rows import LogRow
from answerable.reading.layout.canonical_text import Block
from answerable.scrutiny.phrases import on_day, start, stop, times
from answerable.scrutiny.plans.desk import shown_marking
from answerable.scrutiny.plans.log_number import known_as
from answerable.scrutiny.progress import actions
from answerable.scrutiny.standing import Progress
from answerable.store.reads import registers
from answerable.vocabulary.access import Actor, Classification, ending
from answerable.vocabulary.facts import (
    ActionReassigned,
    ActionUpdated,
    DocumentFiled,
    DueDateMoved,
    MeetingHeld,
    Relapsed,
    RungReached,
)
from answerable.vocabulary.offices import spoken
from answerable.vocabulary.times import in_words

WHOLE_DAY = len("2024-05-14")
PLAIN = {"Ref": "ref", "Action": "action", "Owner": "owner", "Due": "due"}
ADDED = (
    *("Register: heading", "Register: owner", log_labels.DUE, "Register: first due"),
    "Register: said, done, worked",
)
TOLD = (ActionReassigned, ActionUpdated, DueDateMoved, RungReached, Relapsed)


def export_log(*, by: Actor, institution: str, on: date) -> tuple[str, bytes]:
    """(name of the file, XLSX) of every action, as this actor may see it, on a day.

    The columns of the log that was imported last stand first, with its words untouched, so that
    the owner can write updates into it and send it back. What the register holds stands after
    them, under heads that an import does not read: also the owner to whom an action was given.
    A row that its owner took out of that log stays out: given back, it would look new there.
    """
    access.require(by, "export", about=institution)
    register = registers.register(institution, valid=on, actor=by)
    names = catalogue.names_of(institution, on=on)
    held = {a.reference: a for a in actions(register, names=names)}
    if not held:
        raise NotALog("There is no action on the register yet, so there is no log to give back.")
    log, dated, mark = _last(register)
    since = max(
        (v.seq for v in register.versions if log and v.fact.doc == log.document), default=-1
    )
    changed = [v for v in register.versions_of(*TOLD) if v.seq > since and v.fact.stream in held]
    marking = _marking(register, log, held.values())
    rows = tuple(_rows(register, log, dated or on, held, changed, mark=mark))
    others = sum(row[-1].startswith(log_labels.ANOTHER) for row in rows)
    out = len(held) - len(rows)
    book = Workbook(
        head=(*_columns(log), *ADDED, _since_head(dated), log_labels.REFERENCE),
        rows=rows,
        changes=tuple(_told(v, held) for v in changed),
        notes=(
            f"Actions of {catalogue.bodies()[institution].name} on {on_day(on)}, as the record "
            f"stands at entry {register.known:,}.",
            f"The first columns are those of the log of {on_day(dated)}."
            if dated
            else "No log was imported; the columns are the register’s own.",
            *((_left_out(out),) if out > 0 else ()),
            *((_of_others(others),) if others else ()),
            "Write updates into them and send the sheet back: importing it is a difference that "
            "somebody confirms. Columns that begin with “Register” are not read, but for another "
            "date under “Register: due”: it is taken as asked for, and stands once an office "
            "agreed to it.",
            "Said, done, worked: said is a promise; done is what they say, or what somebody "
            "checked; worked is an outcome. The owner’s own rating is the owner’s.",
        ),
        on=on,
        marking=marking,
        marked=_marking_words(marking),
    )
    return f"action-log-{institution}-{on.isoformat()}{ending(marking)}.xlsx", xlsx(book)


def _left_out(count: int) -> str:
    stands = "action was" if count == 1 else "actions were"
    return (
        f"{count:,} {stands} taken out of the log by whoever keeps it, and left out here; the "
        "register still has them."
    )


def _of_others(count: int) -> str:
    told = "row is of another log, and says" if count == 1 else "rows are of another log, and say"
    return (
        f"{count:,} {told} so in the last column. They are not read when this sheet is imported: "
        "what is new of them is read from their own log."
    )


def _last(register: Register) -> tuple[Opened | None, date | None, str]:
    """The log that was imported last, its day and its mark."""
    earlier = log_families.earlier_logs(register)
    if not earlier:
        return None, None, ""
    return log_files.opened(earlier[0].document), earlier[0].dated, earlier[0].mark


def _columns(log: Opened | None) -> tuple[str, ...]:
    """The log's own columns: of a workbook that came back, without those that were added to it."""
    if log is None:
        return tuple(PLAIN)
    return log_files.own_labels(log.table)


def _since_head(dated: date | None) -> str:
    return f"Register: changed since {on_day(dated)}" if dated else "Register: last news"


def _rows(
    register: Register,
    log: Opened | None,
    dated: date,
    held: Mapping[str, Progress],
    changed: Iterable[Version],
    *,
    mark: str,
) -> Iterable[tuple[str, ...]]:
    by_stream: dict[str, list[Version]] = {}
    for version in changed:
        by_stream.setdefault(version.fact.stream, []).append(version)
    done = set()
    if log is not None:
        mine = log_compared.entries(register, log, Asked(register.institution, dated), mark=mark)
        blocks = {block.start: block for block in log.blocks}
        for entry, row in zip(mine, log.rows, strict=True):
            item = held.get(entry.stream)
            done.add(entry.stream)
            if item is not None:
                cells = _cells(log, blocks[row.start], row)
                now = _now(item, by_stream.get(entry.stream, ()), row.heading or "")
                yield (*cells, *now, entry.stream)
    under = log_families.prefix(register.institution) if log is not None else None
    sessions = {m.stream: m for m in register.of(MeetingHeld)}
    titles = {one.mark: one.title for one in log_families.earlier_logs(register)}
    for stream, item in held.items():
        of_log = under is not None and stream.startswith(under)
        if stream in done or (
            of_log and log_families.mark_of(stream, register.institution) == mark
        ):
            continue
        number = known_as(register, stream)
        cells = tuple(_own(label, item, log, number=number) for label in _columns(log))
        session = sessions.get(_session(item))
        heading, of = (_session_words(session) if session else ""), ""
        if of_log:
            of = log_labels.ANOTHER
            heading = f"{of}{titles.get(log_families.mark_of(stream, register.institution), '')}"
        yield (*cells, *_now(item, by_stream.get(stream, ()), heading), f"{of}{stream}")


def _session(item: Progress) -> str:
    """The reference of the session that agreed an action; “” of any other."""
    plan = str(getattr(item.first.fact, "plan", None) or "")
    return plan if plan.startswith("session/") else ""


def _session_words(session: MeetingHeld) -> str:
    """“Performance session, 11 June 2026”: where an action that stands in no log comes from."""
    day = in_words(session.date or session.valid.start.isoformat())
    return f"{session.title or 'Session'}, {day}"


def _cells(log: Opened, block: Block, row: LogRow) -> tuple[str, ...]:
    """The row in the log's own words, also those of columns that were not read.

    A row of another sheet, with a head of its own, stands under the columns that hold the same;
    a rating that is a colour is written out, for the new workbook has no colours.
    """
    words = {
        label: " ".join(log.text.exact(span).split())
        for label, span in zip(block.header, block.cells, strict=True)
    }
    return tuple(
        words.get(label) or row.words(log.columns.get(label, "")) or "" for label in _columns(log)
    )


def _own(label: str, item: Progress, log: Opened | None, *, number: str) -> str:
    """An action that stands in another log or in none, in the log's columns."""
    name = (log.columns if log else PLAIN).get(label, "")
    if name == "ref":
        last = 2 if _session(item) else 1  # the day of the session stands before its number
        return number or "/".join(item.reference.split("/")[-last:])
    if name == "action":
        return item.text or ("Withheld" if item.withheld else "")
    if name == "owner":
        return start(spoken(item.owner)) if item.owner else ""
    if name != "due" or not item.due:
        return ""
    return item.due if len(item.due) == WHOLE_DAY else in_words(item.due)  # “2027-01”: a year?


def _now(item: Progress, changed: Iterable[Version], heading: str = "") -> tuple[str, ...]:
    owner = start(spoken(item.owner)) if item.owner else "No owner"
    due = in_words(item.due) if item.due else log_proposed.NO_DATE
    first = in_words(item.due_first) if item.due_first else "First without a date"
    moved = f"{first}, moved {times(len(item.moved))}" if item.moved else ""
    news = " ".join(_news(v, item) for v in changed)
    return (heading, owner, due, moved, f"{item.group}: {item.tag}", news)


def _told(version: Version, held: Mapping[str, Progress]) -> tuple[str, ...]:
    item = held[version.fact.stream]
    return (
        version.fact.stream,
        item.text or "",
        version.fact.valid.start.isoformat(),
        _news(version, item),
        version.by.body,
        str(version.seq),
    )


def _news(version: Version, item: Progress) -> str:
    """The same of an item: what gives it its first date is told so."""
    gave = any(move.version.seq == version.seq and not move.from_ for move in item.moves)
    return _what(version, first_date=gave)


def _what(version: Version, *, first_date: bool = False) -> str:
    fact = version.fact
    day = on_day(fact.valid.start)
    match fact:
        case DueDateMoved():
            to = in_words(fact.due) if fact.due else "no date"
            moved = "first due date" if first_date else "due date moved to"
            return f"{day}: {moved} {to}. {_why(fact.reason, fact.authoriser)}"
        case ActionReassigned():
            owner = spoken(fact.owner or "nobody named")
            return f"{day}: given to {owner}. {_why(fact.reason, fact.authoriser)}"
        case Relapsed():
            return f"{day}: {stop(start(fact.reason or 'found again'))}"
        case RungReached():
            return f"{day}: {fact.rung or 'a step'}."
        case ActionUpdated():
            return f"{day}: {fact.text or 'Withheld'}"
        case _:
            return f"{day}."


def _why(reason: str | None, authoriser: str | None) -> str:
    """The reason of a change and which office agreed, as two sentences."""
    why = stop(start(reason)) if reason else "No reason is on record."
    return f"{why} Agreed by {spoken(authoriser or 'nobody named')}."


def _marking(register: Register, log: Opened | None, items: Iterable[Progress]) -> Classification:
    """As the least public of what it gives: the actions, their news, and the log's own columns."""
    filed = register.versions_of(DocumentFiled) if log is not None else ()
    own = [v for v in filed if log is not None and v.fact.doc == log.document]
    return shown_marking((*(v for item in items for v in item.versions), *own))


def _marking_words(marking: Classification) -> str:
    if marking is Classification.PUBLIC:
        return (
            "Public: it holds what the public pages of this record show. Nobody has read it "
            "through as a paper of its own."
        )
    return (
        f"{start(marking.value)}: it holds words that are marked {marking.value}. Send it only "
        "to those who may read them."
    )
