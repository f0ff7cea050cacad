"""Protects the pages of measures: sentence first, table and file, no ranking, forms that write."""

import csv
import io
import json
import re
from dataclasses import replace
from datetime import date
from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest
from benchmarks import method
from django.test import Client
from typer.testing import CliRunner

from answerable.cli.main import app
from answerable.evidence.series import Series
from answerable.evidence.spoken import Spoken
from answerable.ledger.book import Book
from answerable.operations import catalogue
from answerable.operations.pages.measures.checks_said import said_of
from answerable.operations.pages.measures.figures import Figures, drawing
from answerable.operations.pages.measures.measure_known import left_out
from answerable.operations.pages.measures.method import calibration
from answerable.store.observations.queries import HeldSeries
from answerable.store.reads import registers
from answerable.vocabulary.facts import (
    FamilyFixed,
    LimitsRebased,
    ObservationsLoaded,
    ProtocolFixed,
)
from answerable.vocabulary.measure_checks import NOTHING_STATED, Checks
from answerable.vocabulary.measures import Observation, Vintage
from answerable.vocabulary.times import first_day
from tests.unit.observations.making import measure as measure_of
from tests.web.acting import OTHER_MACHINE, browser, hidden, words

SHOPS, BODY = "anyshire-theft-from-shops", "anyshire-police"


PEERS = (
    *("bexshire-police", "corvale-police", "dunmoor-police", "eastmarch-police"),
    *("fenwick-police", "grantham-vale-police", "holmeshire-police"),
)
ANALYST, OFFICER = "anyshire-pcc/analyst", "anyshire-pcc/governance-officer"
LIMITS, FAMILY = f"/measures/{SHOPS}/{BODY}/limits/", f"/bodies/{BODY}/measures/family/"


def done(*words: str | Path) -> None:
    result = CliRunner().invoke(app, [str(word) for word in words])
    assert result.exit_code == 0, result.output


@pytest.fixture(autouse=True)
def record(book: Book, tmp_path: Path) -> None:
    """Terms, figures and a verdict of the invented force, in this order."""
    terms = tmp_path / "terms.toml"
    peers = ", ".join(f'"{peer}"' for peer in PEERS)
    terms.write_text(
        f'measure = "{SHOPS}"\nbody = "{BODY}"\naction_date = 2025-10-01\npeers = [{peers}]\n'
    )
    done("fix-protocol", terms, "--on", "2025-09-10", "--by", ANALYST)
    folder = files("answerable.catalogue").joinpath("story", "anyshire", "observations")
    file = Path(str(folder)) / "theft-from-shops-anyshire-2026-11.csv"
    loaded = ("--measure", SHOPS, "--release", "anyshire-2026-11", "--body", BODY)
    done("load", file, *loaded, "--by", ANALYST)
    done("verdict", SHOPS, BODY, "--on", "2026-11-19", "--record", "--by", ANALYST)


def body_of(client: Client, url: str, status: int = 200) -> str:
    answer = client.get(url)
    assert answer.status_code == status, url
    text = answer.content.decode()
    assert text.count("<h1") == 1
    return text


def rows_of(client: Client, url: str) -> list[dict[str, str]]:
    answer = client.get(url)
    assert answer.headers["Content-Type"].startswith("text/csv")
    return list(csv.DictReader(io.StringIO(answer.content.decode())))


def test_bodies_side_by_side_have_limits_and_no_rank(client: Client) -> None:
    assert "Invented force and figures" in words(client.get(f"/measures/{SHOPS}/"))
    text = body_of(client, f"/measures/{SHOPS}/?body={BODY}")
    assert "8 bodies together counted" in text
    assert "where to look" in text or "No body changed by more than chance" in text
    assert re.search(
        r"By chance alone 0.02 of 8 bodies|Among these 8, fewer than 0.08 are to be expected",
        text,
    )
    assert not re.search(r"\brank|league|best|worst", text.lower().replace("ranking", ""))
    found = rows_of(client, f"/measures/{SHOPS}/bodies.csv")
    assert [r["body"] for r in found] == sorted(r["body"] for r in found)
    assert len(found) == 8
    assert "rank" not in found[0]


