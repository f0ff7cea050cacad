"""Word documents: styles, lists, tables, and what is named in a warning."""

import io
import zipfile

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from tests.hostile.law import hanging, lawful, shape

from answerable.reading.formats import canonical
from answerable.reading.formats.word_numbering import Numbering
from answerable.vocabulary.refusal import Refusal


def saved(document: "docx.document.Document") -> bytes:
    """Bytes of a document."""
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def minutes() -> bytes:
    """Minutes as an office would write them."""
    made = docx.Document()
    made.core_properties.title = "Minutes"
    made.sections[0].header.paragraphs[0].text = "OFFICIAL"
    made.add_heading("Minutes of the performance meeting", 0)
    made.add_paragraph("Date:\t16 July 2030")
    made.add_paragraph("Present:")
    made.add_paragraph("Jo Bloggs\tCommissioner (Chair)")
    made.add_heading("Actions", 1)
    made.add_paragraph("By 30 September the force should:")
    made.add_paragraph("train every officer;", style="List Bullet")
    made.add_paragraph("meet monthly, in which:", style="List Bullet")
    made.add_paragraph("plans are read; and", style="List Bullet 2")
    made.add_paragraph("publish.", style="List Number")
    made.add_paragraph("publish again.", style="List Number")
    made.add_paragraph().add_run("Next steps").bold = True
    table = made.add_table(rows=3, cols=4)
    rows = [
        ["Ref", "Action", "Owner", "Due"],
        ["1", "Do", "AE", "31 March 2030"],
        ["2", "Do more\nand more", "JB", ""],
    ]
    for number, row in enumerate(rows):
        for column, words in enumerate(row):
            table.cell(number, column).text = words
    box = made.add_table(rows=1, cols=1)
    box.cell(0, 0).text = "Words in a box."
    return saved(made)


def test_minutes_in_word() -> None:
    """Protects headings by style, numbers that Word only shows, and tables in their place."""
    text = lawful(minutes())
    assert shape(text) == [
        ("furniture", "OFFICIAL"),
        ("heading", "Minutes of the performance meeting"),
        ("key_value", "Date: 16 July 2030"),
        ("attendance", "Present:"),
        ("attendance", "Jo Bloggs Commissioner (Chair)"),
        ("heading", "Actions"),
        ("paragraph", "By 30 September the force should:"),
        ("item", "train every officer;"),
        ("item", "meet monthly, in which:"),
        ("item", "plans are read; and"),
        ("item", "1. publish."),
        ("item", "2. publish again."),
        ("heading", "Next steps"),
        ("row", "Ref | Action | Owner | Due"),
        ("row", "1 | Do | AE | 31 March 2030"),
        ("row", "2 | Do more\nand more | JB |"),
        ("paragraph", "Words in a box."),
    ]
    assert text.title == "Minutes"
    assert text.page_starts == ()
    by = "By 30 September the force should:"
    assert hanging(text)["2. publish again."] == by
    assert hanging(text)["plans are read; and"] == "meet monthly, in which:"
    row = next(b for b in text.blocks if text.exact(b).startswith("1 |"))
    assert row.header == ("Ref", "Action", "Owner", "Due")
    assert row.cell_paths[3] == "table 1 row 2 cell 4"
    person = next(b for b in text.blocks if text.exact(b).startswith("Jo Bloggs"))
    assert [text.exact(cell) for cell in person.cells] == ["Jo Bloggs", "Commissioner (Chair)"]


def test_tracked_changes_are_read_as_accepted_and_named() -> None:
    """Protects from quoting words that were struck out, and says that there were some."""
    made = docx.Document()
    paragraph = made.add_paragraph("The force ")
    for tag, inner, words in (("w:del", "w:delText", "must "), ("w:ins", "w:t", "should ")):
        paragraph._p.append(
            parse_xml(
                f'<{tag} {nsdecls("w")} w:id="1" w:author="A"><w:r><{inner} xml:space="preserve">'
                f"{words}</{inner}></w:r></{tag}>"
            )
        )
    paragraph.add_run("act.")
    text = lawful(saved(made))
    assert text.text == "The force should act."
    assert [warning.split(",")[0] for warning in text.warnings] == [
        "Tracked insertions",
        "Tracked deletions",
    ]


