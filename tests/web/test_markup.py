"""Components written as text escape every value, and say as much as their shapes promise."""

from typing import Any

import pytest
from django.template.loader import render_to_string
from django.utils.html import conditional_escape
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy

from answerable.operations.pages.parts import Aside, Cell, Item, Link, Row
from answerable.web.markup import marks, rows, tables

HOSTILE = "<script>\"&'</script>"
LINK = Link(label="Import an action log", url="/import/")


def test_no_value_of_a_row_a_cell_or_a_line_reaches_the_page_as_markup() -> None:
    row = Row(
        title=HOSTILE,
        url=HOSTILE,
        sentence=HOSTILE,
        state="overdue",
        note=HOSTILE,
        links=(Link(label=HOSTILE, url=HOSTILE),),
        reply_url=HOSTILE,
        mistake_url=HOSTILE,
    )
    cell = Cell(
        words=HOSTILE, url=HOSTILE, note=HOSTILE, label=HOSTILE, reply_url=HOSTILE, mistake_url="#"
    )
    made = rows.row_items((row,)) + tables.table_rows(
        [(HOSTILE, False), (HOSTILE, True)], [(HOSTILE, cell), (cell, HOSTILE)]
    )
    assert "<script" not in made
    assert "\"&'" not in made
    assert made.count("&lt;script&gt;") >= 20


def test_a_link_of_a_row_says_to_a_listener_what_it_is_about() -> None:
    row = Row(title="one " * 20, links=(Link(label="Pack (PDF)", url="/a.pdf"),))
    made = rows.row_items((row,))
    assert f'aria-label="Pack (PDF): {"one " * 11}one …"' in made
    assert marks.few("a b c", 12) == "a b c"


def test_the_first_cell_heads_its_row_and_numbers_are_marked() -> None:
    made = tables.table_rows([("Action", False), ("Moved", True)], [("Visit", "1")])
    assert '<th scope="row" role="rowheader" data-label="Action"><span>Visit</span></th>' in made
    assert '<td role="cell" data-label="Moved" class="app-number"><span>1</span></td>' in made


@pytest.mark.parametrize(
    "words",
    [
        "",
        "plain",
        '<b>& "quoted" it\'s</b>',
        mark_safe("<b>&amp;</b>"),
        1_482,
        gettext_lazy("Yes"),
    ],
)
def test_words_are_escaped_as_the_templates_do(words: Any) -> None:
    """The short way for plain strings gives what the long way gives, and may be escaped again."""
    once = marks.escaped(words)
    assert once == conditional_escape(words)
    assert marks.escaped(once) == once


@pytest.mark.parametrize(
    ("part", "printed"),
    [
        (Aside(title="Sources", paragraphs=("Read on Monday.",), links=(LINK,)), True),
        (Aside(title="The record", facts=(Item(label="Entries", words="12"),)), True),
        (Aside(title="Your work", links=(LINK,)), False),
        (Aside(title="What you can do", actions=(LINK,)), False),
        (Aside(title="Mail", paragraphs=("A mail opens.",), links=(LINK,), screen=True), False),
    ],
)
def test_what_one_can_only_press_is_not_printed(part: Aside, *, printed: bool) -> None:
    """A list of places to go to takes a sheet and leads nowhere."""
    told = render_to_string("govuk/aside.html", {"parts": (part,)})
    assert ("app-aside__part--screen" not in told) is printed
