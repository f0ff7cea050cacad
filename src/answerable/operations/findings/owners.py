"""Who owns a finding: the id of a body where the words are its name, else the words as typed."""

from answerable.operations import catalogue, people
from answerable.vocabulary.escalation import FindingSource
from answerable.vocabulary.language import say
from answerable.vocabulary.refusal import Refusal

LETTERS = 3
"""A name that no list has, such as an auditor's, has at least so many letters."""


class NoSuchOwner(Refusal):
    """Words that name nobody who can have made a finding, or close it."""

    code = "no_such_owner"


def body_called(words: str) -> str:
    """“Marlshire Internal Audit” → `marlshire-internal-audit`, where the record knows that body.

    A source is often typed by its name and a document filed under its id. They are one owner.
    """
    wanted = _plain(words)
    for body in catalogue.bodies().values():
        if wanted in {n.casefold() for n in (body.id, body.name, body.short, *body.aliases) if n}:
            return body.id
    return words


def maker(words: str, *, source: FindingSource) -> str:
    """Who made a finding of a source: a body by its id, an office, or whoever the source allows.

    A regime's file says of which sources no list holds everybody (`other_owners`): coroners,
    auditors, committees, panels. Of those a name in free words is taken; of others it is refused.
    """
    body = body_called(words)
    if body in catalogue.bodies() or _plain(words) in _offices() | {_plain(source.owner)}:
        return body
    named = sum(letter.isalpha() for letter in words) >= LETTERS
    if source.other_owners and named:
        return body
    raise NoSuchOwner(
        say(
            "“{words}” is no body or office on our list, so nobody could answer it or close it. "
            "Write the full name of who made it.",
            words=words[:60],
        )
        if source.other_owners
        else say(
            "“{words}” is no body or office on our list, so nobody could answer it or close it. "
            "Write its name or id as /bodies/ has it, or “{owner}”.",
            words=words[:60],
            owner=source.owner,
        )
    )


def _offices() -> set[str]:
    held = catalogue.offices().values()
    return {_plain(name) for pair in people.offices() for name in pair} | {
        _plain(name) for office in held for name in (office.id, office.title)
    }


def _plain(words: str) -> str:
    return " ".join(words.split()).casefold()


def same(one: str, other: str) -> bool:
    """Do two ways of naming an owner mean the same body?"""
    return bool(one) and body_called(one) == body_called(other)
