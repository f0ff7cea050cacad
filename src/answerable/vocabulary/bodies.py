"""Body, Office, Tenure: who exists, who holds whom to account, and who held which post when."""

from dataclasses import dataclass
from typing import Literal

BodyKind = Literal[
    "force",
    "institution",  # any other body that answers to another
    "oversight",  # whoever holds an institution to account: commissioner, mayor, board, ...
    "inspectorate",
    "regional-unit",
    "region",
    "panel",
    "partner",
    "publisher",
]


@dataclass(frozen=True, slots=True)
class Body:
    """A public body. `kind_words` says it in words: “Police and Crime Commissioner”.

    `invented` is true for bodies that exist only in the demonstration.
    """

    id: str
    name: str
    kind: BodyKind
    kind_words: str
    aliases: tuple[str, ...] = ()
    short: str = ""
    successor: str | None = None
    ended: str | None = None
    source: str | None = None
    invented: bool = False


@dataclass(frozen=True, slots=True)
class Oversight:
    """A body holds an institution to account from a date to a date, on a legal basis."""

    body: str
    institution: str
    begins: str | None
    ends: str | None
    legal_basis: str
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Tenure:
    """A person in an office; dates as sources state them (`2023-09` is a month)."""

    office: str
    person: str
    holding: str
    begins: str | None
    ends: str | None
