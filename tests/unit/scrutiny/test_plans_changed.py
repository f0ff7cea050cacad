"""Owners, milestones, what waits for what, duplicates, objectives, judgements: each refusal."""

from datetime import date
from typing import Any

import pytest

from answerable.ledger.register import Register
from answerable.scrutiny.plans import (
    assigned,
    duplicates,
    milestones,
    objectives,
    plan_judged,
    waiting_for,
)
from answerable.scrutiny.plans.duplicates import SplitPart
from answerable.scrutiny.plans.plan_test import Part, plan_test
from answerable.scrutiny.plans.plans import NotPossible
from answerable.scrutiny.progress import findings, progress
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import (
    ActionPromised,
    FindingPublished,
    PlanAdopted,
    ResourceNamed,
    RungReached,
)
from tests.factories import COMMISSIONER, FORCE, fact, register

DAY = date(2026, 3, 1)
ADVICE = "hmicfrs/2026/anyshire/theft/recommendation/1"


def advice(**more: Any) -> Fact:
    return fact(
        FindingPublished, stream=ADVICE, on="2026-01-01", kind="recommendation", number="1", **more
    )


def action(name: str, **more: Any) -> Fact:
    given: dict[str, Any] = {"text": f"Do {name}.", "owner": "dcc", "due": "2026-06-30", **more}
    return fact(ActionPromised, stream=f"action/{name}", on="2026-01-15", **given)


def after(held: list[Fact], made: list[Fact], *, on: date = date(2026, 3, 2)) -> Register:
    return register([*held, *made], valid=on)


def test_another_owner_takes_an_action_and_the_first_stays_on_record() -> None:
    held = [action("a")]
    made = assigned.reassign(
        register(held, valid=DAY),
        stream="action/a",
        owner="acc",
        on=DAY,
        reason="The post moved.",
        authoriser="chief-constable",
    )
    found = after(held, made)
    assert progress(found, "action/a").owner == "assistant-chief-constable"
    assert progress(register(held, valid=DAY), "action/a").owner == "deputy-chief-constable"
    with pytest.raises(NotPossible, match="The ACC owns it already"):
        assigned.reassign(
            found, stream="action/a", owner="acc", on=DAY, reason="x", authoriser="y"
        )


def test_all_open_actions_of_an_owner_go_or_none() -> None:
    held = [
        action("a"),
        action("b"),
        action("c", owner="acc"),
        action("d"),
        fact(RungReached, stream="action/d", on="2026-02-01", rung="delivered"),
    ]
    now = register(held, valid=DAY)
    given: dict[str, Any] = {
        "owner": "dcc",
        "to": "acc",
        "on": DAY,
        "reason": "Left.",
        "authoriser": "cc",
    }
    made = assigned.reassign_all(now, **given)
    assert [f.stream for f in made] == ["action/a", "action/b", "action/d"]
    with pytest.raises(NotPossible, match="changed since you looked: then 1, now 3"):
        assigned.reassign_all(now, **given, among=("action/a",))
    assert assigned.held_by(after(held, made), "dcc") == ()


def test_a_milestone_moves_in_its_own_stream_and_is_met_once() -> None:
    held = [action("a")]
    first = milestones.set_milestone(
        register(held, valid=DAY), of="action/a", text="Agree posts.", due="2026-03-31", on=DAY
    )
    moved = milestones.set_milestone(
        after(held, first),
        of="action/a",
        text="Agree posts.",
        due="2026-04-30",
        on=DAY,
        again="milestone/action/a/1",
    )
    now = after(held, [*first, *moved])
    (found,) = milestones.milestones(now, of="action/a")
    assert (found.due_first, found.due) == ("2026-03-31", "2026-04-30")
    assert found.state(date(2026, 3, 2)) == "moved"
    assert found.state(date(2026, 5, 1)) == "overdue"
    met = milestones.meet_milestone(now, milestone=found.reference, on=DAY)
    later = after(held, [*first, *moved, *met])
    assert milestones.milestones(later)[0].state(date(2026, 5, 1)) == "delivered"
    with pytest.raises(NotPossible, match="met already"):
        milestones.meet_milestone(later, milestone=found.reference, on=DAY)
    with pytest.raises(NotPossible, match="before it was set"):
        milestones.set_milestone(now, of="action/a", text="x", due="2026-02-01", on=DAY)


