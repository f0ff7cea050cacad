"""Every body by name: those on the record first, the territorial forces also on a map."""

from collections.abc import Sequence
from dataclasses import dataclass

from answerable.operations import catalogue
from answerable.operations.pages.institutions import body
from answerable.operations.pages.look import Look, banner
from answerable.operations.pages.measures.measure_told import Figure
from answerable.operations.pages.parts import Aside, Link, Page, Row, Table
from answerable.publishing.charts import Tile, tile_map
from answerable.store.reads import registers
from answerable.vocabulary.language import say


@dataclass(frozen=True, kw_only=True)
class BodiesPage(Page):
    """Every body that the record says something about, and the others by name."""

    bodies: tuple[Row, ...]
    others: tuple[str, ...] = ()
    map: Figure | None = None


def bodies(look: Look) -> BodiesPage:
    """Bodies with a register first, then every other one that the catalogue names."""
    held = [b for b in registers.reported() if b in catalogue.bodies()]
    every = catalogue.bodies()
    forces = [b for b in every.values() if b.kind == "force" and not b.invented]
    return BodiesPage(
        title=say("Bodies"),
        area="bodies",
        sentence=(
            say(
                "The record holds facts about {count} of the {count2} bodies "
                "that it knows. No body is ranked against another.",
                count=len(held),
                count2=len(every),
            )
        ),
        banner=banner(),
        past=look.past(),
        as_at=look.as_at(),
        bodies=tuple(body.summary(look, every[b]) for b in held),
        others=tuple(sorted(b.name for b in forces if b.id not in held)),
        map=_map(held),
        aside=(
            Aside(
                title=say("What you can do"),
                links=(
                    Link(label=say("Read the case in front"), url=look.url("/")),
                    Link(label=say("Paste a news article"), url="/read/"),
                    Link(label=say("Check that nothing was altered"), url="/history/verify/"),
                ),
            ),
        ),
    )


def _map(held: Sequence[str]) -> Figure:
    """The territorial forces as equal tiles; which of them the record says something about."""
    every = catalogue.bodies()
    tiles = [
        Tile(
            name=every[place.body].name,
            row=place.row,
            column=place.column,
            label=place.label,
            code=place.code,
            held=place.body in held,
        )
        for place in catalogue.tiles()
    ]
    count = sum(tile.held for tile in tiles)
    drawn = tile_map(
        tiles,
        title=say("Where the record holds something"),
        subtitle=say("Territorial police forces of England and Wales, one equal tile each"),
        sentence=(
            say(
                "The record holds facts about {count} of {count2} forces: those "
                "with a thick edge and a dot. It says nothing about how well a "
                "force does.",
                count=count,
                count2=len(tiles),
            )
        ),
    )
    return Figure(
        title=drawn.title,
        subtitle=drawn.subtitle,
        sentence=drawn.sentence,
        wide=drawn.wide,
        narrow=drawn.narrow,
        table=Table(caption=drawn.subtitle, head=drawn.header, rows=drawn.rows),
    )
