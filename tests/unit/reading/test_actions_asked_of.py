"""Work asked for in mails and letters, ordered in the parts of a resolution, or labelled."""

import pytest
from tests.unit.reading.making import reading_of

_MET = "\n\n".join(
    (
        "# Present",
        "Ann Bell (AB), Treasurer",
        "Tom Ash (TA), Clerk",
        "Rob Keel (RK), member",
        "# Fleet",
        "",
    )
)
_MAIL = (
    "From: Jo Penrose <jo@example.org>\nTo: Priya Nair <priya@example.org>\n"
    "Cc: Dev Rao <dev@example.org>\nSubject: vans\n\n"
)
_LETTER = "From: Ann Bell, Commissioner\n\nTo: Tom Ash, Chief Constable\n\nDear Mr Ash\n\n"


def _found(words: str, kind: str) -> list[tuple[str, str | None]]:
    return [
        (line["quote"]["exact"], line["fields"]["owner"])
        for line in reading_of(words, kind=kind).lines()
        if line["kind"] == "action"
    ]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (
            "RESOLVED that (a) the report be noted; (b) the Commissioner be requested to set out "
            "his reasons in writing; and (c) the Clerk invite the Chief Constable in June.",
            [
                ("set out his reasons in writing", "Commissioner"),
                ("invite the Chief Constable in June", "Clerk"),
            ],
        ),
        (
            "RESOLVED: (i) to note the accounts; (ii) that Mr Keel audit the petty cash; "
            "(iii) that the Clerk renew the insurance.",
            [("audit the petty cash", "Mr Keel"), ("renew the insurance", "Clerk")],
        ),
        ("RESOLVED that (a) the report be noted; and (b) the minutes be approved.", []),
        (
            "AGREED: Mr Keel to sit with the team for a day before Christmas.",
            [("sit with the team for a day before Christmas", "Mr Keel")],
        ),
    ],
)
def test_the_parts_of_a_resolution_are_read_each(
    words: str, found: list[tuple[str, str | None]]
) -> None:
    """Protects what a panel resolves: a lettered part is an order of its own."""
    assert _found(_MET + words, "minutes") == found


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("that the Commissioner be asked to look again at the rota", "recommendation"),
        ("that the Chief Constable be invited to join the walk in June", "recommendation"),
        ("the Cabinet be called on to fund the hostel for a year", "recommendation"),
        ("that the Deputy Mayor be requested to reopen the front desk", "recommendation"),
        ("that the Riverside Trust be asked to explain the wait", "recommendation"),
        ("that the Commissioner be asked to supply the table by June", "action"),
        ("that the Treasurer be asked to look again at the rota", "action"),
    ],
)
def test_what_a_panel_asks_of_others_than_its_officers_is_a_recommendation(
    words: str, kind: str
) -> None:
    found = reading_of(_MET + f"RESOLVED: (a) {words}.", kind="minutes").lines()
    assert [one["kind"] for one in found if one["kind"] in ("action", "recommendation")] == [kind]


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("Decisions made by the Executive", [("report on the trial in May", "Head of Estates")]),
        ("Notes on the Executive", []),
    ],
)
def test_in_a_list_of_decisions_each_that_is_resolved(
    title: str, found: list[tuple[str, str | None]]
) -> None:
    words = (
        f"# {title}\n\n3 March 2031\n\n4. Depots\n\n"
        "That the lease be signed, and that the Head of Estates report on the trial in May."
    )
    assert _found(words, "decision") == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("For the Clerk to action: send papers early.", ("send papers early", "Clerk")),
        ("Assigned: Rob Keel – review the three cases.", ("review the three cases", "Rob Keel")),
        (
            "Action required by the Treasurer: Issue the guidance.",
            ("Issue the guidance", "Treasurer"),
        ),
        ("To do (Rob): fix the noticeboard.", ("fix the noticeboard", "Rob Keel")),
        ("Order 20 tyres. Lead: Rob Keel. By: asap", ("Order 20 tyres", "Rob Keel")),
        ("Agreed action: AB to redo the pack.", ("redo the pack", "AB")),
        ("**ACTION** AB will meet the drivers.", ("meet the drivers", "AB")),
    ],
)
def test_a_label_says_whose_task_it_is(words: str, found: tuple[str, str]) -> None:
    ((task, owner),) = _found(_MET + words, "minutes")
    assert (task, (owner or "").removeprefix("the ")) == found


