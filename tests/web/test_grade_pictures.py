"""The page of a body draws grades of a question by cycle; nothing that its reader may not see."""

import re
from xml.etree import ElementTree

from django.test import Client

from answerable.vocabulary import facts as f
from answerable.vocabulary.access import Classification
from answerable.vocabulary.times import Period, first_day
from tests.unit.publishing.test_grade_charts import found
from tests.web.small_home import FORCE, append, made

PAGE = f"/bodies/{FORCE}/"
OLD, NEW = "hmicfrs-4", "hmicfrs-5"


def grade(value: str, on: str, cycle: str, scale: str | None, **more: object) -> f.GradeGiven:
    given: dict[str, object] = {"question": "Managing offenders", "standing": "awarded", **more}
    return f.GradeGiven(
        institution=FORCE,
        stream=f"grade/{on}/{given['question']}",
        valid=Period(first_day(on)),
        said=on,
        value=value,
        scale=scale,
        cycle=cycle,
        **given,  # type: ignore[arg-type]  # fields of the fact
    )


FIRST = grade("good", "2018-03-22", "PEEL 2017", OLD)
SECOND = grade("requires improvement", "2023-05-14", "PEEL 2021/22", NEW)


def figures(client: Client, query: str = "") -> list[str]:
    html = client.get(f"{PAGE}{query}").content.decode()
    return re.findall(r'<figure class="app-chart">.*?</figure>', html, re.S)


def svgs(figure: str) -> list[str]:
    return re.findall(r"<svg.*?</svg>", figure, re.S)


def test_a_question_graded_in_two_cycles_is_drawn_with_a_break(
    home: object, client: Client
) -> None:
    made()
    append(FIRST, SECOND, grade("good", "2023-05-14", "PEEL 2021/22", NEW, question="Once"))
    (figure,) = figures(client)
    assert "Managing offenders: grades of 2 cycles, not one line" in figure
    assert "Scale: four points, until 2018/19" in figure
    assert f'href="/data/grades.csv?body={FORCE}"' in figure
    for svg in svgs(figure):
        assert len(found(svg, "circle")) == 2 + 1
        assert len(found(svg, "path")) == 1 + 1
    table = client.get(f"/data/grades.csv?body={FORCE}").content.decode()
    assert "PEEL 2021/22" in table


def test_the_same_bytes_twice_and_no_name_of_a_picture_twice(home: object, client: Client) -> None:
    made()
    other = {"question": "Supporting victims"}
    append(
        *(FIRST, SECOND),
        grade("good", "2018-03-22", "PEEL 2017", OLD, **other),
        grade("good", "2023-05-14", "PEEL 2021/22", NEW, standing="carried-over", **other),
        grade("not graded", "2025-05-14", "PEEL 2023-25", NEW, **other),
    )
    shown = figures(client)
    assert len(shown) == 2
    assert shown == figures(client)
    assert "Supporting victims" in shown[0]  # graded last
    assert "good (carried over)" in shown[0]
    assert "not graded" in shown[0]
    names = re.findall(r' id="(grades-[^"]+)"', "".join(shown))
    assert len(names) == len(set(names)) == 8


def test_a_question_without_a_scale_that_we_hold_is_not_drawn(
    home: object, client: Client
) -> None:
    made()
    append(
        grade("good", "2018-03-22", "PEEL 2017", None),
        grade("good", "2023-05-14", "PEEL 2021/22", "unheard-of"),
    )
    assert figures(client) == []


def test_a_restricted_grade_is_not_drawn_for_the_public(home: object, client: Client) -> None:
    made()
    hidden = {"value": Classification.RESTRICTED}
    append(FIRST, SECOND, grade("inadequate", "2025-05-14", "PEEL 2023-25", NEW, classes=hidden))
    (figure,) = figures(client)
    assert "grades of 2 cycles" in figure
    assert "PEEL 2023-25" not in figure
    for svg in svgs(figure):
        assert len(found(svg, "circle")) == 2 + 1


def test_an_earlier_day_draws_what_was_known_then(home: object, client: Client) -> None:
    made()
    append(FIRST, SECOND)
    assert figures(client, "?valid=2020-01-01") == []


def test_more_than_two_questions_are_behind_one_heading(home: object, client: Client) -> None:
    made()
    for name in ("First", "Second", "Third"):
        append(
            grade("good", "2018-03-22", "PEEL 2017", OLD, question=name),
            grade("adequate", "2023-05-14", "PEEL 2021/22", NEW, question=name),
        )
    html = client.get(PAGE).content.decode()
    fold = html.index("Pictures of more questions that were graded again")
    assert [m.start() < fold for m in re.finditer('class="app-chart"', html)] == [
        True,
        True,
        False,
    ]
    for svg in svgs(html):
        ElementTree.fromstring(svg)  # noqa: S314  # our own pictures, made in this test
