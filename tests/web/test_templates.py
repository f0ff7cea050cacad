"""Every template, rendered with sample words: frame, headings, policy, escaping."""

import re
from html.parser import HTMLParser
from itertools import pairwise
from types import SimpleNamespace as Of

import pytest
from django.template import Context, Engine

from answerable.web.templatetags.govuk import ADDRESSES, AREAS, STATES
from tests.web.preview import WEB, engine, render
from tests.web.sample_pages import PAGES

NAMES = sorted(PAGES)


class Reader(HTMLParser):
    """Titles, headings, attributes and inline script or style of one page."""

    def __init__(self) -> None:
        super().__init__()
        self.levels: list[int] = []
        self.inline: list[str] = []
        self.ids: list[str] = []
        self.title = ""
        self._open = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open = tag
        given = dict(attrs)
        if re.fullmatch(r"h[1-6]", tag):
            self.levels.append(int(tag[1]))
        if tag == "style" or "style" in given or any(name.startswith("on") for name in given):
            self.inline.append(tag)
        if tag == "script" and not given.get("src"):
            self.inline.append(tag)
        if given.get("id"):
            self.ids.append(str(given["id"]))

    def handle_data(self, data: str) -> None:
        if self._open == "title":
            self.title += data

    def handle_endtag(self, tag: str) -> None:
        self._open = ""


@pytest.fixture(scope="module")
def templates() -> Engine:
    return engine()


def read(name: str, templates: Engine) -> Reader:
    reader = Reader()
    reader.feed(render(name, using=templates))
    return reader


@pytest.mark.parametrize("name", NAMES)
def test_each_page_has_one_first_heading_and_skips_no_level(name: str, templates: Engine) -> None:
    levels = read(name, templates).levels
    # The error summary stands before the title, so that it is met first.
    assert levels.count(1) == 1
    after = levels[levels.index(1) :]
    assert all(b - a <= 1 for a, b in pairwise(after))


@pytest.mark.parametrize("name", NAMES)
def test_nothing_stands_inline_so_the_strict_policy_holds(name: str, templates: Engine) -> None:
    assert read(name, templates).inline == []


@pytest.mark.parametrize("name", NAMES)
def test_no_name_in_a_page_is_used_twice(name: str, templates: Engine) -> None:
    ids = read(name, templates).ids
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("name", NAMES)
def test_every_page_says_whose_it_is_not(name: str, templates: Engine) -> None:
    assert "Answerable is not a government website" in render(name, using=templates)


def test_page_titles_are_unique(templates: Engine) -> None:
    titles = [read(name, templates).title.strip() for name in NAMES]
    assert all(title.endswith(" - Answerable") for title in titles)
    assert len(titles) == len(set(titles))


def test_every_template_has_a_sample_or_is_looked_at_when_served() -> None:
    shown = {template for template, _ in PAGES.values()}
    frames = {"base.html", "columns.html"}
    parts = {
        *("documents/text.html", "documents/pieces.html"),
        *("history/checked.html", "history/verify_files.html", "sessions/box.html"),
        *("sessions/group.html", "week/group.html", "review/read_as.html"),
    }
    served = {  # looked at as served pages, with what the record really holds
        *("measures/compared.html", "measures/explore.html", "measures/multiples.html"),
        *("measures/verdict.html", "sessions/build.html", "sessions/live.html"),
        *("sessions/sign.html", "importing/progress.html", "review/progress.html"),
        *("search/index.html", "figures/progress.html", "errors/held.html"),
        "responses/explanations.html",
    }
    every = {
        path.relative_to(WEB / "templates").as_posix()
        for path in (WEB / "templates").rglob("*.html")
        if path.parent.name != "govuk"
    }
    assert every == shown | frames | parts | served


def test_a_note_over_several_lines_is_no_part_of_a_page() -> None:
    """`{# #}` hides one line alone; over two it is shown to every reader."""
    found = [
        path.name
        for path in (WEB / "templates").rglob("*.html")
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.count("{#") != line.count("#}")
    ]
    assert found == []


def test_a_documents_words_are_escaped(templates: Engine) -> None:
    page = render("document", using=templates)
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; stays words." in page
    assert '<mark id="quote-1">one cause of concern and nine recommendations</mark>' in page


def test_every_line_of_the_case_has_a_source_or_a_link(templates: Engine) -> None:
    _, page = PAGES["case"]
    assert all(line.sources or line.links for line in page.lines)
    html = render("case", using=templates)
    assert html.count('class="app-line"') == len(page.lines)
    assert html.count('class="app-source"') == sum(len(line.sources) for line in page.lines)


def test_reply_and_report_a_mistake_stand_on_each_adverse_line(templates: Engine) -> None:
    _, page = PAGES["case"]
    adverse = sum(bool(getattr(line, "adverse", False)) for line in page.lines)
    html = render("case", using=templates)
    assert adverse >= 1
    assert html.count(">Reply<") == html.count(">Report a mistake<") == adverse


def test_the_past_view_says_so_and_leads_back(templates: Engine) -> None:
    html = render("finding", using=templates)
    assert "You are looking at 16 July 2024, as the record stood at entry 1,482." in html
    assert ">See today</a>" in html


@pytest.mark.parametrize("code", sorted(STATES))
def test_a_tag_has_at_most_two_short_words_and_a_shape(code: str) -> None:
    state = STATES[code]
    assert 1 <= len(state.words.split()) <= 2
    assert len(state.words) <= 13
    assert state.shape


def test_states_that_look_alike_in_colour_differ_in_words() -> None:
    seen = {(state.words, state.look, state.shape) for state in STATES.values()}
    assert len(seen) == len(STATES) - 1  # "in part" of an answer and of a claim are one tag


def test_an_unknown_state_is_a_defect_not_a_grey_tag(templates: Engine) -> None:
    template = templates.from_string("{% load govuk %}{% state_tag code %}")
    with pytest.raises(KeyError):
        template.render(Context({"code": "amber"}))


def test_a_state_may_be_an_enum_or_carry_underscores(templates: Engine) -> None:
    template = templates.from_string("{% load govuk %}{% state_tag code %}")
    assert "Too early" in template.render(Context({"code": "too_early"}))
    assert "Too early" in template.render(Context({"code": Of(value="too early")}))


def test_a_ragged_table_is_a_defect(templates: Engine) -> None:
    template = templates.from_string("{% load govuk %}{% data_table table %}")
    ragged = Of(caption="", head=["One", "Two"], rows=[["only one"]])
    with pytest.raises(ValueError, match="zip"):
        template.render(Context({"table": ragged}))


def test_each_area_has_its_address() -> None:
    assert {name for name, _ in AREAS} <= set(ADDRESSES)
