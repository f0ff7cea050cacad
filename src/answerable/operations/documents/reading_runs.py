"""Documents handed in on a page, read one after another while the page says how far it is.

Begun by one request and looked at by others. What is known of a run lives in this process; what
was read is kept as it is done, so a run that was stopped has lost nothing, and handing the same
files in again passes over what was read.
"""

import logging
from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event, Lock, Thread

from answerable.operations import access
from answerable.operations.documents import folder, publication_day, reading
from answerable.operations.documents.folder import One
from answerable.operations.documents.reader import Meta
from answerable.store.engine import database, start
from answerable.store.reads import registers
from answerable.vocabulary.access import Actor
from answerable.vocabulary.refusal import Refusal

MOST_FILES = 100
MOST_BYTES = 200_000_000
"""Of all files of one form together; one file may have 50 MB."""
MOST_KEPT = 20
AT_ONCE = 2.0
"""Seconds that a request waits: a letter is read by then."""
LOG, _SHEETS = "action-log", (".xlsx", ".ods", ".csv")
_LITTER = frozenset({"thumbs.db", "desktop.ini"})
_ONE_ALONE = "A title or an address can be said of one file only: leave both empty for several."
_CUT_OFF = "It was not read: something went wrong here. Hand it in once more."


class NotHandedIn(Refusal):
    """Files that cannot be taken as they were sent."""

    code = "not_handed_in"


@dataclass(frozen=True, slots=True)
class Handed:
    """A file as it came: its name, and its bytes in pieces."""

    name: str
    pieces: Iterable[bytes]


@dataclass(frozen=True, slots=True)
class Far:
    """How far a run is; `begun` None: this process knows nothing of it."""

    total: int = 0
    done: tuple[One, ...] = ()
    begun: datetime | None = None
    at_work: bool = False
    stopped: bool = False
    typed: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Run:
    """One form of files at work."""

    total: int
    begun: datetime
    typed: Mapping[str, str]
    done: list[One] = field(default_factory=list)
    stop: Event = field(default_factory=Event)
    ended: Event = field(default_factory=Event)

    def wait(self, seconds: float) -> Far:
        """How far it is, once it has ended or so many seconds have passed."""
        self.ended.wait(seconds)
        return self.far()

    def far(self) -> Far:
        """How far it is now."""
        done, at_work = tuple(self.done), not self.ended.is_set()
        return Far(self.total, done, self.begun, at_work, self.stop.is_set(), self.typed)


class _Runs:
    """The last runs of this process, by who began them and under which key."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._held: OrderedDict[tuple[str, str], Run] = OrderedDict()

    def begin(self, name: tuple[str, str], run: Run) -> tuple[Run, bool]:
        """The run of this name, and whether it is new. One that read nothing may begin again."""
        with self._lock:
            held = self._held.get(name)
            if held is not None and (
                not held.ended.is_set() or any(o.document for o in held.done)
            ):
                return held, False
            self._held[name] = run
            self._held.move_to_end(name)
            for other in [n for n, r in self._held.items() if r.ended.is_set()][:-MOST_KEPT]:
                del self._held[other]
            return run, True

    def find(self, name: tuple[str, str]) -> Run | None:
        with self._lock:
            return self._held.get(name)


_runs = _Runs()


def begin_reading(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None,
    files: Sequence[Handed],
    meta: Meta,
    typed: Mapping[str, str],
) -> Run:
    """Begin to read what was handed in, in its order; the same key begins it once.

    `typed` is what stood in the form, for a form that has to be shown again.
    """
    access.require(by, "read")
    publication_day.require_past(meta.published, today=at.astimezone(registers.ZONE).date())
    files = [file for file in files if not _is_litter(file.name)]
    if not files:
        raise NotHandedIn("Choose the file of the report.")
    if len(files) > MOST_FILES:
        raise NotHandedIn(f"These are {len(files)} files; hand in at most {MOST_FILES} at once.")
    if len(files) > 1 and (meta.title or meta.source):
        raise NotHandedIn(_ONE_ALONE)
    kept = TemporaryDirectory(prefix="answerable-handed-in-")
    try:
        paths = _kept(Path(kept.name), files)
    except BaseException:
        kept.cleanup()
        raise
    run, is_new = _runs.begin(_name(by, key), Run(len(files), at, dict(typed)))

    def work() -> None:
        try:
            for name, path in paths:
                if run.stop.is_set():
                    break
                one = _One(name, path, alone=len(paths) == 1)
                run.done.append(one.read(by=by, at=at, key=key, seen=seen, meta=meta))
        finally:
            kept.cleanup()
            run.ended.set()
            database.close()

    if is_new:
        Thread(target=work, name="reading", daemon=True).start()
    else:
        kept.cleanup()
    return run


def how_far(*, by: Actor, key: str) -> Far:
    """How far the run of an office is."""
    access.require(by, "read")
    run = _runs.find(_name(by, key))
    return run.far() if run else Far()


def stop_reading(*, by: Actor, key: str) -> None:
    """Read no further file of a run; the one that is being read is finished."""
    access.require(by, "read")
    if run := _runs.find(_name(by, key)):
        run.stop.set()


@dataclass(frozen=True, slots=True)
class _One:
    """One file of a run, as it lies on the disk."""

    name: str
    path: Path
    alone: bool

    def read(self, *, by: Actor, at: datetime, key: str, seen: int | None, meta: Meta) -> One:
        """What became of it. A defect of ours stops no other file and shows no code."""
        try:
            data = self.path.read_bytes()
            if not self.alone:
                return folder.take(
                    by=by, at=at, key=key, seen=seen, name=self.name, data=data, meta=meta
                )
            if meta.kind is None and self.name.casefold().endswith(_SHEETS):
                _no_log(data, replace(meta, name=self.name))
            filed = reading.read(
                by=by, at=at, key=key, seen=seen, data=data, meta=replace(meta, name=self.name)
            )
        except Refusal as refusal:
            return One(self.name, None, 0, refusal.sentence)
        except Exception:
            logging.getLogger(__name__).exception("A file that was handed in was not read")
            return One(self.name, None, 0, _CUT_OFF)
        return folder.of(self.name, filed)


def _no_log(data: bytes, meta: Meta) -> None:
    """Refuse an action log that was taken for a report: its rows are actions and no readings."""
    if reading.parse(data, meta=meta).document["type"] == LOG:
        raise NotHandedIn(
            "This is an action log: import it at “Import an action log”, where each row becomes "
            "an action. To have it read as something else, say what it is."
        )


def _kept(to: Path, files: Sequence[Handed]) -> list[tuple[str, Path]]:
    """Each file on the disk, for as long as it waits to be read."""
    paths, held = [], 0
    for number, file in enumerate(files):
        path = to / f"{number}"
        with path.open("xb") as out:
            for piece in file.pieces:
                held += len(piece)
                if held > MOST_BYTES:
                    raise NotHandedIn(_too_large(len(files)))
                out.write(piece)
        paths.append((file.name, path))
    return paths


def _too_large(files: int) -> str:
    most = MOST_BYTES // 1_000_000
    if files == 1:
        return f"The file is larger than {most} MB. Split it, or save it without pictures."
    return f"Together these files are larger than {most} MB. Hand in fewer at once."


def _is_litter(name: str) -> bool:
    """What a system leaves in every folder."""
    return name.startswith((".", "~$")) or name.casefold() in _LITTER


def _name(by: Actor, key: str) -> tuple[str, str]:
    return (f"{by.body}/{by.office}/{by.person} at {start.configured().home}", key)
