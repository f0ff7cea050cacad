"""A paper on a body of another sort never puts its grades on the police of the same place."""

from answerable.reading.formats import canonical
from answerable.reading.reading import read

PAPER = b"""Inspection of youth justice services in Tarnshire

Tarnshire Youth Justice Service was rated Good overall. Tarnshire Police is one of its partners.

Overall rating: Good
"""


def test_a_partner_force_is_not_given_the_grade() -> None:
    lines = list(read(canonical(PAPER, name="paper.txt")).lines())
    bodies = [
        one["fields"].get("institution") if "fields" in one else one.get("institution")
        for one in lines
        if one.get("kind") == "grade"
    ]
    assert bodies[0] == "Tarnshire Youth Justice Service"
    assert "Tarnshire Police" not in bodies
