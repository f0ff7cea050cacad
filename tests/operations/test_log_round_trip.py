"""The log that was given back, sent in again unchanged, changes nothing: whatever its columns."""

import pytest

from answerable.ledger.register import Register
from answerable.operations.plans import action_log, log_export, log_files, log_said, unlinked
from answerable.operations.plans import plans as actions_of
from answerable.operations.sessions import scrutiny
from answerable.scrutiny.answering import answered
from answerable.store.reads import registers
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
    document = back()
    opened = log_files.opened(document)
    assert opened.table.sheets == ("Action log",)
    found = action_log.compared(
        by=officer(), on=AT.date(), document=document, asked=asked(AT.date())
    )
    assert [change.kind for change in found.changes] == ["same"] * 4


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
