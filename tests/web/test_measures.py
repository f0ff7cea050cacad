"""A measure's page: guards first, gaps as gaps, a verdict only where a test was fixed."""

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

from django.test import Client

from answerable.operations import people
from answerable.operations.measures import evidence
from answerable.vocabulary import facts as f
from answerable.vocabulary.times import Period, first_day
from tests.web.small_home import AT, append, file

HEAD = "measure_id,body_id,breakdown,period_start,value,flag,release_id,released_on"
FORCE, OTHER = "west-mercia-police", "staffordshire-police"
URL = f"/measures/police-uk-robbery/{FORCE}/"
THEFT = "anyshire-theft-from-shops"
SAID = "He said that robbery had gone down by 10 per cent."


def months(first: int, last: int, *, value: int, body: str = FORCE) -> Iterator[str]:
    """Monthly rows of the years from first to last, December left out."""
    for year in range(first, last + 1):
        for month in range(1, 12):
            release = f"{body}-{year}"
            row = f"{body},,{year}-{month:02}-01,"
            yield f"police-uk-robbery,{row}{value + month % 3},,{release},"
            yield f"police-uk-street-rows,{row}{5000 + month},,{release},"


def load(rows: Iterator[str] | list[str], *, institution: str = FORCE) -> None:
    lines = list(rows)
    for measure in dict.fromkeys(line.split(",")[0] for line in lines):
        own = [HEAD, *(line for line in lines if line.startswith(f"{measure},"))]
        evidence.load_observations(
            by=people.acting_as("answerable/researcher"),
            at=AT,
            key=f"{measure}-{institution}",
            institution=institution,
            measure=measure,
            data="\n".join(own).encode(),
            release="test",
        )


def found_in_case(theme: str) -> None:
    append(
        f.FindingPublished(
            institution=FORCE,
            stream=f"hmicfrs/2023/west-mercia/{theme}/recommendation/1",
            valid=Period(first_day("2024-05-14")),
            said="2024-05-14",
            kind="recommendation",
            theme=theme,
        )
    )


def claimed() -> None:
    html = f"<html><title>News</title><body><p>{SAID}</p></body></html>"
    _, about = file(html, type="news", published="2024-05-14", standing="summary")
    append(
        f.ClaimMade(
            institution=FORCE,
            stream="claim/west-mercia/robbery",
            valid=Period(first_day("2024-05-14")),
            said="2024-05-14",
            source=about.source(SAID),
            quote=SAID,
            n=10,
            unit="per cent",
        )
    )


def shown(client: Client, url: str, status: int = 200) -> str:
    answer = client.get(url)
    assert answer.status_code == status, answer.content.decode()
    return answer.content.decode()


