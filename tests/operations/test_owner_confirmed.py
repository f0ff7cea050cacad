"""Who owns a confirmed action: the office that the document gives, else the words of the owner."""

import pytest

from answerable.operations.documents.confirm import Candidate, to_fact


@pytest.mark.parametrize(
    ("office", "owner"), [("Deputy Chief Constable", "Deputy Chief Constable"), (None, "RV")]
)
def test_the_office_of_an_owner_goes_before_initials(office: str | None, owner: str) -> None:
    """Initials of a person enter the record only where the document gives no office."""
    candidate = Candidate(
        kind="action",
        fields={"ref": "3", "owner": "RV", "owner_office": office, "due": "2031-05-04"},
        quote="count the keys",
        start=0,
        end=14,
        page=None,
        document="0" * 64,
        about=None,
        standing="original",
        published="2031-03-04",
        subject="marlshire",
    )
    fact = to_fact(candidate, next_number=lambda _: 1)
    assert getattr(fact, "owner", None) == owner
