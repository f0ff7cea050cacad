"""PDF: reading order, running heads, headings, lists, tables, and boxes of quotes."""

import io
import re

import pdfplumber
import pypdfium2
import pytest
import typst
from tests.hostile import raw_pdf
from tests.hostile.law import hanging, lawful, shape

from answerable.reading.formats import canonical, rectangles
from answerable.reading.formats.pdf_lines import Line
from answerable.reading.formats.pdf_tables import aligned_table
from answerable.reading.layout.canonical_text import CanonicalText
from answerable.reading.reading import read
from answerable.vocabulary.refusal import Refusal

PROSE = (
    "The force has begun to manage its lead officers well and has written a plan for each of "
    "them. It does not yet review these plans often enough, and inspectors found that some had "
    "not been read for a year. "
)
REPORT = """
#set page(header: [Marlshire Police – Inspection 2031 #h(1fr) #context counter(page).display()],
  footer: align(center)[Page #context counter(page).display("1 of 1", both: true)])
#set text(size: 10.5pt)
#set heading(numbering: "1.1")
= Serious and organised crime
PROSE

By 30 September 2031, the force should:
- train every lead officer and record who has completed the training, so that those who lead
  know what is asked of them;
- publish its plan, in which:
  - each risk is scored; and
  - each risk has an owner.

== Grades
#table(columns: 3, [Question], [Grade], [Previous], [Responding to the public], [Good], [Good],
  [Investigating crime], [Inadequate], [Requires improvement, and a note that is wrapped over
  more than one line of its cell], table.cell(rowspan: 2)[Custody], [Good], [Good], [Adequate],
  [Good])

*Next steps*

LONG

#table(columns: 3, stroke: none, [Measure], [Value], [Year], [Charges], [1,204], [2030],
  [Disruptions], [88], [2031], [Seizures], [14], [2031])
"""


def made(source: str) -> bytes:
    """A PDF that typst makes of a source."""
    source = source.replace("PROSE", PROSE).replace("LONG", PROSE * 22)
    return bytes(typst.compile(source.encode()))


@pytest.fixture(scope="module")
def report() -> tuple[bytes, CanonicalText]:
    """A report of two pages, and its text."""
    data = made(REPORT)
    return data, lawful(data)


def test_a_report(report: tuple[bytes, CanonicalText]) -> None:
    """Protects the order of a page: headings, wrapped items, ruled and unruled tables."""
    _, text = report
    story = [
        (kind, words if len(words) < 150 else words[:20])
        for kind, words in shape(text)
        if kind != "furniture"
    ]
    assert story == [
        ("heading", "1 Serious and organised crime"),
        ("paragraph", "The force has begun "),
        ("paragraph", "By 30 September 2031, the force should:"),
        (
            "item",
            "• train every lead officer and record who has completed the training, so that those "
            "who lead know what is asked of them;",
        ),
        ("item", "• publish its plan, in which:"),
        ("item", "‣ each risk is scored; and"),
        ("item", "‣ each risk has an owner."),
        ("heading", "1.1 Grades"),
        ("row", "Question | Grade | Previous"),
        ("row", "Responding to the public | Good | Good"),
        (
            "row",
            "Investigating crime | Inadequate | Requires improvement, and a note that is wrapped "
            "over more than one line of its cell",
        ),
        ("row", "Custody | Good | Good"),
        ("row", "| Adequate | Good"),
        ("heading", "Next steps"),
        ("paragraph", "The force has begun "),
        ("row", "Measure | Value | Year"),
        ("row", "Charges | 1,204 | 2030"),
        ("row", "Disruptions | 88 | 2031"),
        ("row", "Seizures | 14 | 2031"),
    ]
    assert hanging(text)["‣ each risk has an owner."] == "• publish its plan, in which:"
    assert hanging(text)["• publish its plan, in which:"] == (
        "By 30 September 2031, the force should:"
    )


