"""What a document is called: by its title, never by the name of its file where it has one.

A title that somebody gave comes first; then the one the file carries, unless that is the name of a
file or a program's own; then the first heading that has words enough to be one.
"""

import re

from answerable.reading.layout.canonical_text import CanonicalText
from answerable.reading.layout.protective_marks import is_mark

LEAST_WORDS, LONGEST = 2, 160
_LOOKED_AT = 40
"""Blocks from the top among which a title stands."""
_FILE = re.compile(r"(?i)[^/\\]*\.(?:docx?|pdf|xlsx?|pptx?|odt|ods|rtf|html?)")
_OF_PROGRAMS = re.compile(
    r"(?i)(?:microsoft (?:word|excel|powerpoint) - .*|untitled.*|document ?\d*|powerpoint "
    r"presentation|title|word document|book ?\d*|presentation ?\d*)"
)


def title_of(text: CanonicalText, *, given: str | None, name: str | None) -> str:
    """The title of a document. `given` by a person; `name` of its file, where nothing else is."""
    if given:
        return given
    if text.title and _is_title(text.title, name):
        return text.title
    return _heading(text) or text.title or name or text.sha256[:12]


def _is_title(words: str, name: str | None) -> bool:
    stem = (name or "").rpartition("/")[2].rpartition(".")[0].casefold()
    plain = " ".join(words.split())
    if stem and plain.casefold() in (stem, (name or "").casefold()):
        return False
    return not (_FILE.fullmatch(plain) or _OF_PROGRAMS.fullmatch(plain))


def _heading(text: CanonicalText) -> str:
    """The first heading with words enough; empty where there is none."""
    for block in text.blocks[:_LOOKED_AT]:
        words = " ".join(text.exact(block).split())
        if block.kind != "heading" or len(words) > LONGEST or is_mark(words):
            continue
        if len(words.split()) >= LEAST_WORDS:
            return words
    return ""
