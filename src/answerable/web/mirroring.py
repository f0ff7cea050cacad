"""A mirror in a folder: made from nothing, or brought up to date where something changed.

The folder keeps a list of what each file hangs on (`mirror.json`). Files of which nothing changed
are neither asked for nor read. The list is written last: where it is missing or of another day,
release or setting, everything is made anew.
"""

import gc
import json
import os
from base64 import b64decode, b64encode
from collections import Counter
from collections.abc import Mapping
from contextlib import nullcontext
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import Any

from answerable.config import config
from answerable.operations import accessibility, sensitivity
from answerable.operations.clear_words import ClearWords
from answerable.operations.output import mirror, mirror_entries, publishing
from answerable.operations.output.data_parts import DataFiles, Lengths
from answerable.operations.output.mirror import Fixed, NotMirrored
from answerable.operations.output.mirror_stamps import Page, Stamps
from answerable.operations.pages.record import verify as record
from answerable.operations.theme import checked
from answerable.web import crawl
from answerable.web.mirror_waves import Keeper, at_most, waves

LIST = "mirror.json"


@dataclass(frozen=True, slots=True)
class Published:
    """What became of a mirror: its files, those asked for anew, written and removed."""

    files: int
    made: int
    changed: int
    removed: int


Pages = dict[str, Page]
"""By the names of their files."""


@dataclass(frozen=True, slots=True)
class _List:
    """What is known of a mirror beside its files, so that the next one need not find it out.

    `rows`: where the rows of each body stand in a file. `checked`: how the record lay when it was
    found to hold. `clear`: digests of words that give nothing away. `sentences`: those of lists.
    """

    known: int
    pages: Pages
    rows: Mapping[str, Lengths]
    checked: tuple[int, str] | None
    clear: bytes
    sentences: Mapping[str, str]


def publish(look: Fixed, *, live: str, out: Path, jobs: int, anew: bool = False) -> Published:
    """Bring a folder up to date; at most `jobs` processes ask for the pages."""
    jobs = at_most(jobs)
    gc.disable()  # until pages are made; see there
    world = behind(look, live=live)
    before = _before(out, world, look.head.size - 1) if not anew else None
    try:
        with sensitivity.remembering(before.clear if before else b"") as words:
            return _published(look, before, words, world=world, live=live, out=out, jobs=jobs)
    finally:
        gc.enable()


def _published(
    look: Fixed,
    before: _List | None,
    words: ClearWords,
    *,
    world: str,
    live: str,
    out: Path,
    jobs: int,
) -> Published:
    last = look.head.size - 1
    old = {address: stamp for address, stamp, _ in before.pages.values()} if before else {}
    stamps = Stamps(last, before=before.known if before else -1, old=old)
    rows = before.rows if before else {}
    data = DataFiles(
        look,
        out=out,
        quiet=stamps.quiet,
        stepped=stamps.stepped,
        figures_stand=stamps.figures_stand,
        lengths=rows,
    )
    clear = [before.clear if before else b""]
    keeper = Keeper(look, live=live, stamps=stamps, data=data, out=out, clear=words)
    grown = before is None or before.known < last
    if not (out / mirror.MANIFEST).is_file():  # a mirror from now on, also if this run ends early
        keeper.write(mirror.MANIFEST, b"")
    if before is not None:
        record.begin_with(before.checked)
        told = before.sentences.items()
        look.sentences.update((k, v) for k, v in told if k.partition(":")[0] in stamps.quiet)
    with record.beside(look) if grown and jobs > 1 else nullcontext():
        if before is not None and grown:
            mirror_entries.begin(out)
        # A mirror of this day and program was written: what nothing was added to since is clear.
        sensitivity.require_publication(on=look.on, but=stamps.quiet)
        clear.append(words.taken())
        kept, wanted = _sorted_out(before, stamps)
        if wanted:
            keeper.crawler.begin()
    done: Pages = {}
    made = Counter[str]()
    lengths = dict(rows)
    wide = {a for a, _, reads in before.pages.values() if len(reads) > 1} if before else set()
    known = {a for a, _, _ in kept.values()}
    for page, differs in waves(keeper, wanted, known, jobs=jobs, together=wide):
        done[crawl.name(page.address)] = (page.address, page.stamp, page.reads)
        lengths[page.address] = page.rows
        clear.append(page.clear)
        look.sentences.update(page.sentences)
        made["changed"] += differs
    pages = {**kept, **done}
    fixed = _fixed(keeper, before, pages, made)
    pages |= dict.fromkeys(fixed, ("", last, ()))
    gone = set(_listed(out)) - pages.keys()
    for name in gone:
        (out / name).unlink(missing_ok=True)
    rows = {k: n for k, n in lengths.items() if n}
    mark = record.mark_of_last()
    now = _List(last, pages, rows, mark, b"".join(clear), dict(sorted(look.sentences.items())))
    keeper.write(LIST, _bytes(world, now))
    keeper.write(mirror.MANIFEST, "".join(f"{n}\n" for n in sorted(pages)).encode())
    return Published(len(pages), len(done), made["changed"], len(gone))