def test_tasks_noted_without_a_verb_are_apart() -> None:
    words = "Actions: RK – new signs for the gate; AB – minutes to the Minister"
    assert _found(_MET + words, "minutes") == [
        ("new signs for the gate", "RK"),
        ("minutes to the Minister", "AB"),
    ]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Priya, chase the garage about keys please.", ("chase the garage about keys", "Priya")),
        (
            "Dev, would you be kind enough to ring the three councils?",
            ("ring the three councils", "Dev"),
        ),
        ("Please count them.", ("count them", "Priya Nair")),
        ("Would Dev mind covering the Wednesday panel?", ("covering the Wednesday panel", "Dev")),
        ("Don't forget to tell Kath it has moved.", ("tell Kath it has moved", "Priya Nair")),
        ("Dev is going to ring the garage.", ("ring the garage", "Dev")),
        (
            "Dev, I'd be grateful for the response data by Tuesday.",
            ("the response data by Tuesday", "Dev"),
        ),
        ("I've asked Dev to put this on the website.", ("put this on the website", "Dev")),
        ("It'd be great if you put slides on the drive.", ("put slides on the drive", "Priya")),
    ],
)
def test_a_mail_asks_in_many_ways(words: str, found: tuple[str, str]) -> None:
    """Protects the follow-up of a mail: what is asked of whom, and not the form of asking."""
    ((task, owner),) = _found(_MAIL + words, "other")
    assert task == found[0]
    assert (owner or "").startswith(found[1])


@pytest.mark.parametrize(
    "words",
    [
        "Will you ever forget that day?",
        "Please find the minutes below.",
        "Would you believe it?",
        "I'd be grateful for your patience.",
        "I've asked myself why.",
        "Dev said that he could not come.",
    ],
)
def test_a_mail_that_asks_for_no_work(words: str) -> None:
    assert _found(_MAIL + words, "other") == []


@pytest.mark.parametrize(
    ("words", "task"),
    [
        (
            "I ask that you write to each family within 14 days.",
            "write to each family within 14 days",
        ),
        (
            "I should be glad to receive your assessment of staffing by 4 May 2031.",
            "your assessment of staffing by 4 May 2031",
        ),
        (
            "I would be obliged if you would set out the vacancies by 4 May 2031.",
            "set out the vacancies by 4 May 2031",
        ),
        ("I have asked my Treasurer, Lee Vance, to test the figures.", "test the figures"),
        (
            "I would be grateful if your office would return the form by 18 December 2031.",
            "return the form by 18 December 2031",
        ),
    ],
)
def test_a_letter_asks_for_anything_by_a_day(words: str, task: str) -> None:
    assert task in [one for one, _ in _found(_LETTER + words, "other")]


@pytest.mark.parametrize(
    ("words", "tasks"),
    [
        ("You are asked to let me have a fresh plan by 4 May 2031, and to attend the Tarn Board.",
         ["let me have a fresh plan by 4 May 2031", "attend the Tarn Board"]),
        ("You must submit a delivery plan by 4 May 2031, report the hours walked each term and "
         "sign and return the form within ten working days.",
         ["submit a delivery plan by 4 May 2031", "report the hours walked each term",
          "sign and return the form within ten working days"]),
        ("Please send the names and dates of the wardens, drivers and report writers by 4 May "
         "2031.",
         ["send the names and dates of the wardens, drivers and report writers by 4 May 2031"]),
        ("Please sign and return the form by 4 May 2031.",
         ["sign and return the form by 4 May 2031"]),
    ],
)  # fmt: skip
def test_each_thing_that_a_letter_asks_for_is_read_apart(words: str, tasks: list[str]) -> None:
    assert [task for task, _ in _found(_LETTER + words, "other")] == tasks


def test_the_day_of_one_thing_asked_for_is_not_that_of_the_next() -> None:
    words = (
        "You must submit a delivery plan by 4 May 2031, report the hours walked each term and "
        "sign and return the form within ten working days."
    )
    lines = reading_of(_LETTER + words, kind="other").lines()
    assert [one["fields"]["due"] for one in lines if one["kind"] == "action"] == [
        "2031-05-04", None, None,
    ]  # fmt: skip


def test_a_plea_of_a_council_in_a_letter_is_no_action() -> None:
    words = "We ask that you hold a meeting before the summer."
    assert _found(_LETTER + words, "other") == []


def test_one_who_was_told_and_another_who_was_told_too() -> None:
    words = "The treasurer has been instructed to bring a draft, and the clerk to find a room."
    assert _found(words, "statement") == [
        ("bring a draft", "treasurer"),
        ("find a room", "clerk"),
    ]


def test_what_a_body_has_agreed_to_do_in_a_list_is_its_work() -> None:
    words = (
        "Within one month the Council has agreed to:\n\n- apologise to Ms Orme in writing;\n\n"
        "- pay Ms Orme £450 for her fares."
    )
    assert _found(words, "decision") == [
        ("apologise to Ms Orme in writing", "Council"),
        ("pay Ms Orme £450 for her fares", "Council"),
    ]
