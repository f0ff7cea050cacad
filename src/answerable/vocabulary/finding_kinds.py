"""The kinds of finding that ask for something, and which are one family."""

CAUSE = "cause-of-concern"
ACCELERATED = "accelerated-cause-of-concern"
"""A cause of concern issued before the full report, for public safety (DOMAIN section 5)."""
RECOMMENDATION = "recommendation"
AFI = "area-for-improvement"


def family(kind: str | None) -> str | None:
    """The kind under which a finding counts and is referred to.

    An accelerated cause of concern is a cause of concern that came early.

    >>> family("accelerated-cause-of-concern"), family("recommendation")
    ('cause-of-concern', 'recommendation')
    """
    return CAUSE if kind == ACCELERATED else kind
