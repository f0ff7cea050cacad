"""The mirror: plain files, no broken link, the same bytes again, nothing that is withheld."""

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from answerable.cli.main import app
from answerable.operations.output import mirror
from answerable.operations.output.mirror import NotMirrored
from answerable.vocabulary import facts as f
from answerable.vocabulary.times import Period, first_day
from answerable.web import crawl
from tests.web.small_home import FORCE, RECOMMENDATION, REPORT, SmallHome, append, made

LIVE = "https://live.example"
ON = first_day("2026-11-23")


@pytest.fixture
def small(home: object) -> SmallHome:
    return made()


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


def test_a_page_carries_its_date_its_entry_and_the_root(small: SmallHome) -> None:
    every = files()
    page = every["index.html"].decode()
    assert "As at 23 November 2026. Entry 11." in page
    root = re.search(r"Root: ([0-9a-f]{64})", every["checkpoint.txt"].decode())
    assert root
    assert root[1][:16] in page
    assert "Invented force and figures" in every["checkpoint.txt"].decode()


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


def test_only_what_changed_is_written_and_what_is_gone_is_removed(
    small: SmallHome, tmp_path: Path
) -> None:
    folder = tmp_path / "mirror"
    assert mirror.write(folder, {"a.html": b"1", "b/c.html": b"2"}) == 2
    stamp = (folder / "a.html").stat().st_mtime_ns
    assert mirror.write(folder, {"a.html": b"1", "d.html": b"3"}) == 1
    assert (folder / "a.html").stat().st_mtime_ns == stamp
    assert not (folder / "b/c.html").exists()
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "letter.txt").write_text("mine")
    with pytest.raises(NotMirrored, match="no mirror"):
        mirror.write(tmp_path / "own", {"a.html": b"1"})


def test_the_command_writes_the_folder_or_says_why_not(small: SmallHome, tmp_path: Path) -> None:
    run = CliRunner()
    asked = ["publish", "--live", LIVE, "--on", "2026-11-23", "--out", str(tmp_path / "m")]
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
