"""The words of actions: who is to do something, and what minutes have people do."""

import re

from answerable.reading.roles import NAME

INITIALS = r"\b[A-Z]{2,4}[a-z]?(?:\s?[/&,]\s?[A-Z]{2,4}[a-z]?){0,5}\b"
_LED = (
    r"(?:Director|Head|Chief|Assistant Director|Deputy Director|Lead|Manager|Portfolio Holder"
    r"|Cabinet Member|Leader|Chair) (?:of|for) (?:the )?[A-Z][\w’'&-]*"
    r"(?:,? (?:and|of|&|the|[A-Z][\w’'&-]*)){0,5}"
)
OFFICE = (
    r"(?:[Tt]he )?(?:(?:T/|A/|D/|Temp(?:orary)? |Acting |Temporary )?(?:DCC|ACC|ACO|CC|DPCC|PCC"
    r"|PFCC|DPFCC|CFO|DCFO|ACFO|CEO|CE|COO|OPCC|OPFCC|MO|HMI|Supt|Ch Supt|DCI|DI|Insp)"
    r"(?: [A-Z][\w’-]+(?: [A-Z][\w’-]+)?)?"
    r"|(?:Deputy |Assistant |Temporary |Acting )?(?:Chief Constables?"
    r"|Police and Crime Commissioner"
    r"|Police, Fire and Crime Commissioner|Commissioner|Mayor|Chief Fire Officer"
    r"|Chief Executive(?: Officer)?|Chief Finance Officer|Chief Operating Officer|Chief of Staff"
    r"|Section 151 Officer|Monitoring Officer|Treasurer|Governor|Director|Registered Manager"
    r"|Chair(?:man|woman|person)?|Vice[- ]Chair(?:man)?|(?:Detective )?(?:Chief )?Superintendent"
    r"|Chief Officers?)(?: [A-Z][\w’-]+(?: [A-Z][\w’-]+)?)?"
    r"|[Ff]orce|[Ss]ervice|[Cc]ouncil|[Cc]lerk|[Ss]ecretariat|[Ww]orking [Gg]roup"
    r"|[Tt]ask (?:and [Ff]inish )?[Gg]roup|[Cc]onstabulary|[Bb]oard|[Pp]anel"
    rf"|[Oo]fficers|{_LED}|(?:Policy|Scrutiny|Governance|Performance"
    rf"|Democratic Services) Officers?"
    r"|Democratic Services|(?:[Ii]nternal|[Ee]xternal) [Aa]udit(?:ors?)?|Office of the [A-Z]\w+"
    r"|(?:[A-Z][a-z]+ ){1,2}(?:Team|Unit|Lead|Manager|Officer|Director|Department|Services))"
)
_ONE = rf"(?:{OFFICE}|{NAME}|(?:Mr|Mrs|Ms|Dr|Cllr|Councillor) [A-Z][\w’-]+|{INITIALS})"
OWNER = rf"(?P<owner>{_ONE}(?:(?: and |/| & |, | with (?=[A-Z])){_ONE}){{0,3}})"
# After "Action:" any name or post will do: "Nadia and Finn", "Supt Operations", "M365 team".
ANYBODY = (
    r"(?P<owner>(?!(?:It|This|That|These|They|He|She|We|To|A|An|There|No|Not|As|In|For|On|At"
    r"|If)\b)"
    r"(?:The )?[A-Z][\w/.’'&-]*(?:,? (?:and|of|for|&|the|from|at|team|lead|officers?"
    r"|[A-Z(][\w/.’'&)-]*)){0,8})"
)
DOES = (
    r"(?: \((?:[A-Z]{2,4})\))?(?: (?:both|all|then|also))?"
    r" (?:to|is to|are to|will|agreed to|should|must|would|shall) "
)
PASSIVE = re.compile(r"(?:be (?:\w+ly )?\w+(?:ed|en|ent|ilt|ut|et|eld|ade)|be on)\b")
DO = (
    r"(?:add|address|advise|agree (?!that|with)|amend|analyse|approach|arrange|ask|assess|assist"
    r"|attend|bring|build|capture|carry out|chair|chase|check|circulate|clarify|collate|collect"
    r"|commission|compare|compile|complete|conduct|confirm|consult|contact|convene|co-?ordinate"
    r"|correct|cost|create|deliver|determine|develop|discuss|distribute|draft|draw up|e-?mail"
    r"|engage|ensure|establish|examine|explain in writing|explore|extract|feed ?back|finalise"
    r"|find out|follow[- ]up|forward|get|give|hold|identify|implement|include|inform|investigate"
    r"|invite|issue|launch|lead|let|liaise|link|list|look (?:at|into|again)|make|map|meet|monitor"
    r"|move|notify|obtain|organise|outline|pass|pick up|plan|prepare|present|produce|progress"
    r"|propose|provide|publish|pull together|pursue|put|raise|re-[a-z]+|reassess|recirculate"
    r"|reconsider|reconvene|record|recruit|redraft|reduce|refer|refine|refresh|reissue|release"
    r"|relay|remind|remove|repeat|replace|report|request|reschedule|research|resolve|respond"
    r"|resubmit|return|review|revise|revisit|rewrite|run|schedule|scope|secure|seek|send"
    r"|set (?:out|up)|share|sign|speak|submit|summarise|supply|table|take (?!place|part)|talk"
    r"|task|test|track|train|trial|undertake|update|upload|verify|visit|work|write)"
)
DO_RE = re.compile(rf"(?:also |then |jointly |urgently )?(?:{DO}|consider|note down|keep)\b")
THANKS = re.compile(r"\b(?:thanks|congratulations|condolences|best wishes|appreciation)\b", re.I)
# "RS to bring the trajectory and HM to share …": where the next owner begins.
NEXT_OWNER = re.compile(rf"(?:,|;|,? and) (?={OWNER.replace('?P<owner>', '?:')} to {DO}\b)")
NONE = re.compile(
    r"^\W*(?:none|no (?:new |further |outstanding )?actions?|n/?a|nil|log|tracker|plan"
    r"|points?|owner|update[sd]?|noted|completed?|closed|as above|see)\b",
    re.IGNORECASE,
)
WHO_ONLY = re.compile(
    rf"(?:{_ONE}|All|ALL|all|Everyone)(?:(?: and |/| & |, ){_ONE}){{0,3}}"
    r"(?: \([A-Z][\w /&]{1,20}\))?"
)
END = re.compile(r"[\s.;,]*$")
