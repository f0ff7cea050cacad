"""Files that are refused: each in one sentence, with the code that names the reason, quickly."""

import time
from collections.abc import Callable
from functools import partial

import pytest

from answerable.reading.formats import canonical
from answerable.vocabulary.refusal import Refusal
from tests.hostile import archives, broken_pdfs, raw_pdf
from tests.hostile.archives import LAUGHS, SECRET, cell, open_document, paragraph, word, workbook

PLAN = paragraph("Plan.")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
_FILLED = '<table:table-cell office:value-type="float" office:value="1"{}/>'

ARCHIVES: dict[str, tuple[Callable[[], bytes], str]] = {
    "a picture that unpacks to 60 MB": (archives.bomb, "limit-ratio"),
    "a member that claims 600 MB": (archives.claims_600_megabytes, "limit-unpacked"),
    "a member longer than it claims": (archives.claims_less_than_it_holds, "broken"),
    "300 members in one place": (archives.overlapping, "limit-unpacked"),
    "2,001 members": (
        lambda: word(PLAN, more={f"word/media/{n}.txt": "x" for n in range(2_000)}),
        "limit-members",
    ),
    "100,000 directory entries": (
        lambda: word(PLAN) + b"PK\x01\x02" * 100_000,
        "limit-members",
    ),
    "a link": (archives.link, "zip-slip"),
    "a workbook that unpacks to 30 MB": (partial(archives.bomb_in, "xlsx"), "limit-ratio"),
    "an OpenDocument that unpacks to 30 MB": (partial(archives.bomb_in, "ods"), "limit-ratio"),
    "one paragraph a million times": (lambda: word(PLAN * 1_000_000), "limit-ratio"),
    "archives in archives": (
        lambda: archives.zipped(
            {"a.zip": archives.zipped({"b.zip": archives.zipped({"c": "x"})})}
        ),
        "unknown-type",
    ),
    "a member with a password": (archives.encrypted_member, "encrypted"),
    "a package cut short": (lambda: word(PLAN)[:-60], "not-what-it-says"),
    "a package with a byte changed": (
        lambda: (made := word(PLAN * 300)).replace(made[700:701], b"\xaa", 1),
        "broken",
    ),
    "entities in Word": (lambda: word("&i;", before=LAUGHS), "xml-entities"),
    "an outside entity in Word": (lambda: word("&x;", before=SECRET), "xml-entities"),
    "entities in UTF-16": (archives.entities_in_utf16, "xml-entities"),
    "entities in a workbook": (lambda: workbook("&i;", before=LAUGHS), "xml-entities"),
    "an archive of texts": (lambda: archives.zipped({"a.txt": "x"}), "unknown-type"),
    "an empty archive": (lambda: b"PK\x05\x06" + bytes(18), "unknown-type"),
    "a presentation": (
        lambda: archives.zipped({"[Content_Types].xml": "<T/>", "ppt/presentation.xml": "<p/>"}),
        "unknown-type",
    ),
    "an OpenDocument text": (
        lambda: archives.zipped({"mimetype": "application/vnd.oasis.opendocument.text"}),
        "unknown-type",
    ),
    "a Word document without a body": (
        lambda: archives.zipped({"[Content_Types].xml": archives.TYPES, "word/document.xml": ""}),
        "unreadable-docx",
    ),
    "broken XML": (lambda: word("<w:p><w:r>"), "unreadable-docx"),
    "XML 5,000 deep": (lambda: word("<w:sdt>" * 5000 + "</w:sdt>" * 5000), "unreadable-docx"),
}
_WAYS_OUT = [
    "../a.xml", "../../etc/passwd", "word/../../a.xml", "/etc/passwd", "\\\\server\\a.xml",
    "..\\..\\a.xml", "C:\\a.xml", "c:/a.xml",
]  # fmt: skip
ARCHIVES |= {
    f"a way out of {kind} by {way}": (partial(archives.with_member, kind, way), "zip-slip")
    for kind in ("docx", "xlsx", "ods")
    for way in _WAYS_OUT
}
SHEETS: dict[str, tuple[Callable[[], bytes], str]] = {
    "a cell in the last corner": (
        lambda: workbook(f"<row>{cell('A1')}</row><row>{cell('XFD1048576')}</row>"),
        "limit-cells",
    ),
    "a cell in the last row": (
        lambda: workbook(f"<row>{cell('A1')}</row><row>{cell('A1048576')}</row>"),
        "limit-cells",
    ),
    "a cell beyond the last row": (
        lambda: workbook(f"<row>{cell('A9999999')}</row>"),
        "limit-cells",
    ),
    "a cell beyond the last column": (
        lambda: workbook(f"<row>{cell('ZZZ1')}</row>"),
        "limit-cells",
    ),
    "1,000,001 cells without addresses": (
        lambda: workbook("<row>" + "<c><v>1</v></c>" * 1_000_001 + "</row>"),
        "limit-",
    ),
    "a workbook without its sheet": (
        lambda: workbook("").replace(b"xl/worksheets/sheet1.xml", b"xl/worksheets/sheet9.xml"),
        "unreadable-sheet",
    ),
    "a sheet whose text is not there": (
        lambda: workbook(f'<row>{cell("A1", "7")}<c r="B1" t="s"><v>99</v></c></row>'),
        "unreadable-sheet",
    ),
    "an empty workbook": (lambda: workbook(""), "no-text"),
    "an outside entity in a workbook": (lambda: workbook("&x;", before=SECRET), "xml-entities"),
    "a repeated row of repeated cells": (
        lambda: open_document(
            '<table:table-row table:number-rows-repeated="1000000">'
            + _FILLED.format(' table:number-columns-repeated="16384"')
            + "</table:table-row>"
        ),
        "limit-cells",
    ),
    "a filled cell after a million empty rows": (
        lambda: open_document(
            '<table:table-row table:number-rows-repeated="1040000"><table:table-cell/>'
            f"</table:table-row><table:table-row>{_FILLED.format('')}</table:table-row>"
        ),
        "limit-cells",
    ),
}
PDFS: dict[str, tuple[Callable[[], bytes], str]] = {
    "a PDF with a password": (broken_pdfs.encrypted, "encrypted"),
    "a PDF of its first line": (lambda: b"%PDF-1.7\n", "unreadable-pdf"),
    "a PDF of noise": (lambda: b"%PDF-1.7\n" + bytes(range(256)) * 400, "unreadable-pdf"),
    "a PDF without its end": (lambda: broken_pdfs.sound()[:-120], "unreadable-pdf"),
    "pages in a ring": (broken_pdfs.pages_in_a_ring, "unreadable-pdf"),
    "6,000 pages": (lambda: raw_pdf.pages([""] * 6_000), "limit-pages"),
    "one page 100,000 times": (
        partial(broken_pdfs.one_page_many_times, 100_000),
        "limit-pages",
    ),
    "a picture of 10,000 million points": (partial(broken_pdfs.huge_picture, ""), "no-text"),
    "a PDF of blank pages": (lambda: raw_pdf.pages(["", ""]), "no-text"),
}
OTHERS: dict[str, tuple[Callable[[], bytes], str]] = {
    "nothing": (lambda: b"", "empty"),
    "only NUL": (lambda: bytes(1000), "empty"),
    "NUL in text": (lambda: b"plan\0of action", "undecodable"),
    "bytes of no character set": (lambda: b"plan \x81\x8d r\xe9sum\xe9", "undecodable"),
    "half a surrogate in UTF-16": (lambda: b"\xff\xfe\x00\xd8a\x00", "undecodable"),
    "a PNG picture": (lambda: b"\x89PNG\r\n\x1a\n" + bytes(99), "unknown-type"),
    "a JPEG picture": (lambda: b"\xff\xd8\xff\xe0" + bytes(99), "unknown-type"),
    "a WebP picture": (lambda: b"RIFF\0\0\0\0WEBP" + bytes(99), "unknown-type"),
    "a telephone's picture": (lambda: b"\0\0\0\x18ftypheic" + bytes(99), "unknown-type"),
    "a telephone's picture of another sort": (
        lambda: b"\0\0\0\x24ftyphevc" + bytes(99),
        "unknown-type",
    ),
    "a film": (lambda: b"\0\0\0\x20ftypisom" + bytes(99), "unknown-type"),
    "rich text after spaces": (lambda: b"\r\n  {\\rtf1 plan}", "unknown-type"),
    "a TIFF scan": (lambda: b"II*\0" + bytes(99), "unknown-type"),
    "rich text": (lambda: b"{\\rtf1 plan}", "unknown-type"),
    "an old Word file": (lambda: _OLE, "unknown-type"),
    "a Word file with a password": (
        lambda: _OLE + "EncryptedPackage".encode("utf-16-le"),
        "encrypted",
    ),
    "a picture with a script in it": (
        lambda: b"GIF89a/*\x01\0\0*/=1;<html><body><script>alert(1)</script><p>Plan.</p>",
        "unknown-type",
    ),
    "a page with an archive at its end": (
        lambda: (
            b"<html><body><p>Plan.</p>" + word(PLAN * 400, more={"word/media/a": b"\x81" * 99})
        ),
        "undecodable",
    ),
    "a gzip file": (lambda: b"\x1f\x8b\x08" + bytes(99), "unknown-type"),
    "a program": (lambda: b"\x7fELF" + bytes(99), "unknown-type"),
    "a page of 200,000 open elements": (
        lambda: b"<html><body>" + b"<div>" * 200_000,
        "limit-depth",
    ),
    "a page of 100,000 open styles": (
        lambda: b"<html><body>" + b"".join(b"<p><b id=%d>x" % n for n in range(100_000)),
        "limit-depth",
    ),
    "a page that a script writes": (lambda: b"<html><script>document.write('x')", "no-text"),
    "an e-mail of nothing": (
        lambda: b"MIME-Version: 1.0\nContent-Type: image/png\n\nx",
        "no-text",
    ),
}


