"""What a lawyer of a real body would object to: silence of our sources read as a verdict."""

import csv
import io
import re
from pathlib import Path

import docx
import pytest
from django.test import Client
from selectolax.lexbor import LexborHTMLParser

FORCE = "/bodies/west-mercia-police/"
FINDINGS = (
    "/findings/hmicfrs/2017/west-mercia/soc/cause-of-concern/1/",
    "/findings/hmicfrs/2023/west-mercia/soc/recommendation/3/",
)


def main(reader: Client, address: str) -> str:
    node = LexborHTMLParser(reader.get(address).content).css_first("main")
    assert node is not None
    return " ".join(node.text(separator=" ").split())


def test_no_count_stands_where_no_source_says_how_far_anything_got(
    told: Path, reader: Client
) -> None:
    said = main(reader, FORCE)
    assert not re.search(r"\b0 of \d", said)
    assert "worst first" not in said
    assert "How far 14 recommendations got" in said
    assert re.search(r"\d of \d", main(reader, "/bodies/anyshire-police/"))


def test_a_body_without_findings_has_no_empty_list_of_them(told: Path, reader: Client) -> None:
    page = LexborHTMLParser(reader.get("/bodies/west-mercia-pcc/").content)
    assert "Findings" not in [node.text() for node in page.css("h2")]


@pytest.mark.parametrize("address", FINDINGS)
def test_a_finding_of_which_nothing_more_was_read_is_not_called_open(
    told: Path, reader: Client, address: str
) -> None:
    said = main(reader, address)
    assert "What became of it Not in our sources." in said
    assert "not a deadline of the finding" in said


def test_the_open_data_say_nothing_that_no_source_says(told: Path, reader: Client) -> None:
    data = reader.get("/data/findings.csv?body=west-mercia-police").content.decode()
    rows = list(csv.DictReader(io.StringIO(data)))
    assert len(rows) == 16
    silent = [row for row in rows if not row["rung"]]
    assert {row["disposition"] for row in silent} == {""}
    assert "none yet" not in data
    assert "none-yet" not in data


def test_a_reply_that_we_do_not_hold_is_not_called_missing(told: Path, reader: Client) -> None:
    said = main(reader, "/responses/hmicfrs/2023/west-mercia/soc/clock/")
    assert "When comments were published is not in our sources." in said
    assert "Not held" in said
    assert "No reply" not in said


def test_no_verb_is_stronger_than_that_of_the_minutes(told: Path, reader: Client) -> None:
    """That a plan had been shared is all that they say: not that anybody adopted it."""
    said = main(reader, "/plans/west-mercia-police/test/")
    assert "Known from 11 December 2023" in said
    assert "Adopted" not in said
    assert "That does not mean that there is none." in said.partition("Plans, and how")[0]


@pytest.mark.parametrize("claim", ["partners-data", "sharing-agreements", "moved-on"])
def test_what_a_paper_reports_has_the_day_of_the_report(
    told: Path, reader: Client, claim: str
) -> None:
    """The force spoke to inspectors months before: it said nothing on the day of the paper."""
    said = main(reader, f"/claims/claim/west-mercia/soc/{claim}/")
    assert re.search(r"A news report of (14 )?May 2024 says that the \w+ said this\.", said)
    assert re.search(r"(Force|Commissioner), by a news report of (14 )?May 2024\.", said)


@pytest.mark.parametrize(
    "address", ["/sessions/west-mercia-pcc/next/", "/packs/panel/west-mercia-pcc.docx"]
)
def test_our_words_for_a_finding_are_no_quotation_in_a_question(
    told: Path, reader: Client, address: str
) -> None:
    answer = reader.get(address)
    words = (
        main(reader, address)
        if "html" in answer["Content-Type"]
        else " ".join(
            cell.text
            for table in docx.Document(io.BytesIO(answer.content)).tables
            for row in table.rows
            for cell in row.cells
        )
    )
    assert "Cause of concern 1 (in our summary’s words: The force needs" in words
    assert "“The force needs" not in words


