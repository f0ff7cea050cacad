"""The law of canonical text on documents that nobody thought of."""

from html import escape

from hypothesis import given
from hypothesis import strategies as st
from tests.hostile.law import check

from answerable.reading.formats import canonical
from answerable.vocabulary.refusal import Refusal


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_any_text_is_lawful_or_refused(words: str) -> None:
    """Protects the law of blocks on text that nobody thought of."""
    try:
        text = canonical(words.encode())
    except Refusal:
        return
    check(text)


_PIECES = [
    "The force should:", "- act;", "  - deeper", "1. One", "2. Two", "Date: 3 May 2031", ">",
    "> so", "“Open.", "Closed.”", "A | B", "1 | 2", "a\tb", "c\td", "Present:", "Jo Bloggs",
    "====", "# Title", "Dear Jo", "Yours sincerely", "Minutes", "", "", "(a) x", "•", "Read more",
    "Page 3", "3.1 Point", "39/20", "prose that goes on and on to the end of a line of words",
]  # fmt: skip


@given(st.lists(st.sampled_from(_PIECES), max_size=25))
def test_any_order_of_lines_is_lawful(lines: list[str]) -> None:
    """Protects the law of blocks where forms of lines meet."""
    try:
        text = canonical("\n".join(lines).encode())
    except Refusal:
        return
    check(text)


_CELLS = st.text(alphabet="ab1 £.:|-\n", max_size=8)


@given(st.lists(st.lists(_CELLS, min_size=1, max_size=4), min_size=1, max_size=8))
def test_any_table_is_lawful(rows: list[list[str]]) -> None:
    """Protects cells and headers of tables with holes, bars and line breaks, in CSV and HTML."""
    table = "\n".join(",".join(f'"{cell}"' for cell in row) for row in rows)
    page = "".join(
        "<tr>" + "".join(f"<td><p>{escape(cell)}</p></td>" for cell in row) + "</tr>"
        for row in rows
    )
    for words, name in ((table, "a.csv"), (f"<html><body><table>{page}", "a.html")):
        try:
            text = canonical(words.encode(), name=name)
        except Refusal:
            continue
        check(text)


_TAGS = st.sampled_from([
    "p", "div", "ul", "ol", "li", "b", "span", "h2", "table", "tr", "td", "th", "dl", "dt", "dd",
    "blockquote", "br", "nav", "main", "section", "pre",
])  # fmt: skip
_MARKUP = st.one_of(
    _TAGS.map(lambda tag: f"<{tag}>"),
    _TAGS.map(lambda tag: f"</{tag}>"),
    st.sampled_from(
        ["The force should:", "act;", "1. One", "&nbsp;", "Date: 3 May", "“Open.", " "]
    ),
)


@given(st.lists(_MARKUP, max_size=40))
def test_any_markup_is_lawful(parts: list[str]) -> None:
    """Protects from pages whose tags are in any order, open or closed."""
    try:
        text = canonical(f"<html><body>{''.join(parts)}".encode())
    except Refusal:
        return
    check(text)
