"""How many false verdicts a family of measures shows, by its rule."""

from collections.abc import Iterable, Mapping
from typing import Any

from answerable.operations.pages.parts import Section, Table
from answerable.vocabulary.language import say


def families_section(rows: Iterable[Mapping[str, Any]]) -> Section:
    """A row for each noise and number of measures."""
    return Section(
        title=say("Many measures judged together"),
        paragraphs=(
            say(
                "By the rule of Benjamini and Hochberg, and in brackets by that of Yekutieli: the "
                "chance of any false verdict where nothing changed, and the share of false ones "
                "among all where one measure in five fell by a quarter. Worst over measures that "
                "drift together and apart. Where all drift strongly (own AR .5), the first rule "
                "does not keep the chance of any down; the second does better and finds less."
            ),
        ),
        table=Table(
            caption=say("False verdicts of a family"),
            head=(say("Measures"), say("Nothing changed: any"), say("Some changed: share")),
            rows=tuple(
                (
                    say("{count}, {noise}", count=row["measures"], noise=row["noise"]),
                    *(
                        f"{_percent(row[f'bh_{what}'])} ({_percent(row[f'by_{what}'])})"
                        for what in ("none", "some")
                    ),
                )
                for row in rows
            ),
        ),
    )


def _percent(rate: float) -> str:
    return f"{100 * rate:.1f} %"
