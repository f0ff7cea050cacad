"""Two people confirm a cause of concern: told before the first answers, and never one person."""

import pytest

from answerable.operations.documents.two_readers import ReadBefore
from answerable.operations.pages.documents.candidate import candidate
from answerable.operations.pages.documents.review import queue
from answerable.operations.pages.look import Look
from answerable.operations.rights import accounts
from answerable.vocabulary.access import Role
from tests.operations.cast import AT, COMMISSIONER, OFFICER
from tests.operations.test_reviewing import accept, name, of_kind, read
from tests.security.people import account

__all__ = ["read"]  # the fixture: a report that was read


def told(actor: object = OFFICER) -> str:
    found = of_kind("cause_of_concern")[0]
    return candidate(Look(at=AT, actor=actor), name(found), key="k").answered  # type: ignore[arg-type]  # an actor


def test_that_a_second_person_is_needed_stands_there_before_the_first_answers(read: str) -> None:
    words = told()
    assert "Two people confirm this." in words
    assert "Your answer is the first" in words
    (one, *_) = (
        c
        for c in queue(
            Look(at=AT, actor=OFFICER), document=read, kind="cause_of_concern"
        ).candidates
    )
    assert one.answered == "Two people confirm this."
    plain = of_kind("recommendation")[0]
    assert candidate(Look(at=AT, actor=OFFICER), name(plain), key="k").answered == ""


def test_without_accounts_the_page_says_that_it_cannot_tell_two_people_apart(read: str) -> None:
    assert "it cannot tell one person from another" in told()
    accept(of_kind("cause_of_concern")[0])
    assert "it cannot tell one person from another" in told(COMMISSIONER)


def test_where_people_sign_in_an_office_that_is_only_named_reads_nothing_of_two(
    read: str,
) -> None:
    found = of_kind("cause_of_concern")[0]
    first = account(Role.GOVERNANCE_OFFICER)
    second = account(Role.COMMISSIONER)
    one, two = (accounts.acting(login.pk, at=AT) for login in (first, second))
    assert one is not None
    assert two is not None
    assert "each signed in as themselves" in told(one)
    accept(found, by=one)
    with pytest.raises(ReadBefore, match="may be the same person again"):
        accept(found, by=COMMISSIONER)
    with pytest.raises(ReadBefore, match="another person"):
        accept(found, by=one)
    assert accept(found, by=two) is not None
