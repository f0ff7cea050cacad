"""Protects the two publishers' tables: footnotes, totals among the forces, financial quarters,
names that are no force, and the published figures of real files where they are held.

The layouts below are made in this file, with the two published figures of West Mercia (Office for
National Statistics and Home Office, Open Government Licence v3.0); these tests never skip.
"""

import io
from datetime import date

import pytest
import xlsxwriter

from answerable.store.observations.load import (
    HomeOfficeLayout,
    Loaded,
    LoadRefused,
    WorkbookLayout,
    home_office_prc,
    ons_workbook,
)
from answerable.store.observations.ons_workbook import cleaned
from answerable.vocabulary.measures import Vintage
from tests.shared import data
from tests.unit.observations.making import FIRST, measure, rate

BODIES = {"West Mercia": "west-mercia-police", "Anyshire": "anyshire-police"}
TOTAL = "Total recorded crime (excluding fraud)"
QUARTERS = measure(grain="quarter")
LAYOUT = WorkbookLayout(
    year_ending="2019-12",
    bodies=BODIES,
    value=("Table P3", TOTAL),
    numerator=("Table P1", TOTAL),
    denominator=("Table P3", "Population figures"),
)
HEAD = (
    "Financial Year,Financial Quarter,Force Name,Offence Description,Offence Group,"
    "Offence Subgroup,Offence Code,Number of Offences\r\n"
)


def workbook(*, rate_of_west_mercia: object = 69.01922187551911, title: str = "") -> bytes:
    """The layout of the publisher with its traps; figures of West Mercia are the real ones."""
    title = title or "police force area, year ending December 2019 [note 1]"
    held = io.BytesIO()
    book = xlsxwriter.Workbook(held, {"in_memory": True})
    book.add_worksheet("Notes")
    counts, rates = book.add_worksheet("Table P1 "), book.add_worksheet("Table P3  ")
    for sheet, rows in (
        (
            counts,
            [
                ["", "", "Total recorded crime (excluding fraud3)", "", "Victim-based crime"],
                ["Area Code", "Area Name", "", "", "Violence against the person4"],
                ["", "", "Numbers"],
                ["K04000001", "ENGLAND AND WALES7,8", 5013284, "", 1658478],
                ["E12000005", "West Midlands Region", 500000, "", 1],
                ["E23000016", "West Mercia 9", 88499, "", 34146],
                ["E23000099", "Nowhere", 5, "", 1],
                ["E23000098", "Anyshire12", "-", "", 1],
                ["", "British Transport Police", 70516],
            ],
        ),
        (
            rates,
            [
                ["", ""],
                [
                    *("Area Code", "Area Name", "Population figures\n (mid-2018)3  rounded"),
                    *("Household figures\n (mid-2018)4", "", f"{TOTAL[:-1]}5)"),
                ],
                ["", "", "", "", "", "Rate per 1,000 population"],
                ["K04000001", "ENGLAND AND WALES9,10", 56303200, 23395400, "", 89.04],
                ["E23000016", "West Mercia", 1282200, 541300, "", rate_of_west_mercia],
                ["E23000098", "Anyshire", 1000, 400, "", 1.0],
            ],
        ),
    ):
        sheet.write(0, 0, f"Table: Police recorded crime by {title}")
        for line, row in enumerate(rows, start=3):
            sheet.write_row(line, 0, row)
    book.close()
    return held.getvalue()


def read(content: bytes, layout: WorkbookLayout = LAYOUT) -> Loaded:
    return ons_workbook(content=content, layout=layout, measure=rate(), release=FIRST)


