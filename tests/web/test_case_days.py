"""Protects the picture of a case: on its page, to scale, its file with the same rows."""

import csv
import io
import re
from collections.abc import Mapping
from xml.etree import ElementTree

import pytest

from answerable.operations.output import mirror
from answerable.vocabulary import facts as f
from answerable.vocabulary.access import Classification
from answerable.vocabulary.times import Period, first_day, in_words
from answerable.web import crawl
from tests.web import small_home
from tests.web.acting import OTHER_MACHINE, browser
from tests.web.small_home import FORCE, REPORT, append

PAGE, FILE = "/cases/anyshire/theft/", "/cases/anyshire/theft/timeline.csv"
SVG = "{http://www.w3.org/2000/svg}"
DAYS = {
    "Report published": "2026-04-20",
    "In a session": "2026-05-21",
    "Promised (1 action)": "2026-05-21",
}


@pytest.fixture(autouse=True)
def record(home: object) -> None:
    small_home.made()


def visit(fieldwork: str, *, closed: tuple[str, ...] = ()) -> None:
    append(
        f.InspectionRecorded(
            institution=FORCE,
            stream=f"{REPORT}/inspection",
            valid=Period(first_day("2026-03-02")),
            fieldwork=fieldwork,
            visit="inspection",
            said="2026-04-20",
            classes=dict.fromkeys(closed, Classification.RESTRICTED),
        )
    )


def figure(office: str = "") -> str:
    page = browser(office).get(PAGE).content.decode()
    (found,) = re.findall(r'<figure class="app-chart">.*?</figure>', page, flags=re.DOTALL)
    return str(found)


def pictures(found: str) -> list[ElementTree.Element]:
    drawn = re.findall(r"<svg.*?</svg>", found, flags=re.DOTALL)
    return [ElementTree.fromstring(one) for one in drawn]  # noqa: S314  # our own picture


def rows() -> list[Mapping[str, str]]:
    data = browser(**OTHER_MACHINE).get(FILE).content.decode()
    return list(csv.DictReader(io.StringIO(data)))


def test_the_case_page_holds_the_picture_its_sentence_first_and_what_is_not_known() -> None:
    visit("2026-03")
    found = figure()
    title, rest = found.split("<svg", 1)
    assert "Inspected in March 2026; the report came out on 20 April 2026, about 1 month" in title
    assert "Not in our sources" in rest
    for one in pictures(found):
        assert one.get("role") == "img"
        shapes = [*one.iter(f"{SVG}circle"), *one.iter(f"{SVG}polygon")]
        shapes += [r for r in one.iter(f"{SVG}rect") if r.get("height") in ("10", "12")]
        assert len(shapes) == 4, "a month and three days; what has no date has no shape"


def test_its_days_stand_at_their_places_on_one_scale() -> None:
    for one in pictures(figure()):
        report, session, action = (float(c.get("cx", "")) for c in one.iter(f"{SVG}circle"))
        known = one.findall(f"{SVG}path")[-1].get("d", "")
        assert session == action
        today = float(re.findall(r"M([0-9.]+),", known)[0])
        on = re.findall(r"As at ([^<]+)<", ElementTree.tostring(one).decode())
        assert today > session > report
        assert on


def test_the_file_has_the_rows_of_the_table_and_the_same_bytes_twice() -> None:
    visit("2026-03")
    shown = [
        [re.sub(r"<[^>]*>", "", cell).strip() for cell in re.split(r"<t[hd]\b", row)[1:]]
        for row in re.split(r"<tr\b", figure())[2:]
    ]
    held = rows()
    assert len(held) == len(shown) == 9
    for row, (event, day, _) in zip(held, shown, strict=True):
        said = in_words(row["date"]) if row["date"] else f"{row['absent']}."
        assert (row["event"], said) == (event.partition(">")[2], day.partition(">")[2])
    assert {row["event"]: row["date"] for row in held if row["event"] in DAYS} == DAYS
    assert [(held[0][name]) for name in ("date", "days_least", "days_most")] == [
        *("2026-03", "-50", "-20")
    ]
    client = browser(**OTHER_MACHINE)
    assert client.get(FILE).content == client.get(FILE).content
    assert client.get(FILE, HTTP_IF_NONE_MATCH=client.get(FILE)["ETag"]).status_code == 304
    assert figure() == figure()


def test_a_restricted_date_is_drawn_for_whom_it_is_meant_and_for_nobody_else() -> None:
    visit("2026-03-11", closed=("fieldwork",))
    public = figure()
    assert "11 March 2026" not in public
    assert "2 March 2026" not in public, "the day on which the fact begins does not stand for it"
    assert "Inspected: Withheld." in public
    assert "Inspected on 11 March 2026" in figure("anyshire-pcc/governance-officer")
    (inspected,) = [row for row in rows() if row["event"] == "Inspected"]
    assert (inspected["date"], inspected["days_least"], inspected["absent"]) == (
        "",
        "",
        "Withheld",
    )
    office = browser("anyshire-pcc/governance-officer").get(FILE).content.decode()
    assert "2026-03-11" not in office, "a file is of what everybody may see"


def test_a_mirror_carries_the_file_that_its_page_leads_to() -> None:
    visit("2026-03")
    look = mirror.fixed(on=first_day("2026-11-23"), known=None, base="https://m.example")
    made = crawl.files(look, live="https://live.example")
    assert f'href="{FILE}"' in made["cases/anyshire/theft/index.html"].decode()
    assert b"Inspected,2026-03,-50,-20," in made[FILE.lstrip("/")]


def test_a_case_that_is_not_held_has_no_file() -> None:
    assert browser().get("/cases/anyshire/fraud/timeline.csv").status_code == 404
