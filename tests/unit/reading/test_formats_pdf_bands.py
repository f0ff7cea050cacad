"""PDF: tables without rules between their columns, and with or without between their rows."""

import pytest
import typst
from tests.hostile.law import shape

from answerable.reading.formats import canonical

PLAN = """
#set page(width: 17cm, height: 20cm, margin: 1.5cm)
#set text(size: 10pt)
The wardens answer for each line of this plan, and the board reads it in May.

#table(columns: (4cm, 5cm, 2.6cm), DRAWN,
  [What inspectors asked], [What is done], [By when],
  [Lock the gates of both yards before the last cart has left], [A warden goes round at dusk],
  [31 October 2031],
  [Count the keys], [Two wardens count them, and write the number of them in the ledger of the
  lower yard], [30 November 2031],
  [Mend the lamps on the quay and on the stairs to it], [Ordered], [1 December 2031])

The board asked for no more, and thanked the wardens for their work in a hard year.
"""
ROWS = [
    "What inspectors asked | What is done | By when",
    "Lock the gates of both yards before the last cart has left | A warden goes round at dusk"
    " | 31 October 2031",
    "Count the keys | Two wardens count them, and write the number of them in the ledger of the"
    " lower yard | 30 November 2031",
    "Mend the lamps on the quay and on the stairs to it | Ordered | 1 December 2031",
]


def texts(source: str) -> list[tuple[str, str]]:
    return shape(canonical(bytes(typst.compile(source.encode()))))


@pytest.mark.parametrize(
    "drawn",
    [
        "stroke: (x: none, y: 0.5pt)",
        "stroke: (x: none, y: 0.5pt), inset: 2pt",
        "stroke: (x, y) => (bottom: 0.5pt), inset: (left: 0pt, right: 12pt, y: 9pt)",
        "stroke: none, inset: (y: 9pt)",
        "stroke: none, fill: (_, y) => if calc.odd(y) { luma(235) } else { luma(250) }",
    ],
)
def test_a_table_without_rules_between_columns_is_read_by_rows(drawn: str) -> None:
    found = texts(PLAN.replace("DRAWN", drawn))
    assert [words for kind, words in found if kind == "row"] == ROWS
    assert [kind for kind, _ in found] == ["paragraph", *["row"] * 4, "paragraph"]


def test_what_stands_in_one_piece_between_the_rules_parts_two_tables() -> None:
    source = PLAN.replace("DRAWN", "stroke: (x: none, y: 0.5pt)").replace(
        "[Count the keys],",
        "table.cell(colspan: 3)[What the wardens of the upper yard were asked by the board],"
        "[Count the keys],",
    )
    found = texts(source)
    assert [words for kind, words in found if kind == "row"] == ROWS
    assert "What the wardens of the upper yard were asked by the board" in {
        words for _, words in found
    }


def test_text_in_two_columns_between_rules_is_no_table() -> None:
    part = "The wardens go round the yards at dusk and at dawn, and count the keys. " * 4
    source = (
        "#set page(columns: 2, width: 17cm, height: 20cm)\n#set text(size: 10pt)\n"
        + f"#line(length: 14cm, stroke: 0.5pt)\n{part}\n\n" * 4
        + "#colbreak()\n"
        + f"{part}\n\n" * 4
    )
    assert "row" not in {kind for kind, _ in texts(source)}


def test_a_table_with_rules_at_its_head_and_foot_alone_keeps_its_rows() -> None:
    lines = ", ".join(f"[Gate {n}], [{n * 7} carts], [203{n}]" for n in range(6))
    source = (
        "#set text(size: 10pt)\n#table(columns: (5cm, 4cm, 3cm), stroke: none, table.hline(),"
        f"[Gate], [Carts], [Year], table.hline(), {lines}, table.hline())"
    )
    rows = [words for kind, words in texts(source) if kind == "row"]
    assert len(rows) == 7
    assert rows[-1] == "Gate 5 | 35 carts | 2035"
