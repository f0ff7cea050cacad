"""The day in a workbook's properties: found in XLSX and ODS, never guessed."""

import io
import zipfile

import pytest

from answerable.reading.formats import sheet_saved

CORE = (
    '<cp:coreProperties><dcterms:created xsi:type="dcterms:W3CDTF">2026-09-01T08:00:00Z'
    '</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">{}</dcterms:modified>'
    "</cp:coreProperties>"
)
ODS = "<office:meta><meta:creation-date>2026-08-01T08:00:00</meta:creation-date>{}</office:meta>"


def zipped(name: str, words: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(name, words)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "words", "kind", "at"),
    [
        ("docProps/core.xml", CORE.format("2026-11-03T09:30:00Z"), "saved", "2026-11-03T09:30"),
        ("docProps/core.xml", CORE.format("yesterday"), "made", "2026-09-01T08:00"),
        ("docProps/core.xml", CORE.format("2026-13-41T00:00:00Z"), "made", "2026-09-01T08:00"),
        (
            "meta.xml",
            ODS.format("<dc:date>2026-11-04T10:00:00.123456789</dc:date>"),
            "saved",
            "2026-11-04T10:00",
        ),
        ("meta.xml", ODS.format(""), "made", "2026-08-01T08:00"),
    ],
)
def test_the_last_save_counts_before_the_making(name: str, words: str, kind: str, at: str) -> None:
    found = sheet_saved.saved(zipped(name, words))
    assert found is not None
    assert (found.kind, found.at.isoformat()[:16]) == (kind, at)


@pytest.mark.parametrize(
    "data",
    [
        b"Ref,Action\n1,Act\n",
        b"PK\x03\x04 and no more",
        zipped("other.xml", CORE.format("2026-11-03")),
        zipped("docProps/core.xml", "<cp:coreProperties/>"),
        zipped("docProps/core.xml", CORE.format("2026-11-03") + " " * sheet_saved.MOST_BYTES),
    ],
)
def test_a_file_that_does_not_say_has_none(data: bytes) -> None:
    assert sheet_saved.saved(data) is None
