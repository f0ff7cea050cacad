"""What section a heading opens: the headings that bodies use, in their many forms."""

import re

SECTIONS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern, re.IGNORECASE))
    for name, pattern in (
        (
            "definitions",
            r"(?:how we (?:grade|inspect|rate)|graded judg|what the (?:grades|ratings)"
            r" mean|terminology|definitions?\b|glossary|notes? (?:to|for) editors?|notes?$"
            r"|about (?:us|the data|this report)|the (?:grades|ratings) (?:are|we use))",
        ),
        (
            "next-meeting",
            r"(?:dates? (?:and time )?of (?:the )?(?:next|future) meeting"
            r"|next meeting|future meetings?)",
        ),
        (
            "apologies",
            r"(?:apologies(?: for absence| received| from)?|not present|absent)\b"
            r"(?! (?:and|were|was))",
        ),
        (
            "attendance",
            r"(?:present|in attendance|attendance|attendees|those present|also present"
            r"|members? present|officers?|in the chair|members|panel members"
            r"|attendance and apologies|attending)\b(?: ?[:–-]|$)",
        ),
        ("practice", r"(?:innovative|promising|notable|good) practice"),
        (
            "afi",
            r"(?:areas? for (?:improvement|development)|afis?\b"
            r"|what (?:(?:the|this|does the|do) .{0,40} )?needs? to (?:be |do to )?improve)",
        ),
        (
            "recommendations",
            r"(?:(?:our |the |main |key |national |new |summary of |list of )*recommendations?\b"
            r"|what (?:the|this) .{0,40} (?:needs|must|should)"
            r"|actions? (?:that )?(?:we|cqc|inspectors) (?:have |has )?(?:told|asked|required"
            r"|requested|ordered) .{2,60}|(?:the )?(?:provider|trust|service|registered \w+)"
            r" (?:must|should)(?: take)?"
            r"|areas? for priority action|priority actions?"
            r"|actions? (?:the|this|that the) .{0,40} (?:must|should)|must do|should do"
            r"|requirements? notices?)",
        ),
        ("cause", r"(?:(?:accelerated )?causes? (?:of|for) concern|priority concerns?$)"),
        (
            "actions",
            r"(?:summary of )?(?:new |agreed |outstanding )?actions?(?: points| agreed"
            r"| arising| list| summary)?(?: from .{0,40}|(?:/| and ).{0,40})?:?$",
        ),
        ("decisions", r"decisions?(?: made| taken)?:?$"),
        ("previous-minutes", r"(?:matters arising|minutes (?:and|of|from)|previous minutes)"),
        ("assurance", r"assurance statement"),
        (
            "grades",
            r"(?:our (?:judg|grad)|ratings?\b|overall (?:rating|summary|judg)|judg[e]?ments?\b"
            r"|grades?\b|summary of (?:grades|ratings))",
        ),
        ("background", r"(?:background|introduction|about (?:the|this) )"),
        (
            "responses",
            r"(?:(?:force|commissioner'?s?|pcc|chief constable'?s?|our|management)"
            r" (?:response|comments?))",
        ),
    )
)


def section_of(words: str) -> str | None:
    """The section that a heading opens, or None where it is a heading of its own."""
    plain = re.sub(r"^(?:\(?[\dA-Za-z]{1,3}[.)]|[\d.]{1,6})\s+", "", words.strip())
    return next((name for name, pattern in SECTIONS if pattern.match(plain)), None)
