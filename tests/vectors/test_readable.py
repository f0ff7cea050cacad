"""The offline verifier stays one file that a person can read (P3): at most 350 lines, and at most
150 for a receipt.

How it is counted. A line counts unless it is blank, only a remark, or part of a docstring; a
statement that goes over three lines counts three. The 350 are the whole file, its imports and
`main` too. The 150 are every function and class that checking a receipt reaches, found by their
names from `receipt` and `policy_of` on: Ed25519, canonical JSON and the form of a leaf are among
them. The constants that these read (the grammar of a note, the numbers of the curve) are no
functions; with them a receipt takes the third number. All three may only fall.
"""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

from answerable.ledger import verify

MOST_IN_ALL, MOST_FOR_A_RECEIPT, WITH_ITS_CONSTANTS = 350, 135, 154
WIDEST = 99
SOURCE = Path(verify.__file__).read_text(encoding="utf-8")
TREE = ast.parse(SOURCE)
FORM_1 = ["receipt", "policy_of"]


def code_lines(source: str) -> set[int]:
    """Lines that are not blank, not a remark and not a docstring."""
    told: set[int] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef) and ast.get_docstring(
            node
        ):
            first = node.body[0]
            told |= set(range(first.lineno, (first.end_lineno or first.lineno) + 1))
    return {
        number
        for number, line in enumerate(source.splitlines(), start=1)
        if line.strip() and not line.strip().startswith("#") and number not in told
    }


def made_by(node: ast.stmt) -> Iterator[str]:
    """The names that a statement of the module makes."""
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        yield node.name
    elif isinstance(node, ast.Assign | ast.AugAssign | ast.AnnAssign):
        for part in ast.walk(node):
            if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store):
                yield part.id


def reached(*names: str) -> list[ast.stmt]:
    """The statements of the module that make these names, and whatever those name in turn."""
    found: dict[int, ast.stmt] = {}
    left = list(names)
    while left:
        name = left.pop()
        for node in TREE.body:
            if name in made_by(node) and node.lineno not in found:
                found[node.lineno] = node
                left += [part.id for part in ast.walk(node) if isinstance(part, ast.Name)]
    return list(found.values())


def lines_of(nodes: list[ast.stmt]) -> int:
    counted = code_lines(SOURCE)
    spans = (range(node.lineno, (node.end_lineno or node.lineno) + 1) for node in nodes)
    return len(counted & {number for span in spans for number in span})


def test_it_does_not_grow() -> None:
    every = reached(*FORM_1)
    functions = [node for node in every if isinstance(node, ast.FunctionDef | ast.ClassDef)]
    assert len(code_lines(SOURCE)) <= MOST_IN_ALL
    assert lines_of(functions) <= MOST_FOR_A_RECEIPT <= 150
    assert lines_of(every) <= WITH_ITS_CONSTANTS


def test_the_count_of_a_receipt_leaves_nothing_out() -> None:
    """The control: what is hardest in it is counted, and what it never calls is not."""
    names = {name for node in reached(*FORM_1) for name in made_by(node)}
    assert {"signed", "point", "plus", "read", "plain", "form", "entry", "climb"} <= names
    assert {"checkpoint", "vkey", "party", "need", "LEAF", "NOTE", "ORDER"} <= names
    assert not {"Keys", "closing", "export", "leaves", "main"} & names


def test_no_line_hides_another() -> None:
    """Short because it does little, not because lines are joined."""
    assert max(len(line.partition("  # noqa")[0]) for line in SOURCE.splitlines()) <= WIDEST
    begun = [node.lineno for node in ast.walk(TREE) if isinstance(node, ast.stmt)]
    assert len(begun) == len(set(begun)), "two statements on one line"


def test_it_imports_the_standard_library_only() -> None:
    named = {
        name
        for node in ast.walk(TREE)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in (
            [a.name for a in node.names] if isinstance(node, ast.Import) else [node.module]
        )
    }
    assert {str(name).partition(".")[0] for name in named} <= set(sys.stdlib_module_names)
