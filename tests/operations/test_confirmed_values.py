"""What a program puts right in a reading is of the kind that the record keeps."""

import pytest

from answerable.operations.documents.confirm import Candidate, to_fact
from answerable.vocabulary.refusal import Refusal


def grade(**more: object) -> Candidate:
    return Candidate(
        kind="grade",
        fields={"question": "Custody", "value": "good", "value_words": "good", **more},
        quote="good",
        start=0,
        end=4,
        page=None,
        document="0" * 64,
        about=None,
        standing="original",
        published="2031-03-04",
        subject="marlshire",
        inspectorate="anyshire-inspectorate",
    )


def test_a_number_is_no_cycle() -> None:
    with pytest.raises(Refusal, match="The cycle is text; 7895575 is not"):
        to_fact(grade(cycle=7895575), next_number=lambda _: 1)
    assert to_fact(grade(cycle="2031"), next_number=lambda _: 1).get("cycle") == "2031"
