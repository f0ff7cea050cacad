"""With which earlier log an import is compared, and with which it could be instead."""

from dataclasses import replace

from answerable.operations.pages.desk.importing import address
from answerable.operations.pages.parts import Link, Section
from answerable.operations.plans.log_compared import Asked
from answerable.operations.plans.log_families import ANOTHER, Earlier, GoesOn
from answerable.vocabulary.language import say
from answerable.vocabulary.times import in_words


def section(document: str, about: Asked, found: GoesOn) -> tuple[Section, ...]:
    """What the rows are compared with, and a link for each other choice; nothing for a first."""
    if not found.choices:
        return ()
    return (
        Section(
            title=say("Which log this goes on from"),
            id="against",
            paragraphs=(words(found),),
            links=tuple(
                Link(
                    label=label,
                    url=address(document, replace(about, against=name), "difference/"),
                )
                for name, label in _others(found)
            ),
        ),
    )


def words(found: GoesOn) -> str:
    """What the rows are compared with, in a sentence; empty for a first log."""
    if not found.choices:
        return ""
    if found.earlier is None:
        return say(
            "This is taken for another log: its rows stand beside those of the logs that were "
            "imported before, and none of theirs is gone."
        )
    return say(
        "It is compared with “{log}”. Only rows of that log can be gone.",
        log=_named(found.earlier),
    )


def _others(found: GoesOn) -> list[tuple[str, str]]:
    made = [
        (one.document, say("Compare it with “{log}”", log=_named(one)))
        for one in found.choices
        if one != found.earlier
    ]
    if found.earlier is not None:
        made.append((ANOTHER, say("This is another log: compare it with none")))
    return made


def _named(one: Earlier) -> str:
    day = in_words(one.dated.isoformat()) if one.dated else ""
    return one.title or say("the action log of {day}", day=day or one.document[:8])
