"""The register marks an owner that is not public, also where the words of the row are."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from answerable.operations.pages.desk.register import RegisterPage, register
from answerable.operations.pages.look import Look
from answerable.operations.plans import plans
from answerable.operations.record import removal
from answerable.operations.rights import markings
from answerable.operations.sessions import scrutiny
from answerable.store.reads import registers
from answerable.vocabulary.access import READER, Actor, Role
from answerable.vocabulary.facts import ActionPromised, ActionReassigned, DueDateMoved
from tests.operations.test_desk_action_log import FORCE, OVERSIGHT, kept, officer, own, recorded

__all__ = ["own"]
AT = datetime(2026, 11, 27, 9, tzinfo=UTC)
ROW = ("7", "Visit every victim.", "DCC", "31/03/27", "", "Open", "")


def marked(marking: str, *fields: str, ref: str = "7") -> None:
    """Values of an action on record, under a marking."""
    held = registers.register(FORCE, valid=date(2099, 1, 1), actor=officer())
    (first,) = held.versions_of(ActionPromised, stream=f"action/{FORCE}/log/{ref}")
    removal.reclassify(
        by=officer(),
        at=datetime(2026, 11, 26, 9, tzinfo=UTC),
        key=f"{marking}{fields}",
        seen=None,
        target=str(first.seq),
        fields=fields,
        marking=marking,
        ground="Personal data",
        review="2027-05-01",
        on=date(2026, 11, 26),
        lowered=False,
    )


def shown(actor: Actor) -> RegisterPage:
    return register(Look(at=AT, actor=actor), {"body": FORCE})


def liaison() -> Actor:
    """An office of the force, which sees what is internal and not what is restricted."""
    return replace(
        officer(), body=FORCE, office="force-liaison", roles=frozenset({Role.FORCE_LIAISON})
    )


@pytest.mark.parametrize("office", [officer, liaison])
def test_an_owner_that_is_marked_beside_public_words_is_marked_in_the_row(
    office: Callable[[], Actor],
) -> None:
    recorded(kept(ROW))
    (before,) = shown(office()).rows
    assert "not public" not in before.note
    marked("internal", "owner")
    page = shown(office())
    (row,) = page.rows
    assert row.owner == "Deputy chief constable"
    assert "The owner is not public" in row.note
    assert "1 row is not public here and on a print: do not hand them on." in page.count
    (public,) = shown(READER).rows
    assert public.owner == "No owner on record"
    assert "not public" not in public.note


def test_who_sees_the_owner_and_not_the_words_sees_the_mark_too() -> None:
    recorded(kept(ROW))
    marked("restricted", "text")
    marked("internal", "owner")
    (row,) = shown(liaison()).rows
    assert row.words == "Withheld"
    assert row.owner == "Deputy chief constable"
    assert "The owner is not public" in row.note
    assert "Not public" not in row.note, "the words are not shown"
    (whole,) = shown(officer()).rows
    assert "Not public" in whole.note


def given(reference: str) -> None:
    plans.reassign(
        by=officer(),
        at=datetime(2026, 11, 26, 10, tzinfo=UTC),
        key="given",
        seen=None,
        reference=reference,
        owner="ACC",
        reason="The log names nobody else.",
        authoriser=f"{OVERSIGHT}/governance-officer",
        on=date(2026, 11, 25),
    )


@pytest.mark.parametrize("marking", ["internal", "restricted"])
def test_who_is_given_an_action_is_no_more_public_than_who_had_it(marking: str) -> None:
    """Protects the new owner of a restricted action, and why, from being told to everybody."""
    recorded(kept(ROW))
    marked(marking, "text", "owner", "due", "quote")
    given(f"action/{FORCE}/log/7")
    public = registers.register(FORCE, valid=date(2099, 1, 1), actor=READER)
    assert not [f for f in public.of(ActionReassigned) if f.owner or f.reason]
    (row,) = shown(officer()).rows
    assert row.owner == "Assistant chief constable"
    assert "Not public" in row.note
    if marking == "restricted":
        grounds = {m.ground for m in markings.every(by=officer()) if "owner" in m.fields}
        assert grounds == {"Personal data"}, "the new owner on the same ground"


def test_who_is_given_a_public_action_is_public() -> None:
    recorded(kept(ROW))
    given(f"action/{FORCE}/log/7")
    (row,) = shown(READER).rows
    assert row.owner == "Assistant chief constable"
    assert "not public" not in row.note.casefold()


def test_a_new_date_is_no_more_public_than_the_one_before() -> None:
    recorded(kept(ROW))
    marked("restricted", "text", "owner", "due", "quote")
    scrutiny.move_due_date(
        by=officer(),
        at=datetime(2026, 11, 26, 10, tzinfo=UTC),
        key="moved",
        seen=None,
        reference=f"action/{FORCE}/log/7",
        to="2027-06-30",
        on=date(2026, 11, 25),
        reason="The supplier is late.",
        authoriser=f"{OVERSIGHT}/governance-officer",
    )
    public = registers.register(FORCE, valid=date(2099, 1, 1), actor=READER)
    assert not [f for f in public.of(DueDateMoved) if f.due or f.reason]
    (row,) = shown(officer()).rows
    assert row.due == "30 June 2027"