def text_of(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_a_body_without_figures_says_so_and_draws_nothing(home: Path, client: Client) -> None:
    html = shown(client, URL)
    assert "We hold no figures of this measure for West Mercia Police." in html
    assert "<svg viewBox" not in html
    assert 'role="img"' not in html


def test_without_a_fixed_test_it_cannot_be_measured_and_says_what_would_help(
    home: Path, client: Client
) -> None:
    load(months(2024, 2025, value=30))
    words = text_of(shown(client, URL))
    assert "no test was fixed beforehand" in words
    assert "held for January 2024 to November 2024 and January 2025 to November 2025" in words
    assert "24 months before the action and 6 after it, and at most one in ten missing" in words
    assert "Worked" not in words.replace("How we worked", "")


def test_a_month_without_a_figure_is_a_gap_and_never_zero(home: Path, client: Client) -> None:
    load(months(2024, 2025, value=30))
    words = text_of(shown(client, URL))
    assert "1 period has no data" in words
    assert "No figure is held between: December 2024." in words
    rows = list(csv.DictReader(io.StringIO(shown(client, f"{URL}data.csv"))))
    assert {row["unit"] for row in rows} == {"offences"}
    assert {row["denominator"] for row in rows} == {""}
    assert len(rows) == 22
    assert "2024-12-01" not in {row["period_start"] for row in rows}
    assert all(float(row["value"]) >= 30 for row in rows)


def test_the_checks_speak_before_the_chart(home: Path, client: Client) -> None:
    load(months(2014, 2014, value=30))
    html = shown(client, URL)
    assert html.index("What the checks said") < html.index('role="img"')
    assert "The recording changed from 1 April 2014" in html
    rows = list(csv.DictReader(io.StringIO(shown(client, f"{URL}data.csv"))))
    before = [row for row in rows if row["period_start"] < "2014-04-01"]
    assert {row["status"] for row in before} == {"left out by a check"}
    assert {row["mean"] for row in before} == {""}


def test_very_small_counts_say_what_would_let_days_between_events_be_read(
    home: Path, client: Client
) -> None:
    load(months(2024, 2025, value=0))
    html = shown(client, URL)
    said = "only counts by month are held here, not the day of each event"
    assert html.index(said) < html.index('role="img"')
    assert "answerable chart --events" in html
    assert "too few for a verdict" in text_of(html)


def test_few_figures_mark_no_month_as_a_concern(home: Path, client: Client) -> None:
    load([*months(2024, 2024, value=10), *months(2026, 2026, value=90)])
    words = text_of(shown(client, URL))
    assert "too few figures since January 2026 to say what is usual" in words
    assert "Unusual, a concern" not in words


def test_beside_organised_crime_a_crime_series_needs_a_dated_source(
    home: Path, client: Client
) -> None:
    load(months(2024, 2025, value=30))
    found_in_case("soc")
    html = shown(client, URL)
    assert "No series is shown" in html
    assert 'role="img"' not in html
    assert shown(client, f"{URL}data.csv").count("\n") == 1
    claimed()
    words = text_of(shown(client, URL))
    sentence = "Recorded crime is not a measure of organised crime. It is shown because a source"
    assert sentence in words
    assert words.index(sentence) < words.index("Did it get better?")
    assert "14 May 2024" in words


def test_the_caution_stands_on_no_other_case(home: Path, client: Client) -> None:
    load(months(2024, 2025, value=30))
    found_in_case("response")
    assert "It is shown because" not in shown(client, URL)
    assert 'role="img"' in shown(client, URL)


def test_other_bodies_are_read_along_a_row(home: Path, client: Client) -> None:
    load([*months(2024, 2025, value=30), *months(2024, 2025, value=50, body=OTHER)])
    words = text_of(shown(client, URL))
    assert "read along a row: bodies differ in size" in words
    assert "Staffordshire Police 51.1 (11) 51.1 (11)" in words


def test_figures_of_unknown_release_are_left_out_of_a_past_view(
    home: Path, client: Client
) -> None:
    load(months(2024, 2025, value=30))
    words = text_of(shown(client, f"{URL}?said=2025-06-01"))
    assert "22 months are left out: their files do not say when they were released" in words


def test_a_recorded_verdict_comes_with_its_interval_and_what_would_have_shown(
    home: Path, client: Client
) -> None:
    append(
        f.VerdictGiven(
            institution="anyshire-police",
            stream=f"measure/{THEFT}/anyshire-police",
            valid=Period(first_day("2026-11-19")),
            said="2026-11-19",
            quote="No detectable change: the count fell by 3 %.",
            measure=THEFT,
            verdict="no_detectable_change",
            effect="-0.03",
            low="-0.081",
            high="0.02",
            detectable="0.114",
            engine="comparative-its/1",
        )
    )
    words = text_of(shown(client, f"/measures/{THEFT}/anyshire-police/?valid=2026-11-20"))
    assert "There was no change large enough to tell from chance." in words
    assert "No change" in words
    assert "99 % interval -8.1 % to +2 %" in words
    assert "a change of 11.4 % or more would have been seen" in words
    before = text_of(shown(client, f"/measures/{THEFT}/anyshire-police/?valid=2026-11-18"))
    assert "large enough to tell from chance" not in before


def test_a_measure_that_nobody_defined_is_not_found_in_words(home: Path, client: Client) -> None:
    assert "No measure is called" in shown(client, f"/measures/happiness/{FORCE}/", 404)
