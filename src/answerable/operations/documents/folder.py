"""Read a folder of documents: each is kept and its readings wait; one bad file stops no other."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from answerable.operations import access
from answerable.operations.documents import handling, publication_day, reading
from answerable.operations.documents.reader import Meta
from answerable.store.papers import documents, review
from answerable.vocabulary.access import Actor
from answerable.vocabulary.refusal import Refusal

MOST_FILES = 2_000
MOST_BYTES = 50_000_000


class NoFolder(Refusal):
    """A folder that cannot be read, or that holds too much or nothing."""

    code = "no_folder"


@dataclass(frozen=True, slots=True)
class One:
    """What became of one file. `document` None: it was refused, and `words` say why."""

    name: str
    document: str | None
    waiting: int
    words: str
    welsh: str = ""


def read(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None,
    folder: Path,
    meta: Meta,
    told: Callable[[One, int, int], None] = lambda one, number, total: None,
) -> tuple[One, ...]:
    """Read every file of a folder and of those in it, by name; `told` hears of each as it is done.

    A file that was read before is passed over, so that a run which was stopped goes on. `meta`
    is what is known of all of them: publisher, date.
    """
    access.require(by, "read")
    files = _files(folder)
    done = []
    for number, path in enumerate(files, start=1):
        one = _one(
            path, str(path.relative_to(folder)), by=by, at=at, key=key, seen=seen, meta=meta
        )
        told(one, number, len(files))
        done.append(one)
    return tuple(done)


def take(
    *, by: Actor, at: datetime, key: str, seen: int | None, name: str, data: bytes, meta: Meta
) -> One:
    """Read one file of several and say what became of it; a refusal is one of the answers."""
    sha = documents.digest(data)
    if sha in documents.held() and (held := review.of(sha)):
        try:
            publication_day.put_right(
                by=by,
                at=at,
                key=f"{key}/{sha[:16]}",
                seen=seen,
                document=sha,
                published=meta.published,
            )
        except Refusal as refusal:
            return One(name, None, 0, refusal.sentence)
        waiting = sum(c.state == "waiting" for c in held)
        return One(name, sha, waiting, f"read before; {counted(waiting)}")
    own = Meta(
        name=name,
        publisher=meta.publisher,
        published=meta.published,
        subject=meta.subject,
        kind=meta.kind,
        internal=meta.internal,
    )
    try:
        filed = reading.read(by=by, at=at, key=f"{key}/{sha[:16]}", seen=seen, data=data, meta=own)
    except Refusal as refusal:
        return One(name, None, 0, refusal.sentence)
    return of(name, filed)


def of(name: str, filed: reading.Filed) -> One:
    """What became of a file that was read."""
    words, welsh = counted(filed.waiting), filed.read.welsh
    if handling.is_sensitive(filed.read.text):
        words = f"{words}; {handling.WARNING}"
    return One(name, filed.document, filed.waiting, f"{words}; {welsh}" if welsh else words, welsh)


def _one(
    path: Path, name: str, *, by: Actor, at: datetime, key: str, seen: int | None, meta: Meta
) -> One:
    try:
        if path.stat().st_size > MOST_BYTES:
            return One(name, None, 0, "It is over the limit of 50 MB; split it.")
        data = path.read_bytes()
    except OSError as error:
        return One(name, None, 0, f"It cannot be read: {error.strerror}.")
    return take(by=by, at=at, key=key, seen=seen, name=name, data=data, meta=meta)


def _files(folder: Path) -> list[Path]:
    """Plain files, hidden ones and links left out: a link may lead anywhere."""
    try:
        found = sorted(
            path
            for path in folder.rglob("*")
            if path.is_file()
            and not path.is_symlink()
            and not any(part.startswith(".") for part in path.relative_to(folder).parts)
        )
    except OSError as error:
        raise NoFolder(f"{folder} cannot be read: {error.strerror}.") from None
    if not found:
        raise NoFolder(f"There is no file in {folder}.")
    if len(found) > MOST_FILES:
        raise NoFolder(f"{folder} holds {len(found):,} files; at most {MOST_FILES:,} at once.")
    return found


def counted(n: int) -> str:
    """How many readings of a document wait, in words."""
    return "1 reading waits" if n == 1 else f"{n} readings wait"
