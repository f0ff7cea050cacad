"""A regime's file is checked key by key: a mistake is refused in words that name it."""

import tomllib
from datetime import date
from importlib.resources import files
from typing import Any

import pytest

from answerable.vocabulary.regime_keys import RegimeRefused
from answerable.vocabulary.regimes import Regime

FILE = files("answerable.catalogue").joinpath("regimes", "police-england-wales.toml")


def raw() -> dict[str, Any]:
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


def test_the_shipped_regime_holds_the_56_days_with_law_and_source() -> None:
    regime = Regime.from_dict(raw())
    clock = regime.clock("comments-on-report")
    assert (clock.length, clock.unit, clock.counts_first_day) == (56, "days", True)
    assert clock.law == "police-act-1996/s55"
    assert clock.source.startswith("https://www.legislation.gov.uk/")
    assert regime.theme("soc").short == "organised crime"
    assert regime.theme("knife-crime").words == "knife crime"
    assert regime.label("cause-of-concern") == "cause of concern"
    assert regime.label("not-listed") == "not listed"
    scale = regime.scale("hmicfrs-5")
    assert scale is not None
    assert (scale.order("adequate"), scale.order("not graded")) == (2, None)
    assert regime.scale(None) is None


CHANGES: dict[str, tuple[dict[str, Any], str, str]] = {
    "unknown key": ({"colour": "blue"}, "unknown_key", "colour"),
    "blank title": ({"title": " "}, "wrong_value", "title"),
    "zero days": ({"reply_days": 0}, "wrong_value", "reply_days"),
    "truth is no number": ({"slipping_days": True}, "wrong_value", "slipping_days"),
    "names as words": ({"names": "the force"}, "wrong_value", "names"),
    "no ground": ({"closing_grounds": []}, "wrong_value", "closing_grounds"),
    "unknown ground": ({"closing_grounds": ["rumour"]}, "wrong_value", "closing_grounds"),
    "grounds as a number": ({"closing_grounds": 3}, "wrong_value", "closing_grounds"),
    "one duty, not a list": ({"duty": {"id": "x"}}, "wrong_value", "duty"),
    "review as words": ({"review": "yes"}, "wrong_value", "review"),
    "election without an end": (
        {"pre_election": [{"name": "x", "from": "2024-05-25"}]},
        "missing_key",
        "applies_to",
    ),
    "scale without values": (
        {"scale": [{"id": "s", "words": "w", "values": [], "source": "x"}]},
        "wrong_value",
        "scale.values",
    ),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_mistake_is_refused_with_its_key(name: str) -> None:
    change, code, words = CHANGES[name]
    with pytest.raises(RegimeRefused, match=words) as refused:
        Regime.from_dict(raw() | change)
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("unit", "fortnights", "clock.unit"),
        ("starts_on", "someday", "clock.starts_on"),
        ("counts_first_day", "yes", "clock.counts_first_day"),
        ("length", -1, "length"),
        ("duty", "none", "clock.duty"),
    ],
)
def test_a_clock_is_checked(key: str, value: object, words: str) -> None:
    changed = raw()
    changed["clock"][0][key] = value
    with pytest.raises(RegimeRefused, match=words):
        Regime.from_dict(changed)


@pytest.mark.parametrize(
    ("key", "value", "code"),
    [
        ("checker", "", "no_checker"),
        ("checker", "Rules editor (role of the project)", "checker_is_author"),
        ("review_by", "2027-01-01", "wrong_value"),
        ("checked_on", date(2020, 1, 1), "wrong_value"),
    ],
)
def test_two_people_have_read_it(key: str, value: object, code: str) -> None:
    changed = raw()
    changed["review"][key] = value
    with pytest.raises(RegimeRefused) as refused:
        Regime.from_dict(changed)
    assert refused.value.code == code


def test_holidays_are_held_in_whole_years_only() -> None:
    changed = raw()
    changed["holidays"]["years"] = [2024]
    with pytest.raises(RegimeRefused, match=r"holidays\.days"):
        Regime.from_dict(changed)
    del changed["holidays"]
    assert not Regime.from_dict(changed).holidays.known(2024)


def test_a_pre_election_period_ends_on_or_after_its_first_day() -> None:
    period = {
        "name": "Election",
        "from": date(2024, 7, 4),
        "to": date(2024, 5, 25),
        "applies_to": "all",
        "source": "https://example.org",
    }
    with pytest.raises(RegimeRefused, match=r"pre_election\.to"):
        Regime.from_dict(raw() | {"pre_election": [period]})
    good = Regime.from_dict(raw() | {"pre_election": [period | {"to": date(2024, 7, 4)}]})
    assert good.pre_election[0].begins == date(2024, 7, 4)
