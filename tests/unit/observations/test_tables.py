"""Protects the reading of publishers' tables: nothing guessed, nothing rounded, nothing lost."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from answerable.store.observations.load import (
    OWN_LAYOUT,
    LoadRefused,
    LongLayout,
    WideLayout,
    long_csv,
    own_csv,
    wide_table,
)
from answerable.store.observations.loaded import number_of, period_of
from answerable.vocabulary.measures import Vintage
from tests.unit.observations.making import FIRST, SECOND, measure, rate, row

THEFTS = {"thefts": measure()}
LAYOUT = LongLayout(body="Force", period="Month", value="Number", measure_id="thefts")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (" 66,776 ", 66776.0),
        ("-3.50", -3.5),
        ("1,234,567.5", 1234567.5),
        ("0", 0.0),
        ("1,2", None),
        ("12,34", None),
        ("nan", None),
        ("inf", None),
        ("1e5", None),
        ("", None),
        ("١٢", None),
        ("9" * 400, None),
    ],
)
def test_a_number_is_read_as_tables_print_it(text: str, value: float | None) -> None:
    assert number_of(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("5,5", 5.5),
        ("1.234,5", 1234.5),
        ("1\u202f234,5", 1234.5),
        ("1 234", 1234.0),
        ("1.234", 1234.0),
        ("5.5", None),
        ("1,2,3", None),
    ],
)
def test_a_decimal_comma_is_read_where_the_layout_states_it(
    text: str, value: float | None
) -> None:
    """The wide table of a spreadsheet of most of Europe; else the reject says what to state."""
    wide = f"Force;2025-01\nanyshire;{text}\n".encode()
    stated = WideLayout(body="Force", delimiter=";", decimal=",")
    loaded = wide_table(content=wide, layout=stated, measure=rate(), release=FIRST)
    assert [row.value for row in loaded.rows] == ([] if value is None else [value])
    unstated = WideLayout(body="Force", delimiter=";")
    told = wide_table(content=wide, layout=unstated, measure=rate(), release=FIRST).rejects
    assert text != "5,5" or 'state decimal = ","' in told[0].reason


@pytest.mark.parametrize(
    ("text", "label", "grain", "start"),
    [
        ("2025-12", "iso", "month", date(2025, 12, 1)),
        ("2025-12-01", "iso", "month", date(2025, 12, 1)),
        ("2025-12-02", "iso", "month", None),
        ("2025-13", "iso", "month", None),
        ("2025-02", "iso", "quarter", None),
        ("2025-04", "iso", "quarter", date(2025, 4, 1)),
        ("Apr-23", "month-year", "month", date(2023, 4, 1)),
        ("Xyz-23", "month-year", "month", None),
        ("April 2023", "month-name", "month", date(2023, 4, 1)),
        ("Sep 2023", "month-name", "month", date(2023, 9, 1)),
        ("Ap 2023", "month-name", "month", None),
        ("April 2023", "month-name", "quarter", None),
        ("01/04/2023", "day-month-year", "month", date(2023, 4, 1)),
        ("1/4/2023", "day-month-year", "quarter", date(2023, 4, 1)),
        ("04/01/2023", "day-month-year", "month", None),
        ("01/05/2023", "day-month-year", "quarter", None),
        ("01/13/2023", "day-month-year", "month", None),
        ("2017/18", "financial-year", "year", date(2017, 4, 1)),
        ("1999/00", "financial-year", "year", date(1999, 4, 1)),
        ("2017/19", "financial-year", "year", None),
        ("2017/18", "financial-year", "month", None),
        ("2023 Q1", "calendar-quarter", "quarter", date(2023, 1, 1)),
        ("2023 Q5", "calendar-quarter", "quarter", None),
        ("2017/18 Q1", "financial-quarter", "quarter", date(2017, 4, 1)),
        ("2017/18 Q4", "financial-quarter", "quarter", date(2018, 1, 1)),
        ("2019-12", "year-ending", "year", date(2019, 1, 1)),
        ("2019-06", "year-ending", "year", date(2018, 7, 1)),
        ("0000-06", "year-ending", "year", None),
        ("9999-12", "iso", "month", None),
        ("٢٠٢٥-٠١", "iso", "month", None),
    ],
)
def test_a_period_is_read_as_stated_or_not_at_all(text, label, grain, start) -> None:  # type: ignore[no-untyped-def]  # a table of cases
    assert period_of(text=text, label=label, grain=grain) == start


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("start", [b"", b"\xef\xbb\xbf"])
def test_byte_order_marks_and_line_ends_of_every_kind(newline: str, start: bytes) -> None:
    lines = [
        '# a comment, "above"',
        "Force,Month,Number,Note",
        'a-police,2025-01," 1,200 ","x, y"',
    ]
    content = start + newline.join([*lines, ""]).encode()
    found = long_csv(content=content, layout=LAYOUT, measures=THEFTS, release=FIRST)
    assert [(item.value, item.source_row) for item in found.rows] == [(1200.0, 3)]
    assert found.rejects == ()


def test_a_missing_value_is_null_and_a_bad_row_is_a_reject_with_its_place() -> None:
    content = b"Force,Month,Number\na,2025-01,\na,2025-02,..\na,2025-03,-4\nb c,2025-04,1\n"
    layout = LongLayout(body="Force", period="Month", value="Number", measure_id="thefts")
    found = long_csv(content=content, layout=layout, measures=THEFTS, release=FIRST)
    assert [item.value for item in found.rows] == [None]
    assert [(item.source_row, item.column, item.text) for item in found.rejects] == [
        (3, "Number", ".."),
        (4, "Number", "-4"),
        (5, "Force", "b c"),
    ]


def test_marks_for_missing_and_suppressed_are_stated_in_the_layout() -> None:
    layout = LongLayout.from_dict(
        {
            "body": "Force",
            "period": "Month",
            "value": "Number",
            "measure_id": "thefts",
            "bodies": {"Any Shire": "anyshire-police"},
            "missing": ["", ".."],
            "suppressed": ["*"],
        }
    )
    content = b"Force,Month,Number\nAny Shire,2025-01,..\nAny Shire,2025-02,*\nOther,2025-02,1\n"
    found = long_csv(content=content, layout=layout, measures=THEFTS, release=FIRST)
    assert [(item.value, item.flag) for item in found.rows] == [(None, ""), (None, "suppressed")]
    assert {item.body_id for item in found.rows} == {"anyshire-police"}
    assert [item.text for item in found.rejects] == ["Other"]


def test_a_rate_is_the_unrounded_quotient_that_the_published_one_rounds() -> None:
    """West Mercia, year to December 2019: 88,499 / 1,282,200 is published as 69.02 per 1,000
    (Office for National Statistics, Police Force Area data tables, OGL)."""
    layout = LongLayout(
        body="Force",
        period="Year",
        value="Rate",
        numerator="Offences",
        denominator="People",
        measure_id="rate",
        period_label="year-ending",
    )
    content = (
        b"Force,Year,Offences,People,Rate\n"
        b'west-mercia-police,2019-12,"88,499","1,282,200",69.02\n'
        b"west-mercia-police,2018-12,88499,1282200,69.05\n"
        b"west-mercia-police,2017-12,88499,0,69.02\n"
    )
    found = long_csv(content=content, layout=layout, measures={"rate": rate()}, release=FIRST)
    assert [item.value for item in found.rows] == [88499 / 1282200 * 1000]
    assert found.rows[0].period_end == date(2020, 1, 1)
    assert [item.column for item in found.rejects] == ["Rate", "People"]


def test_only_reviewed_measures_are_loaded() -> None:
    content = b"measure_id,body_id,period_start,value\nother,a,2025-01,1\nthefts,a,2025-01,1\n"
    found = long_csv(content=content, layout=LongLayout(), measures=THEFTS, release=FIRST)
    assert [item.measure_id for item in found.rows] == ["thefts"]
    assert found.rejects[0].reason == "no reviewed measure has this name"


def test_breakdowns_are_key_and_slug() -> None:
    layout = LongLayout(breakdown="Type", breakdown_key="crime_type")
    content = b"measure_id,body_id,Type,period_start,value\nthefts,a,Vehicle crime,2025-01,1\n"
    found = long_csv(content=content, layout=layout, measures=THEFTS, release=FIRST)
    assert found.rows[0].breakdown == "crime_type=vehicle-crime"


def test_our_own_files_come_back_as_they_were() -> None:
    rows = [
        row("2025-01-01", 0.1 + 0.2),
        row("2025-02-01", None, flag="suppressed"),
        row("2025-01-01", 1.0, release=Vintage("undated")),
    ]
    content = own_csv(rows=rows, notice="# a notice\n").encode()
    found = long_csv(content=content, layout=OWN_LAYOUT, measures=THEFTS)
    assert found.rejects == ()
    assert {(item.key, item.value, item.flag, item.vintage) for item in found.rows} == {
        (item.key, item.value, item.flag, item.vintage) for item in rows
    }


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "no_header"),
        (b"Force,Force,Month,Number\n", "two_columns_of_one_name"),
        (b"Force,Month\na,2025-01\n", "unknown_column"),
        (b"Force,Month,Number\na,2025-01,\xff\n", "not_text"),
    ],
)
def test_a_file_of_another_shape_is_refused(content: bytes, code: str) -> None:
    with pytest.raises(LoadRefused) as refused:
        long_csv(content=content, layout=LAYOUT, measures=THEFTS, release=FIRST)
    assert refused.value.code == code


def test_a_file_without_release_is_refused() -> None:
    with pytest.raises(LoadRefused) as refused:
        long_csv(content=b"", layout=LAYOUT, measures=THEFTS)
    assert refused.value.code == "no_release"


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ({"colour": "x"}, "unknown_key"),
        ({"period_label": "years"}, "unknown_period_label"),
        ({"decimal": ";"}, "unknown_decimal_mark"),
        ({"delimiter": ";;"}, "unknown_delimiter"),
        ({"missing": ".."}, "wrong_kind"),  # a text would hold every mark that it contains
        ({"bodies": "West"}, "wrong_kind"),
        ({"bodies": {"West": ["west"]}}, "wrong_kind"),
        ({"value": 3}, "wrong_kind"),
        ({"header_row": 0}, "wrong_kind"),
    ],
)
def test_a_layout_that_states_something_wrong_is_refused(raw: dict[str, Any], code: str) -> None:
    with pytest.raises(LoadRefused) as refused:
        LongLayout.from_dict(raw)
    assert refused.value.code == code


def test_a_layout_without_what_it_needs_says_which() -> None:
    with pytest.raises(LoadRefused, match="body") as refused:
        WideLayout.from_dict({"period_label": "iso"})
    assert refused.value.code == "missing_key"


def test_a_title_above_the_headings_is_passed_over_where_it_is_stated() -> None:
    content = b"Thefts by force\n\nForce,Sept-23\nanyshire,91\n"
    layout = WideLayout(body="Force", period_label="month-year")
    with pytest.raises(LoadRefused, match="header_row"):
        wide_table(content=content, layout=layout, measure=measure(), release=FIRST)
    below = replace(layout, header_row=3)
    found = wide_table(content=content, layout=below, measure=measure(), release=FIRST)
    assert [(row.period_start, row.value) for row in found.rows] == [(date(2023, 9, 1), 91.0)]


def test_a_release_column_must_hold_a_name_and_a_date() -> None:
    head = b"measure_id,body_id,breakdown,period_start,value,flag,release_id,released_on\n"
    content = head + b"thefts,a,,2025-01,1,,A B,\nthefts,a,,2025-01,1,,a,soon\n"
    content += b"thefts,a,,2025-01,1,odd,a,\n"
    found = long_csv(content=content, layout=OWN_LAYOUT, measures=THEFTS)
    assert [item.column for item in found.rejects] == ["release_id", "released_on", "flag"]


def test_a_wide_table_has_one_column_per_stated_period() -> None:
    layout = WideLayout(
        body="Area", other=("Code",), period_label="calendar-quarter", suppressed=("c",)
    )
    content = b"Area,Code,2023 Q1,2023 Q2,2023 Q3\na,1,5,c,x\nb b,2,1,1,1\nd,3,-1,,7\n"
    thefts = measure(grain="quarter")
    found = wide_table(content=content, layout=layout, measure=thefts, release=SECOND)
    assert [(r.body_id, r.period_start.month, r.value, r.flag) for r in found.rows] == [
        ("a", 1, 5.0, ""),
        ("a", 4, None, "suppressed"),
        ("d", 4, None, ""),
        ("d", 7, 7.0, ""),
    ]
    assert [(r.source_row, r.column, r.text) for r in found.rejects] == [
        (2, "2023 Q3", "x"),
        (3, "Area", "b b"),
        (4, "2023 Q1", "-1"),
    ]


@pytest.mark.parametrize("content", [b"Area,2017/18\na,1\n", b"Place,2023 Q1\na,1\n"])
def test_a_heading_that_is_no_stated_period_is_refused(content: bytes) -> None:
    layout = WideLayout(body="Area", period_label="calendar-quarter")
    thefts = measure(grain="quarter")
    with pytest.raises(LoadRefused) as refused:
        wide_table(content=content, layout=layout, measure=thefts, release=FIRST)
    assert refused.value.code == "unknown_column"


@settings(max_examples=200, deadline=None)
@given(
    head=st.sampled_from([b"", b"Force,Month,Number\n", b"\xef\xbb\xbfForce,Month,Number\r"]),
    body=st.binary(max_size=200) | st.text('a,\n\r"-0123456789. ', max_size=200).map(str.encode),
)
def test_any_bytes_give_rows_rejects_or_a_refusal(head: bytes, body: bytes) -> None:
    try:
        found = long_csv(content=head + body, layout=LAYOUT, measures=THEFTS, release=FIRST)
    except LoadRefused:
        return
    assert all(item.source_row > 1 for item in (*found.rows, *found.rejects))
