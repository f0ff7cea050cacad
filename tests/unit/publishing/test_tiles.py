"""The map of tiles: every territorial force once, words inside their tiles, no colour alone."""

import re
from collections import Counter
from xml.etree import ElementTree

from answerable.operations import catalogue
from answerable.publishing.charts import Tile, tile_map
from answerable.publishing.charts.svg import text_width

_SVG = "{http://www.w3.org/2000/svg}"


def tiles(*held: str) -> list[Tile]:
    names = catalogue.bodies()
    return [
        Tile(
            name=names[p.body].name,
            row=p.row,
            column=p.column,
            label=p.label,
            code=p.code,
            held=p.body in held,
        )
        for p in catalogue.tiles()
    ]


def drawn(*held: str) -> tuple[ElementTree.Element, ElementTree.Element]:
    made = tile_map(tiles(*held), title="Map", subtitle="Forces", sentence="One of 43.")
    wide, narrow = (ElementTree.fromstring(svg) for svg in (made.wide, made.narrow))  # noqa: S314  # our own pictures, made in this test
    return wide, narrow


def test_every_territorial_force_of_england_and_wales_has_one_place_of_its_own() -> None:
    forces = {b.id for b in catalogue.bodies().values() if b.kind == "force" and not b.invented}
    assert {p.body for p in catalogue.tiles()} == forces
    assert len(forces) == 43
    places = Counter((p.row, p.column) for p in catalogue.tiles())
    assert set(places.values()) == {1}
    assert len({p.code for p in catalogue.tiles()}) == 43


def test_no_word_is_wider_than_its_tile_on_desktop_or_phone() -> None:
    for picture, room in zip(drawn(), (80.0, 37.0), strict=True):
        for line in picture.iter(f"{_SVG}text"):
            assert text_width(line.text or "", float(line.get("font-size", "0"))) <= room, (
                line.text
            )


def test_letters_are_at_least_twelve_px() -> None:
    for picture in drawn():
        assert {float(t.get("font-size", "0")) for t in picture.iter(f"{_SVG}text")} == {12.0}


def test_a_held_tile_differs_by_edge_and_dot_and_the_table_says_it_in_words() -> None:
    made = tile_map(
        tiles("west-mercia-police"), title="Map", subtitle="Forces", sentence="One of 43."
    )
    for markup in (made.wide, made.narrow):
        assert markup.count("<circle") == 1
        assert len(re.findall(r'stroke-width="3"', markup)) == 1
    said = {row[0].split(" (")[0]: row[1] for row in made.rows}
    assert said["West Mercia Police"] == "yes"
    assert Counter(said.values()) == {"yes": 1, "nothing yet": 42}
