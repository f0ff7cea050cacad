"""A pack as a Word file: real headings and tables, a head and foot on every page."""

import io
import zipfile
from collections.abc import Iterable
from typing import Any

from answerable.publishing.packs.content import Pack, PackLine, PackPart, PackTable
from answerable.vocabulary.refusal import Refusal

_ZIP_DATE = (1980, 1, 1, 0, 0, 0)
_TABLE_STYLE = "Table Grid"
_MARK = "#5a2d81"
_STYLES = ("Normal", "Heading 1", "Heading 2", "List Bullet", _TABLE_STYLE)


class BadHouseStyle(Refusal):
    """The Word file of an office's own style cannot be used."""

    code = "bad_house_style"


def docx_bytes(pack: Pack, *, house: bytes | None = None) -> bytes:
    """The pack as a Word file; the same pack gives the same bytes, and no author stands in it.

    `house` is a Word file whose styles, margins, head and foot are used instead of ours.
    """
    made = begun(house, colour=pack.colour)
    _properties(made, pack)
    _head_and_foot(made, pack)
    made.add_paragraph(clean(pack.body))
    made.add_heading(clean(pack.title), level=1)
    made.add_paragraph().add_run(clean(pack.sentence)).bold = True
    if pack.notice:
        made.add_paragraph(clean(pack.notice))
    for part in pack.parts:
        _part(made, part)
    _sources(made, pack)
    made.add_heading("How to check this pack", level=2)
    _bullets(made, pack.how_to_check)
    out = io.BytesIO()
    made.save(out)
    return rezipped(out.getvalue())


def begun(house: bytes | None, *, colour: str = _MARK) -> Any:
    """An empty document in our styles, or in those of an office's own file."""
    import docx  # noqa: PLC0415  # loaded when a Word file is made, not before

    if house is None:
        made = docx.Document()
        styles(made, colour=colour)
        _paper(made)
        return made
    try:
        made = docx.Document(io.BytesIO(house))
    except Exception as error:  # whatever a broken file raises, it is no Word file
        raise BadHouseStyle(
            "The file of the house style is no Word file: save it from Word as .docx."
        ) from error
    held = {style.name for style in made.styles}
    if missing := [name for name in _STYLES if name not in held]:
        raise BadHouseStyle(
            f"The file of the house style has no style “{missing[0]}”: use it once in Word and "
            "save the file, or take the file away."
        )
    for part in [*made.element.body][:-1]:  # the last one holds the margins
        made.element.body.remove(part)
    return made


def rezipped(data: bytes) -> bytes:
    """The same members in a fixed order with a fixed time: equal content is equal bytes."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        # The list of types comes first: some programs look for it there.
        for name in sorted(old.namelist(), key=lambda n: (n != "[Content_Types].xml", n)):
            member = zipfile.ZipInfo(name, _ZIP_DATE)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.external_attr = 0o600 << 16
            new.writestr(member, old.read(name))
    return out.getvalue()


def _properties(made: Any, pack: Pack) -> None:
    own = made.core_properties
    own.title, own.subject, own.language = pack.title, pack.head, pack.language
    own.author = own.last_modified_by = own.comments = own.keywords = ""
    own.category = pack.marking
    own.created = own.modified = pack.stamp.replace(tzinfo=None)
    own.revision = 1


def styles(made: Any, *, colour: str = _MARK) -> None:
    """The house's headings and language, in Word's own styles."""
    from docx.oxml.ns import qn  # noqa: PLC0415  # as above
    from docx.shared import Pt, RGBColor  # noqa: PLC0415  # as above

    for name, size in (("Normal", 11), ("Heading 1", 20), ("Heading 2", 14)):
        style = made.styles[name]
        style.font.name, style.font.size = "Arial", Pt(size)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for kind in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{kind}"), None)
        if name != "Normal":
            style.font.color.rgb = RGBColor.from_string(
                colour[1:].upper() if size < 20 else "0B0C0C"
            )
    language = made.styles.element.find(f".//{qn('w:lang')}")
    if language is not None:
        language.set(qn("w:val"), "en-GB")


def _paper(made: Any) -> None:
    from docx.shared import Mm  # noqa: PLC0415  # as above

    section = made.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)  # A4
    section.left_margin = section.right_margin = Mm(20)


def _head_and_foot(made: Any, pack: Pack) -> None:
    """Marking and check stand in lines of their own: a house's head and foot stay as they are."""
    section = made.sections[0]
    _empty_line(section.header).add_run(clean(pack.head)).bold = True
    foot = _empty_line(section.footer)
    foot.add_run(f"{clean(pack.foot)}  Page ")
    _field(foot, "PAGE")
    foot.add_run(" of ")
    _field(foot, "NUMPAGES")


