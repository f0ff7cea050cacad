"""Somebody who is known by a letter, a relative, a post or a place, without a name in full.

A child, a victim or a witness may be told of in a few words that fit one person of a town: the
shape of the sentence is held, whatever the words in it are.
"""

import re

from answerable.publishing.sensitivity.words_of_people import HURT, TITLED, UNDER_18, person

LETTER = "the initial of a child or of its family"
KIN = "the family of a protected person"
DESCRIBED = "a description that fits one person alone"
INFORMS = "who gives information"
CHILD_PLACE = "the age of a child with a place or a school"
_CHILD = (
    r"(?:child(?! (?:protection|care|service|support|safety))|boy|girl|pupil|teenager|teen"
    r"|schoolgirl|schoolboy|toddler|youngster|baby"
    r"|young (?:person|man|woman|victim|witness))"
)
_HARMED = (
    r"(?:(?:victim|witness)(?! (?:care|service|support|unit|centre|code|room|hub|team|voice|staff"
    r"|suite))"
    r"|complainant|survivor|informant|whistle-?blower|injured party)"
)
_PROTECTED = re.compile(rf"\b(?:{_CHILD}|{_HARMED}|son|daughter)\b", re.IGNORECASE)
_TWO_LETTERS = re.compile(r"(?<![\w.])(?!U\.|A\.M|P\.M)[A-Z]\. ?[A-Z]\.(?! ?[A-Z][a-z])")
_QUOTED_LETTER = re.compile(
    r"(?<!Annex )(?<!Appendix )(?<!Part )(?<!Class )(?<!Category )(?<!Option )(?<!Schedule )"
    r"(?<!\w)[\"'][A-Z]\.?[\"'](?!\w)"
)
_LETTER_IS = re.compile(
    rf"(?:^|[.;:,] |\bthat |\band )[B-HJ-Z],? (?:is|was|who is|who was|has turned|turned) "
    rf"(?:only |just |aged |now )?{UNDER_18}\b(?!,? (?:of|per|%|in|days|weeks|months|hours|times))"
)
_LETTER_AGED = re.compile(
    rf"(?<![\w.'\"-])[A-Z],? \((?:aged )?{UNDER_18}\),? (?:was|had|has|who|told|saw|said|is|from"
    rf"|and|ran|went|left|met|lives|fled|hid|carried|gave|attends)\b"
)
_KIN = (
    r"(?:son|daughter|grandson|granddaughter|nephew|niece|stepson|stepdaughter|(?:little |younger "
    r"|older |baby )?(?:brother|sister)|mother|mum|father|dad|wife|husband|partner|cousin|aunt"
    r"|uncle|gran|grandmother|grandfather|girlfriend|boyfriend|widow|fiancee?|foster \w+)"
)
_KIN_NAMED = re.compile(
    rf"\b(?:[Mm]y|[Hh]is|[Hh]er|[Tt]heir|[Oo]ur|[Ww]hose"
    rf"|[\w]+'s) {_KIN},? ([A-Z][a-z]+)(?: [A-Z][a-z]+)?\b"
)
_SUFFERED = re.compile(
    rf"\b(?:{HURT}|made to|forced to|drugs?|gang|knife|knives|line|abus\w+|missing|in care|victim"
    rf"|witness|died|death|killed|custody|arrested|attack\w*|grooming|assault\w*|violen\w+|saw the"
    rf"|suicide|overdose|threats?|threaten\w*|scam\w*|tricked|aged? {UNDER_18}|who is {UNDER_18}"
    rf"|who was {UNDER_18}|in foster)\b"
)
_CHILD_OF = re.compile(
    rf"\b(?:[Tt]he|[Aa]|[Aa]nother|[Oo]ne|[Tt]his|[Tt]hat) (?:[\w-]+ ){{0,2}}?{_CHILD}\b,? "
    r"(?:[\w-]+ ){0,3}?(?:at|of|from|in|near) (?:the )?(?!Need)([A-Z][\w.']+)"
)
_TOLD = re.compile(
    rf"\b(?:reported|disclosed|complained|confided|saw|witnessed|was (?:\w+ly )?{HURT}"
    rf"|had been {HURT}|has been {HURT}|ran away|went missing|carried|hid|moved to|placed with"
    rf"|told (?:us|her|his|the|a|an|officers|police)|found with|refuge|foster|stepfather"
    rf"|suffered)\b"
)
_RIGHTS = re.compile(r"\b(?:every|each|any|has (?:a|the) right|may|should|can|must|if)\b")
_SAW = re.compile(
    r"\b(?:saw|witnessed|heard|identified|recogni[sz]ed|picked (?:\w+ ){0,3}out|will give evidence"
    r"|gave evidence|will testify|called (?:the )?police|rang 999|tipped off|reported (?:him|her"
    r"|them"
    r"|the (?:rape|attack|robbery|assault|abuse|theft|dealer|gang)))\b"
)
_ONE_OF_A_PLACE = re.compile(
    r"\b(?:[Tt]he|[Aa]) (?:[\w-]+ ){0,2}?(?:man|woman|lady|gentleman|person|couple|barman|barmaid"
    r"|landlord|landlady|shopkeeper|owner|manager|nurse|doctor|teacher|cleaner|caretaker|vicar"
    r"|priest|postman|driver|neighbour|baker|butcher|pharmacist|librarian|headteacher|lodger"
    r"|farmer|carer|warden|coach|clerk|cashier|receptionist|student)\b"
    r"(?: who (?:runs?|owns?|works?|lives?|keeps?|manages?|cleans?|drives?|teaches)\b[^.\n]{0,40}?"
    r")?,? (?:at|of|in|from|on|opposite|next door to|near|above|behind) (?:the |number )?[A-Z\d]"
)
_TIP = re.compile(
    r"\b(?:tips?(?:-offs?)?|information|intelligence|statement|evidence|phone call|call|word"
    r"|details|names?|address|number|lead) (?:\w+ ){0,2}?(?:from|by|off) (?:the|an?|his|her|their"
    r"|one of the) "
    r"(?:[\w-]+ ){0,2}?(?:barman|barmaid|landlord|landlady|neighbour|cousin|girlfriend|boyfriend"
    r"|wife|husband|brother|sister|mother|father|cleaner|driver|courier|lodger|tenant|shopkeeper"
    r"|nurse|teacher|vicar|doorman|cellmate|customer|member|mechanic|accountant|bookkeeper"
    r"|prison officer|guard|bouncer|warder|care worker|social worker|bank clerk|employee|ex-\w+"
    r"|associate|dealer|runner|prisoner|inmate|barber|caretaker|postman|man|woman)"
    r"\b,? (?:at|of|in|from|on|who|opposite|inside|close|working|living|next)"
    r"|\b(?:[Oo]ur|[Tt]heir|[Aa]|[Tt]he) (?:\w+ )?(?:man|woman|contact|source|insider|friend"
    r"|agent) (?:in"
    r"|inside|within|on) the (?:gang|group|network|firm|line|family|wing|club|crew)\b"
    r"|\b(?:girlfriend|boyfriend|wife|partner|cousin|brother|sister|friend|member|associate|driver"
    r"|runner|neighbour|lodger) of (?:the|an?|one of the) (?:gang|group|network|leader|boss|dealer"
    r"|supplier|suspect|line)\b[^.\n]{0,40}?\b(?:told|gave|tipped|reported|rang|phoned"
    r"|contacted)\b"
    r"|\b(?:man|woman|person|caller|lady|boy|girl|couple|neighbour) who (?:phoned|called|rang|told"
    r"|tipped"
    r"|contacted|wrote to|spoke to) (?:Crimestoppers|the police|police|officers|us|999|101)\b"
    r"[^.\n]{0,60}?\b(?:is|was|works|lives|runs|owns)\b",
    re.IGNORECASE,
)
_ACQUAINTED = (
    r"(?:partner|wife|husband|girlfriend|boyfriend|brother|sister|mother|father|son|daughter"
    r"|cousin"
    r"|uncle|aunt|neighbour|landlord|landlady|accountant|bookkeeper|driver|cleaner|lover"
    r"|fianc[eé]e?|nephew"
    r"|niece|friend|employee|cellmate|tenant|barber|runner|courier)"
)
_TIPPED = re.compile(
    r"\b(?i:tips?|tip-offs?|information|intelligence|names|warnings?|call|lead|address"
    r"|what (?:we|officers|detectives|the police) (?:know|knew|learnt|heard)[^.\n]{0,30}?)\b "
    r"(?:which |that )?(?:(?:was|were|is|had been|has been|first )?(?:\w+ )?(?:given|passed"
    r"|supplied|provided|phoned in|leaked|sent|fed|made|handed over) by|(?:came|comes)"
    r" (?:\w+ )?from)"
    r" (?:the|an?|his|her|their|one of the) (?:[\w-]+ ){0,2}?(?:[\w]+'s? )(?:[\w-]+ ){0,2}?"
    rf"(?:ex-)?{_ACQUAINTED}\b"
    rf"|\b\w+(?:'s|s') (?:[\w-]+ )?{_ACQUAINTED} (?:has been|is|was|have been) (?:\w+ )?(?:talking"
    r"|speaking|reporting|working|helping|passing) ?(?:to|with|for|it to|word to)? (?:us|officers"
    r"|detectives|police|the police)\b"
)
_GIVES = re.compile(
    r"\b(?:gives?|giving|gave|pass(?:es|ed)|sells?|sold|feeds?|fed|suppl(?:ies|ied)|leak(?:s|ed))"
    r" (?:us |officers |detectives |the police |police |the force )?"
    r"(?:information|intelligence|names|details|tip-offs)\b"
)
_INSIDER = re.compile(
    r"\b(?:who (?:worked|works|ran|drove|dealt|carried|cooked"
    r"|collected)[^.\n]{0,30}? for the (?:gang"
    r"|group|line|network|family|dealers?|brothers)|inside the (?:gang|group|network|family)"
    r"|(?:member|runner|driver|courier|accountant|dealer|girlfriend|associate) of the (?:gang"
    r"|group"
    r"|network|family|line))\b"
)
_INFORMANT_IS = re.compile(
    r"\b(?:[Oo]ur|[Tt]he|[Tt]heir|[Oo]ne|[Ii]ts|[Hh]is|[Hh]er|[Aa]n) (?:\w+ )?(?:informant|CHIS"
    r"|human source|whistle-?blower|agent)\b,? (?:who )?"
    r"(?:(?:is|was) (?:on|in|at|also|now|one of|married|related|employed|a (?!person"
    r"|member of the "
    r"public|covert|protected)|an (?!employee or|individual)|the \w+ (?:of|at|in))|works?\b"
    r"|worked\b"
    r"|lives?\b|lived\b|drinks\b|sits\b|drives\b|runs\b|owns\b|plays\b|goes\b|belongs\b|used to)"
)
_PLAIN_PERSON = r"(?:man|woman|person|resident|pensioner|member|victim|witness|party)\b"
_ROLE_IS = re.compile(
    rf"\b(?:[Tt]he|[Oo]ur|[Oo]ne|[Ff]irst|[Ss]econd|[Mm]ain|[Kk]ey"
    rf"|[Oo]nly) (?:\w+ ){{0,2}}?{_HARMED}"
    rf"(?:,| is| was|, who is|, who was)? (?:himself |herself )?(?:an?|the|one of the) "
    rf"(?!{_PLAIN_PERSON})(?:[\w-]+ ){{1,4}}?(?:at|of|in|from|on|with) (?:the )?[A-Z]"
)
_LOSS = re.compile(
    rf"\b({TITLED}|[A-Z][a-z]+ [A-Z][a-z]+)(?:,? of [A-Z][\w ]{{2,30}}?,?)?,? "
    r"(?:who )?(?:(?:has |have )?had (?:her|his|their) (?:\w+ ){1,3}(?:taken|stolen|emptied"
    r"|drained"
    r"|smashed|burnt|burned|vandalised|cloned|torched)|lost (?:£|(?:\w+ ){1,3}savings|everything"
    r"|(?:his|her|their) home)"
    r"|(?:was|were|had been|has been) (?:\w+ )?(?:targeted by|tricked|conned|scammed|duped|cheated"
    r"|intimidated|threatened|beaten))\b"
)
_ONE = (
    rf"(?:[Tt]he|[Oo]ur|[Oo]ne|[Ff]irst|[Ss]econd|[Tt]hat|[Tt]his) (?:\w+ )?"
    rf"(?:{_HARMED}|{_CHILD}|lad|lass)"
)
_PARTICULAR = re.compile(
    rf"\b{_ONE}\b[^.\n]{{0,40}}?\b(?:lives?|living|moved|works?|working|relocated|stays|staying"
    rf"|hides"
    r"|hiding)\b (?:now )?(?:in|at|to|on|near|with|for|under) [^.\n]{0,20}?[A-Z]"
    rf"|\b{_ONE} (?:is|was) (?:married|related|engaged|known|a neighbour|next door) to\b"
    rf"|\b{_ONE}, (?:an?|the) [^,.\n]{{3,60}}, (?:\w+ ){{0,3}}?(?:{HURT}|disclosed|reported"
    rf"|complained"
    r"|saw|gave evidence|identified)\b"
    rf"|\b(?:[Ss]he|[Hh]e) (?:is|was) (?:the|an?) [^.\n]{{3,50}}? (?:of|at|in) (?:the )?[A-Z]\w+"
    rf"[^.\n]{{0,40}}?\b{HURT}\b"
    rf"|\b(?:boy|girl|lad|lass|child|victim|witness|complainant)'s {_KIN} (?:works?|lives?|runs?"
    rf"|owns?"
    r"|is an? |is the |drives?|teaches)"
    rf"|\b{HURT} (?:when (?:he|she) was|at the age of|aged|at age) (?:only )?{UNDER_18}\b"
    r"[^.\n]{0,20}?(?:at|in|by|near) (?:the )?[A-Z]"
    rf"|\bAn? (?:retired|former|widowed|disabled|blind|deaf|elderly) (?!{_PLAIN_PERSON})\w+ (?:of"
    rf"|from|in"
    r"|at) (?:the )?[A-Z]\w+[^.\n]{0,30}?\b(?:lost £|lost (?:his|her|their)|had (?:his|her|their)"
    rf"|was (?:\w+ )?{HURT}|was tricked|was conned)"
    rf"|\b[Tt]he only (?:[\w-]+ ){{1,4}}?(?:of|in|at|on) [^.\n]{{2,40}}? (?:was|were|had been"
    rf"|has been) {HURT}\b"
    rf"|\b(?:[Tt]he|[Aa]) (?:man|woman|person|couple|pensioner|resident) who (?:lost £|was {HURT}"
    r"|reported|complained|gave evidence)[^.\n]{0,30}? (?:is|was) (?:the|an?) (?!member)"
    r"[\w ]{2,30}? (?:at|of|in|for) "
)
_CARES = re.compile(
    r"\b([A-Z][a-z]+ (?:and [A-Z][a-z]+ )?[A-Z][a-z]+)\b[^.\n]{0,20}? (?:looks? after|looked after"
    r"|cares? for|cared for|foster\w*|adopt\w*|took in|lives? with|lived with|teach\w*|employ\w*) "
    rf"the (?:\w+ )?(?:{_HARMED}|{_CHILD})\b"
)
_HIT = (
    rf"(?:{HURT}|hit|hits|beat|beats|punched|kicked|slapped|hurt|hurts|choked|locked|burnt|touched"
    r"|abus\w+|neglect\w*|starved)"
)
_NAMES_KIN = re.compile(
    r"\b([A-Z][a-z]+)'s (?:step|grand|foster |ex-)?(?:dad|mum|father|mother|parents?|brother"
    r"|sister"
    rf"|husband|wife|partner|boyfriend|girlfriend|son|daughter|uncle|aunt"
    rf"|nan)\b[^.\n]{{0,40}}?\b{_HIT}\b"
)
_ACCOUNT = re.compile(
    r"\b(?:[Ss]tatement|[Aa]ccount|[Tt]estimony|[Ee]vidence|[Ii]nterview|[Cc]omplaint) (?:of|by"
    r"|from"
    rf"|with) ([A-Z][a-z]+ [A-Z][a-z]+)\b[^\n]{{0,60}}?\b{_HIT}\b"
)
_IN_YEAR = re.compile(r"\b([A-Z][a-z]+),? \(?(?:of |in )?Year \d{1,2}\b")
_SHORTHAND = re.compile(
    rf"(?:^|[,;:(|] ?)(?:[mMfF]|[Mm]ale|[Ff]emale|[Bb]oy|[Gg]irl)[,/ ]+{UNDER_18}\)?,? "
    r"(?:from |of )?[A-Z][a-z]+"
    rf"|(?:^|[,;:(|] ?){UNDER_18}(?:[mMfF]|/[mMfF]|yo)\b"
)


