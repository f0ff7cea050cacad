"""What a mail asks of its reader or of others, in whatever words; and what only sounds like it."""

import pytest
from tests.unit.reading.making import reading_of

_HEAD = (
    "@ From: Ada Crewe <ada@crewe.example>\n\n@ To: Tom Vale <tom@vale.example>\n\n"
    "@ Subject: Keys\n\n"
)


def _actions(words: str) -> list[tuple[str, str | None]]:
    lines = reading_of(_HEAD + words, kind="other").lines()
    return [
        (one["quote"]["exact"], one["fields"]["owner_person"] or one["fields"]["owner"])
        for one in lines
        if one["kind"] == "action"
    ]


@pytest.mark.parametrize(
    ("words", "exact", "owner"),
    [
        ("Tom, please would you unlock the store by 4 May?", "unlock the store by 4 May",
         "Tom Vale"),
        ("Could I trouble you to count the spare keys before Friday?",
         "count the spare keys before Friday", "Tom Vale"),
        ("Can someone dig the old lease out by Thursday.", "dig the old lease out by Thursday",
         "Tom Vale"),
        ("Please could you book the hall, and send me the invoice.", "send me the invoice",
         "Tom Vale"),
        ("It would also help if DI Marsh could walk the fence.", "walk the fence", "Marsh"),
        ("I need a name for the gate rota by Wednesday.",
         "I need a name for the gate rota by Wednesday", "Tom Vale"),
        ("Papers to me by noon on Monday, please.", "Papers to me by noon on Monday", "Tom Vale"),
        ("Una, the lease for the yard: could you haggle with the bank?", "haggle with the bank",
         "Una"),
        ("Would you please\n\n1. unlock the store by 4 May;\n\n2. count the spare keys.",
         "count the spare keys", "Tom Vale"),
        ("What you need to do:\n\n- fill the form in and sign it", "fill the form in and sign it",
         "Tom Vale"),
        ("Here is what I noted yesterday:\n\n- Una: spare keys to the depot\n\n- Piers: rota",
         "spare keys to the depot", "Una"),
        ("What I need from the Board:\n\n- agree to pay for the lock", "agree to pay for the lock",
         "Board"),
    ],
)  # fmt: skip
def test_somebody_is_asked(words: str, exact: str, owner: str) -> None:
    assert (exact, owner) in _actions(words)


@pytest.mark.parametrize(
    "words",
    [
        "Could you be the one I met in May?",
        "I need to sleep.",
        "I need a holiday.",
        "Would you have guessed that the lock was new?",
        "Please see the note below.",
        "If you could unlock the store, we might meet there.",
        "It would help if the lock worked.",
        "Nor, with respect, can you.\n\n- By Friday, please.",
        "You could have asked me to unlock the store.",
        "Will you ever forget that day?",
        "The keys that you lent to me by noon were mine.",
        "Here is what I noted yesterday:\n\n- The roof leaks\n\n- Nobody was there",
    ],
)
def test_nobody_is_asked(words: str) -> None:
    assert not _actions(words)


def test_what_somebody_would_like_is_asked_of_the_reader_of_a_letter() -> None:
    words = (
        "Max Reed, Clerk, Tarn Council\n\nDear Max\n\nFor the June board the Mayor would like:"
        "\n\n- a note on late trains, with reasons\n\n- the draft of the new rota\n\n"
        "all by 16 June 2031 please."
    )
    found = [
        (one["quote"]["exact"], one["fields"]["owner"], one["fields"]["due"])
        for one in reading_of(words, kind="other").lines()
        if one["kind"] == "action"
    ]
    assert found == [
        ("a note on late trains, with reasons", "Clerk", "2031-06-16"),
        ("the draft of the new rota", "Clerk", "2031-06-16"),
    ]


def test_what_a_union_wants_in_a_blog_is_no_task() -> None:
    words = "Ministers sat. The union wants:\n\n- a rise for all\n\n- more vans on the streets"
    assert not [one for one in reading_of(words, kind="other").lines() if one["kind"] == "action"]
