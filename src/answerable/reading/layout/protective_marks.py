"""The protective mark that a document bears: OFFICIAL-SENSITIVE, SECRET or TOP SECRET.

Government Security Classifications Policy (Cabinet Office): the mark stands in capitals at the
top and the foot of each page, in the subject of an e-mail, or behind a label. Words of the text
that speak of a mark are none.
"""

import re
from collections.abc import Iterator

from answerable.reading.layout.canonical_text import Block, CanonicalText
from answerable.vocabulary.refusal import Refusal

SENSITIVE, SECRET, TOP_SECRET = "OFFICIAL-SENSITIVE", "SECRET", "TOP SECRET"
_ORDER = (SENSITIVE, SECRET, TOP_SECRET)
_MARK = (
    r"(?P<mark>TOP SECRET|SECRET|OFFICIAL ?[-–—: ] ?SENSITIVE|[Oo]fficial ?[-–—: ] ?[Ss]ensitive)"
)
_CAVEAT = (
    r"(?:[\s\d\-–—:/,.()\[\]|]|UK EYES ONLY|EYES ONLY|STRAP|LOCSEN|PERSONAL|DATA|COMMERCIAL|"
    r"OPERATIONAL|LEGAL|PRIVILEGED?|POLICE|RECIPIENTS|ORGANISATIONAL|HMG|USE|ONLY|WHEN COMPLETE|"
    r"ONCE COMPLETED?|[Pp]age|PAGE|of|OF)*"
)
_LABEL = (
    r"(?:(?:(?:[Gg]overnment )?[Ss]ecurity |[Pp]rotective |GSC )?"
    r"(?:[Cc]lassification|[Mm]arking|GSC|CLASSIFICATION|MARKING) ?: ?)?"
)
_ALONE = re.compile(rf"{_LABEL}[\[(]?(?:UK |HMG )?{_MARK}\b{_CAVEAT}")
_SUBJECT = re.compile(rf"Subject: ?(?:(?:[Ff]w|[Rr]e|FW|RE|Fwd): ?)?[\[(]?{_MARK} ?[\])\-–—:/]")
_RUNNING = re.compile(rf"(?:^{_MARK}\b|\b(?P<last>TOP SECRET|SECRET|OFFICIAL[- ]SENSITIVE)$)")
_TITLED = re.compile(
    rf"(?P<before>.{{1,100}}\s[-–—|]\s)?{_LABEL}[\[(]?(?:UK |HMG )?{_MARK}[\])]?"
    r"(?:\s[-–—|]\s.{1,100})?"
)
"""Between the parts of a title: “Action log – OFFICIAL-SENSITIVE – as at 20 November 2026”."""
_MARKS = re.compile(r"\b(?:OFFICIAL|SECRET)\b", re.IGNORECASE)
_HEAD, _FOOT = 8, 4
"""Blocks at the beginning and the end of a document that may hold its mark."""


class MarkedSecret(Refusal):
    """A document above OFFICIAL: it is neither read nor kept."""

    code = "marked-secret"


def mark_of(text: CanonicalText) -> str:
    """The highest mark that a document bears; empty for none."""
    found = [mark for mark in _marks(text) if mark]
    return max(found, key=_ORDER.index, default="")


def is_mark(words: str) -> bool:
    """Are these words a protective marking and nothing else?

    >>> is_mark("OFFICIAL-SENSITIVE"), is_mark("An official answer")
    (True, False)
    """
    return _ALONE.fullmatch(words) is not None


def refuse_secret(text: CanonicalText) -> None:
    """Refuse a document that no system for OFFICIAL may hold."""
    mark = mark_of(text)
    if mark in (SECRET, TOP_SECRET):
        raise MarkedSecret(
            f"The file is marked {mark}, so nothing of it was read or kept. If the mark is right, "
            "tell your security officer that the file reached this machine; if it is wrong, hand "
            "in a copy without it."
        )


def _marks(text: CanonicalText) -> Iterator[str]:
    last = len(text.blocks) - _FOOT
    for number, block in enumerate(text.blocks):
        if block.kind == "furniture" and block.page is not None:
            yield _of(_RUNNING.search(text.exact(block)))
        elif number < _HEAD or number >= last or block.kind == "furniture":
            words = _words(text, block)
            yield _of(_ALONE.fullmatch(words)) or _of(_SUBJECT.match(text.exact(block)))
            if number < _HEAD:
                yield _titled(words)


def _titled(words: str) -> str:
    """The mark among the parts of a title; one that begins with “SECRET” may be of a matter."""
    found = _TITLED.fullmatch(words)
    if found is None or len(_MARKS.findall(words)) > 1:
        return ""
    mark = _of(found)
    return mark if found["before"] or mark == SENSITIVE else ""


def _words(text: CanonicalText, block: Block) -> str:
    """The words of a block; of a row, those of its one cell that holds any."""
    if block.kind != "row":
        return text.exact(block)
    filled = [words for cell in block.cells if (words := text.exact(cell))]
    return filled[0] if len(filled) == 1 else ""


def _of(found: re.Match[str] | None) -> str:
    if found is None:
        return ""
    mark = (found["mark"] or found.groupdict().get("last") or "").upper()
    return SENSITIVE if mark.startswith("OFFICIAL") else mark
