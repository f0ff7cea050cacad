"""Every command, setting, fact, field, rule, route and measure is described.

The names are looked up here by another way than the one that makes the pages, so that a maker
which forgets something is found too. A failing test prints what is missing.
"""

import inspect
import re
from importlib.resources import files

import pytest
from django.urls import URLPattern, URLResolver, get_resolver
from docs.making import commands, glossary, records, settings
from typer.main import get_command

from answerable.cli import door
from answerable.cli.main import app
from answerable.reading.records import FIELDS
from answerable.vocabulary import facts
from answerable.vocabulary.fact_base import Fact
from tests.docs.written import REFERENCE, ROOT, reference

SOURCE = ROOT / "src" / "answerable"


def test_every_command_and_option() -> None:
    page = reference("commands.md")
    missing = [
        f"{name} {option}"
        for name, command in get_command(app).commands.items()  # type: ignore[attr-defined]  # a group
        for option in [p.opts[0] for p in command.params if p.opts[0].startswith("--")]
        if f"\n## {name}\n" not in page or f"`{option}" not in page
    ]
    assert missing == []


def test_every_command_says_what_it_does_and_so_does_every_option() -> None:
    found = list(commands.commands())
    assert len(found) > 25
    assert [name for name, command in found if not command.help] == []
    assert [
        f"{name} {p.opts[0]}"
        for name, command in found
        for p in command.params
        if p.param_type_name == "option" and not p.help
    ] == []


def test_what_a_command_changes_is_told_only_of_commands_that_exist() -> None:
    names = {name for name, _ in commands.commands()}
    assert set(commands.CHANGES) <= names
    shared = {p.opts[0] for _, command in commands.commands() for p in command.params}
    assert set(commands.SHARED) <= shared


def test_every_exit_code() -> None:
    codes = (door.DONE, door.DOES_NOT_HOLD, door.REFUSED, door.DEFECT)
    assert codes == (0, 1, 2, 70)
    page = reference("commands.md")
    assert [code for code in codes if f"| {code} | " not in page] == []


def test_every_setting() -> None:
    """Whatever the code names as a variable of the environment."""
    named = {
        name
        for path in SOURCE.rglob("*.py")
        for name in re.findall(r"ANSWERABLE_[A-Z_]*[A-Z]", path.read_text(encoding="utf-8"))
    }
    assert named >= {"ANSWERABLE_HOME", "ANSWERABLE_HOSTS"}
    page = reference("settings.md")
    assert [name for name in sorted(named) if f"| `{name}` |" not in page] == []
    assert set(settings.variables()) == set(settings.words())


def test_every_type_of_fact_and_every_field() -> None:
    page = reference("facts.md")
    classes = [
        cls
        for _, cls in inspect.getmembers(facts, inspect.isclass)
        if issubclass(cls, Fact) and cls is not Fact
    ]
    assert len(classes) > 40
    lines = {line.split("|")[1].strip(" `"): line for line in page.splitlines() if "|" in line}
    missing = [
        f"{cls.__name__}.{name}"
        for cls in classes
        for name in cls.field_names()
        if f"`{name}`" not in lines.get(cls.__name__, "") + lines.get(name, "")
    ]
    assert missing == []
    assert [cls.__name__ for cls in classes if not inspect.getdoc(cls)] == []


def test_every_kind_of_record_and_every_field() -> None:
    told = records.words()
    assert [kind for kind in FIELDS if kind not in told["kind"]] == []
    assert [
        f"{kind}.{name}"
        for kind, names in FIELDS.items()
        for name in names
        if not records.field_words(kind, name)
    ] == []
    known = {name for names in FIELDS.values() for name in names}
    full = {f"{kind}.{name}" for kind, names in FIELDS.items() for name in names}
    left = [name for name in told["field"] if name not in known | full]
    assert left == [], "described, and no longer there"


def test_every_route_with_its_words() -> None:
    page = reference("routes.md")
    found = [pattern for pattern in _patterns(get_resolver().url_patterns) if pattern.name]
    assert len(found) > 20
    assert [p.name for p in found if f"| `{p.name}` |" not in page] == []
    assert [p.name for p in found if not p.callback.__doc__] == []


@pytest.mark.parametrize("name", ["report", "read", "move"])
def test_a_page_with_a_form_is_told_apart(name: str) -> None:
    (line,) = (x for x in reference("routes.md").splitlines() if x.endswith(f"| `{name}` |"))
    assert "| yes |" in line


def test_every_measure_says_what_it_cannot_show() -> None:
    page = reference("measures.md")
    folder = files("answerable") / "catalogue" / "measures"
    ids = sorted(f.name.removesuffix(".toml") for f in folder.iterdir() if f.name != "README.md")
    assert len(ids) > 5
    assert [name for name in ids if f"Id: `{name}`" not in page] == []
    assert page.count("**What it cannot show.**") == len(ids)


def test_every_rule_has_a_page_with_all_its_rows() -> None:
    tables = sorted((ROOT / "tests" / "spec" / "tables").glob("*.toml"))
    assert len(tables) > 5
    for table in tables:
        rows = table.read_text(encoding="utf-8").count("[[row]]")
        page = (REFERENCE / "rules" / f"{table.stem}.md").read_text(encoding="utf-8")
        shown = [line for line in page.splitlines() if line.startswith("| ")]
        assert len(shown) == rows + 1, table.stem


def test_no_word_is_explained_twice() -> None:
    words = [term["word"] for group in glossary.groups() for term in group["term"]]
    assert len(words) > 60
    assert sorted(words) == sorted(set(words))


def _patterns(patterns: list[URLPattern | URLResolver]) -> list[URLPattern]:
    found: list[URLPattern] = []
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            found += _patterns(pattern.url_patterns)
        else:
            found.append(pattern)
    return found
