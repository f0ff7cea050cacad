"""What is half read, or stands in a form whose others are read: shown."""

import pytest
from tests.unit.reading.making import GAZETTEER, text_of

from answerable.reading.material import Material, Meta
from answerable.reading.profiles import Profile
from answerable.reading.records import Record, record
from answerable.reading.residue import residue


def _lines(words: str, found: tuple[Record, ...] = (), kind: str = "other") -> list[Record]:
    made = Material(text_of(words), Profile(id=kind, type=kind), GAZETTEER, Meta())
    return list(residue.records(made, found))


def _signs(words: str, found: tuple[Record, ...] = (), kind: str = "other") -> list[str]:
    return [str(one.fields["sign"]) for one in _lines(words, found, kind)]


def _read(words: str, part: str, kind: str = "recommendation") -> Record:
    text = text_of(words).text
    start = text.index(part)
    return record(kind, (start, start + len(part)), "prose.should")


@pytest.mark.parametrize(
    ("words", "kind", "second"),
    [
        (
            "She recommended that the Trust mend the old baths by 1 May and that it heat them.",
            "recommendation",
            "it heat them",
        ),
        (
            "The club must ring each of its members, it must pay what it owes them.",
            "recommendation",
            "pay what it owes",
        ),
        (
            "The Mayor wants the force to bring back the night bus and to name its driver.",
            "recommendation",
            "name its driver",
        ),
        (
            "The Trust should (a) pay for a third lifeguard and (b) write to the parents.",
            "recommendation",
            "write to the parents",
        ),
        (
            "Ida said that she won't close the lower school and that she will mend its roof.",
            "commitment",
            "she will mend its roof",
        ),
        (
            "Inspectors found that boys were left without lessons and that mail was lost.",
            "cause_of_concern",
            "mail was lost",
        ),
    ],
)
def test_the_first_of_two_is_shown_where_only_the_second_is_read(
    words: str, kind: str, second: str
) -> None:
    assert _signs(words, (_read(words, second, kind),)) == ["duty"]


def test_the_day_of_the_second_does_not_read_the_first() -> None:
    words = "She recommended that the Trust mend its baths by 1 May and that it heat them."
    text = text_of(words).text
    start, day = text.index("it heat"), text.index("by 1 May")
    one = record(
        "recommendation", (start, start + 12), "prose.should", support={"due": (day, day + 8)}
    )
    assert _signs(words, (one,)) == ["duty"]


def test_where_both_of_two_are_read_nothing_is_shown() -> None:
    words = "The Trust should mend the old baths in the park and should heat the new ones."
    both = (_read(words, "mend the old baths in the park"), _read(words, "heat the new ones"))
    assert not _signs(words, both)


def test_a_few_words_before_the_second_are_not_a_first() -> None:
    words = "The Trust should, and must, mend the old baths in the park."
    assert not _signs(words, (_read(words, "mend the old baths in the park"),))


@pytest.mark.parametrize(
    "words",
    [
        "staffing of the night desk; advice on keys left at the gate",
        "the tone of its letters to families and their record of calls in the night",
        "help for new tenants and in how they are told of their rights",
        "better notes of each visit and consistency in asking for consent",
    ],
)
def test_a_second_area_behind_a_sign_or_in_the_same_form_is_shown(words: str) -> None:
    text = f"Inspectors named {words}."
    assert _signs(text, (_read(text, words, "area_for_improvement"),)) == ["duty"]


def test_to_continue_is_a_second_promise() -> None:
    words = "We will print the whole report in May and continue to count the boats."
    assert _signs(words, (_read(words, words, "commitment"),)) == ["duty"]


def test_one_area_of_two_things_is_one() -> None:
    words = "Inspectors named the care of dogs and horses."
    found = (_read(words, "the care of dogs and horses", "area_for_improvement"),)
    assert not _signs(words, found)


_TABLE = (
    "| Issue | What we do\n\n| The lamps are dark | Buy lamps\n\n| Bins left full | Empty them"
    "\n\n| Dogs running loose | Ask the vet"
)


def test_a_cell_without_a_record_in_a_column_of_such_is_shown() -> None:
    done = [_read(_TABLE, one, "action") for one in ("Buy lamps", "Empty them", "Ask the vet")]
    issues = [_read(_TABLE, one, "cause_of_concern") for one in ("The lamps", "Bins left")]
    shown = _lines(_TABLE, (*done, *issues))
    assert [one.fields["trigger"] for one in shown] == ["dogs running loose"]
    assert not _signs(_TABLE, tuple(done))


@pytest.mark.parametrize(
    "words",
    [
        "Priority 3 – time spent out of doors",
        "Concern 2: The lift is out.",
        "Key concern 1 - care at night",
    ],
)
def test_a_finding_that_its_label_numbers_is_shown(words: str) -> None:
    assert _signs(f"# After the inspection\n\n{words}") == ["duty"]


def test_the_priorities_of_a_plan_are_no_findings() -> None:
    assert not _signs("# The port\n\nPriority 1: Children first\n\nPriority 2 – the hills")


def test_a_numbered_label_is_not_where_the_finding_below_it_is_read() -> None:
    words = "# Inspected\n\nPriority 1 - care at night\n\nNobody sits with women who fall ill."
    found = (_read(words, "Nobody sits with women who fall ill", "cause_of_concern"),)
    assert not _signs(words, found)


