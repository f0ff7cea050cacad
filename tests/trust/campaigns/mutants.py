"""L-13: one thing in a function of `ledger/` is made wrong; some test that enters it must fail.

    python -m tests.trust.campaigns.mutants SKIP MODULE...

A process that has collected the tests notes once which test enters which function and how long it
takes. It forks for every mutant, puts the changed code into the function as it stands in memory,
and runs the tests that enter it, the shortest first, until one fails or their time is over.
Comparisons, sums, conditions, whole numbers, words that are no sentences, calls and what is
returned are changed; sentences, and what stands outside functions, are not.

The order of the mutants is always the same, and a run goes on where the last one of the same code
ended: rounds that are added up are of different mutants.
"""

import ast
import gc
import importlib
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
import types
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from functools import cache, cached_property, partial
from itertools import accumulate
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.trust.campaigns import Round, Tally

ROOT = Path(__file__).parents[3]
UNIT, VECTORS = "tests/unit/ledger", "tests/vectors"
MODULES = (
    *("canonical", "checkpoint", "commitments", "entry", "holds", "merkle"),
    *("party", "plain", "register", "signer", "tiles", "verify"),
)
"""Modules of `ledger/` with something to change: `book` has types alone."""
TESTS = (
    *(f"{UNIT}/test_{name}.py" for name in ("canonical", "commitments", "entry")),
    *(f"{UNIT}/test_{name}.py" for name in ("merkle", "plain", "register", "signing", "tiles")),
    *(f"{VECTORS}/test_{name}.py" for name in ("worked_example", "ed25519", "receipt", "closing")),
    *(f"{VECTORS}/test_{name}.py" for name in ("export", "verifier")),
    "tests/properties/test_register.py",
)
"""Tests of the rooms alone: those that need a home take longer than all of these."""
MOST_CPU = 8.0
"""Seconds of the quickest tests that enter a function; what they do not kill has survived."""
AT_ONCE = 2
"""Mutants that are tried at the same time."""
MOST_SECONDS = 600
"""Of waiting, after which a mutant counts as one that never ends."""
ORDER = 20_261_126
"""Seed of the one order."""
EXPLAINED: dict[str, str] = {
    "canonical._unique+4: nothing is returned": (
        "what the second reading of the bytes gives is thrown away: it only looks for double keys"
    ),
    "commitments.unseal+8: b' ' as other bytes": (
        "takes an x away too, in which no canonical value ends"
    ),
    "entry.Entry.fact+14: b'null' as other bytes": (
        "a null is then built in as None, which every field is without it"
    ),
    "plain.content+7: And as Or": "the expression matches both parts of what was seen, or neither",
    "register.History.since+4: LtE as Lt": (
        "one more version is looked at, which is of that entry or of one before"
    ),
    "register.Register.by_stream+2: 'streams' as another word": "a key of its own memory",
    "register.Register._by_type+2: 'types' as another word": "a key of its own memory",
    "verify.Keys.vouch+4: 1 plus one": "what nobody saw is smaller than every entry either way",
    "verify.Keys.vouch+5: 'never' as another word": "every date stands before either word",
    "verify.Keys.vouch+6: 10 plus one": "a T behind a day moves it past no other day",
    "verify.plain+4: 0 plus one": "a number that stands for none is small either way",
    "verify.closing+13: 1 plus one": "no proof of an entry before the first leads to a root",
    "verify.climb+3: Lt as LtE": (
        "a proof at the size itself is one step longer than any that leads to the root"
    ),
    "verify.export+24: Gt as GtE": "one more level, which is empty and which no size asks for",
    "verify.ruled+33: Lt as LtE": "a closing is neither the finding nor an acceptance of itself",
    "verify.ruled+35: Gt as GtE": "the closing itself is no entry that opens it again",
    "verify.signed+5: 253 plus one": "one more bit, which no number below the order has",
}
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
    """A function of a module, which of its nodes is changed, and how in words."""

    module: str
    function: str
    at: int
    what: str

    def tree(self) -> ast.Module:
        """The function, or the class that it stands in, with this one change."""
        whole = _parsed(self.module)
        function = dict(_functions(whole))[self.function]
        _apply(function, list(_sites(function))[self.at])
        body = [node for node in whole.body if function in ast.walk(node)]
        return ast.fix_missing_locations(ast.Module(body, []))


