"""Who answers for the data, how long it is kept, open legal holds, and the two documents."""

from collections.abc import Mapping

from answerable.ledger import holds
from answerable.operations import access, catalogue, installation
from answerable.operations.pages.forms import Field, FormPage, acting
from answerable.operations.pages.look import Look, banner
from answerable.operations.pages.naming import body_words
from answerable.operations.pages.parts import (
    Cell,
    FormError,
    Link,
    Section,
    SectionsPage,
    Table,
)
from answerable.operations.rights import privacy
from answerable.store.reads import registers
from answerable.vocabulary.facts import HoldOpened, HoldReleased
from answerable.vocabulary.times import in_words

RETENTION = "/about/privacy/retention/"
CONTROLLER = "/account/controller/"
HOLDS = "/account/holds/"
DOCUMENTS = "/account/privacy/"
_KINDS = {
    "foi": "A request for information",
    "inquiry": "An inquiry",
    "litigation": "A lawsuit",
    "audit": "An audit",
}


def controller_section() -> Section:
    """Who answers for the data, for the page about privacy."""
    named = privacy.controller()
    links = (Link(label="How long each kind of data is kept, and why", url=RETENTION),)
    if named is None:
        own = installation.installed()
        words = (
            f"{own.name} has not named its controller here yet."
            if own
            else "A demonstration on one machine has none. Each installation names its own here."
        )
        return Section(
            title="Who answers for the data", id="controller", absent=words, links=links
        )
    return Section(
        title="Who answers for the data",
        id="controller",
        items=tuple(
            f"{label}: {words}"
            for label, words in (
                ("Controller", named.name),
                ("Write to", named.address),
                ("Data protection officer", named.officer),
                ("Registration", named.registration),
            )
            if words
        ),
        paragraphs=(
            "You may ask what is held about you, have it put right, object, and complain to the "
            "Information Commissioner.",
        ),
        links=links,
    )


def sentence() -> str:
    """Who answers for the data, in one sentence."""
    named = privacy.controller()
    if named is not None:
        return f"{named.name} answers for the personal data in this record."
    if own := installation.installed():
        return f"This is the record of {own.name}, which has not named its data controller yet."
    return (
        "This is a demonstration on one machine. It has no data controller; each installation "
        "names its own here."
    )


def retention(look: Look) -> SectionsPage:
    """What is kept, how long, why."""
    return SectionsPage(
        title="How long data are kept",
        area="about",
        sentence="What stands on the record stays; what is not needed for it goes.",
        banner=banner(),
        as_at=look.as_at(),
        crumbs=(Link(label="Privacy", url="/about/privacy/"),),
        sections=(
            Section(
                title="What, how long, why",
                paragraphs=(
                    "The periods are those that this system proposes. The controller decides, "
                    "and a legal hold stops every deletion that it covers.",
                ),
                table=Table(
                    caption="Every kind of data held here",
                    head=("What", "About whom", "How long", "Why"),
                    rows=tuple(
                        (kept.what, kept.about, kept.how_long, kept.why)
                        for kept in privacy.RETENTION
                    ),
                ),
            ),
        ),
    )


def held(look: Look) -> SectionsPage:
    """Legal holds that are open: nothing they cover is erased."""
    access.require(look.actor, "hold")
    rows = [
        (
            Cell(words=f"Entry {v.seq:,}", url=f"/history/entry/{v.seq}/"),
            body_words(institution),
            _KINDS.get(str(v.fact.get("kind")), str(v.fact.get("kind"))),
            "everything" if v.fact.get("scope") == institution else str(v.fact.get("scope")),
            str(v.fact.get("reason") or ""),
            in_words(v.fact.valid.start.isoformat()),
        )
        for institution in registers.institutions()
        if access.may(look.actor, "hold", about=institution)
        for v in holds.open_holds(
            registers.history(institution).of_types(HoldOpened, HoldReleased)
        )
    ]
    return SectionsPage(
        title="Legal holds",
        area="about",
        sentence="No legal hold is open."
        if not rows
        else f"Legal holds that are open: {len(rows)}.",
        banner=acting(look),
        as_at=look.as_at(),
        sections=(
            Section(
                title="What may not be erased now",
                table=Table(
                    caption="Open holds",
                    head=("Opened by", "Body", "Why", "Covers", "Reason", "Since"),
                    rows=tuple(rows),
                )
                if rows
                else None,
                paragraphs=(
                    "A hold is opened and released by command: answerable hold open, answerable "
                    "hold release. While it is open, no value that it covers is erased; "
                    "correcting and marking stay possible.",
                ),
            ),
        ),
    )


def form(look: Look, *, posted: Mapping[str, str] | None = None, error: str = "") -> FormPage:
    """Name the controller."""
    access.require(look.actor, "name_controller")
    named = privacy.controller()
    values = posted or (
        {
            "name": named.name,
            "address": named.address,
            "officer": named.officer,
            "registration": named.registration,
        }
        if named
        else {}
    )
    own = installation.installed()
    example = own.name if own else catalogue.bodies()["anyshire-pcc"].name
    return FormPage(
        title="Who answers for the data",
        area="about",
        sentence="What you write here stands on the page about privacy.",
        banner=acting(look),
        as_at=look.as_at(),
        errors=(FormError(words=error),) if error else (),
        action=CONTROLLER,
        button="Name this controller",
        fields=(
            Field(
                name="name",
                label="Controller",
                hint=f"Such as {example}",
                value=values.get("name", ""),
            ),
            Field(
                name="address",
                label="How one writes to it",
                hint="An address, or an address for mail",
                value=values.get("address", ""),
            ),
            Field(
                name="officer",
                label="Data protection officer, by office and address (you may leave it empty)",
                value=values.get("officer", ""),
            ),
            Field(
                name="registration",
                label="Registration with the Information Commissioner (you may leave it empty)",
                value=values.get("registration", ""),
            ),
        ),
        cancel=Link(label="Leave it as it is", url="/about/privacy/"),
    )


def documents(look: Look) -> SectionsPage:
    """The two documents, to be downloaded, finished and signed."""
    access.require(look.actor, "see_roles")
    return SectionsPage(
        title="Documents about privacy",
        area="about",
        sentence="Drafts made from what this installation holds; a person finishes them.",
        banner=acting(look),
        as_at=look.as_at(),
        sections=(
            Section(
                title="Download",
                links=(
                    Link(
                        label="Record of processing activities (Word)",
                        url=f"{DOCUMENTS}record-of-processing.docx",
                    ),
                    Link(
                        label="Draft of an impact assessment (Word)",
                        url=f"{DOCUMENTS}impact-assessment.docx",
                    ),
                ),
                paragraphs=("What the system cannot know is marked as a gap.",),
            ),
        ),
    )
