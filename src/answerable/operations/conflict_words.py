"""A conflict between two people, in words: the field, both values, and who was first."""

import re
from ast import literal_eval
from collections.abc import Mapping

from answerable.operations import catalogue
from answerable.scrutiny.phrases import start
from answerable.scrutiny.sessions.attendance import listed
from answerable.scrutiny.sessions.minutes_text import LEVELS
from answerable.vocabulary.ladder import ANSWER_WORDS
from answerable.vocabulary.language import marked, say
from answerable.vocabulary.offices import spoken
from answerable.vocabulary.refusal import Conflict
from answerable.vocabulary.times import in_words

_DATE = re.compile(r"\d{4}-\d{2}(?:-\d{2})?")
_LISTS = ("present", "offices")
_OFFICES = ("owner", "authoriser")
_CODES: Mapping[str, Mapping[str, str]] = {"response": ANSWER_WORDS, "assurance": LEVELS}
_FIELDS = {
    "due": marked("due date"),
    "rung": marked("step on the ladder"),
    "response": marked("answer to the recommendation"),
    "present": marked("list of who was there"),
    "offices": marked("list of apologies"),
}


def field(found: Conflict) -> str:
    """What both changed: “due date”."""
    return say(_FIELDS.get(found.field, found.field.replace("_", " ")))


def value(name: str, given: str) -> str:
    """A value as pages say it: a day in words, an office by its name, an answer as it is called.

    >>> value("due", "2026-09-30"), value("owner", "deputy-chief-constable")
    ('30 September 2026', 'Deputy chief constable')
    >>> value("response", "partly"), value("present", "['commissioner', 'chief-constable']")
    ('accepted in part', 'Commissioner; Chief constable')
    """
    if coded := _CODES.get(name, {}).get(given):
        return say(coded)
    if name in _OFFICES:
        office = catalogue.offices().get(given)
        return office.title if office else start(spoken(given))
    if name in _LISTS and given.startswith(("[", "(")):
        return listed([str(one) for one in literal_eval(given)])
    return in_words(given) if _DATE.fullmatch(given) else given


def by(found: Conflict) -> str:
    """Whose change it was: the name of the body."""
    known = catalogue.bodies().get(found.by)
    return known.name if known else found.by


def sentence(found: Conflict) -> str:
    """What was changed meanwhile, by whom, and what to do."""
    at = found.at
    return say(
        "The {field} was changed at {time} on {day} by {by}: theirs is “{theirs}”, yours is "
        "“{yours}”. Read theirs, then save again.",
        field=field(found),
        time=f"{at:%H:%M}",
        day=in_words(at.date().isoformat()),
        by=by(found),
        theirs=value(found.field, found.theirs),
        yours=value(found.field, found.yours),
    )
