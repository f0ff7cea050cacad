"""One typed line becomes a question, an answer or an action; what is missing is said."""

from datetime import date

import pytest

from answerable.reading.actions.typed.typed_minutes import lines

MET = date(2027, 1, 21)
CC, DCC, ACC = "chief-constable", "deputy-chief-constable", "assistant-chief-constable"


@pytest.mark.parametrize(
    ("line", "text", "office", "due"),
    [
        ("Action: DCC to publish the plan by 30 June 2027", "Publish the plan", DCC, "2027-06-30"),
        (
            "Action: publish the plan. Owner: DCC. Due: 30 June 2027",
            "Publish the plan",
            DCC,
            "2027-06-30",
        ),
        ("Action: publish the plan, DCC, 30 June 2027", "Publish the plan", DCC, "2027-06-30"),
        ("action - DCC, publish the plan, 30/6/27", "Publish the plan", DCC, "2027-06-30"),
        ("Action: visit every shop Owner DCC Due Q3", "Visit every shop", DCC, "2026-12-31"),
        (
            "Action: ACC to report back by 5 May",
            "Report back",
            "assistant-chief-constable",
            "2027-05-05",
        ),
        (
            "Action: Head of Crime to visit victims by end of March",
            "Visit victims",
            "head-of-crime",
            "2027-03-31",
        ),
        (
            "Action: the Chief Constable to write within three months",
            "Write",
            "chief-constable",
            "2027-04-21",
        ),
        ("Action: the Chief Constable to write", "Write", "chief-constable", None),
        ("Action: chase it", "Chase it", None, None),
        ("Action: DCC, due 31 March 2027, report back", "Report back", DCC, "2027-03-31"),
        ("Action: DCC, due 31 March 2027: report back", "Report back", DCC, "2027-03-31"),
        ("Action: T/DCC, due 14 May, write to them", "Write to them", DCC, "2027-05-14"),
        (
            "Action: Head of Custody, due 15/3/27, dip sample of 50 custody records of each site",
            "Dip sample of 50 custody records of each site",
            "head-of-custody",
            "2027-03-15",
        ),
        (
            "Action: CC, due end of March 2027, name a supervisor for each district",
            "Name a supervisor for each district",
            "chief-constable",
            "2027-03-31",
        ),
        (
            "Action: Chief Constable: look at the CCTV, due 29/03/2027",
            "Look at the CCTV",
            "chief-constable",
            "2027-03-29",
        ),
        ("Action - DCC: close the ten by 5 May 2027", "Close the ten", DCC, "2027-05-05"),
        ("ACTION DCC to close the ten by 5 May 2027", "Close the ten", DCC, "2027-05-05"),
        ("Action for DCC: close the ten", "Close the ten", DCC, None),
        ("Action (DCC): close the ten", "Close the ten", DCC, None),
        (
            "Action: DCC, due 31 February 2027, report back on staffing",
            "Due 31 February 2027, report back on staffing",
            DCC,
            None,
        ),
        ("Action: tell the officer, with due care", "Tell the officer, with due care", None, None),
        ("Action: find those who have complained", "Find those who have complained", None, None),
        ("Action: remind all, tell each officer", "Remind all, tell each officer", None, None),
        ("Action: Ask the officer to write", "Ask the officer to write", None, None),
        ("Action: Review due 5 May 2027 and report", "Review, and report", None, "2027-05-05"),
    ],
)
def test_an_action_in_one_line(line: str, text: str, office: str | None, due: str | None) -> None:
    (found,) = lines(line, met=MET)
    assert found.kind == "action"
    assert (found.text, found.office, found.due) == (text, office, due)
    assert ("owner" in found.missing, "date" in found.missing) == (office is None, due is None)


def test_questions_answers_and_prose() -> None:
    found = lines(
        "Q: What shows it?\n\nA: The letter.\nQ to DCC: When?\nAnswered by DCC: Soon.\nNoted.",
        met=MET,
    )
    assert [(t.kind, t.text, t.office) for t in found] == [
        ("question", "What shows it?", None),
        ("answer", "The letter.", None),
        ("question", "When?", DCC),
        ("answer", "Soon.", DCC),
        ("note", "Noted.", None),
    ]


