"""One person in a setting that must stay unknown, told of by any particular.

Sentences of this kind have no shape of their own; they have two ingredients. One is a setting: a
group, a drug line, a threat, an abuse, an inquiry. The other is a particular that fits one person:
a post in a named place, a relative, a nickname, an illness, a school year, a street, a car. Both
in one sentence are held. What a court has said in public is not.
"""

import re
from collections.abc import Iterator

from answerable.publishing.sensitivity.model import LAW_ENFORCEMENT, PEOPLE, Held, Passage
from answerable.publishing.sensitivity.plain import in_lines, plain
from answerable.publishing.sensitivity.watched import told_of_a_watch
from answerable.publishing.sensitivity.words_of_people import (
    NAME,
    SCHOOL,
    STREET,
    TITLED,
    UNDER_18,
    person,
)

_SETTING = re.compile(
    r"\b(?:recruited|exploit(?:ed|ing|ation)|groom(?:ed|ing)|traffick\w+|cuckoo\w+|coerced"
    r"|blackmailed|enslaved|informants?|inform(?:s|ed) on|tipped|grass(?:ed|es)?|suspects?"
    r"|suspected|nominals?|facilitat(?:or|ed|es)|ringleader|gangs?|(?:drugs?|criminal|crime"
    r"|supply)"
    r" (?:network|group|line|ring)|(?:the|this|that|his|her|their|a|older|rival) (?:group|crew"
    r"|line|firm)\b|the lines?\b|line holder|dealing|dealers?|drugs?|(?:for|of) supplying"
    r"|heroin|cocaine|crack|cannabis farm|weapons?|firearms?|guns?|knife|knives|machete"
    r"|threats? to life|threatened|threats?|abused?|abuser|assault(?:ed)?|raped?|stabb(?:ed|ing)"
    r"|shot|attack(?:ed|er)|(?:victims?|witness(?:es)?)(?! (?:care|support|service|unit|centre"
    r"|code|suite|hub|room|voice|team|satisfaction|liaison))|complainants?|survivors?|arrested"
    r"|questioned"
    r"|went missing|missing|launder\w+|smuggl\w+|raided?|loan shark|debt bondage|held cash"
    r"|stash(?:ed|es)?|ran (?:a|the) (?:line|phone)|modern slavery|forced to|made to carry"
    r"|(?:the|our|a|their|one) source (?:is|was|works|lives|inside|close|in|who)|(?:pass|gives?"
    r"|gave"
    r"|feeds?|fed|sells?|sold|leak)(?:es|ed|s)? (?:\w+ ){0,2}?(?:names|information|intelligence"
    r"|details|tip-offs)\b|owed (?:the|a|them)|moved? money for"
    r"|tells? (?:officers|detectives|us|the police)\b"
    r"|carrying|safe ?house|protected|relocated|cohort|referred|at risk)\b",
    re.IGNORECASE,
)
_IN_COURT = re.compile(
    r"\b(?:jailed|sentenced|convicted|imprisoned|pleaded|found guilty|Crown Court|Magistrates"
    r"|admitted|was fined|acquitted|inquest|award|awarded|ceremony|commend\w+|thanked|praised"
    r"|honoured)\b"
)
_GENERAL = re.compile(
    r"\b(?:anyone|anybody|everybody|every|any|whoever|scheme|service|services|project|programme"
    r"|policy|strategy|guidance|training|course|campaign|workshops?|leaflets?|should|may|can"
    r"|could|asked|asks)\b",
    re.IGNORECASE,
)
"""Sentences about what is offered or wanted speak of nobody in particular."""
_TRADE = (
    r"(?:GP|doctor|nurse|midwife|dentist|vet|pharmacist|chemist|optician|teacher"
    r"|teaching assistant|headteacher|head teacher|deputy head|tutor|councillor|magistrate"
    r"|governor|caretaker|lollipop (?:man|lady|woman)"
    r"|dinner lady|postman|postwoman|postmaster|postmistress|publican|landlord|landlady|barman"
    r"|barmaid|barista|barber|hairdresser|beautician|tattooist|butcher|baker|fishmonger"
    r"|greengrocer|florist|shopkeeper|newsagent|farmer|farmhand|shepherd|gamekeeper|blacksmith"
    r"|mechanic|plumber|electrician|builder|roofer|scaffolder|bricklayer|plasterer|carpenter"
    r"|gardener|cleaner|carer|care worker|driver|courier|vicar|priest|imam|rabbi|pastor|deacon"
    r"|chaplain|organist|solicitor|accountant|bookkeeper|estate agent|clerk|cashier|librarian"
    r"|receptionist|secretary|apprentice|student|sixth[- ]former|pupil|lifeguard|coach|referee"
    r"|goalkeeper|footballer|boxer|jockey|musician|drummer|chef|cook|waiter|waitress|bouncer"
    r"|doorman|doorwoman|security guard|prison officer|warden|childminder|nanny|social worker"
    r"|youth worker|tenant|lodger|neighbour|widow|widower|pensioner|twins|grandmother"
    r"|grandfather|shop assistant|undertaker|window cleaner|milkman|dog walker|bell[- ]ringer"
    r"|choir\w+|scout leader|magician|busker|owner|manager|manageress|keeper|dealer in \w+)"
)
_KIN = (
    r"(?:mother|mum|father|dad|parents?|sister|brother|son|daughter|wife|husband|widow|widower"
    r"|partner|girlfriend|boyfriend|cousin|nephew|niece|aunt|uncle|gran|nan|grandmother"
    r"|grandfather|grandson|granddaughter|step\w+|twin|fianc\w+|ex-\w+|godson|in-laws?"
    r"|foster \w+|half-\w+|guardian|best friend)"
)
_ONE = (
    r"(?:boy|girl|child|man|woman|lad|lass|youth|teenager|youngster|pupil|student|suspect|nominal"
    r"|victim|witness|informant|source|dealer|runner|courier|leader|member|person|resident|tenant"
    r"|pensioner|complainant|survivor|brother|sister|mother|father|son|daughter|wife|husband"
    r"|girlfriend|boyfriend|cousin|nephew|niece|apprentice|holder|fixer|driver|he|she|who)"
)
_PLACE = r"(?:the |St |Upper |Lower )?[A-Z][a-z]+"
_AT_A_PLACE = (
    rf"(?:at|in|of|from|for|with|near|opposite|on|behind|above) (?:[\w'-]+ ){{0,6}}?{_PLACE}"
)
_ILL = (
    r"(?:cystic fibrosis|autis\w+|ADHD|epilep\w+|diabet\w+|Down'?s syndrome|(?:in|uses) a "
    r"wheelchair|deaf|blind|cerebral palsy|sickle cell|Huntington\w*|muscular dystrophy|leukaemia"
    r"|cancer|HIV|dialysis|transplant|stammer|prosthetic|Tourette\w*|dwarfism|albin\w+|amput\w+"
    r"|schizophren\w+|bipolar|anorexi\w+|haemophil\w+|coeliac|one arm|one leg|glass eye|scar"
    r"|cleft \w+|learning disabilit\w+|brain injury|dementia|Parkinson\w*|pregnant|motor neurone"
    r"|broke (?:his|her) \w+|lost (?:an|a|his|her) (?:eye|arm|leg|hand|finger))"
)
_ONLY = re.compile(
    rf"\b(?:[Tt]he|[Ii]ts|[Oo]ur|[Tt]heir|[\w]+'s) (?:only|sole|one|lone|last) "
    rf"(?:[\w-]+ ){{0,4}}?(?:{_TRADE}|{_ONE}|famil(?:y|ies)|household|couple)\b"
)
_POST = re.compile(rf"\b{_TRADE}(?:,? who \w+)?,? {_AT_A_PLACE}")
_WHO = re.compile(
    rf"\b{_ONE} who [a-z]+s? (?:[\w'-]+ ){{0,5}}?(?:at|in|near|on|for|opposite|behind) {_PLACE}"
    r"|\b(?:[Rr]etired|[Ff]ormer|[Ss]erving|[Dd]isgraced) (?:[\w-]+ ){1,3}?(?:from|of|in|at) "
    rf"(?!England|Wales|Britain){_PLACE}"
)
_ROLE_DOES = re.compile(
    r"\b(?:nominal|suspect|dealer|source|informant|ringleader|armourer|courier|runner|fixer"
    rf"|(?:group|gang|line|network|crew)'s \w+)\b,? (?:who )?[a-z]+s (?:[\w'-]+ ){{0,10}}?"
    rf"(?:in|at|near|from|on|above|behind|opposite) (?:[\w'-]+ ){{0,4}}?{_PLACE}"
)
_WORKS = re.compile(
    rf"\b{_ONE}\b[^.\n]{{0,30}}? (?:works?|worked|teaches|drives|drove|plays?|played|sings|boxes"
    rf"|serves|cooks|cleans|keeps|runs|owns|rents|drinks|studies|attends|lives|lived|lodges|sleeps"
    rf"|stays) (?:[\w'-]+ ){{0,10}}?{_PLACE}"
)
_OF_NAMED = re.compile(
    rf"\b{_KIN},? of (?:the late |former \w+ |our \w+ )?(?:[a-z]+ )?({NAME}|{TITLED})"
    rf"|\b({NAME}|{TITLED})'s? (?:\w+ )?{_KIN}\b"
)
_KINS_LIFE = re.compile(
    rf"\b(?:suspect|nominal|dealer|leader|victim|boy|girl|child|informant|source|witness|man"
    rf"|woman|courier|runner|[Hh]is|[Hh]er|[Ww]hose)(?:'s)? {_KIN}\b[^.\n]{{0,20}}? "
    r"(?:works?|worked|runs?|ran|owns?|lives?|teaches|drives|is (?:an?|the)|was (?:an?|the)"
    r"|keeps|sits on|chairs|in [A-Z]|from [A-Z]|at [A-Z])"
)
_KIN_OF_POST = re.compile(
    rf"\b{_KIN} of (?:the|an?) (?:former |late |local |retired |serving )?(?:mayor|councillor"
    rf"|{_TRADE}"
    r"|MP|headmaster|magistrate|\w+ officer)\b"
)
_NICKNAME = re.compile(
    rf"\b{_ONE}\b[^.\n]{{0,40}}?\b(?:known (?:\w+ ){{0,3}}?as|nicknamed|aka|alias|goes by"
    r"|went by|calls? (?:him|her)self|answers to|street name|call(?:s|ed)? (?:him|her)|dubbed)\b"
    r"[^.\n]{0,30}?[\"'A-Z]"
    r"|[\"'][A-Z][^\"'\n]{0,20}[\"'],? (?:as (?:he|she) is|as (?:he|she) was|to (?:his|her)) "
)
_ILLNESS = re.compile(rf"\b{_ONE}\b[^.\n]{{0,60}}?\b{_ILL}|\b{_ILL}\b[^.\n]{{0,40}}?\b{_ONE}\b")
_SCHOOL_YEAR = re.compile(
    rf"\b[Yy]ear \d{{1,2}} (?:{_ONE})\b|\b{_ONE}\b[^.\n]{{0,20}}? in [Yy]ear \d{{1,2}}\b"
    rf"|\b(?:GCSE|sixth[- ]form|reception[- ]class|A-level|nursery) {_ONE}\b"
)
_YOUNG = re.compile(
    rf"\b(?:aged|was|only|just|is|now|turned) (?:only |just )?{UNDER_18}\b(?! ?(?:%|per|of|out))"
    rf"|\b{UNDER_18}[- ]years?[- ]old\b|\bunder (?:1[0-8]|[1-9])\b"
)
_OF_HOME = re.compile(
    rf"\b{_KIN}\b|\bcare home\b|\bfoster\b|{STREET}|{SCHOOL}|\bschool\b"
    r"|\bin (?!January|February|March|April|May|June|July|August|September|October|November"
    r"|December)[A-Z][a-z]+"
)
_HOUSE = re.compile(rf"\b\d{{1,4}}[a-z]? {STREET[2:]}|\b(?:[Ff]lat|[Rr]oom|[Uu]nit|[Cc]aravan) \d")
_ROAD = re.compile(STREET)
_ROAD_AND_ONE = re.compile(rf"\b(?:[Tt]he|[Aa]n?|[Oo]ne|[Tt]hat) (?:[\w-]+ ){{0,3}}?{_ONE}\b")
_PLATE = re.compile(r"\b[A-Z]{2}\d{2} ?[A-Z]{3}\b")
_HELPS = re.compile(
    rf"\b{_ONE}\b[^.\n]{{0,80}}?\b(?:is|are|was|has been|now) (?:now |secretly |quietly |also )*"
    r"(?:helping|working with|working for|talking to|speaking to|co-?operating with|assisting"
    r"|feeding|reporting to|passing \w+ to|giving \w+ to) (?:us\b|(?:the )?(?:police|force)"
    r"|officers|detectives|investigators)"
)
_TACTIC, _PERSON = "a tactic, a source or an operation", "what identifies a person"
_TOLD = "a description that fits one person alone"
_GATE = re.compile(
    rf"{_SETTING.pattern}|[A-Z]{{2}}\d{{2}} ?[A-Z]{{3}}|covert|hidden|concealed|secret|undercover"
    r"|observation post|static camera|probe|tracker|camera|microphone|device"
    r"|recorder|\bbug|surveillance|source|posing|posed|unmarked|befriend|infiltrat|embedded"
    r"|search|raid|pretending|disguised|dressed|arrest|seize"
    r"|detain|intercept|inside|within|close to|Operation|helping|working|talking|speaking"
    r"|operating|assisting|feeding|reporting|passing|giving",
    re.IGNORECASE,
)