def test_running_heads_and_page_numbers_are_furniture(
    report: tuple[bytes, CanonicalText],
) -> None:
    """Protects a paragraph over two pages from the foot and the head that part it."""
    _, text = report
    furniture = [(b.page, text.exact(b)) for b in text.blocks if b.kind == "furniture"]
    assert furniture == [
        (1, "Marlshire Police – Inspection 2031 1"),
        (1, "Page 1 of 2"),
        (2, "Marlshire Police – Inspection 2031 2"),
        (2, "Page 2 of 2"),
    ]
    over = next(b for b in text.blocks if len(text.exact(b)) > 3000)
    assert text.exact(over) == (PROSE * 22).strip()
    assert text.page_of(over.start) == 1
    assert text.page_of(over.end) == 2


def test_a_running_head_with_a_number_before_it_is_read_once() -> None:
    """Protects the text from a head that the file sets in two parts: it came back on each page."""
    head = '#set page(paper: "a4", header: [4 #h(4pt) Serious crime in Marlshire])\n'
    parts = [f"The force is good at part {word}." for word in ("one", "two", "three", "four")]
    text = canonical(made(head + "\n#pagebreak()\n".join(parts)))
    assert [text.exact(b) for b in text.blocks if b.kind != "furniture"] == parts


def test_a_quote_has_its_box_on_the_page(report: tuple[bytes, CanonicalText]) -> None:
    """Protects the link from a record to the page: the box holds the quoted words."""
    data, text = report
    for words, lines in (
        ("Inadequate", 1),
        ("the force should", 1),
        ("Question | Grade | Previous", 1),
        ("record who has completed the training, so that those who lead know what is asked", 2),
    ):
        start = text.text.index(words)
        boxes = rectangles(data, text, start, start + len(words))
        assert len(boxes) == lines, words
        document = pypdfium2.PdfDocument(data)
        page = document[boxes[0][0] - 1].get_textpage()
        seen = " ".join(page.get_text_bounded(*box[1:]) for box in boxes)
        document.close()
        assert re.sub(r"\W+", "", words) in re.sub(r"\W+", "", seen)


def test_a_quote_over_two_pages_has_boxes_on_both(report: tuple[bytes, CanonicalText]) -> None:
    """Protects quotes that a page break parts."""
    data, text = report
    over = next(b for b in text.blocks if len(text.exact(b)) > 3000)
    assert {box[0] for box in rectangles(data, text, over.start, over.end)} == {1, 2}
    turn = text.page_starts[1]
    assert {box[0] for box in rectangles(data, text, turn, over.end)} == {2}


def test_the_second_of_two_equal_quotes_has_its_own_box(
    report: tuple[bytes, CanonicalText],
) -> None:
    """Protects from pointing at the same words elsewhere on the page."""
    data, text = report
    first = text.text.index("Responding to the public | Good | Good") + 27
    second = text.text.index("Custody | Good") + 10
    boxes = [rectangles(data, text, at, at + 4)[0] for at in (first, second)]
    assert text.text[first : first + 4] == text.text[second : second + 4] == "Good"
    assert boxes[0][2] > boxes[1][2]


def test_two_columns_are_read_one_after_the_other() -> None:
    """Protects sentences from being read across the gutter, whatever the order in the file."""
    left = [f"Left column line {n} of a page that has two columns" for n in range(12)]
    right = [f"right column line {n} of a page with two columns" for n in range(12)]
    both = "".join(
        raw_pdf.line(one, 50, 700 - 14 * n, 9) + raw_pdf.line(two, 310, 700 - 14 * n, 9)
        for n, (one, two) in enumerate(zip(left, right, strict=True))
    )
    text = lawful(raw_pdf.pages([raw_pdf.line("Title over both", 50, 740, 16) + both]))
    words = text.text.replace("\n\n", " ")
    assert words == " ".join(["Title over both", *left, *right])


def test_a_hyphen_at_the_end_of_a_line_is_kept_without_a_space() -> None:
    """Protects "anti-social": the text says what is printed, and repairs nothing."""
    lines = ["The force has a plan for anti-", "social behaviour that it keeps to in"]
    content = "".join(raw_pdf.line(words, 50, 700 - 14 * n) for n, words in enumerate(lines))
    text = lawful(raw_pdf.pages([content]))
    assert text.text == "The force has a plan for anti-social behaviour that it keeps to in"


