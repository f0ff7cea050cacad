"""One page for a report over many bodies: alphabetical, nothing ranked, gaps said as gaps."""

import re
from datetime import UTC, datetime
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from answerable.operations import warming
from answerable.operations.pages.institutions import report as pages
from answerable.operations.pages.proof import Proof
from answerable.scrutiny.progress import progress as plain_progress
from answerable.vocabulary import facts as f
from answerable.vocabulary.access import Classification
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.times import Period, first_day
from tests.web.small_home import FORCE, REPORT, SmallHome, append, made

URL = "/reports/anyshire-inspectorate/2026/theft/"
OTHER, HIDDEN = "bexshire-police", "corvale-police"
DAY = "2026-04-20"


def grade(body: str, value: str, **more: object) -> Fact:
    return f.GradeGiven(
        institution=body,
        stream=REPORT.replace("/anyshire/", f"/{body.removesuffix('-police')}/") + "/grade",
        valid=Period(first_day(DAY)),
        said=DAY,
        quote=f"{body} was graded {value}.",
        question="Theft",
        value=value,
        cycle="PEEL 2026",
        **more,  # type: ignore[arg-type]  # classes
    )


@pytest.fixture
def small(home: object) -> SmallHome:
    found = made()
    append(grade(OTHER, "not graded"))
    secret = dict.fromkeys(
        ("quote", "question", "value", "cycle", "said"), Classification.RESTRICTED
    )
    append(grade(HIDDEN, "inadequate", classes=secret))
    return found


def words(client: Client, url: str, status: int = 200) -> str:
    answer = client.get(url)
    assert answer.status_code == status
    main = answer.content.decode().split("<main", 1)[1].split("</main>")[0]
    return " ".join(re.sub(r"<[^>]+>", " ", main).split())


def test_every_body_of_a_report_stands_in_alphabetical_order_with_its_own_grade(
    small: SmallHome, client: Client
) -> None:
    said = words(client, URL)
    assert "One body was graded; Bexshire Police was not." in said
    assert "No body is ranked against another, and there is no overall grade." in said
    first = said.index("Anyshire Police Theft Requires improvement")
    assert first < said.index("Bexshire Police Theft Not graded")


def test_a_grade_that_was_carried_over_says_so_where_grades_are_listed(
    small: SmallHome, client: Client
) -> None:
    append(grade(OTHER, "good", standing="carried-over"))
    for page in (URL, f"/bodies/{OTHER}/"):
        assert "Good (carried over)" in words(client, page)


def test_a_body_without_findings_is_said_to_be_unknown_not_clean(
    small: SmallHome, client: Client
) -> None:
    said = words(client, URL)
    assert "Visit every shop that was robbed twice." in said
    assert "about: Bexshire Police. That does not mean that there is none." in said


def test_what_is_restricted_is_in_no_byte_of_the_report_or_the_list(
    small: SmallHome, client: Client
) -> None:
    for url in (URL, "/reports/", "/start/", "/bodies/"):
        said = words(client, url)
        assert "inadequate" not in said.casefold()
    assert "Corvale" not in words(client, URL)


def test_the_list_leads_to_each_report_once(small: SmallHome, client: Client) -> None:
    page = client.get("/reports/").content.decode()
    assert page.count(f'href="{URL}"') == 1
    said = words(client, "/reports/")
    assert "About Anyshire Police (invented), Bexshire Police (invented)." in said


def test_before_a_report_was_published_the_list_does_not_know_it(
    small: SmallHome, client: Client
) -> None:
    assert "No report is on record yet." in words(client, "/reports/?said=2026-04-01")
    assert "0 reports" in words(client, "/reports/?said=2026-04-01")


@pytest.mark.parametrize("url", [URL.replace("2026", "1999"), URL.replace("theft", "arson")])
def test_a_report_that_nobody_recorded_is_not_found_and_says_where_to_look(
    small: SmallHome, client: Client, url: str
) -> None:
    assert "/reports/" in words(client, url, status=404)


def test_the_front_says_what_was_recorded_lately_and_leads_there(
    small: SmallHome, client: Client
) -> None:
    page = client.get("/start/?valid=2026-11-23").content.decode()
    assert "Recorded since 23 October 2026" in page
    assert f'href="/bodies/{FORCE}/?valid=2026-11-23"' in page


def test_a_report_reads_the_sources_of_a_body_once_and_its_findings_once_for_all_readers(
    small: SmallHome, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At 43 bodies a page made them anew for each grade, and sorted each finding to show five."""
    proofs: list[str] = []
    read: list[str] = []
    own, progress = Proof, plain_progress

    def proof(look: Any, register: Any) -> Any:
        proofs.append(register.institution)
        return own(look, register)

    def reached(register: Any, reference: str, **more: Any) -> Any:
        read.append(reference)
        return progress(register, reference, **more)

    monkeypatch.setattr(pages, "Proof", proof)
    monkeypatch.setattr(pages, "progress", reached)
    first = words(client, URL)
    assert len(proofs) == len(set(proofs)) == 2
    assert len(read) == len(set(read)) > 0
    cache.clear()
    assert words(client, URL) == first
    assert len(read) == len(set(read)), "still those of the first time"


def test_a_cycle_is_named_as_the_inspectors_name_it_or_not_at_all(
    small: SmallHome, client: Client
) -> None:
    """The year in a reference is no cycle."""
    assert "Inspectorate of Anyshire Services, PEEL 2026" in words(client, "/reports/")
    other = REPORT.replace("/theft", "/custody") + "/recommendation/1"
    append(
        f.FindingPublished(
            institution=FORCE,
            stream=other,
            valid=Period(first_day(DAY)),
            said=DAY,
            kind="recommendation",
            number="1",
            text="Visit every cell.",
        )
    )
    cache.clear()
    said = words(client, "/reports/")
    assert "cycle 2026" not in said
    page = client.get("/reports/anyshire-inspectorate/2026/custody/").content.decode()
    assert "cycle" not in page.partition("<h1")[0].rpartition("app-kicker")[2]


def test_a_server_has_looked_through_the_reports_before_somebody_asks(
    small: SmallHome, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    warming.warm(at=datetime.now(UTC))  # noqa: TID251  # as the site does

    def never(*_: object, **__: object) -> None:
        raise AssertionError("looked through again")

    monkeypatch.setattr(pages, "progress", never)
    assert client.get(URL).status_code == 200
