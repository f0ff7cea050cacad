"""The pages of a mirror, asked for by several processes: wave after wave of what they lead to."""

import gc
import sys
from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from functools import cached_property
from itertools import groupby, islice
from multiprocessing import get_context
from pathlib import Path

from django.db import connections

from answerable.operations.clear_words import ClearWords
from answerable.operations.output import data_parts, mirror_entries, publishing
from answerable.operations.output.data_parts import DataFiles
from answerable.operations.output.mirror import Fixed
from answerable.operations.output.mirror_stamps import Stamps
from answerable.web import crawl
from answerable.web.crawl import Crawler, Made

CHUNK, FEW = 40, 6
"""Addresses that a process is handed at once, where many are asked for and where few are."""
FEW_PAGES = 500
"""So many are made by one process: several would read the same for each of them. Only what reads
one body and takes long (`APART`) is made by another beside it. It looks for nothing to let go, for
they leave little behind."""
APART = (
    *(data_parts.FOLDER, "/packs/body/", "/packs/panel/", "/packs/session/", "/packs/"),
    *("/escalation/", "/sessions/"),
)
"""What takes longest first, so that both processes end with little."""
THREADED = frozenset({"duckdb", "typst"})
"""What a page loads when it first needs it, and then has threads of its own."""
FIRST = ("/history/", "/")
"""What takes longest: each is handed out by itself, before all else."""


def at_most(jobs: int) -> int:
    """How many processes may ask for pages: one where this process has made pages already.

    Threads that an engine began then would not be there in a fork, which would wait for them.
    """
    return 1 if THREADED & sys.modules.keys() else jobs


class Keeper:
    """Makes files and writes those that differ; one for each process."""

    def __init__(
        self,
        look: Fixed,
        *,
        live: str,
        stamps: Stamps,
        data: DataFiles,
        out: Path,
        clear: ClearWords,
    ) -> None:
        self.look, self.out, self.stamps = look, out, stamps
        self._live, self._data, self._clear = live, data, clear

    @cached_property
    def crawler(self) -> Crawler:
        """Who asks the site; made before a fork, so that its program is read once."""
        return Crawler(self.look, live=self._live, stamps=self.stamps)

    def page(self, address: str) -> tuple[Made, bool]:
        """Make the file of an address, and write it; did it change?"""
        before = len(self.look.sentences)
        if (found := self._data.made(address)) is not None:
            data, rows = found
            made = Made(address, b"", (), self.stamps.of(address, ()), (), rows)
        else:
            made = self.crawler.made(address)
            data, made = made.data, replace(made, data=b"")
        told = dict(islice(self.look.sentences.items(), before, None))
        made = replace(made, clear=self._clear.taken(), sentences=told)
        return made, self.write(crawl.name(address), data)

    def held(self, name: str) -> bytes:
        """What stands in a file of the mirror now; nothing where there is none."""
        target = self.out / name
        return target.read_bytes() if target.is_file() else b""

    def write(self, name: str, data: bytes) -> bool:
        """Write a file where it differs."""
        target = self.out / name
        if target.is_file() and target.read_bytes() == data:
            return False
        publishing.write(self.out, ((name, data),))
        return True


_Run = Callable[[list[list[str]]], Iterator[list[tuple[Made, bool]]]]
_keeper: list[Keeper] = []
"""The one of this process, set before it is forked."""


def _many(addresses: list[str]) -> list[tuple[Made, bool]]:
    return [_keeper[0].page(address) for address in addresses]


def waves(
    keeper: Keeper,
    wanted: list[str],
    known: set[str],
    *,
    jobs: int,
    together: AbstractSet[str] = frozenset(),
) -> Iterator[tuple[Made, bool]]:
    """Every address that is wanted and what they lead to beyond those known, wave by wave.

    Those that look at the whole record are asked for `together`: what is read of it is read once.
    """
    seen = known | set(wanted)
    _keeper[:] = [keeper]
    few = bool(known) and len(wanted) <= FEW_PAGES
    if not few:
        mirror_entries.read()
    gc.freeze()  # nothing of what was read until now is ever thrown away
    if not few:
        gc.enable()
    size = CHUNK if not known or len(wanted) > 2 * jobs * CHUNK else FEW
    if not wanted or (few and not any(map(_is_apart, wanted))):
        jobs = 1
    with _one_beside() if few and jobs > 1 else _workers(jobs) as run:
        while wanted:
            parts, wanted = _parts(wanted, size=size, together=together), []
            for found in run(parts):
                for page, differs in found:
                    new = [link for link in page.links if link not in seen]
                    seen.update(new)
                    wanted += dict.fromkeys(new)
                    yield page, differs


def _parts(wanted: list[str], *, size: int, together: AbstractSet[str]) -> list[list[str]]:
    """Addresses beside each other are about one institution, which is then read once.

    The files of the open data are made from each other, so one process makes them.
    """
    data = sorted(a for a in wanted if a.startswith(data_parts.FOLDER))
    wide = sorted({*wanted}.intersection(together).difference(data))
    first = [[address] for address in FIRST if address in wanted and address not in wide]
    rest = sorted({*wanted}.difference(FIRST, data, wide))
    parts = (rest[at : at + size] for at in range(0, len(rest), size))
    return [part for part in (wide, *first, data, *parts) if part]


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


@contextmanager
def _one_beside() -> Iterator[_Run]:
    """Runs parts in this process, and what is apart in one beside it, which begins as those above.

    When this one has done the rest, it makes what the other has not begun.
    """
    connections.close_all()
    with ProcessPoolExecutor(1, mp_context=get_context("fork")) as pool:

        def run(parts: list[list[str]]) -> Iterator[list[tuple[Made, bool]]]:
            apart = [address for part in parts for address in part if _is_apart(address)]
            apart.sort(key=lambda a: [a.startswith(start) for start in APART].index(True))
            groups = [list(group) for _, group in groupby(apart, _of_one_make)]
            asked = [(group, pool.submit(_many, group)) for group in groups]
            yield from (_many([a for a in part if not _is_apart(a)]) for part in parts)
            yield from (_many(group) for group, other in reversed(asked) if other.cancel())
            yield from (other.result() for _, other in asked if not other.cancelled())

        yield run


def _is_apart(address: str) -> bool:
    return address.startswith(APART) and address not in APART


def _of_one_make(address: str) -> str:
    """A pack without its form, for all forms are of one content; the same for pages in a row. The
    open data is one."""
    if address.startswith(data_parts.FOLDER):
        return data_parts.FOLDER
    return address.rpartition(".")[0]
