"""What an ombudsman decides that a council or a landlord do, which is no task of a meeting."""

import pytest
from tests.unit.reading.making import reading_of

from answerable.reading.clauses import sentences

_DECIDED = (
    "# Quarnley Borough Council (31 002 114)\n\nDecision: Upheld\n\n# Summary\n\n"
    "Mr K complained of a fence. We found the Council at fault.\n\n"
)


def _found(words: str) -> list[tuple[str, str, str | None]]:
    return [
        (line["kind"], line["quote"]["exact"], line["fields"]["due_words"])
        for line in reading_of(words, kind="other").lines()
        if line["kind"] in ("action", "recommendation", "commitment")
    ]


@pytest.mark.parametrize(
    "head", ["Agreed action", "Agreed actions", "Remedy", "Orders", "Putting things right"]
)
@pytest.mark.parametrize(
    "lead",
    [
        "the Council will:",
        "the Council has agreed to:",
        "it must:",
        "the Council has agreed to carry out the following actions:",
    ],
)
def test_each_thing_of_a_remedy_is_a_recommendation(head: str, lead: str) -> None:
    words = (
        f"# {head}\n\nWithin five weeks {lead}\n\n- say sorry to Mr K; and\n\n- mend his fence."
    )
    assert _found(_DECIDED + words) == [
        ("recommendation", "say sorry to Mr K", "Within five weeks"),
        ("recommendation", "mend his fence", "Within five weeks"),
    ]


def test_a_remedy_may_be_told_in_sentences() -> None:
    words = (
        "# Agreed action\n\nWithin two months the Council will walk each path in the ward.\n\n"
        "The Council should send us proof of what it did."
    )
    assert _found(_DECIDED + words) == [
        ("recommendation", "walk each path in the ward", "Within two months"),
        ("recommendation", "send us proof of what it did", None),
    ]


def test_a_sentence_below_a_list_is_not_of_it() -> None:
    words = (
        "# Agreed action\n\nWithin a month the Council has agreed to:\n\n- mend his fence\n\n"
        "41. Within two months the Council will also walk each path."
    )
    assert _found(_DECIDED + words) == [
        ("recommendation", "mend his fence", "Within a month"),
        ("recommendation", "walk each path", "Within two months"),
    ]


def test_without_any_fault_an_agreed_action_is_one_of_a_meeting() -> None:
    words = "# Agreed actions\n\nBefore May the Clerk will:\n\n- write to Mr K\n\n- mend his fence"
    kinds = [kind for kind, _, _ in _found("# Notes of the yard meeting\n\n" + words)]
    assert kinds == ["action", "action"]


def test_a_second_lead_in_of_a_remedy_is_none() -> None:
    """Protects "2. Within a month …:" in the list of the first lead-in."""
    words = (
        "# Agreed action\n\nWithin five weeks the Council will:\n\n- mend his fence\n\n"
        "2. Within nine weeks the Council will:\n\n- walk each path"
    )
    assert "Within nine weeks the Council will" not in [one[1] for one in _found(_DECIDED + words)]


@pytest.mark.parametrize(
    "behind", ["The Council has agreed.", "It paid.", "I saw Mrs K. She wept."]
)
def test_a_letter_for_a_name_ends_a_sentence(behind: str) -> None:
    """Protects "injustice to Mr X. The Council …", in which nobody is called "X. The Council"."""
    words = f"The Council failed Mr X. {behind}"
    assert [words[slice(*one)] for one in sentences(words, 0, len(words))][:2] == [
        "The Council failed Mr X.",
        behind.split(". ", maxsplit=1)[0] + "." * (". " in behind),
    ]


@pytest.mark.parametrize("name", ["Mr J. R. Holt", "Ms K. The", "Dr A. Ash", "Mr B. I. Orr"])
def test_an_initial_ends_no_sentence(name: str) -> None:
    words = f"The Council asked {name}, who mends fences."
    assert list(sentences(words, 0, len(words))) == [(0, len(words))]


@pytest.mark.parametrize("bullet", ["➢", "✓", "✔", "➤", "\uf0b7", "\uf0a7", "\uf0fc", "▪"])
def test_whatever_bullet_a_line_has_is_no_part_of_what_is_asked(bullet: str) -> None:
    words = f"The Council should:\n{bullet} mend the fence by the yard\n{bullet} walk each path"
    assert [one[1] for one in _found(words)] == ["mend the fence by the yard", "walk each path"]
