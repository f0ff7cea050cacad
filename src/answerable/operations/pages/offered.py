"""What the lists of a page offer: in a record of one's own, nothing of the demonstration."""

from answerable.operations import catalogue, installation
from answerable.vocabulary.bodies import Body
from answerable.vocabulary.measures import Measure

_INVENTED = "Invented"
"""What says of a measure that its figures are invented: it stands first in what it cannot show."""


def measures() -> tuple[Measure, ...]:
    """Every measure of the catalogue that this record may be about, in the order of its file."""
    every = tuple(catalogue.measures().values())
    if installation.installed() is None:
        return every
    return tuple(one for one in every if not one.cannot_show.startswith(_INVENTED))


def bodies() -> tuple[Body, ...]:
    """Every body of the catalogue, and those named here; the invented ones in a demonstration."""
    own = installation.installed()
    mine = () if own is None else (own.institution, own.oversight)
    return tuple(
        body
        for body in catalogue.bodies().values()
        if own is None or not body.invented or body.id in mine
    )