def test_a_circle_of_waiting_is_refused_and_named() -> None:
    held = [action("a"), action("b"), action("c")]

    def wait(now: Register, one: str, other: str) -> list[Fact]:
        return waiting_for.state_dependency(
            now, stream=f"action/{one}", other=f"action/{other}", reason="First.", on=DAY
        )

    made = wait(register(held, valid=DAY), "a", "b")
    made += wait(after(held, made), "b", "c")
    now = after(held, made)
    with pytest.raises(NotPossible, match="action/a waits for action/b waits for action/c") as no:
        wait(now, "c", "a")
    assert no.value.code == "circle"
    with pytest.raises(NotPossible, match="does not wait for itself"):
        wait(now, "a", "a")
    with pytest.raises(NotPossible, match="on record already"):
        wait(now, "a", "b")
    assert [w.item.reference for w in waiting_for.waits_for(now, "action/a")] == ["action/b"]
    assert [w.item.reference for w in waiting_for.waited_by(now, "action/c")] == ["action/b"]


def test_a_duplicate_is_followed_under_the_other_through_every_link() -> None:
    held = [advice(), action("a", answers=(ADVICE,)), action("b"), action("c")]
    made = duplicates.merge(
        register(held, valid=DAY), stream="action/a", into="action/b", reason="Same.", on=DAY
    )
    made += duplicates.merge(
        after(held, made), stream="action/b", into="action/c", reason="Same.", on=DAY
    )
    now = after(held, made)
    assert duplicates.merged(now) == {"action/a": "action/c", "action/b": "action/c"}
    assert progress(now, "action/a").disposition == "superseded"
    assert progress(now, "action/a").text == "Do a."
    with pytest.raises(NotPossible, match="superseded already and is followed under action/b"):
        duplicates.merge(now, stream="action/a", into="action/c", reason="Same.", on=DAY)
    (tested,) = plan_test(now, findings(now), bodies={}, oversight=COMMISSIONER)
    assert [v.fact.stream for v in tested.held[Part.ACTION]] == ["action/c"]
    with pytest.raises(NotPossible, match="not the same thing"):
        duplicates.merge(now, stream="action/c", into=ADVICE, reason="x", on=DAY)


def test_an_action_splits_into_parts_that_keep_owner_date_and_finding() -> None:
    held = [advice(), action("a", answers=(ADVICE,))]
    parts = [SplitPart("action/n/1", "North."), SplitPart("action/n/2", "South.")]
    made = duplicates.split(
        register(held, valid=DAY), stream="action/a", parts=parts, reason="Two areas.", on=DAY
    )
    now = after(held, made)
    part = progress(now, "action/n/2")
    assert (part.text, part.owner, part.due) == ("South.", "deputy-chief-constable", "2026-06-30")
    where = duplicates.elsewhere(progress(now, "action/a").versions)
    assert where is not None
    assert duplicates.place(where) == "as action/n/1 and action/n/2"
    with pytest.raises(NotPossible, match="at least two parts"):
        duplicates.split(
            register(held, valid=DAY), stream="action/a", parts=parts[:1], reason="x", on=DAY
        )


def test_one_office_is_one_owner_whoever_wrote_it_and_the_words_stay() -> None:
    """`DCC` of a log and the deputy chief constable of minutes: one leaves with all of it."""
    ways = ("DCC", "deputy-chief-constable", "Deputy Chief Constable", "T/DCC")
    held = [action(str(n), owner=words) for n, words in enumerate(ways)]
    now = register([*held, action("other", owner="ACC Crime")], valid=DAY)
    assert [a.reference for a in assigned.held_by(now, "DCC")] == [f.stream for f in held]
    assert progress(now, "action/0").owner == "deputy-chief-constable"
    assert progress(now, "action/0").first.fact.get("owner") == "DCC"
    assert progress(now, "action/other").owner == "ACC Crime"
    assert progress(register([action("x", owner="TBC")], valid=DAY), "action/x").owner is None
    with pytest.raises(NotPossible, match="already"):
        assigned.reassign(
            now, stream="action/0", owner="DCC", on=DAY, reason="x", authoriser="board"
        )
    log = register([action("log", owner="Head of Crime")], valid=DAY)
    assert assigned.kept_as(log, "head-of-crime") == "Head of Crime"


def test_a_finding_answered_in_parts_stays_one_and_open() -> None:
    held = [advice()]
    parts = [SplitPart("action/n/1", "Review."), SplitPart("action/n/2", "Train.")]
    made = duplicates.split(
        register(held, valid=DAY), stream=ADVICE, parts=parts, reason="It asks two.", on=DAY
    )
    now = after(held, made)
    whole = progress(now, ADVICE)
    assert (whole.disposition, whole.answered_by) == ("open", ("action/n/1", "action/n/2"))
    assert [f.reference for f in findings(now)] == [ADVICE]
    assert progress(now, "action/n/1").owner is None, "nobody was named"


