"""Who takes a session is called what that body calls it, in what is typed, signed and amended."""

import pytest
from django.test import Client

from answerable.ledger.book import Book
from answerable.operations.sessions import presiding
from tests.factories import FORCE
from tests.operations.cast import begin
from tests.web.acting import browser, hidden, words
from tests.web.test_session_desk import (
    OFFICER,
    SESSION,
    TODAY,
    minutes_file,
    plan,
    shown,
    signed,
    started,
    type_in,
)


@pytest.fixture
def officer(book: Book) -> Client:
    begin(book)
    client = browser(OFFICER)
    plan(client)
    return client


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize(
    ("institution", "head"),
    [
        (FORCE, "commissioner"),
        ("greater-manchester-police", "mayor"),
        ("marlshire-county-council", "chair"),
    ],
)
def test_the_post_is_that_of_the_body(institution: str, head: str) -> None:
    """Protects the minutes of a mayor from naming a commissioner who does not exist."""
    assert presiding.head(institution, on=TODAY) == head
    office = "some-body/commissioner"
    assert presiding.signed_by(office, institution, on=TODAY) == head
    assert presiding.signed_by("some-body/governance-officer", FORCE, on=TODAY) == (
        "governance officer"
    )


def test_a_mayor_takes_signs_and_reads_sessions_as_mayor(
    officer: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(presiding, "head", lambda *_, **__: "mayor")
    page = started(officer)
    boxes = page.content.decode()
    assert 'value="Mayor"' in boxes
    assert "Commissioner\n" not in boxes
    assert "Was the Mayor assured?" in words(page)
    type_in(officer, "i1:words", "Q: What shows it?", shown(page))
    assert "The mayor signs." in words(officer.get(f"{SESSION}sign/"))
    signed(officer)
    assert "Signed by the mayor" in words(officer.get(SESSION))


def test_who_took_the_chair_can_be_amended(officer: Client) -> None:
    """Protects signed minutes from keeping a wrong chair for ever."""
    type_in(officer, "i1:words", "Q: What shows it?", shown(started(officer)))
    signed(officer)
    form = officer.get(f"{SESSION}amend/")
    box = next(
        line.split('name="')[1].split('"')[0]
        for line in form.content.decode().split("<textarea")
        if ':chair"' in line.split(">")[0]
    )
    answer = officer.post(
        f"{SESSION}amend/",
        {**hidden(form), box: "Deputy commissioner", "reason": "The deputy was in the chair."},
    )
    assert answer.status_code == 302, words(answer)
    told = words(browser().get(SESSION))
    assert "the chair now reads “deputy commissioner”" in told
    assert "Deputy commissioner" in minutes_file()
