"""The agenda: which reason brings an item back, in which order, with which question."""

from datetime import date
from typing import Any

import pytest

from answerable.operations import catalogue
from answerable.scrutiny.clocks import window
from answerable.scrutiny.progress import findings
from answerable.scrutiny.sessions.agenda import Reason, agenda
from answerable.scrutiny.sessions.theme_order import besides, is_about, theme_first
from answerable.scrutiny.sessions.together import FLOOD, together
from answerable.vocabulary.facts import (
    ActionPromised,
    ActionUpdated,
    DetailStated,
    FindingPublished,
    QuestionAsked,
)
from tests.factories import COMMISSIONER, fact, register, told
from tests.spec.spec_tables import named, rows, table

REGIME = catalogue.regimes()["police-england-wales"]
STREAM = table("agenda")["stream"]
STEPS = {"delivered": ("delivered",), "verified": ("delivered", "verified")}
DUE = {"overdue": "2026-02", "slipping": "2026-08", "moved": "2026-10"}


@pytest.mark.parametrize("row", rows("agenda"), ids=named)
def test_an_item_comes_with_its_reasons_in_order(row: dict[str, Any]) -> None:
    facts, by = told(row["facts"], stream=STREAM)
    items = agenda(
        register(facts, valid=row["on"], by=by),
        on=row["on"],
        regime=REGIME,
        questions=catalogue.questions(),
        oversight=COMMISSIONER,
    )
    if not row["reasons"]:
        assert items == ()
        return
    (item,) = items
    assert [why.reason for why in item.reasons] == row["reasons"]
    assert all(why.words and why.versions for why in item.reasons)
    assert item.question.startswith("“Train”") or "“Train”" in item.question
    assert "{" not in item.question


def test_every_reason_has_one_reviewed_question() -> None:
    assert sorted(q.reason for q in catalogue.questions()) == sorted(Reason)


def test_the_longest_overdue_comes_before_the_shorter_and_both_before_what_is_unproven() -> None:
    facts = [
        fact(ActionPromised, stream="action/short", on="2026-01-01", text="A", due="2026-07-01"),
        fact(ActionPromised, stream="action/long", on="2026-01-01", text="B", due="2026-02-01"),
        fact(ActionPromised, stream="action/done", on="2026-01-01", text="C"),
        *told(
            [{"type": "RungReached", "on": "2026-03-01", "rung": "delivered"}],
            stream="action/done",
        )[0],
    ]
    items = agenda(register(facts, valid=date(2026, 7, 16)), on=date(2026, 7, 16), regime=REGIME)
    assert [i.reference for i in items] == ["action/long", "action/short", "action/done"]


def test_what_a_session_agreed_for_this_one_comes_before_the_logs() -> None:
    agreed = f"action/{COMMISSIONER}/2026-06-01/1"
    facts = [
        fact(ActionPromised, stream="action/long", on="2026-01-01", text="B", due="2026-02-01"),
        fact(ActionPromised, stream=agreed, on="2026-06-01", text="A", due="2026-07-16"),
    ]
    day = date(2026, 7, 16)
    items = agenda(register(facts, valid=day), on=day, regime=REGIME)
    assert [i.reference for i in items] == [agreed, "action/long"]


@pytest.mark.parametrize(("on", "shown"), [("2026-11-23", True), ("2026-12-08", False)])
def test_a_statutory_window_is_an_item_only_while_it_runs(on: str, shown: bool) -> None:
    running = window(regime=REGIME, clock="comments-on-report", starts=date(2026, 10, 13))
    day = date.fromisoformat(on)
    items = agenda(
        register([], valid=day),
        on=day,
        regime=REGIME,
        questions=catalogue.questions(),
        windows={"hmicfrs/2026/anyshire/peel": running},
    )
    assert bool(items) is shown
    if shown:
        assert items[0].reasons[0].words == (
            "14 days left: reply due 7 December 2026 (day 56; published 13 October 2026 is "
            "day 1). Counted on 23 November 2026."
        )


def test_a_finding_whose_words_are_not_held_is_named_by_its_number() -> None:
    facts = [
        fact(
            FindingPublished,
            stream="anyshire/2026/recommendation/7",
            on="2026-01-01",
            kind="recommendation",
            number="7",
            due="2026-02-01",
        )
    ]
    (item,) = agenda(register(facts, valid=date(2026, 7, 16)), on=date(2026, 7, 16))
    assert item.title == "Recommendation 7: words not in our sources"
    assert item.question == ""


