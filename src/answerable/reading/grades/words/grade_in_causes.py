"""Words of a cause of concern that look like a grade: "Oversight of searches is inadequate"."""

from collections.abc import Iterator, Sequence

from answerable.reading.records import Record


def outside_causes(found: Sequence[Record]) -> Iterator[Record]:
    """The records without grades that only a verb shows, for no question, within a cause."""
    causes = [(one.start, one.end) for one in found if one.kind == "cause_of_concern"]
    for one in found:
        bare = one.rule == "grade.be" and one.fields["question"] is None
        if not bare or not any(start <= one.start and one.end <= end for start, end in causes):
            yield one