def changed(**options: object) -> WorkbookLayout:
    names = WorkbookLayout.__dataclass_fields__
    return WorkbookLayout(**({name: getattr(LAYOUT, name) for name in names} | options))


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("Violence against the person4", "Violence against the person"),
        ("Total recorded crime (excluding fraud3)", TOTAL),
        ("Stalking and harassment 5", "Stalking and harassment"),
        ("Population figures\n (mid-2018)3  rounded", "Population figures (mid-2018) rounded"),
        ("ENGLAND4,5,6,7,8,9,10", "ENGLAND"),
        ("Apr '10 to Mar '11", "Apr '10 to Mar '11"),
    ],
)
def test_footnotes_leave_a_heading_and_years_stay(text: str, clean: str) -> None:
    assert cleaned(text) == clean


def test_the_published_rate_of_west_mercia_from_count_and_population() -> None:
    found = read(workbook())
    (row,) = (item for item in found.rows if item.body_id == "west-mercia-police")
    assert (row.numerator, row.denominator) == (88499.0, 1282200.0)
    assert format(row.value, ".2f") == "69.02"
    assert (row.period_start, row.period_end) == (date(2019, 1, 1), date(2020, 1, 1))
    assert row.source_row == 9


def test_totals_of_regions_are_left_out_and_an_unknown_force_is_told() -> None:
    found = read(workbook())
    assert {item.body_id for item in found.rows} == set(BODIES.values())
    assert [(item.source_row, item.text) for item in found.rejects] == [(10, "Nowhere")]


def test_a_rate_that_its_rounded_population_cannot_explain_is_a_reject() -> None:
    found = read(workbook(rate_of_west_mercia=69.5))
    assert [item.column for item in found.rejects] == ["value", "area"]


def test_counts_alone_are_read_without_a_population() -> None:
    layout = changed(numerator=("", ""), denominator=("", ""), value=("Table P1", TOTAL))
    counted = measure(grain="year")
    found = ons_workbook(content=workbook(), layout=layout, measure=counted, release=FIRST)
    assert [item.value for item in found.rows] == [88499.0, None]


@pytest.mark.parametrize(
    ("layout", "title", "code"),
    [
        (LAYOUT, "year ending September 2019", "another_period"),
        (changed(year_ending="2019"), "", "another_grain"),
        (changed(value=("Table P9", TOTAL)), "", "unknown_sheet"),
        (changed(value=("Table P3", "Robbery")), "", "unknown_column"),
        (changed(denominator=("Table P3", "")), "", "two_columns_of_one_name"),
    ],
)
def test_a_workbook_of_another_shape_is_refused(
    layout: WorkbookLayout, title: str, code: str
) -> None:
    with pytest.raises(LoadRefused) as refused:
        read(workbook(title=title), layout)
    assert refused.value.code == code


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 broken", b"<html></html>"])
def test_what_is_no_workbook_is_refused(content: bytes) -> None:
    with pytest.raises(LoadRefused) as refused:
        read(content)
    assert refused.value.code == "not_a_workbook"


@pytest.mark.parametrize(
    ("name", "year_ending", "count", "people", "printed"),
    [
        ("pfatablesdec19", "2019-12", 88499, 1282200, "69.02"),
        ("policeforceareatablesyearendingmarch2018v2", "2018-03", 84342, 1261100, "66.88"),
        ("policeforceareadatatablesyearendingjune2018corrected", "2018-06", 83678, 1272600, ""),
        ("policeforceareatablesyearendingsep18corrected", "2018-09", 83518, 1272600, ""),
        ("policeforceareatablesyearendingdecember2018", "2018-12", 84554, 1272600, ""),
        ("policeforceareatablesyeendingmarch2019", "2019-03", 86782, 1272600, ""),
        ("policeforceareatablesyearendingjune2019", "2019-06", 86854, 1282200, ""),
        ("policeforceareatablesyearendingseptember2019", "2019-09", 88384, 1282200, ""),
    ],
)
def test_every_real_workbook_held(
    name: str, year_ending: str, count: int, people: int, printed: str
) -> None:
    content = (data("ons_pfa_tables_2018_2019") / f"{name}.xlsx").read_bytes()
    found = read(content, changed(year_ending=year_ending))
    (row,) = found.rows
    assert (row.numerator, row.denominator) == (count, people)
    assert not printed or format(row.value, ".2f") == printed
    assert len(found.rejects) >= 41, "every other force is told, none is guessed"
    assert {item.column for item in found.rejects} == {"area"}


