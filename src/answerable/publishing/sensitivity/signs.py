"""Particulars of a person in a sentence: what fits few people or one.

A sign alone gives nothing away. Which of them together do is said in `together`.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

from answerable.publishing.sensitivity.kinds_of_people import CHILD, KIN, OF_BODIES, PEOPLE, TRADES
from answerable.publishing.sensitivity.words_of_people import (
    HARMED,
    ROAD,
    SEXED,
    UNDER_18,
    YEAR_OLD,
)

_OUT_OF = (
    r"(?!January|February|March|April|May\b|June|July|August|September|October|November|December"
    r"|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|England|Wales|Britain|Scotland"
    r"|Parliament|Council|County|Commissioner|Police|Home|Chief|Crown|Court|Government|Minister"
    r"|Panel|Board|Committee|Force|Act|Section|Item|Page|Table|Recommendation|Annex|Part|Chapter"
    r"|Operation|His Majesty|HM|Victim|Deputy|Assistant|Superintendent|Christmas|Easter|Year|Q\d"
    r"|National|Safer|Community|College|Inspector|Serious|Clear|Crimestoppers|Childline|Children)"
)
_SPOTS = (
    r"flat|flats|house|home|bungalow|cottage|garage|shop|store|supermarket|pub|inn|caf[eé]|bar"
    r"|club|nightclub|church|mosque|temple|synagogue|chapel|library|station|car park|car wash"
    r"|nail bar|yard|farm|barn|stables?|warehouse|depot|factory|mill|unit|industrial estate"
    r"|business park|trading estate|lay-by|bridge|hospital|ward|surgery|clinic|pharmacy|gym"
    r"|leisure centre|pool|hotel|hostel|B&B|guest house|caravan|caravan park|campsite|marina|quay"
    r"|port|harbour|salon|barber'?s|takeaway|chip shop|kebab|launderette|bakery|butcher'?s|bank"
    r"|roof|rooftop|loft|attic|basement|cellar|window|balcony|tower|tower block|block|maisonette"
    r"|terrace|street|close|road|lane|avenue|crescent|cul-de-sac|estate|park|playground|field"
    r"|woods?|allotments?|post office|bus (?:stop|shelter|station)|petrol station|service station"
    r"|services|roundabout|market|square|bookmaker'?s|arcade|tyre (?:depot|garage)|scrapyard"
    r"|tip|workshop|studio|vets?|dentist'?s|nursing home|care home|children's home"
    r"|sheltered housing"
    r"|almshouses?|barracks|airfield|golf club|football (?:club|ground)|cricket (?:club|ground)"
    r"|rugby club|bowls club|village hall|community centre|scout hut|cemetery|vicarage|rectory"
    r"|manse|presbytery|convent|priory|abbey|cathedral|castle|museum|cinema|theatre|canal|towpath"
    r"|lock|lock-up|boat|houseboat|barge|pier|beach|ferry|crossing|railway|platform|underpass"
    r"|subway|shed|outbuilding|portakabin|container|compound|plot|corner|village|hamlet"
    r"|dry cleaner'?s"
)
_PLACE = re.compile(
    rf"\b(?:[Aa]t|[Ii]n|[Oo]n|[Ff]rom|[Nn]ear|[Oo]f|[Oo]ff|[Oo]utside|[Bb]ehind|[Oo]pposite"
    rf"|[Aa]bove|[Bb]elow|[Tt]o|[Ii]nto|[Ii]nside|[Bb]eside|[Bb]y|[Aa]long|[Uu]nder|[Bb]etween"
    rf"|[Nn]ext to|[Oo]ver|[Rr]ound|[Aa]round|[Tt]owards|[Ff]or|[Ww]ith) "
    rf"(?:(?:the|an?|his|her|their|our|its|one|two) )?(?:[a-z][\w'-]* ){{0,3}}?{_OUT_OF}"
    r"(?:St |[A-Z]\w*[a-z]\w*)"
)
_SPOT = re.compile(
    rf"\b(?:at|in|on|from|near|off|outside|behind|opposite|above|below|to|into|inside|beside|by"
    rf"|under|next to|over|facing|overlooking|across from|runs|owns|keeps|manages|rents|leaves"
    rf"|leaving|enters?|leased|hired|uses|using) "
    rf"(?:the|an?|his|her|their|our|its|one|two|\d+) (?:[\w'-]+ ){{0,3}}?(?:{_SPOTS})s?\b",
    re.IGNORECASE,
)
_STREET = re.compile(rf"\b(?:\d{{1,4}}[a-z]? )?[A-Z][a-z']+(?: [A-Z][a-z]+)? {ROAD}\b")
_PUBLIC_STREET = re.compile(r"\b(?:High|Safer|Downing) Street|Crown Court|Magistrates")
_HOUSE = re.compile(
    r"\b(?:[Nn]umber|[Nn]o\.?|[Ff]lat|[Rr]oom|[Aa]partment|[Uu]nit|[Pp]lot|[Cc]aravan|[Ww]ard"
    r"|[Cc]ell) \d+[a-z]?\b|\b(?:last|end|first|corner|only) (?:house|bungalow|cottage|flat)\b"
    r"|\b\d{1,4}[a-z]? (?:[A-Z][a-z']+ ){1,3}" + ROAD + r"\b"
)
_YOUNG = re.compile(
    rf"\b(?:aged|age|was|were|only|just|is|now|turned|turns|nearly|almost|barely) "
    rf"(?:only |just )?{UNDER_18}\b(?=[,.;) ]|$)"
    r"(?! ?(?:%|per|percent|of|out|days?|weeks?|months?|hours?|miles|times|minutes|to\b|or\b"
    r"|recommend|officers?|people|forces?|and over|members|p\.?m|a\.?m|[A-Z]|o'clock|pounds"
    r"|years? "
    r"(?!old)|questions|actions|items|sessions|points|areas|parts|strands|priorities|cases|calls))"
    rf"|\b{UNDER_18}[- ]years?[- ]olds\b|{YEAR_OLD}|{SEXED}|(?<=\w)(?:, | ?\(){UNDER_18}[,)](?!\d)"
    rf"|\b(?:boy|girl|child|lad|lass|son|daughter|pupil|youth|teenager) of {UNDER_18}\b"
    r"|\bunder(?:age| the age of)\b|\b[Yy]ear (?:\d|1[0-3])\b|\bGCSEs?\b|\bA[- ]levels?\b"
    rf"|\b{UNDER_18}[- ](?:month|week|day)s?[- ]old\b"
    rf"|\b(?:girls|boys|children|pupils|teenagers),? (?:\w+ ){{0,2}}?(?:all"
    rf"|both) (?:aged )?{UNDER_18}"
    r"\b(?=[,.;)]|$)"
)
_AGED = re.compile(
    r"\b(?:[1-9]\d|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:[- ]\w+)?)[- ]years?[- ]old\b"
    r"|\baged? (?:of )?[1-9]\d\b(?! (?:to|and|or)\b)|, [1-9]\d,|\([1-9]\d\)"
    r"|\bin (?:his|her|their) (?:early |mid[- ]?|late )?(?:teens|twenties|thirties|forties|fifties"
    r"|sixties|seventies|eighties|nineties)\b|\bborn (?:in|on)\b|\bbirthday\b"
    r"|(?<!\d )\bof [2-9]\d(?=[ ,.]"
    r"(?!per|mem|off|rec))|\b(?:is|was) [1-9]\d(?=,| and| when| at the time|\.)|\bturned \d\d\b"
)
_SCHOOL = re.compile(
    r"\b(?:attends?|pupil at|pupil of|goes to|at|of|from|taught at|teaches at|student at|in) "
    r"(?:the |a |an |her |his |our )?(?:[\w'-]+ ){0,4}?(?:school|academy|college|nursery|primary"
    r"|sixth form|grammar|high|referral unit|university|kindergarten|playgroup|reception class)\b"
    r"|\b[Yy]ear (?:\d|1[0-3])\b|\bschool (?:run|gate|bus|team|play|choir)\b"
    r"|\bhead (?:boy|girl)\b|\b(?:his|her) (?:form )?(?:teacher|tutor|classmates?|school)\b",
)
_CLUB = re.compile(
    r"\b(?:plays?|played|sings?|sang|coach(?:es|ed)?|chairs?|captain(?:s|ed)?|rides?|boxes|swims"
    r"|trains|dances|umpires|referees|preaches|worships|prays|bowls|rows|runs|ran|keeps"
    r"|kept|breeds?|collects|sells|drives?|drove|serves|drinks|volunteers|helps|leads|teaches"
    r"|taught|studies|lodges|lodged|rents?|owns?|attends|races|fishes|performs|DJs|deejays|mends"
    r"|repairs|delivers|cleans|bakes|cooks|minds|fosters) "
    r"(?:[a-z]+ )?(?:in|for|with|at|on|the|an?|his|her|their|as|two|three|every|regularly|up"
    r"|out)\b",
)
_WORKS = re.compile(
    r"\bin the [\w-]+ (?:team|section|department|office) at\b|"
    r"\b(?:works?|worked|working|employed|job|shifts?|trained|apprenticed|training) (?:as|at|for"
    r"|in"
    r"|on|with|behind|nights|days|part[- ]time|the)\b|\b(?:his|her|their) (?:work|job|employer"
    r"|boss"
    r"|shop|business|firm|van|taxi|surgery|parish|practice|stall|farm|church)\b",
    re.IGNORECASE,
)
_ILL = re.compile(
    r"\b(?:cystic fibrosis|autis\w+|ADHD|epilep\w+|diabet\w+|Down'?s syndrome|wheelchair|deaf"
    r"|blind"
    r"|cerebral palsy|sickle cell|Huntington\w*|dystrophy|leukaemia|cancer|chemotherapy|HIV"
    r"|dialysis"
    r"|kidney|transplant|stammers?|stutters?|prosthetic|Tourette\w*|dwarfism|albin\w+|amput\w+"
    r"|schizophren\w+|bipolar|anorexi\w+|bulimi\w+|haemophil\w+|coeliac|one[- ]arm\w*"
    r"|one[- ]leg\w*"
    r"|glass eye|scars?|cleft \w+|learning (?:disabilit\w+|difficult\w+)|special needs"
    r"|brain (?:injury|tumour)|dementia|Alzheimer\w*|Parkinson\w*|pregnant|motor neurone|multiple"
    r" sclerosis|hearing aids?|guide dog|walking (?:stick|frame)|crutches|limp|tattoos?|"
    r"birthmark|red[- ]hair\w*|ginger|tall|bald\w*|beard\w*|insulin|methadone|rehab|psychiatric"
    r"|alcohol (?:dependence|problem)|dependence|addiction"
    r"|mental health (?:ward|unit|patient)|sectioned|asthma\w*|stroke|heart (?:attack|condition"
    r"|transplant)|mute|non-verbal|disabled|paraly\w+|oxygen|ventilator|bedridden|housebound"
    r"|(?:man|woman|lady|gentleman|boy|girl|neighbour|person|driver) with (?:the|an?|one|two|his"
    r"|her) \w+|colostomy|lost (?:an? |his |her )?(?:eye|arm|leg|hand|finger|sight|hearing))\b",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"\b(?:Polish|Lithuanian|Latvian|Romanian|Bulgarian|Albanian|Vietnamese|Chinese|Thai"
    r"|Filipin\w+"
    r"|Ukrainian|Russian|Turkish|Kurdish|Syrian|Iraqi|Iranian|Afghan|Somali|Eritrean|Sudanese"
    r"|Nigerian|Ghanaian|Jamaican|Kenyan|Ethiopian|Brazilian|Portuguese|Spanish|Italian|Greek|"
    r"Hungarian|Czech|Slovak|Roma|Traveller|Gypsy|Indian|Pakistani|Bangladeshi|Sri Lankan|Tamil"
    r"|Nepalese|Irish|French|German|Dutch|Sikh|Muslim|Hindu|Jewish|Buddhist|Catholic|Quaker"
    r"|Jehovah\w*|Mormon|Black|Asian|mixed[- ]race|transgender|trans|gay|lesbian|bisexual"
    r"|non-binary)\b(?! (?:history|communit|support|police association|lives|groups?))"
)
_ALONE = re.compile(
    r"\b(?:the|its|our|their|[\w]+'s) (?:only|sole|one|lone|last|first|youngest|oldest|eldest"
    r"|longest-serving|newest) (?!time|way|reason|grade|thing|part|item|force|step|question|cause"
    r"|recommendation|body|answer|report|point|area|other|such|of\b|to\b|session|meeting|quarter"
    r"|half|year|day|week|month|date|stage|phase|evidence|source|record|priority|line|page|two"
    rf"|three|four|few|and|contact (?:with|between))(?:(?!with |for |of "
    rf"|to )[\w'-]+ ){{0,3}}?(?:{PEOPLE}|Sikh|Muslim|Pole|one)\b(?!s\b)",
    re.IGNORECASE,
)
_COLOUR = r"(?:white|black|red|blue|silver|grey|gray|green|yellow|orange|brown|purple|pink|gold)"
_HER_CAR = re.compile(
    rf"\b{_COLOUR} [A-Z][a-z]+, {_COLOUR} [A-Z][a-z]+\b|\b{_COLOUR} "
    r"(?:\w+ )?(?:Ford|Fiat|Audi|BMW|Golf|Polo|Corsa|Astra|Fiesta|Focus|Transit|Mercedes|Sprinter"
    r"|Nissan|Toyota|Honda|Skoda|Seat|Kia|Mini|Volvo|Land Rover|Range Rover|Tesla|Peugeot|Renault"
    r"|Citro[eë]n|Vauxhall|VW|Volkswagen|van|car|lorry|scooter|motorbike|moped|bike|pick-?up|taxi"
    r"|4x4|estate car|hatchback)\b|\b[A-Z]{2}\d{2} ?[A-Z]{3}\b"
)
_KIN_SIGN = re.compile(rf"\b(?:{KIN})\b(?!s of the (?:force|county))", re.IGNORECASE)
_TRADE_SIGN = re.compile(
    rf"\b(?:{TRADES})\b(?!s\b|-)"
    rf"|\b{HARMED},? (?:is|was|who is|who was) an? (?!victim|witness|number|group|part|matter)"
    r"[a-z]+(?: [a-z]+)? (?:on|at|in|for|with)\b",
    re.IGNORECASE,
)
_CHILD_SIGN = re.compile(
    rf"\b(?<!voice of the )(?:{CHILD})\b(?!s\b|-| {OF_BODIES})", re.IGNORECASE
)
_MANY_CHILDREN = re.compile(
    r"\b(?:triplets|twins|quads|(?:mother|father|mum|dad|parents?) of (?!an?\b|the\b|his\b"
    r"|her\b)\w+"
    r"|(?:two|three|four|five|six|seven|eight) (?:small |young )?(?:children|sons|daughters"
    r"|sisters"
    r"|brothers|boys|girls|siblings))\b",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"\b(?:last|on) (?:night|week|weekend|\w+day|Christmas|Boxing|New Year\w*|bank holiday)\b"
    r"|\b(?:on|the night of|the evening of|since|until) \d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]+"
    r"|\bat \d{1,2}(?:[.:]\d\d)? ?(?:[ap]\.?m\b|o'clock)|\bin the early hours\b|\b(?:Mon|Tues"
    r"|Wednes"
    r"|Thurs|Fri|Satur|Sun)days?\b|\b(?:this|yesterday) (?:morning|afternoon|evening)\b"
    r"|\btonight\b"
    r"|\bthe (?:weekend|day|night) (?:of|before|after)\b|\bon (?:his|her) way (?:home|to)\b"
)
_PAST = re.compile(
    r"\b(?:who|which|that) (?:has |had |was |were |once )?(?:[a-z]+ed|won|ran|wrote|lost|stood|sat"
    r"|left|came|kept|taught|built|bought|sold|led|made)\b|\b(?:former|retired|ex-|late|disgraced"
    r"|suspended|divorced|separated|widowed|recently|newly|well[- ]known|serving)\b",
    re.IGNORECASE,
)
_INITIAL = re.compile(
    r"(?<![\w.'])(?!I\b|[A-Z]{2,3} (?:said|says)\b|LRO|OCG|PCC|[AD]?CC\b|HMI|NCA|CPS|UK\b|NHS"
    r"|IOPC|CPS"
    r"|MP\b)(?:[A-Z]\.? ?){1,2}[A-Z]?(?=,? (?:is|was|has|had|who|told|says|said|lives|attends"
    r"|aged|, aged|\()\b)(?!\w)|\b(?:[Cc]hild|[Bb]oy|[Gg]irl|[Pp]upil|[Vv]ictim|[Ww]itness"
    r"|[Yy]oung"
    r" person|[Pp]erson|[Ff]amily|[Mm]other|[Ff]ather|[Ss]uspect|[Ss]ource|[Oo]fficer|[Mm]iss|Mr"
    r"|Ms|Mrs"
    r") [A-Z]\b(?![\w'])|\binitials?\b|\b[A-Z]\. ?[A-Z]\.(?! ?[A-Z])"
)
_NICKNAME = re.compile(
    r"\b(?:known (?:\w+ ){0,3}?as|nicknamed|aka|alias|goes by(?: the name)?(?: of)?|calls? (?:him"
    r"|her|\w+sel(?:f|ves))"
    r"|whom? \w+ calls?|street name(?: is)?|dubbed|answers to|called) (?:the |just "
    r"|only )?[\"']?[A-Z]"
    r"|(?<=the )[\"'][A-Z][^\"'\n]{1,20}[\"'],? as (?:he|she)\b"
)
PARTICULARS: Mapping[str, re.Pattern[str]] = {
    "a street": _STREET,
    "a house": _HOUSE,
    "a place": _PLACE,
    "a building": _SPOT,
    "an age under 18": _YOUNG,
    "an age": _AGED,
    "a school": _SCHOOL,
    "a habit": _CLUB,
    "a workplace": _WORKS,
    "a trade": _TRADE_SIGN,
    "a relative": _KIN_SIGN,
    "an illness or a mark": _ILL,
    "an origin or a faith": _FROM,
    "being the only one": _ALONE,
    "a car": _HER_CAR,
    "a child": _CHILD_SIGN,
    "a number of children": _MANY_CHILDREN,
    "a day": _WHEN,
    "a past": _PAST,
    "an initial": _INITIAL,
    "a nickname": _NICKNAME,
}
WEAK = frozenset(("a past", "a day", "a place", "an age", "a child", "a workplace"))


@lru_cache(maxsize=20_000)
def particulars(sentence: str) -> frozenset[str]:
    """What a sentence says that fits few people, by the names of `PARTICULARS`."""
    found = {name for name, rule in PARTICULARS.items() if rule.search(sentence)}
    if "a street" in found and _PUBLIC_STREET.search(sentence):
        found -= {"a street"}
    return frozenset(found)
