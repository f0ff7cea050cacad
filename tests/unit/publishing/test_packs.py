"""Packs: the same content in each form, the same bytes again, nobody's name, no formula."""

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import docx
import pypdfium2
import pytest
from python_calamine import CalamineWorkbook

from answerable.publishing.packs.content import Pack, PackLine, PackPart, PackSource, PackTable
from answerable.publishing.packs.excel import xlsx_bytes
from answerable.publishing.packs.pdf import pdf_bytes
from answerable.publishing.packs.word import docx_bytes

BANNER = "Invented force and figures"
HOSTILE = '=HYPERLINK("x") #eval("1") $a$ <b>&amp; *_` ] \\'
PACK = Pack(
    title="Neighbourhood crime: Anyshire Police",
    body="Anyshire Police",
    sentence="Inspectors graded this requires improvement.",
    banner=BANNER,
    marking="public",
    on=date(2026, 11, 25),
    on_words="25 November 2026",
    known=329,
    root="c89d7f25" * 8,
    check="https://example.org/history/verify/",
    site="https://example.org",
    notice="These are summaries, not the originals’ words.",
    parts=(
        PackPart(
            title="The case, line by line",
            key="lines",
            lines=(
                PackLine(label="Said", words=HOSTILE, sources=(1,)),
                PackLine(label="Done", words="Checked by nobody.", note="So far."),
            ),
        ),
        PackPart(
            title="Findings",
            key="findings",
            table=PackTable(
                head=("Finding", "Where it stands"),
                rows=tuple((f"Recommendation {n}", HOSTILE if n == 1 else "") for n in range(90)),
                widths=(1, 2),
            ),
        ),
        PackPart(
            title="Money, by state", key="money", absent="No sum of money is in our sources."
        ),
    ),
    sources=(
        PackSource(
            number=1,
            title="Letter",
            place="20 April 2026",
            page="/documents/ab/",
            address="https://example.org/letter",
        ),
    ),
)
FORMS: tuple[Callable[[Pack], bytes], ...] = (pdf_bytes, docx_bytes, xlsx_bytes)


def pdf_pages(pack: Pack = PACK) -> list[str]:
    with pypdfium2.PdfDocument(pdf_bytes(pack)) as made:
        texts = []
        for page in made:
            text = page.get_textpage()
            texts.append(" ".join(text.get_text_range().split()))
            text.close()
            page.close()
        return texts


@pytest.mark.parametrize("form", FORMS)
def test_the_same_pack_makes_the_same_bytes(form: Callable[[Pack], bytes]) -> None:
    assert form(PACK) == form(PACK)
    assert form(PACK) != form(replace(PACK, known=330))


def test_every_page_of_the_pdf_says_what_it_is_and_when() -> None:
    pages = pdf_pages()
    assert len(pages) > 2
    for number, text in enumerate(pages, start=1):
        assert f"PUBLIC · {BANNER}" in text
        assert "As at 25 November 2026. Entry 329. Root c89d7f25c89d7f25." in text
        assert f"{number} of {len(pages)}" in text
    assert "These are summaries" in pages[0]


def test_a_long_reference_stays_in_its_column() -> None:
    """It breaks after a stroke, and whoever copies it gets no sign that it does not have."""
    reference = "anyshire/2025/03/2026/04"
    table = PackTable(
        head=("Reference", "Action"), rows=((reference, "Zebra crossings"),), widths=(1, 4)
    )
    pack = replace(PACK, parts=(PackPart(title="Actions", key="actions", table=table),))
    page = pypdfium2.PdfDocument(pdf_bytes(pack))[0].get_textpage()
    words = page.get_text_range()
    at = words.index("Zebra")
    column = page.get_charbox(at)[0]
    start = words.index("anyshire/")
    told = re.sub(r"\s", "", words[start:at])
    assert told == reference
    ends = [page.get_charbox(n)[2] for n in range(start, at) if not words[n].isspace()]
    assert max(ends) < column


def test_words_of_a_source_never_become_markup() -> None:
    text = "".join(pdf_pages()).replace("\u00ad", "")
    assert '#eval("1")' in text
    assert "$a$" in text
    assert "<b>&amp;" in text


@pytest.mark.parametrize("lines", range(22, 34, 2))
def test_how_to_check_stands_in_one_piece_and_leaves_no_line_on_a_page_of_its_own(
    lines: int,
) -> None:
    part = PackPart(title="Said", key="said", paragraphs=("A line.",) * lines)
    pages = pdf_pages(replace(PACK, parts=(part,), sources=()))
    last = next(page for page in pages if "is not a government website" in page)
    assert "How to check this pack" in last


def test_the_pdf_is_tagged_in_british_english_and_names_nobody() -> None:
    data = pdf_bytes(PACK)
    assert b"/MarkInfo" in data
    assert b"/StructTreeRoot" in data
    assert re.search(rb"/Lang ?\(en-GB\)", data)
    assert b"pdfuaid:part" in data
    with pypdfium2.PdfDocument(data) as made:
        meta = made.get_metadata_dict()
    assert meta["Title"] == PACK.title
    assert meta["Author"] == ""


