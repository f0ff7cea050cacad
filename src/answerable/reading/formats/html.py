"""Web pages: selectolax for the tree, our own walker for the blocks."""

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from answerable.reading.formats.decoding import decode
from answerable.reading.formats.html_walk import Walker
from answerable.reading.formats.numbered import headings_of_numbered
from answerable.reading.layout.blocks import lay_out, settle
from answerable.reading.layout.canonical_text import CanonicalText
from answerable.reading.layout.pieces import Piece, flow
from answerable.vocabulary.refusal import Refusal

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_RAW = frozenset(("script", "style", "textarea", "title", "xmp", "noscript"))
# Elements that hold nothing, or that the next one closes.
_SELF_CLOSING = frozenset((
    "area", "base", "br", "circle", "col", "colgroup", "dd", "dt", "ellipse", "embed", "hr",
    "img", "input", "li", "line", "link", "meta", "optgroup", "option", "p", "param", "path",
    "polygon", "polyline", "rect", "source", "stop", "tbody", "td", "tfoot", "th", "thead",
    "tr", "track", "use", "wbr",
))  # fmt: skip
DEEPEST = 1_000  # open elements; the parser takes minutes for 200,000
_MAIN_SHARE = 0.25


class TooDeep(Refusal):
    """Nested beyond what any page needs."""

    code = "limit-depth"


class NoText(Refusal):
    """The page holds no words."""

    code = "no-text"


def read_html(data: bytes) -> CanonicalText:
    """Canonical text of a web page. Menus, feet, captions and the like are `furniture`."""
    text, warnings = decode(data)
    pieces, hidden, title = _parse(text)
    if hidden:
        warnings = (*warnings, f"Passages that the page hides, set apart as furniture: {hidden}.")
    pieces = settle(headings_of_numbered(pieces))
    if all(piece.kind == "furniture" for piece in pieces):
        raise NoText(
            "The page holds no words of its own; if a browser shows some, save the page from "
            "the browser and read that."
        )
    return lay_out(pieces, data=data, media_type="text/html", warnings=warnings, title=title)


def pieces_of_html(text: str) -> list[Piece]:
    """Pieces of a page that is part of something else, such as an e-mail; not yet settled."""
    return _parse(text)[0]


def _parse(text: str) -> tuple[list[Piece], int, str | None]:
    _check_depth(text)
    tree = LexborHTMLParser(text)
    body = tree.body
    if body is None:
        return [], 0, None
    walker = Walker(main=_main(tree, body))
    pieces = walker.walk(body)
    title = tree.css_first("title")
    named = flow(title.text(deep=True)) if title is not None else ""
    return pieces, walker.hidden, named or None


def _main(tree: LexborHTMLParser, body: LexborNode) -> LexborNode | None:
    """The one element that holds the story, if the page marks it and it holds enough."""
    for selector in ("main", "[role=main]", "article"):
        found = tree.css(selector)
        if len(found) == 1:
            inside, whole = len(found[0].text(deep=True)), len(body.text(deep=True))
            return found[0] if inside >= _MAIN_SHARE * whole else None
    return None


def _check_depth(text: str) -> None:
    """Refuse a page that opens elements without end, before it is parsed."""
    depth = 0
    raw = ""
    for found in _TAG.finditer(text):
        name = found.group(2).lower()
        if raw:
            if found.group(1) and name == raw:
                raw = ""
            continue
        if name in _SELF_CLOSING:
            continue
        if found.group(1):
            depth = max(depth - 1, 0)
        else:
            depth += 1
            raw = name if name in _RAW else ""
            depth -= bool(raw)
        if depth > DEEPEST:
            raise TooDeep(
                f"The page nests more than {DEEPEST:,} elements, which is over the limit; "
                "save it again from a browser, "
                "or copy its words into a text file and read that."
            )
