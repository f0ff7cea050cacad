"""A measure over every body: how much each changed in a year, in a funnel. Never a ranking."""

import csv
import io
from dataclasses import dataclass

from answerable.operations.measures import evidence
from answerable.operations.pages.look import Look, banner
from answerable.operations.pages.measures import changes, levels
from answerable.operations.pages.measures.changes import Compared
from answerable.operations.pages.measures.checks_said import said_of
from answerable.operations.pages.measures.comparators import name_of
from answerable.operations.pages.measures.figures import figures
from answerable.operations.pages.measures.levels import Beside
from answerable.operations.pages.measures.measure_told import Figure
from answerable.operations.pages.parts import Aside, Item, Link, Page, Section, Table
from answerable.vocabulary.language import marked, say
from answerable.vocabulary.measures import Measure

CHANGES = marked(
    "Each body’s count is set against its own count in the same "
    "periods a year before, so that size and season cancel. Only "
    "periods that are held in both years count. The middle line is "
    "the change of all bodies together."
)
LEVELS = marked(
    "Each body’s level over the last year that is held, against that "
    "of all bodies together, which is the middle line. Bodies differ "
    "in their people and places as well as in their work."
)
LEFT_OUT = {
    "too_few_periods": marked("fewer than 3 periods are held in both years"),
    "recording_change": marked("the way of recording changed between the two years"),
    "small_count": marked("the counts are too small to set them beside others"),
    "numerator_above_denominator": marked("a part is larger than its whole"),
}
CSV_HEAD = (
    *("measure", "body", "periods", "earlier_count", "newer_count", "ratio"),
    *("lower_95", "upper_95", "lower_99_8", "upper_99_8", "outside", "left_out_because"),
)
LEVELS_HEAD = (
    *("measure", "body", "periods", "counted", "out_of", "level"),
    *("lower_95", "upper_95", "lower_99_8", "upper_99_8", "outside", "left_out_because"),
)
NO_LIMITS = marked(
    "Bodies are set beside each other by counts, rates and shares; "
    "this measure is a mean, whose chance is not known from the "
    "figures. Each body’s own chart is one click away."
)


@dataclass(frozen=True, kw_only=True)
class ComparedPage(Page):
    """Every body of a measure: the funnel, the table, and who has no place in it."""

    checks: tuple[str, ...]
    chart: Figure | None
    no_chart: str
    sections: tuple[Section, ...]
    how: tuple[str, ...]


def compared(look: Look, name: str, *, own: str = "") -> ComparedPage:
    """The page; `own` is the body that the reader came from."""
    measure = evidence.measure_named(name)
    made: Compared | Beside | None = _made(look, measure)
    drawn = made if made and made.found.enough else None
    return ComparedPage(
        title=say("{title}: bodies side by side", title=measure.title),
        area="bodies",
        sentence=_told(drawn) if drawn else say("Bodies cannot be set side by side here."),
        crumbs=(Link(label=say("Measures"), url=look.url("/measures/")),),
        # Not “from public facts” above figures of invented bodies only.
        banner=banner(own or next(iter(sorted(evidence.bodies_with(name))), None)),
        past=look.past(),
        as_at=look.as_at(),
        checks=made.checks if made else _checks(look, measure),
        chart=_drawn(look, drawn, own) if drawn else None,
        no_chart="" if drawn else _why_not(measure, made),
        sections=tuple(_sections(look, measure, made)),
        how=_how(drawn) if drawn else (),
        aside=_aside(look, measure),
    )


def _made(look: Look, measure: Measure) -> Compared | Beside | None:
    """Changes of counts; levels of rates and shares."""
    if measure.kind in ("rate", "percent"):
        return levels.beside(look, measure)
    return changes.comparison(look, measure)


def _checks(look: Look, measure: Measure) -> tuple[str, ...]:
    """Why nothing can be set side by side, where a check took all of it out."""
    return said_of({b: figures(look, measure, b) for b in evidence.bodies_with(measure.id)})


def _told(made: Compared | Beside) -> str:
    return changes.sentence(made) if isinstance(made, Compared) else levels.sentence(made)


def _drawn(look: Look, made: Compared | Beside, own: str) -> Figure:
    if isinstance(made, Compared):
        return changes.figure(look, made, own)
    return levels.figure(look, made, own)


def comparison_csv(look: Look, name: str) -> str:
    """One row a body, by its name; those without a place say why."""
    measure = evidence.measure_named(name)
    made = _made(look, measure)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(LEVELS_HEAD if isinstance(made, Beside) else CSV_HEAD)
    rows: list[tuple[str, ...]] = []
    if made is not None:
        rows = levels.csv_rows(made) if isinstance(made, Beside) else changes.csv_rows(made)
    for body, why in (made.found.left_out if made else {}).items():
        rows.append((measure.id, body, *[""] * 9, LEFT_OUT[why]))
    rows.sort(key=lambda row: row[1])
    writer.writerows(rows)
    return out.getvalue()


def _sections(look: Look, measure: Measure, made: Compared | Beside | None) -> list[Section]:
    sections = []
    if made and made.found.left_out:
        rows = sorted((name_of(body), LEFT_OUT[why]) for body, why in made.found.left_out.items())
        sections.append(
            Section(
                title=say("Without a place in the picture"),
                table=Table(
                    caption=say("Left out, and why"),
                    head=(say("Body"), say("Why")),
                    rows=tuple(rows),
                ),
            )
        )
    bodies = sorted(evidence.bodies_with(measure.id), key=name_of)
    sections.append(
        Section(
            title=say("Each body’s own chart"),
            links=tuple(
                Link(label=name_of(body), url=look.url(f"/measures/{measure.id}/{body}/"))
                for body in bodies
            ),
            absent="" if bodies else say("No figures of this measure are held."),
        )
    )
    return sections


def _why_not(measure: Measure, made: Compared | Beside | None) -> str:
    if measure.kind == "mean":
        return NO_LIMITS
    if made is None:
        return say("No usable figures are held.")
    return say(
        "{bodies} can be set side by side; a picture needs 5. Below stands why each is left out.",
        bodies=changes.bodies(made.found.comparable),
    )


def _how(made: Compared | Beside) -> tuple[str, ...]:
    found = made.found
    law = say("Poisson") if made.measure.kind == "rate" else "binomial"
    spread = (
        say("Bodies vary no more than chance, so the limits are exact ({law}).", law=law)
        if found.tau2 == 0
        else say(
            "Bodies vary more than chance (overdispersion {phi}), so the "
            "limits are wider by that spread (tau {value} on the log scale).",
            phi=f"{found.phi:.1f}",
            value=f"{found.tau2**0.5:.3f}",
        )
    )
    return (
        CHANGES if isinstance(made, Compared) else LEVELS,
        spread,
        say(
            "A body outside the outer limits lies further off than chance "
            "explains in {word} cases of 1,000. That is where to look; it "
            "says nothing about why, and it is no verdict.",
            word="998" if found.tau2 == 0 else say("over 990"),
        ),
    )


def _aside(look: Look, measure: Measure) -> tuple[Aside, ...]:
    return (
        Aside(
            title=say("This measure"),
            facts=(
                Item(label=say("Counted"), words=str(measure.unit)),
                Item(label=say("It cannot show"), words=measure.cannot_show),
            ),
            links=(
                Link(
                    label=say("Choose bodies and periods"), url=f"/explore/?measure={measure.id}"
                ),
                Link(label=say("How a verdict is worked out"), url=look.url("/about/method/")),
            ),
        ),
    )
