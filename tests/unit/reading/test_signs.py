"""Plain words that a pattern cannot do without."""

import re
import tomllib
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.reading.signs import needed, sign


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (r"action log", ["action log"]),
        (r"\baction (?:log|tracker)s?\b", ["action "]),
        (r"Commissioner's? response", ["commissioner'"]),
        (r"colou?r", ["colo"]),
        (r"minutes? of the (?:board|panel)", [" of the "]),
        (r"^agenda|minutes$", ["agenda", "minutes"]),
        (r"agenda|\d", ["agenda", ""]),
        (r"(?:present|absent)", ["present", "absent"]),
        (r"to (?:note|receive) (?:it|them)", ["note", "receive"]),
        (r"to (?:note|receive)?", ["to "]),
        (r"to (?:note|receive){0,2}", ["to "]),
        (r"to (?!note|receive)", ["to "]),
        (r"(?:Ann|(?:Bea|Cy)) said", [" said"]),
        (r"(?:Annie|(?:Beatrix|Cyril)) of", ["annie", "beatrix", "cyril"]),
        (r"(?:note|re?)ed", ["ed"]),
        (r"[Aa]ttendance:", ["ttendance:"]),
        (r"[]x]yz", ["yz"]),
        (r"ab{0,2}cde", ["cde"]),
        (r"fire+ service", [" service"]),
        (r"a\.b\.cd", ["cd"]),
        (r"(a[)]b(c\)d)?e)fgh", ["fgh"]),
        (r"\x41bcdef", [""]),
        (r"(no)\1thing", [""]),
    ],
)
def test_the_longest_runs_of_which_one_is_needed(pattern: str, words: list[str]) -> None:
    assert list(needed(pattern)) == words


def _shipped() -> list[str]:
    folder = files("answerable.catalogue") / "sources"
    tables = [
        tomllib.loads(one.read_text(encoding="utf-8")).get("matches", {})
        for one in folder.iterdir()
        if one.name.endswith(".toml")
    ]
    return sorted({w for t in tables for w in (*t.get("titles", ()), *t.get("phrases", ()))})


@given(st.data())
def test_whatever_a_shipped_pattern_finds_holds_what_it_needs(data: st.DataObject) -> None:
    pattern = data.draw(st.sampled_from(_shipped()))
    words = data.draw(st.from_regex(re.compile(pattern, re.MULTILINE | re.ASCII)))
    assert sign(pattern).stands_in(words, words.lower()) or not re.search(
        pattern, words, re.IGNORECASE | re.MULTILINE
    )


def test_a_sign_takes_no_heed_of_case() -> None:
    for pattern in ("action log", "Action Log"):
        assert sign(pattern).stands_in("The ACTION LOG of May", "the action log of may")
        assert not sign(pattern).stands_in("The action of May", "the action of may")
