"""Grades by cycle: each mark on its own scale, a break between cycles, no line over it."""

import re
from datetime import date
from xml.etree import ElementTree

import pytest

from answerable.publishing.charts import Drawn, GradeCycle, GradeMark, grade_chart
from tests.unit.publishing.test_charts import SVG, check_text, parsed

FOUR = ("outstanding", "good", "requires improvement", "inadequate")
FIVE = ("outstanding", "good", "adequate", "requires improvement", "inadequate")


def mark(on: str, value: str, words: str = "", kind: str = "graded") -> GradeMark:
    return GradeMark(date.fromisoformat(on), value, words or value, kind)  # type: ignore[arg-type]  # one of three


SOC = (
    GradeCycle("PEEL 2017", "four points", FOUR, (mark("2018-03-22", "inadequate"),)),
    GradeCycle("PEEL 2018/19", "four points", FOUR, (mark("2019-09-27", "good"),)),
    GradeCycle("Regional 2023", "five points", FIVE, (mark("2024-05-14", "inadequate"),)),
)
MIXED = (
    GradeCycle(
        "PEEL 2017",
        "four points",
        FOUR,
        (
            mark("2017-03-02", "requires improvement"),
            mark("2017-09-02", "good"),
            mark("2018-03-22", "good", "good (carried over)", "carried"),
        ),
    ),
    GradeCycle(
        "Cycle not in our sources",
        "not in our sources",
        (),
        (mark("2020-01-01", "requires improvement"),),
    ),
    GradeCycle(
        "Regional 2023", "five points", FIVE, (mark("2024-05-14", "not graded", "", "not graded"),)
    ),
)


def drawn(cycles: tuple[GradeCycle, ...]) -> Drawn:
    return grade_chart(name="soc", question="Organised crime", place="A force", cycles=cycles)


def found(picture: str, tag: str) -> list[ElementTree.Element]:
    return list(parsed(picture).iter(f"{SVG}{tag}"))


def at(element: ElementTree.Element, key: str) -> float:
    return float(element.get(key, ""))


def beside(picture: str, dot: ElementTree.Element) -> str:
    """The words that stand on the right of a dot, on its level."""
    level = [t for t in found(picture, "text") if abs(at(t, "y") - at(dot, "cy") - 5) < 8]
    return (
        min((t for t in level if at(t, "x") > at(dot, "cx")), key=lambda t: at(t, "x")).text or ""
    )


PICTURES = [
    pytest.param(picture, id=f"{name}-{size}")
    for name, made in (("soc", drawn(SOC)), ("mixed", drawn(MIXED)))
    for size, picture in (("wide", made.wide), ("narrow", made.narrow))
]


@pytest.mark.parametrize("size", ["wide", "narrow"])
def test_each_mark_stands_at_its_step_of_its_own_scale(size: str) -> None:
    picture = getattr(drawn(SOC), size)
    dots = found(picture, "circle")[:3]
    assert [beside(picture, dot) for dot in dots] == ["inadequate", "good", "inadequate"]
    bold = [t.text for t in found(picture, "text") if t.get("font-weight")]
    assert bold.count("inadequate") == 2
    assert bold.count("good") == 1
    assert "adequate" not in bold
    said = [t.text for t in found(picture, "text")]
    assert said.count("outstanding") == 3  # each cycle has the steps of its own scale
    assert said.count("adequate") == 1


@pytest.mark.parametrize("size", ["wide", "narrow"])
def test_a_break_is_drawn_between_cycles_and_no_line_crosses_it(size: str) -> None:
    picture = getattr(drawn(SOC), size)
    breaks = [p.get("d", "") for p in found(picture, "path")]
    assert len(breaks) == 2 + 1  # two between three cycles, one in the legend
    assert all(d.count("M") == 2 for d in breaks)  # double lines
    assert not [e for e in found(picture, "line") if at(e, "y1") != at(e, "y2")]
    assert "not one line" in drawn(SOC).title
    assert "not one line" in drawn(SOC).sentence


def test_only_grades_given_in_one_cycle_are_joined() -> None:
    made = drawn(MIXED)
    slanted = [e for e in found(made.wide, "line") if at(e, "y1") != at(e, "y2")]
    assert len(slanted) == 1  # from the first to the second; what is carried over is no new grade
    assert "Same cycle" in made.wide
    assert "Same cycle" not in drawn(SOC).wide


def test_what_has_no_place_is_drawn_at_no_step_and_carried_over_is_another_shape() -> None:
    made = drawn(MIXED)
    for picture in (made.wide, made.narrow):
        squares = [r for r in found(picture, "rect") if r.get("stroke-dasharray")]
        assert len(squares) == 2 + 1  # not graded, no scale; and the legend
        words = {t.text: at(t, "y") for t in found(picture, "text")}
        assert words["not graded"] > words["inadequate"]
        assert len(found(picture, "polygon")) == 1 + 1
        assert len(found(picture, "circle")) == 2 + 1
        said = " ".join(t.text or "" for t in found(picture, "text"))
        assert "good (carried over)" in " ".join(r[1] for r in made.rows)
        assert "Carried over" in said
        assert "Cycle not in our sources" in said
        assert "Scale: not in our sources" in said


def test_one_cycle_has_no_break_and_is_not_told_from_another() -> None:
    made = drawn(MIXED[:1])
    assert "not one line" not in made.title + made.sentence
    assert not found(made.wide, "path")


def test_the_words_say_what_the_picture_says() -> None:
    made = drawn(SOC)
    assert made.sentence.startswith(
        "Inadequate in a report of March 2018 (PEEL 2017); good in a report of September 2019"
    )
    assert made.subtitle == "A force, reports of March 2018 to May 2024"
    assert made.rows[1] == ("September 2019", "good", "PEEL 2018/19", "four points")
    for word in ("better than", "worse than", "overall"):
        assert word not in made.sentence


@pytest.mark.parametrize("picture", PICTURES)
def test_no_words_touch_and_none_is_small(picture: str) -> None:
    check_text(picture)
    root = parsed(picture)
    shrunk = min(1.0, (580 if at(root, "width") == 700 else 290) / at(root, "width"))
    assert min(at(t, "font-size") for t in root.iter(f"{SVG}text")) * shrunk >= 12


def test_a_name_from_outside_is_words_and_its_bytes_are_the_same_twice() -> None:
    hostile = (GradeCycle("<b>&", "x", FOUR, (mark("2018-03-22", "good"),)), *SOC)
    one, two = drawn(hostile), drawn(hostile)
    assert one == two
    assert "<b>" not in one.wide
    assert not re.search(r"style=|href|url\(", one.wide)
    for picture in (one.wide, one.narrow):
        check_text(picture)
        assert len(picture) < 8_000
