"""A question stands with its answer where the papers say so; else nothing is guessed."""

from datetime import date

from answerable.scrutiny.sessions.exchanges import Exchange, exchanges
from answerable.scrutiny.sessions.minutes import Agreed, Answered, Asked, Item, Meeting, record
from answerable.vocabulary.facts import ActionPromised, AnswerGiven, ItemTaken, QuestionAsked
from tests.factories import register

MEETING = Meeting(body="anyshire-pcc", date=date(2026, 7, 16), title="Session", sort="performance")
RECORD = register(
    record(
        register([]),
        meeting=MEETING,
        items=(Item("1", "Custody"), Item("2", "Response times")),
        asked=[
            Asked("1", "Who checks the cells?", "chief-constable"),
            Asked("2", "What are they?", "chief-constable"),
            Asked("2", "By when?", "chief-constable"),
        ],
        answers=[
            Answered("1", "The inspector.", "chief-constable"),
            Answered("2", "Fourteen minutes.", "chief-constable"),
            Answered("2", "By September.", "chief-constable"),
        ],
        actions=[Agreed("bring them by district", "acc", None, "2")],
    )
)
SIGNED = """Session: 16 July 2026
Chair: not recorded

1. Custody
Question to the chief constable: Who checks the cells?
Answer of the chief constable: The inspector.

2. Response times
Question to the chief constable: What are they?
Answer of the chief constable: Fourteen minutes.
Action for the acc, by no date: Bring them by district.
Question to the chief constable: By when?
Answer of the chief constable: By September.
"""


def told(words: str) -> list[tuple[list[str], list[str], list[str]]]:
    kinds = (ItemTaken, QuestionAsked, AnswerGiven, ActionPromised)
    found = exchanges(*(RECORD.versions_of(kind) for kind in kinds), words=words)

    def texts(one: Exchange, name: str) -> list[str]:
        return [str(v.fact.get("text")) for v in getattr(one, name)]

    return [(texts(x, "asked"), texts(x, "answers"), texts(x, "agreed")) for x in found]


def test_signed_words_say_which_answer_is_whose_and_what_was_agreed_on_it() -> None:
    assert told(SIGNED) == [
        (["Who checks the cells?"], ["The inspector."], []),
        (["What are they?"], ["Fourteen minutes."], ["bring them by district"]),
        (["By when?"], ["By September."], []),
    ]


def test_without_an_order_the_questions_of_an_item_stand_together_with_its_answers() -> None:
    assert told("") == [
        (["Who checks the cells?"], ["The inspector."], []),
        (["What are they?", "By when?"], ["Fourteen minutes.", "By September."], []),
    ]


def test_a_line_that_was_amended_since_takes_its_item_out_of_the_order() -> None:
    assert told(SIGNED.replace("Fourteen", "Forty"))[1:] == [
        (["What are they?", "By when?"], ["Fourteen minutes.", "By September."], []),
    ]
