"""Workbooks and CSV: the header row under titles, dates, and the address of every cell."""

import datetime
import io
import zipfile

import pytest
import xlsxwriter
from tests.hostile.law import lawful, shape
from tests.shared import data

from answerable.reading.formats import canonical
from answerable.reading.formats.delimited import read_csv
from answerable.reading.formats.sheet_limits import column_letters, column_number
from answerable.vocabulary.refusal import Refusal


def action_log() -> bytes:
    """An action log with a merged title, a date above, a blank row, and a hidden sheet."""
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    sheet = book.add_worksheet("Actions")
    sheet.merge_range("B2:E2", "Action log: performance meeting")
    sheet.write("B3", "Last updated:")
    sheet.write_datetime("C3", datetime.date(2026, 4, 1), day)
    sheet.write_row("B5", ["Ref", "Action", "Owner", "Due", "Status"])
    sheet.write_row("B6", [1, "Do it\nnow", "AE"])
    sheet.write_datetime("E6", datetime.date(2026, 3, 31), day)
    sheet.write_row("B7", [2.5, True, "AE", "end of March", "Open"])
    sheet.set_row(6, None, None, {"hidden": True})
    sheet.write_row("B9", [3, "After a blank row", "AE", "31/03/26", "Open"])
    hidden = book.add_worksheet("Money 2026")
    hidden.hide()
    hidden.write_row("A1", ["Year", "Budget"])
    hidden.write_row("A2", ["2024/25", 538496.32])
    hidden.write_row("A3", ["2025/26", 1e16])
    book.close()
    return target.getvalue()


def test_an_action_log() -> None:
    """Protects owners and dates: each cell keeps its address, and nothing is hidden."""
    text = lawful(action_log())
    assert shape(text) == [
        ("heading", "Actions"),
        ("heading", "Action log: performance meeting"),
        ("key_value", "Last updated: 2026-04-01"),
        ("row", "Ref | Action | Owner | Due | Status"),
        ("row", "1 | Do it\nnow | AE | 2026-03-31 |"),
        ("row", "2.5 | TRUE | AE | end of March | Open"),
        ("row", "3 | After a blank row | AE | 31/03/26 | Open"),
        ("heading", "Money 2026"),
        ("row", "Year | Budget"),
        ("row", "2024/25 | 538496.32"),
        ("row", "2025/26 | 10000000000000000"),
    ]
    row = next(b for b in text.blocks if text.exact(b).startswith("2.5"))
    assert row.path == "Actions!B7:F7"
    assert row.cell_paths[1] == "Actions!C7"
    assert row.header == ("Ref", "Action", "Owner", "Due", "Status")
    last = text.blocks[-1]
    assert last.cell_paths == ("'Money 2026'!A3", "'Money 2026'!B3")


