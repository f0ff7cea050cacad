"""Names of what inspectorates grade, and whether words are one of them.

The names of the questions of HMICFRS (PEEL of each cycle, fire, child protection, organised
crime), HMI Prisons, HMI Probation, CQC and Ofsted, as their reports head them. They serve to
know a heading or a subject for a question; a question that the words give stays as written.
"""

import re

_NAMES = (
    "recording data about crime|crime data integrity|recording crime|crime recording"
    "|police powers and treating the public fairly and respectfully|using police powers"
    "|treating the public fairly|treating people fairly|preventing and deterring crime"
    "|preventing crime and anti-social behaviour|preventing crime and reducing vulnerability"
    "|responding to the public|answering calls|investigating crime|supporting victims|victim care"
    "|reducing crime|protecting vulnerable people|protecting people"
    "|managing offenders and suspects|managing offenders|disrupting serious organised crime"
    "|tackling serious and organised crime|serious and organised crime"
    "|building, supporting and protecting the workforce|workforce"
    "|leadership and force management|leadership|strategic planning and organisational management"
    "|strategic planning|vetting, standards and corruption|vetting|counter-corruption|custody"
    "|child protection|stalking|neighbourhood policing|use of resources|legitimacy"
    "|effectiveness|efficiency|people|understanding fires and other risks|understanding risk"
    "|understanding the risk of fire and other emergencies|preventing fires and other risks"
    "|preventing fires|preventing fire|protecting the public through fire regulation"
    "|fire regulation|responding to fires and other emergencies|responding to fires"
    "|responding to major and multi-agency incidents|responding to major incidents"
    "|making best use of resources|making the service affordable now and in the future"
    "|future affordability|promoting the right values and culture|values and culture"
    "|getting the right people with the right skills|right people with the right skills"
    "|ensuring fairness and promoting diversity|fairness and diversity"
    "|managing performance and developing leaders|prevention|protection|culture"
    "|safety|respect|purposeful activity|preparation for release|resettlement"
    "|rehabilitation and release planning|organisation and delivery of services|staffing"
    "|governance and leadership|partnerships and services|information and facilities"
    "|court disposals|out-of-court disposals"
    "|overall effectiveness|quality of education|behaviour and attitudes|personal development"
    "|leadership and management|early years provision|sixth-form provision|sixth form|early years"
    "|safeguarding|children’s services|urgent and emergency care"
    "|experiences and progress of children who need help and protection"
    "|experiences and progress of children in care|experiences and progress of care leavers"
    "|impact of leaders on social work practice with children and families"
    "|use of powers|powers and public treatment|developing a positive workplace|fair treatment"
    "|building a workforce|responding to emergencies|emergency response|use of money"
    "|value for money|working with children at risk|work with children at risk|children in care"
    "|care leavers|children who need help and protection|service to victims|domestic abuse"
    "|looking after its people|fire safety|public protection|digital forensics"
    "|treatment of detainees|answering the public|protecting the public|inclusion|achievement"
    "|curriculum and teaching|attendance and behaviour|behaviour and welfare|post-16 provision"
    "|welsh language|criminal justice|managing demand|understanding demand|quality of care"
    "|supporting the workforce|protecting the workforce|developing the workforce"
    "|public safety through fire regulation|risk grading|stop and search|out-of-court planning"
    "|court cases|out-of-court cases|joint working"
    "|preventing crime, tackling anti-social behaviour and keeping people safe"
    "|rape investigation|crime scene investigation|call handling|keeping people safe"
)
# Names of one word that is an everyday word: only the whole word is the name.
_WHOLE = frozenset(("safe", "effective", "caring", "responsive", "well-led"))
_PLAIN = "with from about through their other this that what where they them"
_NO_SENSE = frozenset(_PLAIN.split())
# Questions by one everyday word: names only beside a grade that is one by other words.
SHORT = frozenset(
    (
        *(
            "response",
            "responding",
            "investigation",
            "investigations",
            "investigating",
            "vulnerability",
        ),
        *("offenders", "victims", "planning", "assessment", "reviewing", "governance"),
        *("behaviour", "values", "diversity", "attendance", "education", "regulation"),
        *("emergencies", "resettlement", "delivery", "services", "resources", "money"),
    )
)
_STEM, _SHORTEST = 5, 4
_LETTERS = re.compile(r"[a-z]+")


def stems(words: str) -> frozenset[str]:
    """The beginnings of the words that carry sense: "prevention" and "preventing" are one."""
    plain = _LETTERS.findall(words.casefold().replace("’", ""))
    return frozenset(
        one.removesuffix("s")[:_STEM]
        for one in plain
        if len(one) >= _SHORTEST and one not in _NO_SENSE
    )


