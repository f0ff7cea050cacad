"""Where and how somebody is watched, and by whom: a tactic is told by any of its parts."""

import re

_WATCHED = re.compile(
    r"\b(?:[Cc]overt|[Hh]idden|[Cc]oncealed|[Ss]ecret) (?:\w+ )?(?:cameras?|microphones?|devices?"
    r"|recorders?|post|van)\b[^.\n]{0,40}?\b(?:overlook\w*|covers?|points?|trained on|at|in|on"
    r"|opposite|outside|inside|facing|watch\w*|records?|behind|near)\b"
    r"|\b(?i:officers?|detectives?|police|constables?|buyers?|agents?|he|she|they"
    r"|we)\b[^.\n]{0,40}?"
    r"\bundercover\b[^.\n]{0,40}?\b(?:at|in|on|as|inside|near|among) (?:the|an?|[A-Z])"
    r"|\b(?:camera|microphone|device|recorder|bug)s? (?:\w+ ){0,6}?(?:facing|overlooking|watching"
    r"|trained on|pointing at|aimed at) (?:the|a|his|her|their)\b"
    r"|\b(?:[Cc]overt|[Uu]ndercover|[Ss]urveillance|[Ss]ource[- ]handling) (?:team|unit"
    r"|officers?)s?"
    r" (?:meets?|works?|is based|are based|sits?|operates?|parks?|drives?|uses?|rents?) (?:at|in"
    r"|on"
    r"|from|above|behind|out of|an?|the|[A-Z])"
    r"|\b(?i:officers?|detectives?|constables?|sergeants?|colleagues?|police)\b[^.\n]{0,30}?"
    r"\b(?:posing|posed|pretending|disguised|dressed|passing (?:him|her|them)\w+ off) (?:as"
    r"|to be)\b"
    r"|\b(?:[Ww]e|[Oo]fficers|[Dd]etectives|[Tt]he force|[Tt]he team|[Pp]olice) (?:intend|plan"
    r"|expect|hope|mean|aim|are (?:due|ready|going|set)|will) (?:to )?(?:arrest|seize|detain"
    r"|raid|intercept) (?:the|an?|his|her|him|them|their) (?:\w+ ){0,3}?(?:when|as|at|on|before"
    r"|after|outside|while|once)\b"
    r"|\b(?:[Oo]ur|[Aa]|[Tt]he) (?:man|woman|source|contact|friend|person|agent) (?:inside|within"
    r"|in|close to|near) the (?:[\w'-]+ ){0,2}?(?:crew|gang|group|network|firm|family|line"
    r"|outfit)\b"
    r"|\bOperation [A-Z][a-z]+ (?:is|has been|are) (?:now |still )?(?:watching|following"
    r"|listening|targeting|filming|tracking|tailing)\b"
    r"|\b(?:observation post|static camera|probe|tracker) (?:is |was |sits )?(?:at|in|on|opposite"
    r"|above|under|behind)\b"
)
_AHEAD = re.compile(
    r"\b(?i:officers|detectives|police|we|the force|the team|investigators) (?:will|are to"
    r"|plan to)"
    r" (?:search|raid|arrest|strike|enter|hit|storm|swoop on)\b[^.\n]{0,60}?\b(?:tomorrow|tonight"
    r"|at dawn|next (?:week|month|\w+day)|on \w+day)\b"
    r"|\b[Uu]nmarked (?:\w+ )?(?:van|car|vehicle|unit)s?\b[^.\n]{0,40}?\b(?:outside|near|opposite"
    r"|behind|in|on|at|facing)\b(?! (?:the )?[MA]\d)"
    r"|\b(?i:officers?|detectives?|constables?|agents?)\b[^.\n]{0,30}?\b(?:befriend\w*"
    r"|infiltrat\w+|embedded (?:in|with)|won the trust of)\b"
)
_SUBJECTS = re.compile(
    r"\bOperation [A-Z][a-z]+[^.\n]{0,60}?\b(?:\d+|[a-z]+) (?:\w+ )?(?:subjects|nominals|targets"
    r"|suspects|principals|members|addresses of interest)\b"
)


def told_of_a_watch(sentence: str) -> bool:
    """Does a sentence tell of a watch, a disguise, an arrest to come, or whom a case is about?"""
    return any(rule.search(sentence) for rule in (_WATCHED, _AHEAD, _SUBJECTS))
