"""Protects charts: readable by everyone, safe under a strict policy, never joined over gaps."""

import re
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from answerable.publishing.charts import (
    ChartEvent,
    ChartLimits,
    ChartPoint,
    ControlChart,
    FunnelChart,
    FunnelDot,
    TimelineItem,
    control_chart,
    funnel_chart,
    multiple,
    spark,
    timeline,
)
from answerable.publishing.charts.axes import value_ticks
from answerable.publishing.charts.colours import (
    GRID,
    NO_DATA,
    PAPER,
    TABLE,
    TEXT_COLOURS,
    contrast,
)
from answerable.publishing.charts.svg import number, text_width, wrapped
from answerable.vocabulary.measures import period_end

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = "<script>alert(1)</script> & \"quotes\" 'single' \x00\x0b ]]> {{ x }}"


def parsed(picture: str) -> ElementTree.Element:
    return ElementTree.fromstring(picture)  # noqa: S314  # our own picture, made in this test


def points(*values: float | None, first: date = date(2025, 1, 1)) -> tuple[ChartPoint, ...]:
    found, start = [], first
    for value in values:
        found.append(ChartPoint(start, f"{start:%B %Y}", value))
        start = period_end(start=start, grain="month")
    return tuple(found)


def chart(*values: float | None, **changed: object) -> ControlChart:
    whole = ControlChart(
        name="thefts",
        title="Thefts fell",
        measure="Thefts",
        place="Anyshire Police",
        unit="offences",
        points=points(*values),
    )
    return replace(whole, **changed)  # type: ignore[arg-type]  # fields by name, for tests


FULL = chart(
    *(30, 28, 33, None, 31, 12, 29, 45, 30, 31, 27, 30, 29, 30, 28),
    limits=(ChartLimits(date(2025, 1, 1), date(2026, 3, 1), 29.5, 14.2, 44.8, 14),),
    events=(
        ChartEvent(date(2025, 3, 14), "Inspection report published", "report"),
        ChartEvent(date(2025, 9, 1), "Action began", "action"),
        ChartEvent(date(2025, 11, 1), "New recording system", "break"),
    ),
    target=25.0,
)
MARKED = replace(
    FULL,
    points=tuple(
        replace(point, mark=mark, words="outside the limits")
        for point, mark in zip(
            FULL.points,
            ["common"] * 5 + ["improvement", "common", "concern", "neutral"] + ["common"] * 6,
            strict=True,
        )
    ),
)
TIMELINE = timeline(
    name="finding",
    title="From finding to answer",
    sentence="Answered 56 days after the report.",
    report=date(2024, 5, 14),
    known=date(2026, 11, 25),
    items=[
        TimelineItem("Inspected", ("2023-06",)),
        TimelineItem("Report published: a long line of words that must wrap", ("2024-05-14",)),
        TimelineItem("Response published", ("2024-07-09",), kind="done"),
        TimelineItem("In a session", ("2024-07-16", "2025-03-31")),
        TimelineItem("Every recommendation", ("2027-03-31",), kind="due"),
        TimelineItem("It worked", absent="Not in our sources."),
    ],
)
DRAWN = {"control": control_chart(MARKED), "spark": spark(MARKED), "timeline": TIMELINE}
PICTURES = [
    pytest.param(picture, least, id=f"{name}-{size}")
    for name, drawn in DRAWN.items()
    for size, picture, least in (("wide", drawn.wide, 580), ("narrow", drawn.narrow, 290))
]


@pytest.mark.parametrize("colour", TABLE, ids=lambda colour: colour.use)
def test_every_colour_of_the_table_has_the_contrast_its_use_needs(colour) -> None:  # type: ignore[no-untyped-def]  # a Colour
    assert contrast(colour.hex, PAPER) >= colour.least


def test_contrast_is_that_of_the_design() -> None:
    """Values of the colour table of the design, to one decimal."""
    known = {"#0b0c0c": 19.6, "#12436D": 10.3, "#28A197": 3.2, "#F46A25": 3.0, "#A84300": 6.1}
    assert {hex_: contrast(hex_, PAPER) for hex_ in known} == pytest.approx(known, abs=0.06)
    assert contrast("#ED8B00", PAPER) < 3


