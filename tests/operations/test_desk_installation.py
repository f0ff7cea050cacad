"""Your own body from nothing: only in an empty home, only its own offices, nothing of a demo."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from answerable.ledger.book import Book
from answerable.operations import access, catalogue, demo, installation, people
from answerable.operations.installation import Holder, Named, NotSetUp
from answerable.operations.pages.look import banner
from answerable.operations.story import BadStory
from answerable.store.reads import registers
from answerable.vocabulary.access import Role
from answerable.vocabulary.facts import HoldingBegan, OfficeDefined
from tests.operations.cast import begin

AT = datetime(2026, 11, 25, 9, tzinfo=UTC)
FORCE, OVERSIGHT = "west-mercia-police", "west-mercia-pcc"
REGIME = "police-england-wales"


def init(**more: object) -> installation.Made:
    given = {"regime": REGIME, "institution": FORCE, "oversight": OVERSIGHT, "key": "k"}
    return installation.init(at=AT, **{**given, **more})  # type: ignore[arg-type]  # names of init


def test_an_empty_home_becomes_the_record_of_one_body(home: Path) -> None:
    made = init(
        institution="West Mercia Constabulary",  # another name of the catalogue
        holders=[Holder(Role.COMMISSIONER, "Jo Example", date(2024, 5, 9))],
    )
    held = registers.register(FORCE, valid=AT.date())
    assert made.receipt.count == 6
    assert len(held.of(OfficeDefined)) == 5
    assert [(h.person, h.valid.start) for h in held.of(HoldingBegan)] == [
        ("Jo Example", date(2024, 5, 9))
    ]
    assert {role for _, role in _offices()} == {
        *(Role.GOVERNANCE_OFFICER, Role.COMMISSIONER, Role.ANALYST),
        *(Role.FORCE_LIAISON, Role.CHIEF_OFFICER),
    }


def _offices() -> list[tuple[str, Role]]:
    own = installation.installed()
    assert own is not None
    return [(office.reference, office.role) for office in own.offices]


def test_only_its_own_offices_act_there(home: Path) -> None:
    assert people.acting_as(None).body == "anyshire-pcc"
    init()
    assert people.acting_as(None).body == OVERSIGHT
    assert all("anyshire" not in name for name, _ in people.offices())
    with pytest.raises(people.UnknownOffice, match="west-mercia-pcc/governance-officer"):
        people.acting_as("anyshire-pcc/governance-officer")


def test_nothing_of_the_demonstration_is_said_or_loaded(home: Path) -> None:
    init()
    words = banner(FORCE).words
    assert words == "The record of West Mercia Police and Crime Commissioner."
    size = registers.head().size
    with pytest.raises(BadStory, match="never put into it"):
        demo.load(at=AT)
    assert registers.head().size == size


def test_a_home_with_entries_is_never_taken_over(book: Book) -> None:
    begin(book)
    size = registers.head().size
    with pytest.raises(NotSetUp, match="not empty: it holds 3 entries"):
        init()
    assert registers.head().size == size
    assert installation.installed() is None


def test_the_same_command_again_makes_nothing_more(home: Path) -> None:
    assert init().receipt == init().receipt
    with pytest.raises(NotSetUp, match="not empty"):
        init(key="another")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"institution": "West Mersia Police"}, "Did you mean: West Mercia Police"),
        ({"oversight": "anyshire-pcc"}, "does not hold West Mercia Police to account"),
        ({"regime": "generic"}, "under the regime police-england-wales"),
        ({"regime": "moon"}, "Use one of"),
        (
            {"holders": [Holder(Role.FORCE_LIAISON, "Jo", date(2024, 1, 1))]},
            "recorded as an office, without a name",
        ),
    ],
)
def test_what_cannot_be_set_up_says_what_to_do(
    home: Path, given: dict[str, object], said: str
) -> None:
    with pytest.raises(NotSetUp, match=said):
        init(**given)
    assert registers.head().size == 0


def own_body(**more: object) -> installation.Made:
    council = Named("Marlshire County Council", "County council")
    committee = Named("Marlshire Scrutiny Committee", "Scrutiny committee", "oversight")
    return init(
        regime="generic",
        institution="Marlshire County Council",
        oversight="Marlshire Scrutiny Committee",
        **{"named": [council, committee, Named("Marlshire Audit", "", "inspectorate")], **more},
    )


def test_a_body_that_no_catalogue_holds_can_begin(home: Path) -> None:
    made = own_body()
    assert made.institution == "Marlshire County Council"
    assert catalogue.oversight_of("marlshire-county-council") == "marlshire-scrutiny-committee"
    assert catalogue.regime_of("marlshire-county-council").id == "generic"
    assert catalogue.bodies()["marlshire-audit"].kind == "inspectorate"
    assert banner("marlshire-county-council").words == (
        "The record of Marlshire Scrutiny Committee."
    )
    access.require(people.acting_as(None), "import_action_log", about="marlshire-county-council")
    assert {name.partition("/")[2] for name, _ in _offices()} >= {"chair", "governance-officer"}


def test_another_home_knows_nothing_of_it(home: Path) -> None:
    assert "marlshire-county-council" not in catalogue.bodies()


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"regime": REGIME}, "which has no statutory clock"),
        ({"named": [Named("Kent Police", "Force")]}, "is in the catalogue"),
        ({"named": [Named("HMICFRS", "Inspectorate")]}, "is known here already: leave it out"),
        ({"oversight": "Marlshire County Council"}, "does not hold itself to account"),
        ({"oversight": "Nobody at all"}, "No body of the catalogue is called"),
    ],
)
def test_a_body_of_one_s_own_that_cannot_be_says_why(
    home: Path, given: dict[str, object], said: str
) -> None:
    named = {"institution": "Marlshire County Council", "oversight": "Marlshire Committee"}
    bodies = [
        Named("Marlshire County Council", "Council"),
        Named("Marlshire Committee", "Committee", "oversight"),
    ]
    with pytest.raises(NotSetUp, match=said):
        init(**{"regime": "generic", **named, "named": bodies, **given})
    assert registers.head().size == 0
