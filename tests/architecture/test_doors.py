"""Everything the system can do is reached by a command or an address, and nothing else is."""

import ast
from collections import Counter
from functools import cache

import pytest

from answerable.cli.main import app
from tests.architecture.reach import PACKAGE, Node, Source

COMMAND, ADDRESSES = ("answerable.cli.main", ""), ("answerable.web.urls", "")
MIDDLEWARE = ("answerable.web.refusals", "Refusals")
READ_LOG = ("answerable.web.readings", "ReadLog")
KEPT_PAGES = ("answerable.web.caching", "PublicPages")
LANGUAGES = ("answerable.web.languages", "Languages")

NOT_REACHED = {
    "operations.record.ledger.history": "the lines of an item, for a program; nothing asks yet",
}
"""`module.function` under operations -> why no door reaches it."""


@cache
def source() -> Source:
    return Source()


def unreached(under: str) -> set[str]:
    reached = source().reached(COMMAND, ADDRESSES, MIDDLEWARE, READ_LOG, KEPT_PAGES, LANGUAGES)
    return {_short(node) for node in source().functions(under) if node not in reached}


def _short(node: Node) -> str:
    return f"{node[0].removeprefix('answerable.')}.{node[1]}"


def test_every_operation_is_reached_by_a_command_or_an_address() -> None:
    assert unreached("answerable.operations") - set(NOT_REACHED) == set()


def test_a_reason_that_is_no_longer_needed_leaves_the_table() -> None:
    assert set(NOT_REACHED) - unreached("answerable.operations") == set()


def test_every_command_is_in_the_command_and_every_view_has_an_address() -> None:
    assert unreached("answerable.cli") - {"cli.main.main"} == set()
    assert unreached("answerable.web.views") == set()


def test_no_command_hides_another_of_its_name() -> None:
    named = Counter(c.name or c.callback.__name__ for c in app.registered_commands if c.callback)
    assert [name for name, n in named.items() if n > 1] == []
    assert len(named) > 90


@pytest.mark.parametrize(
    ("root", "reached"),
    [
        (COMMAND, ("answerable.operations.sessions.scrutiny", "move_due_date")),
        (ADDRESSES, ("answerable.operations.sessions.scrutiny", "move_due_date")),
        (ADDRESSES, ("answerable.operations.findings.redress", "reply")),
    ],
)
def test_the_search_finds_what_is_known_to_be_there(root: Node, reached: Node) -> None:
    assert reached in source().reached(root)


def test_the_search_does_not_find_what_nothing_names() -> None:
    found = source().reached(("answerable.cli.door", "today"))
    assert ("answerable.cli.door", "now") in found
    assert ("answerable.operations.sessions.scrutiny", "move_due_date") not in found


def test_an_operation_that_writes_names_who_when_and_the_commands_key() -> None:
    """`by`, `at` and `key`, by keyword: no door can leave one out (ARCHITECTURE 4)."""
    found = []
    for path in sorted((PACKAGE / "operations").rglob("*.py")):
        for function in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(function, ast.FunctionDef) and _returns_receipt(function):
                given = {argument.arg for argument in function.args.kwonlyargs}
                assert not function.args.args, function.name
                assert {"by", "at", "key", "seen"} <= given, function.name
                assert not function.args.defaults
                found.append(function.name)
    assert len(found) >= 60


def _returns_receipt(function: ast.FunctionDef) -> bool:
    returns = isinstance(function.returns, ast.Name) and function.returns.id == "Receipt"
    return returns and not function.name.startswith("_")
