"""A document is called by its title and who published it, and not by the name of its file."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from answerable.operations.documents import publication_day, reading
from answerable.operations.documents.reader import Meta
from answerable.operations.documents.titling import title_of
from answerable.operations.pages.documents.waiting import called
from answerable.operations.pages.look import Look
from answerable.reading.formats import canonical
from answerable.reading.layout.canonical_text import CanonicalText
from tests.operations.cast import AT, OFFICER, common

PAGE = """<html><head><title>{title}</title></head><body><p>OFFICIAL</p>
<h1>OFFICIAL</h1><h1>Summary</h1><h2>How the force answers calls</h2><p>Words.</p></body></html>"""


def text(title: str = "") -> CanonicalText:
    made = canonical(PAGE.format(title=title).encode(), media_type="text/html")
    return replace(made, title=title or None)


@pytest.mark.parametrize(
    ("carried", "called"),
    [
        ("An inspection of calls", "An inspection of calls"),
        ("scan_0042.pdf", "How the force answers calls"),
        ("Microsoft Word - calls v7 FINAL.docx", "How the force answers calls"),
        ("calls-v7", "How the force answers calls"),
        ("about:blank", "How the force answers calls"),
        ("https://example.org/print?id=3", "How the force answers calls"),
        ("Document1", "How the force answers calls"),
        ("", "How the force answers calls"),
    ],
)
def test_a_name_of_a_file_is_no_title(carried: str, called: str) -> None:
    assert title_of(text(carried), given=None, name="in/calls-v7.pdf") == called


def test_what_a_person_says_comes_first_and_a_name_is_better_than_nothing() -> None:
    assert title_of(text("An inspection"), given="Mine", name="x.pdf") == "Mine"
    bare = replace(text(), blocks=())
    assert title_of(bare, given=None, name="letter.pdf") == "letter.pdf"


@pytest.mark.usefixtures("home")
def test_the_queue_names_the_title_and_the_publisher() -> None:
    meta = Meta(name="calls-v7.html", publisher="anyshire-inspectorate", published="2024-02-02")
    data = PAGE.format(title="calls-v7.html").encode()
    filed = reading.read(**common(OFFICER), data=data, meta=meta)
    named = called(Look(at=AT, actor=OFFICER))[filed.document]
    assert named == "How the force answers calls, Inspectorate of Anyshire Services"


def test_the_name_of_a_body_and_a_numbered_part_are_no_titles() -> None:
    page = """<html><body><h1>Anyshire Police and Crime Commissioner</h1>
<p>Minutes: Performance session, 11 June 2026</p><h2>1. Custody</h2><p>Words.</p></body></html>"""
    made = canonical(page.encode(), media_type="text/html")
    named = {"anyshire police and crime commissioner"}
    called_so = title_of(made, given=None, name="m.html", bodies=named)
    assert called_so == "Minutes: Performance session, 11 June 2026"
    bare = page.replace("Minutes: Performance session, 11 June 2026", "Present: all.")
    made = canonical(bare.encode(), media_type="text/html")
    assert title_of(made, given=None, name="m.html", bodies=named) == "m.html"


MINUTES = """<html><body><h1>Minutes of the holding to account session</h1>
<p>Date of meeting: {day}</p><p>The report published on 1 May 2026 was noted.</p>
<p>{words}</p></body></html>"""


@pytest.mark.usefixtures("home")
def test_minutes_of_one_title_are_told_apart_by_their_day_else_by_their_file() -> None:
    called_so = [
        reading.read(
            **common(OFFICER, at=datetime(2026, 7, 20, 9, tzinfo=UTC)),
            data=MINUTES.format(day=day, words=words).encode(),
            meta=Meta(name=f"in/minutes-{n}.html", kind="minutes", subject="anyshire-police"),
        ).document
        for n, (day, words) in enumerate(
            (("11 June 2026", "a"), ("9 July 2026", "b"), ("9 July 2026", "c"), ("", "d"))
        )
    ]
    filed = [publication_day.filed(document) for document in called_so]
    assert [one.fact.get("title") for one in filed if one] == [
        "Minutes of the holding to account session",
        "Minutes of the holding to account session, 9 July 2026",
        "Minutes of the holding to account session, 9 July 2026 (minutes-2.html)",
        "Minutes of the holding to account session (minutes-3.html)",
    ]


REPORT = """Inspectorate of Anyshire Services

{first}

Published on 2 February 2024.

Cause of concern

The force does not answer calls in time.

Areas for improvement

The force should record each call.
"""


@pytest.mark.parametrize(
    ("first", "called"),
    [
        ("An inspection of how Anyshire Police answers calls", None),
        ("Anyshire Police: custody inspection report", None),
        ("Date of inspection: 4 May 2024", "calls.txt"),
        ("This report is about calls.", "calls.txt"),
    ],
)
def test_a_kind_of_finding_is_no_title_of_a_plain_text(first: str, called: str | None) -> None:
    made = canonical(REPORT.format(first=first).encode(), media_type="text/plain")
    names = {"inspectorate of anyshire services"}
    assert title_of(made, given=None, name="calls.txt", bodies=names) == (called or first)
