"""Page furniture: captions, bylines, links to other stories; not part of the story."""

import re
from collections.abc import Sequence

from answerable.reading.layout.pieces import Piece, rekind
from answerable.reading.layout.quotations import begins_quoted, left_open
from answerable.reading.roles import is_name

_LINK = re.compile(
    r"(?:read (?:more|also|next|on|the full|this)\b.*|see also\b.*|related(?: articles?|"
    r" stories| topics?)?\b ?:?.*"
    r"|more (?:on this|from|like this|stories|news)\b.*|you (?:may|might) (?:also )?like\b.*|"
    r"click here\b.*"
    r"|recommended(?: for you| stories)\b.*|most (?:read|popular)\b.*|trending\b.*|"
    r"latest news|top stories)",
    re.IGNORECASE,
)
_BUTTON = re.compile(
    r"(?:share(?: (?:this|on|via|by)\b.*)?|tweet|print(?: this page)?|e-?mail(?: this page)?|"
    r"copy link|back to top|"
    r"skip to (?:main )?content|(?:post|leave|add|view)? ?(?:a |all )?comments?|\d+ comments?|"
    r"menu|search|sign (?:in|up)\b.*"
    r"|log in|register|subscribe\b.*|newsletter|follow us\b.*|advertisement|advert|"
    r"sponsored(?: content)?|"
    r"(?:story )?continues? (?:reading|below)|cookies?(?: policy| settings)?|"
    r"accept (?:all )?cookies|privacy policy"
    r"|download(?: pdf| \(.*\))?|next(?: page)?|previous(?: page)?|home|close|facebook|"
    r"twitter|whatsapp|linkedin|x)",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"(?:\((?:photo|picture|image|pic)\b[^()]*\)|(?:photo(?:graph)?|picture|image|pic|caption|"
    r"credit|video|file photo)s?"
    r"(?: (?:by|credit|caption|courtesy of|source))? ?:.*|(?:photo(?:graph)?|picture|"
    r"image)s? by .*|(?:image )?source,.*"
    r"|image caption,.*|©.*|copyright\b.*|all rights reserved.*)",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"By (?P<name>(?:[A-Z][\w'’.-]+ ){1,3}[A-Z][\w'’.-]+)"
    r"(?P<press>,? (?:@\w+|(?:[\w-]+ ){0,3}(?:[Rr]eporter|[Ee]ditor|[Cc]orrespondent)))?"
)
_CHROME = re.compile(
    r"(?:text size\b.*|(?:open|close|toggle|main|mobile) (?:menu|navigation)|"
    r"accessibility (?:settings|"
    r"tools|statement).*|(?:change|choose) language|english|cymraeg|switch to \w+|"
    r"view directions|listen|"
    r"(?:read )?aloud|give feedback|report a problem|is this page useful\??|"
    r"was this (?:page )?helpful\??|"
    r"yes|no|thank you for your feedback|loading\b.*|javascript\b.*)",
    re.IGNORECASE,
)
_COOKIES = re.compile(
    r"\bcookies?\b.*\b(?:preferences?|settings?|essential|accept|notice|policy|consent|"
    r"experience)\b"
    r"|\b(?:accept|reject|essential|manage) .{0,40}\bcookies\b",
    re.IGNORECASE,
)
_LEADERS = re.compile(r"(?:[.…·_] ?){4,}\s*(?:[0-9]{1,4}|[ivxl]{1,5})?$")
_LEADER_ENDS = tuple(f"{one}{gap}{two}" for one in ".…·_" for gap in ("", " ") for two in ".…·_")
_PAGE = re.compile(
    r"(?:- ?\d{1,4} ?-|page \d{1,4}(?: (?:of|/) \d{1,4})?|\d{1,4} of \d{1,4})", re.IGNORECASE
)
_CREDIT_LINE = re.compile(
    r"(?:[A-Z][\w'’.&-]*|of|the|and|&)(?: (?:[A-Z][\w'’.&-]*|of|the|and|&)){0,5}: \S"
)
_ENDS_SENTENCE = re.compile(r"[.!?:;,…][\"'”’)\]]*$")
_LONGEST = 160  # a button, credit or link is short; prose is not furniture


def mark_furniture(pieces: Sequence[Piece]) -> list[Piece]:
    """Pieces that are not part of the story become `furniture`."""
    result = list(pieces)
    speaks = any(begins_quoted(piece.text) for piece in pieces)
    for index, piece in enumerate(pieces):
        if piece.kind in ("furniture", "row"):
            continue
        if is_furniture(piece.text, near_top=index < 10) or (
            speaks and _interrupts(pieces, index)
        ):
            result[index] = rekind(piece, "furniture")
    return result


def is_furniture(text: str, *, near_top: bool = False) -> bool:
    """A line that is furniture by its own form. A byline counts only near the top."""
    if is_contents_line(text):
        return True
    if len(text) <= 2 * _LONGEST and "ookie" in text and _COOKIES.search(text):
        return True
    if len(text) > _LONGEST or "\n" in text:
        return False
    forms = (_BUTTON, _CHROME, _PAGE, _CREDIT)
    if any(form.fullmatch(text) for form in forms):
        return True
    if _LINK.fullmatch(text) and not text.endswith((".", ";")):
        return True
    byline = _BYLINE.fullmatch(text) if near_top else None
    return byline is not None and (byline["press"] is not None or is_name(byline["name"]))


def is_contents_line(text: str) -> bool:
    """A line of a table of contents: words, a row of dots, a page."""
    if len(text) >= 400 or not text.rstrip("0123456789ivxl").rstrip().endswith(_LEADER_ENDS):
        return False
    return _LEADERS.search(text) is not None


def _interrupts(pieces: Sequence[Piece], index: int) -> bool:
    """A caption inside a speech: the quotation before is still open and goes on after.

    What stands between is furniture if it has the form of a credit line ("Publication:
    text") or does not end as a sentence does. Captions may follow each other.
    """
    piece = pieces[index]
    if begins_quoted(piece.text):
        return False
    if _ENDS_SENTENCE.search(piece.text[-20:]) and not _CREDIT_LINE.match(piece.text):
        return False
    before = next((p for p in reversed(pieces[max(0, index - 3) : index]) if _spoken(p)), None)
    after = next((p for p in pieces[index + 1 : index + 4] if _spoken(p)), None)
    if before is None or after is None or not begins_quoted(after.text):
        return False
    return left_open(before.text)


def _spoken(piece: Piece) -> bool:
    """A piece that may carry a speech: it begins or ends as prose does."""
    return (
        begins_quoted(piece.text)
        or left_open(piece.text)
        or (piece.kind == "paragraph" and bool(re.search(r"[.!?][\"'”’)]*$", piece.text[-20:])))
    )
