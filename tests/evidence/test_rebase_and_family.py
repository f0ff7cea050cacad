"""Protects limits set anew and families: dated, reasoned entries that no hindsight changes."""

import json
from dataclasses import replace
from datetime import date
from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest
from typer.testing import CliRunner, Result

from answerable.cli.main import app
from answerable.evidence.families import q_values
from answerable.ledger.book import Book
from answerable.operations.measures import evidence, families, held_charts, verdicts
from answerable.operations.pages.look import Look
from answerable.operations.pages.measures import measure as pages
from answerable.operations.pages.measures import multiples, registration
from answerable.operations.pages.measures.measure_told import Told
from answerable.store.reads import registers
from answerable.vocabulary.facts import (
    FamilyFixed,
    JointFamilyFixed,
    LimitsRebased,
    ProtocolFixed,
    VerdictGiven,
)
from answerable.vocabulary.measure_checks import AreaEdition, Checks
from answerable.vocabulary.times import first_day
from tests.operations.cast import AT

SHOPS, REPEAT, BODY = "anyshire-theft-from-shops", "anyshire-repeat-burglary", "anyshire-police"
ANALYST = "anyshire-pcc/analyst"
NOW = Look(at=AT.replace(year=2026, month=11, day=25))
PEERS = ("bexshire-police", "corvale-police", "dunmoor-police")
REASON = "Shops report online since October 2025; the contract runs for five years"


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words])


def done(*words: str | Path) -> str:
    result = run(*words)
    assert result.exit_code == 0, result.output
    return result.output


def refused(*words: str | Path) -> str:
    result = run(*words)
    assert result.exit_code == 2, result.output
    return result.output


def held(kind):  # type: ignore[no-untyped-def]  # facts of the type asked for
    return registers.register(BODY, valid=first_day("2100-01-01")).of(kind)


@pytest.fixture
def figures(book: Book) -> None:
    """The invented force's thefts from shops in an empty home."""
    folder = files("answerable.catalogue").joinpath("story", "anyshire", "observations")
    file = Path(str(folder)) / "theft-from-shops-anyshire-2026-11.csv"
    loaded = ("--measure", SHOPS, "--release", "anyshire-2026-11", "--body", BODY)
    done("load", file, *loaded, "--by", ANALYST)


def rebase(first: str, on: str = "2026-11-20", reason: str = REASON) -> tuple[str, ...]:
    return (
        *("rebase", SHOPS, BODY, "--from", first, "--reason", reason),
        *("--authoriser", "performance-board", "--on", on, "--by", ANALYST),
    )


def test_limits_begin_anew_and_both_stay_visible(figures: None) -> None:
    before = pages.measure(NOW, SHOPS, BODY)
    assert before.chart is not None
    assert before.rebases == ()
    done(*rebase("2025-10-01"))
    after = pages.measure(NOW, SHOPS, BODY)
    assert after.chart is not None
    (told,) = after.rebases
    assert told.title == "From October 2025"
    assert told.sentence == REASON
    assert "20 November 2026" in told.note
    assert "performance board" in told.note
    assert "The limits were set anew from October 2025; before, the mean was" in (
        after.chart.sentence
    )
    assert "Dotted: limits before they were set anew" in after.chart.wide
    assert "limits set anew" in after.chart.narrow
    assert (after.verdict, after.sentence) == (before.verdict, before.sentence), "no verdict moves"


def test_no_hindsight_before_the_day_of_the_rebase(figures: None) -> None:
    before = pages.measure(replace(NOW, valid=date(2026, 11, 19)), SHOPS, BODY)
    done(*rebase("2025-10-01"))
    again = pages.measure(replace(NOW, valid=date(2026, 11, 19)), SHOPS, BODY)
    assert again.chart == before.chart
    then = pages.measure(replace(NOW, valid=date(2026, 11, 20)), SHOPS, BODY)
    assert then.chart != before.chart


def test_a_rebase_takes_no_concern_off_the_page(figures: None) -> None:
    """The summer of 2023 is set apart: what the whole chart marked as a concern stays told."""
    whole = Told(NOW, evidence.measure_named(SHOPS), BODY).found.chart
    marked = [p.date for p in whole.points if p.point_type == "special_cause_concern"]
    assert marked
    first = next(p.date for p in whole.points if p.date >= marked[0])
    found = [p.date for p in whole.points]
    start = found[max(found.index(first) - 1, 1)]
    done(*rebase(start.isoformat()))
    (told,) = pages.measure(NOW, SHOPS, BODY).rebases
    assert "would be marked as a concern" in told.note
    assert "They stay told" in told.note


