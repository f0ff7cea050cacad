"""A mirror in a folder: made from nothing, or brought up to date where something changed.

The folder keeps a list of what each file hangs on (`mirror.json`). Files of which nothing changed
are neither asked for nor read. The list is written last: where it is missing or of another day,
release or setting, everything is made anew.
"""

import json
import os
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from django.db import connections

from answerable.config import config
from answerable.operations import sensitivity
from answerable.operations.output import mirror, publishing
from answerable.operations.output.mirror import Fixed, NotMirrored
from answerable.operations.output.mirror_stamps import Stamps
from answerable.operations.theme import checked
from answerable.web import crawl
from answerable.web.crawl import Crawler, Made

LIST = "mirror.json"
CHUNK = 40
"""Addresses that a process is handed at once."""


@dataclass(frozen=True, slots=True)
class Published:
    """What became of a mirror: its files, those asked for anew, written and removed."""

    files: int
    made: int
    changed: int
    removed: int


@dataclass(frozen=True, slots=True)
class _Before:
    """The mirror as it was: file -> (address or "", stamp, institutions it looked at)."""

    known: int
    pages: Mapping[str, tuple[str, int, tuple[str, ...]]]


def publish(look: Fixed, *, live: str, out: Path, jobs: int, anew: bool = False) -> Published:
    """Bring a folder up to date; `jobs` processes ask for pages where many changed."""
    world = behind(look, live=live)
    before = _before(out, world) if not anew else None
    old = {address: stamp for address, stamp, _ in before.pages.values()} if before else {}
    last = look.head.size - 1
    stamps = Stamps(last, before=before.known if before else -1, old=old)
    # A mirror of this day and program was written: what nothing was added to since is clear.
    sensitivity.require_publication(on=look.on, but=stamps.quiet)
    keeper = _Keeper(look, live, stamps, out)
    kept: dict[str, tuple[str, int, tuple[str, ...]]] = {}
    wanted: list[str] = []
    for name, (address, stamp, reads) in (before.pages if before else {}).items():
        if address and stamps.of(address, reads) == stamp:
            kept[name] = (address, stamp, reads)
        elif address:
            wanted.append(address)
    if before is None:
        wanted = list(crawl.SEEDS)
    known = {address for address, _, _ in kept.values()}
    done: dict[str, tuple[str, int, tuple[str, ...]]] = {}
    changed = 0
    for page, differs in _waves(keeper, wanted, known, jobs=jobs):
        done[crawl.name(page.address)] = (page.address, page.stamp, page.reads)
        changed += differs
    made = len(done)
    for name, data in crawl.fixed_files(look, pages=[*kept, *done]):
        changed += keeper.write(name, data)
        done[name] = ("", last, ())
    pages = {**kept, **done}
    gone = set(_listed(out)) - pages.keys()
    for name in gone:
        (out / name).unlink(missing_ok=True)
    keeper.write(LIST, _bytes(world, last, pages))
    keeper.write(mirror.MANIFEST, "".join(f"{n}\n" for n in sorted(pages)).encode())
    return Published(len(pages), made, changed, len(gone))


class _Keeper:
    """Makes files and writes those that differ; one for each process."""

    def __init__(self, look: Fixed, live: str, stamps: Stamps, out: Path) -> None:
        self._made = (look, live, stamps)
        self._crawler: Crawler | None = None
        self.out = out

    def page(self, address: str) -> tuple[Made, bool]:
        """Make the file of an address, and write it; did it change?"""
        if self._crawler is None:
            look, live, stamps = self._made
            self._crawler = Crawler(look, live=live, stamps=stamps)
        page = self._crawler.made(address)
        differs = self.write(crawl.name(address), page.data)
        return Made(address, b"", page.reads, page.stamp, page.links), differs

    def write(self, name: str, data: bytes) -> bool:
        """Write a file where it differs."""
        target = self.out / name
        if target.is_file() and target.read_bytes() == data:
            return False
        publishing.write(self.out, ((name, data),))
        return True


_Run = Callable[[list[list[str]]], Iterator[list[tuple[Made, bool]]]]
_keeper: list[_Keeper] = []
"""The one of this process, set before it is forked."""


def _many(addresses: list[str]) -> list[tuple[Made, bool]]:
    return [_keeper[0].page(address) for address in addresses]


def _waves(
    keeper: _Keeper, wanted: list[str], known: set[str], *, jobs: int
) -> Iterator[tuple[Made, bool]]:
    """Every address that is wanted and what they lead to beyond those known, wave by wave."""
    seen = known | set(wanted)
    _keeper[:] = [keeper]
    many = not known or len(wanted) > 2 * jobs * CHUNK
    with _workers(jobs if many else 1) as run:
        while wanted:
            # Addresses beside each other are about one institution, which is then read once.
            ordered = sorted(wanted)
            parts = [ordered[at : at + CHUNK] for at in range(0, len(ordered), CHUNK)]
            wanted = []
            for found in run(parts):
                for page, differs in found:
                    new = [link for link in page.links if link not in seen]
                    seen.update(new)
                    wanted += dict.fromkeys(new)
                    yield page, differs


@contextmanager
def _workers(jobs: int) -> Iterator[_Run]:
    """Runs parts in this process, or in several that share what it had read when they began.

    They begin before this one asks for a page: what a page starts (threads of the engine for
    figures, of the compiler for packs) is not there in a fork.
    """
    if jobs == 1:
        yield lambda parts: map(_many, parts)
        return
    connections.close_all()
    with ProcessPoolExecutor(jobs, mp_context=get_context("fork")) as pool:
        yield lambda parts: pool.map(_many, parts)


def _before(out: Path, world: str) -> _Before | None:
    """The list of an earlier mirror; None where it does not tell what must be made."""
    if out.is_dir() and any(out.iterdir()) and not (out / mirror.MANIFEST).is_file():
        raise NotMirrored(f"{out} holds files that are no mirror. Name an empty folder.")
    try:
        told: dict[str, Any] = json.loads((out / LIST).read_bytes())
        if told["world"] != world:
            return None
        pages = {
            name: (str(address), int(stamp), tuple(reads))
            for name, (address, stamp, reads) in told["pages"].items()
        }
        return _Before(int(told["known"]), pages)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _listed(out: Path) -> list[str]:
    """Names of the files of an earlier mirror."""
    try:
        return (out / mirror.MANIFEST).read_text(encoding="utf-8").split()
    except OSError:
        return []


def _bytes(world: str, known: int, pages: Mapping[str, Any]) -> bytes:
    told = {"known": known, "pages": dict(sorted(pages.items())), "world": world}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()


def behind(look: Fixed, *, live: str) -> str:
    """All that every page hangs on beside the record: the day, addresses, program and figures."""
    states = (program(), _states(config().observations))
    told = (look.on.isoformat(), look.base, live, publishing.state(look), checked(), *states)
    return sha256(repr(told).encode()).hexdigest()


@cache
def program() -> tuple[tuple[str, int, int], ...]:
    """The program of this process: files that change while it runs are those of the next one."""
    return _states(Path(crawl.__file__).parent.parent)


def _states(folder: Path) -> tuple[tuple[str, int, int], ...]:
    files = [p for p in folder.rglob("*") if p.is_file() and "__pycache__" not in p.parts]
    return tuple(sorted((str(p), p.stat().st_size, p.stat().st_mtime_ns) for p in files))


def jobs_here() -> int:
    """As many processes as this machine has processors for us."""
    return max(1, len(os.sched_getaffinity(0)))
