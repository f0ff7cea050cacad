"""What no rule reads is proposed where it is like what persons marked, and never over a rule."""

from importlib.resources import files

import pytest

from answerable.reading.formats import canonical
from answerable.reading.gazetteer import Gazetteer
from answerable.reading.likeness.cues import cues, words
from answerable.reading.likeness.weights import BadWeights, Weights, from_lines
from answerable.reading.material import Material, Meta
from answerable.reading.profiles import OTHER
from answerable.reading.reading import Reading, read

LIKE = "Somebody senior ought to have another look at the rota."
OTHER_WORDS = "Somebody senior read out the rota from the last page."
WEIGHTS = from_lines(
    [
        "# a remark",
        "kinds\trecommendation\taction",
        "base\t-400\t-400",
        "least\t0.5\t0.5",
        "w=ought\t9000\t0",
        "b=senior ought\t2000\t0",
        "section=actions\t0\t9000",
    ]
)


def reading(text: str, weights: Weights | None = WEIGHTS) -> Reading:
    return read(canonical(text.encode(), media_type="text/plain"), likeness=weights)


def found(text: str, weights: Weights | None = WEIGHTS) -> list[tuple[str, str, str]]:
    return [
        (line["kind"], line["rule"], line["quote"]["exact"])
        for line in reading(text, weights).lines()
        if line["kind"] in ("recommendation", "action")
    ]


def test_a_passage_that_is_like_a_kind_is_proposed_in_its_exact_words() -> None:
    assert found(f"{LIKE}\n\n{OTHER_WORDS}\n") == [
        ("recommendation", "likeness.recommendation", LIKE)
    ]


def test_without_weights_nothing_is_proposed() -> None:
    assert found(f"{LIKE}\n", None) == []


def test_what_a_rule_reads_stays_as_the_rule_reads_it() -> None:
    told = "Recommendation 1: the force should review the rota it ought to keep by 30 May 2031.\n"
    assert [one[1] for one in found(told)] == [one[1] for one in found(told, None)] != []


def test_a_heading_and_a_few_letters_are_like_nothing() -> None:
    assert found("What ought to come next\n\nThe force ought to\n") == []


def test_each_kind_is_made_by_the_grammar_of_its_rules() -> None:
    (line,) = [
        one
        for one in reading("Somebody ought to look again by 30 June 2031.\n").lines()
        if one["kind"] == "recommendation"
    ]
    assert line["fields"]["due"] == "2031-06-30"
    assert line["confidence"] == 0.5


def test_names_numbers_and_abbreviations_are_each_one_cue() -> None:
    assert words("PC Bloggs met 14 of Eastmarsh’s HQ staff.") == words(
        "DS Carter met 92 of Northfield’s CID staff."
    )


def test_cues_say_where_a_passage_stands() -> None:
    text = canonical(b"Actions\n\n- look again at the rota\n", media_type="text/plain")
    material = Material(text, OTHER, Gazetteer(), Meta())
    passage = material.passages[-1]
    own = cues(text.text, passage, "Actions", "other")
    assert {"w=rota", "b=look again", "s0=look", "p=actions", "listed=True"} <= own
    assert "profile=other" in own


def test_a_likelihood_is_that_of_the_logistic_model() -> None:
    weights = Weights(("action",), (-100,), (0.5,), {"w=a": (300,), "w=b": (-100,)})
    four = frozenset(("w=a", "w=b", "w=c", "w=d"))
    (likely,) = weights.likelihoods(four)
    assert likely == pytest.approx(0.5)  # -1 + (3 - 1) / root of 4 = 0
    (nothing,) = weights.likelihoods(frozenset())
    assert nothing == pytest.approx(0.2689414)


@pytest.mark.parametrize(
    "rows",
    [
        ["kinds\taction", "base\t1"],
        ["kinds\taction", "base\tmuch", "least\t0.5"],
        ["kinds\taction", "base\t1", "least\t0.5", "w=a\t1\t2"],
    ],
)
def test_lines_that_are_no_weights_are_refused(rows: list[str]) -> None:
    with pytest.raises(BadWeights):
        from_lines(rows)


def test_the_weights_that_are_shipped_are_whole() -> None:
    told = files("answerable.catalogue").joinpath("likeness.txt").read_text(encoding="utf-8")
    weights = from_lines(told.splitlines())
    assert set(weights.kinds) == {
        "recommendation",
        "cause_of_concern",
        "area_for_improvement",
        "action",
        "commitment",
    }
    assert len(weights.cues) > 10_000
    assert all(0 < least < 1 for least in weights.least)
