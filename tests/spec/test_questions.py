"""Suggested questions hold to account; they never direct operations."""

from typing import Any

import pytest

from answerable.scrutiny.sessions.question_lint import OperationalQuestion, check
from tests.spec.spec_tables import rows


@pytest.mark.parametrize("row", rows("questions"), ids=lambda row: row["text"][:50] or "nothing")
def test_words_of_command_about_operations_are_refused(row: dict[str, Any]) -> None:
    if "refused" not in row:
        assert check(row["text"]) == row["text"]
        return
    with pytest.raises(OperationalQuestion, match=row["refused"]):
        check(row["text"])
