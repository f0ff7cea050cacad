"""Recommendations told again in papers, under numbers, in lists and by those who inspect."""

import pytest
from tests.unit.reading.making import reading_of

from answerable.reading.material import Meta


def _found(words: str, kind: str, sort: str = "recommendation") -> list[str]:
    lines = reading_of(words, kind=kind).lines()
    return [one["quote"]["exact"] for one in lines if one["kind"] == sort]


READ = [
    ("other", "4. Recommendation: withdraw the keys of every guard. Accepted.",
     ["withdraw the keys of every guard"]),
    ("other", "7.2. Recommendation 3: visit each guard whose pass is out of date.",
     ["visit each guard whose pass is out of date"]),
    ("other", "4. I recommend that:\n\n1. with immediate effect, the force counts every gun;\n\n"
     "2. by 14 May 2031, the force reviews its guns.", ["counts every gun", "reviews its guns"]),
    ("inspection-letter", "Dear Ann\n\nWe still think that the force should publish its audits.",
     ["publish its audits"]),
    ("inspection-letter", "We have added a recommendation: by 31 October 2031 Marlshire Police "
     "should make sure that nobody loses a key.", ["make sure that nobody loses a key"]),
    ("other", "The inspectorate wrote in May. Lastly it was told to review the work of its "
     "kennels.", ["review the work of its kennels"]),
    ("other", "Inspectors made two recommendations. It was also told to find each gun that had "
     "not been counted.", ["find each gun that had not been counted"]),
    ("minutes", "2. Stores\n\nAV noted that HMIC had told the Force to publish "
     "a list of guns.",
     ["publish a list of guns"]),
    ("other", "Audit made two recommendations: that the Force count its guns each month and that "
     "no key is issued without a number.",
     ["count its guns each month", "no key is issued without a number"]),
    ("news", "The inspectorate made two recommendations. It wants chief constables to count "
     "every gun and has asked the Home Office to change the code.",
     ["count every gun", "change the code"]),
    ("other", "There were two recommendations: to count the guns at Mill Lane, and by 31 May "
     "2031 to give each guard a key.",
     ["count the guns at Mill Lane", "give each guard a key"]),
    ("other", "What the inspectorate asked for.\n\n1) Visit every store that is far away. Done.",
     ["Visit every store that is far away"]),
    ("news", "The scrutiny report took a year. It says the council should keep one list of keys.",
     ["keep one list of keys"]),
    ("other", "The panel recommends that:\n\n1. guards look up each number;\n\n2. the Force tell "
     "the panel what was done.",
     ["guards look up each number", "tell the panel what was done"]),
    ("news", "Inspectors came in May. The service has been told that it should crew its boats.",
     ["crew its boats"]),
    ("other", "The inspectorate recommended that the force should train its guards – discharged, "
     "164 having been trained.", ["train its guards"]),
    ("other", "The inspectorate recommended that the force should find £2m by May 2033 and has "
     "found £410,000.", ["find £2m by May 2033"]),
    ("inspection-report", "# Recommendations\n\nThe provider must:\n\n- employ enough staff at "
     "night; there were two carers for three floors", ["employ enough staff at night"]),
]  # fmt: skip

UNREAD = [
    ("inspection-letter", "The chief constable is invited to the next meeting on 16 July."),
    ("inspection-letter", "We were not there as often as we should and we have said so."),
    ("minutes", "The Chair said that the Panel had told the Clerk to publish a list."),
    ("other", "We sold the house. Lastly it was told to review the work of its kennels."),
    ("other", "4. Report: withdraw the keys of every guard."),
    ("other", "What the children asked for.\n\n1) Visit every store that is far away."),
    ("news", "The fair took a year. It says the council should keep one list of keys."),
    ("news", "Inspectors came in May. Nobody should come to work in fear, said inspectors."),
    ("inspection-letter", "Dear Ann\n\nWe recommend that the force should (list what is asked)."),
    ("other", "The panel thinks that:\n\n1. guards look up each number;"),
]