def test_words_merged_down_stand_in_each_row_that_they_span() -> None:
    """Else the second action of R1 would not say which recommendation it answers."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    sheet = book.add_worksheet("Log")
    sheet.merge_range("B2:D3", "Action log: a title over two rows and three columns")
    sheet.write_row("B5", ["Ref", "Rec", "Action"])
    sheet.merge_range("C6:C8", "R1")
    sheet.merge_range("B9:B10", "")
    for at, ref in ((6, "1"), (7, "2"), (8, "3")):
        sheet.write(f"B{at}", ref)
        sheet.write(f"D{at}", f"Do {ref}")
    sheet.write("D9", "Do 4")
    book.close()
    text = canonical(out.getvalue())
    log = [b for b in text.blocks if b.kind == "row" and b.path != "Log!B5:D5"]
    cells = [[text.exact(span) for span in block.cells] for block in log]
    assert cells == [
        ["1", "R1", "Do 1"],
        ["2", "R1", "Do 2"],
        ["3", "R1", "Do 3"],
        ["", "", "Do 4"],
    ]
    assert log[1].cell_paths[1] == "Log!C7"


def test_questions_head_columns_and_a_status_after_a_blank_row_heads_none() -> None:
    """Protects a tracker whose rows stand in groups: a row after a blank one is no new head."""
    head = ("What we will do", "By when?", "Where are we")
    rows = [
        ("Improvement tracker", "", ""),
        ("", "", ""),
        head,
        ("Inspect each home", "Mar-27", "In progress"),
        ("", "", ""),
        ("Answer complaints", "ongoing", "In progress"),
        ("Train the night team", "TBC", "Not started"),
    ]
    data = "\n".join(",".join(row) for row in rows).encode()
    found = [b for b in read_csv(data).blocks if b.kind == "row" and b.header]
    assert [b.header for b in found] == [head] * 3


def ods(rows: str) -> bytes:
    """An OpenDocument workbook with these rows."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr(
            "META-INF/manifest.xml",
            '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
        )
        archive.writestr(
            "content.xml",
            '<?xml version="1.0"?><office:document-content'
            ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
            ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
            ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body>'
            f'<office:spreadsheet><table:table table:name="Log">{rows}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        )
    return target.getvalue()


def test_an_open_document_workbook() -> None:
    """Protects workbooks of other programs: repeated empty cells at their end are no cells."""
    cell = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    empty = '<table:table-cell table:number-columns-repeated="16382"/>'
    rows = "".join(
        f"<table:table-row>{cell.format(one)}{cell.format(two)}{empty}</table:table-row>"
        for one, two in (("Action", "Owner"), ("Publish", "AE"))
    )
    rows += (
        '<table:table-row table:number-rows-repeated="1048573">'
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    )
    text = lawful(ods(rows))
    assert shape(text)[1:] == [("row", "Action | Owner"), ("row", "Publish | AE")]
    assert text.media_type == "application/vnd.oasis.opendocument.spreadsheet"


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_csv_in_any_of_its_forms(delimiter: str) -> None:
    """Protects tables that other programs write: the delimiter is found, quoting is kept."""
    rows = [["Ref", "Action", "Owner"], ["1", '"Publish, then\nsend"', "AE"], ["2", "Read", "JB"]]
    words = "\r\n".join(delimiter.join(row) for row in rows)
    text = lawful(words.encode(), name="log.csv")
    assert shape(text) == [
        ("row", "Ref | Action | Owner"),
        ("row", "1 | Publish, then\nsend | AE"),
        ("row", "2 | Read | JB"),
    ]
    assert text.blocks[1].cell_paths == ("A2", "B2", "C2")


def test_a_table_without_a_header_gets_none() -> None:
    """Protects names from being taken for columns: a list of people has no header."""
    text = lawful(b"Jo Bloggs,Commissioner\nA. Example,Chief Constable\n", name="people.csv")
    assert all(block.header == () for block in text.blocks)


def test_columns_are_counted_as_workbooks_count_them() -> None:
    """Protects addresses beyond Z."""
    for number, letters in (
        (1, "A"),
        (26, "Z"),
        (27, "AA"),
        (702, "ZZ"),
        (703, "AAA"),
        (16384, "XFD"),
    ):
        assert column_letters(number) == letters
        assert column_number(letters) == number


def test_a_workbook_that_is_not_one_is_refused() -> None:
    """Protects from half a reading."""
    with pytest.raises(Refusal, match="not one"):
        canonical(b"Ref,Action\n", name="log.xlsx")
    broken = action_log().replace(b"xl/workbook.xml", b"xl/workbook.xmx")
    with pytest.raises(Refusal):
        canonical(broken)


def test_a_real_csv_of_public_facts() -> None:
    """Protects the real table of facts: every value keeps its column."""
    path = data("facts") / "west_mercia_public_facts.csv"
    text = lawful(path.read_bytes(), name=path.name)
    assert text.blocks[1].header == ("subject", "measure", "period", "value", "source_url")


def test_real_workbooks_of_the_statistics_office() -> None:
    """Protects workbooks with notes above their tables and footnote digits in headings."""
    folder = data("ons_pfa_tables_2018_2019")
    for path in sorted(folder.glob("*.xlsx"))[:2]:
        text = lawful(path.read_bytes(), name=path.name)
        assert sum(block.kind == "row" for block in text.blocks) > 300
