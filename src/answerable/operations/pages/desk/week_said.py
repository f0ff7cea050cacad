"""The first words of a week, about each institution: what the record can know, and no more."""

from collections.abc import Iterable, Iterator

from answerable.operations.desk.weeks import OfWeek
from answerable.operations.pages import whose
from answerable.operations.pages.naming import body_words
from answerable.vocabulary.language import say


def about(one: OfWeek) -> str:
    """The week of one institution in a sentence.

    Of one whose record is its own, only what there is; empty where our sources say nothing.
    """
    return one.week.sentence if whose.keeps_own_record(one.institution) else one.week.known


def every(found: Iterable[OfWeek]) -> str:
    """The weeks of all, each after its name where there are several; empty without any."""
    weeks = tuple(found)
    told = " ".join(_sentences(weeks))
    if told or not weeks:
        return told
    return say(
        "What is overdue or due is not known here: the record is made from public sources, and "
        "these bodies keep their own."
    )


def nothing(*, handed_in: bool, mine: bool) -> str:
    """The first words where no finding and no action is on record.

    `mine`: something of what is handed in waits for whoever looks, and not for a second person.
    """
    if handed_in and not mine:
        return say(
            "A document is handed in, and what was read of it waits for a second person. No "
            "finding and no action is on record yet."
        )
    if handed_in:
        return say(
            "A document is handed in, and what was read of it waits under “To confirm”. No "
            "finding and no action is on record yet."
        )
    return say("Nothing is on record yet. Hand in the last report, then import your action log.")


def _sentences(weeks: tuple[OfWeek, ...]) -> Iterator[str]:
    for one in weeks:
        words = about(one)
        if words and len(weeks) == 1:
            yield words
        elif words:
            yield f"{body_words(one.institution)}: {words[0].lower()}{words[1:]}"