@pytest.mark.parametrize(("picture", "least"), PICTURES)
def test_only_colours_of_the_table_are_drawn_and_text_in_text_colours(
    picture: str, least: int
) -> None:
    allowed = {colour.hex for colour in TABLE} | {GRID, NO_DATA, PAPER}
    assert set(re.findall(r"#[0-9A-Fa-f]{6}", picture)) <= allowed
    for element in parsed(picture).iter(f"{SVG}text"):
        assert element.get("fill") in TEXT_COLOURS


@pytest.mark.parametrize(("picture", "least"), PICTURES)
def test_a_picture_is_an_image_with_a_name_and_a_sentence(picture: str, least: int) -> None:
    root = parsed(picture)
    title, sentence = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title is not None
    assert sentence is not None
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == f"{title.get('id')} {sentence.get('id')}"
    assert title.text
    assert sentence.text


@pytest.mark.parametrize(("picture", "least"), PICTURES)
def test_the_strictest_content_policy_shows_it(picture: str, least: int) -> None:
    for element in parsed(picture).iter():
        assert element.tag.removeprefix(SVG) in {
            *("svg", "title", "desc", "line", "rect", "path", "polyline", "polygon"),
            *("circle", "text"),
        }
        for attribute, value in element.attrib.items():
            assert attribute != "style"
            assert not attribute.startswith("on")
            assert "href" not in attribute
            assert "url(" not in value


@pytest.mark.parametrize(("picture", "least"), PICTURES)
def test_text_is_at_least_12_px_at_the_least_width_a_page_gives(picture: str, least: int) -> None:
    root = parsed(picture)
    shrunk = min(1.0, least / float(root.get("width", "0")))
    for element in root.iter(f"{SVG}text"):
        assert float(element.get("font-size", "0")) * shrunk >= 12


def boxes(picture: str) -> list[tuple[float, float, float, float, str]]:
    found = []
    for element in parsed(picture).iter(f"{SVG}text"):
        words, size = element.text or "", float(element.get("font-size", "0"))
        x, y, width = (
            float(element.get("x", "")),
            float(element.get("y", "")),
            text_width(words, size),
        )
        left = {"start": x, "middle": x - width / 2, "end": x - width}[
            element.get("text-anchor", "start")
        ]
        found.append((left, y - 0.75 * size, left + width, y + 0.2 * size, words))
    return found


def check_text(picture: str) -> None:
    root = parsed(picture)
    width, height = float(root.get("width", "")), float(root.get("height", ""))
    found = boxes(picture)
    for left, top, right, bottom, words in found:
        assert left >= -1, words
        assert right <= width + 1, words
        assert top >= 0, words
        assert bottom <= height, words
    for place, one in enumerate(found):
        for other in found[place + 1 :]:
            apart = one[2] <= other[0] or other[2] <= one[0]
            assert apart or one[3] <= other[1] or other[3] <= one[1], (one, other)


@pytest.mark.parametrize(("picture", "least"), PICTURES)
def test_no_words_touch_each_other_or_leave_the_picture(picture: str, least: int) -> None:
    check_text(picture)


@settings(max_examples=60, deadline=None)
@given(
    values=st.lists(
        st.none() | st.floats(0, 1e6) | st.integers(0, 500).map(float), min_size=1, max_size=80
    ),
    level=st.floats(0, 1e5),
    days=st.lists(st.dates(date(2025, 1, 1), date(2031, 1, 1)), max_size=3),
    target=st.none() | st.floats(0, 1e5),
)
def test_any_series_can_be_drawn_without_words_touching(values, level, days, target) -> None:  # type: ignore[no-untyped-def]  # strategies
    found = points(*values)
    limits = ChartLimits(found[0].start, found[-1].start, level, level * 0.9, level * 1.1, 20)
    events = tuple(ChartEvent(day, "An action that has a name of some length") for day in days)
    drawn = control_chart(chart(*values, limits=(limits,), events=events, target=target))
    check_text(drawn.wide)
    check_text(drawn.narrow)


