"""Sentences that can be translated, from code and templates: `locale/answerable.pot`.

A sentence is what stands in `say("…")`, `say_many("…", "…")`, `marked("…")` or `plural("…")` of
code, and in `{% say %}`, `{% sentence %}` or `"…"|told` of a template. The file names the modules
where a sentence stands and no lines, so that it changes only where words change.
"""

import ast
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from answerable.operations.languages import Entry, read
from answerable.scrutiny.phrases import several

SOURCE = Path(__file__).parents[2] / "src" / "answerable"
LOCALE = SOURCE / "locale"
POT = LOCALE / "answerable.pot"
MARKS = frozenset({"say", "say_many", "marked", "plural"})
_SAID = re.compile(r"""\{% say (["'])(.*?)\1 %\}|(["'])([^"']*)\3\|told\b""")
_SENTENCE = re.compile(r"\{% sentence %\}(.*?)\{% endsentence %\}", re.DOTALL)
_VALUE = re.compile(r"\{\{(.*?)\}\}")
_HEAD = (
    "Project-Id-Version: answerable\n"
    "Language: {code}\n"
    "MIME-Version: 1.0\n"
    "Content-Type: text/plain; charset=UTF-8\n"
    "Content-Transfer-Encoding: 8bit\n"
    "Plural-Forms: {plural}\n"
    "X-Own-Name: {name}\n"
)
PLURALS: Mapping[str, tuple[str, str]] = {
    # The six forms of Welsh, as the Unicode Common Locale Data Repository counts them.
    "cy": (
        "Cymraeg",
        "nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n==3 ? 3 : n==6 ? 4 : 5;",
    ),
}
OTHERS = "nplurals=2; plural=n != 1;"


@dataclass(slots=True)
class Message:
    """One sentence: its form for several, and the files in which it stands."""

    many: str = ""
    places: set[str] = field(default_factory=set)


def messages() -> dict[str, Message]:
    """Every sentence of the site, sorted."""
    found: dict[str, Message] = defaultdict(Message)
    for file in sorted(SOURCE.rglob("*.py")):
        text = file.read_text(encoding="utf-8")
        if any(f"{mark}(" in text for mark in MARKS):
            for one, many in of_code(ast.parse(text)):
                _add(found, file, one, many)
    for file in sorted((SOURCE / "web" / "templates").rglob("*.html")):
        for one in of_template(file.read_text(encoding="utf-8")):
            _add(found, file, one, "")
    return dict(sorted(found.items()))


def of_code(tree: ast.AST) -> Iterator[tuple[str, str]]:
    """The sentences of a module, each with its form for several or “”."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or _called(node) not in MARKS:
            continue
        given = [a.value for a in node.args if isinstance(a, ast.Constant)]
        words = [value for value in given if isinstance(value, str)]
        if not words:
            continue
        if _called(node) == "plural":
            yield words[0], several(words[0])
        elif _called(node) == "say_many":
            yield words[0], words[1]
        else:
            yield words[0], ""


def of_template(text: str) -> Iterator[str]:
    """The sentences of a template, with the names that its values have in braces."""
    for _, fixed, _, handed in _SAID.findall(text):
        yield fixed or handed
    for sentence in _SENTENCE.findall(text):
        taken: set[str] = set()
        parts = []
        for number, part in enumerate(_VALUE.split(sentence)):
            escaped = part.replace("{", "{{").replace("}", "}}")
            parts.append(_name(part, taken) if number % 2 else escaped)
        yield " ".join("".join(parts).split())


def pot(found: Mapping[str, Message]) -> str:
    """The file that a new translation begins with."""
    return _file(found, {}, code="", kept=())


def po(found: Mapping[str, Message], old: str, *, code: str) -> str:
    """A translation brought up to date; what no longer stands anywhere waits at its end."""
    entries = {one.one: one for one in read(old) if one.one}
    kept = [line for line in old.splitlines() if line.startswith("#~")]
    for one in sorted(entries.keys() - found.keys()):
        if any(entries[one].forms):
            kept += [f"#~ msgid {_quoted(one)}", f"#~ msgstr {_quoted(entries[one].forms[0])}"]
    return _file(found, entries, code=code, kept=kept)


def _file(
    found: Mapping[str, Message],
    entries: Mapping[str, Entry],
    *,
    code: str,
    kept: tuple[str, ...] | list[str],
) -> str:
    name, plural = PLURALS.get(code, (code, OTHERS))
    head = _HEAD.format(code=code, plural=plural, name=name)
    forms = int(plural.partition("nplurals=")[2].partition(";")[0])
    lines = ['msgid ""', 'msgstr ""']
    lines += [f'{_quoted(line)[:-1]}\\n"' for line in head.splitlines()]
    for one, message in found.items():
        entry = entries.get(one)
        lines += ["", *(f"#: {place}" for place in sorted(message.places))]
        flags = ["fuzzy"] if entry and entry.fuzzy else []
        flags += ["python-brace-format"] if "{" in one else []
        lines += [f"#, {', '.join(flags)}"] if flags else []
        lines.append(f"msgid {_quoted(one)}")
        said = entry.forms if entry else ()
        if message.many:
            lines.append(f"msgid_plural {_quoted(message.many)}")
            said = (*said, *[""] * forms)[:forms]
            lines += [f"msgstr[{n}] {_quoted(words)}" for n, words in enumerate(said)]
        else:
            lines.append(f"msgstr {_quoted(said[0] if said else '')}")
    return "\n".join([*lines, *(["", *kept] if kept else []), ""])


def _add(found: dict[str, Message], file: Path, one: str, many: str) -> None:
    if not one.strip():
        return
    message = found[one]
    message.many = message.many or many
    message.places.add(file.relative_to(SOURCE.parents[1]).as_posix())


def _called(node: ast.Call) -> str:
    func = node.func
    if isinstance(func, ast.Attribute):  # `door.say` prints, and marks nothing
        return func.attr if getattr(func.value, "id", "") in ("language", "phrases") else ""
    return getattr(func, "id", "")


def _name(expression: str, taken: set[str]) -> str:
    """As `web/templatetags/language.py` names a value; a test holds the two together."""
    name = expression.partition("|")[0].strip().rpartition(".")[2]
    name = name if name.isidentifier() else "value"
    while name in taken:
        name += "_"
    taken.add(name)
    return f"{{{name}}}"


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
