"""`commands.md`: every command, from the tree that the command itself runs.

Parts of the tree are told apart by what they have, not by a class: the parser brings its own.
"""

from collections.abc import Iterator
from enum import Enum
from typing import Any, Literal, get_args, get_origin

from typer.main import get_command

from answerable.cli import door
from answerable.cli.main import app
from docs.making.markdown import code, first_paragraph, page, table

SHARED = {
    "--home": "The home folder; else the setting `ANSWERABLE_HOME`.",
    "--json": "Print JSON.",
    "--by": "The office that acts, as `body/office`. Default: the demonstration's governance "
    "officer.",
    "--seen": "The number of the last entry that you had read. If somebody changed the same "
    "item since, the command is refused and both values are shown. Default: the head now.",
    "--command-key": "A key of your choice. The same key again acts once.",
    "--valid": "As at this date.",
    "--known": "As the record stood at this entry.",
    "--said": "What sources had published by this date.",
}

# What `--command-key` does not tell.
CHANGES = {
    "demo": "yes, once: a second run adds nothing",
    "read": "yes, it keeps the file; no with `--format`, and no for pasted text (`-`)",
    "reject": "no: only the list of what waits",
    "rebuild": "no: only the tables of the pages; with `--check` nothing",
    "restore": "no: it fills an empty folder",
    "checkpoint": "no: it signs what is there",
}

CODES = (
    (door.DONE, "Done."),
    (
        door.DOES_NOT_HOLD,
        "Checked, and it does not hold: for example `verify` found a change, or `witness` a log "
        "that did more than grow.",
    ),
    (door.REFUSED, "Refused, or wrong usage. One sentence says what to do instead."),
    (door.DEFECT, "A defect of Answerable. Nothing was half written; please report it."),
)


def commands() -> Iterator[tuple[str, Any]]:
    """Every command by its full name, such as `back-up`, in the order of the help."""
    yield from _below(get_command(app), "")


def make() -> str:
    """The page."""
    found = list(commands())
    return page(
        "Commands",
        "Run them as `.venv/bin/answerable COMMAND`. `answerable COMMAND --help` says the same "
        "as this page.",
        table(
            ("Command", "Options", "What it does", "Changes the record"),
            (
                (
                    f"[{code(name)}](#{name.replace(' ', '-')})",
                    " ".join(code(o) for o in _own(command)),
                    first_paragraph(command.help),
                    changes(name, command),
                )
                for name, command in found
            ),
        ),
        "## Exit codes",
        table(("Code", "Means"), ((str(number), words) for number, words in CODES)),
        "## Options that many commands share",
        table(("Option", "What it does"), ((code(o), words) for o, words in SHARED.items())),
        *(_section(name, command) for name, command in found),
        source="`src/answerable/cli/`",
    )


def changes(name: str, command: Any) -> str:
    """Whether a command can add to the record: those that act once have a key."""
    if name in CHANGES:
        return CHANGES[name]
    keyed = any("--command-key" in p.opts for p in command.params)
    return "yes" if keyed else "no"


def _below(command: Any, name: str) -> Iterator[tuple[str, Any]]:
    if hasattr(command, "commands"):
        for word, below in command.commands.items():
            yield from _below(below, f"{name} {word}".strip())
    else:
        yield name, command


def _options(command: Any) -> list[Any]:
    return [p for p in command.params if p.param_type_name == "option" and p.name != "help"]


def _own(command: Any) -> list[str]:
    return [p.opts[0] for p in _options(command) if p.opts[0] not in SHARED]


def _section(name: str, command: Any) -> str:
    shared = [code(p.opts[0]) for p in _options(command) if p.opts[0] in SHARED]
    arguments = [p for p in command.params if p.param_type_name == "argument"]
    words = " ".join([name, *(_metavar(p) for p in arguments)])
    own = [p for p in _options(command) if p.opts[0] not in SHARED]
    rows = [
        *((code(_metavar(p)), getattr(p, "help", None) or "") for p in arguments),
        *((code(f"{p.opts[0]} {_value(p)}".strip()), _help(p)) for p in own),
    ]
    paragraphs = [" ".join(part.split()) for part in (command.help or "").split("\n\n")]
    parts = [
        f"## {name}",
        code(f"answerable {words}"),
        *paragraphs,
        table(("Word or option", "What it is"), rows) if rows else "",
        f"Shared: {', '.join(shared)}." if shared else "",
    ]
    return "\n\n".join(part for part in parts if part)


def _metavar(parameter: Any) -> str:
    word = parameter.metavar or _choices(parameter) or parameter.name.upper()
    return str(word) if parameter.required else f"[{word}]"


def _value(option: Any) -> str:
    if option.is_flag:
        return ""
    return str(option.metavar or _choices(option) or option.name.upper())


def _choices(parameter: Any) -> str:
    """The words that an enumeration or a literal allows, else nothing."""
    kind = parameter.type_descriptor.annotation
    given = get_args(kind) if get_origin(kind) is Literal else ()
    if isinstance(kind, type) and issubclass(kind, Enum):
        given = tuple(member.value for member in kind)
    return "|".join(map(str, given))


def _help(option: Any) -> str:
    return f"{option.help or ''}{' Required.' if option.required else ''}".strip()
