"""Refusal: the one base class for errors a person can be told about; Conflict."""

from datetime import datetime


class Refusal(Exception):
    """Something the person asking can act on, in one sentence fit to show them.

    Each room defines its own subclasses beside the function that raises them.
    `code` names the reason for programs; it never changes once released. `box` is the parameter
    that is to be mended, where it is one: a form says it at the box of that name.
    """

    code = "refused"
    box = ""

    def __init__(self, sentence: str, *, code: str | None = None, box: str = "") -> None:
        super().__init__(sentence)
        self.box = box or self.box
        if code is not None:
            self.code = code

    @property
    def sentence(self) -> str:
        """What is shown to the person who asked."""
        return str(self.args[0])


class Conflict(Refusal):
    """Somebody changed the same field after the page was read; nothing is written."""

    code = "conflict"

    def __init__(self, *, field: str, theirs: str, yours: str, by: str, at: datetime) -> None:
        super().__init__(
            f"The {field.replace('_', ' ')} was changed at {at:%H:%M} on {at:%-d %B %Y} by {by}: "
            f"theirs is “{theirs}”, yours is “{yours}”. Read theirs, then save again."
        )
        self.field, self.theirs, self.yours, self.by, self.at = field, theirs, yours, by, at
