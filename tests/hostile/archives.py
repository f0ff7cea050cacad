"""Zipped files made to break the reader: bombs, slips, lies, entities."""

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping

TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/'
    'content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-'
    'package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.wordprocessingml.document.main+xml"/><Override PartName="/xl/workbook.xml"'
    ' ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
    '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.spreadsheetml.worksheet+xml"/></Types>'
)
_RELATIONS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
    'relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/'
    'officeDocument/2006/relationships/{kind}" Target="{target}"/></Relationships>'
)
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def zipped(members: Mapping[str, str | bytes], *, packed: bool = True) -> bytes:
    """A zip archive of these members."""
    target = io.BytesIO()
    how = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
    with zipfile.ZipFile(target, "w", how) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content, compress_type=how)
    return target.getvalue()


def word(body: str, *, before: str = "", more: Mapping[str, str | bytes] | None = None) -> bytes:
    """A Word document with this XML in its body; `before` stands above the root element."""
    return zipped(
        {
            "[Content_Types].xml": TYPES,
            "_rels/.rels": _RELATIONS.format(kind="officeDocument", target="word/document.xml"),
            "word/document.xml": (
                f'<?xml version="1.0" encoding="UTF-8"?>{before}<w:document xmlns:w="{W}">'
                f"<w:body>{body}</w:body></w:document>"
            ),
            **(more or {}),
        }
    )


def word_with_styles(body: str, styles: str, *, declared: bool = True) -> bytes:
    """A Word document whose body refers to these styles; `declared` says what their part is."""
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"
    known = f'<Override PartName="/word/styles.xml" ContentType="{kind}"/></Types>'
    return zipped(
        {
            "[Content_Types].xml": TYPES.replace("</Types>", known) if declared else TYPES,
            "_rels/.rels": _RELATIONS.format(kind="officeDocument", target="word/document.xml"),
            "word/_rels/document.xml.rels": _RELATIONS.format(kind="styles", target="styles.xml"),
            "word/styles.xml": f'<w:styles xmlns:w="{W}">{styles}</w:styles>',
            "word/document.xml": (
                f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
            ),
        }
    )


def paragraph(words: str) -> str:
    """A paragraph of a Word document."""
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"


def workbook(rows: str, *, before: str = "") -> bytes:
    """A workbook whose one sheet has these rows as XML."""
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    return zipped(
        {
            "[Content_Types].xml": TYPES,
            "_rels/.rels": _RELATIONS.format(kind="officeDocument", target="xl/workbook.xml"),
            "xl/workbook.xml": (
                f'<?xml version="1.0"?><workbook xmlns="{S}" xmlns:r="{relation}"><sheets>'
                '<sheet name="Log" sheetId="1" r:id="rId1"/></sheets></workbook>'
            ),
            "xl/_rels/workbook.xml.rels": _RELATIONS.format(
                kind="worksheet", target="worksheets/sheet1.xml"
            ),
            "xl/worksheets/sheet1.xml": (
                f'<?xml version="1.0"?>{before}<worksheet xmlns="{S}"><sheetData>{rows}'
                "</sheetData></worksheet>"
            ),
        }
    )


def cell(address: str, value: str = "1") -> str:
    """A cell with a number."""
    return f'<c r="{address}"><v>{value}</v></c>'


def bomb() -> bytes:
    """A document with a picture that unpacks to 60 MB."""
    return word(paragraph("Plan."), more={"word/media/a.png": bytes(60_000_000)})


def claims_600_megabytes() -> bytes:
    """A member that says in the directory that it is 600 MB long."""
    return _with_size(
        word(paragraph("Plan."), more={"word/media/a.bin": b"x" * 4000}), 600_000_000
    )


def claims_less_than_it_holds() -> bytes:
    """A document part that says it is 100 bytes long and is a megabyte."""
    return _with_size(word(paragraph("Plan. " * 200_000)), 100, name=b"word/document.xml")


def _with_size(data: bytes, size: int, *, name: bytes = b"word/media/a.bin") -> bytes:
    """The same archive with another size of one member, in its header and in the directory."""
    out = bytearray(data)
    for sign, size_at, name_at in ((b"PK\x03\x04", 22, 30), (b"PK\x01\x02", 24, 46)):
        at = out.find(sign)
        while at >= 0:
            if out[at + name_at : at + name_at + len(name)] == name:
                out[at + size_at : at + size_at + 4] = struct.pack("<I", size)
            at = out.find(sign, at + 4)
    return bytes(out)


