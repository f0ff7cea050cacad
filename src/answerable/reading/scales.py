"""Grade labels and how documents write them."""

import re

from answerable.reading.worded import worded

LABELS: tuple[tuple[str, str], ...] = (
    (
        "requires improvement",
        r"requir(?:es?|ed|ing) improvement to be good|requir(?:es|ed|ing|e) improvements?"
        r"|requires-improvement",
    ),
    ("outstanding", r"outstanding"),
    ("inadequate", r"inadequate"),
    ("adequate", r"adequate"),
    ("good", r"good"),
    ("urgent improvement", r"urgent improvement"),
    ("needs attention", r"needs attention"),
    ("expected standard", r"expected standard"),
    ("strong standard", r"strong standard"),
    ("exceptional", r"exceptional"),
    (
        "not graded",
        r"not graded|ungraded|(?:inspected but )?not rated|no grade|not judged|not inspected"
        r"|insufficient evidence to rate",
    ),
)
GRADE = r"(?:\b(?:" + "|".join(pattern for _, pattern in LABELS) + r")\b)"
# Outcomes of prison inspections; "poor" and "reasonably good" are everyday words elsewhere.
OUTCOMES: tuple[tuple[str, str], ...] = (
    ("reasonably good", r"reasonably good"),
    ("not sufficiently good", r"not sufficiently good|insufficiently good|not good enough"),
    ("poor", r"poor"),
    ("good", r"good"),
)
OUTCOME = "(?:" + "|".join(rf"\b(?:{pattern})\b" for _, pattern in OUTCOMES) + ")"
# Judgments of progress since an inspection; everyday words elsewhere too.
PROGRESSES: tuple[tuple[str, str], ...] = (
    ("good progress", r"good progress"),
    ("significant progress", r"significant progress"),
    ("reasonable progress", r"reasonable progress"),
    ("insufficient progress", r"insufficient progress"),
    ("no meaningful progress", r"no meaningful progress"),
)
PROGRESS = "(?:" + "|".join(rf"\b(?:{pattern})\b" for _, pattern in PROGRESSES) + ")"
GRADE_RE = re.compile(GRADE, re.IGNORECASE)
# The same where it is looked for in more than a cell or a label.
GRADED = worded(
    "improvement|outstanding|adequate|good|needs attention|standard|exceptional|graded|rated"
    "|no grade|not judged|not inspected|evidence to rate",
    GRADE,
    re.IGNORECASE,
)
_EXACT = tuple(
    (label, re.compile(pattern, re.IGNORECASE))
    for label, pattern in (*LABELS, *OUTCOMES, *PROGRESSES)
)
FIVE = frozenset(("outstanding", "good", "adequate", "requires improvement", "inadequate"))
DEFINITION = re.compile(
    rf"^[\"“‘'•–-]?\s?(?:{GRADE})[\"”’']?\s*(?:[–—:-]|means|is (?:when|where|given)"
    rf"|rating means)\s*"
    r"(?:The|A|An|We|There|This|It|Performance|that|the|a|service|services|[a-z]+ is|when"
    r"|where)\b",
    re.IGNORECASE,
)


def label(words: str) -> str:
    """The canonical label of a grade as written."""
    return next(name for name, pattern in _EXACT if pattern.fullmatch(words))
