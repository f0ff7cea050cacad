"""A chase draft: subject and body of a mail about one item, from the register alone.

It states dates and asks for one of three answers; it never blames. Words marked as not public
are left out: a mail leaves the building.
"""

from dataclasses import dataclass

from answerable.scrutiny.phrases import stop
from answerable.scrutiny.week import ANSWER, QUESTION, REPLY, Entry
from answerable.vocabulary.language import marked, say
from answerable.vocabulary.times import in_words

MOST_WORDS = 700
"""Characters of the item's own words; a longer mailto link is cut by some mail programs."""
MARKED = marked("The words are marked as not public, so they are not in this mail.")


@dataclass(frozen=True, slots=True)
class Draft:
    """A mail to be looked at and sent by a person."""

    subject: str
    body: str


def draft(entry: Entry, *, sender: str) -> Draft:
    """The mail about an entry of the week; `sender` is the office that writes."""
    words = MARKED if entry.marked else _cut(entry.text or say("Words not in our sources."))
    when = f" due {in_words(entry.due)}" if entry.due else ""
    asks = _ASKS.get(entry.kind, _ACTION)
    lines = (
        f"{stop(words)}",
        say("Reference: {reference}", reference=entry.reference),
        entry.why,
        "",
        *asks,
        "",
        sender,
    )
    return Draft(subject=f"{_NAMES.get(entry.kind, 'Action')}{when}", body="\n".join(lines))


def _cut(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= MOST_WORDS else f"{plain[:MOST_WORDS].rsplit(' ', 1)[0]} …"


_NAMES = {
    REPLY: "Reply",
    ANSWER: marked("Answer"),
    QUESTION: marked("Question from a session"),
    "recommendation": "Recommendation",
}
_ACTION = (
    marked("Please answer with one of these:"),
    marked("1. It is done: what was done, on which day, and what shows it."),
    marked("2. It is not done: the date you now expect, why, and who agreed to it."),
    marked("3. It is not yours: whose it is."),
)
_ANSWER = (
    marked("Please send the answer, and what shows it, or the day on which it will be sent."),
)
_ASKS = {
    QUESTION: _ANSWER,
    ANSWER: _ANSWER,
    REPLY: (
        marked(
            "Please send what is still missing for the reply: comments, and "
            "an explanation for each recommendation."
        ),
    ),
}
