"""Cells of a row of a log: whose it is, by when and how it stands tell nothing of its matter."""

import re

_POST = (
    r"(?:(?:T|A|D|Temp|Temporary|Acting|Interim|Deputy|Assistant)[/. ] ?)*"
    r"(?:P?CC|[AD]CC|D?PCC|OPCC|C[FEO]O|ACO|(?:Det |D/|C/|Ch )*Supt"
    r"|Chief (?:Constable|Exec\w*|Finance Officer|of Staff|Officer|Superintendent|Inspector)"
    r"|Commissioner|Monitoring Officer|(?:Head|Hd|Director|Chair|Lead|Clerk)(?: (?:of|for|to))?"
    r"|All|Force|Chief Officers?)"
)
_LINK = r"(?: ?[/&,(] ?| and | of | for | )"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DATE = (
    rf"(?:(?:[Bb]y |[Ee]nd(?: of)? |now |Due |due )?(?:\d{{4}}-\d\d(?:-\d\d)?"
    rf"|\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}"
    rf"|(?:\d{{1,2}}(?:st|nd|rd|th)? )?{_MONTH}(?:[ -]\d{{2,4}})?"
    r"|(?:Spring|Summer|Autumn|Winter|Q[1-4]) [\d/]{2,7}|next (?:meeting|session)) ?)+"
)
_RATING = (
    r"(?:[RAGB?-]|Red|Amber|Green|Blue|[Nn]/[Aa]|TBC|ASAP|[Oo]pen|[Cc]losed|[Dd]one|[Oo]n-? ?going"
    r"|[Cc]ompleted?|[Ii]n progress|[Nn]ot started|[Ss]uperseded|[Dd]ischarged|[Oo]verdue"
    r"|[Aa]waiting evidence|[Nn]o change)"
)
_REFERENCE = (
    r"(?:(?:[A-Z&]{2,5}|Recs?\.?|Action|No\.?)?[ /-]?[A-Z]?\d{1,4}[/-]\d{1,4}"
    r"|(?:[A-Z&]{1,5}|Recs?\.?|Action|No\.?)[ /-]?[A-Z]?\d{1,4}|[A-Z]&[A-Z])?"
)
_OF_THE_ROW = re.compile(
    rf"(?:(?:Owner|Due|Status|RAG|Ref)?:? ?(?:{_POST}(?:{_LINK}[A-Z][\w'-]*\)?)*|{_DATE}"
    rf"|{_RATING}|{_REFERENCE}))\.?"
)


def matter(line: str) -> str:
    """A row without the cells of its reference, its owner, its date and its rating.

    >>> matter("A31 | Publish the queue | T/ACC Crime | 15.12.2024 | Amber | Half is done")
    'Publish the queue | Half is done'
    """
    if "|" not in line:
        return line
    cells = (cell.strip() for cell in line.split("|"))
    return " | ".join(cell for cell in cells if not _OF_THE_ROW.fullmatch(cell))