@settings(max_examples=100, deadline=None)
@given(st.floats(-1e9, 1e9), st.floats(0, 1e9))
def test_the_axis_covers_the_values_in_few_round_steps(low: float, more: float) -> None:
    ticks = value_ticks(low, low + more)
    nearly = (ticks[1] - ticks[0]) / 1e6
    assert ticks[0] <= low + nearly
    assert ticks[-1] >= low + more - nearly
    assert 2 <= len(ticks) <= 9


def test_all_text_from_outside_is_escaped() -> None:
    hostile = chart(
        1.0,
        2.0,
        name="a",
        title=HOSTILE,
        measure=HOSTILE,
        place=HOSTILE,
        unit=HOSTILE,
        events=(ChartEvent(date(2025, 1, 1), HOSTILE),),
    )
    drawn = [control_chart(hostile), spark(hostile)]
    drawn.append(
        timeline(
            name="a",
            title=HOSTILE,
            sentence=HOSTILE,
            items=[TimelineItem(HOSTILE, ("2025-01-01",)), TimelineItem(HOSTILE, absent=HOSTILE)],
        )
    )
    for found in drawn:
        for picture in (found.wide, found.narrow):
            root = parsed(picture)
            assert not list(root.iter(f"{SVG}script"))
            assert "<script" not in picture


def test_no_line_crosses_a_gap_or_a_break() -> None:
    def lines(drawn: ControlChart) -> list[int]:
        root = parsed(control_chart(drawn).wide)
        return [len(line.get("points", "").split()) for line in root.iter(f"{SVG}polyline")]

    assert lines(chart(1, 2, 3, 4, 5, 6)) == [6]
    assert lines(chart(1, 2, None, 4, 5, 6)) == [2, 3]
    broken = chart(1, 2, 3, 4, 5, events=(ChartEvent(date(2025, 3, 1), "New", "break"),))
    assert lines(broken) == [2, 3]
    assert lines(replace(broken, events=(ChartEvent(date(2025, 3, 1), "New"),))) == [5]


def test_a_gap_is_no_point_no_zero_and_is_named() -> None:
    drawn = control_chart(chart(5, None, 7))
    assert drawn.rows[1] == ("February 2025", "no data", "no data")
    assert "1 period has no data" in drawn.sentence
    assert "No data" in drawn.wide
    assert "lowest 5" in drawn.sentence
    assert "No data" not in control_chart(chart(5, 6, 7)).wide


@pytest.mark.parametrize(("n", "provisional"), [(12, True), (13, False)])
def test_limits_from_fewer_than_13_points_are_dashed_and_called_provisional(
    n: int, provisional: bool
) -> None:
    limits = ChartLimits(date(2025, 1, 1), date(2025, 3, 1), 2, 1, 3, n)
    drawn = control_chart(chart(1, 2, 3, limits=(limits,)))
    assert ('stroke-dasharray="6 5"' in drawn.wide) is provisional
    assert ("provisional" in drawn.narrow.split("</desc>")[1]) is provisional
    assert ("provisional" in drawn.sentence) is provisional


def test_limits_that_cannot_be_made_are_not_drawn() -> None:
    limits = ChartLimits(date(2025, 1, 1), date(2025, 1, 1), 5, None, None, 1)
    drawn = control_chart(chart(5, limits=(limits,)))
    assert "Upper limit" not in drawn.wide
    assert drawn.rows == (("January 2025", "5", "5", "", "", "too few figures to say"),)
    assert "The mean (provisional) is 5." in drawn.sentence


def test_a_lower_limit_below_zero_is_clipped_in_the_drawing_only() -> None:
    limits = ChartLimits(date(2025, 1, 1), date(2025, 3, 1), 3, -4, 10, 20)
    drawn = control_chart(chart(1, 2, 6, limits=(limits,)))
    assert drawn.rows[0][3] == "-4"
    floor = max(top for _, top, _, _, words in boxes(drawn.wide) if words == "0")
    assert "Lower limit below 0" in drawn.wide
    assert "-4" not in drawn.wide + drawn.narrow
    assert "usual range 0 to 10: the lower limit lies below 0" in drawn.sentence
    assert all(top <= floor + 40 for _, top, _, _, words in boxes(drawn.wide) if words != "0")


