"""How many sentences of the site can be translated: `python -m docs.messages --share`.

Counted are words in code that read as English: two words in a row, or one with a capital, outside
of notes, names of fields, addresses and comparisons. The count is of places, so a sentence that
stands twice counts twice. It errs on the side of “not marked”: a key that reads as a sentence is
counted too.

Two sums are told apart. The first is of pages that are read. The second is of what decision 13
keeps in English: packs, mails, files, what is answered to a form, and errors.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from docs.making.messages import MARKS, SOURCE

READ = (
    *("operations/pages", "web/templatetags", "web/templates", "vocabulary", "scrutiny"),
    *("evidence", "publishing/charts"),
)
IN_ENGLISH = (
    *("scrutiny/claims", "scrutiny/digest.py", "scrutiny/sessions/minutes_text.py"),
    *("scrutiny/plans/action_log.py", "evidence/protocol.py", "publishing/packs"),
    *("operations/notices", "operations/output", "operations", "web/views"),
)
_WORDS = re.compile(r"[A-Za-z’”)]+[,;:.?!]? +[“(]?[A-Za-z{]|\} +[a-z]{2,}|[a-z]{2,}:? +“?\{")
_ONE = re.compile(r"[A-Z][a-z’-]{2,}[:.?!…]?")
_NOT_SHOWN = frozenset(
    {"url", "id", "name", "value", "action", "href", "key", "target", "area", "state", "kind"}
)
_MARKUP = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}|<[^>]*>", re.DOTALL)
_NOTE = re.compile(r"\{% comment %\}.*?\{% endcomment %\}", re.DOTALL)
_SENTENCE = re.compile(r"\{% sentence %\}.*?\{% endsentence %\}", re.DOTALL)
_SPOKEN = re.compile(r'(?:aria-label|alt|placeholder)="([^"{]+)')
_MARKED = re.compile(r"\{% (?:say|sentence)\b|\|told\b")


def share() -> Iterator[str]:
    """One line a folder and one a sum; a file counts where it is named most closely."""
    named = sorted((*READ, *IN_ENGLISH), key=len, reverse=True)
    seen: set[Path] = set()
    counts: dict[str, tuple[int, int]] = {}
    for folder in named:
        files = [f for f in _files(SOURCE / folder) if f not in seen]
        seen.update(files)
        each = [_count(file) for file in files]
        counts[folder] = sum(c[0] for c in each), sum(c[1] for c in each)
    for words, folders in (("in pages that are read", READ), ("in English", IN_ENGLISH)):
        for folder in folders:
            yield _line(folder, *counts[folder])
        marked, unmarked = (sum(counts[f][n] for f in folders) for n in (0, 1))
        yield _line(words, marked, unmarked)


def _line(words: str, marked: int, unmarked: int) -> str:
    found = marked + unmarked
    return f"{words:32} {marked:5,} of {found:5,} marked ({marked / max(found, 1):.0%})"


def left(template: str) -> list[str]:
    """The fixed texts of a template that are not marked.

    >>> left('<p>{% say "Here" %}</p><p>There</p>')
    ['There']
    """
    text = _SENTENCE.sub("", _NOTE.sub("", template))
    pieces = [piece.strip() for piece in _MARKUP.sub("\0", text).split("\0")]
    pieces += _SPOKEN.findall(text)
    return [piece for piece in pieces if re.search(r"[A-Za-z]{2}", piece.replace("&nbsp;", " "))]


def in_code(tree: ast.Module) -> tuple[int, int]:
    """Marked, and not marked."""
    walker = _Walker()
    walker.visit(tree)
    return walker.marked, walker.left


class _Walker(ast.NodeVisitor):
    """Counts strings where they can be shown to a person."""

    def __init__(self) -> None:
        self.marked = self.left = 0

    def visit_Call(self, node: ast.Call) -> None:
        called = getattr(node.func, "attr", getattr(node.func, "id", ""))
        if called in MARKS and node.args and isinstance(node.args[0], ast.Constant):
            self.marked += 1
            for given in (*node.args[1:], *(k.value for k in node.keywords)):
                if not isinstance(given, ast.Constant):
                    self.visit(given)
            return
        if called in ("once", "compile", "get", "may"):
            return
        self.generic_visit(node)

    def visit_Raise(self, _node: ast.Raise) -> None:
        """An error is told in English."""

    def visit_keyword(self, node: ast.keyword) -> None:
        if node.arg not in _NOT_SHOWN:
            self.generic_visit(node)

    def visit_Compare(self, _node: ast.Compare) -> None:
        """What is compared is not shown."""

    def visit_Subscript(self, node: ast.Subscript) -> None:
        self.visit(node.value)

    def visit_Dict(self, node: ast.Dict) -> None:
        for value in node.values:
            self.visit(value)

    def visit_Expr(self, node: ast.Expr) -> None:
        if not isinstance(node.value, ast.Constant):  # else a note
            self.generic_visit(node)

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        parts = [p.value if isinstance(p, ast.Constant) else "{}" for p in node.values]
        self.left += _reads("".join(str(part) for part in parts))
        for part in node.values:
            if isinstance(part, ast.FormattedValue):
                self.visit(part.value)

    def visit_Constant(self, node: ast.Constant) -> None:
        self.left += isinstance(node.value, str) and _reads(node.value)


def _reads(text: str) -> bool:
    text = text.strip()
    if text[:1] in tuple("/?#&<.=_*%@") or "://" in text or "\n" in text:
        return False
    return bool(_WORDS.search(text) or _ONE.fullmatch(text))


def _count(file: Path) -> tuple[int, int]:
    text = file.read_text(encoding="utf-8")
    if file.suffix == ".html":
        return len(_MARKED.findall(text)), len(left(text))
    return in_code(ast.parse(text))


def _files(folder: Path) -> list[Path]:
    if folder.is_file():
        return [folder]
    every = sorted((*folder.rglob("*.py"), *folder.rglob("*.html")))
    return [file for file in every if "story" not in file.parts]
