"""Who issues a recommendation: whom its words name, or whose paper it stands in."""

import pytest
from tests.unit.reading.making import reading_of

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
