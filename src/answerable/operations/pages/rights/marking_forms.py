"""The boxes in which whoever restricts something says on which ground, and until which review."""

from collections.abc import Mapping

from answerable.operations.pages import days
from answerable.operations.pages.forms import Choice, DateField, Field
from answerable.operations.rights import markings
from answerable.vocabulary.language import say


def ground_fields(values: Mapping[str, str], *, label: str, hint: str) -> tuple[Field, Field]:
    """The ground of a marking: one of a list, and a line for another or for more about it."""
    return (
        Field(
            name="ground",
            label=label,
            hint=hint,
            value=values.get("ground", ""),
            choices=(
                Choice(value="", label=say("Choose a ground")),
                *(Choice(value=g, label=g) for g in markings.GROUNDS),
            ),
        ),
        Field(
            name="other",
            label=say("Another ground, or more about it (you may leave it empty)"),
            value=values.get("other", ""),
        ),
    )


def review_day(values: Mapping[str, str], *, legend: str, hint: str) -> DateField:
    """The day on which a marking is looked at again."""
    return days.sent(DateField(name="review", legend=legend, hint=hint, optional=True), values)


def ground(posted: Mapping[str, str]) -> str:
    """The ground that was chosen and what was typed beside it."""
    parts = (posted.get("ground", "").strip(), posted.get("other", "").strip())
    return ". ".join(part for part in parts if part)
