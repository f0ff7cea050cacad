"""The words of actions: who is to do something, and how minutes say so."""

import re

from answerable.reading.roles import NAME

INITIALS = r"\b[A-Z]{2,4}[a-z]?(?:\s?[/&,]\s?[A-Z]{2,4}[a-z]?){0,5}"


OFFICE = (
    r"(?:[Tt]he )?(?:(?:T/|A/|D/)?(?:DCC|ACC|CC|DPCC|PCC|PFCC|CFO|CEO|OPCC)(?: [A-Z][\w’-]+)?"
    r"|(?:Deputy |Assistant |Temporary |Acting )?(?:Chief Constable|Police and Crime Commissioner"
    r"|Commissioner|Chief Fire Officer|Chief Executive(?: Officer)?|Chief Finance Officer"
    r"|Treasurer"
    r"|Chair(?:man)?|Monitoring Officer|Superintendent"
    r"|Chief Officer)(?: [A-Z][\w’-]+(?: [A-Z][\w’-]+)?)?"
    r"|[Ff]orce|[Ss]ervice|[Cc]ouncil|[Cc]lerk|[Ss]ecretariat|[Cc]onstabulary|[Bb]oard|[Pp]anel"
    r"|Head of [A-Z]\w+(?: (?:and|of|&|[A-Z]\w+)){0,4}"
    r"|Director of [A-Z]\w+(?: (?:and|of|&|[A-Z]\w+)){0,4}|Policy Officers?|Scrutiny Officer"
    r"|Democratic Services(?: Officer)?|[A-Z][a-z]+ (?:Team|Unit|Lead|Manager|Officer))"
)


OWNER = (
    rf"(?P<owner>(?:{OFFICE}|{NAME}|{INITIALS})(?:(?: and |/| & |, )(?:{OFFICE}|{NAME}"
    rf"|{INITIALS})){{0,3}})"
)


DOES = r"(?: is| are)? (?:to|will|agreed to|should|must|undertook to|would)(?: be)? "


NONE = re.compile(
    r"^\W*(?:none|no (?:new |further |outstanding )?actions?|n/?a|nil|log|tracker|plan"
    r"|points?|owner|update[sd]?)\b",
    re.IGNORECASE,
)


DONE = re.compile(r"\b(?:complete[d]?|closed|discharged|done)\b\)?\.?$", re.IGNORECASE)


WHO_ONLY = re.compile(
    rf"(?:{OFFICE}|{NAME}|{INITIALS}|All|all)(?:(?: and |/| & |, )(?:{OFFICE}|{NAME}"
    rf"|{INITIALS})){{0,3}}"
)


END = re.compile(r"[\s.;,]*$")
