"""The mirror: plain files, no broken link, the same bytes again, nothing that is withheld."""

import gc
import json
import re
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from answerable.cli.main import app
from answerable.config import config
from answerable.ledger.register import Register
from answerable.operations import people
from answerable.operations.measures import evidence
from answerable.operations.output import mirror
from answerable.operations.output.mirror import NotMirrored
from answerable.operations.output.mirror_stamps import Stamps
from answerable.operations.pages.institutions import case
from answerable.operations.pages.record import verify as verify_page
from answerable.operations.record import ledger
from answerable.publishing.sensitivity.model import HeldBack
from answerable.store.checks.verification import Verification
from answerable.store.engine import database
from answerable.store.reads import registers
from answerable.vocabulary import facts as f
from answerable.vocabulary.documents import Source
from answerable.vocabulary.times import Period, first_day
from answerable.web import crawl, mirror_waves, mirroring
from answerable.web.mirroring import Published
from tests.web import small_home
from tests.web.small_home import FORCE, RECOMMENDATION, REPORT, SmallHome, append

LIVE = "https://live.example"
ON = first_day("2026-11-23")


@pytest.fixture
def small(home: object) -> SmallHome:
    return small_home.made()


def files(known: int | None = 11) -> dict[str, bytes]:
    return crawl.files(mirror.fixed(on=ON, known=known, base="https://m.example"), live=LIVE)


def test_every_link_inside_leads_to_a_file(small: SmallHome) -> None:
    every = files()
    checked = 0
    for name, data in every.items():
        if name.endswith(".html"):
            for link in re.findall(r'(?:href|src)="(/[^"#]*)', data.decode()):
                own = link.lstrip("/")
                index = f"{own}index.html" if own == "" or own.endswith("/") else own
                assert index in every, f"{name} leads to {link}"
                checked += 1
    assert checked > 200
    assert {
        *("index.html", "checkpoint.txt", "data/findings.csv", "static/answerable.css"),
        f"findings/{RECOMMENDATION}/index.html",
        f"bodies/{FORCE}/calendar.ics",
        f"documents/{small.letter}/index.html",
        f"money/{FORCE}/index.html",
        "packs/case/anyshire/theft.pdf",
    } <= set(every)


def test_what_needs_a_server_leads_to_the_live_site(small: SmallHome) -> None:
    page = files()[f"findings/{RECOMMENDATION}/index.html"].decode()
    assert f'href="{LIVE}/corrections/report/?entry=' in page
    assert f'href="{LIVE}/history/verify/"' in page
    assert 'href="/read/"' not in page


def test_a_copy_promises_only_what_plain_files_have(small: SmallHome) -> None:
    """No filter, no tag, no hour at which nobody looked; each of them is on the site itself."""
    every = files()
    data = every["data/index.html"].decode()
    for promise in ("?body=", "bom=1", "known=100", "ETag"):
        assert promise not in data, promise
    assert f'href="{LIVE}/data/?valid=' in data
    search = every["search/index.html"].decode()
    assert f'href="{LIVE}/search/?kind=document' in search
    assert "sessions and documents" not in search
    assert "12:00" not in every["history/index.html"].decode()


def test_states_at_a_date_are_on_the_site_itself_and_the_copy_says_so(small: SmallHome) -> None:
    every = files()
    page = every[f"history/item/{RECOMMENDATION}/index.html"].decode()
    assert "is on the site itself" in page
    states = re.findall(rf'href="({LIVE}/findings/{RECOMMENDATION}/\?[^"]*known=[0-9]+)"', page)
    assert states
    assert not [
        name
        for name in every
        if re.search(r"history/.+/[0-9]+/index", name)
        and not name.startswith(("history/entry/", "history/entries/", "history/item/"))
    ]
    assert "https://m.example/history/item/" in page.partition("app-print-foot")[2]


def test_a_page_carries_its_date_its_entry_and_the_root(small: SmallHome) -> None:
    every = files()
    page = every["index.html"].decode()
    assert "As at 23 November 2026. Entry 11." in page
    root = re.search(r"Root: ([0-9a-f]{64})", every["checkpoint.txt"].decode())
    assert root
    assert root[1][:16] in page
    assert "Invented force and figures" in every["checkpoint.txt"].decode()


