"""The record itself: verify, rebuild, correct, withdraw, history, back up, restore."""

import re
from base64 import b64decode
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from answerable.ledger import verify as offline
from answerable.ledger.book import Receipt
from answerable.ledger.register import Register, Version
from answerable.operations import access
from answerable.operations.record import as_marked, closed_words, typed_values
from answerable.operations.recording import Decide, book
from answerable.store.checks import files_check, rebuilding, verification
from answerable.store.checks.rebuilding import TableState
from answerable.store.checks.verification import Verification
from answerable.store.engine import database, start
from answerable.store.engine.keys import keys_of
from answerable.store.moves import backup, moving
from answerable.store.moves.backup import Backup
from answerable.store.moves.moving import Moved
from answerable.store.reads import registers, visibility
from answerable.store.reads.lookup import Place, find
from answerable.vocabulary.access import READER, Actor
from answerable.vocabulary.fact_base import Fact, Value
from answerable.vocabulary.facts import Corrected, Withdrawn
from answerable.vocabulary.refusal import Refusal
from answerable.vocabulary.times import first_day

_DATES = frozenset({"due", "said", "published", "date"})
_NOTE = re.compile(
    r"[^\s+\x00-\x1f]+\n(0|[1-9][0-9]{0,15})\n([A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=)\n\n"
)


class NothingThere(Refusal):
    """Nothing on the record, or no file, under that name."""

    code = "nothing_there"


@dataclass(frozen=True, slots=True)
class Line:
    """One version of a fact, for the history of an item."""

    seq: int
    recorded_at: datetime
    by: str
    type: str
    valid_from: date
    known_from: int
    known_to: int | None
    values: dict[str, Value]
    withheld: tuple[str, ...]
    erased: tuple[str, ...]
    corrections: tuple[int, ...]


def verify(
    *, tree_only: bool = False, checkpoint: Path | None = None, policy: Path | None = None
) -> Verification:
    """Check everything in the home in force; a damaged home is checked too, not refused.

    `checkpoint` is a file with a signed checkpoint that was kept elsewhere. `policy` names whose
    signatures count (`home/policy` when there is one); without it only sizes and roots compare.
    """
    settings = start.configured()
    if not start.exists():
        raise NothingThere(
            f"There is no record in {settings.home}. Name the home folder with --home."
        )
    rules = _policy(
        settings.home / "policy" if policy is None else policy, must=policy is not None
    )
    kept = {} if checkpoint is None else _checkpoint(checkpoint, rules)
    start.opened()
    result = verification.verify(
        database.engine(),
        keys=keys_of(settings),
        tree_only=tree_only,
        checkpoints=kept,
        policy=rules,
        unsafe=tuple(start.unsafe()),
    )
    if tree_only:
        return result
    files, faults = files_check.check(database.engine(), settings.documents)
    named = (*result.faults, *faults)[: verification.MOST_FAULTS]
    return replace(result, files=files, faults=named)


def in_words(result: Verification) -> str:
    """What was checked and against what, in one line; it claims no more than was done."""
    what = "leaves and tree" if result.tree_only else "leaves, values, columns and tree"
    if not result.holds:
        return f"Does not hold: {len(result.faults)} faults named of {result.size} entries."
    against = (
        f"Compared with {result.checkpoints} checkpoint(s); the signatures of {result.signed} of "
        "those kept here were checked."
        if result.checkpoints
        else "Consistent with itself; compared with no checkpoint: a rewrite of the whole tree "
        "and head cannot be detected."
    )
    unopened = (
        f" {result.unopened} sealed values were not opened: their keys are not here."
        if result.unopened and not result.tree_only
        else ""
    )
    if result.absent:
        unopened += (
            f" A copy of an export: {result.absent} values that were not public are not here."
        )
    files = f" Files behind them: {result.files}, as they were filed." if result.files else ""
    rest = (
        ""
        if result.tree_only
        else " Not checked here: the tables of the pages (`answerable rebuild --check` does), "
        "which commands were answered, and what waits for a person."
    )
    return (
        f"Holds: {what} of {result.size} entries, root {result.root}. "
        f"{against}{files}{unopened}{rest}"
    )


def open_home() -> None:
    """Make the home ready, or refuse one that cannot be used before anything is served."""
    start.ready()


def rebuild(*, check: bool = False) -> tuple[TableState, ...]:
    """Set every projection against the fold and, unless only checking, make it again."""
    return rebuilding.compare() if check else rebuilding.rebuild()


def correct(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None = None,
    target: str,
    field: str,
    value: Value,
    reason: str,
) -> Receipt:
    """We wrote it down wrongly: `field` of an entry is `value`, because of `reason`.

    `target` is a sequence number, an entry id, or a reference (its latest entry that has the
    field). What the correction says takes the valid period of what it corrects.
    """
    place = find(target)
    access.require(by, "correct", about=place.institution)
    if not reason.strip():
        raise Refusal("Say why it is corrected: the reason stands beside the correction.")
    if field in _DATES and value is not None:
        first_day(str(value))

    def decide(register: Register) -> Sequence[Fact]:
        return [_corrected(_version(register, place, field), field, value, reason)]

    return _append(place.institution, decide, by=by, at=at, key=key, seen=seen)


@dataclass(frozen=True, slots=True)
class PutRight:
    """A field of one entry, what it says from now on, and why."""

    target: str
    field: str
    value: Value
    reason: str


def correct_lines(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None = None,
    lines: Sequence[PutRight],
) -> Receipt:
    """Several lines of one paper at once, all or none; each says why.

    All are about one institution; see `correct`.
    """
    if not lines:
        raise Refusal("Nothing is changed. Put right the line that is wrong, then save.")
    about = find(lines[0].target).institution
    access.require(by, "correct", about=about)
    if not all(line.reason.strip() for line in lines):
        raise Refusal("Say why it is corrected: the reason stands beside the correction.")

    def decide(register: Register) -> Sequence[Fact]:
        return put_right(register, lines)

    return _append(about, decide, by=by, at=at, key=key, seen=seen)


