"""Every measure of which figures are held, by subject; and those of which none are."""

from collections.abc import Sequence

from answerable.operations import catalogue
from answerable.operations.measures import evidence
from answerable.operations.pages import naming, offered
from answerable.operations.pages.look import Look, banner
from answerable.operations.pages.parts import Aside, Link, Row, Section, SectionsPage
from answerable.scrutiny.phrases import number, plural
from answerable.vocabulary.language import say
from answerable.vocabulary.measures import Measure


def every(look: Look) -> SectionsPage:
    """The list at `/measures/`; a measure of several subjects stands under each of them."""
    measures = sorted(offered.measures(), key=lambda m: m.title)
    held = [m for m in measures if evidence.bodies_with(m.id)]
    without = tuple(m.title for m in measures if m not in held)
    return SectionsPage(
        title=say("Measures"),
        area="bodies",
        sentence=say(
            "Figures of {count} {measures} are held. A chart shows where to look; it never says "
            "by itself that something improved.",
            count=number(len(held)),
            measures=plural("measure", len(held)),
        )
        if held
        else say("No figures of any measure are held here."),
        banner=banner(),
        past=look.past(),
        as_at=look.as_at(),
        sections=(
            *_subjects(look, held),
            *((Section(title=say("No figures held"), items=without),) if without else ()),
        ),
        aside=(
            Aside(
                title=say("Look closer"),
                links=(
                    Link(label=say("Choose measures, bodies and periods"), url="/explore/"),
                    Link(label=say("How a verdict is worked out"), url=look.url("/about/method/")),
                    Link(label=say("All bodies"), url=look.url("/bodies/")),
                ),
            ),
        ),
    )


def _subjects(look: Look, held: Sequence[Measure]) -> list[Section]:
    """A section for each subject with figures, then what belongs to no subject."""
    packs = catalogue.measure_packs().values()
    told = [(pack, [m for m in held if m.id in pack.measures]) for pack in packs]
    sections = [
        Section(
            title=pack.title,
            id=pack.id,
            paragraphs=(pack.sentence,),
            rows=tuple(_row(look, measure) for measure in measures),
        )
        for pack, measures in told
        if measures
    ]
    rest = [m for m in held if all(m.id not in pack.measures for pack in packs)]
    if rest:
        title = say("Other measures") if sections else say("Every measure")
        rows = tuple(_row(look, measure) for measure in rest)
        sections.append(Section(title=title, id="other", rows=rows))
    return sections


def _row(look: Look, measure: Measure) -> Row:
    bodies = evidence.bodies_with(measure.id)
    if len(bodies) == 1:
        note = say("Figures of {body}.", body=naming.body_words(bodies[0]))
    else:
        note = say("Figures of {count} bodies.", count=number(len(bodies)))
    return Row(
        title=measure.title,
        url=look.url(f"/measures/{measure.id}/"),
        sentence=naming.cannot_show(measure.cannot_show),
        note=note,
    )
