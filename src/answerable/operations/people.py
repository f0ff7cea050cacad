"""Who acts: offices of the installation, and the demonstration's own cast."""

from answerable.operations import installation
from answerable.vocabulary.access import READER, Actor, Role
from answerable.vocabulary.refusal import Refusal

_DEMO_CAST: dict[str, tuple[str, Role]] = {
    "anyshire-pcc/governance-officer": ("Governance officer", Role.GOVERNANCE_OFFICER),
    "anyshire-pcc/commissioner": ("Commissioner", Role.COMMISSIONER),
    "anyshire-police/force-liaison": ("Force liaison", Role.FORCE_LIAISON),
    "anyshire-police/chief-constable": ("Chief constable", Role.CHIEF_OFFICER),
    "anyshire-inspectorate/inspector": ("Inspector", Role.INSPECTOR),
    "anyshire-pcc/analyst": ("Analyst", Role.ANALYST),
    "anyshire-board/governance-officer": (
        "Governance officer of the board",
        Role.GOVERNANCE_OFFICER,
    ),
    "anyshire-board/chair": ("Chair of the board", Role.COMMISSIONER),
    "anyshire-council/partner": ("Partner: the county council", Role.PARTNER),
    "answerable/researcher": ("Researcher of the demonstration", Role.GOVERNANCE_OFFICER),
}
DEFAULT = "anyshire-pcc/governance-officer"


class UnknownOffice(Refusal):
    """An office that nobody here can act as."""

    code = "unknown_office"


def acting_as(office: str | None) -> Actor:
    """The actor of `body/office`; without one, the governance officer.

    In a home that somebody set up only its own offices act; the demonstration's never do.
    """
    if own := installation.installed():
        return _own(own, office)
    name = office or DEFAULT
    if name not in _DEMO_CAST:
        raise UnknownOffice(
            f"“{name[:60]}” is not an office that can act here. Offices are: "
            f"{', '.join(sorted(_DEMO_CAST))}."
        )
    body, _, post = name.partition("/")
    role = _DEMO_CAST[name][1]
    return Actor(body=body, office=post, person=f"demo/{name}", roles=frozenset({role}))


def offices() -> tuple[tuple[str, str], ...]:
    """Every office that can act here, as (reference, words)."""
    if own := installation.installed():
        return tuple((office.reference, office.title) for office in own.offices)
    return tuple((name, words) for name, (words, _) in _DEMO_CAST.items())


def administrator() -> Actor:
    """Whoever runs the command where the home lies: accounts and roles, no facts."""
    own = installation.installed()
    return Actor(
        body=own.oversight if own else "answerable",
        office="administrator",
        person="command/administrator",
        roles=frozenset({Role.ADMINISTRATOR}),
    )


def reader() -> Actor:
    """Somebody without an account."""
    return READER


def _own(own: installation.Installation, office: str | None) -> Actor:
    name = office or f"{own.oversight}/{installation.FIRST}"
    found = next((o for o in own.offices if o.reference == name), None)
    if found is None:
        raise UnknownOffice(
            f"“{name[:60]}” is not an office that can act here. Offices are: "
            f"{', '.join(sorted(o.reference for o in own.offices))}."
        )
    return found.acting()
