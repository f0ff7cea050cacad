"""Recommendations that a report numbers under each cause of concern: confirmed, and in a log."""

import re

import pytest

from answerable.operations import people
from answerable.operations.documents import deciding, late_causes, reading
from answerable.operations.documents.reader import Meta
from answerable.operations.pages.desk.import_lines import what
from answerable.operations.pages.findings.finding import finding
from answerable.operations.pages.look import Look
from answerable.operations.plans import action_log
from answerable.scrutiny.plans import log_number
from answerable.scrutiny.report_names import report_of
from answerable.store.papers import review
from answerable.store.reads import registers
from answerable.vocabulary.facts import FindingPublished
from tests.operations.test_desk_action_log import (
    AT,
    FORCE,
    OVERSIGHT,
    WITH_REC,
    asked,
    kept,
    officer,
    own,
)

__all__ = ["own"]
REPORT = b"""<html><title>Custody</title><body><h1>West Mercia Police: custody</h1>
<h2>Cause of concern 1</h2><p>The force does not keep people safe in custody.</p>
<h3>Recommendations</h3>
<p>Recommendation 1</p><p>By 30 September 2026, the force should train every sergeant.</p>
<p>Recommendation 2</p><p>By 30 September 2026, the force should check each cell.</p>
<h2>Cause of concern 2</h2><p>The force does not answer the public quickly enough.</p>
<h3>Recommendations</h3>
<p>Recommendation 1</p><p>By 30 September 2026, the force should train its call handlers.</p>
<p>Recommendation 2</p><p>By 30 September 2026, the force should publish its times.</p>
</body></html>"""


ORDERS = (("cause_of_concern", "recommendation"), ("recommendation", "cause_of_concern"))


@pytest.fixture(params=ORDERS, ids=("causes first", "causes last"))
def confirmed(own: None, request: pytest.FixtureRequest) -> str:
    """The report with its causes and recommendations confirmed, in both orders; its reference."""
    return confirm(REPORT, request.param)


def confirm(report: bytes, order: tuple[str, ...]) -> str:
    by, second = (
        people.acting_as(f"{OVERSIGHT}/{office}")
        for office in ("governance-officer", "commissioner")
    )
    meta = Meta(name="r.html", publisher="hmicfrs", published="2026-04-20", subject=FORCE)
    reading.read(by=by, at=AT, key="read", data=report, meta=meta)
    for kind in order:
        for one in review.waiting(kind=kind):
            name = str(one.record["id"])
            deciding.accept(by=by, at=AT, key=name, seen=None, candidate=name)
            if kind == "cause_of_concern":  # two persons read it
                deciding.accept(by=second, at=AT, key=f"{name}/2", seen=None, candidate=name)
    found = registers.register(FORCE, valid=AT.date()).of(FindingPublished)
    return report_of(found[0].stream)


def texts() -> dict[str, str]:
    found = registers.register(FORCE, valid=AT.date()).of(FindingPublished)
    return {fact.stream: str(fact.text) for fact in found}


def test_the_second_recommendation_1_is_one_of_its_own_under_its_cause(confirmed: str) -> None:
    held = {
        (f.parent, f.number): f.text
        for f in registers.register(FORCE, valid=AT.date()).of(FindingPublished)
        if f.kind == "recommendation"
    }
    one, two = (f"{confirmed}/cause-of-concern/{n}" for n in (1, 2))
    assert held == {
        (one, "1"): "train every sergeant",
        (one, "2"): "check each cell",
        (two, "1"): "train its call handlers",
        (two, "2"): "publish its times",
    }
    assert len(texts()) == 6, "each under a reference of its own"


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("CoC1 R2", "check each cell"),
        ("CoC2 R1", "train its call handlers"),
        ("Cause of concern 2 recommendation 2", "publish its times"),
    ],
)
def test_a_log_is_linked_to_that_recommendation_under_that_cause(
    cell: str, words: str, confirmed: str
) -> None:
    document = kept(("1", cell, "Visit.", "DCC", "31/03/27"), head=WITH_REC)
    about = asked(report=confirmed)
    (change,) = action_log.compared(
        by=officer(), on=AT.date(), document=document, asked=about
    ).changes
    assert change.entry is not None
    assert [texts()[name] for name in change.entry.answers] == [words]
    assert not any("not to a recommendation under it" in told for told in what(change, {}))


