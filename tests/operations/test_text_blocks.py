"""Rows of a log stand as a table, each cell with its marks; a long one costs its length once."""

from answerable.operations.pages.documents import text_blocks
from answerable.operations.pages.documents.text_blocks import Mark
from answerable.operations.pages.parts import Link
from answerable.reading.layout.canonical_text import Block, CanonicalText, Span
from answerable.web.markup.text_tables import text_table

HEAD = ("Ref", "Action", "Owner")


def log(rows: int) -> CanonicalText:
    """A heading, a head and rows `n | Do n. | ` (the owner empty), as the reader makes them."""
    text, made = "Tracker", [Block("heading", 0, 7, "Tracker", 1)]
    for at, cells in enumerate((HEAD, *((str(n), f"Do <{n}>.", "") for n in range(1, rows + 1)))):
        spans, start = [], len(text) + 2
        place = start
        for cell in cells:
            spans.append(Span(place, place + len(cell)))
            place += len(cell) + 3
        text += "\n\n" + " | ".join(cells)
        paths = tuple(f"Tracker!{letter}{at + 5}" for letter in "ABC")
        made.append(
            Block(
                "row",
                start,
                len(text),
                f"Tracker!A{at + 5}:C{at + 5}",
                cells=tuple(spans),
                cell_paths=paths,
                header=HEAD if at else (),
            )
        )
    return CanonicalText(text, tuple(made), "0" * 64, "text/csv")


def over(text: CanonicalText, words: str, **more: object) -> Mark:
    start = text.text.index(words)
    return Mark(start, start + len(words), **more)  # type: ignore[arg-type]  # link, here


def test_rows_are_one_table_under_their_own_head_with_the_number_of_the_sheet() -> None:
    heading, table = text_blocks.blocks(log(3), ())
    assert (heading.kind, table.kind, table.head) == ("heading", "table", HEAD)
    assert [row.number for row in table.rows] == ["6", "7", "8"], "the head is no row"
    html = text_table(table)
    assert html.count("<th ") == 4 + 3
    assert "Do &lt;2&gt;." in html


def test_a_mark_over_cells_has_its_page_once_and_the_asked_words_one_name() -> None:
    text = log(3)
    link = Link(label="Action 2", url="/findings/2/")
    whole = over(text, "2 | Do <2>.", link=link, here=True)
    table = text_blocks.blocks(text, (whole, over(text, "Do <2>.", link=link)))[1]
    html = text_table(table)
    assert html.count('href="/findings/2/"') == html.count('id="words"') == 1
    assert html.count('class="app-here"') == 2, "the separator between two cells is not shown"


def test_a_fact_that_rests_on_a_head_is_marked_in_a_row() -> None:
    """Its address leads to `#words`: in a head they are on no phone, and were nowhere at all."""
    text = log(3)
    table = text_blocks.blocks(text, (over(text, "Action", here=True),))[1]
    assert [row.number for row in table.rows] == ["5", "6", "7", "8"]
    body = text_table(table).partition("<tbody")[2]
    assert '<mark id="words" class="app-here">Action</mark>' in body


def test_a_withheld_cell_is_covered_and_a_withheld_head_is_left_out() -> None:
    text = log(2)
    at = text.text.index("Do <1>.")
    html = text_table(text_blocks.blocks(text, (), hidden=((at, at + 7),))[1])
    assert "Do &lt;1&gt;." not in html
    assert "[withheld]" in html
    at = text.text.index("Owner")
    assert "Owner" not in text_table(text_blocks.blocks(text, (), hidden=((at, at + 5),))[1])


def test_a_part_of_a_long_log_keeps_its_head() -> None:
    (table,) = text_blocks.blocks(log(30), (), within=(10, 20))
    assert table.head == HEAD
    assert [row.number for row in table.rows] == [str(n) for n in range(14, 24)]
