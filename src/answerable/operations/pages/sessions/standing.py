"""Which standing items the agendas of each series have: chosen once, for those begun after it."""

from collections.abc import Iterator, Mapping, Sequence

from answerable.operations import access, catalogue
from answerable.operations.pages import naming, whose
from answerable.operations.pages.forms import Field, FormPage, Hidden, Tick, acting
from answerable.operations.pages.look import Look
from answerable.operations.pages.parts import Aside, FormError, Link
from answerable.operations.sessions import standing_items
from answerable.scrutiny.sessions.forward_plan import SERIES
from answerable.vocabulary.language import marked, say
from answerable.vocabulary.regimes import END, START

PLACES = {START: marked("at the start"), END: marked("at the end")}


def standing(look: Look, body: str, *, errors: tuple[FormError, ...] = ()) -> FormPage:
    """A box to tick for each standing item of each series, and lines of one's own."""
    institution = whose.institution_of(body)
    oversight = catalogue.oversight_of(institution, on=look.on) or body
    may = access.may(look.actor, "plan_session", about=institution)
    return FormPage(
        title=say("Standing items"),
        area="sessions",
        kicker=naming.body_words(oversight),
        sentence=say(
            "They stand at the start and at the end of each agenda that is begun from now on, and "
            "in its minutes."
        ),
        banner=acting(look, institution),
        as_at=look.as_at(),
        crumbs=(
            Link(label=naming.body_words(institution), url=f"/bodies/{institution}/"),
            Link(label=say("Sessions"), url=f"/sessions/{oversight}/"),
        ),
        errors=errors,
        action=f"/sessions/{oversight}/standing/",
        button=say("Keep these standing items"),
        hidden=(Hidden(name="revision", value=str(standing_items.revision_of(oversight))),),
        fields=tuple(_fields(look, institution, oversight)),
        fold=say("Others, in your own words"),
        warning="" if may else say("You cannot do this as you are. Act as another office first."),
        aside=(
            Aside(
                title=say("What they are"),
                paragraphs=(
                    say(
                        "A standing item asks no question of the record and takes no place among "
                        "the three questions of the brief. What is known of it, such as which "
                        "minutes are to be approved, is filled in."
                    ),
                    say("An agenda that is begun already keeps the items that it has."),
                ),
            ),
        ),
        cancel=Link(label=say("Back to the sessions"), url=f"/sessions/{oversight}/"),
    )


def _fields(look: Look, institution: str, body: str) -> Iterator[Field]:
    known = catalogue.regime_of(institution, on=look.on).standing
    for series, words in SERIES.items():
        items = standing_items.chosen(body, series, institution=institution, on=look.on)
        has = {item.key for item in items}
        yield Field(
            name=f"items-{series}",
            label=say(words),
            ticks=tuple(
                Tick(
                    name=f"item:{series}",
                    value=item.key,
                    label=f"{item.words} ({say(PLACES[item.place])})",
                    ticked=item.key in has,
                )
                for item in known
            ),
        )
        for place, where in PLACES.items():
            yield Field(
                name=f"own:{series}:{place}",
                label=say(
                    "{series}: others {where}, one a line", series=say(words), where=say(where)
                ),
                value="\n".join(standing_items.own_lines(body, series, place)),
                rows=2,
                folded=True,
            )


def typed(
    posted: Mapping[str, Sequence[str]],
) -> tuple[dict[str, Sequence[str]], dict[tuple[str, str], Sequence[str]]]:
    """What the form sent: the ticked items of each series, and the lines of one's own."""
    ticked = {series: posted.get(f"item:{series}", ()) for series in SERIES}
    own: dict[tuple[str, str], Sequence[str]] = {
        (series, place): "\n".join(posted.get(f"own:{series}:{place}", ())).splitlines()
        for series in SERIES
        for place in PLACES
    }
    return ticked, own
