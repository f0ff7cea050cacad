"""An action log in: looked at, mapped, compared with the register, and recorded in one append.

The file is kept by its SHA-256 while a person looks at it; it is on the record only once the
difference is confirmed, together with every fact of it or not at all.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime

from answerable.ledger.book import Receipt
from answerable.ledger.register import Register
from answerable.operations import access
from answerable.operations.documents import handling, reading
from answerable.operations.plans import held_rows, log_families, log_proposed, personal_rows
from answerable.operations.plans.log_compared import Asked, Compared, difference
from answerable.operations.plans.log_files import NotALog, opened
from answerable.operations.quoting import typed
from answerable.operations.record import grounds, of_action
from answerable.operations.recording import book
from answerable.publishing.sensitivity.model import LAW_ENFORCEMENT, Held
from answerable.reading.actions.logs import log_labels, log_rows
from answerable.scrutiny.plans import log_facts
from answerable.scrutiny.plans.action_log import Agreed, Change
from answerable.scrutiny.progress import actions
from answerable.store.people import import_columns
from answerable.store.reads import registers
from answerable.vocabulary import times
from answerable.vocabulary.access import Actor
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import DocumentFiled

TYPE = "action-log"


def compared(*, by: Actor, on: date, document: str, asked: Asked) -> Compared:
    """What the log would change on a day, row by row, and against what; nothing is recorded."""
    access.require(by, "import_action_log", about=asked.institution)
    register = registers.register(asked.institution, valid=on, actor=by)
    return difference(register, opened(document), asked)


def held_back(
    *, by: Actor, on: date, document: str, asked: Asked, changes: Sequence[Change]
) -> dict[str, Held]:
    """Row -> what in its words may not be public as they stand; nothing is recorded.

    Of a log marked OFFICIAL-SENSITIVE nothing, as all of it is restricted.
    """
    access.require(by, "import_action_log", about=asked.institution)
    if handling.is_sensitive(opened(document).text):
        return {}
    register = registers.register(asked.institution, valid=on, actor=by)
    made = log_facts.facts(register, changes, document=document, dated=asked.dated, agreed={})
    return held_rows.streams(made, register=register)


def import_action_log(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None,
    document: str,
    asked: Asked,
    agreed: Mapping[str, Agreed],
    title: str = "",
    restrict: bool = False,
    restrict_people: bool = False,
    people_except: Collection[str] = (),
    release: str = "",
) -> Receipt:
    """Record a difference that somebody confirmed: all of it in one append, or nothing.

    `agreed`: for the stream of each moved date, who agreed, why and when; a date that nobody is
    named for stays as it is. Of a log marked OFFICIAL-SENSITIVE every value is restricted, on that
    ground and with a day of review; with `restrict` so are the rows that may not be public as they
    stand, and the file; with `restrict_people` those in which somebody is named. Of the rows in
    `people_except`, by their streams, the answer is the other one. `release`: why they may be,
    which is put on the record first. Refused when the log's actions changed since they were looked
    at.
    """
    access.require(by, "import_action_log", about=asked.institution)
    log = opened(document)
    if asked.dated > at.astimezone(registers.ZONE).date():
        raise NotALog("The log is dated after today. Correct its date.")
    for one in agreed.values():
        if not (one.authoriser.strip() and one.reason.strip()):
            raise NotALog("A moved date needs both: which office agreed, and why.")
        if one.on is not None:
            times.not_ahead(one.on, today=at.astimezone(registers.ZONE).date())
    filed = reading.filed_fact(
        document=document,
        institution=asked.institution,
        title=title or f"Action log, {times.in_words(asked.dated.isoformat())}",
        type_=TYPE,
        publisher=asked.institution,
        about=None,
        published=asked.dated.isoformat(),
        media_type=log.text.media_type,
        standing="original",
        on=at,
    )
    sensitive = handling.is_sensitive(log.text)
    held: dict[str, str] = {}
    of_people = restrict_people or bool(people_except)
    if sensitive or restrict or of_people:
        filed = handling.held_back(filed, stream=f"document/{document[:16]}")

    def decide(register: Register) -> list[Fact]:
        _unchanged(register, asked.institution, seen)
        changes = difference(register, log, asked).changes
        known = any(fact.doc == document for fact in register.of(DocumentFiled))
        made = log_facts.facts(
            register, changes, document=document, dated=asked.dated, agreed=agreed
        )
        if of_people and not sensitive:
            named = {change.stream for change, _ in personal_rows.found(changes)}
            other = named & set(people_except)
            kept = named - other if restrict_people else other
            held.update((stream, grounds.PERSONAL) for stream in kept)
        if restrict and not sensitive:
            streams = held_rows.streams(made, register=register)
            held.update((stream, one.ground) for stream, one in streams.items())
        rows = handling.rows_held_back(made) if sensitive else held_rows.kept_back(made, held)
        return [*(() if known else (filed,)), *rows]

    also = (log_labels.DUE,) if log_proposed.stands_in(log) else ()
    import_columns.keep_read(document, (*log.labels, *also))
    if release:
        _release(by=by, at=at, key=key, document=document, asked=asked, reason=release)
    receipt = of_action.Actions().append(
        about=asked.institution, decide=decide, by=by, at=at, key=key, seen=seen
    )
    if sensitive:
        handling.state_mark(receipt, about=asked.institution, by=by, at=at, key=key)
    elif (restrict or of_people) and receipt.count:
        of_file = LAW_ENFORCEMENT if restrict else grounds.PERSONAL
        grounds.state_grounds(
            receipt,
            lambda version: held_rows.why(held.get(version.fact.stream, of_file), on=at.date()),
            about=asked.institution,
            by=by,
            at=at,
            key=key,
            on=at.date(),
        )
    year = 0 if asked.year == log_rows.year_of(asked.dated) else asked.year
    meant = import_columns.Meant(asked.report, year)
    import_columns.keep_meant(asked.institution, log.table.header, meant)
    # Read now, while somebody waits anyway: the next page asks for the same.
    actions(registers.register(asked.institution, valid=at.date(), actor=by))
    return receipt


def _release(
    *, by: Actor, at: datetime, key: str, document: str, asked: Asked, reason: str
) -> None:
    """Put on the record that what is held in a log may be published, and why."""
    access.require(by, "publish", about=asked.institution)
    reason = typed(reason, what="reason why these rows may be public")

    def decide(register: Register) -> list[Fact]:
        changes = difference(register, opened(document), asked).changes
        made = log_facts.facts(register, changes, document=document, dated=asked.dated, agreed={})
        return held_rows.released(made, register=register, reason=reason, on=at.date())

    book().append(about=asked.institution, decide=decide, by=by, at=at, key=f"{key}/release")


def _unchanged(register: Register, institution: str, seen: int | None) -> None:
    """The actions of the log are as they were when the difference was looked at."""
    if seen is None:
        return
    under = log_families.prefix(institution)
    if any(v.recorded_from > seen and v.fact.stream.startswith(under) for v in register.versions):
        raise NotALog(
            "Somebody changed actions of this log since you looked. Look at the difference "
            "again; nothing was recorded.",
            code="changed_meanwhile",
        )
