"""No fact about a real body without its words, its date and a place in the vocabulary."""

import json
from datetime import date
from itertools import pairwise
from typing import Any

import pytest

from answerable.vocabulary.facts import (
    TYPES,
    AnswerGiven,
    ClaimMade,
    ClosureStated,
    FindingPublished,
    GradeGiven,
    HoldingBegan,
    HoldingEnded,
    ItemTaken,
    MeetingHeld,
    MoneyStated,
    PlanAdopted,
    QuestionAsked,
    RungReached,
    VerdictGiven,
)
from answerable.vocabulary.identity import reference
from answerable.vocabulary.ladder import Rung
from answerable.vocabulary.money import MoneyState
from answerable.vocabulary.times import first_day, last_day
from tests.unit.catalogue.story import LATEST, facts, page, toml

EVENTS: list[dict[str, Any]] = [event for event in toml("events.toml")["event"] if "type" in event]
# Facts alone: the loads of figures are operations (`do`).
DOCUMENTS = {entry["file"]: entry for entry in toml("documents.toml")["document"]}
COC = "hmicfrs/2023/west-mercia/soc/cause-of-concern/1"
OFFICES = {
    "commissioner",
    "deputy-commissioner",
    "policy-officer",
    "officer-of-the-commissioner",
    "officers-of-the-commissioner",
    "chief-constable",
    "deputy-chief-constable",
    "assistant-chief-constable",
}


def name(event: dict[str, Any]) -> str:
    return f"{event['type']}-{event['stream']}-{event['said']}"


@pytest.mark.parametrize("event", EVENTS, ids=name)
class TestEachEvent:
    def test_type_and_fields_are_words_of_the_vocabulary(self, event: dict[str, Any]) -> None:
        known = TYPES[event["type"], 1].field_names()
        own = set(known) - {"said", "source", "quote"}
        assert set(event["fields"]) <= own
        assert set(event) == {
            "type", "institution", "stream", "valid", "said", "by", "fields", "source"
        }  # fmt: skip

    def test_references_and_dates_are_possible(self, event: dict[str, Any]) -> None:
        assert reference(event["stream"]) == event["stream"]
        assert first_day(event["said"]) <= LATEST
        assert event["by"] == "answerable/researcher"

    def test_values_are_plain(self, event: dict[str, Any]) -> None:
        json.dumps(event["fields"])
        for value in event["fields"].values():
            assert isinstance(value, str | int | list)
            assert value != ""

    def test_quote_stands_once_in_one_paragraph_of_our_summary(
        self, event: dict[str, Any]
    ) -> None:
        opened = page(event["source"]["document"])
        quote = event["source"]["quote"]
        assert opened.visible.count(quote) == 1
        assert sum(quote in paragraph for paragraph in opened.paragraphs) == 1
        assert event["source"]["document"] in DOCUMENTS

    def test_a_quote_says_by_itself_who_says_it(self, event: dict[str, Any]) -> None:
        """On a page it stands alone: “It says” and “He said” leave a reader to guess."""
        assert event["source"]["quote"].split()[0] not in {"It", "He", "She", "His", "They"}

    def test_nothing_is_said_to_be_true_long_after_it_was_said(
        self, event: dict[str, Any]
    ) -> None:
        """A source cannot report what begins later, except an announced change of post."""
        start = event["valid"] if isinstance(event["valid"], str) else event["valid"][0]
        announced = event["type"] in {"HoldingBegan", "HoldingEnded"}
        assert announced or date.fromisoformat(start) <= last_day(event["said"])


def test_no_two_events_are_the_same() -> None:
    keys = sorted(json.dumps(event, sort_keys=True) for event in EVENTS)
    assert all(one != two for one, two in pairwise(keys))


def test_words_of_the_tables_are_used_as_they_stand() -> None:
    for fact in facts():
        match fact:
            case RungReached(rung=str(rung)):
                assert rung in set(Rung)
            case MoneyStated(state=str(state)):
                assert state in set(MoneyState)
            case GradeGiven(value=value):
                assert value in {
                    "good", "adequate", "requires improvement", "inadequate", "not graded"
                }  # fmt: skip
            case HoldingBegan(holding=holding):
                assert holding in {"substantive", "temporary"}


def test_sessions_hold_offices_and_no_names() -> None:
    for fact in facts():
        match fact:
            case MeetingHeld(chair=chair, present=present):
                assert {*(present or ()), *([chair] if chair else [])} <= OFFICES
            case ClaimMade(by_office=office):
                assert office in {*OFFICES, "force"}, "what a paper says that the force said"
            case AnswerGiven(by_office=office):
                assert office in OFFICES
            case QuestionAsked(to=office):
                assert office in OFFICES


def test_only_what_happened_is_recorded() -> None:
    """No source says that a concern was closed or that anything worked."""
    assert not [f for f in facts() if isinstance(f, ClosureStated | VerdictGiven)]
    rungs = [f for f in facts() if isinstance(f, RungReached)]
    assert rungs == [], "no source says that a recommendation was met"