def put_right(register: Register, lines: Sequence[PutRight]) -> list[Fact]:
    """The corrections of lines, for an operation that records more in the same append."""
    return [
        _corrected(
            _version(register, find(line.target), line.field), line.field, line.value, line.reason
        )
        for line in lines
    ]


def withdraw(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None = None,
    target: str,
    reason: str,
) -> Receipt:
    """An entry should not have been made: it stays, marked, with who says so and why."""
    place = find(target)
    if place.entry_id is None:
        raise NothingThere(f"“{place.name}” has several entries: withdraw one by its number.")
    access.require(by, "withdraw", about=place.institution)
    if not reason.strip():
        raise Refusal("Say why it is withdrawn: the reason stands beside the entry.")

    def decide(register: Register) -> Sequence[Fact]:
        return [withdrawn(_version(register, place, None), reason)]

    return _append(place.institution, decide, by=by, at=at, key=key, seen=seen)


def history(*, reference: str, actor: Actor = READER, on: date) -> tuple[Line, ...]:
    """Every version of every fact of an item, superseded ones too, as the actor may see them."""
    place = find(reference)
    past = registers.history(place.institution)
    versions = [v for v in past.versions if v.fact.stream == place.stream]
    allowed = visibility.clearance(actor, institution=place.institution, on=on)
    seen = visibility.redacted(versions, now=visibility.marks_now(past), allowed=allowed)
    return tuple(_line(version) for version in seen)


def back_up(file: Path, *, at: datetime) -> Backup:
    """Copy the home in force into one checked file, with its keys in a second one."""
    return backup.back_up(file.absolute(), at=at)


def move(*, to: str) -> Moved:
    """Copy the record in force, with its keys, accounts and drafts, to another address, and check
    what arrived; the one in force stays as it is and is still the one in force.
    """
    settings = start.ready()
    return moving.move(settings, replace(settings, book_given=to))


def restore(file: Path, *, into: Path | None = None) -> Backup:
    """Unpack and check a backup into an empty folder; None is the home in force."""
    target = start.configured().home if into is None else into.absolute()
    return backup.restore(file.absolute(), into=target)


def _append(
    about: str,
    decide: Decide,
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None,
) -> Receipt:
    receipt = book().append(about=about, decide=decide, by=by, at=at, key=key, seen=seen)
    as_marked.state_grounds(receipt, about=about, by=by, at=at, key=key)
    return receipt


def _corrected(version: Version, field: str, value: Value, reason: str) -> Corrected:
    like = typed_values.as_kept(version.fact, field, value)
    made = Corrected(
        institution=version.fact.institution,
        stream=version.fact.stream,
        valid=version.fact.valid,
        ref=version.entry_id,
        field=field,
        value=closed_words.checked(version.fact, field, like),
        reason=reason,
        said=version.fact.said,
    )
    return as_marked.as_marked(made, version, field)


def withdrawn(version: Version, reason: str) -> Withdrawn:
    """The withdrawal of an entry, seen by those who see what is withdrawn."""
    made = Withdrawn(
        institution=version.fact.institution,
        stream=version.fact.stream,
        valid=version.fact.valid,
        ref=version.entry_id,
        reason=reason,
    )
    return as_marked.as_marked(made, version)


def _version(register: Register, place: Place, field: str | None) -> Version:
    if place.entry_id is not None:
        every = registers.history(place.institution).versions
        found = [v for v in every if v.entry_id == place.entry_id and v.recorded_to is None]
    else:
        found = [
            v
            for v in register.versions_of(stream=place.stream)
            if not isinstance(v.fact, Corrected | Withdrawn)
            and (field is None or (field in v.fact.field_names() and v.fact.get(field)))
        ]
    if not found:
        about = f" with a field “{field}”" if field else ""
        raise NothingThere(f"“{place.name}” has no entry{about} that still stands.")
    names = found[-1].fact.field_names()
    if field is not None and field not in names:
        raise NothingThere(
            f"Entry {found[-1].seq} has no field “{field}”. It has: {', '.join(names)}."
        )
    return found[-1]


def _line(version: Version) -> Line:
    fact = version.fact
    return Line(
        seq=version.seq,
        recorded_at=version.recorded_at,
        by=version.by.body,
        type=type(fact).__name__,
        valid_from=fact.valid.start,
        known_from=version.recorded_from,
        known_to=version.recorded_to,
        values={name: value for name, value in fact.values().items() if value is not None},
        withheld=tuple(sorted(version.withheld)),
        erased=tuple(sorted(version.erased)),
        corrections=version.corrections,
    )


def _policy(file: Path, *, must: bool) -> offline.Policy | None:
    if not must and not file.exists():
        return None
    try:
        return offline.policy_of(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        raise NothingThere(f"The policy {file} cannot be read.") from None
    except offline.Fails as fault:
        raise NothingThere(f"{file}: {fault}.") from None


def _checkpoint(file: Path, rules: offline.Policy | None) -> dict[int, bytes]:
    try:
        note = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise NothingThere(f"The checkpoint {file} cannot be read.") from None
    found = _NOTE.match(note)
    if not found:
        raise NothingThere(f"{file} is not a signed checkpoint.")
    if rules is not None:
        try:
            offline.checkpoint(note, rules, 0)
        except offline.Fails as fault:
            raise NothingThere(f"The checkpoint {file} is not taken: {fault}.") from None
    return {int(found[1]): b64decode(found[2])}
