"""Causes of concern in the many ways in which papers tell what inspectors said."""

import pytest
from tests.unit.reading.making import reading_of


def _causes(words: str, kind: str = "minutes") -> list[str]:
    lines = reading_of(words, kind=kind).lines()
    return [one["quote"]["exact"] for one in lines if one["kind"] == "cause_of_concern"]


_TERM = "Marlshire Police has a cause of concern.\n\n"
_TWO = "Marlshire Police has two causes of concern.\n\n"

TOLD = [
    (_TERM + "The letter told me that guns were not counted as often as they should be.",
     ["guns were not counted as often as they should be"]),
    (_TERM + "HMIC found that “the force does not count its guns, and it loses keys”.",
     ["the force does not count its guns, and it loses keys"]),
    ("HMIC had been very clear: guns were not counted.", ["guns were not counted"]),
    ("The Chair read out what inspectors had said: keys were never locked away.",
     ["keys were never locked away"]),
    ("The joint inspection in June made this a priority: guns were not counted in time.",
     ["guns were not counted in time"]),
    ("She will be asked about the inspectorate's finding that guns were not counted when they "
     "should be, and about the sale of Mill Lane.",
     ["guns were not counted when they should be"]),
    ("We accept the inspectors' findings. They tell us that guns are not counted and that we have "
     "no list of keys.", ["guns are not counted", "we have no list of keys"]),
    (_TERM + "Inspectors criticised the force for failing to count its guns.",
     ["failing to count its guns"]),
    (_TERM + "The force was rebuked by the inspectorate for losing sight of its guns.",
     ["losing sight of its guns"]),
    (_TWO + "The third isn't: guns are still not counted at night.",
     ["guns are still not counted at night"]),
    (_TWO + "You will recall that one of those causes was that keys went missing.",
     ["keys went missing"]),
    ("There were two areas for priority action, the first being that guns were not counted.",
     ["guns were not counted"]),
    ("It lists five priority concerns. Among them are that keys went missing and that dogs were "
     "not fed.", ["keys went missing", "dogs were not fed"]),
    (_TERM + "Guns are still not counted, according to the police inspectorate.",
     ["Guns are still not counted"]),
    ("The loss of keys to the stores, which was our principal concern last year, is put right.",
     ["The loss of keys to the stores"]),
    ("Letter from HMI read out. We don't count guns when we should.",
     ["We don't count guns when we should."]),
    (_TWO + "First, guns were not counted. Second, dogs weren't fed.",
     ["guns were not counted", "dogs weren't fed"]),
    (_TERM + "She read out the first line of the letter: “guns are not counted.”",
     ["guns are not counted"]),
    (_TERM + "In a rare step they told Marlshire Police, ahead of the report, that guns were not "
     "counted.", ["guns were not counted"]),
    ("We found serious failings. It does not know where its guns are.",
     ["It does not know where its guns are."]),
]  # fmt: skip

UNREAD = [
    "HMIC had been very clear: the work was good.",
    "The Chair read out what members had said: keys were never locked away.",
    "She will be asked about the panel's finding that guns were not counted.",
    "We accept the residents' findings. They tell us that guns are not counted.",
    _TERM + "HMIC found that “the force counts its guns each day”.",
    _TERM + "The letter told me that the force should count its guns.",
    _TERM + "Members criticised the cleaner for failing to lock the door.",
    _TWO + "The third isn't: all is well now.",
    _TWO + "First, guns were counted. Second, dogs were fed.",
    _TERM + "She read out the names of the guests who could not come.",
    "There were two areas of the park, the first being that guns were not counted.",
    "Inspectors also found it 'poor' for safety and 'not sufficiently good' for respect.",
]


@pytest.mark.parametrize(("words", "causes"), TOLD)
def test_what_inspectors_are_told_to_have_said(words: str, causes: list[str]) -> None:
    assert _causes(words, "other") == causes


@pytest.mark.parametrize("words", UNREAD)
def test_what_somebody_else_says_or_nothing_amiss_stays_unread(words: str) -> None:
    assert not _causes(words, "other")


