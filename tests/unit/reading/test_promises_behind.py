"""A promise that stands behind a clause on what is or was so begins with its own clause."""

import pytest
from tests.unit.reading.making import reading_of


def _promises(words: str, kind: str = "minutes") -> list[str]:
    lines = reading_of(words, kind=kind).lines()
    return [one["quote"]["exact"].rstrip(".") for one in lines if one["kind"] == "commitment"]


@pytest.mark.parametrize(
    ("words", "exact"),
    [
        ("Nine hooks have been taken down; the rest will be gone by July 2031.",
         "the rest will be gone by July 2031"),
        ("The Chief Constable said that 31 posts were empty and that 18 new sergeants would start "
         "in July 2031.", "18 new sergeants would start in July 2031"),
    ],
)  # fmt: skip
def test_a_promise_begins_behind_what_was_so(words: str, exact: str) -> None:
    assert _promises(words) == [exact]


def test_a_promise_in_one_clause_is_whole() -> None:
    words = "We will mend the lifts by May 2031; the ramps are sound."
    assert _promises(words, kind="statement") == [words.rstrip(".")]


@pytest.mark.parametrize("name", ["Adabel Valentine", "Cllr Tom Orr, Chair of the Panel"])
def test_who_signs_below_a_list_of_promises_is_none(name: str) -> None:
    words = f"# What I will do\n\nI will mend the lifts by May 2031.\n\n{name}"
    assert _promises(words, kind="statement") == ["I will mend the lifts by May 2031"]