def test_a_measure_of_few_bodies_says_why_there_is_no_funnel(client: Client) -> None:
    text = body_of(client, "/measures/anyshire-repeat-burglary/")
    assert "a picture needs 5" in text or "No usable figures" in text
    assert client.get("/measures/no-such-measure/").status_code in (404, 422)


def test_the_page_says_the_newest_figure_without_its_season(client: Client) -> None:
    text = words(client.get(f"/measures/{SHOPS}/{BODY}/"))
    found = re.search(r"With the season taken out.*? is ([0-9.,]+) against a mean of", text)
    assert found is not None
    assert float(found[1].replace(",", "")) > 0


def test_small_charts_of_a_body(client: Client) -> None:
    text = body_of(client, f"/bodies/{BODY}/measures/")
    assert "no verdict" in text
    assert text.count('class="app-multiples__item"') >= 1
    found = rows_of(client, f"/bodies/{BODY}/measures/data.csv")
    assert {r["measure"] for r in found} >= {SHOPS}


def test_verdict_with_its_registration(client: Client) -> None:
    text = body_of(client, f"/measures/{SHOPS}/{BODY}/verdict/")
    assert "What was fixed beforehand" in text
    assert "Mean of 7 peers" in text


def test_explore_shows_what_was_chosen_and_no_more(client: Client) -> None:
    assert "Choose a measure" in body_of(client, "/explore/")
    asked = f"measure={SHOPS}&body1={BODY}&body2=corvale-police&from=2025-01&to=2025-12"
    text = body_of(client, f"/explore/?{asked}")
    assert text.count('<figure class="app-chart">') == 2
    assert "January 2025" in text
    found = rows_of(client, f"/explore/data.csv?{asked}")
    assert len(found) == 24
    assert min(r["period_start"] for r in found) == "2025-01-01"


def test_explore_as_known_on_a_day(client: Client) -> None:
    asked = f"/explore/data.csv?measure={SHOPS}&body1={BODY}&known_on=2020-01-01"
    assert rows_of(client, asked) == []


def test_a_release_is_pinned_and_an_entry_shows_what_was_loaded_by_then(
    client: Client, tmp_path: Path
) -> None:
    """What an analyst saw stays the same when a revision is loaded."""
    file = tmp_path / "revised.csv"
    file.write_text(f"body_id,period_start,value\n{BODY},2025-03,999\n")
    before = registers.head().size - 1
    loaded = ("--measure", SHOPS, "--release", "revised", "--released-on", "2026-11-24")
    done("load", file, *loaded, "--body", BODY, "--by", ANALYST)
    asked = f"/explore/data.csv?measure={SHOPS}&body1={BODY}&from=2025-01&to=2025-03"
    march = {"": "999", "&release=revised": "999", f"&known={before}": "", "&known=0": None}
    march["&release=anyshire-2026-11"] = ""
    for more, value in march.items():
        found = [row["value"] for row in rows_of(client, asked + more)]
        assert (found[-1:] == ["999"]) is (value == "999"), more
        assert len(found) == {"&release=revised": 1, "&known=0": 0}.get(more, 3), more
    page = words(client.get(f"/explore/?measure={SHOPS}&body1={BODY}&release=revised"))
    assert "of the release revised only" in page
    own = f"/measures/{SHOPS}/{BODY}/data.csv?known={before}"
    assert "999" not in [row["value"] for row in rows_of(client, own)]
    unknown = body_of(client, f"/explore/?measure={SHOPS}&release=none", status=422)
    assert "in that release" in unknown


@pytest.mark.parametrize(
    "asked",
    [
        "measure=no-such",
        f"measure={SHOPS}&body1=nobody",
        f"measure={SHOPS}&body1={BODY}&from=April",
        f"measure={SHOPS}&body1={BODY}&from=2025-05&to=2025-01",
        f"measure={SHOPS}&body1={BODY}&known_on=yesterday",
    ],
)
def test_explore_names_what_cannot_be_used(client: Client, asked: str) -> None:
    text = body_of(client, f"/explore/?{asked}", status=422)
    assert "There is a problem" in text
    assert rows_of(client, f"/explore/data.csv?{asked}") == []


