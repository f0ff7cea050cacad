"""Quotations: somebody's words set apart, and the words that say whose.

A speech in the press runs over paragraphs: each begins with an opening mark and only the
last has a closing one.
"""

import re
from collections.abc import Sequence

from answerable.reading.layout.lines import sentence_starts
from answerable.reading.layout.pieces import Hang, Piece, rekind

_OPENING = "\"“‘'«"
_DOUBLE = re.compile(r"[“”\"«»]")
_ENDS_QUOTED = re.compile(r"[\"”’'»][.,;)]?$")
_SPEECH = re.compile(r"[:,]\s*[\"“‘']")


def begins_quoted(text: str) -> bool:
    """The text begins with an opening quotation mark."""
    return text[:1] in _OPENING and len(text) > 1 and not text[1].isspace()


def left_open(text: str) -> bool:
    """A quotation that opened in this text is still open at its end."""
    is_open = False
    for found in _DOUBLE.finditer(text):
        sign = found.group()
        if sign == '"':
            after = text[found.end() : found.end() + 1]
            before = text[found.start() - 1 : found.start()]
            is_open = bool(after.strip()) and not before.strip(" ([—–-")
        else:
            is_open = sign in "“«"
    if is_open:
        return True
    # A single mark is also an apostrophe: only a whole paragraph that begins with one counts.
    return text[:1] == "‘" and "’" not in re.sub(r"(?<=\w)’(?=\w)", "", text)


def mark_quotations(pieces: Sequence[Piece]) -> list[Piece]:
    """Paragraphs that are quotations, each hung from the words that name its speaker."""
    result = list(pieces)
    speaker: Hang | None = None
    is_open = False
    for index, piece in enumerate(pieces):
        if piece.kind == "furniture":
            continue
        if piece.kind not in ("paragraph", "quotation"):
            speaker, is_open = None, False
            continue
        text = piece.text
        begins = begins_quoted(text)
        if begins and (is_open or left_open(text) or _ENDS_QUOTED.search(text[-5:])):
            result[index] = rekind(piece, "quotation", hang=speaker)
        elif not begins:
            speaker = _introduction(index, text)
        is_open = left_open(text)
        if begins and not is_open and not _ENDS_QUOTED.search(text[-5:]):
            speaker = None
    return result


def _introduction(index: int, text: str) -> Hang | None:
    """The words before an open quotation, or before a colon that announces one."""
    if text.endswith(":"):
        return Hang(index, sentence_starts(text)[-1], len(text))
    if '"' not in text and "“" not in text and "‘" not in text:
        return None
    last: re.Match[str] | None = None
    for found in _SPEECH.finditer(text):
        last = found
    if last is None or "”" in text[last.end() :] or '"' in text[last.end() :]:
        return None
    start = max(begin for begin in sentence_starts(text) if begin <= last.start())
    return Hang(index, start, last.start() + 1)
