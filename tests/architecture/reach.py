"""Which functions the doors reach: names followed through the source, from command and address.

A name that is looked at, not only called, counts as reached; so the answer errs towards reached.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

PACKAGE = Path(__file__).parents[2] / "src" / "answerable"
FOLLOWED = ("cli", "web", "operations")

Node = tuple[str, str]
"""(module, top-level name); the name "" is the module's own code."""


@dataclass
class Module:
    """Top-level names of a module and what each of them names."""

    name: str
    defined: dict[str, ast.AST] = field(default_factory=dict)
    imports: dict[str, Node] = field(default_factory=dict)
    body: list[ast.stmt] = field(default_factory=list)


class Source:
    """The followed modules of the package, by name."""

    def __init__(self) -> None:
        files = [p for folder in FOLLOWED for p in (PACKAGE / folder).rglob("*.py")]
        self.modules = {name: _module(name, p) for p in sorted(files) for name in [_name(p)]}

    def functions(self, under: str) -> Iterator[Node]:
        """Public functions of a folder's modules."""
        for module in self.modules.values():
            if module.name.startswith(under):
                for name, node in module.defined.items():
                    if isinstance(node, ast.FunctionDef) and not name.startswith("_"):
                        yield module.name, name

    def reached(self, *roots: Node) -> set[Node]:
        """Everything that can be come to from these."""
        found: set[Node] = set()
        waiting = list(roots)
        while waiting:
            node = waiting.pop()
            if node not in found and node[0] in self.modules:
                found.add(node)
                waiting += self._named_by(node)
        return found

    def _named_by(self, node: Node) -> Iterator[Node]:
        module = self.modules[node[0]]
        if node[1] in module.imports:  # handed on by a package
            yield module.imports[node[1]]
            return
        if node[1]:
            parts: list[ast.AST] = [module.defined[node[1]]] if node[1] in module.defined else []
        else:
            parts = list(module.body)
        yield (node[0], "")
        for part in parts:
            own = {**module.imports, **_imports(part)}
            for inner in ast.walk(part):
                yield from self._of(inner, module, own)

    def _of(self, inner: ast.AST, module: Module, own: dict[str, Node]) -> Iterator[Node]:
        if isinstance(inner, ast.Name):
            if inner.id in module.defined:
                yield (module.name, inner.id)
            elif inner.id in own:
                yield from self._as_module(own[inner.id])
        elif isinstance(inner, ast.Attribute) and isinstance(inner.value, ast.Name):
            target = own.get(inner.value.id)
            if target is not None:
                yield (".".join(filter(None, target)), inner.attr)

    def _as_module(self, target: Node) -> Iterator[Node]:
        """An imported name; a whole module that is handed on is asked for its `register`."""
        whole = ".".join(filter(None, target))
        yield (whole, "register") if whole in self.modules else target


def _name(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _module(name: str, path: Path) -> Module:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    module = Module(name)
    for statement in tree.body:
        match statement:
            case ast.FunctionDef() | ast.ClassDef():
                module.defined[statement.name] = statement
            case ast.Assign(targets=[ast.Name(id=target)]):
                module.defined[target] = statement
                module.body.append(statement)
            case ast.AnnAssign(target=ast.Name(id=target)):
                module.defined[target] = statement
                module.body.append(statement)
            case ast.Import() | ast.ImportFrom():
                module.imports |= _imports(statement)
            case _:
                module.body.append(statement)
    return module


def _imports(tree: ast.AST) -> dict[str, Node]:
    found: dict[str, Node] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            for name in node.names:
                found[name.asname or name.name] = (node.module, name.name)
    return found