@pytest.mark.parametrize("mark", ["A by ACC", "A from ACC", "A of the ACC", "A (ACC)"])
def test_an_answer_is_that_of_whoever_was_asked_or_of_whoever_is_named(mark: str) -> None:
    asked = f"Q to DCC: When?\nA: By January.\nA: Or March.\n{mark}: I help.\nQ: Why?\nA: So."
    assert [t.office for t in lines(asked, met=MET) if t.kind == "answer"] == [
        *(DCC, DCC, "assistant-chief-constable", None)
    ]


def test_an_action_after_a_full_stop_is_not_lost_in_prose() -> None:
    noted, agreed = lines("Noted: 13 overdue. Action: ACC to date each by 4 December", met=MET)
    assert (noted.kind, noted.text) == ("note", "Noted: 13 overdue.")
    assert (agreed.kind, agreed.text) == ("action", "Date each")


@pytest.mark.parametrize("line", ["Action:", "Q:", "A: ", "Actions were noted.", "A good answer"])
def test_a_mark_without_words_and_words_without_a_mark_stay_prose(line: str) -> None:
    assert [t.kind for t in lines(line, met=MET)] == ["note"]


def test_a_long_line_is_read_in_linear_time() -> None:
    (found,) = lines("Action: " + "to by , Owner " * 20_000, met=MET)
    assert found.kind == "action"


def test_the_next_session_is_the_day_that_stands_in_the_plan() -> None:
    following = date(2027, 4, 22)
    for words in ("by next session", "at the next meeting", "for the next session."):
        (one,) = lines(f"Action: DCC to bring the plan {words}", met=MET, following=following)
        assert (one.due, one.office, one.text, one.missing) == (
            "2027-04-22",
            "deputy-chief-constable",
            "Bring the plan",
            (),
        )
        (kept,) = lines("Action: DCC to take it to the next session", met=MET, following=following)
        assert (kept.due, kept.text) == ("2027-04-22", "Take it to the next session")
        (unplanned,) = lines(f"Action: DCC to bring the plan {words}", met=MET)
        assert unplanned.missing == ("date",)


def test_a_post_with_a_dash_after_the_word_action_owns_it() -> None:
    (one,) = lines("action ACC - review of the partnership board, end of Feb 2027", met=MET)
    assert (one.kind, one.office, one.due) == (
        "action",
        "assistant-chief-constable",
        "2027-02-28",
    )
    assert one.text == "Review of the partnership board"
    (prose,) = lines("Action learning - a success", met=MET)
    assert prose.kind == "note"


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("to the next session on 30 September", "Bring it to the next session on 30 September"),
        ("to the next session, by 30 September", "Bring it to the next session"),
        ("by next session, 30 September", "Bring it by next session"),
        ("at the next board (30 September)", "Bring it at the next board (30 September)"),
    ],
)
def test_a_day_beside_the_next_session_is_the_day_and_both_stay(words: str, text: str) -> None:
    """The note-taker named a day: it stands, whatever day the plan has."""
    for following in (None, date(2027, 4, 22)):
        (one,) = lines(f"Action: DCC to bring it {words}", met=MET, following=following)
        assert (one.due, one.office) == ("2027-09-30", "deputy-chief-constable")
        assert one.text == text
    (many,) = lines("Action: DCC to show the next session 12 examples", met=MET)
    assert many.due is None, "a number is no day"


def test_of_two_owners_the_first_owns_it_and_the_other_stands_in_the_action() -> None:
    (one,) = lines("Action: CC and DCC to report on custody by 30 June 2027", met=MET)
    assert (one.office, one.due, one.missing) == ("chief-constable", "2027-06-30", ())
    assert one.text == "Report on custody, with the deputy chief constable"


def test_a_day_of_the_week_is_the_next_of_that_name_and_a_rank_with_a_name_is_an_owner() -> None:
    (one,) = lines(
        "Action: Supt Patel to write to the partners by Friday.", met=date(2026, 11, 26)
    )
    assert (one.office, one.due) == ("supt-patel", "2026-11-27")
    assert one.rule == "the first such day after the session"
    assert one.text == "Write to the partners"
    (same,) = lines("Action: DCC to report by Thursday", met=date(2026, 11, 26))
    assert same.due == "2026-12-03", "the day of the session itself is not meant"
    (kept,) = lines("Action: DCC to close the desk on Friday nights", met=date(2026, 11, 26))
    assert (kept.due, kept.text) == (None, "Close the desk on Friday nights")


