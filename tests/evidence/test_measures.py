"""Protects the shipped measures and numbers: reviewed, attributed, honest, and repeatable."""

import tomllib
from datetime import date
from importlib.resources import files
from pathlib import Path

import pytest
from benchmarks import aggregates, anyshire_observations

from answerable.evidence.cases import Body, Case
from answerable.evidence.judgement import judge
from answerable.evidence.protocol import Protocol
from answerable.evidence.series import Series
from answerable.operations import catalogue
from answerable.store.observations.engine import Observations
from answerable.store.observations.load import OWN_LAYOUT, Loaded, long_csv, own_csv
from answerable.vocabulary.measure_keys import MeasureRefused
from answerable.vocabulary.measure_packs import MeasurePack
from answerable.vocabulary.measures import Measure
from tests import shared

CATALOGUE = Path(str(files("answerable.catalogue")))
FILES = sorted((CATALOGUE / "measures").glob("*.toml"))
MEASURES = {
    path.stem: Measure.from_dict(tomllib.loads(path.read_text(encoding="utf-8"))) for path in FILES
}
NUMBERS = sorted((CATALOGUE / "story").glob("*/observations/*.csv"))


def load(path: Path) -> Loaded:
    return long_csv(content=path.read_bytes(), layout=OWN_LAYOUT, measures=MEASURES)


def held(folder: Path, story: str) -> Observations:
    observations = Observations(folder)
    for path in NUMBERS:
        if path.parent.parent.name == story:
            observations.add(load(path).rows)
    return observations


def test_the_measures_the_stories_need_are_shipped() -> None:
    assert {"police-uk-" + name for name in ("burglary", "robbery", "vehicle-crime")} <= set(
        MEASURES
    )
    assert len(MEASURES) == 16


def test_there_is_a_pack_for_each_subject_and_it_holds_reviewed_measures_only() -> None:
    assert set(catalogue.measure_packs()) == {"neighbourhood", "organised-crime", "response"}
    raw = tomllib.loads((CATALOGUE / "measure-packs" / "response.toml").read_text())
    with pytest.raises(MeasureRefused, match="“unread” is none"):
        MeasurePack.from_dict({**raw, "measures": ["unread"]}, known=MEASURES)
    for changed, code in (
        ({"checker": raw["review"]["author"]}, "checker_is_author"),
        ({"checker": ""}, "no_checker"),
    ):
        with pytest.raises(MeasureRefused) as refused:
            MeasurePack.from_dict({**raw, "review": {**raw["review"], **changed}}, known=MEASURES)
        assert refused.value.code == code


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_measure_is_named_like_its_file_and_says_whose_review_it_is(path: Path) -> None:
    measure = MEASURES[path.stem]
    assert measure.id == path.stem
    assert "review below is the project's own" in path.read_text(encoding="utf-8")
    assert "role of the project" in measure.review.author
    assert "role of the project" in measure.review.checker
    if measure.id.startswith("anyshire-"):
        assert measure.cannot_show.startswith("Invented force and figures.")
    elif measure.id not in ("police-uk-street-rows", "police-999-answered-in-10-seconds"):
        assert measure.cannot_show.endswith("Recorded crime is not a measure of organised crime.")


def test_what_follows_police_activity_or_recording_has_no_good_direction() -> None:
    neutral = {name for name, measure in MEASURES.items() if measure.direction == "neutral"}
    assert neutral == {
        f"police-uk-{name}"
        for name in (
            *("drugs", "possession-of-weapons", "public-order", "street-rows"),
            *("violence-and-sexual-offences", "anti-social-behaviour", "shoplifting"),
        )
    }


