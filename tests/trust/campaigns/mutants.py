"""L-13: one thing in a function of `ledger/` is made wrong; some test of that module must fail.

    python -m tests.trust.campaigns.mutants SEED MODULE...

A process that has collected the tests forks for every mutant, puts the changed code into the
function as it stands in memory, and runs the tests of its module until one fails. Comparisons,
sums, conditions, whole numbers, words that are no sentences, calls and what is returned are
changed; sentences, and what stands outside functions, are not.
"""

import ast
import copy
import importlib
import os
import random
import signal
import subprocess
import sys
import time
import types
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.trust.campaigns import Round, Tally

ROOT = Path(__file__).parents[3]
UNIT, VECTORS = "tests/unit/ledger", "tests/vectors"
TESTS: dict[str, tuple[str, ...]] = {
    "canonical": (f"{UNIT}/test_canonical.py",),
    "checkpoint": (f"{VECTORS}/test_worked_example.py", f"{VECTORS}/test_ed25519.py"),
    "commitments": (f"{UNIT}/test_commitments.py", f"{VECTORS}/test_worked_example.py"),
    "entry": (
        f"{UNIT}/test_entry.py",
        f"{UNIT}/test_plain.py",
        f"{VECTORS}/test_worked_example.py",
    ),
    "merkle": (f"{UNIT}/test_merkle.py", f"{VECTORS}/test_worked_example.py"),
    "plain": (f"{UNIT}/test_plain.py",),
    "register": ("tests/properties/test_register.py",),
    "tiles": (f"{VECTORS}/test_worked_example.py", f"{VECTORS}/test_receipt.py"),
    "verify": (
        *(f"{VECTORS}/test_receipt.py", f"{VECTORS}/test_closing.py"),
        *(f"{VECTORS}/test_ed25519.py", f"{VECTORS}/test_twins.py"),
    ),
}
"""Module of `ledger/` -> the tests that stand for it alone."""
MOST_SECONDS = 300
EXPLAINED: dict[str, str] = {}
"""Survivor, as it is named -> why no test can tell it from the original."""
SURVIVES = "survived"
OTHER: dict[type[ast.AST], Any] = {
    **{ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt},
    **{ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Is: ast.IsNot, ast.IsNot: ast.Is},
    **{ast.In: ast.NotIn, ast.NotIn: ast.In, ast.And: ast.Or, ast.Or: ast.And},
    **{ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv, ast.FloorDiv: ast.Mult},
    **{ast.LShift: ast.RShift, ast.RShift: ast.LShift, ast.BitAnd: ast.BitOr},
    **{ast.BitOr: ast.BitAnd, ast.BitXor: ast.BitAnd, ast.Mod: ast.FloorDiv, ast.Pow: ast.Mult},
}


IN_WORDS: dict[type[ast.AST], str] = {
    ast.If: "the condition turned round",
    ast.IfExp: "the condition turned round",
    ast.While: "the condition turned round",
    ast.Return: "nothing is returned",
    ast.Continue: "break",
}


class Mutant(NamedTuple):
    """A changed tree of a module, the function that is changed, and how."""

    module: str
    function: str
    tree: ast.Module
    what: str