def test_the_chart_over_all_bodies_restarts_there_too(figures: None) -> None:
    done(*rebase("2025-10-01"))
    rows = held_charts.held_charts(measure=SHOPS, on=date(2026, 11, 25)).rows
    page = Told(NOW, evidence.measure_named(SHOPS), BODY).found.chart
    ours = [(r.period_start, r.stretch, r.code != 0) for r in rows if r.body_id == BODY]
    assert ours == [(p.date, p.rebase_group, p.special_cause_flag) for p in page.points]
    earlier = held_charts.held_charts(measure=SHOPS, on=date(2026, 11, 19)).rows
    assert {r.stretch for r in earlier} == {0}


def test_areas_of_another_edition_are_refused_and_the_whole_body_stays(
    figures: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One body's areas are of another edition: its areas have no chart, all else has."""
    edition = AreaEdition("lsoa", "the areas of 2011", (("E01000001", "E01033768"),))
    made = replace(evidence.measure_named(SHOPS), checks=Checks("rows", "", edition))
    monkeypatch.setattr(evidence.catalogue, "measures", lambda: {SHOPS: made})
    release = evidence.observations().releases(SHOPS)[0]
    for body, code in ((BODY, "e01035762"), (PEERS[0], "e01000001")):
        rows = evidence.observations().series(SHOPS, body).rows[-14:]
        area = [replace(r, breakdown=f"lsoa={code}", vintage=release) for r in rows]
        evidence.observations().add(area)
    found = held_charts.held_charts(measure=SHOPS, on=date(2026, 11, 25))
    assert {r.body_id for r in found.rows if r.breakdown} == {PEERS[0]}
    assert BODY in {r.body_id for r in found.rows}
    (said,) = found.checks
    assert said.startswith(f"{BODY}: In 14 of 14 periods too few rows match the areas of 2011")
    assert said in list(found.lines())
    told = Told(NOW, made, BODY)
    assert any(said.endswith(words) for words in told.checks)
    assert told.shown


@pytest.mark.parametrize(
    ("first", "on", "said"),
    [
        ("2025-10-02", "2026-11-20", "The nearest begins on 2025-10-01"),
        ("2030-01-01", "2026-11-20", "is after"),
        ("2021-10-01", "2026-11-20", "it is the first that is held"),
        ("2025-13-01", "2026-11-20", "calendar has"),
    ],
)
def test_a_period_without_a_figure_is_refused(
    figures: None, first: str, on: str, said: str
) -> None:
    assert said in refused(*rebase(first, on))
    assert held(LimitsRebased) == ()


def test_a_rebase_needs_a_reason_and_the_same_again_is_nothing_new(figures: None) -> None:
    assert "reason" in refused(*rebase("2025-10-01", reason="  "))
    done(*rebase("2025-10-01"))
    assert "Nothing new" in done(*rebase("2025-10-01"))
    assert len(held(LimitsRebased)) == 1


def terms(folder: Path, measure: str) -> Path:
    file = folder / f"{measure}.toml"
    peers = ", ".join(f'"{peer}"' for peer in PEERS)
    file.write_text(
        f'measure = "{measure}"\nbody = "{BODY}"\naction_date = 2025-10-01\npeers = [{peers}]\n'
    )
    return file


def fix(folder: Path, measure: str) -> str:
    return done("fix-protocol", terms(folder, measure), "--on", "2025-09-11", "--by", ANALYST)


def family(*measures: str, rule: str = "bh", on: str = "2025-09-10") -> tuple[str, ...]:
    named = [word for measure in measures for word in ("--measure", measure)]
    why = ("--reason", "Both follow from one action", "--rule", rule, "--on", on)
    return ("fix-family", BODY, *named, *why, "--by", ANALYST)


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Figures of two invented measures: one falls after the action, one does not."""
    draws = np.random.default_rng(8)
    for measure, shift in ((SHOPS, 0.78), (REPEAT, 1.0)):
        lines = ["body_id,period_start,value"]
        for body in (BODY, *PEERS):
            for month in range(60):
                start = date(2021 + (month + 9) // 12, (month + 9) % 12 + 1, 1)
                after = body == BODY and start >= date(2025, 10, 1)
                mean = 200 * (1 + 0.1 * np.sin(month / 2)) * (shift if after else 1.0)
                lines.append(f"{body},{start.isoformat()},{draws.poisson(mean)}")
        (tmp_path / f"{measure}.csv").write_text("\n".join(lines) + "\n")
    return tmp_path


def load(folder: Path, measure: str) -> None:
    done(
        *("load", folder / f"{measure}.csv", "--measure", measure, "--release", "made"),
        *("--body", BODY, "--by", ANALYST),
    )


def test_the_registration_names_the_family_and_its_rule_applies(book: Book, own: Path) -> None:
    done(*family(SHOPS, REPEAT))
    for measure in (SHOPS, REPEAT):
        fix(own, measure)
        load(own, measure)
    register = registers.register(BODY, valid=date(2026, 11, 25))
    one, two = (
        verdicts.judge(
            register, measure=evidence.measure_named(m), body=BODY, on=date(2026, 11, 25)
        )
        for m in (SHOPS, REPEAT)
    )
    assert one is not None
    assert two is not None
    expected = q_values(np.array([one.p_improved, two.p_improved]), "bh")
    assert (one.q_improved, two.q_improved) == pytest.approx(tuple(expected))
    assert (one.verdict, one.family_rule) == ("improved", "bh")
    done("verdict", SHOPS, BODY, "--on", "2026-11-25", "--record", "--by", ANALYST)
    (given,) = held(VerdictGiven)
    page = registration.verdict_page(NOW, SHOPS, BODY)
    assert page.registration is not None
    rows = {str(row[0]): str(row[1]) for row in page.registration.rows}
    assert "Homes burgled again" in rows["Judged together with"]
    assert rows["Rule of the family"] == "the rule of Benjamini and Hochberg"
    fixed = next(f for f in held(ProtocolFixed) if f.measure == SHOPS)
    assert rows["SHA-256 of all of this"].replace(" ", "") == fixed.protocol_sha256
    found = verdicts.terms(register, measure=evidence.measure_named(SHOPS), body=BODY)
    assert found is not None
    assert given.ref == found.entry.entry_id
    assert page.chart is not None
    assert "3 peers" in page.chart.sentence
    (row,) = multiples.multiples(NOW, BODY).families
    assert "Benjamini" in row.note


def test_a_measure_that_waits_counts_as_one_that_shows_nothing(book: Book, own: Path) -> None:
    done(*family(SHOPS, REPEAT, rule="by"))
    fix(own, SHOPS)
    load(own, SHOPS)
    register = registers.register(BODY, valid=date(2026, 11, 25))
    made = verdicts.judge(
        register, measure=evidence.measure_named(SHOPS), body=BODY, on=date(2026, 11, 25)
    )
    assert made is not None
    assert made.p_improved is not None
    assert made.q_improved == pytest.approx(made.p_improved * 2 * 1.5)
    assert made.family_rule == "by"


def test_the_hash_covers_the_family(book: Book, own: Path) -> None:
    alone = fix(own, SHOPS)
    register = registers.register(BODY, valid=date(2026, 11, 25))
    found = verdicts.terms(register, measure=evidence.measure_named(SHOPS), body=BODY)
    assert found is not None
    joined = families.Family(((REPEAT, BODY), (SHOPS, BODY)), "bh")
    other = verdicts.protocol_digest(found.fact, found.protocol, BODY, joined)
    assert found.fact.protocol_sha256 in alone
    assert other not in alone


def test_nothing_joins_a_family_later(book: Book, own: Path) -> None:
    fix(own, SHOPS)
    assert "before this family" in refused(*family(SHOPS, REPEAT))
    assert held(FamilyFixed) == ()


@pytest.mark.parametrize(
    ("measures", "rule", "said"),
    [
        ((SHOPS,), "bh", "two measures or more"),
        ((SHOPS, "no-such"), "bh", "There are:"),
        ((SHOPS, REPEAT), "bonferroni", "none, bh, by"),
    ],
)
def test_families_that_cannot_be(
    book: Book, measures: tuple[str, ...], rule: str, said: str
) -> None:
    assert said in refused(*family(*measures, rule=rule))


def test_the_same_family_again_is_nothing_new_and_another_is_refused(book: Book) -> None:
    done(*family(SHOPS, REPEAT))
    assert "Nothing new" in done(*family(REPEAT, SHOPS))
    assert "Nothing joins or leaves" in refused(*family(SHOPS, REPEAT, rule="by"))


def test_three_looks_each_stand(book: Book, own: Path) -> None:
    """A verdict at 6 months is given by the first 6 months, also when 12 are held."""
    file = terms(own, SHOPS)
    file.write_text(file.read_text() + "looks = [6, 12, 24]\n")
    done("fix-protocol", file, "--on", "2025-09-11", "--by", ANALYST)
    load(own, SHOPS)
    made = json.loads(done("verdict", SHOPS, BODY, "--on", "2026-11-25", "--json"))
    assert made["n_after"] == 12
    assert made["alpha_used"] == pytest.approx(0.0045 / 3), "of the table, shared by three looks"
    register = registers.register(BODY, valid=date(2026, 11, 25))
    first = verdicts.judge(
        register,
        measure=evidence.measure_named(SHOPS),
        body=BODY,
        on=date(2026, 11, 25),
        look_at=6,
    )
    assert first is not None
    assert first.n_after == 6


NATIONAL = "answerable/researcher"
TWIN = "bexshire-police"


def joint(*members: str, by: str = NATIONAL, rule: str = "bh") -> tuple[str, ...]:
    named = [word for member in members for word in ("--measure", member)]
    why = ("--reason", "Both began the same patrols", "--rule", rule, "--on", "2025-09-10")
    return ("fix-family", BODY, *named, *why, "--by", by)


def of_twin(folder: Path) -> Path:
    file = folder / "twin.toml"
    peers = ", ".join(f'"{peer}"' for peer in (*PEERS[1:], BODY))
    file.write_text(
        f'measure = "{SHOPS}"\nbody = "{TWIN}"\naction_date = 2025-10-01\npeers = [{peers}]\n'
    )
    return file


def test_a_family_over_bodies_stands_on_the_record_of_each(book: Book, own: Path) -> None:
    done(*joint(SHOPS, f"{SHOPS}/{TWIN}", rule="by"))
    assert "Nothing new" in done(*joint(f"{SHOPS}/{TWIN}", SHOPS, rule="by"))
    ours, theirs = (
        registers.register(name, valid=date(2026, 11, 25)).of(JointFamilyFixed)
        for name in (BODY, TWIN)
    )
    assert ours[0].members == theirs[0].members == (f"{SHOPS}/{BODY}", f"{SHOPS}/{TWIN}")
    assert "Nothing joins or leaves" in refused(*joint(SHOPS, f"{SHOPS}/{PEERS[1]}"))
    fix(own, SHOPS)
    done("fix-protocol", of_twin(own), "--on", "2025-09-11", "--by", NATIONAL)
    load(own, SHOPS)
    day = date(2026, 11, 25)
    found = {
        name: verdicts.judge(
            registers.register(name, valid=day),
            measure=evidence.measure_named(SHOPS),
            body=name,
            on=day,
        )
        for name in (BODY, TWIN)
    }
    first, second = found[BODY], found[TWIN]
    assert first is not None
    assert second is not None
    expected = q_values(np.array([first.p_improved, second.p_improved]), "by")
    assert (first.q_improved, second.q_improved) == pytest.approx(tuple(expected))
    page = registration.verdict_page(NOW, SHOPS, BODY)
    assert page.registration is not None
    rows = {str(row[0]): str(row[1]) for row in page.registration.rows}
    assert "Bexshire" in rows["Judged together with"]
    (row,) = multiples.multiples(NOW, TWIN).families
    assert "Anyshire" in row.sentence


@pytest.mark.parametrize(
    ("members", "by", "said"),
    [
        ((SHOPS, f"{SHOPS}/{TWIN}"), ANALYST, "does not answer"),
        ((SHOPS, f"{SHOPS}/no-such-force"), NATIONAL, "No body is called"),
        ((f"{SHOPS}/{TWIN}", f"{REPEAT}/{TWIN}"), NATIONAL, "no measure of the body"),
    ],
)
def test_families_over_bodies_that_cannot_be(
    book: Book, members: tuple[str, ...], by: str, said: str
) -> None:
    assert said in refused(*joint(*members, by=by))


def test_terms_of_any_member_come_after_the_family(book: Book, own: Path) -> None:
    done("fix-protocol", of_twin(own), "--on", "2025-09-01", "--by", NATIONAL)
    assert "before this family" in refused(*joint(SHOPS, f"{SHOPS}/{TWIN}"))
    assert registers.register(BODY, valid=date(2026, 1, 1)).of(JointFamilyFixed) == ()


def test_few_a_month_is_said_above_the_chart(book: Book, tmp_path: Path) -> None:
    rows = "".join(f"{BODY},{2024 + m // 12}-{m % 12 + 1:02},{m % 4}\n" for m in range(24))
    (tmp_path / f"{SHOPS}.csv").write_text(f"body_id,period_start,value\n{rows}")
    load(tmp_path, SHOPS)
    checks = pages.measure(NOW, SHOPS, BODY).checks
    assert any("too few to read by month" in words for words in checks)


def test_the_measures_of_a_body_by_subject(figures: None) -> None:
    whole = multiples.multiples(NOW, BODY)
    links = {link.label: link.url for link in whole.aside[0].links}
    assert set(links) == {"Neighbourhood"}
    assert links["Neighbourhood"].endswith("?pack=neighbourhood")
    chosen = multiples.multiples(NOW, BODY, pack="neighbourhood")
    assert len(chosen.panels) == len(whole.panels) == 1
    assert chosen.title.endswith(": Neighbourhood")
    assert multiples.multiples(NOW, BODY, pack="response").panels == ()