def test_a_table_over_two_pages_keeps_its_header() -> None:
    """Protects the columns of a long action log."""
    rows = "".join(f"[{n}], [Do thing number {n}], [AE], " for n in range(1, 60))
    text = lawful(made(f"#table(columns: 3, [Ref], [Action], [Owner], {rows})"))
    found = [block for block in text.blocks if block.kind == "row"]
    assert {block.page for block in found} == {1, 2}
    assert [block.header for block in found[1:]] == [("Ref", "Action", "Owner")] * 59


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_turned_page_reads_as_it_is_shown(turn: int) -> None:
    """Protects landscape tables: places are those of the page as a person sees it."""
    matrix = {90: "0 1 -1 0 595 0", 180: "-1 0 0 -1 595 842", 270: "0 -1 1 0 0 842"}[turn]
    upright = raw_pdf.line("Overall grade", 72, 500, 18) + raw_pdf.line(
        "The force is good.", 72, 460
    )
    content = f"q {matrix} cm {upright} Q"
    data = raw_pdf.pages([content], page=f"/Rotate {turn}")
    text = lawful(data)
    assert shape(text) == [("heading", "Overall grade"), ("paragraph", "The force is good.")]
    box = rectangles(data, text, text.text.index("good"), text.text.index("good") + 4)[0]
    assert 100 < box[1] < 200
    assert 450 < box[2] < 475


def test_ruled_tables_agree_with_another_reader(report: tuple[bytes, CanonicalText]) -> None:
    """Protects our reading of rules: pdfplumber, which reads a page in 0.2 s, says the same."""
    data, text = report
    with pdfplumber.open(io.BytesIO(data)) as document:
        theirs = document.pages[0].extract_tables()[0]
    ours = [
        [text.exact(cell) for cell in block.cells]
        for block in text.blocks
        if block.kind == "row" and "table 1" in block.path
    ]
    assert ours == [[" ".join((cell or "").split()) for cell in row] for row in theirs]


def image_page() -> str:
    """Operators of a page that is one picture."""
    return "q 500 0 0 700 50 50 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q"


def test_a_scan_is_refused_and_says_what_to_do() -> None:
    """Protects from an empty reading: a page without text is named, and OCR advised."""
    words = raw_pdf.line("The force is good.", 72, 700)
    for contents, page in (([image_page()], 1), ([words, image_page(), words], 2)):
        with pytest.raises(Refusal, match=f"Page {page} .*OCR") as refused:
            canonical(raw_pdf.pages(contents))
        assert refused.value.code == "no-text"


def test_a_picture_on_the_cover_and_a_blank_page_are_not_refused() -> None:
    """Protects reports with a photograph as their cover: it is named in a warning."""
    words = raw_pdf.line("The force is good.", 72, 700)
    text = lawful(raw_pdf.pages([image_page(), words, "", words + words]))
    assert text.warnings == ("Page 1 is a picture without text; nothing was read from it.",)
    assert len(text.page_starts) == 4


SET_IN_BOLD = """
#set page(width: 300pt, height: 500pt)
#set text(size: 10pt)
= Protecting vulnerable people
#text(weight: "bold")[Area for improvement]
#v(9pt)
#text(weight: "bold")[The force should make sure that risk assessments of domestic abuse are
reviewed by a supervisor.]

PROSE
"""
UNMARKED = """
#set page(width: 300pt, height: 500pt)
#set text(size: 10pt)
#set par(leading: .5em, spacing: .5em)
The Chief Constable of Marlshire Police should:
#v(9pt)
make sure that every investigation has a plan that a supervisor has approved;

within six months, look again at the size of each of its investigation teams;

within twelve months, show that victims are told what happens next.
"""


def texts(source: str) -> list[tuple[str, str]]:
    return shape(canonical(made(source)))


def test_a_sentence_in_bold_goes_on_over_the_end_of_its_line() -> None:
    found = texts(SET_IN_BOLD)
    whole = (
        "The force should make sure that risk assessments of domestic abuse are reviewed by a "
        "supervisor."
    )
    assert ("paragraph", whole) in found
    assert ("heading", "Area for improvement") in found


