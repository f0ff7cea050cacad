"""What the style of a Word paragraph says: heading, list, quotation, contents."""

import re
from dataclasses import dataclass

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

_HEADING = re.compile(r"heading ([1-9])", re.IGNORECASE)
_LIST = re.compile(r"list (?:bullet|number|paragraph|continue)?\s*([2-5])?", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc|table of figures|index)\b.*", re.IGNORECASE)
_QUOTE = re.compile(r"(?:intense )?quote|block text", re.IGNORECASE)
_DEEPEST = 20  # styles may be based on each other in a ring


@dataclass(frozen=True, slots=True)
class Style:
    """`heading` 1 to 6 or 0; `num` the list it belongs to, or ""; `list_level` from its name."""

    heading: int = 0
    num: str = ""
    num_level: int = 0
    list_level: int = 0
    is_quote: bool = False
    is_contents: bool = False
    is_bold: bool = False


class Styles:
    """The styles of one document, each looked up once."""

    def __init__(self, part: BaseOxmlElement | None) -> None:
        self._elements: dict[str, BaseOxmlElement] = {}
        self._default = ""
        for style in part.iterchildren(qn("w:style")) if part is not None else ():
            identity = style.get(qn("w:styleId")) or ""
            self._elements[identity] = style
            if (
                style.get(qn("w:default")) in ("1", "true")
                and style.get(qn("w:type")) == "paragraph"
            ):
                self._default = identity
        self._read: dict[str, Style] = {}

    def of(self, paragraph: BaseOxmlElement) -> Style:
        """The style of a paragraph with what the paragraph itself sets."""
        form = paragraph.find(qn("w:pPr"))
        identity = self._default
        if form is not None and (named := form.find(qn("w:pStyle"))) is not None:
            identity = named.get(qn("w:val")) or identity
        if identity not in self._read:
            self._read[identity] = self._resolved(identity)
        style = self._read[identity]
        if form is None:
            return style
        return _with_own(style, form)

    def _resolved(self, identity: str) -> Style:
        chain: list[BaseOxmlElement] = []
        while identity in self._elements and len(chain) < _DEEPEST:
            element = self._elements[identity]
            chain.append(element)
            based = element.find(qn("w:basedOn"))
            identity = based.get(qn("w:val")) or "" if based is not None else ""
        style = Style()
        for element in reversed(chain):
            named = element.find(qn("w:name"))
            name = named.get(qn("w:val")) or "" if named is not None else ""
            style = _with_name(style, name)
            form = element.find(qn("w:pPr"))
            if form is not None:
                style = _with_own(style, form)
            runs = element.find(qn("w:rPr"))
            if runs is not None and (bold := runs.find(qn("w:b"))) is not None:
                style = _changed(
                    style, is_bold=(bold.get(qn("w:val")) or "1") not in ("0", "false")
                )
        return style


def _with_name(style: Style, name: str) -> Style:
    if found := _HEADING.fullmatch(name):
        return _changed(style, heading=min(int(found[1]), 6))
    if name.lower() in ("title", "subtitle"):
        return _changed(style, heading=1 if name.lower() == "title" else 2)
    if _CONTENTS.fullmatch(name):
        return _changed(style, is_contents=True)
    if _QUOTE.fullmatch(name):
        return _changed(style, is_quote=True)
    found = _LIST.fullmatch(name)
    if found and name.lower() != "list paragraph":
        return _changed(style, list_level=int(found[1] or 1))
    return style


def _with_own(style: Style, form: BaseOxmlElement) -> Style:
    """Numbering and outline level that a paragraph or style sets itself."""
    outline = form.find(qn("w:outlineLvl"))
    if outline is not None and (level := outline.get(qn("w:val")) or "") in set("012345"):
        style = _changed(style, heading=int(level) + 1)
    numbers = form.find(qn("w:numPr"))
    if numbers is None:
        return style
    num, level_at = numbers.find(qn("w:numId")), numbers.find(qn("w:ilvl"))
    if num is not None:
        identity = num.get(qn("w:val")) or ""
        style = _changed(style, num="" if identity == "0" else identity)
    if level_at is not None and (at := level_at.get(qn("w:val")) or "").isdecimal():
        style = _changed(style, num_level=min(int(at), 8))
    return style


def _changed(style: Style, **values: object) -> Style:
    fields = {name: getattr(style, name) for name in Style.__slots__}
    return Style(**{**fields, **values})
