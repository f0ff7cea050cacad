"""Which section a heading opens: the first of the forms that fit it."""

import re

import pytest

from answerable.reading.layout import sections
from answerable.reading.layout.sections import section_of


@pytest.mark.parametrize(
    ("heading", "section"),
    [
        ("4.2 AREAS FOR IMPROVEMENT", "afi"),
        ("Causes of Concern", "cause"),
        ("RC/23 Apologies", "apologies"),
        ("Dates of future meetings", "next-meeting"),
        ("The force’s response", None),
        ("Force response", "responses"),
        ("A walk along the river", None),
    ],
)
def test_a_heading_is_read_in_any_case_and_behind_its_number(
    heading: str, section: str | None
) -> None:
    assert section_of(heading) == section


def test_each_form_is_in_small_letters_and_groups_nothing_of_its_own() -> None:
    for name, pattern in sections._SECTIONS:
        assert not re.search(r"(?<!\\)[A-Z]", pattern), name
        assert re.compile(pattern).groups == 0, name
