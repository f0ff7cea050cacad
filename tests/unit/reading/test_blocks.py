"""Lines, levels, lead-ins and pages: the parts that every format shares."""

from itertools import pairwise

import pytest
from tests.hostile.law import check

from answerable.reading.formats.tables import table_pieces
from answerable.reading.layout.blocks import lay_out, settle
from answerable.reading.layout.depths import Depths
from answerable.reading.layout.lines import is_heading, key_value, marker, sentence_starts
from answerable.reading.layout.pieces import Piece, clean, flow


@pytest.mark.parametrize(
    ("line", "style"),
    [
        ("- act", "-"),
        ("• act", "•"),
        ("\uf0b7 act", "\uf0b7"),
        ("1. Act", "1"),
        ("12) Act", "1"),
        ("11.Act now", "1"),
        ("3   Act", "1"),
        ("(a) act", "a"),
        ("b. act", "a"),
        ("(iv) act", "i"),
        ("IV. Act", "I"),
        ("3.1 The force", "1.1"),
        ("2.1.4. The force", "1.1"),
        ("J. Smith – Chief Constable", None),
        ("A. Example", None),
        ("2030 was a good year", None),
        ("£3.5 million", None),
        ("16 July 2030", None),
        ("-", None),
        ("anti-social", None),
        ("", None),
        ("[ ] Order the new signs (Estates, 4 May)", "["),
        ("[x] Tell the wardens", "["),
        ("☐ Tell the wardens", "☐"),
        ("[sic] is what the letter says", None),
        ("[ ]", None),
    ],
)
def test_list_markers(line: str, style: str | None) -> None:
    """Protects names with initials, dates and amounts from being list items."""
    found = marker(line)
    assert (found.style if found else None) == style


@pytest.mark.parametrize(
    ("line", "pair"),
    [
        ("Date: 16 July 2030", ("Date", "16 July 2030")),
        ("Overall: Inadequate", ("Overall", "Inadequate")),
        ("Serious and organised crime: Good", ("Serious and organised crime", "Good")),
        ("Action 12/07: CS to write.", ("Action 12/07", "CS to write.")),
        ("Recommendation 3: By May act.", ("Recommendation 3", "By May act.")),
        ("cc: Home Office", None),
        ("She said: “No.”", None),
        ("The force should: act", None),
        ("The release gives the grades: three good", None),
        ("We found this: it is so.", None),
        ("10:30 start", None),
        ("https://example.org", None),
        ("Table 1: grades by question", None),
        ("Invented force and figures: no body of this name exists.", None),
        ("no key at all", None),
    ],
)  # fmt: skip
def test_keys_and_values(line: str, pair: tuple[str, str] | None) -> None:
    """Protects sentences with a colon from being taken for labels."""
    assert key_value(line) == pair


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Cause of concern", True),
        ("1. Matters arising", True),
        ("SERIOUS AND ORGANISED CRIME", True),
        ("Recommendations:", True),
        ("The force should:", False),
        ("The force should immediately", False),
        ("Jo Bloggs said:", False),
        ("Dear Home Secretary", False),
        ("Yours sincerely", False),
        ("16 July 2030", False),
        ("It was good.", False),
        ("a small beginning", False),
        ("“Quoted”", False),
        ("This goes on for more words than any heading of a report would have in it", False),
    ],
)  # fmt: skip
def test_headings(line: str, expected: bool) -> None:
    """Protects lead-ins, dates and speakers from being headings, which end a section."""
    assert is_heading(line) is expected


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One. Two.", ["One. ", "Two."]),
        ("Mr. C. Example met Supt. Sample. So.", ["Mr. C. Example met Supt. Sample. ", "So."]),
        ("At £3.5 million. “Good,” he said.", ["At £3.5 million. ", "“Good,” he said."]),
        ("See e.g. Table 2. Act", ["See e.g. Table 2. ", "Act"]),
        ("No end", ["No end"]),
    ],
)  # fmt: skip
def test_sentences(text: str, sentences: list[str]) -> None:
    """Protects lead-ins from beginning in the middle of a name."""
    starts = [*sentence_starts(text), len(text)]
    assert [text[a:b] for a, b in pairwise(starts)] == sentences