_OWN_STEMS = tuple({stems(one) for one in _NAMES.split("|")})
_WORDS = frozenset().union(*_OWN_STEMS)
_MARK = re.compile(
    r"^(?:[A-Z]{0,4}/?\d[\d./]*[.)]?\s+|\(?[a-z]\)\s+"
    r"|(?:HMICFRS|HMIC|Ofsted|CQC|PEEL)(?: \d{4})?\s*[:–-]\s*)+"
)
_ASKED = re.compile(
    r"^How (?:well|effective(?:ly)?|good|efficient(?:ly)?) (?:does|do|did|is|are) "
    r"(?:the \w+|it|[A-Z]\w+(?: [A-Z]\w+)*) (?P<verb>[a-z]+) (?P<rest>[^?]{3,70})\??$"
)
_SENTENCE = re.compile(r"\b(?:is|was|are|were|has|have|had|should|must|will|not|who|which)\b")


def is_name(words: str) -> bool:
    """Whether words are the name of a question, or nearly the whole of one."""
    if words.casefold() in _WHOLE:
        return True
    own = stems(words)
    if not own or not own <= _WORDS:
        return False
    return any(own <= one and len(own) * 2 > len(one) for one in _OWN_STEMS)


def is_full_name(words: str) -> bool:
    """Whether words are a name of a question as it is written in the list, and no part of one."""
    return words.casefold() in _FULL


_FULL = frozenset(_NAMES.split("|"))


def headed(heading: str) -> str | None:
    """The question that a heading names: "3. Responding to the public", "How well does …?"."""
    words = _MARK.sub("", " ".join(heading.split())).strip(" .:–-")
    asked = _ASKED.match(words)
    if asked is not None:
        words = f"{doing(asked['verb'])} {re.sub(r'^its ', '', asked['rest'])}"
        return words if is_name(words) else None
    if not words or _SENTENCE.search(words) or not is_name(words):
        return None
    return words


_OF_WAY = re.compile(
    r"^(?:the (?:way|ways|manner)(?: in which| that)?|how(?: well| effectively)?) "
    r"(?:it|they|the (?:force|service|constabulary)) (?P<verb>[a-z]+(?:s|ed)) (?P<rest>.+)$"
)


def plainly(question: str) -> str:
    """ "the way it responds to the public" is "responding to the public"."""
    question = _AROUND.sub("", question)
    is_it = _IS_IT.match(question)
    if is_it is not None:
        return is_it["what"]
    for noun, verb in _NOUNS:
        if question.casefold().startswith(noun):
            return f"{verb} {question[len(noun) :]}"
    if question == "protecting the vulnerable":
        return "protecting vulnerable people"
    way = _OF_WAY.match(question)
    if way is None or _TWO_VERBS.search(way["rest"]):
        return question
    return f"{doing(way['verb'])} {way['rest']}"


# "’, and staffing", "crime recording had", "its work on vetting": words of the sentence around.
_AROUND = re.compile(
    r"^(?:[\"“”'‘’,;\s]+(?:and |but )?)?(?:(?:its |their )?work (?:on|in|to do with) )?"
    r"|[\"“”'‘’,;\s]+$| (?:had|has|have|was|were)$"
)
# "How good is the care?" asks for the care.
_IS_IT = re.compile(
    r"^How (?:good|effective) (?:is|are) (?:the |its |our )?"
    r"(?P<what>(?!(?:it|service|trust|force|they)\b)[a-z]+(?: [a-z]+)?)\??$"
)
_NOUNS = (
    ("management of ", "managing"),
    ("protection of ", "protecting"),
    ("investigation of ", "investigating"),
    ("treatment of ", "treating"),
)
_TWO_VERBS = re.compile(
    r"\band (?:[a-z]+s (?:the|its|their|with|to|for|it|on)|(?:reduce|tackle|protect|manage|support"
    r"|prevent|investigate|respond|treat|record|train|develop|use)s [a-z]+)\b"
)


def doing(verb: str) -> str:
    """The form in -ing of a plain verb: manages, responded, use."""
    stem = verb
    for end, to in (("ies", "y"), ("ied", "y"), ("sses", "ss"), ("ches", "ch"), ("shes", "sh")):
        if verb.endswith(end):
            return verb.removesuffix(end) + to + "ing"
    if verb.endswith("ed"):
        stem = verb.removesuffix("ed")
    elif verb.endswith("s") and not verb.endswith("ss"):
        stem = verb.removesuffix("s")
    return stem.removesuffix("e") + "ing"
