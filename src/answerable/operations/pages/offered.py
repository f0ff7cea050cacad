"""What the lists of a page offer: in a record about a real body, nothing of the demonstration."""

from answerable.operations import catalogue, installation
from answerable.vocabulary.bodies import Body
from answerable.vocabulary.measures import Measure

_INVENTED = "Invented"
"""What says of a measure that its figures are invented: it stands first in what it cannot show."""


def measures() -> tuple[Measure, ...]:
    """Every measure of the catalogue that this record may be about, in the order of its file."""
    every = tuple(catalogue.measures().values())
    if _shows_invented():
        return every
    return tuple(one for one in every if not one.cannot_show.startswith(_INVENTED))


def bodies() -> tuple[Body, ...]:
    """Every body of the catalogue; the invented ones only where the record is about one."""
    every = tuple(catalogue.bodies().values())
    return every if _shows_invented() else tuple(body for body in every if not body.invented)


def _shows_invented() -> bool:
    """A demonstration, or a record that was set up to try Answerable on an invented body."""
    own = installation.installed()
    known = catalogue.bodies().get(own.institution) if own else None
    return own is None or (known is not None and known.invented)
