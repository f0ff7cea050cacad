"""Web pages: blocks in order, tables with their headers, and what is not part of the story."""

import pytest
from tests.hostile.law import hanging, lawful, shape

from answerable.reading.formats import canonical
from answerable.vocabulary.refusal import Refusal

PAGE = """<!doctype html>
<html><head><title>Inspection letter – Marlshire</title><script>if(a<b){"<div>"}</script></head>
<body class="has-nav"><div class="cookie-banner"><p>We use cookies</p></div>
<header><a href="/">Marlshire</a><nav><ul><li>Home</li><li>News</li></ul></nav></header>
<main><h1>Serious and organised crime</h1><p>Published 4&nbsp;March 2031</p>
<p>We found one cause of con&shy;cern. By 30 September 2031, <b>the force should</b>:</p>
<ol><li>train every <em>officer</em>;<ul><li>new ones; and</li><li>old ones;</li></ul></li>
<li><p>publish it.</p><p>This is more of item two.</p></li></ol>
<h2><button>Grades</button></h2>
<table><caption>Table 1</caption><thead><tr><th>Question</th><th colspan=2>Grade</th></tr></thead>
<tbody><tr><td>Responding</td><td>Good</td><td>2</td></tr>
<tr><td rowspan=2>Investigating</td><td>Inadequate</td><td></td></tr>
<tr><td>Adequate</td><td><p>a</p><p>b</p></td></tr></tbody></table>
<dl><dt>Date</dt><dd>16 July 2031</dd><dt>Venue:</dt><dd>Room 1<br>Marlton</dd></dl>
<table><tr><th>Decision maker</th><td>Commissioner</td></tr></table>
<table><tr><td>Owner</td><td>AE</td></tr><tr><td>Status</td><td>Open</td></tr></table>
<blockquote><p>We will act.</p></blockquote>
<figure><img alt="x"><figcaption>Two officers</figcaption></figure>
<p><b>Next steps</b></p><p>First line<br>Second line<br>and on</p>
<p style="display:none">Nobody sees this</p>
<div class="share-buttons"><a>Tweet</a></div></main>
<footer><p>Contact us</p></footer></body></html>"""


def test_a_page_becomes_blocks_in_order() -> None:
    """Protects every kind of block that a report page has."""
    text = lawful(PAGE.encode())
    story = [(kind, words) for kind, words in shape(text) if kind != "furniture"]
    assert story == [
        ("heading", "Serious and organised crime"),
        ("paragraph", "Published 4 March 2031"),
        (
            "paragraph",
            "We found one cause of concern. By 30 September 2031, the force should:",
        ),
        ("item", "1. train every officer;"),
        ("item", "new ones; and"),
        ("item", "old ones;"),
        ("item", "2. publish it."),
        ("paragraph", "This is more of item two."),
        ("heading", "Grades"),
        ("heading", "Table 1"),
        ("row", "Question | Grade |"),
        ("row", "Responding | Good | 2"),
        ("row", "Investigating | Inadequate |"),
        ("row", "| Adequate | a\nb"),
        ("key_value", "Date: 16 July 2031"),
        ("key_value", "Venue: Room 1\nMarlton"),
        ("key_value", "Decision maker: Commissioner"),
        ("key_value", "Owner: AE"),
        ("key_value", "Status: Open"),
        ("quotation", "We will act."),
        ("heading", "Next steps"),
        ("paragraph", "First line"),
        ("paragraph", "Second line and on"),
    ]
    furniture = [words for kind, words in shape(text) if kind == "furniture"]
    assert furniture == [
        "We use cookies",
        "Marlshire",
        "Home",
        "News",
        "Two officers",
        "Nobody sees this",
        "Tweet",
        "Contact us",
    ]
    assert text.title == "Inspection letter – Marlshire"
    assert len(text.warnings) == 1


def test_every_item_hangs_from_the_sentence_above_the_list() -> None:
    """Protects deadlines of nested items and of items with paragraphs."""
    assert set(hanging(lawful(PAGE.encode())).values()) == {
        "By 30 September 2031, the force should:"
    }


def test_a_wide_header_names_each_of_its_columns_and_its_words_stand_once() -> None:
    """Protects the reading of a grade under a header over two columns."""
    text = lawful(PAGE.encode())
    row = next(b for b in text.blocks if text.exact(b) == "Responding | Good | 2")
    assert row.header == ("Question", "Grade", "Grade")
    assert row.path == "/html/body/main/table[1]/tbody/tr[1]"


def test_a_path_finds_the_element_again() -> None:
    """Protects the link from a quote to its place in the page."""
    text = lawful(PAGE.encode())
    block = next(b for b in text.blocks if text.exact(b) == "This is more of item two.")
    assert block.path == "/html/body/main/ol[1]/li[2]/p[2]"


COMMITTEE = """<html><body><form><div><h1>Agenda and minutes</h1>
<p><strong>Venue:</strong> Chamber, 3 High Street</p>
<table><tr><th>No.</th><th>Item</th></tr>
<tr><td>1.</td><td><h4>APOLOGIES</h4><p>Apologies were received from Councillor Example.</p></td>
</tr><tr><td>39/20</td><td><p>MINUTES OF THE LAST MEETING</p><p>To approve the minutes.</p></td>
</tr></table></div></form></body></html>"""


def test_a_committee_page_is_not_one_table() -> None:
    """Protects agendas that are laid out in a table of numbers and items."""
    assert shape(lawful(COMMITTEE.encode())) == [
        ("heading", "Agenda and minutes"),
        ("key_value", "Venue: Chamber, 3 High Street"),
        ("paragraph", "No."),
        ("paragraph", "Item"),
        ("heading", "1. APOLOGIES"),
        ("attendance", "Apologies were received from Councillor Example."),
        ("heading", "39/20 MINUTES OF THE LAST MEETING"),
        ("paragraph", "To approve the minutes."),
    ]


def test_a_pages_title_is_not_its_letterhead() -> None:
    """Protects the heading above a letter that is published as a page."""
    page = (
        "<main><h1>Government response</h1><p>Home Secretary<br>2 Example Street<br>London</p>"
        "<p>15 January 2034</p><p>Dear Andy,</p><p>Thank you for the report.</p>"
        "<p>Yours sincerely,</p><p>J. Bloggs<br>Home Secretary</p></main>"
    )
    text = lawful(f"<html><body>{page}</body></html>".encode())
    assert [kind for kind, _ in shape(text)] == [
        "heading",
        "letterhead",
        "letterhead",
        "letterhead",
        "paragraph",
        "paragraph",
        "paragraph",
        "paragraph",
        "letterhead",
        "letterhead",
    ]


@pytest.mark.parametrize(
    "page",
    [
        "<html><body></body></html>",
        "<html><body><nav>Menu</nav><footer>Foot</footer></body></html>",
        "<!doctype html><script>document.write('x')</script>",
    ],
)
def test_a_page_without_words_of_its_own_is_refused(page: str) -> None:
    """Protects from an empty reading of a page that a script fills in."""
    with pytest.raises(Refusal, match="no words") as refused:
        canonical(page.encode())
    assert refused.value.code == "no-text"


def test_a_header_in_an_article_is_part_of_it() -> None:
    """Protects the title and date of sites that set them in a header element."""
    page = (
        "<body><header>Site</header><article><header><h1>Force improves</h1>"
        "<p>3 May 2031</p></header><p>The force was rated good.</p></article></body>"
    )
    assert [kind for kind, _ in shape(lawful(page.encode(), name="a.html"))] == [
        "furniture",
        "heading",
        "paragraph",
        "paragraph",
    ]