def test_bullets_of_a_smaller_fount_do_not_make_headings_of_the_text() -> None:
    """As word processors print lists: the bullet is a sign of another font."""
    things = (
        "The gates of the lower yard should be locked before the last cart has left it.",
        "The keys of both yards should be counted each evening by one of the wardens, by",
        "those who are asked to look after them at night, or by the cook.",
        "A ledger of the lamps should be kept and shown to the board each month.",
    )
    content = raw_pdf.line("Inspectors saw this at two yards.", 60, 780)
    for nth, words in enumerate(things):
        y = 760 - 15 * nth
        content += "" if words.startswith("those") else raw_pdf.line("\xb7", 60, y, 7)
        content += raw_pdf.line(words, 78, y)
    found = shape(canonical(raw_pdf.pages([content])))
    assert [kind for kind, _ in found] == ["paragraph", "item", "item", "item"]
    assert found[2][1].endswith("at night, or by the cook.")


def test_a_fount_whose_file_states_no_heights_makes_no_headings() -> None:
    """As some office programs write them: the box of each sign fits the sign alone."""
    font = (
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica"
        " /FontDescriptor << /Type /FontDescriptor /FontName /Helvetica"
        " /Flags 32 /FontBBox [0 0 1 1] /Ascent 5 /Descent -5 /ItalicAngle 0 /CapHeight 5"
        " /StemV 80 >> >>"
    )
    lines = (
        "the wardens count the keys of both yards each evening, as they were asked, and",
        "are to show the ledger of the lamps to the board at the end of every month for a",
        "year, which the board may prolong.",
    )
    content = "".join(raw_pdf.line(one, 60, 780 - 15 * nth) for nth, one in enumerate(lines))
    found = shape(canonical(raw_pdf.pages([content], font=font)))
    assert found == [("paragraph", " ".join(lines))]


NARROW = """
#set page(width: 16cm, height: 7cm, margin: 1cm)
#set text(size: 10pt)
#table(columns: (1.75cm, 4.6cm, 1.9cm, 3cm), [No], [Recommendation], [When due], [Implementation],
  [1], [Have every gate locked before the last cart has left the yard.], [31/10/2031], [Not yet],
  [2], [Count the keys of both yards in the evening, and show the ledger of them to the wardens
  who are asked to look after the yards at night and on the days of the fair.], [30/11/2031],
  [Begun])

== Areas for improvement
#table(columns: (1.75cm, 4.6cm, 1.9cm, 3cm), [No], [Area for improvement], [Target], [Answer],
  [3], [The lamps should be mended.], [1/12/2031], [Agreed])
"""


def ruled(xs: list[int], rows: list[list[str]]) -> str:
    """Operators that print a table with rules; LF parts the lines of a cell."""
    content, y = "", 780
    tops = [y]
    for row in rows:
        for x, cell in zip(xs, row, strict=False):
            for nth, words in enumerate(cell.split("\n")):
                content += raw_pdf.line(words, x + 4, y - 13 - 13 * nth, 10)
        y -= 6 + 13 * max(cell.count("\n") + 1 for cell in row)
        tops.append(y)
    rules = [(xs[0], top, xs[-1], top) for top in tops] + [(x, tops[0], x, y) for x in xs]
    return content + "".join(f"{a} {b} m {c} {d} l S\n" for a, b, c, d in rules)


def test_words_and_days_that_a_narrow_cell_breaks_are_whole() -> None:
    rows = [
        ["No", "Recommendatio\nn", "When due", "State"],
        ["1", "Lock the gates\nof the yard", "31/10/203\n1", "Implemente\nd"],
        ["2", "Have each of\nthe wardens", "30/11/203\n1", "Discussed\nonce"],
    ]
    found = shape(canonical(raw_pdf.pages([ruled([60, 90, 167, 220, 280], rows)])))
    assert [words for _, words in found] == [
        "No | Recommendation | When due | State",
        "1 | Lock the gates of the yard | 31/10/2031 | Implemented",
        "2 | Have each of the wardens | 30/11/2031 | Discussed once",
    ]


def test_a_second_table_on_a_page_has_a_head_of_its_own() -> None:
    text = canonical(made(NARROW.replace("height: 7cm", "height: 25cm")))
    last = [block for block in text.blocks if block.kind == "row"][-1]
    assert last.header[1] == "Area for improvement"


