"""Findings that their heading, their column or the words above their list say to be such."""

import pytest
from tests.unit.reading.making import reading_of

_KINDS = {"recommendation": "R", "area_for_improvement": "A", "cause_of_concern": "C"}


def _findings(words: str, kind: str = "other") -> list[str]:
    lines = reading_of(words, kind=kind).lines()
    return [
        f"{_KINDS[one['kind']]} {one['quote']['exact']}" for one in lines if one["kind"] in _KINDS
    ]


HEADED = [
    ("# Issues to address\n\n1. Letters to victims need to say sorry.\n\n2. Late news of boats",
     ["A Letters to victims need to say sorry.", "A Late news of boats"]),
    ("# Operational recommendation 2\n\nThe harbour and the board should hold joint reviews.",
     ["R hold joint reviews"]),
    ("Improvement recommendation 1: keep a register of boats over £100.",
     ["R keep a register of boats over £100"]),
    ("# Requirements\n\n1. NHS Dunholm must ensure that boats are locked away.",
     ["R ensure that boats are locked away"]),
    ("# Learning for the force\n\n- Officers should say why they used a net.",
     ["R say why they used a net"]),
    ("The Board asks the Governor to:\n\n- open the library on Sundays",
     ["R open the library on Sundays"]),
    ("We call on the Authority to:\n\n- fill the eleven posts at once",
     ["R fill the eleven posts at once"]),
    ("The group would like us to:\n\n- ring every tenant after a repair",
     ["R ring every tenant after a repair"]),
    ("You should, at once:\n\n- read all the logs again\n\nand, no later than 9 May 2031:\n\n"
     "- hold a review of each lost boat",
     ["R read all the logs again", "R hold a review of each lost boat"]),
]  # fmt: skip
TABLED = [
    ("| Audit | Rec | Agreed management action | Owner | Due\n\n"
     "| Stores | The code should be changed | Add a line | HR | May 2031",
     ["R The code should be changed"]),
    ("| Force | AFI | Lead | State\n\n| Dunshire | Clear the renewals that lapsed | DCC | Open",
     ["A Clear the renewals that lapsed"]),
    ("| Rec | You asked us to | We will | By\n\n| 1 | learn what divers say | Hold a panel | May",
     ["R learn what divers say"]),
    ("| Suite | Issue | Asked of the force | Answer\n\n"
     "| Port | No meals | Stock 20 meals at all times | Done", ["R Stock 20 meals at all times"]),
    ("# Recommendations\n\n| No. | To whom | What | By when\n\n"
     "| 3 | Home Office | The Home Office should pay for rapid nets | 31 December 2031",
     ["R pay for rapid nets"]),
    ("| Line | CQC finding | Step | Exec lead\n\n| 1 | Boats not seen by a diver | Hire | COO",
     ["C Boats not seen by a diver"]),
    ("| Type | Number | Recommendation | Timescale\n\n"
     "| Strategic | 1 | Write a strategy for short voyages | 9 months",
     ["R Write a strategy for short voyages"]),
]  # fmt: skip


@pytest.mark.parametrize(("words", "wanted"), HEADED)
def test_a_finding_below_its_heading(words: str, wanted: list[str]) -> None:
    assert _findings(words) == wanted


@pytest.mark.parametrize(("words", "wanted"), TABLED)
def test_a_finding_in_its_column(words: str, wanted: list[str]) -> None:
    assert _findings(words) == wanted


NONE = [
    "# Requirements of the post\n\n- A degree in nets\n\n- A clean licence",
    "The Chair asked members to:\n\n- note the report",
    "# What\n\n| What | When\n\n| Summer fair on the quay | 31 May 2031",
    "| Rec | Owner | Due\n\n| 12 | HR | May 2031",
    "| Item | Finding | Cost\n\n| 1 | A lost net in the loft | £3",
]


@pytest.mark.parametrize("words", NONE)
def test_what_such_words_head_and_is_no_finding(words: str) -> None:
    assert _findings(words) == []