def test_an_action_that_would_come_for_the_same_reason_stands_under_its_finding() -> None:
    finding = {
        "type": "FindingPublished",
        "on": "2026-01-01",
        "text": "Train",
        "due": "2026-02-01",
    }
    action = {
        "type": "ActionPromised",
        "on": "2026-01-02",
        "text": "Train all",
        "due": "2026-02-01",
        "stream": "action/1",
        "answers": [STREAM],
    }
    facts, _ = told([finding, action], stream=STREAM)
    (item,) = agenda(register(facts, valid=date(2026, 7, 16)), on=date(2026, 7, 16))
    assert (item.reference, item.also) == (STREAM, ("action/1",))
    facts, _ = told([finding, action | {"due": "2026-12-01"}], stream=STREAM)
    (apart,) = agenda(register(facts, valid=date(2026, 7, 16)), on=date(2026, 7, 16))
    assert apart.also == ()


@pytest.mark.parametrize(
    ("answers", "text", "action_says", "finding_says"),
    [
        (
            [STREAM],
            "train them  all",
            "It answers recommendation 7.",
            "One action that answers it comes for a reason of its own.",
        ),
        (
            [],
            "train  all constables",
            "Recommendation 7 has the same words; the record does not say that this action "
            "answers it.",
            "An action has the same words; the record does not say that it answers this.",
        ),
        ([], "train them all", "", ""),
    ],
)
def test_a_finding_and_an_action_of_one_agenda_say_how_they_belong_together(
    answers: list[str], text: str, action_says: str, finding_says: str
) -> None:
    """One wording stood twice on an agenda, and nobody saw that the one answers the other."""
    finding = {"type": "FindingPublished", "on": "2026-01-01", "text": "Train all constables."}
    finding |= {"kind": "recommendation", "number": "7", "due": "2026-02-01"}
    action = {"type": "ActionPromised", "on": "2026-01-02", "text": text}
    action |= {"due": "2026-08-01", "stream": "action/1", "answers": answers}
    other = {"type": "ActionPromised", "on": "2026-01-02", "text": "Buy radios"}
    other |= {"due": "2026-08-01", "stream": "action/2"}
    facts, _ = told([finding, action, other], stream=STREAM)
    day = date(2026, 7, 16)
    items = together(agenda(register(facts, valid=day), on=day))
    said = {item.reference: (item.belongs, item.beside) for item in items}
    assert said == {
        STREAM: (finding_says, ("action/1",) if finding_says else ()),
        "action/1": (action_says, (STREAM,) if action_says else ()),
        "action/2": ("", ()),
    }
    doubt = frozenset({("action/1", STREAM)})
    unsure = together(agenda(register(facts, valid=day), on=day), doubtful=doubt)
    assert all("It answers" not in item.belongs for item in unsure)


def test_a_thematic_session_begins_with_its_theme() -> None:
    """The longest overdue of another theme waits until after what the session is about."""
    burglary = fact(
        FindingPublished, stream=STREAM, on="2026-01-01", text="Visit", theme="repeat-burglary"
    )
    facts = [
        burglary,
        fact(ActionPromised, stream="action/custody", on="2026-01-01", text="A", due="2026-02-01"),
        fact(
            ActionPromised,
            stream="action/homes",
            on="2026-01-01",
            text="B",
            due="2026-07-01",
            answers=(STREAM,),
        ),
        fact(
            ActionPromised,
            stream="action/words",
            on="2026-01-01",
            text="Map each repeat burglary",
            due="2026-06-01",
        ),
    ]
    now = register(facts, valid=date(2026, 7, 16))
    items = agenda(now, on=date(2026, 7, 16), regime=REGIME)
    assert items[0].reference == "action/custody"
    ordered = theme_first(now, items, theme="Repeat burglary", regime=REGIME)
    assert [i.reference for i in ordered][:3] == ["action/words", "action/homes", "action/custody"]
    for theme in (None, "", "IT"):
        assert theme_first(now, items, theme=theme, regime=REGIME) == items