@pytest.mark.parametrize("path", NUMBERS, ids=lambda path: path.stem)
def test_each_file_of_numbers_says_what_it_is_and_loads_without_rejects(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    loaded = load(path)
    assert loaded.rejects == ()
    assert loaded.rows
    assert max(row.period_end for row in loaded.rows) <= date(2026, 11, 1)
    if path.parent.parent.name == "anyshire":
        assert text.startswith("# Invented force and figures.")
    else:
        assert "licensed under the Open Government Licence v3.0" in text
        assert "Made by: python benchmarks/aggregates.py" in text


def test_invented_numbers_stand_on_invented_bodies_only() -> None:
    for path in NUMBERS:
        rows = load(path).rows
        real = set(aggregates.BODIES.values())
        if path.parent.parent.name == "anyshire":
            assert not real & {row.body_id for row in rows}
            assert all(row.measure_id.startswith("anyshire-") for row in rows)
        else:
            assert {row.body_id for row in rows} <= real
            assert all(row.measure_id.startswith("police-uk-") for row in rows)


def test_the_real_counts_of_west_mercia(tmp_path: Path) -> None:
    """Facts of the design: violence 947 (2014-01), 1,459 (2014-11), 2,731-3,850 in 2025."""
    observations = held(tmp_path, "west-mercia")
    violence = observations.series("police-uk-violence-and-sexual-offences", "west-mercia-police")
    values = {row.period_start: row.value for row in violence.rows}
    assert (values[date(2014, 1, 1)], values[date(2014, 11, 1)]) == (947, 1459)
    assert values[date(2024, 1, 1)] == 3005
    of_2025 = [value for start, value in values.items() if start.year == 2025 and value]
    assert (min(of_2025), max(of_2025), len(values)) == (2731, 3850, 27)
    assert [vintage.release_id for vintage in violence.releases] == [
        f"police-uk-{year}-files" for year in (2014, 2024, 2025)
    ]
    rows = observations.series("police-uk-street-rows", "west-mercia-police").rows
    assert sum(row.value or 0 for row in rows) == 102_105 + 32_423 + 99_766


def test_the_nearly_empty_months_are_kept_and_the_missing_ones_are_absent(tmp_path: Path) -> None:
    observations = held(tmp_path, "west-mercia")
    rows = observations.series("police-uk-street-rows", "dyfed-powys-police").rows
    assert [row.value for row in rows if row.period_start.year == 2024] == [1187, 300, 164, 283]
    west_midlands = observations.series("police-uk-street-rows", "west-midlands-police").rows
    assert [row.period_start for row in west_midlands] == [date(2014, 1, 1), date(2014, 2, 1)]


def test_a_release_of_unknown_date_claims_no_date(tmp_path: Path) -> None:
    observations = held(tmp_path, "west-mercia")
    found = observations.series(
        "police-uk-burglary", "west-mercia-police", known_on=date(2026, 11, 25)
    )
    assert (found.rows, found.undated) == ((), 27)


def test_the_committed_counts_are_those_of_the_open_data() -> None:
    """Recounts the real files with the committed command's own parts."""
    folder = shared.data("police_uk_street_2014").parent
    for name, release in aggregates.RELEASES.items():
        loaded = aggregates.police_uk_parquet(
            path=folder / name / "street_lite.parquet", release=release, bodies=aggregates.BODIES
        )
        rows = [row for row in loaded.rows if row.measure_id in aggregates.counted_measures()]
        committed = aggregates.OUT / f"{release.release_id}.csv"
        assert own_csv(rows=rows, notice=aggregates.NOTICE) == committed.read_text("utf-8")


@pytest.mark.parametrize("measure", sorted(anyshire_observations.MEASURES))
def test_the_invented_counts_are_those_of_the_committed_generator(measure: str) -> None:
    counted = anyshire_observations.counts()
    for release in anyshire_observations.RELEASES:
        rows = anyshire_observations.release_rows(counted, measure, release)
        name = f"{measure.removeprefix('anyshire-')}-{release.release_id}.csv"
        committed = (anyshire_observations.OUT / name).read_text(encoding="utf-8")
        notice = anyshire_observations.NOTICE.format(seed=anyshire_observations.SEED)
        assert own_csv(rows=rows, notice=notice) == committed


def test_the_invented_series_are_long_enough_for_a_verdict(tmp_path: Path) -> None:
    observations = held(tmp_path, "anyshire")
    for measure in anyshire_observations.MEASURES:
        assert len(observations.bodies(measure)) == 8
        for body in observations.bodies(measure):
            months = [row.period_start for row in observations.series(measure, body).rows]
            before = [month for month in months if month < date(2025, 10, 1)]
            assert (len(before), len(months)) == (48, 61)


def test_the_first_invented_release_was_revised_and_both_can_be_asked(tmp_path: Path) -> None:
    observations = held(tmp_path, "anyshire")
    name, body = "anyshire-theft-from-shops", "anyshire-police"
    early = observations.series(name, body, known_on=date(2026, 6, 1)).rows
    late = {row.period_start: row.value for row in observations.series(name, body).rows}
    changed = [row.period_start for row in early if row.value != late[row.period_start]]
    assert early[-1].period_start == date(2026, 4, 1)
    assert changed == [date(2026, 2, 1), date(2026, 3, 1), date(2026, 4, 1)]


@pytest.mark.parametrize(
    ("measure", "verdict"),
    [
        ("anyshire-theft-from-shops", "improved"),
        ("anyshire-repeat-burglary", "no_detectable_change"),
    ],
)
def test_the_verdict_on_the_invented_series_is_what_was_put_in(
    tmp_path: Path, measure: str, verdict: str
) -> None:
    observations = held(tmp_path, "anyshire")

    def body(name: str) -> Body:
        rows = observations.series(measure, name).rows
        dates = tuple(row.period_start for row in rows)
        return Body(name, Series(dates, tuple(row.value for row in rows), name=name))

    found = judge(
        Case(
            measure,
            body(anyshire_observations.TARGET),
            tuple(body(name) for name in anyshire_observations.PEERS),
        ),
        Protocol(action=anyshire_observations.ACTION, direction="decrease"),
    )
    assert (found.verdict, found.strength, found.n_baseline, found.n_after) == (
        *(verdict, "compared"),
        *(48, 13),
    )
    put_in = anyshire_observations.MEASURES[measure][2]
    assert found.interval_low is not None
    assert found.interval_high is not None
    assert found.interval_low <= put_in <= found.interval_high
