"""Which institution's register answers for a body: its own, or that of one it holds to account."""

from answerable.operations import catalogue, installation
from answerable.operations.pages.institutions.body import NoSuchBody
from answerable.store.reads import registers
from answerable.vocabulary.language import say


def overseen_by(body: str) -> str:
    """The institution on record that an oversight body answers for; else what was asked for."""
    known = catalogue.oversight()
    if any(o.institution == body for o in known):
        return body
    held = registers.reported()
    mine = (o.institution for o in known if o.body == body)
    return next((name for name in mine if name in held), body)


def keeps_own_record(institution: str) -> bool:
    """Is it the record of an office itself? One made from public sources cannot know its steps."""
    body = catalogue.bodies().get(institution)
    return installation.installed() is not None or (body is not None and body.invented)


def institution_of(body: str) -> str:
    """The institution of an address; refuses a body that the catalogue and the record know not.

    A commissioner about whom something is on record still answers for the force.
    """
    if body not in registers.reported() and body not in catalogue.bodies():
        raise NoSuchBody(
            say("No body is called “{body}”. See the list of bodies.", body=body[:60])
        )
    return overseen_by(body)