def test_the_method_page_tells_the_committed_calibration(client: Client) -> None:
    file = files("answerable.catalogue") / "calibration.json"
    assert file.read_text() == method.written(), "run: python -m benchmarks.method"
    text = body_of(client, "/about/method/")
    assert "python -m benchmarks.evidence_looks --runs 20000" in text
    assert f"{100 * calibration()['looks']['worst']:.2f} %" in text
    assert json.loads(file.read_text())["runs"] >= 20_000
    noises = calibration()["noises"]
    first = text.partition("Three tools")[0]
    for how, rows in (("alone", noises), ("compared", [n for n in noises if n["harder"]])):
        assert f"{100 * max(n[how] for n in rows):.2f} %" in first
    assert "counts of 1 to 4 are withheld" not in text


def test_who_reads_about_the_record_is_led_to_the_method(client: Client) -> None:
    measures = client.get("/about/").content.decode().partition('id="measures"')[2]
    assert 'href="/about/method/"' in measures.partition("</section>")[0]


def held(kind):  # type: ignore[no-untyped-def]  # facts of the type asked for
    return registers.register(BODY, valid=first_day("2100-01-01")).of(kind)


ON = {"on-day": "20", "on-month": "11", "on-year": "2026"}


def test_limits_are_set_anew_on_a_page() -> None:
    client = browser(OFFICER)
    form = client.get(LIMITS)
    assert "October 2025" in words(form)
    typed = {
        **ON,
        "from_": "2025-10-01",
        "reason": "Shops report online since then, for five years.",
        "authoriser": "commissioner",
    }
    check = client.post(LIMITS, {**hidden(form), **typed})
    assert "Nothing is written yet" in words(check)
    assert held(LimitsRebased) == ()
    written = client.post(LIMITS, hidden(check))
    assert written.status_code == 302
    (fact,) = held(LimitsRebased)
    assert (fact.from_, fact.authoriser) == ("2025-10-01", "commissioner")
    page = words(client.get(f"/measures/{SHOPS}/{BODY}/"))
    assert "Limits set anew" in page
    assert "for five years" in page


def test_a_form_that_lacks_something_says_what() -> None:
    client = browser(OFFICER)
    form = client.get(LIMITS)
    again = client.post(LIMITS, {**hidden(form), **ON, "from_": "", "reason": "Because."})
    assert again.status_code == 422
    assert "Choose the first period" in words(again)
    assert "Because." in words(again)


def test_limits_are_read_only_from_elsewhere() -> None:
    answer = Client(**OTHER_MACHINE).post(LIMITS, {"step": "save"})
    assert answer.status_code == 403
    assert held(LimitsRebased) == ()


def test_a_family_is_refused_after_terms_and_fixed_before_them() -> None:
    client = browser(OFFICER)
    form = client.get(FAMILY)
    typed = {**ON, "rule": "bh", "reason": "One action."}
    late = {"measures": f"{SHOPS}\nanyshire-repeat-burglary", **typed}
    check = client.post(FAMILY, {**hidden(form), **late})
    refused = client.post(FAMILY, hidden(check))
    assert refused.status_code == 422
    assert "before this family" in words(refused)
    early = {"measures": "police-uk-burglary\npolice-uk-robbery", **typed}
    check = client.post(FAMILY, {**hidden(form), **early})
    assert client.post(FAMILY, hidden(check)).status_code == 302
    (fact,) = held(FamilyFixed)
    assert fact.measures == ("police-uk-burglary", "police-uk-robbery")


TERMS = f"/measures/{SHOPS}/{BODY}/terms/"
NEXT = {
    **ON,
    **{"action_date-day": "1", "action_date-month": "1", "action_date-year": "2027"},
    **{"peers": "\n".join(PEERS[:3]), "looks": "6,12,24", "minimum_change": "0.15"},
}


def test_terms_are_fixed_on_a_page_before_their_figures() -> None:
    client = browser(OFFICER)
    assert TERMS in body_of(client, f"/measures/{SHOPS}/{BODY}/verdict/")
    form = client.get(TERMS)
    assert "Nearest in mean level of the figures held" in words(form)
    check = client.post(TERMS, {**hidden(form), **NEXT})
    assert "Nothing is written yet" in words(check)
    assert client.post(TERMS, hidden(check)).status_code == 302
    fixed = held(ProtocolFixed)[-1]
    assert (fixed.action_date, fixed.minimum_change) == ("2027-01-01", "0.15")
    assert (fixed.looks, fixed.peers) == ((6, 12, 24), PEERS[:3])
    assert "15 %" in words(client.get(f"/measures/{SHOPS}/{BODY}/verdict/"))


