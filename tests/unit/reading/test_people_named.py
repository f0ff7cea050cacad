"""How a person's name is cut: titles that belong to it, posts and labels that do not."""

import pytest
from tests.unit.reading.making import reading_of


def _people(words: str, kind: str = "other") -> dict[str, str | None]:
    return {
        one["fields"]["name"]: one["fields"]["role"]
        for one in reading_of(words, kind=kind).lines()
        if one["kind"] == "person"
    }


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("The commissioner, Dame Una Orme, said that it was late.", "Dame Una Orme"),
        ("# Present\n\nProfessor Ada Crewe, Chief Nurse", "Professor Ada Crewe"),
        ("# Present\n\nDr Piers Hale (PH), Medical Director", "Dr Piers Hale"),
        ("Yours sincerely\n\nSir Tom Vale\n\nHM Chief Inspector of Constabulary", "Sir Tom Vale"),
        ("Chief Constable Sir Tom Vale said that it was late.", "Sir Tom Vale"),
        ("The panel was chaired by Lord Piers Hale.", "Lord Piers Hale"),
        ("The clerk, Mr Piers Hale, said that it was late.", "Piers Hale"),
        ("The leader, Cllr Ada Crewe, said that it was late.", "Ada Crewe"),
        ("Governor Ewan Hale told us that it was late.", "Ewan Hale"),
    ],
)
def test_a_title_that_is_conferred_belongs_to_the_name_and_a_courtesy_does_not(
    words: str, name: str
) -> None:
    assert list(_people(words)) == [name]


def test_a_person_named_with_and_without_a_title_is_one() -> None:
    words = "The commissioner, Una Orme, was late. Dame Una Orme said that the road was shut."
    assert list(_people(words)) == ["Dame Una Orme"]


@pytest.mark.parametrize(
    "words",
    [
        "| Ref | Action | Owner\n\n| 7 | Ring the school | DCC Vale",
        "| 7 | Ring the school (Ch Insp Vale) | May",
        "ACC Vale to ring the school",
        "- Supt Vale: ring the school",
    ],
)
def test_the_owner_of_an_action_is_no_person_of_the_record(words: str) -> None:
    assert not _people(words, "minutes")


def test_a_surname_behind_a_rank_is_a_person_in_prose() -> None:
    assert _people("In May DCC Vale said that it was late.") == {"Vale": "DCC"}


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("But branch secretary Tom Vale was not impressed.", "Tom Vale"),
        ("“They promised,” union rep Una Orme added on Friday.", "Una Orme"),
        ("Marlshire's chief fire officer Piers Hale has told councillors.", "Piers Hale"),
        ("PCSO Una Orme gave her report.", "Una Orme"),
        ("The headteacher of this school is Ada Crewe.", "Ada Crewe"),
        ("The lead will be Ada Crewe.", "Ada Crewe"),
        ("Our new finance manager is Tom Vale and he starts in May.", "Tom Vale"),
        ("Una Orme, who runs the shelter, was tired.", "Una Orme"),
        ("Una Orme, whom we met in June, has left.", "Una Orme"),
        ("But Una Orme, of the Marl Police Federation, said: “No.”", "Una Orme"),
        ("Send the papers to Una Orme by noon.", "Una Orme"),
        ("For interviews contact Una Orme, press office.", "Una Orme"),
        ("Any questions? Speak to Una Orme on 01632 960 114.", "Una Orme"),
        ("Contact Una Orme, Panel Secretary", "Una Orme"),
        ("Governor: Una Orme. Monitoring board chair: Tom Vale.", "Una Orme"),
        ("Governor: Una Orme. Monitoring board chair: Tom Vale.", "Tom Vale"),
        ("Report of the Chief Fire Officer: Una Orme", "Una Orme"),
        ("The inquiry was chaired by Una Orme.", "Una Orme"),
        ("It sat under the chairmanship of His Honour Tom Vale.", "His Honour Tom Vale"),
        ("Una Orme took the notes.", "Una Orme"),
        ("Una Orme in the Chair.", "Una Orme"),
        ("Una Orme in my office will help.", "Una Orme"),
        ("The proposed appointment of Una Orme was put to the panel.", "Una Orme"),
        ("The leader of the council, Una Orme, has said that she would resign.", "Una Orme"),
        ("Marl’s commissioner, Una Orme, was away.", "Una Orme"),
        ("Treasurer's comment (Una Orme): the reserve is small.", "Una Orme"),
        ("We met\n\nUna Orme – Team leader", "Una Orme"),
        ("We met\n\nUna Orme HM Inspector of Constabulary\n\nThe force was late.", "Una Orme"),
        ("To Una Orme, Chief Fire Officer\n\nDear Una", "Una Orme"),
        ("Signed Una Orme", "Una Orme"),
        ("Minutes by U. Orme", "U. Orme"),
        ("The Chair welcomed Una Orme to her first meeting.", "Una Orme"),
        ("Also attending for item 4: Tom Vale and Una Orme", "Una Orme"),
        ("Copy: Tom Vale, Clerk; Una Orme, Treasurer", "Una Orme"),
        ("We shall see.\n\nUna Orme\n\n30 November 2031", "Una Orme"),
        ("- Una Orme, from the youth justice service", "Una Orme"),
        ("Una Orme, your Assistant Chief, who answers mail, was there.", "Una Orme"),
        ("UNA ORME, Commissioner: Good evening.", "Una Orme"),
        ("Q3 Una Orme MP: Will you open the gate?", "Una Orme"),
        ("Q4 (Una Orme, youth council): When will it open?", "Una Orme"),
        ("Q5 Mr Orme: When will it open?", "Mr Orme"),
        ("MRS Una Orme (lay member): No.", "Una Orme"),
        ("Sorry not to be here: Una Orme (housing)", "Una Orme"),
        ("Could not make it: Una Orme (housing)", "Una Orme"),
        ("Present by video: Tom Vale, Una Orme (Analyst)", "Una Orme"),
        ("External audit: Una Orme (Pennant and Rudd)", "Una Orme"),
        ("| PRESENT | \n\n| Una Orme (UO) | Clerk\n\n| Tom Vale (TV) | Chair", "Tom Vale"),
        ("| Una Orme (Member) | Remote", "Una Orme"),
        ("# Present\n\nUna Orme Marl Royal NHS Foundation Trust", "Una Orme"),
        ("# Present\n\nUna Orme Integrated Care Board", "Una Orme"),
        ("# Present\n\nUna Orme Healthwatch", "Una Orme"),
    ],
)
def test_what_stands_beside_a_name_shows_a_person(words: str, name: str) -> None:
    assert name in _people(words)