def test_the_word_file_has_real_headings_and_a_head_that_repeats() -> None:
    made = docx.Document(io.BytesIO(docx_bytes(PACK)))
    headings = [(p.style.name, p.text) for p in made.paragraphs if "Heading" in p.style.name]
    assert headings[0] == ("Heading 1", PACK.title)
    assert [text for name, text in headings if name == "Heading 2"] == [
        *(part.title for part in PACK.parts),
        "Sources",
        "How to check this pack",
    ]
    assert made.sections[0].header.paragraphs[0].text == f"PUBLIC · {BANNER}"
    assert "Entry 329. Root c89d7f25c89d7f25" in made.sections[0].footer.paragraphs[0].text
    assert len(made.tables[0].rows) == 91
    assert "w:tblHeader" in made.tables[0].rows[0]._tr.xml
    assert HOSTILE in made.tables[0].cell(2, 1).text


def test_words_in_a_word_file_are_words_whatever_letters_they_have() -> None:
    """The file is made from a frame with signs in it: no word passes for one, or for markup."""
    words = "a\tb\n<w:b/> & \ue000foot\ue001 \x00"
    part = PackPart(title="Part", key="part", paragraphs=(words,))
    made = docx.Document(io.BytesIO(docx_bytes(replace(PACK, title=words, parts=(part,)))))
    assert "a\tb\n<w:b/> & foot " in [p.text for p in made.paragraphs]
    assert made.core_properties.title.split() == ["a", "b", "<w:b/>", "&", "foot"]
    assert made.sections[0].footer.paragraphs[-1].text.startswith("As at")


def test_the_word_file_names_nobody() -> None:
    own = docx.Document(io.BytesIO(docx_bytes(PACK))).core_properties
    assert (own.author, own.last_modified_by, own.comments, own.keywords) == ("", "", "", "")
    assert (own.title, own.category, own.language) == (PACK.title, "public", "en-GB")


def test_the_workbook_has_notes_first_and_a_table_on_each_sheet() -> None:
    data = xlsx_bytes(PACK)
    made = CalamineWorkbook.from_filelike(io.BytesIO(data))
    assert made.sheet_names == ["Notes", "In words", "Findings", "Sources"]
    told = made.get_sheet_by_name("In words").to_python()
    assert told[3] == ["Part", "Line", "Words", "Note", "Sources"]
    assert {row[0] for row in told[4:]} == {"The case, line by line", "Money, by state"}
    for name in made.sheet_names:
        assert made.get_sheet_by_name(name).to_python()[0][0] == f"PUBLIC · {BANNER}"
    rows = made.get_sheet_by_name("Findings").to_python()
    assert rows[3] == ["Finding", "Where it stands"]
    assert rows[5] == ["Recommendation 1", HOSTILE]
    assert len(rows) == 94
    members = zipfile.ZipFile(io.BytesIO(data))
    tables = [n for n in members.namelist() if n.startswith("xl/tables/")]
    assert len(tables) == 4
    sheets = [members.read(n).decode() for n in members.namelist() if "worksheets/sheet" in n]
    assert sum('state="frozen"' in sheet for sheet in sheets) == 4
    assert not any("<f>" in sheet or "mergeCell" in sheet for sheet in sheets)
    assert all("As at 25 November 2026" in sheet for sheet in sheets)


def test_the_workbook_keeps_numbers_and_dates_as_what_they_are() -> None:
    rows = (
        ("1,204", "14 May 2024", "2", "1", "=1+1"),
        ("3", "", "3.5", "31 June 2024", "2"),
    )
    part = PackPart(
        title="Typed",
        key="typed",
        table=PackTable(head=("A", "B", "C", "D", "E"), rows=rows, widths=(1, 1, 1, 1, 1)),
    )
    made = CalamineWorkbook.from_filelike(
        io.BytesIO(xlsx_bytes(replace(PACK, parts=(part,), name="Scrutiny", colour="#003366")))
    )
    assert made.get_sheet_by_name("Typed").to_python()[4:] == [
        [1204.0, date(2024, 5, 14), 2.0, "1", "=1+1"],
        [3.0, "", 3.5, "31 June 2024", "2"],
    ]
    assert ["Site", "Scrutiny"] in made.get_sheet_by_name("Notes").to_python()


def test_the_workbook_has_the_colour_of_its_site() -> None:
    data = xlsx_bytes(replace(PACK, colour="#003366"))
    assert "FF003366" in zipfile.ZipFile(io.BytesIO(data)).read("xl/styles.xml").decode()


def test_the_workbook_names_nobody() -> None:
    core = zipfile.ZipFile(io.BytesIO(xlsx_bytes(PACK))).read("docProps/core.xml").decode()
    assert "<dc:creator></dc:creator>" in core
    assert "<cp:lastModifiedBy></cp:lastModifiedBy>" in core
    assert "2026-11-25T00:00:00Z" in core


def test_sheets_of_equal_or_forbidden_names_are_told_apart() -> None:
    table = PackTable(head=("What",), rows=(("This",),), widths=(1,))
    odd = PackPart(title="A/B: [what] is this, and why is it so long?", key="a", table=table)
    made = CalamineWorkbook.from_filelike(
        io.BytesIO(xlsx_bytes(replace(PACK, parts=(odd, odd, odd))))
    )
    assert len(set(made.sheet_names)) == 5
    assert all(len(name) <= 31 for name in made.sheet_names)
    assert all(not name.endswith((" ", ",", ";")) for name in made.sheet_names)
