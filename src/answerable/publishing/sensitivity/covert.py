"""What is covert: where it is, who does it, how many do, and when it strikes next.

Each rule needs a covert thing or act and one particular of it. What is offered, required or taught
(“any officer may …”, guidance, training) tells nothing of a case and passes.
"""

import re

_POLICE = r"(?i:officers?|detectives?|constables?|police|investigators?|teams?|we|the force|staff)"
_PLACE = (
    r"(?:windows?|flats?|roofs?|lofts?|attics?|rooms?|vans?|shops?|baker(?:y|s)|caf[eé]s?|pubs?"
    r"|church|tower|house|garage|floor|balcony|building|unit|yard|school|hotel|bedroom|car|lay-by"
    r"|hide|hedge|bus|boat|premises|office|salon|barn|sheds?|kiosk|station|opposite|next door)"
)
_WATCHED_FROM = re.compile(
    rf"\b{_POLICE}\b[^.\n]{{0,30}}?\b(?:watch(?:ed|es|ing)?|film(?:ed|s|ing)?|observ(?:ed|es|ing)"
    rf"|photograph(?:ed|s|ing)?|listen(?:ed|s|ing)? in)\b(?! (?:footage|CCTV|videos?))"
    rf"[^.\n]{{0,60}}?\bfrom (?:the|an?|its|their|his|her) [^.\n]{{0,40}}?\b{_PLACE}\b"
)
_THING = (
    r"(?:(?:listening|tracking|recording|eavesdropping) devices?|IMSI[- ]catchers?"
    r"|cell[- ]?site simulators?|stingrays?|(?:covert|hidden|secret) (?:cameras?|microphones?"
    r"|base|site|office|premises|garage|address|store|compound|flat)|observation posts?"
    r"|safe[ -]?(?:house|flat|address)s?|unmarked (?:vans|cars|vehicles))"
)
_AT = (
    r"(?:at|on|in|inside|under|behind|near|above|opposite|to|beneath|beside) "
    r"(?!(?:the )?[MA]\d)(?:an? |the |his |her |their |its )?"
)
_PLACED = re.compile(
    rf"\b(?i:{_THING})\b[^.\n]{{0,20}}? (?:is|are|was|were|sits?|stands?|has been|had been|parked"
    rf"|fitted|kept|hidden|put) (?:[a-z]+ ){{0,2}}?{_AT}(?![a-z]+ (?:law|policy|use|line|place|"
    r"guidance)\b)[\w']+"
    rf"|\b(?:keeps?|parks?|stores?|hides?|fitted|hid|planted|installed|put) (?:\w+ ){{0,2}}?"
    rf"(?i:{_THING}) {_AT}[\w']+"
)
_ROLE = (
    r"(?:(?:test[- ]purchase|undercover|decoy|covert|plain[- ]?clothes) (?:officer|operative|buyer"
    r"|agent|detective)s?)"
)
_IN_ROLE = re.compile(
    rf"\b(?i:{_ROLE})\b[^.\n]{{0,25}}?\b(?:(?:went|goes) by|calls? (?:him|her|them)sel(?:f|ves)"
    r"|known as|named|called|drives?|drinks|trains|lives|plays|has been (?:in|inside|with|at)"
    r"|was introduced|rented|rents|worked as|works as)\b"
)
_HUNT = (
    r"(?:raids?|warrants?|arrests|strike day|days? of action|arrest phase|executive action"
    r"|house search(?:es)?|searches of)"
)
_WHEN = (
    r"(?:tomorrow|tonight|at dawn|next (?:week|month|\w+day)|(?:on|for) (?:\w+day|the )?"
    r"\d{1,2}(?:st|nd|rd|th)? ?[A-Z]|this (?:week|month|\w+day)|before (?:Christmas|Easter"
    r"|the end of)|(?:on|for) \w+day\b|in the \w+ (?:week|days) of)"
)
_DAY = re.compile(
    rf"\b(?i:{_HUNT})\b[^.\n]{{0,50}}?\b(?:will (?:be )?(?:executed|made|taken|carried out"
    rf"|take place"
    rf"|happen|go in|follow|begin)|(?:is|are) (?:planned|scheduled|due|set|fixed|timed"
    rf"|pencilled in))"
    rf"[^.\n]{{0,15}}? {_WHEN}"
)
_CRIMINAL = re.compile(
    r"\b(?:warrants?|raids?|arrests|arrest phase|strike day|gang|group|line|network|famil(?:y|ies)"
    r"|dealers?|suppliers?|drugs?|brothers|OCGs?)\b",
    re.IGNORECASE,
)
_OPERATION_AIMS = re.compile(
    r"\b[Oo]peration [A-Z][a-z]+ (?:aims?|plans?|hopes?|intends?|is (?:going|due|set)|wants?) to "
    r"(?:arrest|seize|raid|dismantle|charge|infiltrate|intercept|watch|follow|bug|strike|catch"
    r"|take (?:out|down))\b"
)
_ALIAS = re.compile(
    r"\b(?i:nominals?|suspects?|leader|head|boss|dealer|line holder|ringleader|supplier|enforcer"
    r"|courier|fixer|man|woman|brothers?)\b[^.\n]{0,60}?\b(?:known (?:\w+ ){0,3}?as"
    r"|whom? \w+ calls?|goes by(?: the name)?(?: of)?|whose (?:street )?name is|nicknamed"
    r"|alias|aka"
    r"|street name is) (?:the )?[\"']?[A-Z]"
)
_GROUP = re.compile(
    r"\b(?:enforcer|ringleader|fixer|group|gang|nominals?|line|network|OCG|crew|suspects?|dealers?"
    r"|drugs?)\b",
    re.IGNORECASE,
)
_NUMBER = (
    r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|(?:twen|thir"
    r"|for|fif"
    r"|six|seven|eigh|nine)ty(?:[- ]\w+)?|a dozen|a score)"
)
_COVERT_PEOPLE = (
    r"(?:informants?|source handlers|CHIS|human sources?|covert (?:\w+ )?officers|undercover "
    r"(?:\w+ )?officers|surveillance (?:\w+ )?(?:officers|operatives|motorcyclists|drivers)"
    r"|test[- ]purchase officers|covert operatives)"
)
_COUNTED = re.compile(
    rf"\b{_NUMBER} (?:(?:registered|active|trained|full-time|paid|current|covert|of the|of its"
    rf"|authorised|new|more|other) ){{0,2}}{_COVERT_PEOPLE}\b"
    rf"|\b(?:covert|surveillance|undercover|source[- ]handling|source) (?:team|unit"
    rf"|capability|squad)s? (?:numbers?|has|have|is made up of|consists? of|counts?|employs?"
    rf"|fields?) (?:(?:only|about|some|just|around|an?|and|lost|gained|[a-z]+ants?) ){{0,4}}"
    rf"{_NUMBER}\b(?! (?:recommend|area|vacan|year|month"
    r"|week|day|inspection))"
    rf"|\b(?:{_COVERT_PEOPLE}|our sources) (?:numbers?|totals?|came to|come to) (?:\w+ ){{0,3}}?"
    rf"(?:{_NUMBER}|(?:twen|thir|for|fif)ties|teens)\b"
    rf"|\b{_NUMBER} (?:\w+ )?sources (?:remain|report to us|are (?:active|live|registered"
    rf"|handled|run|managed|paid)|on the books)\b"
    rf"|\bnumber of (?:\w+ )?{_COVERT_PEOPLE} (?:is|was|fell|rose|stands?|stood|went|grew)[^.\n]"
    rf"{{0,20}}? {_NUMBER}\b",
    re.IGNORECASE,
)
_GENERAL = re.compile(
    r"\b(?:any|every officer|should|must|policy|guidance|training|code of practice|if|whether)\b",
    re.IGNORECASE,
)
_HIDDEN = re.compile(
    r"\b(?i:witness(?:es)?|informants?|complainants?|sources?|famil(?:y|ies)|victims?|protected"
    r"|she|he|they)\b[^.\n]{0,60}?\bunder (?:an?|his|her|their) (?:new|another|different|false"
    r"|assumed) (?:name|surname|identity)\b"
    r"|\b(?i:witness(?:es)?|informants?|complainants?)\b[^.\n]{0,20}? (?:kept|housed|hidden|put up"
    r"|sheltered|lodged|staying|rehoused|relocated|living) (?:at|in|to) (?:an?|the|[A-Z])"
)
_AGENT = re.compile(
    r"\b(?:[Oo]ur|[Tt]heir|[Tt]he force's) (?:agent|insider|informant|man|woman) (?:in|inside"
    r"|within|at|on) (?:the|an?|[A-Z])[^.\n]{0,40}?\b(?:reports|tells|says|passes|rings|meets"
    r"|gives|told"
    r"|said|passed|gave|saw|heard)\b"
)
TRIGGER = re.compile(
    r"(?i:watch|film|observ|photograph|listen|track|imsi|simulator|stingray|covert|hidden|secret"
    r"|safe[ -]?(?:house|flat|address)|unmarked|purchase|undercover|decoy|plain[- ]?clothes|raid"
    r"|warrant|arrest|strike|action|search|operation|known|goes by|name|alias|aka|surveillance"
    r"|informant|handler|chis|source|under an?|agent|insider|calls|witness"
    r"|complainant|our (?:wo)?man)"
)


def covert(sentence: str) -> bool:
    """Does a sentence tell where or when something covert is, who does it, or how many do?

    >>> covert("Officers watched the yard from the upstairs window of the shop opposite.")
    True
    >>> covert("Any officer who is watched from a window should report it.")
    False
    """
    if not TRIGGER.search(sentence) or _GENERAL.search(sentence):
        return False
    alone = (_WATCHED_FROM, _PLACED, _IN_ROLE, _OPERATION_AIMS, _COUNTED, _HIDDEN, _AGENT)
    return (
        any(rule.search(sentence) for rule in alone)
        or (_DAY.search(sentence) is not None and _CRIMINAL.search(sentence) is not None)
        or (_ALIAS.search(sentence) is not None and _GROUP.search(sentence) is not None)
    )