def test_a_report_gives_its_cause_behind_the_term() -> None:
    words = "In May we issued a cause of concern: “Guns are not counted, and keys are lost.”"
    assert _causes(words, "inspection-letter") == ["Guns are not counted, and keys are lost."]
    assert not _causes("In May we issued a cause of concern: see below.", "inspection-letter")


@pytest.mark.parametrize("heading", ["Breaches", "Regulatory breaches", "Serious failings"])
def test_what_falls_short_below_a_heading_of_breaches(heading: str) -> None:
    words = f"# {heading}\n\nRegulation 12 (safe care). Guns were not locked away."
    assert _causes(words, "inspection-report") == ["Guns were not locked away."]
    assert not _causes(words.replace("were not", "must be"), "inspection-report")


def test_what_was_seen_of_a_concern_is_no_part_of_it() -> None:
    words = (
        "# Priority concerns\n\n"
        "1. Dogs spent too long in their cages. On one day we found 39 dogs shut in at noon.\n\n"
        "2. The state of many cages was unacceptable. Too many had broken doors."
    )
    assert _causes(words, "prisons") == [
        "Dogs spent too long in their cages.",
        "The state of many cages was unacceptable. Too many had broken doors.",
    ]


def test_the_letters_of_a_label_are_its_number() -> None:
    words = "Cause of concern CC1. The force does not count its guns."
    assert _causes(words, "register") == ["The force does not count its guns."]


def test_what_only_leads_to_the_heading_of_a_cause_is_none() -> None:
    words = (
        "# Accelerated cause of concern\n\nYou will know that we were troubled by your stores.\n\n"
        "# Cause of concern\n\nThe force does not count its guns."
    )
    assert _causes(words, "inspection-letter") == ["The force does not count its guns."]


@pytest.mark.parametrize(
    "first",
    ["We made six recommendations in respect of it.", "The prison held 748 dogs when we came.",
     "The inspection has not ended.".replace("has not ended", "goes on")],
)  # fmt: skip
def test_what_a_letter_says_of_itself_is_no_concern(first: str) -> None:
    assert not _causes(f"# Cause of concern\n\n{first}", "inspection-letter")


@pytest.mark.parametrize(
    "lead",
    [
        "During the audit we identified the following issues of concern:",
        "The regulator raised three areas of concern:",
        "The inspectors found several matters of serious concern, as follows:",
    ],
)
def test_a_list_below_what_somebody_who_inspects_is_concerned_about(lead: str) -> None:
    lines = "- Orders were paid twice. It was in May.\n\n- The list of boats was old."
    words = f"# Stores\n\n{lead}\n\n{lines}"
    found = [one for one in reading_of(words).lines() if one["kind"] == "cause_of_concern"]
    assert [one["quote"]["exact"] for one in found] == [
        "Orders were paid twice.",
        "The list of boats was old.",
    ]
    words = f"# Stores\n\nResidents raised three areas of concern:\n\n{lines}"
    assert not [one for one in reading_of(words).lines() if one["kind"] == "cause_of_concern"]


def test_the_reasons_of_an_urgent_notification() -> None:
    words = (
        "# Urgent notification: the gaol at Holm\n\nI write to you today. The rationale for why I"
        " believe this is necessary includes:\n\n• The gaol held too many men.\n\n• Cells had no"
        " glass."
    )
    found = [one for one in reading_of(words).lines() if one["kind"] == "cause_of_concern"]
    assert "Cells had no glass." in [one["quote"]["exact"] for one in found]


def test_who_said_it_is_no_part_of_what_is_asked() -> None:
    words = "# News\n\nThe force needs to improve how it answers calls, inspectors said."
    (one,) = [
        one
        for one in reading_of(words, kind="news").lines()
        if one["kind"] in ("recommendation", "area_for_improvement")
    ]
    assert one["quote"]["exact"].endswith("answers calls")


def test_the_word_that_leads_to_what_was_found_is_no_part_of_it() -> None:
    words = (
        "# News\n\nThe inspectorate has causes of concern. In a report published today, "
        "inspectors found that Wexley Fire Service’s checks of hydrants did not meet the standard."
    )
    found = [
        one["quote"]["exact"]
        for one in reading_of(words, kind="news").lines()
        if one["kind"] == "cause_of_concern"
    ]
    assert found == ["Wexley Fire Service’s checks of hydrants did not meet the standard"]