_NAMED = (
    (_KIN_NAMED, _SUFFERED, KIN),
    (_CARES, None, KIN),
    (_NAMES_KIN, None, KIN),
    (_ACCOUNT, None, KIN),
    (_IN_YEAR, _SUFFERED, "the first name of a child"),
    (_LOSS, None, "the name of a victim, a witness, a complainant or a child"),
)
"""A rule that finds a name, what else the sentence must say, and what is told then."""
_UNNAMED = (
    (_LETTER_IS, None, LETTER),
    (_LETTER_AGED, None, LETTER),
    (_TWO_LETTERS, _PROTECTED, LETTER),
    (_QUOTED_LETTER, _PROTECTED, LETTER),
    (_SHORTHAND, None, CHILD_PLACE),
    (_TIP, None, INFORMS),
    (_TIPPED, None, INFORMS),
    (_INFORMANT_IS, None, INFORMS),
    (_GIVES, _INSIDER, INFORMS),
    (_ROLE_IS, None, DESCRIBED),
    (_PARTICULAR, None, DESCRIBED),
    (_ONE_OF_A_PLACE, _SAW, DESCRIBED),
)


def described(sentence: str, _before: str, names: frozenset[str]) -> str:
    """Why a sentence tells who a protected person is; empty where it does not."""
    for rule, besides, reason in _UNNAMED:
        if rule.search(sentence) and (besides is None or besides.search(sentence)):
            return reason
    if _CHILD_OF.search(sentence) and _TOLD.search(sentence) and not _RIGHTS.search(sentence):
        return "a child with its school or its place"
    for rule, besides, reason in _NAMED:
        found = rule.search(sentence)
        if found and person(found[1], names) and (besides is None or besides.search(sentence)):
            return reason
    return ""
