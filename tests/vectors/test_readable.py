"""The offline verifier stays one file that a person can read (P3).

The design asks for 350 readable lines, 150 of them for a receipt; it has more. These numbers may
only fall.
"""

import ast
import sys
from pathlib import Path

from answerable.ledger import verify

MOST_IN_ALL, MOST_FOR_A_RECEIPT = 385, 190


def code_lines(source: str) -> list[int]:
    """Lines that are not blank, not a remark and not a docstring."""
    told: set[int] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef) and ast.get_docstring(
            node
        ):
            first = node.body[0]
            told |= set(range(first.lineno, (first.end_lineno or first.lineno) + 1))
    return [
        number
        for number, line in enumerate(source.splitlines(), start=1)
        if line.strip() and not line.strip().startswith("#") and number not in told
    ]


def test_it_does_not_grow() -> None:
    source = Path(verify.__file__).read_text(encoding="utf-8")
    lines = code_lines(source)
    parties = source[: source.index("# --- keys of parties")].count("\n") + 1
    assert len(lines) <= MOST_IN_ALL
    assert len([number for number in lines if number < parties]) <= MOST_FOR_A_RECEIPT


def test_it_imports_the_standard_library_only() -> None:
    tree = ast.parse(Path(verify.__file__).read_text(encoding="utf-8"))
    named = {
        name
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in (
            [a.name for a in node.names] if isinstance(node, ast.Import) else [node.module]
        )
    }
    assert {str(name).partition(".")[0] for name in named} <= set(sys.stdlib_module_names)
