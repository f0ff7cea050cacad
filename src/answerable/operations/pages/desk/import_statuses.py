"""Import: what a status of the log means that no rule knows; nothing is chosen before."""

from collections.abc import Mapping

from answerable.operations.pages.forms import Choice, Field
from answerable.operations.pages.naming import short
from answerable.operations.pages.parts import Section
from answerable.operations.plans import log_statuses
from answerable.operations.plans.log_files import Opened
from answerable.vocabulary.language import say, say_many

NAME = "status"


def boxes(log: Opened, institution: str) -> tuple[Field, ...]:
    """A choice for each status that no rule knows, as somebody said before, with its rows."""
    meant = log_statuses.said(institution)
    counts = log_statuses.not_known(log, {})
    return tuple(
        Field(
            name=f"{NAME}-{number}",
            label=say("What the status “{words}” means", words=words),
            hint=say_many("{count} row", "{count} rows", counts[words]),
            value=log_statuses.meaning(words, meant),
            choices=(
                Choice(value="", label=say("Not said: taken as open, and told as not known")),
                Choice(value=log_statuses.CLOSED, label=say("Done, they say")),
                Choice(value=log_statuses.OPEN, label=say("Still open")),
                Choice(
                    value=log_statuses.ASIDE,
                    label=say("Not ours, or no longer so: open until you set it aside"),
                ),
            ),
        )
        for number, words in enumerate(log_statuses.asked(log))
    )


def chosen(log: Opened, posted: Mapping[str, str]) -> dict[str, str]:
    """Words of a status -> closed, open, aside, or empty where nothing is said."""
    return {
        words: posted[f"{NAME}-{n}"]
        for n, words in enumerate(log_statuses.asked(log))
        if f"{NAME}-{n}" in posted
    }


def section(log: Opened, institution: str) -> tuple[Section, ...]:
    """How many rows have a status that nobody has explained; nothing where each is known."""
    told = lines(log, institution)
    if not told:
        return ()
    return (
        Section(
            title=say("A status that we do not know"),
            id="status-not-known",
            paragraphs=(
                *told,
                say(
                    "Until somebody says what it means, these actions are taken as open, and as "
                    "overdue once their date has passed. The boxes “What the status … means” "
                    "below ask for it; the answer is remembered for the next log."
                ),
            ),
        ),
    )


def lines(log: Opened, institution: str) -> tuple[str, ...]:
    """A sentence for each, for a page or a terminal; beyond the most frequent a number."""
    found = log_statuses.not_known(log, log_statuses.said(institution))
    shown = list(found.items())[: log_statuses.MOST_ASKED]
    told = [
        say_many(
            "The status “{words}” stands in {count} row: neither open nor done in words we know.",
            "The status “{words}” stands in {count} rows: neither open nor done in words we know.",
            count,
            words=short(words),
        )
        for words, count in shown
    ]
    rest = len(found) - len(shown)
    if rest:
        told.append(say_many("{count} more is like it.", "{count} more are like it.", rest))
    return tuple(told)
