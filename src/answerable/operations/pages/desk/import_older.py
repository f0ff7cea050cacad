"""Import of a log that is older than the one on record: warned of, and asked about."""

from collections import Counter
from collections.abc import Mapping

from answerable.operations.pages.forms import Choice, Field, Hidden
from answerable.operations.pages.parts import Section
from answerable.operations.plans.log_compared import Asked, Compared
from answerable.operations.plans.log_files import NotALog
from answerable.vocabulary.language import say, say_many
from answerable.vocabulary.times import in_words

BOX, ASKED, YES = "older", "older-asked", "older"


def words(found: Compared, about: Asked) -> str:
    """That a newer log is on record and what this one would undo; empty where neither is so."""
    earlier = found.goes_on.earlier
    counts = Counter(change.kind for change in found.changes)
    if earlier is None or earlier.dated is None or earlier.dated <= about.dated:
        return ""
    if not counts["new"] + counts["changed"] + counts["gone"]:
        return ""
    return say(
        "A newer log is on record, of {newer}; this one is of {older}. Recording it would turn "
        "{changed} back to what the older log says, and count {gone} as gone from the log.",
        newer=in_words(earlier.dated.isoformat()),
        older=in_words(about.dated.isoformat()),
        changed=say_many("{count} row", "{count} rows", counts["changed"]),
        gone=say_many("{count} row", "{count} rows", counts["gone"]),
    )


def section(found: Compared, about: Asked) -> tuple[Section, ...]:
    """The warning, before anything else of the difference."""
    told = words(found, about)
    if not told:
        return ()
    return (
        Section(
            title=say("Look at this first. This log is older than the one on record"),
            id=BOX,
            paragraphs=(
                told,
                say(
                    "If it was handed in by mistake, forget this file. If its day was typed "
                    "wrongly, hand it in again with the right one."
                ),
            ),
        ),
    )


def boxes(
    found: Compared, about: Asked, values: Mapping[str, str]
) -> tuple[tuple[Field, ...], tuple[Hidden, ...]]:
    """The question, and the mark that it was asked."""
    if not words(found, about):
        return (), ()
    box = Field(
        name=BOX,
        label=say("Record this older log over the newer one?"),
        value=values.get(BOX, ""),
        choices=(
            Choice(value="", label=say("Not said yet: nothing is recorded")),
            Choice(value=YES, label=say("Yes, its rows stand as this older log says")),
        ),
    )
    return (box,), (Hidden(name=ASKED, value="1"),)


def require_answer(posted: Mapping[str, str]) -> None:
    """Refuse where the question was asked and left open."""
    if posted.get(ASKED) and posted.get(BOX) != YES:
        raise NotALog(
            say(
                "A newer log is on record. Say that this older one is to be recorded over it, or "
                "forget this file. Nothing was recorded."
            )
        )


def not_said(told: str) -> NotALog:
    """The same for a terminal."""
    return NotALog(
        say("{told} If that is meant, add --older-log. Nothing was recorded.", told=told)
    )