STEPS = [
    ("Our Ofsted report is out.\n\nWe have been asked to:\n\n"
     "- give divers more practice of knots\n\n- link the talks to what pupils know",
     ["A give divers more practice of knots", "A link the talks to what pupils know"]),
    ("# Monitoring visit report: Dunholm\n\n# What leaders should do next\n\n"
     "- Plan the drills from what boys can do\n\n- Check that the boats are counted",
     ["A Plan the drills from what boys can do", "A Check that the boats are counted"]),
    ("A warning notice was served.\n\nWhy the notice was served:\n\n- Nets were not dry for days."
     "\n\n- There were not enough divers at night.\n\n- The skipper did not report falls.",
     ["C Nets were not dry for days", "C There were not enough divers at night",
      "C The skipper did not report falls"]),
    ("Issue to address 1: logs are kept without reasons. Limited progress.\n\n"
     "Issue to address 2: divers are told too late. Good progress.",
     ["A logs are kept without reasons", "A divers are told too late"]),
    ("The panel chose ten dives.\n\n# Learning\n\n1. Remind divers that cold is no ground\n\n"
     "2. Send the boy's parents a letter",
     ["R Remind divers that cold is no ground", "R Send the boy's parents a letter"]),
    ("We met at noon.\n\n# Learning\n\n1. Remind divers of the course in May", []),
    ("The fee rose.\n\nWe have been asked to:\n\n- paint the shed\n\n- call the printer", []),
    ("# What members should do next\n\n- Bring a chair\n\n- Pay the fee by Friday", []),
]  # fmt: skip


@pytest.mark.parametrize(("words", "wanted"), STEPS)
def test_what_a_school_is_asked_and_why_a_notice_was_served(words: str, wanted: list[str]) -> None:
    assert _findings(words) == wanted


ANSWERED = [
    ("I answer each of your concerns.\n\n# Concern 1: the form did not ask about nets\n\n"
     "It was changed.\n\nConcern 2: no lamp in the boat\n\nThe harbour has 52 boats.",
     ["C the form did not ask about nets", "C no lamp in the boat"]),
    ("The coroner wrote to us.\n\nMatter of concern 3: skippers sailed without maps. We know.",
     ["C skippers sailed without maps"]),
    ("Complaints of the week\n\nConcern 1: the driver was rude to me", []),
    ("The coroner wrote to us.\n\nConcern about boats: none was heard.", []),
    ("I answer the coroner's concerns.\n\nConcern 4 is for the harbour.", []),
]  # fmt: skip


@pytest.mark.parametrize(("words", "wanted"), ANSWERED)
def test_a_numbered_concern_that_a_paper_answers(words: str, wanted: list[str]) -> None:
    assert _findings(words) == wanted


@pytest.mark.parametrize("who", ["members", "the Panel", "the Authority"])
def test_a_paper_recommends_that_members_note_it(who: str) -> None:
    """Protects what an officer's paper asks of its readers; minutes only tell it."""
    paper = f"# 2. Recommendation\n\n2.1 That {who} note the report on nets."
    assert _findings(paper) == ["R note the report on nets"]
    assert not _findings(paper, "minutes")


def test_a_verb_may_look_like_a_state_and_a_month_is_no_finding() -> None:
    head = "# Recommendations to Cabinet\n\n"
    assert _findings(f"{head}R1 Open two boathouses in the town") == [
        "R Open two boathouses in the town"
    ]
    assert not _findings(f"{head}R1 Open since May")
    assert not _findings(f"{head}R1 Keep a list of all boats\n\n7 December 2031")[1:]


@pytest.mark.parametrize(
    "asked", ["Will the Minister mend the roof?", "What will be done to trace a lost boat?"]
)
def test_a_board_asks_in_questions(asked: str) -> None:
    words = f"The Independent Monitoring Board\n\n# TO THE MINISTER\n\n- {asked}"
    assert _findings(words) == [f"R {asked}"]
    assert not _findings(words.replace(asked, "What was done with the boat?"))
