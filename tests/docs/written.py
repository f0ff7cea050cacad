"""The pages that people read: their text, their links, their commands."""

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import dropwhile
from pathlib import Path

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
REFERENCE = DOCS / "reference"
DESIGN = DOCS / "design"  # argued before the code: it names what is still to be built
PROMPT = "$ "
EXPECTED_CODE = "# exit "

_LINK = re.compile(r"\]\(([^()\s]+)\)")
_FENCE = "```"
_SETTING = re.compile(r"[A-Z_]+=")


def pages() -> list[Path]:
    """Every page of the repository that people read, in a stable order."""
    own = [page for page in DOCS.rglob("*.md") if page.parent != DESIGN]
    return sorted([*ROOT.glob("*.md"), *own, *(ROOT / ".github").rglob("*.md")])


def reference(name: str) -> str:
    """A page of the reference."""
    return (REFERENCE / name).read_text(encoding="utf-8")


def links(page: Path) -> list[str]:
    """Where the links and pictures of a page lead."""
    return _LINK.findall("\n".join(_outside_fences(page)))


def anchors(page: Path) -> set[str]:
    """The headings of a page, as they are linked to."""
    heads = (line.lstrip("#").strip() for line in _outside_fences(page) if line.startswith("#"))
    return {re.sub(r"[^\w\- ]", "", head).lower().replace(" ", "-") for head in heads}


@dataclass(frozen=True)
class Command:
    """A command of a page: its words, the lines shown under it, the exit code that it promises."""

    page: str
    words: tuple[str, ...]
    shown: tuple[str, ...]
    code: int = 0

    def __str__(self) -> str:
        return f"{self.page}: {' '.join(self.words)[:60]}"


def commands(page: Path) -> list[Command]:
    """The commands of a page's console blocks, in order."""
    found: list[Command] = []
    for kind, lines in fences(page):
        if kind != "console":
            continue
        for line in lines:
            if line.startswith(PROMPT):
                typed, _, code = line.removeprefix(PROMPT).partition(EXPECTED_CODE)
                name = page.relative_to(ROOT).as_posix()
                found.append(Command(name, _words(typed), (), int(code or 0)))
            else:
                last = found.pop()
                found.append(Command(last.page, last.words, (*last.shown, line), last.code))
    return found


def _words(typed: str) -> tuple[str, ...]:
    """The words of a command, without settings that are given before it."""
    words = shlex.split(typed)
    return tuple(dropwhile(_SETTING.match, words))


def fences(page: Path) -> Iterator[tuple[str, list[str]]]:
    """The blocks of a page between fences: their kind and their lines."""
    kind, block = None, list[str]()
    for line in page.read_text(encoding="utf-8").splitlines():
        if not line.startswith(_FENCE):
            block.append(line)
        elif kind is None:
            kind, block = line.removeprefix(_FENCE), []
        else:
            yield kind, block
            kind = None


def _outside_fences(page: Path) -> Iterator[str]:
    inside = False
    for line in page.read_text(encoding="utf-8").splitlines():
        if line.startswith(_FENCE):
            inside = not inside
        elif not inside:
            yield line
