"""Three fields apart: how far (rung), what was answered (response), what became of it."""

from collections.abc import Mapping
from enum import StrEnum

from answerable.vocabulary.language import marked


class Rung(StrEnum):
    """How far a finding or an action has come; nothing advances by itself."""

    PROMISED = "promised"
    DELIVERED = "delivered"
    VERIFIED = "verified"
    WORKED = "worked"
    SUSTAINED = "sustained"

    @property
    def order(self) -> int:
        """Position from the bottom, from 0."""
        return list(Rung).index(self)

    @property
    def group(self) -> str:
        """The public grouping: said, done or worked."""
        return _GROUPS[self]


_GROUPS = {
    Rung.PROMISED: "said",
    Rung.DELIVERED: "done",
    Rung.VERIFIED: "done",
    Rung.WORKED: "worked",
    Rung.SUSTAINED: "worked",
}


class Response(StrEnum):
    """What was answered to a recommendation."""

    ACCEPTED = "accepted"
    PARTLY = "partly"
    REJECTED = "rejected"
    NONE_YET = "none yet"


ANSWER_WORDS: Mapping[str, str] = {
    Response.ACCEPTED: marked("accepted"),
    Response.PARTLY: marked("accepted in part"),
    Response.REJECTED: marked("not accepted"),
    Response.NONE_YET: marked("none yet"),
}
"""How every page says what was answered; marked, so said in the reader's language."""


class Disposition(StrEnum):
    """What became of a finding or an action."""

    OPEN = "open"
    PARTLY_MET = "partly met"
    SUPERSEDED = "superseded"
    DISCHARGED = "discharged"
    CLOSED = "closed"


class ClosingGround(StrEnum):
    """On what a closing rests, strongest first."""

    SIGNED = "signed"
    PUBLISHED = "published"
    LETTER = "letter"
    HISTORICAL = "historical"
