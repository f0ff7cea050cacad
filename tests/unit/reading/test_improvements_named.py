"""Areas for improvement that a sentence names beside the words "areas for improvement"."""

import pytest
from tests.unit.reading.making import reading_of


def _areas(words: str, kind: str) -> list[str]:
    lines = reading_of(f"Harbour paper\n\n{words}", kind=kind).lines()
    return [one["quote"]["exact"] for one in lines if one["kind"] == "area_for_improvement"]


NAMED = [
    ("minutes", "Areas to work on were attendance of divers who are new and knots in Year 7.",
     ["attendance of divers who are new", "knots in Year 7"]),
    ("statement", "They also had three areas for improvement, among them the privacy of divers at "
     "the desk and the way that boats are reviewed.",
     ["the privacy of divers at the desk", "the way that boats are reviewed"]),
    ("minutes", "The force was graded. AFI tell divers when a dive stops: a letter has been used.",
     ["tell divers when a dive stops"]),
    ("minutes", "On the area for improvement to tell divers of each dive, 66 letters went out.",
     ["tell divers of each dive"]),
    ("minutes", "Ofsted asked for better timeliness of dives in winter.",
     ["better timeliness of dives in winter"]),
    ("news", "Inspectors said that the nets were old. They also want better care of the boats.",
     ["better care of the boats"]),
]  # fmt: skip
NOT = [
    ("minutes", "Areas to work on were not discussed this time."),
    ("minutes", "The AFI update: a letter has been used since May."),
    ("news", "The divers came. They also want better boats and a new quay."),
    ("minutes", "There were no areas for improvement, among them the nets and the boats."),
]


@pytest.mark.parametrize(("kind", "words", "wanted"), NAMED)
def test_an_area_that_is_named(kind: str, words: str, wanted: list[str]) -> None:
    assert _areas(words, kind) == wanted


@pytest.mark.parametrize(("kind", "words"), NOT)
def test_no_area_is_named(kind: str, words: str) -> None:
    assert _areas(words, kind) == []


@pytest.mark.parametrize("head", ["Areas for development", "Key areas of further improvement"])
def test_each_topic_behind_such_a_label_is_an_area(head: str) -> None:
    topics = "Visits to boats, clarity of letters over 21, and oversight of nets"
    words = f"A paper.\n\n- {head}: {topics}."
    wanted = ["Visits to boats", "clarity of letters over 21", "oversight of nets"]
    assert _areas(words, "minutes") == _areas(words, "inspection-report") == wanted
    assert _areas(words.replace(head, f"{head} identified by Ofsted"), "minutes") == wanted


@pytest.mark.parametrize(
    "words",
    [
        "Areas for development: none.",
        "Areas of improvement: The force is now better at visits.",
        "Areas for development: see page 4, section 2 and the annex.",
        "Key areas for development: we do not know.",
    ],
)
def test_other_words_behind_such_a_label_are_none(words: str) -> None:
    assert not _areas(f"A paper.\n\n{words}", "minutes")