@pytest.mark.parametrize(
    ("line", "text", "office", "due"),
    [
        ("DCC agreed to send the list by Friday 29 January.", "Send the list", DCC, "2027-01-29"),
        ("DCC agreed to send the list by Friday.", "Send the list", DCC, "2027-01-22"),
        (
            "The Chief Constable undertook to write by 5 May",
            "Write",
            "chief-constable",
            "2027-05-05",
        ),
        ("Head of Crime has agreed to visit victims", "Visit victims", "head-of-crime", None),
        ("The ACC was asked to report back", "Report back", "assistant-chief-constable", None),
    ],
)
def test_a_sentence_that_tells_who_took_something_on_is_an_action(
    line: str, text: str, office: str, due: str | None
) -> None:
    (one,) = lines(line, met=MET)
    assert (one.kind, one.text, one.office, one.due) == ("action", text, office, due)


@pytest.mark.parametrize(
    ("line", "office", "named"),
    [
        ("ACC Whitcombe agreed to send it by 5 May", "acc-whitcombe", "ACC Whitcombe"),
        ("ACC (LP) Whitcombe will send it by 5 May", "acc-lp-whitcombe", "ACC (LP) Whitcombe"),
        ("Action: DCI Nair to send it by 5 May", "dci-nair", "DCI Nair"),
        ("ACTION - Ch Insp Bell to send it, 5 May", "ch-insp-bell", "Ch Insp Bell"),
        ("Action: Chief Constable Reeve to send it by 5 May", "chief-constable-reeve", ""),
        ("Action: DCC to send it by 5 May", DCC, ""),
    ],
)
def test_a_name_behind_a_post_is_an_owner_as_it_was_typed(
    line: str, office: str, named: str
) -> None:
    """Protects an undertaking from being taken for prose because a surname stands in it."""
    (one,) = lines(line, met=MET)
    assert (one.kind, one.text, one.office, one.due) == (
        "action",
        "Send it",
        office,
        "2027-05-05",
    )
    assert one.named == (named or one.named)


@pytest.mark.parametrize(
    ("line", "text", "office", "due"),
    [
        ("CC undertook to publish it on 4 May.", "Publish it", "chief-constable", "2027-05-04"),
        ("AGREED: CC to provide monthly numbers", "Provide monthly numbers", CC, None),
        ("ACC to review searches by February.", "Review searches", ACC, "2027-02"),
        ("The chief constable will write by the end of March.", "Write", CC, "2027-03-31"),
        (
            "It was agreed that the DCC would draft a letter by 18/12.",
            "Draft a letter",
            DCC,
            "2027-12-18",
        ),
        ("It was agreed that the office would draft it by 5 May.", None, None, "2027-05-05"),
    ],
)
def test_what_was_agreed_is_an_action_in_the_ways_in_which_minutes_say_it(
    line: str, text: str | None, office: str | None, due: str | None
) -> None:
    (one,) = lines(line, met=MET)
    assert (one.kind, one.office) == ("action", office)
    assert one.text == (text or "The office to draft it")
    if due:
        assert one.due is not None
        assert one.due.startswith(due)


@pytest.mark.parametrize(
    "line",
    [
        "DCC agreed to the list.",
        "DCC did not agree to send the list.",
        "DCC agreed to send the list?",
        "Members agreed to send the list.",
        "The DCC will retire in March.",
        "Agreed: the budget.",
        "It was agreed that the list is late.",
        "The DCC will be 60 by March.",
        "The ACC to whom it was sent by Friday did not answer.",
        "The Commissioner asked for the list.",
    ],
)
def test_what_nobody_took_on_stays_prose(line: str) -> None:
    assert [one.kind for one in lines(line, met=MET)] == ["note"]


def test_such_a_sentence_is_read_within_a_line_and_not_after_a_mark() -> None:
    told = "The list is late.  DCC agreed to send it by 5 May. The chair thanked her."
    assert [(o.kind, o.text) for o in lines(told, met=MET)] == [
        ("note", "The list is late."),
        ("action", "Send it"),
        ("note", "The chair thanked her."),
    ]
    answer = "A by ACC: It is late. DCC agreed to send the list by 5 May."
    assert [one.kind for one in lines(answer, met=MET)] == ["answer"]