def test_a_theme_brings_what_is_open_under_it_though_nothing_else_does() -> None:
    """A session on the causes of concern of a report has them, and not old rows alone."""
    report = "hmicfrs/2026/anyshire/peel-2025"
    kinds = {"cause-of-concern": "Calls are lost", "recommendation": "Train"}
    facts = [
        late(1, "head-of-crime"),
        *(
            fact(
                FindingPublished,
                stream=f"{report}/{kind}/1",
                on="2024-01-01",
                kind=kind,
                text=words,
            )
            for kind, words in kinds.items()
        ),
    ]
    on = date(2026, 7, 16)
    now = register(facts, valid=on)
    every = agenda(now, on=on, regime=REGIME)
    for theme, wanted in (
        ("PEEL causes of concern", ["Calls are lost"]),
        ("PEEL publication", ["Calls are lost", "Train"]),
        ("Custody", []),
    ):
        about = is_about(now, theme=theme, regime=REGIME)
        more = besides([i for i in every if i.progress is None], findings(now), about=about)
        assert [item.title for item in more] == wanted
        assert all(item.reasons[0].reason is Reason.THEME for item in more)
    more = besides([], findings(now), about=lambda _: True)
    both = theme_first(now, (*every, *more), theme="PEEL", regime=REGIME)
    assert [item.title for item in both][-2:] == ["Train", "Part 1"], "before the rows of a log"
    (done, *_) = (i for i in every if i.progress)
    assert besides([done], (), about=lambda _: True) == ()


def test_a_word_in_the_title_of_a_report_makes_no_finding_about_a_theme() -> None:
    """Findings about victims stood under Custody: the title of their report had the word."""
    both = "hmicfrs/2026/anyshire/custody-and-how-victims-are-kept-informed"
    alone = "hmicfrs/2026/anyshire/custody-inspection"
    made = [
        (f"{both}/recommendation/1", "Tell each victim what happened", None),
        (f"{both}/recommendation/2", "Staff each custody suite", None),
        (f"{both}/recommendation/3", "Visit each cell", "custody"),
        (f"{both}/recommendation/4", "Write to witnesses", "victims"),
        (f"{alone}/recommendation/1", "Clean the showers", None),
        (f"{alone}/recommendation/2", "Answer letters", "complaints"),
    ]
    facts = [
        fact(FindingPublished, stream=stream, on="2024-01-01", text=words, theme=theme)
        for stream, words, theme in made
    ]
    answers = [
        fact(
            ActionPromised,
            stream=f"action/{number}",
            on="2024-02-01",
            text=f"Do {number}",
            due="2024-03-01",
            answers=(made[number][0],),
        )
        for number in (0, 2)
    ]
    on = date(2026, 7, 16)
    now = register([*facts, *answers], valid=on)
    about = is_about(now, theme="Custody", regime=REGIME)
    more = besides([], findings(now), about=about)
    assert sorted(item.title for item in more) == [
        "Clean the showers",
        "Staff each custody suite",
        "Visit each cell",
    ]
    late_ones = {i.reference: i for i in agenda(now, on=on) if i.reference.startswith("action/")}
    assert [name for name, item in sorted(late_ones.items()) if about(item)] == ["action/2"]


def test_what_is_new_due_by_law_or_unanswered_comes_before_what_is_overdue() -> None:
    """A chair sees the new cause of concern first, however much else is late."""
    report = "hmicfrs/2026/anyshire/peel"
    facts = [
        fact(ActionPromised, stream="action/late", on="2024-01-01", text="A", due="2024-02-01"),
        fact(
            QuestionAsked,
            stream="session/anyshire-pcc/2026-09-01/question/1",
            on="2026-09-01",
            meeting="session/anyshire-pcc/2026-09-01",
            text="Why?",
        ),
        fact(
            FindingPublished,
            stream=f"{report}/cause-of-concern/1",
            on="2026-10-13",
            kind="cause-of-concern",
            text="Calls are lost",
        ),
    ]
    day = date(2026, 11, 23)
    items = agenda(
        register(facts, valid=day),
        on=day,
        regime=REGIME,
        windows={
            report: window(regime=REGIME, clock="comments-on-report", starts=date(2026, 10, 13))
        },
        titles={report: "An inspection of Anyshire"},
    )
    assert [i.reasons[0].reason.value for i in items] == [
        *("new-concern", "statutory-window", "unanswered", "overdue"),
    ]
    assert items[1].title == "Reply to “An inspection of Anyshire” of 13 October 2026"


