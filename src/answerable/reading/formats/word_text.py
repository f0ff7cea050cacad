"""The words of a Word paragraph as it reads when every tracked change is accepted."""

from collections import Counter
from dataclasses import dataclass, field

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from answerable.reading.layout.pieces import flow, tabbed

_TEXT, _TAB, _BREAK, _RETURN = qn("w:t"), qn("w:tab"), qn("w:br"), qn("w:cr")
_HYPHEN, _RUN, _RUN_FORM = qn("w:noBreakHyphen"), qn("w:r"), qn("w:rPr")
_DELETED = frozenset((qn("w:del"), qn("w:moveFrom")))
_INSERTED = frozenset((qn("w:ins"), qn("w:moveTo")))
_FORMS = frozenset((qn("w:pPr"), qn("w:rPr"), qn("w:sdtPr"), qn("w:tabs")))
_BOXES = frozenset(
    (qn("w:txbxContent"), "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback")
)


@dataclass(slots=True)
class Noted:
    """What was met and not read as plain words."""

    counts: Counter[str] = field(default_factory=Counter)

    def warnings(self) -> list[str]:
        """A sentence for each thing that a reader of the text should know."""
        said = {
            "insertions": "Tracked insertions, read as if accepted: {}.",
            "deletions": "Tracked deletions, left out: {}.",
            "boxes": "Text boxes, not read: {}. Copy their words into the text if they matter.",
            "files": "Files set into the document whole, not read: {}. Open it in Word, save it "
            "again, and read that.",
            "hidden": "Passages of hidden text, left out: {}.",
            "comments": "Comments, not read: {}.",
        }
        return [
            words.format(self.counts[name]) for name, words in said.items() if self.counts[name]
        ]


@dataclass(frozen=True, slots=True)
class Words:
    """Lines of a paragraph, parted by its line breaks; and whether all of it is bold.

    `parts` are what tabs part on each line.
    """

    lines: tuple[str, ...]
    bold: bool
    parts: tuple[tuple[str, ...], ...] = ()


def words_of(paragraph: BaseOxmlElement, noted: Noted) -> Words:
    """The words of one paragraph."""
    parts: list[str] = []
    bold: list[bool] = []
    _gather(paragraph, parts, bold, noted)
    said = [line for line in "".join(parts).split("\n") if line.strip()]
    lines = tuple(line for line in map(flow, said) if line)
    return Words(lines, bool(bold) and all(bold), tuple(map(tabbed, said)))


def _gather(top: BaseOxmlElement, parts: list[str], bold: list[bool], noted: Noted) -> None:
    """Walk a paragraph without recursion: elements may be nested as deep as they like."""
    waiting = [top]
    while waiting:
        element = waiting.pop()
        tag = element.tag
        if tag in _DELETED:
            noted.counts["deletions"] += 1
        elif tag in _BOXES:
            noted.counts["boxes"] += tag == qn("w:txbxContent")
        elif tag == _TEXT:
            parts.append((element.text or "").replace("\n", " "))
        elif tag == _TAB:
            parts.append("\t")
        elif tag == _HYPHEN:
            parts.append("-")
        elif tag == _RETURN or (tag == _BREAK and element.get(qn("w:type")) is None):
            parts.append("\n")
        elif tag in _FORMS or not isinstance(tag, str):
            continue
        elif tag == _RUN and _form(element, "w:vanish"):
            noted.counts["hidden"] += 1
        else:
            noted.counts["insertions"] += tag in _INSERTED
            if tag == _RUN and any(
                (text.text or "").strip() for text in element.iterchildren(_TEXT)
            ):
                bold.append(_form(element, "w:b"))
            waiting.extend(reversed(element))


def _form(run: BaseOxmlElement, name: str) -> bool:
    """The run switches a form on by itself."""
    form = run.find(_RUN_FORM)
    found = form.find(qn(name)) if form is not None else None
    return found is not None and (found.get(qn("w:val")) or "1") not in ("0", "false", "off")
