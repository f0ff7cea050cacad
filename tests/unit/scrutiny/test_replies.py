"""The answers to a question stand in the papers of its own session, however many there are."""

from typing import Any

import pytest

from answerable.ledger.register import Register, Version
from answerable.scrutiny.sessions import replies
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import AnswerGiven, ItemTaken, QuestionAsked
from tests.factories import fact, register


def session(n: int, *answers: Fact) -> list[Fact]:
    name = f"session/anyshire-pcc/{n}"
    of: dict[str, Any] = {"on": "2026-05-21", "meeting": name}
    return [
        fact(ItemTaken, stream=f"{name}/item/1", number="1", about=(), **of),
        fact(QuestionAsked, stream=f"{name}/question/1", item="1", text=f"Ask {n}?", **of),
        *answers,
    ]


def said(stream: str, text: str, **envelope: Any) -> Fact:
    return fact(AnswerGiven, stream=stream, on="2026-05-21", text=text, **envelope)


def question(held: Register, n: int) -> Version:
    (found,) = held.versions_of(QuestionAsked, stream=f"session/anyshire-pcc/{n}/question/1")
    return found


def told(held: Register, n: int) -> list[object]:
    return [v.fact.get("text") for v in replies.answers(held, question(held, n))]


def test_an_answer_counts_under_its_item_in_the_stream_of_the_question_or_by_the_entry() -> None:
    first = session(1, said("session/anyshire-pcc/1/item/1", "Under the item."))
    second = session(2, said("session/anyshire-pcc/2/question/1", "In its stream."))
    entry = question(register([*first, *second]), 1).entry_id
    later = said("letter/anyshire-police/9", "By letter.", ref=entry)
    held = register([*first, *second, later])
    assert told(held, 1) == ["By letter.", "Under the item."]
    assert told(held, 2) == ["In its stream."]
    assert replies.item_of(held, question(held, 2)) == "session/anyshire-pcc/2/item/1"


def test_a_session_whose_name_begins_like_another_gives_it_no_answer() -> None:
    held = register([*session(1), *session(11, said("session/anyshire-pcc/11/item/1", "Eleven."))])
    assert told(held, 1) == []
    assert told(held, 11) == ["Eleven."]


def test_the_papers_of_all_sessions_are_looked_through_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    held = register([one for n in range(9) for one in session(n)])
    asked = held.versions_of(QuestionAsked)
    looks: list[object] = []
    every = Register.versions_of

    def counted(self: Register, *types: type[Fact], stream: str | None = None) -> object:
        looks.append(types)
        return every(self, *types, stream=stream)

    monkeypatch.setattr(Register, "versions_of", counted)
    for version in asked:
        replies.told(held, version)
    assert len(looks) == len({*looks}) == 3  # items, questions and answers, once each