def test_terms_that_cannot_be_fixed_are_kept_as_typed() -> None:
    ends = {"selection_end-day": "1", "selection_end-month": "1", "selection_end-year": "2026"}
    cases: tuple[tuple[dict[str, str], str], ...] = (
        ({"action_date-year": "2025"}, "would not be fixed beforehand"),
        ({"peers": BODY}, "other bodies"),
        ({"minimum_change": "ten"}, "a share such as 0.10"),
        ({"wash_out": "-1"}, "a whole number"),
        ({"looks": "7"}, "Choose when to look"),
        (ends, "a first and a last day"),
        ({"peers": 'x"]\nalpha = 0.4'}, "use its identifier"),
    )
    client = browser(OFFICER)
    form = hidden(client.get(TERMS))
    for changed, said in cases:
        again = client.post(TERMS, {**form, **NEXT, **changed, "step": "save"})
        assert again.status_code == 422, changed
        assert said in words(again)
    assert len(held(ProtocolFixed)) == 1


def test_shares_stand_side_by_side_with_limits(
    client: Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One body of 24 answers far fewer in time; it is marked, and nobody is ranked."""
    name, words_of = "answered", {"denominator": "calls", "title": "Answered in time"}
    made = measure_of(id=name, kind="percent", per=100, **words_of)
    every = {**catalogue.measures(), name: made}
    monkeypatch.setattr(catalogue, "measures", lambda: every)
    draws = np.random.default_rng(4)
    lines = ["body_id,period_start,numerator,denominator"]
    bodies = (BODY, *PEERS, *(f"body-{i}" for i in range(16)))
    known = catalogue.bodies()
    more = {b: replace(known[BODY], id=b, name=b, short=b) for b in bodies if b not in known}
    monkeypatch.setattr(catalogue, "bodies", lambda: {**known, **more})
    for i, peer in enumerate(bodies):
        for month in range(1, 13):
            calls = 400 + 100 * i
            answered = draws.binomial(calls, 0.5 if i == 3 else 0.7)
            lines.append(f"{peer},2026-{month:02},{answered},{calls}")
    file = tmp_path / "answered.csv"
    file.write_text("\n".join(lines) + "\n")
    loaded = ("--measure", name, "--release", "made", "--body", BODY, "--by", ANALYST)
    done("load", file, *loaded)
    text = words(client.get(f"/measures/{name}/"))
    assert "Dunmoor Police lies outside the outer limits: where to look, and no verdict." in text
    rows = rows_of(client, f"/measures/{name}/bodies.csv")
    assert [row["body"] for row in rows] == sorted(bodies)
    assert [row["body"] for row in rows if row["outside"] == "yes"] == ["dunmoor-police"]
    assert all(float(row["lower_99_8"]) < 69 < float(row["upper_99_8"]) for row in rows)
    assert "no order of merit" in text
    assert "overdispersion" in text


def test_each_check_speaks_before_the_chart_on_every_page_of_the_measure(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A measure that states nothing is unknown; one bad measure leaves the others shown."""
    every = dict(catalogue.measures())
    every[SHOPS] = replace(every[SHOPS], checks=NOTHING_STATED)
    monkeypatch.setattr(catalogue, "measures", lambda: every)
    own, explored = f"/measures/{SHOPS}/{BODY}/", f"/explore/?measure={SHOPS}&body1={BODY}"
    for url in (own, f"/bodies/{BODY}/measures/", f"/measures/{SHOPS}/", explored):
        text = body_of(client, url)
        order = (
            "does not say whether its figures change",
            "does not say by what its rows",
            "does not say of which edition",
        )
        said = [text.index(words) for words in order]
        assert said == sorted(said), url
        assert said[-1] < text.index('role="img"'), url
    every[SHOPS] = replace(every[SHOPS], checks=Checks("Crime ID", "", areas=False))
    day = "?valid=2026-11-25"
    text = body_of(client, f"{own}{day}")
    assert "counted by “Crime ID”, which is no key" in text
    assert re.search(r"0 of \d+ figures held are used\. Left out by a check: \w+ 20", text)
    assert "Every figure that is held was left out by a check" in text
    assert 'role="img"' not in text
    assert "which is no key" in body_of(client, f"/measures/{SHOPS}/{day}")
    assert "left out by a check" in body_of(client, f"/bodies/{BODY}/measures/{day}")


def test_the_figures_that_did_not_pass_are_named_as_stretches() -> None:
    """Four of six: two neighbours that a check stopped, one that the source left blank and one
    that the publisher withheld."""
    days = [date(2014, month, 1) for month in (1, 2, 4, 5, 6, 7)]
    rows = tuple(
        Observation(
            measure_id="police-uk-burglary",
            body_id="dyfed-powys-police",
            breakdown="",
            period_start=day,
            period_end=date(2014, day.month + 1, 1),
            value=None if day.month in (5, 7) else 9.0,
            flag="suppressed" if day.month == 7 else "",
            vintage=Vintage("r", None),
            source_sha256="0" * 64,
            source_row=0,
        )
        for day in days
    )
    held = HeldSeries("police-uk-burglary", "dyfed-powys-police", "", rows, ())
    series = Series(tuple(days), (None, None, 9.0, None, 9.0, None))
    found = Figures(
        catalogue.measures()["police-uk-burglary"], "dyfed-powys-police", held, series, ()
    )
    assert list(left_out(found)) == [
        "Left out by a check: January 2014 to February 2014.",
        "Withheld by the publisher: July 2014.",
        "Without a value in the source: May 2014.",
        "No figure is held between: March 2014.",
    ]


def test_a_target_is_told_with_who_set_it_and_whether_it_is_met_as_a_rule(client: Client) -> None:
    """Words first, then the sign; before the day on which it was set there is no target."""
    shops = body_of(client, f"/measures/{SHOPS}/{BODY}/")
    assert "at most 250 offences a month, set by the Anyshire Police and Crime Comm" in shops
    assert "on 1 April 2025. Source: Police and crime plan" in shops
    assert 'aria-hidden="true" focusable' in shops[shops.index("Met or missed by chance") :]
    assert "Target 250" in shops
    before = body_of(client, f"/measures/{SHOPS}/{BODY}/?valid=2025-03-01")
    assert "Beside its target" not in before
    assert "Target 250" not in before


def test_the_line_without_the_season_is_drawn_tabled_and_in_the_file(client: Client) -> None:
    text = body_of(client, f"/measures/{SHOPS}/{BODY}/")
    assert text.count('stroke-dasharray="5 3"') == 4  # two pictures, each with its legend
    assert "Dashed line: the season taken out" in text
    assert ">Season taken out</th>" in text
    head, first, *_ = (
        client.get(f"/measures/{SHOPS}/{BODY}/data.csv").content.decode().split("\r\n")
    )
    held = dict(zip(head.split(","), first.split(","), strict=True))
    assert float(held["season_taken_out"]) > 0
    assert held["target"] == ""
    explored = body_of(client, f"/explore/?measure={SHOPS}&body1={BODY}")
    assert explored.count('stroke-dasharray="5 3"') == 4
    small = body_of(client, f"/bodies/{BODY}/measures/")
    assert "in pictures of this size two lines cannot be told apart" in small
    assert "season taken out" not in re.sub(r"<table.*?</table>", "", small, flags=re.DOTALL)


def test_no_limit_is_drawn_over_months_that_a_check_took_out_before_a_long_gap() -> None:
    """Dyfed-Powys: 2014 held, January to April 2024 incomplete; the limits of 2014 end there."""
    early = [date(2014, month, 1) for month in range(4, 12)]
    stopped = [date(2024, month, 1) for month in range(1, 5)]
    late = [date(2025, month, 1) for month in range(1, 13)]
    series = Series(
        (*early, *stopped, *late), (*range(100, 108), *(None for _ in stopped), *range(120, 132))
    )
    held = HeldSeries("police-uk-burglary", "dyfed-powys-police", "", (), ())
    measure = catalogue.measures()["police-uk-burglary"]
    found = Figures(measure, "dyfed-powys-police", held, series, ())
    drawn = drawing(found, place="Dyfed-Powys Police", events=())
    assert [(one.start, one.end) for one in drawn.limits] == [
        (early[0], early[-1]),
        (late[0], late[-1]),
    ]


def test_a_check_that_spoke_of_the_one_body_shown_names_it() -> None:
    """“All bodies” would be wrong where a second one was asked for and is not shown."""
    measure = catalogue.measures()["police-uk-burglary"]
    held = HeldSeries(measure.id, "dyfed-powys-police", "", (), ())
    spoken = (Spoken("stale", "warn", "stale", "The newest period ended long ago."),)
    found = Figures(measure, "dyfed-powys-police", held, Series((), ()), spoken)
    assert said_of({"dyfed-powys-police": found}) == (
        "Dyfed-Powys Police: The newest period ended long ago.",
    )


def test_what_was_put_right_of_its_figures_stands_at_the_top(client: Client) -> None:
    """Nobody should read the chart before the correction of what it was drawn from."""
    reason = "Typing error of ours: the file has one row more."
    loaded = registers.register(BODY, valid=date(2026, 12, 31)).versions_of(ObservationsLoaded)
    changed = ("--set", "rows=37", "--reason", reason)
    done("correct", str(loaded[-1].seq), *changed, "--by", OFFICER)
    shown = words(client.get(f"/measures/{SHOPS}/{BODY}/"))
    assert reason in shown
    assert shown.index("Put right on") < shown.index("Did it get better?")


@pytest.mark.parametrize(
    ("measure", "mark"),
    [("police-uk-drugs", "neutral"), ("police-uk-burglary", "concern")],
)
def test_what_is_unusual_is_marked_whichever_way_is_better(measure: str, mark: str) -> None:
    """Where neither way is better a point far out is unusual still, and the title says so."""
    days = tuple(date(2024 + i // 12, i % 12 + 1, 1) for i in range(20))
    series = Series(days, (*(100.0 + i % 3 for i in range(19)), 150.0))
    held = HeldSeries(measure, "dyfed-powys-police", "", (), ())
    found = Figures(catalogue.measures()[measure], "dyfed-powys-police", held, series, ())
    drawn = drawing(found, place="Dyfed-Powys Police", events=())
    assert (drawn.points[-1].mark, drawn.points[-1].words) == (mark, "above the upper limit")
    assert "outside what was usual" in drawn.title


def test_small_pictures_say_what_their_shapes_mean(client: Client) -> None:
    small = words(client.get(f"/bodies/{BODY}/measures/"))
    assert "A diamond is unusual and improving." in small
    assert "An open square" not in small


def test_page_file_and_interface_say_what_such_intervals_held(client: Client) -> None:
    """Beside the interval on the pages, and in the words of the open data and the interface."""
    held = r"intervals made this way held the true change [0-9.]+ to [0-9.]+ times in 100"
    for page in (f"/measures/{SHOPS}/{BODY}/", f"/measures/{SHOPS}/{BODY}/verdict/"):
        assert re.search(rf"99 % interval .*{held}", words(client.get(page))), page
    item = client.get(f"/api/v1/measures?body={BODY}").json()["items"][0]
    assert item["low"] is not None
    assert re.search(held, item["verdict_words"])


def test_an_alone_measure_is_told_its_chance_of_a_false_verdict(client: Client) -> None:
    text = words(client.get(f"/measures/{SHOPS}/{BODY}/verdict/"))
    assert "called improved by chance about 5 times in 1,000" in text
    assert re.search(r"up to [0-9.]+ % beside peers, and up to [0-9.]+ % for a body alone", text)
    assert text.count("In 8 cases of 10") <= 1


def test_a_measure_with_no_better_way_promises_no_verdict(client: Client, tmp_path: Path) -> None:
    """Neither more nor less is better: no test can be fixed, so none is said to be missing."""
    file = tmp_path / "drugs.csv"
    rows = (f"{BODY},{2025 + i // 12}-{i % 12 + 1:02},{90 + i % 7}\n" for i in range(14))
    file.write_text("body_id,period_start,value\n" + "".join(rows))
    loaded = ("--measure", "police-uk-drugs", "--release", "made", "--released-on", "2026-04-01")
    done("load", file, *loaded, "--body", BODY, "--by", ANALYST)
    for page in (
        f"/measures/police-uk-drugs/{BODY}/",
        f"/measures/police-uk-drugs/{BODY}/verdict/",
    ):
        text = words(client.get(page))
        assert "neither more nor less of it is better" in text
        assert "becomes measurable" not in text