def _sorted_out(before: _List | None, stamps: Stamps) -> tuple[Pages, list[str]]:
    """The pages that stand as they are, and the addresses that are asked for."""
    if before is None:
        return {}, list(crawl.SEEDS)
    kept = stamps.standing(before.pages)
    wanted = [page[0] for name, page in before.pages.items() if page[0] and name not in kept]
    return kept, wanted


def _fixed(keeper: Keeper, before: _List | None, pages: Pages, made: Counter[str]) -> set[str]:
    """Write what no page leads to; the names of all such files."""
    held = {n for n, (a, _, _) in before.pages.items() if not a} if before else set()
    if before is not None and before.known == keeper.stamps.whole:
        return held
    again: tuple[str, ...] = ()
    if before is None:
        told = crawl.fixed_files(keeper.look, pages=pages)
    else:
        same = pages.keys() == before.pages.keys() - held
        again = () if same else (crawl.MAP,)
        told = crawl.changed_files(
            keeper.look, pages=None if same else pages, after=before.known, held=keeper.held
        )
    entries = mirror_entries.files(keeper.out, quiet=keeper.stamps.quiet if before else ())
    names = {name for name in held if not name.startswith((mirror_entries.FOLDER, *again))}
    for name, data in chain(told, entries):
        if data == b"":
            names.discard(name)
            continue
        names.add(name)
        if data is not None:
            made["changed"] += keeper.write(name, data)
    return names


def _before(out: Path, world: str, last: int) -> _List | None:
    """The list of a mirror at an earlier entry; None where it does not tell what must be made."""
    if out.is_dir() and any(out.iterdir()) and not (out / mirror.MANIFEST).is_file():
        raise NotMirrored(f"{out} holds files that are no mirror. Name an empty folder.")
    try:
        told: dict[str, Any] = json.loads((out / LIST).read_bytes())
        if told["world"] != world or int(told["known"]) > last:
            return None
        checked = told["checked"]
        reads = [tuple(names) for names in told["reads"]]
        looked = map(reads.__getitem__, told["looked"])
        hung = zip(told["addresses"], told["stamps"], looked, strict=True)
        pages = dict(zip(told["names"], hung, strict=True))
        mark = (int(checked[0]), str(checked[1])) if checked else None
        clear = b64decode(told["clear"])
        sentences = dict(told["sentences"])
        return _List(int(told["known"]), pages, told["rows"], mark, clear, sentences)
    except (OSError, ValueError, LookupError, TypeError):
        return None


def _listed(out: Path) -> list[str]:
    """Names of the files of an earlier mirror."""
    try:
        return (out / mirror.MANIFEST).read_text(encoding="utf-8").split()
    except OSError:
        return []


def _bytes(world: str, now: _List) -> bytes:
    """The list in columns, which are read at once; who looked at the same is named once."""
    pages = now.pages
    names = sorted(pages)
    reads = {looked: n for n, looked in enumerate(sorted({pages[name][2] for name in names}))}
    told = {
        "known": now.known,
        "world": world,
        "checked": now.checked,
        "clear": b64encode(now.clear).decode(),
        "sentences": now.sentences,
        "reads": list(reads),
        "names": names,
        "addresses": [pages[name][0] for name in names],
        "stamps": [pages[name][1] for name in names],
        "looked": [reads[pages[name][2]] for name in names],
        "rows": dict(sorted(now.rows.items())),
    }
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()


def behind(look: Fixed, *, live: str) -> str:
    """All that every page hangs on beside the record: the day, addresses, program and figures."""
    states = (program(), _states(config().observations))
    files = (checked(), accessibility.checked())
    told = (look.on.isoformat(), look.base, live, publishing.state(look), *files, *states)
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