def rounds(home: Path, chance: random.Random, tally: Tally) -> Round:
    """Each round is one mutant; the campaign ends when each was tried."""
    del home
    words = [sys.executable, "-m", __name__, str(chance.randrange(2**31)), *TESTS]
    env = {**os.environ, "PYTHONHASHSEED": "0"}
    with subprocess.Popen(words, cwd=ROOT, env=env, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        for line in running.stdout:
            verdict, _, what = line.strip().partition("\t")
            if verdict not in (SURVIVES, "killed", "broken"):
                continue
            why = EXPLAINED.get(what)
            tally[f"{verdict} and explained" if why else verdict] += 1
            tally[f"{what.partition('.')[0]}: {verdict}"] += 1
            yield None if verdict == "killed" or why else f"{verdict}: {what}"
        assert running.wait() == 0, "the tests do not pass as they are"


def mutants(module: str) -> Iterator[Mutant]:
    """Every mutant of a module, one change each."""
    source = (ROOT / f"src/answerable/ledger/{module}.py").read_text(encoding="utf-8")
    tree = ast.parse(source)
    for function, node in _functions(tree):
        for at, site in enumerate(_sites(node)):
            for how, words in enumerate(_changes(site)):
                whole = copy.deepcopy(tree)
                changed = dict(_functions(whole))[function]
                place = list(_sites(changed))[at]
                _apply(changed, place, how)
                line = getattr(site, "lineno", node.lineno) - node.lineno
                yield Mutant(module, function, whole, f"{module}.{function}+{line}: {words}")


def _functions(tree: ast.Module) -> Iterator[tuple[str, ast.FunctionDef]]:
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            yield node.name, node
        elif isinstance(node, ast.ClassDef):
            for inner in node.body:
                if isinstance(inner, ast.FunctionDef):
                    yield f"{node.name}.{inner.name}", inner


def _sites(function: Any) -> Iterator[Any]:
    """Nodes that can be changed, in the order of the text; no annotation and no sentence."""
    waiting = list(reversed(function.body))
    while waiting:
        node = waiting.pop()
        yield node
        if isinstance(node, ast.Raise | ast.JoinedStr | ast.Assert):
            continue
        inner = [
            child
            for name, value in ast.iter_fields(node)
            if name not in ("annotation", "returns", "decorator_list", "type_params")
            for child in (value if isinstance(value, list) else [value])
            if isinstance(child, ast.AST)
        ]
        waiting += reversed(inner)


def _changes(node: Any) -> list[str]:
    """In words, what can be changed about a node; nothing for most."""
    match node:
        case ast.Compare(ops=[op]) | ast.BinOp(op=op) | ast.BoolOp(op=op) | ast.AugAssign(op=op):
            return (
                [f"{type(op).__name__} as {OTHER[type(op)].__name__}"] if type(op) in OTHER else []
            )
        case ast.Constant(value=value):
            return _other_value(value)
        case ast.UnaryOp(op=ast.Not()):
            return ["without not"]
        case ast.Return(value=ast.Constant(value=None | False)):
            return []  # to whoever asks whether it holds, nothing is the same
        case ast.Expr(value=ast.Call(func=called)):
            return [f"without the call of {ast.unparse(called)}"]
    return [IN_WORDS[type(node)]] if type(node) in IN_WORDS else []


def _other_value(value: object) -> list[str]:
    match value:
        case bool():
            return [f"{value} turned round"]
        case int():
            return [f"{value} plus one"]
        case str() if value and " " not in value:
            return [f"{value!r} as another word"]
        case bytes() if value:
            return [f"{value!r} as other bytes"]
    return []


def _apply(function: Any, node: Any, how: int) -> None:
    del how
    match node:
        case ast.Compare():
            node.ops = [OTHER[type(node.ops[0])]()]
        case ast.BinOp() | ast.BoolOp() | ast.AugAssign():
            node.op = OTHER[type(node.op)]()
        case ast.UnaryOp(op=ast.Not()):
            _replace(function, node, node.operand)
        case ast.If() | ast.IfExp() | ast.While():
            node.test = ast.UnaryOp(ast.Not(), node.test)
        case ast.Constant(value=bool(value)):
            node.value = not value
        case ast.Constant(value=int(value)):
            node.value = value + 1
        case ast.Constant(value=str(value)):
            node.value = f"{value}x"
        case ast.Constant(value=bytes(value)):
            node.value = value + b"x"
        case ast.Return():
            node.value = ast.Constant(None)
        case ast.Expr():
            node.value = ast.Constant(None)
        case ast.Continue():
            _replace(function, node, ast.Break())


def _replace(function: Any, old: Any, new: Any) -> None:
    for parent in ast.walk(function):
        for name, value in ast.iter_fields(parent):
            if value is old:
                setattr(parent, name, new)
            elif isinstance(value, list) and any(item is old for item in value):
                setattr(parent, name, [new if item is old else item for item in value])


class Runner:
    """In a session of pytest that has collected the tests: a fork for every mutant."""

    def __init__(self, chance: random.Random, modules: list[str]) -> None:
        self._chance, self._modules, self._failed = chance, modules, False

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """A child ends with its first failure."""
        if report.failed:
            os._exit(1)

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """The tests as they are first; then each module's tests against its mutants, mixed."""
        every = [mutant for module in self._modules for mutant in mutants(module)]
        self._chance.shuffle(every)
        whole: dict[str, list[pytest.Item]] = {}
        for mutant in every:
            if mutant.module not in whole:
                files = {ROOT / path for path in TESTS[mutant.module]}
                whole[mutant.module] = [item for item in session.items if item.path in files]
                if self._run(whole[mutant.module], None) != SURVIVES:
                    say("broken", f"{mutant.module}: its tests do not pass as they are")
                    return False
            say(self._run(whole[mutant.module], mutant), mutant.what)
        return True

    def _run(self, items: list[pytest.Item], mutant: Mutant | None) -> str:
        pid = os.fork()
        if pid == 0:
            try:
                os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
                if mutant is not None:
                    put_in(mutant)
                for item in items:
                    item.ihook.pytest_runtest_protocol(item=item, nextitem=None)
                os._exit(0)
            except BaseException:
                os._exit(1)
        began = time.monotonic()
        while True:
            done, status = os.waitpid(pid, os.WNOHANG)
            if done:
                return SURVIVES if os.waitstatus_to_exitcode(status) == 0 else "killed"
            if time.monotonic() > began + MOST_SECONDS:
                os.kill(pid, signal.SIGKILL)
            time.sleep(0.005)


def say(verdict: str, what: str) -> None:
    """A line for whoever counts; pytest's own words stand in others."""
    print(f"\n{verdict}\t{what}", file=sys.__stdout__, flush=True)


def put_in(mutant: Mutant) -> None:
    """Give the function in memory the changed code, so that whoever imported it has it too."""
    module = importlib.import_module(f"answerable.ledger.{mutant.module}")
    ast.fix_missing_locations(mutant.tree)
    made: Any = compile(mutant.tree, str(module.__file__), "exec", dont_inherit=True)
    held: Any = module
    for name in mutant.function.split("."):
        made = next(
            code
            for code in made.co_consts
            if isinstance(code, types.CodeType) and code.co_name == name
        )
        held = vars(held)[name]
    while not isinstance(held, types.FunctionType):
        held = _inner(held)
    held.__code__ = made


def _inner(held: Any) -> Any:
    if isinstance(held, property):
        return held.fget
    if isinstance(held, cached_property):
        return held.func
    return held.__wrapped__ if hasattr(held, "__wrapped__") else held.__func__


if __name__ == "__main__":
    chosen = sys.argv[2:]
    paths = sorted({path for module in chosen for path in TESTS[module] if (ROOT / path).exists()})
    own = Runner(random.Random(int(sys.argv[1])), chosen)  # noqa: S311  # a seed repeats the order
    options = ["-q", "-p", "no:cacheprovider", "-p", "no:xdist", "--no-header"]
    sys.exit(pytest.main([*options, *paths], plugins=[own]) not in (0, 5))
