"""What only looks like an action: what a body settles, states of logs, labels, courtesies."""

import pytest
from tests.unit.reading.making import reading_of

_MET = "# Marl Fleet Board\n\nMinutes of the meeting held on 4 March 2031\n\n# Keys\n\n"
_MAIL = "@ From: Ada Crewe <a@crewe.example>\n\n@ To: Tom Vale <t@vale.example>\n\n"


def _actions(words: str, kind: str) -> list[str]:
    lines = reading_of(words, kind=kind).lines()
    return [one["quote"]["exact"] for one in lines if one["kind"] == "action"]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        (_MET + "It was agreed to freeze the fee for vans at £40.", "minutes"),
        (_MET + "The Chairman to report apologies for absence.", "minutes"),
        (_MET + "Officers to declare any disclosable pecuniary interests.", "minutes"),
        (_MET + "It was decided that the Board should meet every six weeks.", "minutes"),
        (_MET + "The Commissioner agreed to buy nine vans at £310,000.", "minutes"),
        (_MET + "TOR agreed to the use of the second yard by the fair.", "minutes"),
        (_MET + "Actions: 4, 7 and 9 closed. 12 c/f.", "minutes"),
        (_MET + "Tom Vale to be invited to future meetings about vans.", "minutes"),
        (
            _MET + "# Decisions\n\nD4: Commissioner agreed to lease the yard by the river.",
            "minutes",
        ),
        (_MET + "- Recs: keep the keys in the safe and count them.", "minutes"),
        (_MAIL + "Please find below the map of the yard.", "other"),
        ("R4 Accepted by the Treasurer. Lead: ACC Vane. Due 4 May 2031.", "other"),
        ("Report: the year of the vans (Una Orme, 4 May 2031)", "other"),
    ],
)
def test_no_action(words: str, kind: str) -> None:
    assert not _actions(words, kind)


@pytest.mark.parametrize(
    ("words", "exact"),
    [
        ("It was agreed to write to the bank about the vans.", "write to the bank about the vans"),
        ("The Treasurer agreed to meet the garage owner.", "meet the garage owner"),
        ("It was decided that the Clerk should book a larger hall.", "book a larger hall"),
    ],
)
def test_what_is_agreed_of_somebody_is_one(words: str, exact: str) -> None:
    assert any(exact in one for one in _actions(_MET + words, "minutes"))


def test_the_items_behind_an_item_of_actions_are_those_of_an_agenda() -> None:
    items = "1. Actions from 10 June", "2. Lamps in the yard", "3. Cover for the nurse (£9,000)"
    rules = [
        one["rule"]
        for one in reading_of(
            "\n\n".join(("The panel meets on 2 July.", *items)), kind="minutes"
        ).lines()
        if one["kind"] == "action"
    ]
    assert "action.headed" not in rules
    listed = "\n\n".join(("# 1. Actions", "1. Lamps in the yard", "2. Cover for the nurse"))
    found = [one["quote"]["exact"] for one in reading_of(listed, kind="minutes").lines()
             if one["rule"] == "action.headed"]  # fmt: skip
    assert found == ["Lamps in the yard", "Cover for the nurse"]
