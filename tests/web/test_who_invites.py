"""Whoever may not invite is told who may, and how the first administrator is made."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

from answerable.cli.main import app
from answerable.ledger.book import Book
from answerable.operations import people
from answerable.operations.pages.look import Look
from answerable.operations.pages.rights import account_forms
from answerable.operations.pages.rights.who_invites import page
from answerable.operations.rights import accounts
from tests.web.acting import browser, words
from tests.web.small_home import made

AT = datetime(2026, 11, 25, 9, tzinfo=UTC)
PAGE = "/account/invite/"


@pytest.fixture(autouse=True)
def record(book: Book) -> None:
    made()


def test_a_fresh_record_names_the_commands_that_make_the_first_administrator() -> None:
    answer = browser("anyshire-pcc/governance-officer").get(PAGE)
    assert answer.status_code == 403
    told = words(answer)
    assert "An administrator invites; you act as governance officer" in told
    assert "Nobody is an administrator here yet" in told
    assert (
        "answerable account add admin --office anyshire-pcc/administrator --role administrator"
        in told
    )
    assert "answerable account invite j.ashe --office anyshire-pcc/governance-officer" in told
    assert "From the first account on, offices act by signing in only" in told
    assert "/help/give-accounts-and-roles/" in answer.content.decode()


def test_where_there_is_an_administrator_it_says_to_ask_them_and_names_nobody() -> None:
    look = Look(at=AT, actor=people.acting_as("anyshire-pcc/governance-officer"))
    accounts.add(
        by=people.administrator(),
        at=AT,
        name="a.gatekeeper",
        office="anyshire-pcc/administrator",
        roles=["administrator"],
        password="a long enough pass of words",
    )
    told = [section.title for section in page(look).sections]
    assert told == ["Ask the administrator", "If you work alone"]
    assert "gatekeeper" not in str(page(look))
    assert not accounts.has_administrator("anyshire-police")


def test_a_reader_without_an_office_is_refused_as_before() -> None:
    told = words(browser().get(PAGE))
    assert "may not invite" in told
    assert "answerable account add" not in told


def test_the_office_of_an_invitation_is_chosen_or_given_in_its_words() -> None:
    look = Look(at=AT, actor=people.administrator())
    boxes = {field.name: field for field in account_forms.invite(look).fields}
    offered = {choice.value: choice.label for choice in boxes["office"].choices}
    assert "anyshire-pcc/governance-officer" in offered
    assert "anyshire-pcc/administrator" in offered
    assert account_forms.OTHER in boxes, "an office that is not offered can be typed"
    words = dict(people.offices())["anyshire-pcc/governance-officer"]
    made = accounts.post(
        words, ["governance-officer"], holding="substantive", ends=None, on=AT.date()
    )
    assert (made.body, made.office) == ("anyshire-pcc", "governance-officer")


def test_after_the_first_account_a_reader_is_told_to_sign_in(tmp_path: Path) -> None:
    office = browser("anyshire-pcc/governance-officer")
    file = tmp_path / "password"
    file.write_text("a long enough pass of words")
    command = ["account", "add", "admin", "--office", "anyshire-pcc/administrator"]
    done = CliRunner().invoke(
        app, [*command, "--role", "administrator", "--password-file", str(file)]
    )
    assert done.exit_code == 0, done.output
    assert "from now on offices act by signing in only" in " ".join(done.output.split())
    told = words(office.get("/week/"))
    assert "There are accounts here, so offices act by signing in only" in told
    assert "/account/sign-in/" in office.get("/week/").content.decode()
