"""What became of a cause of concern: closed, partly met, standing, or not said."""

import pytest
from tests.unit.reading.making import reading_of


def _states(words: str, kind: str = "inspection-letter") -> list[str | None]:
    lines = reading_of(words, kind=kind).lines()
    return [one["fields"]["disposition"] for one in lines if one["kind"] == "cause_of_concern"]


HEAD = "We returned in May.\n\nCause of concern: Dunshire Police does not answer calls in time."


@pytest.mark.parametrize(
    ("behind", "state"),
    [
        (" This cause of concern is now closed.", "closed"),
        (" It has been discharged.", "discharged"),
        (" We have closed that concern.", "closed"),
        (" Nine clerks were hired. Partly addressed.", "partly met"),
        (" This cause of concern is not yet closed.", "open"),
        (" The recommendation that it be staffed and was closed is done.", "open"),
        (" The station at Dun was closed in April.", "open"),
        ("", "open"),
    ],
)
def test_what_is_said_behind_a_concern(behind: str, state: str) -> None:
    """Protects a concern's own end from the end of a recommendation or of a station."""
    assert _states(HEAD + behind) == [state]


def test_what_stands_is_inferred_only() -> None:
    """Protects readers from taking for a statement what no words state."""
    lines = list(reading_of(HEAD, kind="inspection-letter").lines())
    causes = [one for one in lines if one["kind"] == "cause_of_concern"]
    assert ["disposition" in one["inferred"] for one in causes] == [True]


def test_a_row_tells_the_state_of_the_concern_or_of_the_action() -> None:
    """Protects a table: "Done" of an action closes no concern."""
    own = (
        "| Ref | Cause of concern | Status\n\n"
        "| 1 | The force does not answer calls in time | Closed\n\n"
    )
    assert _states(own, "register") == ["closed"]
    action = (
        "| Ref | Cause of concern | Action | Status\n\n"
        "| 1 | The force does not answer calls in time | Hire ten clerks | Closed\n\n"
    )
    assert _states(action, "register") == [None]
