"""The report that a finding or a grade is of, by the beginning of its reference."""

from functools import lru_cache

from answerable.vocabulary.finding_kinds import AFI, CAUSE, RECOMMENDATION

_PARTS = frozenset({CAUSE, RECOMMENDATION, AFI, "grade", "practice", "inspection", "revisit"})


@lru_cache(maxsize=2**16)  # every list of findings asks it of every line
def report_of(stream: str) -> str:
    """The report's part of a reference.

    >>> report_of("hmicfrs/2023/west-mercia/soc/recommendation/2")
    'hmicfrs/2023/west-mercia/soc'
    """
    parts = stream.split("/")
    cut = next((i for i, part in enumerate(parts) if part in _PARTS), len(parts))
    return "/".join(parts[:cut])
