"""A log marked OFFICIAL-SENSITIVE: its rows are restricted as the document is, and say why."""

from datetime import date

import pytest
from django.test import Client

from answerable.operations.pages.desk.import_difference import difference
from answerable.operations.pages.desk.register import register
from answerable.operations.pages.findings.finding import finding
from answerable.operations.pages.look import Look
from answerable.operations.plans import log_files
from answerable.store.reads import registers
from answerable.vocabulary.access import READER, Classification
from answerable.vocabulary.facts import ActionPromised, DocumentFiled
from tests.operations.test_desk_action_log import (
    AT,
    FORCE,
    HEAD,
    LOG,
    asked,
    changed,
    held,
    officer,
    own,
    recorded,
    sheet,
)
from tests.web.acting import browser

__all__ = ["own"]  # the fixture: a home of one's own
SECRET_WORDS = ("Visit every victim", "Train staff", "Write the plan", "Meet partners")


def marked(*rows: tuple[str, ...]) -> str:
    """The log with its mark in the line above its head."""
    data = b"OFFICIAL-SENSITIVE,,,,,,\n,,,,,,\n" + sheet(*rows, head=HEAD)
    return log_files.keep(by=officer(), data=data, name="log.csv", institution=FORCE)


@pytest.fixture
def log() -> str:
    document = marked(*LOG)
    recorded(document)
    return document


def test_every_value_of_every_row_is_restricted_with_ground_and_review(log: str) -> None:
    history = registers.history(FORCE)
    facts = [
        v for v in history.versions if v.fact.doc == log or v.fact.stream.startswith("action/")
    ]
    said = [v for v in facts if type(v.fact).__name__ != "Reclassified"]
    assert said
    for version in said:
        assert set(version.fact.classes.values()) == {Classification.RESTRICTED}, version.fact
        assert set(version.fact.classes) == set(version.fact.values())
        now = history.of_entries([version.entry_id])[-1]
        told = {(m.ground, bool(m.review)) for m in now.withheld.values()}
        assert told == {("The document is marked OFFICIAL-SENSITIVE", True)}


def test_the_office_sees_its_rows_and_the_public_sees_nothing_of_them(log: str) -> None:
    assert held()["1"].text == "Visit every victim."
    public = registers.register(FORCE, valid=AT.date(), actor=READER)
    assert not [f for f in public.of(ActionPromised, DocumentFiled) if any(f.values().values())]
    for address in (
        f"/plans/?body={FORCE}",
        f"/plans/data.csv?body={FORCE}",
        f"/bodies/{FORCE}/",
        "/search/?q=every+victim+visit",
        f"/findings/action/{FORCE}/log/1/",
        f"/api/v1/bodies/{FORCE}/",
        "/data/actions.csv",
    ):
        answer = Client(SERVER_NAME="127.0.0.1", REMOTE_ADDR="10.0.0.1").get(address)
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content
        assert not [w for w in SECRET_WORDS if w.encode() in body], address
    assert (
        "Visit every victim"
        in browser("", **{"SERVER_NAME": "127.0.0.1"})
        .post(
            "/roles/",
            {"office": f"{officer().body}/{officer().office}", "next": "/plans/"},
            follow=True,
        )
        .content.decode()
    )


def test_its_page_says_to_the_office_that_the_public_sees_nothing_of_it(log: str) -> None:
    page = finding(Look(at=AT, actor=officer()), f"action/{FORCE}/log/1")
    assert "Restricted: the public sees nothing of it." in (page.kicker or "")


def test_the_register_says_which_rows_are_not_public_and_so_does_its_print(log: str) -> None:
    """Protects a printed register from being handed on with words that are restricted."""
    page = register(Look(at=AT, actor=officer()), {"body": FORCE})
    count = len(page.rows)
    assert count == sum("Not public" in row.note for row in page.rows)
    assert f"{count} rows are not public here and on a print" in page.count
    public = register(Look(at=AT, actor=READER), {"body": FORCE})
    assert not [row for row in public.rows if "Not public" in row.note]
    assert "not public" not in public.count


def test_the_log_of_next_month_goes_on_from_it_and_is_restricted_too(log: str) -> None:
    document = marked(*changed(1, "Status", "Complete"))
    recorded(document, date(2026, 11, 2))
    assert held()["1"].rung is not None
    later = [v for v in registers.history(FORCE).versions if v.fact.doc == document]
    assert later
    assert all(
        set(v.fact.classes.values()) == {Classification.RESTRICTED}
        for v in later
        if type(v.fact).__name__ != "Reclassified"
    )


def test_the_mark_is_told_before_the_rows_are_recorded() -> None:
    document = marked(*LOG)
    page = difference(Look(at=AT, actor=officer()), document, asked(), key="k")
    assert page.first[0].title == "This log is marked OFFICIAL-SENSITIVE"
    assert page.people == ()
    plain = log_files.keep(by=officer(), data=sheet(*LOG), name="log.csv", institution=FORCE)
    page = difference(Look(at=AT, actor=officer()), plain, asked(), key="k")
    assert "marked" not in [section.id for section in page.first]