def test_the_page_of_the_action_names_the_cell_as_the_number_of_that(confirmed: str) -> None:
    document = kept(("1", "CoC2 R1", "Visit.", "DCC", "31/03/27"), head=WITH_REC)
    action_log.import_action_log(
        by=officer(), at=AT, key="log", seen=None, document=document,
        asked=asked(report=confirmed), agreed={},
    )  # fmt: skip
    register = registers.register(FORCE, valid=AT.date())
    stream = f"action/{FORCE}/log/1"
    (name,) = (n for n, words in texts().items() if words == "train its call handlers")
    named, nowhere, _ = log_number.asked_as(register, stream, (name,))
    assert (dict(named), nowhere) == ({name: "CoC2 R1"}, "")


def test_a_number_that_the_cause_does_not_have_is_linked_to_the_cause_and_said(
    confirmed: str,
) -> None:
    document = kept(("1", "CoC1 R7", "Visit.", "DCC", "31/03/27"), head=WITH_REC)
    (change,) = action_log.compared(
        by=officer(), on=AT.date(), document=document, asked=asked(report=confirmed)
    ).changes
    assert change.entry is not None
    assert change.entry.answers == (f"{confirmed}/cause-of-concern/1",)
    assert any("not to a recommendation under it" in told for told in what(change, {}))


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("CoC1 R2", ["check each cell"]),
        ("CoC 1, R2", ["check each cell"]),
        ("PEEL26 CoC 2, Rec 1", []),
        ("Custody 2026 CoC 2, Rec 1", ["train its call handlers"]),
        ("CoC 2, R1; CoC 1, R1", ["train its call handlers", "train every sergeant"]),
    ],
)
def test_recommendations_without_a_number_are_counted_under_their_cause(
    order: tuple[str, ...], cell: str, words: list[str], own: None
) -> None:
    report = confirm(re.sub(rb"<p>Recommendation \d</p>", b"", REPORT), order)
    document = kept(("1", cell, "Visit.", "DCC", "31/03/27"), head=WITH_REC)
    (change,) = action_log.compared(
        by=officer(), on=AT.date(), document=document, asked=asked(report=report)
    ).changes
    assert change.entry is not None
    assert [texts()[name] for name in change.entry.answers] == words


def test_a_report_that_is_handed_in_again_names_the_cause_of_what_lacks_it(
    own: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as before:
        before.setattr(late_causes, "put_right", lambda *_, **__: None)
        confirm(REPORT, ORDERS[1])
    found = registers.register(FORCE, valid=AT.date()).of(FindingPublished)
    assert {f.parent for f in found} == {None}
    meta = Meta(name="r.html", publisher="hmicfrs", published="2026-04-20", subject=FORCE)
    by = people.acting_as(f"{OVERSIGHT}/governance-officer")
    reading.read(by=by, at=AT, key="again", data=REPORT, meta=meta)
    found = registers.register(FORCE, valid=AT.date()).of(FindingPublished)
    assert all(f.parent for f in found if f.kind == "recommendation")


def test_a_cause_that_is_confirmed_after_its_recommendations_is_added_and_was_no_mistake(
    own: None,
) -> None:
    """Protects a body from a public sentence that it wrote wrongly what was not yet known."""
    confirm(REPORT, ORDERS[1])
    register = registers.register(FORCE, valid=AT.date())
    (name, *_) = [f.stream for f in register.of(FindingPublished) if f.parent]
    told = [link.label for link in finding(Look(at=AT, actor=officer()), name).rectified]
    (words,) = [one for one in told if "finding above it" in one]
    assert words.startswith("Added on ")
    assert "wrongly" not in words
    assert "/cause-of-concern/" not in words