def late(n: int, owner: str, **more: object) -> ActionPromised:
    """One of many overdue actions of an owner, the first the longest overdue."""
    return fact(
        ActionPromised,
        stream=f"action/{owner}/{n:02}",
        on="2026-01-01",
        text=f"Part {n}",
        due=f"2026-02-{n:02}",
        owner=owner,
        **more,
    )


def test_overdue_actions_that_would_flood_an_agenda_come_together_and_none_is_lost() -> None:
    facts = [
        fact(FindingPublished, stream=STREAM, on="2026-01-01", text="Calls", theme="calls"),
        *(late(n, "deputy-chief-constable") for n in range(1, FLOOD + 1)),
        *(late(n, "head-of-calls", answers=(STREAM,)) for n in (1, 2)),
        late(3, "chief-constable"),
    ]
    on = date(2026, 7, 16)
    every = agenda(register(facts, valid=on), on=on, regime=REGIME)
    questions = catalogue.questions()
    items = together(every, questions=questions, themes={STREAM: "calls for help"})
    assert [i.title for i in items] == [
        "Six overdue actions of the deputy chief constable",
        "Two overdue actions of the head of calls on calls for help",
        "Part 3",
    ]
    shown = [r for i in items for r in (i.reference, *i.also)]
    assert sorted(shown) == sorted(i.reference for i in every)
    assert (
        items[0].reasons[0].words
        == "The longest overdue was due 1 February 2026, 165 days before 16 July 2026."
    )
    assert items[0].question.startswith(
        "Six actions of the deputy chief constable are past their dates; the longest overdue, "
    )
    few = every[:FLOOD]
    assert together(few, questions=questions) == few


@pytest.mark.parametrize(
    ("owner", "told"),
    [
        ("ACC Crime", "Seven overdue actions of ACC Crime"),
        (
            "Superintendent Eastmarsh",
            "Seven overdue actions of owners of the rank of superintendent",
        ),
        ("T/Supt Eastmarsh", "Seven overdue actions of owners of the rank of superintendent"),
        ("Superintendent of Custody", "Seven overdue actions of the Superintendent of Custody"),
        ("ACC (LP) Whitcombe", "Seven overdue actions of ACC (LP) Whitcombe"),
        ("Hd of Contact - Sue Tranter", "Seven overdue actions of the Head of Contact"),
        ("Finance (J Moss)", "Seven overdue actions of Finance"),
        ("Dunmore", "Seven overdue actions of owners whom the log names without a post"),
        ("All", "Seven overdue actions without an owner"),
        ("Force", "Seven overdue actions of the force"),
        ("head-of-crime", "Seven overdue actions of the head of crime"),
    ],
)
def test_a_group_is_named_by_its_owner_as_one_would_say_it(owner: str, told: str) -> None:
    facts = [late(n, owner) for n in range(1, FLOOD + 2)]
    on = date(2026, 7, 16)
    every = agenda(register(facts, valid=on), on=on, regime=REGIME)
    assert [item.title for item in together(every, questions=catalogue.questions())] == [told]


def of_log(n: int, status: str, **more: object) -> list[Any]:
    """An overdue row of a log that gives a status."""
    stream = f"action/anyshire-police/log/af-{n:03}"
    more = {"text": f"Part {n}", "due": f"2026-02-{n:02}"} | more
    return [
        fact(ActionPromised, stream=stream, on="2026-01-01", **more),
        fact(ActionUpdated, stream=stream, on="2026-01-02", text=f"Due: x. Status: {status}."),
    ]


def test_rows_that_their_log_sets_aside_are_one_item_and_none_is_called_overdue() -> None:
    """Nobody asks for an assurance that what was superseded a year ago will be finished."""
    told = ("Superseded", "Superseded - see AF/484", "Merged with 7 (before: Live)", "On track")
    facts = [f for n, status in enumerate(told, 1) for f in of_log(n, status, owner=f"Head {n}")]
    on = date(2026, 7, 16)
    questions = catalogue.questions()
    every = agenda(register(facts, valid=on), on=on, regime=REGIME, questions=questions)
    late, aside = together(every, questions=questions)
    assert late.title == "Part 4"
    assert aside.title == "Three actions that the log calls merged or superseded"
    assert aside.reasons[0].reason is Reason.SET_ASIDE_TOGETHER
    assert "overdue here" in aside.reasons[0].words
    assert len(aside.also) == 2
    assert aside.question.startswith(
        "Three actions that the log calls merged or superseded are open on our record"
    )


