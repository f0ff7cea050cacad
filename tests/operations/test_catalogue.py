"""The catalogue's files give typed values, and each shipped file can be used."""

from datetime import date

import pytest

from answerable.operations import catalogue
from answerable.operations.catalogue import BadCatalogue
from answerable.operations.sessions import presiding
from answerable.scrutiny.sessions.agenda import Reason
from answerable.scrutiny.sessions.question_lint import OperationalQuestion


def test_every_file_of_the_catalogue_can_be_read() -> None:
    assert catalogue.bodies()["west-mercia-police"].kind == "force"
    assert catalogue.offices()["west-mercia-chief-constable"].body == "west-mercia-police"
    assert {t.office for t in catalogue.tenures()} <= set(catalogue.offices())
    assert set(catalogue.regimes()) == {
        *("police-england-wales", "police-england-wales-mayor", "police-board", "generic"),
        *("fire-england", "prisons-england-wales"),
    }
    assert "minutes" in catalogue.sources()
    assert catalogue.measures()["police-uk-robbery"].unit
    assert {q.reason for q in catalogue.questions()} == set(Reason)


def test_who_holds_whom_to_account_today() -> None:
    assert catalogue.oversight_of("west-mercia-police") == "west-mercia-pcc"
    assert catalogue.oversight_of("nobody") is None


def test_a_force_has_the_police_regime_and_others_the_plain_one() -> None:
    police, other = catalogue.regime_of("west-mercia-police"), catalogue.regime_of("ofsted")
    assert (police.id, other.id) == ("police-england-wales", "generic")
    names = catalogue.names_of("west-mercia-police")
    assert names.body("west-mercia-pcc") == "the Commissioner"
    assert names.body("hmicfrs") == "the inspectorate"
    assert names.body("ofsted") == catalogue.bodies()["ofsted"].name
    assert names.body("somebody-else") == "somebody-else"
    assert catalogue.names_of("anyshire-police").body("anyshire-pcc") == "the Commissioner"


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ({"id": "x"}, "exactly the keys"),
        (
            {
                "id": "x",
                "reason": "boredom",
                "assurance": "a",
                "by_when": "b",
                "shown_by": "c",
                "panel": "d",
            },
            "no reason of an agenda",
        ),
    ],
)
def test_a_question_that_cannot_be_used_is_refused(row: dict[str, str], words: str) -> None:
    with pytest.raises(BadCatalogue, match=words):
        catalogue.question("questions.toml", row)


def test_a_question_that_directs_operations_is_refused_when_it_is_read() -> None:
    row = {
        "id": "x",
        "reason": "overdue",
        "assurance": "Arrest them.",
        "by_when": "b",
        "shown_by": "c",
        "panel": "d",
    }
    with pytest.raises(OperationalQuestion):
        catalogue.question("questions.toml", row)


@pytest.mark.usefixtures("home")
def test_the_board_of_the_city_of_london_is_no_commissioner() -> None:
    """The duties are those of every local policing body; a board is called a board."""
    on = date(2026, 11, 27)
    city = catalogue.regime_of("city-of-london-police", on=on)
    assert city.id == "police-england-wales"
    assert city.names.oversight == "the Board"
    assert city.names.body("city-of-london-police-authority") == "the Board"
    assert presiding.head("city-of-london-police", on=on) == "chair"
    assert catalogue.regime_of("west-mercia-police", on=on).names.oversight == "the Commissioner"
