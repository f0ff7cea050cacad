"""What a log calls superseded is listed, and set aside at once with one reason."""

import re
from datetime import date
from typing import Any

from answerable.operations import people
from answerable.operations.pages.desk import import_odd
from answerable.operations.plans import set_aside
from answerable.scrutiny.plans.duplicates import elsewhere
from answerable.scrutiny.progress import progress
from answerable.store.reads import registers
from answerable.vocabulary.ladder import Disposition
from tests.operations.test_desk_action_log import FORCE, OVERSIGHT, own, sheet
from tests.web.acting import browser, hidden, words
from tests.web.test_importing import OFFICE, imported

__all__ = ["own"]
LOG = (
    ("AF/1", "Visit every victim.", "DCC", "31/03/27", "Red", "Superseded", ""),
    ("AF/2", "Train staff.", "DCC", "31/03/27", "", "Superseded - see AF/04", ""),
    ("AF/3", "Write the plan.", "DCC", "31/03/27", "", "Withdrawn", ""),
    ("AF/4", "Meet partners.", "DCC", "31/03/27", "", "Open", "AF/1 superseded"),
    ("AF/5", "Ask again.", "DCC", "31/03/27", "", "Closed - superseded", ""),
    ("AF/6", "Ring them.", "DCC", "31/03/27", "", "Superseded by AF/1", ""),
)
ADDRESS = f"/plans/{FORCE}/set-aside/"
UNDER = f"action/{FORCE}/log/"
WHY = {"reason": "The board took them over in May.", "on-day": "", "on-month": "", "on-year": ""}


def ticked(page: Any) -> dict[str, str]:
    found = re.findall(
        r'name="item" value="([^"]+)" checked[^>]*> <span>(.*?)</span>', page.content.decode()
    )
    return dict(found)


def item(name: str) -> Any:
    return progress(registers.register(FORCE, valid=date.max), f"{UNDER}{name}")


def test_all_are_listed_with_what_becomes_of_each_and_set_aside_with_one_reason() -> None:
    client = browser(OFFICE)
    done = imported(client, sheet(*LOG))
    assert f'href="{ADDRESS}"' in done.content.decode(), "the way to it, after the import"
    page = client.get(ADDRESS)
    found = ticked(page)
    assert list(found) == [f"{UNDER}af-{n}" for n in (1, 2, 3, 6)]
    assert "It is followed under AF/4." in found[f"{UNDER}af-2"]
    assert "followed under" not in found[f"{UNDER}af-6"], "what it names is set aside itself"
    names = [f"{UNDER}af-{n}" for n in (1, 2, 6)]
    back = client.post(ADDRESS, {**hidden(page), "item": names, "reason": ""})
    assert back.status_code == 422
    assert list(ticked(back)) == names, "the ticks are kept"
    saved = client.post(ADDRESS, {**hidden(page), **WHY, "item": names}, follow=True)
    assert saved.status_code == 200, words(saved)
    assert [item(f"af-{n}").open for n in (1, 2, 3, 4)] == [False, False, True, True]
    assert item("af-1").disposition is Disposition.SUPERSEDED
    assert elsewhere(item("af-2").versions).items == (f"{UNDER}af-4",)
    assert list(ticked(client.get(ADDRESS))) == [f"{UNDER}af-3"]
    again = client.post(ADDRESS, {**hidden(page), **WHY, "item": names, "key": "another"})
    assert again.status_code == 422
    assert "not among the open actions" in words(again), "once"


def test_what_was_set_aside_can_be_followed_again() -> None:
    client = browser(OFFICE)
    imported(client, sheet(*LOG))
    page = client.get(ADDRESS)
    client.post(ADDRESS, {**hidden(page), **WHY, "item": [f"{UNDER}af-1"]})
    shown = client.get(f"/findings/{UNDER}af-1/").content.decode()
    again = f"/actions/{UNDER}af-1/follow-again/"
    assert f'href="{again}"' in shown
    assert "The board took them over in May." in shown, "why it is not followed any more"
    form = client.get(again)
    answer = client.post(
        again, {**hidden(form), "step": "save", "reason": "It is still asked for."}
    )
    assert answer.status_code == 302, words(answer)
    assert item("af-1").open


def test_whoever_may_not_say_that_an_action_is_a_duplicate_may_not_set_it_aside() -> None:
    client = browser(OFFICE)
    imported(client, sheet(*LOG))
    for office in (f"{FORCE}/liaison", f"{OVERSIGHT}/analyst"):
        other = browser(office)
        answer = other.post(ADDRESS, {**WHY, "item": [f"{UNDER}af-1"]})
        assert answer.status_code == 403
        assert ADDRESS not in other.get("/plans/").content.decode()
    assert item("af-1").open


def test_the_last_status_of_a_log_counts() -> None:
    client = browser(OFFICE)
    imported(client, sheet(*LOG))
    later = [(*row[:5], "Open" if row[0] == "AF/1" else row[5], "New words.") for row in LOG]
    imported(client, sheet(*later))
    register = registers.register(FORCE, valid=date.max, actor=people.acting_as(OFFICE))
    assert [row.number for row in set_aside.found(register)] == ["AF/2", "AF/3", "AF/6"]


def test_statuses_that_differ_in_a_number_only_are_one_sentence() -> None:
    counts = {"Superseded": 2, "Superseded - see AF/4": 1, "Superseded - see 9": 2}
    found = import_odd.told(counts, {})
    assert [words.partition(":")[0] for words in found] == [
        "The status “Superseded - see …” stands in 3 rows",
        "The status “Superseded” stands in 2 rows",
    ]


def test_a_step_that_a_log_states_is_said_by_who_keeps_it_and_not_with_its_whole_row() -> None:
    client = browser(OFFICE)
    imported(client, sheet(*LOG))
    page = words(client.get(f"/findings/{UNDER}af-5/"))
    said = "Delivered : reached Its row in the action log says so. West Mercia Police, 31 October"
    assert said in page
    assert "AF/5 | Ask again." not in page


def test_the_rows_of_a_marked_log_have_their_numbers_and_what_they_name() -> None:
    """Protects who sets aside from a list of words without a number, where a log is restricted."""
    client = browser(OFFICE)
    imported(client, b"OFFICIAL-SENSITIVE,,,,,,\n,,,,,,\n" + sheet(*LOG))
    found = ticked(client.get(ADDRESS))
    assert found[f"{UNDER}af-1"].startswith("af-1 Visit every victim.")
    assert "It is followed under af-4." in found[f"{UNDER}af-2"]