def test_the_last_status_of_a_log_counts_and_an_overdue_row_says_it() -> None:
    again = fact(
        ActionUpdated,
        stream="action/anyshire-police/log/af-001",
        on="2026-03-01",
        text="Status: Live (before: Superseded). Update: Back.",
    )
    on = date(2026, 7, 16)
    (item,) = agenda(register(of_log(1, "Superseded"), valid=on), on=on, regime=REGIME)
    assert item.reasons[0].words == (
        "The log calls it “Superseded”; nobody has closed it on our record. Due 1 February 2026."
    )
    assert item.progress is not None
    assert item.progress.sentence == (
        "Due 1 February 2026. The log calls it “Superseded”; nobody has closed it on our record."
    )
    (item,) = agenda(register([*of_log(1, "Superseded"), again], valid=on), on=on, regime=REGIME)
    assert item.reasons[0].reason is Reason.OVERDUE


def test_what_our_own_office_has_to_do_is_asked_of_nobody_in_the_session() -> None:
    """The chief constable cannot be asked to assure that the commissioner's reply is written."""
    own = fact(
        ActionPromised,
        stream=f"action/{COMMISSIONER}/2026-06-01/1",
        on="2026-06-01",
        text="Draft the reply",
        due="2026-07-01",
        owner="governance-officer",
    )
    on = date(2026, 7, 16)
    questions = catalogue.questions()
    both = register([own, late(1, "chief-constable")], valid=on)
    items = agenda(both, on=on, regime=REGIME, questions=questions)
    assert [(item.ours, bool(item.question)) for item in items] == [(True, False), (False, True)]
    done = told(
        [{"type": "RungReached", "on": "2026-07-02", "rung": "delivered"}], stream=own.stream
    )
    (item,) = agenda(register([own, *done[0]], valid=on), on=on, regime=REGIME)
    assert item.progress is not None
    assert item.progress.sentence.startswith("The Commissioner says it did this on 2 July 2026.")


def test_a_heading_inside_a_title_keeps_its_names() -> None:
    facts = [late(n, "head-of-crime") for n in range(1, FLOOD + 2)]
    on = date(2026, 7, 16)
    every = agenda(register(facts, valid=on), on=on, regime=REGIME)
    heading = "PEEL 2026 – published 20 October 2026"
    (item,) = together(every, themes={one.reference: heading for one in every})
    assert item.title == f"Seven overdue actions of the head of crime on {heading}"


@pytest.mark.parametrize("row", rows("agenda_together"), ids=named)
def test_actions_come_together_only_where_they_would_flood_and_none_is_lost(
    row: dict[str, Any],
) -> None:
    held_on = {"type": "MeetingHeld", "on": "2026-06-01", "body": COMMISSIONER}
    facts: list[Any] = told([held_on], stream=f"session/{COMMISSIONER}/2026-06-01")[0]
    themes: dict[str, str] = {}
    for held in row["actions"]:
        for n in range(1, held["count"] + 1):
            stream = f"action/{held['owner'] or 'nobody'}/{held['state']}/{len(facts):03}"
            promised = {"type": "ActionPromised", "on": "2026-01-01", "text": f"Part {n}"}
            promised |= {"owner": held["owner"]} if held["owner"] else {}
            steps: list[dict[str, Any]] = [
                {"type": "RungReached", "on": f"2026-03-{n:02}", "rung": rung}
                for rung in STEPS.get(held["state"], ())
            ]
            if held["state"] == "moved":
                due = f"2026-12-{n:02}"
                steps.append({"type": "DueDateMoved", "on": "2026-03-01", "due": due})
            day = DUE.get(held["state"])
            promised |= {"due": f"{day}-{n:02}"} if day else {}
            facts += told([promised, *steps], stream=stream)[0]
            themes |= {stream: held["theme"]} if "theme" in held else {}
    on = table("agenda_together")["on"]
    questions = catalogue.questions()
    every = agenda(register(facts, valid=on), on=on, regime=REGIME, questions=questions)
    items = together(every, questions=questions, themes=themes)
    assert [item.title for item in items] == row["items"]
    if "why" in row:
        assert [item.reasons[0].words for item in items] == row["why"]
    shown = [r for item in items for r in (item.reference, *item.also)]
    assert sorted(shown) == sorted(item.reference for item in every)
    assert all(item.reasons[0].versions for item in items)
    for item in items:
        named = dict(item.group).get("many", item.title)
        assert named.casefold() in item.question.casefold()
        assert "{" not in item.question + item.panel_question


