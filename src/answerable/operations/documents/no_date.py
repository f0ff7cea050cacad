"""What a person types for the dates of a reading: a day in any form, or that there is none."""

from collections.abc import Mapping
from typing import Any

from answerable.store.papers import review
from answerable.vocabulary import times

NO_DATE = frozenset(
    {"no date", "none", "no deadline", "no due date", "not stated", "not given", "nothing", "n/a"}
    | {"no", "-", "–", "—"}
)
"""In small letters: the paper has no date, whatever the reader took for one."""


def answers(typed: Mapping[str, Any], *, of: Mapping[str, Any]) -> dict[str, Any]:
    """The fields that a person put right, with their dates as dates and “no date” as nothing.

    Where nothing is due, the words that were taken for a day go too: “within four weeks” is then
    no deadline. `of`: the fields as they were read. Raises `ImpossibleDate` for what is no date.
    """
    made = {name: _answer(name, value) for name, value in typed.items()}
    if says_none(typed.get("due")):
        none = {"due_words": None, "due_basis": "none"}
        made = {name: value for name, value in none.items() if name in of} | made
    return made


def says_none(typed: object) -> bool:
    """Is it said that there is no date? An empty box is left to what it was before."""
    return isinstance(typed, str) and " ".join(typed.split()).strip(" .").casefold() in NO_DATE


def _answer(name: str, value: Any) -> Any:
    if name not in review.DATES or not isinstance(value, str) or not value:
        return value
    return None if says_none(value) else times.typed(value)
