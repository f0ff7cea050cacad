"""Who may do what: the table is whole, and a refusal says who may."""

import pytest

from answerable.operations import access
from answerable.operations.access_words import DOING
from answerable.vocabulary.access import READER, Actor, Role
from answerable.vocabulary.refusal import Refusal


def actor(role: Role, body: str) -> Actor:
    return Actor(body=body, office=role.value, person="p", roles=frozenset({role}))


def test_every_role_has_a_line() -> None:
    assert set(access.MAY) == set(Role)


def test_nobody_writes_facts_as_an_administrator_and_readers_only_report() -> None:
    shared = access.MAY[Role.ADMINISTRATOR] & access.MAY[Role.GOVERNANCE_OFFICER]
    assert shared == {"checkpoint", "export", "see_roles", "see_read_log"}
    assert access.MAY[Role.PUBLIC] == {"report_mistake"}


def test_an_institution_cannot_accept_verify_or_state_its_own_closing() -> None:
    own = access.MAY[Role.CHIEF_OFFICER] | access.MAY[Role.FORCE_LIAISON]
    assert not own & {"accept_claim", "verify_closure", "state_closure"}


def test_a_refusal_says_who_may() -> None:
    with pytest.raises(Refusal, match=r"may not move a due date.*governance officer"):
        access.require(READER, "move_due_date", about="anyshire-police")


def test_governance_reaches_the_institution_it_oversees_and_no_other() -> None:
    officer = actor(Role.GOVERNANCE_OFFICER, "anyshire-pcc")
    access.require(officer, "adopt_plan", about="anyshire-police")
    with pytest.raises(Refusal, match="for which it does not answer"):
        access.require(officer, "adopt_plan", about="west-mercia-police")
    assert not access.may(officer, "adopt_plan", about="west-mercia-police")


def test_who_holds_nobody_to_account_may_record_about_all() -> None:
    researcher = actor(Role.GOVERNANCE_OFFICER, "answerable")
    assert access.may(researcher, "accept", about="west-mercia-police")


def test_a_force_reaches_itself_only() -> None:
    liaison = actor(Role.FORCE_LIAISON, "anyshire-police")
    assert access.may(liaison, "update_action", about="anyshire-police")
    assert not access.may(liaison, "update_action", about="west-mercia-police")


def test_an_operation_that_nobody_listed_is_a_defect_not_a_permission() -> None:
    with pytest.raises(KeyError):
        access.require(READER, "no_such_operation")


def test_every_operation_has_words_that_a_person_would_use() -> None:
    assert set(DOING) == set(access.OPERATIONS)
    assert not [words for words in DOING.values() if "_" in words]
