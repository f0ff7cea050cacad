"""Parts of a page: its head, a table, code."""

from collections.abc import Iterable, Sequence

NOTE = "<!-- Made by `python -m docs.generate` from {source}. Change it there. -->"


def page(title: str, *parts: str, source: str) -> str:
    """A page: the title, where it is made from, and its parts, each after an empty line."""
    body = [f"# {title}", NOTE.format(source=source), *(part for part in parts if part)]
    return "\n\n".join(body) + "\n"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table. Bars and line ends inside a cell are kept from breaking it."""
    lines = [_row(head), "|" + "---|" * len(head)]
    return "\n".join([*lines, *(_row(row) for row in rows)])


def code(text: str) -> str:
    """Text as code, inside a line."""
    return f"`{text}`" if text else ""


def first_paragraph(text: str | None) -> str:
    """The first paragraph of a docstring, on one line."""
    return " ".join((text or "").strip().split("\n\n")[0].split())


def _row(cells: Sequence[str]) -> str:
    safe = (" ".join(str(cell).split()).replace("|", "\\|") for cell in cells)
    return "| " + " | ".join(safe) + " |"
