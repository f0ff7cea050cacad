"""Who owns a finding: the id of a body where the words are its name, else the words as typed."""

from answerable.operations import catalogue


def body_called(words: str) -> str:
    """“Marlshire Internal Audit” → `marlshire-internal-audit`, where the record knows that body.

    A source is often typed by its name and a document filed under its id. They are one owner.
    """
    wanted = " ".join(words.split()).casefold()
    for body in catalogue.bodies().values():
        if wanted in {n.casefold() for n in (body.id, body.name, body.short, *body.aliases) if n}:
            return body.id
    return words


def same(one: str, other: str) -> bool:
    """Do two ways of naming an owner mean the same body?"""
    return bool(one) and body_called(one) == body_called(other)
