"""The check before a publication raises no false alarm on the demonstration, and holds a leak."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from django.test import Client

from answerable.ledger.register import Register
from answerable.operations import access, catalogue, people, sensitivity
from answerable.operations.accountability import succession
from answerable.operations.output import mirror
from answerable.operations.pages.accountability import oversight as oversight_page
from answerable.operations.pages.look import Look
from answerable.publishing.sensitivity.model import HeldBack, Passage
from answerable.scrutiny.accountability.succession import NotPassed
from answerable.scrutiny.sourced import OUR_RECORD
from answerable.store.book import book
from answerable.store.reads import oversight, registers
from answerable.vocabulary.facts import ActionUpdated
from tests.demo.conftest import NOW
from tests.demo.crawled import pages
from tests.operations.cast import OFFICER, common

FORCE, TODAY = "anyshire-police", date(2026, 11, 25)
LAST, FIRST = date(2028, 5, 7), date(2028, 5, 8)
FEWEST = 100


def test_no_page_of_the_demonstration_is_held(told: Path, reader: Client) -> None:
    seen = dict(pages(reader, most=FEWEST))
    assert len(seen) == FEWEST
    held = [
        (address, one.what, one.words)
        for address, text in seen.items()
        if not address.startswith("/history/entry/")  # hashes; its words are checked as facts
        for one in sensitivity.held([Passage(address, text)])
    ]
    assert held == []


def test_nothing_public_on_the_record_is_held(told: Path) -> None:
    assert sensitivity.publication(on=TODAY) == ()


def test_a_mirror_is_refused_while_something_public_is_held(own: Path) -> None:
    action = next(s for s in _register(TODAY).streams() if s.startswith("action/"))
    book().append(
        about=FORCE,
        decide=lambda register: [
            ActionUpdated(
                **OUR_RECORD.envelope(register, stream=action, on=TODAY),
                text="Work is slow: the force manages 14 OCGs.",
            )
        ],
        by=OFFICER,
        at=NOW,
        key="leak",
        seen=None,
    )
    with pytest.raises(HeldBack, match="organised crime groups"):
        mirror.fixed(on=TODAY, known=None, base="https://example.org")


def test_oversight_passes_and_no_thread_is_lost(told: Path) -> None:
    before, after = _register(LAST), _register(FIRST)
    assert catalogue.oversight_of(FORCE, on=LAST) == "anyshire-pcc"
    assert catalogue.oversight_of(FORCE, on=FIRST) == "anyshire-board"
    assert oversight.overseen_by("anyshire-pcc", on=FIRST) == frozenset()
    assert oversight.overseen_by("anyshire-board", on=FIRST) == {FORCE}
    assert catalogue.regime_of(FORCE, on=LAST).id == "police-england-wales"
    assert catalogue.regime_of(FORCE, on=FIRST).id == "police-board"
    assert [h.body for h in succession.line(FORCE)] == ["anyshire-pcc", "anyshire-board"]
    lost = set(before.streams()) - set(after.streams())
    assert lost == set()


@pytest.mark.parametrize(
    "address",
    [
        "/oversight/anyshire-police/?valid=2028-06-01",
        "/sessions/anyshire-board/next/?valid=2028-06-01",
        "/sessions/anyshire-board/",
        "/bodies/anyshire-police/?valid=2028-06-01",
        "/partners/anyshire-board/",
    ],
)
def test_pages_follow_the_next_body(told: Path, reader: Client, address: str) -> None:
    answer = reader.get(address)
    assert answer.status_code == 200
    assert "Anyshire" in answer.content.decode()


def test_the_next_body_acts_from_its_first_day(own: Path) -> None:
    board = people.acting_as("anyshire-board/governance-officer")
    assert not access.may(replace(board, on=LAST), "adopt_plan", about=FORCE)
    assert access.may(replace(board, on=FIRST), "adopt_plan", about=FORCE)
    assert not access.may(replace(OFFICER, on=FIRST), "adopt_plan", about=FORCE)
    with pytest.raises(NotPassed, match="already"):
        succession.pass_oversight(
            **common(OFFICER),
            institution=FORCE,
            to="anyshire-board",
            law="An order",
            reason="It ends.",
            on=date(2029, 1, 1),
        )


def _register(on: date) -> Register:
    return registers.register(FORCE, valid=on)


def test_a_look_at_the_first_day_names_the_board(told: Path) -> None:
    assert "Policing and Crime Board" in oversight_page.lines(Look(at=NOW, valid=FIRST), FORCE)[0]
