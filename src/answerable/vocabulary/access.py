"""Who asks, as what, and what is marked how."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Classification(StrEnum):
    """The three markings; a higher one is shown to fewer."""

    PUBLIC = "public"
    INTERNAL = "internal"
    RESTRICTED = "restricted"


_HEIGHT = {mark: height for height, mark in enumerate(Classification)}


def highest(marks: Iterable[Classification]) -> Classification:
    """The least public of some markings; public where there is none.

    >>> highest([Classification.INTERNAL, Classification.PUBLIC]).value
    'internal'
    """
    return max(marks, key=_HEIGHT.__getitem__, default=Classification.PUBLIC)


def ending(marking: Classification) -> str:
    """What the name of a file that leaves the desk ends in: nothing where it is public.

    >>> ending(Classification.RESTRICTED), ending(Classification.PUBLIC)
    ('-restricted', '')
    """
    return "" if marking is Classification.PUBLIC else f"-{marking.value}"


class Role(StrEnum):
    """The ten roles (glossary: roles)."""

    PUBLIC = "public"
    PANEL_MEMBER = "panel-member"
    GOVERNANCE_OFFICER = "governance-officer"
    COMMISSIONER = "commissioner"
    FORCE_LIAISON = "force-liaison"
    CHIEF_OFFICER = "chief-officer"
    INSPECTOR = "inspector"
    PARTNER = "partner"
    ANALYST = "analyst"
    ADMINISTRATOR = "administrator"


@dataclass(frozen=True, slots=True)
class Actor:
    """Who asks: a body, an office in it, a person behind that office, and the roles held.

    `person` names the secret from which the pseudonym in a leaf is made; it never
    appears in a leaf itself. `on` is the day on which it asks, as the door read it: whom a body
    holds to account hangs on it.
    """

    body: str
    office: str
    person: str
    roles: frozenset[Role]
    on: date | None = field(default=None, compare=False)

    @property
    def is_public(self) -> bool:
        """Nobody in particular: a reader without an account."""
        return self.roles <= {Role.PUBLIC}


READER = Actor(body="", office="reader", person="", roles=frozenset({Role.PUBLIC}))