def prc(*lines: str, layout: HomeOfficeLayout | None = None) -> Loaded:
    content = (HEAD + "".join(f"{line}\r\n" for line in lines)).encode()
    return home_office_prc(
        content=content,
        layout=layout or HomeOfficeLayout(bodies=BODIES),
        measure=QUARTERS,
        release=Vintage("prc-2018"),
    )


def test_a_quarter_is_the_sum_of_its_rows_and_counts_from_april() -> None:
    found = prc(
        "2017/18,1,Action Fraud,x,Fraud offences,y,AF, 66776 ",
        '2017/18,1,West Mercia,x,Robbery,y,34," 1,200 "',
        "2017/18,1,West Mercia,x,Theft offences,y,39, 2 ",
        "2017/18,4,West Mercia,x,Robbery,y,34, 7 ",
        "2017/18,1,British Transport Police,x,Robbery,y,34, 9 ",
    )
    assert [(r.period_start, r.value) for r in found.rows] == [
        (date(2017, 4, 1), 1202.0),
        (date(2018, 1, 1), 7.0),
    ]
    assert found.rejects == ()


def test_only_the_rows_that_a_measure_counts() -> None:
    layout = HomeOfficeLayout(bodies=BODIES, counted=("Robbery",))
    lines = ("2017/18,1,West Mercia,x,Robbery,y,34,5", "2017/18,1,Anyshire,x,Theft,y,39,2")
    found = prc(*lines, layout=layout)
    assert {r.body_id: r.value for r in found.rows} == {
        "west-mercia-police": 5.0,
        "anyshire-police": 0.0,
    }


def test_one_bad_row_leaves_its_quarter_out_rather_than_count_too_few() -> None:
    found = prc(
        "2017/18,1,West Mercia,x,Robbery,y,34,5",
        "2017/18,1,West Mercia,x,Robbery,y,35,x",
        "2017/18,2,West Mercia,x,Robbery,y,34,6",
        "2017/18,5,West Mercia,x,Robbery,y,34,6",
        "2017/18,2,Nowhere,x,Robbery,y,34,6",
    )
    assert [r.period_start for r in found.rows] == [date(2017, 7, 1)]
    assert [(r.source_row, r.text) for r in found.rejects] == [
        (3, "x"),
        (5, "2017/18 Q5"),
        (6, "Nowhere"),
    ]


def test_a_table_of_another_shape_or_measure_is_refused() -> None:
    layout = HomeOfficeLayout(bodies=BODIES)
    head = HEAD.replace("Offence Group,", "") + "2017/18,1,A,x,y,34,5\n"
    with pytest.raises(LoadRefused, match="Offence Group"):
        home_office_prc(content=head.encode(), layout=layout, measure=QUARTERS, release=FIRST)
    with pytest.raises(LoadRefused, match="by quarter"):
        home_office_prc(
            content=HEAD.encode(),
            layout=HomeOfficeLayout(bodies=BODIES),
            measure=measure(),
            release=FIRST,
        )


def test_the_published_total_of_west_mercia_in_the_real_table() -> None:
    path = data("home_office_prc_2017_18") / "prc-pfa-mar2013-onwards-tables201718.csv"
    content = path.read_bytes()
    found = home_office_prc(
        content=content,
        layout=HomeOfficeLayout(bodies=BODIES),
        measure=QUARTERS,
        release=Vintage("prc-2017-18"),
    )
    mine = [r.value for r in found.rows if r.body_id == "west-mercia-police"]
    assert len(mine) == 4
    assert sum(value or 0 for value in mine) == 84350
    assert content.count(b"\n") - 1 == 23068
    assert {r.column for r in found.rejects} == {"Force Name"}
    assert not {r.text for r in found.rejects} & set(HomeOfficeLayout().others)