def _empty_line(part: Any) -> Any:
    last = part.paragraphs[-1] if part.paragraphs else None
    return part.add_paragraph() if last is None or last.text.strip() else last


def _field(paragraph: Any, code: str) -> None:
    from docx.oxml import OxmlElement  # noqa: PLC0415  # as above
    from docx.oxml.ns import qn  # noqa: PLC0415  # as above

    made = OxmlElement("w:fldSimple")
    made.set(qn("w:instr"), code)
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    made.append(run)
    paragraph._p.append(made)  # fields have no public way in


def _part(made: Any, part: PackPart) -> None:
    made.add_heading(clean(part.title), level=2)
    for words in part.paragraphs:
        made.add_paragraph(clean(words))
    for line in part.lines:
        _line(made, line)
    if part.table:
        _table(made, part.table)
    if part.absent:
        made.add_paragraph().add_run(clean(part.absent)).italic = True


def _line(made: Any, line: PackLine) -> None:
    paragraph = made.add_paragraph()
    paragraph.add_run(f"{clean(line.label)}: ").bold = True
    numbers = f" [{', '.join(map(str, line.sources))}]" if line.sources else ""
    paragraph.add_run(f"{clean(line.words)}{numbers}")
    if line.note:
        paragraph.add_run(f" {clean(line.note)}").italic = True


def _table(made: Any, table: PackTable) -> None:
    from docx.oxml import OxmlElement  # noqa: PLC0415  # as above
    from docx.oxml.ns import qn  # noqa: PLC0415  # as above
    from docx.shared import Pt  # noqa: PLC0415  # as above

    grid = made.add_table(rows=1, cols=len(table.head), style=_TABLE_STYLE)
    grid.autofit = False
    section = made.sections[0]
    room = section.page_width - section.left_margin - section.right_margin
    shares = [int(room * share / sum(table.widths)) for share in table.widths]
    repeat = OxmlElement("w:tblHeader")
    repeat.set(qn("w:val"), "true")
    grid.rows[0]._tr.get_or_add_trPr().append(repeat)  # so that each page repeats the head
    for column, width in zip(grid.columns, shares, strict=True):
        column.width = width
    for row, words in ((grid.rows[0], table.head), *((grid.add_row(), r) for r in table.rows)):
        for cell, text, width in zip(row.cells, words, shares, strict=True):
            cell.width = width
            run = cell.paragraphs[0].add_run(clean(text) or "–")
            run.font.size, run.bold = Pt(9), words is table.head
        whole = OxmlElement("w:cantSplit")
        row._tr.get_or_add_trPr().insert(0, whole)  # a row stays on one page
    made.add_paragraph()


def _sources(made: Any, pack: Pack) -> None:
    made.add_heading("Sources", level=2)
    if not pack.sources:
        made.add_paragraph().add_run("No source is held.").italic = True
    for source in pack.sources:
        parts = [f"{source.number}. {source.title}, {source.place}."]
        if source.address:
            parts.append(f"From {source.address}")
        if pack.site:
            parts.append(f"Kept copy: {pack.site}{source.page}")
        made.add_paragraph(clean(" ".join(parts)))


def _bullets(made: Any, words: Iterable[str]) -> None:
    for one in words:
        made.add_paragraph(clean(one), style="List Bullet")


def clean(words: str) -> str:
    """Without control characters, which XML cannot hold."""
    return "".join(c for c in words if c.isprintable() or c in "\n\t")
