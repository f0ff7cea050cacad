"""Rules that no single module can keep: no hidden clock, no network, no host of a registry."""

import ast
import socket
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "answerable"
CLOCKS = {
    *("datetime.now", "datetime.utcnow", "datetime.today", "date.today", "timezone.now"),
    *("time.time", "time.time_ns", "time.localtime", "time.gmtime", "time.strftime"),
}
DOORS = {"cli/door.py", "web/request.py", "web/server.py"}

# Written in parts, so that this file does not name them either.
REGISTRIES = tuple(
    ".".join(parts)
    for parts in (
        ("files", "pythonhosted", "org"),
        ("pypi", "org"),
        ("registry", "npmjs", "org"),
        ("registry", "yarnpkg", "com"),
        ("index", "crates", "io"),
        ("proxy", "golang", "org"),
        ("conda", "anaconda", "org"),
        ("jfrog", "io"),
    )
)


def committed() -> list[Path]:
    """Files that git keeps; without git, every file of the source."""
    try:
        listed = subprocess.run(
            ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True
        ).stdout.split(b"\0")
    except (OSError, subprocess.CalledProcessError):
        return [path for path in (ROOT / "src").rglob("*") if path.is_file()]
    return [ROOT / name.decode() for name in listed if name and (ROOT / name.decode()).is_file()]


def test_no_committed_file_names_the_host_of_a_registry() -> None:
    found = [
        f"{path.relative_to(ROOT)}: {host}"
        for path in committed()
        for host in REGISTRIES
        if host.encode() in path.read_bytes()
    ]
    assert found == []


def test_no_committed_file_names_the_folder_it_was_written_in() -> None:
    if len(ROOT.parts) < 3:
        pytest.skip(f"the checkout lies in {ROOT}, a name too short to look for")
    found = [
        str(path.relative_to(ROOT))
        for path in committed()
        if f"{ROOT}/".encode() in path.read_bytes()
    ]
    assert found == []


def clocks_read(path: Path) -> list[str]:
    """Calls of a clock: `datetime.now()`, `date.today()`, `time.time()`."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [
        f"{path.relative_to(SOURCE).as_posix()}:{node.lineno} {ast.unparse(node.func)}"
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and ".".join(ast.unparse(node.func).split(".")[-2:]) in CLOCKS
    ]


def test_the_clock_is_read_at_the_doors_and_nowhere_else() -> None:
    found = {
        line
        for path in SOURCE.rglob("*.py")
        for line in clocks_read(path)
        if line.partition(":")[0] not in DOORS
    }
    assert found == set()


def test_the_doors_do_read_it_so_the_search_can_find_one() -> None:
    assert all(len(clocks_read(SOURCE / door)) == 1 for door in DOORS)


def test_the_network_is_closed_while_tests_run() -> None:
    with (
        socket.socket() as outside,
        pytest.raises(Exception, match=r"(?i)socket.*(disabled|block|allow)|A test tried"),
    ):
        outside.connect(("192.0.2.1", 9))  # TEST-NET-1: an address that nobody has


def test_every_changing_operation_takes_what_was_seen() -> None:
    """So that any of them can answer with a conflict. What is decided about a reading does not
    change the record, and a load of several files notes each by its digest. Accounts, links, the
    read log, the controller and the digests stand in tables outside the record; so do the drafts
    of sessions and their standing items, which have revisions of their own. Signing a checkpoint
    makes no entry."""
    exempt = {"reject", "answer", "first_institution", "split", "merge", "reading"}
    exempt |= {"put_aside", "go_on", "read_as"}  # of a reading, too
    # Why something just written is restricted stands, whatever was written since.
    exempt |= {"checkpoint", "take", "state_grounds", "state_mark"}
    exempt |= {"put_right"}  # a cause that follows from what was confirmed just now
    exempt |= {"make_one"}  # gives what a name holds at the moment of recording
    exempt |= {"keep_explanations"}  # a draft, which has a revision of its own
    outside = {"accounts.py", "inviting.py", "panel_links.py", "readings.py", "privacy.py"}
    outside |= {"drafts.py", "session_draft.py", "agenda_boxes.py"}
    outside |= {"standing_items.py", "digests.py"}
    missing = []
    for file in sorted((SOURCE / "operations").rglob("*.py")):
        if file.name in outside:
            continue
        for node in ast.parse(file.read_text(encoding="utf-8")).body:
            if not isinstance(node, ast.FunctionDef) or node.name.startswith("_"):
                continue
            names = {a.arg for a in (*node.args.args, *node.args.kwonlyargs)}
            if {"by", "at"} <= names and "seen" not in names and node.name not in exempt:
                missing.append(f"{file.name}: {node.name}")
    assert missing == []


def test_no_page_asks_who_holds_whom_without_a_day() -> None:
    """A board replaces a commissioner on a day: a page of another day names the other one."""
    begins = {"operations/pages/rights/set_up.py"}  # before there is a record
    asked = {"regime_of", "oversight_of", "names_of"}
    undated = [
        f"{path.relative_to(SOURCE)}:{node.lineno}"
        for path in (SOURCE / "operations" / "pages").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in asked
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id == "catalogue"
        and all(keyword.arg != "on" for keyword in node.keywords)
    ]
    assert [found for found in undated if found.partition(":")[0] not in begins] == []
