"""Signs of an action of the police that is to come."""

import re

STRIKE = re.compile(
    r"\b(?:warrants?|day of action against the|raid(?:s|ed|ing)?|arrest(?:s|ed|ing)?|arrest "
    r"(?:phase|teams?)|search (?:the|his|her"
    r"|their|an?|of|teams?|two|three|four|five|six|seven|\d+)|searched|searches of|strike(?:s"
    r"| day)?(?! action)"
    r"|executive action|swoop\w*|pounce|force entry|forced entry|entry (?:teams?|at|will)|go(?:es"
    r"|ing)? in"
    r" (?:at|on|to)|doors? (?:will|go|goes|to be)|knock(?:s|ing)? on|lift(?:ed)? (?:him|her|them"
    r"|the)"
    r"|be lifted|pick(?:ed)? (?:him|her|them) up|stop(?:ped)? (?:the (?:van|car|lorry|boat"
    r"|courier)|him"
    r"|her|them)|intercept\w*|seize[ds]?|close (?:in on|down the|the (?:line|farm|brothel))|take "
    r"(?:out"
    r"|down)|dismantle[ds]?|board the|hit (?:the|his|their|two|three|four|five|six|\d+)|move in"
    r"|storm\w*|ambush\w*|catch (?:him|her|them|the)|detain(?:s|ed|ing|ment)?|evict\w*|freeze"
    r"|checkpoint|stop check|operation|phase (?:one|two|three|1|2|3)|the job"
    r"|through (?:the |his |her |their |your "
    r"|\w+ )?doors?|be visited (?:together|at)"
    r"|(?:will|are to|plan to) (?:take|grab|nick|collar|get) (?:him|her|them)|in position|overhead"
    r"|entry at|charge (?:him|her|them|the)|phase \w+ starts|push(?:es)? them|board(?:ed)? (?:the"
    r"|a|his)|be (?:stopped|searched|boarded|raided|seized|picked up|brought in))\b",
    re.IGNORECASE,
)
HARD_STRIKE = re.compile(
    r"\b(?:the job|doors?|arrests? will|entry at|warrants?|raids?|executive action|arrest (?:phase"
    r"|teams?|day)|strike (?:day|phase)|entry"
    r" teams?|search teams?|swoop|sting|go(?:es)? (?:in|through)|lift (?:him|her|them|the)|dawn"
    r"|simultaneous\w*)\b",
    re.IGNORECASE,
)
AHEAD = re.compile(
    r"\b(?:will|shall|'ll|is to|are to|to be|going to|plans? to|planned|intends? to|hopes? to"
    r"|aims? to"
    r"|scheduled|(?<!was )(?<!were )due(?! by\b)|set for|fixed for|booked|pencilled|timed"
    r"|expected to|ready to|about to|waiting"
    r" (?:for|until)|will be|awaits?|brought forward|postponed|moved to|put back|go(?:es)? in"
    r"|go ahead"
    r"|go through|tomorrow|tonight|expects? to|means? to|wants? to|set to|is to be in|are to be in"
    r"|starts? (?:when|after|on|at|once)|begins? (?:when|after|on|at|once)|before entry|next "
    r"(?:week|month|\w+day))\b"
)
