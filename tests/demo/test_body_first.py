"""The page of a body: what is due and the next session before the list; not known is said once."""

from pathlib import Path

from django.test import Client
from selectolax.lexbor import LexborHTMLParser

FORCE = "/bodies/west-mercia-police/"


def words(page: LexborHTMLParser) -> str:
    node = page.css_first("main")
    assert node is not None
    return " ".join(node.text(separator=" ").split())


def test_what_is_due_and_the_next_session_stand_before_the_findings(
    told: Path, reader: Client
) -> None:
    for address, due in (
        (FORCE, "Next due No day still to come is in our sources."),
        ("/bodies/anyshire-police/", "What comes next"),
    ):
        page = LexborHTMLParser(reader.get(address).content)
        heads = [h.text(strip=True) for h in page.css("main h2")]
        assert heads.index("What comes next") < heads.index("Findings")
        assert due in words(page)
        assert page.css_first("main .app-line a[href*='/next/']") is not None
        assert "Next due" not in [h.text(strip=True) for h in page.css("aside h2")]


def test_each_day_that_is_due_leads_to_what_is_due(told: Path, reader: Client) -> None:
    page = LexborHTMLParser(reader.get("/bodies/anyshire-police/").content)
    assert page.css("main .app-line a[href^='/findings/']")


def test_that_nothing_is_known_of_any_finding_is_said_once_for_the_list(
    told: Path, reader: Client
) -> None:
    page = LexborHTMLParser(reader.get(FORCE).content)
    said = words(page)
    assert "Not known for all 16: our sources do not say of any whether it was put right." in said
    assert "Not known" not in said.replace("Not known for all 16", "")
    row = next(r for r in page.css(".app-rows > li") if "6, 7, 8 and 9" in r.text())
    assert [str(a.attributes["href"])[-2:] for a in row.css("a")] == ["6/", "7/", "8/", "9/"]
    assert "Their words are not in our sources." in row.text()


def test_what_was_said_of_a_finding_stands_beside_it(told: Path, reader: Client) -> None:
    page = LexborHTMLParser(reader.get(FORCE).content)
    row = next(r for r in page.css(".app-rows > li") if "profiles are now" in r.text())
    assert (
        "The force said on 16 July 2024 that organised-crime profiles are now provided. "
        "Nobody else has checked it, in our sources."
    ) in " ".join(row.text(separator=" ").split())
    (source,) = [a for a in row.css("a") if a.text(strip=True) == "See where it was said"]
    assert reader.get(str(source.attributes["href"]).partition("#")[0]).status_code == 200


def test_where_something_is_known_each_finding_keeps_its_state(told: Path, reader: Client) -> None:
    page = LexborHTMLParser(reader.get("/bodies/anyshire-police/").content)
    assert "Not known for all" not in words(page)
    assert page.css(".app-rows .app-tag, .app-rows .govuk-tag")


def test_a_report_newer_than_every_grade_stands_with_the_grades(
    told: Path, reader: Client
) -> None:
    """Our sources hold the inspection of 2025; a list that ends in May 2024 would hide it."""
    page = LexborHTMLParser(reader.get(FORCE).content)
    said = words(page)
    assert (
        "A newer report PEEL inspection of West Mercia Police, 2023-25: summary, 14 May 2025. "
        "No grade from it is on this record." in said
    )
    assert said.index("A newer report") < said.index("Serious and organised crime: grades of")
    assert "A newer report" not in words(
        LexborHTMLParser(reader.get(f"{FORCE}?said=2024-12-31").content)
    )
    for address in ("/bodies/staffordshire-police/", "/bodies/anyshire-police/"):
        assert "A newer report" not in words(LexborHTMLParser(reader.get(address).content))


def test_each_source_of_a_date_on_which_sources_differ_opens_in_one_click(
    told: Path, reader: Client
) -> None:
    for address in (FORCE, "/people/west-mercia-police/"):
        page = LexborHTMLParser(reader.get(address).content)
        row = next(r for r in page.css("tr") if "also: October 2023" in r.text())
        links = {" ".join(a.text().split()).partition(", Chief")[0] for a in row.css("a")}
        told_by = {link.partition(", Pippa")[0] for link in links}
        assert {"News, 10 July 2024", "News, 8 January 2025", "Decision, 2025"} <= told_by
        assert all(a.attributes["href"] for a in row.css("a"))
