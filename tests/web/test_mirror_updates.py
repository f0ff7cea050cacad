"""A mirror is brought up to date with little work, and what that leaves out changes no byte."""

import os
import subprocess
import sys
from concurrent.futures import Future
from pathlib import Path
from typing import Any

import pytest

from answerable.operations import sensitivity
from answerable.operations.output.mirror_stamps import Stamps
from answerable.operations.pages.record import blocks
from answerable.publishing.sensitivity import check
from answerable.store.engine import start
from answerable.store.engine.keys import keys_of
from answerable.store.reads import kept_entries, registers
from answerable.vocabulary import facts as f
from answerable.vocabulary.documents import Source
from answerable.vocabulary.times import Period, first_day
from answerable.web import mirror_waves
from answerable.web.crawl import Made
from tests.web import small_home
from tests.web.small_home import COMMISSIONER, FORCE, RECOMMENDATION, append

DAY = "2026-11-23"
PLAIN = COMMISSIONER
"""A body of which nothing was ever marked: its entries are kept with a mirror."""


@pytest.fixture(autouse=True)
def _home(home: object) -> None:
    small_home.made()


def delivered(institution: str = FORCE) -> None:
    append(
        f.RungReached(
            institution=institution,
            stream=RECOMMENDATION,
            valid=Period(first_day("2026-05-20")),
            said="2026-05-20",
            source=Source(kind="record"),
            rung="delivered",
        ),
        by="anyshire-pcc/governance-officer",
    )


def by_command(out: Path, *more: str) -> None:
    """In a process of its own, which has made no pages before."""
    asked = ["publish", "--out", str(out), "--live", "https://live.example", "--on", DAY, *more]
    subprocess.run(  # our own
        [sys.executable, "-m", "answerable", *asked],
        check=True,
        env={**os.environ, "PYTHONWARNINGS": ""},
        capture_output=True,
        timeout=300,
    )


def held(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != "mirror.json"
    }


def test_packs_made_beside_the_pages_are_those_made_from_nothing(tmp_path: Path) -> None:
    kept, fresh = tmp_path / "kept", tmp_path / "fresh"
    by_command(kept, "--jobs", "1")
    delivered()
    by_command(kept, "--jobs", "2")
    by_command(fresh, "--jobs", "1")
    now, made = held(kept), held(fresh)
    assert {n for n in now.keys() | made.keys() if now.get(n) != made.get(n)} == set()
    assert any(name.startswith("packs/case/") for name in now)


class Beside:
    """Another process, which makes what it is handed first and begins nothing else."""

    def __init__(self, *_: Any, **__: Any) -> None:
        self.made: list[list[str]] = []

    def __enter__(self) -> "Beside":
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def submit(self, asked: Any, group: list[str]) -> Future[Any]:
        future: Future[Any] = Future()
        if not self.made:
            self.made.append(group)
            future.set_running_or_notify_cancel()
            future.set_result(asked(group))
        return future


def test_what_the_other_process_has_not_begun_is_made_here_each_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []

    class Keeper:
        def page(self, address: str) -> tuple[Made, bool]:
            asked.append(address)
            return Made(address, b"", (), 0, ()), True

    monkeypatch.setattr(mirror_waves, "ProcessPoolExecutor", Beside)
    packs = [f"/packs/case/{name}.{form}" for name in "abc" for form in ("docx", "pdf")]
    sessions = ["/sessions/a/next/", "/sessions/a/next/?page=2"]
    data = ["/data/actions.csv", "/data/findings.jsonl"]
    wanted = [*packs, *sessions, "/packs/", "/a/", *data]
    keeper: Any = Keeper()
    done = [p.address for p, _ in mirror_waves.waves(keeper, wanted, {"/b/"}, jobs=2)]
    assert sorted(done) == sorted(asked) == sorted(wanted)
    assert asked[:2] == data, "the files of the open data are made from each other"
    own = [*sessions, *packs[4:], *packs[2:4], *packs[:2]]
    assert asked[-8:] == own, "from the other end, all forms of a pack, and after all else"


def test_only_bodies_that_are_asked_about_are_read_from_a_mirror() -> None:
    delivered(PLAIN)
    packed = kept_entries.packed(PLAIN)
    assert packed
    asked: list[str] = []

    def told() -> bytes:
        asked.append(PLAIN)
        assert packed is not None
        return packed

    registers._readers._histories = None
    before = registers.Histories(keys_of(start.ready())).upto(PLAIN, registers.head().size)
    kept_entries.begin_with(PLAIN, told)
    assert asked == []
    after = registers.history(PLAIN)
    assert registers.history(PLAIN) is after
    assert asked == [PLAIN]
    assert after.versions
    assert [v.fact for v in after.versions] == [v.fact for v in before.versions]
    assert [v.fact.values() for v in after.versions] == [v.fact.values() for v in before.versions]


def test_a_page_of_entries_has_the_stamp_that_it_had_only_while_none_of_them_changed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Told by the institutions of its entries, as it would be told entry by entry."""
    monkeypatch.setattr(blocks, "A_BLOCK", 2)
    last = registers.head().size - 1
    addresses = [blocks.address(n) for n in range(1, last // 2 + 1)]
    whole = Stamps(last)
    old = {a: whole.of(a, ()) for a in addresses}
    delivered()
    now = registers.head().size - 1
    fresh, later = Stamps(now), Stamps(now, before=last, old=old)
    assert [later.of(a, ()) for a in addresses] == [fresh.of(a, ()) for a in addresses]
    assert any(fresh.of(a, ()) == now for a in addresses), "the entry of what was delivered"


def test_a_row_of_the_open_data_is_checked_once_while_a_mirror_is_published(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []
    own = check.alone

    def alone(passage: Any, subjects: Any) -> Any:
        asked.append(passage.text)
        return own(passage, subjects)

    monkeypatch.setattr(check, "alone", alone)
    row = {"text": "Locks of two stores were changed.", "id": "x"}
    shut = {"text": "The force manages 14 OCGs.", "id": "x"}
    with sensitivity.remembering(b"") as words:
        assert sensitivity.redacted(row, institution=FORCE) == row
        kept = words.taken()
        assert asked == [row["text"]]
    with sensitivity.remembering(kept):
        assert sensitivity.redacted(row, institution=FORCE) == row
        assert asked == [row["text"]], "a later publication knows it"
        assert sensitivity.redacted(shut, institution=FORCE)["text"] == sensitivity.WITHHELD


def test_the_pages_are_loaded_without_what_only_figures_and_files_need() -> None:
    """SciPy and the engines take longer to load than a page to make."""
    code = (
        "import os, sys, django;"
        "os.environ['DJANGO_SETTINGS_MODULE'] = 'answerable.settings';"
        "django.setup();"
        "import answerable.web.urls;"
        "found = {'scipy', 'duckdb', 'typst', 'docx', 'xlsxwriter'} & sys.modules.keys();"
        "assert not found, found"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
