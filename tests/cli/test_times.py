"""A command that reads as at a time takes all three: valid, known and said (LEDGER section 10)."""

import inspect

import pytest
from typer.main import get_command_from_info

from answerable.cli.main import app

FEWER = {
    "publish": "a mirror holds the addresses of every date itself",
    "changes": "its two points are entries of the record",
    "charts": "observations have no valid date: a release is what was said",
}
"""Command -> why it takes fewer."""
DAY = "on"
"""What the valid date is called where a command asks for the day of something."""


def times() -> dict[str, set[str]]:
    found = {}
    for info in app.registered_commands:
        command = get_command_from_info(info, pretty_exceptions_short=True, rich_markup_mode=None)
        assert info.callback is not None
        found[str(command.name)] = set(inspect.signature(info.callback).parameters)
    return found


TIMES = {name: given for name, given in times().items() if given & {"known", "said"}}


@pytest.mark.parametrize("name", sorted(TIMES))
def test_it_takes_all_three_or_says_why(name: str) -> None:
    given = TIMES[name]
    whole = {"known", "said"} <= given and bool(given & {"valid", DAY})
    assert whole != (name in FEWER), given


def test_what_reads_the_register_is_among_them() -> None:
    assert {"register", "case", "agenda", "claims", "partners", "escalation", "oversight"} <= {
        *TIMES
    }
    assert {"week", "deadlines", "money-line", "pack", "export-data", "handover"} <= {*TIMES}
