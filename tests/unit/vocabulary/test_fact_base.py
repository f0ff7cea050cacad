"""The field set of a type is worked out once, whatever the number of its facts."""

from dataclasses import dataclass

import pytest

from answerable.vocabulary import fact_base
from answerable.vocabulary.fact_base import Fact
from tests.factories import fact


@dataclass(frozen=True, kw_only=True)
class _Short(Fact):
    text: str | None = None


@dataclass(frozen=True, kw_only=True)
class _Long(_Short):
    class_: str | None = None


def test_each_type_keeps_its_own_fields_by_their_names_in_the_leaf() -> None:
    shared = {"quote", "said", "source"}
    assert {*_Short.field_names()} == {*shared, "text"}
    assert {*_Long.field_names()} == {*shared, "text", "class"}
    one = fact(_Long, stream="a/1", on="2026-05-21", text="A.", class_="public")
    envelope = {name: getattr(one, name) for name in fact_base.ENVELOPE}
    assert _Long.build(values=one.values(), **envelope) == one


def test_a_second_fact_of_a_type_costs_no_look_at_its_definition(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first, second = (fact(_Long, stream=f"a/{n}", on="2026-05-21", text="A.") for n in (1, 2))
    first.field_names()

    def never(_: object) -> None:
        raise AssertionError("looked at again")

    monkeypatch.setattr(fact_base, "fields", never)
    assert second.field_names() == first.field_names()
