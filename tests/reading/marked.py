"""Ordinary prose of public papers, in which few passages are records; those are marked in place.

The sample documents are dense with records, and a likeness that is learnt from them alone takes
far too much of a long report, a decision or a story for one. Likeness learns from passages and
from nothing else, so these texts need no files of seven formats, no fields and no second folder
of labels. `corpus/ordinary/*.txt` hold one document after the other: a line `=== name | title`
begins each; `{r:…}`, `{c:…}`, `{i:…}`, `{a:…}` and `{m:…}` mark what is recommended, a cause of
concern, an area for improvement, an action and a commitment.
Nothing here measures the reader: these texts were written to teach.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from answerable.reading.formats import canonical
from answerable.reading.layout.canonical_text import CanonicalText
from tests.reading.corpus import Anchor
from tests.reading.score import Line

KINDS = {
    "r": "recommendation",
    "c": "cause_of_concern",
    "i": "area_for_improvement",
    "a": "action",
    "m": "commitment",
}
_DOCUMENT = re.compile(r"^=== *([^|\n]+?) *\| *(.*)$", re.MULTILINE)
_MARK = re.compile(r"\{([rciam]):([^{}]*)\}")


class BadMarks(ValueError):
    """A mark that is not closed, stands within another or has no letter of a kind."""


@dataclass(frozen=True)
class Marked:
    """One document, and its labels in the canonical text."""

    name: str
    title: str | None
    text: CanonicalText
    gold: list[Line]


def documents(path: Path) -> Iterator[Marked]:
    """The documents of a file of marked texts. BadMarks names the first that is wrong."""
    told = path.read_text(encoding="utf-8")
    heads = list(_DOCUMENT.finditer(told))
    ends = [*(head.start() for head in heads[1:]), len(told)]
    for head, end in zip(heads, ends, strict=True):
        name, title = head.groups()
        yield _marked(f"{path.stem}/{name}", title or None, told[head.end() : end].strip())


def _marked(name: str, title: str | None, told: str) -> Marked:
    plain, rows, after = "", [], 0
    for mark in _MARK.finditer(told):
        plain += told[after : mark.start()]
        quote = {"start": len(plain), "end": len(plain) + len(mark[2]), "exact": mark[2]}
        rows.append({"kind": KINDS[mark[1]], "quote": quote, "fields": {}})
        plain, after = plain + mark[2], mark.end()
    plain += told[after:]
    if "{" in plain or "}" in plain:
        raise BadMarks(f"{name}: a mark is not closed, or stands within another.")
    text = canonical(plain.encode(), media_type="text/plain", name=f"{name}.txt")
    anchor = Anchor(plain, text.text)
    return Marked(name, title, text, [anchor.line(row) for row in rows])
