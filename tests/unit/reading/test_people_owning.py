"""A person whom a document names only as the owner of an action is told by the action."""

import pytest
from tests.unit.reading.making import reading_of


def _people(words: str) -> list[str]:
    found = [one for one in reading_of(words, kind="minutes").lines() if one["kind"] == "person"]
    return [one["fields"]["name"] for one in found]


OWNERS = [
    "| Ref | Task | Lead officer | When\n\n| 1 | Order two gates | DCC Una Orme | 4 May"
    "\n\n| 2 | Paint the hut | Supt Piers Hale | 9 May",
    "| Ref | Action | Owner | Due\n\n| 1 | Order two gates | Insp Una Orme | 4 May"
    "\n\n| 2 | Paint the hut | ACC Piers Hale | 9 May",
    "1. Order two gates - Una Orme - 4 May\n\n2. Paint the hut - Piers Hale - 9 May",
    "1. Order two gates – Una Orme, by 4 May\n\n2. Paint the hut – ACC Piers Hale – asap",
    "A1. Order two gates – Una Orme – 4 May\n\nA2. Paint the hut – Piers Hale – 9 May",
    "7/26 Order two gates - Una Orme - 4 May\n\n8/26 Paint the hut - Piers Hale - by May 2031",
    "- order two gates (Una Orme, 4 May)\n\n- paint the hut (Piers Hale, end of June)",
]


@pytest.mark.parametrize("words", OWNERS)
def test_an_owner_of_an_action_is_no_person_of_the_document(words: str) -> None:
    assert _people(words) == []


PEOPLE = [
    "Present:\n\n- Una Orme (Chair)\n\n- Piers Hale (Dunford Trust)",
    "| Name | Role\n\n| Una Orme | Chair\n\n| Piers Hale | Clerk",
    "| Item | Update\n\n| 1 | DCC Una Orme spoke of the gates.\n\n| 2 | Supt Piers Hale was ill.",
    "1. DCC Una Orme said on 4 May that Supt Piers Hale was ill.",
]


@pytest.mark.parametrize("words", PEOPLE)
def test_somebody_who_is_there_or_speaks_is_a_person(words: str) -> None:
    assert sorted(_people(words)) == ["Piers Hale", "Una Orme"]


def test_an_owner_who_is_there_too_is_a_person_once() -> None:
    words = "Present: Una Orme (Chair); Tom Vale\n\n1. Order two gates - Una Orme - 4 May"
    assert sorted(_people(words)) == ["Tom Vale", "Una Orme"]
