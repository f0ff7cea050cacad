"""The corpus exam: a floor under precision and recall that only rises. Own labels.

The scores on `dev` are not evidence: the rules were written against those samples.
"""

import pytest

from tests.reading import corpus
from tests.reading.score import Tally, fold, main, overlap, pairs, score

DEV = corpus.ROOT / "dev"
FROZEN = corpus.ROOT / "frozen"

# kind: least precision and recall on dev
DEV_FLOOR = {
    "grade": (0.98, 0.98),
    "grade_count": (0.98, 0.98),
    "cause_of_concern": (0.98, 0.98),
    "recommendation": (0.98, 0.98),
    "area_for_improvement": (0.98, 0.98),
    "action": (0.97, 0.98),
    "meeting": (0.88, 0.98),
    "person": (0.96, 0.98),
    "money": (0.98, 0.98),
    "count": (0.95, 0.95),
    "commitment": (0.85, 0.9),
}


@pytest.fixture(scope="module")
def dev() -> dict[str, Tally]:
    """Tallies of the samples that the rules were written against."""
    samples = corpus.samples(DEV)
    read = ((one, corpus.reading(one.path, one.meta, by_rules_alone=True)) for one in samples)
    return score((one.gold, list(reading.lines())) for one, reading in read)


@pytest.mark.parametrize("kind", sorted(DEV_FLOOR))
def test_the_dev_samples_stay_read(dev: dict[str, Tally], kind: str) -> None:
    """Protects what is read already from a later rule."""
    precision, recall = DEV_FLOOR[kind]
    assert (dev[kind].precision or 0) >= precision
    assert (dev[kind].recall or 0) >= recall
    assert not dev[kind].wrong


def test_gold_quotes_are_the_text() -> None:
    """Protects the answers themselves."""
    for folder in (DEV, FROZEN):
        for one in corpus.samples(folder):
            text = corpus.reading(one.path).text.text
            for line in one.gold:
                quote = line["quote"]
                assert quote is None or text[quote["start"] : quote["end"]] == quote["exact"]


def test_a_tenth_of_the_samples_is_held_back() -> None:
    """Protects the exam: one in ten samples or more is kept from whoever writes rules."""
    seen, held = (
        sum(len(list((corpus.ROOT / name).glob("*.gold.jsonl"))) for name in names)
        for names in (("dev", "open", "open-2", "open-3"), ("frozen", "sealed"))
    )
    assert held >= (seen + held) / 10


def test_no_word_of_a_sealed_folder_is_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Protects the next exam from whoever writes rules."""
    monkeypatch.setattr("sys.argv", ["score", "-v"])
    with pytest.raises(SystemExit, match="is sealed"):
        main("corpus/sealed")


def _line(kind: str, start: int, end: int, **fields: object) -> dict[str, object]:
    return {"kind": kind, "quote": {"start": start, "end": end, "exact": "x"}, "fields": fields}


def test_the_scorer_matches_one_to_one_by_overlap() -> None:
    """Protects the exam from counting one found record twice."""
    gold = [_line("grade", 0, 10, value="good"), _line("grade", 20, 30, value="good")]
    found = [_line("grade", 0, 10, value="bad"), _line("grade", 2, 10, value="good")]
    assert overlap(gold[0], found[1]) == 0.8
    assert pairs(gold, found, "grade") == [(0, 0)]
    tally = score([(gold, found)])["grade"]
    assert (tally.gold, tally.found, tally.hits, tally.wrong) == (2, 2, 1, 1)
    assert tally.precision == 0.5


def test_the_scorer_folds_words_and_matches_people_by_name() -> None:
    """Protects names from case, quote marks and places."""
    assert fold("“The  Force’s”") == fold("the force s")
    gold = [_line("person", 0, 4, name="Ann Sutter")]
    assert pairs(gold, [_line("person", 90, 99, name="ANN SUTTER")], "person") == [(0, 0)]


def test_residue_is_no_hit_but_shows_a_miss() -> None:
    """Protects the figure that says how many misses a reader can see."""
    gold = [_line("action", 0, 10)]
    tally = score([(gold, [_line("residue", 0, 12)])])["action"]
    assert (tally.hits, tally.shown, tally.found) == (0, 1, 0)
