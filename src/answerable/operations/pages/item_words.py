"""What a finding or action is called, and the way that leads to it."""

from answerable.operations import catalogue
from answerable.operations.findings import source_words
from answerable.operations.pages.look import Look
from answerable.operations.pages.parts import Link
from answerable.scrutiny.phrases import start
from answerable.scrutiny.standing import Progress
from answerable.vocabulary.language import marked, say

NOT_KNOWN = marked("Not in our sources.")


def item_kind(item: Progress) -> str:
    """“Cause of concern”."""
    return item.kind.replace("-", " ").capitalize()


def no_day(item: Progress) -> str:
    """“By spring 2026”, as its source says; no day is stated. Where it says nothing, “”."""
    words = source_words.due(item.first.fact)
    if not words:
        return ""
    return say("“{words}”, as its source says; no day is stated.", words=start(words))


def item_crumbs(look: Look, institution: str, item: Progress | None) -> tuple[Link, ...]:
    """Bodies, the body, and the case where the item has one."""
    body = catalogue.bodies()[institution]
    crumbs = [
        Link(label=say("Bodies"), url=look.url("/bodies/")),
        Link(label=body.name, url=look.url(f"/bodies/{institution}/")),
    ]
    if item and item.theme:
        words = catalogue.regime_of(institution, on=look.on).theme(item.theme).words.capitalize()
        crumbs.append(Link(label=words, url=look.url(f"/cases/{case_of(institution, item)}/")))
    return tuple(crumbs)


def case_of(institution: str, item: Progress) -> str:
    """Reference of the case that it belongs to; nothing where it has none."""
    short = institution.removesuffix("-police")
    return f"{short}/{item.theme}" if item.theme else ""