def particulars(passage: Passage, names: frozenset[str]) -> Iterator[Held]:
    """Each sentence that has both ingredients, or tells of a car, a watch or a helper."""
    text = plain(passage.text)
    if not _GATE.search(text):
        return
    for sentence in in_lines(text)[0]:
        if told_of_a_watch(sentence):
            why = "Tactics, sources and operations are never told."
            yield Held(_TACTIC, passage.where, sentence, why, LAW_ENFORCEMENT)
        elif reason := _reason(sentence, names):
            yield Held(_PERSON, passage.where, sentence, f"It gives {reason}.", PEOPLE)


def _reason(sentence: str, names: frozenset[str]) -> str:
    if _PLATE.search(sentence):
        return "the car of a person"
    if _IN_COURT.search(sentence):
        return ""
    if _HELPS.search(sentence):
        return "who gives information"
    if not _SETTING.search(sentence) or _GENERAL.search(sentence):
        return ""
    return _named_or_young(sentence, names) or (
        _TOLD if any(rule.search(sentence) for rule in _ALONE) else ""
    )


def _named_or_young(sentence: str, names: frozenset[str]) -> str:
    for match in _OF_NAMED.finditer(sentence):
        if person(match[1] or match[2], names):
            return "the family of a named person"
    young = _YOUNG.search(sentence)
    if young and _OF_HOME.search(sentence):
        return "the age of a child with a place, a family or a school"
    road = _HOUSE.search(sentence) or _ROAD.search(sentence)
    return "a person with a street" if road and _ROAD_AND_ONE.search(sentence) else ""


_ALONE = (
    *(
        _ONLY,
        _POST,
        _WHO,
        _ROLE_DOES,
        _WORKS,
        _KINS_LIFE,
        _KIN_OF_POST,
        _NICKNAME,
        _ILLNESS,
        _SCHOOL_YEAR,
    ),
    _HOUSE,
)
"""Particulars that fit one person, in a setting of their own."""
