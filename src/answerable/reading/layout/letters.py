"""Letters and minutes: address lines, sign-off, and who was present."""

import re
from collections.abc import Sequence
from dataclasses import replace

from answerable.reading.layout.lines import is_date, marker
from answerable.reading.layout.pieces import Hang, Piece, rekind

_ADDRESS_KEY = re.compile(
    r"from|to|cc|bcc|copy(?: to)?|copied to|sent to|for the attention of|fao", re.IGNORECASE
)
_SALUTATION = re.compile(r"(?:Dear|To whom it may concern)\b.{0,80}", re.IGNORECASE)
_CLOSE = re.compile(
    r"(?:yours (?:sincerely|faithfully|truly)|(?:kind|best|warm) (?:regards|wishes)|regards|"
    r"with best wishes)[,.]?",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"(?:re|subject|(?:our |your )?ref(?:erence)?|dated?|published|updated)\b", re.IGNORECASE
)
_PRESENT = re.compile(
    r"(?:(?:members?|officers?|those|also|others?|panel members?|core members?|public|staff) )?"
    r"(?:(?:in )?attend(?:ance|ees|ing)|(?:not )?present|apologies(?: for absence|"
    r" received)?(?: from)?|absent|"
    r"attendance list|list of attendees|participants|copied to|invit(?:ed|ees)|chair(?:ed by|"
    r"person)?|members|"
    r"officers|minutes? (?:taken )?by|note[- ]taker|observers?|by invitation)"
    r"(?: (?:at the meeting|via teams|online|virtually|remotely|were))?(?: \([^()]{0,40}\))?",
    re.IGNORECASE,
)
_ALONE = re.compile(
    r"(?:members|officers|chair(?:ed by|person)?|copied to|minutes? (?:taken )?by|note[- ]taker)",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"^(?:\d{1,2}[.)]?\s+)")
_APOLOGIES = re.compile(
    r"apologies(?: for absence)? (?:were|was|had been|have been)\b", re.IGNORECASE
)
_CLAUSE = re.compile(
    r"\b(?:should|will|must|was|were|agreed|noted|reported|asked|said|is|are|that|has|have)\b",
    re.IGNORECASE,
)
_LONGEST_PRESENT = 160  # characters of the words that open a list of names
_LETTER_TOP = 40  # pieces before a salutation that may be its letterhead


def mark_letterhead(pieces: Sequence[Piece]) -> list[Piece]:
    """From / To / Cc lines, address lines above "Dear …", names under "Yours sincerely"."""
    result = list(pieces)
    for index, piece in enumerate(pieces):
        if piece.kind == "key_value" and _ADDRESS_KEY.fullmatch(piece.cells[0]):
            result[index] = rekind(piece, "letterhead")
    for index, piece in enumerate(pieces):
        if piece.kind in ("paragraph", "heading") and _SALUTATION.fullmatch(piece.text):
            _mark_address(pieces, result, index)
        elif piece.kind in ("paragraph", "heading") and _CLOSE.fullmatch(piece.text):
            _mark_sign_off(pieces, result, index)
    return result


def _mark_address(pieces: Sequence[Piece], result: list[Piece], dear: int) -> None:
    for index in range(dear - 1, max(-1, dear - _LETTER_TOP), -1):
        piece = pieces[index]
        if piece.kind in ("row", "quotation") or piece.stated or len(piece.text) > 160:
            break
        if piece.kind in ("paragraph", "heading", "item") and _is_address_line(piece.text):
            result[index] = replace(piece, kind="letterhead", level=0, cells=())


def _is_address_line(text: str) -> bool:
    return (
        len(text) <= 90
        and not text.endswith((".", ":", ";", "?"))
        and not is_date(text)
        and not _SUBJECT.match(text)
        and not _CLAUSE.search(text)
    )


def _mark_sign_off(pieces: Sequence[Piece], result: list[Piece], close: int) -> None:
    for index in range(close + 1, min(len(pieces), close + 8)):
        piece = pieces[index]
        if piece.kind in ("paragraph", "heading") and _is_address_line(piece.text):
            hang = Hang(close, 0, len(pieces[close].text))
            result[index] = replace(piece, kind="letterhead", level=0, cells=(), hang=hang)
        elif piece.kind not in ("key_value", "furniture"):
            return


def mark_attendance(pieces: Sequence[Piece]) -> list[Piece]:
    """Who was present, or sent apologies: the words above, and each name below them.

    A numbered agenda heading ("1. Apologies for absence") opens a list of names only if
    names follow it.
    """
    result = list(pieces)
    hang: Hang | None = None
    for index, piece in enumerate(pieces):
        if piece.kind == "furniture":
            continue
        found = _opening(pieces, index)
        if found is not None:
            # "Chair: Jo Bloggs" says it all; "Present: Jo Bloggs" may go on below.
            alone = piece.kind == "key_value" and _ALONE.fullmatch(piece.cells[0])
            hang = None if alone else found
            numbered = piece.kind in ("heading", "item") and marker(piece.text) is not None
            if not numbered:
                result[index] = replace(piece, kind="attendance", level=0, hang=None)
        elif hang is not None and piece.kind == "row":
            result[index] = replace(piece, hang=hang)
        elif hang is not None and _is_person_line(piece):
            result[index] = replace(piece, kind="attendance", level=0, hang=hang)
        else:
            hang = None
            if piece.kind == "paragraph" and _APOLOGIES.match(piece.text):
                result[index] = rekind(piece, "attendance")
    return result


def _opening(pieces: Sequence[Piece], index: int) -> Hang | None:
    """The words that open a list of names, if this piece holds them."""
    piece = pieces[index]
    if piece.kind == "key_value":
        key = piece.cells[0]
        return Hang(index, 0, len(key)) if _PRESENT.fullmatch(key) else None
    if piece.kind not in ("heading", "paragraph", "item") or len(piece.text) > _LONGEST_PRESENT:
        return None
    offset = found.end() if (found := _NUMBERED.match(piece.text)) else 0
    words = piece.text[offset:].rstrip(":").rstrip()
    if not _PRESENT.fullmatch(words):
        return None
    following = next((p for p in pieces[index + 1 : index + 3] if p.kind != "furniture"), None)
    if following is None:
        return None
    names_follow = _is_person_line(following) or (
        following.kind == "row" and not _ALONE.fullmatch(words)
    )
    return Hang(index, offset, offset + len(words)) if names_follow else None


def _is_person_line(piece: Piece) -> bool:
    """A name, mostly with a role: begins big, is no clause, ends in no full stop."""
    if piece.kind not in ("paragraph", "item", "heading", "letterhead"):
        return False
    mark = marker(piece.text)
    if mark is not None and mark.number is not None:
        return False
    words = piece.text[mark.length if mark else 0 :]
    return (
        len(words) <= 140
        and words[:1].isupper()
        and not words.endswith((".", ":", "?"))
        and not _CLAUSE.search(words)
        and not any(map(str.isdigit, words))
        and len(words.split()) >= 2
    )
