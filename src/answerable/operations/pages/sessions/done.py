"""What was done on the page of a session: one sentence above it, after each saving."""

from dataclasses import replace
from typing import TypeVar

from answerable.operations.pages.look import Look
from answerable.operations.pages.parts import Notice, Page
from answerable.vocabulary.language import marked, say

P = TypeVar("P", bound=Page)
SIGNED, ENDS = "signed", "ends"
WORDS = {
    SIGNED: marked("The minutes are signed. Everything the session took is on the record."),
    ENDS: marked(
        "How each question ended is saved. Nothing enters the record until it is signed."
    ),
    "amended": marked("The minutes are amended. The words before stand beside the words now."),
    "change": marked("The change is on the record, and the plan shows it."),
    "papers": marked("The paper is asked for. The day it is due stands beside it."),
    "paper": marked("It is on the record that the paper has come."),
    "questions": marked("The question is on the record and waits for its answer."),
    "plan": marked("The sessions stand in the plan."),
    "standing": marked("The agendas that are begun from now on have these standing items."),
    "question": marked("It is on the record how the question ended."),
}


def told(look: Look, page: P, what: str) -> P:
    """The page with what was just done; nothing is told to a reader, who does nothing here."""
    words = WORDS.get(what, "")
    if not words or look.actor.is_public:
        return page
    return replace(page, notice=Notice(title=say("Saved"), words=say(words)))
