"""Money to proof: each amount alone, gaps broken, what is not known drawn at no length."""

import re

import pytest

from answerable.publishing.charts import Drawn, MoneyMark, MoneyStep, money_chart
from tests.unit.publishing.test_charts import check_text, parsed
from tests.unit.publishing.test_grade_charts import at, found

STEPS = (
    MoneyStep("what it is for", (MoneyMark("Visits."),)),
    MoneyStep("what it serves"),
    MoneyStep("budgeted", (MoneyMark("£100, 6 February 2025.", 100.0),)),
    MoneyStep(
        "awarded",
        (
            MoneyMark("£50, 25 September 2025.", 50.0),
            MoneyMark("£25, 25 September 2025.", 25.0),
        ),
    ),
    MoneyStep("paid", (MoneyMark("Withheld, 2 October 2025."),)),
    MoneyStep("returned", (MoneyMark("£24, 31 March 2026.", 24.0, back=True),)),
    MoneyStep("what came of it"),
)


def drawn(steps: tuple[MoneyStep, ...] = STEPS) -> Drawn:
    return money_chart(
        name="fund", title="The fund", subtitle="A force", steps=steps, note="Never added."
    )


def bars(picture: str) -> list[tuple[float, float, str | None]]:
    """Left, width and fill of each bar: all begin where the first does; samples come after."""
    drawn = found(picture, "rect")
    return [
        (at(r, "x"), at(r, "width"), r.get("fill"))
        for r in drawn
        if at(r, "x") == at(drawn[0], "x")
    ]


@pytest.mark.parametrize("size", ["wide", "narrow"])
def test_each_amount_is_a_bar_of_its_own_on_one_scale(size: str) -> None:
    shown = bars(getattr(drawn(), size))
    full = shown[0][1]
    assert [width / full for _, width, _ in shown] == pytest.approx([1, 0.5, 0.25, 0.24], abs=0.01)


@pytest.mark.parametrize("size", ["wide", "narrow"])
def test_what_is_not_known_has_no_length_and_breaks_the_path(size: str) -> None:
    picture = getattr(drawn(), size)
    assert len(bars(picture)) == 4  # none of what is withheld or not in our sources
    open_dots = [c for c in found(picture, "circle") if c.get("stroke-dasharray")]
    assert len(open_dots) == 2 + 1  # two gaps and the legend
    path = [(at(e, "y1"), at(e, "y2")) for e in found(picture, "line")]
    assert len(path) == 3
    gaps = [at(c, "cy") for c in open_dots[:2]]
    assert not [1 for upper, lower in path for gap in gaps if upper <= gap <= lower]
    said = [t.text for t in found(picture, "text")]
    assert said.count("Not in our sources") == 2 + 1


def test_what_was_taken_back_differs_by_shape_and_words_not_by_colour_alone() -> None:
    fills = [fill for _, _, fill in bars(drawn().wide)]
    assert fills[:3] == [fills[0]] * 3
    assert fills[3] == "#ffffff"
    assert "Taken or given back" in drawn().wide
    assert "Taken or given back" not in drawn(STEPS[:4]).wide


def test_the_words_say_what_the_picture_says() -> None:
    made = drawn()
    assert made.sentence == (
        "In our sources: what it is for; budgeted; awarded; paid; returned. "
        "Not in our sources: what it serves; what came of it. Never added."
    )
    assert made.rows[1] == ("What it serves", "Not in our sources")
    assert made.rows[4] == ("Awarded", "£25, 25 September 2025.")
    assert not re.search(r"£75|£175|£199", made.wide + made.sentence)  # nothing is added


def test_without_amounts_no_bar_is_drawn_or_explained() -> None:
    made = drawn((STEPS[0], STEPS[1], STEPS[4]))
    assert not found(made.wide, "rect")
    assert "One amount" not in made.wide


@pytest.mark.parametrize("steps", [STEPS, STEPS[:1], STEPS[-1:]], ids=["all", "one", "gap"])
def test_no_words_touch_and_the_bytes_are_the_same_twice(steps: tuple[MoneyStep, ...]) -> None:
    long = MoneyStep("a step <b> & name", (MoneyMark("A service, by a trust of a town. " * 6),))
    made = drawn((*steps, long))
    assert made == drawn((*steps, long))
    for picture in (made.wide, made.narrow):
        check_text(picture)
        assert "<b>" not in picture
        assert not re.search(r"style=|href|url\(", picture)
        assert parsed(picture).get("role") == "img"
