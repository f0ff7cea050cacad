"""People in lists without a sign between name and body, in stories, scripts and letters."""

from typing import Any

import pytest
from tests.unit.reading.making import reading_of


def _people(words: str, kind: str = "other") -> dict[str, str | None]:
    return {one["name"]: one["role"] for one in _records(words, kind)}


def _records(words: str, kind: str = "other") -> list[dict[str, Any]]:
    lines = reading_of(words, kind=kind).lines()
    return [one["fields"] for one in lines if one["kind"] == "person"]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("# Present\n\nCllr Ada Crewe Marl City Council", "Ada Crewe"),
        ("# Present\n\nTom Vale Marl Ambulance Trust", "Tom Vale"),
        ("# Present\n\nTom Vale OPCC", "Tom Vale"),
        ("# Panel membership\n\nCllr Ada Crewe Cllr Tom Vale", "Tom Vale"),
        ("# Present\n\nMr Tom Vale (Chair) Mrs Una Orme (lay)", "Una Orme"),
        ("Members who served: Councillors Crewe, Vale and Orme; Mr Piers Hale.", "Vale"),
        ("A customer, Piers Hale, 71, of Long Lane, waited an hour for the van.", "Piers Hale"),
        ("And over in Marl our reporter is Una Orme.", "Una Orme"),
        ("Its chief, Una Orme, was gracious about the news.", "Una Orme"),
        ("We wrote to your predecessor, Piers Hale QPM, in May.", "Piers Hale"),
        ("TWO FORCES, TWO REPORTS by Una Orme\n\nThe news is odd.", "Una Orme"),
        ("T/CC ORME: Yes, all of them.", "Orme"),
        ("Keys\n\n4 May 2031\n\nUna Orme\n\nChief Fire Officer\n\nWe came in May.", "Una Orme"),
    ],
)
def test_a_person_is_found_by_the_form_of_the_place(words: str, name: str) -> None:
    assert name in _people(words)


@pytest.mark.parametrize(
    "words",
    [
        "# Present\n\nMarl City Council",
        "# Present\n\nMarl Ambulance Trust",
        "The figure for Long Lane, 71, was the highest.",
        "Our concern is Long Lane.",
        "TWO REPORTS by Marl City Council\n\nThe news is odd.",
        "NOTE: Yes, all of them.",
        "Keys\n\nLong Lane\n\nThe gate was open.",
    ],
)
def test_nobody_is_there(words: str) -> None:
    assert not _people(words)


def test_a_name_of_three_words_stays_whole_before_a_post() -> None:
    assert "Mary Ann Crewe" in _people("# Present\n\nMary Ann Crewe Chief Executive")


@pytest.mark.parametrize(
    ("line", "initials"),
    [
        ("Ann Roe (PSD), Detective Inspector", None),
        ("Sulaiman Dar (CPS), Area Lead", None),
        ("Alan Moss (AM), Head of Finance", "AM"),
        ("Jane Anne Brown (JAB), Analyst", "JAB"),
        ("Bill Gant (WG), Analyst", "WG"),
        ("Ann Farrow-Hill (AFH), Analyst", "AFH"),
        ("Ewan McNeill (EM), Analyst", "EM"),
        ("Ewan McNeill (EN), Analyst", "EN"),
    ],
)
def test_only_letters_of_the_name_are_its_initials(line: str, initials: str | None) -> None:
    """Protects an action of "PSD", the department, from being put to one person."""
    lines = reading_of(f"Present:\n\n{line}\n\nTom Vale (TV), Clerk", kind="minutes").lines()
    (one, _) = [each["fields"] for each in lines if each["kind"] == "person"]
    assert one["initials"] == initials


