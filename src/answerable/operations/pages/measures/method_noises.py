"""False alarms by kind of noise: beside peers, and of a body alone, where they are far more."""

from collections.abc import Iterable, Mapping
from typing import Any

from answerable.operations.pages.parts import Section, Table
from answerable.vocabulary.language import say


def noises_section(rows: Iterable[Mapping[str, Any]]) -> Section:
    """A row for each kind of noise, the harder ones last."""
    return Section(
        title=say("False alarms by kind of noise, and without peers"),
        paragraphs=(
            say(
                "Nothing changed. The worst of all designs tried, either way, at the usual alpha. "
                "A body alone cannot tell its own change from one that all bodies share, and a "
                "body picked because it was the worst gets better by itself: that is why a "
                "verdict without peers does not carry anything to “worked”."
            ),
            say(
                "The smaller alphas above are set for the first six kinds of noise. They do not "
                "hold the harder ones to 1 %."
            ),
        ),
        table=Table(
            caption=say("Worst rate of a false “improved” or “worsened”"),
            head=(say("Noise"), say("Beside peers"), say("The body alone")),
            rows=tuple(
                (
                    say("{noise} (harder)", noise=row["world"]) if row["harder"] else row["world"],
                    f"{100 * row['compared']:.2f} %",
                    f"{100 * row['alone']:.2f} %",
                )
                for row in rows
            ),
        ),
    )
