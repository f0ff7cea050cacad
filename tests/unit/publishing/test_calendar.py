"""Calendars: whole days, a name for good, a number that rises, lines that every program reads."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.publishing.calendar import OCTETS, Event, ics_bytes, uid

AT = datetime(2026, 11, 23, 14, 2, tzinfo=UTC)


def event(title: str = "Visit every shop", **more: object) -> Event:
    given = {"reference": "action/1", "first": date(2026, 6, 30), "last": date(2026, 6, 30)}
    return Event(**{**given, "stamp": AT, "title": title, **more})  # type: ignore[arg-type]  # as above


def lines(made: bytes) -> list[str]:
    """The lines as a reader unfolds them."""
    return made.decode().replace("\r\n ", "").split("\r\n")


def made(*events: Event) -> bytes:
    return ics_bytes(events, title="Deadlines", words="Of a body.")


def test_a_day_ends_where_the_next_begins() -> None:
    found = lines(made(event()))
    assert "DTSTART;VALUE=DATE:20260630" in found
    assert "DTEND;VALUE=DATE:20260701" in found


def test_a_month_is_all_of_its_days() -> None:
    found = lines(made(event(first=date(2024, 2, 1), last=date(2024, 2, 29))))
    assert "DTSTART;VALUE=DATE:20240201" in found
    assert "DTEND;VALUE=DATE:20240301" in found


def test_a_moved_event_keeps_its_name_and_its_number_rises() -> None:
    before = lines(made(event()))
    after = lines(made(event(first=date(2026, 9, 30), last=date(2026, 9, 30), sequence=1)))
    name = f"UID:{uid('action/1')}"
    assert name in before
    assert name in after
    assert ("SEQUENCE:0" in before, "SEQUENCE:1" in after) == (True, True)
    assert uid("action/1") != uid("action/2")


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("a, b; c\\d", "SUMMARY:a\\, b\\; c\\\\d"),
        ("one\r\ntwo", "SUMMARY:one\\ntwo"),
        ("bad\x00\x07", "SUMMARY:bad"),
        ("x\nEND:VEVENT", "SUMMARY:x\\nEND:VEVENT"),
    ],
)
def test_words_cannot_end_their_line(words: str, written: str) -> None:
    assert written in lines(made(event(words)))


@given(st.text(max_size=300))
def test_no_line_is_longer_than_75_octets_and_unfolding_gives_it_back(title: str) -> None:
    folded = made(event(title))
    assert all(len(line) <= OCTETS for line in folded.split(b"\r\n"))
    assert sum(line.startswith("SUMMARY:") for line in lines(folded)) == 1
    assert b"\n" not in folded.replace(b"\r\n", b"")


def test_the_same_events_make_the_same_bytes() -> None:
    assert made(event()) == made(event())
