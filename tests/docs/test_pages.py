"""Pages that people read: links lead somewhere, commands exist, words claim no more than is so."""

import re
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from docs.making import commands as reference_commands

from tests.docs.written import DESIGN, DOCS, ROOT, anchors, commands, links, pages
from tests.trust import test_kill, test_tamper

PAGES = pages()
PICTURE = DOCS / "images" / "case.png"
MOST_BYTES = 300_000
# Words that promise what no record can. Written in parts, so that a search finds none here.
TOO_MUCH = ("block" + "chain", "immut" + "able", "tamper" + "-proof", "tamper" + "proof")
MACHINE = re.compile(r"(?<![\w.~])/(?:home|Users|root|work|tmp|var|mnt)/")


def named(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_links_lead_somewhere(page: Path) -> None:
    broken = []
    for link in links(page):
        parts = urlsplit(link)
        if parts.scheme:
            continue
        target = (page.parent / parts.path).resolve() if parts.path else page
        if not target.exists() or (parts.fragment and parts.fragment not in anchors(target)):
            broken.append(link)
    assert broken == []


def test_the_search_for_links_finds_some() -> None:
    assert len(links(ROOT / "README.md")) > 5


def test_every_page_of_the_docs_is_reached_from_their_first_page() -> None:
    reached, waiting = set[Path](), [DOCS / "README.md"]
    while waiting:
        page = waiting.pop()
        reached.add(page)
        for link in links(page):
            target = (page.parent / urlsplit(link).path).resolve()
            if target.suffix == ".md" and target not in reached and target.exists():
                waiting.append(target)
    decisions = set((DOCS / "decisions").glob("*.md"))
    assert sorted(map(named, set(DOCS.rglob("*.md")) - reached - decisions)) == []


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_no_page_names_a_folder_of_a_machine(page: Path) -> None:
    assert MACHINE.findall(page.read_text(encoding="utf-8")) == []


def test_the_search_for_folders_can_find_one() -> None:
    assert MACHINE.findall("see " + "/home" + "/somebody/x")
    assert not MACHINE.findall("see docs/home/page")


@pytest.mark.parametrize(
    "page", [ROOT / "README.md", *(p for p in DOCS.rglob("*.md") if p.parent != DESIGN)], ids=named
)
def test_no_page_promises_what_no_record_can(page: Path) -> None:
    text = page.read_text(encoding="utf-8").casefold()
    assert [word for word in TOO_MUCH if word in text] == []


@pytest.mark.parametrize("command", [c for page in PAGES for c in commands(page)], ids=str)
def test_a_command_on_a_page_exists_with_its_options(command: Any) -> None:
    """Those of the README and of the first hour are run, in `test_first_hour.py`."""
    program, *words = command.words
    if Path(program).name != "answerable":
        assert program in ("make", "python", "python3", "pytest", "pip", "curl"), command
        return
    tree = dict(reference_commands.commands())
    name = next(n for n in (" ".join(words[:2]), words[0]) if n in tree)
    parameters = tree[name].params
    given = {word.partition("=")[0] for word in words if word.startswith("--")}
    known = {option for p in parameters for option in p.opts}
    needed = {p.opts[0] for p in parameters if p.required and p.param_type_name == "option"}
    assert given <= known
    assert needed <= given


def test_numbers_of_the_nine_promises_are_those_of_the_tests() -> None:
    text = (DOCS / "explanation" / "trust.md").read_text(encoding="utf-8")
    assert f"{test_kill.KILLS} kills in" in text
    assert f"{test_tamper.MUTATIONS} changes by hand" in text
    files = set(re.findall(r"`((?:tests|src)/[\w/.]+)`", text))
    assert len(files) > 5
    assert [name for name in sorted(files) if not (ROOT / name).exists()] == []


def test_every_module_that_a_page_runs_is_there() -> None:
    named = {
        module
        for page in PAGES
        for module in re.findall(r"python -m ([a-z.]+)", page.read_text(encoding="utf-8"))
    }
    assert named >= {"docs.generate", "docs.screenshots"}
    places = {m: ROOT / m.replace(".", "/") for m in named}
    there = {
        m
        for m, p in places.items()
        if p.with_suffix(".py").exists() or (p / "__main__.py").exists()
    }
    assert sorted(named - there) == []


def test_the_readme_fits_one_screen() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 45
    assert text.count("![") == 1


def test_the_picture_is_there_and_small() -> None:
    data = PICTURE.read_bytes()
    assert data.startswith(b"\x89PNG")
    assert len(data) <= MOST_BYTES
