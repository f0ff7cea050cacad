"""Addresses cut short, or with another format put to them: each says what there is."""

import re
from pathlib import Path

import pytest
from django.test import Client
from selectolax.lexbor import LexborHTMLParser

from answerable.operations import catalogue
from answerable.operations.measures import evidence


def links(reader: Client, address: str, *, status: int = 200) -> list[str]:
    """Where the links in the main part of a page lead."""
    answer = reader.get(address)
    assert (address, answer.status_code) == (address, status)
    return [
        str(a.attributes["href"]) for a in LexborHTMLParser(answer.content).css("main a[href]")
    ]


def test_measures_lists_every_measure_that_is_held_by_subject(told: Path, reader: Client) -> None:
    found = set(links(reader, "/measures/"))
    held = [m for m in catalogue.measures() if evidence.bodies_with(m)]
    assert held
    assert {f"/measures/{m}/" for m in held} <= found
    page = LexborHTMLParser(reader.get("/measures/").content)
    heads = [h.text(strip=True) for h in page.css("main h2")]
    for pack in catalogue.measure_packs().values():
        assert (pack.title in heads) == any(m in held for m in pack.measures)


def test_a_measure_without_figures_is_named_and_leads_nowhere(told: Path, reader: Client) -> None:
    without = [m for m in catalogue.measures().values() if not evidence.bodies_with(m.id)]
    assert without
    words = reader.get("/measures/").content.decode()
    found = set(links(reader, "/measures/"))
    for measure in without:
        assert measure.title in words
        assert f"/measures/{measure.id}/" not in found


def test_a_measure_leads_back_to_all_of_them(told: Path, reader: Client) -> None:
    page = LexborHTMLParser(reader.get("/measures/police-uk-robbery/").content)
    assert page.css_first("a[href='/measures/']") is not None
    assert page.css_first("footer") is not None


def test_the_short_address_of_the_statement_leads_to_it(told: Path, reader: Client) -> None:
    answer = reader.get("/accessibility/")
    assert (answer.status_code, answer["Location"]) == (301, "/about/accessibility/")
    assert reader.get("/accessibility")["Location"] == "/accessibility/"


@pytest.mark.parametrize(
    ("address", "there"),
    [
        (
            "/bodies/west-mercia-police.docx",
            (
                "/bodies/west-mercia-police/",
                "/bodies/west-mercia-police.json",
                "/packs/body/west-mercia-police.pdf",
                "/packs/body/west-mercia-police.docx",
                "/packs/body/west-mercia-police.xlsx",
            ),
        ),
        (
            "/cases/west-mercia/soc.pdf",
            ("/cases/west-mercia/soc/", "/packs/case/west-mercia/soc.pdf"),
        ),
        (
            "/findings/hmicfrs/2023/west-mercia/soc/recommendation/3.docx",
            (
                "/findings/hmicfrs/2023/west-mercia/soc/recommendation/3/",
                "/findings/hmicfrs/2023/west-mercia/soc/recommendation/3.json",
            ),
        ),
        ("/data/findings.xlsx", ("/data/findings.csv", "/data/findings.jsonl")),
        ("/findings.docx", ("/findings/", "/findings.csv", "/findings.json")),
        ("/bodies.csv", ("/bodies/", "/bodies.json")),
    ],
)
def test_a_format_that_there_is_not_names_those_that_there_are(
    told: Path, reader: Client, address: str, there: tuple[str, ...]
) -> None:
    found = links(reader, address, status=404)
    assert set(there) <= set(found)
    offered = [a for a in found if re.search(r"\.[a-z]+$", a)]
    for one in (*there, *offered):
        assert reader.get(one).status_code in (200, 302), one


@pytest.mark.parametrize("address", ["/nothing.docx", "/nothing.csv", "/no/where.pdf", "/x.1"])
def test_where_there_is_nothing_no_format_is_offered(
    told: Path, reader: Client, address: str
) -> None:
    assert not [a for a in links(reader, address, status=404) if "nothing" in a or "where" in a]


def test_a_reference_that_ends_with_a_number_is_no_format(told: Path, reader: Client) -> None:
    answer = reader.get("/findings/hmicfrs/2023/west-mercia/soc/recommendation/3.1")
    assert (answer.status_code, answer["Location"]) == (
        301,
        "/findings/hmicfrs/2023/west-mercia/soc/recommendation/3.1/",
    )
