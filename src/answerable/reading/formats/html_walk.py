"""Walk a web page block by block. Iterative: a page may be nested as deep as it likes."""

from collections.abc import Mapping
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from answerable.reading.formats.html_furniture import is_box, is_furniture, is_hidden
from answerable.reading.formats.html_tables import pieces_of_list, pieces_of_table
from answerable.reading.formats.plain import pieces_of_text
from answerable.reading.layout.lines import is_heading, marker
from answerable.reading.layout.pieces import Piece, flow, plain_piece

_SKIPPED = frozenset((
    "audio", "canvas", "datalist", "embed", "frameset", "head", "iframe", "map", "math",
    "meter", "noscript", "object", "option", "progress", "script", "select", "style", "svg",
    "template", "textarea", "video",
))  # fmt: skip
_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "button", "caption", "center", "dd",
    "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer",
    "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend",
    "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td",
    "tfoot", "th", "thead", "tr", "ul",
))  # fmt: skip
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_MOST_BOXES = 100  # looked into, in one page
_STRONG = frozenset(("strong", "b"))
_NO_INDEX = frozenset(("html", "body", "main"))


@dataclass(slots=True)
class _Open:
    """An open block element and what it makes of the text inside it."""

    tag: str
    step: str
    furniture: bool
    in_article: bool
    heading: int
    depth: int  # of lists
    marker: str  # of the list item, until its first words come; "-" for none
    quoted: bool


