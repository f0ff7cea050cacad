"""Who issues a recommendation: whom its words name, or whose paper it stands in."""

import pytest
from tests.unit.reading.making import reading_of, text_of

from answerable.reading.gazetteer import BodyEntry, Gazetteer
from answerable.reading.reading import read

REPORT = "An inspection of Marlshire Police\n\nWe found gaps.\n\n"


def _issuers(words: str, kind: str = "other") -> list[str | None]:
    lines = reading_of(words, kind=kind).lines()
    return [line["fields"]["issuer"] for line in lines if line["kind"] == "recommendation"]


def test_a_report_on_a_force_is_its_inspectorates() -> None:
    """Protects a report that never says whose it is."""
    words = REPORT + "Recommendation 1: By May 2031 the force should train its clerks."
    assert _issuers(words, "inspection-report") == ["HMICFRS"]


@pytest.mark.parametrize(
    ("head", "issuer"),
    [
        ("Joint inspection of Marlshire Police and its partners\n\nWe found gaps.\n\n", None),
        ("Marlshire Police custody suites\n\nWe inspected the suites.\n\n", None),
        ("Marlshire Police\n\nReport of the Chief Constable to the Board\n\nWe found.\n\n", None),
        ("An inspection of Marl probation delivery unit\n\n", "HM Inspectorate of Probation"),
    ],
)
def test_whose_report_it_is(head: str, issuer: str | None) -> None:
    """Protects precision: two inspectorates could be meant, or the inspected body writes."""
    words = head + "Recommendation 1: By May 2031 managers should train their clerks."
    assert _issuers(words, "inspection-report") == [issuer]


def test_a_register_answers_the_only_inspectorate_it_names() -> None:
    """Protects a table whose title alone names who recommended."""
    words = (
        "HMICFRS recommendations: our progress\n\n"
        "| Ref | Recommendation | Owner | Status\n\n"
        "| 1 | Train every clerk in the new rules | ACC Vale | Open\n\n"
    )
    assert _issuers(words, "register") == ["HMICFRS"]
    assert _issuers(words + "\nInternal audit found more.", "register") == [None]


@pytest.mark.parametrize(
    ("words", "issuer"),
    [
        (
            "The Marl Ethics Committee recommended that the force should train clerks.",
            "Marl Ethics Committee",
        ),
        ("HMICFRS says that Marlshire Police should train its clerks by May.", "HMICFRS"),
        ("Ofsted recommended that the council should train its clerks by May.", "Ofsted"),
        (
            "Dunshire Police and Crime Panel met in June. The panel recommends that the force"
            " should train its clerks.",
            "Dunshire Police and Crime Panel",
        ),
        ("The task group recommends that the force trains its clerks.", "task group"),
        ("Internal audit recommended that the force should train clerks.", "Internal audit"),
        ("Una Orme recommended that Marlshire Police should train clerks.", "Una Orme"),
    ],
)
def test_whom_the_sentence_names_as_asking(words: str, issuer: str) -> None:
    """Protects the words of a paper on who asks: nearer than any title."""
    assert _issuers(words) == [issuer]


def test_whose_list_the_title_names() -> None:
    """Protects lists of a peer team's report, and what an officer's paper asks of members."""
    asked = "# Recommendations\n\n1. Train every clerk in the new rules\n\n2. Publish the rota"
    peers = "Corporate peer challenge: Anyshire County Council\n\n" + asked
    assert _issuers(peers) == ["peer team", "peer team"]
    head = "HMICFRS update\n\nReport of the Chief Fire Officer\n\n# Recommendations\n\n"
    noted = head + "The Authority is asked to:\n\n1. note the report\n\n2. approve a trainer"
    assert _issuers(noted, "inspection-report") == ["Chief Fire Officer", "Chief Fire Officer"]


def test_a_row_names_whom_its_column_of_sources_names() -> None:
    """Protects registers of several sources; an inspectorate in the title is not all rows'."""
    words = (
        "Register\n\n"
        "| Source | Recommendation | Owner | Status\n\n"
        "| HMICFRS, Lost calls, 1 | Train every clerk in the new rules | ACC Vale | Open\n\n"
        "| Internal audit | Publish the rota of each station | ACC Vale | Open\n\n"
    )
    assert _issuers(words, "register") == ["HMICFRS", "Internal audit"]


def test_it_said_is_whom_the_sentence_before_names() -> None:
    """Protects a page of news: the sentence that asks names nobody."""
    words = "Ofsted was blunt about the nursery. It said that staff should keep a daily register."
    assert _issuers(words) == ["Ofsted"]


def test_he_and_they_are_who_spoke_before() -> None:
    """Protects a sentence that asks by a pronoun, in minutes and reports."""
    words = (
        "Internal audit went to three stores. They recommended that the force should lock them."
    )
    assert _issuers(words) == ["Internal audit"]
    spoken = (
        "Dr Una Orme had read forty files. She recommended that the force should train clerks."
    )
    assert _issuers(spoken) == ["Dr Una Orme"]


def test_an_open_letter_is_its_charitys() -> None:
    """Protects a letter that speaks of "we": the body at its head, and never who is written to."""
    words = "Marl Women's Refuge Trust\n\nDear Mr Vale\n\nWe recommend that the force:\n\n"
    assert _issuers(words + "- trains every clerk in the new rules") == [
        "Marl Women's Refuge Trust"
    ]
    nobody = (
        "Dear Mr Vale\n\nWe recommend that the force:\n\n- trains every clerk in the new rules"
    )
    assert _issuers(nobody) == [None]


def test_a_known_body_that_issues_has_its_key() -> None:
    """Protects the record from two owners of one body, by its name and by its key."""
    words = "Marl Police and Crime Panel\n\n# Recommendations\n\n1. The force should train clerks."
    panel = BodyEntry("marl-panel", "Marl Police and Crime Panel", "panel")
    made = read(text_of(words), profiles=(), gazetteer=Gazetteer((panel,), ()), meta=None)
    (one,) = (line["fields"] for line in made.lines() if line["kind"] == "recommendation")
    assert (one["issuer"], one["issuer_id"]) == ("Marl Police and Crime Panel", "marl-panel")