@pytest.mark.parametrize("height", ["5.6cm", "6.2cm", "6.6cm", "7cm"])
def test_a_row_that_a_page_break_parts_is_one_row(height: str) -> None:
    rows = [
        words
        for kind, words in texts(NARROW.replace("height: 7cm", f"height: {height}"))
        if kind == "row"
    ]
    assert sum(words.startswith("2 |") for words in rows) == 1
    assert any("at night and on the days of the fair. | 30/11/2031 | Begun" in r for r in rows)


def test_lines_that_end_left_of_where_they_begin_are_no_column() -> None:
    """As where a cell's last line and the next line of the first cell are taken for one."""
    places = [[(51, 105), (111, 167), (171, 226)], [(51, 103), (111, 129), (171, 227)]]
    places += [[(51, 101), (171, 178)], [(51, 85), (171, 106)]]
    rows = [
        [Line("words", 1, x0, x1, 700 - 14 * nth, 711 - 14 * nth, 0, 5) for x0, x1 in row]
        for nth, row in enumerate(places)
    ]
    assert aligned_table(rows, 0) == 0


def test_headings_that_stand_apart_are_two() -> None:
    lines = (("Inadequate", 14, 760), ("Cause of concern", 14, 731), ("The gates", 11, 700))
    lines = (*lines, *((f"are open at night, as warden {n} said.", 11, 680) for n in range(3)))
    content = "".join(raw_pdf.line(words, 60, y, size) for words, size, y in lines)
    found = shape(canonical(raw_pdf.pages([content])))
    assert found[:2] == [("heading", "Inadequate"), ("heading", "Cause of concern")]


def test_what_stands_behind_a_drawn_bullet_is_a_thing_of_a_list() -> None:
    """As browsers print lists: the bullet is a drawing and no sign of the text."""
    lines = ("lock both gates at dusk, before the last cart has left the lower yard, and", "dawn")
    lines = (*lines, "count the keys each evening", "keep a ledger of the lamps")
    content = raw_pdf.line("Each warden has been told, on the day of the fair, to:", 60, 780)
    for nth, words in enumerate(lines):
        y = 764 - 14 * nth
        content += raw_pdf.line(words, 90, y)
        content += "" if words == "dawn" else f"78 {y + 2} 4 4 re f\n"
    found = shape(canonical(raw_pdf.pages([content])))
    assert found[1:] == [("item", " ".join(lines[:2])), ("item", lines[2]), ("item", lines[3])]


def test_letters_with_a_bracket_begin_a_line_each() -> None:
    lines = ("The board asks the wardens to", "a) lock both gates", "b) count the keys")
    content = "".join(raw_pdf.line(one, 60, 780 - 14 * nth) for nth, one in enumerate(lines))
    assert [words for _, words in shape(canonical(raw_pdf.pages([content])))] == list(lines)


def test_columns_that_nearly_touch_are_parted_where_their_cells_begin() -> None:
    """As browsers print a table without rules: each cell is a text of its own."""
    rows = [("CU-07", "Audit the keys", "Esk"), ("CU-08", "Mend both gates", "Holt")]
    rows += [("CU-09", "Count the carts", "Yardley"), ("CU-10", "Order lamps", "Moor")]
    content = ""
    for nth, cells in enumerate(rows):
        for x, words in zip((60, 91, 180), cells, strict=True):
            content += raw_pdf.line(words, x, 780 - 16 * nth, 10)
    found = shape(canonical(raw_pdf.pages([content])))
    assert found == [("row", " | ".join(cells)) for cells in rows]


def test_each_thing_of_a_list_whose_marks_are_not_letters_stands_by_itself() -> None:
    found = [words for _, words in texts(UNMARKED)]
    assert found[1:] == [
        "make sure that every investigation has a plan that a supervisor has approved;",
        "within six months, look again at the size of each of its investigation teams;",
        "within twelve months, show that victims are told what happens next.",
    ]


def test_a_deadline_that_heads_a_thing_of_a_list_is_not_asked_about_again() -> None:
    found = read(canonical(made(UNMARKED))).lines()
    kinds = {line["kind"] for line in found if "within six months" in str(line["quote"])}
    assert kinds == {"recommendation"}