@pytest.mark.parametrize(
    "words",
    [
        "At the Lune centre we found reasonable progress since May.",
        "Safeguarding: Met",
        "Art and music need attention.",
        "Drama is at a strong standard.",
        "They saw systemic failings in how children are heard.",
    ],
)
def test_a_judgment_in_words_of_its_own_scale_is_shown(words: str) -> None:
    assert "judgment" in _signs(words)


def test_safeguarding_leads_who_met_are_not_judged() -> None:
    assert "judgment" not in _signs("Those who lead on safeguarding in each of our towns met.")


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("# WARD PANEL\n\n24-10-2031, 6pm\n\nMoney was short.", "minutes"),
        ("Next one 30-01-2032, 6pm", "other"),
        ("Item 1: Notes of 26 November 2031", "other"),
        ("# LUNE HARBOUR AUTHORITY\n\n23 SEPTEMBER 2031\n\nMoney was short.", "inspection-report"),
    ],
)
def test_a_day_in_figures_or_capitals_is_that_of_a_meeting(words: str, kind: str) -> None:
    assert "meeting" in _signs(words, kind=kind)


def test_a_line_in_capitals_that_only_holds_a_day_is_no_meeting() -> None:
    words = "NEWS OF THE PORT - 1300 BULLETIN - 22 OCTOBER 2031\n\nMoney was short."
    assert "meeting" not in _signs(words)


def test_below_another_title_a_report_is_dated_not_met() -> None:
    words = "# THE HARBOUR OF LUNE\n\n23 SEPTEMBER 2031\n\nMoney was short."
    assert "meeting" not in _signs(words, kind="inspection-report")


@pytest.mark.parametrize(
    "words",
    [
        "Panel members (first names only by agreement): Zuri, Colm, Dot and Femi",
        "In the room: Zena O. (chair), Kit, Marl and PC Lyle.",
        "4. Apologies. Cllr June Marwick",
        "| Part | Who | Post\n\n| Boats | Yusra Teal | Company Secretary",
        "Q. (Father Doyle) Who pays for the boats?",
        "# Boat house huddle, 9am\n\nKirsty, Bal, Jo S, Dave from Fenwick",
    ],
)
def test_people_by_first_names_or_beside_a_post_are_shown(words: str) -> None:
    assert "person" in _signs(words)


@pytest.mark.parametrize(
    "words",
    ["From June I lead the desk.", "| Part | Where | Who\n\n| Trees | Castle Walk | none set"],
)
def test_a_month_or_a_street_is_nobody(words: str) -> None:
    assert "person" not in _signs(words)


@pytest.mark.parametrize(
    "words",
    [
        "- Two drawings of the new pier - 12 June",
        "Martin – annual opinion by noon on 2 June",
        "REC 05/07 That all harbours adopt a common form of log.",
        "Nobody knew; the Chief Nurse to bring the count of beds in April.",
        "It also wants sailors to stop mending nets on deck.",
        "Ring the harbour office if nothing comes.",
        "The vet named two areas for priority action: the kennels and the stables by the river.",
    ],
)
def test_a_task_in_a_short_form_is_shown(words: str) -> None:
    assert "duty" in _signs(words)


def test_a_task_with_its_day_that_is_read_is_not_shown_again() -> None:
    words = "- Two drawings of the new pier - 12 June"
    assert "duty" not in _signs(words, (_read(words, "Two drawings of the new pier", "action"),))


def test_a_sentence_as_a_title_below_that_of_findings_is_shown() -> None:
    words = (
        "# Cause of concern\n\n# Lune Coastguard does not get to boats in time when the wind is up"
        "\n\nWe looked at 14 calls."
    )
    found = _lines(words)
    assert "Lune Coastguard does not" in text_of(words).text[found[0].start : found[0].end]


def test_what_a_watchdogs_report_tells_us_is_shown() -> None:
    words = "We welcome the inspectorate's report. It tells us that boats go out without a light."
    assert len(_lines(words)) == 1


@pytest.mark.parametrize(
    ("words", "sign"),
    [
        ("We came away from yesterday's warm debrief with a list.", "meeting"),
        ("What I took from this morning's catch-up:", "meeting"),
        ("Three points out of Thursday's Pier Board:", "meeting"),
        ("It is on the agenda for the 10th.", "meeting"),
        ("Prize night is Saturday 29 November.", "meeting"),
        ("I am seeing the harbour master on 14 December.", "meeting"),
        ("Bessie Crane waited by the lock.", "person"),
        ("PIER SHUT FOR 19 HOURS A DAY", "figure"),
        ("Item to look at: logs carry no name. Limited progress.", "judgment"),
        ("The pilots were in need of improvement.", "judgment"),
        ("A notice says boats went out in fog.", "judgment"),
        ("This answers the area lamps on the mole.", "judgment"),
        ("PB4 | Name a lead for lamps | Ann Reed | ASAP", "duty"),
    ],
)
def test_more_forms_that_nothing_reads_are_shown(words: str, sign: str) -> None:
    assert sign in _signs(words)


@pytest.mark.parametrize(
    "words",
    [
        "Doors at 0900 hrs by the lock.",
        "Those notices hang by the lock.",
        "PAGE 19 OF THE LOG",
        "Lock 4 | by the pier",
    ],
)
def test_an_hour_a_page_and_a_place_are_no_such_forms(words: str) -> None:
    assert not _signs(words)


@pytest.mark.parametrize(
    "top", ["Your report under regulation 28", "I answer all of your concerns."]
)
def test_a_numbered_concern_is_shown_in_an_answer_to_who_raised_it(top: str) -> None:
    words = f"# The port\n\n{top}\n\n# Concern 1: nobody asked about the lamps"
    assert _signs(words)[-1:] == ["duty"]
