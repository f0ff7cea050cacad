"""The kinds of finding: which ask for something, and which are one family."""

CAUSE = "cause-of-concern"
ACCELERATED = "accelerated-cause-of-concern"
"""A cause of concern issued before the full report, for public safety (DOMAIN section 5)."""
RECOMMENDATION = "recommendation"
AFI = "area-for-improvement"
PRACTICE = "practice"
"""Practice that inspectors praise: it is on record and asks for nothing."""


def family(kind: str | None) -> str | None:
    """The kind under which a finding counts and is referred to.

    An accelerated cause of concern is a cause of concern that came early.

    >>> family("accelerated-cause-of-concern"), family("recommendation")
    ('cause-of-concern', 'recommendation')
    """
    return CAUSE if kind == ACCELERATED else kind


def asks(kind: str | None) -> bool:
    """Whether a finding of the kind asks for something that can be open, due or put right.

    >>> asks("recommendation"), asks("practice")
    (True, False)
    """
    return kind != PRACTICE
