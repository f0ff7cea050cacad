"""Plain words of which each match of a costly pattern has one."""

import importlib
import pkgutil
import re
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import answerable.reading
from answerable.reading.worded import Forms, Worded, in_any_case, worded


def _held(value: object) -> Iterator[Worded]:
    if isinstance(value, Worded):
        yield value
    elif isinstance(value, tuple | list):
        for one in value:
            yield from _held(one)


def _shipped() -> list[tuple[str, Worded]]:
    found: dict[str, tuple[str, Worded]] = {}
    for module in pkgutil.walk_packages(answerable.reading.__path__, "answerable.reading."):
        for name, value in vars(importlib.import_module(module.name)).items():
            for one in _held(value):
                found.setdefault(one.found.pattern, (f"{module.name}.{name}", one))
    return sorted(found.values(), key=lambda pair: pair[0])


SHIPPED = _shipped()


def test_there_are_patterns_to_look_at() -> None:
    assert len(SHIPPED) > 50


@pytest.mark.parametrize(("name", "one"), SHIPPED, ids=[name for name, _ in SHIPPED])
def test_whatever_a_pattern_finds_holds_one_of_its_words(name: str, one: Worded) -> None:
    flags = one.found.flags & ~re.UNICODE | re.ASCII  # letters that only case makes alike

    @settings(
        max_examples=40, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck)
    )
    @given(st.from_regex(re.compile(one.found.pattern, flags)))
    def each(words: str) -> None:
        for match in one.found.finditer(words):
            assert one.may(match.group()), name

    each()


def test_words_that_a_pattern_does_not_need_lose_a_match() -> None:
    wrong = worded("asked", r"\b(?:asked|told) to\b")
    assert wrong.search("She was told to write.") is None
    assert worded("asked|told", r"\b(?:asked|told) to\b").search("She was told to write.")


def test_forms_are_tried_in_their_order_where_one_of_their_words_stands() -> None:
    told = worded("told", r"told to (?P<do>\w+)")
    asked = worded("asked|ASKED", r"asked to (?P<do>\w+)", re.IGNORECASE)
    moor = worded("moor|told", r"moor\w*")
    forms = Forms((("told", told), ("asked", asked), ("moor", moor)))
    assert [name for name, _ in forms.that_may("She was told to moor it.")] == ["told", "moor"]
    assert [name for name, _ in forms.that_may("She was Asked and told.")] == [
        "told",
        "asked",
        "moor",
    ]
    assert [name for name, _ in forms.that_may("She was Told nothing.")] == []
    assert dict(forms.that_may("Asked to wait"))["asked"] is asked.found


def test_in_the_sentences_of_a_paper_its_own_forms_find_what_all_of_them_find() -> None:
    told = worded("told|instructed", r"(?:told|instructed) to (?P<do>\w+)")
    asked = worded("asked|invited", r"(?:asked|invited) to (?P<do>\w+)", re.IGNORECASE)
    forms = Forms((("told", told), ("asked", asked)))
    paper = "She was told to moor it. He was ASKED to wait. Nobody came."
    own = forms.of_paper(paper)
    for sentence in paper.split(". "):
        assert list(own.that_may(sentence)) == list(forms.that_may(sentence))
    assert [name for name, _ in own.that_may("She was instructed to wait.")] == []
    assert [name for name, _ in forms.that_may("She was instructed to wait.")] == ["told"]


@pytest.mark.parametrize(
    "name",
    [
        "findings.causes.causes._SPOKEN_OF",
        "findings.causes.causes._URGENT",
        "findings.remedies._FAULT",
        "findings.causes.cause_framed._OF_THEM",
        "findings.causes.cause_reported._OF_THEM",
        "findings.causes.cause_about_forms.SPOKEN_OF",
        "findings.causes.cause_clauses._SPOKEN_OF",
        "findings.causes.cause_words.DEFINES",
        "findings.of_any_kind.finding_apposed_forms.OF_CONCERNS",
        "findings.remedies_told._PAPER",
        "findings.asking.asked_questions._BOARD",
        "meetings.meeting_heads._LETTER",
        "published._OWN",
    ],
)
def test_a_whole_paper_is_searched_only_where_a_plain_word_stands(name: str) -> None:
    module, _, form = name.rpartition(".")
    found = getattr(importlib.import_module(f"answerable.reading.{module}"), form)
    assert isinstance(found, Worded)
    assert not found.may("The rota was drawn up in May, and the lamps on the quay work again.")


@given(st.text("aSsh oulNn’t\n.İ", max_size=30), st.integers(0, 12))
def test_a_pattern_in_any_case_finds_what_one_that_heeds_no_case_finds(
    words: str, start: int
) -> None:
    pattern = r"^\W*Should\b|\bNo\S|n[’']t\b"
    plain = re.compile(pattern, re.IGNORECASE).search(words, start)
    assert (in_any_case(pattern).search(words, start) is None) == (plain is None)