def test_depths_of_lists() -> None:
    """Protects nested lists: by indent, and at one indent by the style of the marker."""
    depths = Depths(tolerance=3)
    steps = [
        (0, "•"),
        (10, "-"),
        (11, "-"),
        (0, "•"),
        (0, "1"),
        (0, "a"),
        (0, "a"),
        (0, "1"),
        (0, "•"),
    ]
    assert [depths.level(*step) for step in steps] == [1, 2, 2, 1, 1, 2, 2, 1, 2]
    assert depths.within(20) == 2
    depths.close()
    assert depths.within(20) == 0


def test_pages_begin_where_their_first_words_do() -> None:
    """Protects page numbers of quotes: blank pages, and a paragraph over two pages."""
    pieces = [
        Piece("paragraph", "First.", "page 1", page=1),
        Piece("paragraph", "Begins here and ends there.", "page 1", page=1, page_turns=(16,)),
        Piece("paragraph", "Last.", "page 4", page=4),
    ]
    text = lay_out(settle(pieces), data=b"x", media_type="application/pdf", pages=5)
    check(text)
    assert text.page_starts == (0, 24, 37, 37, 42)
    assert [text.page_of(at) for at in (0, 10, 24, 37)] == [1, 1, 2, 4]


def test_a_lead_in_goes_up_from_list_to_list() -> None:
    """Protects the deadline of a nested item: its lead-in's block has the next one up."""
    pieces = [
        Piece("paragraph", "We were told. By May it should:", "a"),
        Piece("item", "write a plan in which:", "b", level=1),
        Piece("item", "risks are scored;", "c", level=2),
        Piece("paragraph", "More on risks.", "d", level=2),
        Piece("item", "owners are named;", "e", level=2),
        Piece("item", "publish it.", "f", level=1),
    ]
    text = lay_out(settle(pieces), data=b"", media_type="text/plain")
    check(text)
    hangs = [text.exact(b.lead_in) if b.lead_in else None for b in text.blocks]
    assert hangs == [
        None,
        "By May it should:",
        "write a plan in which:",
        None,
        "write a plan in which:",
        "By May it should:",
    ]


@pytest.mark.parametrize(
    ("rows", "kinds", "header"),
    [
        ([["Question", "Grade"], ["Custody", "Good"]], ["row", "row"], ("Question", "Grade")),
        ([["Jo Bloggs", "Commissioner"], ["A. Example", "Constable"]], ["row", "row"], ()),
        ([["Date", "3 May"], ["Venue", "Room 1"]], ["key_value", "key_value"], ()),
        (
            [["Custody", ""], ["Ref", "Action"], ["1", "Act"]],
            ["heading", "row", "row"],
            ("Ref", "Action"),
        ),
        ([["Charges", "12"], ["Seizures", "14"]], ["row", "row"], ()),
        ([["", ""], ["", ""]], [], ()),
    ],
)  # fmt: skip
def test_which_row_is_the_header(
    rows: list[list[str]], kinds: list[str], header: tuple[str, ...]
) -> None:
    """Protects people and figures in a first row from being the names of columns."""
    pieces = table_pieces(rows, paths=[str(n) for n in range(len(rows))])
    assert [piece.kind for piece in pieces] == kinds
    assert (pieces[-1].header if pieces else ()) == header


def test_clean_and_flow() -> None:
    """Protects the repairs of canonical text, on short and plain text too."""
    assert clean(" a\u00a0b \r\n\r\n c\u00add\u2028e ") == "a b\ncd\ne"
    assert flow("a \n b\t\tc") == "a b c"
    assert flow(" plain ") == "plain"