def overlapping() -> bytes:
    """300 entries that all point to one packed member of 5 MB."""
    packed = zlib.compressobj(9, zlib.DEFLATED, -15)
    content = packed.compress(bytes(5_000_000)) + packed.flush()
    crc = zlib.crc32(bytes(5_000_000))
    sizes = struct.pack("<III", crc, len(content), 5_000_000)
    local = b"PK\x03\x04" + struct.pack("<HHHHH", 20, 0, 8, 0, 0) + sizes
    local += struct.pack("<HH", 5, 0) + b"a.xml" + content
    entries = b"".join(
        b"PK\x01\x02" + struct.pack("<HHHHHH", 20, 20, 0, 8, 0, 0) + sizes
        + struct.pack("<HHHHHII", len(name), 0, 0, 0, 0, 0, 0) + name
        for name in (f"word/document{n}.xml".encode() for n in range(300))
    )  # fmt: skip
    types = b"[Content_Types].xml"
    entries += (
        b"PK\x01\x02" + struct.pack("<HHHHHH", 20, 20, 0, 8, 0, 0) + sizes
        + struct.pack("<HHHHHII", len(types), 0, 0, 0, 0, 0, 0) + types
    )  # fmt: skip
    end = struct.pack("<HHHHIIH", 0, 0, 301, 301, len(entries), len(local), 0)
    return local + entries + b"PK\x05\x06" + end


def encrypted_member() -> bytes:
    """A document whose members are marked as needing a password."""
    out = bytearray(word(paragraph("Plan.")))
    for sign, flag_at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = out.find(sign)
        while at >= 0:
            out[at + flag_at] |= 1
            at = out.find(sign, at + 4)
    return bytes(out)


LAUGHS = (
    '<!DOCTYPE w [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    + "]>"
)
SECRET = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'


def entities_in_utf16() -> bytes:
    """A document part in UTF-16 that declares entities."""
    part = f'<?xml version="1.0" encoding="UTF-16"?>{LAUGHS}<w:document xmlns:w="{W}"/>'
    return zipped(
        {
            "[Content_Types].xml": TYPES,
            "_rels/.rels": _RELATIONS.format(kind="officeDocument", target="word/document.xml"),
            "word/document.xml": part.encode("utf-16"),
        }
    )


def open_document(rows: str) -> bytes:
    """An OpenDocument workbook."""
    space = "urn:oasis:names:tc:opendocument:xmlns:"
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "META-INF/manifest.xml": f'<m:manifest xmlns:m="{space}manifest:1.0"/>',
            "content.xml": (
                f'<?xml version="1.0"?><office:document-content xmlns:office="{space}office:1.0"'
                f' xmlns:table="{space}table:1.0" xmlns:text="{space}text:1.0"><office:body>'
                f'<office:spreadsheet><table:table table:name="Log">{rows}</table:table>'
                "</office:spreadsheet></office:body></office:document-content>"
            ),
        },
        packed=False,
    )


def with_member(kind: str, name: str) -> bytes:
    """A sound file of a kind with one more member of this name."""
    if kind == "docx":
        return word(paragraph("Plan."), more={name: "x"})
    sound = workbook(f"<row>{cell('A1')}</row>") if kind == "xlsx" else open_document("")
    target = io.BytesIO(sound)
    with zipfile.ZipFile(target, "a") as archive:
        archive.writestr(zipfile.ZipInfo(name), "x")
    return target.getvalue()


def bomb_in(kind: str) -> bytes:
    """A workbook with a picture that unpacks to 30 MB."""
    target = io.BytesIO(
        workbook(f"<row>{cell('A1')}</row>") if kind == "xlsx" else open_document("")
    )
    with zipfile.ZipFile(target, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("Pictures/a.png", bytes(30_000_000))
    return target.getvalue()


def link() -> bytes:
    """A document with a member that is a symbolic link."""
    target = io.BytesIO(word(paragraph("Plan.")))
    with zipfile.ZipFile(target, "a") as archive:
        member = zipfile.ZipInfo("word/media/a.png")
        member.external_attr = 0o120777 << 16
        archive.writestr(member, "/etc/passwd")
    return target.getvalue()


def nested(depth: int) -> bytes:
    """A document in a document in a document."""
    data = word(paragraph("Innermost."))
    for _ in range(depth):
        data = word(paragraph("Plan."), more={"word/embeddings/a.docx": data})
    return data


def shared_strings(count: int) -> bytes:
    """A workbook with so many shared strings, of which it shows one."""
    target = io.BytesIO(workbook('<row><c r="A1" t="s"><v>7</v></c></row>'))
    relations = (
        '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/'
        '2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/'
        'officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>'
        '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        'relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
    )
    strings = "".join(f"<si><t>string {n}</t></si>" for n in range(count))
    members = {
        info.filename: zipfile.ZipFile(target).read(info)
        for info in zipfile.ZipFile(target).infolist()
    }
    members["xl/_rels/workbook.xml.rels"] = relations.encode()
    members["xl/sharedStrings.xml"] = f'<sst xmlns="{S}">{strings}</sst>'.encode()
    return zipped(members)
