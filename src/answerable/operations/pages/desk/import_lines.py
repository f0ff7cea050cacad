"""One row of the difference of an import: what it says, in words."""

from collections.abc import Mapping

from answerable.operations.pages.desk.import_notes import Report, finding_words
from answerable.operations.pages.parts import Row as Line
from answerable.scrutiny.plans import action_log as room
from answerable.scrutiny.plans import log_answers
from answerable.scrutiny.plans.action_log import Change, LogEntry
from answerable.scrutiny.plans.log_moved import Moved
from answerable.vocabulary.language import say
from answerable.vocabulary.times import in_words

STAND_OPEN = 12
"""A list of more rows is closed at first."""


def fold(count: int, most: int) -> str:
    """The words that open a long list; a short one stands open."""
    if count <= STAND_OPEN:
        return ""
    return say("Show these {count} rows", count=f"{min(count, most):,}")


def line(change: Change, known: Mapping[str, Report]) -> Line:
    """A row with what it says and where it stands in the log."""
    held = change.kind != "new"
    return Line(
        title=f"{change.ref or ''} {change.text}".strip(),
        url=f"/findings/{change.stream}/" if held else "",
        sentence=" ".join(what(change, known)),
        note=say("Cell {address}", address=change.address),
    )


def what(change: Change, known: Mapping[str, Report]) -> list[str]:
    """Each thing that a row says, a sentence."""
    entry = change.entry
    told = [f"{words}." for words in change.what]
    of_due = f"{room.WORDS['due']}: "
    changed = change.kind == "changed" and any(words.startswith(of_due) for words in change.what)
    if changed and entry is not None and entry.due is None:
        told.append(say("It is read as no date, so the date of the register stays."))
    if change.moved:
        told.append(move_words(change))
    if change.stays:
        told.append(stays_words(change.stays))
    told += [
        say("Now linked to {finding}.", finding=finding_words(name, known))
        for name in change.links
    ]
    linked = change.links or (entry.answers if entry and change.kind == "new" else ())
    to_cause = any("/recommendation/" not in name for name in linked)
    if to_cause and entry and log_answers.under_a_cause(entry.cells.get("rec")):
        told.append(
            say(
                "“{cell}”: linked to the cause of concern, not to a recommendation under it.",
                cell=entry.cells["rec"],
            )
        )
    if change.heading:
        told.append(say("Under the heading “{heading}”.", heading=change.heading))
    if change.newly_done:
        told.append(say("They say that it is done."))
    if change.undone:
        told.append(say("They no longer say that it is done; it is promised again."))
    if change.back:
        told.append(say("The record says no longer that it is gone from the log."))
    if change.kind == "gone":
        told.append(
            say(
                "What is recorded is that it is no longer in the log of this day. Nothing else "
                "about it changes."
            )
        )
    if change.owner:
        told.append(say("The register takes this owner: {owner}.", owner=change.owner))
    if change.kind == "new" and entry is not None:
        told += [
            say("It answers {finding}.", finding=finding_words(name, known))
            for name in entry.answers
        ]
        told.append(f"Owner: {entry.owner}." if entry.owner else "No owner.")
        told.append(_due(entry))
    return told


def move_words(change: Change) -> str:
    """Which day the register has and which the log; nothing where the date did not move."""
    if change.moved is None:
        return ""
    if change.kind == "new" and change.moved.before:
        return say(
            "The log gives a first due date, {before}, and a revised one, {now}.",
            before=in_words(change.moved.before),
            now=in_words(change.moved.now),
        )
    return date_words(change.moved)


def _due(entry: LogEntry) -> str:
    """“Due: 31 December 2026 (“end of Q3”).”; the first date, where the log has a revised one."""
    first = entry.first_due or entry.due
    read = in_words(first) if first else say("no date")
    words = entry.cells.get("due")
    if words in (None, first):
        return say("Due: {read}.", read=read)
    return say("Due: {read} (“{words}”).", read=read, words=words)


def stays_words(moved: Moved) -> str:
    """“Due date: no date on the register, 31 March 2027 in the log. It is done …”"""
    return say(
        "Due date: {before} on the register, {now} in the log. It is said to be done, so the date "
        "of the register stays.",
        before=in_words(moved.before) if moved.before else say("no date"),
        now=in_words(moved.now),
    )


def date_words(moved: Moved) -> str:
    """“Due date: 31 March 2027 on the register, 30 June 2027 in the log.”"""
    before = in_words(moved.before) if moved.before else say("no date")
    now = in_words(moved.now)
    if moved.later and moved.then:
        return say(
            "Due date: {before} on the register, {now} in this log, {then} in the log before.",
            before=before,
            now=now,
            then=in_words(moved.then),
        )
    if moved.later:
        return say("Due date: {before} on the register, {now} in the log.", before=before, now=now)
    return say(
        "Due date: {before} on the register, {now} in the log, which is "
        "earlier. It is not moved: correct the entry if it was written "
        "down wrongly.",
        before=before,
        now=now,
    )
