"""A log with a first date and a revised one: the first is promised, the move asked about."""

from datetime import date

from answerable.scrutiny.plans.action_log import EVERY_OTHER, Agreed
from answerable.vocabulary.facts import DueDateMoved
from tests.operations.test_desk_action_log import NOVEMBER, changes, held, kept, own, recorded

__all__ = ["own"]
HEAD = ("Ref", "Action", "Owner", "Due", "Revised due", "Status")
LOG = (
    ("1", "Visit every victim.", "DCC", "31/03/26", "2027-03-31", "Open"),
    ("2", "Train staff.", "DCC", "31/03/27", "", "Open"),
    ("3", "Write the plan.", "DCC", "TBC", "30/06/27", "Open"),
    ("4", "Meet partners.", "DCC", "31/01/26", "31/03/26", "Complete"),
    ("5", "Count cells.", "DCC", "31/03/27", "TBC", "Open"),
)
AGREED = {EVERY_OTHER: Agreed("west-mercia-pcc/commissioner", "As the log says.")}


def test_what_is_promised_is_the_first_date_until_somebody_says_who_agreed_to_the_next() -> None:
    document = kept(*LOG, head=HEAD)
    moved = {ref: change.moved for ref, change in changes(document).items() if change.moved}
    assert list(moved) == ["1"], "a date where there was none moved from none; what is done stays"
    assert (moved["1"].before, moved["1"].now, moved["1"].later) == (
        "2026-03-31",
        "2027-03-31",
        True,
    )
    recorded(document)
    assert [item.due for item in held().values()] == [
        "2026-03-31",
        "2027-03-31",
        "2027-06-30",
        "2026-01-31",
        "2027-03-31",
    ]
    news = held()["1"].news
    assert news is not None
    assert "Revised due: 2027-03-31." in str(news.fact.get("text"))
    assert held()["1"].log_due == "2027-03-31", "whoever calls it overdue says so too"
    assert held()["2"].log_due is None
    again = changes(document)["1"]
    assert again.moved is not None, "nobody was named, so it is asked again"
    recorded(document, NOVEMBER, agreed=AGREED)
    assert (held()["1"].due, held()["1"].log_due) == ("2027-03-31", None)
    assert changes(document)["1"].kind == "same"


def test_one_answer_moves_every_revised_date_as_the_log_is_first_recorded() -> None:
    recorded(kept(*LOG, head=HEAD), agreed=AGREED)
    item = held()["1"]
    assert item.due == "2027-03-31"
    moves = [v.fact for v in item.versions if isinstance(v.fact, DueDateMoved)]
    assert [(m.due, m.authoriser) for m in moves] == [
        ("2027-03-31", "west-mercia-pcc/commissioner")
    ]


def test_a_revised_date_that_changes_is_news_and_moves_the_date() -> None:
    recorded(kept(*LOG, head=HEAD), agreed=AGREED)
    rows = [list(row) for row in LOG]
    rows[0][4] = "30/06/27"
    change = changes(kept(*map(tuple, rows), head=HEAD))["1"]
    assert change.what == ("Revised due: 30/06/27 (before: 2027-03-31)",)
    assert change.moved is not None
    assert (change.moved.before, change.moved.now) == ("2027-03-31", "2027-06-30")


def test_what_is_first_recorded_as_moved_was_there_on_the_day_of_the_move() -> None:
    september = date(2026, 9, 3)
    agreed = {EVERY_OTHER: Agreed("west-mercia-pcc/commissioner", "As agreed.", september)}
    recorded(kept(*LOG, head=HEAD), agreed=agreed)
    item = held()["1"]
    assert (item.due, item.moves[0].on) == ("2027-03-31", september)
    assert item.first.fact.valid.start == september


def test_a_move_never_stands_before_the_move_that_is_on_record() -> None:
    """Else the older of two dates would be the one in force."""
    recorded(kept(*LOG, head=HEAD), agreed=AGREED)
    later = kept(("1", *LOG[0][1:4], "2027-06-30", "Open"), *LOG[1:], head=HEAD)
    early = {EVERY_OTHER: Agreed("west-mercia-pcc/commissioner", "x", date(2026, 9, 3))}
    recorded(later, NOVEMBER, agreed=early)
    assert held()["1"].due == "2027-06-30"
