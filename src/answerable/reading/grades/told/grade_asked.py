"""Grades told by the question that follows: "good at preventing crime".

Plain "good at" is praise; beside a question of the inspectorates it is a grade.
"""

import re

from answerable.reading.grades.words.grade_words import Token

_QUESTION = (
    r"(?:(?:its|their|the) )?(?:understanding|prevent(?:ing|ion)|protecti(?:ng|on)|recording"
    r"|crime (?:data|recording|prevention)|data (?:accuracy|recording)|respond(?:ing)?|response"
    r"|investigat(?:ing|ion)|managing|disrupting|tackling|reducing|dealing with|making|promoting"
    r"|ensuring|getting the right|building|supporting|meeting|treat(?:ing|ment)|child protection"
    r"|leadership|effectiveness|efficiency|legitimacy|values|culture|custody|fairness|diversity"
    r"|emergenc\w+|major incidents|fire (?:safety|regulation|protection)"
    r"|serious and organised|organised crime|domestic abuse|looking after|working with (?:children"
    r"|victims)|safe(?:ty|guarding)|offender management|vulnerable|strategic (?:planning"
    r"|leadership)|workforce|use of (?:force|resources)|stop and search)"
)
_AT = re.compile(rf"[\"”’']? (?:at|for|in|on) {_QUESTION}\b", re.IGNORECASE)
# What a grade is said of, and how: "The ROCU is", "said to be", "found the constabulary".
_SAID = re.compile(
    r"(?:\b(?:Police|Constabulary|FRS|Service|ROCU|Unit|[Ff]orce|[Ss]ervice|constabulary|unit|it"
    r"|they|we|which|performance)"
    r"(?: (?:has|have|had))?(?: (?:also|now|still|again|once))?"
    r" (?:is|are|was|were|be|been|remains?|remained|stays?)"
    r"|\b(?:it[’']s|they[’']re)|(?:^|[.;] )(?-i:[A-Z][a-z]{3,}) (?:is|was|remains)"
    r"|\b(?:is|are|was|were|been) (?:said|thought|considered|found|told (?:that )?it was)"
    r"(?: to be)?"
    r"|\bfound (?:the (?:force|service|constabulary|unit)|it|us|them)(?: to be)?)"
    r"(?: (?:also|now|still|again|once))?[\s\"“‘']*$",
    re.IGNORECASE,
)
_REQUIRES = re.compile(
    r"\b(?:Police|Constabulary|FRS|Service|ROCU|Unit|[Ff]orce|[Ss]ervice|constabulary|unit|[Ii]t"
    r"|[Tt]hey)(?: (?:also|now|still))?[\s\"“‘']*$"
)
# "The management of offenders is inadequate", "preventing crime is good": the question itself.
_ASKED_IS = re.compile(
    r"(?:^|[.;:,–-] |\band )[\s\d.•*]*(?:the )?(?:management of (?:offenders|suspects|informants"
    r"|demand|risk)|(?:managing|preventing|investigating|protecting|responding to|recording"
    r"|tackling|supporting) (?:the )?[a-z]+(?: [a-z]+){0,4}) (?:is|was|remains)[\s\"“‘']*$",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[\"”’']?(?:[.;,]|$)")
# "Marlshire Police, once good at preventing crime, is now …".
_ONCE = re.compile(r", (?:once|formerly|until now|previously)[\s\"“‘']*$", re.IGNORECASE)
_FRAGMENT = re.compile(r"(?:^|[.;:!?] |\n)[\s\"“‘'•*–-]*$")
# "In our 2022 report it was good", "In the first round all three had been good".
_ONCE_WAS = re.compile(
    r"\b(?:in|at|when|since)\b(?: (?:our|its|the|that|their))?"
    r" (?:[a-z]+ ){0,2}?(?:last|previous|first|earlier|(?:19|20)\d\d)\b[^.;:]{0,60}?"
    r"\b(?:it|they|all(?: \w+)?|both|which|safety|respect|this (?:area|question|grade)"
    r"|the (?:force|service|grade|rating|constabulary)|which in (?:19|20)\d\d)"
    r" (?:was|were|had been)[\s\"“‘']*$"
    r"|\bwhich in (?:19|20)\d\d (?:was|were|had been)[\s\"“‘']*$",
    re.IGNORECASE,
)
_HAD_AS = re.compile(
    r"\b(?:had|has|have|put|puts|marked|placed) (?:it|itself|them|themselves|us|ourselves"
    r"|the (?:force|service))(?: down)? (?:as|at)[\s\"“‘']*$",
    re.IGNORECASE,
)
# "The force's grade for protecting people, adequate, isn't affected."
_GRADE_OF = re.compile(
    r"\b(?<!no )(?:grade|rating|judge?ment) (?:for|on|in) [^.;:,]{3,80},$", re.IGNORECASE
)
_ENDS = re.compile(r"[\"”’']?(?:[.;,:)]|$| (?:at|for|in|and|but)\b)")


def asked(token: Token, left: str) -> str | None:
    """The rule by which such a grade is one; `left` without quotation marks at its end."""
    if _ONCE_WAS.search(left) and _ENDS.match(token.right):
        return "grade.once-was"
    if _GRADE_OF.search(left) and _ENDS.match(token.right):
        return "grade.apart"
    if _HAD_AS.search(left) and _ENDS.match(token.right):
        return "grade.had-as"
    if not _AT.match(token.right):
        of_it = _ASKED_IS.search(left) and _CLAUSE.match(token.right)
        return "grade.of-question" if of_it else None
    if _ONCE.search(left):
        return "grade.previously"
    requires = token.label.startswith("requires")
    said = (requires and _REQUIRES.search(left)) or _SAID.search(left)
    opens = _FRAGMENT.search(token.left) and token.words[:1].isupper()
    return "grade.question" if said or opens else None