@pytest.mark.parametrize(
    "words",
    [
        "The Fire Brigades Union said that it had warned of this.",
        "The Victim Support Group, who were there, was told.",
        "The station is Marl Bridge.",
        "Contact Lower Moor by telephone.",
        "The report was written by Marl City Council.",
        "Marl Town, from the north, was late.",
        "Next meeting 28 May 2031, Priory Bridge.",
        "Venue: Long Barn (upstairs)",
        "Dear Dame Una\n\nThank you for the day.",
        "The officer was told.\n\nMember Allowances Scheme",
        "Owner: Una Orme",
        "The panel thanked Marl Council for its help.",
        "We shall see.\n\nLong Lane\n\n30 November 2031",
        "The Chief Executive, Marl Bay Care Board",
        "The Marl Farm Shop, who gave the eggs, was closed.",
    ],
)
def test_places_bodies_and_owners_are_no_people(words: str) -> None:
    assert not _people(words)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("3 May 2031\n\nDear Ms Orme\n\nThank you for your letter.", "Ms Orme"),
        ("3 May 2031\n\nDear Mr Vale-Crewe,\n\nThank you for your letter.", "Mr Vale-Crewe"),
        ("# Present\n\nMrs Hale (clerk)\n\nCllr Tom Vale", "Mrs Hale"),
    ],
)
def test_a_surname_alone_keeps_its_courtesy_title(words: str, name: str) -> None:
    assert name in _people(words, "minutes" if words[0] == "#" else "other")


def test_a_courtesy_title_is_left_off_where_the_whole_name_is_known() -> None:
    words = "3 May 2031\n\nDear Ms Orme\n\nThank you.\n\nCopied to: Ada Orme, clerk"
    assert list(_people(words)) == ["Ada Orme"]


def test_who_seconds_a_motion_holds_no_post_of_seconding() -> None:
    words = "It was moved by Cllr. J. Vale, seconded by Cllr. A. Hale and agreed."
    assert _people(words, "minutes") == {"J. Vale": "Councillor", "A. Hale": "Councillor"}


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("The ferry item put by Councillor Orme gave the group its answers.", ["Orme"]),
        ("Councillor Ash substituted for Councillor Vale.", ["Ash", "Vale"]),
        ("The motion of Cllr Crewe was lost.", ["Crewe"]),
        ("Under the Councillor Conduct rules, a Councillor Grant of £500 may be made.", []),
        ("Each Councillor Development Plan is reviewed by the Councillor.", []),
    ],
)
def test_a_councillor_whose_surname_alone_is_told(words: str, names: list[str]) -> None:
    lines = reading_of(words, kind="minutes").lines()
    assert [one["fields"]["name"] for one in lines if one["kind"] == "person"] == names


def test_a_surname_of_two_words_is_told_whole() -> None:
    words = "The Vice Chairman welcomed Cllr. S Le Grys and thanked Mrs A Van Dyke for her work."
    lines = reading_of(words, kind="minutes").lines()
    names = {one["fields"]["name"] for one in lines if one["kind"] == "person"}
    assert names == {"S Le Grys", "A Van Dyke"}


def test_an_office_of_a_commissioner_is_nobody() -> None:
    words = "Apologies:\n\n- Mr M Cave\n\n- PCC Link Officer County\n\n- PCC Orme"
    lines = reading_of(words, kind="minutes").lines()
    assert {one["fields"]["name"] for one in lines if one["kind"] == "person"} == {
        "M Cave",
        "Orme",
    }


def test_minutes_in_which_somebody_presents_are_no_post_of_hers() -> None:
    words = "Minutes: Ms Una Orme, Registrar in Public Health presented the plan to the Board."
    lines = reading_of(words, kind="minutes").lines()
    found = [one["fields"] for one in lines if one["kind"] == "person"]
    assert [one["name"] for one in found] == ["Una Orme"]
    assert found[0]["role"] != "Minutes"
