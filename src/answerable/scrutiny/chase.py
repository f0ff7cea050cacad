"""A chase draft: subject and body of a mail about one item, or about all of one owner's.

From the register alone. It states dates and asks for one of three answers; it never blames.
Words marked as not public are left out: a mail leaves the building.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from answerable.scrutiny.lateness import since_the_end
from answerable.scrutiny.phrases import number, plural, start, stop
from answerable.scrutiny.week import ANSWER, QUESTION, REPLY, Entry
from answerable.vocabulary.language import marked, say
from answerable.vocabulary.offices import spoken
from answerable.vocabulary.times import in_words

MOST_WORDS = 700
"""Characters of the item's own words; a longer mailto link is cut by some mail programs."""
_SMALL = ("and", "for", "of", "the", "to")
MARKED = marked("The words are marked as not public, so they are not in this mail.")


@dataclass(frozen=True, slots=True)
class Draft:
    """A mail to be looked at and sent by a person."""

    subject: str
    body: str


def draft(entry: Entry, *, sender: str, known_as: str = "", body: str = "") -> Draft:
    """The mail about an entry of the week; `sender` is the office that writes.

    `known_as` is the number by which the owner's own log calls it. `body` is the name of the
    owner where that is a body and not an office.
    """
    when = f" due {in_words(entry.due)}" if entry.due else ""
    lines = (
        _greeting(entry.owner, body),
        "",
        stop(_words(entry)),
        *((say("Number in the log: {number}", number=known_as),) if known_as else ()),
        say("Reference: {reference}", reference=entry.reference),
        _dates(entry),
        "",
        *_ASKS.get(entry.kind, _ACTION),
        "",
        sender,
    )
    return Draft(subject=f"{_NAMES.get(entry.kind, 'Action')}{when}", body="\n".join(lines))


def to_owner(
    entries: Sequence[Entry],
    *,
    sender: str,
    known_as: Mapping[str, str],
    body: str = "",
    most: int | None = None,
) -> Draft:
    """One mail about all of one owner's items, in their order; no more than `most` are listed.

    `known_as` gives the number in the owner's log by the reference of an item; `body` as above.
    """
    listed = entries[:most]
    rest = len(entries) - len(listed)
    many = f"{number(len(entries))} {plural('action', len(entries))}"
    items = (
        line
        for at, entry in enumerate(listed, 1)
        for line in (
            f"{at}. {known_as.get(entry.reference) or entry.reference}: {stop(_words(entry))}",
            _dates(entry),
            "",
        )
    )
    more = (say("{rest} more stand in the full list.", rest=start(number(rest))), "")
    lines = (
        _greeting(entries[0].owner, body),
        "",
        say("{many} of yours:", many=start(many)),
        "",
        *items,
        *(more if rest else ()),
        say("For each of them:"),
        *_ACTION,
        "",
        sender,
    )
    late = sum(1 for entry in entries if (entry.days or 0) < 0)
    subject = say("{many}, {late} past the due date", many=start(many), late=number(late))
    return Draft(subject=subject, body="\n".join(lines))


def _greeting(owner: str | None, body: str) -> str:
    """“Dear Deputy Chief Constable,”: an office addressed has capitals; a body has its name."""
    if not owner:
        return say("Dear colleague,")
    if body:
        return say("Dear {owner},", owner=body)
    words = spoken(owner).split()
    return say("Dear {owner},", owner=" ".join(w if w in _SMALL else start(w) for w in words))


def _words(entry: Entry) -> str:
    return MARKED if entry.marked else _cut(entry.text or say("Words not in our sources."))


def _dates(entry: Entry) -> str:
    """Why it stands in the week, and how many days have passed since its due date."""
    if entry.days is None or entry.days >= 0 or entry.kind in (REPLY, ANSWER):
        return entry.why
    if since := since_the_end(entry.due):
        return f"{entry.why} {stop(start(since))}"
    past = f"{number(-entry.days)} {plural('day', -entry.days)}"
    return say("{why} {past} past the due date.", why=entry.why, past=start(past))


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