def test_no_figure_is_called_usual_where_there_are_too_few_to_say(
    told: Path, reader: Client
) -> None:
    """Twelve figures make no usual range, and those of two ways of recording no comparison."""
    said = main(reader, "/measures/police-uk-robbery/west-mercia-police/")
    assert "too few figures since January 2025" in said
    assert "within the usual range" not in said
    assert "too few figures to say" in said
    assert "Figures before January 2025 stand apart and are not compared." in said
    assert "35 offences in April 2014, 73" not in said
    assert (
        "April 2014 to December 2025; of these since January 2025: 36 offences in January 2025, "
        "73 in December 2025; lowest 36, highest 91." in said
    )
    assert "read along a row" not in said
    assert "figures before January 2025 stand apart: a row is not read across that day" in said


def test_a_source_of_a_year_is_not_told_as_published_later(told: Path, reader: Client) -> None:
    """The Commissioner’s overview is of 2024; on 27 November 2024 it may have been out."""
    note = "It may have been published before."
    said = main(reader, "/compare/west-mercia-police/?a=2024-11-27&b=2026-11-01")
    assert said.index("Published later about the time before") < said.index(
        "A source of which only the month or the year is known stands here where that was not "
        f"over on 27 November 2024. {note}"
    )
    assert note not in main(reader, "/compare/west-mercia-police/?a=2019-09-27&b=2026-11-01")
    answer = reader.get("/packs/changes/west-mercia-police/2024-11-27/2026-11-01.docx")
    paragraphs = docx.Document(io.BytesIO(answer.content)).paragraphs
    assert any(note in paragraph.text for paragraph in paragraphs)


@pytest.mark.parametrize(
    "address",
    ["/money/west-mercia-police/", "/money/west-mercia-police/safer-streets-5/"],
)
def test_what_was_cut_is_not_told_as_coming_from_somebody(
    told: Path, reader: Client, address: str
) -> None:
    assert "of money from Government" in main(reader, address).replace("Of money", "of money")
    assert "£180,000, 2023/24 and 2024/25, from Government" not in main(reader, address)


def test_a_body_of_which_figures_are_held_is_not_called_empty(told: Path, reader: Client) -> None:
    said = main(reader, "/bodies/staffordshire-police/")
    assert "in a report of 14 May 2024. No finding and no action is in our sources yet." in said
    assert "Robbery recorded at street level" in said


def test_the_body_says_whose_money_was_cut(told: Path, reader: Client) -> None:
    said = main(reader, "/bodies/west-mercia-police/")
    cut = "£180,000 (Safer Streets, fifth round, 2023/24 and 2024/25; of money from Government)"
    assert f"Cut: {cut}" in said


def test_a_measure_of_many_bodies_is_not_named_after_one(told: Path, reader: Client) -> None:
    said = main(reader, "/measures/anyshire-theft-from-shops/")
    assert "Holmeshire Police" in said
    assert "recorded by Anyshire Police" not in said


@pytest.mark.parametrize("body", ["west-mercia-police", "anyshire-police"])
def test_a_reader_is_led_to_no_file_that_is_refused(told: Path, reader: Client, body: str) -> None:
    page = LexborHTMLParser(reader.get(f"/plans/?body={body}").content)
    links = [node.attributes.get("href") or "" for node in page.css("main a")]
    assert not [link for link in links if link.endswith("log.xlsx")]


def test_a_report_of_a_region_and_its_forces_goes_by_its_theme_in_words(
    told: Path, reader: Client
) -> None:
    assert "Serious and organised crime, 14 May 2024" in main(reader, "/reports/")


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2024-11-27", "recorded crime was down by 9 per cent so far that year"),
        ("2023-12-11", "a delivery plan on serious and organised crime had been shared"),
    ],
)
def test_the_page_of_a_session_has_what_its_papers_say_without_a_question(
    told: Path, reader: Client, day: str, words: str
) -> None:
    said = main(reader, f"/sessions/west-mercia-pcc/{day}/")
    assert "is not in our sources, but for one line of its papers." in said
    assert words in said.partition("What its papers say besides")[2]


def test_a_rule_is_named_as_its_law_is(told: Path, reader: Client) -> None:
    said = main(reader, "/findings/?body=west-mercia-police")
    assert "56 days. Police Act 1996, section 55: the policing body’s comments." in said


def test_a_sentence_that_is_cut_short_ends_once(told: Path, reader: Client) -> None:
    assert "…." not in main(reader, "/sessions/west-mercia-pcc/next/")


def test_one_session_is_told_as_one(told: Path, reader: Client) -> None:
    said = main(reader, "/oversight/anyshire-police/?said=2026-01-01")
    assert "1 session kept on the record of the body that held them." in said
