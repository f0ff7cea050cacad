"""Translations that are installed: files of gettext beside the code, read when first asked for.

`locale/cy/LC_MESSAGES/answerable.po` is read as the translator wrote it: nothing is compiled, and
a language is offered as soon as one sentence of it is there. A translation that leaves a value
out, or names one that the English sentence has not, is not used: a wrong place would be worse
than English. Format: GNU gettext, PO files, with its rule of plurals.
"""

import gettext
import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from string import Formatter

from answerable.vocabulary import language
from answerable.vocabulary.refusal import Refusal

DOMAIN = "answerable.po"
_KEYWORDS = ("msgctxt", "msgid_plural", "msgid", "msgstr")


class BadTranslation(Refusal):
    """A file of a translation that cannot be read."""

    code = "bad_translation"


@dataclass(frozen=True, slots=True)
class Entry:
    """One message of a file: English for one and for several, and its forms."""

    one: str
    many: str = ""
    forms: tuple[str, ...] = ()
    fuzzy: bool = False


@dataclass(frozen=True, slots=True)
class Translation:
    """The sentences of one language, and what it calls itself."""

    code: str
    name: str
    messages: Mapping[str, tuple[str, ...]]
    form: Callable[[int], int]

    def one(self, text: str) -> str:
        """A sentence; the English one where nobody has translated it."""
        found = self.messages.get(text)
        return found[0] if found else text

    def many(self, one: str, many: str, count: int) -> str:
        """The form that a count asks for."""
        found = self.messages.get(one)
        if not found:
            return one if count == 1 else many
        return found[min(self.form(count), len(found) - 1)]


@cache
def installed() -> Mapping[str, Translation]:
    """Every language that has at least one sentence, by its tag."""
    folder = files("answerable") / "locale"
    if not folder.is_dir():
        return {}
    found = (_of(one) for one in sorted(folder.iterdir(), key=lambda one: one.name))
    return {one.code: one for one in found if one and one.messages}


def spoken(code: str) -> AbstractContextManager[None]:
    """Tell what is made inside in a language; in English where that is not installed."""
    return language.spoken(installed().get(code))


def translation(code: str, text: str) -> Translation:
    """A language from the text of its file."""
    entries = list(read(text))
    head = _head(next((one.forms[0] for one in entries if not one.one and one.forms), ""))
    rule = head.get("Plural-Forms", "").partition("plural=")[2].rstrip("; \n")
    return Translation(
        code=code,
        name=head.get("X-Own-Name", code),
        messages={one.one: one.forms for one in entries if one.one and usable(one)},
        form=gettext.c2py(rule or "n != 1"),
    )


def usable(entry: Entry) -> bool:
    """Is every form there, checked by its translator, and with the values of the English?"""
    if entry.fuzzy or not entry.forms or not all(entry.forms):
        return False
    wanted = _values(entry.many or entry.one)
    may_lack = {"count"} if entry.many else set()
    found = [_values(form) for form in entry.forms]
    return wanted is not None and all(
        one is not None and one <= wanted and wanted - one <= may_lack for one in found
    )


def read(text: str) -> Iterator[Entry]:
    """The messages of a file in their order; its head is the one without English."""
    parts: dict[str, str] = {}
    fuzzy, key = False, ""
    for number, line in enumerate((*text.splitlines(), ""), start=1):
        if line.startswith("#~"):
            continue
        if (line.startswith(("#", "msgid ")) or not line) and any(
            name.startswith("msgstr") for name in parts
        ):
            yield _entry(parts, fuzzy=fuzzy)
            parts, fuzzy = {}, False
        if line.startswith("#"):
            fuzzy = fuzzy or (line.startswith("#,") and "fuzzy" in line)
        elif line.startswith('"'):
            parts[key] += _unquoted(line, number)
        elif line.startswith(_KEYWORDS):
            key, _, words = line.partition(" ")
            parts[key] = _unquoted(words, number)


def _unquoted(words: str, line: int) -> str:
    try:
        return str(json.loads(words))
    except ValueError:
        raise BadTranslation(
            f"Line {line} of the translation is not words in quotes. Put a quote at both ends, "
            "and a stroke before each quote in between."
        ) from None


def _entry(parts: Mapping[str, str], *, fuzzy: bool) -> Entry:
    forms = sorted(name for name in parts if name.startswith("msgstr"))
    return Entry(
        one=parts.get("msgid", ""),
        many=parts.get("msgid_plural", ""),
        forms=tuple(parts[name] for name in forms),
        fuzzy=fuzzy,
    )


def _of(folder: Traversable) -> Translation | None:
    file = folder / "LC_MESSAGES" / DOMAIN
    return translation(folder.name, file.read_text(encoding="utf-8")) if file.is_file() else None


def _head(text: str) -> dict[str, str]:
    lines = (line.partition(":") for line in text.splitlines())
    return {name.strip(): value.strip() for name, _, value in lines}


def _values(text: str) -> set[str] | None:
    """The names of the values in a sentence; None where its braces do not close."""
    if "{" not in text and "}" not in text:
        return set()
    try:
        return {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    except ValueError:
        return None
