"""Each summary says what it is, on its page: ours, about whose page, at which address."""

import re
from typing import Any
from urllib.parse import urlsplit

import pytest

from answerable.vocabulary.times import first_day
from tests.unit.catalogue.story import LATEST, STORY, page, toml

DOCUMENTS: list[dict[str, Any]] = toml("documents.toml")["document"]
TYPES = {
    "inspection-report",
    "inspection-letter",
    "press-release",
    "statutory-response",
    "statement",
    "agenda",
    "minutes",
    "action-log",
    "register",
    "plan",
    "decision",
    "funding",
    "news",
    "other",
}
LETTERHEAD = re.compile(r"\b(Dear|Yours (?:sincerely|faithfully)|Our ref|Cc:)\b")
TOO_STRONG = re.compile(r"\b(in breach|unsupported|exaggerated|false|failed|ordered|red|amber)\b")


def name(entry: dict[str, Any]) -> str:
    return str(entry["file"])


@pytest.mark.parametrize("entry", DOCUMENTS, ids=name)
class TestEachSummary:
    def test_notice_and_address_stand_on_the_page(self, entry: dict[str, Any]) -> None:
        opened = page(entry["file"])
        assert opened.paragraphs[0] == (
            "Summary written for this demonstration from the page at "
            f"{entry['about']}. These are not the original’s words."
        )
        assert opened.facts["Address of the original"] == entry["about"]
        assert opened.facts["Summary by"] == "Answerable"
        assert opened.facts["Publisher of the original"] == entry["source_name"]
        assert opened.language == "en-GB"
        assert opened.heading == entry["title"]

    def test_address_is_a_web_address(self, entry: dict[str, Any]) -> None:
        address = urlsplit(entry["about"])
        assert address.scheme in {"http", "https"}
        assert "." in address.netloc

    def test_it_is_filed_as_our_summary(self, entry: dict[str, Any]) -> None:
        assert (entry["publisher"], entry["standing"]) == ("answerable", "summary")
        assert entry["type"] in TYPES
        assert entry["institution"] == "west-mercia-police"

    def test_its_date_is_possible_or_said_to_be_missing(self, entry: dict[str, Any]) -> None:
        words = page(entry["file"]).facts["Date of the original"]
        if "published" in entry:
            assert first_day(entry["published"]) <= LATEST
            assert entry["published"][:4] in words
        else:
            assert words == "not in our sources"

    def test_it_imitates_no_form_and_uses_no_stronger_verb(self, entry: dict[str, Any]) -> None:
        words = page(entry["file"]).visible
        assert not LETTERHEAD.search(words)
        assert not TOO_STRONG.search(words)

    def test_a_paragraph_is_one_line_so_that_a_quote_is_found(self, entry: dict[str, Any]) -> None:
        for paragraph in page(entry["file"]).paragraphs:
            assert paragraph == " ".join(paragraph.split())


def test_files_and_list_agree() -> None:
    listed = [entry["file"] for entry in DOCUMENTS]
    assert len(set(listed)) == len(listed)
    assert {path.name for path in (STORY / "documents").iterdir()} == set(listed)


def test_one_summary_an_address() -> None:
    """A reader who doubts a summary must be able to open the one page that it is about."""
    addresses = [entry["about"] for entry in DOCUMENTS]
    assert len(set(addresses)) == len(addresses)


def test_the_story_names_its_bodies_and_says_when_it_was_built() -> None:
    story, case = toml("story.toml"), toml("case.toml")
    assert story["kind"] == "real"
    assert story["latest_source_read"] == LATEST
    assert story["theme"]["id"] == case["theme"]
    assert story["institution"] == case["institution"] == "west-mercia-police"
    assert f"{story['built_on']:%-d %B %Y}" in story["banner"]
