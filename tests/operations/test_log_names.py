"""Names of owners in a log, without rank or title: told before anything of it is public."""

from html import unescape

import pytest

from answerable.operations.pages.desk import import_personal
from answerable.operations.plans import personal_rows
from answerable.operations.plans.log_files import NotALog
from answerable.scrutiny.progress import actions
from answerable.store.reads import registers
from answerable.vocabulary.access import READER
from tests.operations.test_desk_action_log import (
    AT,
    FORCE,
    OVERSIGHT,
    changes,
    kept,
    own,
    recorded,
    sheet,
)
from tests.web.acting import browser, hidden, words
from tests.web.test_importing import as_guessed, handed_in

__all__ = ["own"]


def row(number: int, action: str, owner: str, update: str = "") -> tuple[str, ...]:
    return (str(number), action, owner, "31/03/27", "Red", "Open", update)


def told(*rows: tuple[str, ...]) -> dict[str, list[str]]:
    found = personal_rows.found(tuple(changes(kept(*rows)).values()))
    return {change.ref or "": [one.words for one in words] for change, words in found}


@pytest.mark.parametrize(
    ("owner", "name"),
    [
        ("Dunmore", "Dunmore"),
        ("S Tranter", "S Tranter"),
        ("T. Okafor", "T. Okafor"),
        ("Sue Tranter", "Sue Tranter"),
        ("Dunmore / ACC Whitcombe", "Dunmore"),
        ("Finance (J Moss)", "J Moss"),
        ("Hd of Contact - Sue Tranter", "Sue Tranter"),
    ],
)
def test_what_stands_in_the_cell_of_an_owner_and_is_no_post_is_a_name(
    owner: str, name: str
) -> None:
    assert told(row(1, "Train staff.", owner)) == {"1": [name]}


@pytest.mark.parametrize(
    "owner",
    [
        "DCC",
        "HoC",
        "PPU",
        "Head of Crime",
        "ACC Whitcombe",
        "Custody",
        "TBC",
        "Home Office",
        "Victim Support",
        "RD",
        "head-of-crime",
        "Force Control Room",
        "Payroll",
    ],
)
def test_posts_units_chief_officers_and_initials_are_none(owner: str) -> None:
    assert told(row(1, "Train staff.", owner)) == {}


def test_the_same_word_in_another_cell_of_the_log_is_a_name_too() -> None:
    found = told(
        row(1, "Train staff.", "R Dunmore"),
        row(2, "Write the plan.", "DCC", "Dunmore to chase. Waiting for R. Dunmore's reply."),
        row(3, "Meet partners at Fort Dunmore.", "DCC", "No date yet. Ask Dunmore."),
        row(5, "Meet them at Fort Dunmore.", "DCC"),
        row(6, "Close the desk in Dunmore Road.", "DCC"),
        row(4, "Publish it.", "DCC", "Nothing yet."),
    )
    assert found == {"1": ["R Dunmore"], "2": ["Dunmore", "R. Dunmore"], "3": ["Dunmore"]}


def test_a_name_that_a_mail_address_writes_small_is_still_a_name() -> None:
    """Protects whoever is named beside their own address from being public once it is cut."""
    found = told(
        row(1, "Share data.", "Council liaison - Priya Nair", "Mail priya.nair@anyshire.example"),
        row(2, "Write the plan.", "DCC", "Ask Nair."),
    )
    assert found == {"1": ["priya.nair@anyshire.example", "Priya Nair"], "2": ["Nair"]}


def test_a_word_that_the_log_also_writes_small_holds_no_row() -> None:
    found = told(
        row(1, "Review the vetting backlog.", "Backlog"), row(2, "Backlog meeting.", "DCC")
    )
    assert found == {}


def test_rows_with_such_a_name_are_restricted_where_it_is_said_and_no_others() -> None:
    document = kept(row(1, "Train staff.", "S Tranter"), row(2, "Write the plan.", "DCC"))
    recorded(document, restrict_people=True)
    seen = registers.register(FORCE, valid=AT.date(), actor=READER)
    assert [a.text for a in actions(seen) if a.text] == ["Write the plan."]


def test_the_terminal_says_so_too() -> None:
    found = tuple(changes(kept(row(1, "Train staff.", "S Tranter"))).values())
    assert "“S Tranter” looks like a name." in import_personal.lines(found)[0]


NAMED = (
    row(1, "Train staff.", "S Tranter"),
    row(2, "Write the plan.", "DCC"),
    row(3, "Meet partners.", "J Moss"),
    row(4, "Publish it.", "T. Okafor"),
)


def test_one_answer_is_for_all_rows_but_those_that_are_excepted() -> None:
    recorded(kept(*NAMED), restrict_people=True, people_except=[f"action/{FORCE}/log/3"])
    seen = registers.register(FORCE, valid=AT.date(), actor=READER)
    assert [a.text for a in actions(seen) if a.text] == ["Write the plan.", "Meet partners."]


def test_where_all_may_be_public_the_excepted_rows_are_restricted() -> None:
    streams = [f"action/{FORCE}/log/{n}" for n in (2, 3)]
    recorded(kept(*NAMED), people_except=streams)
    seen = registers.register(FORCE, valid=AT.date(), actor=READER)
    texts = [a.text for a in actions(seen) if a.text]
    assert texts == ["Train staff.", "Write the plan.", "Publish it."], "row 2 names nobody"


def test_the_page_asks_for_the_exceptions_and_keeps_what_was_ticked() -> None:
    client = browser(f"{OVERSIGHT}/governance-officer")
    difference = as_guessed(client, handed_in(client, sheet(*NAMED)))
    form = client.get(difference)
    assert "All but these rows" in words(form)
    assert "3 Meet partners. (cell B4): “J Moss”" in unescape(words(form))
    ticked = {"people-except": [f"action/{FORCE}/log/{n}" for n in (1, 3)]}
    again = client.post(difference, {**hidden(form), **ticked})
    assert again.status_code == 422, "nobody said what the others are"
    assert again.content.decode().count(" checked") == 2
    client.post(difference, {**hidden(form), **ticked, "people": "restrict"})
    seen = registers.register(FORCE, valid=AT.date(), actor=READER)
    texts = [a.text for a in actions(seen) if a.text]
    assert texts == ["Train staff.", "Write the plan.", "Meet partners."]


def test_a_row_is_excepted_by_its_number_at_a_terminal() -> None:
    found = tuple(changes(kept(*NAMED)).values())
    assert import_personal.by_number(found, ["3"]) == {f"action/{FORCE}/log/3"}
    with pytest.raises(NotALog, match="No row “2” of this log names somebody"):
        import_personal.by_number(found, ["2"])
