"""Files that are too large are refused in words that fit one file, or several."""

from datetime import UTC, datetime

import pytest

from answerable.operations import people
from answerable.operations.documents import reading_runs
from answerable.operations.documents.reader import Meta
from answerable.operations.documents.reading_runs import Handed, NotHandedIn
from tests.operations.test_desk_action_log import own

__all__ = ["own"]


@pytest.mark.parametrize(
    ("files", "why"),
    [
        (1, "The file is larger than 0 MB. Split it"),
        (2, "Together these files are larger than 0 MB. Hand in fewer"),
    ],
)
def test_one_file_is_not_told_to_be_fewer(
    own: None, monkeypatch: pytest.MonkeyPatch, files: int, why: str
) -> None:
    monkeypatch.setattr(reading_runs, "MOST_BYTES", 3)
    with pytest.raises(NotHandedIn, match=why):
        reading_runs.begin_reading(
            by=people.acting_as("west-mercia-pcc/governance-officer"),
            at=datetime(2026, 11, 25, tzinfo=UTC),
            key="k",
            seen=None,
            files=[Handed(f"{n}.txt", [b"four"]) for n in range(files)],
            meta=Meta(),
            typed={},
        )
