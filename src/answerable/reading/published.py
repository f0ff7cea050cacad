"""The day on which a document says that it itself was published or sent.

What it tells of another paper's day ("the report, published on 14 May", the day of the report that
a reply answers) is not its own: only a line, a cell or a sentence that begins with the word
counts, and in papers about another paper, or about a meeting, nothing but their own label does.
"""

import re
from typing import Final

from answerable.reading.deadlines import Stated, dates
from answerable.reading.worded import worded

HEAD: Final = 3_000
"""Characters from the top in which it is looked for."""
_BEGINS = r"(?:^|[|•·;–—]|[.)]\s)[ \t]*"
_ON = r"(?:(?: on)?\s*[:|–-]\s*(?:on )?|(?: on)? )(?P<rest>[^\n]{0,40})"
_OWN: Final = worded(
    "published|publication|sent",
    _BEGINS
    + r"(?:this (?:report|letter|notice|page|summary|document) (?:was|is) )?"
    + r"(?:first |date |page |originally )?"
    + r"(?:published|publication date|date of publication|sent|date sent)"
    + _ON,
    re.IGNORECASE | re.MULTILINE,
)
_OF_REPLY: Final = re.compile(
    _BEGINS + r"(?:this |our |the )?response (?:was )?(?:published|sent)" + _ON,
    re.IGNORECASE | re.MULTILINE,
)
_MAIL: Final = re.compile(r"^Date: (?P<rest>[^\n]{0,40})", re.MULTILINE)
_LABEL: Final = re.compile(
    r"^[ \t]*(?:publication date|date of publication|published(?: on)?)\s*[:|]\s*"
    r"(?P<rest>[^\n]{0,40})",
    re.IGNORECASE | re.MULTILINE,
)
_REPLIES: Final = frozenset({"statutory-response"})
_OF_OTHERS: Final = frozenset({"action-log", "minutes", "agenda"})


def published(text: str, *, profile: str, mail: bool) -> Stated | None:
    """The day and its words; None where the document says no day of its own.

    `profile`: the type of paper that it is taken for; `mail`: its head has the line of a mail.
    """
    head = text[:HEAD]
    told = _OF_REPLY if profile in _REPLIES else _LABEL if profile in _OF_OTHERS else _OWN
    found = (_MAIL.search(head) if mail else None) or told.search(head)
    return next(dates(found.group("rest")), None) if found else None