def test_a_printed_page_names_its_own_address_also_a_further_page_of_a_list(
    small: SmallHome,
) -> None:
    for number in range(20, 20 + 60):
        append(about(number, f.FindingPublished, kind="recommendation", number=str(number)))
    every, own = files(known=None), "https://m.example/"
    named = {
        name: found[1]
        for name, data in every.items()
        if (found := re.search(r"This page: (\S+)", data.decode(errors="replace")))
    }
    assert [name for name in named if "/page-2/" in name]
    assert [name for name in named if name.startswith("findings/page-")] == []
    latest = every["findings/index.html"].decode()
    assert "This copy lists the latest 50 of 61." in latest
    assert {n: a for n, a in named.items() if a != own + n.removesuffix("index.html")} == {}


def test_the_same_day_and_entry_make_the_same_files_when_the_record_grows(
    small: SmallHome,
) -> None:
    before = files()
    add()
    after = files()
    # The check that nothing was altered is of the whole record, when the mirror is made.
    assert {n for n in before if before[n] != after.get(n)} <= {"history/index.html"}
    assert set(after) == set(before)
    grown = files(known=None)
    assert f"findings/{REPORT}/recommendation/9/index.html" in grown


def add() -> None:
    append(
        f.FindingPublished(
            institution=FORCE,
            stream=f"{REPORT}/recommendation/9",
            valid=Period(first_day("2026-04-20")),
            said="2026-04-20",
            number="9",
            theme="theft",
            kind="recommendation",
            text="Zephyrine matter.",
        ),
        by="anyshire-pcc/governance-officer",
    )


def test_what_is_withheld_is_in_no_file(small: SmallHome) -> None:
    assert [n for n, data in files().items() if b"Operation Quiet" in data] == []


def published(folder: Path, *, anew: bool = False, jobs: int = 1) -> Published:
    look = mirror.fixed(on=ON, known=None, base="https://m.example")
    return mirroring.publish(look, live=LIVE, out=folder, jobs=jobs, anew=anew)


