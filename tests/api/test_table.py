"""The table of commands holds every operation that changes anything, or says why not."""

import ast
from functools import cache

from answerable.operations import commands, tokens
from answerable.operations.commands import COMMANDS, DOOR, GROUPS, LEFT_OUT, records
from answerable.web.api import schemas
from answerable.web.api.calling import body_of
from answerable.web.api.routes import description, interface
from tests.architecture.reach import PACKAGE, Source

FOLDER = "answerable.operations"
ONLY_READ = frozenset(
    (
        *("documents.reading_runs.how_far", "findings.asked.earlier"),
        *("findings.findings.difference", "measures.upload_runs.how_far"),
        *("measures.uploads.header", "measures.uploads.look_at", "measures.uploads.held_already"),
        *("output.exporting.export", "plans.log_export.export_log", "plans.action_log.compared"),
        *("plans.action_log.held_back", "plans.explanations.kept_explanations"),
        *("plans.import_runs.how_far", "rights.accounts.every", "rights.inviting.waiting"),
        *("rights.markings.every", "rights.markings.fields_of", "rights.panel_links.every"),
        *("rights.panel_links.openings", "rights.privacy.counts", "rights.readings.lines"),
    )
)
"""What a role may look at or take away, and that changes nothing here."""
GUARD = (f"{FOLDER}.access", "require")


def changing() -> set[str]:
    """`module.function` of every public function under operations that takes a command's key, and
    of every one that somebody calls and an access check guards, unless it only reads."""
    source = Source()
    found = {
        f"{module}.{name}".removeprefix(f"{FOLDER}.")
        for module, name in source.functions(FOLDER)
        if module != commands.__name__
        and not module.startswith(f"{FOLDER}.pages.")
        and "by" in (said := _keywords(module, name))
        and ({"at", "key", "seen"} <= said or GUARD in source.reached((module, name)))
    }
    assert found >= ONLY_READ, "what is no longer there leaves the list"
    return found - ONLY_READ


def _keywords(module: str, name: str) -> set[str]:
    return _functions(module).get(name, set())


@cache
def _functions(module: str) -> dict[str, set[str]]:
    path = PACKAGE.parent / f"{module.replace('.', '/')}.py"
    if not path.exists():
        path = path.with_suffix("") / "__init__.py"
    return {
        node.name: {argument.arg for argument in node.args.kwonlyargs}
        for node in ast.parse(path.read_text("utf-8")).body
        if isinstance(node, ast.FunctionDef)
    }


def test_every_operation_that_changes_anything_is_called_by_programs_or_says_why_not() -> None:
    called = {
        f"{c.do.__module__}.{c.do.__name__}".removeprefix(f"{FOLDER}.") for c in COMMANDS.values()
    }
    found = changing()
    assert len(found) > 130
    assert found - called - set(LEFT_OUT) == set()
    assert set(LEFT_OUT) - found == set(), "a reason that is no longer needed leaves the table"
    assert called & set(LEFT_OUT) == set()


def test_each_name_means_one_thing() -> None:
    assert sum(len(every) for every in GROUPS.values()) == len(COMMANDS)
    assert len(tokens.SCOPES) == len(set(tokens.SCOPES))


def test_every_parameter_is_asked_for_and_those_of_the_door_are_not() -> None:
    for command in COMMANDS.values():
        fields = set(body_of(command.name).model_fields)
        assert not fields & DOOR
        node = _keywords(command.do.__module__, command.do.__name__)
        assert fields == node - DOOR - command.without, command.name


def test_every_command_is_described_with_its_words_and_no_shape_stands_for_two() -> None:
    told = description(interface())
    for command in COMMANDS.values():
        operation = told["paths"][f"/api/v1/commands/{command.name}"]["post"]
        assert operation["summary"], command.name
        answers = set(operation["responses"])
        assert {"200", "401", "403", "412", "422", "428", "429"} <= answers
        assert ("201" in answers) == records(command.do), command.name
    titles = [body_of(name).__name__ for name in COMMANDS]
    shared = set(titles) & {shape.__name__ for shape in schemas.TABLES.values()}
    assert len(titles) == len(set(titles))
    assert not shared