class Walker:
    """Gathers the pieces under one node."""

    def __init__(self, *, main: LexborNode | None) -> None:
        self.pieces: list[Piece] = []
        self.hidden = 0
        self._main = main.mem_id if main is not None else None
        self._open: list[_Open] = [_Open("", "/html", main is not None, False, 0, 0, "", False)]
        self._inline: list[str] = []
        self._strong = 0
        self._boxes = 0
        self._all_strong = True
        self._last_heading = 1
        self._indices: list[dict[str, int]] = [{}]
        self._numbers: list[int] = []

    def walk(self, root: LexborNode) -> list[Piece]:
        """The pieces of everything under `root`, itself included."""
        node: LexborNode | None = root
        depth = 0
        while node is not None:
            child = node.child if self._enter(node) else None
            if child is not None:
                node, depth = child, depth + 1
                continue
            while node is not None:
                self._leave(node)
                if depth == 0:
                    node = None
                    break
                if node.next is not None:
                    node = node.next
                    break
                node, depth = node.parent, depth - 1
        self._flush()
        return self.pieces

    def _enter(self, node: LexborNode) -> bool:
        """Begin a node; False if its children are not to be walked."""
        if node.is_text_node:
            self._say(node.text_content or "")
            return False
        tag = node.tag or ""
        if tag in _SKIPPED or tag.startswith("-"):
            return False
        if tag == "br":
            self._inline.append("\n")
            return False
        if tag in _STRONG:
            self._strong += 1
        if tag not in _BLOCKS:
            return True
        self._flush()
        self._push(node, tag)
        return self._enter_block(node, tag)

    def _enter_block(self, node: LexborNode, tag: str) -> bool:
        here = self._open[-1]
        if tag in ("table", "dl"):
            read = pieces_of_table if tag == "table" else pieces_of_list
            found = read(node, path=self._path())
            if found is None:
                return True
            self.pieces.extend(self._as_context(piece) for piece in found)
            return False
        if tag == "pre":
            text = node.text(deep=True)
            self.pieces.extend(
                self._as_context(piece)
                for piece in pieces_of_text(text, path=f"{self._path()} line")
            )
            return False
        if tag in ("ul", "ol", "menu", "dir"):
            here.depth += 1
            self._numbers.append(_start(node.attributes) if tag == "ol" else -1)
        elif tag == "li":
            here.marker = self._marker(node)
        return True

    def _leave(self, node: LexborNode) -> None:
        tag = node.tag or ""
        if tag in _STRONG:
            self._strong -= 1
        if tag not in _BLOCKS:
            return
        self._flush()
        if tag in ("ul", "ol", "menu", "dir") and self._numbers:
            self._numbers.pop()
        self._open.pop()
        self._indices.pop()

    def _push(self, node: LexborNode, tag: str) -> None:
        above = self._open[-1]
        nth = self._indices[-1].get(tag, 0) + 1
        self._indices[-1][tag] = nth
        self._indices.append({})
        attributes = node.attributes
        furniture = above.furniture or is_furniture(tag, attributes, in_article=above.in_article)
        boxed = furniture and not above.furniture and tag in ("aside", "div", "section")
        if boxed and self._boxes < _MOST_BOXES:
            self._boxes += 1
            furniture = not is_box(node.text(deep=True), len(node.css("a")))
        if self._main is not None and node.mem_id == self._main:
            furniture = False
        if tag == "button" and not above.heading and above.tag not in ("summary", "dt"):
            furniture = True
        if not furniture and is_hidden(attributes):
            furniture = True
            self.hidden += 1
        heading = _HEADINGS.get(tag, above.heading)
        if (attributes.get("role") or "") == "heading":
            level = attributes.get("aria-level") or "2"
            heading = int(level) if level in "123456" else 2
        self._open.append(
            _Open(
                tag=tag,
                step=tag if tag in _NO_INDEX else f"{tag}[{nth}]",
                furniture=furniture,
                in_article=above.in_article or tag in ("main", "article", "section"),
                heading=heading,
                depth=above.depth,
                marker="" if tag != "li" else "-",
                quoted=above.quoted or tag == "blockquote",
            )
        )

    def _marker(self, node: LexborNode) -> str:
        """The number that the page shows before an item of an ordered list."""
        if not self._numbers or self._numbers[-1] < 0:
            return "-"
        value = node.attributes.get("value") or ""
        if value.isdecimal() and len(value) < 5:
            self._numbers[-1] = int(value)
        number = self._numbers[-1]
        self._numbers[-1] += 1
        return f"{number}. "

    def _say(self, text: str) -> None:
        if not text:
            return
        if not self._strong and not text.isspace():
            self._all_strong = False
        self._inline.append(text.replace("\n", " ").replace("\r", " "))

    def _path(self) -> str:
        return "/".join(entry.step for entry in self._open)

    def _flush(self) -> None:
        """Make a piece, or several parted by line breaks, of the words since the last block."""
        if not self._inline:
            return
        raw, strong = "".join(self._inline), self._all_strong
        self._inline, self._all_strong = [], True
        lines = [line for line in map(flow, raw.split("\n")) if line]
        here = self._open[-1]
        joined: list[str] = []
        for line in lines:
            if joined and (line[0].islower() or here.heading or here.depth):
                joined[-1] += f" {line}"
            else:
                joined.append(line)
        for line in joined:
            self.pieces.append(self._piece(line, strong=strong))

    def _piece(self, text: str, *, strong: bool) -> Piece:
        here = self._open[-1]
        path = self._path()
        titled = strong or here.tag in ("summary", "caption", "legend")
        if here.furniture:
            piece = Piece("furniture", text, path)
        elif here.heading:
            self._last_heading = here.heading
            piece = Piece("heading", text, path, level=here.heading, stated=True)
        elif here.depth:
            piece = self._item(text, path)
        elif here.quoted:
            piece = Piece("quotation", text, path)
        elif titled and is_heading(text):
            piece = Piece("heading", text, path, level=min(self._last_heading + 1, 6))
        else:
            piece = plain_piece(text, path)
        return piece

    def _item(self, text: str, path: str) -> Piece:
        """The first words of a list item make the item; what follows belongs to it."""
        item = next((entry for entry in reversed(self._open) if entry.tag == "li"), None)
        level = self._open[-1].depth
        if item is None or not item.marker:
            return Piece("paragraph", text, path, level=level)
        before = "" if item.marker == "-" or marker(text) else item.marker
        item.marker = ""
        return Piece("item", before + text, path, level=level)

    def _as_context(self, piece: Piece) -> Piece:
        """A piece made elsewhere is furniture if it stands in furniture."""
        if not self._open[-1].furniture:
            return piece
        return Piece("furniture", piece.text, piece.path)


def _start(attributes: Mapping[str, str | None]) -> int:
    start = attributes.get("start") or "1"
    return int(start) if start.isdecimal() and len(start) < 5 else 1
