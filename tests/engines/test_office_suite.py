"""Packs in an office suite: a Word file keeps its headings there, a workbook its types.

What the files themselves hold is asked by `tests/unit/publishing/test_packs.py`, which never
skips; here LibreOffice reads them as whoever is sent one does.
"""

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from answerable.publishing.packs.content import PackPart, PackTable
from answerable.publishing.packs.excel import xlsx_bytes
from answerable.publishing.packs.word import docx_bytes
from tests.unit.publishing.test_packs import HOSTILE, PACK

SUITE = shutil.which("soffice")
pytestmark = [
    pytest.mark.engines,
    pytest.mark.skipif(SUITE is None, reason="LibreOffice is not installed"),
]


def opened(file: Path, *, form: str) -> LexborHTMLParser:
    """A file as LibreOffice understood it, in its own flat XML."""
    own = f"-env:UserInstallation=file://{file.parent / 'profile'}"
    asked = [str(SUITE), own, "--headless", "--convert-to", form, "--outdir", str(file.parent)]
    subprocess.run([*asked, str(file)], check=True, capture_output=True, timeout=120)
    return LexborHTMLParser(file.with_suffix(f".{form}").read_bytes())


def test_a_word_file_opens_with_its_headings(tmp_path: Path) -> None:
    file = tmp_path / "pack.docx"
    file.write_bytes(docx_bytes(PACK))
    read = opened(file, form="fodt")
    headings = [
        (node.attributes.get("text:outline-level"), node.text())
        for node in read.css("*")
        if node.tag == "text:h"
    ]
    assert headings[0] == ("1", PACK.title)
    second = [text for level, text in headings if level == "2"]
    assert second == [*(p.title for p in PACK.parts), "Sources", "How to check this pack"]


def test_a_workbook_opens_with_its_types_and_no_formula(tmp_path: Path) -> None:
    rows = (("1,204", "14 May 2024", HOSTILE, "=1+1"),)
    table = PackTable(head=("Count", "Day", "Words", "More"), rows=rows, widths=(1, 1, 1, 1))
    part = PackPart(title="Typed", key="typed", table=table)
    file = tmp_path / "pack.xlsx"
    file.write_bytes(xlsx_bytes(replace(PACK, parts=(part,))))
    read = opened(file, form="fods")
    sheet = next(
        node
        for node in read.css("*")
        if node.tag == "table:table" and node.attributes.get("table:name") == "Typed"
    )
    cells = [node for node in sheet.css("*") if node.tag == "table:table-cell"]
    typed = {
        node.text().strip(): (
            node.attributes.get("office:value-type"),
            node.attributes.get("office:value") or node.attributes.get("office:date-value"),
        )
        for node in cells
    }
    assert typed["1,204"] == ("float", "1204")
    assert typed["14 May 2024"] == ("date", "2024-05-14")
    assert typed["=1+1"][0] == typed[HOSTILE][0] == "string"
    assert not [node for node in cells if node.attributes.get("table:formula")]