@pytest.mark.parametrize(
    ("line", "holding"),
    [
        ("DCC Mark Hill", None),
        ("Deputy Chief Constable Iris Munn", None),
        ("T/DCC Mark Hill", "temporary"),
        ("Acting Deputy Chief Constable Iris Munn", "acting"),
    ],
)
def test_the_deputy_in_a_rank_is_no_way_of_holding_it(line: str, holding: str | None) -> None:
    lines = reading_of(f"Present:\n\n{line}\n\nTom Vale (TV), Clerk", kind="minutes").lines()
    (one, _) = [each["fields"] for each in lines if each["kind"] == "person"]
    assert one["holding"] == holding


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Trustees: Tolu Ashby, Minna Rask (Chair), Gerald Pym", ["Tolu Ashby", "Minna Rask",
                                                                  "Gerald Pym"]),
        ("Governors: Canon Peter Alder (Chair), Una Brock", ["Canon Peter Alder", "Una Brock"]),
        ("Apologies: Judge Hywel Cran, Rev Mair Penny", ["Judge Hywel Cran", "Rev Mair Penny"]),
        ("Grown-up: Mabel Gant", ["Mabel Gant"]),
    ],
)  # fmt: skip
def test_who_sits_by_another_word_and_a_title_that_is_part_of_a_name(
    line: str, names: list[str]
) -> None:
    words = f"# Board\n\n3 May 2031\n\n{line}\n\n1. Keys\n\nThe hall was cold."
    people = [one["fields"] for one in reading_of(words, kind="minutes").lines()
              if one["kind"] == "person"]  # fmt: skip
    assert [one["name"] for one in people] == names
    assert {one["role"] for one in people} <= {"Chair", None}


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Contact: Tom Vale  Tel: 01632 000111 Email:  tom.vale@marl.example", "Tom Vale"),
        ("Contact: Tom Vale, Email: tom.vale@marl.example", "Tom Vale"),
        ("Contact: Tom Vale  01632 000111", "Tom Vale"),
        ("Contact: Tom Vale  Senior Scrutiny Officer", "Tom Vale"),
        ("# Present\n\nCouncillor Mrs Una Ormesbridge-O’Connor", "Una Ormesbridge-O’Connor"),
        ("# Present\n\nMr AC Orme - Chief Executive Officer", "AC Orme"),
        ("# Present\n\nDr R. Orme Medical Director and voting member", "Dr R. Orme"),
    ],
)
def test_a_name_ends_where_a_way_to_reach_or_a_post_begins(words: str, name: str) -> None:
    assert list(_people(words)) == [name]


def test_two_posts_of_one_person_are_no_body_that_they_come_from() -> None:
    (found,) = _records("# Present\n\nMs S Orme – Non-Executive Director and voting member")
    assert found["role"] == "Non-Executive Director and voting member"
    assert found["organisation"] is None


def test_the_owner_of_a_post_does_not_hold_it() -> None:
    heard = "We heard that Mrs J Orme, the Commissioner’s Chief Finance Officer had left."
    (found,) = _records(heard)
    assert found["role"] != "Commissioner"


def test_who_speaks_is_named_before_a_post_without_a_comma_behind_it() -> None:
    words = (
        "Chief Fire Officer Tom Vale said:\n\n“We are pleased.”\n\n"
        "Cllr Una Orme, Chair of Marl and Wex Fire and Rescue Authority said:\n\n"
        "“We will publish the plan in May.”"
    )
    found = [one for one in reading_of(words, kind="news").lines() if one["kind"] == "commitment"]
    assert [one["fields"]["by_person"] for one in found] == ["Una Orme"]


def test_a_heading_of_the_business_is_nobody() -> None:
    assert not _people("Opening Remarks (Chairperson): the meeting was called to order.")


def test_a_post_before_a_body_s_post_is_no_part_of_the_body() -> None:
    (found,) = _records("# Present\n\nMr P. Orme – Governance Director and Trust Secretary")
    assert found["organisation"] is None


def test_those_there_and_those_away_in_two_columns() -> None:
    words = (
        "| Attendees | Apologies | \n\n"
        "| Una Orme (UO) – Marl Council (Chair) | Tom Vale – Probation | \n\n"
        "| Ada Crewe (AC) – Vale Fire |  | "
    )
    found = {one["name"]: one["presence"] for one in _records(words, "minutes")}
    assert found == {"Una Orme": "chair", "Tom Vale": "apologies", "Ada Crewe": "present"}


