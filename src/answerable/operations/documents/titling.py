"""What a document is called: by its title, never by the name of its file where it has one.

A title that somebody gave comes first; then the one the file carries, unless that is the name of a
file, an address or a program's own; then the first line at its head that has words enough to be
one: a heading that is no marking, no body's name, no numbered part, no kind of finding and no
usual part of a report, or a line that says what the paper is.
"""

import re
from collections.abc import Collection

from answerable.reading.layout.canonical_text import CanonicalText
from answerable.reading.layout.protective_marks import is_mark
from answerable.vocabulary import times

LEAST_WORDS, LONGEST = 2, 160
_LOOKED_AT = 40
"""Blocks from the top among which a title stands."""
_AT_THE_TOP = 6
"""Blocks among which a line that is no heading may say what the paper is."""
_FILE = re.compile(r"(?i)[^/\\]*\.(?:docx?|pdf|xlsx?|pptx?|odt|ods|rtf|html?)")
_ADDRESS = re.compile(r"(?i)(?:https?|file|about|data|blob):\S*|www\.\S+")
_OF_PROGRAMS = re.compile(
    r"(?i)(?:microsoft (?:word|excel|powerpoint) - .*|untitled.*|document ?\d*|powerpoint "
    r"presentation|title|word document|book ?\d*|presentation ?\d*)"
)


_PAPER = re.compile(r"(?i)(?:draft )?(?:minutes|agenda|notes|report|letter|response|plan)\b")
_PART = re.compile(r"(?i)(?:\d|(?:recommendation|chapter|part|item|annex|appendix)s? \d)")


_SAYS = re.compile(r"(?i)\b(?:inspection|report|review|minutes|assessment|re-?visit)\b")
"""What a line at the very top that is no sentence and no field says, where it names the paper."""
_FIELD = re.compile(r"(?i)(?:dates?|days?|types?|names?|numbers?|lead|status)\b[^:]{0,30}:")
_IN_A_REPORT = re.compile(
    r"(?i)(?:accelerated )?causes? of concern|areas? for improvement|(?:key )?recommendations?"
    r"|(?:innovative|promising|notable|good|effective) practice|(?:main|key|our|summary of) "
    r"(?:findings|judge?ments|conclusions)|(?:executive|overall) summary|about (?:us|the data|"
    r"this (?:report|inspection))|table of contents|what we found|next steps|introduction and .*"
)
"""A kind of finding or a part that many reports have: it names no paper."""


def title_of(
    text: CanonicalText, *, given: str | None, name: str | None, bodies: Collection[str] = ()
) -> str:
    """The title of a document. `given` by a person; `name` of its file, where nothing else is.

    `bodies`: names, in small letters, that head a paper and are not its title.
    """
    if given:
        return given
    if text.title and _is_title(text.title, name):
        return text.title
    return _head(text, bodies) or text.title or name or text.sha256[:12]


def apart(title: str, *, taken: Collection[str], day: str | None, name: str | None) -> str:
    """The title, told from those that are in use by its own day, else by the name of its file.

    `taken`: titles in small letters; `day`: of the meeting or of publication, in ISO form.

    >>> apart("Minutes of the board", taken={"minutes of the board"}, day="2026-05-14", name=None)
    'Minutes of the board, 14 May 2026'
    """
    if title.casefold() not in taken:
        return title
    dated = f"{title}, {times.in_words(day)}" if day else ""
    if dated and dated.casefold() not in taken:
        return dated
    file = (name or "").replace("\\", "/").rpartition("/")[2]
    return f"{dated or title} ({file})" if file else dated or title


def _is_title(words: str, name: str | None) -> bool:
    stem = (name or "").rpartition("/")[2].rpartition(".")[0].casefold()
    plain = " ".join(words.split())
    if stem and plain.casefold() in (stem, (name or "").casefold()):
        return False
    of_none = (_FILE, _ADDRESS, _OF_PROGRAMS)
    return not any(pattern.fullmatch(plain) for pattern in of_none)


def _head(text: CanonicalText, bodies: Collection[str]) -> str:
    """The first line of the head that may be a title; empty where there is none."""
    for number, block in enumerate(text.blocks[:_LOOKED_AT]):
        words = " ".join(text.exact(block).split())
        paper = number < _AT_THE_TOP and _names_a_paper(words)
        if not (block.kind == "heading" or paper) or not _may_be(words, bodies):
            continue
        return words
    return ""


def _names_a_paper(words: str) -> bool:
    if words.endswith((".", ",", ";")):
        return False
    return bool(_PAPER.match(words) or (_SAYS.search(words) and not _FIELD.match(words)))


def _may_be(words: str, bodies: Collection[str]) -> bool:
    enough = len(words.split()) >= LEAST_WORDS and len(words) <= LONGEST
    return enough and not (
        is_mark(words)
        or words.casefold() in bodies
        or _PART.match(words) is not None
        or _IN_A_REPORT.fullmatch(words.rstrip(":")) is not None
    )