def rounds(home: Path, chance: random.Random, tally: Tally) -> Round:
    """Each round is one mutant; the campaign ends when each was tried."""
    del home, chance
    words = [sys.executable, "-m", __name__, str(_done()), *MODULES]
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


def _done() -> int:
    """Mutants that were tried of this code already."""
    from benchmarks import deep  # noqa: PLC0415  # the campaign is found by it

    now = deep.digest("L-13")
    held = json.loads(deep.RESULTS.read_text(encoding="utf-8")) if deep.RESULTS.exists() else []
    return sum(run["n"] for run in held if (run["id"], run["digest"]) == ("L-13", now))


def mutants(module: str) -> Iterator[Mutant]:
    """Every mutant of a module, one change each."""
    for function, node in _functions(_parsed(module)):
        for at, site in enumerate(_sites(node)):
            if words := _change(site):
                line = getattr(site, "lineno", node.lineno) - node.lineno
                yield Mutant(module, function, at, f"{module}.{function}+{line}: {words}")


@cache
def _parsed(module: str) -> ast.Module:
    """As it is in the parent; a child may change its own."""
    path = ROOT / f"src/answerable/ledger/{module}.py"
    return ast.parse(path.read_text(encoding="utf-8"))


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


def _change(node: Any) -> str | None:
    """In words, what is changed about a node; nothing for most."""
    match node:
        case ast.Compare(ops=[op]) | ast.BinOp(op=op) | ast.BoolOp(op=op) | ast.AugAssign(op=op):
            other = OTHER.get(type(op))
            return f"{type(op).__name__} as {other.__name__}" if other else None
        case ast.Constant(value=value):
            return _other_value(value)
        case ast.UnaryOp(op=ast.Not()):
            return "without not"
        case ast.Return(value=None | ast.Constant(value=None | False)):
            return None  # to whoever asks whether it holds, nothing is the same
        case ast.Expr(value=ast.Call(func=called)):
            return f"without the call of {ast.unparse(called)}"
    return IN_WORDS.get(type(node))


def _other_value(value: object) -> str | None:
    match value:
        case bool():
            return f"{value} turned round"
        case int():
            return f"{value} plus one"
        case str() if value and " " not in value:
            return f"{value!r} as another word"
        case bytes() if value:
            return f"{value!r} as other bytes"
    return None


def _apply(function: Any, node: Any) -> None:
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


class Reached(NamedTuple):
    """A test, its seconds, and the functions of `ledger/` that it enters: (module, function)."""

    item: pytest.Item
    seconds: float
    functions: frozenset[tuple[str, str]]


class Child(NamedTuple):
    """A process that was forked, since when, and its own place for what its tests write."""

    pid: int
    began: float
    place: tempfile.TemporaryDirectory[str]


class Runner:
    """In a session of pytest that has collected the tests: a fork for every mutant."""

    def __init__(self, skip: int, modules: list[str]) -> None:
        self._skip, self._modules = skip, modules

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """A child ends with its first failure."""
        if report.failed:
            os._exit(1)

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """The tests as they are first; then those that enter a function against its mutants."""
        every = [mutant for module in self._modules for mutant in mutants(module)]
        random.Random(ORDER).shuffle(every)  # noqa: S311  # always the same order
        reached = self._reached(session.items)
        if reached is None:
            say("broken", "the tests do not pass as they are")
            return False
        gc.freeze()  # so that a child does not copy all that it never changes
        waiting = deque[tuple[str, Child]]()
        for mutant in every[self._skip % len(every) :]:
            if len(waiting) == AT_ONCE:
                judge(*waiting.popleft())
            child = forked(partial(run, quickest(reached, mutant), mutant))
            waiting.append((mutant.what, child))
        while waiting:
            judge(*waiting.popleft())
        return True

    def _reached(self, items: list[pytest.Item]) -> list[Reached] | None:
        """What each test enters, noted in a child; None when one of them fails."""
        with tempfile.TemporaryDirectory() as folder:
            kept = Path(folder) / "reached.json"
            child = forked(lambda: kept.write_text(json.dumps(noted(items))))
            if not ended_well(child, limit=1_800):
                return None
            told = json.loads(kept.read_text())
        return [
            Reached(item, seconds, frozenset(map(tuple, functions)))
            for item, (seconds, functions) in zip(items, told, strict=True)
        ]


