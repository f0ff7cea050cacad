"""A partner that no list holds: named in a real home, it acts for its own part and no other."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from answerable.cli.main import app
from answerable.ledger.book import Receipt
from answerable.operations import access, catalogue, installation, people
from answerable.operations.accountability import partners
from answerable.operations.installation import Named
from answerable.operations.rights import accounts, inviting
from answerable.operations.sessions import scrutiny
from answerable.scrutiny.accountability.partners import NotShared
from answerable.store.book import book
from answerable.store.engine import database
from answerable.store.reads import registers
from answerable.vocabulary.access import Role
from answerable.vocabulary.facts import BodyNamed
from answerable.vocabulary.refusal import Refusal
from tests.operations.cast import common

AT = datetime(2026, 11, 25, 9, tzinfo=UTC)
DAY = date(2026, 11, 25)
FORCE, OVERSIGHT = "west-mercia-police", "west-mercia-pcc"
COUNCIL = "marlshire-county-council"


@pytest.fixture(autouse=True)
def real(home: Path) -> Path:
    installation.init(
        at=AT, key="set-up", regime="police-england-wales", institution=FORCE, oversight=OVERSIGHT
    )
    return home


def name(words: str = "Marlshire County Council", **more: Any) -> Receipt:
    given = {"institution": FORCE, "name": words, "kind": "County council", "on": DAY}
    return partners.name_partner(**common(people.acting_as(None), at=AT) | given | more)


def promised(text: str) -> str:
    officer = people.acting_as(None)
    receipt = scrutiny.promise_action(
        **common(officer, at=AT), institution=FORCE, text=text, on=DAY
    )
    return next(s for s in receipt.streams if s.startswith("action/"))


def test_it_is_named_on_the_record_with_its_kind_and_since_when() -> None:
    assert COUNCIL not in catalogue.bodies()
    name(on=date(2026, 4, 1))
    (fact,) = registers.register(FORCE, valid=DAY).of(BodyNamed)
    assert (fact.stream, fact.kind, fact.kind_words) == (
        f"body/{COUNCIL}",
        "partner",
        "County council",
    )
    assert fact.valid.start == date(2026, 4, 1)
    body = catalogue.bodies()[COUNCIL]
    assert (body.name, body.kind, body.kind_words) == (
        "Marlshire County Council",
        "partner",
        "County council",
    )
    assert people.acting_as(f"{COUNCIL}/partner").roles == {Role.PARTNER}


def test_an_account_is_given_for_it_and_reaches_its_own_action_only() -> None:
    office: dict[str, Any] = {"office": f"{COUNCIL}/partner", "roles": ["partner"]}
    admin = people.administrator()
    with pytest.raises(accounts.NotAnAccount, match="is no office"):
        inviting.invite(by=admin, at=AT, name="a.warden", **office)
    name()
    offer = inviting.invite(by=admin, at=AT, name="a.warden", **office)
    token = offer.path.rstrip("/").rpartition("/")[2]
    account = inviting.accept(token=token, at=AT, password="a long enough pass of words")
    council = accounts.actor_of(account)
    assert (council.body, access.only_partner(council)) == (COUNCIL, True)
    own, other = promised("Visit every shop."), promised("Count the visits.")
    partners.join_partner(
        **common(people.acting_as(None), at=AT),
        reference=own,
        partner="Marlshire County Council",
        part="Lends two wardens.",
        on=DAY,
    )
    told: dict[str, Any] = {"text": "The wardens began.", "on": DAY}
    scrutiny.update_action(**common(council, at=AT), reference=own, **told)
    with pytest.raises(NotShared, match="no part in this action"):
        scrutiny.update_action(**common(council, at=AT), reference=other, **told)


@pytest.mark.parametrize(
    ("words", "more", "said"),
    [
        ("marlshire  county council", {}, "Marlshire County Council is named here already"),
        ("NCA", {}, "National Crime Agency is named here already"),
        ("  ", {}, "Give the name of the body"),
        ("Marlshire Fire", {"on": date(2026, 11, 26)}, "that day has not come yet"),
    ],
)
def test_what_cannot_be_named_is_refused_in_words(
    words: str, more: dict[str, Any], said: str
) -> None:
    name()
    size = registers.head().size
    with pytest.raises(Refusal, match=said):
        name(words, **more)
    assert registers.head().size == size


def test_the_same_command_again_names_nobody_twice() -> None:
    again: dict[str, Any] = {"key": "once"}
    assert name(**again) == name(**again)


def test_only_an_office_that_answers_for_the_institution_names_it() -> None:
    with pytest.raises(access.NotAllowed, match="may not name a partner"):
        name(by=people.acting_as(f"{FORCE}/liaison"))


def test_what_another_process_named_is_known_once_the_record_is_read() -> None:
    """A server goes on while a command names a partner."""
    assert COUNCIL not in catalogue.bodies()
    body = Named("Marlshire County Council", "", "partner").body
    book().append(
        about=FORCE,
        decide=lambda register: [installation.naming(register, body, DAY)],
        **common(people.acting_as(None), at=AT),
    )
    with database.transaction():  # what it reads may yet be undone, so nothing of it is kept
        registers.head()
    assert COUNCIL not in catalogue.bodies()
    registers.head()
    assert catalogue.bodies()[COUNCIL].kind_words == "Partner body"


def test_words_that_two_offices_share_name_neither() -> None:
    name()
    name("Marlshire Health Board", kind="Health board")
    with pytest.raises(accounts.NotAnAccount, match="is no office"):
        accounts.post("Partner", ["partner"], holding="substantive", ends=None, on=DAY)


def test_the_command_names_it(real: Path) -> None:
    given = ["name-partner", FORCE, "--name", "Marlshire Safety Partnership", "--on", "2026-04-01"]
    ended = CliRunner().invoke(app, [*given, "--kind", "Community safety partnership"])
    assert ended.exit_code == 0, ended.output
    assert "body/marlshire-safety-partnership" in ended.output
