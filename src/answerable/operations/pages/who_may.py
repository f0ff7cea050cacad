"""Who can record what whoever looks may not: the offices, by the body for which they act."""

from datetime import date

from answerable.operations import access, catalogue
from answerable.operations.sessions import presiding
from answerable.vocabulary.access import Role
from answerable.vocabulary.language import say

_THEIRS = (Role.FORCE_LIAISON, Role.CHIEF_OFFICER)
"""Offices of the institution itself."""
_HOLDING = (Role.GOVERNANCE_OFFICER, Role.COMMISSIONER)
"""Offices of whoever holds it to account."""


def not_as_you_are(operation: str, institution: str, *, on: date) -> str:
    """That an office may not do it, and which may: “This is for the governance officer or …”."""
    found = _whose(operation, institution, on)
    if found is None:
        return say("You cannot do this as you are. Act as another office first.")
    offices, body = found
    return say(
        "You cannot do this as you are. This is for the {offices} of {body}: act as one first if "
        "you hold it, or ask them.",
        offices=offices,
        body=body,
    )


def who_may(operation: str, institution: str, *, on: date) -> str:
    """“This is for the governance officer or the commissioner of …”; “” where it is for others."""
    found = _whose(operation, institution, on)
    if found is None:
        return ""
    offices, body = found
    return say("This is for the {offices} of {body}.", offices=offices, body=body)


def _whose(operation: str, institution: str, on: date) -> tuple[str, str] | None:
    """The offices that may, and their body: None unless only whoever holds to account may."""
    allowed = [role for role in (*_HOLDING, *_THEIRS) if operation in access.MAY[role]]
    holder = catalogue.bodies().get(catalogue.oversight_of(institution, on=on) or "")
    if not allowed or holder is None or not set(allowed) <= set(_HOLDING):
        return None
    head = presiding.head(institution, on=on)
    named = [head if role is Role.COMMISSIONER else "governance officer" for role in allowed]
    return say(" or the ").join(named), holder.name
