"""A task in a line of its own, closed by whoever is to do it; and who "he" or "she" is."""

import pytest
from tests.unit.reading.making import reading_of

_MET = "\n\n".join(
    (
        "# Present",
        "Ann Bell (AB), Treasurer",
        "Tom Ash (TA), Clerk",
        "Dr Ida Voss, member",
        "# Fleet",
        "",
    )
)


def _found(words: str, kind: str = "minutes") -> list[tuple[str, str | None, str | None]]:
    return [
        (line["quote"]["exact"], line["fields"]["owner"], line["fields"]["due_words"])
        for line in reading_of(words, kind=kind).lines()
        if line["kind"] == "action"
    ]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Ring round the four stations – AB", ("Ring round the four stations", "AB", None)),
        ("Write to the bishop (Chair)", ("Write to the bishop", "Chair", None)),
        ("Book a room at Tarn Lane [TA]", ("Book a room at Tarn Lane", "TA", None)),
        (
            "Check whether the return includes vans - AB to pick up.",
            ("Check whether the return includes vans", "AB", None),
        ),
        (
            "Business case for analysts to be finished – AB/TA – mid March",
            ("Business case for analysts to be finished", "AB/TA", "mid March"),
        ),
        (
            "Terms of reference to be redrafted – AB",
            ("Terms of reference to be redrafted", "AB", None),
        ),
        ("Order 20 tyres → Tom A", ("Order 20 tyres", "Tom A", None)),
        (
            "Audit of keys needed before the next board (TA)",
            ("Audit of keys needed before the next board", "TA", "before the next board"),
        ),
    ],
)
def test_who_closes_a_line_owns_it(line: str, found: tuple[str, str, str | None]) -> None:
    """Protects the owner: notes put who is to do it behind a sign at the end of the line."""
    assert _found(_MET + line) == [found]


def test_a_list_of_a_plan_says_who_in_brackets() -> None:
    words = (
        "# Governance\n\nWe shall:\n\n- Review the scheme of consent (Chief of Staff)\n\n"
        "- Spend a shift at Quayside before the end of February 2031 (Watch Manager)"
    )
    assert [one[:2] for one in _found(words, "plan")] == [
        ("Review the scheme of consent", "Chief of Staff"),
        ("Spend a shift at Quayside before the end of February 2031", "Watch Manager"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Budget update – Treasurer",
        "Review of the fleet – Treasurer",
        "Vans were ordered – TA",
        "Terms of reference were to be redrafted – AB",
        "Check the tyres (all four of them)",
        "Close by – the old garage",
        "Plan for the year (Treasurer)",
    ],
)
def test_titles_and_what_was_done_are_no_tasks(line: str) -> None:
    assert _found(_MET + line) == []


@pytest.mark.parametrize(
    ("words", "owner"),
    [
        ("Dr Voss asked why. The Treasurer did not know. She agreed to find out.", "Treasurer"),
        ("The Treasurer spoke of vans and was asked to price two of them.", "Treasurer"),
        ("TA had not moved the server. AB told him to get it done.", "TA"),
        ("In reply to Dr Voss the Clerk agreed to check the lease.", "Clerk"),
        ("The Treasurer gave the figures; she was to set them out by ward.", "Treasurer"),
    ],
)
def test_he_and_she_are_whom_the_words_before_name_last(words: str, owner: str) -> None:
    ((_, who, _),) = _found(_MET + words)
    assert (who or "").removeprefix("the ") == owner
