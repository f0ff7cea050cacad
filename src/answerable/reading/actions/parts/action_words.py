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
    r"|PFCC|DPFCC|CFO|DCFO|ACFO|CEO|CE|COO|OPCC|OPFCC|MO|HMI|Supt|Ch Supt|DCI|DI|Insp)\b"
    r"(?: [A-Z][\w’-]+(?: [A-Z][\w’-]+)?)?"
    r"|(?:Deputy |Assistant |Temporary |Acting )?(?:Chief Constables?"
    r"|Police and Crime Commissioner"
    r"|Police, Fire and Crime Commissioner|Commissioner|Mayor|Chief Fire Officer"
    r"|Chief Executive(?: Officer)?|Chief Finance Officer|Chief Operating Officer|Chief of Staff"
    r"|Section 151 Officer|Monitoring Officer|Treasurer|Governor|Director|Registered Manager"
    r"|Chair(?:man|woman|person)?|Vice[- ][Cc]hair(?:man)?"
    r"|(?:Detective )?(?:Chief )?Superintendent|Chief Officers?)(?![’'])"
    r"(?: [A-Z][\w’-]+(?: [A-Z][\w’-]+)?)?"
    r"|(?:PCC|PFCC|Commissioner|Mayor)[’']s [Oo]ffice"
    r"|[Ff]orce|[Ss]ervice|[Cc]ouncil|[Cc]lerk|[Ss]ecretariat|[Ww]orking [Gg]roup"
    r"|[Tt]ask (?:and [Ff]inish )?[Gg]roup|[Cc]onstabulary|[Bb]oard|[Pp]anel"
    rf"|[Oo]fficers|{_LED}|(?:Policy|Scrutiny|Governance|Performance"
    rf"|Democratic Services) Officers?"
    r"|Democratic Services|(?:[Ii]nternal|[Ee]xternal) [Aa]udit(?:ors?)?|Office of the [A-Z]\w+"
    r"|(?:[A-Z][a-z]+ ){1,2}(?:Team|Unit|Lead|Manager|Officer|Director|Department|Services))"
)
# "the Panel’s support officer", "the s.151 Officer", "her head of policy": words that end in what
# somebody is, and a body that may be set to work.
_SOMEBODY = (
    r"(?:accountant|advis[eo]r|administrator|analyst|auditors?|chair(?:man|woman|person)?|clerk"
    r"|co-?ordinator|commander|commissioner|constable|director|executive|governor|head|inspector"
    r"|leader|lead|manager|mayor|minister|nurse|officers?|principal|secretary|secretariat"
    r"|sergeant|solicitor|superintendent|treasurer|team|unit|department|office|contractor)"
)
_BETWEEN = (
    r"(?:(?!(?:to|from|by|in|on|at|with|that|was|is|were|are|had|has|have|would|will|should|and"
    r"|or|of|for|said|asked|agreed|requests|asks|invites|instructs|urges|wants|expects|says)\b)"
    r"[\w’'./&-]+ )"
)
_DESCRIBED = (
    rf"(?:[Tt]he|[Hh]er|[Hh]is|[Ii]ts|[Tt]heir|[Oo]ur|[Mm]y) {_BETWEEN}{{0,4}}?(?i:{_SOMEBODY})"
    r"(?![’'\w-])(?: (?:of|for) (?:the )?[A-Za-z][\w’&-]*(?:(?: and| &) [A-Z][\w’&-]*)?)?"
)
_RANK = (
    r"(?:(?:Det\.?|Ch\.?|Chief|Detective|Temp\.?|Acting|[TAD]/) ?){0,2}(?:DCI|DCS|DI|DS|DSU"
    r"|DSupt|CSupt|CI|PCSO|PS|Supt"
    r"|Insp|Sgt|PC|AM|GM|SM|WM|Superintendent|Inspector|Sergeant|Commander"
    r"|(?:Area|Group|Station|Watch) Manager)"
)
_ONE = (
    rf"(?:{OFFICE}|{NAME}|(?<![\w.])[B-HJ-Z]\.? [A-Z][a-z’-]{{2,}}"
    r"|(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Dame|Rev|Canon|Cllr|Councillor)\.?"
    r" (?:[A-Z]\.? ){0,2}[A-Z][a-z’-][\w’-]*(?: [A-Z][a-z][\w’-]+)?"
    r"|(?:Cllrs|Councillors|Messrs|Drs)\.? [A-Z][\w’-]+(?:, [A-Z][\w’-]+)*(?: and| &) [A-Z][\w’-]+"
    rf"|{_RANK}\.? [A-Z][\w’-]+|{INITIALS}|{_DESCRIBED})"
)
ONE_OWNER = _ONE
OWNER = rf"(?P<owner>{_ONE}(?:(?: and | ?/ ?| & |, | with (?=[A-Z])){_ONE}){{0,3}})"
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
    r"(?:add|address|advise|agree (?!that|with)|allocate|amend|analyse|answer|apply|appoint"
    r"|approach|arrange|ask|assess|assign|assist|attend|audit|benchmark|book|brief|bring|build|buy"
    r"|call|cancel|capture|carry out|chair|change|chase|check|circulate|clarify|close|collate"
    r"|collect|come back|go back|commission|communicate|compare|compile|complete|conduct|confirm"
    r"|consult|contact"
    r"|convene|co-?ordinate|correct|cost|create|deliver|design|determine|develop|discuss"
    r"|distribute|draft|draw up|e-?mail|embed|engage|ensure|escalate|establish|evaluate|examine"
    r"|explain in writing|explore|extend|extract|feed ?(?:back|in)|finalise|find|fix|follow[- ]up"
    r"|form|forward|gather|get|give|hire|hold|identify|implement|improve|include|increase|inform"
    r"|install"
    r"|introduce|investigate|invite|issue|launch|lead|let|liaise|link|list|look (?:at|into|again)"
    r"|make|map|measure|meet|model|monitor|move|nominate|notify|obtain|offer|open|organise"
    r"|outline|pass|phone|pick[- ]?up|pick (?:it|this|that|these) up|pilot|plan|prepare|present"
    r"|print|prioritise|procure|produce"
    r"|progress|promote|propose|provide|publish|pull together|pursue|put|quantify|raise|re-[a-z]+"
    r"|reassess|recirculate|reconsider|reconvene|record|recruit|redo|redraft|reduce|refer|refine"
    r"|refresh|reinstate|reissue|release|relay|remind|remove|repair|repeat|replace|reply|report"
    r"|request|reschedule|research|resolve|respond|resubmit|return|review|revise|revisit|rewrite"
    r"|ring|roll out|run|schedule|scope|secure|see (?:if|whether|what|how)|seek|send"
    r"|set (?:out|up)|share|sign|source|speak|start|stop|strengthen|submit|summarise|supply|survey"
    r"|table|take (?!place|part)|talk|task|tell|test"
    r"|text (?:each|every|all|the|him|her|them)|tidy|track|trace|train|trial|undertake|update"
    r"|upload|verify|visit|work|write"
    r"|accelerate|adopt|align|archive|cascade|cleanse|combine|cut|define|digitise|enable"
    r"|enforce|equip|fill|go through|hand over|host|join up|merge|migrate|negotiate|phase|rebuild"
    r"|reconcile|redeploy|reopen|restore|retender|sample|scrap|simplify|sort out|split|standardise"
    r"|streamline|tackle|tighten|transfer|translate|trim|upgrade|validate|vet|widen|withdraw)"
)
# What is only thought, taken or kept up, and no piece of work: in a form that says that somebody
# takes something on, any other verb is work.
IDLE = (
    r"(?:do|note|accept|approve|agree|be|have|hear|continue|support|receive|consider|defer"
    r"|adopt|endorse|differ|disagree|see (?!to\b|that\b|if\b|whether\b|what\b|how\b)|know"
    r"|understand|welcome|remain|stay|say"
    r"|achieve|reach|keep (?:the|to|its|their|a|up)|delegate|recommend|comment|explain|believe"
    r"|feel|think|thank|expect|hope|like|want|need|not|mean|seem|appear|become|apologise|speak of"
    r"|elaborate|describe|imagine|outline|leave|resign|step|come to terms|differ|serve|fail"
    r"|c(?:ould|an)|w(?:ould|ill)|sh(?:ould|all)|m(?:ight|ay|ust)|ought|is|are|was|were|ha[sd]|did"
    r"|does)"
)
WORK = (
    rf"(?:(?:both|jointly|also|then|now|each|[a-z]+ly) )?(?!{IDLE}\b)(?!to\b|the\b|an?\b|that\b"
    r"|its?\b)[a-z]+(?:-[a-z]+)?\b"
)
"""Any verb of work, where the form before it says that somebody takes it on."""
DO_RE = re.compile(
    rf"(?:also |then |jointly |urgently )?(?:{DO}|consider|explain|note down|keep)\b"
)
SETTLES = re.compile(
    r"(?:should |would |will )?(?:fund|pay|lease|buy|sell|purchase|spend|award|renew|freeze"
    r"|set the|meet (?:the (?:cost|overspend|shortfall|balance)|every|each|monthly|weekly"
    r"|quarterly))\b"
)
"""What a body or its holder settles by agreeing to it: money, how often it meets; no task."""
THANKS = re.compile(
    r"\b(?:thanks|congratulations|condolences|best wishes|appreciation|apologies for absence"
    r"|pecuniary interests?)\b",
    re.IGNORECASE,
)
"""What is said or declared at every meeting, and is no task."""
# "RS to bring the trajectory and HM to share …": where the next owner begins.
NEXT_OWNER = re.compile(rf"(?:,|;|,? and) (?={OWNER.replace('?P<owner>', '?:')} to {DO}\b)")
NONE = re.compile(
    r"^\W*(?:none|no (?:new |further |outstanding )?actions?|n/?a(?=[\W]*$)|nil"
    r"|(?:log|tracker|plan|points?|owner|update[sd]?|noted|completed?|closed|as above|see)"
    # "Action: update the log" orders something
    r"(?! (?:the|an?|all|its|their|his|her|our|your|this|that|these|those|each|every|any|whether"
    r"|how|what|who|why)\b))\b",
    re.IGNORECASE,
)
NOBODY = re.compile(
    r"(?:Ongoing|On-going|Done|Closed|Open|Complete|Completed|Outstanding|By|Within|Immediate|Note|NB|Re|Date|Time|Venue|Where|When|What|Who|Why|Subject|From|To|Cc|Item|Agenda|Present"
    r"|Attendance|Apologies|Money|Cost|Costs|Update|Status|Decision|Actions?|Next|Summary|Risk"
    r"|Issue|Question|Answer|Q|A|Page|Ref|Theme|Topic|Outcome|Purpose|Background|Recommendation"
    r"|Rec|Finding|Theme"
    r"|Phone|Tel|Email|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)s?$"
)
"""A word before a colon or a dash that names nobody."""
WHO_ONLY = re.compile(
    rf"(?:{_ONE}|All|ALL|all|Everyone)(?:(?: and | ?/ ?| & |, ){_ONE}){{0,3}}"
    r"(?: \([A-Z][\w /&]{1,20}\))?"
)
END = re.compile(r"[\s.;,]*$")