def test_what_was_merged_split_or_passed_on_wrongly_is_followed_on_its_own_again() -> None:
    held = [action("a"), action("b"), action("c")]
    start = register(held, valid=DAY)
    given: dict[str, Any] = {"reason": "x", "on": DAY}
    made = duplicates.merge(start, stream="action/a", into="action/b", **given)
    parts = [SplitPart("action/n/1", "North."), SplitPart("action/n/2", "South.")]
    made += duplicates.split(start, stream="action/c", parts=parts, **given)
    for name in ("action/a", "action/c"):
        made += duplicates.follow_again(after(held, made), stream=name, **given)
    now = after(held, made)
    assert all(progress(now, f"action/{name}").open for name in "abc")
    assert duplicates.merged(now) == {"action/n/1": "action/c", "action/n/2": "action/c"}
    assert duplicates.elsewhere(progress(now, "action/a").versions) is None
    made += duplicates.merge(now, stream="action/a", into="action/b", **given)
    assert duplicates.merged(after(held, made))["action/a"] == "action/b"
    with pytest.raises(NotPossible, match="nothing to take back"):
        duplicates.follow_again(now, stream="action/b", **given)


def test_not_ours_is_discharged_here_and_says_who_follows_it() -> None:
    held = [action("a")]
    made = duplicates.transfer(
        register(held, valid=DAY), stream="action/a", to="the estates board", reason="x", on=DAY
    )
    item = progress(after(held, made), "action/a")
    where = duplicates.elsewhere(item.versions)
    assert (item.disposition, where and duplicates.place(where)) == (
        "discharged",
        "by the estates board",
    )


def test_a_named_resource_and_a_milestone_close_gaps_of_the_plan() -> None:
    held = [advice(), action("a", answers=(ADVICE,), due=None)]
    bare = register(held, valid=DAY)
    (before,) = plan_test(bare, findings(bare), bodies={}, oversight=COMMISSIONER)
    assert before.words == "no date, no measure, no resource named, no partner named"
    made = milestones.set_milestone(bare, of="action/a", text="x", due="2026-04-01", on=DAY)
    made += [fact(ResourceNamed, stream="action/a", on="2026-03-01", text="Two posts.")]
    now = after(held, made)
    (tested,) = plan_test(now, findings(now), bodies={}, oversight=COMMISSIONER)
    assert tested.words == "no measure, no partner named"


def test_an_objective_lists_what_rests_on_it() -> None:
    held = [advice(), action("a")]
    made = objectives.set_objective(
        register(held, valid=DAY),
        stream=f"objective/{FORCE}/safer-homes",
        title="Safer homes",
        plan="Police and crime plan 2025 to 2029",
        text=None,
        on=DAY,
    )
    now = after(held, made)
    name = f"objective/{FORCE}/safer-homes"
    given: dict[str, Any] = {"objective": name, "reason": "It names burglary.", "on": DAY}
    made += objectives.link_objective(now, finding=ADVICE, **given)
    linked = after(held, made)
    (found,) = objectives.objectives(linked)
    assert found.findings == ((ADVICE, "It names burglary."),)
    with pytest.raises(NotPossible, match="Link the finding that it answers"):
        objectives.link_objective(now, finding="action/a", **given)
    with pytest.raises(NotPossible, match="on record already"):
        objectives.link_objective(linked, finding=ADVICE, **given)


def test_a_plan_is_judged_by_somebody_else_on_a_day_after_it() -> None:
    plan = fact(PlanAdopted, stream="plan/a", on="2026-02-01", title="Plan", owner=FORCE)
    now = register([plan], valid=DAY)
    given: dict[str, Any] = {
        "plan": "plan/a",
        "judgement": "partly assured",
        "reason": "No measures.",
    }
    (judged,) = plan_judged.judge_plan(now, **given, on=DAY, by_body=COMMISSIONER)
    (found,) = plan_judged.plans(after([plan], [judged]))
    assert [v.fact.get("judgement") for v in found.judged] == ["partly assured"]
    with pytest.raises(NotPossible, match="not by the institution itself"):
        plan_judged.judge_plan(now, **given, on=DAY, by_body=FORCE)
    with pytest.raises(NotPossible, match="before the plan was adopted"):
        plan_judged.judge_plan(now, **given, on=date(2026, 1, 1), by_body=COMMISSIONER)
    with pytest.raises(NotPossible, match="is no judgement"):
        plan_judged.judge_plan(
            now, plan="plan/a", judgement="amber", reason="x", on=DAY, by_body=COMMISSIONER
        )
