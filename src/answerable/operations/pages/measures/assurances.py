"""Is the target met as a rule, missed as a rule, or met and missed by chance? Words, then a sign.

The limits of the chart say what is usual; a target inside them is met in some periods and missed
in others without anything having changed.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from answerable.evidence.charted import Assurance
from answerable.operations.pages.measures.figures import Figures
from answerable.publishing.charts import assurance_sign
from answerable.scrutiny.phrases import on_day
from answerable.vocabulary.language import marked, say

_SAID: Mapping[Assurance, str] = {
    "consistent_pass": marked(
        "Met as a rule: the usual range lies on the right side of the target. While nothing "
        "changes it will be met."
    ),
    "consistent_fail": marked(
        "Missed as a rule: the usual range does not reach the target. It will not be met unless "
        "something changes."
    ),
    "inconsistent": marked(
        "Met or missed by chance: the target lies within the usual range. While nothing changes "
        "it will be met in some periods and missed in others."
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Assured:
    """The target in words, what the limits say of it, and a sign for that (own SVG)."""

    target: str
    words: str
    sign: str = ""


def assured(found: Figures) -> Assured | None:
    """None where no target was set for the body by that day, or nothing can be charted."""
    target = found.target
    if target is None or not found.usable:
        return None
    least = say("at least") if found.measure.direction == "increase" else say("at most")
    told = say(
        "The target is {least} {value} {unit} a {grain}, set by the {body} on {day}. "
        "Source: {source}.",
        least=least,
        value=f"{target.value:,.6g}",
        unit=found.measure.unit,
        grain=found.measure.grain,
        body=target.set_by.removeprefix("the "),
        day=on_day(target.set_on),
        source=target.source,
    )
    made = found.chart
    if made.assurance is None or made.groups[-1].short:
        few = say("Too few figures are held to say whether it is met as a rule or by chance.")
        return Assured(target=told, words=few)
    return Assured(
        target=told, words=say(_SAID[made.assurance]), sign=assurance_sign(made.assurance)
    )
