"""Privacy: who answers for the data, how long each kind is kept and why, and the two documents.

The record of processing (UK GDPR article 30) and the draft of an impact assessment (article 35)
are made from what this installation really holds. They are drafts for a person to finish: what
the system cannot know is asked for in so many words.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from answerable.operations import access
from answerable.store.people import controllers
from answerable.store.people.controllers import Controller
from answerable.vocabulary.access import Actor
from answerable.vocabulary.refusal import Refusal

MOST = 400


class NotNamed(Refusal):
    """A controller that cannot be named so."""

    code = "not_named"


@dataclass(frozen=True, slots=True)
class Kept:
    """A kind of data: about whom, how long it is kept, why, and what ends it.

    `count` names the number of `controllers.counts` that tells how much of it there is.
    """

    what: str
    about: str
    how_long: str
    why: str
    count: str = ""


RETENTION = (
    Kept(
        "The record: findings, plans, actions, sessions, replies",
        "Senior office-holders by name, everybody else by office",
        "For good. A value can be erased by law; its place on the record stays and says so.",
        "Public accountability: what was promised and what became of it must stay checkable.",
        "entries",
    ),
    Kept(
        "Restricted and internal values",
        "Whoever the value is about",
        "Until the review day that stands beside each marking; then released, marked again or "
        "erased.",
        "A legal ground named with each marking.",
        "sealed",
    ),
    Kept(
        "Documents behind the record",
        "Whoever is named in them",
        "As long as the record rests on their words, or until they are erased with a value.",
        "Every line can be traced to its exact words.",
        "documents",
    ),
    Kept(
        "What a machine read and nobody confirmed yet",
        "Whoever is named in the document",
        "Until a person accepts or rejects it.",
        "Nothing enters the record unread.",
        "waiting",
    ),
    Kept(
        "Drafts of minutes, letters and judgements",
        "Whoever is named in them",
        "Until they are signed or thrown away.",
        "Nothing typed is lost.",
        "drafts",
    ),
    Kept(
        "Open accounts: user name, address for mail, office, roles",
        "Staff and partners who sign in",
        "While the person holds the office.",
        "Only offices write, and each only as its roles allow.",
        "accounts",
    ),
    Kept(
        "Closed accounts: user name, office, day of leaving",
        "Former staff and partners",
        "Seven years after leaving, then deleted by hand.",
        "Who acted as an office can be established in a dispute (Limitation Act 1980: six years).",
        "closed",
    ),
    Kept(
        "Sessions of those who sign in",
        "Staff and partners",
        "Two hours without a request or twelve hours in all; the row for seven days.",
        "Signing in.",
    ),
    Kept(
        "The log of who read restricted values",
        "Staff who may see them",
        "Two years, then deleted by hand.",
        "Misuse of access can be found (Data Protection Act 2018, section 62 for law "
        "enforcement processing).",
        "readings",
    ),
    Kept(
        "Links for members of a panel and when they were opened",
        "Members of the panel, as they were named",
        "A year after the link ends, then deleted by hand.",
        "Whoever sent papers knows that they arrived.",
        "links",
    ),
    Kept(
        "Saved searches with an address for mail",
        "Readers who asked for news",
        "Until they stop it, in one click.",
        "Asked for by the reader.",
        "subscriptions",
    ),
    Kept(
        "Backups",
        "Everybody above",
        "As the installation decides; a value erased today stays in older backups until they "
        "are deleted.",
        "The record can be restored.",
    ),
    Kept(
        "Text pasted to be compared with the record",
        "Whoever it names",
        "Not kept: read in memory, answered, forgotten.",
        "A reader may check a statement privately.",
    ),
)


def controller() -> Controller | None:
    """Who answers for the data here; None where nobody was named."""
    return controllers.current()


def name_controller(
    *, by: Actor, at: datetime, name: str, address: str, officer: str, registration: str
) -> Controller:
    """Name who answers for the data; the privacy page says so from now on."""
    access.require(by, "name_controller")
    parts = [" ".join(text.split()) for text in (name, address, officer, registration)]
    if not parts[0] or not parts[1]:
        raise NotNamed("Name the controller, and how one writes to it.")
    if any(len(part) > MOST for part in parts):
        raise NotNamed(f"Each line has at most {MOST} characters.")
    controllers.name(
        name=parts[0],
        address=parts[1],
        officer=parts[2],
        registration=parts[3],
        by=f"{by.body}/{by.office}",
        at=at,
    )
    found = controllers.current()
    assert found is not None  # noqa: S101  # it was just named
    return found


def counts(*, by: Actor) -> Mapping[str, int]:
    """How much of each kind is held, for whoever looks after it."""
    access.require(by, "see_roles")
    return controllers.counts()
