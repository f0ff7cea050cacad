"""The log that was given back, sent in again unchanged, changes nothing: whatever its columns."""

from collections.abc import Mapping

import pytest

from answerable.ledger.register import Register
from answerable.operations.plans import action_log, log_export, log_files, log_said, unlinked
from answerable.operations.plans import plans as actions_of
from answerable.operations.sessions import scrutiny
from answerable.scrutiny.answering import answered
from answerable.scrutiny.plans.action_log import Agreed
from answerable.scrutiny.progress import actions
from answerable.store.reads import registers
from answerable.vocabulary.facts import DueDateMoved
from tests.operations.test_desk_action_log import (
    ANSWERING,
    AT,
    FORCE,
    NOVEMBER,
    OCTOBER,
    REPORT,
    UNDER,
    WITH_REC,
    asked,
    kept,
    officer,
    own,
    published,
    recorded,
)

__all__ = ["own"]  # the fixture: a home of one's own

LONG = ("Nr", "Source", "What was agreed", "Who", "Target date", "BRAG", "Position")
SHORT = ("Nr", "What was agreed", "Who")
MEANT = {"Nr": "ref", "What was agreed": "action", "Who": "owner", "Target date": "due"}


def log(head: tuple[str, ...], *, who: str) -> str:
    words = {
        "Source": "A&A",
        "Who": who,
        "Target date": "31 March 2027",
        "BRAG": "Amber",
        "Position": "Open",
    }
    rows = (
        {**words, "Nr": f"23/00{n}", "What was agreed": f"Bring paper {n} on the queue"}
        for n in range(1, 4)
    )
    return kept(*(tuple(row[label] for label in head) for row in rows), head=head)


def register() -> Register:
    return registers.register(FORCE, valid=AT.date(), actor=officer())


def back() -> str:
    data = log_export.export_log(by=officer(), institution=FORCE, on=AT.date())[1]
    return log_files.keep(by=officer(), data=data, name="log.xlsx", institution=FORCE)


@pytest.mark.parametrize("head", [LONG, SHORT])
def test_two_imports_and_a_session_later_the_log_comes_back_without_a_difference(
    head: tuple[str, ...],
) -> None:
    for who, dated in (("DCC", OCTOBER), ("ACC", NOVEMBER)):
        document = log(head, who=who)
        log_said.use_columns(
            by=officer(),
            document=document,
            institution=FORCE,
            columns={label: MEANT[label] for label in head if label in MEANT},
            leads={},
        )
        recorded(document, dated)
    actions_of.reassign(
        by=officer(),
        at=AT,
        key="give",
        seen=registers.head().size - 1,
        reference=f"{UNDER}23-002",
        owner="Head of Crime",
        on=NOVEMBER,
        reason="Named at the board.",
        authoriser="chief-constable",
    )
    scrutiny.promise_action(
        by=officer(), at=AT, key="p", seen=None, institution=FORCE, text="Ask.", on=NOVEMBER
    )
    scrutiny.promise_action(
        by=officer(), at=AT, key="q", seen=None, institution=FORCE, text="Tell.", on=NOVEMBER,
        due="2027-01",
    )  # fmt: skip
    document = back()
    opened = log_files.opened(document)
    assert opened.table.sheets == ("Action log",)
    found = action_log.compared(
        by=officer(), on=AT.date(), document=document, asked=asked(AT.date())
    )
    assert [change.kind for change in found.changes] == ["same"] * 5


def write(document: str, *, key: str) -> None:
    action_log.import_action_log(
        by=officer(),
        at=AT,
        key=key,
        seen=None,
        document=document,
        asked=asked(report=REPORT),
        agreed={},
    )


@pytest.mark.parametrize("early", [True, False])
def test_a_link_that_somebody_took_back_is_not_brought_again_by_the_log_as_it_was(
    *, early: bool
) -> None:
    about = asked(report=REPORT)
    name = published() if early else ""
    document = kept(*ANSWERING, head=WITH_REC)
    write(document, key="first")
    if not early:
        name = published()
        write(document, key="again")
    (stream,) = (a for a, names in answered(register()).items() if name in names)
    unlinked.take_link_back(
        by=officer(),
        at=AT,
        key="u",
        seen=None,
        reference=stream,
        unlink=name,
        reason="It is of the report of 2023.",
    )
    found = action_log.compared(by=officer(), on=AT.date(), document=back(), asked=about)
    assert {change.kind for change in found.changes} == {"same"}


def returned(typed: Mapping[str, str]) -> str:
    """The log that was given out, with other words under “Register: due”, by number."""
    given = log_files.opened(back())
    rows = []
    for block in given.blocks:
        words = [" ".join(given.text.exact(span).split()) for span in block.cells]
        place = block.header.index("Register: due")
        words[place] = typed.get(words[0], words[place])
        rows.append(tuple(words))
    return kept(*rows, head=given.table.header)


def test_a_date_that_the_force_types_beside_the_register_is_asked_about_as_a_revised_one() -> None:
    """Protects what the force proposes from being lost in a column that nobody reads."""
    recorded(log(LONG, who="DCC"))
    typed = {"23/001": "30/06/2027", "23/002": "ask the DCC", "23/003": "31 March 2027"}
    document = returned(typed)
    found = action_log.compared(
        by=officer(), on=AT.date(), document=document, asked=asked(AT.date())
    )
    first, second, third = found.changes
    assert first.moved
    assert (first.moved.before, first.moved.now) == ("2027-03-31", "2027-06-30")
    assert first.what == ("Revised due: 30/06/2027 (before: empty)",)
    assert (second.moved, second.what) == (
        None,
        ("Revised due: ask the DCC (before: empty)",),
    )
    assert third.kind == "same"
    agreed = {first.stream: Agreed("west-mercia-pcc/commissioner", "The supplier is late.")}
    recorded(document, AT.date(), agreed=agreed)
    due = {item.reference: item.due for item in actions(register())}
    assert due[first.stream] == "2027-06-30"
    moved = next(f for f in register().of(DueDateMoved))
    assert moved.quote
    assert moved.quote.endswith("30/06/2027"), "quoted with the cell that it is read from"
    again = action_log.compared(
        by=officer(), on=AT.date(), document=back(), asked=asked(AT.date())
    )
    assert [c.moved for c in again.changes] == [None] * 3


def test_what_the_force_proposed_and_nobody_agreed_to_is_asked_again_with_the_same_file() -> None:
    recorded(log(LONG, who="DCC"))
    document = returned({"23/001": "30/06/2027"})
    recorded(document, AT.date())
    found = action_log.compared(
        by=officer(), on=AT.date(), document=document, asked=asked(AT.date())
    )
    first = found.changes[0]
    assert first.moved
    assert first.moved.again