def judge(what: str, child: Child) -> None:
    """Say whether a mutant survived its tests."""
    say(SURVIVES if ended_well(child, limit=MOST_SECONDS) else "killed", what)


def quickest(reached: list[Reached], mutant: Mutant) -> list[Reached]:
    """The tests that enter its function, the shortest first, as far as the time goes."""
    mine = [one for one in reached if (mutant.module, mutant.function) in one.functions]
    mine.sort(key=lambda one: one.seconds)
    ends = accumulate(one.seconds for one in mine)
    return [one for one, end in zip(mine, ends, strict=True) if end <= MOST_CPU]


def run(reached: list[Reached], mutant: Mutant) -> None:
    """In a child: the tests in turn over changed code; the first failure ends the child.

    So does a test that takes many times the processor's time that it took before: it may never
    end. The default of the signal is the end.
    """
    put_in(mutant)
    after = [one.item for one in reached[1:]]
    for one, following in zip(reached, [*after, None], strict=True):
        signal.setitimer(signal.ITIMER_PROF, 2 + 5 * one.seconds)
        one.item.ihook.pytest_runtest_protocol(item=one.item, nextitem=following)
    signal.setitimer(signal.ITIMER_PROF, 0)


def noted(items: list[pytest.Item]) -> list[tuple[float, list[tuple[str, str]]]]:
    """In a child: of each test its seconds, and the functions of `ledger/` that it enters."""
    made = []
    for item, after in zip(items, [*items[1:], None], strict=True):
        entered: dict[int, types.CodeType] = {}

        def enter(frame: types.FrameType, *_: object, entered: Any = entered) -> None:
            entered[id(frame.f_code)] = frame.f_code  # no more than this: it slows every call

        began = spent()
        threading.settrace(enter)
        sys.settrace(enter)
        item.ihook.pytest_runtest_protocol(item=item, nextitem=after)
        sys.settrace(None)
        made.append((spent() - began, _functions_of(entered.values())))
    return made


def spent() -> float:
    """Seconds of CPU, of ended children too: what else the machine does makes no test slow."""
    return sum(os.times()[:4])


def _functions_of(codes: Iterable[types.CodeType]) -> list[tuple[str, str]]:
    named = [
        (Path(code.co_filename), code.co_qualname.partition(".<locals>")[0]) for code in codes
    ]
    return sorted({(path.stem, name) for path, name in named if path.parent.name == "ledger"})


def forked(does: Callable[[], object]) -> Child:
    """Do something in a child, which ends well or not."""
    place = tempfile.TemporaryDirectory(prefix="answerable-mutant-")
    pid = os.fork()
    if pid == 0:
        try:
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
            os.environ["PYTEST_DEBUG_TEMPROOT"] = place.name
            does()
            os._exit(0)
        except BaseException:
            os._exit(1)
    return Child(pid, time.monotonic(), place)


def ended_well(child: Child, *, limit: float) -> bool:
    """Wait for it, some seconds at most; what takes longer is taken as wrong."""
    while True:
        done, status = os.waitpid(child.pid, os.WNOHANG)
        if done:
            child.place.cleanup()
            return os.waitstatus_to_exitcode(status) == 0
        if time.monotonic() > child.began + limit:
            os.kill(child.pid, signal.SIGKILL)
        time.sleep(0.005)


def say(verdict: str, what: str) -> None:
    """A line for whoever counts; pytest's own words stand in others."""
    print(f"\n{verdict}\t{what}", file=sys.__stdout__, flush=True)


def put_in(mutant: Mutant) -> None:
    """Give the function in memory the changed code, so that whoever imported it has it too."""
    module = importlib.import_module(f"answerable.ledger.{mutant.module}")
    made: Any = compile(mutant.tree(), str(module.__file__), "exec", dont_inherit=True)
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
    own = Runner(int(sys.argv[1]), sys.argv[2:])
    quiet = ["-q", "-s", "--tb=no", "--no-header"]  # words about a failure cost most of its time
    without = [
        word for name in ("cacheprovider", "xdist", "logging") for word in ("-p", f"no:{name}")
    ]
    sys.exit(pytest.main([*quiet, *without, *TESTS], plugins=[own]) not in (0, 5))
