"""What the case page says of Done stands on its finding too, dated, sourced and no stronger."""

from pathlib import Path

import pytest
from django.test import Client
from selectolax.lexbor import LexborHTMLParser, LexborNode

REPORT = "/findings/hmicfrs/2023/west-mercia/soc"
CAUSE = f"{REPORT}/cause-of-concern/1/"
SAID = (
    "The force said on 16 July 2024 that organised-crime profiles are now provided. "
    "Nobody else has checked it, in our sources."
)


def opened(reader: Client, address: str) -> LexborHTMLParser:
    return LexborHTMLParser(reader.get(address).content)


def plain(node: LexborNode | None) -> str:
    assert node is not None
    return " ".join(node.text(separator=" ").split())


def line(page: LexborHTMLParser, label: str) -> tuple[str, list[str]]:
    """The words of a line, and where its sources are."""
    for one in page.css(".app-line"):
        if plain(one.css_first("dt")) == label:
            sources = [str(a.attributes["href"]) for a in one.css("a.app-source")]
            return plain(one.css_first(".app-line__words")), sources
    raise AssertionError(f"no line {label}")


def test_the_case_and_its_finding_say_the_same_of_done_by_the_same_source(
    told: Path, reader: Client
) -> None:
    case = line(opened(reader, "/cases/west-mercia/soc/"), "Done")
    finding = line(opened(reader, CAUSE), "Done")
    assert case == finding
    assert finding[0] == SAID
    assert finding[1]


def test_what_was_said_reaches_no_rung_and_the_ladder_says_so(told: Path, reader: Client) -> None:
    rungs = [plain(one) for one in opened(reader, CAUSE).css(".app-rung")]
    delivered = next(words for words in rungs if words.startswith("Delivered"))
    assert delivered == (
        "Delivered : not in our sources "
        "What was said of it stands under “Done”. No source of ours says that the finding "
        "itself is done."
    )
    assert [words for words in rungs if "“Done”" in words] == [delivered]


@pytest.mark.parametrize("number", [2, 6])
def test_a_recommendation_tells_it_as_said_of_its_cause_and_of_no_recommendation(
    told: Path, reader: Client, number: int
) -> None:
    page = opened(reader, f"{REPORT}/recommendation/{number}/")
    words, sources = line(page, "Done")
    assert words == (
        "Not in our sources. "
        "Of the cause of concern that it belongs to, and not of this recommendation by itself: "
        f"{SAID}"
    )
    assert sources == line(opened(reader, CAUSE), "Done")[1]
    assert all("“Done”" not in plain(one) for one in page.css(".app-rung"))


def test_a_state_in_a_register_is_no_statement_of_what_was_done(
    told: Path, reader: Client
) -> None:
    then = opened(reader, "/cases/west-mercia/soc/?said=2018-06-01")
    assert line(then, "Done")[0] == "Nothing in our sources says that anything is done."
    old = opened(reader, "/findings/hmicfrs/2017/west-mercia/soc/cause-of-concern/1/")
    assert line(old, "Done") == ("Not in our sources.", [])


def test_before_it_was_said_the_finding_did_not_say_it(told: Path, reader: Client) -> None:
    before = opened(reader, f"{CAUSE}?said=2024-06-01")
    assert line(before, "Done") == ("Not in our sources.", [])


@pytest.mark.parametrize("number", range(1, 6))
def test_a_source_that_asks_for_it_at_once_is_not_told_as_silent(
    told: Path, reader: Client, number: int
) -> None:
    page = opened(reader, f"/findings/hmicfrs/2017/west-mercia/soc/recommendation/{number}/")
    words, sources = line(page, "Deadline")
    assert words == "“Immediately”, as its source says; no day is stated."
    assert sources