def held(folder: Path) -> dict[str, bytes]:
    """Every file of a mirror but its own list."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != "mirror.json"
    }


def about(nth: int, made: type[f.Fact] = f.RungReached, /, **values: Any) -> f.Fact:
    stream = f"{REPORT}/recommendation/{nth}"
    valid = Period(first_day("2026-05-20"))
    return made(institution=FORCE, stream=stream, valid=valid, said="2026-05-20", **values)


ANOTHER = "action/anyshire/another"
BURGLARY = "anyshire-inspectorate/2026/anyshire/burglary/recommendation/1"
FRAUD = "anyshire-inspectorate/2026/anyshire/fraud"
CHANGES: tuple[tuple[f.Fact, ...], ...] = (
    (about(9, rung="delivered"),),
    (
        about(10, f.FindingPublished, kind="recommendation", number="10", text="Another matter."),
        about(9, f.ReplyGiven, text="It was done."),
        replace(
            about(1, f.FindingPublished, kind="recommendation", number="1", text="Locks differ."),
            stream=BURGLARY,
            theme="burglary",
        ),
        *(
            replace(
                about(n, f.FindingPublished, kind=kind, number=str(n), text=f"Fraud, part {n}."),
                stream=f"{FRAUD}/{kind}/{n}",
                theme="fraud",
            )
            for kind, n in (("cause-of-concern", 1), ("recommendation", 1), ("recommendation", 2))
        ),
        f.ActionPromised(
            institution=FORCE,
            stream=ANOTHER,
            valid=Period(first_day("2026-05-20")),
            text="Do another thing.",
            owner="dcc",
            due="2026-12-31",
            answers=(f"{REPORT}/recommendation/10",),
        ),
    ),
    (
        f.DueDateMoved(
            institution=FORCE,
            stream=ANOTHER,
            valid=Period(first_day("2026-06-20")),
            due="2027-01-31",
            reason="Vacant posts.",
        ),
    ),
    (
        replace(about(1, rung="delivered"), stream=BURGLARY),
        replace(about(1, rung="delivered"), stream=f"{FRAUD}/recommendation/1"),
    ),
)
ALONE = (
    "packs/case/anyshire/theft.pdf",
    "reports/anyshire-inspectorate/2026/theft/index.html",
    f"findings/{FRAUD}/recommendation/2/index.html",
)
"""What steps of findings of other cases, or beside it in a report, leave as it is."""


def test_a_mirror_brought_up_to_date_is_the_one_made_from_nothing(
    small: SmallHome, tmp_path: Path
) -> None:
    """After entries of several kinds: whatever a page hangs on, it is not left as it was."""
    folder = tmp_path / "kept"
    add()
    first = published(folder)
    assert first.files == len(held(folder)) - 1 > 100, "and its list"
    stamps = {p: p.stat().st_mtime_ns for p in folder.rglob("*") if p.is_file()}
    assert published(folder) == Published(first.files, 0, 0, 0), "nothing new, nothing made"
    assert {p: p.stat().st_mtime_ns for p in folder.rglob("*") if p.is_file()} == stamps
    for number, facts in enumerate(CHANGES):
        append(*facts, by="anyshire-pcc/governance-officer")
        alone = [(folder / n).stat().st_mtime_ns for n in ALONE if (folder / n).is_file()]
        done = published(folder)
        assert done.made < done.files
        published(tmp_path / f"anew-{number}")
        fresh = held(tmp_path / f"anew-{number}")
        now = held(folder)
        assert {n for n in now.keys() | fresh.keys() if now.get(n) != fresh.get(n)} == set()
    assert [(folder / n).stat().st_mtime_ns for n in ALONE] == alone, "steps of other findings"
    listed = now[f"findings/{FRAUD}/cause-of-concern/1/index.html"].decode()
    assert "delivered" in listed.casefold(), "a cause of concern lists what its report recommends"
    assert "cases/anyshire/burglary/index.html" in now


SHOPS, OTHER = "anyshire-theft-from-shops", "staffordshire-police"
MEASURE = f"measures/{SHOPS}/{FORCE}/index.html"


def loaded(*bodies: str, year: int, institution: str) -> None:
    """Figures of bodies, noted on the record of one."""
    head = "measure_id,body_id,breakdown,period_start,value,flag,release_id,released_on"
    lines = [
        f"{SHOPS},{body},,{year}-{month:02}-01,{90 + month},,r{year},{year + 1}-01-20"
        for body in bodies
        for month in range(1, 13)
    ]
    evidence.load_observations(
        by=people.acting_as("answerable/researcher"),
        at=small_home.AT,
        key=f"figures-{year}",
        institution=institution,
        measure=SHOPS,
        data="\n".join([head, *lines]).encode(),
        release=f"r{year}",
    )


CLAIM = "claim/anyshire/theft"
STEPLESS = (
    MEASURE,
    f"claims/{CLAIM}/index.html",
    "claims/index.html",
    "data/figures.csv",
    "data/figures.parquet",
)
"""What shows no step of a finding."""


def claimed(*, institution: str = FORCE, source: Source | None = None) -> f.ClaimMade:
    return f.ClaimMade(
        institution=institution,
        stream=CLAIM.replace("anyshire", institution.removesuffix("-police")),
        valid=Period(first_day("2026-05-14")),
        said="2026-05-14",
        source=source,
        scope="thefts from shops",
    )


def test_what_shows_no_step_of_a_finding_is_made_again_for_all_else(
    small: SmallHome, tmp_path: Path
) -> None:
    """Figures, measures, claims and their list."""
    add()
    summary = Source(kind="summary", doc=small.letter, about=small_home.ADDRESS)
    append(claimed(source=summary))
    loaded(FORCE, OTHER, year=2024, institution=FORCE)
    folder = tmp_path / "kept"
    published(folder)

    def made_anew(*facts: f.Fact, by: str = "answerable/researcher") -> list[str]:
        """Which of them are written after some facts; all files are those made from nothing."""
        before = {name: (folder / name).stat().st_mtime_ns for name in STEPLESS}
        if facts:
            append(*facts, by=by)
        published(folder)
        fresh = tmp_path / f"anew-{len(list(tmp_path.iterdir()))}"
        published(fresh)
        now, anew = held(folder), held(fresh)
        assert {n for n in now.keys() | anew.keys() if now.get(n) != anew.get(n)} == set()
        return [name for name in STEPLESS if (folder / name).stat().st_mtime_ns != before[name]]

    office = "anyshire-pcc/governance-officer"
    assert made_anew(about(9, rung="delivered"), by=office) == []
    assert made_anew(about(9, f.ReplyGiven, text="It was done."), by=office) == []
    reply = replace(about(1, f.ReplyGiven, text="We stand by it."), stream=CLAIM)
    assert set(STEPLESS[:3]) <= set(made_anew(reply, by=office))
    on_summary = replace(about(1, rung="promised"), source=summary)
    assert STEPLESS[1] in made_anew(on_summary, by=office), "a page counts what rests on it"
    assert made_anew(about(9, rung="checked"), by=office) == []
    new = replace(
        about(1, f.FindingPublished, kind="recommendation", theme="theft", text="Also here."),
        institution=OTHER,
        stream="anyshire-inspectorate/2026/staffordshire/theft/recommendation/1",
    )
    assert made_anew(claimed(institution=OTHER), new) == ["claims/index.html"]
    loaded(FORCE, OTHER, year=2025, institution=OTHER)
    assert {MEASURE, *STEPLESS[3:]} <= set(made_anew())
    assert "2025" in (folder / MEASURE).read_text()
    assert "2025" in (folder / "data/figures.csv").read_text()


def test_a_change_of_one_item_leaves_the_pages_of_others_alone(
    small: SmallHome, tmp_path: Path
) -> None:
    folder = tmp_path / "kept"
    add()
    published(folder)
    others = [
        folder / f"findings/{RECOMMENDATION}/index.html",
        folder / "history/entry/3/index.html",
        folder / "sessions/anyshire-pcc/2026-05-21/index.html",
        folder / "packs/minutes/anyshire-pcc/2026-05-21.pdf",
        folder / "packs/tracker/anyshire-pcc/2026-05-21.xlsx",
        folder / "data/actions.parquet",
    ]
    before = [path.stat().st_mtime_ns for path in others]
    append(about(9, rung="delivered"), by="anyshire-pcc/governance-officer")
    done = published(folder)
    assert [path.stat().st_mtime_ns for path in others] == before
    assert done.made < done.files - 50
    changed = (folder / f"findings/{REPORT}/recommendation/9/index.html").read_text()
    assert "Entry 13." in changed
    assert "Entry 11." in others[0].read_text(), "the last entry about that item"


def test_what_was_written_since_is_checked_before_a_mirror_is_brought_up_to_date(
    small: SmallHome, tmp_path: Path
) -> None:
    """What nothing was added to since the mirror was made is clear; the rest is looked at."""
    folder = tmp_path / "kept"
    published(folder)
    before = held(folder)
    append(about(1, f.ReplyGiven, text="Work is slow: the force manages 14 OCGs."))
    look = mirror.fixed(on=ON, known=None, base="https://m.example", clear=True)
    with pytest.raises(HeldBack, match="organised crime groups"):
        mirroring.publish(look, live=LIVE, out=folder, jobs=1)
    assert held(folder) == before
    assert FORCE not in Stamps(look.head.size - 1, before=look.head.size - 2).quiet
    assert FORCE in Stamps(look.head.size - 1, before=look.head.size - 1).quiet


def test_the_check_made_beside_is_that_of_the_page_until_the_record_is_touched(
    small: SmallHome, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A mirror checks the record while it prepares: it may not vouch for what came later."""
    look = mirror.fixed(on=ON, known=None, base="https://m.example")
    asked: list[object] = []
    own = ledger.verify

    def verify(**how: Any) -> Verification:
        asked.append(own)
        return own(**how)

    monkeypatch.setattr(verify_page, "_last", verify_page._LastCheck())
    # A thread: other tests left threads in this process, which a fork would not have.
    monkeypatch.setattr(verify_page, "ProcessPoolExecutor", lambda n, **_: ThreadPoolExecutor(n))
    with verify_page.beside(look):
        pass
    monkeypatch.setattr(ledger, "verify", verify)
    assert (
        "checked when this copy of 23 November 2026 was made" in verify_page.check(look).words[0]
    )
    assert not asked, "it was checked beside"
    database.rows("DROP TRIGGER payload_no_update")
    database.rows("UPDATE payload SET value = ? WHERE field = 'text'", (b'"Another"',))
    assert verify_page.check(look).fault
    assert asked