def test_nine_recommendations_five_in_substance_four_without_words() -> None:
    found = {
        str(f.number): f for f in facts() if isinstance(f, FindingPublished) and f.parent == COC
    }
    assert sorted(found) == [str(n) for n in range(1, 10)]
    assert all(found[str(n)].text for n in range(1, 6))
    for n in range(6, 10):
        assert found[str(n)].text is None
        assert "not in our sources" in str(found[str(n)].quote)
    assert all(f.due is None and f.due_basis is None for f in found.values())


def test_parents_and_meetings_exist() -> None:
    streams = {f.stream for f in facts()}
    for fact in facts():
        match fact:
            case FindingPublished(parent=str(parent)):
                assert parent in streams
            case ItemTaken(meeting=str(meeting)) | QuestionAsked(meeting=str(meeting)):
                assert meeting in streams


def test_grades_of_the_subject_ask_the_same_question_in_different_cycles() -> None:
    grades = [
        f
        for f in facts()
        if isinstance(f, GradeGiven)
        and f.question == toml("case.toml")["question"]
        and f.institution == "west-mercia-police"
    ]
    assert [(f.value, f.valid.start) for f in grades] == [
        ("inadequate", date(2018, 3, 22)),
        ("good", date(2019, 9, 27)),
        ("inadequate", date(2024, 5, 14)),
    ]
    assert len({f.cycle for f in grades}) == 3
    assert len({f.stream for f in grades}) == 3


def test_one_report_grades_five_bodies_and_not_the_region() -> None:
    report = [
        f for f in facts() if isinstance(f, GradeGiven) and f.stream.startswith("hmicfrs/2023/")
    ]
    assert {f.institution: f.value for f in report} == {
        "west-mercia-police": "inadequate",
        "staffordshire-police": "requires improvement",
        "warwickshire-police": "requires improvement",
        "west-midlands-police": "adequate",
        "rocu-west-midlands": "adequate",
        "west-midlands-region": "not graded",
    }


def test_no_money_is_said_to_be_for_the_subject() -> None:
    money = [f for f in facts() if isinstance(f, MoneyStated)]
    assert len(money) == 11
    assert all(f.about == () and f.currency == "GBP" for f in money)
    assert {f.state for f in money if f.line == "safer-streets-5"} == {"awarded", "cut"}


def test_the_claim_of_sixteen_keeps_its_scope() -> None:
    (claim,) = [
        f
        for f in facts()
        if isinstance(f, ClaimMade) and f.stream == "claim/west-mercia/soc/sessions"
    ]
    assert (claim.n, claim.unit, claim.by_office) == (16, "session", "commissioner")
    assert claim.scope == "SOC and relevant crime types"


def test_conflicting_dates_of_one_holder_stand_side_by_side() -> None:
    ends = {
        f.valid.start.isoformat()[:7]
        for f in facts()
        if isinstance(f, HoldingEnded) and f.person == "Pippa Mills"
    }
    starts = {
        f.valid.start.isoformat()
        for f in facts()
        if isinstance(f, HoldingBegan)
        and f.person == "Richard Cooper"
        and f.holding == "temporary"
    }
    assert ends == {"2023-09", "2023-10"}
    assert len(starts) == 3


def _said_by(day: date) -> list[Any]:
    return [f for f in facts() if f.said and last_day(f.said) <= day]


def test_on_1_january_2024_the_plan_was_known_and_no_grade_of_2024() -> None:
    known = _said_by(date(2024, 1, 1))
    assert [f.title for f in known if isinstance(f, PlanAdopted)] == ["SOC delivery plan"]
    assert not [f for f in known if f.stream.startswith("hmicfrs/2023/")]


def test_on_1_june_2024_the_grade_was_known_and_nothing_of_july() -> None:
    known = _said_by(date(2024, 6, 1))
    assert "hmicfrs/2023/west-mercia/soc/grade" in {f.stream for f in known}
    assert not [f for f in known if f.valid.start > date(2024, 6, 1)]
    assert not [f for f in known if isinstance(f, RungReached)]
    assert not [f for f in known if f.stream.startswith("session/west-mercia-pcc/2024-07")]


def test_every_item_that_our_summary_of_an_agenda_numbers_is_recorded() -> None:
    held = {(f.meeting, f.number) for f in facts() if isinstance(f, ItemTaken)}
    for file, entry in DOCUMENTS.items():
        if entry["type"] == "agenda":
            session = f"session/west-mercia-pcc/{entry['published']}"
            items = [words for words in page(file).paragraphs if words.startswith("Item ")]
            numbers = {words.split()[1] for words in items}
            assert {(session, number) for number in numbers} <= held


def test_each_grade_that_our_summary_of_peel_2018_19_gives_is_recorded() -> None:
    given = {
        (fact.question, fact.value)
        for fact in facts()
        if isinstance(fact, GradeGiven) and fact.cycle == "PEEL 2018/19"
    }
    assert given == {
        ("Serious and organised crime", "good"),
        ("Effectiveness", "requires improvement"),
    }


def test_what_a_register_says_was_done_since_stands_with_its_state() -> None:
    """The state alone would leave out what speaks for the force."""
    told = [fact.quote or "" for fact in facts() if "being-progressed" in (fact.quote or "")]
    assert told
    assert all("lists steps that had been taken since the inspection" in words for words in told)