def test_text_boxes_and_hidden_words_are_named_not_read() -> None:
    """Protects the reader: what is left out is counted in a warning."""
    made = docx.Document()
    made.add_paragraph("Seen.")
    hidden = made.add_paragraph()
    hidden.add_run("Unseen.").font.hidden = True
    box = made.add_paragraph("Also seen.")
    box._p.append(
        parse_xml(
            f"<w:r {nsdecls('w')}><w:pict><w:txbxContent><w:p><w:r><w:t>Boxed.</w:t></w:r></w:p>"
            "</w:txbxContent></w:pict></w:r>"
        )
    )
    text = lawful(saved(made))
    assert text.text == "Seen.\n\nAlso seen."
    assert len(text.warnings) == 2


def test_a_watermark_is_furniture() -> None:
    """Protects markings: a word behind the text of every page is read, and is not the story."""
    made = docx.Document()
    made.add_paragraph("Plan.")
    head = made.sections[0].header.paragraphs[0]
    head._p.append(
        parse_xml(
            f"<w:r {nsdecls('w')} xmlns:v='urn:schemas-microsoft-com:vml'><w:pict><v:shape>"
            "<v:textpath string='OFFICIAL'/></v:shape></w:pict></w:r>"
        )
    )
    assert shape(lawful(saved(made))) == [("furniture", "OFFICIAL"), ("paragraph", "Plan.")]


def test_content_controls_and_merged_cells() -> None:
    """Protects forms: words in content controls, and cells that go over columns and rows."""
    made = docx.Document()
    made.element.body.insert(
        0,
        parse_xml(
            f"<w:sdt {nsdecls('w')}><w:sdtContent><w:p><w:r><w:t>In a control.</w:t></w:r></w:p>"
            "</w:sdtContent></w:sdt>"
        ),
    )
    table = made.add_table(rows=4, cols=3)
    for number, row in enumerate(
        [["Theme", "Action", "Owner"], ["", "", ""], ["A", "One", "AE"], ["", "Two", "JB"]]
    ):
        for column, words in enumerate(row):
            table.cell(number, column).text = words
    table.cell(1, 0).merge(table.cell(1, 2)).text = "Custody"
    table.cell(2, 0).merge(table.cell(3, 0)).text = "A"
    text = lawful(saved(made))
    assert shape(text) == [
        ("paragraph", "In a control."),
        ("row", "Theme | Action | Owner"),
        ("heading", "Custody"),
        ("row", "A | One | AE"),
        ("row", "| Two | JB"),
    ]


def test_numbers_of_many_levels() -> None:
    """Protects the numbers of minutes: 1, 1.1, then (a), counted as Word counts them."""
    levels = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for at, (form, text, start) in enumerate(
            [("decimal", "%1.", 1), ("decimal", "%1.%2", 1), ("lowerLetter", "(%3)", 2)]
        )
    )
    numbering = Numbering(
        parse_xml(
            f'<w:numbering {nsdecls("w")}><w:abstractNum w:abstractNumId="7">{levels}'
            '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
            '<w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0">'
            '<w:startOverride w:val="5"/></w:lvlOverride></w:num></w:numbering>'
        )
    )
    calls = [("1", 0), ("1", 1), ("1", 1), ("1", 2), ("1", 0), ("1", 1), ("2", 0), ("2", 0)]
    shown = [found.shown for call in calls if (found := numbering.next(*call))]
    assert shown == ["1.", "1.1", "1.2", "(b)", "2.", "2.1", "5.", "6."]
    assert numbering.next("9", 0) is None


def test_a_document_that_is_not_one_is_refused() -> None:
    """Protects from half a reading: a broken or foreign package is refused in a sentence."""
    with pytest.raises(Refusal, match="not one"):
        canonical(b"Not a package", name="plan.docx")
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", "<x/>")
    with pytest.raises(Refusal, match="not a Word document"):
        canonical(target.getvalue())
    with pytest.raises(Refusal, match="no words"):
        canonical(saved(docx.Document()))


def test_a_file_set_into_the_document_is_named() -> None:
    """Protects against words that Word shows and the reading passes over in silence."""
    made = docx.Document()
    made.add_paragraph("The minutes follow.")
    made.element.body.insert(1, parse_xml(f"<w:altChunk {nsdecls('w', 'r')} r:id='rId99'/>"))
    assert any("set into the document" in one for one in canonical(saved(made)).warnings)