def test_what_a_thematic_session_is_about_stays_by_itself_while_the_rest_comes_together() -> None:
    facts = [
        *(late(n, "deputy-chief-constable") for n in range(1, FLOOD + 3)),
        fact(
            ActionPromised,
            stream="action/custody",
            on="2026-01-01",
            text="Staff each custody suite",
            due="2026-06-01",
            owner="deputy-chief-constable",
        ),
    ]
    on = date(2026, 7, 16)
    now = register(facts, valid=on)
    every = theme_first(now, agenda(now, on=on, regime=REGIME), theme="Custody", regime=REGIME)
    about = is_about(now, theme="Custody", regime=REGIME)
    items = together(every, about=about, subject="Custody")
    assert [i.title for i in items] == [
        "Staff each custody suite",
        "Eight overdue actions of the deputy chief constable",
    ]


def test_what_floods_a_thematic_session_is_called_by_its_theme() -> None:
    """Else two items of one owner would have one title, and nobody knew which is about it."""
    facts = [
        *(late(n, "deputy-chief-constable") for n in range(1, FLOOD + 3)),
        *(
            fact(
                ActionPromised,
                stream=f"action/custody/{n}",
                on="2026-01-01",
                text=f"Staff custody suite {n}",
                due="2026-06-01",
                owner="deputy-chief-constable",
            )
            for n in range(FLOOD + 1)
        ),
    ]
    on = date(2026, 7, 16)
    now = register(facts, valid=on)
    every = theme_first(now, agenda(now, on=on, regime=REGIME), theme="Custody", regime=REGIME)
    about = is_about(now, theme="Custody", regime=REGIME)
    assert [i.title for i in together(every, about=about, subject="Custody")] == [
        "Seven overdue actions of the deputy chief constable on custody",
        "Eight overdue actions of the deputy chief constable",
    ]


def test_the_oldest_rows_do_not_stand_one_by_one_before_what_has_an_owner_and_a_theme() -> None:
    """The oldest rows of a log have mostly an owner and a heading that no other row has."""
    owners = ("head of fleet", "head of estates", "head of crime", "head of crime")
    old = [
        fact(
            ActionPromised,
            stream=f"action/old/{n}",
            on="2025-01-01",
            text=f"Old {n}",
            due=f"2025-0{n + 1}-01",
            owner=owner,
        )
        for n, owner in enumerate(owners)
    ]
    facts = [*old, *(late(n, "deputy-chief-constable") for n in range(1, FLOOD + 1))]
    on = date(2026, 7, 16)
    every = agenda(register(facts, valid=on), on=on, regime=REGIME)
    themes = {"action/old/2": "custody", "action/old/3": "fraud"}
    items = together(every, questions=catalogue.questions(), themes=themes)
    assert [item.title for item in items] == [
        "Two overdue actions of the head of crime",
        "Six overdue actions of the deputy chief constable",
        "Two overdue actions of several owners",
    ]
    assert sorted(r for i in items for r in (i.reference, *i.also)) == sorted(
        item.reference for item in every
    ), "none is lost"


def test_what_stands_under_a_heading_of_its_log_is_about_the_theme() -> None:
    facts = [
        fact(ActionPromised, stream=f"action/{n}", on="2026-01-01", text=words, due="2026-06-01")
        for n, words in enumerate(("Count", "Visit each cell"))
    ]
    headed = fact(
        DetailStated,
        stream="action/1",
        on="2026-01-01",
        form="action-log",
        field="heading",
        value="CUSTODY",
    )
    on = date(2026, 7, 16)
    now = register([*facts, headed], valid=on)
    items = theme_first(now, agenda(now, on=on, regime=REGIME), theme="Custody", regime=REGIME)
    assert [item.reference for item in items] == ["action/1", "action/0"]