def test_the_table_has_every_period_and_says_what_the_shapes_say() -> None:
    drawn = control_chart(MARKED)
    assert drawn.header == (
        *("Period", "Offences", "Mean", "Lower limit", "Upper limit"),
        "What the chart shows",
    )
    assert len(drawn.rows) == len(MARKED.points)
    assert drawn.rows[5][-1] == "unusual, improving: outside the limits"
    assert drawn.rows[7][-1] == "unusual, a concern: outside the limits"
    for said in ("Unusual, improving", "Unusual, a concern"):
        assert said in drawn.wide
        assert said not in control_chart(FULL).wide


def test_the_sentence_says_how_much_how_usual_and_what_happened() -> None:
    assert control_chart(MARKED).sentence == (
        "Thefts, Anyshire Police, January 2025 to March 2026: 30 offences in January 2025, "
        "28 in March 2026; lowest 12, highest 45. 1 period has no data. "
        "The mean is 29.5 and the usual range 14.2 to 44.8. 1 point is unusual, improving. "
        "1 point is unusual, a concern. 1 point is unusual. The target is 25. "
        "14 March 2025: Inspection report published. 1 September 2025: Action began. "
        "1 November 2025: New recording system."
    )


def test_where_most_points_are_marked_no_mean_fits_and_that_is_said() -> None:
    moved = chart(*[50] * 14, *[80] * 10)
    concern = tuple(replace(p, mark="concern") for p in moved.points[:13])
    most = replace(moved, points=(*concern, *moved.points[13:]))
    assert "13 of 24 points are marked: the level moved" in control_chart(most).sentence
    half = replace(moved, points=(*concern[:12], *moved.points[12:]))
    assert "the level moved" not in control_chart(half).sentence


def test_a_line_without_the_season_and_a_target_from_its_day_are_drawn_and_said() -> None:
    seasonal = replace(
        FULL,
        points=tuple(replace(p, adjusted=p.value and p.value + 1) for p in FULL.points),
        target_from=date(2025, 10, 1),
    )
    drawn, plain = control_chart(seasonal), control_chart(FULL)
    for picture in (drawn.wide, drawn.narrow):
        check_text(picture)
        assert "Dashed line: the season taken out" in picture
    assert drawn.header[2] == "Season taken out"
    assert (drawn.rows[0][2], drawn.rows[3][2]) == ("31", "")
    assert "The target is 25, set on 1 October 2025." in drawn.sentence
    assert "season" not in plain.wide.lower()
    assert len(plain.rows[0]) == len(drawn.rows[0]) - 1


def test_an_axis_that_does_not_start_at_zero_says_so() -> None:
    assert "axis does not start at 0" in control_chart(chart(950, 1000, 990)).wide
    assert "axis does not start at 0" not in control_chart(chart(100, 1000, 990)).wide


@pytest.mark.parametrize("values", [(), (None,), (0.0,), (5.0, 5.0), (None, 3.0, None)])
def test_little_or_no_data_still_gives_a_picture_in_words(values: tuple[float | None]) -> None:
    for drawn in (control_chart(chart(*values)), spark(chart(*values))):
        check_text(drawn.wide)
        assert drawn.sentence
        assert "nan" not in drawn.wide


def test_wide_and_narrow_can_stand_on_one_page() -> None:
    for drawn in DRAWN.values():
        ids = re.findall(r' id="([^"]+)"', drawn.wide + drawn.narrow)
        assert len(ids) == len(set(ids)) == 4


def test_a_timeline_has_a_row_a_date_and_says_what_is_not_known() -> None:
    assert TIMELINE.header == ("What", "Date", "Days from the report")
    assert TIMELINE.rows == (
        ("Inspected", "June 2023", "319 to 348 before"),
        ("Report published: a long line of words that must wrap", "14 May 2024", "0"),
        ("Response published", "9 July 2024", "56 after"),
        ("In a session", "16 July 2024", "63 after"),
        ("In a session", "31 March 2025", "321 after"),
        ("Every recommendation", "31 March 2027", "1,051 after"),
        ("It worked", "Not in our sources.", ""),
    )
    assert TIMELINE.subtitle == "June 2023 to March 2027"