REFUSED = {**ARCHIVES, **SHEETS, **PDFS, **OTHERS}


@pytest.mark.parametrize("name", REFUSED)
def test_it_is_refused_quickly_in_one_sentence(name: str) -> None:
    """Protects the machine and the person: no crash, no wait, and words that help."""
    make, code = REFUSED[name]
    data = make()
    begun = time.process_time()
    with pytest.raises(Refusal) as refused:
        canonical(data)
    assert time.process_time() - begun < 5
    assert refused.value.code.startswith(code)
    sentence = refused.value.sentence
    assert sentence.endswith(".")
    assert len(sentence) < 240
    assert "\n" not in sentence


@pytest.mark.parametrize(
    ("data", "media_type", "name", "code"),
    [
        (b"plan", "application/pdf", None, "not-what-it-says"),
        (b"plan", None, "plan.docx", "not-what-it-says"),
        (b"plan", None, "plan.xlsx", "not-what-it-says"),
        (b"plan", "image/png", None, "unknown-type"),
        (b"plan", None, "plan.exe", "unknown-type"),
        (b"{}", None, "plan.json", "unknown-type"),
        (b'"' + b"x" * 200_000, None, "plan.csv", "unreadable-sheet"),
        (b"x," * 20_000, None, "plan.csv", "limit-cells"),
        (b'a,b\n"x\0y",2\n', None, "plan.csv", "undecodable"),
    ],
)
def test_what_it_is_called_does_not_help(
    data: bytes, media_type: str | None, name: str | None, code: str
) -> None:
    """Protects from reading a file as what it is not."""
    with pytest.raises(Refusal) as refused:
        canonical(data, media_type=media_type, name=name)
    assert refused.value.code == code


def test_there_are_enough_of_them() -> None:
    """Protects the size of this collection: thirty archives, eighty files in all."""
    assert len(ARCHIVES) >= 30
    assert len(REFUSED) >= 80
