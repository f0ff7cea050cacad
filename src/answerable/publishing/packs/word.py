"""A pack as a Word file: real headings and tables, a head and foot on every page."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any
from xml.sax.saxutils import escape

from answerable.publishing.packs.content import Pack, PackLine, PackPart
from answerable.publishing.packs.word_body import (
    BOLD,
    ITALIC,
    Names,
    clean,
    paragraph,
    run,
    said,
    table,
)
from answerable.vocabulary.refusal import Refusal

_ZIP_DATE = (1980, 1, 1, 0, 0, 0)
_TABLE_STYLE = "Table Grid"
_MARK = "#5a2d81"
_PROPERTIES = ("title", "subject", "language", "category")
_STAMP = "%Y-%m-%dT%H:%M:%SZ"
_SIGN_DAY = datetime(1901, 2, 3, 4, 5, 6)  # noqa: DTZ001  # the library takes UTC without a zone
_STYLES = ("Normal", "Heading 1", "Heading 2", "List Bullet", _TABLE_STYLE)


class BadHouseStyle(Refusal):
    """The Word file of an office's own style cannot be used."""

    code = "bad_house_style"


def docx_bytes(pack: Pack, *, house: bytes | None = None) -> bytes:
    """The pack as a Word file; the same pack gives the same bytes, and no author stands in it.

    `house` is a Word file whose styles, margins, head and foot are used instead of ours.
    """
    frame = _frame(house, pack.colour)
    day = pack.stamp.strftime(_STAMP)
    words = {
        **{_sign(name): escape(clean(told)) for name, told in _properties(pack).items()},
        _SIGN_DAY.strftime(_STAMP): day,
        f"<w:r><w:rPr>{BOLD}</w:rPr><w:t>{_sign('head')}</w:t></w:r>": run(pack.head, BOLD),
        f"<w:r><w:t>{_sign('foot')}</w:t></w:r>": run(f"{pack.foot}  Page "),
        f"<w:p><w:r><w:t>{_sign('body')}</w:t></w:r></w:p>": _body(pack, frame.names),
    }
    out = io.BytesIO(frame.same)
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as file:
        for name, text in frame.open:
            filled = text
            for sign, value in words.items():
                filled = filled.replace(sign, value)
            file.writestr(_member(name), filled.encode())
    return out.getvalue()


@dataclass(frozen=True, slots=True)
class _Frame:
    """A Word file without its words: members that are as they are, and those that hold signs."""

    same: bytes
    open: tuple[tuple[str, str], ...]
    names: Names


@lru_cache(maxsize=4)
def _frame(house: bytes | None, colour: str) -> _Frame:
    """Made once for each house style: most of a Word file is the same in every pack."""
    made = begun(house, colour=colour)
    own = made.core_properties
    for name in _PROPERTIES:
        setattr(own, name, _sign(name))
    own.author = own.last_modified_by = own.comments = own.keywords = ""
    own.created = own.modified = _SIGN_DAY
    own.revision = 1
    _head_and_foot(made)
    made.add_paragraph(_sign("body"))
    section = made.sections[0]
    names = Names(
        title=made.styles["Heading 1"].style_id,
        heading=made.styles["Heading 2"].style_id,
        bullet=made.styles["List Bullet"].style_id,
        grid=made.styles[_TABLE_STYLE].style_id,
        room=section.page_width - section.left_margin - section.right_margin,
    )
    whole, same = io.BytesIO(), io.BytesIO()
    made.save(whole)
    signs = [_sign(name).encode() for name in ("title", "head", "foot", "body")]
    left: list[tuple[str, str]] = []
    with (
        zipfile.ZipFile(whole) as old,
        zipfile.ZipFile(same, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in _in_order(old):
            data = old.read(name)
            if any(sign in data for sign in signs):
                left.append((name, data.decode()))
            else:
                new.writestr(_member(name), data)
    return _Frame(same.getvalue(), tuple(left), names)


def _sign(name: str) -> str:
    """What stands for words until a pack is known: letters of no language, which `clean` drops."""
    return f"\ue000{name}\ue001"


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
        for name in _in_order(old):
            new.writestr(_member(name), old.read(name))
    return out.getvalue()


def _in_order(file: zipfile.ZipFile) -> list[str]:
    """The list of types comes first: some programs look for it there."""
    return sorted(file.namelist(), key=lambda name: (name != "[Content_Types].xml", name))


def _member(name: str) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(name, _ZIP_DATE)
    member.compress_type = zipfile.ZIP_DEFLATED
    member.external_attr = 0o600 << 16
    return member


def _properties(pack: Pack) -> dict[str, str]:
    told = (pack.title, pack.head, pack.language, pack.marking)
    return dict(zip(_PROPERTIES, told, strict=True))


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


def _head_and_foot(made: Any) -> None:
    """Marking and check stand in lines of their own: a house's head and foot stay as they are."""
    section = made.sections[0]
    _empty_line(section.header).add_run(_sign("head")).bold = True
    foot = _empty_line(section.footer)
    foot.add_run(_sign("foot"))
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


def _body(pack: Pack, names: Names) -> str:
    made = [
        said(pack.body),
        said(pack.title, names.title),
        paragraph(run(pack.sentence, BOLD)),
        said(pack.notice) if pack.notice else "",
        *(words for part in pack.parts for words in _part(part, names)),
        *(_sources(pack, names) if pack.lists_sources else ()),
        said("How to check this pack", names.heading),
        *(said(words, names.bullet) for words in pack.how_to_check),
    ]
    return "".join(made)


def _part(part: PackPart, names: Names) -> Iterator[str]:
    yield said(part.title, names.heading)
    yield from (said(words) for words in part.paragraphs)
    yield from (_line(line) for line in part.lines)
    if part.table:
        yield table(part.table, names)
        yield paragraph()
    if part.absent:
        yield paragraph(run(part.absent, ITALIC))


def _line(line: PackLine) -> str:
    numbers = f" [{', '.join(map(str, line.sources))}]" if line.sources else ""
    return paragraph(
        run(f"{line.label}: ", BOLD),
        run(f"{line.words}{numbers}"),
        run(f" {line.note}", ITALIC) if line.note else "",
    )


def _sources(pack: Pack, names: Names) -> Iterator[str]:
    yield said("Sources", names.heading)
    if not pack.sources:
        yield paragraph(run("No source is held.", ITALIC))
    for source in pack.sources:
        parts = [f"{source.number}. {source.title}, {source.place}."]
        if source.address:
            parts.append(f"From {source.address}")
        if pack.site:
            parts.append(f"Kept copy: {pack.site}{source.page}")
        yield said(" ".join(parts))