@pytest.mark.parametrize(("kind", "words", "duties"), READ)
def test_what_is_recommended_again(kind: str, words: str, duties: list[str]) -> None:
    assert _found(words, kind) == duties


@pytest.mark.parametrize(("kind", "words"), UNREAD)
def test_what_nobody_recommends(kind: str, words: str) -> None:
    assert not _found(words, kind)


def test_the_day_before_what_is_to_be_done_is_its_day() -> None:
    for words in (
        "There were two recommendations: to count the guns, and by 31 May 2031 to lock the doors.",
        "4. I recommend that:\n\n1. by 31 May 2031, the force locks the doors.",
    ):
        found = [one for one in reading_of(words).lines() if one["kind"] == "recommendation"]
        assert found[-1]["fields"]["due"] == "2031-05-31"


@pytest.mark.parametrize(("day", "due"), [("14 February", "2031-02-14"), ("14 May", "2031-05-14")])
def test_a_day_told_again_may_be_a_little_past(day: str, due: str) -> None:
    words = f"The inspectorate wrote to us. It was told to count its guns by {day}."
    reading = reading_of(words, kind="statement", meta=Meta(published="2031-03-02"))
    (one,) = (line for line in reading.lines() if line["kind"] == "recommendation")
    assert one["fields"]["due"] == due


def test_what_a_force_lacks_in_a_paragraph_below_areas_for_improvement() -> None:
    words = (
        "# Areas for improvement\n\nThe force should count its guns.\n\nOf 90 guns we saw, 54 had "
        "a number.\n\nThe force doesn't always record who holds a key.\n\n"
        "Watch managers need more time to count guns."
    )
    assert _found(words, "hmicfrs", "area_for_improvement") == [
        "The force should count its guns.",
        "The force doesn't always record who holds a key.",
        "Watch managers need more time to count guns.",
    ]
    words = words.replace("doesn't always record", "had not, we found, a list of")
    assert len(_found(words, "hmicfrs", "area_for_improvement")) == len(["guns", "managers"])


@pytest.mark.parametrize("told", ["(To the governor)", "(Directed to: HMPPS and the governor)"])
@pytest.mark.parametrize("stop", [" {}.", ". {}"])
def test_whom_a_bracket_behind_it_names(told: str, stop: str) -> None:
    words = f"# Recommendations\n\n4.1 Leaders should count the keys each day{stop.format(told)}"
    (one,) = [line for line in reading_of(words).lines() if line["kind"] == "recommendation"]
    assert one["fields"]["addressee"] in ("governor", "HMPPS and the governor")


def test_what_people_should_be_able_to_do_counts_in_a_list_of_recommendations() -> None:
    words = "# Recommendations\n\n4.1 Men should be able to wash every day.\n\nWe like it here."
    (one,) = [line for line in reading_of(words).lines() if line["kind"] == "recommendation"]
    assert one["quote"]["exact"] == "be able to wash every day"
    prose = "# Findings\n\nMen should be able to wash every day."
    assert not [line for line in reading_of(prose).lines() if line["kind"] == "recommendation"]


def test_a_concern_behind_its_number_and_label() -> None:
    words = (
        "S40 Concern: The yard was dark and men felt unsafe. No lamps were lit.\n\n"
        "Recommendation: Leaders should light the yard."
    )
    causes = [line for line in reading_of(words).lines() if line["kind"] == "cause_of_concern"]
    assert [one["quote"]["exact"] for one in causes] == ["The yard was dark and men felt unsafe."]
    alone = "S40 Concern: The yard was dark and men felt unsafe.\n\nThe yard is long."
    assert not [line for line in reading_of(alone).lines() if line["kind"] == "cause_of_concern"]


def test_the_target_date_of_a_form_is_the_day_of_its_recommendation() -> None:
    words = (
        "@ Finding: Orders were signed by one officer.\n\n@ Recommendation: Management should part"
        " the two duties of the store.\n\n@ Target date: 30 September 2031"
        "\n\n@ Owner: Head of Stores"
    )
    (one,) = [line for line in reading_of(words).lines() if line["kind"] == "recommendation"]
    assert one["fields"]["due"] == "2031-09-30"