def test_a_process_that_has_made_pages_makes_a_mirror_alone(
    small: SmallHome, tmp_path: Path
) -> None:
    """Asked for by two processes: a fork of one with threads of an engine would wait for ever."""
    published(tmp_path / "one")
    assert published(tmp_path / "two", jobs=2).made
    assert held(tmp_path / "one") == held(tmp_path / "two")


@pytest.mark.parametrize(
    ("wanted", "known", "processes"), [(3, {"/a/"}, 1), (501, {"/a/"}, 2), (3, set(), 2)]
)
def test_a_few_pages_are_made_by_one_process(
    wanted: int, known: set[str], processes: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each of several would read for itself what all of them need; from nothing there are many."""
    asked: list[int] = []

    @contextmanager
    def workers(jobs: int) -> Iterator[object]:
        asked.append(jobs)
        yield lambda parts: ([] for _ in parts)

    monkeypatch.setattr(mirror_waves, "_workers", workers)
    keeper: Any = None
    addresses = [f"/{n}/" for n in range(wanted)]
    assert list(mirror_waves.waves(keeper, addresses, known, jobs=2)) == []
    assert asked == [processes]


def test_a_folder_of_other_files_is_refused_and_what_is_gone_is_removed(
    small: SmallHome, tmp_path: Path
) -> None:
    folder = tmp_path / "kept"
    published(folder)
    (folder / "old.html").write_text("old")
    listed = folder / mirror.MANIFEST
    listed.write_text(listed.read_text() + "old.html\n")
    assert published(folder).removed == 1
    assert not (folder / "old.html").exists()
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "letter.txt").write_text("mine")
    with pytest.raises(NotMirrored, match="no mirror"):
        published(tmp_path / "own")


def test_a_mirror_that_was_not_ended_is_made_by_the_next_run(
    small: SmallHome, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk was full, or the machine was stopped: nobody has to empty the folder first."""

    def full(*_: object) -> None:
        raise OSError("No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr(mirroring, "_fixed", full)
        with pytest.raises(OSError, match="No space"):
            published(tmp_path / "m")
    assert (tmp_path / "m" / "index.html").is_file()
    published(tmp_path / "m")
    published(tmp_path / "whole")
    assert held(tmp_path / "m") == held(tmp_path / "whole")


def test_the_search_of_a_mirror_finds_by_files_and_without_a_script_by_body(
    small: SmallHome,
) -> None:
    every = files()
    shown = every["search/index.html"].decode()
    assert 'action="/search/"' in shown
    assert f'href="/bodies/{FORCE}/"' in shown
    assert "search-index.mjs" in shown
    held = json.loads(every["search/words/ro.json"])
    (number,) = {n for word, ns in held.items() if word == "robbed" for n in ns} & set(
        json.loads(every["search/words/tw.json"])["twice"]
    )
    title, address, words, body = json.loads(every["search/facts/0.json"])[str(number)]
    assert (address, body) == (f"/findings/{RECOMMENDATION}/", "Anyshire Police (invented)")
    assert "robbed twice" in words
    assert title.startswith("Recommendation 1, ")


def test_the_command_writes_the_folder_or_says_why_not(small: SmallHome, tmp_path: Path) -> None:
    run = CliRunner()
    asked = ["publish", "--live", LIVE, "--on", "2026-11-23", "--out", str(tmp_path / "m")]
    asked += ["--jobs", "1"]
    done = run.invoke(app, asked)
    assert done.exit_code == 0, done.output
    assert (tmp_path / "m" / "index.html").is_file()
    again = run.invoke(app, asked)
    assert " 0 changed" in again.output
    bad = run.invoke(app, ["publish", "--live", "here", "--out", str(tmp_path / "x")])
    assert bad.exit_code == 2
    assert "begin it with https://" in bad.output
    late = run.invoke(app, [*asked, "--known", "999"])
    assert late.exit_code == 2
    assert "its last one is" in late.output
    assert gc.isenabled(), "also after a refusal"


def test_the_address_that_is_set_is_the_live_site(
    small: SmallHome, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As in the issue: `publish --out DIR --on DATE --known N`, and no address beside."""
    asked = ["publish", "--on", "2026-11-23", "--known", "3", "--jobs", "1", "--out"]
    monkeypatch.delenv("ANSWERABLE_SITE", raising=False)
    config.cache_clear()
    unset = CliRunner().invoke(app, [*asked, str(tmp_path / "x")])
    assert unset.exit_code == 2
    assert "--live https://" in unset.output
    assert "ANSWERABLE_SITE" in unset.output
    monkeypatch.setenv("ANSWERABLE_SITE", f"{LIVE}/")
    config.cache_clear()
    done = CliRunner().invoke(app, [*asked, str(tmp_path / "m")])
    assert done.exit_code == 0, done.output
    assert f'href="{LIVE}/' in (tmp_path / "m" / "index.html").read_text()


def test_a_program_that_changes_while_it_runs_is_the_next_ones(
    small: SmallHome, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever edits the program beside a running one has no page made twice by it."""
    package = tmp_path / "package" / "web"
    package.mkdir(parents=True)
    (package / "page.html").write_text("one")
    monkeypatch.setattr(crawl, "__file__", str(package / "crawl.py"))
    look = mirror.fixed(on=ON, known=None, base="https://m.example")
    mirroring.program.cache_clear()
    try:
        before = mirroring.behind(look, live=LIVE)
        (package / "page.html").write_text("another")
        assert mirroring.behind(look, live=LIVE) == before
        mirroring.program.cache_clear()
        assert mirroring.behind(look, live=LIVE) != before, (
            "a process begun afterwards makes all anew"
        )
    finally:
        mirroring.program.cache_clear()


def test_a_sentence_of_a_list_is_made_once_and_its_page_hangs_on_whom_it_is_about(
    small: SmallHome,
) -> None:
    look = mirror.fixed(on=ON, known=None, base="https://m.example")
    assert look.told(FORCE, "in short", lambda register: register.institution) == FORCE
    assert look.reads == {FORCE}
    later = replace(look, reads=set())
    assert later.told(FORCE, "in short", lambda _: "made again") == FORCE
    assert later.reads == {FORCE}
    assert later.told(FORCE, "another", lambda _: "made again") == "made again"


def test_cases_of_other_bodies_are_not_read_for_one_of_them_or_for_a_list(
    small: SmallHome, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A mirror holds the days of each body's cases from the time that there was."""
    add()
    other = "anyshire-inspectorate/2026/staffordshire/theft/recommendation/1"
    found = about(1, f.FindingPublished, kind="recommendation", theme="theft", text="Also here.")
    append(replace(found, institution=OTHER, stream=other))
    look = mirror.fixed(on=ON, known=None, base="https://m.example")
    every = case.cases(look)
    asked = set[str]()
    given = registers.register

    def noted(institution: str, **dates: Any) -> Register:
        asked.add(institution)
        return given(institution, **dates)

    monkeypatch.setattr(registers, "register", noted)
    assert [key.reference for key in every] == ["anyshire/theft", "staffordshire/theft"]
    assert case.cases(replace(look, reads=set())) == every
    assert asked == set()
    assert case.key_of("staffordshire/theft") == every[1]
    assert asked == {OTHER}
    with pytest.raises(case.NoSuchCase, match="anyshire/theft, staffordshire/theft"):
        case.key_of("staffordshire/arson")


def test_what_takes_longest_is_begun_first_beside_the_pages(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Else one process waits at the end for a pack that the other one has just begun."""
    asked: list[str] = []

    class Pool:
        def __init__(self, *_: object, **__: object) -> None: ...
        def __enter__(self) -> "Pool":
            return self

        def __exit__(self, *_: object) -> None: ...
        def submit(self, _: object, group: list[str]) -> Future[list[Any]]:
            asked.extend(group)
            done: Future[list[Any]] = Future()
            done.set_result([])
            return done

    monkeypatch.setattr(mirror_waves, "ProcessPoolExecutor", Pool)
    monkeypatch.setattr(mirror_waves, "_many", lambda _: [])
    wanted = ["/sessions/x/a/", "/escalation/x/", "/packs/body/x.pdf", "/data/x.csv", "/findings/"]
    keeper: Any = None
    assert list(mirror_waves.waves(keeper, wanted, {"/a/"}, jobs=2)) == []
    assert asked == ["/data/x.csv", "/packs/body/x.pdf", "/escalation/x/", "/sessions/x/a/"]


def test_what_is_no_page_has_no_name_of_one() -> None:
    """A web server calls index.html a page: words of a document would then run as one."""
    sha = "ab" * 32
    assert crawl.name(f"/documents/{sha}/") == f"documents/{sha}/index.html"
    assert crawl.name(f"/documents/{sha}/text/") == f"documents/{sha}/text.txt"
    assert crawl.name(f"/evidence/{sha}/") == f"evidence/{sha}.bin"