def test_lines_of_a_list_run_together_are_parted_at_their_titles() -> None:
    words = (
        "Present: Cllr A Orme, Marl Council (Chair) Cllr Mrs B Vale, Holme Council "
        "Cllr C Crewe-Hale (substitute), Pelling Council Dr Una Marsh, Independent Member"
    )
    found = {one["name"]: (one["role"], one["organisation"]) for one in _records(words, "minutes")}
    assert found == {
        "A Orme": ("Cllr", "Marl Council"),
        "B Vale": ("Cllr", "Holme Council"),
        "C Crewe-Hale": ("Cllr", "Pelling Council"),
        "Dr Una Marsh": ("Independent Member", None),
    }


def test_a_post_in_a_list_run_together_is_of_the_one_before_it() -> None:
    words = (
        "In attendance: Mr T Penn, Chief Fire Officer Ms Ada Lowe, Treasurer Mrs J Fell (Clerk)"
    )
    assert _people(words, "minutes") == {
        "T Penn": "Chief Fire Officer",
        "Ada Lowe": "Treasurer",
        "J Fell": "Clerk",
    }


def test_those_away_stand_behind_the_name_of_the_item() -> None:
    words = (
        "Apologies for Absence Minutes: Apologies were received from Councillor Orme, "
        "Councillor Vale and Councillor Crewe."
    )
    found = {one["name"]: one["presence"] for one in _records(words, "minutes")}
    assert found == {"Orme": "apologies", "Vale": "apologies", "Crewe": "apologies"}


def test_visitors_are_a_list_of_people_and_so_are_given_names_alone() -> None:
    assert list(_people("Visitors: Marjory Orme, Les Crewe, Uma Vale", "minutes")) == [
        "Marjory Orme",
        "Les Crewe",
        "Uma Vale",
    ]
    assert list(_people("Here: Tomos, Anya, Kofi, Mrs E Crewe (clerk)", "minutes")) == [
        "Tomos",
        "Anya",
        "Kofi",
        "E Crewe",
    ]


def test_a_list_that_begins_with_who_is_in_the_chair_needs_no_label() -> None:
    words = "Councillor G Orme (in the Chair); Councillors Vale, Crewe-Hale and Moss."
    found = {one["name"]: one["presence"] for one in _records(words, "minutes")}
    assert found == {
        "G Orme": "chair",
        "Vale": "present",
        "Crewe-Hale": "present",
        "Moss": "present",
    }


def test_alderwoman_is_a_title_as_alderman_is() -> None:
    words = "Apologies were received from Alderwoman Una Orme and Alderman Tom Vale."
    assert set(_people(words, "minutes")) == {"Una Orme", "Tom Vale"}


@pytest.mark.parametrize(
    ("words", "name", "role"),
    [
        ("Richard Allen Patient Representative", "Richard Allen", "Patient Representative"),
        ("Theresa Orme Practice Manager", "Theresa Orme", "Practice Manager"),
        ("Ada Moss Parent Governor", "Ada Moss", "Parent Governor"),
        ("Mrs Una Vale Pastoral Lead", "Una Vale", "Pastoral Lead"),
        ("Tom Ash Independent Member", "Tom Ash", "Independent Member"),
    ],
)
def test_a_post_of_two_words_behind_a_name_without_a_sign(
    words: str, name: str, role: str
) -> None:
    text = f"Present:\n\n- {words}\n\n- Ben Umber (Clerk)"
    found = [one for one in reading_of(text, kind="minutes").lines() if one["kind"] == "person"]
    assert (found[0]["fields"]["name"], found[0]["fields"]["role"]) == (name, role)


def test_a_run_of_names_with_posts_is_no_letter() -> None:
    text = "Present: Tom Ash\n\nAda Moss Parent Governor\n\nBen Umber Staff Governor"
    found = [one for one in reading_of(text, kind="minutes").lines() if one["kind"] == "person"]
    assert "people.letter" not in {one["rule"] for one in found}


def test_a_name_is_no_part_of_the_body_beside_it() -> None:
    text = "Present:\n\n- Alice Holt School Business Manager\n\n- Ben Umber (Clerk)"
    found = [one for one in reading_of(text, kind="minutes").lines() if one["kind"] == "person"]
    assert found[0]["fields"]["organisation"] is None
