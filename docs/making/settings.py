"""`settings.md`: what an installation can set, and what follows from it."""

import ast
import inspect
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

import answerable.config
from answerable.config import LOOPBACK, Config
from docs.making.markdown import code, first_paragraph, page, table

SOURCE = Path(__file__).parents[1] / "settings.toml"
DERIVED = Path(answerable.config.__file__).with_name("settings.py")


class _Asked(Mapping[str, str]):
    """An empty environment that remembers which variables were asked for."""

    def __init__(self) -> None:
        self.names: list[str] = []

    def __getitem__(self, name: str) -> str:
        self.names.append(name)
        raise KeyError(name)

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


def variables() -> list[str]:
    """The names of every variable that the configuration reads, in a stable order."""
    asked = _Asked()
    Config.read(asked)
    return sorted(set(asked.names))


def words() -> dict[str, dict[str, str]]:
    """What each variable is for: `means`, `default`."""
    return tomllib.loads(SOURCE.read_text(encoding="utf-8"))


def make() -> str:
    """The page."""
    told = words()
    return page(
        "Settings",
        "There is one home folder and no profile switch. The environment is read once, when "
        "the program starts; every other value follows from it.",
        table(
            ("Variable", "Default", "What it is"),
            (
                (code(name), told[name]["default"], told[name]["means"])
                for name in variables()
                if name in told
            ),
        ),
        "## What follows from the home folder",
        table(("Path", "What it is"), _paths()),
        "## When is the site only for this machine?",
        f"When `ANSWERABLE_HOSTS` names nothing but {', '.join(code(h) for h in LOOPBACK)}. "
        "Then the pages can be used to write, as a role of the demonstration, and a secret "
        "key is made and kept in the home folder. With any other name the site is read-only, "
        "cookies need HTTPS, and a secret key must be given.",
        "## Values of the web framework",
        "Fixed or derived in `src/answerable/settings.py`; nothing else sets them.",
        table(("Name", "Value"), _framework()),
        source="`src/answerable/config.py`, `src/answerable/settings.py` and `docs/settings.toml`",
    )


def _paths() -> Iterator[tuple[str, str]]:
    root = Path("/")  # made absolute on any machine in the same way
    example = Config(home=root / "HOME", hosts=LOOPBACK)
    for name, member in inspect.getmembers(Config, lambda m: isinstance(m, property)):
        try:
            value = getattr(example, name)
        except OSError:
            continue
        if isinstance(value, Path):
            yield code(value.relative_to(root).as_posix()), first_paragraph(member.__doc__)


def _framework() -> Iterator[tuple[str, str]]:
    for node in ast.parse(DERIVED.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Assign):
            targets = [ast.unparse(target) for target in node.targets]
            value = ast.unparse(node.value)
            shown = code(value) if len(value) <= 90 else "see the file"
            yield from ((code(t), shown) for t in targets if t.isupper())
