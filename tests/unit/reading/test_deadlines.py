"""Dates and deadlines: precision kept, nothing guessed, impossible dates left as words."""

import pytest

from answerable.reading.deadlines import dates, deadline, outer, period, whole_days


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("16 July 2024", "2024-07-16"),
        ("Wednesday 21st June", "XXXX-06-21"),
        ("July 16, 2024", "2024-07-16"),
        ("2024-07-16", "2024-07-16"),
        ("16/07/2024", "2024-07-16"),
        ("16.7.24", "2024-07-16"),
        ("July 2024", "2024-07"),
        ("Q3 2024/25", "2024-12-31"),
        ("Q4 2024/25", "2025-03-31"),
        ("31 June 2024", None),
        ("30/02/2024", None),
        ("autumn 2024", None),
        ("2023/24", None),
        ("Tuesday 22 June 2023", "XXXX-06-22"),
    ],
)
def test_a_date_keeps_its_precision(words: str, iso: str | None) -> None:
    """Protects dates from being made more exact, or possible, than they are written."""
    found = list(dates(f"It was {words} when it began."))
    assert [one.iso for one in found] == [iso]
    assert found[0].words == words


@pytest.mark.parametrize(
    "words", ["it may be on to the car", "1,234 officers", "version 1.2", "£1.2m"]
)
def test_ordinary_words_are_not_dates(words: str) -> None:
    """Protects against the usual false dates."""
    assert list(dates(words)) == []


@pytest.mark.parametrize(
    ("words", "due", "basis"),
    [
        ("By 1 March 2024", "2024-03-01", "date"),
        ("no later than 30th September 2024", "2024-09-30", "date"),
        ("by the end of March 2025", "2025-03-31", "date"),
        ("by the end of Q3 2024/25", "2024-12-31", "date"),
        ("by September", None, "date"),
        ("by next summer", None, "date"),
        ("before the next meeting", None, "date"),
        ("by 31 June 2024", None, "date"),
        ("within six months", None, "within"),
        ("Within 28 days", None, "within"),
        ("immediately", None, "immediately"),
        ("with immediate effect", None, "immediately"),
    ],
)
def test_a_deadline_says_by_when_and_on_what_basis(
    words: str, due: str | None, basis: str
) -> None:
    """Protects due dates: a period is never turned into a day."""
    found = deadline(f"{words}, the force should act.")
    assert found is not None
    assert (found.words, found.due, found.basis) == (words, due, basis)


def test_a_sentence_without_one_has_no_deadline() -> None:
    """Protects against "by" in its other senses."""
    assert deadline("The paper was written by the treasurer and read by all.") is None


@pytest.mark.parametrize(
    "words",
    [
        "The force should make sure that supervisors review every case within four weeks.",
        "It should answer each call within ten days and record why.",
        "Every victim is to be told of the outcome, and each new referral assessed within 3 days.",
        "Any complaint that is received is acknowledged within two working days.",
        "Each live case is looked at within 28 days.",
    ],
)
def test_how_fast_each_case_is_dealt_with_is_a_standard_and_no_deadline(words: str) -> None:
    """Protects against a due date of what is asked for each time."""
    assert deadline(words) is None


@pytest.mark.parametrize(
    "words",
    [
        "The force should review every open case within six months.",
        "Each force should review its call handling within three months.",
        "The force should within three months review every case.",
        "Every victim strategy should be reviewed within a year.",
        "All recommendations should be met within twelve months.",
    ],
)
def test_what_is_to_be_done_once_keeps_its_deadline(words: str) -> None:
    """Protects deadlines beside words such as every and each."""
    found = deadline(words)
    assert found is not None
    assert found.basis == "within"


def test_a_deadline_after_a_standard_is_found() -> None:
    found = deadline("By 31 March 2027 review each case within four weeks.")
    assert found is not None
    assert found.due == "2027-03-31"
    later = deadline("Review each case within four weeks, by 31 March 2027.")
    assert later is not None
    assert later.due == "2027-03-31"


@pytest.mark.parametrize(
    ("words", "span"),
    [
        ("Between 5 and 7 February 2024, we came.", ("2024-02-05", "2024-02-07")),
        ("Between March and April 2023, we came.", ("2023-03", "2023-04")),
        ("from 28 November to 2 December 2022", ("2022-11-28", "2022-12-02")),
    ],
)
def test_a_range_has_two_ends(words: str, span: tuple[str, str]) -> None:
    """Protects fieldwork dates."""
    found = period(words, 0, len(words))
    assert found is not None
    assert found[:2] == span


@pytest.mark.parametrize(
    ("words", "told", "basis"),
    [
        ("it should stop this immediately, and by 30 June 2031 show how", "2031-06-30", "date"),
        ("without delay, and within six months, it should be able to", None, "within"),
        ("without delay it should stop this immediately", None, "immediately"),
    ],
)
def test_a_stated_time_says_more_than_without_delay(
    words: str, told: str | None, basis: str
) -> None:
    """Protects a deadline from an adverb that stands before it."""
    found = deadline(words)
    assert found is not None
    assert (found.due, found.basis) == (told, basis)


def test_what_stands_around_a_duty_says_by_when_rather_than_without_delay_in_it() -> None:
    """Protects "Within six months the force should … examine devices without delay"."""
    inside, around = deadline("examine devices without delay"), deadline("Within six months")
    assert outer(inside, around) is around
    assert outer(around, inside) is around
    assert outer(inside) is inside
    assert outer(None, inside, around) is around


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Meeting 4 of 2031: 20 November 2031", ["2031-11-20"]),
        ("It was so in 2030; 12 May 2031 changed it.", ["2031-05-12"]),
        ("24-10-2031, 6pm", ["2031-10-24"]),
        ("01/04/2031-31/03/2032", ["2031-04-01", "2032-03-31"]),
        ("Ref 12-10-2031-5, page 3-4-20", []),
    ],
)
def test_a_day_is_whole_beside_another_year_and_with_hyphens(words: str, told: list[str]) -> None:
    assert [one.iso for one in dates(words) if one.iso] == told


def test_whole_days_are_the_dates_that_tell_a_day_of_a_month() -> None:
    words = "In May 2031, on 4 June 2031 and by 5 July."
    found = whole_days(words, 0, len(words))
    assert [one.iso for one in found] == ["2031-06-04", "XXXX-07-05"]
    assert not whole_days(words, 0, words.index(","))