@pytest.mark.parametrize("picture", [TIMELINE.wide, TIMELINE.narrow], ids=["wide", "narrow"])
def test_a_timeline_is_drawn_to_scale_and_nothing_at_a_place_it_does_not_have(
    picture: str,
) -> None:
    """Px a day is one number over the whole picture; what has no date has no shape at all."""
    root = parsed(picture)
    (month,) = (r for r in root.iter(f"{SVG}rect") if r.get("height") == "10")
    dots = [float(dot.get("cx", "")) for dot in root.iter(f"{SVG}circle")]
    (done,) = (r for r in root.iter(f"{SVG}rect") if r.get("height") == "12")
    (due,) = root.iter(f"{SVG}polygon")
    begin = float(month.get("x", ""))
    places = {
        date(2023, 6, 1): begin,
        date(2023, 7, 1): begin + float(month.get("width", "")),
        date(2024, 5, 14): dots[0],
        date(2024, 7, 9): float(done.get("x", "")) + 6,
        date(2024, 7, 16): dots[1],
        date(2025, 3, 31): dots[2],
        date(2027, 3, 31): float(due.get("points", "").split(",")[0]),
    }
    first, last = min(places), max(places)
    a_day = (places[last] - places[first]) / (last - first).days
    for day, place in places.items():
        assert place == pytest.approx(begin + (day - first).days * a_day, abs=0.1), day
    assert len(dots) == 3


def test_the_time_from_the_report_is_a_line_as_long_as_its_days() -> None:
    root = parsed(TIMELINE.wide)
    lags = [line for line in root.iter(f"{SVG}line") if line.get("stroke-width") == "3"]
    spans = [float(line.get("x2", "")) - float(line.get("x1", "")) for line in lags]
    a_day = spans[-1] / 1051
    assert [span / a_day for span in spans] == pytest.approx([-319, 56, 63, 1051], abs=0.2)


def test_a_month_that_holds_the_day_of_the_report_is_at_no_known_distance_from_it() -> None:
    drawn = timeline(
        name="x",
        title="",
        sentence="",
        report=date(2024, 5, 14),
        items=[TimelineItem("Inspected", ("2024-05",)), TimelineItem("Out", ("2024-05-14",))],
    )
    assert [row[2] for row in drawn.rows] == ["not known", "0"]
    assert not [line for line in parsed(drawn.wide).iter() if line.get("stroke-width") == "3"]


def test_a_timeline_of_nothing_says_so() -> None:
    drawn = timeline(name="x", title="Nothing yet", sentence="Nothing.", items=[])
    assert drawn.subtitle == "Nothing dated is held"
    check_text(drawn.wide)


def test_numbers_and_lines_for_people() -> None:
    assert [number(value) for value in (0.0, -4.0, 99.95, 1234.6)] == ["0", "-4", "100", "1,235"]
    assert wrapped("one two three", size=10, width=50) == ["one two", "three"]


@pytest.mark.parametrize(("sizes", "least"), [((1_220.0, 1_750.0), 2), ((40.0, 9_000.0), 4)])
def test_a_funnel_has_numbers_along_its_axis_however_alike_its_bodies(
    sizes: tuple[float, float], least: int
) -> None:
    dots = tuple(FunnelDot("A", size, 1.0, 0.9, 1.1, 0.8, 1.2) for size in sizes)
    drawn = funnel_chart(
        FunnelChart(
            name="f", title="", subtitle="", sentence="", centre=1.0, unit="", size_words="",
            dots=dots,
        )
    )  # fmt: skip
    said = [float(n.replace(",", "")) for n in re.findall(r">([0-9][0-9,]*)</text>", drawn.wide)]
    assert len([n for n in said if sizes[0] <= n <= sizes[1]]) >= least


def test_the_table_of_a_small_chart_has_what_is_drawn_and_its_sentence_the_whole() -> None:
    whole = replace(MARKED, target=25.0)
    drawn = multiple(whole, first=date(2025, 9, 1), last=date(2026, 3, 1))
    assert [row[0] for row in drawn.rows] == [p.label for p in whole.points[8:]]
    assert drawn.sentence == control_chart(whole).sentence
    assert len(drawn.header) == len(drawn.rows[0])
